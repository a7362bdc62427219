r"""Lines of a text, with offsets.  Line ends are ``"\n"``, ``"\r\n"`` and ``"\r"``; nothing else is one.

``str.splitlines`` also splits at U+2028, U+0085, form feeds and others, which would tear apart lines that no editor shows
as torn.  Line ends belong to their line and are never rewritten by anything here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from shnorm.lazy import lazy
from shnorm.repeats import alike

_LINE_END = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """One line: ``text[start:end]`` is its content, ``text[end:next]`` its line end (empty for a last line without one)."""

    start: int
    end: int
    next: int


class Lines:
    r"""The lines of ``text``; offsets are half-open and in code points of ``text``.

    A text that ends with a line end has no further empty line after it; the empty text has no line.

    >>> lines = Lines("one\r\ntwo\n")
    >>> list(lines)
    [Line(start=0, end=3, next=5), Line(start=5, end=8, next=9)]
    >>> lines.at(6), lines.content(1)
    (1, 'two')
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @lazy
    def contents(self) -> list[str]:
        """All lines without their line ends."""
        text = self.text
        found = _LINE_END.split(text) if "\r" in text else text.split("\n")
        if not found[-1]:
            found.pop()
        return found

    @lazy
    def alike(self) -> list[int]:
        """Which lines begin or end like another one, see :func:`shnorm.repeats.alike`."""
        return alike(self.contents)

    @lazy
    def _offsets(self) -> tuple[list[int], list[int], list[int]]:
        """Where the lines start, end, and go on after their line ends."""
        text = self.text
        if "\r" in text:
            spans = [m.span() for m in _LINE_END.finditer(text)]
            ends, nexts = [start for start, _ in spans], [end for _, end in spans]
        else:
            nexts = list(accumulate([len(line) + 1 for line in self.contents]))
            ends = [end - 1 for end in nexts]
        starts = [0, *nexts][: len(self.contents)]
        if len(ends) < len(starts):
            ends.append(len(text))
            nexts.append(len(text))
        elif nexts:
            nexts[-1] = min(nexts[-1], len(text))
        return starts, ends, nexts

    def __len__(self) -> int:
        return len(self.contents)

    def __getitem__(self, index: int) -> Line:
        starts, ends, nexts = self._offsets
        return Line(starts[index], ends[index], nexts[index])

    def __iter__(self) -> Iterator[Line]:
        return map(Line, *self._offsets)

    def bounds(self, index: int) -> tuple[int, int]:
        """Where the line at ``index`` starts, and where it ends without its line end."""
        starts, ends, _ = self._offsets
        return starts[index], ends[index]

    def content(self, index: int) -> str:
        """The line at ``index`` without its line end."""
        return self.contents[index]

    def at(self, position: int) -> int:
        """Index of the line that holds ``position`` (a line end belongs to its line; past the text: the last line)."""
        return max(0, bisect_right(self._offsets[0], position) - 1)
