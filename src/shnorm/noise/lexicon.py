"""The cues: short texts that betray noise, one file for each category, read once and indexed for lookup by line.

A lexicon file holds sections ``[rule shape]`` and one cue a line, in lower case and Simplified Chinese, without accents::

    # Where the cues come from.
    [heading item]
    (相关|推荐)(阅读|文章)
    [label label]
    来源

``(a|b|)`` stands for each alternative, ``…`` for a gap of up to 24 characters and ``*`` for the
rest of a word (phrases only), ``#`` for a number.  Shapes:

``item``    stands alone on a line or in a row with other items (``[打印] [关闭]``)
``weak``    an item of ordinary words: counts only among others
``line``    the whole line, nothing beside it
``start``   begins the line; what follows is free but short
``label``   ``label: value`` with a short value
``bare``    the same, and the colon may be missing
``list``    ``label: value``, the value being the rest of the line
``phrase``  occurs in a sentence that is noise as a whole
``word``    a word that the rule itself looks for

It knows shapes; it must not know what any category means.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from importlib import resources as files
from typing import NamedTuple

from shnorm.errors import RuleError
from shnorm.noise.view import WIDE, line_key, wide
from shnorm.resources import Resource

SHAPES = ("item", "weak", "line", "start", "label", "bare", "list", "phrase", "word")
_HEADER = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*) ([a-z]+)\]")
#: Signs that are cues by themselves.
SIGNS = "©ⓒ℗"
_SIGN = re.compile(f"[{SIGNS}]")
_FIRST = re.compile(f"[^\\W_{WIDE}]+")
_NO_LETTER = re.compile(r"[\W\d_]*")
_RUN = re.compile(f"[{WIDE}]{{2,}}")
_MIXED = re.compile(f"[^\\W…#*][{WIDE}]|[{WIDE}][^\\W…#*]")
_ORDER = {"label": 0, "bare": 0, "list": 1, "item": 2, "weak": 3}
#: How many characters beyond its first word a beginning is compared at first, and then before a unit is looked up.
NEAR, FAR = 2, 6
# What stands for something else in a cue.
_MARKS = re.compile("([…#*]| +)")
#: Alternatives in brackets.
GROUP = re.compile(r"\(([^()]*)\)")


class Kind(NamedTuple):
    """What a cue says: its category, the rule of that category that it serves, and its shape.  Thousands of cues share one."""

    category: str
    rule: str
    shape: str


class Cue(NamedTuple):
    """One cue: its category, the rule of that category that it serves, its shape, and its text."""

    category: str
    rule: str
    shape: str
    text: str


class Phrase(NamedTuple):
    """A phrase cue made ready: with keys of which one occurs as well as one of those it is found by (none: unknown)."""

    cue: Cue
    second: frozenset[str]


@dataclasses.dataclass(frozen=True, eq=False)
class Lexicon:
    """All cues, indexed.

    ``units``: items and labels by their text, labels first.  ``numbered``: patterns of those with numbers, by their first word,
    and the cues as written.  ``lengths``: how long the units are that begin with these two (or one) characters or this word, the
    longest first; ``begins``: the beginnings of the units, :data:`NEAR` characters beyond these; ``far``: :data:`FAR` characters
    beyond; ``alone``: those units that are no longer than these.
    ``starts``: ``start`` cues by their first two characters.  ``lines``: by the squeezed text.
    ``spoken``: the phrases.  ``words``: by category and rule.
    """

    units: dict[str, tuple[Kind, ...]]
    numbered: dict[str, tuple[tuple[str, Cue], ...]]
    lengths: dict[str, tuple[int, ...]]
    begins: frozenset[str]
    far: frozenset[str]
    alone: frozenset[str]
    starts: dict[str, tuple[Cue, ...]]
    lines: dict[str, Cue]
    spoken: tuple[Cue, ...]
    words: dict[tuple[str, str], frozenset[str]]
    compiled: dict[str, re.Pattern[str]]

    @cached_property
    def phrases(self) -> dict[str, tuple[Phrase, ...]]:
        """The phrases by a word or a pair of wide characters that occurs in them; clean texts do without."""
        found: dict[str, list[Phrase]] = {}
        for cue in self.spoken:
            first, second = phrase_keys(cue.text)
            ready = Phrase(cue, second)
            for key in first:
                found.setdefault(key, []).append(ready)
        return {key: tuple(own) for key, own in found.items()}

    @cached_property
    def keys(self) -> frozenset[str]:
        """These words and pairs."""
        return frozenset(self.phrases)

    def pattern(self, source: str) -> re.Pattern[str]:
        """A pattern of this lexicon, compiled on first use."""
        found = self.compiled.get(source)
        if found is None:
            found = self.compiled[source] = re.compile(source)
        return found

    def phrase(self, text: str) -> re.Pattern[str]:
        """The pattern of the phrase cue ``text``, compiled on first use."""
        found = self.compiled.get(text)
        if found is None:
            found = self.compiled[text] = re.compile(_pattern(text))
        return found


def expand(cue: str) -> list[str]:
    """Every text that a cue with alternatives stands for.

    >>> expand("(a|b)c(d|)")
    ['acd', 'ac', 'bcd', 'bc']
    """
    parts = GROUP.split(cue)
    options = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*options)]


def read(category: str, text: str) -> list[Cue]:
    """The cues of a lexicon file as they are written, not expanded; raises :class:`~shnorm.errors.RuleError` for a line that is none."""
    cues: list[Cue] = []
    rule = shape = ""
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if not line or line.startswith("# ") or line == "#":
            continue
        header = _HEADER.fullmatch(line)
        if header:
            rule, shape = header.groups()
            if shape not in SHAPES:
                raise RuleError(f"lexicons/{category}.txt:{number}: unknown shape {shape!r}; known: {', '.join(SHAPES)}")
            continue
        if not rule:
            raise RuleError(f"lexicons/{category}.txt:{number}: a cue before the first [rule shape]")
        cues.append(Cue(category, rule, shape, line))
    return cues


def _common() -> frozenset[str]:
    text = (files.files("shnorm.noise") / "common.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.split("\n") if not line.startswith("#") for word in line.split())


#: Words that occur in most texts and so make poor keys.
COMMON: Resource[frozenset[str]] = Resource("noise.common", _common)


def written() -> list[Cue]:
    """The cues of all lexicon files of the package as they are written, files in the order of their names."""
    folder = files.files("shnorm.noise") / "lexicons"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".txt"))
    return [cue for name in names for cue in read(name[:-4], (folder / name).read_text(encoding="utf-8"))]


def load() -> list[Cue]:
    """The same with every alternative of a cue, but for phrases, as a cue of its own."""
    return [cue._replace(text=text) for cue in written() for text in _texts(cue)]


def _texts(cue: Cue) -> list[str]:
    return [cue.text] if cue.shape == "phrase" or "(" not in cue.text else list(dict.fromkeys(expand(cue.text)))


def pairs(seen: str) -> set[str]:
    """The pairs of neighbouring characters, by which phrases with wide characters are found."""
    return set(map("".join, itertools.pairwise(seen)))


def first_key(text: str, start: int) -> str:
    """By what a unit is looked up: its first word, or its first two characters if they are wide or no letters.

    >>> first_key("share on facebook", 0), first_key("分享到", 0), first_key("赞", 0)
    ('share', '分享', '赞')
    """
    word = _FIRST.match(text, start)
    return word.group() if word else text[start : start + 2]


def counted_key(text: str, start: int) -> str:
    """By what a cue that begins with a number is looked up: ``#`` and the first letter after it.

    >>> counted_key("# comments", 0), counted_key("see 12 comments", 4)
    ('#c', '#c')
    """
    mark = _NO_LETTER.match(text, start)
    end = mark.end() if mark else start
    return "#" + text[end : end + 1]


@lru_cache(maxsize=2048)
def phrase_keys(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Words or pairs of wide characters, of which one occurs in whatever the phrase matches: those of its two most telling parts."""
    ranked: list[tuple[float, list[str]]] = []
    parts = GROUP.split(text)
    for i, part in enumerate(parts):
        # A word at the border of a part is whole only if the neighbour part does not go on with it.
        before, after = parts[i - 1][-1:] if i else " ", parts[i + 1][:1] if i + 1 < len(parts) else " "
        if i % 2:
            before = before or (" " if i == 1 or _open_border(parts, i, -1) else "*")
            after = after or (" " if i + 2 == len(parts) or _open_border(parts, i, 1) else "*")
        else:
            before, after = " " if i == 0 else "*", " " if i + 1 == len(parts) else "*"
        keys = [_key(before + choice + after) for choice in (part.split("|") if i % 2 else [part])]
        if keys and all(keys):
            ranked.append((min(_telling(key) for key in keys) - 0.1 * len(keys), list(dict.fromkeys(keys))))
    ranked.sort(key=lambda item: -item[0])
    best = ranked[0][1] if ranked else _keys_of_all(expand(text))
    if not all(best):
        raise RuleError(
            f"the phrase {text!r} has no part whose every alternative holds a word or two wide characters side by side"
        )
    return tuple(best), frozenset(ranked[1][1] if len(ranked) > 1 else ())


