"""The first look at a text: can there be any noise in it at all?  Clean text must cost next to nothing.

Good lines end with the mark of a sentence.  A text whose every line does, and in which no cue of the few kinds that may stand
inside such a line occurs, is not looked at any further.  The answer may only err on the side of looking.
"""

from __future__ import annotations

import re

#: Lines longer than this, in code points, are noise only by what is glued to their ends, or as copies.
SHORT = 120
# A line that ends otherwise than with the mark of a sentence, or that is short, or that begins as a row, a label or junk may.
_OPEN_LINE = re.compile(r"[^\s.。!！?？…．｡][ \t\u3000\xa0]*(?:[\r\n]|$)")


def suspicious(text: str) -> bool:
    """Whether ``text`` has to be looked at line by line.

    >>> suspicious("It rained for twenty days, and the reservoir filled up to the brim again."), suspicious("Share this")
    (False, True)
    """
    return True
