"""Which lines can be mojibake at all: one regular expression over the whole text, so that clean text costs next to nothing.

Its first element is one class of rare characters, which the engine of ``re`` skips through at the speed of a search; what
stands beside such a character is looked at only where there is one.  A line that does not pass is never repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from shnorm.repair.mojibake.model import CANTONESE, JAPANESE
from shnorm.resources import Resource

# Characters beyond ASCII that single-byte code pages show for the bytes of other encodings, by how ordinary they are.
# Strong: hardly ever beside one another in prose.  Weak: so ordinary that they count only beside a strong one.
_STRONG = (
    "\x80-\x9f\xa1-\xac\xae-\xb3\xb5\xb6\xb8-\u017f\u0192\u02c6-\u02dd\u0384\u0385\u0400-\u040f\u0450-\u045f\u0490\u0491\u2017\u2020\u2021\u2030\u2039\u203a"
    "\u2044\u20a7\u20ac\u2116\u2122\u2126\u2202\u2206\u220f\u2211\u221a\u221e\u2229\u222b\u2248\u2260\u2261\u2264\u2265\u2310\u2320\u2321\u25ca"
    "\u2502\u250c\u2510\u2514\u2518\u251c\u2524\u252c\u2534\u253c\u2550-\u256c\u2580\u2584\u2588\u258c\u2590-\u2593\u25a0\uf8ff\ufb01\ufb02\ufffd"
)
_WEAK = "\xa0\xad\xb4\xb7\u0370-\u0383\u0386-\u03ff\u0410-\u044f\u05d0-\u05ea\u0600-\u06ff\u0e01-\u0e5b\u2010-\u2016\u2018-\u201f\u2022\u2026\u02bc"
# Half-width kana, private use, and marks that only code pages for Chinese and Japanese show for stray bytes.
_STRAY = "\u20ac\ue000-\uf8ff\uff61-\uff9f"
# What UTF-8 of Western letters and of the marks “ ” ‘ ’ – … looks like, read as GBK, Big5, Shift-JIS or EUC-KR: first characters.
_FIRST = "".join(
    sorted(
        {
            text
            for codec in ("gbk", "cp950", "cp932", "cp949")
            for lead in (0xC2, 0xC3, 0xC4, 0xC5)
            for trail in range(0x80, 0xC0)
            for text in [bytes((lead, trail)).decode(codec, "replace")]
            if len(text) == 1 and text != "\ufffd"
        }
        | set("鈥鈧鈩芒茂")
    )
)

# Letters of other scripts that GBK shows for the commonest bytes of Big5 (lead bytes A6-A8) and for two bytes of UTF-8 that belong
# to different characters: between Han they join what they stand between.
_BRIDGE = "\u0391-\u03c9\u0401\u0410-\u044f\u0451āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêɑńňǹɡ\u3105-\u3129ゃやゅゆょよヤュユョヨラ"


def _common() -> frozenset[str]:
    text = files(__package__ or "shnorm.repair.mojibake").joinpath("common.txt").read_text(encoding="utf-8")
    return frozenset(text + CANTONESE + JAPANESE)


def _class(characters: Iterator[str] | str) -> str:
    """A character class of ``characters`` in ranges."""
    codes = sorted(map(ord, set(characters)))
    out: list[str] = []
    i = 0
    while i < len(codes):
        j = i
        while j + 1 < len(codes) and codes[j + 1] == codes[j] + 1:
            j += 1
        out.append(chr(codes[i]) if i == j else f"{chr(codes[i])}-{chr(codes[j])}")
        i = j + 1
    return "".join(out)


class Patterns(NamedTuple):
    """``any``: a place that may be mojibake; ``cjk`` and ``western``: the parts of it that ask for pages of two and of one byte."""

    any: re.Pattern[str]
    cjk: re.Pattern[str]
    western: re.Pattern[str]


def _compile() -> Patterns:
    common = _common()
    rare = _class(
        c for c in map(chr, [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xAC00, 0xD7A4)]) if c not in common
    )
    first = _class(_FIRST)
    # Two rare characters at most one apart; a rare one beside a letter, a lost byte or a bridge; a first character inside a word.
    cjk = (
        f"(?<=[{rare}{_STRAY}])(?:.?[{rare}{_STRAY}]|(?=[A-Za-z\ufffd?{_BRIDGE}])|(?<=[A-Za-z\ufffd{_BRIDGE}].))"
        f"|(?<=[{first}])(?:(?=[a-z])|(?<=[a-z].)|(?<= .)(?= ))"
        "|(?<=[ńňǹāēěīōū])(?:(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fffぁ-ヶ].))"
    )
    western = (
        "(?<=[\x80-\x9f])"
        f"|(?<=[{_STRONG}])(?:(?=[{_STRONG}{_WEAK}])|(?<=[{_WEAK}].))"
        "|(?<=[ÂÃ])(?= )|(?<=[Œœ])(?![A-Za-z])|(?<=[\ud800-\udbff])(?=[\udc00-\udfff])"
    )
    return Patterns(
        re.compile(f"[{_STRONG}{rare}{_STRAY}{first}\ud800-\udbff](?:{cjk}|{western})"),
        re.compile(f"[{_STRONG}{rare}{_STRAY}{first}](?:{cjk})"),
        re.compile(f"[{_STRONG}](?:{western})"),
    )


#: The gate's regular expressions.
PATTERNS: Resource[Patterns] = Resource("repair.encoding-gate", _compile)


def suspicious(line: str) -> bool:
    """Whether ``line`` may hold mojibake.

    >>> suspicious("中文网页"), suspicious("鍙戝竷"), suspicious("it鈥檚"), suspicious("déjà vu")
    (False, True, True, False)
    """
    return not line.isascii() and PATTERNS.get().any.search(line) is not None
