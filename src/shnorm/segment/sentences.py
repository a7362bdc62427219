"""Sentences and paragraphs as spans that tile the text (being written)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from shnorm.errors import require_text
from shnorm.spans import Span, Spans

_CUT = regex.compile(r"[。！？!?…]+[”’」』）)\"']*|\.[\"'”’)]*(?=\s+\p{Lu})\s*|\n+")


def sentences(text: str, lang: str | None = None) -> Spans:
    """The sentences of ``text`` as spans that tile it."""
    require_text(text)
    ends = [m.end() for m in _CUT.finditer(text)]
    if text and (not ends or ends[-1] != len(text)):
        ends.append(len(text))
    return Spans(text, ends)


def paragraphs(text: str) -> Spans:
    """The paragraphs of ``text``: each line with what it holds, and its line end, as spans that tile it."""
    return Spans(require_text(text), [m.end() for m in regex.finditer(r"[^\r\n]*(?:\r\n|\r|\n)+|[^\r\n]+$", text)])


def iter_sentences(text: str | Iterable[str], lang: str | None = None) -> Iterator[Span]:
    """The sentences of a long text one after the other."""
    yield from sentences(text if isinstance(text, str) else "".join(text), lang)


def iter_paragraphs(text: str | Iterable[str]) -> Iterator[Span]:
    """The paragraphs of a long text one after the other."""
    yield from paragraphs(text if isinstance(text, str) else "".join(text))
