"""``SimplifyChinese``: what is Traditional Chinese in a text, and only that, becomes Simplified.

It decides which lines are Traditional, by the characters that exist in one orthography only; :mod:`~shnorm.chinese.convert`
converts them.  It must not repair, translate or touch anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from shnorm.chinese import names
from shnorm.chinese.convert import FIXES, Patch, apply, converter, simplified, table
from shnorm.edits import Edit, Rewrite
from shnorm.gate import Context
from shnorm.language.variants import CLEARLY, ORTHOGRAPHY, could_be_japanese
from shnorm.lines import Lines
from shnorm.protect import user_spans
from shnorm.resources import Resource
from shnorm.rules import Rule, RuleSet
from shnorm.script import absent, beyond_bmp, utf8

_RULE = "simplify.convert"
_WHY = "the line is written in Traditional characters"

_KANA = frozenset(map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB), *range(0x31F0, 0x3200), *range(0xFF66, 0xFF9E))))
_KANA_LETTER = re.compile("[ぁ-ゖァ-ヺㇰ-ㇿｦ-ﾝ]")
_HANGUL = re.compile("[가-힣]")
_HAN = re.compile("[㐀-䶿一-鿿]")
_LATIN = re.compile("[A-Za-z]")
_LETTERS = bytes(code for code in range(0x80) if chr(code).isalpha())
# Code points in which a text with Han mostly shows some.
_HEAD = 100
# A line no longer than this takes its language from Japanese or Korean neighbours if nothing in it speaks for Chinese.
_HEADING = 30
# Han characters in a line of another script that may be no more than a foreign name.
_NAME = 8
_SPARSE = re.compile("^[^\n㐀-䶿一-鿿]*(?:[㐀-䶿一-鿿][^\n㐀-䶿一-鿿]*){1,8}$", re.MULTILINE)


class _Signs(NamedTuple):
    telling: frozenset[str]  # Traditional forms that no converted text holds
    soft: frozenset[str]  # forms that Simplified keeps in some words and names: they tell where conversion changes them
    simplified: frozenset[str]
    japanese: frozenset[str]
    tells: re.Pattern[str]  # a telling one
    finds: re.Pattern[str]  # a telling or soft one
    others: re.Pattern[str]  # anything that makes it worth looking at single lines


def _signs() -> _Signs:
    orthography, fixes = ORTHOGRAPHY.get(), FIXES.get()
    # Converted text may still hold forms that words and names keep (蒐 in 蒐狩): they must not make it Traditional again.
    kept = {c for words in fixes.words.values() for _, _, simple in words for c in simple} | names.KEPT.keys()
    soft = (orthography.traditional & kept) | _NOT_STANDARD
    telling = (orthography.traditional | fixes.variants.keys()) - soft
    simple, japanese = orthography.simplified, orthography.japanese
    # Characters above U+FFFF would make the classes a hundred times slower; texts that hold any are looked at closely.
    tells, finds = re.compile(f"[{_in_bmp(telling)}]"), re.compile(f"[{_in_bmp(telling | soft)}]")
    others = re.compile(f"[{_in_bmp(simple | japanese | _KANA)}가-힣\U00010000-\U0010ffff]")
    return _Signs(telling, soft, simple, japanese, tells, finds, others)


def _in_bmp(chars: Iterable[str]) -> str:
    return "".join(sorted(c for c in chars if c < "\U00010000"))


# In GB 2312, and yet no form of the mainland's standard but in names.
_NOT_STANDARD = frozenset("後於菸榘袷")
# Characters that OpenCC's phrases or the tables here change in some words only.
_BY_WORD = re.compile("[沈藉覆瞭乾衹甦哩么俱彷著徵座昇汎]")


SIGNS: Resource[_Signs] = Resource("simplify.signs", _signs)
_HANT, _HANS, _SILENT, _FOREIGN, _NONE = "hant", "hans", "silent", "foreign", "none"


def traditional_spans(text: str, lang: str | None = None) -> list[tuple[int, int]]:
    r"""The stretches of ``text`` that are Traditional Chinese: whole lines, half-open, in order, in code points.

    A line without telling characters follows its page; Japanese, Korean and Simplified lines are left out.
    ``lang``: the language of the page if it is known.

    >>> traditional_spans("臺灣\nこれは漢字です\n台湾")
    [(0, 3)]
    """
    return _traditional_spans(text, lang, lambda: absent(utf8(text)))[0]


def _traditional_spans(text: str, lang: str | None, missing: Callable[[], bytes]) -> tuple[list[tuple[int, int]], bool]:
    """The spans, and whether the text holds anything for which single lines have to be looked at, such as kana.

    ``missing`` gives the bytes that the text lacks, see :func:`~shnorm.script.absent`.
    """
    base = (lang or "").split("-")[0].lower()
    if base in ("ja", "ko"):
        return [], True
    signs = SIGNS.get()
    other = signs.others.search(text) is not None
    return _spans(text, lang, signs, other, missing), other


def _spans(text: str, lang: str | None, signs: _Signs, other: bool, missing: Callable[[], bytes]) -> list[tuple[int, int]]:
    if other and beyond_bmp(text):
        signs = _with_rare(signs, frozenset(text))
    if not signs.finds.search(text):
        # Nothing here is certainly Traditional.  Words such as 著手 or 乾杯 still are, in a text that is all Chinese.
        if lang in _TRADITIONAL:
            return [(0, len(text))]
        by_word = lang != "zh-Hans" and not other and _BY_WORD.search(text) is not None
        return [(0, len(text))] if by_word and not _LETTERS.translate(None, missing()) else []
    if other or (_LETTERS.translate(None, missing()) and any(_foreign_name(m.group()) for m in _SPARSE.finditer(text))):
        return _by_line(text, signs, lang)
    return [(0, len(text))]


_TRADITIONAL = frozenset(("zh-Hant", "zh-TW", "zh-HK", "zh-MO", "yue", "zh-Hant-TW", "zh-Hant-HK"))


def _with_rare(signs: _Signs, chars: frozenset[str]) -> _Signs:
    # The text uses characters that few fonts hold, so it may get more of them: 殢 has such a partner.
    ordered = "\n".join(sorted(c for c in chars if c not in "\r\n" and not "\ud800" <= c < "\ue000"))
    converted = converter("t2s", True)(ordered)
    more = {a for a, b in zip(ordered, converted, strict=False) if a != b} if len(converted) == len(ordered) else set()
    telling = signs.telling | (more - signs.soft - signs.simplified)
    return signs._replace(telling=telling, finds=re.compile(f"[{''.join(sorted(telling | signs.soft))}]"))


def _by_line(text: str, signs: _Signs, lang: str | None) -> list[tuple[int, int]]:
    lines = Lines(text)
    kinds: list[str] = []
    weight = 0
    asian = 0
    known = (lang or "").split("-")[0] in ("zh", "yue", "lzh")
    for line in lines.contents:
        kind, gain = _kind(line, signs, known)
        kinds.append(kind)
        weight += gain
        asian += kind == _FOREIGN
    if asian:
        _neighbours(lines, kinds)
    page_is_traditional = weight > 0 and lang != "zh-Hans"
    found: list[tuple[int, int]] = []
    for place, kind in zip(lines, kinds, strict=True):
        follows = bool(found) and found[-1][1] == place.start
        if kind == _HANT or (kind == _NONE and follows) or (kind == _SILENT and page_is_traditional):
            found[-1:] = [(found[-1][0], place.next)] if follows else [*found[-1:], (place.start, place.next)]
    return found


def _kind(line: str, signs: _Signs, known: bool) -> tuple[str, int]:
    """What a line is, and what it says of its page (positive: Traditional); ``known``: the page is known to be Chinese."""
    if line.isascii():
        return _NONE, 0
    if not signs.others.search(line):
        if not signs.finds.search(line):
            return (_SILENT, 0) if _HAN.search(line) else (_NONE, 0)
        if not known and _foreign_name(line):
            return _NONE, 0
        if signs.tells.search(line):
            return _HANT, 2
    chars = frozenset(line)
    t, s = len(chars & signs.telling), len(chars & signs.simplified)
    if t * CLEARLY <= s:
        soft = chars & signs.soft
        if soft:
            out = simplified(line)
            t += sum(out.count(c) != line.count(c) for c in soft)
    if not _KANA.isdisjoint(chars) or _HANGUL.search(line):
        han = len(_HAN.findall(line))
        if 8 * len(_KANA_LETTER.findall(line)) >= han or 4 * len(_HANGUL.findall(line)) >= han:
            return _FOREIGN, 0
    if not known and (not signs.japanese.isdisjoint(chars) or (t and s)):
        j = len(chars & signs.japanese)
        if (j > t and s <= 2 * j) or ((j or s) and could_be_japanese(line)):
            return _FOREIGN, 0
    if t == 0:
        if s:
            return _HANS, -s
        return (_SILENT, 0) if _HAN.search(line) else (_NONE, 0)
    if s and t * CLEARLY <= s:
        return _HANS, t - s
    return _HANT, t - s


def _foreign_name(line: str) -> bool:
    # "the Goto (後藤) family": a few characters in a line of Latin letters, and Japanese writes them too.
    if not _LATIN.search(line):
        return False
    han = "".join(_HAN.findall(line))
    return len(han) <= _NAME and 8 * len(han) < len(line) and could_be_japanese(han)


def _neighbours(lines: Lines, kinds: list[str]) -> None:
    """A short line between Japanese or Korean ones, in characters that Japanese writes, is one of them: a heading, a name."""
    own = kinds[:]
    full = [i for i, kind in enumerate(own) if kind != _NONE]
    foreign = sum(own[i] == _FOREIGN for i in full)
    mostly = 2 * foreign > len(full)
    for place, i in enumerate(full):
        if own[i] not in (_HANT, _SILENT):
            continue
        beside = [own[full[k]] for k in (place - 1, place + 1) if 0 <= k < len(full)]
        if not (mostly or all(kind == _FOREIGN for kind in beside)):
            continue
        line = lines.content(i)
        if len(line) <= _HEADING and could_be_japanese(line):
            kinds[i] = _FOREIGN


_CODE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]+`", re.MULTILINE | re.DOTALL)
# A title or name in brackets that holds kana, inside a Chinese line.
_BRACKETED = re.compile("[「『《（(“][^「」『』《》（）()“”\n]{0,30}?[ぁ-ゖァ-ヺ][^「」『』《》（）()“”\n]{0,30}[」』》）)”]")


def _untouched(text: str, context: Context, kana: bool) -> list[tuple[int, int]]:
    """Spans of ``text`` that stay: the user's, code, and bracketed titles with kana, if it may hold ``kana``."""
    guards = context.memory.guards
    found = user_spans(text, guards) if guards else []
    if "`" in text or "~~~" in text:
        found.extend(m.span() for m in _CODE.finditer(text))
    if kana and _KANA_LETTER.search(text):
        found.extend((m.start() + 1, m.end() - 1) for m in _BRACKETED.finditer(text))
    return sorted(found)