def _keys_of_all(texts: list[str]) -> list[str]:
    """The key of each of many texts, which end alike: what the ends say is worked out once."""
    known: dict[str, str] = {}
    out: dict[str, None] = {}
    signed = any(sign in text for sign in SIGNS for text in texts)
    for text in texts:
        end = text[-3:]
        key = known.get(end)
        if key is None:
            key = known[end] = "" if signed else _last_pair(_RUN.findall(end))
        out[key or _key(f" {text} ")] = None
    return list(out)


def _last_pair(runs: list[str]) -> str:
    """The last pair of neighbours that is not too common; empty if there is none."""
    common = COMMON.get()
    pairs = (run[i : i + 2] for run in reversed(runs) for i in range(len(run) - 2, -1, -1))
    return next((pair for pair in pairs if pair not in common), "")


def _open_border(parts: list[str], i: int, step: int) -> bool:
    """Whether the group beside group ``i`` is empty or has a blank on this side in each of its forms, and a blank beyond."""
    beyond = parts[i + 3 * step] if 0 <= i + 3 * step < len(parts) else ""
    edge = -1 if step < 0 else 0
    choices = parts[i + 2 * step].split("|")
    return all(not choice or choice[edge] == " " for choice in choices) and (not beyond or beyond[edge] == " ")


