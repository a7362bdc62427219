"""The suspicious places of a line that pages of two bytes may explain, and whether a misreading of them is thinkable at all.

A cheaper proof than :mod:`shnorm.repair.mojibake.plans` gives that a rare word is just that: it proves nothing misread.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from shnorm.repair.mojibake import readings
from shnorm.repair.mojibake.gate import PATTERNS
from shnorm.repair.mojibake.pages import PAGES, REPLACEMENT
from shnorm.repair.mojibake.plans import DOUBLE, FEW, ODDS
from shnorm.repair.mojibake.readings import Judge

#: Part of a line's Chinese, Japanese and Korean in suspicious places, from which on the line is looked at as a whole.
DENSE = 0.25
#: How far around a suspicious place is looked, where no mark or blank stops it.
MARGIN = 12
#: What natural text costs (nats a character), and by how much a place must exceed it to be looked at.
NATURAL, LOOK = 6.0, 7.0
#: In so many characters on either side of a suspicious place UTF-8 begins and ends where a character does.
ALIGNED = 3

_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff61-\uffef\ue000-\uf8ff]")
_BORDER = re.compile("[\\s，。、：；！？（）「」《》“”]")

# Bytes of UTF-8 that begin and end where characters do; see Page.shape.
_SEQUENCE = r"(?:2\|?c|3\|?c\|?c|4\|?c\|?c\|?c)"
_UTF8 = re.compile(rf"\|{_SEQUENCE}(?:\|?{_SEQUENCE}|a)*(?=\|)")


class Place(NamedTuple):
    """Uncommon characters ``text[first:last]`` and what stands around them, ``text[start:end]``, up to a mark or blank.

    ``dense``: whether so much of it is uncommon that bytes other than UTF-8 are thinkable.
    """

    first: int
    last: int
    start: int
    end: int
    dense: bool


def places(judge: Judge, text: str) -> list[Place]:
    """The places of ``text`` that may be misread: all of it as one, if they are dense; none, if no misreading is thinkable."""
    every = [m.span() for m in PATTERNS.get().cluster.finditer(text)]
    clusters = [(a, b) for a, b in every if _worth_a_look(judge, text, a, b)]
    if not clusters:
        return []
    wide = len(_WIDE.findall(text))
    if wide <= MARGIN or sum(len(_WIDE.findall(text, a, b)) for a, b in clusters) > DENSE * wide:
        sure = any(_thinkable(judge, text, Place(a, b, 0, len(text), False)) for a, b in every) or _rereads(judge, text)
        return [Place(0, len(text), 0, len(text), True)] if sure else []
    out: list[Place] = []
    for a, b in clusters:
        start, end = _borders(text, a, b)
        place = Place(a, b, start, end, b - a > FEW or (a, b) == (start, end))
        if _thinkable(judge, text, place):
            out.append(place)
    return out


def _worth_a_look(judge: Judge, text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is more than one uncommon character and reads so badly that another reading could gain the odds."""
    if PATTERNS.get().cjk.search(text, start, end + 1) is None:
        return False
    near = text[max(0, start - 1) : end + 1]
    return -judge.score(near) - NATURAL * len(near) > LOOK


def _borders(text: str, start: int, end: int) -> tuple[int, int]:
    """``text[start:end]`` widened to the next mark or blank on either side, by :data:`MARGIN` characters at most."""
    before = text[max(0, start - MARGIN) : start]
    after = text[end : end + MARGIN]
    cut = max((m.end() for m in _BORDER.finditer(before)), default=0)
    stop = _BORDER.search(after)
    return start - len(before) + cut, end + (stop.start() if stop else len(after))


def _thinkable(judge: Judge, text: str, place: Place) -> bool:
    """Whether some of the uncommon characters can be bytes of UTF-8, or a letter with an accent and the one after it."""
    if REPLACEMENT in text[place.start : place.end]:
        return True
    pages = PAGES.get()
    around = text[max(place.start, place.first - ALIGNED) : min(place.end, place.last + ALIGNED)]
    if any(_may_be_utf8(pages[name].shape(around)) for name in DOUBLE):
        return True
    near = text[max(place.start, place.first - 1) : place.last + 1]
    if readings.BESIDE_LETTERS.search(near) and any(readings.letter_pairs(judge, pages[name].read(near)) for name in DOUBLE):
        return True
    return place.dense and _rereads(judge, text[place.start : place.end])


def _may_be_utf8(shape: str) -> bool:
    """Whether two characters together are UTF-8, or one that ASCII stands beside."""
    return any(
        "|" in m.group()[1:] or shape.startswith("|A", m.end()) or shape.endswith("A", 0, m.start())
        for m in _UTF8.finditer(shape)
    )


def _rereads(judge: Judge, text: str) -> bool:
    """Whether ``text`` or a word of it is so much more natural in another encoding than UTF-8 that it may be worth the odds."""
    pages = PAGES.get()
    for name, encodings in DOUBLE.items():
        if name != "cp936" or "€" in text:
            read = pages[name].read(text)
            for encoding in encodings:
                if any(change.gain > ODDS for change in readings.reread(judge, read, encoding, ODDS)):
                    return True
    return False
