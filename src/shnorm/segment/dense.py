"""Scripts without blanks between words, other than Chinese: Japanese, Thai, Lao, Khmer, Burmese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.segment import tokens

HAS_DENSE = re.compile(f"[{tokens.THAI}{tokens.LAO}{tokens.MYANMAR}{tokens.KHMER}]")
_KANA = re.compile(f"[{tokens.KANA}]")
_HIRAGANA = re.compile("[\u3041-\u3096]")
_HAN = re.compile("[\u4e00-\u9fd5]")
_JAPANESE = re.compile(f"[{tokens.KANA}{tokens.RARE}\u4e00-\u9fd5]+")
_LINE = re.compile(r"[^\r\n]+")


def japanese_runs(view: str, lang: str | None) -> Iterator[tuple[int, int]]:
    """Where runs of Han and kana stand that are Japanese."""
    if lang is not None and lang.split("-")[0].lower() != "ja":
        return
    if lang is None and not _KANA.search(view):
        return
    for line in _LINE.finditer(view):
        start, end = line.span()
        if lang is None:
            kana = len(_KANA.findall(view, start, end))
            if not kana or kana * 6 < kana + len(_HAN.findall(view, start, end)):
                continue
        for m in _JAPANESE.finditer(view, start, end):
            yield m.span()


def cut(run: str) -> list[str]:
    """The words of a run of a dense script (rough)."""
    return [run]
