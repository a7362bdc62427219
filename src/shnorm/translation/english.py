"""What is known of English words: frequencies and pairs (symspellpy's dictionaries), parts of speech and names (``data/english.txt``).

Everything is loaded on first use and only for texts in which something looks wrong.
"""

from __future__ import annotations

import importlib.util
import re
from array import array
from bisect import bisect_left, bisect_right
from importlib.resources import files
from pathlib import Path
from zlib import crc32

from shnorm.resources import Resource


def _symspell(name: str) -> bytes:
    # Read as a file: importing symspellpy would load its editor distance and more.
    spec = importlib.util.find_spec("symspellpy")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / name).read_bytes()


def _ranks() -> dict[str, int]:
    lines = _symspell("frequency_dictionary_en_82_765.txt").decode("utf-8-sig").split("\n")
    return {line.partition(" ")[0]: rank for rank, line in enumerate(lines) if line}


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
    return frozenset(listed + _CONTRACTED.encode().split())


def _joins() -> frozenset[bytes]:
    lexicon = LEXICON.get()
    return frozenset(word.encode() for word, place in RANKS.get().items() if place < 8_000 and len(word) > 5 and word in lexicon)


def _lexicon() -> dict[str, str]:
    text = files("shnorm.translation").joinpath("data/english.txt").read_text(encoding="utf-8")
    rows = (line.partition(" ") for line in text.splitlines() if line and line[0] != "#")
    return {word: letters for word, _, letters in rows}


#: Word -> rank by frequency, 0 the most frequent.
RANKS: Resource[dict[str, int]] = Resource("translation.english.ranks", _ranks)
#: The same words as ASCII bytes, with contractions, for the token pass.
KNOWN: Resource[frozenset[bytes]] = Resource("translation.english.known", _known)
#: Word -> letters of its parts of speech and marks of names; see the head of ``data/english.txt``.
LEXICON: Resource[dict[str, str]] = Resource("translation.english.lexicon", _lexicon)
#: Common words that may be made by joining two others, for the token pass.
JOINS: Resource[frozenset[bytes]] = Resource("translation.english.joins", _joins)
_PAIRS: Resource[array[int]] = Resource("translation.english.pairs", lambda: _pairs())


def _pairs() -> array[int]:
    # A sorted array of checksums: one megabyte instead of forty, and one false "yes" in twenty thousand.
    listed = re.findall(rb"^(?:\xef\xbb\xbf)?(\S+ \S+) ", _symspell("frequency_bigramdictionary_en_243_342.txt"), re.MULTILINE)
    return array("I", sorted(map(crc32, listed)))


def _sorted() -> tuple[list[str], list[str]]:
    words = [word for word, place in RANKS.get().items() if place < 30_000]
    return sorted(words), sorted(word[::-1] for word in words)


_SORTED: Resource[tuple[list[str], list[str]]] = Resource("translation.english.sorted", _sorted)


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
    wanted, pairs = crc32(f"{first} {second}".encode()), _PAIRS.get()
    i = bisect_left(pairs, wanted)
    return i < len(pairs) and pairs[i] == wanted
