"""Text that was decoded with the wrong code page, read again with the right one.

``gate`` finds the lines that can be mojibake, ``places`` where in them, ``pages`` knows the code pages, ``model`` how natural
a text is, and ``repair`` weighs one against the other.  Nothing here knows pipelines; :mod:`shnorm.repair.encoding` makes a step of it.
"""

from __future__ import annotations

import re
from collections import Counter

from shnorm.edits import Edit, trim
from shnorm.lines import Lines
from shnorm.repair.mojibake.gate import PATTERNS, suspicious
from shnorm.repair.mojibake.repair import Repair, repair_alike, repair_line, repair_suspicious

__all__ = ["FAMILY", "repair", "repair_line", "suspicious"]

#: So many lines misread in one way, each with so much certainty (nats), speak for the rest of the page.
ALIKE, SURE = 3, 40.0
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
    pairs: Counter[tuple[str, str]] = Counter()
    done: set[int] = set()
    while found is not None:
        index = lines.at(found.start())
        line = lines[index]
        content = text[line.start : line.end]
        halves = [m.span() for m in _PAIR.finditer(content)]
        made = None if halves else repair_suspicious(content)
        out += [Edit(line.start + a, line.start + b, _joined(content[a:b]), f"{FAMILY}.surrogate-pair") for a, b in halves]
        if made is not None:
            out += _edits(text, line.start, line.end, made)
            done.add(index)
            if made.page and made.value > SURE:
                pairs[made.page, made.encoding] += 1
        found = PATTERNS.get().any.search(text, line.next)
    for (page, encoding), times in pairs.most_common(1) if pairs else ():
        if times >= ALIKE and len(done) < len(lines):
            out += _alike(text, lines, done, page, encoding)
            out.sort()
    return out


def _alike(text: str, lines: Lines, done: set[int], page: str, encoding: str) -> list[Edit]:
    """Edits of the other lines of a page of which several lines were misread in one way: less proof will do for them."""
    out: list[Edit] = []
    for index, line in enumerate(lines):
        made = None if index in done else repair_alike(text[line.start : line.end], page, encoding)
        if made is not None:
            out += _edits(text, line.start, line.end, made)
    return out


def _joined(pair: str) -> str:
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _edits(text: str, start: int, end: int, made: Repair) -> list[Edit]:
    rule = f"{FAMILY}.{made.rule}"
    places = [(start + c.start, start + c.end, c.new) for c in made.changes] or [(start, end, made.new)]
    return [Edit(*trim(text, *place), rule) for place in places]
