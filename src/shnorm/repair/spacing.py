"""``NormalizeSpacing``: blanks that stand where they must not, and blanks that are missing.

It knows where a blank belongs by script and language; it adds and deletes no letter, digit or mark (but a hyphen at a wrap).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from shnorm.gate import Gate
from shnorm.normalizer import Composable, normalizer, select
from shnorm.rules import Rule, RuleSet
from shnorm.stage import Stage

_EN = Gate(langs=frozenset({"en"}))

MARKS = RuleSet(
    "spacing.marks",
    [
        Rule(
            name="blank-before-mark",
            why="a tokenizer or a translation engine set a blank before the mark",
            pattern=r" +(?=[,.](?:\s|$|[\"'”’)\]])|[;!?](?:\s|$|[\"'”’)\]])|:\s)(?<=[\w)\]\"”’%] )(?!\. \.)",
            hint=(" ,", " .", " ;", " !", " ?", " :"),
            gate=_EN,
            examples=[("I agree with the plan . You too ?", "I agree with the plan. You too?")],
            keeps=["See you tonight :)", "He paused . . . and then spoke."],
            source="seeds/001",
        ),
    ],
)
FAMILIES = (MARKS,)


@normalizer
class NormalizeSpacing(Composable):
    """Blanks removed where none belongs, set where one is missing, and wrapped lines joined.

    ``disable``: dotted names or prefixes of rules to switch off.

    >>> NormalizeSpacing()("Wait , what ?", lang="en")
    'Wait, what?'
    """

    name: ClassVar[str] = "NormalizeSpacing"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        return select(FAMILIES, self.disable)
