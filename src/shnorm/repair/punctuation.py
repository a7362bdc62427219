"""``NormalizePunctuation``: the width and kind of marks by the language of the span they stand in.

It knows which marks belong to which script; it must not move words, and never chooses a quote style of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from shnorm.gate import Gate
from shnorm.normalizer import Composable, normalizer, select
from shnorm.rules import Rule, RuleSet
from shnorm.stage import Stage

WIDTH = RuleSet(
    "punctuation.width",
    [
        Rule(
            name="comma-between-han",
            why="typed or converted with a half-width comma",
            pattern=r"(?<=[㐀-䶿一-鿿]), ?(?=[㐀-䶿一-鿿“《「])",
            new="，",
            hint=",",
            gate=Gate(langs=frozenset({"zh"})),
            examples=[("他说,明天会下雨。", "他说，明天会下雨。")],
            keeps=["该镇人口为 1,204,300 人。"],
            source="seeds/003",
        ),
    ],
)
FAMILIES = (WIDTH,)


@normalizer
class NormalizePunctuation(Composable):
    """Marks in the width and kind of the language around them, one where there were two, quotes paired.

    ``quotes``: ``"keep"``, the style that the text uses.  ``disable``: dotted names or prefixes of rules to switch off.

    >>> NormalizePunctuation()("他说,明天会下雨。")
    '他说，明天会下雨。'
    """

    name: ClassVar[str] = "NormalizePunctuation"
    quotes: str = "keep"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        return select(FAMILIES, self.disable)
