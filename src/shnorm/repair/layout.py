"""What a line is, as far as blanks and marks depend on it: English or not, code, a list item, a label.

Cheap tests on one line, asked only where a rule matched.  It knows no damage and repairs nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from shnorm.gate import Context, base_language
from shnorm.script import HAN
from shnorm.wordlist import words

T = TypeVar("T")


#: Words that no other language written in Latin letters uses often: they vouch for English where a line is too short for a model.
_ENGLISH = words(
    "the and of is are was were with that this these those for from have has had said he she it they we you my his her their our your "
    "will would should could not but at by until yes please here there what when where who how why which can did does be been been an "
    "about after before into over under every each all both some only open opened closed today new"
)
#: Languages of Latin letters besides English, of which nobody hands out text cut into words, and whose commas and stops stand without a blank.
LATIN_LANGUAGES = words("ca cs da de es fi fr hr hu id it nb nl nn no pl pt ro sk sl sv")
#: And of Cyrillic letters, of which the same holds.
CYRILLIC_LANGUAGES = words("be bg mk ru uk")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_FOREIGN = re.compile(r"[^\W\d_A-Za-z]")
#: From this confidence on a model's "not English" stands against English words.
_SURELY_OTHER = 0.97
#: From this confidence on its "English" is believed where French typography would be spoiled by a mistake.
_SURE = 0.8

# What code begins with; asked from the first character of the line that is no blank.
_CODE_HEAD = re.compile(
    r"(?:def|class|func|fn|function)\s+\w+\s*[({:]"
    r"|(?:import|from)\s+[\w.]+(?:\s+(?:import|as)\s.*|\s*;?)$"
    r"|(?:public|private|protected|static|const|let|var|void|int|using|namespace|package)\s.*[;={(]\s*$"
    r"|#include|#define|//|/\*|\$ |>>> |<\?|<!|SELECT\s|INSERT\s|UPDATE\s|DELETE\s"
    r"|(?:if|for|while|with|elif|try|except|switch|case)\b.*[()=\[\]<>].*[:{]\s*$|(?:else|try|finally)\s*[:{]\s*$"
    r"|return\b(?:\s*$|.*[*+=;()\[\]]|\s\w+\s*$)"
    r"|[}\])]+[;,)]*\s*$|[\w.\[\]]+\s*=\s*\S|[\w.]+\([^()]*\)\s*[;:{]?\s*$"
).match
# With what else than an assignment or a call these begin.
_CODE_BEGINS = frozenset("cdefilnprstuvwDISU#/$<>)]}")
_CODE_SIGN = re.compile(r"\w\s?(?:==|!=|\+=|-=|&&|\|\||=>|->|::|:=)\s?\w").search
_STATEMENT = re.compile(r"[()=\[\]<>+]").search
_CLOSING_TAG = re.compile(r"</\w+>").search
_ITEM = re.compile(
    r"^\s*(?:[-*+•·●○■□◆◇▪►▶→>|#☆★※✓✔–—]\s*|\(?\d{1,3}[.)、．）]\s*|\d{1,3}\s?、|[a-zA-Z][.)]\s|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十百\d]{1,4}[章节節条條]|[①-⑳])"
)
_LABEL = re.compile(rf"^\s*(?:[A-Z][\w’'-]*(?:\s[\w’'-]+){{0,3}}|[{HAN}\s]{{1,8}})\s?[:：]")


#: Of a longer line only the two ends are looked at.
_LONG_LINE = 600


def code_like(line: str) -> bool:
    """Whether ``line`` reads as program code, markup or a shell command rather than prose.

    >>> code_like("    return 3.14 * r * r"), code_like("The road was closed at noon.")
    (True, False)
    """
    if len(line) > _LONG_LINE:
        line = line[: _LONG_LINE // 2] + "\n" + line[-_LONG_LINE // 2 :]
    body = line.strip()
    if not body:
        return False
    if body[-1] in "{}" or (
        (body[0] in _CODE_BEGINS or "=" in body or "(" in body) and _CODE_HEAD(line, len(line) - len(line.lstrip())) is not None
    ):
        return True
    if body[-1] == ";" and _STATEMENT(body, body.rfind("\n") + 1) is not None:
        return True
    signs = "=" in body or "::" in body or "->" in body or "&&" in body or "||" in body
    return (signs and _CODE_SIGN(line) is not None) or ("</" in body and _CLOSING_TAG(line) is not None)


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
    if _foreign(line):
        return False
    words = _WORD.findall(line)
    return bool(words) and sum(map(_ENGLISH.__contains__, map(str.lower, words))) >= max(1, len(words) // 5)


def _foreign(line: str) -> bool:
    """Whether ``line`` has a letter outside ASCII."""
    return not line.isascii() and _FOREIGN.search(line) is not None


def lines_with(context: Context, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start and end (without its line end) of each line in which ``mark`` matches; each line once, in order."""
    lines, position = context.lines, 0
    while m := mark.search(context.text, position):
        start, end, position = lines[lines.at(m.start())]
        yield start, end


