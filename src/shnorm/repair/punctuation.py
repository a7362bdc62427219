"""``NormalizePunctuation``: the width and kind of marks by the language of the span they stand in, doubled marks, quotes.

It knows which marks belong to which script.  It moves no word, sets corner quotes right only among themselves, and keeps the style
of quotes that the text uses unless it is told another.
"""

from __future__ import annotations

from shnorm.repair import doubled, marks, quotation, width
from shnorm.repair.blanks import Scanned
from shnorm.rules import RuleSet

FAMILIES = (Scanned("punctuation", (*width.RULES, *doubled.RULES, *quotation.RULES), marks.suspects),)


def families(quotes: str) -> tuple[RuleSet, ...]:
    """The families, with the one that sets quotes in the style ``quotes`` unless that is ``"keep"``."""
    return FAMILIES if quotes == "keep" else (*FAMILIES, quotation.STYLES[quotes])
