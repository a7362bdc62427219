"""How machine-translated a text looks, as a number with its reasons; it judges and changes nothing.

Each feature is something that people who write English hardly ever do and that translations of Chinese pages do in nearly every
paragraph.  A feature counts by how often it occurs, with diminishing returns, and the features are joined as independent signs:
``1 - (1 - a)(1 - b)...``.  The weights were set on translated and on human pages; none of these occurs in sound prose, so most
texts score 0 after a few literal searches.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from shnorm.errors import require_text


class Score(NamedTuple):
    """``value`` in 0..1 (0: nothing speaks for machine translation) and the ``reasons`` that made it, strongest first."""

    value: float
    reasons: tuple[str, ...]


class Feature(NamedTuple):
    """A sign of machine translation: the most that it can prove (``weight``), and the count that proves half of it (``half``).

    A ``supporting`` one is found in human texts too and is counted only beside another sign.  A ``near_mark`` one is seen at a
    comma or full stop, and one look at these tells whether there is any.
    """

    why: str
    weight: float
    half: float
    count: Callable[[str], int]
    supporting: bool = False
    near_mark: bool = False


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
_SPACED = re.compile(r" [,.;:](?=[ \n\"”’)]|[A-Z][a-z ]|$)(?! \.)(?<! \. \.)")
_CAPITAL = re.compile(
    r", (?:The|And|But|Or|Which|Who|When|While|Where|Because|If|So|As|We|He|She|It|They|This|These|Those|There|Then|Also|To|With|For|From"
    r"|By|Not|Is|Are|Has|Have|Can|Including|Involving|However)(?= [a-z])"
)
_MONTH = re.compile(r" month [0-9]{1,2}\b(?<![0-9]{4})(?! (?:day|week|year)s?\b)(?! ?(?:Japan(?:ese)? [a-z]))")
_JAPAN = re.compile(r" Japan(?=\s*[,.])(?<=[0-9] Japan)")
_MEASURES = (
    " Left and right",
    " Multi ",
    " Multiple ",
    " individual ",
    " Individual ",
    " ten thousand",
    " Ten thousand",
    " Hundred million",
)
_COUNTED = re.compile(rb"0(?= [Aa])")
_LOW = re.compile(r"\. (?:at present|such as|in|it|the|this|according to|so|and|but|we|he|they|then|for|with|as)\b")
# Two patterns, since one that begins with a literal is searched for ten times faster.
_DOUBLED = (
    re.compile(r"\.(?:\s\.(?! ?\.)|\.|\s,)(?=\s|$)(?<!\.\.\.)(?<!\. \. \.)"),
    re.compile(r",\s?,(?=\s)"),
)
_AT_COMMA = re.compile(rf",(?:(?<= ,)|\s?,|{_CAPITAL.pattern[1:]})")
_AT_STOP = re.compile(rf"\.(?:(?<= \.)|\s?\.|\s,|{_LOW.pattern[2:]})")
_DANGLING = re.compile(r"(?:(?:reported|understood|learned) that|understanding(?: of)?) ,")
_STOCK = tuple(
    re.compile(rf"{phrase}\b")
    for phrase in (
        "It is (?:reported|understood) that", "Reporters? learned", "reporters? learned", "all walks of life", "Guess you like",
        "epidemic prevention and control", "in an orderly manner", "On the one hand, (?:adhere|strengthen)",
        "Insert picture description here", "do a good job in",
    )
)  # fmt: skip
_INSIDE = re.compile(r"\w")
_INDENT = re.compile(r"\n {1,2}[A-Z\"“]")
_CJK = re.compile(r"[、，。；：！？《》（）【】](?=[A-Za-z0-9 ]|$)(?<=[A-Za-z0-9 ].)", re.MULTILINE)
_QUOTE = re.compile(r"“ \w|\w ”")
_FUSED = re.compile(r"the\b(?<=[a-z]the)")
_FUSIONS = frozenset({"of", "in", "to", "on", "for", "and", "that", "from", "with", "by", "at", "through"})


def _counted(pattern: re.Pattern[str], *literals: str) -> Callable[[str], int]:
    def count(text: str) -> int:
        if literals and not any(literal in text for literal in literals):
            return 0
        return sum(1 for _ in pattern.finditer(text))

    return count


def _low(text: str) -> int:
    return sum(1 for m in _LOW.finditer(text) if m.start() > 3 and text[m.start() - 3 : m.start()].isalpha())


def _dates(text: str) -> int:
    if " month " not in text and " Japan" not in text:
        return 0
    months = sum(1 for m in _MONTH.finditer(text) if text[m.start() - 1 : m.start()].isdigit())
    return months + sum(1 for _ in _JAPAN.finditer(text))


def _measures(text: str) -> int:
    return sum(text.startswith(_MEASURES, m.start() + 1) for m in _COUNTED.finditer(kinds(text)))


def _doubled(text: str) -> int:
    return sum(1 for pattern in _DOUBLED for _ in pattern.finditer(text))


def _stock(text: str) -> int:
    found = (m.start() for pattern in _STOCK for m in pattern.finditer(text))
    return sum(not _INSIDE.match(text[start - 1 : start]) for start in found)


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


def _cjk(text: str) -> int:
    if text.isascii() or not any(mark in text for mark in "、，。；：！？《（【"):
        return 0
    return sum(1 for _ in _CJK.finditer(text))


def _quotes(text: str) -> int:
    return 0 if text.isascii() or ("“ " not in text and " ”" not in text) else sum(1 for _ in _QUOTE.finditer(text))


FEATURES = (
    Feature("blanks before commas and full stops", 0.6, 3, _counted(_SPACED, " ,", " ."), near_mark=True),
    Feature("Chinese marks in Latin text", 0.5, 3, _cjk),
    Feature("dates translated word by word", 0.8, 0.5, _dates),
    Feature("numbers with translated measure words", 0.5, 1, _measures),
    Feature("capitals after commas", 0.7, 2, _counted(_CAPITAL), near_mark=True),
    Feature("lower case after full stops", 0.4, 2, _low, near_mark=True),
    Feature("doubled marks", 0.4, 1, _doubled, near_mark=True),
    Feature("words run together with 'the'", 0.3, 1, fused_with_the),
    Feature("phrases left dangling before a mark", 0.5, 1, _counted(_DANGLING, " ,"), supporting=True),
    Feature("blanks inside quotes", 0.3, 2, _quotes),
    Feature("stock phrases of translated news", 0.3, 2, _stock, supporting=True),
    Feature("indents of one or two blanks", 0.2, 4, _counted(_INDENT, "\n "), supporting=True),
)  # fmt: skip

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
    marked = _AT_COMMA.search(text) or _AT_STOP.search(text)
    pages = max(1.0, len(text) / PAGE)
    doubt = 1.0
    found: list[tuple[float, str]] = []
    for feature in FEATURES:
        if (feature.supporting and not found) or (feature.near_mark and not marked):
            continue
        n = feature.count(text)
        if n:
            rate = n / pages
            weight = feature.weight * rate / (rate + feature.half)
            doubt *= 1.0 - weight
            found.append((weight, f"{feature.why} ({n})"))
    found.sort(key=lambda item: -item[0])
    return Score(round(1.0 - doubt, 3), tuple(why for _, why in found))
