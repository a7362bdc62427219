"""A page as the noise rules see it: its lines, what each one's cues say, where the prose begins and ends, what is claimed.

It knows layout; it must not know what any category means.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from shnorm.lazy import lazy
from shnorm.lines import Lines
from shnorm.noise.edges import SENTENCES
from shnorm.noise.lexicon import LEXICON, Cue
from shnorm.noise.phrases import find_phrases
from shnorm.noise.rule import NoiseRule
from shnorm.noise.screen import CUES, PHRASES, Look
from shnorm.noise.units import Row, collapse
from shnorm.noise.view import ENDS, ends_sentence, line_key, unframed, weight, wide

# How a line of a program begins; and what stands elsewhere in one, with the characters of which that holds one.
_CODE = re.compile(
    r"""\s*(?:(?:def|class|import|from|return|for|if|while|else|elif|public|private|static|void|int|var|let|const|function|\#include|package|
        using|select|create|insert|update|awk|sed|grep|sudo|git|pip|npm|docker|echo|curl|cd|ls|mkdir)\b.*[(){};=:'"/<>-]
      | [}\])]+[;,]?\s*$ | (?://|/\*|\*/|\#!|<!--|<\?|@\w+\() | \w+\s=\s\S | [a-z_.$][a-z\d_.$]*\([^)]*\)\s*$ | \$\s\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_CODED = re.compile(r"[;{}]\s*$ | [a-z_]\w*\([a-z_]*\)\s*[;:{]?\s*$ | [!=<>+-]= | => | ->\s?\w+\(", re.VERBOSE | re.IGNORECASE)
# How a sentence begins that only looks like one: `If you want to know more`.
_SPOKEN = re.compile(r"\s*[A-Z][a-z]+(?:,? [a-z'’]+){4}[^(){};=]*$")
_CODING = re.compile(r"[;{}(=]")
_REFERENCE = re.compile(
    r"^\s*(?:\[\d{1,3}\]|\d{1,3}\.\s).{12,}(?:\d{4}|\[[a-z]{1,2}\])|\(\d{4}[a-z]?\)\.\s|, pp?\. ?\d|\[[jmdrc]\]\.", re.IGNORECASE
)
_INNER = re.compile(r"[。!?;,、]|[.!?]\s")

#: Weights from which a line that ends like a sentence is prose, and from which any line with inner marks is.
PROSE, LONG = 15.0, 45.0
#: The weight from which a sentence may only happen to hold a cue.
SHORT = 9.0


#: How long a line at least is that was cut to the width of a page.
WIDTH = 36

#: Lines of more code points, and of more weight, are too long to be noise by a cue.
MOST, HEAVIEST = 1500, 220.0


class Hit(NamedTuple):
    """What a cue says of a whole line.  ``force``: ``sure`` (the rule's place decides), or a row of so many ordinary words."""

    category: str
    rule: str
    force: str = "sure"


class Line:
    """One line that is not blank: offsets ``start, end`` in the text (without the line end) and what can be seen of it.

    ``may``: what the first look says that it may be (:mod:`shnorm.noise.screen`); what it cannot be is not looked for.
    ``facts``: what was found out of an equal line, which what is found out here is added to; it must not depend on the page.
    """

    __slots__ = ("__dict__", "end", "index", "may", "page", "place", "seen", "start", "text")

    def __init__(
        self, page: Page, index: int, place: int, start: int, end: int, text: str, seen: str, may: int, facts: dict[str, object]
    ) -> None:
        self.page, self.index, self.place, self.start, self.end, self.text = page, index, place, start, end, text
        self.seen, self.may = seen, may
        self.__dict__ = facts

    @lazy
    def core(self) -> str:
        """The view with blanks outside trimmed and runs of blanks made two, which separate fields."""
        return collapse(self.seen)

    @lazy
    def weight(self) -> float:
        """How much the line says."""
        return weight(self.seen)

    @lazy
    def sentence(self) -> bool:
        """Whether it ends like a sentence."""
        return ends_sentence(self.seen)

    @lazy
    def code(self) -> bool:
        """Whether it looks like a line of a program or a shell session."""
        text = self.text[:300]
        if _CODE.match(text) is None and (_CODING.search(text) is None or _CODED.search(text) is None):
            return False
        return not (self.sentence and (wide(self.seen) or _SPOKEN.match(text) is not None))

    @lazy
    def reference(self) -> bool:
        """Whether it looks like an entry of a bibliography."""
        return _REFERENCE.search(self.core[:400]) is not None

    @lazy
    def prose(self) -> bool:
        """Whether it is running text: a sentence of some size, or a long line with inner marks."""
        if self.sentence and self.weight >= PROSE:
            return True
        return self.weight >= LONG and _INNER.search(self.core) is not None

    @lazy
    def key(self) -> str:
        """The line without its frame of marks, blanks squeezed, numbers made 0 and a final count dropped."""
        return line_key(self.core)

    @property
    def row(self) -> Row | None:
        """The line taken apart, if it has cues or dates; ``None`` as well if too much of it is free text."""
        return self.page.rows.get(self.place)

    @lazy
    def phrases(self) -> list[tuple[Cue, int, int]]:
        """Phrase cues in the line, with their offsets in it; those inside quotation marks do not count."""
        return find_phrases(self.seen, self.page.lexicon) if self.may & PHRASES else []

    @lazy
    def hits(self) -> list[Hit]:
        """What the cues say of the line as a whole, the strongest first."""
        if not self.may & (CUES | PHRASES) or len(self.core) > MOST:
            return []
        found = list(_hits(self))
        return [] if found and self.code else found


def sentences(seen: str) -> list[tuple[int, int]]:
    """Rough sentences of a line, by their marks; offsets in it."""
    out, position = [], 0
    for m in SENTENCES.finditer(seen):
        if seen[position : m.end()].strip():
            out.append((position, m.end()))
        position = m.end()
    if seen[position:].strip():
        out.append((position, len(seen)))
    return out


def _hits(line: Line) -> Iterator[Hit]:
    if line.may & CUES:
        yield from _cue_hits(line)
    if line.may & PHRASES and line.weight <= HEAVIEST and line.phrases:
        yield from _phrase_hits(line)


def _cue_hits(line: Line) -> Iterator[Hit]:
    lexicon, rules = line.page.lexicon, line.page.rules
    cue = lexicon.lines.get(line.key) if len(line.core) <= 100 else None
    if cue is not None:
        yield Hit(cue.category, cue.rule)
    bare = unframed(line.core[:200])
    for cue in lexicon.starts.get(bare[:2], ()):
        rule = rules.get((cue.category, cue.rule))
        if rule is not None and bare.startswith(cue.text) and line.weight <= rule.limit:
            after = bare[len(cue.text) :].lstrip()[:1]
            parted = cue.text[-1] in ":|" or not after or not after.isalnum() or not line.sentence or line.core[-1] in "!?"
            cuts_word = cue.text[-1].isalnum() and not wide(cue.text[-1]) and bare[len(cue.text) : len(cue.text) + 1].isalnum()
            if parted and not cuts_word:
                yield Hit(cue.category, cue.rule)
    row = line.row
    if row is not None:
        # A short sentence may begin with a date; a byline is no sentence.
        yield from (hit for hit in row_hits(row, line.page) if not (line.sentence and hit.force in ("time", "date")))


def row_hits(row: Row, page: Page) -> Iterator[Hit]:
    """What the parts of a row say of the whole."""
    if not row.units or any((cue.category, cue.rule) not in page.rules for cue in row.cues):
        return
    free = row.free
    strong = [u for u in row.units if u.cue is not None and u.kind != "weak"]
    weak = row.of("weak")
    dates = row.of("date", "time", "ago")
    byline = [u for u in row.units if u.cue is not None and u.cue.category == "metadata_byline"]
    known = [u for u in byline if u.kind != "weak"]
    if free == 0 and known and (len(byline) > 1 or dates):
        yield Hit("metadata_byline", "fields")
    if free == 0:
        size: dict[tuple[str, str], int] = {}
        for unit in strong:
            assert unit.cue is not None
            name = (unit.cue.category, unit.cue.rule)
            size[name] = size.get(name, 0) + len(unit.text)
        for name in sorted(size, key=lambda name: -size[name]):
            yield Hit(*name)
        if weak and not strong:
            counts: dict[tuple[str, str], int] = {}
            for unit in weak:
                assert unit.cue is not None
                name = (unit.cue.category, unit.cue.rule)
                counts[name] = counts.get(name, 0) + 1
            best = max(counts, key=lambda name: counts[name])
            if all(unit.text in _MEASURES for unit in weak):
                # So long it takes, or so many: what of is not said.
                return
            # Words that stand with a number each are counts, and say as much as three.
            n = len(weak) + bool(dates) + (len(weak) > 1 and len(row.of("number")) == len(weak))
            yield Hit(*best, "many" if n >= 3 else "two" if n == 2 else "one")
    if len(row.of("time")) > max(1, len(row.of("date"))):
        # More times than days: a timetable, or from when till when.
        return
    if not strong and not weak and dates and free == 0:
        yield Hit("metadata_byline", "date-line", "date")
    elif dates and free and free <= 16 and len(row.of("free")) <= 6:
        if byline:
            yield Hit("metadata_byline", "dated-byline")
        elif row.of("time", "ago") or free <= 9:
            yield Hit("metadata_byline", "stamped-name", "time" if row.of("time", "ago") else "date")


def _several(seen: str, found: list[tuple[Cue, int, int]]) -> bool:
    """Whether the phrases stand in two places at least, or if in Latin letters several tell the same place; they come in order."""
    return len(found) > 1 and (not wide(seen) or any(start >= found[0][2] for _, start, _ in found))


def covered(found: list[tuple[Cue, int, int]]) -> int:
    """How many characters the phrases cover together; they come in order."""
    size = reach = 0
    for _, start, end in found:
        size += max(0, end - max(start, reach))
        reach = max(reach, end)
    return size


# Words that only measure.
_MEASURES = frozenset(["约", "次", "人", "人次", "分钟", "字", "min", "words", "个", "层", "楼", "页", "共"])
# A full stop that ends no sentence.
_FIRM = (" ltd.", " inc.", " corp.", " llc.", " co.")


def _phrase_hits(line: Line) -> Iterator[Hit]:
    rules, seen = line.page.rules, line.seen
    parts = sentences(seen)
    found = [(cue, s, e) for cue, s, e in line.phrases if (cue.category, cue.rule) in rules]
    if line.core[-1:] == "?":
        # Who asks about rights or disclaimers does not declare them.
        found = [hit for hit in found if hit[0].category not in ("copyright", "disclaimer", "cms_credit", "icp_contact")]
    if not found:
        return
    bare = 0.0
    if line.sentence:
        prose = (
            line.core[-1] != "!" and not line.core.endswith(_FIRM) and line.weight >= (SHORT if line.core[-1] == "。" else PROSE)
        )
    else:
        # A note in brackets may follow the last sentence.
        prose = line.weight >= LONG and len(parts) > 1 and "。" in line.core
    share = covered(found) / max(1, len(line.core))
    for start, end in parts:
        if not any(s < end and start < e for _, s, e in found):
            bare += weight(seen[start:end])
    seen_rules: set[tuple[str, str]] = set()
    for cue, _, _ in found:
        name = (cue.category, cue.rule)
        if name in seen_rules:
            continue
        seen_rules.add(name)
        rule = rules[name]
        if prose and share < 0.36 and not _several(seen, found):
            # A sentence of some length that only happens to hold a cue.
            continue
        if line.weight <= rule.limit and bare <= max(6.0, 0.34 * line.weight if len(found) > 1 else 0.0):
            yield Hit(*name)


class Page:
    """The lines of ``text`` with what the enabled ``rules`` (by category and name) can see in them."""

    def __init__(self, text: str, lines: Lines, rules: dict[tuple[str, str], NoiseRule], seen: Look) -> None:
        self.text = text
        self.rules = rules
        self.lexicon = LEXICON.get()
        self.rows = seen.rows
        #: Copies among the lines, by index.
        self.copies = seen.copies
        self._spans = lines
        self._seen = seen
        #: The lines that are not blank, by their number among all lines.
        self._places = [place for place, one in enumerate(seen.told) if one.seen and not one.seen.isspace()]
        #: The lines that the first look marked, in order.
        self.marked = [self._line(bisect_left(self._places, place), place) for place in sorted(seen.may)]
        #: Whole-line claims so far: index of the line -> the rule that made it.
        self.claimed: dict[int, NoiseRule] = {}

    @lazy
    def lines(self) -> list[Line]:
        """The lines that are not blank, in order; ``Line.index`` counts among them, ``Line.place`` among all lines."""
        known = {line.place: line for line in self.marked}
        return [known.get(place) or self._line(index, place) for index, place in enumerate(self._places)]

    def _line(self, index: int, place: int) -> Line:
        start, end = self._spans.bounds(place)
        told = self._seen.told[place]
        if told.facts is None:
            told.facts = {}
        return Line(self, index, place, start, end, self.text[start:end], told.seen, self._seen.may.get(place, 0), told.facts)

    def close(self) -> None:
        """Forget the lines, which know their page: what knows itself in a circle is costly to throw away."""
        self.marked.clear()
        self.__dict__.pop("lines", None)

    @lazy
    def body(self) -> tuple[int, int]:
        """Indices of the first and the last line of prose that is no noise for sure; ``(-1, -1)`` if there is none."""
        for least in (PROSE, 7.0):
            first = next((line.index for line in self.lines if self._body(line, least)), -1)
            if first >= 0:
                return first, next(line.index for line in reversed(self.lines) if self._body(line, least))
        return -1, -1

    def _body(self, line: Line, least: float) -> bool:
        if line.index in self.claimed:
            return False
        good = line.prose if least == PROSE else line.sentence and line.weight >= least
        if (
            good
            and line.index > self._heading
            and line.weight < 60
            and line.core[-1:] not in "。."
            and len(sentences(line.core)) < 2
        ):
            # Below the heading of a list of links a title may end like a sentence.
            good = False
        return good and not any(self._sure(hit) for hit in line.hits)

    @lazy
    def _heading(self) -> int:
        """Index of the first heading of a list of links in the second half of the page; past the last line if there is none."""
        for line in self.lines[len(self.lines) // 2 :]:
            if (
                any(hit.category == "related_links" and hit.rule in ("heading", "tail-heading") for hit in line.hits)
                and line.weight <= 14
            ):
                return line.index
        return len(self.lines)

    def _sure(self, hit: Hit) -> bool:
        rule = self.rules.get((hit.category, hit.rule))
        return rule is not None and hit.force == "sure" and rule.where != "block"

    def settle(self) -> None:
        """Forget where the prose is: claims were added."""
        self.__dict__.pop("body", None)

    def in_head(self, index: int) -> bool:
        """Whether the line stands before the first line of prose."""
        return index < self.body[0]

    def in_tail(self, index: int) -> bool:
        """Whether the line stands after the last line of prose."""
        return self.body[1] >= 0 and index > self.body[1]

    def wrapped(self, index: int) -> bool:
        """Whether the line is one of a paragraph in Latin letters that was cut to the width of a page."""
        line = self.lines[index]
        text = line.text.strip()
        if not text.isascii() or len(text) < WIDTH or line.sentence:
            return False
        before = self.lines[index - 1] if index else None
        if text[0].islower() and before is not None and before.place == line.place - 1 and _unended(before):
            return True
        after = self.lines[index + 1] if index + 1 < len(self.lines) else None
        return after is not None and after.place == line.place + 1 and after.text.lstrip()[:1].islower() and _unended(line)

    def beside_noise(self, index: int) -> bool:
        """Whether the line before or the line after is claimed."""
        return index - 1 in self.claimed or index + 1 in self.claimed

    def by(self, *categories: str) -> list[int]:
        """Indices of the claimed lines of some categories, in order."""
        return sorted(i for i, rule in self.claimed.items() if rule.category in categories)

    @lazy
    def title(self) -> int:
        """Index of the headline: the last unclaimed line of the head that is no sentence, or the first of several equal ones; -1 if unknown."""
        head = self.body[0] if self.body[0] >= 0 else min(6, len(self.lines))
        for line in self.lines[: head + 1]:
            if line.index not in self.claimed and not line.hits and 4.0 <= line.weight <= 60.0:
                return line.index
        return -1


def _unended(line: Line) -> bool:
    return len(line.text) >= WIDTH and line.core[-1:] not in ".!?:;|>"


def mark(ch: str) -> bool:
    """Whether a character of a view ends a sentence."""
    return ch in ENDS
