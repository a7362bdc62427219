"""著 in Traditional text: the aspect particle and verb of contact (Simplified 着), or writing and renown (著)?

OpenCC's t2s keeps every 著 and its tw2s keeps those of a word list, which spoils 土著, 卓著 and 专著.  Here the words on both
sides decide, 着 being the answer where nothing speaks for 著 (three times in four in news and encyclopedia text).
It works on text that t2s has converted already, so that one spelling serves; 著 still stands in it.
"""

from __future__ import annotations

import re

from shnorm.chinese.names import SURNAMES
from shnorm.script import HAN

# Words that end in 著, unless the word before runs into them: 议论|著, 配合|著.
_ENDING = {
    "显": "彰凸突明浮展", "卓": "", "专": "", "名": "", "原": "", "土": "泥尘黄热",
    "编": "", "巨": "", "拙": "", "遗": "", "昭": "",
    "合": "配结融混符迎集整联综闭聚组切贴应适吻复掺糅契撮磨黏愈折回手围交投缝", "译": "翻", "撰": "",
    "论": "议谈讨争评辩无不理勿", "杂": "夹混掺参复嘈", "炳": "", "彰": "", "较": "相比计", "力": "",
    "懋": "", "夙": "", "选": "", "所": "", "节": "", "旧": "", "近": "接靠临走逼贴", "新": "",
}  # fmt: skip
# Of these the ending counts only where a title, a mark or 等 于 中 及 与 和 里 follows: 新著《...》, but 更新着, 努力着.
_ENDING_WEAK = frozenset("编译撰力选所节旧近新合论遗杂")
_AFTER_WEAK = re.compile("[《〈「『“》）)、，。；：]|等|中|及|与|和|里|者|有|录|之|为|$")
# Words that begin with 著, and what after them shows that they do not: 著作|战, 著名|为.
_BEGINNING = {
    "名": "为叫字声单额次义利", "作": "战业息用风为乱弊态势恶", "称": "赞呼谢道为他她我你", "书": "包本桌架柜房店签报信页卷皮",
    "录": "音像影用取制", "论": "文", "述": "说", "者": "", "权": "", "译": "", "籍": "", "姓": "", "闻": "", "见": "", "绩": "",
    "雍": "", "白": "", "家": "", "于": "", "有": "", "成": "", "文": "",
}  # fmt: skip
# Verbs and prepositions whose 着 is so common that a word after them does not count: 随着|作品, 沿着|名.
_ASPECT_BEFORE = frozenset(
    "随跟接沿朝顺凭靠按循趁照拿捧抱翻握提扛抓捏举顶枕背带戴穿抽夹盯笑哭坐站躺看听唱读念写活住挂摆放藏握叼咬指拖拉推牵追赶望踩踏绕围"
    "披盖"
)
_BLANK = " \t\u3000\xa0"
_STOP = re.compile(r"[，、。；：,;:/／）)\]】》〉\s·]|$")
_HAN = re.compile(f"[{HAN}]")
# A name before 著, between what introduces an author and a stop, or on its own before a title, a publisher or the next role.
_AUTHOR = re.compile(
    f"(?:(?P<cue>[》：）)\\]】〕]\\s*|作者|[唐宋元明清])|^|[\\n\\s])(?P<name>[{''.join(sorted(SURNAMES))}][{HAN}]{{1,2}})$"
)
_AFTER_AUTHOR = frozenset("\n\r 《/／，,、；;。")
_AFTER_CREDIT = re.compile("[《/／]|[，,、；; ]+[^，。\n]{0,14}(?:出版|书局|书店|书社|书馆|译|续|注|编|校|绘)")
_STOPS = re.compile("[。，,、；;]?[ \t\r]*(?:$|\n)|[，,、；;]")
# Verbs that begin with a surname.
_VERBS = (
    "张望", "张开", "张罗", "张贴", "高", "连接", "连续", "安静", "安慰", "安逸", "游", "康复", "明亮", "洪亮", "方便",
    "应付", "应对", "钻研", "白活", "温暖", "包", "陈列", "陈述", "解", "管理", "成长", "成为", "余下", "单独", "盛开",
    "盛行", "贺喜", "施", "常常", "徐徐", "古老", "向往", "路过", "华丽", "计", "任", "段", "向", "和", "路",
)  # fmt: skip


def keeps(text: str, i: int) -> bool:
    """Whether 著 at ``text[i]`` stays 著; ``text`` is converted but for this character.

    >>> [keeps(t, t.index("著")) for t in ("看著他", "专著一部", "著名作家", "随著名单", "高尔基 著", "配合著音乐", "彰显著")]
    [False, True, True, False, True, False, False]
    """
    before = text[i - 1] if i else ""
    after = text[i + 1 : i + 2]
    if (after and after in "着著") or (before and before in "着著" and after not in _BEGINNING):
        return False  # doubled: neither a title nor an author stands there
    # An author's line: a name, a blank or bracket, 著, and a stop, a blank or another role (著/译, 编著).
    if before and before in _BLANK + "）)】]·／/" and (not after or _STOP.match(after) or after in "译编《"):
        return bool(text[max(0, i - 20) : i].strip())
    if not after or after in _AFTER_AUTHOR:
        author = _AUTHOR.search(text, max(0, i - 8), i)
        if author and not author["name"].startswith(_VERBS):
            follows = _STOPS if author["cue"] else _AFTER_CREDIT
            if follows.match(text, i + 1) or _AFTER_CREDIT.match(text, i + 1):
                return True
    if after and after in _BEGINNING and _begins_word(text, i, before, after):
        return True
    if before in _ENDING:
        further = text[i - 2 : i - 1]
        if further and further in _ENDING[before]:
            return False
        if before in _ENDING_WEAK:
            return bool(_AFTER_WEAK.match(text, i + 1)) and not (
                before in "力近新" and bool(further) and bool(_HAN.match(further))
            )
        return True
    if after in ("《", "〈"):
        return (
            before not in _ASPECT_BEFORE
            and (not before or bool(_HAN.match(before)))
            and not text[max(0, i - 2) : i].endswith(("阅", "读"))
        )
    return text[i - 3 : i] in ("见微知", "以微知", "积微成", "睹微知") or text[i - 1 : i + 3] in ("一著而", "恶著于")


def _begins_word(text: str, i: int, before: str, after: str) -> bool:
    following = text[i + 2 : i + 3]
    if following and following in _BEGINNING[after]:
        return False
    if before in _ASPECT_BEFORE:
        # 随着作品, 看着书; but 看著名演员 is 看 + 著名.
        return after == "名" and following in ("的", "")
    if after in "有成文于家白见":
        # Verbs of writing and renown: 著有《..》, 著于竹帛, 著成一书; after a verb it is 着: 存在着有, 执着于, 有着文化.
        if after == "于":
            return before in "显卓闻昭" or bool(re.match(r"\d|[《竹公前]", text[i + 2 : i + 3]))
        title = bool(re.match("[《〈「『“]|等|诗|书", text[i + 2 : i + 3]))
        return title or (
            after == "有" and (not before or not _HAN.match(before) or before in "并曾还另亦也又先后前所他她其氏共合编")
        )
    return True
