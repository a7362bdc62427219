"""A line taken apart into what its cues explain: items, labels with values, dates, counts, and what is left over.

It knows the shape of rows and fields; whether a row is noise is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from shnorm.noise.lexicon import Cue, Lexicon, counted_key, first_key
from shnorm.noise.view import WIDE, outweighs, weight

MONTH = (
    r"(?:jan(?:uary|vier|eiro|uar)?|feb(?:ruary|ruar|brero|braio|rero)?|fev(?:rier|ereiro)?|mar(?:ch|s|zo|co)?|maerz|marz|apr(?:il|ile)?|"
    r"abr(?:il)?|avr(?:il)?|may|mai|mayo|maio|maggio|june?|jun(?:i|io|ho)?|juin|july?|jul(?:i|io|ho)?|juillet|giu(?:gno)?|lug(?:lio)?|"
    r"aug(?:ust)?|aout|ago(?:sto)?|sept?(?:ember|iembre|embre|tembre)?|set(?:embro|tembre)?|oct(?:ober|ubre|obre)?|okt(?:ober)?|out(?:ubro)?|"
    r"ott(?:obre)?|nov(?:ember|iembre|embre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|ene(?:ro)?|gen(?:naio)?|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?|lunedi|martedi|mercoledi|giovedi|venerdi)"
)
_DATE = re.compile(
    rf"""(?:{_DAY}[,.]?\s+(?:el\s+|den\s+|le\s+)?)?(?:
      (?:19|20)\d\d\s?[-/.年]\s?\d{{1,2}}\s?[-/.月]\s?\d{{1,2}}(?:\s?日|\.)?(?!\d)
    | (?:19|20)\d\d\s?년\s?\d{{1,2}}\s?월\s?\d{{1,2}}\s?일
    | 民国\s?\d{{2,3}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日
    | 1\d\d[-/.]\d{{2}}[-/.]\d{{2}}(?!\d)
    | (?:令和|平成)\s?\d{{1,2}}年\d{{1,2}}月\d{{1,2}}日
    | \d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)
    | \d{{1,2}}月\d{{1,2}}日
    | \d{{1,2}}월\s?\d{{1,2}}일
    | {MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d
    | \d{{1,2}}(?:st|nd|rd|th|er|º|ª|\.)?\s?[-/]?(?:de\s|di\s|of\s)?{MONTH}[.,]?\s?[-/]?(?:de\s|del\s)?(?:19|20)\d\d(?:\s?г(?:ода|\.)?)?
    | {MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])
    | \d{{1,2}}\s{MONTH}(?![a-z])
    )
    (?:\s?[(]?(?:星期[一二三四五六日天]|周[一二三四五六日]|{_DAY}|[月火水木金土日](?=[)])|[월화수목금토일](?:요일)?)[)]?(?![a-z]))?""",
    re.VERBOSE,
)
_SHORT_DATE = re.compile(r"\d{1,2}[-/]\d{1,2}(?=\s+\d{1,2}:\d\d)")
_TIME = re.compile(
    r"""(?:上午|下午|早上|晚上|凌晨|中午|午前|午後|오전|오후|at\s|um\s|as\s|a las\s|alle(?: ore)?\s|a\s(?=\d+\s?h))?\s?
    (?:\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}[时時]\d{1,2}[分]?(?:\d{1,2}秒)?|\d{1,2}시\s?\d{1,2}분|\d{1,2}\s?h\s?\d{2}|
      \d{1,2}(?:[.:]\d{2})?\s?(?:uhr|[ap]\.?m\b\.?))
    (?:\s?[(]?(?:[ecmp][sd]?t|gmt|utc|bst|ist|kst|jst|cst|hkt|hrs?|uhr|น\.|мск)(?:[+-]\d{1,2}(?::\d\d)?)?[)]?(?![a-z]))?""",
    re.VERBOSE,
)
_AGO = re.compile(
    r"""(?:约)?\d+\s?(?:秒|分钟|分|个?小时|时间|天|日|周|个?月|年)前|\d+\s?(?:초|분|시간|일|주|개월|년)\s?전
    |(?:(?:an?|about|\d+)\s?)?(?:\d+\s?)?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[hdwmy])\s?ago
    |hace\s(?:\d+|una?)\s\w+|vor\s(?:\d+|einer|einem)\s(?:\w+)|il\sy\sa\s(?:\d+|une?)\s\w+|ha\s\d+\s\w+|\d+\s\w+\sfa(?![a-z])|\d+\s\w+\sназад""",
    re.VERBOSE,
)
_NUMBER = re.compile(
    r"[+-]?#?\d[\d.,]*\s?(?:[kwm](?![a-z])|万|千|亿|만|천)?\+?(?:\s?(?:次|人次|人|条|篇|则|个|回|번|명|건|件|名)(?![\w]))?%?"
)
_TOKEN = re.compile(r"[^\W](?:[\w'’&@.-]*[\w])?")
_COLON = re.compile(r"\s?(?:[:∶=]|[】\]](?!\s*$)|>{1,2}|[|丨])\s*")
_SEPARATOR = re.compile(r"\s{2,}|\t|\s?[|丨;】\]·•｜]\s?|\s/\s|,\s?(?=[^\s,:]{1,12}:)")
_WIDE = re.compile(f"[{WIDE}]")
_ENDED = re.compile(r"[。!?;]")
_COUNTED = re.compile(r"\s?[(:]?\s?\d")
_BLANK = re.compile(r"\s+")
# Whole words of other letters with which a date or a time begins; what stands for a number, a blank and a word may be joined.
_DATE_WORD = re.compile(
    rf"{MONTH}|{_DAY}|segunda|terca|quarta|quinta|sexta|at|um|as|alas|alle(?:ore)?|hace|vor|il|ha"
    r"|(?:an?|about)?\d*(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[hdwmy])?(?:ago)?"
)
_WORD = re.compile(f"[^\\W_{WIDE}]+")
# What goes on with a word that stands before it.
_LINKS = frozenset("_'’&@.-")
_BLANKS = re.compile(r"\s{2,}|\t")

# How each of these goes on behind a number.
_GOES_ON = re.compile(r"\d+(?:\s\d+)?\s?(?:[^\W\d]|[-.:/])")
_DATED = (("date", _DATE), ("date", _SHORT_DATE), ("ago", _AGO), ("time", _TIME))
# Every date and time begins with a digit or with two of these letters (months, days, `at`, `about`, `vor`, ...).
_DATE_STARTS = frozenset(
    [
        "ja",
        "fe",
        "ma",
        "ap",
        "ab",
        "av",
        "ju",
        "gi",
        "lu",
        "au",
        "ao",
        "ag",
        "se",
        "oc",
        "ok",
        "ou",
        "ot",
        "no",
        "de",
        "di",
        "en",
        "ge",
        "mo",
        "tu",
        "we",
        "th",
        "fr",
        "sa",
        "su",
        "mi",
        "do",
        "lu",
        "me",
        "je",
        "ve",
        "vi",
        "te",
        "qu",
        "ян",
        "фе",
        "мр",
        "ав",
        "ию",
        "ок",
        "но",
        "де",
        "се",
        "民",
        "令",
        "平",
        "上",
        "下",
        "早",
        "晚",
        "凌",
        "中",
        "午",
        "约",
        "오",
        "at",
        "um",
        "as",
        "a",
        "al",
        "an",
        "il",
        "ha",
        "va",
        "vo",
        "мая",
    ]
) | {"ма", "ап", "a ", "at", "as", "um"}

#: Lines that say more than this are not taken apart.
LONGEST = 400
# The most that the value of a label says; blanks behind which that is asked; how far labels are looked for that follow without one.
_VALUE, _WORDY, _REACH = 32, 16, 40


class Unit(NamedTuple):
    """A part of a line: ``kind`` is a cue's shape, or ``date``, ``time``, ``number``, ``value`` or ``free``."""

    kind: str
    text: str
    cue: Cue | None = None


