"""Keyword lines of hacked pages and lists of link farms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.lexicon import Lexicon
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule
from shnorm.noise.view import wide

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_CUT = re.compile(r"[_,，、|\s;；\-—·]+")
_FARM = re.compile(r"(?:主站|友情|站群)?(?:蜘蛛池|站群|寄生虫|泛目录)(?:模板|程序|系统)?\s*[:：]")
# What shows that a page was hacked, beyond doubt.
_SIGNS = frozenset({("seo_spam", "keyword-line"), ("seo_spam", "link-farm"), ("markup_leak", "junk-tags")})
_PROSE = re.compile(r"[。！？!?“”《》「」:：]")
_PINYIN = re.compile(r"[\u4e00-\u9fff][(（][a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}[)）](?=[\u4e00-\u9fff])")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}[县市区旗州]\s?[|｜、,]")


def _keyword_lines(page: Page) -> Iterator[Claim]:
    for line in page.lines:
        if spam_share(line.core, page.lexicon) >= 0.72:
            yield Claim(line.index)


def spam_share(core: str, lexicon: Lexicon) -> float:
    """The share of the parts of a collapsed view that consist of spam words; 0 for what is no row of at least two "
    "parts, or is a sentence."""
    if len(core) > 600 or not wide(core) or re.search(r"[。！？!?“”《》:：]", core):
        return 0.0
    words = lexicon.words.get(("seo_spam", "adult"), frozenset())
    sure = lexicon.words.get(("seo_spam", "sure"), frozenset())
    parts = [part for part in _CUT.split(core) if part]
    if len(parts) < 2 or not any(word in core for word in sure):
        return 0.0
    bad = sum(1 for part in parts if _covered(part, words | sure) >= 0.5)
    return bad / len(parts) if bad >= 2 else 0.0


def _hacked(page: Page) -> Iterator[Claim]:
    """On a page with a sure sign of a break-in, its first line and its last three at lower proof."""
    if not any((rule.category, rule.name) in _SIGNS for rule in page.claimed.values()) and not _glossed(page.text):
        return
    lexicon = page.lexicon
    sure = lexicon.words.get(("seo_spam", "sure"), frozenset()) | lexicon.words.get(("seo_spam", "hacked-page"), frozenset())
    words = sure | lexicon.words.get(("seo_spam", "adult"), frozenset())
    for line in {line.index: line for line in (*page.lines[:1], *page.lines[-3:])}.values():
        core = line.core
        if line.index in page.claimed or len(core) > 600 or not wide(core) or line.sentence or _PROSE.search(core):
            continue
        held = [word for word in sure if word in core]
        parts = [part for part in _CUT.split(core) if part]
        rate = sum(_covered(part, words) * len(part) for part in parts) / max(1, sum(map(len, parts)))
        if (held and rate >= 0.5) or (len(_PLACE.findall(core)) >= 3 and core.count("|") >= 3):
            yield Claim(line.index)


def _glossed(text: str) -> bool:
    """Whether pinyin stands after single characters within running text in several places, as those who hack pages leave it."""
    return len(_PINYIN.findall(text)) >= 4


def _covered(part: str, words: frozenset[str]) -> float:
    i = hit = 0
    while i < len(part):
        for size in (4, 3, 2, 1):
            if part[i : i + size] in words:
                hit += size
                i += size
                break
        else:
            i += 1
    return hit / len(part)


def _farms(page: Page) -> Iterator[Claim]:
    for line in page.lines:
        if _FARM.match(line.core) or (len(_PLACE.findall(line.core)) >= 5 and line.core.count("|") >= 8 and not line.sentence):
            yield Claim(line.index)


CATEGORY = Category(
    name="seo_spam",
    definition="Rows of pornographic or gambling key words on hacked pages, lists of link farms, key words of shops.",
    admission=(
        "A word goes in if it occurs in such rows; alone it proves nothing. A line is spam if it is a row of at least two "
        "parts, nearly all "
        "made of these words, and is no sentence: news about crimes writes sentences."
    ),
    rules=[
        NoiseRule(
            name="keyword-line",
            confidence=0.98,
            why="a row of key words of pornography or gambling",
            find=_keyword_lines,
            examples=[(f"国产精品视频_欧美少妇在线_久久免费热播\n{_ZH}", _ZH)],
            keeps=["警方查明，该团伙以成人视频、色情直播引流，再诱骗网民下载赌博软件。", "亚洲、欧美、日韩"],
        ),
        NoiseRule(
            name="link-farm",
            confidence=0.98,
            why="the list of a link farm",
            find=_farms,
            examples=[(f"{_ZH}\n主站蜘蛛池模板： 甲县| 乙市| 丙县| 彩票| 丁县|", f"{_ZH}\n")],
            keeps=["临沐市：东城区、河西区、沐阳县、白塔县、松桥县级市。"],
        ),
        NoiseRule(
            name="hacked-page",
            confidence=0.9,
            why="key words of spam in the first or last line of a page that shows that it was hacked",
            find=_hacked,
            context=True,
            examples=[
                (f"澳门博彩娱乐平台\n{_ZH}\n主站蜘蛛池模板： 甲县| 乙市| 丙县| 彩票| 丁县|", f"{_ZH}\n"),
                (f'<ins id="pjuwb"></ins>\n{_ZH}\n松原县| 河东市| 白塔区| 棋牌', f"{_ZH}\n"),
            ],
            keeps=[
                f"澳门博彩娱乐平台\n{_ZH}",
                f"{_ZH}\n松原县| 河东市| 白塔区| 临江",
                f"博彩业的前世今生\n{_ZH}",
            ],
        ),
    ],
)
