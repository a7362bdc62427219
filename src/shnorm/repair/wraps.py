"""Lines wrapped by hand, joined again: where the break stands inside a sentence and nothing says that it was meant.

It knows lines and the words that cannot end one; verse, lists, labels, headlines, tables, addresses, signatures and code stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from shnorm.gate import Context
from shnorm.lines import Lines
from shnorm.repair.han_blanks import cuts_word
from shnorm.repair.layout import LATIN_LANGUAGES, Here, code_like, english_words, item_like, label_like
from shnorm.resources import Resource
from shnorm.rules import Rule
from shnorm.script import HAN
from shnorm.wordlist import words

Found = Iterator[tuple[int, int, str]]

#: Words after which an English line cannot end of itself.
_DANGLING = words(
    "the a an of to in on at by for from with and or but nor as than into onto upon under about between among through during without "
    "within against toward towards is are was were be been being am has have had will would can could may might must shall should do does "
    "did not no its his her their our your my this these those that which who whose whom if because while when where whether although "
    "very more most such so every each any some both either neither"
)
#: Those of them that never end anything: a capital may follow.
GOVERNING = words("the a an of to in on at by for from with and or as than into its their our your my between during under which")
#: Words with which an English sentence goes on, and a headline or a list item does not begin.
_CONTINUING = words(
    "would will is are was were and or but of to for with in on at from that which who has have had can could should than as because when "
    "where while into over under after before until during through without within against between among whose if be been being not"
)
_LAST = re.compile(r"([A-Za-z][A-Za-z'’]*)$")
_FIRST = re.compile(r"[A-Za-z][A-Za-z'’]*")
_STOP = re.compile(r"[.!?:…。！？：；;][\"”’»)\]）」』]*$")
_MID_STOP = re.compile(r"[.!?][\"”’)]* +[A-Z\"“]")
_CELLS = re.compile(r"\t|\S {2,}\S|\|")
#: A line this long is prose, not verse.
_LONG = 55
#: Nobody wraps Latin prose at fewer letters than this.
_NARROWEST = 22
#: A shorter line that ends where a phrase ends may be verse.
_SHORT = 20
# A break that may be a wrap: no stop before it, and behind it what can go on with a Latin sentence.
_BREAK = re.compile(r"\n(?=[A-Za-z(“\"‘'0-9$£€])(?<![.!?:…\n]\n)[(“\"‘']*(?=.)")
_LINE_END = re.compile(r"\n(?=\S)[(“\"‘']*")


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def _first_word(line: str) -> str:
    m = _FIRST.match(line.lstrip("(“\"‘'"))
    return m.group() if m else ""


def _last_word(line: str) -> str:
    m = _LAST.search(line[-40:])
    return m.group(1) if m else ""


def _barred(line: str) -> bool:
    """Whether ``line`` takes no part in joining: an item, code, a table row."""
    return item_like(line) or code_like(line) or _CELLS.search(line) is not None or line[:1].isspace()


def _goes_on_lower(line: str) -> bool:
    word = _first_word(line)
    return word != "" and word.islower() and not line[:1].isdigit()


def _blocks(context: Context, breaks: Iterable[int]) -> Iterator[list[_Line]]:
    """The runs of lines that are not blank round those line ends, offsets in order, which stand between two such lines."""
    lines, done = context.lines, 0
    for position in breaks:
        index = lines.at(position)
        if index < done:
            continue
        above = list(_lines(lines, range(index, -1, -1)))
        if above:
            below = list(_lines(lines, range(index + 1, len(lines))))
            done = index + 1 + len(below)
            if below:
                yield [*reversed(above), *below]


def _lines(lines: Lines, indices: Iterable[int]) -> Iterator[_Line]:
    """The lines of those numbers up to the first blank one."""
    for index in indices:
        line = lines.content(index).rstrip(" \t\xa0")
        if not line.strip():
            return
        start = lines[index].start
        yield _Line(start, start + len(line), line)


def _latin(text: str, context: Context) -> Found:
    if not any(_may_go_on(text, m) for m in _BREAK.finditer(text)):
        return
    here = Here(context)
    for block in _blocks(context, (m.start() for m in _LINE_END.finditer(text) if _may_go_on(text, m))):
        if not any(_open_break(a, b) for a, b in pairwise(block)) or any(_CELLS.search(line.text) for line in block):
            continue
        if sum(code_like(line.text) for line in block) * 3 > len(block):
            continue
        found = list(_join_block(text, block))
        if found and (here.at(block[0].start).english or (_margin(block) and here.language in LATIN_LANGUAGES)):
            yield from found


def _margin(block: list[_Line]) -> bool:
    """Whether the lines of a block are long and filled up to one margin: then no word has to tell."""
    width = max(len(line.text) for line in block)
    return width >= _LONG and all(len(a.text) + 1 + len(b.text.split(" ", 1)[0]) > width for a, b in pairwise(block))


def _may_go_on(text: str, m: re.Match[str]) -> bool:
    """Whether the line before a break has to go on, or the line after it goes on."""
    start, end = m.span()
    return text[end : end + 1].islower() or _last_word(text[max(0, start - 12) : start].rstrip()) in GOVERNING


def _open_break(a: _Line, b: _Line) -> bool:
    """Whether nothing ends at the break between two lines."""
    if _STOP.search(a.text[-12:]) or not (_goes_on_lower(b.text) or _last_word(a.text) in GOVERNING):
        return False
    return not (_barred(a.text) or _barred(b.text))


def _join_block(text: str, block: list[_Line]) -> Found:
    width = max(len(line.text) for line in block)
    breaks = [_open_break(a, b) for a, b in pairwise(block)]
    runs: list[tuple[int, int]] = []  # first and last line of each run of lines that go on into the next
    i = 0
    while i < len(breaks):
        if breaks[i]:
            j = i
            while j < len(breaks) and breaks[j]:
                j += 1
            runs.append((i, j))
            i = j
        else:
            i += 1
    mid_stops = any(_MID_STOP.search(line.text) for line in block)
    for first, last in runs:
        lines = block[first : last + 1]
        if _wrapped(lines, width, alone=len(runs) == 1 or mid_stops or len(block) < 4):
            for a, b in pairwise(lines):
                if not _hyphened(a):
                    yield a.end, b.start, " "


def _wrapped(lines: list[_Line], width: int, *, alone: bool) -> bool:
    """Whether the breaks between ``lines`` were made by a margin: no word that can end a line before them, or lines filled up."""
    broken = list(pairwise(lines))
    if label_like(lines[0].text) and len(lines[0].text) < 30:
        return False
    filled = all(len(a.text) + 1 + len(b.text.split(" ", 1)[0]) > width for a, b in broken)
    dangling = sum(_last_word(a.text).lower() in _DANGLING or _hyphened(a) for a, _ in broken)
    head = lines[0].text.lstrip("(“\"‘'")[:1]
    ends = _STOP.search(lines[-1].text[-12:]) is not None
    if width >= _LONG and filled:
        return True
    if not ends or not (head.isupper() or head.isdigit()):
        return False
    if filled and dangling and 3 * dangling >= len(broken):
        return True
    if dangling == len(broken):
        return True
    # Filled lines and a last one that is clearly shorter: verse has lines of a kind.
    if filled and width >= _NARROWEST and 10 * len(lines[-1].text) < 7 * width:
        going_on = sum(_last_word(a.text).lower() in _DANGLING or _first_word(b.text) in _CONTINUING for a, b in broken)
        if 2 * going_on >= len(broken):
            return True
    # One break before a word that goes on: not in a block that reads as verse.
    if len(broken) != 1 or not alone or len(lines[0].text.split()) < 4:
        return False
    if len(lines[0].text) < _SHORT:
        return False
    return _first_word(lines[1].text) in _CONTINUING or (lines[0].text.endswith(",") and len(lines[0].text) >= 35)


def _hyphened(line: _Line) -> bool:
    # A word cut at the margin is joined by the rule for hyphens.
    return line.text.endswith("-") and line.text[-2:-1].isalpha()


def _vocabulary() -> frozenset[str]:
    # SymSpell's English frequency dictionary (MIT), words only.
    from importlib.resources import files

    lines = (files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig").splitlines()
    return frozenset(line.split(" ", 1)[0] for line in lines)


ENGLISH: Resource[frozenset[str]] = Resource("repair.english", _vocabulary)


def _one_word(left: str, right: str) -> bool:
    """Whether the halves of a word at a hyphened line end are one word (hun-dred), not a compound (well-known)."""
    known = ENGLISH.get()
    whole = (left + right).lower()
    if whole in known or (whole.endswith("s") and whole[:-1] in known):
        return True
    return not (left.lower() in known and right.lower() in known)


def _only_together(left: str, right: str) -> bool:
    known = ENGLISH.get()
    return (left + right).lower() in known and left.lower() not in known


_HYPHEN = re.compile(r"-(?:(?<=[a-z]{2}-)\r?\n(?=[a-z]{2}))")


def _hyphens(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _HYPHEN.finditer(text):
        here.at(m.start())
        if _CELLS.search(here.content) or here.code:
            continue
        left = re.search(r"[A-Za-z]+$", here.content[-41:-1])
        right = _FIRST.match(text, m.end(), m.end() + 40)
        if not left or not right:
            continue
        # In a line too short to be told for prose the halves have to make a word, and the first must be none.
        blanks = here.content.count(" ")
        if blanks < 2 and not (blanks and _only_together(left.group(), right.group())):
            continue
        if here.english or (blanks < 2 and english_words(f"{here.content} {here.neighbour(1)}")):
            yield m.start() if _one_word(left.group(), right.group()) else m.start() + 1, m.end(), ""


# From the first line end on; the blanks before it and the letter or comma before them are looked for backwards.
_GAP = re.compile(r"\n\r?\n(?=[a-z]{2}|a )")


def _split_sentence(text: str, context: Context) -> Found:
    """A sentence split by an empty line."""
    here = Here(context)
    lines = context.lines
    for m in _GAP.finditer(text):
        start = m.start()
        if text[start - 1 : start] == "\r":
            start -= 1
        while start and text[start - 1] in " \t":
            start -= 1
        if not _LATIN_OR_COMMA.match(text[start - 1 : start]):
            continue
        a = here.at(start).content.rstrip()
        index = lines.at(m.end())
        b = lines.content(index).rstrip()
        if _barred(a) or _barred(b) or label_like(a) or len(a.split()) < 4 or not _STOP.search(b[-12:]):
            continue
        head = a.lstrip("(“\"‘'")[:1]
        if not head.isupper() or _title_case(a):
            continue
        if (_last_word(a).lower() in _DANGLING or _first_word(b) in _CONTINUING or a.endswith(",")) and here.english:
            yield start, m.end(), " "


_LATIN_OR_COMMA = re.compile("[A-Za-z,]")


def _title_case(line: str) -> bool:
    words = [w for w in re.findall(r"[A-Za-z]+", line) if len(w) > 3]
    return len(words) > 1 and sum(w[0].isupper() for w in words) * 2 > len(words)


# ---------------------------------------------------------------------------------------------------------------- Chinese

_HAN_BREAK = re.compile(rf"\n(?=[{HAN}])(?:(?<=[{HAN}]\n)|(?<=[{HAN}]\r\n))")
_CLAUSE_MARK = re.compile("[，、；：,]")
#: Nobody wraps Chinese prose at fewer letters than this.
_NARROW = 10
_HAN_FINAL = re.compile("[。！？…：；][”’」』）]*$")
_HAN_STOP = re.compile("[。！？]")
# 百分之十|二 and 三十万|亩: a numeral that goes on.
_NUMBER_CUT = re.compile(
    "[百千万萬亿億][一二三四五六七八九十零〇两兩百千万萬亿億]|十[一二三四五六七八九]|[一二三四五六七八九两兩][百千万萬亿億]"
)
_HAN_END = re.compile(f"[{HAN}]$")
_HAN_START = re.compile(f"[{HAN}]")
#: Widths of wrapped lines differ by no more than this: a mark may not begin a line, so one or two letters move.
_RAGGED = 2


def _is_verse(body: list[str], width: int) -> bool:
    """Whether the lines are no wrapped prose: narrow, without any stop, begun alike, or short where no sentence ends."""
    return (
        width < _NARROW
        or not any(_HAN_STOP.search(line) for line in body)
        or len({line[:2] for line in body}) < len(body)
        or any(len(line) < width - _RAGGED and not _HAN_FINAL.search(line[-3:]) for line in body[:-1])
    )


def _han(text: str, context: Context) -> Found:
    here = Here(context)
    for block in _blocks(context, (m.start() for m in _HAN_BREAK.finditer(text))):
        if not any(_HAN_END.search(a.text[-1:]) and _HAN_START.match(b.text) for a, b in pairwise(block)):
            continue
        body = [line.text.strip("\u3000 ") for line in block]
        width = max(map(len, body[:-1]))
        verse = len(block) < 3 or _is_verse(body, width)
        joined = False
        for i, (a, b) in enumerate(pairwise(block)):
            after_joined, joined = joined, False
            if len(body[i]) < width - _RAGGED or len(body[i + 1]) > width + _RAGGED or len(body[i]) < 6:
                continue
            if not (_HAN_END.search(a.text[-1:]) and _HAN_START.match(b.text)):
                continue
            if _barred(a.text) or _barred(b.text) or label_like(a.text) or label_like(b.text):
                continue
            # A headline is short of a clause mark; what goes on from the line before is none.
            wrapped = not verse and (after_joined or _CLAUSE_MARK.search(body[i]) is not None)
            cut = wrapped or cuts_word(text, a.end, b.start) or _NUMBER_CUT.search(a.text[-1:] + b.text[:1]) is not None
            if cut and (here.at(a.start).chinese or here.at(b.start).chinese):
                joined = True
                yield a.end, b.start, ""


RULES = (
    Rule(
        name="latin-wrap",
        why="a margin broke the line, not the writer: no stop before the break, and the sentence goes on after it",
        find=_latin,
        hint="\n",
        lang="en",
        examples=[
            (
                "The committee met on\nMonday to discuss the\nnew parking rules.",
                "The committee met on Monday to discuss the new parking rules.",
            ),
        ],
        keeps=[
            "The moon came down\nto drink the pond\nand left a ring\nof silver frond.",
            "Eva Lind\n14 Quay Street\nBergen 5003",
            "Bring:\n- a torch\n- a map\n- two litres of water",
            "Opening hours\nThe desk is staffed from nine to five.",
            "Day 1: harbour walk\nDay 2: boat to the island\nDay 3: free",
        ],
        source="gold",
    ),
    Rule(
        name="hyphen-wrap",
        why="a word was cut at the margin",
        find=_hyphens,
        hint=("-\n", "-\r"),
        lang="en",
        examples=[
            ("Volunteers planted two hun-\ndred trees along the canal.", "Volunteers planted two hundred trees along the canal.")
        ],
        keeps=["Bring these things:\n-\ntorch"],
        source="gold",
    ),
    Rule(
        name="split-sentence",
        why="an empty line stands inside a sentence",
        find=_split_sentence,
        hint=("\n\n", "\n\r\n"),
        lang="en",
        examples=[("She said the concert\n\nwould begin at eight.", "She said the concert would begin at eight.")],
        keeps=["Notes from the harbour\n\na poem by Lena Hart", "a torch\n\nand a map\n\ntwo litres of water"],
        source="gold",
    ),
    Rule(
        name="han-wrap",
        why="a margin broke the line inside a word, or inside the sentences of a block of equal lines",
        find=_han,
        hint="\n",
        lang="zh",
        examples=[
            (
                "这座桥建于一九三六年，全长\n四百二十米，是当地最早的\n公路桥。",
                "这座桥建于一九三六年，全长四百二十米，是当地最早的公路桥。",
            ),
            (
                "遊客可以在入口處領取地\n圖，也可以掃描二維碼下載\n電子版。",
                "遊客可以在入口處領取地圖，也可以掃描二維碼下載電子版。",
            ),
        ],
        keeps=[
            "春风过小桥，\n细雨入新茶。\n门前无客到，\n落下一枝花。",
            "巷口的豆腐坊又热闹起来了\n天还没亮，门前已经排起了队，最早的一位四点就到了",
            "姓名：林一舟\n职务：站长\n邮箱：yizhou@example.org",
            "青菜\n豆腐\n米醋\n一小勺糖",
        ],
        source="gold",
    ),
)
