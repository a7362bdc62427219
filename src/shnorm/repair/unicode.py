"""``NormalizeUnicode``: one code point sequence for one text, without a change that a reader could see or miss.

Canonical composition, invisible characters, radicals in place of ideographs, full-width letters, foreign look-alikes inside
Latin words.  It knows characters and scripts; it must not know words, and it adds and deletes no letter or digit.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import regex

from shnorm.edits import Edit
from shnorm.gate import Context, base_language
from shnorm.language import simplified_only, traditional_only
from shnorm.repair import invisible, unicode_width
from shnorm.repair.invisible import ANYWHERE
from shnorm.repair.unicode_radicals import JAPANESE, RADICALS, SIMPLIFIED
from shnorm.rules import Rule
from shnorm.script import HAN, dominant
from shnorm.sieve import Sieve
from shnorm.stage import Flag

# -- canonical composition -------------------------------------------------------------------------------------------

_GRAPHEME = regex.compile(r"\X")
#: A stack of more marks than this on one letter is left alone: reordering it is not linear, and it is no text.
MOST_MARKS = 40


def _decomposed(text: str, missing: bytes) -> bool:
    return not unicodedata.is_normalized("NFC", text)


def _compose(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    lines = context.lines
    for line in lines:
        content = text[line.start : line.end]
        if content.isascii() or unicodedata.is_normalized("NFC", content):
            continue
        for m in _GRAPHEME.finditer(content):
            cluster = m.group()
            if len(cluster) <= MOST_MARKS and not cluster.isascii() and not unicodedata.is_normalized("NFC", cluster):
                yield line.start + m.start(), line.start + m.end(), unicodedata.normalize("NFC", cluster)


# -- radicals --------------------------------------------------------------------------------------------------------

_RADICAL = regex.compile(r"[\u2e80-\u2ef3\u2f00-\u2fd5]")
_RADICALS = regex.compile(r"[\u2e80-\u2ef3\u2f00-\u2fd5]+")
_ADJACENT = regex.compile(r"[\u2e80-\u2ef3\u2f00-\u2fd5]{2}")
_RADICAL_TOPIC = regex.compile(
    r"部首|偏旁|字根|部件|康熙|[码碼]位|[码碼][点點]|[编編][码碼]|コード|U\+2[EF]|[Rr]adical|[Uu]nicode|[笔筆][画畫]"
)
_HAN = regex.compile(f"[{HAN}]")


def _radicals(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    for line in context.lines:
        content = text[line.start : line.end]
        # One edit for a run of them, unless the user's own spans may divide it.
        found = list((_RADICAL if context.memory.guards else _RADICALS).finditer(content))
        if not found or _RADICAL_TOPIC.search(content):
            continue
        if len(_RADICAL.findall(content)) > 3 and not _HAN.search(content) and not _ADJACENT.search(content):
            continue  # a list of radicals: PDF text has other characters between them, or sets them side by side
        special = _forms(content, context)
        for m in found:
            new = "".join(special.get(ch) or RADICALS.get(ch, ch) for ch in m.group())
            if new != m.group():
                yield line.start + m.start(), line.start + m.end(), new


def _forms(line: str, context: Context) -> dict[str, str]:
    """Radicals that stand for another form in the orthography of this line."""
    if regex.search("[ぁ-ゖァ-ヺ]", line) or base_language(context.language) == "ja":
        return JAPANESE
    for chars in (frozenset(line), context.chars):
        old, new = len(chars & traditional_only()), len(chars & simplified_only())
        if old != new:
            return SIMPLIFIED if new > old else {}
    return SIMPLIFIED


# -- look-alikes -----------------------------------------------------------------------------------------------------

# Source: Unicode confusables.txt (UTS #39), the pairs whose glyphs are the same in nearly every font.
_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝѵАВЕКМНОРСТУХІЈЅԚԜѴ", "aeopcyxijshdqwvABEKMHOPCTYXIJSQWV", strict=True))
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
LOOK_ALIKES = str.maketrans(_CYRILLIC | _GREEK)
_ALIKE = "".join(map(chr, LOOK_ALIKES))
_BORDER = regex.compile(rf"\p{{Script=Latin}}[{_ALIKE}]|[{_ALIKE}]\p{{Script=Latin}}")
_WORD = regex.compile(r"\p{L}+")
_MIXED = regex.compile(rf"[\p{{Script=Latin}}{_ALIKE}]+")
_LATIN = regex.compile(r"\p{Script=Latin}")


def _look_alikes(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    if not _BORDER.search(text):
        return
    foreign: dict[int, bool] = {}
    for m in _WORD.finditer(text):
        word = m.group()
        if len(word) < 2 or word.isascii() or not _BORDER.search(word) or not _MIXED.fullmatch(word):
            continue
        index = context.lines.at(m.start())
        if index not in foreign:
            foreign[index] = dominant(context.lines.content(index)) in ("Cyrillic", "Greek")
        if foreign[index]:
            # HTMLа is a Latin word with a Russian ending; SМS is not.
            if not (_LATIN.match(word[0]) and _LATIN.match(word[-1])):
                continue
        elif len(word) == 2 and not word.islower():
            continue
        yield m.start(), m.end(), word.translate(LOOK_ALIKES)


_CHARACTERS = (
    Rule(
        name="composition",
        why="a letter and its combining mark are one character (NFC), as are compatibility ideographs and their originals",
        find=_compose,
        inside=ANYWHERE,
        examples=[("cafe\N{COMBINING ACUTE ACCENT}", "café"), ("他\uf967在家", "他不在家"), ("5 \N{KELVIN SIGN}", "5 K")],
        keeps=["café", "30㎡ ① ㈱ ﬁ", "神﨑"],
    ),
    Rule(
        name="radical",
        why="PDF text hands out the radical where the ideograph of the same shape was meant",
        find=_radicals,
        hint=tuple(RADICALS),
        inside=ANYWHERE,
        examples=[("⼈⼯智能", "人工智能"), ("⻓江很⻓", "长江很长"), ("这⾥的⼾籍", "这里的户籍")],
        keeps=["部首“⼈”的码位是 U+2F08。", "⼀ ⼁ ⼂ ⼃"],
    ),
    Rule(
        name="look-alike",
        why="a Cyrillic or Greek letter inside a Latin word is a Latin letter typed wrongly or disguised",
        find=_look_alikes,
        hint=tuple(_ALIKE),
        inside=ANYWHERE,
        examples=[("The pаssword is sаfe", "The password is safe"), ("отправить SМS сейчас", "отправить SMS сейчас")],
        keeps=["Привет, мир", "страница на HTMLе", "kΩ and μm", "ΔT = 5"],
    ),
)

FAMILIES = (
    Sieve(
        "unicode",
        (*invisible.RULES, *_CHARACTERS, *unicode_width.RULES),
        {"composition": (_decomposed,)},
        foreign={"composition"},
        unusual={"composition"},
    ),
)

# -- what cannot be repaired -----------------------------------------------------------------------------------------

_UNKNOWN = regex.compile(
    r"(?P<private>\p{Co}+)|(?P<surrogate>\p{Cs}+)|(?P<unassigned>\p{Cn}+)"
    rf"|(?P<tofu>(?<=[{HAN}\p{{L}}])[□▯]+(?=[{HAN}\p{{L}}，。、])|(?<=[{HAN}])[□▯]+$)"
)
_WHY = {
    "private": ("private-use", "a private character: its meaning is lost with its font"),
    "surrogate": ("lone-surrogate", "half of a character: the other half is lost"),
    "unassigned": ("unassigned", "no character has this code point"),
    "tofu": ("tofu", "a box in place of a character that was lost"),
}


class UnknownStage:
    """Flags what stands for nothing known; changes nothing."""

    name = "unicode.unknown"

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        return ()

    def flags(self, text: str, context: Context) -> Sequence[Flag]:
        # Private, lone and unassigned characters are not printable; most blanks are not either, so this may say no in vain.
        if text.isascii() or (text.replace("\n", "").isprintable() and "□" not in text and "▯" not in text):
            return ()
        return [Flag(m.start(), m.end(), *_WHY[m.lastgroup or "tofu"]) for m in _UNKNOWN.finditer(text)]
