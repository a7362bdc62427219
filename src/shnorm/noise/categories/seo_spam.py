"""Keyword lines of hacked pages and lists of link farms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.lexicon import Lexicon
from shnorm.noise.page import Line, Page
from shnorm.noise.rule import Category, Claim, NoiseRule
from shnorm.noise.view import wide

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_HANT = "入夏以來，全縣已經連續二十天沒有下雨，水庫的存水只夠用到月底，農民們為此十分著急，鄉長說還會調來抽水機。"
_GLOSSED = f"水庫(kù)里的存水只夠(gòu)用到月底，農(nóng)民們為(wèi)此十分著急。\n{_HANT}"
_SAID = re.compile("[。！？!?“”《》:：]")
_CUT = re.compile(r"[_,，、|\s;；\-—·]+")
_FARM = re.compile(r"(?:主站|友情|站群)?(?:蜘蛛池|站群|寄生虫|泛目录)(?:模板|程序|系统)?\s*[:：]")
# What shows that a page was hacked, beyond doubt.
_SIGNS = frozenset({("seo_spam", "keyword-line"), ("seo_spam", "link-farm"), ("markup_leak", "junk-tags")})
_PROSE = re.compile(r"[。！？!?“”《》「」:：]")
_PINYIN = re.compile(r"[\u4e00-\u9fff][(（][a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}[)）](?=[\u4e00-\u9fff])")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}[县市区旗州]\s?[|｜、,]")


def _keyword_lines(page: Page) -> Iterator[Claim]:
    for line in page.lines:
        if _share(line) >= PROOF:
            yield Claim(line.index)


def _share(line: Line) -> float:
    """:func:`spam_share` of a line, worked out once."""
    known = line.__dict__.get("_spam_share")
    if known is None:
        known = line.__dict__["_spam_share"] = spam_share(line.core, line.page.lexicon)
    share: float = known
    return share


def spam_share(core: str, lexicon: Lexicon) -> float:
    """The share of the parts of a collapsed view that consist of spam words; 0 for what is no row of at least two "
    "parts, or is a sentence."""
    if len(core) > 600 or _SAID.search(core) or not wide(core):
        return 0.0
    words = lexicon.words.get(("seo_spam", "adult"), frozenset())
    sure = lexicon.words.get(("seo_spam", "sure"), frozenset())
    parts = [part for part in _CUT.split(core) if part]
    if len(parts) < 2 or not any(word in core for word in sure):
        return 0.0
    bad = sum(1 for part in parts if _covered(part, words | sure) >= 0.5)
    return bad / len(parts) if bad >= 2 else 0.0


#: The proof that a line of key words needs, as the share of spam words: on any page; on a page that shows that it was hacked;
#: and the same where the line is written in the other script than the page (characters decide, so this raises the proof only).
PROOF, HACKED, MISMATCHED = 0.72, 0.5, 0.34
#: Lines of a page on which a script counts, and how many times more of its own characters it needs than of the other's.
ENOUGH, CLEARLY = 12, 8


def _hacked(page: Page) -> Iterator[Claim]:
    """On a page with a sure sign of a break-in, its first lines and its last three at lower proof."""
    if any((rule.category, rule.name) in _SIGNS for rule in page.claimed.values()):
        yield from _licensed(page)


def _annotated(page: Page) -> Iterator[Claim]:
    """The same where pinyin between the characters is the sign."""
    if _glossed(page.text):
        yield from _licensed(page)


def _licensed(page: Page) -> Iterator[Claim]:
    for line in _ends(page):
        core = line.core
        if not _spoken(line) and (
            (_held(line, page) and _rate(line, page) >= (MISMATCHED if _mismatched(line, page) else HACKED))
            or (len(_PLACE.findall(core)) >= 3 and core.count("|") >= 3)
        ):
            yield Claim(line.index)


def _foreign(page: Page) -> Iterator[Claim]:
    """Rows of key words in the other script than the page's at its ends: half of the proof is enough."""
    for line in _ends(page):
        if not _spoken(line) and PROOF > _share(line) >= HACKED and _mismatched(line, page):
            yield Claim(line.index)


