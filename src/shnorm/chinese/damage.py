"""``RepairChinese``: what careless programs do to Chinese text: pinyin set into it, ``?`` for what was lost, wrong conversions.

Each idea has its file: pinyin, lost marks, converter errors.  It must not know markup, spacing or punctuation style.
"""

from __future__ import annotations

from shnorm.chinese import converters, lost_marks, pinyin
from shnorm.rules import RuleSet

FAMILIES = (RuleSet("chinese", (pinyin.RULE, *lost_marks.RULES, *converters.RULES)),)
