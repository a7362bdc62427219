"""What a user composes today instead of shnorm: the comparison in every benchmark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import ftfy
import jieba
import opencc

_T2S = opencc.OpenCC("t2s")
_BLANK_BEFORE = re.compile(r" +([,.;:!?])")
_BLANKS = re.compile(r"[ \t]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_COPYRIGHT = re.compile(r"^.*(?:Copyright ©|版权所有|版權所有).*$", re.MULTILINE)


def by_hand(text: str) -> str:
    """ftfy, NFKC, a few regexes, OpenCC: the usual notebook cell, without any language detection."""
    text = unicodedata.normalize("NFKC", ftfy.fix_text(text))
    text = _COPYRIGHT.sub("", text)
    text = _BLANK_BEFORE.sub(r"\1", _BLANKS.sub(" ", text))
    return _T2S.convert(_BLANK_LINES.sub("\n\n", text))


def jieba_words(text: str) -> list[tuple[str, int, int]]:
    """jieba's words with offsets."""
    return list(jieba.tokenize(text))


PEERS: dict[str, Callable[[str], object]] = {
    "by hand": by_hand,
    "ftfy.fix_text": ftfy.fix_text,
    "opencc t2s": _T2S.convert,
    "jieba.tokenize": jieba_words,
}
