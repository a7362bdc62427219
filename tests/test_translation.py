"""RepairTranslation: cases by family, levels, packs, flags, laws, and what it leaves alone."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm import Pipeline, RepairTranslation
from shnorm.errors import ConfigError, UnknownNameError
from shnorm.evidence import Look, translation_score
from shnorm.gate import Context, Memory
from shnorm.testing import SOUND, check_laws, check_round_trips, mutations, texts
from shnorm.translation import load, packs
from shnorm.translation.english import is_pair, is_piece, rank, tags
from shnorm.translation.family import Family
from shnorm.translation.tokens import LONG, scan
from shnorm.translation.zh_en import FILES, duplicates

from .conftest import seed_texts

CASES = Path(__file__).parent / "cases"
STEP = RepairTranslation()


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", rows("translation"), ids=lambda row: f"{row['family']}: {row['input'][:60]}")
def test_a_case_is_repaired_or_left_alone_as_it_says(row: dict[str, Any]) -> None:
    assert STEP(row["input"]) in row["output"]


@pytest.mark.parametrize("row", rows("translation"), ids=lambda row: f"{row['family']}: {row['input'][:60]}")
def test_a_repaired_case_is_stable(row: dict[str, Any]) -> None:
    once = STEP(row["input"])
    assert STEP(once) is once


@pytest.mark.xfail(reason="a repair would need to know more than the sentence shows", strict=True)
@pytest.mark.parametrize("row", rows("translation_known_faults"), ids=lambda row: row["input"][:60])
def test_a_known_fault_is_still_one(row: dict[str, Any]) -> None:
    assert STEP(row["input"]) in row["output"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.NAME)
def test_every_file_has_cases_of_both_kinds(file: Any) -> None:
    if file.NAME == "particles":
        family = [row for row in rows("translation") if row["family"] == "duplicates" and not row["input"].isascii()]
    else:
        family = [row for row in rows("translation") if row["family"] == file.NAME]
    assert any(row["input"] not in row["output"] for row in family)
    if file.NAME not in ("headlines",):
        assert any(row["input"] in row["output"] for row in family), "a clean case is missing"


# -- levels, names, packs ----------------------------------------------------------------------------------------------


def test_levels_add_rules() -> None:
    counts = [
        sum(len(stage.rules) for stage in RepairTranslation(level=level).stages()) for level in ("safe", "standard", "bold")
    ]  # type: ignore[arg-type,attr-defined,misc]
    assert counts == sorted(counts)
    assert counts[0] < counts[1]


def test_the_safe_level_leaves_what_only_the_sentence_proves() -> None:
    text = "When the kiln cools, Remove the bowls."
    assert RepairTranslation(level="safe")(text) == text
    assert RepairTranslation(level="standard")(text) == "When the kiln cools, remove the bowls."


def test_a_rule_or_a_family_can_be_switched_off_by_name() -> None:
    text = "5 month 3 Japan, the the ferry left."
    assert Pipeline([STEP]).without("translation.dates")(text) == "5 month 3 Japan, the ferry left."
    assert RepairTranslation(disable=("translation.duplicates.word",))(text) == "On May 3, the the ferry left."


def test_unknown_names_are_errors_that_list_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="standard"):
        RepairTranslation(level="brave").stages()  # type: ignore[arg-type]
    with pytest.raises(UnknownNameError, match="zh-en"):
        RepairTranslation(packs=("xx-en",)).stages()
    with pytest.raises(UnknownNameError):
        RepairTranslation(disable=("translation.nothing",)).stages()


def test_the_packs_that_are_there_are_found_by_their_folders() -> None:
    assert packs() == ("zh-en",)


def test_configuration_survives() -> None:
    check_round_trips(RepairTranslation(level="bold", disable=("translation.casing",)))


# -- accounts ----------------------------------------------------------------------------------------------------------


def test_removed_lines_are_listed_and_nothing_else_is() -> None:
    page = "Village bakery wins regional prize\n\nVillage bakery wins regional prize\n\nThe bakery beat 60 rivals of of the region on Sunday."
    result = STEP.run(page)
    assert [(r.category, r.text) for r in result.removals] == [("duplicate", "Village bakery wins regional prize\n\n")]
    assert "of of" not in result.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The growth rate of the region was% last year.", "lost-number"),
        ("The car now costs 36,5000 yuan in the south.", "scrambled-number"),
        ("It ships more than 23 Thousands of pieces of goods.", "lost-number"),
        ("The city announced 6 All districts meet the standard.", "torn-number"),
        ("The team will meet again on the th in the hall.", "torn-date"),
        ("Unemployment is at% now.", "lost-number"),
        ("The mill makes 7 Hundreds of bricks a day.", "lost-number"),
        ("The city has 1,2345 schools in the north.", "scrambled-number"),
        ("The plan covers 9 Each village in the valley.", "torn-number"),
        ("The bridge will open on the th of next year.", "torn-date"),
        ("The shop was founded in 6 month, and it has grown.", "torn-date"),
        ("News agency Leeds May 3 (Reuters) The mayor spoke to the press.", "invented-agency"),
        ("The shop sells the womens coats.", "lost-apostrophe"),
        ("The town seeks partners for its economic development. hard work.", "orphan-fragment"),
    ],
)
def test_what_cannot_be_repaired_is_flagged_and_stays(text: str, kind: str) -> None:
    result = STEP.run(text)
    assert result.text is text
    assert kind in {flag.kind for flag in result.flags}


def test_sound_text_has_no_flags() -> None:
    for page in (
        "On May 3, 2021, about 380 people came. It was cold.",
        "我们五月三日去。",
        "Sales rose by 5% in 2020, to 36,500 cars.",
        "LONDON, May 3 (Reuters) - The mayor spoke. In a 6 month trial, hundreds of people and 9 of 10 shops took part.",
        "The women's coats are here; all 5 schools and each village in the north came on the 4th.",
    ):
        assert STEP.run(page).flags == ()


# -- laws --------------------------------------------------------------------------------------------------------------


@given(texts())
def test_the_laws_hold_for_any_text(text: str) -> None:
    check_laws(STEP, text)


@given(mutations(list(seed_texts().values())))
def test_the_laws_hold_for_damaged_pages(text: str) -> None:
    check_laws(STEP, text)


@pytest.mark.parametrize("lang", ["de", "fr", "es", "nl", "it", "id"])
def test_other_languages_are_left_alone(lang: str) -> None:
    sample = {
        "de": "Die Fähre verließ den Hafen, Und niemand winkte. Das das Wetter so schlecht war, ahnte keiner.",
        "fr": "Le bac a quitté le port , Et personne n'a fait signe. On on dit que la mer montait.",
        "es": "El barco salió del puerto, Y nadie saludó. En en la costa llovía mucho aquella tarde.",
        "nl": "De boot verliet de haven, En niemand zwaaide. In in de verte scheen de zon nog even.",
        "it": "Il battello lasciò il porto, E nessuno salutò. Per per tutta la notte piovve sul mare.",
        "id": "Kapal itu meninggalkan pelabuhan, Dan tidak ada yang melambai. Di di pantai hujan turun lebat.",
    }[lang]
    assert STEP(sample) is sample


def _cpu(text: str) -> float:
    start = time.process_time()
    STEP.stages()[0].edits(text, _context(text))
    return time.process_time() - start


def test_a_line_of_a_megabyte_takes_time_in_proportion() -> None:
    for piece in ("5 month 3 ", "ofthe com pany, The ", "found. found. ", "the the ", "10 A ", "1, 000 "):
        times = []
        for size in (50_000, 200_000):
            text = (piece * (size // len(piece)))[:size]
            times.append(min(_cpu(text) for _ in range(3)))
        assert times[1] < 10 * max(times[0], 0.02), f"{piece!r}: {times}"


def _context(text: str) -> Any:
    from shnorm.gate import Context, Memory

    return Context(text, Memory(text, "en", translated=1.0))


# -- the word lists ----------------------------------------------------------------------------------------------------


def test_names_and_words_are_told_apart() -> None:
    assert tags("flights") == "S"
    assert tags("apple").endswith("*")
    assert not tags("water").endswith(("+", "*"))
    assert tags("ofthe") == ""


def test_pairs_pieces_and_ranks() -> None:
    assert is_pair("of", "the")
    assert not is_pair("percent", "age")
    assert is_piece("pany")
    assert not is_piece("xqzt")
    assert rank("the") == 0


# -- cheap tests before dear ones ---------------------------------------------------------------------------------------


def examples() -> list[str]:
    return [text for file in FILES for rule in file.RULES for text in (*(pair[0] for pair in rule.examples), *rule.keeps)]


def unscreened() -> Family:
    return Family("translation", FAMILY.rules, {file.NAME: file.trigger for file in FILES if hasattr(file, "trigger")})


FAMILY = load("zh-en")[0]


def test_the_screen_leaves_out_no_file_that_has_anything_to_do() -> None:
    # Edits, not candidates: a trigger may name a rule that then finds nothing.
    whole = unscreened()
    for text in (*examples(), *seed_texts().values(), *(row["input"] for row in rows("translation"))):
        for translated in (0.0, 1.0):
            memory = Memory(text, "en", translated=translated)
            assert FAMILY.edits(text, Context(text, memory)) == whole.edits(text, Context(text, memory)), text


def test_evidence_does_not_depend_on_when_it_is_asked_for() -> None:
    page = "5 month 3 Japan , The ferry left ."
    memory = Memory(page, "en")
    memory.turn("The ferry left.")
    assert memory.translated == translation_score(page).value


def test_kinds_keep_every_offset() -> None:
    text = "On 5\u00a0May, “Tom”\n\tsaw 𝟛0%?"
    assert Look(text).kinds == b"Aa 0?Aaa, ?Aaa?\n aaa ?0%."
    assert len(Look(text).kinds) == len(text)


def test_a_later_pass_finds_what_a_first_look_would() -> None:
    page = "\n".join([*SOUND["en"], "Most ofthe seats were taken.", "The com pany hired ten people, inthe end."] * 4)
    other = page.replace("ofthe", "of the").replace("inthe end", "forthe time being") + "\nA foot ball match was the the last."
    memory = Memory(page, "en", translated=1.0)
    scan(page, Context(page, memory))
    again, fresh = scan(other, Context(other, memory)), scan(other, Context(other, Memory(other, "en", translated=1.0)))
    assert len(page) > LONG
    assert {"forthe", "pany"} <= fresh.low
    assert all(all(word in both for word in one) for one, both in zip(fresh, again, strict=True))
    # What is found besides stands no longer in the text.
    assert {word for word in again.low - fresh.low if word in other.split()} == set()


@pytest.mark.parametrize("words", [8, 400])
def test_a_phrase_that_follows_itself_is_met_among_few_words_and_many(words: int) -> None:
    rest = " ".join(chr(97 + i % 26) * (2 + i // 26) for i in range(words))
    found = scan(
        f"{rest} snow in the north of in the north of the country the the end", Context("", Memory("", "en", translated=1.0))
    )
    assert "in" in found.again
    assert found.doubled == {"the"}
    assert scan(rest, Context("")).again == frozenset()


@given(
    st.lists(
        st.sampled_from(["the", "a", "an", "of", "The", "in", "at", "sat", "cat's", "to", "to-do", "that", "A"]),
        min_size=1,
        max_size=40,
    ).map(" ".join)
)
def test_many_doubled_words_are_found_as_few_are(text: str) -> None:
    def spans(few: int) -> list[tuple[int, int]]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(duplicates, "FEW", few)
            return [m.span() for m in duplicates._doubles(text, Context(text, Memory(text, "en", translated=1.0)))]

    assert spans(-1) == spans(1000)
