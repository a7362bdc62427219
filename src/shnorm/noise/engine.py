"""From a page to verdicts: cues first, then finders, then finders that look at what is claimed, then spans inside good lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from shnorm.lines import Lines
from shnorm.noise.categories.duplicate import SITE_TEMPLATE
from shnorm.noise.closing import closing
from shnorm.noise.glue import glued
from shnorm.noise.index import INDEX, folded_hint, lonely_hint
from shnorm.noise.model import NoiseModel
from shnorm.noise.page import Hit, Line, Page
from shnorm.noise.rule import NoiseRule
from shnorm.noise.screen import BEGINNING, ENDING, SIGNS, Known, Look, look, notices
from shnorm.noise.verdict import Verdict


class Asked(NamedTuple):
    """How hints are asked for: ``rare`` ones and those that are a whole line by the first look (as it does -> hints), and the
    ``others``, single characters as a rule, in the text (those of ``ascii`` first); and which rules (by number) each is a hint of."""

    rare: dict[str, tuple[str, ...]]
    ascii: tuple[str, ...]
    others: tuple[str, ...]
    of: dict[str, tuple[int, ...]]


class Judge:
    """Says what is noise, by ``rules`` and perhaps what a model of the site says."""

    def __init__(self, rules: Sequence[NoiseRule], model: NoiseModel | None = None) -> None:
        self._rules = tuple(rules)
        self._by_name = {(rule.category, rule.name): rule for rule in self._rules}
        self._finders = tuple(rule for rule in self._rules if rule.find is not None)
        self._hinted = tuple(rule for rule in self._finders if rule.hint)
        self._model = model

    def verdicts(self, lines: Lines, known: Known | None = None) -> list[Verdict]:
        """What is noise in the text of ``lines``, in order; spans and whole lines never overlap.

        ``known``: what the same judge was told of lines of other texts, which is added to.
        """
        text, seen = lines.text, look(lines, known)
        shown = self._shown(text, seen)
        if not (seen.may or shown or seen.copies or self._model is not None or notices(seen)):
            return []
        page = Page(text, lines, self._by_name, seen)
        if self._model is not None:
            page.claimed.update((line.index, SITE_TEMPLATE) for line in page.lines if self._model.knows(line.text))
        hit = [line for line in page.marked if line.hits]
        if (
            hit
            or self._model is not None
            or any(line.may & SIGNS or _dated(line) for line in page.marked)
            or page.copies
            or any(next(iter(rule.find(page)), None) is not None for rule in shown if rule.find)
        ):
            self._claim(page, hit, [rule for rule in self._finders if not rule.hint or rule in shown])
        out = [_verdict(page.lines[i], rule) for i, rule in page.claimed.items()]
        for line in page.marked:
            if line.may & (BEGINNING | ENDING) and line.index not in page.claimed:
                out.extend(glued(line, page))
        last = notices(seen, {page.lines[i].place for i in page.claimed})
        if last:
            # A notice may close a line and be glued to it as well.
            found = [verdict for line in page.lines if line.place in last for verdict in closing(line, page)]
            out += [one for one in found if all(one.end <= v.start or v.end <= one.start for v in out)]
        page.close()
        return sorted(out)

    def _shown(self, text: str, seen: Look) -> list[NoiseRule]:
        """The rules with hints whose finders may have something to do."""
        asked = self._asked
        hints = [hint for hint in asked.ascii if hint in text]
        if not text.isascii():
            hints += [hint for hint in asked.others if hint in text]
        for content, folded in seen.hints:
            # A line is shorter than the text; but some hints hold line ends.
            hints += [
                hint for one in folded for hint in asked.rare.get(one, ()) if hint in content or ("\n" in hint and hint in text)
            ]
        if not hints:
            return []
        lines = [one.seen for one in seen.told]
        numbers = sorted({number for hint in hints for number in asked.of[hint]})
        hinted = [self._hinted[number] for number in numbers]
        return [rule for rule in hinted if rule.sign is None or rule.sign(lines)]

    @cached_property
    def _asked(self) -> Asked:
        hints = dict.fromkeys(hint for rule in self._hinted for hint in rule.hint)
        known = INDEX.get().hints
        rare: dict[str, tuple[str, ...]] = {}
        others: list[str] = []
        for hint in hints:
            folded = lonely_hint(hint) or folded_hint(hint)
            if folded in known or folded in INDEX.get().lonely:
                rare[folded] = (*rare.get(folded, ()), hint)
            else:
                others.append(hint)
        of = {hint: tuple(i for i, rule in enumerate(self._hinted) if hint in rule.hint) for hint in hints}
        return Asked(
            rare, tuple(hint for hint in others if hint.isascii()), tuple(hint for hint in others if not hint.isascii()), of
        )

    def _claim(self, page: Page, hit: Sequence[Line], finders: Sequence[NoiseRule]) -> None:
        for settled in (False, True):
            # Twice: what is claimed for sure moves the edges of the prose, and the edges let more cues act.
            _claim_by_cues(page, hit, settled)
        for late in (False, True):
            for rule in finders:
                if rule.context is late:
                    assert rule.find is not None
                    for claim in rule.find(page):
                        page.claimed.setdefault(claim.line, rule)
            page.settle()
            _claim_by_cues(page, hit, True)


def _claim_by_cues(page: Page, hit: Sequence[Line], settled: bool) -> None:
    for line in hit:
        if line.index not in page.claimed and (rule := _by_cues(line, page, settled)) is not None:
            page.claimed[line.index] = rule
    page.settle()


def _dated(line: Line) -> bool:
    return line.row is not None and bool(line.row.of("date", "time", "ago"))


def _verdict(line: Line, rule: NoiseRule) -> Verdict:
    return Verdict(line.start, line.end, rule.category, rule.dotted, rule.why, rule.confidence)


def _by_cues(line: Line, page: Page, settled: bool) -> NoiseRule | None:
    for hit in line.hits:
        rule = page.rules.get((hit.category, hit.rule))
        if (
            rule is not None
            and _allowed(hit, rule, line, page, settled)
            and not (rule.veto is not None and rule.veto(page, line.index))
        ):
            return rule
    return None


#: Categories whose cues are often ordinary words.
_BUTTONS = frozenset({"ui_widget", "comment_form", "share_social", "pagination", "breadcrumb_nav"})
# A point of a numbered list, and the categories whose cues are no whole sentences.
_POINT = re.compile(r"\d{1,2}\s?[、)]\s?[^\W\d]")
_POINTS = _BUTTONS | {"ad_cta", "related_links"}


def _allowed(hit: Hit, rule: NoiseRule, line: Line, page: Page, settled: bool) -> bool:
    i = line.index
    if page.wrapped(i):
        return False
    if _POINT.match(line.core) and rule.category in _POINTS:
        # A point of a list may be called like a button.
        return settled and page.in_tail(i) and page.beside_noise(i)
    if line.weight <= 2.2 and rule.category in _BUTTONS:
        # One short word proves something only beside other noise, or as the first or last line of the page.
        return settled and (page.beside_noise(i) or (hit.force != "one" and i in (0, len(page.lines) - 1)))
    if line.weight < 4 and rule.category == "related_links":
        return settled and page.in_tail(i)
    if hit.force == "sure" and rule.where == "anywhere":
        return True
    if not settled or line.reference:
        return False
    head, tail = page.in_head(i), page.in_tail(i)
    edge = head or tail
    if hit.force == "many":
        return edge
    if hit.force == "two":
        return edge and (page.beside_noise(i) or i == 0 or i == len(page.lines) - 1)
    if hit.force == "one":
        return edge and page.beside_noise(i)
    if hit.force == "time":
        return head
    if hit.force == "date":
        return head and i <= 4
    if rule.where == "head":
        return head
    if rule.where == "tail":
        return tail
    if rule.where == "block":
        return edge and page.beside_noise(i)
    return edge
