"""What has to stand in a line for a phrase cue to match it: literals of which one is needed, chosen where they are rarest in good text.

It knows how phrases are written; it must not know what any of them betrays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache

from shnorm.literals import Literals
from shnorm.noise.lexicon import COMMON, GROUP, phrase_keys
from shnorm.noise.view import WIDE, wide

# The most common Chinese characters, the most common first; characters of phrases are chosen among the others where possible.
_COMMON = (
    "的一是在了不有人我国他中这为上个来大到和时地要年们就以也说会得而对于下子生行自过之后那着发作可成如起都前没所然家里事方分学看小多日天出能法开高心想只还面样道好用经些现动同本实把十点进长老已手种从其主定公很西最去将全回情两间者"
    "应当相文无问何被因此关系见部位体次正工外头并制度内性己与数代新第水三她又力机信期美加政它产总重意名声等理军先民由使向明通常给表少身比路员果变立入化业建设展区求利社市做今城近早死放直马象提请几知特每认北南东月字号接更场式别真打且"
)
#: Alternatives of a phrase that are worth a literal each.
_MOST_LITERALS = 300
#: What a literal more costs, in matches a line.
_PRICE = 3e-7


class Need:
    """What else has to stand in a line beside a literal for the ``phrase``: one of the ``literals``, one of the ``words`` and one of the
    ``others`` (empty: nothing more); and the most that the line may say for the phrase to take all of it."""

    def __init__(self, phrase: str, literals: Sequence[str], limit: float) -> None:
        self.phrase, self.literals, self.limit = phrase, Literals(literals), limit

    @cached_property
    def words(self) -> frozenset[str]:
        """Whole words of scripts with blanks of which one stands in the line."""
        return _whole_words(phrase_keys(self.phrase)[0])

    @cached_property
    def others(self) -> frozenset[str]:
        """The same of another part of the phrase."""
        return _whole_words(phrase_keys(self.phrase)[1])


def _whole_words(keys: Collection[str]) -> frozenset[str]:
    return frozenset(keys) if all(key.isalnum() and not wide(key) for key in keys) else frozenset()


def needed(text: str) -> tuple[list[str], list[str]]:
    """Literals of which one stands in a plain line (:func:`plain`) wherever the phrase ``text`` matches: of the run of neighbouring
    parts that is rarest in good text.  Then the same of the rarest other run (or none)."""
    parts: list[list[str]] = []
    for i, part in enumerate(GROUP.split(text)):
        if i % 2:
            parts.append(part.split("|"))
        else:
            for j, piece in enumerate(_GAP.split(part)):
                parts.extend([[]] * (j > 0) + [[piece]] * bool(piece))
    # A gap inside an alternative: only the rarest piece of it counts, and it has no neighbour.
    gaps = [any(_GAP.search(choice) for choice in part) for part in parts]
    costs = [sum(_cost(_rarest(choice)) for choice in part) for part in parts]
    says = [all(plain(choice).strip() for choice in part) for part in parts]
    ranked: list[tuple[float, int, int]] = []
    for i in range(len(parts)):
        size, cost = 1, 1.0
        for j in range(i, len(parts)):
            size *= len(parts[j])
            if not 0 < size <= _MOST_LITERALS or (j > i and (gaps[i] or gaps[j])):
                break
            cost *= costs[j]
            if any(says[i : j + 1]):
                ranked.append((cost + _PRICE * size, i, j))
    ranked.sort()
    if not ranked:
        raise ValueError(f"the phrase {text!r} has no part that always says something")
    _, i, j = ranked[0]
    second = next(((a, b) for cost, a, b in ranked if (b < i or a > j) and cost < 0.2), None)
    return _spelled(parts[i : j + 1]), _spelled(parts[second[0] : second[1] + 1]) if second else []


def _spelled(parts: list[list[str]]) -> list[str]:
    found = (plain(_rarest("".join(choice))).strip() for choice in itertools.product(*parts))
    return list(dict.fromkeys(found))


def _rarest(choice: str) -> str:
    return min(_GAP.split(choice), key=_cost) if _GAP.search(choice) else choice


@lru_cache(maxsize=1024)
def _cost(piece: str) -> float:
    """About how often the piece occurs in a line."""
    cost = 1.0
    for word in WORDS.findall(piece):
        if wide(word):
            rank = _COMMON.find(word)
            cost *= 1 / (8 + rank) if rank >= 0 else 0.002
        else:
            cost *= 0.03 if len(word) < 3 or word in COMMON.get() else 0.002 if len(word) < 5 else 0.0005
    return cost


_GAP = re.compile("[…#*]")
#: Words, wide characters one by one.
WORDS = re.compile(f"[{WIDE}]|[^\\W_{WIDE}]+")

_BLANKS = re.compile(r"[^\S\n]+")
# Those beyond ASCII are blanks in a view.
_OTHER_BLANKS = "\t\x0b\x0c\x1c\x1d\x1e\x1f"
_FILLING = b" ," + _OTHER_BLANKS.encode()


def plain(seen: str) -> str:
    """A view with commas and runs of blanks made one blank, as the patterns of phrases take them."""
    if "," in seen:
        seen = seen.replace(",", " ")
    # All blanks but one are no printable characters.
    if not seen.isprintable() and any(blank in seen for blank in _OTHER_BLANKS):
        return _BLANKS.sub(" ", seen)
    while "  " in seen:
        seen = seen.replace("  ", " ")
    return seen


def unfilled(seen: bytes) -> bytes:
    """A view in UTF-8 without commas and blanks, but with its line ends."""
    return seen.translate(None, _FILLING)
