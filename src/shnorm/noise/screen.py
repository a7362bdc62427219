"""The first look at a text: which of its lines can be noise at all, and by what.  Clean text must cost next to nothing.

One pass over the whole text finds literals of which phrases need one each.  Then a line is looked at where it begins (units and
labels of the lexicon begin noise), where its last sentences begin, and for dates and signs of structure.  A line that shows none of
these is never taken apart.  The answer may only err on the side of looking: what may be noise is worked out exactly elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from typing import NamedTuple

from shnorm.noise.edges import may_begin, may_close, may_end, may_open, said, signed
from shnorm.noise.index import BY, FIRST, INDEX, NEAR, NOVEL, SOURCES, Index
from shnorm.noise.needs import plain
from shnorm.noise.units import LONGEST, MONTH, Row, collapse, take_apart
from shnorm.noise.view import ENDS, WIDE, ends_sentence, line_key, view, weight
from shnorm.repeats import Copy, copies

#: What a line may show: items, labels, dates and the like; phrases; something glued to its end, or to its beginning; signs of structure.
CUES, PHRASES, ENDING, BEGINNING, SIGNS = 1, 2, 4, 8, 16

_NAMED_BY = 16
_SOURCE = re.compile(r"(?:article |news |information )?source ?:")
_NONE: set[str] = set()
_SPACES = frozenset(" \t")
_ENDED = frozenset("。.!?")
_JUNK = re.compile(r"[!-~]{4,14}\s+[\u3400-\U0003ffff]")
_PATH = re.compile(r"[/|·•]|\s-\s|--|::")
_ARROWS = (">", "<", "|", "\\", "»", "›", "→", "▸", "▶", "┃")
# Bytes of UTF-8 but for line ends, digits, and what digits of other scripts begin with.
_UNMARKED = bytes(set(range(256)) - set(b"\n0123456789\xd9\xdb\xdf\xe0\xe1\xea\xf0"))
_MUCH = re.compile(f"(?:[\\W_]*[^\\W_{WIDE}]+[\\W_]){{12}}|(?:[\\W_]*(?:[{WIDE}]|[^\\W_{WIDE}]+(?![^\\W_{WIDE}]))){{25}}")
_WORDLIKE = re.compile(r"[a-z]{3,}|\d{3,}|[^\x00-\x7f]")
_DIGIT = re.compile(r"[\d]")
_NUMBER = re.compile(r"[\d]+")
_MONTHS = re.compile(rf"(?:^|[^a-zа-я]){MONTH}\.?\s$")
_STAMP = re.compile(
    r"""[\d](?:\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d|\s?년\s?\d|[月월]\s?\d|:\d|[時时시]\s?\d|\s?h\s?\d|\s?(?:uhr|[ap]\.?m\b)
      |\s?(?:秒|分钟|分|个?小时|时间|天|日|周|个?月|年)前|\s?(?:초|분|시간|일|주|개월|년)\s?전|\s\w+\s(?:fa|назад)
      |(?:st|nd|rd|th|er|º|ª|\.)?\s?[-/]?(?:de\s|di\s|of\s)?(?:jan|feb|fev|mar|mae|apr|abr|avr|may|mai|mag|jun|jui|jul|giu|lug|aug|aou|ago
      |sep|set|oct|okt|out|ott|nov|dec|dez|dic|ene|gen|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)
      |(?<=\bha\s.)|(?<=\bvor\s.)|(?<=hace\s.)|(?<=\bil\sy\sa\s.))""",
    re.VERBOSE,
)
# The only dates without a digit, `an hour ago`.
_WORDY_DATE = re.compile(r"[dsenrykhwm]\s?ago\b|hace\sun|vor\sein|il\sy\sa\sun")


class Look(NamedTuple):
    """What the first look saw: the view of the text, and its lines; for lines (by number) that may be noise how (:data:`CUES` and so
    on); those lines taken apart that have cues or dates; which literals of phrases and of spam stand in a line; the hints of finders
    that occur (:func:`~shnorm.noise.index.folded_hint`; capitals do not count); and the copies among the lines that are not blank, by
    index (very long lines take no part)."""

    seen: str
    lines: list[str]
    may: dict[int, int]
    rows: dict[int, Row]
    held: dict[int, set[str]]
    hints: set[str]
    copies: list[Copy]


def look(text: str) -> Look:
    """Which lines of ``text`` may be noise.

    >>> look("It rained for twenty days, and the reservoir filled up to the brim again.").may
    {}
    """
    index = INDEX.get()
    seen = view(text)
    lines = _split(seen)
    whole = "\n".join(lines) if "\r" in seen else seen
    may, held, hints = _by_literals(whole, index)
    rows: dict[int, Row] = {}
    keys, alone, prefixes, ones, signs = index.keys, index.alone, index.prefixes, index.ones, index.signs
    first = FIRST.match
    beyond = not whole.isascii()
    marks = _digits(whole, beyond)
    wordy = "ago" in whole or "ace un" in whole or "vor ein" in whole or "il y a un" in whole
    arrows = [arrow for arrow in (_ARROWS if beyond else _ARROWS[:4]) if arrow in whole]
    texts: list[str] = []
    count = 0
    for place, line in enumerate(lines):
        line = line.strip()
        if not line:
            continue
        count += 1
        found = 0
        begins = False
        m = first(line)
        if m is None:
            begins, found = True, SIGNS
        else:
            key, end = m[m.lastindex], m.end()  # type: ignore[index]  # one of the two groups took part
            at = end - len(key)
            if (
                key in keys
                or key[0] in ones
                or key[0].isdigit()
                or key[1:] in _SPACES
                or (at and not signs.isdisjoint(line[:at]))
            ):
                if (
                    (near := line[at : end + NEAR]) in prefixes
                    or near[:-1] in prefixes
                    or key in alone
                    or key[0].isdigit()
                    or (key[0] in ones and (m.lastindex == 2 or not key.isalpha()))
                    or key[1:] in _SPACES
                    or (at and signed(line, 0, at, index))
                ):
                    begins = may_begin(line, 0, index)
                    if _whole(line, key, at, index):
                        found = CUES
                if key in SOURCES and _SOURCE.match(line):
                    found |= BEGINNING
                if key in BY and count <= _NAMED_BY and (count == 1 or not ends_sentence(line)):
                    found |= SIGNS
                if key in index.homes and _PATH.search(line):
                    found |= SIGNS
        size = len(line)
        if (begins or wordy or (marks and marks[place])) and (
            size <= LONGEST or (size <= 4000 and len("".join(line.split())) <= LONGEST)
        ):
            row = _row(line, begins, wordy, index)
            if row is not None:
                rows[place] = row
                found |= CUES
        if line[0] in ":?&" or (arrows and any(arrow in line for arrow in arrows)):
            found |= SIGNS | BEGINNING
        if size <= 60 and not _WORDLIKE.search(line):
            found |= SIGNS
        if begins or (beyond and _JUNK.match(line)):
            found |= BEGINNING
        if place in may:
            found |= may[place]
        if (line[-1] not in _ENDED or found & BEGINNING) and may_end(line, held.get(place, _NONE), index):
            found |= ENDING
        if found & BEGINNING:
            texts = texts or _split(text)
            if not may_open(texts[place], lines[place]):
                found &= ~BEGINNING
        if found:
            may[place] = found
        elif place in may:
            del may[place]
    return Look(seen, lines, may, rows, held, hints, _copies(text) if count > 1 else [])


def notices(seen: Look, gone: Container[int] = ()) -> list[int]:
    """The lines, by number, that may be the last prose of the page and end with a notice; lines ``gone`` are no prose."""
    index = INDEX.get()
    out: list[int] = []
    for place in range(len(seen.lines) - 1, -1, -1):
        line = seen.lines[place].strip()
        if not line or place in gone or not ends_sentence(line):
            continue
        if may_close(line, seen.held.get(place, _NONE), index):
            out.append(place)
        if place and place not in seen.may and line[-1] in "。." and _MUCH.match(line):
            break
    return out


def _digits(whole: str, beyond: bool) -> list[bytes]:
    """For each line the bytes that may belong to digits; no lines if there are none."""
    data = whole.encode("utf-8", "surrogatepass") if beyond else whole.encode("ascii")
    left = data.translate(None, _UNMARKED)
    return left.split(b"\n") if left.strip(b"\n") else []


def _split(text: str) -> list[str]:
    return (text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text).split("\n")


def _copies(text: str) -> list[Copy]:
    return copies([line if len(line) <= 4000 else "" for line in _split(text) if line and not line.isspace()])


def _whole(line: str, key: str, at: int, index: Index) -> bool:
    """Whether a line is one of the lexicon's lines, or begins as one of its starts."""
    if key in index.starts and any(line.startswith(text, at) for text in index.starts[key]):
        return True
    end = at + len(key)
    if (
        line[at : end + NEAR] in index.others
        or line[at : end + 1] in index.others
        or line[at:end] in index.others
        or (key[0] in index.ones and not key[1:].isalnum())
        or (key[0] in index.spaced and key[1:] in _SPACES)
    ):
        return (len(line) <= 100 or len(collapse(line)) <= 100) and line_key(line) in index.lexicon.lines
    return False


