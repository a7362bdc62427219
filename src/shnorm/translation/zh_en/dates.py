"""Dates, years and times of day that were translated word by word: 5月3日 became ``5 month 3 Japan``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from shnorm.gate import Context
from shnorm.rules import Match, Rule
from shnorm.stage import Flag
from shnorm.translation.english import FUNCTION, tags
from shnorm.translation.tokens import look, once
from shnorm.translation.zh_en.common import (
    LIKELY,
    MONTHS,
    Finder,
    Make,
    ordinal,
    starts_sentence,
    windowed,
    word_before,
)
from shnorm.wordlist import words

NAME = "dates"

_M = r"(?P<m>1[0-2]|0?[1-9])"
_D = r"(?P<d>3[01]|[12][0-9]|0?[1-9])"
_DAYS_31 = r"(?:3[01]|[12][0-9]|[1-9])"
_Y = r"(?P<y>(?:1[5-9]|20)[0-9]{2})"
_FREE = r"(?<![\w./:-])(?<![0-9],)"
_MONTH = r"\s?(?:[Mm]onths?|[Mm]oon)\s?"
_LABEL = r"(?:Japan(?:ese)?|Numbers?)\b"
_DATE = rf"(?:{_Y}\s?[Yy]ears?\s*,?\s?)?{_M}{_MONTH}{_D}"
_BEFORE = words("on since until till from before after by to of and between")
# "a 5 month 3 Japan tour": a determiner makes the rest a noun.
_DETERMINERS = words("a an the our my his her its their your this that every each per another first last")


def _name(m: Match, day: str = "d") -> str:
    date = f"{MONTHS[int(m['m']) - 1]} {int(m[day])}"
    year = m.groupdict().get("y") or m.groupdict().get("y2")
    return f"{date}, {year}" if year else date


def _glued(m: Match, new: str) -> str:
    """``new`` with a blank before it if the date was glued to a mark."""
    start = m.start()
    return f" {new}" if start and m.string[start - 1] in ",;:.!?" else new


def _on(m: Match, new: str, preposition: str = "On") -> str:
    """``new`` with a preposition if it opens a sentence and a comma or a subject follows."""
    rest = m.string[m.end() : m.end() + 12]
    opens = re.match(r"\s*,|\s+(?:the|The|a|an|he|she|it|they|we|I|there|this|these)\b", rest)
    if opens and starts_sentence(m.string, m.start()):
        return _glued(m, f"{preposition} {new}")
    return _glued(m, new)


_MARK = re.compile(r"\s*(?:[.,;:!?)]|\Z)")


def _month_day(m: Match, context: Context) -> str | None:
    determiner = word_before(m.string, m.start()).lower()
    # Before a mark nothing is left that the date could belong to: "by the 5 month 31 Japan."
    if determiner in _DETERMINERS and not (determiner == "the" and m["label"] and _MARK.match(m.string, m.end())):
        return None
    if m["d2"]:
        start, year = f"{MONTHS[int(m['m']) - 1]} {int(m['d'])}", m["y"] or m["y2"]
        joint, end = f" {m['to']} " if m["to"].isalpha() else "–", str(int(m["d2"]))
        if m["m2"]:
            # The blanks round a dash, if there is one on either side.
            if not m["to"].isalpha() and m.string[m.start("to") - 1] == m.string[m.end("to")] == " ":
                joint = f" {m['to']} "
            end = f"{MONTHS[int(m['m2']) - 1]} {end}"
        span = f"{start}{joint}{end}{f', {year}' if year else ''}"
        return _glued(m, span) if m["m2"] else _on(m, span)
    if not m["label"]:
        return None
    return _on(m, _name(m))


def _plain_day(m: Match, context: Context) -> str | None:
    before = word_before(m.string, m.start())
    if before.lower() in _DETERMINERS:
        return None
    rest = m.string[m.end() : m.end() + 8]
    opens = starts_sentence(m.string, m.start())
    if before.lower() in _BEFORE and re.match(r"\s*(?:[,.;:!?()]|$)|\s+to\b", rest):
        return _glued(m, _name(m))
    following = _NEXT.match(m.string, m.end()) if before == "on" and "onths" not in m[0] else None
    if following and following[1] in FUNCTION:
        return _glued(m, _name(m))
    if m["y"] and not m["day"]:
        return _on(m, _name(m))
    if not m["day"] and (re.match(r"\s*\(", rest) or (opens and re.match(r"\s*,", rest))):
        return _on(m, _name(m))
    if m["day"] and (m["y"] or (opens and re.match(r"\s*,", rest))):
        return _on(m, _name(m))
    return None


def _since(m: Match, context: Context) -> str | None:
    if not m["d"] and (m["word"].lower() != "since" or not (m["y"] or starts_sentence(m.string, m.start()))):
        return None
    word = m["word"].lower()
    before = word_before(m.string, m.start()).lower()
    word = word.capitalize() if starts_sentence(m.string, m.start()) else word
    month = MONTHS[int(m["m"]) - 1]
    date = f"{month} {int(m['d'])}" if m["d"] else month
    if m["y"]:
        date = f"{date}, {m['y']}" if m["d"] else f"{date} {m['y']}"
    # "Since 2 month 3 since".
    return _glued(m, date if before in ("since", "from", "before", "after") else f"{word} {date}")


def _year_month(m: Match, context: Context) -> str:
    return _on(m, f"{MONTHS[int(m['m']) - 1]} {m['y']}", "In")


_YEAR_BEFORE = frozenset(month.lower() for month in MONTHS) | words(
    "as in by since until till of from to before after during early late mid and between end year around about for"
)
_YEAR_AFTER = re.compile(
    r"\s*(?:[,.;:)!?]|$)|\s+(?:to|and|in|on|at|the|he|she|it|they|we|there|was|were|is|has|had|due|following|onwards?)\b",
    re.MULTILINE,
)


def _year(m: Match, context: Context) -> str | None:
    text, before = m.string, word_before(m.string, m.start())
    following = _NEXT.match(text, m.end())
    if m["y2"]:
        joint = m["to"] if m["to"][0].isspace() == m["to"][-1].isspace() else m["to"].strip()
        return f"{m['y']}{joint}{m['y2']}" if int(m["y"]) < int(m["y2"]) else None
    # "In 2013 year's report": whose report it is.
    if m["of"]:
        return f"{m['y']}{m['of']}" if before.lower() in _YEAR_BEFORE and not m["many"] else None
    # "In 1887 year by two sisters": nothing that is no word of grammar can make it an adjective.
    plain = (
        before.lower() in _YEAR_PLAIN
        and not m["many"]
        and following is not None
        and (following[1] in FUNCTION or following[1][0].isupper())
    )
    # "The census of 2020 year counted": the verb of the sentence.
    verb = (
        before in ("of", "in")
        and not m["many"]
        and following is not None
        and tags(following[1]) in ("D", "Dd")
        and following[1] != "ended"
    )
    if not plain and not verb and not _YEAR_AFTER.match(text, m.end()):
        return None
    if m["many"] and (int(m["y"]) % 50 == 0 or before.lower() not in ("in", "since", "until", "by")):
        return None
    if before.lower() in ("early", "late", "mid") and int(m["y"]) % 10 == 0:
        return None
    if starts_sentence(text, m.start()) or (text[m.start() - 1] == "(" and text[m.end() : m.end() + 1] == ")"):
        return _on(m, m["y"], "In")
    if before.lower() in _YEAR_BEFORE or text[: m.start()].rstrip().endswith(","):
        return _glued(m, m["y"])
    return None


_NEXT = re.compile(r"\s+([A-Za-z]+)\b(?!-)")
_YEAR_PLAIN = words("in since until till by during from between before after")


def _year_since(m: Match, context: Context) -> str:
    word = "Since" if starts_sentence(m.string, m.start()) else "since"
    return _glued(m, f"{word} {m['y']}")


def _torn(m: Match, context: Context) -> str:
    text: str = m["clause"]
    first = text.split(" ", 1)[0]
    if first.lower() in ("the", "a", "an", "this", "these", "their", "its", "all", "our") and not starts_sentence(
        m.string, m.start()
    ):
        text = text[0].lower() + text[1:]
    return _glued(m, f"{text}on {_name(m)}")


def _day_alone(m: Match, context: Context) -> str | None:
    text, before = m.string, word_before(m.string, m.start()).lower()
    # "A group of 12 Japanese.": people, where nothing else speaks for a date.
    if m[0].endswith("ese") and before not in _DAYS and context.translated < LIKELY.evidence:
        return None
    if starts_sentence(text, m.start()):
        return _glued(m, f"On the {ordinal(int(m['d']))}")
    if before == "the":
        return ordinal(int(m["d"]))
    return f"the {ordinal(int(m['d']))}" if before in _DAYS or before in ("by", "from", "to", "of") else None


_DAYS = words("on since until till before after")


_RANGE = re.compile(rf"{_FREE}{_M}{_MONTH}[0-3]?[0-9]\s?{_LABEL}|{_FREE}(?P<name>{'|'.join(MONTHS)}) [0-3]?[0-9]\b")
_TO = re.compile(rf"to {_D}\s?{_LABEL}")
_LATER = re.compile(rf"[^.!?\n]{{1,120}}?\bto {_D}\s?{_LABEL}(?=\s*(?:[,.;:)0-9]|$))", re.MULTILINE)


def _later_day(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    found: dict[int, Match] = {}
    for to in _TO.finditer(text):
        # No further back than both patterns reach.
        for m in _RANGE.finditer(text, max(0, to.start() - 200), to.start()):
            found[m.start()] = m
    for m in found.values():
        later = _LATER.match(text, m.end())
        if later:
            month = m["name"] or MONTHS[int(m["m"]) - 1]
            yield later.start("d"), later.end(), f"{month} {int(later['d'])}"


_HOUR_BEFORE = words("at from to until till by since before after around about and")


def _time(m: Match, context: Context) -> str | None:
    hour, minute = int(m["h"]), int(m["min"])
    # "It was 8 when 12 minutes were left": a branch is none of those that people count.
    if m["unit"] and not (
        word_before(m.string, m.start()).lower() in _HOUR_BEFORE
        and (_MARK.match(m.string, m.end()) or (_NEXT_WORD.match(m.string, m.end()) or " ")[0].strip() in _HOUR_AFTER)
    ):
        return None
    return f"{hour}:{minute:02d}" if hour <= 24 and minute < 60 else None


_NEXT_WORD = re.compile(r"\s+[a-z]+\b")
_HOUR_AFTER = words("in on to and until till every each for with sharp at")


# Which rules look for a word that stands right after a digit.
_BY_WORD = {
    "onth": ("torn-day", "since-date", "month-day", "month-day-bare", "month-year"),
    "moon": ("since-date", "month-day", "month-day-bare"),
    "ear": ("year-month", "year-since", "year"),
    "Japan": ("day-alone", "day-label"),
    "hen": ("clock", "hour"),
    "spot": ("clock",),
    "oint": ("clock",),
}
_DATED = re.compile(rf"[0-9]\s?[A-Za-z]?({'|'.join(_BY_WORD)})")
# How those of them begin that the rules ask for.
_HEADS = frozenset({"mont", "Mont", "moon", "year", "Year", "Japa", "when", "When", "spot", "poin", "Poin"})


@once
def _dated(text: str, context: Context) -> list[tuple[str, int]]:
    """The words of ``_BY_WORD`` that stand right after a digit, and where."""
    return [
        (m[1], m.start(1))
        for last, word in look(text, context).numbered
        if word[:4] in _HEADS and (m := _DATED.match(text, last))
    ]


# A comma with a blank before it that would stay, since it then stands between two numbers.
_COMMA = re.compile(r" ,(?= [0-9])")
_IN = re.compile(r"\b([Ii])n \Z")


def dated(pattern: str, wanted: Sequence[str], new: Make, *, day: bool = False) -> Finder:
    """A finder that tries ``pattern`` only round the ``wanted`` words of ``_BY_WORD`` that stand right after a digit.

    ``day``: what it makes is a day, and "in" before it becomes "on".
    """
    compiled: list[re.Pattern[str]] = []

    def find(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
        if not compiled:
            compiled.append(re.compile(pattern, re.MULTILINE))
        free = 0
        for word, position in _dated(text, context):
            if word in wanted and position >= free:
                m = compiled[0].search(text, max(free, position - 40), min(len(text), position + 80))
                if m and m.start() <= position + len(word) and m.end() >= position:
                    made = new(m, context)
                    if made is not None:
                        comma = _COMMA.match(text, m.end())
                        before = _IN.search(text, max(free, m.start() - 4), m.start()) if day and made[:1].isupper() else None
                        yield (
                            before.start() if before else m.start(),
                            comma.end() if comma else m.end(),
                            (("On " if before[1] == "I" else "on ") if before else "") + made + ("," if comma else ""),
                        )
                    free = m.end()

    return find


RULES = (
    Rule(
        name="torn-day",
        why="the day's ordinal was torn from its date and left behind as 'on the th'",
        find=windowed(
            rf"{_FREE}{_DATE}(?:\s?{_LABEL})?(?:\s?,)?\s+(?P<clause>[^.!?\n]{{3,200}}?)\bon the th\b",
            ("on the th",),
            _torn,
            back=280,
            ahead=20,
        ),
        hint="on the th",
        lang="en",
        examples=[
            (
                "He said 5 month 6 The third group will be welcomed on the th.",
                "He said the third group will be welcomed on May 6.",
            ),
            ("They said 11 month 20 Japan the shop will open on the th .", "They said the shop will open on November 20 ."),
            ("6 month 12 , The next group will arrive on the th .", "The next group will arrive on June 12 ."),
        ],
        keeps=["It happened on the thirteenth.", "We met in month 6 on the throne."],
        source="seeds/001",
    ),
    Rule(
        name="since-date",
        why="以来 follows the date in Chinese, 'since' comes before it in English",
        find=dated(
            rf"{_FREE}(?:{_Y}\s?[Yy]ears?\s?)?{_M}{_MONTH}(?:{_D}\s?(?:{_LABEL})?)?\s?(?P<word>[Ss]ince|[Bb]efore|[Aa]fter)(?=\s*,)",
            ("onth", "moon"),
            _since,
        ),
        hint=("ince", "efore", "fter"),
        lang="en",
        examples=[
            ("9 month 14 since , the pool has been closed.", "Since September 14 , the pool has been closed."),
            ("The team grew ,4 month 23 since , by 91 members.", "The team grew , since April 23 , by 91 members."),
            ("2019 year 3 month since, sales fell.", "Since March 2019, sales fell."),
            ("6 month 30 before, all forms must be returned.", "Before June 30, all forms must be returned."),
        ],
        keeps=["It has been 4 months since the fire and 23 since the flood.", "She has been away 6 months since, he said."],
        source="seeds/001",
    ),
    Rule(
        name="month-day",
        why="月 and 日 (or 号) were translated one by one, 日 as the country",
        find=dated(
            rf"{_FREE}{_DATE}\s?(?P<label>{_LABEL}|number\b)?(?:\s?,?\s?(?P<y2>(?:19|20)[0-9]{{2}})\s?[Yy]ear\b)?(?:\s?(?P<to>to|until|till|and|[-–—~])\s?(?:(?P<m2>1[0-2]|0?[1-9]){_MONTH})?(?P<d2>3[01]|[12][0-9]|[1-9])\s?{_LABEL}(?!\s?(?:month|players?\b)))?",
            ("onth", "moon"),
            _month_day,
            day=True,
        ),
        hint=("Japan", "umber"),
        inside=frozenset({"number"}),
        lang="en",
        examples=[
            ("5 month 18 Japan , the ferry resumed service.", "On May 18 , the ferry resumed service."),
            ("The library will close on 7 month 2 Japan.", "The library will close on July 2."),
            ("11 month 5 Number is the deadline.", "November 5 is the deadline."),
            ("The trial on 11 month 5 number was short.", "The trial on November 5 was short."),
            ("The fair takes place on 3 month 2 Japan to 6 Japan.", "The fair takes place on March 2 to 6."),
            ("It was shut on 2019 year 3 month 2 Japan to 6 Japan.", "It was shut on March 2 to 6, 2019."),
            ("It was shut on 3 month 2 Japan-3 month 6 Japan.", "It was shut on March 2–March 6."),
            ("He was born on 1987 year 2 month 21 Japan in Leeds.", "He was born on February 21, 1987 in Leeds."),
            ("The visit took place on 2 month 3-6 Japan.", "The visit took place on February 3–6."),
            ("In 2019 year 5 month 6 Japan , 40 boats sank.", "On May 6, 2019, 40 boats sank."),
        ],
        keeps=[
            "In month 5 Japan became our largest market.",
            "The 12 month Japan rail pass costs more than the 3 month one.",
            "Our 10 month Japanese course starts in May.",
            "We planned a 6 month 2 Japan tour.",
        ],
        source="seeds/001",
    ),
    Rule(
        name="later-day",
        why="the second day of a range has no month of its own",
        find=_later_day,
        hint="Japan",
        lang="en",
        examples=[
            (
                "from 4 month 15 Japanese 2000 people rise to 22 Japanese 4000 people",
                "from April 15 2000 people rise to April 22 4000 people",
            )
        ],
        keeps=["From April 15 on we sent the goods to 22 Japanese shops."],
        source="seeds/001",
    ),
    Rule(
        name="month-day-bare",
        why="月 was translated as 'month' and 日 was lost; the words around show that it is a date",
        find=dated(
            rf"{_FREE}{_DATE}(?P<day>\s?[Dd]ay\b)?(?!\s?(?:[0-9%-]|Japan|Number|month|days\b))(?!\s?[Ss]ince\b)",
            ("onth", "moon"),
            _plain_day,
            day=True,
        ),
        hint=("onth", "moon"),
        lang="en",
        confidence=0.9,
        examples=[
            ("The parcel left the depot on 8 month 30 .", "The parcel left the depot on August 30 ."),
            ("News agency Leeds 5 month 3 (Reuters) The mayor spoke.", "News agency Leeds May 3 (Reuters) The mayor spoke."),
            ("2020 year 4 month 7 day, the road was opened.", "On April 7, 2020, the road was opened."),
            ("It ran from 4 month 3 to 4 month 10.", "It ran from April 3 to April 10."),
        ],
        keeps=[
            "We finished a 5 month 3 day hike across the Alps.",
            "The loan has a 6 month term and a 5 year option.",
            "After 3 months 10 people were left.",
        ],
        source="seeds/001",
    ),
    Rule(
        name="year-month",
        why="年 and 月 were translated one by one",
        find=dated(rf"{_FREE}{_Y}\s?[Yy]ears?\s?{_M}\s?[Mm]onths?\b(?!\s?[0-9])(?!\s?[Ss]ince\b)", ("ear",), _year_month),
        hint="ear",
        lang="en",
        examples=[
            ("The bridge opened in 2016 year 10 month.", "The bridge opened in October 2016."),
            ("2018 year 6 month , the choir toured Wales.", "In June 2018 , the choir toured Wales."),
        ],
        keeps=["The child is 2 years 10 months old.", "In 2016 yearly totals for 10 months were lower."],
    ),
    Rule(
        name="month-year",
        why="年月 stood the other way round: the month was translated as a number of months",
        find=dated(
            rf"(?P<pre>\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|of) ){_M}\s[Mm]onth,?\s{_Y}(?=\s*(?:[,.;:)]|$))",
            ("onth",),
            lambda m, context: f"{m['pre']}{MONTHS[int(m['m']) - 1]} {m['y']}",
        ),
        lang="en",
        confidence=0.9,
        examples=[("In 10 month 2019 , the shop moved.", "In October 2019 , the shop moved.")],
        keeps=["Sales fell in 10 months, 2019 was worse."],
    ),
    Rule(
        name="year-since",
        why="以来 follows the year in Chinese, 'since' comes before it in English",
        find=dated(rf"{_FREE}{_Y}\s?[Yy]ear\s?[Ss]ince(?=\s*,)", ("ear",), _year_since),
        hint="ince",
        lang="en",
        examples=[("2015 year since , the mill stands empty.", "Since 2015 , the mill stands empty.")],
        keeps=["In 2015, a year since, he came back."],
    ),
    Rule(
        name="year",
        why="年 after the year was translated as 'year'",
        find=dated(
            rf"{_FREE}{_Y}\s?[Yy]ear(?P<many>s)?\b(?!\s?[Ss]ince\b)"
            r"(?:(?P<of>['’]s\b)|(?P<to>\s?[-–—~]\s?)(?P<y2>(?:1[5-9]|20)[0-9]{2})\s?[Yy]ear\b(?!s|\s?[0-9]))?",
            ("ear",),
            _year,
        ),
        hint=("0 year", "1 year", "2 year", "3 year", "4 year", "5 year", "6 year", "7 year", "8 year", "9 year", "Year"),
        lang="en",
        examples=[
            ("By the end of 2019 year, the mine had closed.", "By the end of 2019, the mine had closed."),
            ("2014 year , she moved to Oslo.", "In 2014 , she moved to Oslo."),
            ("The census of 2020 year counted 4100 people.", "The census of 2020 counted 4100 people."),
            ("The album (2003 year) sold well.", "The album (2003) sold well."),
            ("In 2013 year's report, two figures were wrong.", "In 2013's report, two figures were wrong."),
            ("During 2018 year-2020 year, 40 homes were built.", "During 2018-2020, 40 homes were built."),
        ],
        keeps=[
            "The 2019 year end report is out.",
            "In 2000 years, nothing will be left.",
            "They kept a 1950 year book.",
            "Sales of 2020 year ended low.",
        ],
    ),
    Rule(
        name="day-alone",
        why="日 after a day of the month was translated as the country",
        find=dated(
            r"(?<![\w./:-])(?P<d>3[01]|[12][0-9]|[1-9])\s?Japan(?:ese)?"
            r"(?=\s*(?:[,.;:!?)]|$)|(?<=[Oo]n the [0-9] Japan|n the [0-9]{2} Japan) (?:the|a|he|she|it|they|we)\b)",
            ("Japan",),
            _day_alone,
        ),
        hint="Japan",
        lang="en",
        confidence=0.8,
        examples=[
            ("On 12 Japan , the ministry replied.", "On the 12th , the ministry replied."),
            ("12 Japan , the ministry replied.", "On the 12th , the ministry replied."),
        ],
        keeps=["In 2012 Japan, like others, grew.", "They beat 12 Japanese players.", "Group B: 1 Spain, 2 Japan, 3 Peru"],
    ),
    Rule(
        name="day-label",
        why="日 after a day whose month was translated rightly became the country",
        pattern=rf"\b(?P<date>(?:{'|'.join(MONTHS)}) {_DAYS_31}(?P<more>(?:, {_DAYS_31})* and {_DAYS_31})?) Japan(?:ese)?"
        r"(?=\s*(?:[.;)]|\Z)|(?(more)(?!)|, (?:the|a|an|he|she|it|they|we|there)\b)"
        rf"|\s(?:to|until|till) (?:[0-9]|(?:{'|'.join(MONTHS)}) [0-9]))",
        new=r"\g<date>",
        hint=" Japan",
        lang="en",
        confidence=0.85,
        examples=[
            ("The pool reopened on May 3 Japan.", "The pool reopened on May 3."),
            ("On May 3 Japan, the pool reopened.", "On May 3, the pool reopened."),
            ("The pool reopened on May 3, 4 and 5 Japan.", "The pool reopened on May 3, 4 and 5."),
            ("The pool is closed from May 3 Japan to May 9 Japan.", "The pool is closed from May 3 to May 9."),
        ],
        keeps=[
            "On May 3 Japan beat Peru.",
            "On June 9 Japan, like Korea, raised its tax.",
            "On June 9 and 10 Japan, the hosts, won.",
        ],
    ),
    Rule(
        name="clock",
        why="时 and 分 were translated as 'when' and 'branch'",
        find=dated(
            r"(?<![\w.:,])(?P<h>2[0-4]|1[0-9]|0?[0-9])\s?(?:[Ww]hen|[Ss]pots?|[Pp]oints?)\s?(?P<min>[0-5]?[0-9])\s?(?:[Bb]ranch(?:es)?|(?P<unit>[Pp]oints?|[Mm]inutes?))\b",
            ("hen", "spot", "oint"),
            _time,
        ),
        hint=("ranch", "oint", "inute", " spot"),
        lang="en",
        examples=[
            ("The train leaves at 8 when 30 branch .", "The train leaves at 8:30 ."),
            ("It began at 14 when 5 branches.", "It began at 14:05."),
            ("He arrived at 10 when 5 minutes.", "He arrived at 10:05."),
        ],
        keeps=["He was 8 when 30 people came.", "She led 8 points to 30.", "He was at 8 when 12 minutes were left."],
    ),
    Rule(
        name="hour",
        why="时 was translated as 'when'",
        find=dated(
            r"(?P<pre>\bat )(?P<h>2[0-4]|1[0-9]|[0-9]) [Ww]hen(?=\s*[,.])",
            ("hen",),
            lambda m, context: m.expand(r"\g<pre>\g<h>:00"),
        ),
        hint="hen",
        lang="en",
        examples=[("The gates open at 14 when , and close at 20 when .", "The gates open at 14:00 , and close at 20:00 .")],
        keeps=["He left school at 14 when he could."],
    ),
)


# Each begins with its literal; what has to stand before it is asked of the few places found.
_SEEN = (
    ("on the th", re.compile(r"on the th\b"), re.compile(r"(?<!\w)")),
    (" month ", re.compile(r" month [0-9]{1,2}\b(?! (?:day|year|week|hour))"), re.compile(r"(?<![\w.])(?:1[0-2]|[1-9])")),
    (
        " month",
        re.compile(r" month(?=[.,;)]| (?:the|a|he|she|it|they|we|and|of)\b)"),
        re.compile(r"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=end of ))(?:1[0-2]|[1-9])"),
    ),
    (" The", re.compile(r"company [0-9]{1,2} The\b"), re.compile(r"(?<!\w)")),
)


# 电 ("wired") in the dateline of a Chinese agency became the name of another one.
_AGENCY = re.compile(
    rf"[Aa]gency[^.\n(]{{1,40}}(?:{'|'.join(MONTHS)}) [0-9]{{1,2}}(?: \([^()\n]*\))? ?\((?P<agency>Reuters|AP|AFP|Bloomberg)\)(?! ?[-–—])"
)


def flags(text: str, context: Context) -> Iterator[Flag]:
    """Torn dates that no rule could put together, and datelines with the name of another agency."""
    if "gency" in text:
        for m in _AGENCY.finditer(text):
            yield Flag(
                *m.span("agency"),
                "invented-agency",
                "the dateline of one agency holds the name of another: whose it is, is a guess",
            )
    for literal, pattern, before in _SEEN:
        if literal not in text:
            continue
        for m in pattern.finditer(text):
            starts = (
                start
                for start in range(max(0, m.start() - 2), m.start() + 1)
                if (b := before.match(text, start)) and b.end() == m.start()
            )
            start = next(starts, None)
            if start is not None:
                yield Flag(start, m.end(), "torn-date", "parts of a date are lost or stand apart: what it was is a guess")


def trigger(text: str, context: Context) -> Collection[str]:
    """The rules for which one of the words that dates became stands right after a digit, and beside it what the rule asks for."""
    names: set[str] = set()
    found = _dated(text, context)
    for word, position in found:
        if word in ("onth", "moon") and not _DAY.match(text, position + 4):
            continue
        if word == "ear" and not _YEAR_END.search(text, max(0, position - 6), position):
            continue
        if word in ("hen", "spot", "oint") and not _TIME.match(text, position + len(word)):
            continue
        names.update(_BY_WORD[word])
    if "day-label" in names and (any(word in ("onth", "moon") for word, _ in found) or _LABELLED.search(text)):
        names.add("later-day")
    return names


_LABELLED = re.compile(rf"\b(?:{'|'.join(MONTHS)}) [0-3]?[0-9] {_LABEL}")
_DAY = re.compile(r"s?,?\s{0,2}(?:[0-9]|[Ss]ince|[Bb]efore|[Aa]fter)")
_TIME = re.compile(r"s?\s*[0-9,.]")
_YEAR_END = re.compile(r"(?:1[5-9]|20)[0-9]{2}\s?[A-Za-z]?\Z")
