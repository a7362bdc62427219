"""Declarations of where the content came from and who answers for it."""

from __future__ import annotations

from shnorm.noise.ends import placed
from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

CATEGORY = Category(
    name="disclaimer",
    definition="Disclaimers, statements about sources, views, infringement and risk.",
    admission=(
        "A phrase goes in if it disclaims, offers removal, or says that content came from the net; guides about the law "
        "quote such phrases or explain them in prose."
    ),
    rules=[
        NoiseRule(
            name="declaration",
            find=placed("disclaimer", "declaration"),
            context=True,
            why="a declaration, by its heading",
            where="edge",
            limit=220.0,
            glued=False,
            examples=[(f"{_ZH}\n免责声明：以下内容由热心人收集。", f"{_ZH}\n")],
            keeps=["免责声明并不能免除一切责任，法院会看双方当初是怎样约定的。"],
        ),
        NoiseRule(
            name="no-liability",
            find=placed("disclaimer", "no-liability"),
            context=True,
            why="a sentence that disclaims, offers removal or says that the content came from the net",
            where="edge",
            limit=160.0,
            examples=[(f"{_ZH}\n本文图片来自网络，如有侵权请联系删除", f"{_ZH}\n")],
            keeps=[
                "仓库里的货物来自网络订单，工人们要连夜分拣装车才能按时发出。",
                "如果发现侵权，作者可以先联系平台，再考虑起诉，这是律师给出的建议。",
            ],
        ),
    ],
)
