"""How machine-translated a text looks, as a number with its reasons; it judges and changes nothing.

Each feature is something that people who write English hardly ever do and that translations of Chinese pages do in nearly every
paragraph.  A feature counts by how often it occurs, with diminishing returns, and the features are joined as independent signs:
``1 - (1 - a)(1 - b)...``.  The weights were set on translated and on human pages; none of these occurs in sound prose, so most
texts score 0 after a few literal searches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import prod
from typing import NamedTuple

from shnorm.errors import require_text
from shnorm.joints import LONGEST, Joints, joints, kinds
from shnorm.lazy import lazy
from shnorm.literals import Literals
from shnorm.script import utf8
from shnorm.wordlist import words


class Score(NamedTuple):
    """``value`` in 0..1 (0: nothing speaks for machine translation) and the ``reasons`` that made it, strongest first."""

    value: float
    reasons: tuple[str, ...]


# First bytes of the marks from U+3000 and from U+F000 on.
_WIDE = (0xE3, 0xEF)


class Look:
    """A text (and its UTF-8 form, if that is known) and what a first look at it saw; each part is worked out on first use, and shared by
    all that ask."""

    def __init__(self, text: str, data: bytes | None = None) -> None:
        self.text = text
        self._data = utf8(text) if data is None else data

    @lazy
    def kinds(self) -> bytes:
        """The kind of each code point of the text, see :func:`shnorm.joints.kinds`."""
        return kinds(self._data)

    @lazy
    def wide(self) -> bool:
        """Whether there may be a mark as it is set among Han characters."""
        return any(lead in self._data for lead in _WIDE)

    @lazy
    def joints(self) -> Joints:
        """What stands at the commas, full stops and digits of the text."""
        return joints(self.kinds)

    @lazy
    def numbered(self) -> list[tuple[int, str]]:
        """The last digits of the numbers after which, or a blank later, a word stands, and the word up to its next capital or mark.

        >>> Look("The 5th of 8 Free lessons, 20 of them in 2 halls.").numbered
        [(4, 'th'), (11, 'Free'), (28, 'of'), (41, 'halls')]
        """
        text = self.text
        return [(last, m[1]) for last in self.joints.letters if (m := _WORD.match(text, last))]

    @lazy
    def literals(self) -> frozenset[str]:
        """Which of :data:`LITERALS` occur in the text, those of :data:`RAISED` aside."""
        return self._read[0]

    @lazy
    def raised(self) -> list[int]:
        """Where one of :data:`RAISED` stands between words in small letters, in order.

        >>> Look("“He knows that The tide is low,” she said. The boat lay Of course there.").raised
        [15, 56]
        """
        return self._read[1]

    @lazy
    def _read(self) -> tuple[frozenset[str], list[int]]:
        # One pass over the text tells both.
        data = self._data
        found: set[int] = set()
        raised: list[int] = []
        for i, start, end in LITERALS.indexes_in_utf8(data):
            if i >= _FIRST:
                found.add(i)
            elif _A <= data[start - 1] <= _Z and start and data[end : end + 1].islower():
                raised.append(start + 1)
        if raised and len(data) > len(self.text):
            raised = list(accumulate(len(kinds(data[a:b])) for a, b in pairwise([0, *raised])))
        return frozenset([LITERALS.words[i] for i in found]), raised

    @lazy
    def supports(self) -> frozenset[str]:
        """Which of :data:`SUPPORTS` occur in the text."""
        return SUPPORTS.found(self.text)

    @lazy
    def signs(self) -> list[tuple[float, str]]:
        """The weights of the signs of damage in the text, and what they are."""
        return _weighed(self, DAMAGE)

    @lazy
    def damage(self) -> float:
        """The score without what only supports other signs: stock phrases tell that a text was translated, not that its words came apart."""
        return _joined(self.signs) if self.signs else 0.0

    @lazy
    def score(self) -> Score:
        """:func:`translation_score` of the text."""
        signs = self.signs
        if signs:
            signs = sorted([*signs, *_weighed(self, SUPPORT)], key=lambda sign: -sign[0])
        return Score(round(_joined(signs), 3), tuple(why for _, why in signs))

    def beside(self, literals: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The characters before and after each of ``literals`` wherever it stands."""
        text = self.text
        for literal in literals:
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


