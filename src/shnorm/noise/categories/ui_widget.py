"""Buttons, players, votes and other controls."""

from __future__ import annotations

from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

CATEGORY = Category(
    name="ui_widget",
    definition="Buttons, players, votes, captchas and other controls.",
    admission=("A label goes in if it is a control and stands alone or beside others; ordinary words go in as `weak`."),
    rules=[
        NoiseRule(
            name="button",
            why="a control of the page",
            examples=[(f"{_ZH}\n【打印】【关闭】", f"{_ZH}\n")],
            keeps=["打印店关闭以后，这条街安静了许多。", "Close the window before you leave, or the rain will come in."],
        ),
    ],
)
