"""The Simplified shadow: what a Chinese segmenter is shown in place of a Traditional text, code point for code point.

It knows how to make a view of equal length; it must not know what a word is.  A Simplified text is its own shadow (the very same
object), so segmenting it gives what the segmenter gives.  The shadow is for looking at, never for output: it settles the one
question that decides words (aspectual 著 against 著作) and leaves every other nicety of conversion to :mod:`shnorm.chinese`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from shnorm.fold import SIMPLIFIED
from shnorm.resources import Resource

_LINE_END = re.compile(r"[\r\n]")
_SURROGATE = re.compile("[\ud800-\udfff]")

# Characters that OpenCC's t2s changes and that Simplified text holds all the same (乾坤, 於姓, 藉贯, 瞭望, 徵音, 覆盖, 夥计 ...):
# alone they do not make a text Traditional.
_SHARED = frozenset("乾著於藉瞭徵覆夥麽餘祕鍾讎苧馀剋甦衹")
_SHARED_MARKS = re.compile("[" + "".join(sorted(_SHARED)) + "]")

# What t2s leaves for words or names' sake, nearly always against the Simplified twin: pronouns, and 於 in 於倫敦.
_LEFT = (("牠", "它"), ("妳", "你"), ("祂", "他"), ("於", "于"))

# 著 in a Simplified word; everywhere else it is the particle that Simplified writes 着.
_ZHU = re.compile(
    r"(?<![显顯专專土原名巨编編论論译譯遗遺卓昭执執拙合旧舊新撰较較顕著])著"
    r"(?![名作称稱述者录錄书書文于於有重])"
)


def _marks() -> re.Pattern[str]:
    # OpenCC's character table, read through its converter one character a line so that no phrase applies.  Characters beyond the BMP
    # would turn the class from one look-up into hundreds of comparisons (1 MB/s instead of 200), so they decide nothing.
    han = list(map(chr, range(0x4E00, 0xA000)))
    simplified = _T2S.get()("\n".join(han)).split("\n")
    return re.compile("[" + "".join(a for a, b in zip(han, simplified, strict=True) if a != b and a not in _SHARED) + "]")


def _converter() -> Callable[[str], str]:
    import opencc

    return opencc.OpenCC("t2s").convert


_TRADITIONAL: Resource[re.Pattern[str]] = Resource("segment.traditional", _marks)
_T2S: Resource[Callable[[str], str]] = Resource("segment.t2s", _converter)


def shadow(text: str) -> str:
    """A Simplified view of ``text`` with the same length in code points; ``text`` itself if nothing in it is Traditional.

    Each line is judged by itself, so that a text and its lines have the same shadows.

    >>> shadow("看著綜合開發區的著名專著"), shadow("乾隆的专著")
    ('看着综合开发区的著名专著', '乾隆的专著')
    """
    if text.isascii():
        return text
    traditional = _TRADITIONAL.get()
    if not traditional.search(text):
        return text
    if not _SHARED_MARKS.search(text):
        return _convert(text)
    out = _convert(text)
    pieces: list[str] = []
    kept = end = 0
    for m in _SHARED_MARKS.finditer(text):
        at = m.start()
        if at < end:
            continue
        start = max(text.rfind("\n", end, at), text.rfind("\r", end, at), end - 1) + 1
        line_end = _LINE_END.search(text, at)
        end = line_end.start() if line_end else len(text)
        if not traditional.search(text, start, end):  # a Simplified line on a Traditional page stays as it is
            pieces += out[kept:start], text[start:end]
            kept = end
    return "".join((*pieces, out[kept:])) if pieces else out


def _convert(text: str) -> str:
    try:
        out = _T2S.get()(text)
    except UnicodeEncodeError:
        out = _T2S.get()(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text))
    if len(out) != len(text):  # a converter that ends at a NUL, or a future table with one-to-many phrases
        out = text.translate(SIMPLIFIED.get())
    if "著" in out:
        out = _ZHU.sub("着", out)
    for old, new in _LEFT:  # a search for a single character each: far cheaper than one look at every character
        out = out.replace(old, new)
    return out
