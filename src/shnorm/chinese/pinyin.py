"""Pinyin that some program set after a character it could not show: 版權(quán)說明.

A gloss goes only if it is a reading of the ONE character before it, and if the text is not about readings.  A single gloss on a
rare character, or one that gives the rarer reading of a common one, is an author's help to the reader and stays.
Readings: pypinyin (MIT), loaded when the first candidate shows up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from shnorm.fold import simplified
from shnorm.gate import Context
from shnorm.resources import Resource
from shnorm.rules import Rule
from shnorm.script import HAN

_VOWELS = "aāáǎàeēéěèẽiīíǐìoōóǒòuūúǔùüǖǘǚǜvêɑ"
_SYLLABLE = rf" ?((?:[b-df-hj-np-tw-zɡńňǹḿm̀]|[{_VOWELS}]|u:){{1,7}}[0-5]?) ?[)）]"
_GLOSS = re.compile(rf"[(（]{_SYLLABLE}")
# The same where something that may have a reading stands before it, each beginning with a literal: brackets are many.
_AFTER_CHARACTER = r"(?:(?<=[^\x00-\u2fff].)|(?<=[^\x00-\u2fff] .))"
_GLOSSES = {bracket: re.compile(rf"{re.escape(bracket)}{_AFTER_CHARACTER}{_SYLLABLE}") for bracket in "(（"}
_BRACKETS = " ()（）"
_HAN_LETTER = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[A-Za-z]+")
_EAST = re.compile("[ぁ-ゖァ-ヺ가-힣]")
#: Lines that speak of readings keep theirs.
_TOPIC = re.compile(
    r"[读讀发發注拼][音作]|[读讀]为|[读讀]為|多音|破音|[声聲][调調母]|[韵韻]母|同音|[汉漢][语語]拼音|[音念][\s“‘「]?[a-zāáǎà]|念作|念做|生字|朗[读讀]|[诵誦]|[课課]文|[识識]字|字典|词典|詞典|注[释釋]|[Pp]inyin"
)
#: From so many glosses on a page that are readings on, they are damage whatever the characters.
SYSTEMATIC = 3
_LETTERS = str.maketrans("ɡɑv", "gaü")


def _readings() -> dict[int, str]:
    from pypinyin.pinyin_dict import pinyin_dict

    table: dict[int, str] = pinyin_dict
    return table


#: Code point -> readings with tone marks, comma-separated, the commonest first.
READINGS: Resource[dict[int, str]] = Resource("chinese.readings", _readings)


def bare(syllable: str) -> str:
    """``syllable`` without its tone, ``ü`` kept.

    >>> bare("quán"), bare("lü4"), bare("lǜ")
    ('quan', 'lü', 'lü')
    """
    plain = unicodedata.normalize("NFD", syllable.rstrip("012345").replace("u:", "ü").translate(_LETTERS))
    kept = "".join(ch for ch in plain if not unicodedata.combining(ch) or ch == "\N{COMBINING DIAERESIS}")
    return unicodedata.normalize("NFC", kept)


def rank(character: str, gloss: str) -> int | None:
    """Which reading of ``character`` the ``gloss`` gives (0: the commonest), tones compared only if the gloss has any; else ``None``.

    >>> rank("權", "quán"), rank("重", "chong2"), rank("好", "ma")
    (0, 1, None)
    """
    readings = READINGS.get().get(ord(character))
    if not readings:
        return None
    gloss = unicodedata.normalize("NFC", gloss).translate(_LETTERS).replace("u:", "ü")
    known = readings.split(",")
    wanted = bare(gloss)
    toned = wanted != gloss and not gloss[-1].isdigit()
    if toned and gloss in known:
        return known.index(gloss)
    for i, reading in enumerate(known):
        plain = bare(reading)
        if not toned and (plain == wanted or (plain.replace("ü", "u") == wanted and plain != wanted)):
            return i
    return None


def _common(character: str) -> bool:
    """Whether the character is of the 3,755 that GB 2312 calls common (its first level)."""
    try:
        return simplified(character).encode("gb2312")[0] < 0xD8
    except UnicodeEncodeError:
        return False


def _glosses(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    if text.isascii():
        return
    found: list[tuple[int, int, int]] = []
    topic: dict[int, bool] = {}
    for m in _candidates(text):
        index = context.lines.at(m.start())
        if index not in topic:
            line = context.lines.content(index)
            topic[index] = not _chinese(line) or _TOPIC.search(line) is not None or _all_glossed(line)
        if topic[index] or _GLOSS.match(text, m.end()):
            continue
        start = m.start() - (text[m.start() - 1 : m.start()] == " ")
        place = rank(text[start - 1], m.group(1)) if start else None
        if place is not None:
            found.append((start, m.end(), place))
    plain = [place == 0 and text[start] != " " and _common(text[start - 1]) for start, _, place in found]
    many = len(found) >= SYSTEMATIC or (len(found) > 1 and any(plain))
    if len(found) <= SYSTEMATIC and _contrasts(text, found):
        return
    for (start, end, _), sure in zip(found, plain, strict=True):
        if many or sure:
            yield start, end, ""


def _candidates(text: str) -> list[re.Match[str]]:
    """Glosses behind what may be a character with a reading, in order."""
    out = [m for bracket, pattern in _GLOSSES.items() if bracket in text for m in pattern.finditer(text)]
    out.sort(key=re.Match.start)
    return out


def _contrasts(text: str, found: Sequence[tuple[int, int, int]]) -> bool:
    """Whether one character has two different glosses: a lesson."""
    first: dict[str, str] = {}
    return any(
        bare(first.setdefault(text[start - 1], text[start:end]).strip(_BRACKETS)) != bare(text[start:end].strip(_BRACKETS))
        for start, end, _ in found
    )


def _chinese(line: str) -> bool:
    """Whether the line without its glosses is in Han rather than in Latin letters, and not Japanese or Korean."""
    rest = _GLOSS.sub("", line)
    return not _EAST.search(rest) and len(_HAN_LETTER.findall(rest)) > len(_WORD.findall(rest))


def _all_glossed(line: str) -> bool:
    """Whether (nearly) every character has its gloss: a primer."""
    glosses = len(_GLOSS.findall(line))
    return glosses >= 4 and glosses >= 0.9 * len(_HAN_LETTER.findall(line))


RULE = Rule(
    name="pinyin-gloss",
    why="the pinyin of a character that a charset lacked was set after it",
    find=_glosses,
    hint=("(", "（"),
    lang="zh",
    examples=[
        ("版權(quán)說明", "版權說明"),
        ("電(dian)影票已售完", "電影票已售完"),
        ("請（qǐng）按照說（shuo1）明操作", "請按照說明操作"),
        ("活動總結(jié)（詳見附錄）", "活動總結（詳見附錄）"),
    ],
    keeps=[
        "北京(Běijīng)是首都。",
        "“行”有两个读音：行(xíng)走、银行(háng)。",
        "他在犍(qián)为县工作。",
        "重(chóng)庆的夜景",
        "选择题(a)和(b)",
        "元素锂(Li)很轻",
    ],
)
