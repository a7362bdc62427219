"""Which of several Simplified characters was chosen for a Traditional one, and which others there are.

A report for editors and evaluators: it converts as :class:`~shnorm.SimplifyChinese` does and changes nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from shnorm.chinese import names
from shnorm.chinese.convert import simplified, table
from shnorm.chinese.simplify import traditional_spans
from shnorm.errors import require_text
from shnorm.resources import Resource


class Ambiguity(NamedTuple):
    """``text[start:end]`` is ``source``; it becomes ``chosen`` because of ``why`` and could become one of ``alternatives``."""

    start: int
    end: int
    source: str
    chosen: str
    alternatives: tuple[str, ...]
    why: str


def _load() -> dict[str, str]:
    choices = {line[0]: "".join(dict.fromkeys(line[1:])) for line in table("ambiguous.txt")}
    # OpenCC's table of characters does not know these; its phrases and the tables here do.
    for source, partners in (
        ("著", "着著"),
        ("藉", "借藉"),
        ("覆", "覆复"),
        ("瞭", "了瞭"),
        ("徵", "征徵"),
        ("么", "么幺"),
        ("汎", "泛汎"),
    ):
        choices[source] = "".join(dict.fromkeys(choices.get(source, "") + partners))
    return {source: partners for source, partners in choices.items() if len(partners) > 1}


CHOICES: Resource[dict[str, str]] = Resource("conversion.choices", _load)


def ambiguities(text: str, *, lang: str | None = None) -> list[Ambiguity]:
    """The one-to-many choices that conversion to Simplified makes in ``text``, in order; offsets in code points of ``text``.

    Only what is Traditional is looked at, as in :class:`~shnorm.SimplifyChinese`.  Source: OpenCC's table of characters.

    >>> [(a.source, a.chosen, a.alternatives) for a in ambiguities("乾隆年間的乾糧")]
    [('乾', '乾', ('干',)), ('乾', '干', ('乾',))]
    """
    require_text(text)
    choices = CHOICES.get()
    found: list[Ambiguity] = []
    for start, end in traditional_spans(text, lang):
        source = text[start:end]
        out = simplified(source, rare=None)
        alone: dict[str, str] = {}
        for i, char in enumerate(source):
            partners = choices.get(char)
            if partners is None:
                continue
            chosen = out[i]
            if char not in alone:
                alone[char] = simplified(char)
            if chosen == alone[char] and char != "著":
                why = "the usual partner"
            elif char in names.KEPT and names.in_name(source, i):
                why = "a personal name"
            else:
                why = "the words on both sides"
            others = tuple(partner for partner in partners if partner != chosen)
            found.append(Ambiguity(start + i, start + i + 1, char, chosen, others, why))
    return found
