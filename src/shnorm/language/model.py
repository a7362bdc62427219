"""A naive Bayes model over character n-grams, words and endings, for the scripts that several languages share.

It tells the languages of ONE script apart; it must not know how the script was found, and nothing about Chinese.
The weights are langdetect's profiles (Apache-2.0) with word lists, prepared by ``tools/build_language_tables.py``.  Those of all
languages for an n-gram lie side by side in one Python integer, 32 bits each, so that adding up a text is one integer addition per
n-gram for all languages together: as fast as an array library, without one.
"""

from __future__ import annotations

import copy
import json
import math
import re
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from typing import NamedTuple

from shnorm.resources import Resource
from shnorm.script import small_words

#: Code points of a text that the model reads; beyond, the answer hardly ever changes (and no 32-bit sum can overflow).
READS = 600
# How many words' sums a model remembers: texts repeat their words, and no n-gram of the profiles reaches beyond one.
_REMEMBERS = 8192
# Shortened words of English; other languages shorten the word before, as in l'eau, dell'anno, Ankara'da.
_SHORTENED = re.compile(r"(?:n't|'ve|'re|'ll|\bi'm)\b")
#: A language outside the commonest has to be likelier by these steps (tenths of a nat): short texts are hardly ever in one.
COMMON = frozenset(re.findall("..", "enfrdeesitptnlplsvdaficshurotridviruukbgarfahi"))
_RARE_COSTS = 80
#: Steps by which the odds change e-fold; the parts of a text repeat each other's evidence.  Calibrated: of the answers with
#: confidence 0.8 and more, 97 % are right.
_TEMPERATURE = 45.0
_ENDINGS = (7, 6, 5, 4, 3, 2)


class Guess(NamedTuple):
    """A language, and the share of the probability that it gets among the languages of the script."""

    code: str
    confidence: float


class Model:
    """The weights of the languages of one script."""

    __slots__ = ("_costs", "_endings", "_floors", "_ngrams", "_sum", "_unpack", "_width", "_words", "languages")

    def __init__(self, data: bytes) -> None:
        raw = zlib.decompress(data)
        start = 4 + int.from_bytes(raw[:4], "little")
        head = json.loads(raw[4:start])
        self.languages: tuple[str, ...] = tuple(head["languages"])
        n = len(self.languages)
        wide = bytearray(4 * (len(raw) - start))
        wide[::4] = raw[start:]
        rows = memoryview(wide)
        self._width = width = 4 * n
        self._unpack = struct.Struct(f"<{n}I").unpack
        self._costs = tuple(0 if code in COMMON else _RARE_COSTS for code in self.languages)
        self._floors = [int.from_bytes(struct.pack(f"<{n}I", *row), "little") for row in head["floors"]]
        tables, position = [], 0
        for name in ("ngrams", "words", "endings"):
            keys: list[str] = head[name]
            places = range(position, position + width * len(keys), width)
            tables.append({key: int.from_bytes(rows[i : i + width], "little") for key, i in zip(keys, places, strict=True)})
            position += width * len(keys)
        self._ngrams, self._words, self._endings = tables
        self._sum: Callable[[str], int] = lru_cache(_REMEMBERS)(self._add_up)

    def with_words(self, lists: Mapping[str, Iterable[tuple[str, int]]]) -> Model:
        """This model with further words: pairs of a lower-case word and its steps (below 2**16), by language.

        Its own words then count half, in every language alike, shortened ones as before.  Languages that it does not tell are left out.
        """
        table: dict[str, int] = {}
        for place, code in enumerate(self.languages):
            for word, steps in lists.get(code, ()):
                table[word] = table.get(word, 0) + (steps << 32 * place)
        half = int.from_bytes(b"\xff\xff\xff\x7f" * len(self.languages), "little")
        for word, row in self._words.items():
            table[word] = table.get(word, 0) + (row if "'" in word else (row >> 1) & half)
        shared: dict[int, int] = {}  # most words are of one language, and few numbers of steps are in use
        more = copy.copy(self)
        more._words = {word: shared.setdefault(row, row) for word, row in table.items()}
        more._sum = lru_cache(_REMEMBERS)(more._add_up)
        return more

    def _add_up(self, word: str) -> int:
        """The weights of a word: of its n-grams, of itself, of its longest known ending."""
        nothing = repeat(0)
        known = self._ngrams.get
        total = self._words.get(word, 0) + sum(map(known, word, nothing))
        padded = f" {word} "
        total += sum(map(known, [padded[i : i + 2] for i in range(len(word) + 1)], nothing))
        total += sum(map(known, [padded[i : i + 3] for i in range(len(word))], nothing))
        for k in _ENDINGS:
            if len(word) > k and word[-k:] in self._endings:
                return total + self._endings[word[-k:]]
        return total

    def scores(self, text: str) -> list[int]:
        """One score per language, higher is likelier; not comparable between texts."""
        text = text[:READS]
        if "¿½" in text or "ż˝" in text:  # U+FFFD that was read as Latin-1 or windows-1250 looks like letters of Polish
            text = text.replace("ï¿½", "\ufffd").replace("ďż˝", "\ufffd")
        lower = text.lower().replace("’", "'")
        words = small_words(lower)
        count = len(words)
        letters = sum(map(len, words)) if words else 1
        one, two, three = self._floors
        total = letters * (one + three) + (letters + count) * two + sum(map(self._sum, words))
        if "'" in lower:
            total += sum(map(self._words.get, _SHORTENED.findall(lower), repeat(0)))
        found = self._unpack(total.to_bytes(self._width, "little"))
        return [score - cost for score, cost in zip(found, self._costs, strict=True)]

    def guess(self, text: str) -> Guess:
        """The likeliest language of ``text``."""
        scores = self.scores(text)
        best = max(scores)
        close = best - 10 * _TEMPERATURE
        total = sum([math.exp((score - best) / _TEMPERATURE) for score in scores if score > close])
        return Guess(self.languages[scores.index(best)], 1.0 / total)


def _load(script: str) -> Model:
    return Model((files("shnorm.language") / "data" / f"profiles-{script}.bin").read_bytes())


MODELS: dict[str, Resource[Model]] = {
    "Latin": Resource("language.latin", lambda: _load("latin")),
    "Cyrillic": Resource("language.cyrillic", lambda: _load("cyrillic")),
    "Arabic": Resource("language.arabic", lambda: _load("arabic")),
    "Devanagari": Resource("language.devanagari", lambda: _load("devanagari")),
}
