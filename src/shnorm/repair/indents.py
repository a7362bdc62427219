"""Blanks at the edges of lines, and blank lines: indents of prose, trailing blanks, runs of empty lines.

It knows the page's layout; an indent of U+3000 is how Chinese paragraphs begin and stays, poems, code and lists keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.gate import Context
from shnorm.repair.layout import Here, code_like, item_like
from shnorm.rules import Rule
from shnorm.script import HAN

# At the beginning of the text, and of a line.
_FIRST_INDENT = re.compile(r"[ \t\xa0]+(?=[^\s])")
_INDENT = re.compile(r"\n([ \t\xa0]+)(?=[^\s])")
_HAN = re.compile(f"[{HAN}]")
_STOPS = tuple(".!?。！？…")
#: A line of prose has at least this many letters, a Han counting three.
_PROSE = 60
#: A line of this length behind a single blank is a sentence or a headline, not the stanza of a poem or the body of a diff.
_STRAY = 30


def _indents(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    first = _FIRST_INDENT.match(text)
    found = [first.span()] if first else []
    found += [m.span(1) for m in _INDENT.finditer(text)]
    if not found:
        return
    lines = context.lines
    judged: list[tuple[int, int, str, bool, bool]] = []
    prose = code = 0
    for start, end in found:
        line = text[end : lines[lines.at(start)].end]
        good, bad = _is_prose(line), code_like(line)
        prose += good
        code += bad
        judged.append((start, end, line, good, bad))
    if code > prose:
        return
    for start, end, line, good, bad in judged:
        if bad or item_like(line):
            continue
        index = lines.at(start)
        if index and _continues(lines.content(index - 1), end - start):
            continue
        # Where paragraphs are indented, so are their headlines; one blank alone is no indent of anything.
        share = 4 if _HAN.search(line[:40]) else 2
        if good or share * prose >= len(judged) > 1 or (end - start == 1 and len(line) >= _STRAY and not line[0].islower()):
            yield start, end, ""


def _continues(before: str, indent: int) -> bool:
    """Whether a line with that indent behind the line ``before`` is the second line of a list item."""
    return item_like(before) and len(before) - len(before.lstrip()) < indent


def _is_prose(line: str) -> bool:
    if len(line) >= 2 * _PROSE:
        return True
    weight = len(line) + 2 * len(_HAN.findall(line[:60]))
    return weight >= 2 * _PROSE or (weight >= _PROSE and line.rstrip().rstrip('"”’」』）)')[-1:] in _STOPS)


_LINE_BLANKS = " \t\xa0\u3000"
_AFTER_BLANK = {end: re.compile(rf"{end}(?<=[{_LINE_BLANKS}]{end})") for end in "\n\r"}


_NO_BREAK = re.compile(r"\xa0+")
_TITLE = re.compile(r"(?:\b[A-Za-z]{1,4}\.|\b[A-Za-z]|[§№#«–—])$")


def _no_break(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    here = Here(context)
    first = -1  # of the line at hand
    kept: list[int] = []
    loose = False
    for m in _NO_BREAK.finditer(text):
        start, end = m.span()
        left, right = text[start - 1 : start], text[end : end + 1]
        if not left or not right or left in "\r\n" or right in "\r\n":
            continue  # an indent or a trailing blank
        if here.at(start).start != first:
            first, kept, loose = here.start, [], False
        if end - start == 1 and not here.chinese:
            # 10 km, p. 5, Mr. Smith, J. Smith, 3 %, and before the marks of French: set by hand.
            if right in "%:;!?»–—°€$" or _TITLE.search(here.before(start, 8)):
                continue
            if here.after(end, 2)[1:].isspace() and right != "&":
                continue
            if (left.isdigit() or right.isdigit()) and not loose:
                kept.append(start)  # where others are not, these are not either
                continue
        if here.chinese or here.english:
            loose = True
            yield from ((at, at + 1, " ") for at in kept)
            kept = []
            yield start, end, " " * (end - start)


def _trailing(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    ends = [m.start() for end, after in _AFTER_BLANK.items() if end in text for m in after.finditer(text)]
    if text[-1] in _LINE_BLANKS:
        ends.append(len(text))
    for end in ends:
        start = end - 1
        while start and text[start - 1] in _LINE_BLANKS:
            start -= 1
        yield start, end, ""


RULES = (
    Rule(
        name="trailing-blanks",
        why="blanks at the end of a line carry nothing",
        find=_trailing,
        hint=(" ", "\t", "\xa0", "\u3000"),
        examples=[("It ends here.  \nAnd goes on.", "It ends here.\nAnd goes on.")],
        keeps=["It ends here.\nAnd goes on."],
        source="seeds/001",
    ),
    Rule(
        name="no-break-blank",
        why="an editor's no-break blank between ordinary words, which searches and tokenizers do not take for a blank",
        find=_no_break,
        hint="\xa0",
        lang="en",
        examples=[("The new\xa0library opens in\xa0May.", "The new library opens in May.")],
        keeps=["It is 10\xa0km from Mr.\xa0Hill to the town."],
        source="seeds/003",
    ),
    Rule(
        name="blank-lines",
        why="one empty line parts paragraphs as well as five",
        pattern=r"(?:\r\n){3,}|\n{3,}",
        new=lambda m, context: "\r\n\r\n" if m.group()[0] == "\r" else "\n\n",
        hint=("\n\n\n", "\n\r\n\r\n"),
        examples=[("One ends.\n\n\n\nTwo begins.", "One ends.\n\nTwo begins.")],
        keeps=["One ends.\n\nTwo begins."],
        source="seeds/004",
    ),
    Rule(
        name="indent",
        why="an indent of blanks before prose is layout, not text",
        find=_indents,
        hint=("\n ", "\n\t", "\n\xa0", "\r ", " ", "\t", "\xa0"),
        examples=[
            (
                "  A logistics vehicle approached the factory area, and the staff at the gate had prepared a pole.",
                "A logistics vehicle approached the factory area, and the staff at the gate had prepared a pole.",
            )
        ],
        keeps=["　　清晨，湖面上起了雾。", "def area(r):\n    total = 3.14 * r * r", "The moon came down\n  to drink the pond"],
        source="seeds/002",
    ),
)
