"""Chinese word engines by name: each cuts runs of common Han, nothing else ever reaches it.

It knows how each library is loaded and called; it must not know about shadows, offsets or user interfaces.  An engine is given runs
joined by ``"\\n"`` and answers with the words of all of them, each ``"\\n"`` a word of its own, so that one call of a native library
serves a whole text.  The name decides the output; what else happens to be installed never does.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from shnorm.dictionary import DICTIONARY, rjieba_class
from shnorm.errors import MissingExtraError, UnknownNameError
from shnorm.resources import Resource, building

#: What a user may say of a word: how often it occurs (``None``: often enough to be kept whole) and its part of speech.
UserWords = Mapping[str, "tuple[int | None, str | None]"]


class Engine(NamedTuple):
    """How to ask an engine.

    ``cut`` takes Han runs joined by line feeds.  ``tag`` gives the same words with their parts of speech, ``known`` tells whether a
    dictionary has a word, ``dense`` cuts a run of Thai, Lao, Khmer, Burmese or Japanese; ``None`` where the engine cannot.
    ``takes_words`` says whether it was given the user's words.
    """

    cut: Callable[[str], list[str]]
    tag: Callable[[str], list[tuple[str, str]]] | None = None
    known: Callable[[str], bool] | None = None
    dense: Callable[[str], list[str]] | None = None
    takes_words: bool = False


def _rjieba(words: UserWords) -> Engine:
    handle = rjieba_class()() if words else DICTIONARY.get()
    for word, (freq, tag) in words.items():
        handle.add_word(word, handle.suggest_freq(word) if freq is None else freq, tag)
    known = handle.has_word

    def cut(runs: str) -> list[str]:
        if not _REPEATED.search(runs):
            return handle.cut(runs)  # type: ignore[no-any-return]  # rjieba's types are not seen through its compiled module
        out: list[str] = []
        for part in _LINE_FEED.split(runs):
            exactly = len(part) <= _MODEL_LIMIT and _REPEATED.search(part)
            out += _exactly(part, handle, known) if exactly else handle.cut(part)
        return out

    return Engine(cut, handle.tag, known, takes_words=True)


# Where the two differ: jieba's hidden Markov model, which guesses words in what no dictionary word covers, meets ties in repeated
# characters, and the two round and break them differently (0.4 % of such runs; none of 150,000 others).
_REPEATED = re.compile(
    r"([^\n])(?:\1\1|([^\n])(?:\1\2\1\2|[^\n]\1\2[^\n]\1\2|[^\n]{2}\1\2[^\n]{2}\1\2|[^\n]{3}\1\2[^\n]{3}\1\2))"
)


# jieba's model copies its path at every character: beyond this length the exact answer is not worth its square time.
_MODEL_LIMIT = 300


def _final_segmentation() -> Callable[[str], Iterable[str]]:
    _jieba_module()
    return _unwarned("jieba.finalseg").cut  # type: ignore[no-any-return]  # jieba has no types


_GUESS: Resource[Callable[[str], Iterable[str]]] = Resource("segment.jieba-model", _final_segmentation)


def _exactly(run: str, handle: Any, known: Callable[[str], bool]) -> list[str]:
    """The words of a run by rjieba's dictionary, which agrees with jieba's, and jieba's own hidden Markov model."""
    guess = _GUESS.get()
    out: list[str] = []
    loose = ""
    for word in (*handle.cut(run, False), ""):
        if len(word) == 1:
            loose += word
            continue
        if len(loose) > 1 and not known(loose):
            out += guess(loose)
        else:
            out += loose
        loose = ""
        if word:
            out.append(word)
    return out


def _unwarned(module: str) -> Any:
    # Its sources hold escape sequences that newer Pythons warn of.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(module)


def _jieba_module() -> Any:
    # jieba adds a handler that writes to stderr when it is imported, and its initialize() keeps a cache in the shared temporary
    # folder: neither happens here.
    logger = logging.getLogger("jieba")
    before, level = list(logger.handlers), logger.level
    jieba = _unwarned("jieba")
    for handler in [handler for handler in logger.handlers if handler not in before]:
        logger.removeHandler(handler)
    logger.setLevel(level)
    return jieba


def _jieba_tables() -> tuple[dict[str, int], int]:
    jieba = _jieba_module()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        freq, total = jieba.Tokenizer.gen_pfdict(jieba.get_module_res("dict.txt"))
    return freq, total


_TABLES: Resource[tuple[dict[str, int], int]] = Resource("segment.jieba-tables", _jieba_tables)


def jieba_tokenizer(words: UserWords) -> Any:
    """A ``jieba.Tokenizer`` of its own: built silently, without the global one and without a cache file."""
    freq, total = _TABLES.get()
    tokenizer = _jieba_module().Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(freq) if words else freq, total, True
    for word, (count, tag) in words.items():
        tokenizer.add_word(word, count, tag)
    return tokenizer


def _jieba(words: UserWords) -> Engine:
    tokenizer = jieba_tokenizer(words)
    tagger: list[Any] = []

    def tag(runs: str) -> list[tuple[str, str]]:
        if not tagger:
            with building():
                tagger.append(_unwarned("jieba.posseg").POSTokenizer(tokenizer))
        return [(pair.word, pair.flag) for pair in tagger[0].cut(runs)]

    return Engine(lambda runs: list(tokenizer.cut(runs)), tag, lambda word: bool(tokenizer.FREQ.get(word)), takes_words=True)


def _cutword(words: UserWords) -> Engine:
    with contextlib.redirect_stdout(io.StringIO()):  # it prints the names of its files
        cutter = _optional("cutword", "cutword").Cutter()
    pieces = cutter._pieces

    def cut(runs: str) -> list[str]:
        out: list[str] = []
        for part in _LINE_FEED.split(runs):
            if part == "\n":
                out.append(part)
            elif part:
                out += cutter.cutword(part)
        return out

    return Engine(cut, known=pieces.__contains__)


def _icu(words: UserWords) -> Engine:
    breaker = _optional("icu4py.breakers", "icu").WordBreaker

    def dense(run: str) -> list[str]:
        return list(breaker(run, "ja" if _KANA.search(run) else "th"))

    return Engine(lambda runs: list(breaker(runs, "zh")), dense=dense)


def _optional(module: str, extra: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"the word engine {extra!r}", extra) from error


_LINE_FEED = re.compile("(\n)")
_KANA = re.compile("[\u3041-\u30ff]")
_BUILD: dict[str, Callable[[UserWords], Engine]] = {"cutword": _cutword, "icu": _icu, "jieba": _jieba, "rjieba": _rjieba}


_PLAIN: Resource[Engine] = Resource("segment.rjieba", lambda: _rjieba({}))

#: The engine that gives jieba's output fastest.
DEFAULT = "rjieba"


def names() -> tuple[str, ...]:
    """The engines that this version knows, installed or not."""
    return tuple(sorted(_BUILD))


def check(name: str) -> str:
    """Return ``name``; raise :class:`~shnorm.errors.UnknownNameError` if no engine has it."""
    if name not in _BUILD:
        raise UnknownNameError("word engine", name, names())
    return name


def build(name: str, words: UserWords) -> Engine:
    """An engine that knows ``words``; without any, the default one is shared by the whole process.

    Raises :class:`~shnorm.errors.MissingExtraError` if the engine needs an extra that is not installed.
    """
    if name == DEFAULT and not words:
        return _PLAIN.get()
    return _BUILD[check(name)](words)
