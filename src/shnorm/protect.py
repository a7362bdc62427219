"""Spans that no step may touch: URLs, e-mail, paths, code, formulas, versions, numbers, dates, times, and the user's own.

It knows what such spans look like; it must not know which rule asks.  Spans are found line by line, only in lines where an
edit is about to be made, and remembered for equal lines, so a clean text never pays for them.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Union

from shnorm.errors import ConfigError
from shnorm.lines import Lines

if TYPE_CHECKING:
    import regex

#: What a user may hand to ``protect=``: a string (taken literally) or a compiled pattern of ``re`` or ``regex``.
Guard = Union[str, "re.Pattern[str]", "regex.Pattern[str]"]

#: The kinds of protected span.  A rule names the kinds inside which it may work; nothing may work inside ``user``.
KINDS = ("user", "code", "url", "email", "path", "formula", "version", "date", "time", "number")

# One alternation, the longer kinds first.  Trailing sentence marks do not belong to a URL or path.
_FILE = (
    r"\b[\w-]{1,60}\.(?:py|js|ts|c|h|cpp|rs|go|java|json|ya?ml|toml|txt|md|csv|xml|exe|dll|so|sh|bat|zip|tar|gz"
    r"|pdf|docx?|xlsx?|jpe?g|png|gif|mp[34])\b"
)
_WORDS = (
    r"""
    (?P<code>`[^`\n]+`|\\(?:begin|end)\{[^}\n]{1,30}\}|\b(?:__)?[A-Za-z]\w{0,60}(?:\.\w{1,60}){0,6}\(\)|\b[A-Za-z]+(?:_[A-Za-z0-9]+)+\b)
  | (?P<url>(?:https?|ftp|file)://[^\s<>"'“”‘’「」（）《》，。；！？、\u3000\u4e00-\u9fff]+(?<![.,;:!?)\]])
      |\bwww\.[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[^\s<>"'“”‘’「」（）《》，。；！？、\u3000\u4e00-\u9fff]*)?(?<![.,;:!?)\]])
      |\b(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:com|org|net|edu|gov|cn|tw|hk|io|jp|kr|ru|de|fr|info|biz|co|uk|eu|tv|cc|xyz|top|html?|php|aspx?)
        \b(?:/[^\s<>"'“”‘’「」（）《》，。；！？、\u3000\u4e00-\u9fff]*)?(?<![.,;:!?)\]]))
  | (?P<email>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})
  | (?P<path>(?<![\w.])(?:~|\.{1,2})?/(?:[\w.@+-]+/)+[\w.@+-]*|\b[A-Za-z]:\\[^\s"<>|?*]+
      |"""
    + _FILE
    + r""")
  | (?P<formula>\$[^$\n]{1,200}\$(?!\d)|(?<![\w])[A-Za-z]\s?=\s?[A-Za-z0-9(][\w\s+*/^().-]{0,80})
    """
)
_NUMBERS = r"""
    (?P<version>\b[vV]\d+(?:\.\d+)*[\w-]*|\b\d+\.\d+\.\d+(?:[.-]\w+)*)
  | (?P<date>\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b)
  | (?P<time>\b\d{1,2}:\d{2}(?::\d{2})?\b)
  | (?P<number>[0-9]+(?:[.,:/-][0-9]+)+%?)
    """
_FENCE = re.compile(r"^(?:```|~~~).*$", re.MULTILINE)
# What has none of these cannot hold a protected span of the library's own kinds; without those of a word, none but numbers.
_BEGINS_WITH_ONE = r"[{}`@\\/$_=(.w](?:(?<=[{}`@\\/$_=])|(?<=\()\)|(?<=w)ww\.|(?<={}\.)(?=[A-Za-z]))"
_SIGNS = re.compile(_BEGINS_WITH_ONE.format("0-9", "0-9", r"[\w-]"))
_WORD_SIGNS = re.compile(_BEGINS_WITH_ONE.format("", "", ""))
# No span holds one of these, but where its line holds as many of these signs: code between back quotes, LaTeX, a Windows path, formulas.
_BORDERS = frozenset("<>\"'“”‘’「」（）《》，。；！？、") | {ch for ch in map(chr, range(0x3001)) if ch.isspace()}
_BORDER = re.compile(f"[{''.join(sorted(_BORDERS))}]")
_WITH_BLANKS = (("`", 2), ("$", 2), ("=", 1), ("\\", 1))
_UP_TO_BORDER = re.compile(f"(?s:.*)[{''.join(sorted(_BORDERS))}]")
# File names are found by two groups.
_KIND_OF = {"file": "path", None: "code"}
# With these no span begins, and none holds one of them beside a character from U+4E00 to U+9FFF.
_NEVER_BESIDE_HAN = frozenset(",;:?!()")
#: Borders further away than this are not looked for.
_REACH = 200


