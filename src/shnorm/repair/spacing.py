"""``NormalizeSpacing``: blanks that stand where none belongs, blanks that are missing, and lines wrapped by hand.

It knows where a blank belongs by script and language.  It adds and deletes no letter, digit or mark (but a hyphen at a wrap), and
never decides which mark it should be: that is the next step's business.
"""

from __future__ import annotations

from shnorm.repair import blanks, han_blanks, indents, latin_blanks, wraps
from shnorm.repair.blanks import Scanned

FAMILIES = (
    Scanned("spacing", (*latin_blanks.RULES, *han_blanks.RULES, *indents.RULES), blanks.spacing),
    Scanned("spacing.wraps", wraps.RULES, blanks.wraps),
)