class Row(NamedTuple):
    """A line taken apart."""

    units: tuple[Unit, ...]

    def of(self, *kinds: str) -> list[Unit]:
        """The units of some kinds."""
        return [unit for unit in self.units if unit.kind in kinds]

    @property
    def free(self) -> float:
        """The weight of what no cue explains (values of labels are explained)."""
        return sum(weight(unit.text) for unit in self.units if unit.kind == "free")

    @property
    def cues(self) -> list[Cue]:
        """The cues of its items and labels."""
        return [unit.cue for unit in self.units if unit.cue is not None]


def collapse(seen: str) -> str:
    """A view with blanks outside trimmed and runs of two or more made two, which separate fields."""
    bare = seen.strip()
    # All blanks but one are no printable characters.
    return bare if "  " not in bare and bare.isprintable() else _BLANKS.sub("  ", bare)


def units_at(s: str, i: int, lexicon: Lexicon) -> Iterator[tuple[Cue, int]]:
    """The cues whose text stands at ``i``, the longest first, and where each ends."""
    key = first_key(s, i)
    units = lexicon.units
    for size in lexicon.lengths.get(key, ()):
        found = units.get(s[i : i + size])
        if found is not None and bounded(s, i + size):
            for category, rule, shape in found:
                yield Cue(category, rule, shape, s[i : i + size]), i + size
    if len(key) == 2 and s[i] in lexicon.lengths and (found := units.get(s[i])) is not None and bounded(s, i + 1):
        for category, rule, shape in found:
            yield Cue(category, rule, shape, s[i]), i + 1


