"""Which rules of marks may have something to do in a text: cheap questions, so that clean text pays for them and for nothing else.

A question may be answered yes in vain, never no in vain (a property test holds it to that).  Every pattern begins with one literal
character, which :mod:`re` finds at memory speed, and says what must stand beside it; most characters are told absent beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from shnorm.gate import Context
from shnorm.repair.quotation import turned_corners
from shnorm.script import EASTERN_LEADS, HAN

_Search = Callable[[str], object]

_CJK = "，。、；：！？"
_OPEN = "“‘『「《【（〈"
_CLOSE = "”’』」》】）〉％…—"
_LATIN = r"A-Za-z0-9À-ɏḀ-ỿͰ-ԯ"
_CLOSERS = r")\]”\"'’%％°$€£.,;:?!"
#: Pictures, signs and the selector behind a picture, for a character class.
PICTURE = "\u2100-\u27bf\u2b00-\u2bff\u3200-\u33ff\ufe0f\U0001f000-\U0001faff"
_EAST = f"{HAN}ぁ-ゖァ-ヺー가-힣ㄅ-ㄯ"
# Not before Han or a mark that stands in no Latin text.
_NO_EAST_AHEAD = rf"(?![ \xa0\u3000]*[{HAN}{_CJK}」』》】〉…—])"


def _searches(patterns: dict[str, str]) -> dict[str, _Search]:
    return {key: re.compile(pattern, re.MULTILINE).search for key, pattern in patterns.items()}


# What the hints of the rules say, a pattern for each mark.
_TWICE = (
    (".", re.compile(r"\.(?:\.| {1,2}\.|\xa0\.)").search, "double-stop"),
    (".", re.compile(r"\.(?= ?[,;])").search, "conflicting-marks"),
    (",", re.compile(r",(?= ?[,.;:])").search, "conflicting-marks"),
    (";", re.compile(r";(?= ?[,.])").search, "conflicting-marks"),
    (":", re.compile(r":(?= ?,)").search, "conflicting-marks"),
    ("?", re.compile(r"\?(?= ?\.)").search, "stop-after-end-mark"),
    ("!", re.compile(r"!(?= ?\.)").search, "stop-after-end-mark"),
)
_BESIDE_HAN = _searches(
    {mark: rf"{mark}(?:(?<=[{HAN}{_CLOSE}]{mark})|(?<=[{HAN}{_CLOSE}] {mark})|(?= ?[{HAN}{_OPEN}]))" for mark in ",;:"}
    | {".": rf"\.(?:(?<=[{HAN}{_CLOSE}]\.)|(?<=[{HAN}{_CLOSE}] \.)|(?=[”’』」）)\"]*[ \t]*$))"}
    | {mark: rf"{re.escape(mark)}(?:(?<=[{HAN}{_CLOSE}{PICTURE}].)|(?<=[{HAN}{_CLOSE}{PICTURE}] .))" for mark in "?!"}
    | {"(": rf"\((?=[^()（）\n]{{0,300}}[{HAN}])", ")": r"（(?=[^()（）\n]{1,300}\))"}
    | {'"': rf'"(?=[^"\n]*[{HAN}])', "'": rf"'(?=[{HAN}])"}
)
_BESIDE_HAN_NAMES = {
    ",": "clause-mark-in-han", ";": "clause-mark-in-han", ":": "clause-mark-in-han", ".": "stop-in-han", "?": "end-mark-in-han",
    "!": "end-mark-in-han", "(": "bracket-round-han", ")": "bracket-round-han", '"': "straight-quote-round-han",
    "'": "straight-single-quote-round-han",
}  # fmt: skip
_BESIDE_CJK_MARK = _searches(
    {mark: rf"{re.escape(mark)}(?:(?<=[{_CJK}].)|(?<=[{_CJK}] .)|(?=[ \xa0]*[{_CJK}]))" for mark in ".,;:?!"}
)
_BESIDE_CJK_MARK_NAMES = ("cjk-mark-after-mark", "mixed-pair-in-han")
# Another mark after it; Latin text before it, closed by up to three marks, and what may be Latin text after it.
_AGAIN = dict.fromkeys(_CJK, "(?=[，。、；：])")
_IN_LATIN = {
    mark: rf"(?<=[{_LATIN}{_CLOSERS} \xa0]{mark}){_NO_EAST_AHEAD}(?:(?<=[{_LATIN})\] \xa0]{mark})"
    rf"|(?<=[{_LATIN}][{_CLOSERS}]{mark})|(?<=[{_LATIN}][{_CLOSERS}]{{2}}{mark})|(?<=[{_LATIN}][{_CLOSERS}]{{3}}{mark}))"
    for mark in _CJK
}
_CJK_MARK = tuple((mark, re.compile(f"{mark}(?:{_AGAIN[mark]}|{_IN_LATIN[mark]})").search) for mark in _CJK)
_CJK_AGAIN = tuple((mark, re.compile(mark + beside).search) for mark, beside in _AGAIN.items())
_CJK_IN_LATIN = tuple((mark, re.compile(mark + beside).search) for mark, beside in _IN_LATIN.items())
# Round brackets round anything, square and title ones round Latin text only.
_NO_EAST_BEFORE = rf"(?<![{_EAST}].)(?<![{_EAST}][ \xa0].)"
_BRACKETS = tuple(
    (mark, re.compile(re.escape(mark) + _NO_EAST_BEFORE + inside).search)
    for mark, inside in (
        ("（", ""),
        *((mark, rf"(?=[^{_EAST}（）【】《》\n]{{1,300}}[）】》])") for mark in "【《"),
        *((mark, rf"(?=[^{_EAST}「」『』\n]{{1,300}}[」』])") for mark in "「『"),
        ("(", r"(?=[^（）()\n]{1,300}）)"),
    )
)
_BEFORE_LONG = rf"{_LATIN},.”\"’) \xa0"
_LONG = tuple(
    (ch, re.compile(rf"{ch}{again}(?<=[{_BEFORE_LONG}]{ch})(?!{ch}?[ \xa0\u3000]*[{HAN}{_CJK}」』》】〉])").search)
    for ch, again in (("—", "(?=—)"), ("…", "(?=…)"), ("⸺", ""))
)
_MIXED = tuple(re.compile(pattern).search for pattern in ('"[^"“”\n]*”', '“[^"“”\n]*"'))
# The last bytes of „ « ».
_ABROAD = b"\x9e\xab\xbb"
_QUOTE_AGAIN = re.compile('"(?=["“]| ["“])').search
_TWO_QUOTES = ("broken-quotation", "doubled-quotes")
# A mark that opens elsewhere and closes in German.
_CLOSES = re.compile(r"“(?<=[^\s(\[“]“)(?=[\s.,;:!?)\]]|$)", re.MULTILINE).search
_HAN = re.compile(f"[{HAN}]").search
_OPEN_TWICE = {pair: re.compile(f"{pair[0]}[^{pair}]*{pair[0]}").search for pair in ("“”", "《》")}
_COUNTER = re.compile("）(?<=[0-9A-Za-z]）)").search
_CORNER_TWICE = re.compile("「[^「」\n]*「").search
_OVER_A_LINE = re.compile("“[^“”\r\n]*[\r\n]").search


def _any(searches: Iterable[_Search], text: str) -> bool:
    for search in searches:  # noqa: SIM110  # any() would make a generator for each text
        if search(text) is not None:
            return True
    return False


def _beside(searches: Iterable[tuple[str, _Search]], text: str) -> bool:
    """Whether one of ``searches``, each for a character and what stands beside it, finds anything."""
    for ch, search in searches:  # noqa: SIM110  # as above
        if ch in text and search(text) is not None:
            return True
    return False


def _alternate(text: str, pair: str) -> bool:
    """Whether the marks of ``pair`` open and close in turn throughout ``text``, in which one of them occurs."""
    opening, closing = pair[0], pair[1]
    # As many of either kind, an opening one first, a closing one last, and no two opening ones in a row leave nothing else.
    first = text.find(opening)
    return (
        0 <= first < text.find(closing)
        and text.rfind(closing) > text.rfind(opening)
        and text.count(opening) == text.count(closing)
        and _OPEN_TWICE[pair](text, first) is None
    )


def suspects(text: str, context: Context) -> frozenset[str]:
    """Names of the rules of marks that may have something to do in ``text``.

    >>> suspects("All is well. 都好。", Context("All is well. 都好。")), suspects("It ends.. Here", Context("It ends.. Here"))
    (frozenset(), frozenset({'double-stop'}))
    """
    found: set[str] = set()
    missing = context.absent
    ascii_marks = _ASCII_MARKS.translate(None, missing).decode()
    for mark, search, name in _TWICE:
        if mark in ascii_marks and name not in found and search(text) is not None:
            found.add(name)
    if text.isascii():
        if '"' in ascii_marks and _QUOTE_AGAIN(text) is not None:
            found.update(_TWO_QUOTES)
        return frozenset(found)
    straight, curly = '"' in ascii_marks, "“" in text or "”" in text
    if straight and _QUOTE_AGAIN(text) is not None:
        found.update(_TWO_QUOTES)
    if curly and "” “" in text:
        found.add("broken-quotation")
    abroad = straight and _ABROAD.translate(None, missing) and ("„" in text or "«" in text or "»" in text)
    if abroad or (straight and curly and _CLOSES(text) is not None):
        found.add("mixed-pair-abroad")
    if curly:
        # In turn throughout, lines have marks without partners only where a quotation runs over the end of one.
        alternate = _alternate(text, "“”")
        over = alternate and _OVER_A_LINE(text) is not None
        if not alternate:
            found.add("nested-pair")
        if (not alternate or over) and ("‘" in text or "’" in text):
            found.add("single-with-double")
        if not alternate or (straight and over):
            found.add("reversed-pair")
        if straight and _any(_MIXED, text):
            found.add("mixed-pair")
    if "「" in text:
        if _CORNER_TWICE(text) is not None:
            found.add("nested-pair")
        if turned_corners(text):
            found.add("reversed-corner-quotes")
    if _beside(_LONG, text):
        found.add("long-mark-in-latin")
    if EASTERN_LEADS.translate(None, missing):
        _eastern(text, ascii_marks, found)
    return frozenset(found)


_ASCII_MARKS = b".,;:?!()\"'"


def _eastern(text: str, ascii_marks: str, found: set[str]) -> None:
    """Add the rules for marks of the wrong width, or doubled among Han."""
    han = _HAN(text) is not None
    for mark in ascii_marks:
        if han and _BESIDE_HAN_NAMES[mark] not in found and _BESIDE_HAN[mark](text) is not None:
            found.add(_BESIDE_HAN_NAMES[mark])
        if mark in _BESIDE_CJK_MARK and not found.issuperset(_BESIDE_CJK_MARK_NAMES) and _BESIDE_CJK_MARK[mark](text) is not None:
            found.update(_BESIDE_CJK_MARK_NAMES)
    if _beside(_CJK_MARK, text):
        if _beside(_CJK_AGAIN, text):
            found.add("cjk-mark-after-mark")
            if han:
                found.add("double-mark-in-han")
        if _beside(_CJK_IN_LATIN, text):
            found.add("cjk-mark-in-latin")
    if _beside(_BRACKETS, text):
        found.add("cjk-bracket-in-latin")
    if "）" in text and _COUNTER(text) is not None:
        found.add("cjk-counter-bracket-in-latin")
    if ("《" in text or "》" in text) and not _alternate(text, "《》"):
        found.add("reversed-title-marks")
