"""``NormalizeSpacing``: blanks that stand where none belongs, blanks that are missing, and lines wrapped by hand.

It knows where a blank belongs by script and language.  It adds and deletes no letter, digit or mark (but a hyphen at a wrap), and
never decides which mark it should be: that is the next step's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from shnorm.normalizer import Composable, normalizer, select
from shnorm.repair import han_blanks, indents, latin_blanks, screen, wraps
from shnorm.repair.screen import Screened
from shnorm.stage import Stage

FAMILIES = (
    Screened("spacing", (*latin_blanks.RULES, *han_blanks.RULES, *indents.RULES), screen.spacing, han_blanks.RULES),
    Screened("spacing.wraps", wraps.RULES, screen.wraps),
)


@normalizer
class NormalizeSpacing(Composable):
    """Blanks removed where none belongs, set where one is missing, and wrapped lines joined.

    ``disable``: dotted names or prefixes of rules to switch off.

    >>> NormalizeSpacing()("Wait , what ?", lang="en")
    'Wait, what?'
    >>> NormalizeSpacing()("我 们 的 工 厂 位 于 苏 州 。")
    '我们的工厂位于苏州。'
    """

    name: ClassVar[str] = "NormalizeSpacing"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        return select(FAMILIES, self.disable)
