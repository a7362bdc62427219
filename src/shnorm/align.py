"""Spans through stages, both ways: where a piece of the cleaned text stood in the original, and the reverse.

One list of edits for each stage that changed something, walked lazily with ``bisect``; an edit is atomic, so a span that
touches its inside maps to all of it (the model of ICU's ``Edits``).  No per-character arrays and no merging of stages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shnorm.edits import Edit, Rewrite


class _Map:
    """Two rising lists of spans, one pair for each edit: ``[a0, a1)`` on one side is ``[b0, b1)`` on the other."""

    __slots__ = ("a0", "a1", "b0", "b1")

    def __init__(self, a0: list[int], a1: list[int], b0: list[int], b1: list[int]) -> None:
        self.a0, self.a1, self.b0, self.b1 = a0, a1, b0, b1

    def span(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self._start(start), self._end(end)
        i = bisect_right(self.a0, start) - 1
        if i < 0:
            return start, start
        if start < self.a1[i]:
            return (self.b0[i], self.b1[i]) if start > self.a0[i] else (self.b0[i], self.b0[i])
        moved = start - self.a1[i] + self.b1[i]
        return moved, moved

    def _start(self, p: int) -> int:
        i = bisect_right(self.a0, p) - 1
        if i < 0:
            return p
        return self.b0[i] if p < self.a1[i] else p - self.a1[i] + self.b1[i]

    def _end(self, p: int) -> int:
        i = bisect_left(self.a0, p) - 1
        if i < 0:
            return p
        return self.b1[i] if p <= self.a1[i] else p - self.a1[i] + self.b1[i]


def _maps(edits: Sequence[Edit]) -> tuple[_Map, _Map]:
    s0, s1, d0, d1 = [], [], [], []
    if isinstance(edits, Rewrite) and edits.aligned:
        edits = ()  # character for character: every offset stays
    shift = 0
    for start, end, new, _ in edits:
        s0.append(start)
        s1.append(end)
        d0.append(start + shift)
        d1.append(start + shift + len(new))
        shift += len(new) - (end - start)
    return _Map(s0, s1, d0, d1), _Map(d0, d1, s0, s1)


class Alignment:
    """Maps half-open spans (code points) between the original and the normalized text; total and monotone.

    A non-empty span maps from the start of its first character to the end of its last; deletions at its borders stay
    outside, inside it stay inside.  A removed span maps to the empty span where it stood, an inserted one likewise.
    A bound outside the text is drawn to its nearest end.

    >>> alignment = Alignment([[Edit(1, 2, "", "spacing.x")], [Edit(0, 1, "Aa", "case.y")]], 4, 4)
    >>> alignment.to_original(0, 2), alignment.to_normalized(1, 2)
    ((0, 1), (2, 2))
    """

    __slots__ = ("_built", "_stages", "length", "normalized_length")

    def __init__(self, stages: Sequence[Sequence[Edit]], length: int, normalized_length: int) -> None:
        self._stages = stages
        self._built: list[tuple[_Map, _Map]] | None = None
        self.length, self.normalized_length = length, normalized_length

    def _all(self) -> list[tuple[_Map, _Map]]:
        if self._built is None:
            self._built = [_maps(edits) for edits in self._stages]
        return self._built

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Span of the original that ``normalized[start:end]`` came from."""
        start, end = _within(start, end, self.normalized_length)
        for _, back in reversed(self._all()):
            start, end = back.span(start, end)
        return start, end

    def to_normalized(self, start: int, end: int) -> tuple[int, int]:
        """Span of the normalized text that ``original[start:end]`` became."""
        start, end = _within(start, end, self.length)
        for forth, _ in self._all():
            start, end = forth.span(start, end)
        return start, end


def _within(start: int, end: int, length: int) -> tuple[int, int]:
    start = min(max(start, 0), length)
    return start, min(max(end, start), length)


class Change(NamedTuple):
    """A region that differs: ``before[start:end]`` became ``after[new_start:new_end]``, by ``rules`` in the order of their stages."""

    start: int
    end: int
    new_start: int
    new_end: int
    rules: tuple[str, ...]


def compose(changes: Sequence[Change], edits: Iterable[Edit]) -> list[Change]:
    """Add a stage to what has changed so far: each edit joins the changes that it touches; all other changes only move.

    ``changes`` lead from a first text to the one that the stage received; the answer leads from the first text to the
    stage's result.  Linear.

    >>> compose([Change(0, 1, 0, 2, ("a",))], [Edit(5, 6, "", "b")])
    [Change(start=0, end=1, new_start=0, new_end=2, rules=('a',)), Change(start=4, end=5, new_start=5, new_end=5, rules=('b',))]
    """
    out: list[Change] = []
    drift = 0  # before -> received, over the changes passed
    shift = 0  # received -> result, over the edits passed
    i, pending = 0, list(edits)
    j = 0
    while i < len(changes) or j < len(pending):
        # The next group: everything that overlaps or touches, in coordinates of the received text.
        if j >= len(pending) or (i < len(changes) and changes[i].new_start <= pending[j].start):
            low = changes[i].new_start
        else:
            low = pending[j].start
        high, rules = low, list[str]()
        group_drift, group_shift = drift, shift
        while True:
            if i < len(changes) and changes[i].new_start <= high:
                change = changes[i]
                high = max(high, change.new_end)
                rules.extend(change.rules)
                group_drift = change.new_end - change.end
                i += 1
            elif j < len(pending) and pending[j].start <= high:
                edit = pending[j]
                high = max(high, edit.end)
                rules.append(edit.rule)
                group_shift += len(edit.new) - (edit.end - edit.start)
                j += 1
            else:
                break
        out.append(Change(low - drift, high - group_drift, low + shift, high + group_shift, tuple(dict.fromkeys(rules))))
        drift, shift = group_drift, group_shift
    return out