class Protected(NamedTuple):
    """A protected span of ``text[start:end]`` and its kind, one of :data:`KINDS`."""

    start: int
    end: int
    kind: str


@cache
def _any() -> re.Pattern[str]:
    # What no span begins with is told before all kinds are tried in vain; beyond ASCII only the names of files begin.
    return re.compile(rf"(?=[\dA-Za-z`~./$\\_%+-])(?:{_WORDS}|{_NUMBERS})|(?=[^\x00-\x7f])(?P<file>{_FILE})", re.VERBOSE)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?=[\dvV])(?:{_NUMBERS})", re.VERBOSE)


def _found(text: str, start: int, end: int) -> list[Protected]:
    """The library's own protected spans of ``text[start:end]``, the borders of which no span crosses."""
    if _SIGNS.search(text, start, end) is None:
        return []
    pattern = _number() if _WORD_SIGNS.search(text, start, end) is None else _any()
    return [
        Protected(m.start(), m.end(), _KIND_OF.get(m.lastgroup, m.lastgroup or "")) for m in pattern.finditer(text, start, end)
    ]


def check_guards(guards: Iterable[Guard]) -> tuple[Guard, ...]:
    """Return ``guards`` as a tuple; raise :class:`~shnorm.errors.ConfigError` for what is neither string nor pattern."""
    if isinstance(guards, str):
        raise ConfigError(f"protect= takes a sequence, not one string; write protect=[{guards!r}]")
    if not isinstance(guards, Iterable):
        raise ConfigError(f"protect= takes a sequence of strings and compiled patterns, not {guards!r}")
    out = tuple(guards)
    for guard in out:
        if not isinstance(guard, (str, re.Pattern)) and not is_regex(guard):
            raise ConfigError(f"protect= takes strings and compiled patterns, not {type(guard).__name__}: {guard!r}")
        if not isinstance(guard, str) and not isinstance(guard.pattern, str):
            raise ConfigError(f"protect= holds a pattern for bytes, {guard!r}; compile it from a str")
        if not (guard if isinstance(guard, str) else guard.pattern):
            raise ConfigError("protect= holds an empty string, which would protect nothing; remove it")
    return out


def is_regex(value: object) -> bool:
    """Whether ``value`` is a compiled pattern of the ``regex`` module, which is loaded only where somebody needs it."""
    module = sys.modules.get("regex")
    return module is not None and isinstance(value, module.Pattern)


def user_spans(text: str, guards: Sequence[Guard]) -> list[tuple[int, int]]:
    """Where the user's own guards match, merged and in order; offsets in ``text``.

    >>> user_spans("徐乾學與張乾", ["徐乾學", "張乾"])
    [(0, 3), (4, 6)]
    """
    found: list[tuple[int, int]] = []
    for guard in guards:
        if isinstance(guard, str):
            position = text.find(guard)
            while position >= 0:
                found.append((position, position + len(guard)))
                position = text.find(guard, position + len(guard))
        else:
            found.extend(m.span() for m in guard.finditer(text) if m.end() > m.start())
    found.sort()
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def spans_of_line(line: str) -> list[Protected]:
    """The library's own protected spans of one line, in order; offsets in ``line``.

    >>> [line.kind for line in spans_of_line("see https://a.org/x_y, v1.2 from 2020-01-02")]
    ['url', 'version', 'date']
    """
    return _found(line, 0, len(line))