def _row(line: str, begins: bool, wordy: bool, index: Index) -> Row | None:
    """The line taken apart, if it has cues or dates."""
    sentence = line[-1] in ENDS or ends_sentence(line)
    if sentence and weight(line) > 24:
        return None
    dates = (_DIGIT.search(line) is not None and _may_date(line)) or (wordy and _WORDY_DATE.search(line) is not None)
    if not (begins or dates):
        return None
    core = collapse(line)
    row = take_apart(core, index.lexicon, 17.0 if dates and _DIGIT.search(core) else 0.0) if len(core) <= LONGEST else None
    return row if row is not None and any(unit.kind not in ("free", "number", "value") for unit in row.units) else None


def _may_date(line: str) -> bool:
    if _STAMP.search(line):
        return True
    for m in _NUMBER.finditer(line):
        at = m.start()
        if at > 3 and line[at - 1].isspace() and _MONTHS.search(line[max(0, at - 14) : at]):
            return True
    return False


def _by_literals(whole: str, index: Index) -> tuple[dict[int, int], dict[int, set[str]], set[str]]:
    """What the literals say of lines: what they may be, and which literals of phrases and of spam stand in them; and the hints."""
    may: dict[int, int] = {}
    held: dict[int, set[str]] = {}
    hints: set[str] = set()
    bare = plain(whole)
    places = index.literals.places(bare)
    if not places:
        return may, held, hints
    starts = [0, *(m.end() for m in re.finditer("\n", bare))] if "\n" in bare else [0]
    by_line: dict[int, set[str]] = {}
    for start, _, literal in places:
        by_line.setdefault(bisect_right(starts, start) - 1, set()).add(literal)
    for place, literals in by_line.items():
        found = 0
        if not literals.isdisjoint(index.spam):
            found = SIGNS
        if NOVEL in literals:
            found |= BEGINNING
        if not literals.isdisjoint(index.hints):
            hints |= literals & index.hints
        literals &= index.telling
        if literals:
            held[place] = literals
            line = bare[starts[place] : starts[place + 1] if place + 1 < len(starts) else len(bare)]
            if said(line, literals, index, whole=True):
                found |= PHRASES
        if found:
            may[place] = found
    return may, held, hints
