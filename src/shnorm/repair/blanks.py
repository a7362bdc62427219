"""Where blanks, quotes and line ends stand as no rule of blanks leaves them: one scan of a text tells which rules have anything to do.

It knows what stands on either side of a mark where a rule acts, and nothing else about it.  A scan may name a rule in vain, never
leave one out in vain (a property test holds it to that), and names none in a plain text (:mod:`shnorm.plain`).  Clean text pays for
the scans and for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from shnorm.gate import Context
from shnorm.repair.latin_blanks import MOVED, NAMED
from shnorm.repair.wraps import GOVERNING_ANYWHERE, LETTER
from shnorm.rules import Rule, RuleSet
from shnorm.script import HAN, utf8

#: Names of rules.
Names = frozenset[str]
#: Tells the rules that may have anything to do in a text that is not empty; the bytes that it lacks are had for the asking.
Scan = Callable[[str, Context], Names]


class Scanned(RuleSet):
    """A rule set behind a scan of the text, which names the rules that may have anything to do.

    A rule of which the scan does not name every example is beside the scan: its hints alone decide.  So a new rule works before
    the scan knows it.
    """

    def __init__(self, name: str, rules: Iterable[Rule], scan: Scan) -> None:
        super().__init__(name, rules)
        self._scan = scan

    def only(self, *, disable: Sequence[str] = (), least: float = 0.0) -> RuleSet:
        kept = super().only(disable=disable, least=least)
        return self if kept is self else Scanned(self.name, kept.rules, self._scan)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        names = self._scan(text, context) if text else _NOTHING
        beside = self._beside
        if not names and not beside:
            return ()
        return [
            i
            for i, rule in enumerate(self.rules)
            if rule.name in names or (rule.name in beside and (not rule.hint or any(hint in text for hint in rule.hint)))
        ]

    @cached_property
    def idle_in_plain(self) -> Sequence[bool]:  # type: ignore[override]  # told on first use
        return (not self._beside,) * 2

    @cached_property
    def _beside(self) -> Names:
        """Names of the rules that the scan does not know."""
        return frozenset(
            rule.name for rule in self.rules if any(rule.name not in self._scan(text, Context(text)) for text, _ in rule.examples)
        )


_NOTHING: Names = frozenset()


class _Trigger:
    """A pattern in which an empty group says that the rules of its number may have something to do.

    Only one group can match at a place; where several rules may act its names are theirs.
    """

    __slots__ = ("_matches", "_names")

    def __init__(self, pattern: str, *names: str) -> None:
        self._matches = re.compile(pattern, re.MULTILINE).finditer
        self._names = (_NOTHING, *(frozenset(rules.split()) for rules in names))

    def __call__(self, text: str) -> Names:
        groups = {m.lastindex or 0 for m in self._matches(text)}
        return _NOTHING.union(*[self._names[group] for group in groups]) if groups else _NOTHING


# The marks of ASCII are the most frequent of what is looked at.  The bytes of the text are translated into a few classes, of which a
# pattern that begins with one literal byte finds the doubtful places three times as fast as a class of characters does; only there
# the bytes themselves are asked.  No byte of a longer character is one of ASCII's; what it may stand for is taken to be doubtful.
_MARK, _OPENING, _LETTER, _DIGIT, _WIDE, _OTHER = b",(a0hx"


def _class_of(byte: int) -> int:
    ch = chr(byte)
    if ch in ",.;:!?)]":
        return _MARK
    if ch in "([":
        return _OPENING
    if byte < 0x80 and ch.isalpha():
        return _LETTER
    if byte < 0x80 and ch.isdigit():
        return _DIGIT
    # These begin the characters of HAN, and others: U+3000..U+9FFF, U+F000..U+3FFFF.
    return byte if ch == " " else _WIDE if 0xE3 <= byte <= 0xE9 or byte in (0xEF, 0xF0) else _OTHER


_CLASSES = bytes(map(_class_of, range(256)))
_DOUBTFUL_MARK = re.compile(rb",(?:a|0(?<=[ax,],0)|(?<= ,))").search
_AT_MARK = re.compile(
    rb"[,.;:!?](?<= .)()|[)\]](?<= .)()|[,;](?:[A-Za-z](?<=[A-Za-z0-9%)\]\"\x80-\xff]..)|[0-9](?<=[A-Za-z%)\]\"\x80-\xff]..))()"
    rb"|[.!?:][A-Z](?<=[a-z0-9%)\]\"\x80-\xff]..)()|:[a-z0-9](?<=[a-z]{2}..)()|\)[A-Za-z]()"
).match
_MARK_NAMES = tuple(
    frozenset(rules.split())
    for rules in (
        "",
        "blank-before-mark",
        "blank-in-brackets no-blank-at-bracket",
        "no-blank-after-comma",
        "no-blank-after-end",
        "no-blank-after-colon",
        "no-blank-at-bracket",
    )
)
_DOUBTFUL_OPENINGS = re.compile(rb"\((?: |(?<=[a0x][a0,]\())").search


def _at_marks(data: bytes, classes: bytes) -> Names:
    """The rules that may have something to do at a mark or bracket of ASCII."""
    found = _NOTHING
    m = _DOUBTFUL_MARK(classes)
    while m is not None:
        sure = _AT_MARK(data, m.start())
        if sure is not None:
            found |= _MARK_NAMES[sure.lastindex or 0]
        m = _DOUBTFUL_MARK(classes, m.end())
    if b"(" in classes and _DOUBTFUL_OPENINGS(classes) is not None:
        found |= _BRACKETS
    return found


# Each of these begins with one literal character, which re finds at memory speed.
_AT_QUOTE = _Trigger(
    rf'"(?:{MOVED}()|(?<= ")(?=[.,;])()|(?:(?<=[^\W\d]")(?=[^\W\d("])|(?<=[,.;:!?]")(?=[^\W\d])'
    r'|(?<=\s")(?=[\s.,;:!?)\]]|$)|(?<=^")(?=[ \xa0])|(?<=[,:]")(?=[ \xa0]))()'
    rf"|{NAMED}())",
    "moved-closing-quote",
    "blank-before-closing-quote blank-at-straight-quote",
    "blank-at-straight-quote",
    "moved-closing-quote",
)
_AT_OPENING_QUOTE = _Trigger(
    r"“(?:(?=[ \xa0])()|(?<=[A-Za-z0-9,.;:!?%)”]“)(?=[\w$€£‘'(])())",
    "blank-in-curly-quotes no-blank-at-curly-quote",
    "no-blank-at-curly-quote",
)
_AT_CLOSING_QUOTE = _Trigger(
    r"”(?:(?<=[ \xa0]”)()|(?=[A-Za-z(])())", "blank-in-curly-quotes no-blank-at-curly-quote", "no-blank-at-curly-quote"
)
_AT_LINE_END = _Trigger(
    r"\n(?:(?<=[ \t\xa0\u3000]\n)()|(?=[ \t\xa0])()|(?=\n\n)())", "trailing-blanks indent blank-lines", "indent", "blank-lines"
)
_AT_NO_BREAK = _Trigger(r"\xa0(?:(?=[,.;:!?])()|())", "no-break-blank blank-before-mark", "no-break-blank")
_BEFORE_WIDE = "，。、；：！？）》】」』"
_AT_WIDE = _Trigger(
    rf" (?:(?<=[，。、；：！？”（《「『【] )(?:(?=[{_BEFORE_WIDE}])()|())|(?=[{_BEFORE_WIDE}])()|(?=[{HAN}])(?<=[{HAN}] )())",
    "blank-after-cjk-mark blank-before-cjk-mark",
    "blank-after-cjk-mark",
    "blank-before-cjk-mark",
    "spaced-han stray-blank-in-word",
)
_BLANK = frozenset(" \t\xa0\u3000")
_INDENT, _TRAILING = frozenset({"indent"}), frozenset({"trailing-blanks"})
_LINES = frozenset({"indent", "trailing-blanks", "blank-lines"})
_BRACKETS = frozenset({"blank-in-brackets", "no-blank-at-bracket"})
_SINGLE = frozenset({"blank-in-single-quotes"})


def spacing(text: str, context: Context) -> Names:
    """The rules of blanks that may have something to do anywhere in ``text``, which is not empty."""
    data = context.utf8 if context.text is text else utf8(text)
    classes = data.translate(_CLASSES)
    found = _at_marks(data, classes)
    if '"' in text:
        found |= _AT_QUOTE(text)
    if "\n" in text:
        found |= _AT_LINE_END(text)
    if "\r" in text:
        found |= _LINES
    if text[0] in _BLANK:
        found |= _INDENT
    if text[-1] in _BLANK:
        found |= _TRAILING
    if len(data) == len(text):
        return found
    if "“" in text:
        found |= _AT_OPENING_QUOTE(text)
    if "”" in text:
        found |= _AT_CLOSING_QUOTE(text)
    if "‘" in text and "‘ " in text:
        found |= _SINGLE
    if "\xa0" in text:
        found |= _AT_NO_BREAK(text)
    if b"h" in classes and " " in text:
        found |= _AT_WIDE(text)
    return found


# How a line ends that cannot end of itself, and how one begins that goes on.
_GOVERNED = "|".join(sorted({rf"{word[-2:]}\n" for word in GOVERNING_ANYWHERE if len(word) > 1}))
_GOES_ON = r"[(“\"‘']*[^\W\dA-Z_]"
_AT_WRAP = _Trigger(
    rf"\n(?:(?=[{LETTER}])(?![A-ZÀ-ÖØ-ÞА-ЯЁ])(?:(?<=[-‐]\n)()|(?<=[-‐]\r\n)()|(?<=\n\n)()|(?<=\n\r\n)())"
    rf"|(?=[{LETTER}0-9(“\"‘'$£€])(?<![.!?:…\n]\n)(?:(?={_GOES_ON})|(?<=[\sa]\n)|(?<={_GOVERNED}))()"
    rf"|(?=[{HAN}])(?:(?<=[{HAN}0-9]\n)()|(?<=[{HAN}0-9]\r\n)()|(?<=[{HAN}]\n\n)()|(?<=[{HAN}]\r\n\r\n)())"
    rf"|(?=[0-9])(?:(?<=[{HAN}]\n)()|(?<=[{HAN}]\r\n)()))",
    "latin-wrap hyphen-wrap",
    "latin-wrap hyphen-wrap",
    "split-sentence",
    "split-sentence latin-wrap",
    "latin-wrap",
    "han-wrap",
    "han-wrap",
    "han-split-word",
    "han-split-word",
    "han-wrap",
    "han-wrap",
)


def wraps(text: str, context: Context) -> Names:
    """The rules of wrapped lines that may have something to do anywhere in ``text``."""
    return _AT_WRAP(text) if "\n" in text else _NOTHING
