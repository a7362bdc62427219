"""Traditional to Simplified, character for character: OpenCC, and what it needs put right.

``simplified(text)`` takes text that is known to be Traditional (or mixed) Chinese; which lines are is not its business.
OpenCC's t2s does the work; afterwards the few characters that it leaves or gets wrong are settled one by one: 著 by the words on
both sides, names by their surroundings, variants and phrases by table.  The result has as many code points as the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from typing import NamedTuple

from shnorm.chinese import aspect, names
from shnorm.language.variants import ORTHOGRAPHY
from shnorm.resources import Resource
from shnorm.script import beyond_bmp

Convert = Callable[[str], str]
#: A replacement of ``text[start:end]`` by a string of the same length.
Patch = tuple[int, int, str]

_UNSAFE = re.compile("([\x00\ud800-\udfff]+)")


def opencc_converter(config: str, rare: bool) -> Convert:
    """A function that converts any ``str`` by an OpenCC configuration; ``rare`` admits characters that few fonts hold."""
    import opencc

    try:
        converter = opencc.OpenCC(config, include_tofu_risk_dictionaries=rare)
    except TypeError:  # OpenCC before 1.3.2 does not know the switch
        converter = opencc.OpenCC(config)
    convert: Convert = converter.convert

    def safe(text: str) -> str:
        # OpenCC reads UTF-8: some of its configurations stop at a NUL, and none takes a lone surrogate.
        if "\0" not in text:
            try:
                return convert(text)
            except UnicodeEncodeError:
                pass
        return "".join(piece if i % 2 else convert(piece) for i, piece in enumerate(_UNSAFE.split(text)))

    return safe


_BEYOND = re.compile("[\U00010000-\U0010ffff]")
CONVERTERS: dict[tuple[str, bool], Resource[Convert]] = {}


def converter(config: str, rare: bool = False) -> Convert:
    """The converter of an OpenCC configuration (``t2s``, ``s2tw``, ...), built on first use."""
    key = (config, rare)
    resource = CONVERTERS.get(key)
    if resource is None:
        name = f"conversion.{config}{'.rare' if rare else ''}"
        resource = CONVERTERS.setdefault(key, Resource(name, lambda: opencc_converter(config, rare)))
    return resource.get()


#: Words by the first character that OpenCC gets wrong in them and the one after it (none: it is the last).
Words = dict[tuple[str, str], list[tuple[int, str, str]]]


class Fixes(NamedTuple):
    """What is put right after OpenCC: characters that trigger a look, variants, and words by the character that they fix."""

    triggers: re.Pattern[str]
    variants: dict[str, str]
    words: Words


def table(name: str) -> list[str]:
    """The lines of a data file of this package without its comments."""
    text = (files("shnorm.chinese") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _load() -> Fixes:
    convert = converter("t2s")
    variants = {pair[0]: pair[1] for line in table("variants.txt") for pair in line.split(" ")}
    # OpenCC turns some characters into one of these variants (悞 -> 悮): they go all the way.
    traditional = sorted(ORTHOGRAPHY.get().traditional)
    for char, half in zip(traditional, convert("\n".join(traditional)).split("\n"), strict=True):
        if half in variants:
            variants[char] = variants[half]
    pairs: dict[str, str] = {}
    for line in table("phrases.txt"):
        phrase, simple = line.split("\t")
        pairs[phrase] = simple
        pairs.setdefault(simple, simple)
    for word in table("kept.txt"):
        pairs[word] = word
    words = index(pairs.items(), convert)
    triggers = "".join(sorted({*variants, *(char for char, _ in words), *names.KEPT, "著"}))
    return Fixes(re.compile(f"[{re.escape(triggers)}]"), variants, words)


def index(pairs: Iterable[tuple[str, str]], convert: Convert) -> Words:
    """``pairs`` of (Traditional, Simplified) that ``convert`` gets wrong, the longest first; the others are left out."""
    words: Words = {}
    for traditional, simple in pairs:
        wrong = [i for i, (a, b) in enumerate(zip(convert(traditional), simple, strict=True)) if a != b]
        if wrong:
            i = wrong[0]
            words.setdefault((traditional[i], traditional[i + 1 : i + 2]), []).append((i, traditional, simple))
    for found in words.values():
        found.sort(key=lambda word: -len(word[1]))
    return words


FIXES: Resource[Fixes] = Resource("conversion.fixes", _load)


def simplified(text: str, *, rare: bool | None = False) -> str:
    """``text`` in Simplified characters; as many code points as ``text``.

    ``rare``: whether characters that few fonts hold may appear; ``None`` lets them in where the text holds such already.

    >>> simplified("他看著徐乾學的名著，牠們在臺灣")
    '他看着徐乾学的名著，它们在台湾'
    """
    if rare is None:
        rare = beyond_bmp(text)
    out = converter("t2s", rare)(text)
    if len(out) != len(text):
        out = _by_character(text)
    if not rare and beyond_bmp(out):
        # OpenCC counts some of the characters beyond the BMP as common: few fonts agree.
        out = apply(out, [(m.start(), m.end(), text[m.start()]) for m in _BEYOND.finditer(out)])
    patches = _patches(text, out)
    return apply(out, patches) if patches else out


def _by_character(text: str) -> str:
    from shnorm.fold import simplified as folded

    return folded(text)


def _patches(text: str, out: str) -> list[Patch]:
    fixes = FIXES.get()
    patches: list[Patch] = []
    done = 0
    for m in fixes.triggers.finditer(text):
        i = m.start()
        if i >= done:
            patch = _patch(fixes, text, out, i, m.group())
            if patch is not None:
                patches.append(patch)
                done = patch[1]
    if "於" in out:
        # OpenCC's names (於倫, 於單, 於潛) are found inside 於倫敦, 於單位, 用於潛水 as well.
        _prepositions(text, out, patches)
    return patches


def _patch(fixes: Fixes, text: str, out: str, i: int, char: str) -> Patch | None:
    for key in ((char, text[i + 1 : i + 2]), (char, "")):
        for offset, traditional, simple in fixes.words.get(key, ()):
            start = i - offset
            if start >= 0 and text.startswith(traditional, start):
                return start, start + len(traditional), simple
    if char == "著":
        wrong, right = out[i] == "著" and not aspect.keeps(out, i), "着"
        if wrong and out[i - 1 : i] == "藉" and text[i - 2 : i - 1] not in _CONSOLING:
            return i - 1, i + 1, "借着"  # OpenCC knows 藉着 by heart, not 藉著
    elif char in names.KEPT:
        wrong, right = out[i] != char and names.in_name(text, i), char
    else:
        right = fixes.variants.get(char, char)
        wrong = out[i] in fixes.variants and out[i] != right
    return (i, i + 1, right) if wrong else None


# 慰藉, 蘊藉, 狼藉, 枕藉, 醞藉 keep their 藉.
_CONSOLING = frozenset("慰蘊蕴狼枕醞酝")
_HAN_BEFORE = re.compile("[㐀-鿿]")
_OTHER_WORD = re.compile(
    "於(?:倫敦|倫理|單[位元一獨純調價親]|潛[水在力能意伏艇航]|戲[劇曲院]|坦[克桑白誠]|其一[生般]|琳琅|則天|穆斯|敖德|陵墓)"
)


def _prepositions(text: str, out: str, patches: list[Patch]) -> None:
    taken = {i for start, end, _ in patches for i in range(start, end)}
    found: list[Patch] = []
    i = out.find("於")
    while i >= 0:
        if i not in taken and text[i] == "於":
            inside = (
                i > 0
                and bool(_HAN_BEFORE.match(text[i - 1]))
                and text[i - 1] not in "樊單鄔淳"
                and text[i - 1] not in _NAMES_BEFORE
            )
            if inside or _OTHER_WORD.match(text, i):
                found.append((i, i + 1, "于"))
        i = out.find("於", i + 1)
    if found:
        patches.extend(found)
        patches.sort()


_NAMES_BEFORE = frozenset("和與及為是叫名者員長師授生士")


def apply(text: str, patches: Sequence[Patch]) -> str:
    """``text`` with sorted, disjoint ``patches`` made."""
    pieces: list[str] = []
    position = 0
    for start, end, new in patches:
        pieces.append(text[position:start])
        pieces.append(new)
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
