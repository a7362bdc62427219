"""Registration of the site and its contact block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.ends import placed
from shnorm.noise.page import Line, Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

_PHONE = re.compile(r"\s*(?:tel|fax|phone|hotline|电话|传真)?\s?:?\s*[+(]?\d[\d\s()+./-]{6,24}\d\s*", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\s*(?:e-?mail|web|mail|website|邮箱|网址)?\s?:?\s*(?:[\w.+-]+@[\w.-]+|https?://\S+|www\.\S+)\s*", re.IGNORECASE
)

# What shows that the contacts beside it are those of the site: notices are also followed by editors and buttons.
_SITE = frozenset(
    {
        "copyright",
        "cms_credit",
        "breadcrumb_nav",
        "related_links",
        "seo_spam",
        "ad_cta",
        "share_social",
        "cookie_privacy",
        "comment_form",
        "disclaimer",
    }
)
# Fields that a notice seldom has.
_OFFICE = re.compile(r"传真|邮编|邮政编码|网址|官网|总机|公司|厂址|(?:fax|zip|website|web|postcode|p\.c)\b|팩스|факс")


_OWNER = re.compile(
    r"\W*(?:(?:全国)?服务热线|客服|新闻热线|爆料|报料|广告|商务合作|站长|读者服务|免付费|service hotline|customer service|advertising|tip line)"
)


def _of_topic(page: Page, index: int) -> bool:
    """Whether the line may be the contact of a notice: nothing of the site stands beside its block, and it is no row of an office."""
    line = page.lines[index]
    if _OWNER.match(line.core):
        return False
    if _OFFICE.search(line.core) and line.row is not None and len(line.row.of("label", "bare")) > 1:
        return False
    for step in (-1, 1):
        i = index + step
        while 0 <= i < len(page.lines):
            rule = page.claimed.get(i)
            if rule is None:
                if not _contact(page.lines[i]):
                    break
            elif rule.category in _SITE or (rule.category == "icp_contact" and rule.name != "contact"):
                return False
            elif rule.category != "icp_contact":
                break
            i += step
    return True


#: A block of contact lines above the text has at least so many, and the prose of such a page says at least so much.
BLOCK, LEAST = 3, 50.0


def _blocks(page: Page) -> Iterator[Claim]:
    """Runs of contact lines above an article on a page that holds other noise: the owner of the site, and not the topic."""
    if not page.by("seo_spam", "breadcrumb_nav") or sum(line.weight for line in page.lines if line.prose) < LEAST:
        return
    run: list[int] = []
    for line in page.lines[:24]:
        i = line.index
        if page.in_head(i) and _contact(line):
            run.append(i)
            continue
        if sum(1 for j in run if j not in page.claimed) and len(run) >= BLOCK:
            yield from map(Claim, run)
        run = []


def _contact(line: Line) -> bool:
    return (
        any(hit.category == "icp_contact" for hit in line.hits)
        or _PHONE.fullmatch(line.core) is not None
        or (len(line.core) <= 120 and _ADDRESS.fullmatch(line.core) is not None)
    )


CATEGORY = Category(
    name="icp_contact",
    definition="ICP and police registration, contact lines of the site's owner.",
    admission=(
        "A registration number is sure. A contact label goes in, but acts only at an edge of the page beside a line that is "
        "noise: contacts that are the topic have no such neighbours."
    ),
    rules=[
        NoiseRule(
            name="registration",
            find=placed("icp_contact", "registration"),
            context=True,
            confidence=0.98,
            why="the registration number of the site",
            limit=80.0,
            where="edge",
            examples=[(f"{_ZH}\n豫ICP备19004452号-2", f"{_ZH}\n")],
            keeps=["办理备案号的流程并不复杂，材料齐全的话二十天左右就能下来。"],
        ),
        NoiseRule(
            name="contact",
            find=placed("icp_contact", "contact"),
            context=True,
            why="a contact line beside other noise at the edge of the page",
            where="block",
            veto=_of_topic,
            glued=False,
            examples=[(f"{_ZH}\n地址：临沐市锦程路18号 电话：0371-5550182\n豫ICP备19004452号-2", f"{_ZH}\n")],
            keeps=[
                f"{_ZH}\n联系人：魏敏，联系电话：5550176",
                f"古井讲座\n主办单位：县文化馆\n{_ZH}",
                f"{_ZH}\n报名电话：0797-5551234",
            ],
        ),
        NoiseRule(
            name="owner-block",
            why="a block of contact lines above the article",
            find=_blocks,
            context=True,
            confidence=0.9,
            examples=[
                (
                    "Address: 9th floor, Mill Building, Harwick Road, Harwick\nTEL: 0371-5550182\nFAX: 0371-5550183\n\n"
                    f"Harwick reopens the old path\nCurrent position: Home > News\n{_EN}\n{_EN} So it goes.",
                    f"\nHarwick reopens the old path\n{_EN}\n{_EN} So it goes.",
                )
            ],
            keeps=[f"TEL: 0371-5550182\nFAX: 0371-5550183\nE-mail: harwick@example.org\n{_EN}\n{_EN} So it goes."],
            glued=False,
        ),
    ],
)
