"""The token pass: the words of a text that no English word list knows, found at the speed of ``bytes.split``.

It serves the rules that look for fused words, split words and lost apostrophes.  A text without common English words is not
looked at, so other languages pay for a few searches.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from operator import add, eq
from typing import NamedTuple

from shnorm.evidence import fused_with_the
from shnorm.gate import Context
from shnorm.translation.english import JOINS, KNOWN

#: A text of this many code points or more is searched only if something speaks for damage (see ``worth``): a long sound text
#: should not pay for a pass over its words.
LONG = 1000

_ENGLISH = (" the", " of", " to", " and", " a ", " in", " is", "The ", " for", " was", " were", " are", " that", " it")
# Letters stay, a mark inside a word stays (it makes the word one that is skipped), everything else becomes a blank.
_TABLE = bytes(
    code if chr(code).isalpha() or chr(code).isdigit() or chr(code) in "'_?" else 32 if code < 128 else 63 for code in range(256)
)
_CURLY = str.maketrans(
    {"’": "'", "‘": " ", "“": " ", "”": " ", "—": " ", "–": " ", "…": " ", "\u00a0": " ", "，": " ", "。": " "}
)


class Occurrence(NamedTuple):
    """A suspect where it stands: ``text[start:end]``."""

    start: int
    end: int
    word: str


class Found(NamedTuple):
    """What the pass found: unknown words in small letters, unknown words with a capital, pairs that are a common word if joined,
    words that stand twice, and how many words have stood before."""

    low: frozenset[str]
    capital: frozenset[str]
    pairs: frozenset[str]
    doubled: frozenset[str]
    returning: int


_NOTHING = Found(frozenset(), frozenset(), frozenset(), frozenset(), 0)


def scan(text: str, context: Context) -> Found:
    """The words of ``text`` that look wrong; worked out once a text.

    ``low``: words of ASCII letters (and apostrophes) that the word list does not know.  ``capital``: unknown words that end
    as two words of grammar would.  ``pairs``: common words that two neighbours make when joined.  ``doubled``: words that follow themselves.
    ``returning``: how many words are not new.

    >>> found = scan("Most ofthe seats on the rail way were empty, the com pany said.", Context(""))
    >>> sorted(found.low), sorted(found.pairs)
    (['ofthe', 'pany'], ['company', 'railway'])
    """
    cache: dict[str, Found] = context.__dict__.setdefault("_scanned", {})
    found = cache.get(text)
    if found is None:
        found = cache[text] = _scan(text) if worth(text, context) else _NOTHING
    return found


def worth(text: str, context: Context) -> bool:
    """Whether the words of ``text`` are to be looked at: it reads as English, and it is short or shows damage."""
    if not (text.isascii() or any(word in text for word in _ENGLISH)):
        return False
    return len(text) < LONG or fused_with_the(text) > 0 or context.translated >= 0.1


def _scan(text: str) -> Found:
    raw = (text if text.isascii() else text.translate(_CURLY)).encode("ascii", "replace")
    tokens = raw.translate(_TABLE).split()
    words, after = frozenset(tokens), tokens[1:]
    strange = words - KNOWN.get()
    low = [word for word in strange if word.islower() and _PLAIN(word)]
    returning = len(tokens) - len(words)
    twice = returning and True in map(eq, tokens, after)
    doubled = [word for word, other in zip(tokens, after, strict=False) if word == other] if twice else []
    if len(low) * 3 > len(words) and len(words) > 12:
        low = []  # another language
    capital = [word for word in strange if word.endswith(_ENDS) and word[:1].isupper()] if len(low) < len(strange) else []
    joins = JOINS.get()
    pairs = joins.intersection(map(add, tokens, after)) if True in map(joins.__contains__, map(add, tokens, after)) else ()
    if not (low or doubled or capital or pairs):
        return _NOTHING if returning < 2 else Found(*_NOTHING[:4], returning)
    return Found(_text(low), _text(capital), _text(pairs), _text(doubled), returning)


def _text(words: Iterable[bytes]) -> frozenset[str]:
    return frozenset(word.decode("ascii") for word in words)


_PLAIN = re.compile(rb"'?[a-z][a-z]*(?:'[a-z]+)?'?").fullmatch
_ENDS = (b"the", b"this", b"these", b"their", b"of")
_WORD = re.compile(r"(?<![\w@#&/\\.\-'’])[a-z]+(?![\w@/\\]|[.\-'’][\w])")


# Like a word of its own, but a hyphen may stand beside it.
_FRAGMENT = re.compile(r"(?<![\w@#&/\\.'’])[a-z]+(?![\w@/\\]|[.'’][\w])")


def occurrences(text: str, wanted: Collection[str]) -> list[Occurrence]:
    """Where the ``wanted`` words stand in ``text`` as words of their own: not in names, paths, identifiers or hyphenated words.

    >>> occurrences("ofthe a.ofthe ofthe_b", {"ofthe"})
    [Occurrence(start=0, end=5, word='ofthe')]
    """
    return _located(text, wanted, _WORD)


def fragments(text: str, wanted: Collection[str]) -> list[Occurrence]:
    """Like :func:`occurrences`, but a hyphen may stand before or after the word.

    >>> fragments("atten-tion", {"tion"})
    [Occurrence(start=6, end=10, word='tion')]
    """
    return _located(text, wanted, _FRAGMENT)


def _located(text: str, wanted: Collection[str], pattern: re.Pattern[str]) -> list[Occurrence]:
    if not wanted:
        return []
    if len(wanted) > 8:
        return [Occurrence(m.start(), m.end(), m[0]) for m in pattern.finditer(text) if m[0] in wanted]
    found = []
    for word in wanted:
        position = text.find(word)
        while position >= 0:
            m = pattern.match(text, position)
            if m and m.end() - position == len(word):
                found.append(Occurrence(position, m.end(), word))
            position = text.find(word, position + len(word))
    return sorted(found)
