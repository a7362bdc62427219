"""Lines in which the words of a notice are what the line is about: it says how something is done, or speaks of a notice.

It knows how such lines are built; it must not know the cues of any category.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from shnorm.noise.page import Page, covered

# How a step of an instruction begins, and the label of what tells how one takes part.
_STEP = re.compile(
    r"""\W{0,3}(?:第[一二三四五六七八九十\d]{1,3}步|(?:步骤|方[法式])\s?[一二三四五六七八九十\d]|step\s?\d|[①-⑳]
      |(?:问|答|记者|主持人)\s?:
      |[^\W\d_]{2,6}(?:方式|方法|流程|途径|渠道|步骤)\s?:|how to [a-z ]{3,20}:|[a-z]{3,14} (?:method|mode|procedure|process|steps?)\s?:)""",
    re.VERBOSE,
)
# What follows words of a notice that are spoken of: `不得转载的规定`, `版权所有者`, `报名的有三十人`; not what a reader is to follow.
_ABOUT = re.compile(
    '[」』”’"]?(?:的(?!话|公众|微信|微博|官方|账号|频道|专栏|主页|平台|网站|小程序|抖音|视频|订阅|服务|粉丝|社群|脸书|[a-z])|者|权[^利]|的?人[多少])'
)


_NUMBERED = re.compile(r"[(]?(\d{1,2})[.、)．]\s?(?!\d)")


def step(page: Page, index: int) -> bool:
    """Whether a line is a step of an instruction, a point of a numbered list, or says how one takes part."""
    core = page.lines[index].core
    if _STEP.match(core) is not None:
        return True
    own = _NUMBERED.match(core)
    before = _NUMBERED.match(page.lines[index - 1].core) if own is not None and index else None
    if own is None:
        # What stands below the head of a step belongs to it.
        return (
            index > 0
            and not page.in_tail(index)
            and page.lines[index - 1].weight <= 14
            and _NUMBERED.match(page.lines[index - 1].core) is not None
        )
    return before is not None and int(own.group(1)) == int(before.group(1)) + 1


def about(category: str) -> Callable[[Page, int], bool]:
    """Whether each phrase of the category in a line belongs to a longer expression, so that the line speaks of it."""

    def veto(page: Page, index: int) -> bool:
        line = page.lines[index]
        found = [hit for hit in line.phrases if hit[0].category == category]
        if not found or covered(found) > 0.6 * len(line.core):
            return False
        return all(_ABOUT.match(line.seen, end) is not None for _, _, end in found)

    return veto
