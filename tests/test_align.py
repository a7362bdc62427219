"""Spans through stages, both ways."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shnorm.align import Alignment, Change, compose
from shnorm.edits import Edit
from shnorm.testing import edit_histories


@given(edit_histories(), st.data())
def test_spans_map_in_bounds_and_monotone_both_ways(case: tuple[str, list[list[Edit]], str], data: st.DataObject) -> None:
    original, done, text = case
    alignment = Alignment(done, len(original), len(text))
    for forth, source, target in ((alignment.to_normalized, original, text), (alignment.to_original, text, original)):
        a = data.draw(st.integers(0, len(source)))
        b = data.draw(st.integers(a, len(source)))
        c = data.draw(st.integers(b, len(source)))
        (s1, e1), (s2, e2) = forth(a, b), forth(b, c)
        assert 0 <= s1 <= e1 <= len(target)
        assert 0 <= s2 <= e2 <= len(target)
        if a < b < c:
            assert s1 <= s2
            assert e1 <= e2


@given(edit_histories())
def test_characters_that_no_edit_touched_map_to_themselves(case: tuple[str, list[list[Edit]], str]) -> None:
    original, done, text = case
    alignment = Alignment(done, len(original), len(text))
    changes: list[Change] = []
    for edits in done:
        changes = compose(changes, edits)
    position = new_position = 0
    for change in [*changes, Change(len(original), len(original), len(text), len(text), ())]:
        assert original[position : change.start] == text[new_position : change.new_start]
        for offset in range(change.start - position):
            p, q = position + offset, new_position + offset
            assert alignment.to_normalized(p, p + 1) == (q, q + 1)
            assert alignment.to_original(q, q + 1) == (p, p + 1)
        position, new_position = change.end, change.new_end


def test_a_removed_span_maps_to_the_empty_span_where_it_stood() -> None:
    alignment = Alignment([[Edit(2, 5, "", "r")]], 8, 5)
    assert alignment.to_normalized(3, 4) == (2, 2)
    assert alignment.to_normalized(0, 8) == (0, 5)


def test_an_edit_is_atomic() -> None:
    alignment = Alignment([[Edit(2, 5, "xyz!", "r")]], 8, 9)
    assert alignment.to_original(3, 4) == (2, 5)
    assert alignment.to_normalized(4, 5) == (2, 6)


def test_bounds_outside_the_text_are_drawn_to_its_ends() -> None:
    alignment = Alignment([], 3, 3)
    assert alignment.to_original(-5, 99) == (0, 3)