class Here:
    """What is known of the line around a position; each line is judged once while positions ascend.

    Made by a finder for one text.  Answers are lazy; :meth:`before` and :meth:`after` look no further than they are told, so that a
    page in one line costs no more than a page of many.
    """

    __slots__ = ("_context", "_facts", "_index", "content", "end", "start")

    def __init__(self, context: Context) -> None:
        self._context = context
        self._index = -1
        #: The line's borders, in code points of the text, and the line without its line end.
        self.start = self.end = -1
        self.content = ""
        self._facts: dict[object, Any] = {}

    def at(self, position: int) -> Here:
        """Move to the line that holds ``position``."""
        if not self.start <= position <= self.end:
            lines = self._context.lines
            self._index = lines.at(position)
            self.start, self.end, _ = lines[self._index]
            self._facts = {}
            self.content = lines.text[self.start : self.end]
        return self

    def fact(self, question: Callable[[str], T]) -> T:
        """What ``question`` says of the line; asked once for each line."""
        if question not in self._facts:
            self._facts[question] = question(self.content)
        return self._facts[question]  # type: ignore[no-any-return]  # by its key

    def before(self, position: int, reach: int = 80) -> str:
        """At most ``reach`` code points of the line before ``position``, an offset in the text."""
        return self._context.text[max(self.start, position - reach) : position]

    def after(self, position: int, reach: int = 80) -> str:
        """At most ``reach`` code points of the line from ``position`` on, an offset in the text."""
        return self._context.text[position : min(self.end, position + reach)]

    def odd(self, position: int) -> bool:
        """Whether an odd number of straight double quotes stands in the line before ``position``, an offset in the text."""
        return bisect_left(self.fact(_straight_quotes), position - self.start) % 2 == 1

    def neighbour(self, step: int) -> str:
        """The line ``step`` lines away, without its line end; empty where there is none."""
        index, lines = self._index + step, self._context.lines
        return lines.content(index) if 0 <= index < len(lines) else ""

    def kept(self, key: str, answer: Callable[[], T]) -> T:
        """What ``answer`` gives; asked once for each line, under the name ``key``."""
        if key not in self._facts:
            self._facts[key] = answer()
        return self._facts[key]  # type: ignore[no-any-return]  # by its key

    @property
    def language(self) -> str:
        """The line's language, without script or region."""
        return self._context.line_language(self._index)

    @property
    def code(self) -> bool:
        """Whether the line reads as code."""
        return self.fact(code_like)

    @property
    def english(self) -> bool:
        """Whether the line is English, by the model or, where that is not sure, by its words."""
        return self.kept("english", self._english)

    def _english(self) -> bool:
        if self.fact(_far_from_ascii):
            return False
        if self.language == "en":
            return True
        if self._context.lang is not None or not english_words(self.content):
            return False
        found = self._context.detected(self.content)
        return found.code == "en" or found.confidence < _SURELY_OTHER

    @property
    def surely_english(self) -> bool:
        """Whether the line is English and not perhaps French: told so, or by its words, a sure model, or a page of more lines."""
        return self.kept("surely", self._surely_english)

    def _surely_english(self) -> bool:
        if not self.english:
            return False
        context = self._context
        if context.lang is not None or english_words(self.content):
            return True
        return self._context.detected(self.content).confidence >= _SURE or (
            len(context.text) > 5 * len(self.content) and base_language(context.language) == "en"
        )

    @property
    def plain(self) -> bool:
        """Whether the line is English or may be: letters of ASCII only, and no other language that the model is sure of.

        Enough for what is an error in every language written so, such as a blank before a comma.
        """
        return self.kept("plain", self._plain)

    def _plain(self) -> bool:
        if self.english:
            return True
        if self._context.lang is not None or self.fact(_foreign):
            return False
        found = self._context.detected(self.content)
        return found.script == "Latin" and found.confidence < _SURELY_OTHER

    @property
    def chinese(self) -> bool:
        """Whether the line is Chinese, or has Han, no kana and no Hangul, and nothing tells otherwise."""
        return self.kept("chinese", self._chinese)

    def _chinese(self) -> bool:
        if _HAN.search(self.content) is None:
            return False
        lang = self.language
        return lang == "zh" or (
            lang in ("und", "mixed")
            and _KANA_HANGUL.search(self.content) is None
            and base_language(self._context.language) in ("zh", "und", "mixed")
        )

    @property
    def spaced(self) -> bool:
        """Whether marks in this line stand after a blank as a rule: the trace of a tokenizer or translation engine."""
        return self.fact(_spaced)


def _far_from_ascii(line: str) -> bool:
    """Whether letters beyond ASCII so prevail that the line cannot be English: told without asking a model."""
    return not line.isascii() and 3 * len(line.encode("ascii", "ignore")) < len(line) and _FOREIGN.search(line) is not None


def _straight_quotes(line: str) -> list[int]:
    return [m.start() for m in re.finditer('"', line)]


def _spaced(line: str) -> bool:
    loose = len(_LOOSE.findall(line))
    return loose > 0 and loose > len(_TIGHT.findall(line))


_HAN = re.compile(f"[{HAN}]")
_KANA_HANGUL = re.compile("[ぁ-ゖァ-ヺ가-힣]")
_LOOSE = re.compile(r"\w [,;:!?、](?:\s|$)|\w \.(?:\s|$)")
_TIGHT = re.compile(r"\w[,;](?:\s|$)")
