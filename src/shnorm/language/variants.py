"""Which written Chinese a text is, by the characters that exist in one orthography only.

It knows Traditional, Simplified and Japanese forms; it must not know words, grammar or any other language.
The sets come from OpenCC's tables (Apache-2.0) and two code pages: a Traditional form is one that OpenCC simplifies and GB 2312
does not hold, a Simplified form one that OpenCC makes Traditional and Big5 does not hold; ``tools/build_language_tables.py``.
Characters of both (后 里 云 台 ...) tell nothing.
"""

from __future__ import annotations

import re
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
    kept: frozenset[str]  # of the Traditional ones, those that Japanese still writes
    shared: frozenset[str]  # of the Simplified ones, those that Japanese writes too


def _load() -> Orthography:
    text = (files("shnorm.language") / "data" / "orthography.txt").read_text(encoding="utf-8")
    return Orthography(*map(frozenset, text.split("\n")[:5]))


ORTHOGRAPHY: Resource[Orthography] = Resource("language.orthography", _load)


class Searches(NamedTuple):
    """The characters up to U+FFFF that occur in one orthography only, to be searched; those above would make it a hundred times slower."""

    traditional: re.Pattern[str]
    simplified: re.Pattern[str]
    japanese: re.Pattern[str]
    strange: re.Pattern[str]  # to Simplified text: Traditional or Japanese
    chinese: re.Pattern[str]  # one that no Japanese text has, wherever it stands


def _searches() -> Searches:
    traditional, simplified, japanese, kept, shared = ORTHOGRAPHY.get()
    chinese = ((traditional - kept) | (simplified - shared) | _CHINESE) - frozenset("目的終完修満魅了解是非正国公私")
    sets = (traditional, simplified, japanese, traditional | japanese, chinese)
    return Searches(*(re.compile(f"[{''.join(sorted(ch for ch in chars if ch < chr(0x10000)))}]") for chars in sets))


SEARCHES: Resource[Searches] = Resource("language.searches", _searches)


def several(forms: re.Pattern[str], text: str, least: int) -> bool:
    """Whether ``forms`` finds ``least`` different characters in ``text``, one or more; it is read no further than that."""
    found = set()
    for m in forms.finditer(text):
        found.add(m.group())
        if len(found) == least:
            return True
    return False


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


# Pronouns, particles and verbs that a Chinese sentence can hardly do without; Japanese in kanji alone has them only in the words
# that are taken out first.
_CHINESE = frozenset("的了是这這那哪們们个妳您她它牠嗎吗吧呢啊很沒把讓让跟還还已经而卻却")
_JAPANESE_WORDS = re.compile("目的|[終完修満魅]了|了解|是[非正]|[国公私]的")


def could_be_japanese(text: str) -> bool:
    """Whether a text in Han characters alone is written as Japanese writes: no form that Japan replaced, no Chinese particle.

    Short Chinese texts of shared characters pass too: this excludes Japanese, it does not find it.

    >>> could_be_japanese("全国大会開催"), could_be_japanese("全國大會開幕"), could_be_japanese("开会")
    (True, False, False)
    """
    if SEARCHES.get().chinese.search(text) is not None:
        return False
    sets, chars = ORTHOGRAPHY.get(), frozenset(_JAPANESE_WORDS.sub("", text))
    return (
        chars.isdisjoint(_CHINESE) and not (chars & sets.traditional) - sets.kept and not (chars & sets.simplified) - sets.shared
    )


class Counts(NamedTuple):
    """How many DIFFERENT characters of each orthography a text shows."""

    traditional: int
    simplified: int
    japanese: int


def count(text: str, chars: frozenset[str] | None = None) -> Counts:
    """Count the different telling characters of ``text`` (``chars``: its characters, if they are known).

    >>> count("漢漢字汉働")
    Counts(traditional=1, simplified=1, japanese=1)
    """
    if text.isascii():
        return Counts(0, 0, 0)
    sets = ORTHOGRAPHY.get()
    if chars is None:
        chars = frozenset(text)
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
