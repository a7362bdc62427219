"""What changed in one stage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shnorm.edits import Edit, Rewrite, check, diff, resolve, splice
from shnorm.testing import texts


@given(texts(), texts())
def test_splicing_the_difference_of_two_texts_gives_the_second(old: str, new: str) -> None:
    edits = diff(old, new, "r")
    check(old, edits)
    assert splice(old, edits) == new
    assert splice(old, Rewrite(old, new, "r")) == new


def test_a_text_without_edits_comes_back_as_the_same_object() -> None:
    text = "".join(["a", "b"])
    assert splice(text, []) is text
    assert splice(text, [Edit(0, 1, "a", "r")]) is text


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6))))
def test_resolved_edits_are_sorted_and_disjoint(places: list[tuple[int, int]]) -> None:
    check("x" * 40, resolve(Edit(start, start + length, "y", "r") for start, length in places))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), min_size=1))
def test_the_first_declared_of_all_candidates_survives(places: list[tuple[int, int]]) -> None:
    edits = [Edit(start, start + length, str(i), "r") for i, (start, length) in enumerate(places)]
    assert edits[0] in resolve(edits)
