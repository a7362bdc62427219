"""Characters that sites mix in against copying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_ZH = "阳台上的番茄只开花不结果，多半是授粉不好，可以用棉签轻轻碰花心。"
_SYMBOLS = re.compile(r"[!-/:-@\[-`{-~]")
_WORDLIKE = re.compile(r"[A-Za-z]{3,}|\d{3,}|[^\x00-\x7f]")


def salad(text: str) -> bool:
    """Whether a string looks like the random watermark of forum software: many symbols, single letters and digits, no word.

    >>> salad("8 k7 {0 `* ~% V3 P. X"), salad("a + b = c"), salad("***")
    (True, False, False)
    """
    bare = text.strip()
    if not 5 <= len(bare) <= 60 or "<" in bare or _WORDLIKE.search(bare):
        return False
    symbols = _SYMBOLS.findall(bare)
    mixed = any(ch.isalpha() for ch in bare)
    return mixed and len(symbols) >= 3 and len(set(symbols)) >= 3 and len(symbols) >= 0.2 * len(bare.replace(" ", ""))


def _salad(page: Page) -> Iterator[Claim]:
    found = [line for line in page.lines if len(line.text) <= 80 and salad(line.text)]
    if not found:
        return
    prose = sum(1 for line in page.lines if line.prose or (line.sentence and line.weight >= 7))
    code = sum(1 for line in page.lines if line.code)
    if prose and code < prose:
        for line in found:
            yield Claim(line.index)


CATEGORY = Category(
    name="anti_copy_junk",
    definition="Random characters that forum software and sites mix into a text against copying.",
    admission="Only what has no word in it and at least three kinds of symbols; never on pages of code.",
    rules=[
        NoiseRule(
            name="symbol-salad",
            confidence=0.98,
            why="random characters that forum software puts between paragraphs",
            find=_salad,
            examples=[(f"{_ZH}\n8 k7 {{0 `* ~% V3 P. X\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=["x + y = z", "(a) (b) (c)", "* * *"],
        ),
    ],
)
