"""Ways to the page before and the page after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.ends import placed
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

# `Previous owners`: an ordinary word that a noun follows.
_NOUN = re.compile(
    r"(?:previous|next|prev|(?:the )?(?:last|next|previous) (?:one|page|piece|chapter|part|section|question|record|item|product)) [^\W\d_]"
)


_NUMBER = re.compile(r"^\d{1,2}[.)]\s*")


def _noun(page: Page, index: int) -> bool:
    """Whether the line only begins with the word, and names no page or article."""
    line = page.lines[index]
    core = line.core
    return (
        _NOUN.match(_NUMBER.sub("", core)) is not None
        and not re.search(
            r"[:»›→«|>]|\b(?:post|article|page|story|next|previous)s?\W*$|^(?:previous|next|prev) (?:post|article|story|entry|news)\b",
            core,
        )
        and not page.beside_noise(index)
    )


_BOTH = re.compile(r"[«‹←]\s?[^«‹←»›→]{2,80}\s[|·/–-]?\s?[^«‹←»›→]{2,80}\s?[»›→]")


def _both_ways(page: Page) -> Iterator[Claim]:
    """The titles before and after the page between arrows."""
    for line in page.lines:
        if page.in_tail(line.index) and not line.sentence and line.weight <= 60 and _BOTH.fullmatch(line.core):
            yield Claim(line.index)


CATEGORY = Category(
    name="pagination",
    definition="Links to the previous and next article, chapter or page; page numbers.",
    admission=("A label goes in if a title follows it (`Next: ...`) or it stands alone; numbers count only beside such words."),
    rules=[
        NoiseRule(
            name="neighbour",
            find=placed("pagination", "neighbour"),
            context=True,
            why="the title of the article before or after this one",
            veto=_noun,
            limit=60.0,
            where="edge",
            glued=False,
            examples=[(f"{_ZH}\n上一篇：法兰密封面有哪几种形式", f"{_ZH}\n")],
            keeps=[
                "上一篇文章讲过如何选种，这一篇讲如何育苗，两者缺一不可。",
                "Next: add the onions and stir until they turn golden.",
                f"{_ZH}\nPrevious owners",
                f"{_ZH}\nThe last one to leave was the old mason",
            ],
        ),
        NoiseRule(
            name="both-ways",
            why="the titles of the articles before and after between arrows",
            find=_both_ways,
            hint=("«", "‹", "←"),
            examples=[(f"{_ZH}\n« 梨树修剪 | 茶山一日 »", f"{_ZH}\n")],
            keeps=[f"« 梨树修剪 | 茶山一日 »\n{_ZH}", "A ← B → C"],
            glued=False,
        ),
        NoiseRule(
            name="pager",
            find=placed("pagination", "pager"),
            context=True,
            why="numbers and words that lead to other pages",
            where="edge",
            examples=[(f"{_ZH}\n第1页 / 共12页", f"{_ZH}\n")],
            keeps=["请翻到第12页，看看图中的水车是怎样转动的。"],
        ),
    ],
)
