"""Chinese particles and words of grammar that stand twice; in text that stayed, or was always, Chinese."""

from __future__ import annotations

from shnorm.gate import Context
from shnorm.rules import Match, Rule
from shnorm.script import HAN

NAME = "particles"

_ADVERBS = (
    "已经|但是|因为|所以|如果|虽然|可以|以及|我们|他们|她们|你们|它们|这个|那个|这些|那些|没有|自己|什么|时候|现在|目前|同时|对于|关于|由于|根据|通过|进行|"
    "已經|但是|因為|雖然|我們|他們|她們|你們|它們|這個|那個|這些|沒有|時候|現在|同時|對於|關於|由於|根據|通過|進行|正在|将会|將會|应该|應該|能够|能夠|需要|"
    "仍然|依然|尤其|曾经|曾經|即将|即將|首先|另外|此外|因此|然而|尽管|儘管|无论|無論|只有|只要|必须|必須|不仅|不僅|甚至|至于|至於|以便|从而|從而|为了|為了|除了|"
    "按照|随着|隨著|及其|"
    "其中|其他|作为|作為|不过|不過|而且|并且|並且|或者|还是|還是|之后|之後|以后|以後|之前|以前"
)  # fmt: skip


def _sure(m: Match, context: Context) -> str | None:
    before = m.string[m.start() - 1 : m.start()]
    after = m.string[m.end() : m.end() + 1]
    return None if before in ("目", "打", "有", "标", "標", "中", "的", "无", "無") or after in ("的", "确", "確", "士") else "的"


# What stands before and after one character that is never meant twice: anything else there may be another word ("为了了解", "把把关").
_NO_LAND = "(?![方区區形图圖名理质質震面铁鐵点點址主产產毯板道段势勢])"
_WHO = "[他她它我你您们們]"
_SINGLE = (
    (r"(?<=[冷热熱到完成来來去走看见見吃买買卖賣好多少大高低坏壞开開关關变變做死起长長老])了了(?=[，。！？；、”』」]|$)", "了了"),
    (r"(?<=[他她它我你您们們将將会會也都仍就曾已])在在(?![乎意场場于於行位下])", "在在"),
    (r"(?<=[他她它我你您们們家])把把(?![关關脉脈风風舵尿])", "把把"),
    (rf"(?<={_WHO})被被(?![子告单單褥面套])", "被被"),
    (r"(?<=[他她它我你您们們家])都都(?![市城会會])", "都都"),
    (r"(?<=[他她它我你们們这這那])是是(?![非是])", "是是"),
    (r"将将(?=[会會于於在推对對有继繼进進成举舉出开開为為从從被与與是])", "将将"),
    (r"將將(?=[會於在推對有繼進成舉出開為從被與是])", "將將"),
    (rf"(?<=[{HAN}])(?<![和暖平温溫])和和(?![气氣美睦乐樂满滿顺順谐諧和平])", "和和"),
    (r"(?<=[位由基对對关關至属屬处處源])于于(?!是)", "于于"),
    (r"(?<=[位由基對關至屬處源])於於(?!是)", "於於"),
    (rf"(?<=[{HAN}])也也", "也也"),
    (rf"(?<=[{HAN}])(?<![觉覺记記懂值显顯舍捨难難自不使免晓曉获獲所取赢贏])得得(?=[很非太更十特好像满滿])", "得得"),
    # 慢慢地地走, 突然地地说; but 当地地方, 大地地震.
    (
        rf"(?<=慢慢|静静|靜靜|轻轻|輕輕|渐渐|漸漸|悄悄|默默|紧紧|緊緊|深深|狠狠|远远|遠遠|久久|缓缓|緩緩|细细|細細|呆呆|偷偷|匆匆|暗暗|牢牢)地地{_NO_LAND}",
        "地地",
    ),
    (rf"(?<=然)地地{_NO_LAND}", "地地"),
    (r"们们", "们们"),
    (r"們們", "們們"),
)


RULES = (
    Rule(
        name="han-single",
        why="a Chinese particle or preposition stands twice, where the characters around leave no other word",
        pattern="|".join(pattern for pattern, _ in _SINGLE),
        new=lambda m, context: m[0][0],
        hint=tuple(hint for _, hint in _SINGLE),
        lang="zh",
        confidence=0.9,
        examples=[
            ("他在在北京工作。", "他在北京工作。"),
            ("天气变冷了了。", "天气变冷了。"),
            ("公司将将推出新产品。", "公司将推出新产品。"),
        ],
        keeps=[
            "为了了解情况，他受不了了。",
            "我们把把关，他在在意的人身边，一切都在在乎的人手里。",
            "和和气气，是是非非，此事不了了之。",
        ],
    ),
    Rule(
        name="de",
        why="的 stands twice",
        pattern=r"的的",
        new=_sure,
        hint="的的",
        lang="zh",
        examples=[("这是我们的的学校。", "这是我们的学校。")],
        keeps=["他的的确确来过这里。", "学习目的的不同", "他打的的时候下雨了。"],
    ),
    Rule(
        name="han-word",
        why="a Chinese word of grammar stands twice, one that is never reduplicated",
        pattern=rf"({_ADVERBS})\1(?!\1)",
        new=r"\1",
        hint=tuple(f"{word}{word}" for word in dict.fromkeys(_ADVERBS.split("|"))),
        lang="zh",
        examples=[("他已经已经离开了车站。", "他已经离开了车站。")],
        keeps=["天天练习，好好休息，看看书，散散步。", "研究研究再说，考虑考虑。"],
    ),
)
