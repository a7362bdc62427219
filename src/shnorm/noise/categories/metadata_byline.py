"""Data about the page: who wrote it, when, from where, how often it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.ends import below_lede, placed, stamped, under_lede
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_NAME = r"[A-ZÀ-Þ][\w'’.-]*"
_BY = re.compile(
    r"\s*(?:By|BY|Von|VON|Por|POR|Par|PAR|Di|Door|Text|Words|Story by|Words by|Text:|Foto:|Photo by|Photos by)\s+(?:the\s)?"
    rf"{_NAME}(?:(?:\s|\s?(?:,|&|\||/)\s?|\s(?:and|und|y|e|et|de|del|van|von|la|da|dos)\s){_NAME}){{0,8}}"
    r"(?:\s?[|,–—-]\s?.{0,60}|\s?[(][^()]{2,40}[)])?(?:\s+(?:on|el|le|am|il|em|em|в))?(?:\s\d{1,6}){0,3}\s*"
)
# Small letters begin a byline of a first name and a surname only.
_BY_SMALL = re.compile(
    rf"\s*(?:by|von|por|par|di|de)\s{_NAME}(?:\s(?:de|del|della|di|da|dos|van|von|la|le)\b)?(?:\s{_NAME}){{1,2}}\s*"
)
_COUNT = re.compile(r"\s*(?:[\d.,]{1,9}\s?[KkMm]?\s*){1,4}")


def _by_name(page: Page) -> Iterator[Claim]:
    title = page.title
    below = below_lede(page)
    for line in page.lines[:12]:
        if (
            ((line.index < 8 and page.in_head(line.index)) or line.index in below)
            and line.index not in (title, 0)
            and line.weight <= 30
            and not line.sentence
            and (_BY.fullmatch(line.text) or _BY_SMALL.fullmatch(line.text))
            # Below a standfirst the credit of a photo belongs to a caption.
            and not (line.index in below and line.core.startswith(("foto", "photo")))
        ):
            yield Claim(line.index)
        elif line.index == 0 and page.in_head(0) and line.row is not None and line.row.of("date") and _BY.fullmatch(line.text):
            yield Claim(0)


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
        if not (page.in_head(i) or i in below) or not stamped(line) or i in page.claimed:
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
            yield Claim(i)


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
            examples=[(f"来源：云岭晚报\n{_LEFT}", _LEFT)],
            keeps=[
                f"{_BODY}\n来源：县水文站\n后来下了一场大雨，水库才又慢慢蓄满，农民们松了一口气。",
                "来源可靠的种子才可以留作明年播种之用。",
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
            why="the header of a forum post",
            examples=[(f"{_BODY}\n倒序浏览 | 阅读模式\n{_BODY}后来呢？", f"{_BODY}\n{_BODY}后来呢？")],
            keeps=["楼主是这座老宅里年纪最大的人，大家都听他的。"],
        ),
        NoiseRule(
            name="dated-byline",
            why="a label of page data, a name and a date",
            examples=[(f"{_BODY}\n阿凯骑车 发表于 2018-11-02 22:41\n{_BODY}后来呢？", f"{_BODY}\n{_BODY}后来呢？")],
            keeps=["《山居杂咏》1936年5月2日发表于上海的一家小报，署名是他的笔名。"],
        ),
        NoiseRule(
            name="date-line",
            find=_stamps,
            context=True,
            why="a date alone before the text is when the page was published",
            where="head",
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
            examples=[(f"老葛 城北旧事 2021-09-03 20:15\n{_LEFT}", _LEFT)],
            keeps=[f"{_BODY}\n云岭市 2021-09-03 20:15"],
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
