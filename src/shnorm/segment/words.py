r"""Words as spans that tile the text: Chinese by an engine on a Simplified shadow, everything else by Unicode word rules.

It knows how a text is handed out (whole words first, then runs of Han to the engine, the rest to the patterns of :mod:`.tokens`) and how the
answers become offsets; it must not know how an engine cuts or what a token looks like.  Blanks are spans too; every line end
is a span of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

import regex

from shnorm.errors import ConfigError, require_lang, require_text
from shnorm.resources import Resource, building
from shnorm.segment import dense, engines, japanese, tokens
from shnorm.segment.shadow import shadow
from shnorm.segment.stream import streamed
from shnorm.spans import Span, Spans

# What jieba's own pattern calls Han: the engines differ beyond it, and jieba makes each character beyond it a word.
_RUN = re.compile("([\u4e00-\u9fd5]+)")
#: So many code points of a long text are handed to the engine at least, at a time.
_PIECE = 1 << 15
_IS_RUN = re.compile("[\u4e00-\u9fd5]+")
# Words of Han and others together, from jieba's dictionary (0.42.1, MIT), without names of people: by what stands before the Han, and others.
_MIXED_WORDS = (
    "AA制 AB型 A型 A座 A股 A轮 BB机 BP机 B型 B座 B股 B超 B轮 CALL机 CD机 CD盒 C座 C盘 C语言 D座 D版 D盘 E化 E座 E盘 F座 F盘 G盘 H盘 "
    "H股 IC卡 IP卡 IP地址 IP电话 I盘 K党 K歌 O型 PC机 PH值 QQ号 Q版 RSS订阅 SIM卡 T台 T型台 T恤 T恤衫 T盘 U盘 VISA卡 X光 X光线 X射线 "
    "Z盘 γ射线 1号店 4S店 4s店"
)
_MIXED = frozenset(_MIXED_WORDS.split())
_MIXED_HEAD = re.compile("(?<![A-Za-z0-9.])[A-Zγ14][A-Zs]{0,3}(?=[\u4e00-\u9fd5])")
_MIXED_TAIL = ("卡拉OK", "江南Style", "江南style", "阿Q")
_TOPIC = re.compile(r"#[^#\s，。！？；：、,!?;:“”\"'（）()《》]{1,32}#")
_IN_TOPIC = re.compile("[^\\W\\d_]")
# A tag without a second sign: up to twelve letters and digits from a blank or mark to the next.
_HASHTAG = re.compile(r"(?<![\w#&/])#(?=\w*[\u4e00-\u9fd5])\w{2,12}(?![\w#])")
# Digits in Han with the zero that jieba does not call Han: 二〇二三年.
_DIGITS = re.compile("[一二三四五六七八九零〇]*(?:[一二三四五六七八九]〇|〇[一二三四五六七八九])[一二三四五六七八九零〇]*")

#: A stretch that is not handed out, and the lengths of its words.
_Whole = tuple[int, int, Sequence[int]]


class Segmenter:
    """Words with settings of one's own: immutable, picklable, and nothing about it is shared with another.

    ``words`` are user words: a mapping of word to frequency (``None``: often enough to stay whole) or to ``(frequency, part of speech)``, or an
    iterable of words.  Traditional and Simplified spellings count as one.  A word may hold blanks, Latin letters and signs: such
    a word is matched as it stands.  The dictionary is loaded on first use.

    Raises :class:`~shnorm.errors.UnknownNameError` for an unknown engine and :class:`~shnorm.errors.ConfigError` for a faulty word.

    >>> Segmenter(words={"桂园": 5})("来到桂园").texts()
    ['来到', '桂园']
    """

    __slots__ = ("_engine", "_literals", "engine", "words")

    def __init__(self, words: Mapping[str, Any] | Iterable[str] = (), *, engine: str = engines.DEFAULT) -> None:
        self.engine = engines.check(engine)
        self.words: engines.UserWords = _user_words(words)
        self._start()

    def _start(self) -> None:
        self._engine: engines.Engine | None = None
        self._literals: re.Pattern[str] | None = None

    def __getstate__(self) -> tuple[engines.UserWords, str]:
        return dict(self.words), self.engine

    def __setstate__(self, state: tuple[engines.UserWords, str]) -> None:
        self.words, self.engine = state
        self._start()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Segmenter) and self.__getstate__() == other.__getstate__()

    def __hash__(self) -> int:
        return hash((self.engine, tuple(sorted(self.words))))

    def __repr__(self) -> str:
        return f"Segmenter(words={dict(self.words)!r}, engine={self.engine!r})"

    def _ready(self) -> engines.Engine:
        engine = self._engine
        if engine is None:
            with building():
                if self._engine is None:
                    han = {word: value for word, value in self.words.items() if _IS_RUN.fullmatch(word)}
                    engine = engines.build(self.engine, han)
                    literal = [word for word in self.words if word not in han or not engine.takes_words]
                    self._literals = _literals(literal) if literal else None
                    self._engine = engine
                engine = self._engine
        return engine

    def __call__(self, text: str, lang: str | None = None, *, pos: bool = False, search: bool = False) -> Spans:
        """The words of ``text``; see :func:`words`."""
        require_text(text)
        require_lang(lang)
        if text.isascii() and not self.words:
            view = text
            ends = list(accumulate(map(len, tokens.split(text)))) if text else []
        else:
            view = tokens.narrow(shadow(text))
            ends = list(accumulate(self._lengths(view, lang)))
        if search:
            ends = self._finer(view, ends)
        return Spans(text, ends, self._labels(view, ends) if pos else None)

    def stream(
        self, text: str | Iterable[str], lang: str | None = None, *, pos: bool = False, search: bool = False, chunk: int = 65536
    ) -> Iterator[Span]:
        """The words of a long text one after the other; see :func:`iter_words`."""
        return streamed(text, chunk, lambda piece: self(piece, lang, pos=pos, search=search))

    def _lengths(self, view: str, lang: str | None) -> list[int]:
        engine = self._ready()
        whole = self._whole(view, lang, engine)
        if not whole:
            return self._handed_out(view, engine)
        lengths: list[int] = []
        position = 0
        for start, end, inner in whole:
            if position < start:
                lengths += self._handed_out(view[position:start], engine)
            lengths += inner
            position = end
        if position < len(view):
            lengths += self._handed_out(view[position:], engine)
        return lengths

    def _handed_out(self, view: str, engine: engines.Engine) -> list[int]:
        """Lengths of the words of a stretch: its runs of Han by the engine, what stands between them by patterns."""
        if len(view) > 2 * _PIECE and (run := _RUN.search(view, _PIECE)) is not None and run.end() < len(view):
            # A piece at a time, cut behind a run, so that the words of a long text do not all exist at once.
            lengths, position = list[int](), 0
            while run is not None:
                lengths += self._pieces(view[position : run.end()], engine)
                position = run.end()
                run = _RUN.search(view, position + _PIECE)
            return lengths + self._pieces(view[position:], engine)
        return self._pieces(view, engine)

    def _pieces(self, view: str, engine: engines.Engine) -> list[int]:
        pieces = _RUN.split(view)
        gaps = pieces[::2]
        if len(gaps) == 1:
            return list(_other_lengths(view, engine))
        runs = pieces[1::2]
        # One call for all runs.  The line feed between two of them stands for the gap: most gaps are one mark, of the same length.
        lengths = list(map(len, engine.cut("\n".join(runs))))
        out = list(_other_lengths(gaps[0], engine))
        long = [i for i in range(1, len(runs)) if len(gaps[i]) > 1]
        if long:
            ends = list(accumulate(lengths))
            run_ends = list(accumulate(len(run) + 1 for run in runs))
            done = 0
            for i in long:
                at = bisect_left(ends, run_ends[i - 1], done)
                out += lengths[done:at]
                out += _other_lengths(gaps[i], engine)
                done = at + 1
            out += lengths[done:]
        else:
            out += lengths
        out += _other_lengths(gaps[-1], engine)
        return out

    def _whole(self, view: str, lang: str | None, engine: engines.Engine) -> list[_Whole]:
        """Stretches decided before the engine is asked: user words with signs in them, topics, words such as T恤, Japanese."""
        found: list[_Whole] = []
        if self._literals:
            found += [(m.start(), m.end(), (m.end() - m.start(),)) for m in self._literals.finditer(view)]
        if "#" in view:
            found += [
                (m.start(), m.end(), (m.end() - m.start(),)) for m in _TOPIC.finditer(view) if _IN_TOPIC.search(view, *m.span())
            ]
            found += [(m.start(), m.end(), (m.end() - m.start(),)) for m in _HASHTAG.finditer(view)]
        if "〇" in view:
            found += [(m.start(), m.end(), (m.end() - m.start(),)) for m in _DIGITS.finditer(view)]
        found += _mixed(view)
        for start, end in dense.japanese_runs(view, lang):
            run = view[start:end]
            found.append((start, end, list(map(len, engine.dense(run) if engine.dense else japanese.cut(run)))))
        if len(found) < 2:
            return found
        # Of two that overlap, the one that was found first counts.
        order = sorted(range(len(found)), key=lambda i: (found[i][0], i))
        kept: list[int] = []
        for i in order:
            while kept and found[kept[-1]][1] > found[i][0] and i < kept[-1]:
                kept.pop()
            if not kept or found[kept[-1]][1] <= found[i][0]:
                kept.append(i)
        return [found[i] for i in kept]

    def _finer(self, view: str, ends: Sequence[int]) -> list[int]:
        """Long words cut into the dictionary words that they are made of."""
        known = self._ready().known
        if known is None:
            return list(ends)
        out: list[int] = []
        start = 0
        for end in ends:
            if end - start > 2 and _IS_RUN.fullmatch(view, start, end):
                out += _parts(view, start, end, known)
            out.append(end)
            start = end
        return out

    def _labels(self, view: str, ends: Sequence[int]) -> list[str | None]:
        """Parts of speech: the engine's for runs of Han, ``m`` for numbers, ``eng`` for Latin words, ``x`` for marks, none for others."""
        words = Spans(view, ends).texts()
        labels: list[str | None] = [_kind(word) for word in words]
        tag = self._ready().tag
        han = [i for i, word in enumerate(words) if _IS_RUN.fullmatch(word)]
        if tag is not None and han:
            runs: list[str] = []
            for k, i in enumerate(han):
                runs.append(words[i] if k and han[k - 1] == i - 1 else "\n" + words[i])
            tagged = [(word, label) for word, label in tag("".join(runs)[1:]) if word != "\n"]
            if [word for word, _ in tagged] == [words[i] for i in han]:
                for i, (_, label) in zip(han, tagged, strict=True):
                    labels[i] = label
            else:  # the tagger cuts differently: each word by itself, and by its last part if it falls apart
                known: dict[str, str] = {}
                for i in han:
                    word = words[i]
                    if word not in known:
                        known[word] = tag(word)[-1][1]
                    labels[i] = known[word]
        for i, word in enumerate(words):
            if word in self.words and self.words[word][1]:
                labels[i] = self.words[word][1]
        return labels


