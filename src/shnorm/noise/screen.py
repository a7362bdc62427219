"""The first look at a text: can there be any noise in it at all?  Clean text must cost next to nothing.

A good line ends with the mark of a sentence.  Such a line is noise only by a phrase, by what is set before it, or as a copy, and
each of these has a test that costs less than taking the line apart.  Other lines are looked at one by one.  The answer may only
err on the side of looking.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import NamedTuple

from shnorm.fold import SIMPLIFIED
from shnorm.lines import Lines
from shnorm.noise.categories import all_rules
from shnorm.noise.glue import open_end, open_start
from shnorm.noise.lexicon import LEXICON, SIGNS, Phrase, pairs
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
# Signs of structure: trails, tags, bars, rights, anchors.
_STRUCTURE = re.compile(r"[<>»›→|｜_©ⓒ℗＞¦丨]|::|\s[/·•-]\s|^\s*(?:by|von|por|par|di|text|words|story)\b", re.IGNORECASE)
# What a word at the beginning of a good line does not hold.
_ODD = re.compile(r"[#^*!~`%&$@{}\\|0-9]")
_SALAD = re.compile(r"[A-Za-z0-9]?[!-/:-@\[-`{-~]")


class _Index(NamedTuple):
    """Words of phrases (with the marks that may stick to them) and pairs of wide characters (in either script), and for each what
    has to occur beside it: sets of which one must meet the line (an empty set: nothing more)."""

    latin: frozenset[str]
    broad: frozenset[str]
    beside: dict[str, tuple[frozenset[str], ...]]


def _index() -> tuple[_Index, _Index]:
    """For short lines all phrases, for longer ones those whose rules take lines of more than :data:`SHORT`."""
    lexicon = LEXICON.get()
    limits = {(rule.category, rule.name): rule.limit for rule in all_rules()}
    forms: dict[str, list[str]] = {}
    for variant, simple in SIMPLIFIED.get().items():
        forms.setdefault(chr(simple), []).append(chr(variant))

    def spellings(key: str) -> set[str]:
        if wide(key):
            return {a + b for a in (key[0], *forms.get(key[0], ())) for b in (key[-1], *forms.get(key[-1], ()))}
        return {key, *(key + mark for mark in _MARKS), *(mark + key for mark in "(\"'“‘")}

    def made(phrases_of: dict[str, list[Phrase]]) -> _Index:
        latin: set[str] = set()
        broad: set[str] = set()
        beside: dict[str, set[frozenset[str]]] = {}
        for key, phrases in phrases_of.items():
            here = spellings(key)
            (broad if wide(key) else latin).update(here)
            # Pairs and words are not mixed: a second key of the other kind is not tested here.
            others = {
                frozenset().union(*map(spellings, phrase.second)) if _alike(key, phrase.second) else frozenset[str]()
                for phrase in phrases
            }
            for spelling in here:
                beside.setdefault(spelling, set()).update(others)
        return _Index(frozenset(latin), frozenset(broad), {key: tuple(found) for key, found in beside.items()})

    every = {key: list(phrases) for key, phrases in lexicon.phrases.items() if key not in SIGNS}
    few = {key: [p for p in phrases if limits[p.cue.category, p.cue.rule] > SHORT] for key, phrases in every.items()}
    return made(every), made({key: phrases for key, phrases in few.items() if phrases})


def _alike(key: str, second: frozenset[str]) -> bool:
    return bool(second) and all(wide(other) == wide(key) and other not in SIGNS for other in second)


_INDEX: Resource[tuple[_Index, _Index]] = Resource("noise.screen", _index)


def suspicious(text: str, rules: dict[tuple[str, str], NoiseRule]) -> bool:
    """Whether ``text`` has to be looked at as a page.

    >>> suspicious("It rained for twenty days, and the reservoir filled up to the brim again.", {})
    False
    """
    if "一秒" in text:
        return True
    indices = _INDEX.get()
    seen: set[str] = set()
    heads: set[str] = set()
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
            if size <= LONGEST:
                if line.isascii() or not wide(line):
                    words = line.lower().split()
                    said = 2.2 * len(words)
                    if said <= LONG:
                        tokens = set(words)
                        index = indices[said > SHORT]
                        hits = index.latin & tokens
                        if hits and _meets(hits, tokens, index.beside) and _phrased(line, rules):
                            return True
                elif size <= LONG or " " in line:
                    tokens = pairs(line)
                    tokens.update(line.lower().split())
                    index = indices[size > 6 * SHORT]
                    hits = (index.broad & tokens) | (index.latin & tokens)
                    if hits and _meets(hits, tokens, index.beside) and _phrased(line, rules):
                        return True
            elif ":" in line[:40] and _looks(line[:200], rules):
                return True
            if (":" in line[:24] or "：" in line[:24] or line[0] in "【[(（▲★") and _starts(line, rules):
                return True
            space = line.find(" ", 1, 40)
            odd = space > 3 and (line[:space].isupper() or line[0] > "\u2fff" or _ODD.search(line, 0, space) is not None)
            if odd and _starts(line, rules):
                return True
        elif _looks(line, rules):
            return True
    return False


def _meets(hits: Set[str], tokens: set[str], beside: dict[str, tuple[frozenset[str], ...]]) -> bool:
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
        or bool(only.phrases if only.weight <= 60 else False)
        or open_end(only.seen, len(only.seen))
        or open_start(only, page)
    )


def _starts(line: str, rules: dict[tuple[str, str], NoiseRule]) -> bool:
    page = Page(line[:200], Lines(line[:200]), rules)
    return bool(page.lines) and open_start(page.lines[0], page)