def _ends(page: Page) -> list[Line]:
    """The first three lines that nothing claims, of those before the prose, and the last three."""
    head = [line for line in page.lines[:8] if line.index not in page.claimed and (line.index == 0 or page.in_head(line.index))][
        :3
    ]
    return list({line.index: line for line in (*head, *page.lines[-3:]) if line.index not in page.claimed}.values())


def _spoken(line: Line) -> bool:
    core = line.core
    return len(core) > 600 or not wide(core) or line.sentence or _PROSE.search(core) is not None


def _held(line: Line, page: Page) -> bool:
    words = page.lexicon.words
    sure = words.get(("seo_spam", "sure"), frozenset()) | words.get(("seo_spam", "hacked-page"), frozenset())
    return any(word in line.core for word in sure)


def _rate(line: Line, page: Page) -> float:
    """The share of spam words in a line, blanks and marks left out."""
    words = page.lexicon.words
    bad = frozenset[str]().union(*(words.get(("seo_spam", name), frozenset()) for name in ("adult", "sure", "hacked-page")))
    parts = [part for part in _CUT.split(line.core) if part]
    return sum(_covered(part, bad) * len(part) for part in parts) / max(1, sum(map(len, parts)))


def _mismatched(line: Line, page: Page) -> bool:
    """Whether a line is written in one script of Chinese and the rest of the page in the other, both beyond doubt."""
    from shnorm.language.variants import count  # the language package, for few pages

    own = count(line.text)
    rest = count(page.text[: line.start] + page.text[line.end :])
    trad, simp = rest.traditional, rest.simplified
    if trad >= ENOUGH and trad >= CLEARLY * simp:
        return own.simplified >= 2 and own.traditional == 0
    return simp >= ENOUGH and simp >= CLEARLY * trad and own.traditional >= 2 and own.simplified == 0


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
        core = line.core
        if (":" in core and _FARM.match(core)) or (core.count("|") >= 8 and len(_PLACE.findall(core)) >= 5 and not line.sentence):
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
                (f'<ins id="pjuwb"></ins>\n{_HANT}\n在线棋牌充值优惠大厅', f"{_HANT}\n"),
            ],
            keeps=[
                f"澳门博彩娱乐平台\n{_ZH}",
                f"澳门博彩娱乐平台\n{_HANT}",
                f"{_ZH}\n松原县| 河东市| 白塔区| 临江",
                f"博彩业的前世今生\n{_ZH}",
                f"{_HANT}\n在线棋牌充值优惠大厅",
            ],
        ),
        NoiseRule(
            name="other-script",
            confidence=0.95,
            why="a row in which half of the words are spam, at an end of a page that is written in the other script of Chinese",
            find=_foreign,
            context=True,
            examples=[(f"国产成人网_晚间剧集_乡村电影_久久免费_少妇在线\n{_HANT}", _HANT)],
            keeps=[
                f"国产剧集_欧美剧集_乡村电影\n{_HANT}",
                f"國產成人網_晚間劇集_鄉村電影_久久免費_少婦在線\n{_HANT}",
                f"临水人家的夏天\n{_HANT}",
            ],
        ),
        NoiseRule(
            name="glossed-page",
            confidence=0.9,
            why="key words of gambling in the first or last line of a page whose characters were given pinyin by those who hacked it",
            find=_annotated,
            context=True,
            hint=(
                "博彩",
                "棋牌",
                "赌场",
                "賭場",
                "百家乐",
                "百家樂",
                "时时彩",
                "時時彩",
                "六合彩",
                "老虎机",
                "老虎機",
                "娱乐城",
                "娛樂城",
                "投注",
            ),
            examples=[(f"{_GLOSSED}\n在线棋牌充值优惠大厅", f"{_GLOSSED}\n")],
            keeps=[f"{_ZH}\n在线棋牌充值优惠大厅", f"{_ZH}\n棋牌室的老板是我们的邻居。"],
        ),
    ],
)
