"""Two marks where one belongs: doubled ones, and pairs that contradict each other.

It knows which pairs are legitimate: ellipses, paths, ranges, abbreviations before a comma, expressive marks, ``;;`` and ``::``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.gate import Context
from shnorm.repair.layout import LATIN_LANGUAGES, Here
from shnorm.rules import Rule
from shnorm.wordlist import words

Found = Iterator[tuple[int, int, str]]

#: Abbreviations that keep their stop before another mark.
_ABBREVIATIONS = words(
    "etc inc ltd co corp bros al jr sr mr mrs ms dr prof st no vs eg ie cf ca approx est dept vol ed eds pp fig figs ch sec para am pm "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd rd min max misc gen gov sen rep rev hon capt lt "
    "col sgt univ assn intl govt natl esq phd md ba bsc llc plc gmbh op cit ibid tel ext"
)
_WORD_BEFORE = re.compile(r"([A-Za-z.]+)$")

_DOUBLE_STOP = re.compile(r"\.(?:\.|[ \xa0]+\.)(?![ \xa0]*\.)(?=\s|$|[\"”’)\]]|(?<=[a-z]\.\.)[A-Z][a-z]* [a-z])")


def _abbreviated(before: str) -> bool:
    """Whether ``before``, which ends without its stop, ends in an abbreviation or an initial."""
    m = _WORD_BEFORE.search(before)
    if m is None:
        return False
    word = m.group(1)
    return "." in word.strip(".") or len(word) == 1 or word.lower().strip(".") in _ABBREVIATIONS


def _step_back(text: str, position: int) -> int:
    while position and text[position - 1] in " \xa0":
        position -= 1
    return position


def _double_stop(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _DOUBLE_STOP.finditer(text):
        start, end = m.span()
        if m.group() != "..":
            start = _step_back(text, start)
        left = text[start - 1 : start]
        if (
            left == " "
            and m.group() == ".."
            and context.translated >= _MACHINE
            and _LAST_WORD.search(text[max(0, start - 24) : start - 1])
        ):
            start -= 1
            left = text[start - 1]
        if not (left.isalnum() or left in ")]”\"'’%") or not left:
            continue
        here.at(start)
        if m.group() == ".." and here.fact(_informal):
            continue
        tail = here.after(end, 12).lstrip(' \xa0"”’)]')
        if m.group() == ".." and tail[:1].islower() and not _abbreviated(here.before(start, 24)):
            continue  # an informal ellipsis
        if here.before(start, 8).rstrip().endswith(".") or here.code:
            continue
        glued = text[end : end + 1].isalpha()
        if here.english:
            if not glued or _PLAIN_WORD.search(here.before(start, 24)):
                yield start, end, ". " if glued else "."
        # Abroad only where a sentence follows: at the end of a teaser two stops are what is left of an ellipsis.
        elif not glued and tail[:1].isupper() and here.language in LATIN_LANGUAGES:
            yield start, end, "."


# With a blank before it, two stops are an ellipsis unless the page shows that a machine translated it.
_MACHINE = 0.2
_LAST_WORD = re.compile(r"[ -][A-Za-z]{3,}$")


def _informal(line: str) -> bool:
    """Whether two stops stand for an ellipsis somewhere in ``line``."""
    return any(not _abbreviated(line[: m.start() + 1]) for m in _TRAILING_OFF.finditer(line))


_TRAILING_OFF = re.compile(r"[a-z]\.\.(?= [a-z])")
_ENTITY = re.compile(r"&#?\w+$")
_PLAIN_WORD = re.compile(r" [a-z]{3,}$")
_LOWER_WORD = re.compile(r"\b[a-z]{4,}$")
# Words of grammar, too short to tell from abbreviations unless a sentence begins behind them: "was out., The".
_SMALL_WORD = re.compile(r" (?:out|off|up|on|in|by|it|him|her|me|us|so|too|now|ago|all|one|two|was|is|be|had|did|do|go)$")
_SENTENCE = re.compile(r" ?(?:The|A|It|He|She|They|We|This|In|At|But|And) ")
# One pattern for each first mark: a pattern is found fastest that begins with a literal.
_PAIRS = tuple(
    re.compile(rf"({re.escape(mark)})[ \xa0]*([,.;:])(?![ \xa0]*[,.;:!?])(?=\s|$|[\"”’)\]]|[A-Za-z])") for mark in ",.;:"
)


def _conflict(text: str, context: Context) -> Found:
    here = Here(context)
    # No two of them overlap, since no mark follows a pair.
    for m in sorted((m for pattern in _PAIRS for m in pattern.finditer(text)), key=re.Match.start):
        a, b = m.group(1), m.group(2)
        if (a == b and (a != "," or (m.group().strip() == ",," and text[m.end() : m.end() + 1].isalpha()))) or a + b in (
            "::",
            ";;",
        ):
            continue
        end = m.end()
        start = _step_back(text, m.start())
        left = text[start - 1 : start]
        if not left or not (left.isalnum() or left in ")]”\"'’%"):
            continue
        here.at(start)
        before, rest = here.before(start, 24), here.after(end, 12)
        if a == ";" and _ENTITY.search(before):
            continue
        following = rest.lstrip(' \xa0"“‘(')[:1]
        if rest[:1].isalpha() and not (m.group()[-2:-1] in " \xa0" or (a + b == ".," and _LOWER_WORD.search(before))):
            continue
        if b == "." and a == "," and rest[:1].islower():
            continue  # ", .env": a name that begins with the full stop
        if a == ".":
            if _abbreviated(before):
                if text[start:end] != a + b and not here.code and here.english:
                    yield start, end, a + b
                continue
            if (
                text[start:end] == a + b
                and before[-1:].isalpha()
                and not _LOWER_WORD.search(before)
                and not (b == "," and following.isupper() and _SMALL_WORD.search(before) and _SENTENCE.match(rest))
            ):
                continue  # an abbreviation that the list does not have
        if {a, b} == {".", ","}:
            keep = "," if following.islower() or (following.isdigit() and a != ".") else "."
        elif {a, b} == {",", ";"}:
            keep = ";"
        elif {a, b} == {",", ":"}:
            keep = ":"
        elif {a, b} == {".", ";"}:
            keep = ";" if following.islower() else "."
        elif a == b:
            keep = a
        else:
            continue
        if here.code or not here.english:
            continue
        yield start, end, keep + (" " if rest[:1].isalpha() else "")


_CLAUSE_END = re.compile(r"[.!?][\"”’)]*\s")
_END_STOP = re.compile(r"([?!])[ \xa0]?\.(?![.\w])")
_QUESTION = re.compile(
    r"\b(?:who|what|when|where|why|how|which|whose|is|are|was|were|do|does|did|can|could|will|would|shall|should|may|has|have|had)\b",
    re.IGNORECASE,
)


def _end_stop(text: str, context: Context) -> Found:
    """``?.`` after a question, ``!.`` after an ordinary word; after a name the mark may be the name's (``Yahoo!.``)."""
    here = Here(context)
    for m in _END_STOP.finditer(text):
        here.at(m.start())
        if not here.plain:
            continue
        clause = _CLAUSE_END.split(here.before(m.start(), 200))[-1]
        last = re.search(r"([A-Za-z'’]+)[\"”’)]*$", clause[-40:])
        if last is None:
            continue
        if m.group(1) == "?":
            good = _QUESTION.search(clause) is not None
        else:
            good = last.group(1).islower() or last.group(1) == clause
        if good:
            yield m.start(), m.end(), m.group(1)