def _mixed(view: str) -> list[_Whole]:
    found: list[_Whole] = []
    for m in _MIXED_HEAD.finditer(view):
        start = m.start()
        for end in range(min(len(view), m.end() + 3), m.end(), -1):
            if view[start:end] in _MIXED:
                found.append((start, end, (end - start,)))
                break
    for word in _MIXED_TAIL:
        start = view.find(word)
        while start >= 0:
            end = start + len(word)
            if not (view[end : end + 1].isascii() and view[end : end + 1].isalnum()):
                found.append((start, end, (end - start,)))
            start = view.find(word, end)
    return found


@lru_cache(maxsize=4096)
def _short(gap: str) -> tuple[int, ...]:
    """The same few gaps stand between most runs of Han."""
    return tuple(map(len, tokens.split(gap)))


def _other_lengths(gap: str, engine: engines.Engine) -> Sequence[int]:
    if not gap:
        return ()
    if len(gap) <= 4 and not dense.HAS_DENSE.search(gap):
        return _short(gap)
    found = tokens.split(gap)
    if not dense.HAS_DENSE.search(gap):
        return list(map(len, found))
    cut = engine.dense or dense.cut
    out: list[int] = []
    for token in found:
        if dense.HAS_DENSE.match(token):
            out += map(len, cut(token))
        else:
            out.append(len(token))
    return out


