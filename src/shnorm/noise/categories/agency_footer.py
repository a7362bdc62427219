"""Who edited and checked the article, and where it ends."""

from __future__ import annotations

from shnorm.noise.ends import placed
from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

CATEGORY = Category(
    name="agency_footer",
    definition="Editors, proofreaders and reviewers after the article; the mark of its end.",
    admission=(
        "A label goes in if it names a duty in a newsroom and nothing else; marks of the end count only alone or in "
        "brackets after a full stop."
    ),
    rules=[
        NoiseRule(
            name="editor",
            confidence=0.98,
            why="names of those who edited and checked the article",
            examples=[(f"{_ZH}\n责任编辑：卢青\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=[
                "责任编辑的工作并不轻松，一篇稿子往往要看上三四遍。",
                "Editors work late here: the last page closes at midnight.",
            ],
        ),
        NoiseRule(
            name="end-mark",
            find=placed("agency_footer", "end-mark"),
            context=True,
            why="a mark that the article is at its end",
            where="tail",
            examples=[(f"{_ZH}\n（完）", f"{_ZH}\n")],
            keeps=["故事到这里就完了，可是说书人还不肯走。"],
        ),
        NoiseRule(
            name="desk-credit",
            find=placed("agency_footer", "desk-credit"),
            context=True,
            why="which desk or agency it came from",
            where="tail",
            limit=40.0,
            examples=[(f"{_EN}\nReporting by D. Whitcombe; editing by L. Marsh", f"{_EN}\n")],
            keeps=["Reporting by phone was common in those years, and editing by candlelight no rarity."],
        ),
    ],
)
