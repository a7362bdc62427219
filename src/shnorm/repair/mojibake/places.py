"""The suspicious places of a line that pages of two bytes may explain, and whether a misreading of them is thinkable at all.

A cheaper proof than :mod:`shnorm.repair.mojibake.plans` gives that a rare word is just that: it proves nothing misread.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from shnorm.repair.mojibake import readings
from shnorm.repair.mojibake.gate import PATTERNS
from shnorm.repair.mojibake.pages import PAGES, REPLACEMENT, Page, Piece, Read
from shnorm.repair.mojibake.plans import DOUBLE, FEW, LEAST, ODDS, odds
from shnorm.repair.mojibake.readings import Judge

#: Part of a line's Chinese, Japanese and Korean in suspicious places, from which on the line is looked at as a whole.
DENSE = 0.25
#: How far around a suspicious place is looked, where no mark or blank stops it.
MARGIN = 12
#: What natural text costs (nats a character), and by how much a place must exceed it to be looked at.
NATURAL, LOOK = 6.0, 7.0
#: In so many characters on either side of a suspicious place UTF-8 begins and ends where a character does.
ALIGNED = 3

_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff61-\uffef\ue000-\uf8ff]+")
_BORDER = re.compile("[\\s，。、：；！？（）「」《》“”]")

_GLUED = re.compile("[A-Za-z][\u4e00-\u9fff\uff61-\uff9f]|[\u4e00-\u9fff\uff61-\uff9f][a-z]")
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
    wide = _wide(text)
    if wide <= MARGIN or sum(_wide(text[a:b]) for a, b in clusters) > DENSE * wide:
        whole = Place(0, len(text), 0, len(text), REPLACEMENT in text or _rereads(judge, text, True))
        return (
            [whole]
            if whole.dense or any(_letters(judge, text, a, b, whole) or _pages(text, a, b, whole) for a, b in every)
            else []
        )
    out: list[Place] = []
    for a, b in clusters:
        start, end = _borders(text, a, b)
        near = text[start:end]
        place = Place(
            a, b, start, end, REPLACEMENT in near or ((b - a > FEW or near == text[a:b]) and _rereads(judge, near, False))
        )
        if (
            place.dense
            or _letters(judge, text, a, b, place)
            or any(
                _gains(judge, page.read(text[max(start, a - ALIGNED) : min(end, b + ALIGNED)]))
                for page in _pages(text, a, b, place)
            )
        ):
            out.append(place)
    return out


def _worth_a_look(judge: Judge, text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is more than one uncommon character and reads so badly that another reading could gain the odds."""
    if PATTERNS.get().cjk.search(text, start, end + 1) is None:
        return False
    near = text[max(0, start - 1) : end + 1]
    if _GLUED.search(near) is not None:
        return True  # one letter of a word is enough of a reason to look
    return -judge.score(near) - NATURAL * len(near) > LOOK


def _borders(text: str, start: int, end: int) -> tuple[int, int]:
    """``text[start:end]`` widened to the next mark or blank on either side, by :data:`MARGIN` characters at most."""
    before = text[max(0, start - MARGIN) : start]
    after = text[end : end + MARGIN]
    cut = max((m.end() for m in _BORDER.finditer(before)), default=0)
    stop = _BORDER.search(after)
    return start - len(before) + cut, end + (stop.start() if stop else len(after))


def _letters(judge: Judge, text: str, start: int, end: int, place: Place) -> bool:
    """Whether some of ``text[start:end]`` may be a letter with an accent and the one after it."""
    near = text[max(place.start, start - 1) : min(place.end, end + 1)]
    return readings.BESIDE_LETTERS.search(near) is not None and any(
        readings.letter_pairs(judge, page.read(near)) for page in _double(near)
    )


def _pages(text: str, start: int, end: int, place: Place) -> list[Page]:
    """The pages that may have shown UTF-8 as ``text[start:end]`` or as a part of it."""
    around = text[max(place.start, start - ALIGNED) : min(place.end, end + ALIGNED)]
    return [page for page in _double(around) if _may_be_utf8(page.shape(around))]


def _double(text: str) -> list[Page]:
    pages = PAGES.get()
    return [pages[name] for name in DOUBLE if name != "cp936" or "€" in text]


def _gains(judge: Judge, read: Read) -> bool:
    """Whether the UTF-8 in a text gains anything, or may after a further step."""
    return any(c.gain > LEAST or (c.gain > 0 and len(c.new) > 2 and max(c.new) >= "\u0800") for c in readings.utf8(judge, read))


def _may_be_utf8(shape: str) -> bool:
    """Whether two characters together are UTF-8, or one that ASCII stands beside."""
    return any(
        "|" in m.group()[1:] or shape.startswith("|A", m.end()) or shape.endswith("A", 0, m.start())
        for m in _UTF8.finditer(shape)
    )


def _rereads(judge: Judge, text: str, line: bool) -> bool:
    """Whether a word of ``text`` is so much more natural in another encoding than UTF-8 that it is worth the odds; or a whole ``line``."""
    cjk = PATTERNS.get().cjk
    words = [
        m.span()
        for m in readings.WORDS.finditer(text)
        if m.end() > m.start() + 1
        and cjk.search(m.group())
        and judge.may_gain(text, m.start(), m.end(), 2 * len(m.group()), ODDS)
    ]
    if not words:
        return False
    for page in _double(text):
        read = page.read(text)
        parts = [Piece(a, b, read.data(a, b)) for a, b in words if None not in read.cells[a:b]]
        for encoding in DOUBLE[page.name]:
            # Where all characters are of two bytes, a word is one in either encoding.
            for piece in [*parts, *read.pieces] if line and {page.name, encoding} & {"cp932", "euc-jp"} else parts:
                change = readings.as_whole(judge, text, piece, encoding)
                if change is not None and change.gain > odds(encoding, readings.beyond_ascii(change.new)):
                    return True
    return False


def _wide(text: str) -> int:
    """How many wide characters; a list of them all would take many times the text."""
    return len(text) - len(_WIDE.sub("", text))
