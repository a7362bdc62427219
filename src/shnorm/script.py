"""Unicode scripts of a text, without any knowledge of languages.

Ranges follow the Unicode Character Database's ``Scripts.txt`` by way of the ``regex`` module's ``\\p{Script=...}``.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

#: Scripts that shnorm tells apart, in the order in which they are reported.
SCRIPTS = (
    "Latin", "Han", "Hiragana", "Katakana", "Hangul", "Bopomofo", "Cyrillic", "Greek", "Arabic", "Hebrew", "Devanagari",
    "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Khmer",
    "Myanmar", "Tibetan", "Georgian", "Armenian", "Ethiopic", "Mongolian",
)  # fmt: skip

#: One character class for Han, usable inside patterns of both ``re`` and ``regex`` (URO, extensions, compatibility, 〇 and 々).
HAN = "〇々㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U000323af"


#: A run of letters.
WORD = re.compile(r"[^\W\d_]+")
# All bytes of ASCII but small letters as blanks.
_SMALL_LETTERS = bytes(i if 97 <= i <= 122 else 32 for i in range(256))
_LETTER = re.compile("[A-Za-z]")
_COMMON_HAN = re.compile("[々〇㐀-䶿一-鿿]+")
# All bytes but those with which the characters from U+5000 to U+9FFF begin in UTF-8: most of Han, and nothing else.
_NO_COMMON_LEADS = bytes(code for code in range(0x100) if not 0xE5 <= code <= 0xE9)
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalpha())
_BYTES = bytes(range(256))
#: The first bytes in UTF-8 of the characters from U+3000 on.
EASTERN_LEADS = bytes(range(0xE3, 0xF5))
#: Those of the characters above U+FFFF.
FAR_LEADS = bytes(range(0xF0, 0xF5))


def utf8(text: str) -> bytes:
    r"""``text`` in UTF-8; a lone surrogate is encoded as other characters are.

    >>> utf8("é\ud800")
    b'\xc3\xa9\xed\xa0\x80'
    """
    return text.encode("utf-8", "surrogatepass")


def absent(data: bytes) -> bytes:
    r"""The bytes of which a text in UTF-8 has none: a test of many characters at once, at some 700 MB/s.

    An ASCII character is absent if its byte is; another one if any of its bytes is, else it may or may not occur.

    >>> b"?!".translate(None, absent(b"Where to?"))
    b'?'
    """
    return _BYTES.translate(None, data)


def small_words(lower: str) -> list[str]:
    """The runs of letters in a text that is in lower case already.

    >>> small_words("it's 5km, naïve")
    ['it', 's', 'km', 'naïve']
    """
    if lower.isascii():
        return lower.encode().translate(_SMALL_LETTERS).decode().split()
    return WORD.findall(lower)


def beyond_bmp(text: str) -> bool:
    """Whether ``text`` holds a code point above U+FFFF (in C: thirty times faster than a pattern)."""
    return len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)


@lru_cache(maxsize=1 << 16)
def script_of(ch: str) -> str | None:
    """The script in :data:`SCRIPTS` of one character, or ``None`` for marks, digits, blanks and scripts not listed there.

    >>> script_of("中"), script_of("ー"), script_of("7")
    ('Han', None, None)
    """
    if ch < "\x80":
        return "Latin" if ch.isalpha() else None
    import regex

    return next((name for name in SCRIPTS if regex.match(rf"\p{{Script={name}}}", ch)), None)


def scripts(text: str) -> frozenset[str]:
    """The names of the scripts in :data:`SCRIPTS` that occur in ``text``.

    >>> sorted(scripts("Tokyo 東京タワー"))
    ['Han', 'Katakana', 'Latin']
    """
    if text.isascii():
        return _LATIN if _LETTER.search(text) else _NONE
    return frozenset({script_of(ch) for ch in set(text)} - {None})  # type: ignore[arg-type]  # None was taken out


def profile(text: str) -> dict[str, int]:
    """How many code points of each script occur in ``text``, in the order of :data:`SCRIPTS`; others are left out.

    >>> profile("ab 中")
    {'Latin': 2, 'Han': 1}
    """
    counts: dict[str, int] = {}
    for ch, n in Counter(text).items():
        name = script_of(ch)
        if name is not None:
            counts[name] = counts.get(name, 0) + n
    return {name: counts[name] for name in SCRIPTS if name in counts} if len(counts) > 1 else counts


def dominant(text: str) -> str | None:
    """The script with most code points in ``text``, or ``None`` if it holds no letter of :data:`SCRIPTS`.

    >>> dominant("中文 and English words"), dominant("12345")
    ('Latin', None)
    """
    if text.isascii():
        return "Latin" if _LETTER.search(text) else None
    # Most lines are clearly of one of two scripts: counting those letters is many times faster than counting all.
    if 2 * len(utf8(text).translate(None, _NO_COMMON_LEADS)) > len(text):
        return "Han"
    if 2 * sum(map(len, _COMMON_HAN.findall(text))) > len(text):
        return "Han"
    if 2 * len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS)) > len(text):
        return "Latin"
    counts = profile(text)
    return max(counts, key=lambda name: counts[name]) if counts else None


_LATIN = frozenset({"Latin"})
_NONE: frozenset[str] = frozenset()
