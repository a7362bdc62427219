"""Share bars, rows of platform names, and calls to follow."""

from __future__ import annotations

from shnorm.noise.ends import placed
from shnorm.noise.rule import Category, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

CATEGORY = Category(
    name="share_social",
    definition="Share bars, rows of platform names, calls to share or follow.",
    admission=(
        "A platform name goes in as `weak`: it counts only in rows of such names. A call goes in if it stands alone in the "
        "pages that have it."
    ),
    rules=[
        NoiseRule(
            name="share-call",
            why="a share button or a call to share, alone on its line",
            examples=[(f"{_ZH}\n分享到：微博 微信\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=[
                "他把这个好消息分享到了家族群里，大家都为他高兴。",
                "Share this with the class, then ask what each pupil would have done.",
            ],
        ),
        NoiseRule(
            name="platforms",
            find=placed("share_social", "platforms"),
            context=True,
            why="a row of names of platforms",
            glued=False,
            examples=[(f"{_EN}\nFacebook Twitter WhatsApp\nLinkedIn Pinterest Reddit", f"{_EN}\n")],
            keeps=["Facebook, Twitter and WhatsApp were slow all day, and nobody could say why."],
        ),
    ],
)
