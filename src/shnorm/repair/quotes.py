"""Which straight double quotes of a line open and which close, if pairing decides it.

It knows quotation marks and what stands beside them; it must not know words, languages or what is to be repaired.
"""

from __future__ import annotations

import re

_BEFORE_OPEN = frozenset(" \t\xa0\u3000([{<—–-/“‘'=>")
_AFTER_CLOSE = frozenset(" \t\xa0\u3000)]}>.,;:!?—–-/”’'，。；：！？、）】》")
_QUOTE = re.compile('"')


def pairs(line: str) -> list[tuple[int, int]] | None:
    """The straight double quotes of ``line`` as pairs of offsets, in order; ``None`` where pairing does not decide.

    Quotes pair in turn; inches (``24"``) are no quotes.  An odd number, a pair around nothing, or a quote whose neighbours
    say the opposite of its turn decides nothing.

    >>> pairs('He called it "a long shot" and left.')
    [(13, 25)]
    >>> pairs('a 24" monitor') is None
    True
    """
    marks = [m.start() for m in _QUOTE.finditer(line)]
    if len(marks) % 2:
        # One of them may be an inch mark: the only one after a digit that does not stand where a quotation ends.
        inches = [i for i in marks if i and line[i - 1].isdigit()]
        if len(inches) != 1:
            return None
        marks.remove(inches[0])
    elif any(i and line[i - 1].isdigit() for i in marks[::2]):
        return None
    out: list[tuple[int, int]] = []
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        if end - start < 2 or not line[start + 1 : end].strip():
            return None
        # A quote after a comma or colon and before a blank may be either.
        if (opens(line, start) < 0 and line[start - 1] not in ",:") or opens(line, end) > 0:
            return None
        out.append((start, end))
    return out or None


def opens(line: str, at: int) -> int:
    """What the neighbours of the quote at ``at`` say: 1 it opens, -1 it closes, 0 they do not tell.

    >>> opens('say "no" now', 4), opens('say "no" now', 7), opens('so"no"', 2)
    (1, -1, 0)
    """
    before = line[at - 1] if at else " "
    after = line[at + 1] if at + 1 < len(line) else " "
    free_before, free_after = before in _BEFORE_OPEN, after in _AFTER_CLOSE
    if free_before and not free_after:
        return 1
    if free_after and not free_before:
        return -1
    return 0


def may_be_turned(kinds: str) -> bool:
    """Whether a line with these curly quotes, and no others, may have them all the wrong way round, or all in one direction.

    >>> may_be_turned("”“"), may_be_turned("““"), may_be_turned("“”")
    (True, True, False)
    """
    return (
        kinds != ""
        and len(kinds) % 2 == 0
        and (kinds == "”“" * (len(kinds) // 2) or kinds in ("“" * len(kinds), "”" * len(kinds)))
    )
