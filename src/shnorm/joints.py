"""What stands at the commas, full stops and digits of a text, told in one pass over the kinds of its characters.

Everything that is looked for begins with one of three marks, so the search jumps from one to the next (Aho and Corasick 1975, by
``ahocorasick_rs``) and costs a fraction of a pattern for each.  It tells places; it must not know what is wrong there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from shnorm.literals import Literals

# A clause or a sentence ends alike with these.
_LIKE = {";": ",", "?": ".", "!": "."}


def _kind(code: int) -> int:
    ch = chr(code)
    return ord(
        "0"
        if ch.isdigit()
        else "A"
        if ch.isupper()
        else "a"
        if ch.islower()
        else ch
        if ch == "\n"
        else " "
        if ch.isspace()
        else _LIKE.get(ch, ch)
    )


# Of the bytes of a code point in UTF-8, the first one tells its kind: E4 to E9 stand for U+4000 to U+9FFF, and no first one is among those
# that follow.
_KINDS = bytes(map(_kind, range(128))) + bytes(ord("H" if 0xE4 <= byte <= 0xE9 else "?") for byte in range(128, 256))
_FOLLOWING = bytes(range(0x80, 0xC0))


def kinds(data: bytes) -> bytes:
    """The kind of each code point of a text, given in UTF-8, as one byte: ``0`` a digit, ``A`` a capital, ``a`` a small letter, a blank for
    white space, a comma for a semicolon, a full stop for a question or exclamation mark, ``H`` a Han character (but for rare ones), ``?`` for
    all else that is not ASCII; other marks and line feeds are themselves.

    Searching it for a mark beside a kind is ten times faster than a pattern with classes on the text; offsets are those of the text.

    >>> kinds("On 5 May, “Tom” paid 30元!".encode())
    b'Aa 0 Aaa, ?Aaa? aaaa 00H.'
    """
    return data.translate(_KINDS, _FOLLOWING)


class Joints(NamedTuple):
    """Where what begins in the kinds of a text, in order; a comma may be a semicolon there, and a full stop another mark that ends a sentence.

    ``letters``: digits after which, or a blank later, a letter stands; ``capitals``: those after which a blank and a capital stand.
    ``decimals``, ``thousands``, ``years``: digits after which a blank, and perhaps a stop or a comma beside it, stands before another digit.
    ``clocks``: digits after which a colon stands with a blank beside it.  ``units``: digits after which, or a blank later, a Han character
    stands.  ``raised``: commas after which a capital may stand; ``words``: those after which a blank, a word with a capital and a small
    letter stand.  ``quoted``: commas after which a quote may stand.  ``lowered``: full stops after which a small letter may stand, perhaps
    behind quotes; ``lows``: those after which a blank and a small letter stand.  ``stops``, ``commas``: full stops and commas that may be
    doubled.
    """

    letters: Sequence[int]
    capitals: Sequence[int]
    decimals: Sequence[int]
    thousands: Sequence[int]
    years: Sequence[int]
    clocks: Sequence[int]
    units: Sequence[int]
    raised: Sequence[int]
    words: Sequence[int]
    quoted: Sequence[int]
    lowered: Sequence[int]
    lows: Sequence[int]
    stops: Sequence[int]
    commas: Sequence[int]


#: What stands in a text without commas, full stops and digits that matter.
NOTHING = Joints(*[()] * len(Joints._fields))
#: The longest word that ``words`` are asked for.
LONGEST = 9
_SOUGHT = {
    "letters": ["0A", "0a", "0 A", "0 a", "0?A", "0?a"],
    "capitals": ["0 A", "0?A"],
    "decimals": ["0. 0", "0 .0", "0 . 0", "0?.0"],
    "thousands": ["0, 0", "0 ,0", "0 , 0", "0?,0"],
    "years": ["0 0"],
    "clocks": ["0: 0", "0 : 0", "0 :0"],
    "units": ["0H", "0 H"],
    "raised": [",A", ", A", ",  ", ", ?", ",?"],
    "words": [f", A{'a' * n} a" for n in range(1, LONGEST)],
    "quoted": [',"', ",?"],
    "lowered": [f".{close} {then}" for close in ("", *"\"'?") for then in ("a", '"a', "?a", " ")],
    "lows": [". a"],
    "stops": ["..", *(f".{blank}{mark}" for mark in ".," for blank in " \n?")],
    "commas": [",,", *(f",{blank}," for blank in " \n?")],
}
_LITERALS = Literals(literal for field in Joints._fields for literal in _SOUGHT[field])
# For each literal, the numbers of the fields that ask for it, two at most; of a field for nobody, if it is one.
_FIELDS = [
    [*(i for i, field in enumerate(Joints._fields) if literal in _SOUGHT[field]), len(Joints._fields)][:2]
    for literal in _LITERALS.words
]


def joints(kinds: bytes) -> Joints:
    """What stands where in the :func:`kinds` of a text.

    >>> found = joints(kinds("In 2019, The 20 halls of 3. 5 km closed. at last".encode()))
    >>> found.letters, found.raised, found.decimals, found.lows
    ([14, 28], [7], [25], [39])
    """
    matches = _LITERALS.indexes_in_utf8(kinds)
    if not matches:
        return NOTHING
    found: list[list[int]] = [[] for _ in range(len(Joints._fields) + 1)]
    for literal, start, _ in matches:
        field, other = _FIELDS[literal]
        found[field].append(start)
        found[other].append(start)
    found.pop()
    return Joints(*found)
