"""Cheap questions asked once before all rules of a family: can there be anything to do at all?

A screen may say yes in vain, never no in vain (a property test holds it to that).  Clean text pays for the screens and for nothing
else, so every pattern here begins with one literal character, which :mod:`re` finds at memory speed, or is asked only where that
character occurs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from shnorm.gate import Context
from shnorm.rules import Rule, RuleSet
from shnorm.script import HAN

Screen = Callable[[str, frozenset[str]], bool]
_Searches = dict[str, Callable[[str], object]]


class Screened(RuleSet):
    """A rule set behind a screen: ``screen(text, characters of the text)`` is False where no rule has anything to do.

    ``eastern``: the rules that need a Chinese character somewhere.
    """

    def __init__(self, name: str, rules: Iterable[Rule], screen: Screen, eastern: Collection[Rule] = ()) -> None:
        super().__init__(name, rules)
        self._screen = screen
        self._eastern = frozenset(i for i, rule in enumerate(self.rules) if rule in eastern)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        if not self._screen(text, context.chars):
            return ()
        found = super().candidates(text, context)
        if text.isascii() or _HAN(text) is None:
            return [i for i in found if i not in self._eastern]
        return found


def _searches(patterns: dict[str, str]) -> _Searches:
    return {key: re.compile(pattern, re.MULTILINE).search for key, pattern in patterns.items()}


def _any(searches: _Searches, keys: frozenset[str], text: str, chars: frozenset[str]) -> bool:
    # Keys are characters without which the pattern cannot match.
    for key in keys & chars:  # noqa: SIM110  # any() would make a generator for each text
        if searches[key](text) is not None:
            return True
    return False


_CJK = "，。、；：！？"
_SPACING = _searches(
    {
        " ": rf" (?:(?=[,.;:!?)\]”’{_CJK}）》】」』\r\n])|(?=[{HAN}“《（「『])(?<=[{HAN}，。、；！？”）》（《「『【] )|(?<=[(\[“‘（《「『【] ))",
        ",": r",(?:(?=[A-Za-z])|(?=\d)(?<=[A-Za-z%)\]”\"],))",
        ";": r";(?=[A-Za-z0-9])",
        ".": r"\.(?=[A-Z])(?<=[a-z0-9%)\]”\"’]\.)",
        "!": r"!(?=[A-Z])",
        "?": r"\?(?=[A-Z])",
        ":": r":(?=[A-Za-z])",
        "(": r"\((?<=[^\s(]\()",
        ")": r"\)(?=[A-Za-z])",
        "”": r"”(?=[A-Za-z(])",
        "“": r"“(?<=[A-Za-z0-9,.;:!?%)”]“)",
        '"': r'"(?:(?<=[^\W\d]")(?=[^\W\d("])|(?<=[,.;:!?]")(?=[^\W\d])|(?<=\s")(?=[\s.,;:!?)\]A-Z]|$)|(?<=^")(?=[ \xa0])|(?<=[,:]")(?=[ \xa0]))',
        "\n": r"\n(?:(?=[ \t\xa0])|(?=\n)(?<=\n\n))",
        "\t": r"\t(?=[\r\n])",
        "\u3000": r"\u3000(?=[\r\n])",
    }
)
_SPACING_KEYS = frozenset(_SPACING)
_BLANK = frozenset(" \t\xa0\u3000")


def spacing(text: str, chars: frozenset[str]) -> bool:
    """Whether blanks may stand wrong, or be missing, anywhere in ``text``."""
    if not chars:
        return False
    return (
        text[0] in _BLANK or text[-1] in _BLANK or "\xa0" in chars or "\r" in chars or _any(_SPACING, _SPACING_KEYS, text, chars)
    )


_WRAPS = (
    re.compile(r"\n(?=[A-Za-z0-9(“\"‘'$£€])(?<![.!?:…\n]\n)").search,
    re.compile(r"\n\n(?=[a-z])").search,
    re.compile(rf"\n(?=[{HAN}])(?<=[{HAN}]\n)").search,
)


def wraps(text: str, chars: frozenset[str]) -> bool:
    """Whether a line of ``text`` may have been broken by a margin."""
    if "\n" not in chars:
        return False
    return "\r" in chars or any(search(text) is not None for search in _WRAPS)


_LATIN_MARKS = _searches(
    {
        ".": r"\.(?=[ \xa0]*[.,;:])",
        ",": r",(?=[ \xa0]*[,.;:])",
        ";": r";(?=[ \xa0]*[,.;:])",
        ":": r":(?=[ \xa0]*[,.;:])",
        "?": r"\?(?=[ \xa0]?\.)",
        "!": r"!(?=[ \xa0]?\.)",
    }
)
_LATIN_KEYS = frozenset(_LATIN_MARKS)
_HAN = re.compile(f"[{HAN}]").search
_OPEN = "“‘『「《【（〈"
_CLOSE = "”’』」》】）〉％…—"
_HAN_MARKS = _searches(
    {
        mark: rf"{re.escape(mark)}(?:(?<=[{HAN}{_CLOSE}]{re.escape(mark)})|(?<=[{HAN}{_CLOSE}] {re.escape(mark)})|(?= ?[{HAN}{_OPEN}]))"
        for mark in ",;:?!"
    }
    | {".": rf"\.(?:(?<=[{HAN}{_CLOSE}]\.)|(?<=[{HAN}{_CLOSE}] \.)|(?=[”’』」）)\"]*[ \t]*$))"}
)
_HAN_KEYS = frozenset(_HAN_MARKS)
_ANY_CJK = frozenset(_CJK)
_LATIN = r"A-Za-z0-9À-ɏḀ-ỿͰ-ԯ"
_FULL_IN_LATIN = re.compile(rf"(?:[{_LATIN}][)\]”\"'’%％°$€£.,;:?!]{{0,3}}|[)\]])[ \xa0]*[{_CJK}]").search
_DOUBLED_IN_HAN = re.compile(rf"[{_CJK}][ \xa0]?[，。、；：,.;:]|[,.;:] ?[{_CJK}]").search
_BRACKET_IN_LATIN = re.compile(rf"[（【《](?<![{HAN}{_CJK}”’）】》][（【《])").search
_LONG_IN_LATIN = re.compile(rf"[{_LATIN},.”\"’)][ \xa0]*(?:——|⸺|……)").search
_CURLY = re.compile("[“”]").findall
_BROKEN = re.compile(r" (?<=[\"”] )(?=[\"“])").search


def punctuation(text: str, chars: frozenset[str]) -> bool:
    """Whether marks may be doubled, of the wrong width, or quotes unpaired, anywhere in ``text``."""
    if _any(_LATIN_MARKS, _LATIN_KEYS, text, chars):
        return True
    if (" " in chars and ('"' in chars or "”" in chars)) and _BROKEN(text) is not None:
        return True
    if text.isascii():
        return False
    if "“" in chars or "”" in chars:
        if '"' in chars:
            return True
        quotes = _CURLY(text)
        if "".join(quotes) != "“”" * (len(quotes) // 2):
            return True
    if chars & _ANY_CJK and (_FULL_IN_LATIN(text) is not None or _DOUBLED_IN_HAN(text) is not None):
        return True
    if ("（" in chars or "【" in chars or "《" in chars) and _BRACKET_IN_LATIN(text) is not None:
        return True
    if ("(" in chars and "）" in chars) or (("—" in chars or "…" in chars or "⸺" in chars) and _LONG_IN_LATIN(text) is not None):
        return True
    return _HAN(text) is not None and (
        "(" in chars or ")" in chars or '"' in chars or "'" in chars or _any(_HAN_MARKS, _HAN_KEYS, text, chars)
    )
