"""The first look at a text: can there be any noise in it at all?  Clean text must cost next to nothing.

A good line ends with the mark of a sentence.  Such a line is noise only by a phrase, by what is set before it, or as a copy, and
each of these has a test that costs less than taking the line apart.  Other lines are looked at one by one.  The answer may only
err on the side of looking.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import NamedTuple

from shnorm.fold import SIMPLIFIED
from shnorm.lines import Lines
from shnorm.noise.categories import all_rules
from shnorm.noise.categories.seo_spam import spam_share
from shnorm.noise.closing import closes
from shnorm.noise.glue import open_end, open_start
from shnorm.noise.lexicon import LEXICON, SIGNS, Phrase, expand
from shnorm.noise.page import Page, find_phrases
from shnorm.noise.rule import NoiseRule
from shnorm.noise.view import view, wide
from shnorm.resources import Resource

#: Weights up to which all phrases, and up to which any, can make a sentence noise.
SHORT, LONG = 82.0, 165.0
#: A sentence of more code points than this holds no phrase that could make all of it noise.
LONGEST = 900
# Marks with which a good line ends; a closing quote after one of them is looked at by `_good`.
_ENDS = frozenset(".!?。！？…")
_QUOTES = frozenset("\"'”’」』»")
_MARKS = (",", ".", ":", ";", "!", "?", ")", "]", "'", '"', "”", "’", "。")
# The most common Chinese characters, the most common first; characters of phrases are chosen among the others where possible.
_COMMON = (
    "的一是在了不有人我国他中这为上个来大到和时地要年们就以也说会得而对于下子生行自过之后那着发作可成如起都前没所然家里事方分学看小多日天出能法开高心想只还面样道好用经些现动同本实把十点进长老已手种从其主定公很西最去将全回情两间者"
    "应当相文无问何被因此关系见部位体次正工外头并制度内性己与数代新第水三她又力机信期美加政它产总重意名声等理军先民由使向明通常给表少身比路员果变立入化业建设展区求利社市做今城近早死放直马象提请几知特每认北南东月字号接更场式别真打且"
)
# Signs of structure: trails, tags, bars, rights, anchors.
_STRUCTURE = re.compile(r"[<>»›→|｜_©ⓒ℗＞¦丨]|::|\s[/·•-]\s|^\s*(?:by|von|por|par|di|text|words|story)\b", re.IGNORECASE)
# What a word at the beginning of a good line does not hold.
_ODD = re.compile(r"[#^*!~`%&$@{}\\|0-9]")
_SALAD = re.compile(r"[A-Za-z0-9]?[!-/:-@\[-`{-~]")


class _Index(NamedTuple):
    """Words of phrases (with the marks that may stick to them), and for each what has to occur beside it: sets of which one must
    meet the line (an empty set: nothing more)."""

    latin: frozenset[str]
    beside: dict[str, tuple[frozenset[str], ...]]


#: A pair of neighbouring characters -> patterns, to be searched in a view, each with pairs of which one occurs as well (none: unknown).
_Pairs = dict[tuple[str, str], tuple[tuple[str, frozenset[tuple[str, str]]], ...]]


def _index() -> tuple[_Index, _Index]:
    """For short lines all phrases, for longer ones those whose rules take lines of more than :data:`SHORT`."""
    lexicon = LEXICON.get()
    limits = {(rule.category, rule.name): rule.limit for rule in all_rules()}

    def spellings(key: str) -> set[str]:
        return {key, *(key + mark for mark in _MARKS), *(mark + key for mark in "(\"'“‘")}

    def made(phrases_of: dict[str, list[Phrase]]) -> _Index:
        latin: set[str] = set()
        beside: dict[str, set[frozenset[str]]] = {}
        for key, phrases in phrases_of.items():
            here = spellings(key)
            latin.update(here)
            # Pairs and words are not mixed: a second key of the other kind is not tested here.
            others = {
                frozenset().union(*map(spellings, phrase.second)) if _alike(key, phrase.second) else frozenset[str]()
                for phrase in phrases
            }
            for spelling in here:
                beside.setdefault(spelling, set()).update(others)
        return _Index(frozenset(latin), {key: tuple(found) for key, found in beside.items()})

    every = {key: list(phrases) for key, phrases in lexicon.phrases.items() if key not in SIGNS and not wide(key)}
    few = {key: [p for p in phrases if limits[p.cue.category, p.cue.rule] > SHORT] for key, phrases in every.items()}
    return made(every), made({key: phrases for key, phrases in few.items() if phrases})


def _pairs() -> _Pairs:
    """Each phrase with wide characters holds one of the pairs, in either script, that lead to it."""
    lexicon = LEXICON.get()
    forms: dict[str, list[str]] = {}
    for variant, simple in SIMPLIFIED.get().items():
        forms.setdefault(chr(simple), []).append(chr(variant))

    def spelled(ch: str) -> list[str]:
        both = [ch, *forms.get(ch, ())]
        return both + [
            upper
            for upper in {ch.upper(), *(chr(ord(c) + 0xFEE0) for c in (ch, ch.upper()) if "!" <= c <= "~")}
            if len(upper) == 1
        ]

    def written(pairs: list[str]) -> list[tuple[str, str]]:
        return [both for pair in pairs for both in itertools.product(spelled(pair[0]), spelled(pair[1]))]

    found: dict[tuple[str, str], set[tuple[str, frozenset[tuple[str, str]]]]] = {}
    for phrase in {p for key, phrases in lexicon.phrases.items() if wide(key) for p in phrases}:
        first, second = _rarest(phrase.cue.text)
        beside = frozenset(written(second))
        for both in written(first):
            found.setdefault(both, set()).add((phrase.pattern, beside))
    return {both: tuple(ready) for both, ready in found.items()}


def _rarest(text: str) -> tuple[list[str], list[str]]:
    """Pairs of characters of which one occurs wherever the phrase ``text`` matches, and which are rare in good text: those inside
    the alternatives of one part, or those where two parts meet.  Then the same of another part (or none)."""
    parts = [part.split("|") for part in text.replace("(", "\0").replace(")", "\0").split("\0") if part]
    candidates = [[_best_pair(choice) for choice in part] for part in parts]
    candidates += [
        [a[-1] + b[0] for a in one for b in two]
        for one, two in itertools.pairwise(parts)
        if all(one) and all(two) and all(wide(a[-1]) for a in one) and all(wide(b[0]) for b in two)
    ]
    ranked: list[tuple[float, list[str]]] = []
    for i, found in enumerate(candidates):
        if found and all(found):
            pairs = sorted(set(found))
            # Characters of one word occur together more often than by chance.
            ranked.append((sum(map(_cost, pairs)) * (30 if i < len(parts) else 1), pairs))
    if not ranked:
        # Only a part that may be empty holds a pair: one of all its forms has to occur.
        return sorted({_best_pair(one) or one[:2] for one in expand(text)}), []
    ranked.sort()
    return ranked[0][1], ranked[1][1] if len(ranked) > 1 else []


def _cost(pair: str) -> float:
    """About how often the pair occurs."""
    first, second = (1 / (8 + rank) if rank >= 0 else 0.002 for rank in map(_COMMON.find, pair))
    return first * second


def _best_pair(choice: str) -> str:
    runs = re.findall(r"[^\W_…#*]{2,}", choice)
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1) if wide(run[i : i + 2])]
    return min(pairs, key=_cost, default="")


def _alike(key: str, second: frozenset[str]) -> bool:
    return bool(second) and all(wide(other) == wide(key) and other not in SIGNS for other in second)


_INDEX: Resource[tuple[_Index, _Index]] = Resource("noise.screen", _index)
_PAIRS: Resource[_Pairs] = Resource("noise.screen.pairs", _pairs)


def suspicious(text: str, rules: dict[tuple[str, str], NoiseRule]) -> bool:
    """Whether ``text`` has to be looked at as a page.

    >>> suspicious("It rained for twenty days, and the reservoir filled up to the brim again.", {})
    False
    """
    if "一秒" in text or closes(text, rules):
        return True
    seen: set[str] = set()
    heads: set[str] = set()
    narrow: list[str] = []
    broad: list[str] = []
    lines = text.splitlines()
    many = len(lines) > 1
    for line in lines:
        line = line.strip()
        size = len(line)
        if not size:
            continue
        if many and size >= 8:
            # A line that was there before, or one that begins alike and may be its cut beginning.
            head = line[:24]
            if line in seen or (size >= 24 and head in heads):
                return True
            seen.add(line)
            heads.add(head)
        last = line[-1]
        if size >= 24 and (last in _ENDS or (last in _QUOTES and line[-2] in _ENDS)):
            if size > LONGEST:
                if ":" in line[:40] and _looks(line[:200], rules):
                    return True
            elif line.isascii() or not wide(line):
                narrow.append(line)
            elif size <= LONG or " " in line:
                broad.append(line)
            if (":" in line[:24] or "：" in line[:24] or line[0] in "【[(（▲★") and _starts(line, rules):
                return True
            space = line.find(" ", 1, 40)
            odd = space > 3 and (line[:space].isupper() or line[0] > "\u2fff" or _ODD.search(line, 0, space) is not None)
            if odd and _starts(line, rules):
                return True
        elif _looks(line, rules):
            return True
    return (bool(narrow) and _narrow(narrow, rules)) or (bool(broad) and _broad(broad, rules))


def _narrow(lines: list[str], rules: dict[tuple[str, str], NoiseRule]) -> bool:
    """Whether one of some good lines without wide characters is noise by a phrase; first all at once, then those that hold keys."""
    every, few = _INDEX.get()
    tokens = set(" ".join(lines).lower().split())
    hits = {hit for hit in every.latin & tokens if _meets((hit,), tokens, every.beside)}
    if not hits:
        return False
    for line in lines:
        words = line.lower().split()
        said = 2.2 * len(words)
        if said > LONG or hits.isdisjoint(words):
            continue
        own = set(words)
        index = few if said > SHORT else every
        found = hits & index.latin & own
        if found and _meets(found, own, index.beside) and _phrased(line, rules):
            return True
    return False


def _broad(lines: list[str], rules: dict[tuple[str, str], NoiseRule]) -> bool:
    """The same for good lines with wide characters."""
    phrases = _PAIRS.get()
    joined = "\n".join(lines)
    if not phrases.keys().isdisjoint(itertools.pairwise(joined)):
        for line in lines:
            if phrases.keys().isdisjoint(itertools.pairwise(line)):
                continue
            own = set(itertools.pairwise(line))
            patterns = {
                pattern
                for hit in own & phrases.keys()
                for pattern, beside in phrases[hit]
                if not beside or not beside.isdisjoint(own)
            }
            if patterns and _matches(patterns, line) and _phrased(line, rules):
                return True
    mixed = [line for line in lines if " " in line]
    return bool(mixed) and _narrow(mixed, rules)


def _matches(patterns: set[str], line: str) -> bool:
    seen, lexicon = view(line), LEXICON.get()
    return any(lexicon.pattern(pattern).search(seen) for pattern in patterns)


def _meets(hits: Iterable[str], tokens: set[str], beside: dict[str, tuple[frozenset[str], ...]]) -> bool:
    return any(not other or not other.isdisjoint(tokens) for hit in hits for other in beside[hit])


def _phrased(line: str, rules: dict[tuple[str, str], NoiseRule]) -> bool:
    """Whether a sentence as a whole is noise by a phrase."""
    if not find_phrases(view(line), LEXICON.get()):
        return False
    page = Page(line, Lines(line), rules)
    return bool(page.lines) and bool(page.lines[0].hits)


def _looks(line: str, rules: dict[tuple[str, str], NoiseRule]) -> bool:
    """Whether one line, alone, shows anything that a rule might take up."""
    if _STRUCTURE.search(line, 0, 600):
        return True
    if len(line) <= 80 and len(_SALAD.findall(line)) >= 3 and not line[-1:].isalnum() | (line[-1:] in _ENDS):
        return True
    page = Page(line, Lines(line), rules)
    if not page.lines:
        return False
    only = page.lines[0]
    return (
        bool(only.hits)
        or spam_share(only.core, page.lexicon) > 0
        or bool(only.phrases if only.weight <= 60 else False)
        or open_end(only.seen, len(only.seen))
        or open_start(only, page)
    )


def _starts(line: str, rules: dict[tuple[str, str], NoiseRule]) -> bool:
    page = Page(line[:200], Lines(line[:200]), rules)
    return bool(page.lines) and open_start(page.lines[0], page)
