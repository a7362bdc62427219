"""How machine-translated a text looks, as a number with its reasons; it judges and changes nothing.

Each feature is something that people who write English hardly ever do and that translations of Chinese pages do in nearly every
paragraph.  A feature counts by how often it occurs, with diminishing returns, and the features are joined as independent signs:
``1 - (1 - a)(1 - b)...``.  The weights were set on translated and on human pages; none of these occurs in sound prose, so most
texts score 0 after a few literal searches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, KeysView, Mapping, Sequence, Set
from math import prod
from typing import NamedTuple

from shnorm.errors import require_text
from shnorm.literals import Literals
from shnorm.wordlist import words


class Score(NamedTuple):
    """``value`` in 0..1 (0: nothing speaks for machine translation) and the ``reasons`` that made it, strongest first."""

    value: float
    reasons: tuple[str, ...]


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
        else ch
    )


# Of the bytes of a code point in UTF-8, the first one tells its kind: E4 to E9 stand for U+4000 to U+9FFF, and no first one is among those
# that follow.
_KINDS = bytes(map(_kind, range(128))) + bytes(ord("H" if 0xE4 <= byte <= 0xE9 else "?") for byte in range(128, 256))
_FOLLOWING = bytes(range(0x80, 0xC0))


class Look:
    """A text and what a first look at it saw; each part is worked out on first use, and shared by all that ask."""

    __slots__ = ("_joints", "_kinds", "_literals", "_signs", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._kinds: bytes | None = None
        self._joints: dict[str, list[int]] | None = None
        self._literals: frozenset[str] | None = None
        self._signs: list[tuple[float, str]] | None = None

    @property
    def kinds(self) -> bytes:
        """The kind of each code point as one byte: ``0`` a digit, ``A`` a capital, ``a`` a small letter, a blank for white space, ``H`` a Han
        character (but for rare ones), ``?`` for all else that is not ASCII; other marks and line feeds are themselves.

        Searching it for a mark beside a kind is ten times faster than a pattern with classes on the text; offsets are those of the text.

        >>> Look("On 5 May, “Tom” paid 30元.").kinds
        b'Aa 0 Aaa, ?Aaa? aaaa 00H.'
        """
        if self._kinds is None:
            self._kinds = self.text.encode("utf-8", "surrogatepass").translate(_KINDS, _FOLLOWING)
        return self._kinds

    @property
    def joint_places(self) -> dict[str, list[int]]:
        """Where those of :data:`JOINTS` that occur begin in the kinds of the text: what stands at commas, full stops and digits."""
        if self._joints is None:
            self._joints = JOINTS.starts_in_utf8(self.kinds)
        return self._joints

    @property
    def joints(self) -> KeysView[str]:
        """Which of :data:`JOINTS` occur."""
        return self.joint_places.keys()

    @property
    def literals(self) -> frozenset[str]:
        """Which of :data:`LITERALS` occur in the text."""
        if self._literals is None:
            self._literals = LITERALS.found(self.text)
        return self._literals

    @property
    def signs(self) -> list[tuple[float, str]]:
        """The weights of the signs of damage in the text, and what they are."""
        if self._signs is None:
            self._signs = _weighed(self, DAMAGE)
        return self._signs

    def at(self, joints: Set[str]) -> list[int]:
        """Where one of ``joints`` begins, in order."""
        places = self.joint_places
        found = [places[joint] for joint in places if joint in joints]
        return sorted(set().union(*found)) if len(found) > 1 else found[0] if found else []

    def beside(self, literals: Set[str]) -> Iterator[tuple[str, str]]:
        """The characters before and after each of ``literals`` wherever it stands."""
        text = self.text
        for literal in self.literals & literals:
            for start in places_of(text, literal):
                end = start + len(literal)
                yield text[start - 1 : start], text[end : end + 1]


class Feature(NamedTuple):
    """A sign of machine translation: the most that it can prove (``weight``), and the count that proves half of it (``half``).

    ``tally`` counts it in what was seen.  A ``supporting`` one is found in human texts too and is counted only beside another sign.
    ``literals``: where none of them occurs, there is nothing to count.
    """

    why: str
    weight: float
    half: float
    tally: Callable[[Look], int]
    supporting: bool = False
    literals: Collection[str] = ()


# Patterns begin with a literal wherever they can: that is what makes them nearly free.
_SPACED = {f" {mark}": re.compile(rf" \{mark}(?=[ \n\"”’)]|[A-Z][a-z ]|$)(?! \.)(?<! \. \.)") for mark in ",.;:"}
_CAPITALS = words(
    "The And But Or Which Who When While Where Because If So As We He She It They This These Those There Then Also To With For From By Not Is "
    "Are Has Have Can Including Involving However"
)
_MONTH = re.compile(r" month [0-9]{1,2}\b(?<![0-9]{4})(?! (?:day|week|year)s?\b)(?! ?(?:Japan(?:ese)? [a-z]))")
_JAPAN = re.compile(r" Japan(?=\s*[,.])(?<=[0-9] Japan)")
_COUNTED = frozenset({"0 A", "0 a"})
_MEASURES = (
    " Left and right", " Multi ", " Multiple ", " individual ", " Individual ", " ten thousand", " Ten thousand", " Hundred million",
)  # fmt: skip
_LOW = re.compile(r"\. (?:at present|such as|in|it|the|this|according to|so|and|but|we|he|they|then|for|with|as)\b")
# Two patterns, since one that begins with a literal is searched for ten times faster.
_DOUBLED = (
    re.compile(r"\.(?:\s\.(?! ?\.)|\.|\s,)(?=\s|$)(?<!\.\.\.)(?<!\. \. \.)"),
    re.compile(r",\s?,(?=\s)"),
)
# What shows these in the kinds of a text, and how long the word is.
_CAPITAL_JOINTS = {f", A{'a' * n} a": n + 1 for n in range(1, max(map(len, _CAPITALS)))}
_DOUBLED_JOINTS = (
    frozenset({"..", *(f".{blank}{mark}" for mark in ".," for blank in " \n?")}),
    frozenset({",,", *(f",{blank}," for blank in " \n?")}),
)
#: Where a sentence may go on with a small letter: a stop, perhaps a quote, blanks, perhaps another quote.
LOW_STOPS = frozenset(f".{close} {then}" for close in ("", *"\"'?") for then in ("a", '"a', "?a", " "))
#: Where a number may be followed by a letter, another number or a percent sign.
NUMBERS = frozenset({
    "0A", "0a", "0 A", "0 a", "0?A", "0?a", "0 0", "0?0", "0 .0", "0 ,0", "0 . 0", "0 , 0", "0?.0", "0?,0", "0. 0", "0, 0", "0%", "0 %",
})  # fmt: skip
#: Where a blank may stand beside the colon of a time of day.
CLOCKS = frozenset({"0: 0", "0 : 0", "0 :0"})
#: Where a Chinese unit may follow a number.
HAN_UNITS = frozenset({"0H", "0 H"})
#: Where a quote may follow a comma.
QUOTED_COMMAS = frozenset({',"', ",?"})
#: Where a capital may follow a comma.
CAPITALS = frozenset({",A", ", A", ",  ", ", ?", ",?"})
_DANGLING = tuple(f"{end} ," for end in ("reported that", "understood that", "learned that", "understanding", "understanding of"))
_STOCK = frozenset({
    "It is reported that", "It is understood that", "Reporter learned", "Reporters learned", "reporter learned", "reporters learned",
    "all walks of life", "Guess you like", "epidemic prevention and control", "in an orderly manner", "On the one hand, adhere",
    "On the one hand, strengthen", "Insert picture description here", "do a good job in",
})  # fmt: skip
_INSIDE = re.compile(r"\w")
_INDENT = re.compile(r"\n {1,2}[A-Z\"“]")
_MARKS = "、，。；：！？《（【"
_CJK = frozenset("、，。；：！？《》（）【】")
_FOREIGN = re.compile(rb"\?+")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ")
_QUOTE = {"“ ": re.compile(r"“ \w"), " ”": re.compile(r" ”(?<=\w ”)(?<!“ \w ”)")}
_FUSIONS = frozenset(
    {"ofthe", "inthe", "tothe", "onthe", "forthe", "andthe", "thatthe", "fromthe", "withthe", "bythe", "atthe", "throughthe"}
)


def _counted(pattern: re.Pattern[str]) -> Callable[[Look], int]:
    return lambda seen: sum(1 for _ in pattern.finditer(seen.text))


def _counted_where(patterns: Mapping[str, re.Pattern[str]]) -> Callable[[Look], int]:
    """Each pattern is asked for where its literal, with which it begins, occurs."""

    def count(seen: Look) -> int:
        found = seen.literals & patterns.keys()
        return sum(1 for literal in found for i in places_of(seen.text, literal) if patterns[literal].match(seen.text, i))

    return count


def _literally(literals: Collection[str]) -> Callable[[Look], int]:
    return lambda seen: sum(seen.text.count(literal) for literal in literals if literal in seen.literals)


def _chinese(seen: Look) -> int:
    text = seen.text
    if text.isascii() or not any(mark in text for mark in _MARKS):
        return 0
    alone = (m.start() for m in _FOREIGN.finditer(seen.kinds) if m.end() - m.start() == 1)
    return sum(
        text[i] in _CJK and text[i - 1 : i] in _LATIN and (text[i + 1 : i + 2] in _LATIN or text[i + 1 : i + 2] in ("", "\n"))
        for i in alone
    )


def _capitals(seen: Look) -> int:
    text, places = seen.text, seen.joint_places
    found = [text[i + 1 : i + size + 3] for joint, size in _CAPITAL_JOINTS.items() if joint in places for i in places[joint]]
    return sum(1 for part in found if part[0] == " " == part[-1] and part[1:-1] in _CAPITALS)


def _low(seen: Look) -> int:
    text = seen.text
    return sum(1 for i in seen.joint_places.get(". a", ()) if _LOW.match(text, i) and i > 3 and text[i - 3 : i].isalpha())


def _doubled(seen: Look) -> int:
    n = 0
    for pattern, joints in zip(_DOUBLED, _DOUBLED_JOINTS, strict=True):
        free = 0
        for i in seen.at(joints):
            if i >= free and (m := pattern.match(seen.text, i)):
                n, free = n + 1, m.end()
    return n


def _dates(seen: Look) -> int:
    text = seen.text
    months = sum(1 for m in _MONTH.finditer(text) if text[m.start() - 1 : m.start()].isdigit())
    return months + sum(1 for _ in _JAPAN.finditer(text))


def places_of(text: str, literal: str) -> Iterator[int]:
    """Where ``literal`` stands in ``text``, one after another.

    >>> list(places_of("aXbXX", "X"))
    [1, 3, 4]
    """
    start = text.find(literal)
    while start >= 0:
        yield start
        start = text.find(literal, start + len(literal))


def _measures(seen: Look) -> int:
    return sum(seen.text.startswith(_MEASURES, i + 1) for i in seen.at(_COUNTED))


def _stock(seen: Look) -> int:
    return sum(not (before.isalnum() or after.isalnum()) for before, after in seen.beside(_STOCK))


def fused_with_the(seen: Look) -> int:
    """How often a word of grammar was run together with a following ``the``.

    >>> fused_with_the(Look("Most ofthe seats, inthe dark")), fused_with_the(Look("Bathe the child"))
    (2, 0)
    """
    return sum(not (before.isalpha() or _INSIDE.match(after)) for before, after in seen.beside(_FUSIONS))


FEATURES = (
    Feature("blanks before commas and full stops", 0.6, 3, _counted_where(_SPACED), literals=(" ,", " .")),
    Feature("Chinese marks in Latin text", 0.5, 3, _chinese),
    Feature("dates translated word by word", 0.8, 0.5, _dates, literals=(" month ", " Japan")),
    Feature("numbers with translated measure words", 0.5, 1, _measures, literals=_MEASURES),
    Feature("capitals after commas", 0.7, 2, _capitals),
    Feature("lower case after full stops", 0.4, 2, _low),
    Feature("doubled marks", 0.4, 1, _doubled),
    Feature("words run together with 'the'", 0.3, 1, fused_with_the, literals=_FUSIONS),
    Feature("phrases left dangling before a mark", 0.5, 1, _literally(_DANGLING), supporting=True, literals=_DANGLING),
    Feature("blanks inside quotes", 0.3, 2, _counted_where(_QUOTE), literals=("“ ", " ”")),
    Feature("stock phrases of translated news", 0.3, 2, _stock, supporting=True, literals=_STOCK),
    Feature("indents of one or two blanks", 0.2, 4, _counted(_INDENT), supporting=True, literals=("\n ",)),
)
DAMAGE = tuple(feature for feature in FEATURES if not feature.supporting)
SUPPORT = tuple(feature for feature in FEATURES if feature.supporting)
# What the repairs of such texts ask for: the pass that tells what occurs costs the same with it.
_ASKED = (
    "' ", " '", "’ ", " ’", '" ', "” ", "- ", " -", "The the ", "A a ", "It it ", "In in ", "Its its ", "At at ", "On on ", "For for ",
    "With with ", "They they ", "We we ", "He he ", "She she ", " the the ", " of of ", " to to ", "percent age", "ith out", "after noon",
    "e fore ", "ues day", "nes day", "urs day", "tur day",
    "ndividual ", "eft and right", "Up and down", "en thousand", "en Thousand", "Hundred ",
)  # fmt: skip
#: The literals of all features, and those of which repairs want to know.
LITERALS = Literals((*_SPACED, *(literal for feature in FEATURES for literal in sorted(feature.literals)), *_ASKED))

#: What is told of commas, full stops and digits.
JOINTS = Literals(
    sorted(
        {
            *_CAPITAL_JOINTS,
            *_DOUBLED_JOINTS[0],
            *_DOUBLED_JOINTS[1],
            *LOW_STOPS,
            *NUMBERS,
            *CLOCKS,
            *CAPITALS,
            *QUOTED_COMMAS,
            *HAN_UNITS,
        }
    )
)

#: A text is judged by its rate of signs per so many code points, so that one slip on a long page proves little.
PAGE = 4000


def translation_score(text: str) -> Score:
    """How much ``text`` looks like English that a machine translated from Chinese.

    >>> translation_score("The ferry left the harbour, and the gulls followed it.")
    Score(value=0.0, reasons=())
    >>> translation_score("5 month 3 Japan , The ferry left .").value > 0.5
    True
    """
    return judge(Look(require_text(text)))


def judge(seen: Look) -> Score:
    """:func:`translation_score` of a text of which something may be known."""
    signs = seen.signs
    if signs:
        signs = sorted([*signs, *_weighed(seen, SUPPORT)], key=lambda sign: -sign[0])
    return Score(round(_joined(signs), 3), tuple(why for _, why in signs))


def damage(seen: Look) -> float:
    """The score without what only supports other signs: stock phrases tell that a text was translated, not that its words came apart."""
    return _joined(seen.signs)


def _weighed(seen: Look, features: Sequence[Feature]) -> list[tuple[float, str]]:
    """The weight of each of ``features`` that ``seen`` shows, and what it is."""
    pages = max(1.0, len(seen.text) / PAGE)
    found: list[tuple[float, str]] = []
    for feature in features:
        if feature.literals and seen.literals.isdisjoint(feature.literals):
            continue
        n = feature.tally(seen)
        if n:
            rate = n / pages
            found.append((feature.weight * rate / (rate + feature.half), f"{feature.why} ({n})"))
    return found


def _joined(signs: Sequence[tuple[float, str]]) -> float:
    """The weights of ``signs`` as one, as of independent ones."""
    return 1.0 - prod(1.0 - weight for weight, _ in signs)
