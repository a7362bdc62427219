"""Data about the page: who wrote it, when, from where, how often it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shnorm.noise.ends import below_lede, placed, stamped, under_lede
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_NAME = r"[A-ZÀ-Þ][\w'’.-]*"
_BY = re.compile(
    r"\s*(?:By|BY|Von|VON|Por|POR|Par|PAR|Di|Door|Text|Words|Story by|Words by|Text:|Foto:|Photo by|Photos by)\s+(?:the\s)?"
    rf"{_NAME}(?:(?:\s|\s?(?:,|&|\||/)\s?|\s(?:and|und|y|e|et|de|del|van|von|la|da|dos)\s){_NAME}){{0,8}}"
    r"(?:\s?[|,–—-]\s?.{0,60}|\s?[(][^()]{2,40}[)]|\sfor\s(?:[Tt]he\s)?[A-Z][\w .'’&-]{2,40})?(?:\s+(?:on|el|le|am|il|em|em|в))?(?:\s\d{1,6}){0,3}\s*"
)
# Small letters begin a byline of a first name and a surname only.
_BY_SMALL = re.compile(
    rf"\s*(?:by|von|por|par|di|de)\s{_NAME}(?:\s(?:de|del|della|di|da|dos|van|von|la|le)\b)?(?:\s{_NAME}){{1,2}}\s*"
)
_HALF_DAY = re.compile(r"\d [ap]\.m\.$")
_COUNT = re.compile(r"\s*(?:[\d.,]{1,9}\s?[KkMm]?\s*){1,4}")


def _by_name(page: Page) -> Iterator[Claim]:
    title = page.title
    below = below_lede(page)
    for line in page.lines[:12]:
        if (
            ((line.index < 8 and page.in_head(line.index)) or line.index in below)
            and line.index not in (title, 0)
            and line.weight <= 30
            and (not line.sentence or _HALF_DAY.search(line.core) is not None)
            and (_BY.fullmatch(line.text) or _BY_SMALL.fullmatch(line.text))
            # Below a standfirst the credit of a photo belongs to a caption.
            and not (line.index in below and line.core.startswith(("foto", "photo")))
        ):
            yield Claim(line.index)
        elif line.index == 0 and page.in_head(0) and line.row is not None and line.row.of("date") and _BY.fullmatch(line.text):
            yield Claim(0)


# Reporters and where they report from: `记者林小树／花莲报导`, `Reporter Lin Yu Correspondent He Dan`, `김솔 기자 kim@haneul.example`.
_DESK = "本报|本刊|本台|本网|本社|实习|见习|特约|特派|地方中心|财经中心|娱乐中心|体育中心|政治中心|社会中心|生活中心|即时中心|综合报导"
_HAN = r"[\u4e00-\u9fff·]{2,4}"
_REPORTED = re.compile(
    rf"\W*(?:(?:{_DESK}|驻[\u4e00-\u9fff]{{2,4}})[/ ]?)*(?:记者|特派员|通讯员|编译)\s?{_HAN}(?:[、,\s]+{_HAN}){{0,3}}\s?"
    r"(?:/|[(])\s?[\u4e00-\u9fff]{2,8}"
    r"(?:报导|报道|电|专访|连线|撰文|整理)?[)]?\W*"
)
_ROLE = r"(?:(?:Our|Intern|Trainee|Staff|Special|Chief)\s)?(?:Reporter|Correspondent|Photographer|Intern)s?"
_REPORTERS = re.compile(
    rf"\W*(?:(?:Text|Picture|Photo|Written|Article)\s?(?:/|by)\s?)?{_ROLE}(?:\s[A-Z][a-z]+){{1,3}}(?:[,\s]+{_ROLE}(?:\s[A-Z][a-z]+){{1,3}}){{0,3}}\W*"
)
_FOLDED = re.compile(_REPORTERS.pattern, re.IGNORECASE)
_KOREAN = re.compile(
    r"\W*(?:[\w·]{2,12}\s?[=|]?\s?)?[\uac00-\ud7a3]{2,4} ?(?:선임|인턴|객원|수습|전문)?(?:기자|특파원)(?:\W{0,3}[\w.+-]+@[\w.-]+)?\W*"
)

# `未命名 10-26 阅读:187 评论:0`: a short date among counts.
_COUNTED = re.compile(
    r"(?:[^\W\d]\S{0,11}\s+){0,2}(?:\d{4}-)?\d{1,2}-\d{1,2}(?:\s\d\d:\d\d(?::\d\d)?)?\s+"
    r"(?:(?:阅读|浏览|评论|点赞|收藏|点击|回复|热度|人气|围观)\s?[:(]?\s?\d[\d.,]*\s?[kw万]?[)]?\s*){1,4}"
)


def _reported(page: Page) -> Iterator[Claim]:
    """Lines at the edges that say nothing but who reports, and from where."""
    for line in page.lines:
        i = line.index
        if line.weight > 24 or line.sentence or not (page.in_head(i) or page.in_tail(i)) or i == 0:
            continue
        if (
            _COUNTED.fullmatch(line.core)
            or _ACCOUNT.fullmatch(line.core)
            or (_BOARD.match(line.core) is not None and page.lines[i - 1].core.startswith("作者"))
            or _REPORTED.fullmatch(line.core)
            or _REPORTERS.fullmatch(line.text)
            or _KOREAN.fullmatch(line.core)
        ):
            yield Claim(i)


# The place of a post among others, alone above its header.
_FLOOR = re.compile(
    r"(?:楼主|沙发|板凳|地板|地下室|\d{1,4}\s?(?:楼|#)|#\d{1,4}|第\d{1,4}楼|floor host|building owner|landlord|original poster|sofa|bench|floor"
    r"|\d{1,4}(?:st|nd|rd|th)? floor)\W*"
)


def _floors(page: Page) -> Iterator[Claim]:
    """Such a line directly above a header of a post that is claimed, and the same above another one."""
    found = [
        line.index
        for line in page.lines[:-1]
        if len(line.core) <= 20
        and line.index not in page.claimed
        and _FLOOR.fullmatch(line.core)
        and (below := page.claimed.get(line.index + 1)) is not None
        and below.category == "metadata_byline"
    ]
    return map(Claim, found)


# Who an account is, and the title as a board shows it below its author.
_ACCOUNT = re.compile(r"[^\W\d_]{2,14}(?:官方账号|官方帐号|优质[^\W\d_]{0,8}(?:创作者|作者))")
_BOARD = re.compile(r"标题\s+[\[【][^\]】]{1,6}[\]】]")


def _may_report(lines: Sequence[str]) -> bool:
    """Whether a folded line may be one of those."""
    short = (line.strip() for line in lines if len(line) <= 120)
    return any(
        _COUNTED.fullmatch(line)
        or _ACCOUNT.fullmatch(line)
        or _BOARD.match(line)
        or _REPORTED.fullmatch(line)
        or _FOLDED.fullmatch(line)
        or _KOREAN.fullmatch(line)
        for line in short
    )


_BY_ALONE = re.compile(r"\s*(?:By|Por|Par|Von|Di|Door|Автор|От)\s?:?\s*")
_FEW = re.compile(r"\s*(?:[-–—|·]|\d{1,6})\s*")


def _split(page: Page) -> Iterator[Claim]:
    """`By`, a name, a dash and counts, each on a line of its own above the text."""
    below = below_lede(page)
    for line in page.lines[:10]:
        i = line.index
        if i == 0 or not (page.in_head(i) or i in below) or not _BY_ALONE.fullmatch(line.text) or i + 2 >= len(page.lines):
            continue
        run = [i, i + 1]
        while run[-1] + 1 < len(page.lines) and _FEW.fullmatch(page.lines[run[-1] + 1].text):
            run.append(run[-1] + 1)
        name = page.lines[i + 1]
        if len(run) > 2 and name.weight <= 14 and not name.sentence:
            yield from map(Claim, run)


def _stamps(page: Page) -> Iterator[Claim]:
    """Dates alone above the text: with a time anywhere in the head, without one near the text."""
    below = under_lede(page)
    for line in page.lines[:16]:
        i = line.index
        if not (page.in_head(i) or i in below) or not stamped(line) or i in page.claimed or _of_topic(page, i):
            continue
        assert line.row is not None
        if line.row.of("time") or i in below or (i <= 8 and (page.lines[i + 1].prose or i + 1 in page.claimed)):
            yield Claim(i)
    for line in page.lines[-6:]:
        # After the text a notice is signed with its date; the time of day is the software's.
        if page.in_tail(line.index) and line.index not in page.claimed and stamped(line) and line.row and line.row.of("time"):
            yield Claim(line.index)


def _beside_byline(page: Page) -> Iterator[Claim]:
    """Numbers alone beside other data about the page in its head."""
    below = under_lede(page)
    data = {i for i, rule in page.claimed.items() if rule.category == "metadata_byline"}
    for line in page.lines[:16]:
        i = line.index
        if (page.in_head(i) or i in below) and not data.isdisjoint((i - 1, i + 1)) and _COUNT.fullmatch(line.text):
            # Rows of numbers are a table.
            if len(line.text.split()) > 1 and i + 1 < len(page.lines) and _COUNT.fullmatch(page.lines[i + 1].text):
                break
            yield Claim(i)


# An event, a diary or a notice has its date behind such a label, before the weather, or in brackets; a page of the web has none so old.
_EVENT = re.compile(
    r"\W*(?:(?:活动|举办|开放|开始|比赛|演出|讲座|会议|展览|报名|截止|培训|考试|营业|办理|集合|出发)?(?:时间|日期)|[^\W\d_]{0,4}(?:提醒|提示|注意|通知|时段)"
    r"|(?:event |opening |start |closing )?(?:time|date|hours|when)|deadline)\s?:"
)
_PLACE = re.compile(
    r"\W*(?:[^\W\d_]{0,4}(?:地点|场地|会场|地址|主办|主办单位|承办单位|主讲人?|嘉宾|主持人?|费用|票价|对象|人数|主题|内容|议题|集合地|出席|出席者|列席|缺席|记录人?)"
    r"|venue|present|attending|attendees|apologies|chair|in attendance|minutes|place|location|where|address"
    r"|speakers?|organi[sz]ers?|fee|price|admission|topic|theme|host)\s?:"
)
_WEATHER = re.compile(
    r"(?:^|[\s日\d)])(?:晴|阴|阴天|雨|雪|雾|多云|[大中小阵暴]雨|[大中小阵暴]雪|晴转\w{1,3}|多云转\w{1,3}|阴转\w{1,3}|sunny|cloudy|rainy?|snowy?|fine)\W*$"
)
_BRACKETED = re.compile(r"[(（][^()（）:：]{4,40}[)）]")
_GLUED = re.compile(r"日(?!星期|周[一-日]|[上下]午|讯|电|报道)[\u4e00-\u9fff]{2}")
_YEAR = re.compile(r"(?<![\d:.,/-])(1[0-8]\d\d|19[0-8]\d)(?![\d:])")
_TIMETABLE = re.compile(r"[^\d:]{2,14}:\s?\d{1,2}:\d\d(?:\s?[-–—~至到]\s?\d{1,2}:\d\d)?")
# A law has its dates with what was done on them.
_ENACTED = re.compile(r"[\d日]\)?\s{0,2}(?:起)?(?:施行|实施|通过|修订|修正|批准|颁布|生效|废止|制定|签署|公布)\W*$")
_SPAN = re.compile(r"\d:\d\d(?: ?[ap]\.?m\.?)?\s?(?:[-–—~～至到]|to|bis|until)\s?\d{1,2}:\d\d")
_CLOCKED = re.compile(r"\d{1,2}:\d\d\s?[^\W\d]")
_CLOCK = re.compile(r"\d:\d\d")


def _of_topic(page: Page, index: int) -> bool:
    """Whether the date is that of an event, of a diary, of a speech or of history."""
    core = page.lines[index].core
    if _BRACKETED.fullmatch(page.lines[index].text.strip()) or (_YEAR.search(core) and not _CLOCK.search(core)):
        return True
    if (
        _SPAN.search(core)
        or _ENACTED.search(core)
        or core.startswith(("version ", "rev. ", "第"))
        or _WEATHER.search(core)
        or _GLUED.search(core)
        or _TIMETABLE.fullmatch(core)
    ):
        return True
    if _CLOCKED.match(core) and any(
        _CLOCKED.match(page.lines[i].core) for i in (index - 1, index + 1) if 0 <= i < len(page.lines)
    ):
        return True
    if not _EVENT.match(core):
        return False
    near = page.lines[max(0, index - 3) : index + 4]
    return any(_PLACE.match(line.core) for line in near if line.index != index) or not re.search(r"(?:19|20)\d\d", core)


# `Posted at the gate, ...`: the word begins a sentence or a headline, and is no label.
_VERB = re.compile(
    r"(?:posted|published|updated|added|created|submitted|uploaded|modified)\b(?! on\b| by\b)(?: [^\W\d]+){3,}\W*$"
)


def _sentence(page: Page, index: int) -> bool:
    """Whether an English line only begins with the word of a label."""
    line = page.lines[index]
    if not line.core.isascii() or re.search(r"\d:\d\d|20\d\d", line.core):
        return False
    return _VERB.match(line.core) is not None or (line.sentence and line.weight > 15 and _VERBAL.match(line.core) is not None)


_VERBAL = re.compile(r"(?:posted|published|updated|added|created|submitted|uploaded|modified)\b")

_BODY = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_LEFT = "\n" + _BODY

CATEGORY = Category(
    name="metadata_byline",
    definition="Bylines, dates, sources, counters, font-size widgets, index blocks of government pages, headers of forum posts.",
    admission=(
        "A label goes in if what follows it is a name, a date or a number in nearly every page that has it. A word that is "
        "ordinary in prose "
        "goes in as `weak`; dates alone count only before the first line of prose, for notices are signed with one at their end."
    ),
    rules=[
        NoiseRule(
            name="fields",
            why="the whole line is labels with short values, dates and counts",
            examples=[
                (
                    f"{_BODY}\n作者：小石 来源：云岭晚报\n{_BODY}又过了三天，云才从西边上来。",
                    f"{_BODY}\n{_BODY}又过了三天，云才从西边上来。",
                )
            ],
            keeps=["时间：3月2日上午九点 地点：文化馆二楼", "作者：李白"],
        ),
        NoiseRule(
            name="single-field",
            find=placed("metadata_byline", "single-field"),
            context=True,
            why="a label of page data with its value",
            where="edge",
            veto=_sentence,
            examples=[(f"来源：云岭晚报\n{_LEFT}", _LEFT)],
            keeps=[
                f"{_BODY}\n来源：县水文站\n后来下了一场大雨，水库才又慢慢蓄满，农民们松了一口气。",
                "来源可靠的种子才可以留作明年播种之用。",
                "Posted at the gate, two men with lanterns waited.",
                "Updated rules take effect in June",
            ],
        ),
        NoiseRule(
            name="counter",
            why="a count of readers or votes",
            examples=[(f"浏览次数：407\n{_LEFT}", _LEFT)],
            keeps=["这台机器的点击率比旧型号高出两成。"],
        ),
        NoiseRule(
            name="font-size",
            why="a widget that changes the size of the letters",
            examples=[(f"字号：[大] [中] [小]\n{_LEFT}", _LEFT)],
            keeps=["字号大小由各报自定，标题一般不小于三号。"],
        ),
        NoiseRule(
            name="gov-index",
            why="index data of a government page",
            examples=[(f"索引号：QH0203-2022-00087\n{_LEFT}", _LEFT)],
            keeps=["索引号是公文在目录中的编号，由年份和流水号组成。"],
        ),
        NoiseRule(
            name="forum-post",
            find=_floors,
            context=True,
            why="the header of a forum post",
            examples=[(f"{_BODY}\n倒序浏览 | 阅读模式\n{_BODY}后来呢？", f"{_BODY}\n{_BODY}后来呢？")],
            keeps=["楼主是这座老宅里年纪最大的人，大家都听他的。"],
        ),
        NoiseRule(
            name="dated-byline",
            why="a label of page data, a name and a date",
            veto=_of_topic,
            examples=[(f"{_BODY}\n阿凯骑车 发表于 2018-11-02 22:41\n{_BODY}后来呢？", f"{_BODY}\n{_BODY}后来呢？")],
            keeps=["《山居杂咏》1936年5月2日发表于上海的一家小报，署名是他的笔名。"],
        ),
        NoiseRule(
            name="date-line",
            find=_stamps,
            context=True,
            why="a date alone before the text is when the page was published",
            where="head",
            veto=_of_topic,
            examples=[
                (
                    "Saturday, June 6, 2009\nThe swifts are back, and I counted eleven of them over the church this evening.",
                    "The swifts are back, and I counted eleven of them over the church this evening.",
                ),
                (
                    "Le pont rouvre\nLa commune a fini les travaux une semaine avant la date prévue.\n14/03/2021 16h15\n"
                    "Les voitures passent de nouveau depuis ce matin, et les camions suivront au mois de mai.\n"
                    "Le maire a remercié les habitants, qui ont attendu plus de deux ans.",
                    "Le pont rouvre\nLa commune a fini les travaux une semaine avant la date prévue.\n"
                    "Les voitures passent de nouveau depuis ce matin, et les camions suivront au mois de mai.\n"
                    "Le maire a remercié les habitants, qui ont attendu plus de deux ans.",
                ),
            ],
            keeps=[
                f"{_BODY}\n青禾市民政局\n2022年3月15日",
                f"井边的话\n（2019年1月17日）\n{_BODY}",
                f"The Well at Low Fell\nMarch 3, 1918\n{_BODY}",
                "The flood came in three waves, and each left its mark.\n3 May 2013\nThe river rose by two metres within one night.\n"
                "5 May 2013\nThe dam broke at the old mill, and the lower town was under water.",
            ],
            glued=False,
        ),
        NoiseRule(
            name="stamped-name",
            find=placed("metadata_byline", "stamped-name", tail=False),
            context=True,
            why="a name with a date and a time before the text",
            where="head",
            veto=_of_topic,
            examples=[(f"老葛 城北旧事 2021-09-03 20:15\n{_LEFT}", _LEFT)],
            keeps=[
                f"{_BODY}\n云岭市 2021-09-03 20:15",
                f"古井讲座\n时间：5月12日（周六）上午9:00\n地点：文化馆三楼\n{_BODY}",
                f"井边日记\n5月3日 晴\n{_BODY}",
                f"用水条例\n2015年5月1日 施行\n{_BODY}",
                f"公交线路\n首班车：6:30\n末班车：21:00\n{_BODY}",
                f"節目表\n06:00 早安白塔\n09:00 卡通\n12:00 午間新聞\n{_BODY}",
                f"古井\n特别提醒：5月12日停水一天\n{_BODY}",
                f"Harwick, 12 May 1918\n{_BODY}",
            ],
            glued=False,
        ),
        NoiseRule(
            name="split-byline",
            why="`By`, a name and counts on lines of their own",
            find=_split,
            examples=[
                (
                    "Reabren el puente viejo\nPor\nJuana Prado\n-\n0\n58\nEl concejo votó el martes a favor de restaurar el sendero junto al río.",
                    "Reabren el puente viejo\nEl concejo votó el martes a favor de restaurar el sendero junto al río.",
                )
            ],
            keeps=["Por la mañana\nJuana Prado\nEl concejo votó el martes a favor de restaurar el sendero junto al río."],
            hint=("\nPor\n", "\nBy\n", "\nPar\n", "\nVon\n", "\nDi\n", "\nDoor\n", "\nАвтор", "\nОт\n"),
            glued=False,
        ),
        NoiseRule(
            name="bare-count",
            why="a number alone beside other data about the page",
            find=_beside_byline,
            context=True,
            confidence=0.9,
            examples=[(f"老葛 城北旧事 2021-09-03 20:15\n1042\n{_LEFT}", _LEFT)],
            keeps=[f"1\n\n{_BODY}\n\n2\n\n{_BODY}又过了三天，云才从西边上来。"],
            glued=False,
        ),
        NoiseRule(
            name="reporter",
            why="who reports, and from where, or when and how often it was read, and nothing else",
            sign=_may_report,
            find=_reported,
            hint=(
                "账号",
                "帐号",
                "帳號",
                "优质",
                "優質",
                "标题",
                "標題",
                "阅读",
                "閱讀",
                "浏览",
                "瀏覽",
                "评论",
                "評論",
                "记者",
                "記者",
                "特派员",
                "特派員",
                "通讯员",
                "通訊員",
                "Reporter",
                "Correspondent",
                "기자",
                "특파원",
            ),
            examples=[
                (f"古井修好了\n記者林小樹／花蓮報導\n{_BODY}", f"古井修好了\n{_BODY}"),
                (f"{_BODY}\nReporter Lin Yu Correspondent He Dan", f"{_BODY}\n"),
                (f"{_BODY}\n[하늘뉴스 김솔 기자]", f"{_BODY}\n"),
            ],
            keeps=[
                "记者林玉在井边等了三天",
                "記者 / 導演",
                "Reporter at large",
                f"{_BODY}\n記者林小樹／花蓮報導\n{_BODY}后来呢？",
            ],
            glued=False,
        ),
        NoiseRule(
            name="by-name",
            why="`By` and a name under the headline is the byline",
            find=_by_name,
            examples=[
                (
                    "Harwick reopens the riverside path\nBy Dana Whitcombe\nThe council voted on Tuesday to restore the footpath along the river.",
                    "Harwick reopens the riverside path\nThe council voted on Tuesday to restore the footpath along the river.",
                )
            ],
            keeps=["By the river we sat down and waited for the ferry, which came an hour late."],
            lang="en",
        ),
    ],
)
