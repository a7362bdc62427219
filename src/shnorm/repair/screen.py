"""Cheap questions asked once before all rules of a family: can there be anything to do at all?

A screen may say yes in vain, never no in vain (a property test holds it to that).  Clean text pays for the screens and for nothing
else, so every pattern here begins with one literal character, which :mod:`re` finds at memory speed, or is asked only where that
character occurs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property

from shnorm.gate import Context
from shnorm.rules import Rule, RuleSet
from shnorm.script import HAN

#: Names of the rules that may have something to do; ``None``: any of them.
Names = frozenset[str]
Screen = Callable[[str, frozenset[str]], "Names | None"]
_Searches = dict[str, Callable[[str], object]]
_NOTHING: Names = frozenset()


class Screened(RuleSet):
    """A rule set behind a screen: ``screen(text, characters of the text)`` names the rules that may have anything to do.

    A rule of which the screen does not let every example pass is beside the screen: its hints alone decide.  So a new rule works
    before the screen knows it.

    ``eastern``: the rules that need a Chinese character somewhere.
    """

    def __init__(self, name: str, rules: Iterable[Rule], screen: Screen, eastern: Collection[Rule] = ()) -> None:
        super().__init__(name, rules)
        self._screen = screen
        self._eastern = frozenset(i for i, rule in enumerate(self.rules) if rule in eastern)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        names = self._screen(text, context.chars)
        if names is None:
            found = list(super().candidates(text, context))
        elif names := names | self._beside:
            # A rule or two: their own hints are looked for, and no others.
            found = [i for i, rule in enumerate(self.rules) if rule.name in names and _hinted(rule, text)]
        else:
            return ()
        if found and not self._eastern.isdisjoint(found) and (max(context.chars) < "\u2e80" or _HAN(text) is None):
            return [i for i in found if i not in self._eastern]
        return found

    @cached_property
    def _beside(self) -> Names:
        """Names of the rules that the screen does not know."""

        def known(rule: Rule) -> bool:
            seen = [self._screen(before, frozenset(before)) for before, _ in rule.examples]
            return all(names is None or rule.name in names for names in seen)

        return frozenset(rule.name for rule in self.rules if not known(rule))


def _hinted(rule: Rule, text: str) -> bool:
    return not rule.hint or any(hint in text for hint in rule.hint)


def _searches(patterns: dict[str, str]) -> _Searches:
    return {key: re.compile(pattern, re.MULTILINE).search for key, pattern in patterns.items()}


def _any(searches: _Searches, keys: frozenset[str], text: str, chars: frozenset[str]) -> bool:
    # Keys are characters without which the pattern cannot match.
    for key in keys & chars:  # noqa: SIM110  # any() would make a generator for each text
        if searches[key](text) is not None:
            return True
    return False


_CJK = "，。、；：！？"
_BEFORE = frozenset(
    {"blank-before-mark", "blank-before-cjk-mark", "blank-in-curly-quotes", "blank-in-brackets", "trailing-blanks"}
)
_AFTER_OPENING = frozenset({"blank-after-cjk-mark"})
# A character, what stands beside it where a rule acts, and the rules; a pattern begins with its character.
_SPACING: tuple[tuple[str, str, Names], ...] = (
    (" ", rf" [,.;:!?)\]”’{_CJK}）》】」』\r\n]", _BEFORE),
    (" ", rf" (?=[{HAN}“《（「『])(?<=[，。、；！？”] )", _AFTER_OPENING),
    (" ", rf" (?=[{HAN}])(?<=[{HAN}] )", frozenset({"spaced-han", "stray-blank-in-word"})),
    ("“", "“ ", frozenset({"blank-in-curly-quotes"})),
    ("‘", "‘ ", frozenset({"blank-in-single-quotes"})),
    ("(", r"\( ", frozenset({"blank-in-brackets"})),
    ("[", r"\[ ", frozenset({"blank-in-brackets"})),
    *((mark, f"{mark} ", _AFTER_OPENING) for mark in "（《「『【"),
    (",", r",(?:(?=[A-Za-z])|(?=[0-9])(?<=[A-Za-z%)\]”\"],))", frozenset({"no-blank-after-comma"})),
    (";", r";(?=[A-Za-z0-9])", frozenset({"no-blank-after-comma"})),
    (".", r"\.(?=[A-Z])(?<=[a-z0-9%)\]”\"’]\.)", frozenset({"no-blank-after-end"})),
    ("!", r"!(?=[A-Z])", frozenset({"no-blank-after-end"})),
    ("?", r"\?(?=[A-Z])", frozenset({"no-blank-after-end"})),
    (":", r":(?=[A-Z])", frozenset({"no-blank-after-end"})),
    (":", r":(?=[a-z])", frozenset({"no-blank-after-colon"})),
    ("(", r"\((?<=[A-Za-z0-9.!?,;]\()", frozenset({"no-blank-at-bracket"})),
    (")", r"\)(?=[^\W\d_])", frozenset({"no-blank-at-bracket"})),
    ("”", r"”(?=[A-Za-z(])", frozenset({"no-blank-at-curly-quote"})),
    ("“", r"“(?<=[A-Za-z0-9,.;:!?%)”]“)", frozenset({"no-blank-at-curly-quote"})),
    ('"', r'"(?<=[.!?,] ")(?=[A-Z])', frozenset({"moved-closing-quote"})),
    ('"', r'"(?<= ")(?=[.,;])', frozenset({"blank-before-closing-quote"})),
    (
        '"',
        r'"(?:(?<=[^\W\d]")(?=[^\W\d]|[("])|(?<=[,.;:!?]")(?=[^\W\d])|(?<=\s")(?=[\s.,;:!?)\]]|$)|(?<=^")(?=[ \xa0])|(?<=[,:]")(?=[ \xa0]))',
        frozenset({"blank-at-straight-quote"}),
    ),
    ("\n", r"\n(?=[ \t])", frozenset({"indent"})),
    ("\n", r"\n\n\n", frozenset({"blank-lines"})),
    ("\t", r"\t(?=[\r\n])", frozenset({"trailing-blanks"})),
    ("\u3000", r"\u3000(?=[\r\n])", frozenset({"trailing-blanks"})),
)
_SPACING_SEARCHES = tuple((key, re.compile(pattern, re.MULTILINE).search, names) for key, pattern, names in _SPACING)
_BLANK = frozenset(" \t\xa0\u3000")
_EASTERN_ONLY = frozenset({"blank-after-cjk-mark", "spaced-han", "stray-blank-in-word"})
_AT_EDGES = frozenset({"indent", "trailing-blanks"})


def spacing(text: str, chars: frozenset[str]) -> Names | None:
    """The rules of blanks that may have something to do anywhere in ``text``."""
    if not chars:
        return _NOTHING
    if "\xa0" in chars or "\r" in chars:
        return None
    found = _AT_EDGES if text[0] in _BLANK or text[-1] in _BLANK else _NOTHING
    western = max(chars) < "\u2e80"
    for key, search, names in _SPACING_SEARCHES:
        if key in chars and not names <= found and not (western and names <= _EASTERN_ONLY) and search(text) is not None:
            found |= names
    return found


_WRAPS = (
    re.compile(r"\n(?=[A-Za-z0-9(“\"‘'$£€])(?<![.!?:…\n]\n)").search,
    re.compile(r"\n\n(?=[a-z])").search,
    re.compile(rf"\n(?=[{HAN}])(?<=[{HAN}]\n)").search,
)
_WRAP_NAMES = (frozenset({"latin-wrap", "hyphen-wrap"}), frozenset({"split-sentence"}), frozenset({"han-wrap"}))


def wraps(text: str, chars: frozenset[str]) -> Names | None:
    """The rules of wrapped lines that may have something to do anywhere in ``text``."""
    if "\n" not in chars:
        return _NOTHING
    if "\r" in chars:
        return None
    found = _NOTHING
    for search, names in zip(_WRAPS, _WRAP_NAMES, strict=True):
        if search(text) is not None:
            found |= names
    return found


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
_LATIN = r"A-Za-z0-9À-ɏḀ-ỿͰ-ԯ"
_CLOSERS = r")\]”\"'’%％°$€£.,;:?!"
# A full-width mark: another mark after it, or Latin text before it, closed by up to three marks.  What a blank parts is not looked at.
_CJK_MARKS = _searches(
    {
        mark: rf"{mark}(?:(?=[ \xa0]?[，。、；：,.;:])|(?<=[{_LATIN}{_CLOSERS} \xa0]{mark})(?:(?<=[{_LATIN})\] \xa0]{mark})"
        rf"|(?<=[{_LATIN}][{_CLOSERS}]{mark})|(?<=[{_LATIN}][{_CLOSERS}]{{2}}{mark})|(?<=[{_LATIN}][{_CLOSERS}]{{3}}{mark})))"
        for mark in _CJK
    }
    | {mark: rf"{re.escape(mark)} ?[{_CJK}]" for mark in ",.;:?!"}
    | {mark: rf"{mark}(?<![{HAN}{_CJK}”’）】》]{mark})" for mark in "（【《"}
    | {"—": rf"——(?<=[{_LATIN},.”\"’) \xa0]——)", "…": rf"……(?<=[{_LATIN},.”\"’) \xa0]……)", "⸺": "⸺"}
)
_CJK_KEYS = frozenset(_CJK_MARKS)
_OPEN_TWICE = re.compile("“[^“”]*“").search
_BROKEN = _searches({'"': '" ["“]', "”": '” ["“]'})
_BROKEN_KEYS = frozenset(_BROKEN)


def _alternate(text: str) -> bool:
    """Whether curly quotes open and close in turn throughout ``text``, in which one occurs."""
    # As many of either kind, an opening one first, a closing one last, and no two opening ones in a row leave nothing else.
    first = text.find("“")
    return (
        0 <= first < text.find("”")
        and text.rfind("”") > text.rfind("“")
        and text.count("“") == text.count("”")
        and _OPEN_TWICE(text, first) is None
    )


def punctuation(text: str, chars: frozenset[str]) -> Names | None:
    """The rules of marks that may have something to do anywhere in ``text``."""
    found = _DOUBLED if _any(_LATIN_MARKS, _LATIN_KEYS, text, chars) else _NOTHING
    if _any(_BROKEN, _BROKEN_KEYS, text, chars):
        found |= _BROKEN_QUOTATION
    if text.isascii():
        return found
    if _eastern(text, chars):
        return None
    if ("“" in chars or "”" in chars) and ('"' in chars or not _alternate(text)):
        found |= _QUOTES
    return found


_DOUBLED = frozenset({"double-stop", "conflicting-marks", "stop-after-end-mark"})
_BROKEN_QUOTATION = frozenset({"broken-quotation"})
_QUOTES = frozenset({"mixed-pair", "reversed-pair", "nested-pair"})


def _eastern(text: str, chars: frozenset[str]) -> bool:
    """Whether marks may be of the wrong width, or doubled among Han."""
    if _any(_CJK_MARKS, _CJK_KEYS, text, chars):
        return True
    if "(" in chars and "）" in chars:
        return True
    return (
        max(chars) > "\u2e7f"
        and _HAN(text) is not None
        and ("(" in chars or ")" in chars or '"' in chars or "'" in chars or _any(_HAN_MARKS, _HAN_KEYS, text, chars))
    )
