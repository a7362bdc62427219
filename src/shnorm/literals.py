"""Which of many literals occur in a text: one pass over it, however many they are (Aho and Corasick 1975, by ``ahocorasick_rs``).

Asking for a few hundred literals one after another costs a hundred times more than reading the text once.
It knows strings; it must not know what any of them betray.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

#: Code points read at a time: bounds the memory that the matches of a long text take.
PIECE = 1 << 16

#: So many literals are found by the fastest kind of automaton, which takes 1 kB or more for each.
FEW = 500

_SURROGATE = re.compile("[\ud800-\udfff]")


class Literals:
    """A set of literals to look for, overlapping ones and literals inside others included.

    ``words``: none of them empty and none with a lone surrogate; equal ones count once.  The automaton is built on first use.

    >>> marks = Literals(["he", "she", "hers"])
    >>> sorted(marks.found("ushers")), marks.places_in_utf8(b"ushers")
    (['he', 'hers', 'she'], [(1, 4, 'she'), (2, 4, 'he'), (2, 6, 'hers')])
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))

    @property
    def _implementation(self) -> Any:
        from ahocorasick_rs import Implementation

        # The largest automaton is the fastest one; thousands of literals would make it too large.
        return Implementation.DFA if len(self.words) <= FEW else None

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(self.words, store_patterns=True, implementation=self._implementation)

    @cached_property
    def _overlap(self) -> int:
        return max(map(len, self.words), default=1) - 1

    def found(self, text: str) -> frozenset[str]:
        """The literals that occur in ``text``."""
        if not self.words or not text:
            return frozenset()
        if len(text) <= PIECE:
            return frozenset(self._matches(text))
        return frozenset().union(*map(self._matches, self._pieces(text)))

    def _matches(self, text: str) -> list[str]:
        try:
            matches: list[str] = self._automaton.find_matches_as_strings(text, overlapping=True)
        except UnicodeEncodeError:  # no literal holds a lone surrogate
            return self._matches(_SURROGATE.sub("\ufffd", text))
        return matches

    def places_in_utf8(self, data: bytes) -> list[tuple[int, int, str]]:
        """Where the literals stand in a text given in UTF-8 (lone surrogates encoded as others are): ``(start, end, literal)``, half-open,
        in bytes, in order of their ends.

        >>> Literals(["é", "ne"]).places_in_utf8("années".encode())
        [(3, 5, 'é')]
        """
        words = self.words
        return [(start, end, words[i]) for i, start, end in self.indexes_in_utf8(data)]

    def indexes_in_utf8(self, data: bytes) -> Sequence[tuple[int, int, int]]:
        """The same with the index of the literal first: ``(index, start, end)``.

        >>> Literals(["é", "n"]).indexes_in_utf8("né".encode())
        [(1, 0, 1), (0, 1, 3)]
        """
        if not self.words:
            return ()
        automaton = self._automaton_of_utf8
        if len(data) <= PIECE:
            matches: list[tuple[int, int, int]] = automaton.find_matches_as_indexes(data, overlapping=True)
            return matches
        out: list[tuple[int, int, int]] = []
        reach = 0
        for start in range(0, len(data), PIECE):
            base = max(0, start - self._overlap_in_utf8)
            piece = data[base : start + PIECE]
            for i, first, end in automaton.find_matches_as_indexes(piece, overlapping=True):
                if base + end > reach:
                    out.append((i, base + first, base + end))
            reach = base + len(piece)
        return out

    @cached_property
    def _automaton_of_utf8(self) -> Any:
        import ahocorasick_rs

        return ahocorasick_rs.BytesAhoCorasick([word.encode() for word in self.words], implementation=self._implementation)

    @cached_property
    def _overlap_in_utf8(self) -> int:
        return max((len(word.encode()) for word in self.words), default=1) - 1

    def _pieces(self, text: str) -> Iterator[str]:
        for start in range(0, len(text), PIECE):
            yield text[max(0, start - self._overlap) : start + PIECE]

    def __reduce__(self) -> tuple[type[Literals], tuple[tuple[str, ...]]]:
        return Literals, (self.words,)
