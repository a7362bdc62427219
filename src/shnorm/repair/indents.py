"""Blanks at the edges of lines, and blank lines: indents of prose, trailing blanks, runs of empty lines.

It knows the page's layout; an indent of U+3000 is how Chinese paragraphs begin and stays, poems, code and lists keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.gate import Context
from shnorm.repair.layout import code_like, item_like
from shnorm.rules import Rule, RuleSet
from shnorm.script import HAN

_INDENT = re.compile(r"^[ \t\xa0]+(?=[^\s])", re.MULTILINE)
_HAN = re.compile(f"[{HAN}]")
_SENTENCE = re.compile(r"[.!?。！？…][\"”’」』）)]*\s*$")
#: A line of prose has at least this many letters, a Han counting three.
_PROSE = 60


def _indents(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    if " " not in context.chars and "\xa0" not in context.chars and "\t" not in context.chars:
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


LINES = RuleSet(
    "spacing.lines",
    [
        Rule(
            name="trailing-blanks",
            why="blanks at the end of a line carry nothing",
            pattern=r"[ \t\xa0\u3000]+(?=[\r\n])(?<=[^ \t\xa0\u3000][ \t\xa0\u3000])|[ \t\xa0\u3000]+\Z",
            hint=(" \n", " \r", "\t\n", "\t\r", "\xa0\n", "\xa0\r", "\u3000\n", "\u3000\r"),
            examples=[("It ends here.  \nNext.", "It ends here.\nNext.")],
            keeps=["It ends here.\nNext."],
            source="seeds/001",
        ),
        Rule(
            name="blank-lines",
            why="one empty line parts paragraphs as well as five",
            pattern=r"(?<=\n)(?:[ \t\xa0\u3000]*\r?\n){2,}(?=[^\n])(?<=\n\n)",
            new="\n",
            hint="\n\n\n",
            examples=[("One.\n\n\n\nTwo.", "One.\n\nTwo.")],
            keeps=["One.\n\nTwo."],
            source="seeds/004",
        ),
        Rule(
            name="indent",
            why="an indent of blanks before prose is layout, not text",
            find=_indents,
            hint=("\n ", "\n\t", "\n\xa0", "  ", " ", "\xa0"),
            examples=[
                (
                    "  A logistics vehicle approached the factory area, and the staff at the gate had prepared a pole.",
                    "A logistics vehicle approached the factory area, and the staff at the gate had prepared a pole.",
                )
            ],
            keeps=["　　清晨，湖面上起了雾。", "def area(r):\n    return 3.14 * r * r", "The moon came down\n  to drink the pond"],
            source="seeds/002",
        ),
    ],
)