def _numbered_at(s: str, i: int, lexicon: Lexicon) -> tuple[Cue, int] | None:
    for source, cue in lexicon.numbered.get(counted_key(s, i) if s[i].isdigit() else first_key(s, i), ()):
        m = lexicon.pattern(source).match(s, i)
        if m:
            return cue, m.end()
    return None


def _free_standing(s: str, cue: Cue, end: int, lexicon: Lexicon) -> bool:
    """Whether an item of wide characters ends where a word may end: before a mark, a number, or another unit."""
    if end >= len(s) or not _is_wide(s[end]) or not _is_wide(s[end - 1]):
        return True
    if len(cue.text) == 1:
        return False
    return any(len(other.text) > 1 for other, _ in units_at(s, end, lexicon))


def _is_wide(ch: str) -> bool:
    return "\u4e00" <= ch <= "\u9fff" or (ch >= "\u3005" and _WIDE.match(ch) is not None)


def bounded(s: str, end: int) -> bool:
    """Whether what ends at ``end`` does not cut a word of a script that writes blanks, or a number."""
    if end >= len(s):
        return True
    after = s[end]
    if not after.isalnum():
        return True
    last = s[end - 1]
    if "\uac00" <= last <= "\ud7a3":
        return not "\uac00" <= after <= "\ud7a3"
    return not last.isalnum() or _is_wide(last) or _is_wide(after) or last.isalpha() != after.isalpha()


def take_apart(seen: str, lexicon: Lexicon, most: float = 17.0) -> Row | None:
    """Parse a collapsed view; linear.  ``None`` if more than ``most`` of its weight is explained by nothing (``free``)."""
    s, n, i = seen, len(seen), 0
    units: list[Unit] = []
    free = 0.0
    lengths, numbered_by = lexicon.lengths, lexicon.numbered
    while i < n:
        ch = s[i]
        if not ch.isalnum() and s[i : i + 2] not in lengths and ch not in lengths:
            i += 1
            continue
        if ch.isalpha() and (word := _WORD.match(s, i)) is not None:
            # A word that begins nothing, the most frequent case.
            end = word.end()
            key = word.group()
            if (
                key not in lengths
                and key not in numbered_by
                and (end == n or not (s[end].isalnum() or s[end] in _LINKS))
                and not _begins_date(key)
            ):
                free += 2.2
                if free > most:
                    return None
                units.append(Unit("free", key))
                i = end
                continue
        if (m := dated(s, i)) is not None:
            units.append(Unit(*m[1:]))
            i = m[0]
            continue
        numbered = _numbered_at(s, i, lexicon)
        if numbered is not None:
            units.append(Unit(numbered[0].shape, s[i : numbered[1]], numbered[0]))
            i = numbered[1]
            continue
        found = _taken(s, i, units, lexicon)
        if found is not None:
            units.extend(found[0])
            i = found[1]
            continue
        if ch.isdigit() or (ch in "+-#" and s[i + 1 : i + 2].isdigit()):
            m2 = _NUMBER.match(s, i)
            if m2 and bounded(s, m2.end()):
                units.append(Unit("number", m2.group()))
                i = m2.end()
                continue
        token = _TOKEN.match(s, i)
        end = token.end() if token else i + 1
        if _is_wide(ch):
            # Wide characters run together: an item may begin inside the run.
            j = i + 1
            while j < end and not (_is_wide(s[j]) and s[j : j + 2] in lengths and _breaks(s, j, lexicon)):
                j += 1
            end = j
        free += weight(s[i:end])
        if free > most:
            return None
        units.append(Unit("free", s[i:end]))
        i = end
    return Row(tuple(units))


def _taken(s: str, i: int, before: list[Unit], lexicon: Lexicon) -> tuple[list[Unit], int] | None:
    """The item, or the label with its value, that stands at ``i``, and where it ends."""
    inside = i > 0 and _is_wide(s[i]) and _is_wide(s[i - 1]) and bool(before) and before[-1].kind == "free"
    for cue, end in units_at(s, i, lexicon):
        if cue.shape in ("item", "weak"):
            if _free_standing(s, cue, end, lexicon) and not (inside and cue.shape == "weak"):
                return [Unit(cue.shape, cue.text, cue)], end
            continue
        value = _label(s, end, cue, lexicon)
        if value is not None:
            label = Unit(cue.shape, cue.text, cue)
            return ([label, Unit("value", value[0])] if value[0] else [label]), value[1]
    return None


