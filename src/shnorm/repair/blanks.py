"""Where blanks, quotes and line ends stand as no rule of blanks leaves them: one scan of a text tells which rules have anything to do.

It knows what stands on either side of a mark where a rule acts, and nothing else about it.  A scan may name a rule in vain, never
leave one out in vain (a property test holds it to that).  Clean text pays for the scans and for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from shnorm.gate import Context
from shnorm.literals import Literals
from shnorm.rules import Rule, RuleSet
from shnorm.script import HAN

#: Names of rules.
Names = frozenset[str]
#: Tells the rules that may have anything to do in a text that is not empty.
Scan = Callable[[str], Names]


class Scanned(RuleSet):
    """A rule set behind a scan of the text, which names the rules that may have anything to do.

    A rule of which the scan does not name every example is beside the scan: its hints alone decide.  So a new rule works before
    the scan knows it.
    """

    def __init__(self, name: str, rules: Iterable[Rule], scan: Scan) -> None:
        super().__init__(name, rules)
        self._scan = scan
        self.literals = Literals(())  # the scan sees what the hints say and more

    def only(self, *, disable: Sequence[str] = (), least: float = 0.0) -> RuleSet:
        kept = super().only(disable=disable, least=least)
        return self if kept is self else Scanned(self.name, kept.rules, self._scan)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        names = self._scan(text) if text else _NOTHING
        beside = self._beside
        if not names and not beside:
            return ()
        return [
            i
            for i, rule in enumerate(self.rules)
            if rule.name in names or (rule.name in beside and (not rule.hint or any(hint in text for hint in rule.hint)))
        ]

    @cached_property
    def _beside(self) -> Names:
        """Names of the rules that the scan does not know."""
        return frozenset(rule.name for rule in self.rules if any(rule.name not in self._scan(text) for text, _ in rule.examples))

_NOTHING: Names = frozenset()


class _Trigger:
    """A pattern in which an empty group says that the rules of its number may have something to do."""

    __slots__ = ("_matches", "_names")

    def __init__(self, pattern: str, *names: str) -> None:
        self._matches = re.compile(pattern, re.MULTILINE).finditer
        self._names = (_NOTHING, *(frozenset(rules.split()) for rules in names))

    def __call__(self, text: str) -> Names:
        groups = {m.lastindex or 0 for m in self._matches(text)}
        return _NOTHING.union(*[self._names[group] for group in groups]) if groups else _NOTHING


# A pattern begins with one character or one class of them, which re finds far faster than a choice, and tries first what a single
# neighbour denies.  Only one group can match at a place, so where several rules may act its names are theirs.
_HEAD = r",.;:!?()\[\]，。、；！？）》】」』《「『【（："
_AT_MARK = _Trigger(
    rf"[{_HEAD}](?:(?<=[ \xa0].)(?:(?<=[,.;:!?])()|(?<= [)\]])()|(?<= [，。、；：！？）》】」』])())"
    r"|[A-Za-z0-9](?:(?<=[A-Za-z0-9%)\]”\"][,;][A-Za-z])()|(?<=[A-Za-z%)\]”\"][,;][0-9])()|(?<=[a-z0-9%)\]”\"’][.!?:][A-Z])()"
    r"|(?<=[a-z]{2}:[a-z])()|(?<=\)[A-Za-z])())"
    rf"|[^ \n{_HEAD}](?<=[^\W_][A-Za-z0-9.!?,;]\(.)()|[^ \n()](?<=[^\W_][A-Za-z0-9.!?,;]\(.)()"
    r"| (?:(?<=[(\[] )()|(?<=[，。、；！？（《「『【] )()))",
    "blank-before-mark",
    "blank-in-brackets no-blank-at-bracket",
    "blank-before-cjk-mark blank-after-cjk-mark",
    "no-blank-after-comma",
    "no-blank-after-comma",
    "no-blank-after-end",
    "no-blank-after-colon",
    "no-blank-at-bracket",
    "no-blank-at-bracket",
    "no-blank-at-bracket blank-in-brackets blank-after-cjk-mark no-blank-after-comma no-blank-after-end no-blank-after-colon",
    "blank-in-brackets no-blank-at-bracket",
    "blank-after-cjk-mark",
)
_AT_QUOTE = _Trigger(
    r'"(?:(?<=[.!?,][ \xa0]")(?=[A-Z])()|(?<= ")(?=[.,;])()|(?:(?<=[^\W\d]")(?=[^\W\d("])|(?<=[,.;:!?]")(?=[^\W\d])'
    r'|(?<=\s")(?=[\s.,;:!?)\]]|$)|(?<=^")(?=[ \xa0])|(?<=[,:]")(?=[ \xa0]))())',
    "moved-closing-quote",
    "blank-before-closing-quote blank-at-straight-quote",
    "blank-at-straight-quote",
)
_AT_OPENING = _Trigger(
    r"“(?:(?=[ \xa0])()|(?<=[A-Za-z0-9,.;:!?%)”]“)(?=[\w$€£‘'(])())",
    "blank-in-curly-quotes no-blank-at-curly-quote",
    "no-blank-at-curly-quote",
)
_AT_CLOSING = _Trigger(
    r"”(?:(?<=[ \xa0]”)()|(?=[A-Za-z(])())", "blank-in-curly-quotes no-blank-at-curly-quote", "no-blank-at-curly-quote"
)
_AT_LINE_END = _Trigger(
    r"\n(?:(?<=[ \t\xa0\u3000]\n)()|(?=[ \t\xa0])()|(?=\n\n)())", "trailing-blanks indent blank-lines", "indent", "blank-lines"
)
_BLANK = frozenset(" \t\xa0\u3000")
_EDGES = frozenset({"indent", "trailing-blanks"})
_LINES = frozenset({"indent", "trailing-blanks", "blank-lines"})
_EASTERN = frozenset({"blank-before-cjk-mark", "blank-after-cjk-mark", "spaced-han", "stray-blank-in-word"})
_BETWEEN_HAN = re.compile(rf" (?=[{HAN}])(?<=[{HAN}] )").search
# All bytes of UTF-8 but those that begin a character of HAN (and others: U+3000..U+9FFF, U+F000..U+3FFFF).
_NOT_EASTERN = bytes(byte for byte in range(256) if not (0xE3 <= byte <= 0xE9 or byte in (0xEF, 0xF0)))


def eastern(text: str) -> bool:
    """Whether ``text`` may hold Han.

    Deleting bytes is ten times as fast as looking for a class of characters that does not occur.

    >>> eastern("naïve “art”"), eastern("汉")
    (False, True)
    """
    return not text.isascii() and bool(text.encode("utf-8", "surrogatepass").translate(None, _NOT_EASTERN))


def spacing(text: str) -> Names:
    """The rules of blanks that may have something to do anywhere in ``text``, which is not empty."""
    found = _AT_MARK(text)
    if '"' in text:
        found |= _AT_QUOTE(text)
    if "\n" in text:
        found |= _AT_LINE_END(text)
    if "\r" in text:
        found |= _LINES
    if text[0] in _BLANK or text[-1] in _BLANK:
        found |= _EDGES
    if text.isascii():
        return found - _EASTERN
    if "“" in text:
        found |= _AT_OPENING(text)
    if "”" in text:
        found |= _AT_CLOSING(text)
    if "‘ " in text:
        found |= {"blank-in-single-quotes"}
    if "\xa0" in text:
        found |= {"no-break-blank"}
    if not eastern(text):
        return found - _EASTERN
    if "” " in text:
        found |= {"blank-after-cjk-mark"}
    if _BETWEEN_HAN(text) is not None:
        found |= {"spaced-han", "stray-blank-in-word"}
    return found


_BREAK = re.compile(r"\n(?=[A-Za-z0-9(“\"‘'$£€])(?<![.!?:…\n]\n)").search
_EMPTY_LINE = re.compile(r"\n\r?\n(?=[a-z])").search
_HAN_BREAK = re.compile(rf"\n(?=[{HAN}])(?:(?<=[{HAN}]\n)|(?<=[{HAN}]\r\n))").search


def wraps(text: str) -> Names:
    """The rules of wrapped lines that may have something to do anywhere in ``text``."""
    if "\n" not in text:
        return _NOTHING
    found = _NOTHING
    if _BREAK(text) is not None:
        found = _LATIN_HYPHEN if "-\n" in text or "-\r" in text else _LATIN
    if _EMPTY_LINE(text) is not None:
        found |= {"split-sentence"}
    if not text.isascii() and _HAN_BREAK(text) is not None:
        found |= {"han-wrap"}
    return found


_LATIN = frozenset({"latin-wrap"})
_LATIN_HYPHEN = frozenset({"latin-wrap", "hyphen-wrap"})
