"""Noise glued to good lines: after the last sentence, in brackets at the end, and before the text.

What stays has to stand as a text of its own: at the end a cut begins after a sentence or in a bracket, at the beginning it stops
where a sentence begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.categories.ad_cta import NOVEL
from shnorm.noise.categories.breadcrumb_nav import LABELLED_TRAIL
from shnorm.noise.categories.seo_spam import spam_share
from shnorm.noise.edges import HEAD, JUNK, LEAD, OPENERS, ORIGINAL, SOURCE, STOPS, TAIL, is_open, starts_sentence
from shnorm.noise.page import Line, Page, row_hits
from shnorm.noise.phrases import find_phrases
from shnorm.noise.rule import NoiseRule
from shnorm.noise.screen import BEGINNING, ENDING
from shnorm.noise.units import collapse, take_apart, units_at
from shnorm.noise.verdict import Verdict
from shnorm.noise.view import line_key, weight, wide

_WORDLIKE = re.compile(r"\w")
_BLANKS = re.compile(r"\s+")
_AGENCY = re.compile(
    r"(?:dpa|afp|reuters|ap|sda|apa|kna|epd|efe|ansa|lusa|dapd|sid|rtr|cna|upi|pti|ians|ani)(?:-afx)?(?:[/,;\s-]{1,2}[\w.]{1,14}){0,4}"
)
_EMAIL = re.compile(r"\[email\s?protected\]\s*$")
# A path whose next step follows: what it names belongs to the sentence.
_ONWARD = re.compile(r"[>»›→]\s+[^\s>»›→]{1,14}\s*[>»›→]")
_KEYWORDS = re.compile(r"(?:本文)?(?:关键词|关键字|标签|tags?|keywords?)\s*[::].{2,}")


def glued(line: Line, page: Page) -> Iterator[Verdict]:
    """Spans of ``line`` that are noise though the line is good, in order."""
    seen = line.seen
    end = len(seen.rstrip())
    if not is_open(line.text, seen, page.lexicon):
        return
    tail: list[Verdict] = []
    stop = end
    for _ in range(6 if line.may & ENDING else 0):
        cut = _tail(line, page, stop)
        if cut is None:
            break
        start, rule = cut
        tail.append(_span(line, start, stop, rule))
        stop = start
    head = _head(line, page, stop) if stop > 0 and line.may & BEGINNING else None
    novel = page.rules.get(("ad_cta", "novel-call")) if "一秒" in seen else None
    if not (head or tail or novel) or line.code or line.reference:
        return
    if head is not None:
        start, upto, rule = head
        yield _span(line, start, upto, rule)
    if novel is not None:
        m = NOVEL.search(seen, head[1] if head else 0, stop)
        if m:
            yield _span(line, m.start(), m.end(), novel)
    # The last cut reaches to the end of the line; those before it touch it.
    yield from sorted(tail)


def _span(line: Line, start: int, end: int, rule: NoiseRule) -> Verdict:
    return Verdict(line.start + start, line.start + end, rule.category, rule.dotted, rule.why, rule.confidence)


def _tail(line: Line, page: Page, end: int) -> tuple[int, NoiseRule] | None:
    """Where noise at the end of ``seen[:end]`` begins, and the rule; ``None`` if there is none."""
    seen = line.seen
    base = max(0, end - TAIL)
    last = seen[end - 1 : end]
    opener = OPENERS.get(last)
    if opener:
        start = seen.rfind(opener, base, end - 1)
        if start > 0:
            rule = _bracketed(seen[start + 1 : end - 1].strip(), line, page, seen[:start].rstrip())
            if rule is not None:
                return len(seen[:start].rstrip()), rule
    if last == "]" and (m := _EMAIL.search(seen, base, end)) and seen[: m.start()].rstrip()[-1:] in "。.!?":
        email_rule = page.rules.get(("markup_leak", "email-mark"))
        if email_rule is not None:
            return m.start(), email_rule
    stops = [m.end() for m in STOPS.finditer(seen, base, end) if m.end() < end]
    for start in reversed(stops[-2:]):
        lead = LEAD.match(seen, start, end)
        begin = lead.end() if lead else start
        segment = seen[begin:end]
        if not segment.strip() or begin >= end:
            continue
        rule = _segment(segment, page, line)
        if rule is not None and weight(seen[:start]) >= 4:
            return start, rule
    return None


def _bracketed(inner: str, line: Line, page: Page, before: str) -> NoiseRule | None:
    if not inner or len(inner) > 120:
        return None
    ended = before[-1:] in '。.!?…”"’」』%)】]'
    cue = page.lexicon.lines.get(line_key(inner))
    if cue is not None and cue.rule == "end-mark" and ended:
        return page.rules.get((cue.category, cue.rule))
    if ended and _AGENCY.fullmatch(inner):
        return page.rules.get(("agency_footer", "desk-credit"))
    if _KEYWORDS.match(inner) and ended:
        return page.rules.get(("tags_keywords", "tag-list"))
    return _segment(inner, page, line, bracketed=True)


def _segment(segment: str, page: Page, line: Line, *, bracketed: bool = False) -> NoiseRule | None:
    """The rule by which a segment is noise from its first to its last word."""
    bare = collapse(segment)
    size = weight(bare)
    if size > 70:
        return None
    row = take_apart(bare, page.lexicon, 0.0)
    if row is not None and row.units:
        known = row.of("item", "label", "bare", "list")
        for hit in row_hits(row, page):
            rule = page.rules.get((hit.category, hit.rule))
            if (
                rule is None
                or hit.force != "sure"
                or rule.name in ("fields", "single-field", "contact", "neighbour", "heading", "menu-row", "platforms")
            ) and not (
                rule is not None and rule.category == "metadata_byline" and row.of("number") and not row.of("value", "date")
            ):
                continue
            if not rule.glued:
                continue
            short = len(known) == 1 and size <= 2.2 and not bracketed and not wide(bare)
            if not short and not (wide(bare) and size < 2):
                return rule
    found = [hit for hit in find_phrases(segment, page.lexicon) if (hit[0].category, hit[0].rule) in page.rules]
    for cue, start, _end in found:
        rule = page.rules[cue.category, cue.rule]
        if rule.glued and size <= rule.limit and weight(segment[:start]) <= 8 and not line.core.endswith("?"):
            return rule
    spam = page.rules.get(("seo_spam", "keyword-line"))
    if spam is not None and wide(bare) and not bracketed and spam_share(bare, page.lexicon) >= 0.72:
        return spam
    return None


def _head(line: Line, page: Page, end: int) -> tuple[int, int, NoiseRule] | None:
    """A span of noise before the text: start, end and rule."""
    seen = line.seen
    m = ORIGINAL.match(seen, 0, end)
    if m and weight(seen[m.end() : end]) >= 4:
        rule = page.rules.get(("duplicate", "original-title"))
        if rule is not None:
            return 0, m.end(), rule
    m = JUNK.match(line.text, 0, end)
    if m and _mixed(m.group(1)):
        rule = page.rules.get(("anti_copy_junk", "symbol-salad"))
        if rule is not None:
            return 0, m.end(), rule
    m = SOURCE.match(line.text, 0, end)
    if m and line.weight >= 20:
        words = m.group(1).split()
        rule = page.rules.get(("metadata_byline", "single-field"))
        if rule is not None and 2 <= len(words) <= 9:
            # The last capital begins the sentence.
            return 0, m.start(1) + m.group(1).rstrip().rfind(" ") + 1, rule
    m = LABELLED_TRAIL.match(seen, 0, end)
    if m and weight(seen[m.end() : end]) >= 6:
        label = seen[: seen.find(":")].strip()
        cues = page.lexicon.units.get(label, ())
        rule = page.rules.get(("breadcrumb_nav", "position-label"))
        if rule is not None and any(cue.rule == "position-label" for cue in cues):
            return 0, m.end(), rule
    return _known_prefix(line, page, end)


def _known_prefix(line: Line, page: Page, end: int) -> tuple[int, int, NoiseRule] | None:
    seen, text = line.seen, line.text
    first = len(seen) - len(seen.lstrip())
    best: tuple[int, int, NoiseRule] | None = None
    if weight(seen[:HEAD]) < 8 or (not line.sentence and line.weight < 10):
        return None
    begin = _WORDLIKE.search(seen, first)
    if begin is None or next(units_at(seen, begin.start(), page.lexicon), None) is None:
        return None
    for m in _BLANKS.finditer(seen, first, min(end, first + HEAD)):
        stop, after = m.span()
        if not starts_sentence(text, first, stop, after):
            continue
        if weight(seen[after:end]) < 8 or _ONWARD.match(seen, stop - 1):
            break
        row = take_apart(collapse(seen[first:stop]), page.lexicon, 0.0)
        if row is None or any(unit.kind == "value" and " " in unit.text and wide(unit.text) for unit in row.units):
            continue
        for hit in row_hits(row, page):
            rule = page.rules.get((hit.category, hit.rule))
            if (
                rule is None
                or hit.force != "sure"
                or rule.name in ("contact", "neighbour", "menu-row", "platforms", "end-mark", "tag-list", "heading")
            ):
                continue
            if rule.name in ("form", "button") and len(row.units) < 2:
                # A single word may begin the sentence.
                continue
            if rule.name == "single-field" and not (wide(seen[first:stop]) and ":" in seen[first:stop]):
                continue
            if not rule.glued:
                continue
            best = (0, after, rule)
            break
    return best


def _mixed(token: str) -> bool:
    """Whether a token is a random watermark: letters, digits or mixed case, and at least two kinds of symbols."""
    letters = [ch for ch in token if ch.isalpha()]
    symbols = {ch for ch in token if not ch.isalnum()}
    if not letters or len(symbols - set(".,-_/:'\"()&+@")) < 2 or re.search(r"[A-Za-z]{4,}|://|\w@\w", token):
        return False
    return any(ch.isdigit() for ch in token) or (token != token.lower() and token != token.upper())