class Protection:
    """The protected spans of one text.

    Only what stands between blanks round the place in question is looked at, unless a span of its line may hold blanks.  ``memory``
    remembers such lines, where they are equal, over the stages of one run.
    """

    __slots__ = (
        "_base",
        "_blanks_inside",
        "_fences",
        "_first",
        "_found",
        "_last",
        "_memory",
        "_near",
        "_paired",
        "_user",
        "lines",
    )

    def __init__(self, lines: Lines, guards: Sequence[Guard], memory: dict[str, list[Protected]]) -> None:
        self.lines = lines
        self._memory = memory
        self._found: dict[int, list[Protected]] = {}
        self._blanks_inside: dict[int, bool] = {}
        self._user = user_spans(lines.text, guards) if guards else []
        self._fences = _fences(lines.text)
        self._paired = [(sign, least) for sign, least in _WITH_BLANKS if sign in lines.text]
        # The stretch that was asked about last, and its spans, offsets in what begins at the base.
        self._first = self._last = -1
        self._base = 0
        self._near: list[Protected] = []

    def overlaps(self, start: int, end: int, allowed: frozenset[str] = frozenset()) -> bool:
        """Whether an edit of ``[start, end)`` would touch the inside of a protected span of a kind not ``allowed``.

        An insertion (``start == end``) touches only a span that holds it strictly inside.
        """
        if self._user and _hit(self._user, start, end):
            return True
        if self._fences and "code" not in allowed and _hit(self._fences, start, end):
            return True
        if start < self._first or end > self._last:
            if end - start == 1 and self._apart(start, end):
                return False
            self._look(start, end)
        spans = self._near
        if not spans:
            return False
        start, end = start - self._base, end - self._base
        for i in range(max(0, bisect_right(spans, (start, start, "~")) - 1), len(spans)):
            s, e, kind = spans[i]
            if s >= end and s > start:
                break
            if kind not in allowed and (s < start < e if start == end else s < end and start < e):
                return True
        return False

    def _apart(self, start: int, end: int) -> bool:
        """Whether the one character ``[start, end)`` is in no span of the library's own: a border, or a mark between Han."""
        text = self.lines.text
        return (
            text[start] in _BORDERS
            or (
                text[start] in _NEVER_BESIDE_HAN
                and start > 0
                and end < len(text)
                and "\u4e00" <= text[start - 1] <= "\u9fff"
                and "\u4e00" <= text[end] <= "\u9fff"
            )
        ) and not (self._paired and self._may_hold_blanks(start, end))

    def _look(self, start: int, end: int) -> None:
        """Find the library's own spans in a stretch round ``[start, end)`` that no span leaves."""
        stretch = self._stretch(start, end)
        if stretch is None:
            self._look_at_lines(start, end)
        else:
            first, last = self._first, self._last = stretch
            self._base, self._near = 0, _found(self.lines.text, first, last) if last - first > 1 else []

    def _stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """What holds ``[start, end)`` between borders; ``None`` if a span may hold them in this line, or if they are too far apart."""
        text, floor = self.lines.text, max(0, start - _REACH)
        if end - start > _REACH or (self._paired and self._may_hold_blanks(start, end)):
            return None
        first, last = start, end
        if start == end or text[start] not in _BORDERS:
            # Where the stretch before this one ended there is a border.
            border = _UP_TO_BORDER.match(text, max(floor, self._last) if self._last <= start else floor, start)
            if border is not None:
                first = border.end()
            elif floor <= self._last <= start:
                first = self._last
            elif floor:
                return None
            else:
                first = 0
        if start == end or text[end - 1] not in _BORDERS:
            border = _BORDER.search(text, end, end + _REACH)
            if border is None and end + _REACH < len(text):
                return None
            last = border.start() if border is not None else len(text)
        # A place beside a border is in no span.
        return (start, start) if start == end and (first == start or last == end) else (first, last)

    def _look_at_lines(self, start: int, end: int) -> None:
        lines = self.lines
        index, final = lines.at(start), lines.at(max(start, end - 1))
        self._first, self._last, self._base = lines[index].start, lines[final].end, lines[index].start
        spans = self._spans(index)
        if final > index:
            spans = [
                Protected(s + base, e + base, kind)
                for i in range(index, final + 1)
                for base in (lines[i].start - self._base,)
                for s, e, kind in self._spans(i)
            ]
        self._near = spans

    def _may_hold_blanks(self, start: int, end: int) -> bool:
        """Whether a line of ``[start, end)`` has the signs of a span that may hold blanks."""
        lines, known = self.lines, self._blanks_inside
        for index in range(lines.at(start), lines.at(max(start, end - 1)) + 1):
            found = known.get(index)
            if found is None:
                a, b, _ = lines[index]
                found = known[index] = any(lines.text.count(sign, a, b) >= least for sign, least in self._paired)
            if found:
                return True
        return False

    def _spans(self, index: int) -> list[Protected]:
        # By number first: slicing and hashing a long line for each of its edits would be quadratic.
        spans = self._found.get(index)
        if spans is None:
            content = self.lines.content(index)
            spans = self._memory.get(content)
            if spans is None:
                spans = self._memory[content] = spans_of_line(content)
            self._found[index] = spans
        return spans

    def user(self, start: int, end: int) -> bool:
        """Whether an edit of ``[start, end)`` would touch a span that the user protects."""
        return _hit(self._user, start, end)


def _hit(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    if not spans:
        return False
    i = max(0, bisect_right(spans, (start, start)) - 1)
    for s, e in spans[i : i + 2] if start == end else spans[i:]:
        if s >= end and s > start:
            return False
        if s < start < e if start == end else s < end and start < e:
            return True
    return False


def _fences(text: str) -> list[tuple[int, int]]:
    """Fenced code blocks (``` or ~~~), from fence to fence; an unclosed fence protects nothing."""
    if "```" not in text and "~~~" not in text:
        return []
    marks = [m.span() for m in _FENCE.finditer(text)]
    return [(a[0], b[1]) for a, b in zip(marks[::2], marks[1::2], strict=False)]
