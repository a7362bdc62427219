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

# A stop, up to four words in lower case, and a stop again.
_ORPHAN = re.compile(
    r"\.(?P<close>[\"”’']?) +(?P<open>[\"“]?)(?P<words>[a-z][a-z'’-]*(?: [a-z][a-z'’-]*){0,3}) ?(?P<end>[\"”]? ?\.[\"”]?)(?=\s|$)"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
#: How many words before the stop the fragment may repeat.
REACH = 12
_ABBREVIATIONS = frozenset(
    {"etc", "vs", "approx", "cf", "al", "ca", "resp", "eg", "ie", "no", "vol", "fig", "pp", "dept", "min", "max", "inc", "ltd"}
)


@once
def _orphans(text: str, context: Context) -> list[re.Match[str]]:
    """Where a few words in lower case stand between two full stops."""
    found: list[re.Match[str]] = []
    free = 0
    for stop in low_stops(text, context):
        m = _ORPHAN.match(text, stop) if stop >= free else None
        if m:
            free = m.end()
            found.append(m)
    return found


def _before(m: re.Match[str]) -> list[str]:
    """The words just before a fragment, in lower case; none if their stop may be that of an abbreviation."""
    before = [w.lower() for w in _WORD.findall(m.string, max(0, m.start() - 120), m.start())][-REACH:]
    return before if before and before[-1] not in _ABBREVIATIONS and len(before[-1]) > 1 and "\n" not in m[0] else []


def _repeats(m: re.Match[str]) -> bool:
    """Whether the words of a fragment stand just before it."""
    words = m["words"].split()
    if words[0] not in m.string[max(0, m.start() - 120) : m.start()].lower():
        return False
    before, n = _before(m), len(words)
    return any(before[i : i + n] == words for i in range(len(before) - n + 1))


def _repeated(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for m in _orphans(text, context):
        if len(m["words"]) > 2 and _repeats(m):
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
            (
                'The school promotes "reading and sport" for every pupil. sport".',
                'The school promotes "reading and sport" for every pupil.',
            ),
            (
                'They helped the shops find "new partners abroad". partners abroad.',
                'They helped the shops find "new partners abroad".',
            ),
        ],
        keeps=["It was cold. Very cold.", "We tested three apps. iNaturalist came first."],
        source="seeds/002",
    ),
)


def flags(text: str, context: Context) -> Iterator[Flag]:
    """Fragments that repeat nothing: where they belong is a guess.  After a quote the sentence may go on: ``"I will go." and left.``"""
    for m in _orphans(text, context):
        if not m["close"] and _before(m) and not _repeats(m) and context.language_at(m.start()) == "en":
            yield Flag(
                m.start("open"), m.end(), "orphan-fragment", "a fragment without its sentence: where it belongs is a guess"
            )


def trigger(text: str, context: Context) -> Collection[str]:
    """The rule if a few words in lower case stand between two full stops, and just before them."""
    return ("orphan",) if any(_repeated(text, context)) else ()
