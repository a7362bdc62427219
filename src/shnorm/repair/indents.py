"""Blanks at the edges of lines, and blank lines: indents of prose, trailing blanks, runs of empty lines.

It knows the page's layout; an indent of U+3000 is how Chinese paragraphs begin and stays, poems, code and lists keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.gate import Context
from shnorm.repair.layout import code_like, item_like
from shnorm.rules import Rule
from shnorm.script import HAN

_INDENT = re.compile(r"^[ \t\xa0]+(?=[^\s])", re.MULTILINE)
_HAN = re.compile(f"[{HAN}]")
_SENTENCE = re.compile(r"[.!?。！？…][\"”’」』）)]*\s*$")
#: A line of prose has at least this many letters, a Han counting three.
_PROSE = 60


def _indents(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    if text[0] not in " \t\xa0" and not any(f"{end}{ch}" in text for end in "\n\r" if end in context.chars for ch in " \t\xa0"):
        return
    found = [m.span() for m in _INDENT.finditer(text)]
    if not found:
        return
    lines = context.lines
    judged: list[tuple[int, int, str, bool]] = []
    prose = other = 0
    for start, end in found:
        index = lines.at(start)
        line = text[end : lines[index].end]
        if code_like(line):
            return
        good = _is_prose(line)
        prose += good
        other += not good
        judged.append((start, end, line, item_like(line)))
    if not prose:
        return
    for start, end, line, item in judged:
        index = lines.at(start)
        if item or (index and item_like(lines.content(index - 1)) and not _is_prose(line)):
            continue
        if _is_prose(line) or (prose >= other and not line.startswith(("|", ">"))):
            yield start, end, ""


def _is_prose(line: str) -> bool:
    weight = len(line) + 2 * len(_HAN.findall(line[:60]))
    return weight >= _PROSE and (_SENTENCE.search(line) is not None or weight >= 2 * _PROSE)


_TRAILING = re.compile(r"(?<![ \t\xa0\u3000])[ \t\xa0\u3000]+(?=[\r\n]|\Z)")


def _trailing(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    blanks = [ch for ch in " \t\xa0\u3000" if ch in context.chars]
    if text[-1] in blanks or any(f"{ch}\n" in text or f"{ch}\r" in text for ch in blanks):
        for m in _TRAILING.finditer(text):
            yield m.start(), m.end(), ""


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
        keeps=["　　清晨，湖面上起了雾。", "def area(r):\n    return 3.14 * r * r", "The moon came down\n  to drink the pond"],
        source="seeds/002",
    ),
)
