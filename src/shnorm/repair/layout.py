"""What a line is, as far as blanks and marks depend on it: English or not, code, a list item, a label.

Cheap tests on one line, asked only where a rule matched.  It knows no damage and repairs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.gate import Context, base_language
from shnorm.language import detect
from shnorm.script import HAN

#: Words that no other language written in Latin letters uses often: they vouch for English where a line is too short for a model.
_ENGLISH = frozenset(
    "the and of is are was were with that this these those for from have has had said he she it they we you my his her their our your "
    "will would should could not but at by until yes please here there what when where who how why which can did does be been been an "
    "about after before into over under every each all both some only open opened closed today new".split()
)
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_FOREIGN = re.compile(r"[^\W\d_A-Za-z]")
#: From this confidence on a model's "not English" stands against English words.
_SURELY_OTHER = 0.97

_CODE = re.compile(
    r"^\s*(?:def|class|func|fn|function)\s+\w+\s*[({:]"
    r"|^\s*(?:import|from)\s+[\w.]+(?:\s+(?:import|as)\s.*|\s*;?)$"
    r"|^\s*(?:public|private|protected|static|const|let|var|void|int|using|namespace|package)\s.*[;={(]\s*$"
    r"|^\s*(?:#include|#define|//|/\*|\$ |>>> |<\?|<!|SELECT\s|INSERT\s|UPDATE\s|DELETE\s)"
    r"|^\s*(?:if|for|while|with|elif|try|except|switch|case)\b.*[()=\[\]<>].*[:{]\s*$|^\s*(?:else|try|finally)\s*[:{]\s*$"
    r"|^\s*return\b(?:\s*$|.*[*+=;()\[\]]|\s\w+\s*$)"
    r"|[{}]\s*$|[()=\[\]<>+].*;\s*$|^\s*[}\])]+[;,)]*\s*$|\w\s?(?:==|!=|\+=|-=|&&|\|\||=>|->|::|:=)\s?\w|^\s*[\w.\[\]]+\s*=\s*\S"
    r"|^\s*[\w.]+\([^()]*\)\s*[;:{]?\s*$|</\w+>"
)
_ITEM = re.compile(
    r"^\s*(?:[-*+•·●○■□◆◇▪►▶→>|#☆★※✓✔–—]\s*|\(?\d{1,3}[.)、．）]\s*|\d{1,3}\s?、|[a-zA-Z][.)]\s|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十百\d]{1,4}[章节節条條]|[①-⑳])"
)
_LABEL = re.compile(rf"^\s*(?:[A-Z][\w’'-]*(?:\s[\w’'-]+){{0,3}}|[{HAN}\s]{{1,8}})\s?[:：]")


def code_like(line: str) -> bool:
    """Whether ``line`` reads as program code, markup or a shell command rather than prose.

    >>> code_like("    return 3.14 * r * r"), code_like("The road was closed at noon.")
    (True, False)
    """
    return _CODE.search(line) is not None


def item_like(line: str) -> bool:
    """Whether ``line`` begins as a list item, a quotation line or a table row does.

    >>> item_like("- a torch"), item_like("2、Soak it"), item_like("A torch")
    (True, True, False)
    """
    return _ITEM.match(line) is not None


def label_like(line: str) -> bool:
    """Whether ``line`` begins with a short label and a colon.

    >>> label_like("Photos: Ola Berg"), label_like("职务：站长"), label_like("He was early")
    (True, True, False)
    """
    return _LABEL.match(line) is not None


def english_words(line: str) -> bool:
    """Whether the words of ``line`` vouch for English: no letter outside ASCII, and a fair share of English function words."""
    if _FOREIGN.search(line):
        return False
    words = [w.lower() for w in _WORD.findall(line)]
    return bool(words) and sum(w in _ENGLISH for w in words) >= max(1, len(words) // 5)


def lines_with(context: Context, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start and end (without its line end) of each line in which ``mark`` matches; each line once, in order."""
    lines, position = context.lines, 0
    while m := mark.search(context.text, position):
        start, end, position = lines[lines.at(m.start())]
        yield start, end


class Here:
    """What is known of the line around a position; each line is judged once while positions ascend.

    Made by a finder for one text; every answer is lazy.
    """

    __slots__ = ("_chinese", "_context", "_end", "_english", "_index", "_language", "_spaced", "_start", "content")

    def __init__(self, context: Context) -> None:
        self._context = context
        self._index = -1
        self._start = self._end = -1
        self._english: bool | None = None
        self._language: str | None = None
        self._spaced: bool | None = None
        self._chinese: bool | None = None
        self.content = ""

    def at(self, position: int) -> Here:
        """Move to the line that holds ``position``."""
        if not self._start <= position <= self._end:
            lines = self._context.lines
            self._index = lines.at(position)
            self._start, self._end, _ = lines[self._index]
            self._english = self._language = self._spaced = self._chinese = None
            self.content = lines.text[self._start : self._end]
        return self

    @property
    def start(self) -> int:
        """Where the line begins, in code points of the text."""
        return self._start

    def neighbour(self, step: int) -> str:
        """The line ``step`` lines away, without its line end; empty where there is none."""
        index, lines = self._index + step, self._context.lines
        return lines.content(index) if 0 <= index < len(lines) else ""

    @property
    def language(self) -> str:
        """The line's language, without script or region."""
        if self._language is None:
            self._language = self._context.line_language(self._index)
        return self._language

    @property
    def english(self) -> bool:
        """Whether the line is English, by the model or, where that is not sure, by its words."""
        if self._english is None:
            self._english = self.language == "en"
            if not self._english and self._context.lang is None and english_words(self.content):
                found = detect(self.content)
                self._english = found.code == "en" or found.confidence < _SURELY_OTHER
        return self._english

    @property
    def chinese(self) -> bool:
        """Whether the line is Chinese, or has Han, no kana and no Hangul, and nothing tells otherwise."""
        if self._chinese is None:
            lang = self.language
            self._chinese = lang == "zh" or (
                lang in ("und", "mixed")
                and _HAN.search(self.content) is not None
                and _KANA_HANGUL.search(self.content) is None
                and base_language(self._context.language) in ("zh", "und", "mixed")
            )
        return self._chinese

    @property
    def spaced(self) -> bool:
        """Whether marks in this line stand after a blank as a rule: the trace of a tokenizer or translation engine."""
        if self._spaced is None:
            loose = len(_LOOSE.findall(self.content))
            self._spaced = loose > 0 and loose > len(_TIGHT.findall(self.content))
        return self._spaced


_HAN = re.compile(f"[{HAN}]")
_KANA_HANGUL = re.compile("[ぁ-ゖァ-ヺ가-힣]")
_LOOSE = re.compile(r"\w [,;:!?、](?:\s|$)|\w \.(?:\s|$)")
_TIGHT = re.compile(r"\w[,;](?:\s|$)")
