"""``NormalizePunctuation``: the width and kind of marks by the language of the span they stand in, doubled marks, quotes.

It knows which marks belong to which script.  It moves no word, leaves corner quotes alone, and keeps the style of quotes that the text
uses unless it is told another.
"""

from __future__ import annotations

from shnorm.repair import doubled, quotation, screen, width
from shnorm.repair.screen import Screened
from shnorm.rules import RuleSet

_EASTERN = [rule for rule in (*width.RULES, *doubled.RULES) if rule.example_language == "zh"]
FAMILIES = (Screened("punctuation", (*width.RULES, *doubled.RULES, *quotation.RULES), screen.punctuation, _EASTERN),)


def families(quotes: str) -> tuple[RuleSet, ...]:
    """The families, with the one that sets quotes in the style ``quotes`` unless that is ``"keep"``."""
    return FAMILIES if quotes == "keep" else (*FAMILIES, quotation.STYLES[quotes])