def _breaks(s: str, i: int, lexicon: Lexicon) -> bool:
    """Whether a strong unit begins inside a run of wide characters."""
    for cue, end in units_at(s, i, lexicon):
        if len(cue.text) > 1 and (
            (cue.shape == "item" and _free_standing(s, cue, end, lexicon))
            or (cue.shape in ("label", "bare", "list") and _COLON.match(s, end))
        ):
            return True
    return False


def _strong_at(s: str, i: int, lexicon: Lexicon) -> bool:
    """Whether an item, or a label with its colon, stands at ``i``."""
    return any(
        (cue.shape == "item" and _free_standing(s, cue, end, lexicon))
        or (cue.shape in ("label", "bare", "list") and (_COLON.match(s, end) or end == len(s)))
        for cue, end in units_at(s, i, lexicon)
    )


def dated(s: str, i: int) -> tuple[int, str, str] | None:
    """The date or time that stands at ``i``: its end, kind and text."""
    ch = s[i]
    if not ch.isdigit() and s[i : i + 2] not in _DATE_STARTS and ch not in _DATE_STARTS:
        return None
    if i and s[i - 1].isalnum() and not _is_wide(s[i - 1]) and (ch.isdigit() == s[i - 1].isdigit()):
        return None
    if ch.isdigit():
        if not _GOES_ON.match(s, i):
            return None
    elif (word := _WORD.match(s, i)) is not None and not _begins_date(word.group()):
        return None
    for kind, pattern in _DATED:
        m = pattern.match(s, i)
        if m and m.end() > i and bounded(s, m.end()):
            return m.end(), kind, m.group()
    return None


def _begins_date(word: str) -> bool:
    """Whether a date or a time may begin with ``word``."""
    return (word[:2] in _DATE_STARTS or word[0] in _DATE_STARTS) and _DATE_WORD.fullmatch(word) is not None


def _label(s: str, end: int, cue: Cue, lexicon: Lexicon) -> tuple[str, int] | None:
    """The value of a label that ends at ``end``, and where it ends; ``None`` if this is no label here."""
    colon = _COLON.match(s, end)
    at = colon.end() if colon else end
    if colon is None:
        while at < len(s) and s[at] in " \t/／-–—":
            at += 1
        rest = s[at:]
        if cue.shape == "list":
            if at == end or not rest or len(cue.text) < 3 + 5 * cue.text[0].isascii() or weight(rest) > 30:
                return None
        elif cue.shape == "bare":
            if at == end or not rest:
                return None
        elif (rest and not (dated(s, at) or s[at].isdigit() or (s[at] == "(" and s[at + 1 : at + 2].isdigit()))) or (not rest):
            return None
    if cue.shape == "list":
        return s[at:].strip(), len(s)
    if at >= len(s) or dated(s, at) is not None or _strong_at(s, at, lexicon) or (s[at].isdigit() and weight(s[at:]) <= 2.2):
        return "", at
    if s[at].isdigit():
        number = _NUMBER.match(s, at)
        if number and (number.end() == len(s) or not (s[number.end()].isalnum() or s[number.end()] in "-/号")):
            return "", at
    stop = _SEPARATOR.search(s, at)
    limit = stop.start() if stop else len(s)
    # A single blank ends the value if a date or another label follows it.
    for n, blank in enumerate(_BLANK.finditer(s, at, limit)):
        j = blank.end()
        if n == _WORDY and j >= at + _REACH and outweighs(s[at:j], _VALUE):
            # The value is too much already.
            break
        if j < len(s) and ((s[j].isdigit() and dated(s, j)) or _strong_at(s, j, lexicon) or _counted(s, j, lexicon)):
            limit = blank.start()
            break
    for j in range(at + 1, min(limit, at + _REACH)):
        # Labels may follow without any blank: `(编辑:甲校对:乙)`.
        if (
            _is_wide(s[j])
            and s[j : j + 2] in lexicon.lengths
            and any(
                cue2.shape in ("label", "bare") and len(cue2.text) > 1 and s[end2 : end2 + 1] == ":"
                for cue2, end2 in units_at(s, j, lexicon)
            )
        ):
            limit = j
            break
    value = s[at:limit].strip()
    if _ENDED.search(value) or weight(value) > _VALUE:
        return None
    return value, limit


def _counted(s: str, i: int, lexicon: Lexicon) -> bool:
    """Whether a word with a number stands at ``i`` (`留言(3)`)."""
    return any(_COUNTED.match(s, end) for cue, end in units_at(s, i, lexicon) if cue.shape in ("weak", "label", "bare", "item"))
