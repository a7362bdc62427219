"""Chinese word engines by name: each cuts runs of common Han, nothing else ever reaches it.

It knows how each library is loaded and called; it must not know about scripts, shadows, offsets or user interfaces.  An engine is
given runs joined by ``"\\n"`` and answers with the words of all of them, each ``"\\n"`` a word of its own, so that one call of a
native library serves a whole text.  The name decides the output; what happens to be installed never does.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from shnorm.errors import UnknownNameError
from shnorm.resources import Resource

#: What a user may say of a word: how often it occurs (``None``: often enough to be kept whole) and its part of speech.
UserWords = Mapping[str, "tuple[int | None, str | None]"]


class Engine(NamedTuple):
    """``cut`` takes Han runs joined by a line feed; ``tag`` gives a part of speech for words; ``known`` tells dictionary words."""

    cut: Callable[[str], list[str]]
    tag: Callable[[str], list[tuple[str, str]]] | None
    known: Callable[[str], bool]


def _rjieba(words: UserWords) -> Engine:
    import rjieba

    handle = rjieba.Jieba()
    for word, (freq, tag) in words.items():
        handle.add_word(word, handle.suggest_freq(word) if freq is None else freq, tag)
    return Engine(handle.cut, handle.tag, handle.has_word)


def _quiet_jieba() -> Any:
    # jieba adds a handler that writes to stderr when it is imported, and keeps a cache in the shared temporary folder when its
    # own initialize() runs: neither happens here.
    logger = logging.getLogger("jieba")
    before = list(logger.handlers)
    level = logger.level
    jieba = importlib.import_module("jieba")
    for handler in [h for h in logger.handlers if h not in before]:
        logger.removeHandler(handler)
    logger.setLevel(level)
    return jieba


def _jieba_tables() -> tuple[dict[str, int], int]:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        jieba = _quiet_jieba()
        return jieba.Tokenizer.gen_pfdict(jieba.get_module_res("dict.txt"))  # type: ignore[no-any-return]  # jieba has no types


_TABLES: Resource[tuple[dict[str, int], int]] = Resource("segment.jieba", _jieba_tables)


def jieba_tokenizer(words: UserWords) -> Any:
    """A ``jieba.Tokenizer`` of its own: built silently and without the cache in the temporary folder."""
    freq, total = _TABLES.get()
    tokenizer = _quiet_jieba().Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(freq) if words else freq, total, True
    for word, (count, tag) in words.items():
        tokenizer.add_word(word, count, tag)
    return tokenizer


def _jieba(words: UserWords) -> Engine:
    tokenizer = jieba_tokenizer(words)

    def cut(runs: str) -> list[str]:
        return list(tokenizer.cut(runs))

    def tag(runs: str) -> list[tuple[str, str]]:
        posseg = importlib.import_module("jieba.posseg")
        return [(pair.word, pair.flag) for pair in posseg.POSTokenizer(tokenizer).cut(runs)]

    return Engine(cut, tag, lambda word: bool(tokenizer.FREQ.get(word)))


_BUILD: dict[str, Callable[[UserWords], Engine]] = {"rjieba": _rjieba, "jieba": _jieba}
_PLAIN: dict[str, Resource[Engine]] = {
    name: Resource(f"segment.engine.{name}", lambda build=build: build({}))
    for name, build in _BUILD.items()  # type: ignore[misc]  # bound now
}

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


def plain(name: str) -> Engine:
    """The engine without user words, shared by the whole process."""
    return _PLAIN[check(name)].get()


def with_words(name: str, words: UserWords) -> Engine:
    """An engine of one's own that knows ``words``."""
    return _BUILD[check(name)](words)