def _parts(view: str, start: int, end: int, known: Any) -> list[int]:
    """Inner ends that cut a word into as many dictionary words of two or more characters as cover it wholly; the longest first."""
    size = end - start
    best: list[tuple[int, int]] = [(0, 0)] * (size + 1)  # (pieces to the end or -1, next end), from the right
    best[size] = (0, size)
    for i in range(size - 1, -1, -1):
        choice = (-1, size)
        for j in range(min(size, i + 8), i + 1, -1):
            if best[j][0] >= 0 and (i or j < size) and best[j][0] + 1 > choice[0] and known(view[start + i : start + j]):
                choice = (best[j][0] + 1, j)
        best[i] = choice
    if best[0][0] < 2:
        return []
    out = []
    position = best[0][1]
    while position < size:
        out.append(start + position)
        position = best[position][1]
    return out


def _kind(word: str) -> str | None:
    head = word[0]
    if head.isdigit():
        return "m"
    if head.isascii() and head.isalpha():
        return "eng"
    return None if head.isalnum() or head.isspace() else "x"


def _user_words(words: Mapping[str, Any] | Iterable[str]) -> dict[str, tuple[int | None, str | None]]:
    if isinstance(words, str):
        raise ConfigError(f"words must be a mapping or an iterable of words, not the str {words!r}; put it in a list")
    pairs = words.items() if isinstance(words, Mapping) else ((word, None) for word in words)
    out: dict[str, tuple[int | None, str | None]] = {}
    for word, value in pairs:
        if not isinstance(word, str) or not word.strip() or "\n" in word or "\r" in word:
            raise ConfigError(f"a user word must be a str of one line with something in it, not {word!r}")
        freq, tag = value if isinstance(value, tuple) else (value, None)
        if not (freq is None or (isinstance(freq, int) and not isinstance(freq, bool) and freq > 0)):
            raise ConfigError(f"the frequency of the user word {word!r} must be a positive int or None, not {freq!r}")
        out[tokens.narrow(shadow(word))] = (freq, tag)
    return out


