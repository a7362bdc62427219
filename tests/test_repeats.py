"""Repeated, cut and near-equal lines."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm.repeats import Copy, are_near, copies, ends_sentence, is_cut, is_trail, key, weight, words

STORY = "Harbour tram line to open in spring after two years of delays"


def test_a_key_holds_letters_and_digits_folded() -> None:
    assert key(" “Harbour  Tram” 2 !") == "harbourtram2"
    assert key("機器：轉動") == key("机器，转动")
    assert weight(key("机器")) == 4


@pytest.mark.parametrize(
    ("short", "whole", "cut"),
    [
        (STORY + ", city council confi", STORY + ", city council confirms it", True),
        (STORY + "...", STORY + ", city council confirms it", True),
        (STORY + "…", STORY + ", city council confirms it", True),
        ("The river", "The river rises in the hills", False),
        ("The river rises", "The river rises", False),
        ("", "The river", False),
        ("第三届读书节将于下周举行，活动持续三...", "第三届读书节将于下周举行，活动持续三天。", True),
        ("第三届读书节将于下周举行", "第三届读书节将于下周举行，活动持续三天。", False),
    ],
)
def test_a_cut_line_ends_inside_a_word_or_with_dots(short: str, whole: str, cut: bool) -> None:
    assert is_cut(short, whole) is cut


def test_a_breadcrumb_ends_with_the_title() -> None:
    assert is_trail(f"Home > News > {STORY}", STORY)
    assert is_trail(f"current position:Home>{STORY}", STORY)
    assert not is_trail(f"He said: {STORY}", STORY)
    assert not is_trail(STORY, STORY)


def test_near_lines_share_their_words_and_their_end() -> None:
    assert are_near(
        "As the machine turns and the service runs, Songjiang speeds up the return to work",
        "The machine turns, service runs, Songjiang speeds up the return to work",
    )
    assert not are_near("The river rises in the hills", "The river ends in the lake")


def test_a_sentence_ends_with_its_mark_or_a_quote_after_it() -> None:
    assert ends_sentence("He said “no.”")
    assert ends_sentence("门票免费。")
    assert not ends_sentence("Night trains return")


def test_words_are_cut_at_blanks_marks_and_between_han() -> None:
    assert words("Wi-Fi 機器") == ["wi", "fi", "机", "器"]


def test_copies_are_told_in_order_with_their_kind() -> None:
    page = [f"Home > {STORY}", STORY, "", f"“{STORY}”", "", STORY[:30] + "...", "The tram is new."]
    assert copies(page) == [Copy(0, 1, "trail"), Copy(3, 1, "equal"), Copy(5, 1, "cut")]


def test_short_and_different_lines_are_no_copies() -> None:
    assert copies(["Yes.", "Yes.", "Room 1: to be confirmed", "Room 2: to be confirmed"]) == []


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=40), max_size=20))
def test_any_lines_can_be_compared(lines: list[str]) -> None:
    for copy in copies(lines):
        assert 0 <= copy.line < len(lines)
        assert 0 <= copy.of < len(lines)
        assert copy.line != copy.of


PARTS = [
    "Harbour tram",
    " opens in spring",
    " after two years",
    " of dela",
    "ys",
    " 、",
    "，",
    "“",
    "”",
    "...",
    "…",
    ".",
    " ",
    "!",
    "Home > ",
    "é",
    "機器",
]


@given(st.lists(st.lists(st.sampled_from(PARTS), max_size=5).map("".join), max_size=6).map("\n".join))
def test_lines_that_neither_begin_nor_end_alike_are_no_copies(text: str) -> None:
    lines = text.split("\n")
    assert copies(lines) == copies(lines, [i for i, line in enumerate(lines) if line.strip()])


def test_it_costs_in_proportion_to_the_lines() -> None:
    for make in (
        lambda i: STORY + str(i % 50),
        lambda i: STORY,
        lambda i: STORY[: 20 + i % 40],
        lambda i: f"1 - 2 - 3 - 4 {i} x{i}",
    ):

        def cost(n: int, make: Callable[[int], str] = make) -> float:
            lines = [make(i) for i in range(n)]
            start = time.process_time()
            copies(lines)
            return time.process_time() - start

        # The best of three: a collection of garbage in one of them is no cost of theirs.
        few, many = (min(cost(n) for _ in range(3)) for n in (2_000, 8_000))
        assert many < 10 * max(few, 0.02)
