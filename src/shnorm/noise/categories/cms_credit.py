"""Who made the site and with what software."""

from __future__ import annotations

import re

from shnorm.noise.ends import placed
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

# Things that are no sites have makers, too.
_MAKER = re.compile(r"(?:design(?:ed)?|developed|built|created|hosted|maintained|theme) (?:and developed )?by\b")


# What the maker made is spoken of: `produced by the compiler`.
_SPOKEN = re.compile(
    r"\b(?:produced|designed|developed|built|created|hosted|maintained) by (?:the|their|its|an?|his|her|this|these|those|such|our)\b"
)


def _lonely(page: Page, index: int) -> bool:
    """Whether the line names a maker and no other noise stands beside it, or speaks of one."""
    if _SPOKEN.search(page.lines[index].core):
        return True
    return _MAKER.match(page.lines[index].core) is not None and not page.beside_noise(index)


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
            veto=_lonely,
            limit=40.0,
            examples=[(f"{_EN}\nProduced By Yuntu Website System", f"{_EN}\n")],
            keeps=[
                "The pump is powered by a small diesel engine and can lift water ten metres high.",
                f"{_EN}\nDesigned by Hollis Grant in 1918",
                f"{_ZH}\n建设单位：县水利局",
                f"{_ZH}\n先把面包烤热（建议使用粗粮面包片）",
                f"{_EN}\nwhat is produced by the mill or the kiln",
                f"{_EN}\nTheme: water and the village",
            ],
        ),
    ],
)
