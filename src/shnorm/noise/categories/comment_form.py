"""Forms and lists of comments."""

from __future__ import annotations

import re

from shnorm.noise.page import Page
from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

_DASHED = re.compile(r"\s*(?:--|—|―|－)")


def _quoted(page: Page, index: int) -> bool:
    """Whether the line says behind a dash who said what stands above it."""
    return index > 0 and _DASHED.match(page.lines[index].text) is not None and page.lines[index - 1].weight >= 8


CATEGORY = Category(
    name="comment_form",
    definition="Comment forms, log-in prompts, headings and buttons of comment lists.",
    admission=(
        "A sentence goes in if comment software prints it; a button if it belongs to comments and nothing else. What readers wrote stays."
    ),
    rules=[
        NoiseRule(
            name="form",
            why="a label or button of a comment form",
            veto=_quoted,
            examples=[(f"{_ZH}\n发表评论 取消回复\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=[
                "发表评论之前，先想一想自己是不是真的读懂了这篇文章。",
                "No comment was the only reply we got, three days in a row.",
                f"{_ZH}\n-- 网友评论",
            ],
        ),
        NoiseRule(
            name="form-sentence",
            why="a sentence that comment software prints",
            limit=60.0,
            examples=[
                (
                    f"{_EN}\nYour email address will not be published. Required fields are marked *\n{_EN} So it goes.",
                    f"{_EN}\n{_EN} So it goes.",
                )
            ],
            keeps=["You must be logged in to the system before the valves can be opened by hand."],
        ),
    ],
)
