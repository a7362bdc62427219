"""Advertising labels and calls to buy, subscribe, follow or read on."""

from __future__ import annotations

import re

from shnorm.noise.page import Page
from shnorm.noise.rule import Category, NoiseRule
from shnorm.noise.topic import about, step
from shnorm.noise.view import weight

#: The appeal of a novel site set into a sentence, with the address that it wants remembered.
NOVEL = re.compile(r"(?:天才)?一秒钟?记住[^,。!?\s]{0,16}?(?:(?:https?://|www\.|m\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[!-~]*)?)")


def _inside(page: Page, index: int) -> bool:
    """Whether the appeal stands inside a sentence of the story."""
    seen = page.lines[index].seen
    m = NOVEL.search(seen)
    return m is not None and weight(seen[: m.start()]) >= 3 and weight(seen[m.end() :]) >= 3


_ABOUT = about("ad_cta")
# What a code or a program is for where the text itself is about that: `扫描二维码即可入场`, `打开APP，选择“扫一扫”`.
_USE = re.compile(
    r"(?:即|就|便|方|后|才)可?(?:以)?(?:自动|直接|凭码|免费)?(?:入场|入园|入馆|进站|进门|进场|乘车|上车|骑行|开锁|开门|取件|取餐|取票|取号|借书|还书|借还|归还|签到|签退|报到|点餐|下单|结账|缴费|充电|停车|通行|就餐|参观|核销|检票|登机)"
    r"|^\W*(?:打开|进入|登录|启动)[^,。]{1,14},\s?(?:选择|点击|找到|进入|输入|点开|切换)"
)


def _told(page: Page, index: int) -> bool:
    """Whether the line is a step of an instruction, or speaks of those who do what the call asks for."""
    return step(page, index) or _ABOUT(page, index) or _USE.search(page.lines[index].core) is not None


_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

CATEGORY = Category(
    name="ad_cta",
    definition="Advertising labels, paywalls, calls to action, openings and closings of spun articles.",
    admission=(
        "A single word goes in if it labels advertising and is nothing else; a phrase if it addresses the reader and asks "
        "for a click, a code, money or a subscription."
    ),
    rules=[
        NoiseRule(
            name="ad-label",
            why="a label of advertising, alone on its line",
            examples=[(f"{_EN}\nAnzeige\n{_EN} So it goes.", f"{_EN}\n{_EN} So it goes.")],
            keeps=["Advertisement was a dirty word in that newsroom, and everybody knew why."],
        ),
        NoiseRule(
            name="paywall",
            why="a barrier before the rest of the text",
            limit=50.0,
            veto=_told,
            examples=[(f"{_ZH}\n已阅读3页，还剩9页未读，继续阅读\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=["登录后可查看订单，游客则只能浏览目录，这是新系统的两个权限级别，设计时争论了很久。"],
        ),
        NoiseRule(
            name="follow-call",
            why="a call to follow, subscribe, scan, download or buy",
            veto=_told,
            limit=45.0,
            examples=[(f"{_ZH}\n长按识别二维码关注“城北旧事”\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=[
                "“你看，”她指着墙上的告示，“上面写着：扫码关注，领鸡蛋。”",
                "顾客进门先扫描二维码测量体温，再到窗口取号排队，全程不超过五分钟。",
                "第一步：扫描井边的二维码",
                "1. 请提前十分钟入场\n2. 关注公众号可查看回放",
                "报名方式：扫描海报上的二维码，填写表格",
                "立即报名的有三十多人",
                "报名电话：0797-5551234（林老师）",
                "Step 1: download the app and open it",
                f"{_ZH}\n扫描二维码即可入场\n{_ZH}后来呢？",
                f"{_ZH}\n打开APP，选择“扫一扫”\n{_ZH}后来呢？",
            ],
        ),
        NoiseRule(
            name="spun-intro",
            why="the opening or closing formula of a spun article",
            veto=_told,
            limit=70.0,
            glued=False,
            examples=[
                (
                    f"{_ZH}\n大家好，今天小编来为大家解答过滤棉多久换一次，现在让我们一起来看看吧！\n{_ZH}后来呢？",
                    f"{_ZH}\n{_ZH}后来呢？",
                )
            ],
            keeps=["老师说，今天我们一起来分享各自的读书笔记，每人三分钟。"],
        ),
        NoiseRule(
            name="novel-call",
            veto=_inside,
            why="an appeal of a site that serves novels",
            limit=45.0,
            examples=[(f"{_ZH}\n一秒记住【墨香书屋】，精彩小说无弹窗免费阅读！\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=["他一秒钟也不敢耽搁，记住了门牌号就往回跑。"],
        ),
    ],
)
