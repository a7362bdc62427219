r"""What is one word before any dictionary is asked: patterns over everything that is not a run of Han.

They follow the word rules of UAX #29 and keep whole, beyond them, what people write as one thing: addresses, numbers with their units,
dates, versions, words with hyphens, hashtags, emoji, drawn-out marks.  This module must not know any language.
"""

from __future__ import annotations

import re
from functools import lru_cache

import regex

#: Scripts written without blanks between words, as ranges for a character class.
THAI, LAO, MYANMAR, KHMER = (
    "\u0e00-\u0e7f",
    "\u0e80-\u0eff",
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    "\u1780-\u17ff\u19e0-\u19ff",
)
KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
#: Han beyond what jieba calls Han: each character is a word to it.
RARE = "〇々\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_DENSE = THAI + LAO + MYANMAR + KHMER
_SPECIAL = _DENSE + KANA + RARE + "\u4e00-\u9fd5"

# Full-width digits, letters and the signs that bind numbers, seen as their ASCII twins.
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0E)}
_HAS_WIDE = re.compile("[\uff05\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")


def narrow(text: str) -> str:
    """``text`` with full-width letters, digits, ``％`` and ``．`` narrowed; same length.

    >>> narrow("Ｇ６０ 占３．５％，好")
    'G60 占3.5%，好'
    """
    return text.translate(_WIDE) if _HAS_WIDE.search(text) else text


_LETTER = rf"[^\W_{_SPECIAL}]"  # letters, digits and marks of scripts that put blanks between words
_WORDISH = rf"[^\W{_SPECIAL}]"
_PATH = r"[^\s\"'<>()\[\]{}（）【】《》“”‘’「」，。；、！？：\u3041-\u30ff\u4e00-\u9fff]"
_ADDRESS = (
    rf"(?:https?|ftp)://{_PATH}*[\w/=]"
    rf"|www\.{_PATH}*[\w/=]"
    r"|[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
)
_TAG = rf"[#@](?!\d+\b){_WORDISH}+"
_UNIT = (
    r"%|‰|°[CF]?|℃|℉|[KMGTP]i?[Bb](?:ps|/s)?|[mMkGT]?Hz|k?Wh|mAh|[kM]?Pa|[kcmμµn]?m[²³2]?(?:/[hs])?|km/h|[kmμµ]?g|[mk]?[VW]|m?[lL]|kcal|"
    r"kbps|Mbps|Gbps|fps|ppm|rpm|px|pt|dB|inch|min|st|nd|rd|th|s|h|d|K|x"
)
# Korean writes a number, what it counts and the particle as one word.
_KOREAN = rf"\d+(?:[.,]\d+)*[가-힣]{_WORDISH}*"
_NUMBER = (
    r"\d{4}-\d{1,2}-\d{1,2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\w)"  # dates, ISO times
    r"|\d{1,2}-[A-Z][a-z]{2}-\d{2,4}(?!\w)"
    r"|(?:0\d{2,3}-\d{7,8}|1\d\d-\d{4}-\d{4}|\d{3}-\d{3,4}-\d{4})(?![\w-])"  # telephones
    r"|\d+(?:\.\d+)+-(?:alpha|beta|rc|dev|pre|final|snapshot|SNAPSHOT|RELEASE)[A-Za-z0-9.]*(?<!\.)"  # versions
    r"|\d{1,2}:\d{2}(?::\d{2})?(?:[ap]m\b)?(?![\w:])"
    rf"|\d+(?:,\d{{3}}){{1,9}}(?:\.\d+)?(?:{_UNIT})?(?![A-Za-z0-9]|\.\d)"
    r"|\d{1,3}(?:,\d{3}){1,9}(?:\.\d+)?(?!\d)"  # before letters that are no unit
    rf"|\d+(?:[./]\d+){{0,9}}(?:{_UNIT})?(?![A-Za-z0-9]|\.\d|-[A-Za-z])"
    r"|(?<!\w)['’]\d\ds?(?!\w)"  # '98
)
_NAME = (
    r"[A-Za-z](?:\+\+|#)(?![A-Za-z0-9+#])"  # C++, C#
    r"|(?:[A-Za-z]\.){2,}(?:[A-Za-z](?![A-Za-z0-9]))?"  # U.S.A., e.g.
    r"|[A-Z][a-z]\.[A-Z]\.|[A-Z]\.[A-Z][a-z]\."  # Ph.D., M.Sc.
    r"|[A-Za-z]+&[A-Za-z]+(?![\w;])"  # AT&T
    r"|\.NET(?![A-Za-z0-9])"
)
_PARTS = (
    rf"{_WORDISH}+(?:(?:(?<![가-힣])['’](?=\p{{L}})(?![가-힣])|\.(?=[a-z0-9])|[-‐‑·](?={_LETTER})|(?<=\p{{L}})[:](?=\p{{Ll}})(?<=[A-ZÅÄÖ]:)|"
    rf"(?<=\p{{Hebrew}})[\"״׳](?=\p{{Hebrew}})){_WORDISH}+)*[²³]*"
)
_MARKS = r"\.{2,}|…+|⋯+|—+|–+|-{2,}|~{2,}|～{2,}|[!?！？]{2,}|={2,}|\*{2,}"
_HANGUL = re.compile("[가-힣]")
_FACE = r"[:;=]['-]?[()DP](?=[\s.,!?。，！？]|$)|\^[_.-]?\^"
# What most tokens of a western text are, tried first: none of them can be the beginning of anything longer.
_PLAIN = r"[A-Za-z]+(?=[ ,;\n])| (?=\S)|[,.;:!?](?=[ \n])"
_BLANK = r"\r\n|[\r\n]|[^\S\r\n]+"
_KEYCAP = r"[0-9#*]\ufe0f?\u20e3"


@lru_cache(maxsize=8)
def _pattern(address: bool, tag: bool, korean: bool) -> regex.Pattern[str]:
    """Alternatives in the order in which they are tried; those that need a rare character only if the text has it."""
    first = (_ADDRESS,) if address else ()
    second = (_KEYCAP, _TAG) if tag else ()
    third = (_KOREAN,) if korean else ()
    rest = (
        _PLAIN,
        _BLANK,
        *first,
        *second,
        *third,
        _NUMBER,
        _NAME,
        _PARTS,
        f"[{RARE}]",
        f"[{THAI}]+",
        f"[{LAO}]+",
        f"[{MYANMAR}]+",
        f"[{KHMER}]+",
    )
    return regex.compile(
        "|".join(
            (
                *rest,
                "[\u3041-\u309f]+",
                "[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]+",
                "[\uff66-\uff9f]+",
                _MARKS,
                _FACE,
                r"\X",
                r"(?s:.)",
            )
        )
    )


def split(text: str) -> list[str]:
    r"""The tokens of a text without runs of Han; joined they are the text.

    >>> split("It's C++, v2.0.1 at 5.5km!! a@b.cn")
    ["It's", ' ', 'C++', ',', ' ', 'v2.0.1', ' ', 'at', ' ', '5.5km', '!!', ' ', 'a@b.cn']
    """
    if len(text) == 1:
        return [text]
    address = "@" in text or "://" in text or "www." in text
    korean = not text.isascii() and _HANGUL.search(text) is not None
    return list(_pattern(address, address or "#" in text or "\u20e3" in text, korean).findall(text))
