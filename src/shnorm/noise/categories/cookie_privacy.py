"""Cookie banners and links to terms."""

from __future__ import annotations

from shnorm.noise.ends import placed
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

# Buttons that are answers, too.
_ANSWERS = frozenset(
    {
        "我同意",
        "我知道了",
        "同意",
        "接受",
        "知道了",
        "i agree",
        "agree",
        "i accept",
        "accept",
        "i understand",
        "got it",
        "got it!",
    }
)


def _answer(page: Page, index: int) -> bool:
    """Whether the line may be what somebody answers: no other noise stands beside it."""
    return page.lines[index].core in _ANSWERS and not page.beside_noise(index)


CATEGORY = Category(
    name="cookie_privacy",
    definition="Cookie banners, consent buttons, links to privacy terms.",
    admission=("A phrase goes in if it asks for consent; documentation about cookies explains them in longer prose."),
    rules=[
        NoiseRule(
            name="banner",
            find=placed("cookie_privacy", "banner"),
            context=True,
            why="a cookie banner",
            where="edge",
            limit=160.0,
            examples=[(f"{_EN}\nWe use cookies to give you the best shopping experience.", f"{_EN}\n")],
            keeps=["In this recipe we use cookies that were baked the day before, because fresh ones fall apart in the cream."],
        ),
        NoiseRule(
            name="link",
            find=placed("cookie_privacy", "link"),
            context=True,
            why="a button or link of a consent dialog",
            where="edge",
            veto=_answer,
            examples=[(f"{_EN}\nChange privacy settings", f"{_EN}\n")],
            keeps=["Privacy policy is a field in which lawyers and engineers rarely understand each other.", f"{_EN}\nI agree"],
        ),
    ],
)
