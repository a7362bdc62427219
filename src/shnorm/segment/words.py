r"""Words as spans that tile the text: Chinese by an engine on a Simplified shadow, everything else by Unicode word rules.

It knows which stretches of a text are one word before any dictionary is asked (addresses, numbers with their units, versions,
words with apostrophes and hyphens, hashtags, emoji) and how the stretches between them are handed out; it must not know how an
engine cuts.  Blanks are spans too; every line end is a span of its own.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any

import regex

from shnorm.errors import ConfigError, require_text
from shnorm.resources import Resource
from shnorm.segment import engines, tokens
from shnorm.segment.shadow import shadow
from shnorm.spans import Span, Spans

# What jieba's own pattern calls Han: the engines differ beyond it, and jieba makes each character beyond it a word.
_RUN = re.compile("([\u4e00-\u9fd5]+)")


class Segmenter:
    """Words with settings of one's own; nothing about it is shared with another.

    ``words`` are user words: a mapping of word to frequency (``None``: often enough to stay whole) or to ``(frequency, part of
    speech)``, or just an iterable of words.  Traditional and Simplified spellings count as one.  A word may hold anything: blanks, Latin
    letters and signs too.

    >>> Segmenter(words={"桂园": 5})("我住桂园").texts()
    ['我', '住', '桂园']
    """

    __slots__ = ("_engine", "_literals", "_lock", "engine", "words")

    def __init__(self, words: Mapping[str, Any] | Iterable[str] = (), *, engine: str = engines.DEFAULT) -> None:
        self.engine = engines.check(engine)
        self.words: engines.UserWords = _user_words(words)
        self._start()

    def _start(self) -> None:
        self._lock = threading.Lock()
        self._engine: engines.Engine | None = None
        mixed = [word for word in self.words if not _RUN.fullmatch(word)]
        self._literals = _literals(mixed) if mixed else None

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

    def _get(self) -> engines.Engine:
        if not self.words:
            return engines.plain(self.engine)
        if self._engine is None:
            with self._lock:
                if self._engine is None:
                    self._engine = engines.with_words(self.engine, {w: v for w, v in self.words.items() if _RUN.fullmatch(w)})
        return self._engine

    def __call__(self, text: str, lang: str | None = None, *, pos: bool = False, search: bool = False) -> Spans:
        """The words of ``text``; see :func:`words`."""
        require_text(text)
        ends = self._ends(text, lang)
        return Spans(text, ends)

    def _ends(self, text: str, lang: str | None) -> list[int]:
        if text.isascii() and self._literals is None:
            return list(accumulate(map(len, tokens.split(text))))
        view = tokens.narrow(shadow(text))
        spans = _whole(view, self._literals)
        if not spans:
            return list(accumulate(self._lengths(view)))
        lengths: list[int] = []
        position = 0
        for start, end in spans:
            if position < start:
                lengths += self._lengths(view[position:start])
            lengths.append(end - start)
            position = end
        if position < len(view):
            lengths += self._lengths(view[position:])
        return list(accumulate(lengths))

    def _lengths(self, view: str) -> list[int]:
        pieces = _RUN.split(view)
        if len(pieces) == 1:
            return list(map(len, tokens.split(view))) if view else []
        # One call for all runs; a line feed stands for the gap between two of them.
        lengths = list(map(len, self._get().cut("\n".join(pieces[1::2]))))
        gaps = pieces[::2]
        out: list[int] = list(map(len, tokens.split(gaps[0]))) if gaps[0] else []
        long = [i for i, gap in enumerate(gaps) if len(gap) > 1 and 0 < i < len(gaps) - 1]
        if long:
            ends = list(accumulate(lengths))
            starts = list(accumulate(len(run) + 1 for run in pieces[1::2]))
            done = 0
            for i in long:
                at = bisect_left(ends, starts[i - 1], done)
                out += lengths[done:at]
                out += map(len, tokens.split(gaps[i]))
                done = at + 1
            out += lengths[done:]
        else:
            out += lengths
        if gaps[-1]:
            out += map(len, tokens.split(gaps[-1]))
        return out


def _user_words(words: Mapping[str, Any] | Iterable[str]) -> dict[str, tuple[int | None, str | None]]:
    pairs = words.items() if isinstance(words, Mapping) else ((word, None) for word in words)
    out: dict[str, tuple[int | None, str | None]] = {}
    for word, value in pairs:
        if not isinstance(word, str) or not word.strip():
            raise ConfigError(f"a user word must be a str with something in it, not {word!r}")
        freq, tag = value if isinstance(value, tuple) else (value, None)
        if not (freq is None or (isinstance(freq, int) and not isinstance(freq, bool) and freq > 0)):
            raise ConfigError(f"the frequency of the user word {word!r} must be a positive int or None, not {freq!r}")
        out[shadow(word)] = (freq, tag)
    return out


def _literals(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(map(tokens.narrow, words), key=lambda word: (-len(word), word))
    return regex.compile(  # type: ignore[no-any-return]  # regex has no types
        "|".join(
            (r"(?<!\w)" if word[0].isascii() and word[0].isalnum() else "")
            + regex.escape(word)
            + (r"(?![A-Za-z0-9_])" if word[-1].isascii() and word[-1].isalnum() else "")
            for word in longest
        )
    )


def _whole(view: str, literals: re.Pattern[str] | None) -> list[tuple[int, int]]:
    """Stretches that are one word although they hold Han: hashtags, words such as T恤, the user's own."""
    spans = [m.span() for m in literals.finditer(view)] if literals else []
    return spans


_PLAIN: Resource[Segmenter] = Resource("segment.words", Segmenter)


def words(text: str, lang: str | None = None, *, engine: str = engines.DEFAULT, pos: bool = False, search: bool = False) -> Spans:
    """The words of ``text`` as spans that tile it; blanks and marks are spans too.

    >>> words("上海市工業綜合開發區, it's 5.5km!").texts()
    ['上海市', '工業', '綜合', '開發區', ',', ' ', "it's", ' ', '5.5km', '!']
    """
    segmenter = _PLAIN.get() if engine == engines.DEFAULT else Segmenter(engine=engine)
    return segmenter(text, lang, pos=pos, search=search)


def iter_words(text: str | Iterable[str], lang: str | None = None, *, engine: str = engines.DEFAULT) -> Iterator[Span]:
    """The words of a long text one after the other."""
    yield from words(text if isinstance(text, str) else "".join(text), lang, engine=engine)
