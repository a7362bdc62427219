"""``Spans``: the answer of every segmenter, boundaries in arrays and a ``Span`` made only when asked.

Spans tile the text they were made from: they are in order, leave nothing out and do not overlap, so
``"".join(spans.texts()) == text`` holds for any ``str``.  Offsets are half-open and in code points of that text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, repeat
from typing import NamedTuple, overload


class Span(NamedTuple):
    """``text == whole[start:end]``; ``label`` is what the segmenter knows of it (a language code, a part of speech) or ``None``."""

    start: int
    end: int
    text: str
    label: str | None = None


# Makes a Span of a 4-tuple without a Python frame for each: three times as fast as Span(*values).
_span: Callable[[tuple[int, int, str, str | None]], Span] = partial(tuple.__new__, Span)


class Spans(Sequence[Span]):
    """A sequence of :class:`Span` that tiles ``text``.

    ``ends`` holds the end of each span in ascending order; the last one is ``len(text)``.  The empty text has no span.

    >>> spans = Spans("ab c", [2, 3, 4])
    >>> spans[0]
    Span(start=0, end=2, text='ab', label=None)
    >>> spans.texts(), spans.offsets()
    (['ab', ' ', 'c'], [(0, 2), (2, 3), (3, 4)])
    """

    __slots__ = ("ends", "labels", "text")

    def __init__(self, text: str, ends: Iterable[int], labels: Sequence[str | None] | None = None) -> None:
        self.text = text
        self.ends: Sequence[int] = ends if isinstance(ends, (list, tuple)) else list(ends)
        self.labels = labels
        if (self.ends[-1] if self.ends else 0) != len(text):
            raise ValueError("spans must tile the text: the last end has to be its length")

    def __len__(self) -> int:
        return len(self.ends)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | Sequence[Span]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
            if index < 0:
                raise IndexError("span index out of range")
        end = self.ends[index]
        start = self.ends[index - 1] if index > 0 else 0
        return Span(start, end, self.text[start:end], self.labels[index] if self.labels else None)

    def __iter__(self) -> Iterator[Span]:
        labels: Iterable[str | None] = self.labels if self.labels else repeat(None)
        return map(_span, zip(chain((0,), self.ends), self.ends, self.texts(), labels, strict=False))

    def texts(self) -> list[str]:
        """The text of every span."""
        text = self.text
        return [text[start:end] for start, end in zip(chain((0,), self.ends), self.ends, strict=False)]

    def offsets(self) -> list[tuple[int, int]]:
        """``(start, end)`` of every span."""
        return list(zip((0, *self.ends[:-1]), self.ends, strict=True)) if self.ends else []

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Spans):
            return NotImplemented
        return (
            self.text == other.text
            and list(self.ends) == list(other.ends)
            and list(self.labels or ()) == list(other.labels or ())
        )

    def __hash__(self) -> int:
        return hash((self.text, tuple(self.ends)))

    def __repr__(self) -> str:
        shown = ", ".join(map(repr, self.texts()[:8]))
        return f"Spans([{shown}{', ...' if len(self) > 8 else ''}])"
