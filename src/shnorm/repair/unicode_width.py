"""Full-width letters and digits of Chinese and Latin text, made narrow; Japanese uses them as a matter of style.

Marks stay full-width in Chinese; they are narrowed only as part of what was narrowed: inside a number, a URL, an e-mail address
or a line that holds no Han at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from shnorm.gate import Context, base_language
from shnorm.protect import KINDS
from shnorm.rules import Rule
from shnorm.script import HAN

#: Full-width form -> ASCII, and the ideographic blank -> blank (used only between full-width letters).
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

_W = "０-９Ａ-Ｚａ-ｚ"
_ANY = "0-9A-Za-z" + _W
_RUN = regex.compile(
    rf"""
    (?:ｈｔｔｐｓ?：／／|ｗｗｗ．)[{_ANY}－．／？＝＆＃％＿～：＠＋.?=&%_/-]*[{_ANY}／]    # a URL takes its marks along
  | [＋－＄]?+[{_W}](?:
        [{_ANY}]
      | [．－＠＿／＆＇.@_/&'-](?=[{_ANY}])
      | (?<=[0-9０-９])[：:](?=[0-9０-９]{{2}})
      | (?<=[0-9０-９])[，,](?=[0-9０-９]{{3}}(?![0-9０-９]))
      | \u3000(?=[{_W}]{{2}})(?<=[{_W}]{{2}}\u3000)
    )*+(?:(?<=．[Ａ-Ｚ])．)?[＋＃]*(?:(?<=[０-９])％)?
    """,
    regex.X,
)
_LETTER = regex.compile(f"[{_W}]")
_FORMS = regex.compile(r"[！-～]+(?:　+[！-～]+)*")
_EAST = regex.compile(f"[{HAN}ぁ-ゖァ-ヺｦ-ﾝ가-힣]")
_KANA = regex.compile("[ぁ-ゖァ-ヺｦ-ﾝ가-힣]")
#: A line that speaks of width keeps its examples.
_TOPIC = regex.compile(r"全角|半角|全形|半形|全宽|半宽|全寬|半寬|[Ff]ull-?\s?width|[Hh]alf-?\s?width|U\+FF|ｆｕｌｌ")
# Full-width Latin text is a line of it: fewer letters may be a label in some other script's typography.
_LINE_OF_TEXT = 6


def _narrow(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    lines = context.lines
    page = base_language(context.language)
    for index in range(len(lines)):
        line = lines[index]
        content = text[line.start : line.end]
        if not _LETTER.search(content) or page == "ja" or _KANA.search(content) or _TOPIC.search(content):
            continue
        east = _EAST.search(content) is not None
        if east and context.line_language(index) == "ja":
            continue
        whole = not east and len(_LETTER.findall(content)) >= _LINE_OF_TEXT
        for m in (_FORMS if whole else _RUN).finditer(content):
            yield line.start + m.start(), line.start + m.end(), m.group().translate(NARROW)


def _marks(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    east: dict[int, bool] = {}
    kept: dict[int, bool] = {}
    for start in sorted(place for mark in _MARKS if mark in text for place in _places(text, mark)):
        m = _BETWEEN.match(text, start)
        if m is None:
            continue
        index = context.lines.at(start)
        line = context.lines.content(index)
        if m.group() not in "．＠":
            # Most lines with such a sign hold Han, and are found out at their first character.
            if index not in east:
                east[index] = _EAST.search(line) is not None
            if east[index]:
                continue
        if index not in kept:
            kept[index] = _TOPIC.search(line) is not None or _KANA.search(line) is not None
        if not kept[index]:
            if base_language(context.language) == "ja":
                return
            yield start, m.end(), m.group().translate(NARROW)


def _places(text: str, mark: str) -> Iterator[int]:
    """Where ``mark`` stands beside a letter or digit of ASCII, and signs of Latin text behind no Han."""
    place = text.find(mark)
    while place >= 0:
        near = text[place + 1 : place + 2] if mark == "＄" else text[place - 1 : place]
        sign = mark not in "．＠"
        if (
            near.isascii()
            and near.isalnum()
            and not (sign and _EAST.search(text[max(0, place - 12) : place + 1].splitlines()[-1]))
        ):
            yield place
        place = text.find(mark, place + 1)


_MARKS = "．＠％＆＋／＄"
# A full-width stop between ASCII digits, in a host name; a full-width at sign between ASCII letters; in a line without Han signs
# beside digits and letters, too.
_BETWEEN = regex.compile(
    r"[．＠％＆＋／＄](?:(?<=[0-9]．)(?=[0-9])|(?<=\bwww．|\bwww\.[A-Za-z0-9-]{1,63}．)(?=[A-Za-z0-9])"
    r"|(?<=[A-Za-z0-9]＠)(?=[A-Za-z0-9]{1,63}[.．])|(?<=[0-9]％)|(?<=[A-Za-z0-9][＆＋／])(?=[A-Za-z0-9])|(?<=＄)(?=[0-9]))"
)

_HINTS = tuple(map(chr, [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]))
_INSIDE = frozenset(KINDS) - {"user", "code"}

RULES = (
    Rule(
        name="full-width-letter",
        why="full-width letters and digits are an input method's habit in Chinese and damage in Latin text",
        find=_narrow,
        hint=_HINTS,
        inside=_INSIDE,
        examples=[
            ("本店于２０２３年８月开业。", "本店于2023年8月开业。"),
            ("支持ＶＩＳＡ卡，不收手续费。", "支持VISA卡，不收手续费。"),
            ("請撥打０８００－５５５－０１０。", "請撥打0800-555-010。"),
            ("价格为１，２００．５０元，约占５０％。", "价格为1,200.50元，约占50%。"),
            ("Ｔｈｅ　ｓｈｏｐ　ｉｓ　ｏｐｅｎ．", "The shop is open."),
        ],
        keeps=["Ｔシャツを３枚買った。", "请把全角字符Ａ改为半角。", "选项有甲、乙：任选！"],
        lang=None,
    ),
    Rule(
        name="full-width-mark",
        why="a full-width stop inside a number or host name, a full-width at sign inside an address, signs of Latin text",
        find=_marks,
        hint=tuple(_MARKS),
        inside=_INSIDE,
        examples=[
            ("版本 3．5 已发布", "版本 3.5 已发布"),
            ("邮箱：service＠example.com", "邮箱：service@example.com"),
            ("It grew by 3％ in May.", "It grew by 3% in May."),
        ],
        keeps=["1．项目概况", "关注＠小明", "增长了3％，共5％"],
    ),
)
