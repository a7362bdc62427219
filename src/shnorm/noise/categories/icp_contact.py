"""Registration of the site and its contact block."""

from __future__ import annotations

from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

CATEGORY = Category(
    name="icp_contact",
    definition="ICP and police registration, contact lines of the site's owner.",
    admission=(
        "A registration number is sure. A contact label goes in, but acts only at an edge of the page beside a line that is "
        "noise: contacts that are the topic have no such neighbours."
    ),
    rules=[
        NoiseRule(
            name="registration",
            confidence=0.98,
            why="the registration number of the site",
            limit=80.0,
            where="edge",
            examples=[(f"{_ZH}\n豫ICP备19004452号-2", f"{_ZH}\n")],
            keeps=["办理备案号的流程并不复杂，材料齐全的话二十天左右就能下来。"],
        ),
        NoiseRule(
            name="contact",
            why="a contact line beside other noise at the edge of the page",
            where="block",
            glued=False,
            examples=[(f"{_ZH}\n地址：临沐市锦程路18号 电话：0371-5550182\n豫ICP备19004452号-2", f"{_ZH}\n")],
            keeps=[f"{_ZH}\n联系人：魏敏，联系电话：5550176"],
        ),
    ],
)
