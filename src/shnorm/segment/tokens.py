r"""What is one word before any dictionary is asked: patterns over everything that is not a run of Han.

It knows UAX #29's word rules and what people write as one thing (addresses, numbers with units, versions, hashtags, emoji); it must
not know any language.
"""

from __future__ import annotations

import re

import regex

# Full-width digits, letters and the signs that bind numbers, seen as their ASCII twins.
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0E)}
_HAS_WIDE = re.compile("[\uff05\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")


def narrow(text: str) -> str:
    """``text`` with full-width letters, digits, ``％`` and ``．`` narrowed; same length."""
    return text.translate(_WIDE) if _HAS_WIDE.search(text) else text


_URL = r"(?:https?|ftp)://[^\s\"'<>()\[\]{}]+[\w/]|www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s\"'<>()]*[\w/])?"
_MAIL = r"[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_NUMBER = (
    r"\d+(?:[-/.:]\d+)+(?:%)?"  # dates, times, versions, decimals
    r"|\d+(?:,\d{3})+(?:\.\d+)?%?"
    r"|\d+(?:st|nd|rd|th|s|%|km|kg|cm|mm|ml|GB|MB|TB|kB|m|g|t|k|K|M|G|W|V|A|Hz|MHz|GHz|kWh|mAh|px|dB|C|F|x)?(?![A-Za-z0-9])"
)
_WORD = r"[A-Za-z]\+\+|[A-Za-z]#(?![A-Za-z0-9])|(?:[A-Za-z]\.){2,}|\w+(?:['’.-]\w+)*"
_ASCII = re.compile(
    rf"{_URL}|{_MAIL}|\r\n|[\r\n]|[^\S\r\n]+|{_NUMBER}|[#@]\w+|\.{{2,}}|-{{2,}}|[!?]{{2,}}|{_WORD}|[^\w\s]", re.ASCII
)


def ascii_tokens(text: str) -> list[str]:
    """The tokens of an ASCII text; joined they are the text."""
    return _ASCII.findall(text)


_OTHER = regex.compile(
    rf"{_URL}|{_MAIL}|\r\n|[\r\n]|[^\S\r\n]+|{_NUMBER}|[#@]\w+|\.{{2,}}|-{{2,}}|…+|—+|[!?！？]{{2,}}|"
    r"[\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\U00020000-\U000323af]|"
    rf"{_WORD}|\X|.",
    regex.DOTALL,
)


def other_tokens(text: str) -> list[str]:
    """The tokens of a text without runs of common Han."""
    return [text] if len(text) == 1 else _OTHER.findall(text)