def _merge(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _vocabulary(region: str) -> tuple[re.Pattern[str], dict[str, str]]:
    words = dict(line.split("\t") for line in table(f"vocabulary-{region}.txt"))
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))), words


VOCABULARY: dict[str, Resource[tuple[re.Pattern[str], dict[str, str]]]] = {
    region: Resource(f"simplify.vocabulary.{region}", partial(_vocabulary, region)) for region in ("tw", "hk")
}
#: Forms that Hong Kong's standard writes and Taiwan's does not: they choose the vocabulary of region="auto".
_HONG_KONG = frozenset("綫裏衞説喺嘅咗哋嚟啲鋭脱税悦閲温藴")


class Options(NamedTuple):
    """What :class:`shnorm.SimplifyChinese` was asked for; see there."""

    region: str = "auto"
    vocabulary: bool = False
    quotes: bool = True
    protect: tuple[str, ...] = ()
    rare: bool = False
    words: tuple[tuple[str, str], ...] = ()


def _converted(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for edit in SimplifyStage(Options()).edits(text, context):
        yield edit.start, edit.end, edit.new


#: The conversion as the catalogue shows it; the stage makes the whole text at once.
RULES = RuleSet(
    "simplify",
    [
        Rule(
            name="convert",
            why=_WHY,
            find=_converted,
            examples=[
                ("他看著那本名著：「乾隆」", "他看着那本名著：“乾隆”"),
                ("圖書館後面的頭髮很長。", "图书馆后面的头发很长。"),
            ],
            keeps=["专著和显著都是书面语。", "これは漢字の勉強です。", "The Han character 漢 appears on the stamp."],
        ),
    ],
)


class SimplifyStage:
    """The stage behind :class:`SimplifyChinese`."""

    name = _RULE
    rules = RULES.rules
    full_name = staticmethod(RULES.full_name)
    reason = staticmethod(RULES.reason)

    def __init__(self, step: Options) -> None:
        self.step = step

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        # No Han: nothing to ask.  A page that is said to be Traditional goes whole for the sake of its quotes.
        if context.lang not in _TRADITIONAL and (text.isascii() or (_HAN.search(text, 0, _HEAD) is None and context.western)):
            return ()
        spans, other = _traditional_spans(text, context.lang, lambda: context.absent)
        if not spans:
            return ()
        untouched = _untouched(text, context, other)
        pieces: list[str] = []
        position = 0
        for start, end in spans:
            pieces.append(text[position:start])
            pieces.append(self._convert(text, start, end, untouched))
            position = end
        pieces.append(text[position:])
        out = "".join(pieces)
        return () if out == text else Rewrite(text, out, _RULE)

    def _convert(self, text: str, start: int, end: int, untouched: list[tuple[int, int]]) -> str:
        step = self.step
        line = text if end - start == len(text) else text[start:end]
        rare: bool | None = True if step.rare else None
        out = simplified(line, rare=rare)
        if step.quotes:
            for corner, curly in zip("「」『』", "“”‘’", strict=True):
                out = out.replace(corner, curly)
        kept = [(max(s, start) - start, min(e, end) - start) for s, e in untouched if s < end and e > start]
        kept.extend(span for word in step.protect for span in _occurrences(line, word))
        patches: list[Patch] = [(s, e, line[s:e]) for s, e in _merge(sorted(kept))]
        if step.words:
            free = _Free(patches)
            patches += [(s, s + len(a), b) for a, b in step.words for s, e in _occurrences(line, a) if free.take(s, e)]
            patches.sort()
        if step.vocabulary and step.region != "t":
            region = step.region if step.region in ("tw", "hk") else "tw" if _HONG_KONG.isdisjoint(line) else "hk"
            free = _Free(patches)
            patches += self._regional(out, region, free)
            patches.sort()
        return apply(out, patches) if patches else out

    def _regional(self, out: str, region: str, free: _Free) -> list[Patch]:
        pattern, words = VOCABULARY[region].get()
        return [(*m.span(), words[m.group()]) for m in pattern.finditer(out) if free.take(*m.span())]


class _Free:
    """Spans that no patch has taken yet."""

    def __init__(self, patches: Iterable[Patch]) -> None:
        self._taken = {i for start, end, _ in patches for i in range(start, end)}

    def take(self, start: int, end: int) -> bool:
        if not self._taken.isdisjoint(range(start, end)):
            return False
        self._taken.update(range(start, end))
        return True


def _occurrences(text: str, word: str) -> list[tuple[int, int]]:
    found = []
    i = text.find(word)
    while i >= 0:
        found.append((i, i + len(word)))
        i = text.find(word, i + len(word))
    return found
