"""Personal names in Traditional text whose characters Simplified Chinese keeps (徐乾學, 王汎森), told by their surroundings.

It knows surnames and what stands beside a name; it must not know how the rest of a text is converted.
A name is claimed only between two borders: before the surname and after the given name stands no Han character, or one that
introduces or follows names.  In doubt there is no name.
"""

from __future__ import annotations

import re

from shnorm.script import HAN

_HAN = re.compile(f"[{HAN}]")
#: Surnames in both orthographies, by number of bearers.
SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭蔡潘田董袁于余叶葉蒋蔣"
    "杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎閻薛尹段雷黎史龙龍陶贺賀顾顧毛郝"
    "龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯向常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦"
    "俞左柳甘祝包宁甯尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤"
)
# What stands before a name inside a sentence: marks of every kind do, and these.
_BEFORE = frozenset(
    "和與与及跟同由為为是叫名即人者員员長长師师授生士官臣帝家友父母夫妻徒說说曰對对向給给請请讓让被把將将使以在而因令派召拜"
)
# What follows a name.
_AFTER = frozenset(
    "的是在為为與与和及說说曰於于也曾任則则就等表指認认出先教導导博同之將将因以被受有向對对從从到來去已又並并所擔担著着任主吃喝走看想站坐拿打"
    "写寫講讲帶带入回沒没不很又還还再更才只都笑問问答院老校部局董總总醫医律記记女小議议委法檢检"
)
#: Characters that names keep, and what beside them makes a word instead of a name.
KEPT = {
    "乾": frozenset(
        "淨净燥脆旱杯糧粮洗貨货爹媽妈枯涸癟瘪嘔呕草冰笑果酪季裂瘦咳熱热癬癣眼柴兒儿嚎燒烧股坐著着掉了透鍋锅飯饭布煸炒煎巴女親亲電电料濕湿癢痒"
    ),
    "昇": frozenset("平華华級级職职降騰腾起天旗遷迁任官"),
    "汎": frozenset("濫滥指稱称愛爱美亞亚歐欧太神論论舟"),
}
_NOT_NAMES = frozenset(("包乾", "白乾", "米乾", "梅乾", "高昇", "成昇", "安乾", "關乾", "石乾", "易乾", "文昇", "施乾"))


_NOT_BEFORE = frozenset("上提晉晋直爬攀躍跃擢飛飞擡抬回東东超高成")


def in_name(text: str, i: int) -> bool:
    """Whether the character of :data:`KEPT` at ``text[i]`` belongs to a personal name.

    >>> in_name("友人徐乾學", 3), in_name("一張乾淨的紙", 2), in_name("王汎森著", 1)
    (True, False, True)
    """
    words = KEPT[text[i]]
    if i + 1 < len(text) and text[i + 1] in words:
        return False
    if i >= 1 and text[i - 1] in SURNAMES and text[i - 1 : i + 1] not in _NOT_NAMES and _begins(text, i - 1):
        return _ends(text, i + 1) or (i + 1 < len(text) and _ends(text, i + 2))
    if text[i] == "乾" or i < 2 or text[i - 2] not in SURNAMES or not _HAN.match(text[i - 1]) or text[i - 1] in _NOT_BEFORE:
        return False  # X乾 at the end is a dried fruit as often as a name
    return _begins(text, i - 2) and _ends(text, i + 1, marks=True)


def _begins(text: str, i: int) -> bool:
    return i == 0 or text[i - 1] in _BEFORE or not _HAN.match(text[i - 1])


def _ends(text: str, i: int, *, marks: bool = False) -> bool:
    return i >= len(text) or not _HAN.match(text[i]) or (not marks and text[i] in _AFTER)
