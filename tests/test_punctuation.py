"""Marks: cases, the span that decides, pairs of quotes, the style option."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from shnorm import ConfigError, NormalizePunctuation, NormalizeSpacing, Pipeline
from shnorm.repair.quotes import pairs
from shnorm.testing import check_laws, texts

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "cases/punctuation.jsonl").read_text(encoding="utf-8").splitlines()
]
STEPS = {
    "NormalizeSpacing": Pipeline([NormalizeSpacing()]),
    "NormalizePunctuation": Pipeline([NormalizePunctuation()]),
    "both": Pipeline([NormalizeSpacing(), NormalizePunctuation()]),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["input"][:40])
def test_a_case_of_marks_comes_out_as_it_should(case: dict[str, str]) -> None:
    assert STEPS[case["steps"]](case["input"]) == case["output"]


@given(texts())
def test_punctuation_keeps_the_laws(text: str) -> None:
    check_laws(NormalizePunctuation(), text)


@given(texts())
def test_punctuation_adds_and_deletes_no_letter_or_digit(text: str) -> None:
    def letters(s: str) -> str:
        return "".join(ch for ch in s if ch.isalnum())

    for lang in ("en", "zh", None):
        assert letters(NormalizePunctuation()(text, lang=lang)) == letters(text)


def test_the_span_decides_within_one_sentence() -> None:
    text = "他说“I love you，and you know it”,然后走了."
    assert NormalizePunctuation()(text) == "他说“I love you, and you know it”，然后走了。"


def test_corner_quotes_are_left_alone() -> None:
    text = "他說：「快走。」然後離開了。"
    assert NormalizePunctuation()(text) is text


@pytest.mark.parametrize(
    "line",
    ['a 24" monitor', 'so"no', '""', 'He said "yes and left', '24" and 19"'],
)
def test_pairing_declines_where_it_does_not_decide(line: str) -> None:
    assert pairs(line) is None


@pytest.mark.parametrize(
    ("style", "before", "after"),
    [
        ("keep", "“Yes,” she said.", "“Yes,” she said."),
        ("keep", '"Yes," she said.', '"Yes," she said.'),
        ("straight", "“Yes,” she said, ‘no’.", "\"Yes,\" she said, 'no'."),
        ("curly", '"Yes," she said.', "“Yes,” she said."),
        ("corner", "他说：“快走。”", "他说：「快走。」"),
    ],
)
def test_the_style_of_quotes_is_an_option(style: str, before: str, after: str) -> None:
    assert NormalizePunctuation(quotes=style)(before) == after


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ConfigError, match="choose one of keep, straight, curly, corner"):
        NormalizePunctuation(quotes="round")


def test_a_rule_can_be_switched_off() -> None:
    assert NormalizePunctuation(disable=("punctuation.clause-mark-in-han",))("他说,明天会下雨。") == "他说,明天会下雨。"
