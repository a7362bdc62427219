"""Which files of the pack a text can hold anything for: a handful of looks, after which most short texts are done.

It may name a file in vain, never leave one out in vain; the triggers of the files then look closer.
"""

from __future__ import annotations

import re

from shnorm.gate import Context
from shnorm.translation.tokens import LONG, scan, signs
from shnorm.translation.zh_en.casing import PARAGRAPHS, raised_amid
from shnorm.translation.zh_en.common import digits
from shnorm.translation.zh_en.duplicates import RAISED

_COUNTED_HAN = re.compile(rb"0 ?\?")
_CAPITAL = re.compile(rb"[,;][ ?]*A")
# A curly quote is no ASCII, so it shows as "?".
_SMALL = re.compile(rb"[.?!][\"'?]? +[\"?]?a")
_CLAUSE = re.compile(rb" A(?<=[a ?] A)aaa+ a")


def suspects(text: str, context: Context) -> list[str]:
    """Names of the files whose triggers are worth asking."""
    kinds = signs(text, context)
    files = ["headlines"] if "\n" in text else []
    number = b"0" in kinds
    if not text.isascii():
        if number and _COUNTED_HAN.search(kinds):
            files.append("han")
        if b"a" not in kinds and b"A" not in kinds:
            return files
    if number and digits(text, context):
        files += ["dates", "numbers"]
    elif (
        (number and ("-" in text or b"0 :" in kinds or b"0: 0" in kinds))
        or "ndividual " in text
        or "eft and right" in text
        or "Up and down" in text
    ):
        files.append("numbers")
    found = scan(text, context)
    if found.low or found.capital or "' " in text or " '" in text or "’ " in text or " ’" in text:
        files.append("apostrophes")
    if found.low or found.capital or found.pairs or b"a- a" in kinds or "percent age" in text:
        files.append("words")
    if found.doubled or found.again or len(text) >= LONG or not text.isascii() or any(pair in text for pair in RAISED):
        files.append("duplicates")
    if len(text) >= LONG:
        return [*files, "fragments", "casing"]
    body = kinds[:-1]  # most short texts have one stop, at their end
    small = (b"." in body or b"?" in body or b"!" in body) and _SMALL.search(kinds) is not None
    if small:
        files.append("fragments")
    if (
        small
        or (number and (b"0 A" in kinds or b"0?A" in kinds))
        or '"' in text
        or "”" in text
        or "\n" in text
        or text.startswith(PARAGRAPHS)
        or (("," in text or ";" in text) and _CAPITAL.search(kinds))
        or _CLAUSE.search(kinds)
        or raised_amid(text, context)
    ):
        files.append("casing")
    return files