def _literals(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for words as they stand, longest first; a Latin letter at its border must not go on outside."""
    parts = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        before = r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
        after = r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
        parts.append(f"{before}{regex.escape(word)}{after}")
    return regex.compile("|".join(parts))  # type: ignore[no-any-return]  # regex has no types


_PLAIN: Resource[Segmenter] = Resource("segment.words", Segmenter)


def words(text: str, lang: str | None = None, *, engine: str = engines.DEFAULT, pos: bool = False, search: bool = False) -> Spans:
    """The words of ``text`` as spans that tile it; blanks and marks are spans too.

    A Traditional text and its Simplified twin get the same words.  ``lang`` matters for Japanese only: ``"ja"`` takes every line as
    Japanese, any other code none, ``None`` those that hold enough kana.  ``engine`` names who cuts Chinese: ``"rjieba"`` (jieba's output, many
    times faster), ``"jieba"``, or with an extra ``"cutword"`` and ``"icu"``.  ``pos`` gives parts of speech as labels where the engine has them,
    ``search`` cuts long words into the words they are made of.

    Raises :class:`~shnorm.errors.UnknownNameError` and :class:`~shnorm.errors.MissingExtraError` for the engine.

    >>> words("上海市工業綜合開發區, it's 5.5km!").texts()
    ['上海市', '工業', '綜合', '開發區', ',', ' ', "it's", ' ', '5.5km', '!']
    >>> words("中国科学院", search=True).texts(), [w.label for w in words("我爱北京。", pos=True)]
    (['中国', '科学院'], ['r', 'v', 'ns', 'x'])
    """
    segmenter = _PLAIN.get() if engine == engines.DEFAULT else Segmenter(engine=engine)
    return segmenter(text, lang, pos=pos, search=search)


def iter_words(
    text: str | Iterable[str],
    lang: str | None = None,
    *,
    engine: str = engines.DEFAULT,
    pos: bool = False,
    search: bool = False,
    chunk: int = 65536,
) -> Iterator[Span]:
    r"""The words of a long text one after the other, the same as :func:`words` gives, in bounded memory.

    ``text`` is a ``str`` or any iterable of pieces (an open file); offsets count from its beginning.  What is held at a time is about
    ``chunk`` code points, or the longest line.

    >>> [span.text for span in iter_words(["我爱北", "京。\n"])]
    ['我', '爱', '北京', '。', '\n']
    """
    return Segmenter(engine=engine).stream(text, lang, pos=pos, search=search, chunk=chunk)
