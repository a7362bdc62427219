"""Which written Chinese a text is, by the characters that exist in one orthography only.

It knows Traditional, Simplified and Japanese forms; it must not know words, grammar or any other language.
The sets come from OpenCC's tables (Apache-2.0) and two code pages: a Traditional form is one that OpenCC simplifies and GB 2312
does not hold, a Simplified form one that OpenCC makes Traditional and Big5 does not hold; ``tools/build_language_tables.py``.
Characters of both (后 里 云 台 ...) tell nothing.
"""

from __future__ import annotations

from importlib.resources import files
from typing import NamedTuple

from shnorm.resources import Resource

#: A text has to show this many times more forms of one orthography than of the other to be counted as that one.
CLEARLY = 4


class Orthography(NamedTuple):
    """Characters that occur in one orthography only."""

    traditional: frozenset[str]
    simplified: frozenset[str]
    japanese: frozenset[str]


def _load() -> Orthography:
    text = (files("shnorm.language") / "data" / "orthography.txt").read_text(encoding="utf-8")
    return Orthography(*map(frozenset, text.split("\n")[:3]))


ORTHOGRAPHY: Resource[Orthography] = Resource("language.orthography", _load)


def traditional_only() -> frozenset[str]:
    """The characters that exist in Traditional Chinese only (some of them also in Japanese or Korean hanja).

    >>> "漢" in traditional_only(), "里" in traditional_only()
    (True, False)
    """
    return ORTHOGRAPHY.get().traditional


def simplified_only() -> frozenset[str]:
    """The characters that exist in Simplified Chinese only (some of them also in Japanese: 国, 学).

    >>> "汉" in simplified_only(), "里" in simplified_only()
    (True, False)
    """
    return ORTHOGRAPHY.get().simplified


def japanese_only() -> frozenset[str]:
    """Han characters that exist in Japanese only: forms of 1946 that China does not share, and characters made in Japan.

    >>> "働" in japanese_only(), "国" in japanese_only()
    (True, False)
    """
    return ORTHOGRAPHY.get().japanese


class Counts(NamedTuple):
    """How many DIFFERENT characters of each orthography a text shows."""

    traditional: int
    simplified: int
    japanese: int


def count(text: str) -> Counts:
    """Count the different telling characters of ``text``.

    >>> count("漢漢字汉働")
    Counts(traditional=1, simplified=1, japanese=1)
    """
    if text.isascii():
        return Counts(0, 0, 0)
    sets, chars = ORTHOGRAPHY.get(), set(text)
    return Counts(len(chars & sets.traditional), len(chars & sets.simplified), len(chars & sets.japanese))


def variant(text: str) -> str:
    """``"zh-Hans"``, ``"zh-Hant"``, ``"mixed"`` if both show, or ``"zh"`` if nothing tells (also for a text without Han).

    The answer presumes that the text is Chinese; it does not find out.  A few forms of the other orthography do not make a
    text mixed: one in five is needed (:data:`CLEARLY`), since converters and quotations leave single ones.

    >>> [variant(t) for t in ("汉字", "漢字", "文字", "汉字与漢字")]
    ['zh-Hans', 'zh-Hant', 'zh', 'mixed']
    """
    traditional, simplified, _ = count(text)
    if traditional == simplified == 0:
        return "zh"
    if simplified == 0 or traditional >= CLEARLY * simplified:
        return "zh-Hant"
    if traditional == 0 or simplified >= CLEARLY * traditional:
        return "zh-Hans"
    return "mixed"
