"""The engine ``wordfreq``: its logic with a stub of the package, and the package itself where it is installed."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from shnorm.errors import MissingExtraError
from shnorm.language import detect, wordlists
from shnorm.language.model import MODELS

from .conftest import under_hash_seeds

installed = pytest.mark.skipif(importlib.util.find_spec("wordfreq") is None, reason="needs shnorm[wordfreq]")
absent = pytest.mark.skipif(importlib.util.find_spec("wordfreq") is not None, reason="wordfreq is installed")


def stub(**lists: list[list[str]]) -> Any:
    """A package that has these lists only; a band of words per centibel, as in wordfreq."""
    return SimpleNamespace(available_languages=lambda wordlist: {name: name for name in lists}, read_cBpack=lists.__getitem__)


def bands(**words: int) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in range(1 + max(words.values()))]
    for word, centibels in words.items():
        found[centibels].append(word)
    return found


def test_a_word_of_a_list_decides_what_the_letters_leave_open() -> None:
    plain = MODELS["Latin"].get()
    for code, name in (("fi", "fi"), ("no", "nb"), ("hr", "sh")):
        more = wordlists.load("Latin", stub(**{name: bands(zolmaro=300)}))
        gained = dict(zip(plain.languages, map(lambda a, b: b - a, plain.scores("zolmaro"), more.scores("zolmaro")), strict=True))
        assert gained.pop(code) == wordlists.steps(300)
        assert set(gained.values()) == {0}


def test_words_in_several_lists_count_for_each() -> None:
    more = wordlists.load("Latin", stub(sv=bands(zolmaro=300), da=bands(zolmaro=400)))
    scores = dict(zip(more.languages, more.scores("zolmaro"), strict=True))
    plain = dict(zip(more.languages, MODELS["Latin"].get().scores("zolmaro"), strict=True))
    assert scores["sv"] - plain["sv"] > scores["da"] - plain["da"] > 0


def test_the_models_own_words_count_half_and_it_stays_as_it_was() -> None:
    plain = MODELS["Latin"].get()
    before = plain.scores("the")
    more = wordlists.load("Latin", stub())
    assert plain.scores("the") == before
    assert plain.scores("the")[0] > more.scores("the")[0]


def test_a_language_without_a_list_keeps_its_own_words() -> None:
    more = wordlists.load("Cyrillic", stub(ru=bands(слово=300)))
    assert more.guess("Снощи валя силен дъжд.").code == "bg"


def test_words_that_the_model_never_asks_for_are_left_out() -> None:
    assert list(wordlists.weighted([["don't", "mp3", "e-mail", "wine"]])) == [("wine", wordlists.steps(0))]


def test_a_list_is_read_as_far_as_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordlists, "WORDS", 2)
    assert [word for word, _ in wordlists.weighted([["a"], ["c", "b"], ["d"]])] == ["a", "c", "b"]


@absent
def test_without_the_package_the_error_says_what_to_install() -> None:
    with pytest.raises(MissingExtraError, match=r"shnorm\[wordfreq\]"):
        detect("The weather is fine today.", engine="wordfreq")


@absent
def test_what_needs_no_model_needs_no_package() -> None:
    assert detect("昨日は雨が降りました。", engine="wordfreq").code == "ja"


@installed
@pytest.mark.parametrize(
    ("text", "code"),
    [("handwriting", "en"), ("Handschrift", "de"), ("écriture", "fr"), ("почерк", "ru"), ("دستخط", "fa")],
)
def test_single_words_are_told(text: str, code: str) -> None:
    assert detect(text, engine="wordfreq").code == code


@installed
def test_the_cases_of_the_default_engine_hold() -> None:
    path = Path(__file__).parent / "cases" / "language.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        assert detect(case["text"], engine="wordfreq").code == case["code"], case


@installed
def test_answers_do_not_depend_on_the_hash_seed() -> None:
    code = "from shnorm.language import detect; print([detect(t, engine='wordfreq') for t in ('stark', 'mano', 'да', 'in')])"
    assert len(under_hash_seeds(code)) == 1
