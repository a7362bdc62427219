"""``RepairChinese``: what careless programs do to Chinese text: pinyin set into it, ``?`` for what was lost, wrong conversions.

Each idea has its file: pinyin, lost marks, converter errors.  It must not know markup, spacing or punctuation style.
"""

from __future__ import annotations

from shnorm.chinese import converters, lost_marks, pinyin
from shnorm.sieve import Sieve

FAMILIES = (
    Sieve(
        "chinese",
        (pinyin.RULE, *lost_marks.RULES, *converters.RULES),
        converters.TESTS,
        converters.TESTS,
        unusual={pinyin.RULE.name, *(rule.name for rule in lost_marks.RULES)},
    ),
)
