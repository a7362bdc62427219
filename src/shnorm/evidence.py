"""How machine-translated a text looks, as a number with its reasons; it judges and changes nothing.

Each feature is something that people who write English hardly ever do and that translations of Chinese pages do in nearly every
paragraph.  A feature counts by how often it occurs, with diminishing returns, and the features are joined as independent signs:
``1 - (1 - a)(1 - b)...``.  The weights were set on translated and on human pages; none of these occurs in sound prose, so most
texts score 0 after a few literal searches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from shnorm.errors import require_text
from shnorm.literals import Literals


class Score(NamedTuple):
    """``value`` in 0..1 (0: nothing speaks for machine translation) and the ``reasons`` that made it, strongest first."""

    value: float
    reasons: tuple[str, ...]


class Feature(NamedTuple):
    """A sign of machine translation: the most that it can prove (``weight``), and the count that proves half of it (``half``).

    ``tally`` gets the text and which of the literals of all features occur in it.  A ``supporting`` one is found in human texts
    too and is counted only beside another sign.  ``literals``: where none of them occurs, there is nothing to count.  ``marks``: it is
    seen at a comma (``","``) or at a full stop (``"."``), and one look at all of these tells whether there is any.
    """

    why: str
    weight: float
    half: float
    tally: Callable[[str, Collection[str]], int]
    supporting: bool = False
    literals: tuple[str, ...] = ()
    marks: str = ""


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


_KINDS = bytes(map(_kind, range(128))) + bytes(128)


def kinds(text: str) -> bytes:
    """The kind of each code point of ``text`` as one byte: ``0`` a digit, ``A`` a capital, ``a`` a small letter, a blank for white
    space, ``?`` for all that is not ASCII; other marks and line feeds are themselves.

    Searching it for a mark beside a kind is ten times faster than a pattern with classes on the text; offsets are those of ``text``.

    >>> kinds("On 5 May, “Tom” saw 30%.")
    b'Aa 0 Aaa, ?Aaa? aaa 00%.'
    """
    return text.encode("ascii", "replace").translate(_KINDS)


# Patterns begin with a literal wherever they can: that is what makes them nearly free.
_SPACED = {f" {mark}": re.compile(rf" \{mark}(?=[ \n\"”’)]|[A-Z][a-z ]|$)(?! \.)(?<! \. \.)") for mark in ",.;:"}
_CAPITAL = re.compile(
    r", (?:The|And|But|Or|Which|Who|When|While|Where|Because|If|So|As|We|He|She|It|They|This|These|Those|There|Then|Also|To|With|For|From"
    r"|By|Not|Is|Are|Has|Have|Can|Including|Involving|However)(?= [a-z])"
)
_MONTH = re.compile(r" month [0-9]{1,2}\b(?<![0-9]{4})(?! (?:day|week|year)s?\b)(?! ?(?:Japan(?:ese)? [a-z]))")
_JAPAN = re.compile(r" Japan(?=\s*[,.])(?<=[0-9] Japan)")
_DIGITS = frozenset("0123456789")
_MEASURES = (
    " Left and right", " Multi ", " Multiple ", " individual ", " Individual ", " ten thousand", " Ten thousand", " Hundred million",
)  # fmt: skip
_LOW = re.compile(r"\. (?:at present|such as|in|it|the|this|according to|so|and|but|we|he|they|then|for|with|as)\b")
# Two patterns, since one that begins with a literal is searched for ten times faster.
_DOUBLED = (
    re.compile(r"\.(?:\s\.(?! ?\.)|\.|\s,)(?=\s|$)(?<!\.\.\.)(?<!\. \. \.)"),
    re.compile(r",\s?,(?=\s)"),
)
_AT_MARK = {
    ",": re.compile(rf",(?:\s?,|{_CAPITAL.pattern[1:]})"),
    ".": re.compile(rf"\.(?:\s?\.|\s,|{_LOW.pattern[2:]})"),
}
_DANGLING = tuple(f"{end} ," for end in ("reported that", "understood that", "learned that", "understanding", "understanding of"))
_STOCK = (
    "It is reported that", "It is understood that", "Reporter learned", "Reporters learned", "reporter learned", "reporters learned",
    "all walks of life", "Guess you like", "epidemic prevention and control", "in an orderly manner", "On the one hand, adhere",
    "On the one hand, strengthen", "Insert picture description here", "do a good job in",
)  # fmt: skip
_INSIDE = re.compile(r"\w")
_INDENT = re.compile(r"\n {1,2}[A-Z\"“]")
_CJK = re.compile(r"[、，。；：！？《》（）【】](?=[A-Za-z0-9 ]|$)(?<=[A-Za-z0-9 ].)", re.MULTILINE)
_QUOTE = {"“ ": re.compile(r"“ \w"), " ”": re.compile(r" ”(?<=\w ”)(?<!“ \w ”)")}
_FUSED = re.compile(r"the\b(?<=[a-z]the)")
_FUSIONS = frozenset({"of", "in", "to", "on", "for", "and", "that", "from", "with", "by", "at", "through"})


def _counted(*patterns: re.Pattern[str]) -> Callable[[str, Collection[str]], int]:
    return lambda text, found: sum(1 for pattern in patterns for _ in pattern.finditer(text))


def _counted_where(patterns: Mapping[str, re.Pattern[str]]) -> Callable[[str, Collection[str]], int]:
    """Each pattern is searched for where its literal occurs."""
    return lambda text, found: sum(1 for literal, pattern in patterns.items() if literal in found for _ in pattern.finditer(text))


def _literally(literals: Collection[str]) -> Callable[[str, Collection[str]], int]:
    return lambda text, found: sum(text.count(literal) for literal in literals if literal in found)


def _low(text: str, found: Collection[str]) -> int:
    return sum(1 for m in _LOW.finditer(text) if m.start() > 3 and text[m.start() - 3 : m.start()].isalpha())


def _dates(text: str, found: Collection[str]) -> int:
    months = sum(1 for m in _MONTH.finditer(text) if text[m.start() - 1 : m.start()].isdigit())
    return months + sum(1 for _ in _JAPAN.finditer(text))


def _places(text: str, literal: str) -> Iterator[int]:
    start = text.find(literal)
    while start >= 0:
        yield start
        start = text.find(literal, start + len(literal))


def _measures(text: str, found: Collection[str]) -> int:
    return sum(text[i - 1 : i] in _DIGITS for measure in _MEASURES if measure in found for i in _places(text, measure))


def _stock(text: str, found: Collection[str]) -> int:
    places = ((i, i + len(phrase)) for phrase in _STOCK if phrase in found for i in _places(text, phrase))
    return sum(not _INSIDE.match(text[start - 1 : start]) and not _INSIDE.match(text[end : end + 1]) for start, end in places)


def fused_with_the(text: str) -> int:
    """How often a word of grammar was run together with a following ``the``.

    >>> fused_with_the("Most ofthe seats, inthe dark"), fused_with_the("Bathe the child")
    (2, 0)
    """
    n = 0
    for m in _FUSED.finditer(text):
        i = m.start()
        while i > 0 and m.start() - i < 8 and text[i - 1].isalpha():
            i -= 1
        n += text[i : m.start()] in _FUSIONS
    return n


def _fused(text: str, found: Collection[str]) -> int:
    return fused_with_the(text)


FEATURES = (
    Feature("blanks before commas and full stops", 0.6, 3, _counted_where(_SPACED), literals=(" ,", " .")),
    Feature("Chinese marks in Latin text", 0.5, 3, _counted(_CJK), literals=tuple("、，。；：！？《（【")),
    Feature("dates translated word by word", 0.8, 0.5, _dates, literals=(" month ", " Japan")),
    Feature("numbers with translated measure words", 0.5, 1, _measures, literals=_MEASURES),
    Feature("capitals after commas", 0.7, 2, _counted(_CAPITAL), marks=","),
    Feature("lower case after full stops", 0.4, 2, _low, marks="."),
    Feature("doubled marks", 0.4, 1, _counted(*_DOUBLED), marks=",."),
    Feature("words run together with 'the'", 0.3, 1, _fused, literals=tuple(f"{word}the" for word in sorted(_FUSIONS))),
    Feature("phrases left dangling before a mark", 0.5, 1, _literally(_DANGLING), supporting=True, literals=_DANGLING),
    Feature("blanks inside quotes", 0.3, 2, _counted_where(_QUOTE), literals=("“ ", " ”")),
    Feature("stock phrases of translated news", 0.3, 2, _stock, supporting=True, literals=_STOCK),
    Feature("indents of one or two blanks", 0.2, 4, _counted(_INDENT), supporting=True, literals=("\n ",)),
)
_LITERALS = Literals((*_SPACED, *(literal for feature in FEATURES for literal in feature.literals)))

#: A text is judged by its rate of signs per so many code points, so that one slip on a long page proves little.
PAGE = 4000


def translation_score(text: str) -> Score:
    """How much ``text`` looks like English that a machine translated from Chinese.

    >>> translation_score("The ferry left the harbour, and the gulls followed it.")
    Score(value=0.0, reasons=())
    >>> translation_score("5 month 3 Japan , The ferry left .").value > 0.5
    True
    """
    if not require_text(text):
        return Score(0.0, ())
    literals = _LITERALS.found(text)
    marked = {mark for mark, pattern in _AT_MARK.items() if pattern.search(text)}
    pages = max(1.0, len(text) / PAGE)
    doubt = 1.0
    found: list[tuple[float, str]] = []
    for feature in FEATURES:
        if (
            (feature.supporting and not found)
            or (feature.literals and literals.isdisjoint(feature.literals))
            or (feature.marks and marked.isdisjoint(feature.marks))
        ):
            continue
        n = feature.tally(text, literals)
        if n:
            rate = n / pages
            weight = feature.weight * rate / (rate + feature.half)
            doubt *= 1.0 - weight
            found.append((weight, f"{feature.why} ({n})"))
    found.sort(key=lambda item: -item[0])
    return Score(round(1.0 - doubt, 3), tuple(why for _, why in found))
