"""Marks of the wrong script: half-width ones between Han, full-width ones in Latin text.

The span decides, not the page: both neighbours of a mark, and the sentence where the line mixes languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.gate import Context, base_language
from shnorm.repair.layout import Here
from shnorm.repair.marks import PICTURE
from shnorm.repair.quotes import pairs
from shnorm.rules import Rule
from shnorm.script import HAN
from shnorm.wordlist import words

Found = Iterator[tuple[int, int, str]]

_IS_HAN = re.compile(f"[{HAN}]")
_HANS = re.compile(f"[{HAN}]+")
_EAST = re.compile(f"[{HAN}ぁ-ゖァ-ヺー가-힣ㄅ-ㄯ]")
_CLOSERS = "”’』」》】）〉％…—"
_OPENERS = "“‘『「《【（〈"
_FULL = {",": "，", ".": "。", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_REFERENCE = re.compile(r"\[(?:[JMDCNPRSA]|EB/OL|J/OL|DB/OL|M/OL)\]")
_QUESTION = re.compile(
    r"(.)[不没沒]\1|[吗嗎呢么麼吧啊谁誰哪几幾]|什么|甚麼|怎|为何|為何|何时|何時|如何|是否|能否|可否|多少|难道|難道|岂|豈|有没有|有沒有|要不要|是不是"
)


def _han(ch: str) -> bool:
    return "一" <= ch < "\ua000" or (ch > "⺀" and _IS_HAN.match(ch) is not None)


def _latin(ch: str) -> bool:
    return ch.isalpha() and (ch < "\u0250" or "\u1e00" <= ch < "\u1f00" or "\u0370" <= ch < "\u0530")


# ---------------------------------------------------------------------------------------------------- half width in Chinese


class _Chinese:
    """Whether the line round a position is one of Chinese and its marks; judged once for each line while positions ascend."""

    __slots__ = ("_answer", "_first", "_last", "here")

    def __init__(self, context: Context) -> None:
        self.here = Here(context)
        self._first = self._last = -1
        self._answer = False

    def at(self, position: int) -> bool:
        if not self._first <= position <= self._last:
            here = self.here.at(position)
            self._first, self._last = here.start, here.end
            self._answer = here.chinese and not _half_width(here)
        return self._answer


_CLAUSE = re.compile(r"([,;:])(?: ?(?=[^\s,.;:])|(?=[ \t]*$))", re.MULTILINE)


def _clause_marks(text: str, context: Context) -> Found:
    if text.isascii():
        return
    line = _Chinese(context)
    for m in _CLAUSE.finditer(text):
        at, end = m.span()
        start = at - (at > 0 and text[at - 1] == " ")
        if not start:
            continue
        left, right, mark = text[start - 1], text[end : end + 1], text[at]
        if _han(left) or left in _CLOSERS:
            if not line.at(at):
                continue
            if mark == ":":
                if right and right in ")(DP-/\\":
                    continue  # an emoticon, a URL
            elif mark == "," and right.isdigit():
                here = line.here
                if not here.fact(_has_stop) and _IS_HAN.search(here.after(end, 40)) is None:
                    continue
        # Latin, a number or a bracket before it, Chinese behind it.
        elif not (
            (left.isalnum() or left in "%)]" or _picture(left))
            and right
            and (_han(right) or right in _OPENERS)
            and not (mark == ":" and (left.isdigit() or left in ")]"))
            and not (mark == ";" and _ENTITY.search(text, max(0, at - 12), at))
            and line.at(at)
        ):
            continue
        yield start, end, _FULL[mark]


def _picture(ch: str) -> bool:
    """Whether ``ch`` is a picture or sign, or the selector behind one."""
    return ch > "\u2100" and _PICTURE.match(ch) is not None


_PICTURE = re.compile(f"[{PICTURE}]")


_ENTITY = re.compile(r"&#?[A-Za-z0-9]{2,10}$")


def _has_stop(line: str) -> bool:
    return "。" in line


def _half_width(here: Here) -> bool:
    """Whether the line is of a kind that is written with half-width marks: a reference, code, a row of comma-separated values."""
    return here.code or _REFERENCE.search(here.content) is not None or _values(here)


def _values(here: Here) -> bool:
    line = here.content
    if "。" in line or "，" in line or ", " in line or (commas := line.count(",")) < 2:
        return False
    return any(
        other.count(",") == commas and "。" not in other and other != line for other in (here.neighbour(-1), here.neighbour(1))
    )


_STOP = re.compile(rf"\.(?:(?=[”’』」）)\"]*[ \t]*$)| (?=[{HAN}{_OPENERS}\d”』」])|(?=[{HAN}{_OPENERS}”’』」]))", re.MULTILINE)
# Letters with which foreign names are written: a dot between them is the dot of a name.
_NAME_LETTERS = frozenset(
    "阿埃艾爱愛安昂奥奧巴芭贝貝本比彼波伯布查达達戴丹德蒂迪杜多恩尔爾法菲费費弗福佛盖蓋戈格古哈海汉漢赫亨华華霍基吉加贾賈杰傑金卡凯凱科克肯库庫"
    "拉莱萊兰蘭劳勞勒雷里莉丽麗利林琳卢盧鲁魯路罗羅洛马馬玛瑪麦麥曼梅蒙米密莫姆纳納娜南内內尼涅诺諾欧歐帕佩皮珀普奇乔喬切琼瓊萨薩塞桑沙莎山舍圣聖史"
    "斯司丝絲苏蘇索塔泰坦汤湯特滕提托威韦韋维維沃乌烏武西希夏辛休雅亚亞扬揚耶伊依约約泽澤扎詹珍朱佐森森逊遜顿頓翰尤登堡"
)


def _stops(text: str, context: Context) -> Found:
    if text.isascii():
        return
    line = _Chinese(context)
    for m in _STOP.finditer(text):
        start, end = m.span()
        start -= start > 0 and text[start - 1] == " "
        if not start:
            continue
        left, right = text[start - 1], text[end : end + 1]
        after_han = _han(left) or left in _CLOSERS
        if not (after_han or ((left.isalnum() or left in "%)") and end == m.start() + 1 and not _han(right))):
            continue
        here = line.here.at(start)
        if not after_han:
            # At the end of the line, after a number or a bracket: the line must be a Chinese sentence that has no stop of its own.
            before = here.before(start, 60)
            if "。" in before or len(_IS_HAN.findall(before)) < 4 or before.rstrip().endswith(".") or _latin(left):
                continue
        elif right:
            if start - here.start == 1:
                continue  # 一.概述
            if end == m.start() + 1 and _han(right) and not _ends_clause(here, start, left, right):
                continue
        if line.at(start):
            yield start, end, "。"


def _ends_clause(here: Here, start: int, left: str, right: str) -> bool:
    """Whether a dot with Han touching both sides ends a sentence, rather than parting a foreign name or the items of a list."""
    if here.fact(_has_stop) or (left in _NAME_LETTERS and right in _NAME_LETTERS):
        return False
    return here.content.rstrip()[-1] in '.?!？！”"' or _LONG_CLAUSE.search(here.before(start, 12)) is not None


_LONG_CLAUSE = re.compile(f"[{HAN}]{{6}}$")
_END_MARK = re.compile(rf"[?!][?!]*(?![?!])(?: (?=[{HAN}{_OPENERS}])|(?![=A-Za-z0-9_]))")


def _end_marks(text: str, context: Context) -> Found:
    if text.isascii():
        return
    line = _Chinese(context)
    for m in _END_MARK.finditer(text):
        start, end = m.span()
        if not start:
            continue
        start -= start > 1 and text[start - 1] == " "
        left = text[start - 1]
        if not (_han(left) or left in _CLOSERS or _picture(left)) or not line.at(start):
            continue
        marks = m.group().strip()
        right = text[end : end + 1]
        if "?" in marks and (_han(right) or left in "》」』"):
            # A lost letter or blank looks the same: only after a question.
            clause = _CLAUSE_END.split(line.here.at(start).before(start, 60))[-1]
            if len(marks) > 3 or _QUESTION.search(clause) is None or left in "》」』":
                continue
        yield start, end, "".join(_FULL[ch] for ch in marks)


_CLAUSE_END = re.compile("[。！？!?；;]")

_BRACKETS = re.compile(r"[(（]([^()（）\n]{1,300})[)）] ?")


def _brackets(text: str, context: Context) -> Found:
    if text.isascii():
        return
    line = _Chinese(context)
    free = 0
    for m in _BRACKETS.finditer(text):
        # The blank before goes with the bracket, unless it went with the one before it.
        outer = m.start() - (m.start() > free and text[m.start() - 1] == " ")
        free = m.end()
        inner = m.group(1)
        opened, closed = m.start(1) - 1, m.end(1)
        if text[opened] == "（" and text[closed] == "）":
            continue
        if not _IS_HAN.search(inner):
            continue
        before, after = text[outer - 1 : outer], text[m.end() : m.end() + 1]
        touching = text[opened - 1 : opened]
        if touching == "]" or (touching.isascii() and touching.isalpha() and not touching.isupper()) or touching == "_":
            continue
        if not (_han(inner.strip()[:1]) or _han(inner.strip()[-1:]) or _han(before)):
            continue
        if not line.at(opened):
            continue
        start = outer if before and before not in "\r\n" else opened
        end = m.end() if _han(after) or (after and after in "，。、；：！？") else closed + 1
        yield start, end, f"（{inner}）"


def _straight_quotes(text: str, context: Context) -> Found:
    if text.isascii():
        return
    here = Here(context)
    done = -1
    for m in _QUOTE.finditer(text):
        if m.start() < done:
            continue
        here.at(m.start())
        line = here.content
        done = here.start + len(line)
        if "「" in line or '="' in line or '":' in line:
            continue
        found = [(a, b) for a, b in pairs(line) or () if _IS_HAN.search(line[a + 1 : b])]
        if not found or not here.chinese or _half_width(here):
            continue
        for a, b in found:
            yield here.start + a, here.start + a + 1, "“"
            yield here.start + b, here.start + b + 1, "”"


_QUOTE = re.compile('"')
_SINGLE = re.compile(r"'([^'\n]{1,60})'")


def _single_quotes(text: str, context: Context) -> Found:
    if text.isascii():
        return
    line = _Chinese(context)
    for m in _SINGLE.finditer(text):
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        if any(ch.isascii() and (ch.isalnum() or ch in "([{=<_\\") for ch in before + after) or not _han(m.group(1)[0]):
            continue
        if line.at(m.start()):
            yield m.start(), m.start() + 1, "‘"
            yield m.end() - 1, m.end(), "’"


# ---------------------------------------------------------------------------------------------------- full width in Latin

_LETTERS, _AFTER_LETTERS = "A-Za-z0-9À-ɏḀ-ỿͰ-ԯ", r")\]”\"'’%％°$€£."
# One pattern for each mark: a pattern is found fastest that begins with a literal.
_CJK_MARKS = tuple(re.compile(rf"{mark}(?<=[{_LETTERS}{_AFTER_LETTERS} \xa0]{mark})[ \xa0\u3000]*") for mark in "，。、；：！？")
# A letter or digit with up to three marks that close something, or a bracket.
_LATIN_BEFORE = re.compile("|".join(rf"(?<=[{_LETTERS}][{_AFTER_LETTERS}]{{{n}}})" for n in range(4)) + r"|(?<=[)\]])")
_HALF = {"，": ",", "。": ".", "、": ",", "；": ";", "：": ":", "！": "!", "？": "?"}
_TOPIC = re.compile(
    r"\b(?:mark|marks|comma|commas|symbol|symbols|character|characters|punctuation|sign|signs|called|stop|stops)\s*$"
)
_BORDERS = re.compile(r"[。！？\n“”\"『』「」（）()]")


def _latin_marks(text: str, context: Context) -> Found:
    here = Here(context)
    for m in sorted((m for pattern in _CJK_MARKS for m in pattern.finditer(text)), key=re.Match.start):
        start, mark = m.start(), m.group()[0]
        while start and text[start - 1] in " \xa0":
            start -= 1
        if _LATIN_BEFORE.match(text, start) is None:
            continue
        left, right = text[start - 1], text[m.end() : m.end() + 1]
        if left == "." and mark not in "，；":
            continue
        if right and right not in "\r\n" and not (_latin(right) or right.isdigit() or right in "([“\"'‘’”)]$€£#@（《【-"):
            continue
        here.at(start)
        if not _in_latin(here, context, start, m.end()):
            continue
        at = start - here.start
        numeric = left.isdigit() and right.isdigit() and m.end() == start + 1
        if numeric and (mark == "：" or (mark == "，" and _THOUSANDS.match(text, m.end()))):
            yield start, m.end(), _HALF[mark]  # a time, a number
            continue
        if _TOPIC.search(here.before(start, 16)) or (
            left != text[m.start() - 1] and m.end() > m.start() + 1 and here.fact(_about_marks)
        ):
            continue
        counter = (
            mark == "、" and at < 12 and _COUNTER.fullmatch(here.before(start, 12)) is not None and right not in ("", "\r", "\n")
        )
        if counter and left.isalpha() and here.fact(_last_pause) >= m.end() - here.start:
            counter = False
        elif mark == "、" and right.isupper():
            counter = counter or _NEXT_COUNTER.search(here.before(start, 12)) is not None
        if counter and base_language(context.language) in _EASTERN:
            continue  # one of the page's counters
        half = "." if counter else _HALF[mark]
        tight = not right or right in "\r\n)]”’" or (right == '"' and here.odd(m.end()))
        yield start, m.end(), half if tight else half + " "


def _about_marks(line: str) -> bool:
    return _ABOUT_MARKS.search(line) is not None


# "Use ， instead of a comma": a mark with blanks round it is shown there.
_ABOUT_MARKS = re.compile(
    r"\b(?:commas?|punctuation|ideographic|quotation marks?|full stops?|U\+[0-9A-F]{4}|"
    r"(?:Chinese|Japanese|CJK|full-?width) (?:marks?|quotes?|brackets?))\b"
)
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_COUNTER = re.compile(r"\s*(?:\d{1,3}|[A-Za-z])")
# A further item of a list in one line: its number stands after the end of the item before it ("No. 2" is none).
_NEXT_COUNTER = re.compile(r"(?<![Nn]o)[.。!?！？;；:：]\s*\d{1,2}$")


def _last_pause(line: str) -> int:
    return line.rfind("、")


def _has_east(line: str) -> bool:
    return _EAST.search(line) is not None


def _mostly_east(line: str) -> bool:
    return 2 * len(_EAST.findall(line)) > len(line)


def _mostly_han(line: str) -> bool:
    # No such line is in a language of Latin letters: a glance in place of a question to the detector.
    return 2 * sum(map(len, _HANS.findall(line))) > len(line)


def _in_latin(here: Here, context: Context, start: int, end: int) -> bool:
    """Whether ``[start, end)`` stands in Latin text: a line of such a language, or a whole sentence of it inside another line."""
    if not here.fact(_has_east):
        return not _on_chinese_page(here, context)
    before, after = here.before(start, _REACH), here.after(end, _REACH)
    outer = _outer_left(before)
    if (outer and _EAST.match(outer) is not None) or (here.fact(_mostly_east) and "“" not in before and '"' not in before):
        return False
    if before[-1] not in ')]”"’':
        stretch = f"{_BORDERS.split(before)[-1]} {_BORDERS.split(after)[0]}"
        if _EAST.search(stretch) is None and len(stretch.split()) >= 4:
            return True
    if _CHINESE_HEAD.match(_BORDERS.split(before)[-1]) is not None:
        return False
    # Chinese names in a line of another language: the words beside the mark decide.
    return here.fact(_latin_frame) and not here.fact(_mostly_han) and here.language not in ("zh", "ja", "ko", "und", "mixed")


# A sentence that begins in Chinese, with more than a name.
_CHINESE_HEAD = re.compile(rf"\s*[{HAN}]{{4}}")
_EASTERN = frozenset({"zh", "ja"})
#: Small words of the commonest languages in Latin letters: a row of names in a Chinese sentence has none, or hardly another.
_SMALL = words(
    "the an of and or in on at to for with by from is are was were it he she they we you this that his her its our has had have be not as "
    "but el los las en un una con por para der die das und ist im mit les des est dans il di che per os uma do da em"
)
# Words between blanks and marks: no parts of a URL.
_LOWER = re.compile(r"(?<![^\s(“\"])[a-zß-öø-ɏ]{2,}(?=[\s,.;:!?)”\"，。、；：！？（]|$)")


def _latin_frame(line: str) -> bool:
    """Whether the Latin words of a line that holds Han make up a sentence, rather than names in a Chinese one."""
    found = _LOWER.findall(line)
    return len(found) > 1 and not _SMALL.isdisjoint(found)


def _on_chinese_page(here: Here, context: Context) -> bool:
    """Whether a line of Latin letters is a row of names, a title or a link on a page of Chinese or Japanese."""
    return not here.fact(_latin_frame) and base_language(context.language) in _EASTERN


#: How far to look for the borders of a sentence, in code points.
_REACH = 300
_PARTNER = {")": "(", "]": "[", "”": "“", "’": "‘", '"': '"'}


def _outer_left(line: str) -> str:
    """The last letter of ``line`` outside the brackets and quotes that close at its end."""
    at = len(line)
    while at > 0:
        ch = line[at - 1]
        if ch.isspace():
            at -= 1
        elif ch in _PARTNER:
            opened = line.rfind(_PARTNER[ch], 0, at - 1)
            if opened < 0:
                return ""
            at = opened
        else:
            return ch
    return ""


_INNER, _ROUND = r"[ \xa0]*([^（）【】《》\n]{1,300}?)[ \xa0]*", r"[ \xa0]*([^（）()\n]{1,300}?)[ \xa0]*"
_CORNER = r"[ \xa0]*([^「」『』\n]{1,300}?)[ \xa0]*"
_CJK_PAIR = re.compile(
    rf"[（【《(「『](?:(?<=[（【《]){_INNER}([）】》])|(?<=（){_ROUND}(\))|(?<=\(){_ROUND}(）)|(?<=[「『]){_CORNER}([」』]))[ \xa0]*"
)
_PAIRS = {"（": "）", "【": "】", "《": "》", "「": "」", "『": "』"}


def _latin_brackets(text: str, context: Context) -> Found:
    here = Here(context)
    straight = '"' in text and "“" not in text
    for m in _CJK_PAIR.finditer(text):
        opened = m.group()[0]
        group = next(i for i in (1, 3, 5, 7) if m.group(i))
        inner = m.group(group)
        closed = m.group(2) or m.group(4) or m.group(6) or m.group(8)
        if (m.group(1) or m.group(7)) and _PAIRS[opened] != closed:
            continue
        if inner.strip() in ("and", "or", "to", "vs"):
            continue  # "「 and 」 are quotes"
        start = m.start()
        while start and text[start - 1] in " \xa0":
            start -= 1
        before, after = text[start - 1 : start], text[m.end() : m.end() + 1]
        if _EAST.match(before or "x") or _EAST.match(after or "x"):
            continue
        here.at(m.start())
        east = _EAST.search(inner) is not None
        if not any(map(_latin, inner)) and not (opened in "（(" and inner[0].isdigit()) and not east:
            continue
        if east and opened not in "（(":
            continue
        if here.fact(_has_east):
            if not here.fact(_latin_frame) or here.fact(_mostly_han) or here.language in ("zh", "ja", "ko", "und", "mixed"):
                continue
        elif _on_chinese_page(here, context):
            continue
        if opened in "「『" and _TOPIC.search(here.before(start, 16)):
            continue
        if opened in "《「『":
            within = here.before(start, _REACH)
            single = opened == "『" and within.rfind("「") > within.rfind("」")
            a, b = (("'", "'") if straight else ("‘", "’")) if single else _title_quotes(here, start, straight)
        elif opened == "【":
            a, b = "[", "]"
        else:
            a, b = "(", ")"
        head = "" if not before or before in '\r\n([“"‘「『' else " "
        tail = "" if not after or after in '\r\n,.;:!?)]”’」』，。、；：！？"' else " "
        if before and before in ",.;:":
            head = " "
        # Each bracket alone: a number or an address inside may not be touched.
        yield start, m.start(group), f"{head}{a}"
        yield m.end(group), m.end(), f"{b}{tail}"


_COUNTED = re.compile(r"）(?<=[0-9A-Za-z]）)[ \xa0]*(?=[A-Z“\"])")
_ITEM_BEFORE = re.compile(r"(?:^|\s)(?:\d{1,2}|[A-Za-z])$")


def _counters(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _COUNTED.finditer(text):
        here.at(m.start())
        if _ITEM_BEFORE.search(here.before(m.start(), 4)) and not here.fact(_has_east):
            yield m.start(), m.end(), ") "


def _title_quotes(here: Here, start: int, straight: bool) -> tuple[str, str]:
    """Quotation marks for a title, in the style that the text uses, single ones inside double ones."""
    if straight:
        return ("'", "'") if here.odd(start) else ('"', '"')
    before = here.before(start, _REACH)
    return ("‘", "’") if before.rfind("“") > before.rfind("”") else ("“", "”")


_LONG = re.compile(r"(?:——|⸺|……)[ \xa0]*")


def _long_marks(text: str, context: Context) -> Found:
    here = Here(context)
    ellipsis = "..." if "..." in text or "…" not in text.replace("……", "") else "…"
    for m in _LONG.finditer(text):
        first = m.start()
        while first and text[first - 1] in " \xa0":
            first -= 1
        left, right = text[first - 1 : first], text[m.end() : m.end() + 1]
        if (
            not left
            or not (_latin(left) or left in ',.”"’)')
            or not (not right or right in '\r\n”"' or _latin(right) or right in "“(‘")
        ):
            continue
        here.at(first)
        if _in_latin(here, context, first, m.end()):
            mark = m.group().rstrip(" \xa0")
            yield m.start(), m.start() + len(mark), ellipsis if mark == "……" else "—"


RULES = (
    Rule(
        name="clause-mark-in-han",
        why="a half-width comma, colon or semicolon between Han: typed so, or lost in conversion",
        find=_clause_marks,
        hint=(",", ";", ":"),
        lang="zh",
        examples=[
            ("注意:楼梯很滑;请扶好，他说,明天会下雨。", "注意：楼梯很滑；请扶好，他说，明天会下雨。"),
            ("价格便宜,质量好, 3月起发货。", "价格便宜，质量好，3月起发货。"),
        ],
        keeps=[
            "该镇人口为 1,204,300 人，比分是 3:2。",
            "函数 f(x, y) 返回一个整数。",
            "周岚,31,苏州\n李明,28,上海",
            "[1] 周岚, 李明. 湖泊研究[J]. 学报, 2010, 3(2): 12-15.",
        ],
        source="seeds/003",
    ),
    Rule(
        name="stop-in-han",
        why="a half-width full stop ends a Chinese sentence",
        find=_stops,
        hint=".",
        lang="zh",
        examples=[("他说，今天不去了.", "他说，今天不去了。"), ("门票八十元. 学生半价.", "门票八十元。学生半价。")],
        keeps=["软件版本是 3.2.1，会议开始。", "演员约翰.史密斯来了。", "请打开 readme.txt 文件", "北京.上海.广州"],
        source="seeds/003",
    ),
    Rule(
        name="end-mark-in-han",
        why="a half-width question or exclamation mark ends a Chinese sentence",
        find=_end_marks,
        hint=("?", "!"),
        lang="zh",
        examples=[("你准备好了吗?我们出发!", "你准备好了吗？我们出发！")],
        keeps=["他叫李?伟，是店主。", "网址 a?x=1 这个页面"],
        source="gold",
    ),
    Rule(
        name="bracket-round-han",
        why="half-width brackets round Han",
        find=_brackets,
        hint=("(", ")"),
        lang="zh",
        examples=[("小镇(人口两千)很安静。", "小镇（人口两千）很安静。")],
        keeps=["函数 f(x, y) 返回一个整数。", "世界卫生组织(WHO)表示同意。", "见 [文档](说明) 一节。"],
        source="seeds/003",
    ),
    Rule(
        name="straight-quote-round-han",
        why="straight quotation marks round Han; Chinese has none",
        find=_straight_quotes,
        hint='"',
        lang="zh",
        examples=[('他喊道："快跑！"', "他喊道：“快跑！”")],
        keeps=['请输入命令 echo "hello" 后回车。', '一台24"显示器和一台19"显示器。'],
        source="gold",
    ),
    Rule(
        name="straight-single-quote-round-han",
        why="straight quotation marks round Han; Chinese has none",
        find=_single_quotes,
        hint="'",
        lang="zh",
        examples=[("这是'重点'内容。", "这是‘重点’内容。")],
        keeps=["print('你好')", "他说 it's 很好，don't 担心。"],
        source="gold",
    ),
    Rule(
        name="cjk-mark-in-latin",
        why="the translation kept the marks of the Chinese source",
        find=_latin_marks,
        hint=tuple("，。、；：！？"),
        lang="en",
        examples=[
            ("The kit contains a torch、two batteries and a map。", "The kit contains a torch, two batteries and a map."),
            ("1、Wash the rice twice.", "1. Wash the rice twice."),
            ("1、Wash the rice。2、Boil it。", "1. Wash the rice. 2. Boil it."),
            ("Supported formats are PDF 、 EPUB 、 DOCX.", "Supported formats are PDF, EPUB, DOCX."),
        ],
        keeps=[
            "Chinese uses the mark “、” to separate items.",
            "In such a text, use ， instead of a comma, and 「 or 」 as well.",
            "他买了苹果、Banana、橘子，走了。",
            "我用过 Word、Excel、PowerPoint。",
            "品牌：Nike、Adidas、Puma",
        ],
        source="seeds/001",
    ),
    Rule(
        name="cjk-bracket-in-latin",
        why="the translation kept the brackets and title marks of the Chinese source",
        find=_latin_brackets,
        hint=tuple("（）【《「『"),
        lang="en",
        examples=[
            ("The sensor（model T-40）is waterproof.", "The sensor (model T-40) is waterproof."),
            ("The novel 《Winter Orchard》 sold out.", "The novel “Winter Orchard” sold out."),
            ("【Notice】The pool will be drained on Friday.", "[Notice] The pool will be drained on Friday."),
            ("「Good morning」, said the guide.", "“Good morning”, said the guide."),
            (
                "The shop（9:00-17:00）is open, and the tank（1.5 litres）full.",
                "The shop (9:00-17:00) is open, and the tank (1.5 litres) full.",
            ),
        ],
        keeps=[
            "His favourite cartoon is 《小山羊历险记》, and he sings.",
            "Japanese uses the marks 「 and 」 for quotations.",
            "我读过「Winter Orchard」这本书。",
        ],
        source="seeds/001",
    ),
    Rule(
        name="cjk-counter-bracket-in-latin",
        why="the counter of an item kept the closing bracket of the Chinese source",
        find=_counters,
        hint="）",
        lang="en",
        examples=[("1）Wash the rice twice. 2）Boil it for an hour.", "1) Wash the rice twice. 2) Boil it for an hour.")],
        keeps=["1）Word 文档的用法，2）Excel 表格的用法。"],
        source="own phrasing",
    ),
    Rule(
        name="long-mark-in-latin",
        why="Chinese dashes and ellipses are two characters long, Latin ones are not",
        find=_long_marks,
        hint=("——", "……", "⸺"),
        lang="en",
        examples=[("He left——and never came back.", "He left—and never came back.")],
        keeps=["我想……算了——反正你也知道。"],
        source="gold",
    ),
)
