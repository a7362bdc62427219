"""Orphan fragments: the end of a sentence that stands once more after its full stop."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from shnorm.gate import Context
from shnorm.rules import Rule
from shnorm.stage import Flag
from shnorm.translation.tokens import once
from shnorm.translation.zh_en.common import ENGLISH, low_stops

NAME = "fragments"

# A stop, up to eight words of which the first is in lower case, and a stop again; looked ahead for, the words are taken whole or not at all.
_ORPHAN = re.compile(
    r"\.(?P<close>[\"”’']?) +(?P<open>[\"“]?)(?=(?P<words>[a-z][a-z'’-]*(?:[\"”]? [A-Za-z][A-Za-z'’-]*){0,7}))(?P=words) ?"
    r"(?P<bracket>\))?(?P<end>[\"”]? ?(?:\.[\"”]?(?=\s|$)|(?=\n|\Z)))"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SENTENCE_END = re.compile(r"[.!?\n]")
#: How many words before the stop the fragment may repeat.
REACH = 12
_ABBREVIATIONS = frozenset(
    {"etc", "vs", "approx", "cf", "al", "ca", "resp", "eg", "ie", "no", "vol", "fig", "pp", "dept", "min", "max", "inc", "ltd"}
)


_SPEAKERS = frozenset({"i", "you", "he", "she", "it", "we", "they", "said", "says", "asked", "replied", "answered"})


@once
def _orphans(text: str, context: Context) -> list[re.Match[str]]:
    """Where a few words stand between two full stops, the first of them in lower case."""
    found: list[re.Match[str]] = []
    free = 0
    for stop in low_stops(text, context):
        m = _ORPHAN.match(text, stop) if stop >= free else None
        if m:
            free = m.end()
            found.append(m)
    return found


def _repeats(m: re.Match[str]) -> bool | None:
    """Whether the words of a fragment stand just before it; ``None`` if it is no fragment."""
    near = m.string[max(0, m.start() - 120) : m.start()]
    before = [w.lower() for w in _WORD.findall(near)][-REACH:]
    # "“I will.” he said. “You will not.” he said.": who speaks stands behind each quote.
    if m["close"] and m["words"].partition(" ")[0] in _SPEAKERS:
        return None
    # A cut first word does not count, and neither does an abbreviation's stop.
    if not before or before[-1] in _ABBREVIATIONS or len(before[-1]) < 2 or "\n" in m[0]:
        return None
    words = _WORD.findall(m["words"].lower())
    n = len(words)
    # "reopened (after two years). two years).": with the bracket.
    if m["bracket"] and not (near.endswith(")") and before[-n:] == words):
        return None
    # "Thank you. thank you.": a whole sentence said twice.
    if n >= len(_WORD.findall(_SENTENCE_END.split(near)[-1])):
        return None
    # More words, or a name among them, have to be the very end of the sentence.
    if n > 4 or not m["words"].islower() or not m["end"].strip() or '"' in m["words"] or "”" in m["words"]:
        return True if before[-n:] == words else None
    return any(before[i : i + n] == words for i in range(len(before) - n + 1))


def _repeated(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for m in _orphans(text, context):
        # Most fragments hold a word that does not stand before them.
        near = text[max(0, m.start() - 120) : m.start()].lower()
        if len(m["words"]) > 2 and all(word in near for word in _WORD.findall(m["words"].lower())) and _repeats(m):
            yield m.end("close"), m.end(), ""


RULES = (
    Rule(
        name="orphan",
        why="the end of a sentence was left behind after its full stop: lower case, and a repetition of words just before",
        find=_repeated,
        hint=". ",
        gate=ENGLISH,
        confidence=0.95,
        examples=[
            ("All four gates were checked and no leak was found. found.", "All four gates were checked and no leak was found."),
            ("The club signed two players from Ghana. players from Ghana.", "The club signed two players from Ghana."),
            (
                'The school promotes "reading and sport" for every pupil. sport".',
                'The school promotes "reading and sport" for every pupil.',
            ),
            (
                'The plan will "save water and soil" in the valley. soil" in the valley.',
                'The plan will "save water and soil" in the valley.',
            ),
            ("The pier reopened (after two years). two years).", "The pier reopened (after two years)."),
            (
                'They helped the shops find "new partners abroad". partners abroad.',
                'They helped the shops find "new partners abroad".',
            ),
        ],
        keeps=["Thank you. thank you.", "It was cold. Very cold.", "We tested three apps. iNaturalist came first."],
        source="seeds/002",
    ),
)


def flags(text: str, context: Context) -> Iterator[Flag]:
    """Fragments that repeat nothing: where they belong is a guess.  After a quote the sentence may go on: ``"I will go." and left.``"""
    for m in _orphans(text, context):
        if not m["close"] and _repeats(m) is False and context.language_at(m.start()) == "en":
            yield Flag(
                m.start("open"), m.end(), "orphan-fragment", "a fragment without its sentence: where it belongs is a guess"
            )


def trigger(text: str, context: Context) -> Collection[str]:
    """The rule if a few words in lower case stand between two full stops, and just before them."""
    return ("orphan",) if any(_repeated(text, context)) else ()
