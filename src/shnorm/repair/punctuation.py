"""``NormalizePunctuation``: the width and kind of marks by the language of the span they stand in, doubled marks, quotes.

It knows which marks belong to which script.  It moves no word, leaves corner quotes alone, and keeps the style of quotes that the text
uses unless it is told another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from shnorm.errors import ConfigError
from shnorm.normalizer import Composable, normalizer, select
from shnorm.repair import doubled, quotation, screen, width
from shnorm.repair.screen import Screened
from shnorm.rules import RuleSet
from shnorm.stage import Stage

_EASTERN = [rule for rule in (*width.RULES, *doubled.RULES) if rule.example_language == "zh"]
FAMILIES = (Screened("punctuation", (*width.RULES, *doubled.RULES, *quotation.RULES), screen.punctuation, _EASTERN),)


@normalizer
class NormalizePunctuation(Composable):
    """Marks in the width and kind of the language around them, one where there were two, quotes paired.

    ``quotes``: ``"keep"`` (the style that the text uses), ``"straight"``, ``"curly"`` or ``"corner"`` (round Han).
    ``disable``: dotted names or prefixes of rules to switch off.  Raises :class:`~shnorm.errors.ConfigError` for another style.

    >>> NormalizePunctuation()("他说,明天会下雨。")
    '他说，明天会下雨。'
    >>> NormalizePunctuation()("Open the valve slowly，then check the gauge。", lang="en")
    'Open the valve slowly, then check the gauge.'
    """

    name: ClassVar[str] = "NormalizePunctuation"
    quotes: str = "keep"
    disable: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.quotes not in ("keep", *quotation.STYLES):
            known = ", ".join(("keep", *quotation.STYLES))
            raise ConfigError(f"NormalizePunctuation(quotes={self.quotes!r}): the styles are {known}")

    def stages(self) -> Sequence[Stage]:
        style: tuple[RuleSet, ...] = () if self.quotes == "keep" else (quotation.STYLES[self.quotes],)
        return select((*FAMILIES, *style), self.disable)
