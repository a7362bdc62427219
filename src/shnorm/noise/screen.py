"""The first look at a text: which of its lines can be noise at all, and by what.  Clean text must cost next to nothing.

One pass over the whole text finds literals of which phrases need one each.  Then a line is looked at where it begins (units and
labels of the lexicon begin noise), where its last sentences begin, and for dates and signs of structure.  A line that shows none of
these is never taken apart.  The answer may only err on the side of looking: what may be noise is worked out exactly elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Container
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from shnorm.lines import Lines
from shnorm.noise.edges import begins_cue, first_word, is_line, is_open, may_be_cue, may_close, may_end, may_open, said
from shnorm.noise.index import AGO, BY, CALL, FARMS, HINT, HOME, INDEX, PHRASE, SOURCE, SPAM, Index
from shnorm.noise.needs import unfilled
from shnorm.noise.phrases import find_phrases
from shnorm.noise.units import LONGEST, MONTH, Row, collapse, take_apart
from shnorm.noise.view import ENDS, ends_sentence, outweighs, view, wide
from shnorm.repeats import Copy, copies

#: What a line may show: items, labels, dates and the like; phrases; something glued to its end, or to its beginning; signs of structure.
CUES, PHRASES, ENDING, BEGINNING, SIGNS = 1, 2, 4, 8, 16

_NAMED_BY = 16
# What prose says at least for the search for the last of it to end.
_MUCH = 26
_SOURCE = re.compile(r"(?:article |news |information )?source ?:")
_ENDED = frozenset("。.!?")
# What no row of key words holds.
_SAID = re.compile("[。!?“”《》]")
_JUNK = re.compile(r"[!-~]{4,14}\s+[\u3400-\U0003ffff]")
_PATH = re.compile(r"[/|·•]|\s-\s|--|::")
_ARROWS = (">", "<", "|", "\\", "»", "›", "→", "▸", "▶", "┃")
# Bytes of UTF-8 but for line ends, digits, and what digits of other scripts begin with.
_UNMARKED = bytes(set(range(256)) - set(b"\n0123456789\xd9\xdb\xdf\xe0\xe1\xea\xf0"))
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


class Told:
    """What the first look says of a line by itself.

    ``seen``: its view.  ``may``: how it may be noise (:data:`CUES` and so on).  ``row``: the line taken apart, if it has cues or dates.
    ``held``: which literals of phrases and of spam it holds; ``hints``: those of finders (:func:`~shnorm.noise.index.folded_hint`;
    capitals do not count).  ``by``: whether it may be a byline, as the first line of a page (1) or also later (2).  ``facts``: what
    others found out about it later.
    """

    # Most lines have nothing to be told of.
    may: int = 0
    row: Row | None = None
    held: AbstractSet[str] = frozenset()
    hints: AbstractSet[str] = frozenset()
    by: int = 0
    facts: dict[str, object] | None = None

    def __init__(self, seen: str) -> None:
        self.seen = seen

    def again(self) -> Told:
        """The same of another line with the same view."""
        other = Told(self.seen)
        other.may, other.row, other.held, other.hints, other.by = self.may, self.row, self.held, self.hints, self.by
        if self.facts and "phrases" in self.facts:
            other.facts = {"phrases": self.facts["phrases"]}
        return other


class Known:
    """What was said of lines: ``lines`` by the lines themselves; ``views`` by their views, where nothing but the view counted."""

    def __init__(self) -> None:
        self.lines: dict[str, Told] = {}
        self.views: dict[str, Told] = {}


class Look(NamedTuple):
    """What the first look saw: what it says of each line; for lines (by number) that may be noise how (:data:`CUES` and so on); those
    lines taken apart that have cues or dates; the lines with hints of finders, and which; and the copies among the lines that are not
    blank, by index (very long lines take no part)."""

    told: list[Told]
    may: dict[int, int]
    rows: dict[int, Row]
    hints: list[tuple[str, AbstractSet[str]]]
    copies: list[Copy]


def look(lines: Lines, known: Known | None = None) -> Look:
    """Which of ``lines`` may be noise.  ``known``: what was said of lines before, which is added to.

    >>> look(Lines("It rained for twenty days, and the reservoir filled up to the brim again.")).may
    {}
    """
    if known is None:
        known = Known()
    contents = lines.contents
    fresh = [line for line in contents if line not in known.lines]
    if fresh:
        _tell(list(dict.fromkeys(fresh)), known)
    told = [known.lines[line] for line in contents]
    may: dict[int, int] = {}
    rows: dict[int, Row] = {}
    hints: list[tuple[str, AbstractSet[str]]] = []
    head: list[int] = []
    for place, one in enumerate(told):
        found = one.may
        if one.by:
            head = head or list(islice((i for i, other in enumerate(told) if other.seen.strip()), _NAMED_BY))
            if place == head[0] or (one.by > 1 and place in head):
                found |= SIGNS
        if found:
            may[place] = found
            if one.row is not None:
                rows[place] = one.row
        if one.hints:
            hints.append((contents[place], one.hints))
    return Look(told, may, rows, hints, _copies(lines))


def _tell(contents: list[str], known: Known) -> None:
    """Say of lines, all of them different, what there is to say of each by itself."""
    index = INDEX.get()
    whole = view("\n".join(contents))
    if known.views:
        # A repair or a conversion leaves the view of most lines as it was.
        fresh: list[tuple[str, str]] = []
        for content, seen in zip(contents, whole.split("\n"), strict=True):
            if seen in known.views:
                known.lines[content] = known.views[seen].again()
            else:
                fresh.append((content, seen))
        if not fresh:
            return
        contents = [content for content, _ in fresh]
        whole = "\n".join(seen for _, seen in fresh)
    data = whole.encode("utf-8", "surrogatepass")
    literals = _literals(data, index)
    marks = _digits(data)
    arrows = [arrow for arrow in (_ARROWS[:4] if whole.isascii() else _ARROWS) if arrow in whole]
    firsts, ones = index.firsts, index.ones
    for place, seen in enumerate(whole.split("\n")):
        content = contents[place]
        told = known.lines[content] = Told(seen)
        line = seen.strip()
        if not line:
            continue
        found = 0
        wordy = begins = False
        if place in literals:
            found, wordy = _by_literals(told, literals[place], index)
        key, at = line.partition(" ")[0], 0
        if not (key.isascii() and key.isalnum()):
            key, at = first_word(line, 0)
        if not key:
            begins = True
            found |= SIGNS
        elif (kind := firsts.get(key, 0)) or at or not key.isalpha() or key[0] in ones:
            if may_be_cue(line, key, at, kind, index):
                begins = begins_cue(line, 0, key, at, index)
                if is_line(line, key, at, index):
                    found |= CUES
            if kind & SOURCE and _SOURCE.match(line):
                found |= BEGINNING
            if kind & BY:
                told.by = 2 - ends_sentence(line)
            if kind & HOME and _PATH.search(line):
                found |= SIGNS
        row = _row(line, begins, wordy, index) if begins or wordy or (marks and marks[place]) else None
        if row is not None:
            told.row = row
            found |= CUES
        if line[0] in ":?&":
            found |= SIGNS | BEGINNING
        for arrow in arrows:
            if arrow in line:
                found |= SIGNS | BEGINNING
                break
        if len(line) <= 60:
            if not _WORDLIKE.search(line):
                found |= SIGNS
            if seen in index.lonely:
                told.hints = {seen, *told.hints}
        if begins or (line[0] <= "~" and not line.isascii() and _JUNK.match(line)):
            found |= BEGINNING
        if (line[-1] not in _ENDED or found & BEGINNING) and may_end(line, told.held, index):
            found |= ENDING
        if not found & (BEGINNING | ENDING):
            known.views[seen] = told
        if found & BEGINNING and not may_open(content, seen):
            found &= ~BEGINNING
        if found & (BEGINNING | ENDING) and not is_open(content, seen, index.lexicon):
            found &= ~(BEGINNING | ENDING)
        if found:
            told.may = found


def notices(seen: Look, gone: Container[int] = ()) -> list[int]:
    """The lines, by number, that may be the last prose of the page and end with a notice; lines ``gone`` are no prose."""
    index = INDEX.get()
    out: list[int] = []
    for place in range(len(seen.told) - 1, -1, -1):
        one = seen.told[place]
        line = one.seen.strip()
        if not line or place in gone or not (line[-1] in ENDS or ends_sentence(line)):
            continue
        if may_close(line, one.held, index):
            out.append(place)
        if place and place not in seen.may and line[-1] in "。." and outweighs(line, _MUCH):
            break
    return out


def _digits(data: bytes) -> list[bytes]:
    """For each line of a text in UTF-8 the bytes that may belong to digits; no lines if there are none."""
    left = data.translate(None, _UNMARKED)
    return left.split(b"\n") if left and left.strip(b"\n") else []


def _copies(lines: Lines) -> list[Copy]:
    contents = lines.contents
    found = copies(contents, [i for i in lines.alike if len(contents[i]) <= 4000])
    if not found:
        return found
    index = {place: i for i, place in enumerate(place for place, line in enumerate(contents) if line and not line.isspace())}
    return [Copy(index[copy.line], index[copy.of], copy.kind) for copy in found]


def _row(line: str, begins: bool, wordy: bool, index: Index) -> Row | None:
    """The line taken apart, if it has cues or dates."""
    if (line[-1] in ENDS or ends_sentence(line)) and outweighs(line, 24):
        return None
    size = len(line)
    if size > LONGEST and (size > 4000 or len("".join(line.split())) > LONGEST):
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


def _literals(data: bytes, index: Index) -> dict[int, list[str]]:
    """Which beginnings of literals, without blanks, stand in the lines of a view in UTF-8, by number of line."""
    found: dict[int, list[str]] = {}
    bare = unfilled(data)
    line = at = 0
    for _, end, literal in index.literals.places_in_utf8(bare):
        # In the order of their ends; none of them goes over the end of a line.
        line += bare.count(b"\n", at, end)
        at = end
        if line in found:
            found[line].append(literal)
        else:
            found[line] = [literal]
    return found


def _by_literals(told: Told, bare: list[str], index: Index) -> tuple[int, bool]:
    """What a line may be by the literals whose beginnings stand in it, and whether it may hold a date without a digit."""
    found = kinds = 0
    held: set[str] = set()
    phrases: set[str] = set()
    for one in set(bare) if len(bare) > 1 else bare:
        for literal in index.spelled[one]:
            kind = index.kinds[literal]
            kinds |= kind
            # Whether they stand there is asked where they count.
            if kind & PHRASE:
                phrases.add(literal)
            if kind & HINT:
                told.hints = {literal, *told.hints}
            if kind & SPAM:
                held.add(literal)
    if kinds & CALL:
        found |= BEGINNING
    if held:
        words = held if _may_be_words(told.seen) else held.intersection(FARMS)
        if any(word in told.seen for word in words):
            found |= SIGNS
    if phrases:
        if said(told.seen, phrases, index, whole=True) and (standing := find_phrases(told.seen, index.lexicon)):
            told.facts = {"phrases": standing}
            found |= PHRASES
        held |= phrases
    if held:
        told.held = held
    return found, kinds & AGO != 0


def _may_be_words(seen: str) -> bool:
    """Whether a line may be a row of key words: no sentence stands in it."""
    return _SAID.search(seen) is None and (wide(seen) or not ends_sentence(seen))
