"""What changed in one stage: edits, and the two functions that turn a text into another and back into edits.

An edit is half-open and in code points of the text that its STAGE received.  The edits of a stage are sorted and disjoint;
they may touch.  ``splice`` is the only way in which shnorm changes a text, so the plain call and the account cannot disagree.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``, because of ``rule`` (a dotted name such as ``translation.dates.month-day``)."""

    start: int
    end: int
    new: str
    rule: str


class Rewrite(Sequence[Edit]):
    """The edits of a stage that computed a whole new text (a converter): the difference of the two texts, worked out when asked.

    ``bool()`` and ``splice`` need no difference, so a plain call does not pay for the account.

    >>> edits = Rewrite("漢字和字", "汉字和字", "simplify.convert")
    >>> list(edits)
    [Edit(start=0, end=1, new='汉', rule='simplify.convert')]
    """

    __slots__ = ("_edits", "_places", "new", "old", "rule")

    def __init__(self, old: str, new: str, rule: str) -> None:
        self.old, self.new, self.rule = old, new, rule
        self._edits: list[Edit] | None = None
        self._places: array[int] | None = None

    @property
    def aligned(self) -> bool:
        """Whether each edit replaces one character by one, so that offsets are the same on both sides."""
        return len(self.old) == len(self.new)

    def _made(self) -> Sequence[Edit]:
        if self._edits is None:
            self._edits = diff(self.old, self.new, self.rule)
        return self._edits

    def _differing(self) -> array[int]:
        # Four bytes an edit; as objects, the edits of a converted page would take thirty times the page.
        if self._places is None:
            self._places = array("I", (i for i, (x, y) in enumerate(zip(self.old, self.new, strict=True)) if x != y))
        return self._places

    def _at(self, place: int) -> Edit:
        return Edit(place, place + 1, self.new[place], self.rule)

    def __bool__(self) -> bool:
        return self.old != self.new

    def __len__(self) -> int:
        return len(self._differing() if self.aligned else self._made())

    @overload
    def __getitem__(self, index: int) -> Edit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Edit]: ...
    def __getitem__(self, index: int | slice) -> Edit | Sequence[Edit]:
        if not self.aligned:
            return self._made()[index]
        places = self._differing()
        return [self._at(place) for place in places[index]] if isinstance(index, slice) else self._at(places[index])

    def __iter__(self) -> Iterator[Edit]:
        return map(self._at, self._differing()) if self.aligned else iter(self._made())


def splice(text: str, edits: Sequence[Edit]) -> str:
    """Return ``text`` with ``edits`` applied; the same object if there are none or if they change nothing.

    >>> splice("a . b", [Edit(1, 2, "", "spacing.before-mark")])
    'a. b'
    """
    if not edits:
        return text
    if isinstance(edits, Rewrite) and edits.old is text:
        return edits.new
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces.append(text[position : edit[0]])
        pieces.append(edit[2])
        position = edit[1]
    pieces.append(text[position:])
    out = "".join(pieces)
    return text if out == text else out


def check(text: str, edits: Sequence[Edit]) -> None:
    """Raise ``ValueError`` if ``edits`` are not sorted, disjoint and inside ``text`` (for tests of normalizers)."""
    position = 0
    for edit in edits:
        if not position <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} is out of order or out of bounds (previous end {position}, length {len(text)})")
        position = edit.end


def resolve(edits: Iterable[Edit]) -> list[Edit]:
    """Sort candidate edits and drop each one that overlaps an earlier-accepted one; candidates come in order of priority.

    Two insertions at one place are an overlap; an insertion at the border of a replacement is not.

    >>> resolve([Edit(4, 6, "x", "a"), Edit(0, 2, "y", "b"), Edit(5, 8, "z", "c")])
    [Edit(start=0, end=2, new='y', rule='b'), Edit(start=4, end=6, new='x', rule='a')]
    """
    order = list(edits)
    if not _clear(order):
        if _clear(inorder := sorted(order)):
            return inorder
        ranked = sorted(range(len(order)), key=order.__getitem__)
        # A sweep in text order that keeps, of each overlapping pair, the one of higher priority.
        kept: list[int] = []
        for i in ranked:
            edit, beaten = order[i], False
            while kept and _overlap(order[kept[-1]], edit):
                if kept[-1] < i:
                    beaten = True
                    break
                kept.pop()
            if not beaten:
                kept.append(i)
        order = [order[i] for i in kept]
    return order


def _clear(edits: Iterable[Edit]) -> bool:
    """Whether each edit stands clear of the one before, behind it."""
    first = last = -1
    for start, end, _, _ in edits:
        if start < last or end == first:
            return False
        first, last = start, end
    return True


def _overlap(a: Edit, b: Edit) -> bool:
    (s, e, _, _), (t, f, _, _) = a, b
    return s == t if s == e and t == f else s < f and t < e


def diff(old: str, new: str, rule: str) -> list[Edit]:
    """Edits that turn ``old`` into ``new``: by characters if the lengths agree, else line by line, else one
    edit, each trimmed to what differs.  Linear.

    Coarse but never wrong: ``splice(old, diff(old, new, rule)) == new``.

    >>> diff("aXc\\nd", "aYc\\nd", "r")
    [Edit(start=1, end=2, new='Y', rule='r')]
    """
    if old == new:
        return []
    if len(old) == len(new):
        # One edit for each character, so that offsets map back exactly: an edit is atomic.
        return list(Rewrite(old, new, rule))
    a, b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if len(a) == len(b):
        edits: list[Edit] = []
        base = 0
        for x, y in zip(a, b, strict=True):
            if x != y:
                edits.append(Edit(*trim(old, base, base + len(x), y), rule))
            base += len(x)
        return edits
    return [Edit(*trim(old, 0, len(old), new), rule)]


def trim(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """The part of replacing ``text[start:end]`` by ``new`` that changes anything: common beginning and end left out.

    >>> trim("materials. . All", 9, 12, ".")
    (10, 12, '')
    """
    limit = min(end - start, len(new))
    if limit and text[start] != new[0] and text.endswith(new, start, end):
        return start, end - limit, ""
    head = 0
    while head < limit and text[start + head] == new[head]:
        head += 1
    tail = 0
    while tail < limit - head and text[end - 1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, end - tail, new[head : len(new) - tail]
