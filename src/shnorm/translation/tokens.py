"""The token pass: the words of a text that no English word list knows, found at the speed of ``bytes.split``.

It serves the rules that look for fused words, split words and lost apostrophes.  A text without common English words is not
looked at, so other languages pay for a few searches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import wraps
from itertools import compress, pairwise, product
from operator import eq
from typing import NamedTuple, TypeVar

from shnorm.evidence import Look, fused_with_the, places_of
from shnorm.gate import Context, Memory
from shnorm.translation.english import COMMON, KNOWN, PLAIN, SPLITS
from shnorm.wordlist import words

#: Bytes of :func:`signs`: whether a text holds one is asked five times faster of a number than of bytes.
DIGIT, CAPITAL, SMALL, HAN = b"0AaH"
#: A text of this many code points or more is searched only if something speaks for damage (see ``worth``): a long sound text
#: should not pay for a pass over its words.
LONG = 1000

_ENGLISH = (" the", " of", " to", " and", " a ", " in", " is", "The ", " for", " was", " were", " are", " that", " it")
# Letters stay, a mark inside a word stays (it makes the word one that is skipped), everything else becomes a blank.
_TABLE = bytes(
    code if chr(code).isalpha() or chr(code).isdigit() or chr(code) in "'_?" else 32 if code < 128 else 63 for code in range(256)
)
_MARKS = (
    ("’", "'"),
    ("‘", " "),
    ("“", " "),
    ("”", " "),
    ("—", " "),
    ("–", " "),
    ("…", " "),
    ("\u00a0", " "),
    ("，", " "),
    ("。", " "),
)


def look(text: str, context: Context) -> Look:
    """What a first look at ``text`` saw, kept for the run until another text is looked at."""
    memory = context.memory
    seen = memory.look
    if seen is None or seen.text is not text:
        seen = memory.look = Look(text, context.utf8 if context.text is text else None)
    return seen


T = TypeVar("T")


def once(function: Callable[[str, Context], T]) -> Callable[[str, Context], T]:
    """``function``, which says something of a text, worked out once for each text that a context is asked about."""
    name = f"_{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def kept(text: str, context: Context) -> T:
        known: tuple[str, T] | None = context.__dict__.get(name)
        if known is None or known[0] is not text:
            known = context.__dict__[name] = text, function(text, context)
        return known[1]

    return kept


def signs(text: str, context: Context) -> bytes:
    """The kinds of ``text``, see :class:`~shnorm.evidence.Look`, worked out once a text."""
    return look(text, context).kinds


class Occurrence(NamedTuple):
    """A suspect where it stands: ``text[start:end]``."""

    start: int
    end: int
    word: str


class Found(NamedTuple):
    """What the pass found: unknown words in small letters, unknown words with a capital, pairs that are a common word if joined,
    words that stand twice, and the first words of phrases that may stand twice."""

    low: frozenset[str]
    capital: frozenset[str]
    pairs: frozenset[str]
    doubled: frozenset[str]
    again: frozenset[str]


#: What the pass found in a text without fault.
NOTHING = Found(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())


@once
def scan(text: str, context: Context) -> Found:
    """The words of ``text`` that look wrong.

    ``low``: words of ASCII letters (and apostrophes) that the word list does not know.  ``capital``: unknown words that end
    as two words of grammar would, or begin with ``The``.  ``pairs``: common words that two neighbours make when joined.  ``doubled``: words
    that follow themselves.
    ``again``: words of grammar with which a phrase begins that may follow itself.

    >>> found = scan("Most ofthe seats on the rail way were empty, the com pany said.", Context(""))
    >>> sorted(found.low), sorted(found.pairs)
    (['ofthe', 'pany'], ['company', 'railway'])
    """
    if not worth(text, context):
        return NOTHING
    return _english(*_scan(text)) if len(text) < LONG else _scan_again(text, context.memory)


@once
def worth(text: str, context: Context) -> bool:
    """Whether the words of ``text`` are to be looked at: it reads as English, and it is short or shows damage."""
    if not text.isascii():
        kinds = signs(text, context)
        blanks = kinds.find(b" a") >= 0 or kinds.find(b"Aaa ") >= 0
        if not (blanks and (_ENGLISH[0] in text or any(word in text for word in _ENGLISH))):
            return False
    if len(text) < LONG or fused_with_the(look(text, context)) > 0:
        return True
    return context.memory.damaged >= 0.1 and context.translated >= 0.2


class _Scanned(NamedTuple):
    """A text that was looked at, what was found, and how many different words there are at least."""

    text: str
    found: Found
    words: int


def _scan_again(text: str, memory: Memory) -> Found:
    """What is found in ``text``; only those lines are looked at that the last one of the same run did not have.

    Then words of lines that are gone are among what is found, and nobody will meet them.
    """
    last: _Scanned | None = memory.__dict__.get("_scanned")
    if last is not None:
        lines, known = set(text.split("\n")), set(last.text.split("\n"))
        found, words = _scan("\n".join(lines - known))
        found = Found(*(old | new for old, new in zip(last.found, found, strict=True)))
        words = max(words, last.words - sum(len(line) // 2 + 1 for line in known - lines))
    if last is None or len(found.low) * 3 > words:
        found, words = _scan(text)
    memory.__dict__["_scanned"] = _Scanned(text, found, words)
    return _english(found, words)


def _english(found: Found, words: int) -> Found:
    """What was found, if not so many of the ``words`` are unknown that they are of another language."""
    return found._replace(low=_NONE) if found.low and len(found.low) * 3 > words > 12 else found


def _scan(text: str) -> tuple[Found, int]:
    """What is found, and how many different words there are."""
    if not text.isascii():
        for mark, plain in _MARKS:
            if mark in text:
                text = text.replace(mark, plain)
    elif "?" in text:
        text = text.replace("? ", "  ").removesuffix("?")  # elsewhere it stands for a letter that was lost
    blanked = text.encode("ascii", "replace").translate(_TABLE)
    tokens = blanked.split()
    words = frozenset(tokens)
    rest = words - COMMON.get()
    if rest:
        rest -= PLAIN.get()
    low: list[bytes] = []
    capital: list[bytes] = []
    rights: dict[bytes, frozenset[bytes]] = {}
    if rest:
        for word in rest - KNOWN.get():
            if word.islower():
                if word.isalpha() or _PLAIN(word):
                    low.append(word)
            elif (word[-1] in _LAST and (word.endswith(_ENDS) or word in _CAPITAL) and word[:1].isupper()) or (
                word[:3] == b"The" and word[3:].islower()
            ):
                capital.append(word)
        splits = SPLITS.get()
        rights = {left: found for left in rest & splits.keys() if (found := splits[left] & words)}
    returning = len(tokens) - len(words)
    pairs: Collection[bytes] = ()
    doubled: Collection[bytes] = ()
    again: Collection[bytes] = ()
    if len(tokens) < _SHORT:
        if rights:
            pairs = {left + right for left, right in pairwise(tokens) if left in rights and right in rights[left]}
        if returning:
            if True in map(eq, tokens, tokens[1:]):
                doubled = {left for left, right in pairwise(tokens) if left == right}
            if returning > 1:
                again = _again(tokens, _few_distances(tokens))
    elif rights or returning:
        # First letters in a row are found faster than words.
        letters = blanked.translate(_LETTERS).title().translate(None, _REST)
        if rights:
            pairs = _pairs(tokens, letters, rights)
        if returning:
            number = int.from_bytes(letters, "little")
            doubled = _doubled(tokens, number)
            again = _again(tokens, _distances(number, len(tokens)))
    if low or doubled or capital or pairs or again:
        return Found(*[_text(some) if some else _NONE for some in (low, capital, pairs, doubled, again)]), len(words)
    return NOTHING, len(words)


# Every word as one of small letters, so that ``title`` raises its first one and nothing else; then all others are left out.
_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalpha() or code == 32 else ord("q") for code in range(128)) + b"q" * 128
_REST = bytes(range(ord("a"), ord("z") + 1)) + b" "


def _alike(letters: int, size: int, n: int, run: int) -> Iterator[int]:
    """Places from which on ``run`` of ``size`` letters, taken as one number, are those that stand ``n`` further on."""
    alike = (letters ^ letters >> 8 * n).to_bytes(size, "little")
    wanted = bytes(run)
    i = alike.find(wanted)
    while 0 <= i < size - n:
        yield i
        i = alike.find(wanted, i + 1)


def _doubled(tokens: list[bytes], letters: int) -> set[bytes]:
    """The words that follow themselves; ``letters``: the first ones of all words, taken as one number."""
    alike = (letters ^ letters >> 8).to_bytes(len(tokens), "little")
    places = (m.start() for m in _SAME.finditer(alike, 0, len(tokens) - 1))
    return {tokens[i] for i in places if tokens[i] == tokens[i + 1]}


_SAME = re.compile(rb"\0")


def _pairs(tokens: list[bytes], letters: bytes, rights: Mapping[bytes, frozenset[bytes]]) -> set[bytes]:
    """The common words that are made by joining two neighbours: one of ``rights``, and one of what it names."""
    if len(rights) > _FEW:
        places = compress(range(len(tokens) - 1), map(rights.__contains__, tokens))
        return {tokens[i] + tokens[i + 1] for i in places if tokens[i + 1] in rights[tokens[i]]}
    found: set[bytes] = set()
    for left, wanted in rights.items():
        for both in {(left[:1] + right[:1]).upper() for right in wanted}:
            i = letters.find(both)
            while i >= 0:
                if tokens[i] == left and tokens[i + 1] in wanted:
                    found.add(left + tokens[i + 1])
                i = letters.find(both, i + 1)
    return found


#: So many words are looked for one by one.
_FEW = 40


#: Words of grammar with which a phrase begins that stands twice.
FIRST = words(
    "in of the to for on at with by from that is are was a an it they we one as this these their his its some many most according because due and "
    "along through into over under near between behind across around during such instead thanks he she you there"
)
_CASES = {"".join(letters).encode(): word.encode() for word in FIRST for letters in product(*((ch, ch.upper()) for ch in word))}


# More words than any phrase is asked for, hyphenated ones counted by their parts.
_REACH = 14


def _again(tokens: list[bytes], distances: Iterable[tuple[int, int]]) -> set[bytes]:
    """The words from ``FIRST`` with which a phrase begins that may stand twice in a row, so many words further on."""
    again: set[bytes] = set()
    for i, n in distances:
        word = _CASES.get(tokens[i])
        if word is not None and word not in again and _follows_itself(tokens, i, n):
            again.add(word)
    return again


def _distances(letters: int, size: int) -> Iterator[tuple[int, int]]:
    """Places of words from which on as many words as there are to the same word further on may stand twice, and how many; ``letters``:
    the first ones of all words."""
    # Which words begin like those so many further on is told for all words at once.
    for n in range(2, _REACH + 1):
        for i in _alike(letters, size, n, max(n - 1, 2)):
            yield i, n


def _few_distances(tokens: list[bytes]) -> Iterator[tuple[int, int]]:
    """The same for a few words."""
    last: dict[bytes, list[int]] = {}
    for i, word in enumerate(map(_CASES.get, tokens)):
        if word is not None:
            places = last.setdefault(word, [])
            for before in places[-3:]:
                # The first letters of the next words tell most apart, whatever their case.
                if 1 < i - before <= _REACH and i + 1 < len(tokens) and not (tokens[i + 1][0] ^ tokens[before + 1][0]) & ~32:
                    yield before, i - before
            places.append(i)


#: Among fewer words the same word is looked for.
_SHORT = 100


def _follows_itself(tokens: list[bytes], before: int, n: int) -> bool:
    """Whether ``n`` words from ``before`` on may stand once more after themselves.

    The last word may have other marks, or else stand, with other marks, before the first one: then the phrase began with it.
    """
    i = before + n
    if _CASES.get(tokens[i]) != _CASES[tokens[before]] or not all(
        map(_begins, tokens[i + 1 : i + n - 1], tokens[before + 1 : i - 1])
    ):
        return False
    end = tokens[i - 1].lower()
    return b"".join(tokens[i + n - 1 : i + n]).lower().startswith(end) or b"".join(tokens[before - 1 : before]).endswith(end)


def _begins(word: bytes, part: bytes) -> bool:
    return word.lower().startswith(part.lower())


def _text(words: Collection[bytes]) -> frozenset[str]:
    return frozenset([word.decode("ascii") for word in words])


_NONE: frozenset[str] = frozenset()


_PLAIN = re.compile(rb"'?[a-z][a-z]*(?:'[a-z]+)?'?").fullmatch
#: Words that lost an apostrophe, as they begin a sentence.
LOST_CAPITAL = words(
    "Thats Theyre Youre Dont Didnt Doesnt Isnt Wasnt Arent Whats Theres Theyve Youve Theyll Wouldnt Couldnt Hasnt "
    "Im Hes Shes Whos Lets"
)
#: Words that were fused at the beginning of a sentence, other than those with an ending of ``_ENDS``, and what they were.
FUSED_CAPITAL = {
    told.replace(" ", ""): told
    for told in (
        "In order", "In addition", "At present", "At least", "At first", "According to", "Due to", "It is", "It was", "It will", "It can",
        "It should", "There are", "There was", "There were", "There is", "They are", "They were", "They have", "They will", "We have",
        "We will", "We were", "He was", "He has", "He is", "She is", "She was", "She has", "Every morning", "Every year", "Last year",
        "Next year", "Last week", "Next week", "For example", "Since then", "More than", "Not only", "This is", "That is",
    )
}  # fmt: skip
_CAPITAL = frozenset(word.encode() for word in (*LOST_CAPITAL, *FUSED_CAPITAL))
_ENDS = (b"the", b"this", b"these", b"their", b"of")
_LAST = frozenset(end[-1] for end in (*_ENDS, *_CAPITAL))
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
        for position in places_of(text, word):
            m = pattern.match(text, position)
            if m and m.end() - position == len(word):
                found.append(Occurrence(position, m.end(), word))
    return sorted(found)
