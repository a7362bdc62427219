"""Which lines can be mojibake at all: one regular expression over the whole text, so that clean text costs next to nothing.

Its first element is one class of uncommon characters, which the engine of ``re`` skips to at the speed of a search; what stands
beside such a character is looked at only where there is one.  A line that does not pass is never repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from typing import NamedTuple

from shnorm.repair.mojibake.model import CANTONESE, JAPANESE
from shnorm.resources import Resource

# -- what pages of one byte show for the bytes of other encodings ----------------------------------------------------

_CONTROLS = "\x80-\x9f"
_UPPER = "".join(c for c in map(chr, range(0xC0, 0x180)) if c.isupper()) + "Ґ"
_LOWER = "".join(c for c in map(chr, range(0xC0, 0x180)) if c.islower()) + "ґ"
# Signs that stand in prose alone, or beside digits and blanks.
_SIGNS = (
    "\xa1-\xac\xae-\xb3\xb5\xb6\xb8-\xbf\xd7\xf7\u0192\u02c6-\u02dd\u0384\u0385\u2017\u2020\u2021\u2030\u2039\u203a\u2044\u20a7\u20ac\u2116\u2122\u2126"
    "\u2202\u2206\u220f\u2211\u221a\u221e\u2229\u222b\u2248\u2260\u2261\u2264\u2265\u2310\u2320\u2321\u25ca\u2502\u250c\u2510\u2514\u2518\u251c\u2524"
    "\u252c\u2534\u253c\u2550-\u256c\u2580\u2584\u2588\u258c\u2590-\u2593\u25a0\uf8ff\ufb01\ufb02\ufffd"
)
# Letters of the Cyrillic page of Windows that Russian does not have.
_CYRILLIC = "\u0402-\u040f\u0452-\u045f\u0490"
# Characters that prove something only beside a sign: letters of other alphabets, quotes, dashes, no-break blanks.
_PLAIN = "\xa0\xad\xb4\xb7\u0370-\u0383\u0386-\u0401\u0410-\u0451\u0591-\u05f4\u0600-\u06ff\u2010-\u2016\u2018-\u201f\u2022\u2026\u02bc"

# -- what pages of two bytes show ------------------------------------------------------------------------------------

# Half-width kana, private characters, and the euro sign, for stray bytes.
_STRAY = "\u20ac\ue000-\uf8ff\uff61-\uff9f"
# Letters of other scripts that GBK shows for the commonest lead bytes of Big5 (A6 to A8) and for two bytes of UTF-8 that belong
# to different characters: they join what they stand between.
_BRIDGE = "\u0391-\u03c9\u0401\u0410-\u044f\u0451āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêɑńňǹɡ\u3105-\u3129ゃやゅゆょよヤュユョヨラ"


def _first() -> str:
    """With what UTF-8 of Western letters and of the marks “ ” ‘ ’ – … begins, read as GBK, Big5 or EUC-KR."""
    pairs = [bytes((lead, trail)) for lead in (0xC2, 0xC3, 0xC4, 0xC5) for trail in range(0x80, 0xC0)]
    made = {pair.decode(codec, "replace") for codec in ("gbk", "cp950", "cp949") for pair in pairs}
    return "鈥鈧鈩" + "".join(c for c in made if len(c) == 1 and c != "\ufffd")


def _class(characters: Iterable[str]) -> str:
    """A character class of ``characters``, in ranges."""
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
    """``any``: a place that may be mojibake; ``cjk`` and ``western``: the parts of it that ask for pages of two and of one byte.

    ``cluster``: uncommon characters of Chinese, Japanese and Korean near one another, or one in a suspicious place.
    """

    any: re.Pattern[str]
    cjk: re.Pattern[str]
    western: re.Pattern[str]
    cluster: re.Pattern[str]


def _compile() -> Patterns:
    text = files(__package__ or "shnorm.repair.mojibake").joinpath("common.txt").read_text(encoding="utf-8")
    common = frozenset(text + CANTONESE + JAPANESE)
    rare = _class(
        c for c in map(chr, [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xAC00, 0xD7A4)]) if c not in common
    )
    first = _class(_first())
    upper, lower = _class(_UPPER), _class(_LOWER)
    # Two rare characters at most one apart; a rare one beside a letter, a lost byte or a bridge; a first character inside a word.
    cjk = (
        f"(?<=[{rare}{_STRAY}])(?:.?[{rare}{_STRAY}]|(?=[A-Za-z\ufffd?{_BRIDGE}])|(?<=[A-Za-z\ufffd{_BRIDGE}].))"
        f"|(?<=[{first}])(?:(?=[a-z])|(?<=[a-z].)|(?<= .)(?= ))"
        "|(?<=[ńňǹāēěīōū\u3105-\u3129])(?:(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fffぁ-ヶ].))"
    )
    # A control; a sign beside anything; a capital after a small letter; a quote inside a word; four high letters in a row.
    letters = upper + lower
    western = (
        f"(?<=[{_CONTROLS}])"
        f"|(?<=[{_SIGNS}])(?:(?=[{_CONTROLS}{_SIGNS}{letters}{_CYRILLIC}{_PLAIN}])|(?<=[{_SIGNS}{letters}{_CYRILLIC}{_PLAIN}].))"
        f"|(?<=[{upper}])(?:(?<=[{lower}{_PLAIN}].)|(?<=[a-z].)(?=[^\x00-\x7f]))|(?<=[{letters}])(?:(?=[‘‚“„•”]\\w)|(?<=[‚”].))"
        "|(?<=[ÂÃÎÐØÙ])(?=[^\x00-\x7f]|[\x00-\x08])|(?<=[ÂÃ])(?= )|(?<=[Œœ])(?![A-Za-z])"
        "|(?<=[À-ÿŒœŠšŸŽž])[À-ÿŒœŠšŸŽž]{3}"
        f"|(?<=[{_CYRILLIC}])(?:(?=[{_CYRILLIC}{_SIGNS}A-Za-z])|(?<=[ВГДЕРСвA-Za-z].))"
        "|(?<=[а-яё])(?<![А-Яа-яЁё].)(?=[А-ЯЁ]{2})"
        # Another Latin page: a sign inside a word, letters that never meet in a language.
        "|(?<=[³¹¿±¶¼])(?<=[a-zà-ÿ].)(?=[a-zêæóñ])|(?<=º)(?<![0-9A-Z].)(?=[a-z])"
        "|(?<=[ðþ])(?=[^\\n]{0,60}[çüëàøâ])|(?<=[çüëàøâ])(?=[^\\n]{0,60}[ðþ])|(?<=ø)(?=[^\\n]{0,60}[ìèùò])|(?<=[ìèùò])(?=[^\\n]{0,60}ø)"
        "|(?<=[æè])(?=[^\\n]{0,60}[šž])|(?<=[šž])(?=[^\\n]{0,60}[æè])|(?<=õ)(?=[^\\n]{0,60}û)|(?<=û)(?=[^\\n]{0,60}õ)"
        "|(?<=[\ud800-\udbff])(?=[\udc00-\udfff])"
    )
    start = f"{_CONTROLS}{_SIGNS}{letters}{_CYRILLIC}"
    return Patterns(
        re.compile(f"[{start}а-яё{rare}{_STRAY}{first}\u3105-\u3129\ud800-\udbff](?:{cjk}|{western})"),
        re.compile(f"[{rare}{_STRAY}{first}ńňǹāēěīōū\u3105-\u3129](?:{cjk})"),
        re.compile(f"[{start}а-яё](?:{western})"),
        re.compile(f"[{rare}{_STRAY}{first}ńňǹāēěīōū\u3105-\u3129](?:(?:[^\\n]{{0,3}}[{rare}{_STRAY}{first}{_BRIDGE}])+|{cjk})"),
    )


#: The gate's regular expressions.
PATTERNS: Resource[Patterns] = Resource("repair.encoding-gate", _compile)


def suspicious(line: str) -> bool:
    """Whether ``line`` may hold mojibake.

    >>> suspicious("中文网页"), suspicious("鍙戝竷"), suspicious("it鈥檚"), suspicious("déjà vu")
    (False, True, True, False)
    """
    return not line.isascii() and PATTERNS.get().any.search(line) is not None
