"""Unicode scripts of a text, without any knowledge of languages.

Ranges follow the Unicode Character Database's ``Scripts.txt`` by way of the ``regex`` module's ``\\p{Script=...}``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

#: Scripts that shnorm tells apart, in the order in which they are reported.
SCRIPTS = (
    "Latin", "Han", "Hiragana", "Katakana", "Hangul", "Bopomofo", "Cyrillic", "Greek", "Arabic", "Hebrew", "Devanagari",
    "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Khmer",
    "Myanmar", "Tibetan", "Georgian", "Armenian", "Ethiopic", "Mongolian",
)  # fmt: skip

#: One character class for Han, usable inside patterns of both ``re`` and ``regex`` (URO, extensions, compatibility, 〇 and 々).
HAN = "〇々㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U000323af"


_LETTER = re.compile("[A-Za-z]")


@cache
def _runs() -> dict[str, Any]:
    import regex

    return {name: regex.compile(rf"\p{{Script={name}}}+") for name in SCRIPTS}


def scripts(text: str) -> frozenset[str]:
    """The names of the scripts in :data:`SCRIPTS` that occur in ``text``.

    >>> sorted(scripts("Tokyo 東京タワー"))
    ['Han', 'Katakana', 'Latin']
    """
    if text.isascii():
        return frozenset({"Latin"}) if _LETTER.search(text) else frozenset()
    return frozenset(name for name, pattern in _runs().items() if pattern.search(text))


def profile(text: str) -> dict[str, int]:
    """How many code points of each script occur in ``text``; scripts that do not occur are left out.

    >>> profile("ab 中")
    {'Latin': 2, 'Han': 1}
    """
    counts = {name: sum(map(len, _runs()[name].findall(text))) for name in SCRIPTS if name in scripts(text)}
    return {name: n for name, n in counts.items() if n}


def dominant(text: str) -> str | None:
    """The script with most code points in ``text``, or ``None`` if it holds no letter of :data:`SCRIPTS`.

    >>> dominant("中文 and English words"), dominant("12345")
    ('Latin', None)
    """
    counts = profile(text)
    return max(counts, key=lambda name: counts[name]) if counts else None
