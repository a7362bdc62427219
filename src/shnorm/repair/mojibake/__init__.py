"""Text that was decoded with the wrong code page, read again with the right one.

``gate`` finds the lines that can be mojibake, ``pages`` knows the code pages, ``model`` how natural a text is, and ``repair``
weighs one against the other.  Nothing here knows pipelines; :mod:`shnorm.repair.encoding` makes a step of it.
"""

from __future__ import annotations

import re

from shnorm.edits import Edit, trim
from shnorm.lines import Lines
from shnorm.repair.mojibake.gate import PATTERNS, suspicious
from shnorm.repair.mojibake.repair import Repair, repair_line

__all__ = ["FAMILY", "repair", "repair_line", "suspicious"]

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
#: First part of the names of all rules of this package.
FAMILY = "encoding"


def repair(text: str) -> list[Edit]:
    """The edits that give the misread lines and stretches of ``text`` back as they were written.

    >>> repair("Plain.\\nIt鈥檚 free.")
    [Edit(start=9, end=11, new='’s', rule='encoding.utf8-as-cjk')]
    """
    if text.isascii():
        return []
    found = PATTERNS.get().any.search(text)
    if found is None:
        return []
    lines = Lines(text)
    out: list[Edit] = []
    index = lines.at(found.start())
    while found is not None:
        line = lines[index]
        content = text[line.start : line.end]
        halves = [
            Edit(line.start + m.start(), line.start + m.end(), _joined(m.group()), f"{FAMILY}.surrogate-pair")
            for m in _PAIR.finditer(content)
        ]
        made = None if halves else repair_line(content)
        out += halves
        if made is not None:
            out += _edits(text, line.start, line.end, made)
        found = PATTERNS.get().any.search(text, line.next)
        index = lines.at(found.start()) if found is not None else index
    return out


def _joined(pair: str) -> str:
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _edits(text: str, start: int, end: int, made: Repair) -> list[Edit]:
    rule = f"{FAMILY}.{made.rule}"
    places = [(start + c.start, start + c.end, c.new) for c in made.changes] or [(start, end, made.new)]
    return [Edit(*trim(text, *place), rule) for place in places]
