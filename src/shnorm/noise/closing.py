"""Noise sentences that close a good paragraph: after the last sentence of the text stands one more, with its own mark, that is a notice.

It acts on the last prose of a page only, and on sentences that the cues explain nearly whole; a paragraph that speaks of the same
matter before keeps its last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.lexicon import Lexicon
from shnorm.noise.page import Line, Page, covered, sentences
from shnorm.noise.phrases import find_phrases
from shnorm.noise.rule import NoiseRule
from shnorm.noise.units import collapse, take_apart
from shnorm.noise.verdict import Verdict
from shnorm.noise.view import ENDS, weight

#: Rules whose notices stand as sentences of their own.
_NOTICES = frozenset(
    {
        ("ad_cta", "follow-call"),
        ("agency_footer", "desk-credit"),
        ("agency_footer", "editor"),
        ("copyright", "reprint"),
        ("copyright", "rights"),
        ("copyright", "sign"),
        ("disclaimer", "declaration"),
        ("disclaimer", "no-liability"),
        ("metadata_byline", "single-field"),
        ("share_social", "share-call"),
    }
)
#: The most that a notice says, the least that stands before it, and the share of a notice that phrases cover: one, or several.
MOST, LEAST, ONE, SEVERAL = 40.0, 12.0, 0.5, 0.36
#: How long a notice can be, in code points, and how many notices stand in a row.
LONGEST, NOTICES = 140, 3
_MARKS = (". ", "。", "! ", "? ", "！", "？")
_LABELLED = re.compile(r"\s?[:/]")
_QUOTED = re.compile('[“”「」『』"《》]')


def closing(line: Line, page: Page) -> Iterator[Verdict]:
    """The notices at the end of ``line``, in order, if it is the last prose of the page."""
    seen = line.seen
    end = len(seen.rstrip())
    if (
        line.index in page.claimed
        or line.index < page.body[1]
        or not line.sentence
        or line.code
        or line.reference
        or seen[end - 1 : end] == "?"
    ):
        return
    parts = sentences(seen[:end])
    found: list[Verdict] = []
    first = len(parts)
    while first > 1 and len(found) < NOTICES:
        start, stop = parts[first - 1]
        rule = _notice(seen[start:stop], page.lexicon, page.rules)
        if rule is None:
            break
        first -= 1
        found.append(Verdict(line.start + start, line.start + stop, rule.category, rule.dotted, rule.why, rule.confidence))
    before = seen[: parts[first - 1][1]] if first else ""
    if not found or weight(before) < LEAST:
        return
    topics = {cue.category for cue, _, _ in find_phrases(before[-400:], page.lexicon)}
    if not any(verdict.category in topics for verdict in found):
        yield from reversed(found)


def _notice(sentence: str, lexicon: Lexicon, rules: dict[tuple[str, str], NoiseRule]) -> NoiseRule | None:
    """The rule by which a sentence is a notice from its first to its last word."""
    bare = collapse(sentence).rstrip(ENDS + "!")
    size = weight(bare)
    if not 2 <= size <= MOST or _QUOTED.search(bare):
        return None
    row = take_apart(bare, lexicon, 0.0)
    if row is not None and row.units and not row.of("free") and size > 2.2:
        for unit in row.units:
            if unit.cue is None or unit.kind == "weak":
                continue
            name = (unit.cue.category, unit.cue.rule)
            # A label needs its colon, for in a sentence it may be the subject.
            labelled = unit.kind == "item" or _LABELLED.match(bare, bare.find(unit.text) + len(unit.text))
            if labelled and name in _NOTICES and name in rules:
                return rules[name]
    found = [hit for hit in find_phrases(sentence, lexicon) if (hit[0].category, hit[0].rule) in _NOTICES]
    found = [hit for hit in found if (hit[0].category, hit[0].rule) in rules]
    if not found:
        return None
    share = covered(found) / len(bare)
    if share >= ONE or (len(found) > 1 and share >= SEVERAL):
        return rules[found[0][0].category, found[0][0].rule]
    return None
