"""What is known of English words: frequencies and pairs (symspellpy's dictionaries), parts of speech and names (``data/english.txt``).

Everything is loaded on first use and only for texts in which something looks wrong.
"""

from __future__ import annotations

import importlib.util
import re
from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import Path
from string import ascii_lowercase
from zlib import crc32

from shnorm.resources import Resource
from shnorm.wordlist import words

#: Words of grammar, which carry no topic: two of them side by side are never a name.
FUNCTION = words(
    "a about above across after again against all almost along already also although always among an and any are around as at "
    "be because become been before behind being below between both but by can cannot could did do does during each either "
    "even every for from had has have having he her here him his how however if in into is it its just like many may more "
    "most much must near never no nor not of off often on once one only onto or other our out over own per she should since "
    "so some still such than that the their them then there these they this those through throughout to together too toward "
    "towards under until up upon very was we were what when where whether which while who whose why will with within without "
    "would yet you your beside besides amid despite alongside beyond till atop"
)
# Words that stand beside others by right, so that the two are no split word.
_FREE = FUNCTION | words(
    "up down out off over back away through about some any every no well non self half all sea new old great grand step percent"
)


#: Words that were written as two a century ago and are one today: the list of pairs still knows them as two.
CLOSED = {
    tuple(pair.split("|"))
    for pair in words(
        "week|end rail|way news|paper birth|day class|room bed|room bath|room foot|ball air|port air|craft net|work house|hold neighbour|hood "
        "neighbor|hood child|hood grand|mother grand|father mid|night mid|day high|way path|way work|shop work|place "
        "home|work home|land land|mark land|scape sea|food sun|light "
        "fire|place court|yard ware|house life|time head|line "
        "head|quarters dead|line pipe|line there|fore where|as mean|while further|more else|where police|man "
        "fisher|man fisher|men sports|man wide|spread out|skirts play|ground under|stand under|standing "
        "back|ground soft|ware hard|ware skate|board key|board card|board cup|board basket|ball birth|place bride|groom butter|fly "
        "earth|quake finger|print hand|writing moon|light motor|cycle pass|port pass|word rail|road sales|man scare|crow "
        "ship|yard sky|scraper spot|light step|mother step|father table|cloth tooth|brush vine|yard wheel|chair wind|mill"
    )
}


def _symspell(name: str) -> bytes:
    # Read as a file: importing symspellpy would load its editor distance and more.
    spec = importlib.util.find_spec("symspellpy")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / name).read_bytes()


def _ranks() -> dict[str, int]:
    lines = _symspell("frequency_dictionary_en_82_765.txt").decode("utf-8-sig").split("\n")
    return {line.partition(" ")[0]: rank for rank, line in enumerate(lines) if line}


#: Endings that are listed as words: more often a blank stands before them that should not.
ENDINGS = frozenset({"ed", "ly"})
# Contractions and short forms that the frequency list leaves out; the token pass sees them whole.
_CONTRACTED = (
    "i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're they've "
    "they'd they'll isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't shan't shouldn't "
    "mustn't needn't mightn't ain't that's there's here's what's who's where's how's let's o'clock ma'am y'all"
)


def _known() -> frozenset[bytes]:
    # Rare words without a part of speech are left out: "lem" and "cussed" are more often pieces than words.
    lexicon = LEXICON.get()
    listed = [word.encode() for word, place in RANKS.get().items() if place < 15_000 or word in lexicon]
    return frozenset(listed + _CONTRACTED.encode().split()) - {ending.encode() for ending in ENDINGS}


def _splits() -> dict[bytes, frozenset[bytes]]:
    lexicon = LEXICON.get()
    found: dict[bytes, set[bytes]] = {}
    for word, place in RANKS.get().items():
        if place <= 6_000 and len(word) > 5 and word in lexicon:
            for i in range(3, len(word) - 2):
                if not (word[:i] in _FREE or word[i:] in _FREE):
                    found.setdefault(word[:i].encode(), set()).add(word[i:].encode())
    for left, right in CLOSED:
        for end in ("", "s"):
            found.setdefault(left.encode(), set()).add((right + end).encode())
    splits = {left: frozenset(rights) for left, rights in found.items()}
    return splits | {left.capitalize(): rights for left, rights in splits.items()}


