"""Declarations of where the content came from and who answers for it."""

from __future__ import annotations

import re

from shnorm.noise.ends import placed
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, NoiseRule
from shnorm.noise.topic import about

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

# A declaration of anybody, and what those of web pages speak of.
_ANY = re.compile(r"\W{0,3}(?:郑重|重要|特此|严正)?(?:声明|申明)\s?:|(?:special )?(?:statement|declaration)\s?:")
_OF_PAGES = re.compile(
    r"本[站网文报刊平公账号视频博]|该文|此文|上述|以上|以下|文章|图片|图文|内容|信息|资料|网[站络友]|转[载发自]|侵权|侵犯|版权|来[源自]|仅供|观点|立场|作者|原创|投资|素材|配图"
    r"|小编|编辑|用户|article|content|site|web|network|internet|author|views?|opinion|information|picture|copyright|reprint|reproduc|reference|platform"
)
# A heading that begins a sentence.
_SENTENCE = re.compile(r"免责条款[^\W\d_]|disclaimers? (?:of|is|was|are|must|may|in|that)\b")


def _other(page: Page, index: int) -> bool:
    """Whether it is a declaration about something else than a page, or only begins like one."""
    core = page.lines[index].core
    if _SENTENCE.match(core):
        return True
    m = _ANY.match(core)
    return m is not None and len(core) > m.end() and _OF_PAGES.search(core, m.end()) is None


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
            veto=_other,
            examples=[(f"{_ZH}\n免责声明：以下内容由热心人收集。", f"{_ZH}\n")],
            keeps=[
                "免责声明并不能免除一切责任，法院会看双方当初是怎样约定的。",
                f"{_ZH}\n郑重声明：本人与此事无关，请邻居们不要误会",
                f"{_ZH}\n免责条款写在合同第七页",
            ],
        ),
        NoiseRule(
            name="no-liability",
            find=placed("disclaimer", "no-liability"),
            context=True,
            why="a sentence that disclaims, offers removal or says that the content came from the net",
            veto=about("disclaimer"),
            where="edge",
            limit=160.0,
            examples=[(f"{_ZH}\n本文图片来自网络，如有侵权请联系删除", f"{_ZH}\n")],
            keeps=[
                "仓库里的货物来自网络订单，工人们要连夜分拣装车才能按时发出。",
                "如果发现侵权，作者可以先联系平台，再考虑起诉，这是律师给出的建议。",
                f"{_ZH}\n仅供参考的价格：每斤3元",
            ],
        ),
    ],
)
