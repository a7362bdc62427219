"""The first look at a text: can there be any noise in it at all?  Clean text must cost next to nothing.

A good line ends with the mark of a sentence.  Such a line is noise only by a phrase, by what is set before it, or as a copy, and
each of these has a test that costs less than taking the line apart.  Other lines are looked at one by one.  The answer may only
err on the side of looking.
"""

from __future__ import annotations

import re

from shnorm.fold import SIMPLIFIED
from shnorm.lines import Lines
from shnorm.noise.glue import open_end, open_start
from shnorm.noise.lexicon import LEXICON, SIGNS, pairs
from shnorm.noise.page import Page
from shnorm.noise.rule import NoiseRule
from shnorm.noise.view import wide
from shnorm.resources import Resource

#: A sentence of more code points than this holds no phrase that could make all of it noise.
LONGEST = 900
# Marks with which a good line ends; a closing quote after one of them is looked at by `_good`.
_ENDS = frozenset(".!?。！？…")
_QUOTES = frozenset("\"'”’」』»")
_MARKS = (",", ".", ":", ";", "!", "?", ")", "]", "'", '"', "”", "’", "。")
# Signs of structure: trails, tags, bars, rights, anchors.
_STRUCTURE = re.compile(r"[<>»›→|｜_©ⓒ℗＞¦丨]|::|\s[/·•-]\s|^\s*(?:by|von|por|par|di|text|words|story)\b", re.IGNORECASE)
_SALAD = re.compile(r"[A-Za-z0-9]?[!-/:-@\[-`{-~]")


def _keys() -> tuple[frozenset[str], frozenset[str]]:
    """Words (with the marks that may stick to them) and pairs of wide characters (in either script) that begin the search for a phrase."""
    lexicon = LEXICON.get()
    latin = {key for key in lexicon.keys if not wide(key) and key not in SIGNS}
    forms: dict[str, list[str]] = {}
    for variant, simple in SIMPLIFIED.get().items():
        forms.setdefault(chr(simple), []).append(chr(variant))
    broad: set[str] = set()
    for key in lexicon.keys - latin:
        if len(key) == 2:
            broad.update(a + b for a in (key[0], *forms.get(key[0], ())) for b in (key[1], *forms.get(key[1], ())))
    sticky = {key + mark for key in latin for mark in _MARKS} | {mark + key for key in latin for mark in "(\"'“‘"}
    return frozenset(latin | sticky), frozenset(broad)


_KEYS: Resource[tuple[frozenset[str], frozenset[str]]] = Resource("noise.screen", _keys)


def suspicious(text: str, rules: dict[tuple[str, str], NoiseRule]) -> bool:
    """Whether ``text`` has to be looked at as a page.

    >>> suspicious("It rained for twenty days, and the reservoir filled up to the brim again.", {})
    False
    """
    if "一秒" in text:
        return True
    latin, broad = _KEYS.get()
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
                if not latin.isdisjoint(line.lower().split()):
                    if _looks(line, rules):
                        return True
                elif not line.isascii() and not broad.isdisjoint(pairs(line)) and _looks(line, rules):
                    return True
            elif ":" in line[:40] and _looks(line[:200], rules):
                return True
            if (":" in line[:24] or "：" in line[:24] or line[0] in "【[(（▲") and _starts(line, rules):
                return True
            space = line.find(" ", 1, 40)
            if space > 0 and (line[:space].isupper() or not line[0].isascii()) and _starts(line, rules):
                return True
        elif _looks(line, rules):
            return True
    return False


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
