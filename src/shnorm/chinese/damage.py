"""``RepairChinese``: what careless programs do to Chinese text: pinyin set into it, ``?`` for what was lost, wrong conversions.

Each idea has its file: pinyin, lost marks, converter errors.  It must not know markup, spacing or punctuation style.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from shnorm.chinese import converters, lost_marks, pinyin
from shnorm.normalizer import Composable, normalizer, select
from shnorm.rules import RuleSet
from shnorm.stage import Stage

FAMILIES = (RuleSet("chinese", (pinyin.RULE, *lost_marks.RULES, *converters.RULES)),)


@normalizer
class RepairChinese(Composable):
    """Take out inserted pinyin, put back lost marks, correct characters that a converter got wrong.

    >>> RepairChinese()("版權(quán)說(shuō)明")
    '版權說明'
    """

    name: ClassVar[str] = "RepairChinese"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        return select(FAMILIES, self.disable)
