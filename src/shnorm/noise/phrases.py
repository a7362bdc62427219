"""Phrase cues that stand in a line.

It knows how phrases are looked up; it must not know what any of them betrays.
"""

from __future__ import annotations

import re

from shnorm.noise.lexicon import SIGNS, Cue, Lexicon, pairs
from shnorm.noise.view import wide, words

_QUOTE = re.compile('[“”「」『』"‘’《》]')
_OPEN, _SHUT = '“「『"‘《', '”」』"’》'


def find_phrases(seen: str, lexicon: Lexicon) -> list[tuple[Cue, int, int]]:
    """Phrase cues in a view, with offsets, in order; those inside quotation marks do not count."""
    tokens: set[str] = set(words(seen))
    if not seen.isascii():
        if wide(seen):
            tokens |= pairs(seen)
        tokens.update(ch for ch in SIGNS if ch in seen)
    out: list[tuple[Cue, int, int]] = []
    quotes: list[tuple[int, int]] | None = None
    for key in sorted(tokens & lexicon.keys):
        for phrase in lexicon.phrases[key]:
            if phrase.second and phrase.second.isdisjoint(tokens):
                continue
            for m in lexicon.phrase(phrase.cue.text).finditer(seen):
                if quotes is None:
                    quotes = _quotes(seen)
                if not any(a < m.start() < b or a < m.end() - 1 < b - 1 for a, b in quotes):
                    out.append((phrase.cue, m.start(), m.end()))
    return sorted(out, key=lambda hit: (hit[1], -hit[2]))


def _quotes(seen: str) -> list[tuple[int, int]]:
    """Spans of paired quotation marks, outermost, in one pass."""
    out: list[tuple[int, int]] = []
    start, shut = -1, ""
    for m in _QUOTE.finditer(seen):
        ch = m.group()
        if start < 0:
            if ch in _OPEN:
                start, shut = m.start(), _SHUT[_OPEN.index(ch)]
        elif ch == shut:
            out.append((start, m.end()))
            start = -1
    return out
