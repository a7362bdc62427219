"""Sentences and paragraphs: cases, the examples of every language file, laws, streams, linear time."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm.errors import InputTypeError, RuleError, UnknownNameError
from shnorm.segment import iter_paragraphs, iter_sentences, paragraphs, sentences
from shnorm.segment.langs import REGISTRY, Language, Registry, choose

CASES = Path(__file__).parent / "cases"
LANGUAGES = REGISTRY.get().languages


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


# -- cases -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("sentences"), ids=lambda row: f"{row['lang']}: {row['why']}")
def test_sentences_are_cut_as_the_case_says(row: dict[str, Any]) -> None:
    assert sentences("".join(row["sentences"]), row["lang"], **row.get("options", {})).texts() == row["sentences"]


EXAMPLES = [(language.code, example) for language in LANGUAGES for example in language.examples]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[f"{code}: {example[0]}" for code, example in EXAMPLES])
def test_the_examples_of_a_language_are_cut_as_its_file_says(code: str, example: tuple[str, ...]) -> None:
    assert tuple(sentences("".join(example), code).texts()) == example


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_language_file_is_named_by_its_code_and_has_examples(language: Any) -> None:
    assert (Path(__file__).parent.parent / "src/shnorm/segment/langs" / f"{language.code}.py").exists()
    assert language.examples
    for words in (language.titles, language.numbered, language.measures, language.abbreviations, language.inner):
        assert not [word for word in words.split() if word.endswith(".")], "abbreviations are listed without their last stop"
    for words in (language.hints, language.openers, language.starters, language.pronouns):
        assert words == words.lower(), "these are compared in lower case"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"titles": ("mr", "dr")}, "one string with blanks"),
        ({"inner": "e.g."}, "without its last stop: 'e.g'"),
        ({"starters": "the An"}, "write 'An' so"),
        ({"examples": ("He left. ", "She came.")}, "tuples of sentences"),
    ],
)
def test_a_language_with_a_list_of_another_form_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError, match=message):
        Language(**{"code": "xx", "hints": "", **change})


def test_languages_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(RuleError, match="no language of this folder"):
        Registry([*LANGUAGES, Language(code="xx", hints="", guest="yy")])
    with pytest.raises(RuleError, match="claim the code 'en'"):
        Registry([*LANGUAGES, Language(code="xx", hints="", also=("en",))])


def test_no_code_is_claimed_by_two_languages() -> None:
    codes = [code for language in LANGUAGES for code in (language.code, *language.also)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The house is on the hill and it was not cheap.", "en"),
        ("Das Haus ist nicht auf dem Berg und die Frau auch nicht.", "de"),
        ("La maison est dans le village et elle est à nous.", "fr"),
        ("El perro de la casa no es muy grande pero sí fue caro.", "es"),
        ("Он не был в городе, но это уже не так.", "ru"),
        ("他说你好。", "zh"),  # no words to go by: Han and kana decide
        ("これは El Greco の新しい展覧会です。", "zh"),
        ("", "en"),
        # Few words, and a stop that a language has to tell: the detector is asked.
        ("Wir trafen Dr. med. Meyer in der Stadt.", "de"),
        ("Вул. Шевченка веде до центру міста.", "uk"),
        ("Núm. de tel: 351.123.465.4. Envíe mis saludos.", "es"),
    ],
)
def test_the_language_is_chosen_by_its_frequent_words(text: str, code: str) -> None:
    assert choose(text, None).language.code == code


def test_a_region_or_an_unknown_language_gets_rules() -> None:
    assert choose("", "zh-Hant-TW").language.code == "zh"
    assert choose("", "de-AT").language.code == "de"
    assert choose("", "nb").language.code == "no"
    assert sentences("Mr. X left. Then Y.", "tlh").texts() == ["Mr. X left. ", "Then Y."]


# -- laws --------------------------------------------------------------------------------------------------------------

BITS = (
    "Mr. Smith left. ", "He said “no.” ", "e.g. this ", "3.5% ", "他说：“走吧。”", "然后呢？", "「a。b」",
    "……", "。。", "！？", "？！", "\n", "\r\n", "\r", "\n\n ",
    "\u3000\u3000段", "1. one 2. two ", "a. x b. y ", "• 9. k ", "(see p. 5) ", "《谁？》", "\"Yes!\" he", "U.S. ", "... ", ". . . ",
    "wrapped line that is long enough to be one ",
    "\ud800", "\0", "\u200d", "😀", " :) ", "～", "啦～好", "[12]", "»", "«", "x" * 60, " " * 9, "\t", "\u2028", "\u0301", "।", "؟ ", "։", ";", ":",
)  # fmt: skip
ANY = st.one_of(st.lists(st.sampled_from(BITS), max_size=25).map("".join), st.text(max_size=80))


@given(
    text=ANY,
    lang=st.sampled_from([None, "und", *(language.code for language in LANGUAGES)]),
    quotes=st.sampled_from(["cut", "keep"]),
)
def test_sentences_tile_any_text(text: str, lang: str | None, quotes: str) -> None:
    spans = sentences(text, lang, quotes=quotes)
    assert "".join(spans.texts()) == text
    assert all(start < end for start, end in spans.offsets())


@given(text=ANY)
def test_paragraphs_tile_any_text_and_end_at_line_ends(text: str) -> None:
    spans = paragraphs(text)
    assert "".join(spans.texts()) == text
    assert all(text[end - 1] in "\r\n" for end in spans.ends[:-1])


@given(text=ANY)
def test_a_blank_line_always_ends_a_sentence(text: str) -> None:
    for sentence in sentences(text).texts():
        assert "\n\n" not in sentence.strip()


@given(text=ANY, cuts=st.lists(st.integers(0, 400), max_size=6), chunk=st.integers(1, 300))
def test_the_stream_gives_the_spans_of_the_whole(text: str, cuts: list[int], chunk: int) -> None:
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    parts = [text[a:b] for a, b in pairwise(edges)]
    assert list(iter_sentences(parts, chunk=chunk)) == list(sentences(text))
    assert list(iter_paragraphs(parts, chunk=chunk)) == list(paragraphs(text))


@given(bits=st.lists(st.sampled_from(BITS), min_size=200, max_size=400), chunk=st.integers(1, 2000))
def test_the_stream_gives_the_sentences_of_a_long_text(bits: list[str], chunk: int) -> None:
    text = "".join(bits)
    assert list(iter_sentences(text, "en", chunk=chunk)) == list(sentences(text, "en"))
    assert list(iter_paragraphs(text, chunk=chunk)) == list(paragraphs(text))


def test_the_stream_reads_no_more_than_it_needs() -> None:
    def endless() -> Any:
        while True:
            yield "A line of some length. And another sentence.\n"

    stream = iter_sentences(endless(), chunk=5000)
    assert [next(stream).text for _ in range(1000)][-2:] == ["A line of some length. ", "And another sentence.\n"]


def test_sentences_of_the_seeds_stay_inside_their_lines(seeds: dict[str, str]) -> None:
    for page in seeds.values():
        for sentence in sentences(page).texts():
            assert len(sentence.strip().splitlines()) <= 1 or sentence.strip().splitlines()[1][:1].islower()


def test_faulty_arguments_are_refused() -> None:
    with pytest.raises(InputTypeError):
        sentences(b"bytes")  # type: ignore[arg-type]  # the point of the test
    with pytest.raises(InputTypeError):
        list(iter_sentences([1]))  # type: ignore[list-item]  # the point of the test
    with pytest.raises(UnknownNameError):
        sentences("x", quotes="maybe")


HOSTILE = [
    "(", "“", '"', "(a. ", ". ", ".", "...", ". . ", "1. ", "\n1. ", "a. b. ", "Mr. ", "！", "“。", "《", "「。」", "\n", "\r",
    " \n", "\n ", "x\n", "A.", "~", "啦～", "[1]",
    "。 ", "。)", ".)", "? ", "’", "» ", "U.S.", ")", "a" * 50 + "\n", "\u3000\n", "。[", "…", "… ", ". :)", ":)", "😀",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_on_repetition(unit: str) -> None:
    def took(size: int) -> float:
        text = unit * (size // len(unit))
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            sentences(text, "en")
            best = min(best, time.process_time() - start)
        return best

    small, large = took(20_000), took(160_000)
    assert large < 0.05 or large < 8 * 2.5 * small