def _telling(key: str) -> float:
    if key in COMMON.get():
        return 0.5
    return 6.0 if wide(key) or _SIGN.search(key) else float(len(key)) if len(key) > 2 else 0.4


def _key(text: str) -> str:
    """A word, or the last pair of the longest run of wide characters, of one alternative between its borders; empty if there is none."""
    if text[1:-1].isascii() and text[1:-1].isalnum() and text[0] in " *" and text[-1] in " *":
        return "" if "*" in text else text[1:-1]
    sign = _SIGN.search(text)
    if sign:
        return sign.group()
    runs: list[str] = _RUN.findall(text) or _MIXED.findall(text)
    if runs:
        return _last_pair(runs) or runs[-1][-2:]
    inner = [m.group() for m in re.finditer(r"[^\W_]+", text) if text[: m.start()][-1:] != "*" and text[m.end() :][:1] != "*"]
    return max((word for word in inner if not wide(word)), key=_telling, default="")


def _pattern(text: str) -> str:
    out = []
    for i, part in enumerate(GROUP.split(text)):
        out.append("(?:" + "|".join(map(_piece, part.split("|"))) + ")" if i % 2 else _piece(part))
    body = "".join(out)
    first, last = text[0], text[-1]
    left = f"(?<![^\\W_{WIDE}])" if first.isalnum() and not wide(first) else ""
    return left + body + (r"(?![^\W\d_])" if last.isalpha() and not wide(last) else "")


def _piece(text: str) -> str:
    out = []
    for piece in _MARKS.split(text):
        if piece == "…":
            out.append(r"[^。!?]{0,24}?")
        elif piece == "#":
            out.append(r"\d[\d.,]*")
        elif piece == "*":
            out.append(r"\w{0,12}")
        elif piece.startswith(" "):
            out.append(r"[\s,]{1,3}")
        elif piece:
            out.append(re.escape(piece))
    return "".join(out)


