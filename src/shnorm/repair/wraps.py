"""Lines wrapped by hand, joined again: where the break stands inside a sentence, and nothing says that it was meant.

It knows lines and words that cannot end one; verse, lists, labels, headlines, tables, addresses and code stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.gate import Context
from shnorm.repair.han_blanks import cuts_word
from shnorm.repair.layout import Here, code_like, item_like, label_like
from shnorm.rules import Rule, RuleSet
from shnorm.script import HAN

# Words after which an English line cannot end of itself.
_DANGLING = frozenset(
    "the a an of to in on at by for from with and or but nor as than into onto upon over under about between among through during without "
    "within against toward towards is are was were be been being am has have had will would can could may might must shall should do does "
    "did not no its his her their our your my this these those that which who whose whom if because while when where whether although "
    "very more most such so every each any some all both either neither".split()
)
# Words with which an English sentence goes on after an empty line.
_CONTINUING = frozenset(
    "would will is are was were and or but of to for with in on at from that which who has have had can could should than as because when "
    "where while into over under after before until during through without within against between among whose if be been being not".split()
)
_LAST = re.compile(r"([A-Za-z][A-Za-z'’]*)$")
_FIRST = re.compile(r"[A-Za-z][A-Za-z'’]*")
_LOWER_AFTER_BREAK = re.compile(r"[^\n\r.!?:;](?:\r?\n){1,2}(?=[a-zA-Z0-9(“\"])")


def _latin(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    return iter(())


WRAPS = RuleSet(
    "spacing.wraps",
    [
    ],
)
