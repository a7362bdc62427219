"""Which files of the pack a text can hold anything for: a handful of looks, after which most short texts are done.

It may name a file in vain, never leave one out in vain; the triggers of the files then look closer.
"""

from __future__ import annotations

import re

from shnorm.gate import Context
from shnorm.translation.tokens import CAPITAL, DIGIT, LONG, NOTHING, SMALL, look, scan
from shnorm.translation.zh_en.apostrophes import LOST, TORN, UNMARKED
from shnorm.translation.zh_en.casing import BRACKETED, raised_amid
from shnorm.translation.zh_en.duplicates import CAPITALS as DOUBLED
from shnorm.translation.zh_en.words import PHRASES as SPLIT_PHRASES

_MEASURES = frozenset({"ndividual ", "eft and right", "Up and down"})
_HYPHENS = _MEASURES | {"- ", " -"}
_ASKED = {
    "apostrophes": frozenset({"' ", " '", "’ ", " ’", *TORN, *UNMARKED}),
    "words": frozenset({*SPLIT_PHRASES, "- "}),
    "duplicates": DOUBLED | {" the the ", " of of ", " to to "},
}
_CLAUSE = re.compile(rb" A(?<=[a ?] A)aaa+ a")


def suspects(text: str, context: Context) -> list[str]:
    """Names of the files whose triggers are worth asking."""
    seen = look(text, context)
    kinds = seen.kinds
    files = ["headlines"] if "\n" in text else []
    if not text.isascii():
        if seen.joints.units:
            files.append("han")
        if SMALL not in kinds and CAPITAL not in kinds:
            return files
    literals, joints = seen.literals, seen.joints
    if joints.letters or joints.decimals or joints.thousands or joints.years:
        files += ["dates", "numbers"]
    elif (literals and not literals.isdisjoint(_HYPHENS if DIGIT in kinds else _MEASURES)) or joints.clocks:
        files.append("numbers")
    found = scan(text, context)
    if found is not NOTHING:
        if found.capital or (found.low and not found.low.isdisjoint(LOST)):
            files.append("apostrophes")
        if found.low or found.capital or found.pairs:
            files.append("words")
        if found.doubled or found.again:
            files.append("duplicates")
    if literals:
        files += [file for file, asked in _ASKED.items() if file not in files and not literals.isdisjoint(asked)]
    if len(text) >= LONG:
        return [*files, "fragments", "casing"]
    if joints.lowered:
        files.append("fragments")
    if (
        joints.lowered
        or joints.raised
        or joints.capitals
        or '"' in text
        or "”" in text
        or "\n" in text
        or text[:1].islower()
        or _CLAUSE.search(kinds)
        or raised_amid(text, context)
        or not literals.isdisjoint(BRACKETED)
    ):
        files.append("casing")
    return files