_STRAY_CJK = re.compile(r"([.,;:?!])[ \xa0]*([。，、；：？！])[ \xa0]*")


def _stray_cjk(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _STRAY_CJK.finditer(text):
        left = text[m.start() - 1 : m.start()]
        if not left or not ((left.isascii() and left.isalnum()) or left in ')]”"’%?!') or not here.at(m.start()).english:
            continue
        a, b = m.group(1), m.group(2)
        right = text[m.end() : m.end() + 1]
        abbreviated = a == "." and _abbreviated(here.before(m.start(), 24))
        if b in "？！" and a in ",.;:":
            keep = "?" if b == "？" else "!"
        elif a == "." and b in "，、" and (right.islower() or abbreviated):
            keep = ".," if abbreviated else ","
        elif a == "," and b == "。":
            keep = "."
        else:
            keep = a
        yield m.start(), m.end(), keep + (" " if right and not right.isspace() and right not in '"”’)]' else "")
    for m in _CJK_FIRST.finditer(text):
        left = text[m.start() - 1 : m.start()]
        if not ((left.isascii() and left.isalnum()) or (left and left in ')]”"’%')) or not here.at(m.start()).english:
            continue
        a, b = _NARROW[m.group(1)], _NARROW.get(m.group(2), m.group(2))
        following = here.after(m.end(), 12).lstrip(' \xa0"“‘(')[:1]
        if "?" in (a, b) or "!" in (a, b):
            keep = a if a in "?!" else b
        elif "." in (a, b):
            keep = "," if following.islower() and "," in (a, b) else "."
        else:
            keep = a if a != "," else b
        right = text[m.end() : m.end() + 1]
        yield m.start(), m.end(), keep + (" " if right.isalnum() else "")


_CJK_FIRST = re.compile(r"([，。、；：？！])[ \xa0]*([.,;:?!，。、；：])(?![.,;:?!，。、；：？！])")
_NARROW = dict(zip("，。、；：？！", ",.,;:?!", strict=True))
_HAN_PAIR = re.compile(r"([，。、；：！？])(?<![，。、；：！？.].)[ \xa0]?([，。、；：])(?![ \xa0]?[，。、；：！？…])")
_STRONG = {"。": 3, "；": 2, "：": 2, "，": 1, "、": 0, "？": 4, "！": 4}


def _doubled_in_han(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _HAN_PAIR.finditer(text):
        a, b = m.group(1), m.group(2)
        if a == "：" and b != "：":
            continue
        if a == "。" and b not in "。，":
            continue
        if here.at(m.start()).chinese:
            yield m.start(), m.end(), a if a == "。" or _STRONG[a] >= _STRONG[b] else b


_MIXED_WIDTH = re.compile(
    r"[，。、；：！？,.;:](?:(?<=[，。、；：！？]) ?[,.;:](?![.,;:A-Za-z0-9_])|(?<=[,.;:]) ?([，。；：！？])(?<![.][.]。))"
)


def _mixed_width(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _MIXED_WIDTH.finditer(text):
        left = text[m.start() - 1 : m.start()]
        if (left > "⺀" or (left and left in "”’…")) and here.at(m.start()).chinese:
            yield m.start(), m.end(), m.group(1) or m.group()[0]


RULES = (
    Rule(
        name="double-stop",
        why="the engine kept the source's full stop and added the target's",
        find=_double_stop,
        hint=("..", ". .", ".  .", ".\xa0."),
        lang="en",
        examples=[
            ("The vote was delayed. . Members will meet again.", "The vote was delayed. Members will meet again."),
            ("All tickets are sold out..", "All tickets are sold out."),
            (
                "They lost their way in the fog..The youngest was found at noon.",
                "They lost their way in the fog. The youngest was found at noon.",
            ),
        ],
        keeps=[
            "He paused . . . and then spoke.",
            "Wait... what happened?",
            "Type `cd ..` to go up.",
            "In Ruby, 1..10 is a range.",
            "I don't know.. maybe later",
        ],
        source="seeds/000",
    ),
    Rule(
        name="conflicting-marks",
        why="two marks of one break: the engine kept the source's and added its own",
        find=_conflict,
        hint=(
            ", ,",
            ",,",
            ". ,",
            ".,",
            ",.",
            ", .",
            ";,",
            "; ,",
            ",;",
            ", ;",
            ":,",
            ": ,",
            ",:",
            ", :",
            ";.",
            "; .",
            ".;",
            ". ;",
        ),
        lang="en",
        examples=[
            ("In the meantime, , the old bridge stays open.", "In the meantime, the old bridge stays open."),
            ("Output rose by 12%. , while exports fell.", "Output rose by 12%, while exports fell."),
            ("The staff were thanked ,. Then the show began.", "The staff were thanked. Then the show began."),
        ],
        keeps=[
            "Acme Inc., founded in 1950, moved.",
            "The loop is for (;;) in C.",
            "They met at 9 a.m., and left.",
            "Add .net, .env and more.",
        ],
        source="seeds/001",
    ),
    Rule(
        name="stop-after-end-mark",
        why="the question or exclamation mark ends the sentence already",
        find=_end_stop,
        hint=("?.", "!.", "? .", "! ."),
        lang="en",
        examples=[("Where is it?.", "Where is it?")],
        keeps=["He works at Yahoo!.", "She read Quo Vadis?. Then she slept."],
        source="gold",
    ),
    Rule(
        name="cjk-mark-after-mark",
        why="the sentence has its own mark, and the source's was left behind it",
        find=_stray_cjk,
        hint=tuple("。，、；：？！"),
        lang="en",
        examples=[
            ("What time does it start?。", "What time does it start?"),
            ("The plan was approved，. Work starts soon.", "The plan was approved. Work starts soon."),
            ("The plan starts today。。", "The plan starts today."),
        ],
        keeps=["What time does it start?"],
        source="gold",
    ),
    Rule(
        name="mixed-pair-in-han",
        why="the same break marked twice, once in each width",
        find=_mixed_width,
        hint=tuple("，。、；：！？"),
        lang="zh",
        examples=[("会议结束。.", "会议结束。"), ("会议结束,，大家离开。", "会议结束，大家离开。")],
        keeps=["他说：...算了。", "版本是 3.2，好的。"],
        source="gold",
    ),
    Rule(
        name="double-mark-in-han",
        why="a mark typed or copied twice; ellipses are longer",
        find=_doubled_in_han,
        hint=(*(a + b for a in "，。、；！？" for b in "，。、；："), "：："),
        lang="zh",
        examples=[
            ("会议将于周五举行。。请准时参加。", "会议将于周五举行。请准时参加。"),
            ("天气转凉，，请注意保暖。", "天气转凉，请注意保暖。"),
        ],
        keeps=["我不知道。。。算了。", "真的！！太好了？！"],
        source="gold",
    ),
)
