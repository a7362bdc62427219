"""Keyword lines of hacked pages and lists of link farms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shnorm.noise.lexicon import Lexicon
from shnorm.noise.page import Line, Page
from shnorm.noise.rule import Category, Claim, NoiseRule
from shnorm.noise.view import wide

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."
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


#: The share of a line that names of gambling sites and ways in have to cover; the parts of a row that have to offer the same; the
#: same for English words, on shorter lines and where only one of them is telling.
NAMED, OFFERED, PITCHED, WHOLLY = 0.85, 0.6, 0.7, 0.85
_SHORT = re.compile(r"[\W_]|(?<![a-z\d])[a-z\d]{1,4}(?![a-z\d])")
_ROW = re.compile(r"\s*[_|｜]+\s*|\s+-+\s*|\s{1,3}")
_TOKEN = re.compile(r"[a-z\d]+")
#: Words that a pitch may be long, and the fewest words of a line of pitches.
PITCH, FEWEST = 3, 5


def _rows(page: Page) -> Iterator[Line]:
    """Lines at the ends of the page that are no sentences and no list of things in a text."""
    for line in page.lines:
        i = line.index
        if i in page.claimed or len(line.core) > 400 or not (page.in_head(i) or page.in_tail(i) or i in (0, len(page.lines) - 1)):
            continue
        if not line.sentence and not _PROSE.search(line.core) and not line.code:
            yield line


def _told(page: Page, words: Iterable[str]) -> bool:
    """Whether the text itself speaks of these words."""
    text = "\n".join(line.seen for line in page.lines if line.prose)
    return any(word in text for word in words)


def _named(page: Page) -> Iterator[Claim]:
    """Names of gambling sites with a way in, alone or in rows; rows of key words that are nothing else."""
    own = page.lexicon.words
    brands, ways = own[("seo_spam", "brand")], own[("seo_spam", "entry")]
    games = own[("seo_spam", "hacked-page")] | own[("seo_spam", "game")]
    adult = own[("seo_spam", "adult")] | own[("seo_spam", "sure")]
    for line in _rows(page):
        core = line.core
        if not wide(core):
            continue
        bare = _SHORT.sub("", core)
        found = {word for word in brands if word in core}
        if (
            found
            and _covered(bare, brands | games | ways) >= NAMED
            and any(way in core for way in _WAYS)
            and not _told(page, found)
        ):
            yield Claim(line.index)
            continue
        parts = [part for part in _ROW.split(core) if part]
        held = [part for part in parts if any(word in part for word in found) or any(word in part for word in games)]
        if len(held) >= 2 and not _told(page, {word for word in found | games if word in core}):
            sure = [part for part in held if _covered(_SHORT.sub("", part), brands | games | ways) >= NAMED]
            if len(sure) >= OFFERED * len(parts) or (core.count("|") >= 3 and len(sure) >= 2):
                yield Claim(line.index)
                continue
        if (
            len(bare) >= 8
            and len(_CUT.split(core)) == 1
            and any(word in core for word in own[("seo_spam", "sure")])
            and _covered(bare, adult) == 1.0
        ):
            yield Claim(line.index)


# What leads into a site.
_WAYS = (
    "官网",
    "官方",
    "登录",
    "登陆",
    "注册",
    "入口",
    "下载",
    "app",
    "网页版",
    "手机版",
    "客户端",
    "开户",
    "网址",
    "网站",
    "平台",
)


# How those who offer them can be reached.
_REACHED = re.compile(r"(?:[加联系咨询]{0,2}(?:v信|薇信|微信|电话|手机|qq|扣扣|tel|wx)?号?\W?)?[a-z]{0,6}[\d-]{5,15}[a-z]{0,3}")


def _offered(page: Page) -> Iterator[Claim]:
    """Rows of unlawful services."""
    services = page.lexicon.words[("seo_spam", "service")]
    for line in _rows(page):
        parts = [part for part in re.split(r"\s*[_|｜]+\s*|\s+-\s+|\s+", line.core) if part and not _REACHED.fullmatch(part)]
        if len(parts) < 2 or max(map(len, parts)) > 12:
            continue
        held = {word: part for part in parts for word in services if word in part}
        if len(set(held.values())) >= max(2, OFFERED * len(parts)) and not _told(page, held):
            yield Claim(line.index)


def _pitched(page: Page) -> Iterator[Claim]:
    """Rows of key words of drugs, gambling, imitations, loans, essays and pornography in English."""
    pitches, fillers = page.lexicon.words[("seo_spam", "pitch")], page.lexicon.words[("seo_spam", "filler")]
    for line in _rows(page):
        if wide(line.core):
            continue
        tokens = _TOKEN.findall(line.core)
        found: set[str] = set()
        known = i = 0
        while i < len(tokens):
            size = next((n for n in range(PITCH, 0, -1) if " ".join(tokens[i : i + n]) in pitches), 0)
            if size:
                found.add(" ".join(tokens[i : i + size]))
            known += size or tokens[i] in fillers
            i += size or 1
        if len(tokens) < FEWEST or not found or _told(page, found):
            continue
        if known >= (PITCHED if len(found) > 2 else WHOLLY) * len(tokens):
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
        for size in (6, 5, 4, 3, 2, 1):
            word = part[i : i + size]
            if word in words:
                hit += len(word)
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
            name="gambling-name",
            why="names of gambling sites with a way in, or a row of nothing but key words, at an end of a page that speaks of something else",
            find=_named,
            examples=[
                (f"亚博体育网页版登录\n{_ZH}", _ZH),
                (f"必威体育(中国)有限公司官网\n{_ZH}", _ZH),
                (f"北京赛车pk10开奖直播 时时彩平台 快三投注\n{_ZH}", _ZH),
                (f"{_ZH}\n乐鱼体育| 华体会| 米乐m6| 松原县|", f"{_ZH}\n"),
                (f"欧美日韩在线精品视频二区\n{_ZH}", _ZH),
            ],
            keeps=[
                f"中国体育彩票官网首页\n{_ZH}",
                f"澳门、香港、台湾\n{_ZH}",
                f"银河科技有限公司官网\n{_ZH}",
                f"百家乐赌场关门之后\n{_ZH}",
                f"棋牌 体育 图书\n{_ZH}",
                f"国产高清视频会议系统\n{_ZH}",
            ],
        ),
        NoiseRule(
            name="service-row",
            why="a row of unlawful services at an end of a page that speaks of something else",
            find=_offered,
            examples=[(f"白塔代孕_白塔代开发票_白塔办证\n{_ZH}", _ZH)],
            keeps=[
                f"代孕、办证、代开发票：三类小广告的来历\n{_ZH}",
                f"办证大厅 二楼\n{_ZH}",
                f"办证_开发票\n{_ZH}办证的人要先到窗口取号，开发票在隔壁。",
            ],
        ),
        NoiseRule(
            name="pitch-row",
            why="a row of key words of drugs, gambling, imitations, loans or pornography at an end of a page that speaks of something else",
            find=_pitched,
            examples=[
                (f"{_EN}\ncheap nfl jerseys china wholesale free shipping", f"{_EN}\n"),
                (f"{_EN}\nslot gacor hari ini | judi online terpercaya | situs slot", f"{_EN}\n"),
                (f"Macau casino online - official website entrance\n{_EN}", _EN),
            ],
            keeps=[
                f"Casino night raises funds for the well\n{_EN}",
                "Best online casino slots, free spins and bonus sites\nThe casino paid the fine on Tuesday, and the council voted.",
                f"Order of service for the day\n{_EN}",
            ],
            lang="en",
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
