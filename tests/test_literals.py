"""Literals are found as plain searching finds them, wherever they stand and whatever the text holds."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm import literals
from shnorm.literals import Literals

LETTERS = st.text("ab的是\ud800", max_size=40)
WORDS = st.lists(st.text("ab的是", min_size=1, max_size=4), max_size=6)


def plainly(words: list[str], text: str) -> list[tuple[int, int, str]]:
    return [
        (i, i + len(word), word)
        for word in dict.fromkeys(words)
        for i in range(len(text) - len(word) + 1)
        if text.startswith(word, i)
    ]


@given(WORDS, LETTERS)
def test_found_are_the_literals_of_the_places(words: list[str], text: str) -> None:
    assert Literals(words).found(text) == {word for _, _, word in plainly(words, text)}


@given(WORDS, LETTERS)
def test_reading_in_pieces_changes_nothing(words: list[str], text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(literals, "PIECE", 3)
        assert Literals(words).found(text) == {word for _, _, word in plainly(words, text)}


@given(WORDS, LETTERS)
def test_places_are_those_of_plain_searching_in_bytes(words: list[str], text: str) -> None:
    def size(end: int) -> int:
        return len(text[:end].encode("utf-8", "surrogatepass"))

    expected = sorted((size(start), size(end), word) for start, end, word in plainly(words, text))
    data = text.encode("utf-8", "surrogatepass")
    with pytest.MonkeyPatch.context() as patch:
        for piece in (literals.PIECE, 3):
            patch.setattr(literals, "PIECE", piece)
            found = Literals(words).places_in_utf8(data)
            assert sorted(found) == expected
            assert [end for _, end, _ in found] == sorted(end for _, end, _ in found)


def test_literals_pickle() -> None:
    assert pickle.loads(pickle.dumps(Literals(["甲", "b"]))).found("甲") == {"甲"}
