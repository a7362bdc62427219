"""A naive Bayes model over character n-grams for the scripts that several languages share (Latin, Cyrillic, Arabic, Devanagari).

It tells the languages of ONE script apart; it must not know how the script was found, and nothing about Chinese.
The weights are langdetect's profiles (Apache-2.0), prepared by ``tools/build_language_tables.py``.  The scores of all
languages for an n-gram lie side by side in one Python integer, 32 bits each, so that adding up a text is one integer
addition per n-gram for all languages together.
"""

from __future__ import annotations

import json
import math
import re
import struct
import zlib
from importlib.resources import files
from typing import NamedTuple

from shnorm.resources import Resource

#: Code points of a text that the model reads: beyond, answers do not change (and a 32-bit sum cannot overflow).
READS = 2000
#: Steps of the stored weights per nat, and how far n-grams of one text repeat each other's evidence.
_TEMPERATURE = 40.0
_WORDS = re.compile(r"[^\W\d_]+")
#: Languages outside the commonest need more evidence, in steps: short texts are hardly ever in one of them.
_COMMON = frozenset(re.findall("..", "enfrdeesitptnlplsvdaficshurotridviruukbgarfahi"))
_RARE_LANGUAGE_COSTS = 60


class Guess(NamedTuple):
    """A language, and the share of the probability that it gets among the languages of the script."""

    code: str
    confidence: float


class Model:
    """The n-gram weights of the languages of one script."""

    __slots__ = ("_handicaps", "_table", "_unpack", "_width", "languages")

    def __init__(self, data: bytes) -> None:
        raw = zlib.decompress(data)
        split = 4 + int.from_bytes(raw[:4], "little")
        head = json.loads(raw[4:split])
        self.languages: tuple[str, ...] = tuple(head["languages"])
        n, grams = len(self.languages), head["grams"]
        wide = bytearray(4 * (len(raw) - split))
        wide[::4] = raw[split:]
        rows = memoryview(wide)
        self._width = 4 * n
        self._unpack = struct.Struct(f"<{n}I").unpack
        self._handicaps = tuple(0 if code in _COMMON else _RARE_LANGUAGE_COSTS for code in self.languages)
        read = int.from_bytes
        self._table = {
            gram: read(rows[i : i + 4 * n], "little") for gram, i in zip(grams, range(0, len(wide), 4 * n), strict=True)
        }

    def scores(self, text: str) -> list[int]:
        """One score per language, higher is likelier."""
        words = " ".join(_WORDS.findall(text[:READS].lower()))
        padded = f" {words} "
        get, total = self._table.get, 0
        for gram in padded:
            total += get(gram, 0)
        for i in range(len(padded) - 1):
            total += get(padded[i : i + 2], 0)
        for i in range(len(padded) - 2):
            total += get(padded[i : i + 3], 0)
        found = self._unpack(total.to_bytes(self._width, "little"))
        return [score - cost for score, cost in zip(found, self._handicaps, strict=True)]

    def guess(self, text: str) -> Guess:
        """The likeliest language of ``text``."""
        scores = self.scores(text)
        best = max(scores)
        total = sum(math.exp(max(-60.0, (score - best) / _TEMPERATURE)) for score in scores)
        return Guess(self.languages[scores.index(best)], 1.0 / total)


def _load(script: str) -> Model:
    return Model((files("shnorm.language") / "data" / f"profiles-{script}.bin").read_bytes())


MODELS: dict[str, Resource[Model]] = {
    "Latin": Resource("language.latin", lambda: _load("latin")),
    "Cyrillic": Resource("language.cyrillic", lambda: _load("cyrillic")),
    "Arabic": Resource("language.arabic", lambda: _load("arabic")),
    "Devanagari": Resource("language.devanagari", lambda: _load("devanagari")),
}