def index(cues: list[Cue]) -> Lexicon:
    """Cues, as they are written, made ready for lookup; of two equal ones the first read counts."""
    units: dict[str, tuple[Kind, ...]] = {}
    numbered: dict[str, list[tuple[str, Cue]]] = {}
    starts: dict[str, list[Cue]] = {}
    lines: dict[str, Cue] = {}
    spoken: list[Cue] = []
    own: dict[tuple[str, str], set[str]] = {}
    kinds: dict[Kind, tuple[Kind, ...]] = {}
    for cue in cues:
        category, rule, shape, text = cue
        if shape not in ("line", "start", "phrase", "word") and "#" in text and (heads := _headed(text)):
            for head, rest in heads:
                numbered.setdefault(first_key(head, 0), []).append((rest, cue))
            continue
        texts = _texts(cue)
        if shape == "line":
            for text in texts:
                lines.setdefault(line_key(text), Cue(category, rule, shape, text))
        elif shape == "start":
            for text in texts:
                starts.setdefault(text[:2], []).append(Cue(category, rule, shape, text))
        elif shape == "phrase":
            spoken.append(cue)
        elif shape == "word":
            own.setdefault((category, rule), set()).update(texts)
        elif "#" in text:
            for text in texts:
                # Not every alternative need have a number.
                if "#" in text:
                    key = counted_key(text, 0) if text[0] == "#" else first_key(text, 0)
                    numbered.setdefault(key, []).append((_piece(text) + r"(?!\w)", Cue(category, rule, shape, text)))
                else:
                    _add(units, [text], kinds.setdefault(Kind(category, rule, shape), (Kind(category, rule, shape),)))
        else:
            _add(units, texts, kinds.setdefault(Kind(category, rule, shape), (Kind(category, rule, shape),)))
    for text in [text for text in units if text[-1] == ":"]:
        # `e-mail:` is the button of a form only if no label says more of it.
        if any(kind.shape in ("label", "bare") for kind in units.get(text[:-1].rstrip(), ())):
            del units[text]
    keys = _unit_keys(units)
    ends = list(map(len, keys))
    lengths: dict[str, list[int]] = {}
    for key, size in set(zip(keys, map(len, units), strict=True)):
        lengths.setdefault(key, []).append(size)
    return Lexicon(
        units=units,
        numbered={key: tuple(found) for key, found in numbered.items()},
        lengths={key: tuple(sorted(sizes, reverse=True)) for key, sizes in lengths.items()},
        begins=frozenset([text[: end + NEAR] for text, end in zip(units, ends, strict=True)]),
        far=frozenset([text[: end + FAR] for text, end in zip(units, ends, strict=True)]),
        alone=frozenset(units.keys() & lengths.keys()),
        starts={key: tuple(sorted(found, key=lambda cue: -len(cue.text))) for key, found in starts.items()},
        lines=lines,
        spoken=tuple(spoken),
        words={name: frozenset(found) for name, found in own.items()},
        compiled={},
    )


def _headed(text: str) -> list[tuple[str, str]]:
    """The beginnings of a numbered cue that tell by what it is looked up, each with the pattern of all that begins so; none if not all
    of its alternatives have a number, or one begins with it."""
    parts = GROUP.split(text)
    options = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    if not any(all("#" in choice for choice in choices) for choices in options):
        return []
    heads = [""]
    for n, choices in enumerate(options):
        heads = [head + choice for head in heads for choice in choices]
        if all(_keyed(head) for head in heads):
            rest = "".join("(?:" + "|".join(map(_piece, own)) + ")" for own in options[n + 1 :]) + r"(?!\w)"
            return [] if any(head[0] == "#" for head in heads) else [(head, _piece(head) + rest) for head in heads]
    return []


def _keyed(head: str) -> bool:
    """Whether the beginning of a cue tells what :func:`first_key` says of it."""
    word = _FIRST.match(head)
    return word.end() < len(head) if word else len(head) > 1


def _unit_keys(units: Iterable[str]) -> list[str]:
    """The same as :func:`first_key` at the beginning of each; most begin with the same few words."""
    heads = [text.partition(" ")[0] for text in units]
    keys: dict[str, str] = {}
    for head in set(heads):
        if head.isalnum() and not wide(head):
            keys[head] = head
        elif len(head) > 1 and wide(head[0]):
            keys[head] = head[:2]
    return [keys.get(head) or first_key(text, 0) for text, head in zip(units, heads, strict=True)]


def _add(units: dict[str, tuple[Kind, ...]], texts: list[str], kinds: tuple[Kind, ...]) -> None:
    """Add texts of one kind, labels before items where a text is both."""
    new = dict.fromkeys(texts, kinds)
    if not units.keys().isdisjoint(new):
        for text in units.keys() & new.keys():
            new[text] = tuple(sorted((*units[text], *kinds), key=lambda kind: _ORDER.get(kind.shape, 0)))
    units.update(new)


#: The lexicon of the package.
LEXICON: Resource[Lexicon] = Resource("noise.lexicon", lambda: index(written()))
