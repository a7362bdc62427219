"""What several families need to know of English: months, number words, and where a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from string import ascii_letters
from typing import Union

from shnorm.gate import Context, Gate
from shnorm.rules import Match
from shnorm.translation.tokens import look, once

#: Only in lines that read as English; and only there on a page that shows that a machine translated it, a little or much.
ENGLISH = Gate(langs=frozenset({"en"}))
LIKELY = Gate(langs=frozenset({"en"}), evidence=0.2)
CLEAR = Gate(langs=frozenset({"en"}), evidence=0.4)

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


# What may stand between a sentence and the one before it, read backwards from a position.
_OPENING = " \t\u3000\u00a0\"'“‘(（「"
_STOPS = ".!?。！？:：\n\r"


def starts_sentence(text: str, position: int) -> bool:
    """Whether a sentence (or the part after a colon) begins at ``position``: only blanks and opening marks before it.

    >>> starts_sentence("It rains. 5 month", 10), starts_sentence("until 5 month", 6)
    (True, False)
    """
    i = position
    while i > 0 and position - i < 12 and text[i - 1] in _OPENING:
        i -= 1
    return i == 0 or text[i - 1] in _STOPS


def ordinal(number: int) -> str:
    """English ordinal of ``number`` in digits.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_BLANKS = " \t\u00a0"
_JOINTS = "'’-"
_IN_WORD = ascii_letters + _JOINTS


def word_before(text: str, position: int) -> str:
    """The word that ends at ``position``, blanks between them left out; empty if a mark or a digit stands there.

    >>> word_before("on the hill", 7), word_before("it, then", 4)
    ('the', '')
    """
    before = text[max(0, position - 40) : position].rstrip(_BLANKS)
    return before[len(before.rstrip(_IN_WORD)) :].lstrip(_JOINTS)


_LOW_STOP = re.compile(rb"\.[\"'?]? +[\"?]?a")


@once
def low_stops(text: str, context: Context) -> list[int]:
    """Positions of the marks that end a sentence after which, a quote and blanks between them, a small letter may stand."""
    seen = look(text, context)
    return [i for i in seen.joints.lowered if _LOW_STOP.match(seen.kinds, i)]


# Begins with the hyphen, which is rare; a blank that is no ASCII shows as "?".
_LOOSE_HYPHEN = re.compile(rb"-(?:[ ?]|(?<=[ ?]-))")


@once
def loose_hyphens(text: str, context: Context) -> list[int]:
    """Positions of the hyphens beside which a blank may stand."""
    return [m.start() for m in _LOOSE_HYPHEN.finditer(look(text, context).kinds)]


_FIGURES = frozenset("0123456789")


@once
def before_capitals(text: str, context: Context) -> list[int]:
    """The last digits of the numbers after which a blank and a capital stand.

    >>> before_capitals("He saw 8 Free lessons.", Context(""))
    [7]
    """
    return [last for last in look(text, context).joints.capitals if text[last + 1] in " \u00a0" and not in_row(text, last)]


def in_row(text: str, last: int) -> bool:
    """Whether the digit at ``last`` is a number of its own that stands behind another one, as in a row of figures.

    >>> in_row("Lost 3 2 Home", 7), in_row("Lost 3 12 Home", 8)
    (True, False)
    """
    gap = text[last - 1 : last]
    if gap in (".", ","):
        last -= 1
        gap = text[last - 1 : last]
    return gap in (" ", "\u00a0") and text[last - 2 : last - 1] in _FIGURES


#: A replacement for a match, or ``None`` to decline.
Make = Callable[[Match, Context], Union[str, None]]  # noqa: UP007  # Python 3.10 evaluates it
Finder = Callable[[str, Context], Iterator[tuple[int, int, str]]]


def windowed(pattern: str, literals: Iterable[str], new: Make, *, back: int = 40, ahead: int = 80) -> Finder:
    """A finder that tries ``pattern`` only round its ``literals``: ``back`` code points before each to ``ahead`` after it.

    Patterns that begin with a number cannot be searched for quickly in a long text; the words that follow can.
    """
    compiled: list[re.Pattern[str]] = []
    listed = tuple(literals)

    def find(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
        if not compiled:
            compiled.append(re.compile(pattern, re.MULTILINE))
        for literal in listed:
            free, position = 0, text.find(literal)
            while position >= 0:
                m = compiled[0].search(text, max(free, position - back), min(len(text), position + ahead))
                if m and m.start() <= position + len(literal) and m.end() >= position:
                    made = new(m, context)
                    if made is not None:
                        yield m.start(), m.end(), made
                    free = m.end()
                position = text.find(literal, max(free, position + len(literal)))

    return find
