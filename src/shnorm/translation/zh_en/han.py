"""Chinese units that were left untranslated after a number: 月 日 年 元 and those of measure."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from shnorm.gate import Context, Gate
from shnorm.rules import Match, Rule
from shnorm.script import HAN
from shnorm.translation.english import tags
from shnorm.translation.tokens import look
from shnorm.translation.zh_en.common import MONTHS
from shnorm.translation.zh_en.numbers import spelled, value

NAME = "han"

_ALONE_BEFORE = rf"(?<![{HAN}\w.,/:-])"
# "2018年3月至5月": a digit goes on with it.
_ALONE_AFTER = rf"(?![{HAN}0-9])"
_UNITS = {
    "元": "yuan", "人民币": "yuan", "块": "yuan", "公里": "km", "千米": "km",
    "公斤": "kg", "千克": "kg", "厘米": "cm", "毫米": "mm", "公尺": "m", "米": "m",
    "平方米": "m²", "平方公里": "km²", "平方千米": "km²", "立方米": "m³", "公顷": "ha",
    "公頃": "ha", "吨": "t", "噸": "t", "公吨": "t", "克": "g", "毫克": "mg",
    "升": "L", "毫升": "mL", "千瓦": "kW", "兆瓦": "MW", "公分": "cm", "摄氏度": "°C", "度": "°",
    "平米": "m²", "美元": "US dollars", "美金": "US dollars", "欧元": "euros", "歐元": "euros", "英镑": "pounds", "英鎊": "pounds",
    "日元": "yen", "港元": "Hong Kong dollars", "港币": "Hong Kong dollars", "港幣": "Hong Kong dollars",
}  # fmt: skip
_SCALES = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "千": 1e3, "百万": 1e6}


#: The line holds Latin letters; that it is English, and no Chinese line with Latin in it, is asked of the words around.
LATIN = Gate(scripts=frozenset({"Latin"}))
_LETTERS = re.compile(r"(?<![\w./:@-])[A-Za-z]+(?![\w/:@]|\.\w)")
_ONE_HAN = re.compile(f"[{HAN}]")
_NUMBERED = re.compile(rf"[0-9][0-9,.]* ?[{HAN}]{{1,4}}")


# "It is written 5月3日", "the format 5月3日", "in Chinese": what is shown stays as it is, and so does what stands in marks of its own.
_MENTIONED = re.compile(
    r"\b(?:writ(?:e|es|ten|ing)|wrote|reads?|spel(?:t|led)|characters?|formats?|form|notation|words?|(?:Chinese|Japanese) dates?|symbols?|"
    r"labell?ed|marked|string|e\.g\.)(?: (?:it|as|like|is|are|such as|the date|dates))*[ :,]*\Z",
    re.IGNORECASE,
)
_WRITING = re.compile(
    r"\b(?:[Kk]anji|[Hh]anzi|[Nn]otation|Chinese character|in (?:Chinese|Japanese)\b|Heisei|Showa|Reiwa|Taisho|Meiji)"
)
_OPENING, _CLOSING = frozenset("\"“‘'《「『`[<"), frozenset("\"”’'》」』`]>")


def _english_around(m: Match) -> bool:
    """Whether the words around a match are Latin, three or more of them or two that read as English, without any other Han."""
    text = m.string
    start = max(text.rfind("\n", 0, m.start()) + 1, m.start() - 80)
    end = text.find("\n", m.end(), m.end() + 60)
    before, after = text[start : m.start()], text[m.end() : end if end >= 0 else m.end() + 60]
    found = _LETTERS.findall(before) + _LETTERS.findall(after)
    # "Nike Air 400元" is no sentence, "Lunch costs 40元" is one.
    enough = len(found) > 2 or (len(found) == 2 and any(word.islower() and len(word) > 3 and tags(word) for word in found))
    return (
        enough
        and not _ONE_HAN.search(_NUMBERED.sub("", before + after))
        and not (
            _MENTIONED.search(before) or _WRITING.search(before + after) or (before[-1:] in _OPENING and after[:1] in _CLOSING)
        )
    )


def _date(m: Match, context: Context) -> str | None:
    if not _english_around(m):
        return None
    month, day, year = MONTHS[int(m["m"]) - 1], m["d"], m["y"]
    date = f"{month} {int(day)}" if day else month
    if m["to"]:
        # "3月至5日" is none.
        if (m["d2"] is None) != (day is None) or not (m["m2"] or m["d2"]):
            return None
        joint = m["to"] if m["to"] in "-–—" and not m["m2"] else " to "
        date += joint + " ".join([*([MONTHS[int(m["m2"]) - 1]] if m["m2"] else []), *([str(int(m["d2"]))] if m["d2"] else [])])
    before = m["in"] or ""
    if before and day:
        before = "On " if before[0] == "I" else "on "
    return before + (f"{date}{',' if day else ''} {year}" if year else date)


def _year(m: Match, context: Context) -> str | None:
    if not _english_around(m):
        return None
    years: str = m["y"]
    if not m["y2"]:
        return years
    return f"{years}{m['to']}{m['y2']}" if m["to"] in "-–—" else f"{years} to {m['y2']}"


def _clock(m: Match, context: Context) -> str | None:
    return f"{int(m['h'])}:{int(m['min']):02d}" if _english_around(m) else None


def _unit(m: Match, context: Context) -> str | None:
    if not _english_around(m):
        return None
    number, scale, unit = m["n"], m["scale"], m["unit"]
    if scale:
        # "3-5万": both are meant.
        if m["to"] or m["minus"]:
            return None
        number = spelled(value(number) * _SCALES[scale])
    if not unit:
        return number if scale and not m["yuan"] else None
    name = _UNITS[unit]
    sign = m["yuan"] or m["minus"] or ""
    if m["yuan"]:
        return f"{sign}{number}" if name == "yuan" and " " not in number else None
    if m["minus"] and name[:1] != "°":
        return None
    if number == "1" and not m["to"]:
        name = name.removesuffix("s")
    return f"{sign}{number}{m['to'] or ''}{name}" if name == "°" else f"{sign}{number}{m['to'] or ''} {name}"


_YEAR = r"(?:1[0-9]|20)[0-9]{2}"
_MONTH = "1[0-2]|0?[1-9]"
_DAY = "3[01]|[12][0-9]|0?[1-9]"
_TO = "至|到|[-–—~]"

RULES = (
    Rule(
        name="date",
        why="a date was left in Chinese",
        pattern=rf"(?P<in>\b[Ii]n )?{_ALONE_BEFORE}(?:(?P<y>(?:19|20)[0-9]{{2}}) ?年 ?)?"
        rf"(?P<m>{_MONTH}) ?月(?: ?(?P<d>{_DAY}) ?[日号號])?"
        rf"(?: ?(?P<to>{_TO}) ?(?:(?P<m2>{_MONTH}) ?月)?(?: ?(?P<d2>{_DAY}) ?[日号號])?(?<=[月日号號]))?{_ALONE_AFTER}",
        new=_date,
        hint="月",
        gate=LATIN,
        lang="en",
        inside=frozenset({"number", "date"}),
        examples=[
            ("The race on 5月3日 drew 40 runners.", "The race on May 3 drew 40 runners."),
            ("It opened in 2016年10月.", "It opened in October 2016."),
            ("In 5月3日, the race drew 40 runners.", "On May 3, the race drew 40 runners."),
            ("The fair on 3月5日至9日 drew 40 traders.", "The fair on March 5 to 9 drew 40 traders."),
            ("It was closed from 2018年3月-5月 for repairs.", "It was closed from March to May 2018 for repairs."),
        ],
        keeps=[
            "The word 茶 gave us both tea and chai.",
            "The paper 5月号 is sold out here.",
            "In Chinese, May 3 is written 5月3日.",
            "The format 2019年5月3日 is used in the whole region.",
            "The book 《12月》 was sold out in a week.",
            "- [7月22日](https://www.example.org/en/news/a.html)",
        ],
    ),
    Rule(
        name="year",
        why="年 was left after a year",
        pattern=rf"{_ALONE_BEFORE}(?P<y>{_YEAR}) ?年(?: ?(?P<to>{_TO}) ?(?P<y2>{_YEAR}) ?年)?{_ALONE_AFTER}",
        new=_year,
        hint="年",
        gate=LATIN,
        lang="en",
        examples=[
            ("The tower was built in 1998年.", "The tower was built in 1998."),
            ("The plan covers 2018年-2020年 and no more.", "The plan covers 2018-2020 and no more."),
        ],
        keeps=[
            "He was born in 民國87年 in the old city.",
            "She wrote 1998年 on the blackboard of the school.",
            "In 2018年12时 the mill closed for good.",
        ],
    ),
    Rule(
        name="clock",
        why="a time of day was left in Chinese",
        pattern=rf"{_ALONE_BEFORE}(?P<h>2[0-4]|1[0-9]|0?[0-9]) ?[时時点點] ?(?P<min>[0-5]?[0-9]) ?分{_ALONE_AFTER}",
        new=_clock,
        hint="分",
        gate=LATIN,
        lang="en",
        inside=frozenset({"number", "time"}),
        examples=[("The ferry leaves at 8时30分 every day.", "The ferry leaves at 8:30 every day.")],
        keeps=["In Chinese, the time 8:30 is written 8时30分."],
    ),
    Rule(
        name="unit",
        why="a unit of money or measure was left in Chinese after its number",
        pattern=rf"(?:{_ALONE_BEFORE}|(?:(?P<yuan>[¥￥])|(?<= )(?P<minus>[-−]))(?=[0-9]))"
        rf"(?P<n>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<to>[-–~][0-9]+(?:\.[0-9]+)?)? ?(?P<scale>{'|'.join(_SCALES)})? ?"
        rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})?(?<=[{HAN}]){_ALONE_AFTER}",
        new=_unit,
        hint=tuple("元币幣块里米斤克尺顷頃吨噸升瓦分度万萬亿億千金镑鎊"),
        gate=LATIN,
        lang="en",
        inside=frozenset({"number"}),
        examples=[
            ("A day ticket costs 60元.", "A day ticket costs 60 yuan."),
            ("The path is 12公里 long and cost 3万元.", "The path is 12 km long and cost 30,000 yuan."),
            ("The firm paid 2.5亿美元 after 3 hours of talks.", "The firm paid 250 million US dollars after 3 hours of talks."),
            ("The walk of 3-5公里 was closed at -5度.", "The walk of 3-5 km was closed at -5°."),
        ],
        keeps=["Mr. Zhou (周启明) lives in Leeds.", "The coin reads 1 元寶 in old script.", "He is 1米80 tall."],
    ),
)


def trigger(text: str, context: Context) -> Collection[str]:
    """All rules if a unit may follow a digit and two words of Latin letters stand as close together as the rules ask."""
    seen = look(text, context)
    if not seen.joints.units or not any(unit in text for unit in _UNIT_ENDS):
        return ()
    ends = [m.end() for m in _RUN.finditer(seen.kinds.translate(_LETTER))]
    return _ALL if any(later - first <= _REACH for first, later in pairwise(ends)) else ()


_UNIT_ENDS = "月年元币幣块里米斤克尺顷頃吨噸升瓦分度万萬亿億千金镑鎊"
_ALL = tuple(rule.name for rule in RULES)
_LETTER = bytes(ord("a") if chr(code) in "Aa" else ord(" ") for code in range(256))
_RUN = re.compile(rb"aa*")
# What _english_around looks at, and as much again for the match itself and for the last of the words.
_REACH = 300