# Patterns begin with a single character that is rare, wherever they can: that is what makes them nearly free.
_SPACED = {f" {mark}": re.compile(rf"\{mark}(?<= \{mark})(?=[ \n\"”’)]|[A-Z][a-z ]|$)(?! \.)(?<! \. \.)") for mark in ",.;:"}
_CAPITALS = words(
    "The And But Or Which Who When While Where Because If So As We He She It They This These Those There Then Also To With For From By Not Is "
    "Are Has Have Can Including Involving However"
)
_MONTH = re.compile(r" month [0-9]{1,2}\b(?<![0-9]{4})(?! (?:day|week|year)s?\b)(?! ?(?:Japan(?:ese)? [a-z]))")
_DATES = {"month": _MONTH, "Japan": re.compile(r" Japan(?=\s*[,.])")}
_WORD = re.compile(r"[0-9]\s?([A-Za-z][a-z]*)")
_MEASURES = {
    "Left": " Left and right", "Multi": " Multi ", "Multiple": " Multiple ", "individual": " individual ", "Individual": " Individual ",
    "ten": " ten thousand", "Ten": " Ten thousand", "Hundred": " Hundred million",
}  # fmt: skip
_LOW = re.compile(r"\. (?:at present|such as|in|it|the|this|according to|so|and|but|we|he|they|then|for|with|as)\b")
# Two patterns, since one that begins with a literal is searched for ten times faster.
_DOUBLED = (
    re.compile(r"\.(?:\s\.(?! ?\.)|\.|\s,)(?=\s|$)(?<!\.\.\.)(?<!\. \. \.)"),
    re.compile(r",\s?,(?=\s)"),
)
#: Words of grammar that begin no name.
RAISED = words(
    "The And But Of In On For To With By From At Is Are Was Were Which Who This These It They We She When Because If Their Its Has Have Some Many "
    "There Nobody That Than Or"
)
_FIRST = len(RAISED)
_A, _Z = b"az"
_DANGLING = tuple(f"{end} ," for end in ("reported that", "understood that", "learned that", "understanding", "understanding of"))
_STOCK = frozenset({
    "It is reported that", "It is understood that", "Reporter learned", "Reporters learned", "reporter learned", "reporters learned",
    "all walks of life", "Guess you like", "epidemic prevention and control", "in an orderly manner", "On the one hand, adhere",
    "On the one hand, strengthen", "Insert picture description here", "do a good job in",
})  # fmt: skip
_INSIDE = re.compile(r"\w")
_INDENT = re.compile(r"\n {1,2}[A-Z\"“]")
_CJK = "、，。；：！？《》（）【】"
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ")
_QUOTE = {"“ ": re.compile(r"“ \w"), " ”": re.compile(r"”(?<=\w ”)(?<!“ \w ”)")}
_FUSIONS = frozenset(
    {"ofthe", "inthe", "tothe", "onthe", "forthe", "andthe", "thatthe", "fromthe", "withthe", "bythe", "atthe", "throughthe"}
)


def _counted(pattern: re.Pattern[str]) -> Callable[[Look], int]:
    return lambda seen: sum(1 for _ in pattern.finditer(seen.text))


def _counted_where(patterns: Mapping[str, re.Pattern[str]]) -> Callable[[Look], int]:
    """Each pattern is searched for if its literal occurs."""

    def count(seen: Look) -> int:
        return sum(1 for literal in seen.literals & patterns.keys() for _ in patterns[literal].finditer(seen.text))

    return count


def _literally(literals: Collection[str]) -> Callable[[Look], int]:
    return lambda seen: sum(seen.text.count(literal) for literal in literals if literal in seen.supports)


def _chinese(seen: Look) -> int:
    text = seen.text
    if not seen.wide:
        return 0
    return sum(
        text[i - 1 : i] in _LATIN and (text[i + 1 : i + 2] in _LATIN or text[i + 1 : i + 2] in ("", "\n"))
        for mark in _CJK
        for i in places_of(text, mark)
    )


def _capitals(seen: Look) -> int:
    text = seen.text
    parts = [text[i + 1 : i + LONGEST + 3].split(" ", 2) for i in seen.joints.words if text[i] == ","]
    return sum(1 for part in parts if len(part) == 3 and part[1] in _CAPITALS)


def _low(seen: Look) -> int:
    text = seen.text
    return sum(1 for i in seen.joints.lows if _LOW.match(text, i) and i > 3 and text[i - 3 : i].isalpha())


