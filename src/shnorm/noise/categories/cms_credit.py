"""Who made the site and with what software."""

from __future__ import annotations

from shnorm.noise.ends import placed
from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

CATEGORY = Category(
    name="cms_credit",
    definition="Credits of software, themes and web designers.",
    admission=("A phrase goes in if it credits software or a maker of sites; it acts only at an edge of the page."),
    rules=[
        NoiseRule(
            name="credit",
            find=placed("cms_credit", "credit", last=3),
            context=True,
            why="a credit for the software or the maker of the site",
            where="edge",
            limit=40.0,
            examples=[(f"{_EN}\nProduced By Yuntu Website System", f"{_EN}\n")],
            keeps=["The pump is powered by a small diesel engine and can lift water ten metres high."],
        ),
    ],
)
