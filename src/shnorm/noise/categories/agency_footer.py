"""Who edited and checked the article, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.ends import placed
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

_DUTY = (
    "责任编辑|责编|编辑|编审|校对|审核|终审|复审|初审|撰文|撰稿|采写|摄影|图片|图|文|文字|主编|监制|统筹|排版|美编|核稿|编译|供稿"
)
_HAN = r"[\u4e00-\u9fff·]{2,4}"
# `编辑 / 林玉`, `撰文／陈小满 编辑／林石`, `(中央社 编辑：陈小满)1080512`.
_SLASHED = re.compile(rf"\W*(?:(?:{_DUTY})\s?[/|丨]\s?{_HAN}(?:[、,\s]+(?!(?:{_DUTY})\s?[/|丨]){_HAN}){{0,3}}\s*){{1,6}}\W*")
_WIRE = re.compile(
    r"[(][\u4e00-\u9fff]{0,6}\s?(?:编辑|译者|核稿|责编)[:/][^()]{2,20}[)]\s?\d{6,7}|[(](?:dpa|afp|ap|reuters|sda|apa|kna|epd|sid|efe|ansa|upi|ots)(?:[/,-]\s?\w{1,6})*[)]"
)
# `Contact the reporter at finch@harwick.example`, `Reach Mara Finch at 555-010-1234`.
_REACH = re.compile(
    r"(?:contact|reach|email|e-mail|write to|follow) (?:the |our )?(?:reporter|writer|author|editor)"
    r"(?:,| at| on| via)? .{0,40}?(?:@|(?<!\d)\d{3}[ -]\d{4}(?!\d)).{0,60}"
    r"|(?:contact|reach|email|e-mail|follow) (?!the )[\w.'’-]+(?: [\w.'’-]+){0,3}"
    r"(?:,| at| on| via)? .{0,40}?(?:@|(?<!\d)\d{3}[ -]\d{4}(?!\d)).{0,60}"
)
_TAILED = re.compile("|".join(pattern.pattern for pattern in (_SLASHED, _WIRE, _REACH)))
#: Lines at the end of a page, blank ones too, in which the first look asks for these.
LAST = 60


def _signed(page: Page) -> Iterator[Claim]:
    """Names of editors behind slashes, marks of agencies, and how to reach the reporter, after the text."""
    for line in page.lines:
        if not page.in_tail(line.index) and not (line.sentence and line.index == len(page.lines) - 1):
            continue
        if line.weight <= 40 and (
            (not line.sentence and (_SLASHED.fullmatch(line.core) or _WIRE.fullmatch(line.core))) or _REACH.fullmatch(line.core)
        ):
            yield Claim(line.index)


_NUMBERED = re.compile(r"\W*[^\W\d]{2,8}\s?\d{1,3}\W*")


def _numbered(page: Page, index: int) -> bool:
    """Whether it is a heading with its number: `制作 1`."""
    return _NUMBERED.fullmatch(page.lines[index].core) is not None


CATEGORY = Category(
    name="agency_footer",
    definition="Editors, proofreaders and reviewers after the article; the mark of its end.",
    admission=(
        "A label goes in if it names a duty in a newsroom and nothing else; marks of the end count only alone or in "
        "brackets after a full stop."
    ),
    rules=[
        NoiseRule(
            name="editor",
            confidence=0.98,
            why="names of those who edited and checked the article",
            veto=_numbered,
            examples=[(f"{_ZH}\n责任编辑：卢青\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=[
                "责任编辑的工作并不轻松，一篇稿子往往要看上三四遍。",
                "Editors work late here: the last page closes at midnight.",
                f"{_ZH}\n制作 1\n{_ZH}后来呢？",
            ],
        ),
        NoiseRule(
            name="signed",
            hint=(
                "/",
                "／",
                "|",
                "｜",
                "丨",
                "编辑",
                "編輯",
                "译者",
                "譯者",
                "(dpa",
                "(afp",
                "(AFP",
                "(sda",
                "(apa",
                "Contact",
                "contact",
                "Reach",
                "Email",
                "E-mail",
                "reach",
            ),
            sign=lambda lines: any(len(line) <= 300 and _TAILED.fullmatch(line.strip()) for line in lines[-LAST:]),
            why="names of editors behind slashes, the mark of an agency, or how to reach the reporter, after the text",
            find=_signed,
            context=True,
            examples=[
                (f"{_ZH}\n撰文／陳小滿 編輯／林石", f"{_ZH}\n"),
                (f"{_ZH}\n（中央通訊 編輯：陳小滿）1080512", f"{_ZH}\n"),
                (f"{_EN}\n(dpa/hgr)", f"{_EN}\n"),
                (f"{_EN}\nContact the reporter at finch@harwick.example.", f"{_EN}\n"),
            ],
            keeps=[
                f"编辑 / 林玉\n{_ZH}",
                f"{_ZH}\n编辑 / 出版 / 发行业务介绍",
                "Reach the well at noon and wait there for the mason.",
                "Contact Mrs Finch at the post office",
                f"{_EN}\nWrite to the Curator, 3 Quarry Road, or ring 01632 960188 for visits by groups.",
            ],
            glued=False,
        ),
        NoiseRule(
            name="end-mark",
            find=placed("agency_footer", "end-mark"),
            context=True,
            why="a mark that the article is at its end",
            where="tail",
            examples=[(f"{_ZH}\n（完）", f"{_ZH}\n")],
            keeps=["故事到这里就完了，可是说书人还不肯走。"],
        ),
        NoiseRule(
            name="desk-credit",
            find=placed("agency_footer", "desk-credit"),
            context=True,
            why="which desk or agency it came from",
            where="tail",
            limit=40.0,
            examples=[(f"{_EN}\nReporting by D. Whitcombe; editing by L. Marsh", f"{_EN}\n")],
            keeps=["Reporting by phone was common in those years, and editing by candlelight no rarity."],
        ),
    ],
)