def _doubled(seen: Look) -> int:
    n = 0
    for pattern, places in zip(_DOUBLED, (seen.joints.stops, seen.joints.commas), strict=True):
        free = 0
        for i in places:
            if i >= free and (m := pattern.match(seen.text, i)):
                n, free = n + 1, m.end()
    return n


def _dates(seen: Look) -> int:
    return sum(1 for last, word in seen.numbered if word in _DATES and _DATES[word].match(seen.text, last + 1))


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
    return sum(1 for last, word in seen.numbered if word in _MEASURES and seen.text.startswith(_MEASURES[word], last + 1))


def _stock(seen: Look) -> int:
    return sum(not (before.isalnum() or after.isalnum()) for before, after in seen.beside(seen.supports & _STOCK))


def fused_with_the(seen: Look) -> int:
    """How often a word of grammar was run together with a following ``the``.

    >>> fused_with_the(Look("Most ofthe seats, inthe dark")), fused_with_the(Look("Bathe the child"))
    (2, 0)
    """
    return sum(not (before.isalpha() or _INSIDE.match(after)) for before, after in seen.beside(seen.literals & _FUSIONS))


FEATURES = (
    Feature("blanks before commas and full stops", 0.6, 3, _counted_where(_SPACED), literals=(" ,", " .")),
    Feature("Chinese marks in Latin text", 0.5, 3, _chinese),
    Feature("dates translated word by word", 0.8, 0.5, _dates, literals=(" month ", " Japan")),
    Feature("numbers with translated measure words", 0.5, 1, _measures, literals=_MEASURES.values()),
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
    "' ", " '", "’ ", " ’", "- ", " -", "The the ", "A a ", "It it ", "In in ", "Its its ", "At at ", "On on ", "For for ",
    "With with ", "They they ", "We we ", "He he ", "She she ", "An an ", "These these ", "Their their ", "Our our ", "My my ",
    "His his ",
    "From from ", "If if ", "Because because ", "Some some ", "Each each ", "Both both ",
    " the the ", " of of ", " to to ", "percent age", "ith out", "after noon",
    "e fore ", "ues day", "nes day", "urs day", "tur day",
    "ndividual ", "eft and right", "Up and down", "en thousand", "en Thousand", "Hundred ",
    "T he ", "T his ", "T hey ", "T here ", "T hese ", "W hen ", "W hat ", "W ith ", "Y ou ", "A fter ", "F rom ",
    " n't", " n’t", " wont ", " cant ", " (Which ", " (Who ", " (And ", " (Or ", " (But ", " (Including ", " (Especially ", " (Mainly ",
)  # fmt: skip
#: The words of RAISED with blanks round them; the literals of damage, and those of which repairs want to know.
LITERALS = Literals(
    (
        *(f" {word} " for word in sorted(RAISED)),
        *_SPACED,
        *(literal for feature in DAMAGE for literal in sorted(feature.literals)),
        *_ASKED,
    )
)
#: The literals of what supports it.
SUPPORTS = Literals(literal for feature in SUPPORT for literal in sorted(feature.literals))

#: A text is judged by its rate of signs per so many code points, so that one slip on a long page proves little.
PAGE = 4000


def translation_score(text: str) -> Score:
    """How much ``text`` looks like English that a machine translated from Chinese.

    >>> translation_score("The ferry left the harbour, and the gulls followed it.")
    Score(value=0.0, reasons=())
    >>> translation_score("5 month 3 Japan , The ferry left .").value > 0.5
    True
    """
    return Look(require_text(text)).score


def _weighed(seen: Look, features: Sequence[Feature]) -> list[tuple[float, str]]:
    """The weight of each of ``features`` that ``seen`` shows, and what it is."""
    found: list[tuple[float, str]] = []
    for feature in features:
        if feature.literals and (seen.supports if feature.supporting else seen.literals).isdisjoint(feature.literals):
            continue
        n = feature.tally(seen)
        if n:
            rate = n / max(1.0, len(seen.text) / PAGE)
            found.append((feature.weight * rate / (rate + feature.half), f"{feature.why} ({n})"))
    return found


def _joined(signs: Sequence[tuple[float, str]]) -> float:
    """The weights of ``signs`` as one, as of independent ones."""
    return 1.0 - prod(1.0 - weight for weight, _ in signs)
