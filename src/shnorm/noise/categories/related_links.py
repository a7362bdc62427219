"""Lists of links to other articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from shnorm.noise.page import Line, Page, sentences
from shnorm.noise.rule import Category, Claim, NoiseRule
from shnorm.noise.units import collapse
from shnorm.noise.view import line_key, weight

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

# What stands after an article and is followed by nothing of it.
_ENDINGS = frozenset(
    {"agency_footer", "related_links", "copyright", "icp_contact", "comment_form", "disclaimer", "share_social", "cms_credit"}
)

_BUTTONS = frozenset({"ui_widget", "pagination", "ad_cta", "tags_keywords", "cookie_privacy"})
_LAST = frozenset({"agency_footer", "copyright", "icp_contact", "cms_credit"})
# Buttons and data that stand beside each comment of a list.
_BESIDE_COMMENTS = frozenset({"comment_form", "metadata_byline"})
# In capitals such a call is a label whatever follows it.
_CAPITALS = re.compile(
    r"\s*(?:À LIRE AUSSI|A LIRE AUSSI|À LIRE ÉGALEMENT|LIRE AUSSI|LEE TAMBIÉN|LEA TAMBIÉN|TE PUEDE INTERESAR|LEIA TAMBÉM|LEIA MAIS|VEJA TAMBÉM"
    r"|LEGGI ANCHE|LESEN SIE AUCH|MEHR ZUM THEMA|READ ALSO|ALSO READ|READ MORE|ЧИТАЙТЕ ТАКЖЕ|СМОТРИТЕ ТАКЖЕ)(?=[\s:|–-])"
)

#: The most lines that a heading can take with it at the end of a page, and in the middle of one.
MOST, MOST_INSIDE = 40, 4


def _listed(page: Page) -> Iterator[Claim]:
    headings = {i for i, rule in page.claimed.items() if _is_heading(page.lines[i], rule)}
    for i in sorted(headings):
        if page.in_head(i):
            continue
        run: list[int] = []
        for line in page.lines[i + 1 : i + 1 + MOST]:
            if line.index in headings:
                break
            if line.index in page.claimed:
                if page.in_tail(i):
                    continue
                break
            if not _title_like(line):
                break
            run.append(line.index)
        marked = all(page.lines[j].core[:1] in "*•-–·▶►●○■" for j in run)
        if page.claimed[i].category != "related_links" and not marked:
            continue
        if page.in_tail(i):
            yield from map(Claim, run)
        elif run and len(run) <= MOST_INSIDE and run[-1] + 1 < len(page.lines):
            # In the middle of a page the last short line may be a section head, unless it is the only one.
            closed = run[-1] + 1 in page.claimed
            yield from map(Claim, run if len(run) == 1 or marked or closed else run[:-1])


_RELATED = frozenset({"relacionadas", "relacionados", "relacionado", "related", "verwandt", "correlati", "associes", "关联"})


def _alone(page: Page) -> Iterator[Claim]:
    """`Related` alone between two paragraphs: the links are gone."""
    for line in page.lines[1:-1]:
        if line.key in _RELATED and page.lines[line.index - 1].prose and page.lines[line.index + 1].prose:
            yield Claim(line.index)


def _labelled(lines: Sequence[str]) -> bool:
    return any(any(word in line for word in _RELATED) and line_key(collapse(line)) in _RELATED for line in lines)


def _pointed(page: Page) -> Iterator[Claim]:
    for line in page.lines:
        label = _CAPITALS.match(line.text) if line.weight <= 110 else None
        if label is not None and weight(line.seen[label.end() :]) >= 4:
            yield Claim(line.index)


def _among(page: Page) -> Iterator[Claim]:
    """Short lines after the text among lines that are noise: what was left of lists and boxes."""
    yield from _between(page)
    first = next((i for i in sorted(page.claimed) if page.in_tail(i) and page.claimed[i].category in _ENDINGS), None)
    if first is None:
        return
    rest = page.lines[first + 1 :]
    if _comments(rest, page):
        return
    unknown = [line for line in rest if line.index not in page.claimed]
    known = len(rest) + 1 - len(unknown)
    # After what stands at the very end of pages, few known lines are enough.
    most = 1 if known == 1 else 4 * known + 2 if page.claimed[first].category in _LAST else 2 * known + 1
    if not unknown or len(unknown) > most or any(line.reference or line.code for line in unknown):
        return
    last = max(page.claimed)
    for line in unknown:
        if line.weight <= 30 and not line.sentence and (line.index < last or line.index - 1 in page.claimed):
            yield Claim(line.index)


#: The most short lines that buttons and the end of a page can take between them.
BETWEEN = 4


def _between(page: Page) -> Iterator[Claim]:
    """A few short lines between the first button after the text and the registration or the rights at the very end."""
    known = [i for i in sorted(page.claimed) if page.in_tail(i) and page.claimed[i].category in _BUTTONS | _ENDINGS]
    last = max((i for i in known if page.claimed[i].category in _LAST), default=-1)
    if last < 0 or known[0] == last:
        return
    inside = page.lines[known[0] + 1 : last]
    unknown = [line for line in inside if line.index not in page.claimed]
    if len(unknown) > min(BETWEEN, len(inside) - len(unknown) + 1) or _comments(inside, page):
        return
    if all(line.weight <= 24 and not line.sentence and not line.reference and not line.code for line in unknown):
        yield from (Claim(line.index) for line in unknown)


# A heading over the links of a section: `More from the coast`.
_MORE = re.compile(r"(?:more|latest|other news|other stories|stories) (?:from|in|on|about|by) [\w' &-]{2,30}")
# What others did who saw the same: `看过该职位的人还看了`, `买了此商品的人，也买了...`.
_ALSO = re.compile(
    r"(?:喜欢|爱看|在看|看|浏览|阅读|读|买|购买|收藏|关注|下载|搜索|搜|玩|听|学|用|申请|投递)[了过]?(?:[该此本这][^\W\d_]{0,6}|[^\W\d_]{0,8})的"
    r"(?:人|用户|网友|读者|顾客|会员|买家|朋友|同学|玩家|求职者|观众|书友)\W?\s?(?:还|也|都|同时|正)(?:在|会|)"
    r"(?:喜欢|看|浏览|关注|买|购买|收藏|阅读|读|下载|搜索|搜|玩|听|学|用|申请|投递)[了过]?\W{0,3}"
)


def _more(page: Page) -> Iterator[Claim]:
    """Such a heading with something below it, after the text."""
    for line in page.lines[:-1]:
        if (
            page.in_tail(line.index)
            and line.weight <= 20
            and (
                _ALSO.fullmatch(line.core) is not None
                or (line.weight <= 14 and not line.sentence and _MORE.fullmatch(line.core) is not None)
            )
        ):
            yield Claim(line.index)


def _comments(rest: list[Line], page: Page) -> bool:
    """Whether the same button or kind of data stands again and again: a list of comments, of which what readers wrote stays."""
    often: Counter[str] = Counter()
    for line in rest:
        own = page.claimed.get(line.index)
        if (own is not None and own.category in _BESIDE_COMMENTS) or any(hit.category in _BESIDE_COMMENTS for hit in line.hits):
            often[line.key] += 1
    return any(n >= 2 for n in often.values())


def _is_heading(line: Line, rule: NoiseRule) -> bool:
    """Whether the line holds the heading only, and titles come below it."""
    size = len(line.core.rstrip(" :"))
    if rule.category == "related_links":
        return rule.name in ("heading", "tail-heading") or (
            rule.name == "read-also" and size <= 16 and (line.core[-1:] == ":" or any(hit.rule == "heading" for hit in line.hits))
        )
    # `Read more:` is a call as well, and may be claimed as one.
    cues = line.page.lexicon.starts.get(line.core[:2], ())
    return size <= 16 and line.core[-1:] == ":" and any(cue.category == "related_links" and cue.text == line.core for cue in cues)


def _bibliography(page: Page, index: int) -> bool:
    return any(line.reference for line in page.lines[index + 1 : index + 3])


def _section(page: Page, index: int) -> bool:
    """Whether it may head a section of the text: no other noise stands after the text, or it heads a bibliography."""
    return _bibliography(page, index) or not any(
        page.in_tail(i) and rule.category != "related_links" for i, rule in page.claimed.items()
    )


def _title_like(line: Line) -> bool:
    return (
        line.weight <= 45 and not (line.sentence and line.core[-1:] in "。.") and not line.code and len(sentences(line.core)) < 2
    )


# The label is part of a longer word: `延伸阅读室`, `相关阅读能力`.
_LONGER = re.compile(r"\W*(?:推荐|相关|延伸|更多|关连)(?:阅读|文章|新闻|报道|报导|链接|记事)(?![请:])[\u4e00-\u9fff]")


def _word(page: Page, index: int) -> bool:
    """Whether the line only begins with the words of a label."""
    return _LONGER.match(page.lines[index].core) is not None


CATEGORY = Category(
    name="related_links",
    definition="Headings of link lists with the titles below them, and single lines that point to another article.",
    admission=(
        "A heading goes in if a list of links follows it in nearly every page that has it, and it acts only as a whole line. "
        "What follows it goes too if it is no prose: to the end of the page, or in the middle of one a few titles."
    ),
    rules=[
        NoiseRule(
            name="heading",
            why="the heading of a list of links",
            where="anywhere",
            find=_more,
            glued=False,
            veto=_bibliography,
            examples=[(f"{_ZH}\n相关推荐\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=[
                f"{_EN}\nMore in hope than fear",
                "相关推荐信应当由两位教授分别出具，并在截止日期前寄到。",
                "Related work falls into three groups, which we discuss in turn.",
            ],
        ),
        NoiseRule(
            name="tail-heading",
            why="the heading of a list of links, which might also head a section of a text, after the text",
            where="tail",
            glued=False,
            veto=_section,
            examples=[
                (f"{_ZH}\n相似职位\n井泵维修工 4000元\n【打印】【关闭】", f"{_ZH}\n"),
                (f"{_EN}\nSimilar jobs\nWell mason\nPrint this page", f"{_EN}\n"),
            ],
            keeps=[f"相关课程\n{_ZH}", f"{_ZH}\n其他课程\n陶艺\n木工", f"{_EN}\nOther words\n{_EN} So it goes."],
        ),
        NoiseRule(
            name="read-also",
            why="a line that points to another article",
            limit=50,
            veto=_word,
            glued=False,
            where="anywhere",
            examples=[
                (f"{_EN}\nLea también: La feria de ganado cambia de fecha\n{_EN} So it goes.", f"{_EN}\n{_EN} So it goes.")
            ],
            keeps=[
                "Read also means that the text was collated with a second copy, which is lost.",
                "推荐阅读的书有三本：《井边》《水经》《山居》",
                "延伸阅读室在二楼",
            ],
        ),
        NoiseRule(
            name="pointed",
            why="a line that points to another article by a label in capitals",
            find=_pointed,
            hint=(
                "AUSSI",
                "ÉGALEMENT",
                "TAMBIÉN",
                "TAMBÉM",
                "INTERESAR",
                "LEIA MAIS",
                "LEGGI ANCHE",
                "SIE AUCH",
                "ZUM THEMA",
                "READ",
                "ТАКЖЕ",
            ),
            examples=[
                (
                    f"{_EN}\nÀ LIRE AUSSI Le vieux pont rouvre demain après deux ans de travaux, et les camions passent.\n{_EN} So it goes.",
                    f"{_EN}\n{_EN} So it goes.",
                )
            ],
            keeps=["READ MORESBY, the old captain, was buried on the hill above the harbour in a coat that was not his."],
        ),
        NoiseRule(
            name="label-alone",
            why="the label of a list of links that is not there any more",
            find=_alone,
            hint=("elacionad", "ELACIONAD", "elated", "ELATED", "erwandt", "orrelati", "ssocié", "关联", "關聯"),
            sign=_labelled,
            examples=[(f"{_EN}\nRelacionadas\n{_EN} So it goes.", f"{_EN}\n{_EN} So it goes.")],
            keeps=["Mother\nFather\nRelated\nStranger"],
            glued=False,
        ),
        NoiseRule(
            name="listed",
            why="a title under the heading of a list of links",
            find=_listed,
            context=True,
            examples=[(f"{_ZH}\n猜你喜欢\n三步做一个帆布笔袋\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=["三步做一个帆布笔袋\n缝纫机断线的五个原因"],
        ),
        NoiseRule(
            name="among-furniture",
            why="a short line after the text, among lines that are noise",
            find=_among,
            context=True,
            confidence=0.85,
            examples=[(f"{_ZH}\n责任编辑：卢青\n云岭融媒\n豫ICP备19004452号-2", f"{_ZH}\n")],
            keeps=[f"{_ZH}\n青禾市民政局\n2022年3月15日"],
        ),
    ],
)