# Names of note that the lexicon takes for common words: in 2.5 million words of prose they have capitals nine times out of ten.
_NAMES = words(
    "french afghan soviet arctic arabic gothic wales mercurial titanic renaissance thanksgiving tweedy snickers buccaneers pacers manning fanning "
    "browning yuletide natal calypso franks"
)


def _lexicon() -> dict[str, str]:
    text = files("shnorm.translation").joinpath("data/english.txt").read_text(encoding="utf-8")
    rows = (line.partition(" ") for line in text.splitlines() if line and line[0] != "#")
    lexicon = {word: letters for word, _, letters in rows}
    return lexicon | {word: f"{letters}*" for word in _NAMES if (letters := lexicon.get(word))}


#: Word -> rank by frequency, 0 the most frequent.
RANKS: Resource[dict[str, int]] = Resource("translation.english.ranks", _ranks)
#: The same words as ASCII bytes, with contractions, for the token pass.
KNOWN: Resource[frozenset[bytes]] = Resource("translation.english.known", _known)
#: Word -> letters of its parts of speech and marks of names; see the head of ``data/english.txt``.
LEXICON: Resource[dict[str, str]] = Resource("translation.english.lexicon", _lexicon)
#: Beginnings of common words, with what is left of those words; no part is free to stand beside any word.
SPLITS: Resource[dict[bytes, frozenset[bytes]]] = Resource("translation.english.splits", _splits)
#: The known words that are no such beginning: most words of most texts.
PLAIN: Resource[frozenset[bytes]] = Resource("translation.english.plain", lambda: KNOWN.get() - SPLITS.get().keys())
#: The most frequent ones of these: so few that they stay in the processor's cache, where one lookup in all of them does not.
COMMON: Resource[frozenset[bytes]] = Resource(
    "translation.english.common", lambda: PLAIN.get() & {word.encode() for word, place in RANKS.get().items() if place < 2_000}
)


def _pairs(initial: str) -> array[int]:
    # A sorted array of checksums: one megabyte instead of forty for all, and one false "yes" in twenty thousand or more.
    listed = b"\n" + _symspell("frequency_bigramdictionary_en_243_342.txt")
    return array("I", sorted(map(crc32, re.findall(rb"\n(" + initial.encode() + rb"\S* \S+) ", listed))))


# By the first letter: few texts ask for more than a handful, and all of them would take longer than everything else together.
_PAIRS: dict[str, Resource[array[int]]] = {
    letter: Resource(f"translation.english.pairs-{letter}", partial(_pairs, letter)) for letter in ascii_lowercase
}


def _sorted() -> tuple[list[str], list[str]]:
    words = [word for word, place in RANKS.get().items() if place < 30_000]
    return sorted(words), sorted(word[::-1] for word in words)


_SORTED: Resource[tuple[list[str], list[str]]] = Resource("translation.english.sorted", _sorted)


@lru_cache(maxsize=4096)
def is_piece(word: str) -> bool:
    """Whether a common word begins or ends with ``word`` and is longer.

    >>> is_piece("pany"), is_piece("atten"), is_piece("xqzt")
    (True, True, False)
    """
    for listed, wanted in zip(_SORTED.get(), (word, word[::-1]), strict=True):
        i = bisect_right(listed, wanted)
        if i < len(listed) and listed[i].startswith(wanted):
            return True
    return False


def rank(word: str) -> int | None:
    """Rank of ``word`` (lower case) by frequency, ``None`` if it is not in the list.

    >>> rank("the"), rank("pany")
    (0, None)
    """
    return RANKS.get().get(word)


def tags(word: str) -> str:
    """Parts of speech of ``word`` (lower case): letters of ``data/english.txt``, empty for a stranger.

    >>> tags("flights"), tags("apple")
    ('S', 'N*')
    """
    return LEXICON.get().get(word, "")


def is_pair(first: str, second: str) -> bool:
    """Whether the two words (lower case) are seen side by side in English.

    >>> is_pair("per", "cent"), is_pair("percent", "age")
    (True, False)
    """
    block = _PAIRS.get(first[:1])
    if block is None:
        return False
    wanted, pairs = crc32(f"{first} {second}".encode()), block.get()
    i = bisect_left(pairs, wanted)
    return i < len(pairs) and pairs[i] == wanted
