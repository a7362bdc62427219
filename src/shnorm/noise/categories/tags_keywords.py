"""Tags of the article."""

from __future__ import annotations

from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

CATEGORY = Category(
    name="tags_keywords",
    definition="Labels of tags with their list.",
    admission=("A label goes in if a list of tags follows it; 【关键词】 of a paper's abstract stays."),
    rules=[
        NoiseRule(
            name="tag-list",
            why="the tags of the article",
            where="edge",
            limit=60.0,
            examples=[(f"{_ZH}\n标签：旧衣改造，收纳，手工", f"{_ZH}\n")],
            keeps=[
                "标签：是一种贴在货物上的小纸片，上面写着品名、产地和日期。",
                "Keywords matter less than clear sentences, whatever the consultants say.",
            ],
        ),
    ],
)
