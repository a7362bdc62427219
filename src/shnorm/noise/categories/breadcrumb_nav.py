"""Where the page stands in its site, and the ways out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from shnorm.noise.ends import after_end, placed
from shnorm.noise.page import Line, Page
from shnorm.noise.rule import Category, Claim, NoiseRule
from shnorm.noise.view import squeeze, weight, wide

_ARROW = re.compile(r"\s*(?:>{1,3}|»|›|→|»|▸|▶|＞|┃|\\)\s*")
_JOINED = re.compile(r"[>»›→▸▶＞┃\\/|·•-]|::")
_SLASH = re.compile(r"\s+[/|·•-]\s+|\s*/\s*|\s*::\s*|\s*--\s*")
_HOME = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4})(?:首页|主页)|home(?:\s?page)?|(?:front|main|index) page|index|inicio|portada|startseite|start|"
    r"accueil|pagina inicial|главная(?: страница)?|ホーム|トップ(?:ページ)?|top|home|홈|메인|新闻|资讯|news"
)
#: A position label with its trail, before a text that stands on the same line.
LABELLED_TRAIL = re.compile(r"\s*[^\s:]{2,8}\s*:\s*(?:[^\s>»]{1,12}\s*[>»›]{1,2}\s*){1,6}[^\s>»,。]{1,12}\s+")
_ROUTE = re.compile(r"^[^:>»›→]{1,6}(?:线|程|序|骤|法)\s?:|[，,“”「」\"]|^[^>»›]*→[^>»›]*$")
#: The most that a trail says.
MOST = 60
_ANCHORS = re.compile(r":{2,}\s*")


def _trail(page: Page) -> Iterator[Claim]:
    for line in page.lines:
        if line.weight > MOST or (line.sentence and not line.core.endswith("...")) or not _JOINED.search(line.seen):
            continue
        if is_trail(line, page.in_head(line.index), page.in_tail(line.index)) and not line.code:
            yield Claim(line.index)


def is_trail(line: Line, head: bool, tail: bool) -> bool:
    """Whether a line is a path of short names joined by arrows, or by slashes if it begins at home."""
    core = line.core
    if line.weight > MOST or not (head or tail):
        return False
    if core[:1] in ">»›" and not tail:
        core = core.lstrip(">»› ")
    parts = [part.strip() for part in _ARROW.split(core)]
    if len(parts) >= 2 and parts[0] and all(weight(part) <= 14 for part in parts[:-1]) and weight(parts[-1]) <= 40:
        full = sum(1 for part in parts if part)
        # Routes and steps of an instruction are no paths of a site.
        head = head and _ROUTE.search(core) is None
        home = any(_HOME.fullmatch(squeeze(part)) for part in parts[:-1]) or parts[0].endswith(("网", "首页", "home"))
        known = sum(1 for part in parts if squeeze(part) in line.page.lexicon.units)
        return (home and full >= 2) or (head and full >= 3 and weight(parts[-1]) <= 16) or (known >= 1 and full >= 2 and head)
    parts = [part.strip() for part in _SLASH.split(core)]
    if len(parts) >= 2 and all(0 < weight(part) <= 10 for part in parts[:-1]) and 0 < weight(parts[-1]) <= 24:
        home = _HOME.fullmatch(squeeze(parts[0])) is not None
        return home and (head or len(parts) >= 3)
    return False


def _anchors(page: Page) -> Iterator[Claim]:
    for line in page.lines:
        if line.core[:1] == ":" and _ANCHORS.fullmatch(line.core):
            yield Claim(line.index)


# A point of a numbered list.
_LISTED = re.compile(r"\d{1,2}[.、)]?\s?[^\W\d]")
# Contacts and editors are no words of menus.
_NO_MENU = frozenset({"icp_contact", "agency_footer"})


def _menu_run(page: Page) -> Iterator[Claim]:
    """Runs of at least three short lines at an edge of the page of which a third are menu words."""
    run: list[Line] = []
    for line in [*page.lines, None]:
        if line is not None and _short(line) and (not run or line.index == run[-1].index + 1):
            run.append(line)
            continue
        listed = sum(1 for item in run if _LISTED.match(item.core)) >= 3
        if len(run) >= 3 and not listed and (page.in_head(run[-1].index) or page.in_tail(run[0].index)) and not _commented(run):
            known = [
                item
                for item in run
                if item.index in page.claimed or any(hit.force != "date" and hit.category not in _NO_MENU for hit in item.hits)
            ]
            # Among these, numbers are counts.
            known += [item for item in run if len(known) >= 2 and item not in known and _COUNT.fullmatch(item.core)]
            known.sort(key=lambda item: item.index)
            if len(known) >= 2 and 3 * len(known) >= len(run) and len(known) * 2 >= len(run) - 2:
                last = known[-1].index
                for item in run:
                    if item.index <= last or page.in_tail(item.index):
                        yield Claim(item.index)
        run = [line] if line is not None and _short(line) else []


def _commented(run: list[Line]) -> bool:
    """Whether the same button stands below several lines: they belong to a list of comments."""
    buttons = Counter(item.key for item in run if any(hit.category == "comment_form" for hit in item.hits))
    return max(buttons.values(), default=0) >= 2


def _short(line: Line) -> bool:
    return line.weight <= 7.0 and not line.sentence and not line.code and len(line.core) <= 30


_COUNT = re.compile(r"[-–—|·]|[\d.,]{1,9}\s?[kmw万]?")
_BAR = re.compile(r"\s*[|｜丨¦]\s*|\s*[·•]\s*|\s?-\s+|\s{2,}")


# A greeting of the site, with the date of today or without it; a menu that begins at home.
_GREETING = re.compile(
    r"\W{0,3}(?:您好|你好|hi)?\W{0,2}欢迎(?:您|你|各位)?(?:的)?(?:访问|光临|来到|进入|登录|登陆|浏览|莅临)[^,。;]{2,30}?(?:网|网站|官网|论坛|平台|商城|频道|门户|主页)\W{0,3}"
    r"(?:今天是.{4,40})?|\W{0,3}今天是\W{0,3}(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日.{0,30}"
)
_MENU = re.compile(
    r"\W{0,3}(?:网站|本站)?首\s?页(?:\s+[\u4e00-\u9fff]{2,8}){3,14}\s*|(?:[\u4e00-\u9fff]{2,4}\s+){4,16}(?:更多|更多>>|联系我们|在线留言)\s*"
)


def _greeting(page: Page) -> Iterator[Claim]:
    """Greetings and menus above the text."""
    for line in page.lines[:12]:
        if (line.index < 4 or page.in_head(line.index)) and len(line.core) <= 160 and _GREETING.fullmatch(line.core):
            yield Claim(line.index)
    # A greeting may have looked like the first sentence.
    page.settle()
    for line in page.lines[:12]:
        if (
            page.in_head(line.index)
            and len(line.core) <= 160
            and not line.sentence
            and not line.code
            and _MENU.fullmatch(line.core)
        ):
            yield Claim(line.index)


# The shelves of a site of novels.
_SHELF = re.compile(r"(?:[\u4e00-\u9fff]{2,4}(?:小说|文学|排行榜|小说网)[\s|·]+){3,}(?:[\u4e00-\u9fff]{2,6}[\s|·]*){1,6}")


def _bars(page: Page) -> Iterator[Claim]:
    """Rows of at least five short names between bars, half of them menu names, at an edge of the page."""
    end = after_end(page)
    for line in page.lines:
        i = line.index
        if line.sentence or line.code or len(line.core) > 400 or not (page.in_head(i) or page.in_tail(i) or i >= end):
            continue
        parts = [part for part in map(squeeze, _BAR.split(line.core)) if part]
        if len(parts) < 5 and _SHELF.fullmatch(line.core):
            yield Claim(i)
            continue
        if len(parts) < 5 and i < HIGH and page.in_head(i) and wide(line.core):
            # Chinese has no blanks between words; a row of short names is a menu if enough of them are known.
            parts = line.core.split()
            if len(parts) < 4 or not all(part.isalpha() and weight(part) <= 6 for part in parts):
                continue
        if len(parts) >= 4 and all(weight(part) <= 10 for part in parts):
            known = sum(1 for part in parts if part in line.page.lexicon.units)
            if 2 * known >= len(parts) and (len(parts) > 4 or known > 2):
                yield Claim(i)


#: How far down a menu without bars stands at most.
HIGH = 5


def _holds_title(page: Page, index: int) -> bool:
    """Whether the text itself stands behind the trail, and nowhere else on the page."""
    seen = page.lines[index].seen
    m = LABELLED_TRAIL.match(seen)
    if m is None or weight(seen[m.end() :]) < 6:
        return False
    rest = squeeze(seen[m.end() :])
    return not any(rest in squeeze(line.seen) for line in page.lines if line.index != index)


_LOCATION = re.compile(r"\W*location\s?:\s*[^>»›/|-]{1,60}")


def _no_position(page: Page, index: int) -> bool:
    """Whether the text itself stands behind the trail, or the line says where something takes place."""
    return _LOCATION.fullmatch(page.lines[index].core) is not None or _holds_title(page, index)


def _site_name(page: Page) -> Iterator[Claim]:
    """A line beside a breadcrumb that says only what the breadcrumb says."""
    trails = [i for i in page.by("breadcrumb_nav") if _ARROW.search(page.lines[i].core)]
    for i in trails:
        names = {squeeze(part) for part in _ARROW.split(page.lines[i].core)[:-1]}
        for j in (i - 1, i + 1):
            if 0 <= j < len(page.lines) and j not in page.claimed and page.in_head(j):
                tokens = {squeeze(part) for part in re.split(r"\s+|[|_-]", page.lines[j].core) if part}
                if tokens and (tokens <= names or squeeze(page.lines[j].core) in names):
                    yield Claim(j)


_PROSE = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"

# What the site calls itself above everything else.
_SITE = re.compile(
    r"[^\W\d_]{2,20}(?:门户网站|政府网站|官方网站|官网|新闻网|信息网|资讯网|政务网|政府网)"
    r"|[a-z][a-z' -]{4,60} (?:portal|official website|news network|news net|web portal)"
)


def _own_name(page: Page) -> Iterator[Claim]:
    """The name of the site in the first lines, beside other noise."""
    for line in page.lines[:3]:
        if (
            page.in_head(line.index)
            and line.index not in page.claimed
            and page.beside_noise(line.index)
            and _SITE.fullmatch(line.core)
        ):
            yield Claim(line.index)


CATEGORY = Category(
    name="breadcrumb_nav",
    definition="The page's place in its site (breadcrumbs, `Current position:`), menus, skip links, and links back.",
    admission=(
        "A name goes in as `weak` if it is also an ordinary word; it then counts only in a row or a run of such names at "
        "the edge of a page. "
        "A label of the `you are here` kind goes in if no sentence begins with it."
    ),
    rules=[
        NoiseRule(
            name="position-label",
            why="the line says where the page stands in its site",
            limit=80,
            veto=_no_position,
            examples=[
                (
                    "当前位置：政务公开\n\n今年夏粮收购工作昨天全面启动，各收储点都增加了人手。",
                    "\n今年夏粮收购工作昨天全面启动，各收储点都增加了人手。",
                )
            ],
            keeps=[
                "目前，改造工程已经完成过半，预计年底通车。",
                "现在位置偏僻的村子也通了公交车，老人们都说方便。",
                "Location: Harwick Town Hall",
            ],
        ),
        NoiseRule(
            name="arrow-trail",
            why="a path of short names joined by arrows is a breadcrumb",
            find=_trail,
            examples=[
                (
                    "Garden > Tools > Spades\nA good spade lasts for twenty years if you dry it after use and oil the blade.",
                    "A good spade lasts for twenty years if you dry it after use and oil the blade.",
                )
            ],
            keeps=[
                "Open the dialog and choose Settings > Privacy > Location, then switch the slider off.",
                "无锡 -> 江阴 -> 如皋",
                "青山 → 临江 → 禾下",
                "路线：青山 > 临江 > 禾下，全程四十公里",
                "选择“设置 > 隐私 > 定位服务”，关掉开关",
            ],
        ),
        NoiseRule(
            name="greeting",
            why="a greeting of the site with its name or the date of today, or a menu that begins at home, above the text",
            find=_greeting,
            hint=(
                "欢迎",
                "歡迎",
                "今天是",
                "首页",
                "首頁",
                "首 页",
                "首 頁",
                "更多",
                "联系我们",
                "聯繫我們",
                "在线留言",
            ),
            sign=lambda lines: any(
                _GREETING.fullmatch(line.strip()) or _MENU.fullmatch(line.strip()) for line in lines[:40] if len(line) <= 200
            ),
            examples=[
                (f"欢迎访问白塔教育信息网 今天是2021年9月13日 星期一\n{_PROSE}", _PROSE),
                (f"首 页 机构职能 教育动态 政策法规 教研之窗\n{_PROSE}", _PROSE),
            ],
            keeps=[
                f"欢迎来到水乡！\n{_PROSE}",
                f"今天是他的生日\n{_PROSE}",
                f"首页 设计\n{_PROSE}",
                f"{_PROSE}\n欢迎访问我们的老茶行",
            ],
            glued=False,
        ),
        NoiseRule(
            name="own-name",
            why="what the site calls itself, in the first lines beside other noise",
            find=_own_name,
            context=True,
            hint=(
                "网站",
                "網站",
                "官网",
                "官網",
                "新闻网",
                "新聞網",
                "信息网",
                "資訊網",
                "资讯网",
                "信息網",
                "政务网",
                "政務網",
                "政府网",
                "政府網",
                "ortal",
                "ebsite",
                "etwork",
                "news net",
            ),
            sign=lambda lines: any(_SITE.fullmatch(line.strip()) for line in lines[:8] if len(line) <= 80),
            examples=[(f"云岭县人民政府门户网站\n当前位置：首页 > 通知公告\n春灌通知\n{_PROSE}", f"春灌通知\n{_PROSE}")],
            keeps=[f"云岭县人民政府门户网站\n{_PROSE}", f"怎样做好一个新闻网站\n{_PROSE}"],
            glued=False,
        ),
        NoiseRule(
            name="skip-link",
            why="a link that jumps within the page or back to a list",
            examples=[
                (
                    "Skip to main content\nThe library will stay open on Sundays through the summer.",
                    "The library will stay open on Sundays through the summer.",
                )
            ],
            keeps=["You can skip to main content topics such as grammar once the basics are clear to you."],
        ),
        NoiseRule(
            name="anchor-mark",
            confidence=0.98,
            why="`:::` marks where a screen reader may jump to",
            find=_anchors,
            examples=[
                (":::\n本市今日起開放申請春耕補助，農友可至各區公所辦理。", "本市今日起開放申請春耕補助，農友可至各區公所辦理。")
            ],
            keeps=["list[::2]", "std::vector"],
        ),
        NoiseRule(
            name="menu-row",
            find=placed("breadcrumb_nav", "menu-row"),
            context=True,
            why="a row of menu names at the edge of the page",
            examples=[
                (
                    "Home Products News Contact\nThe new belt is made of three layers and does not stretch when it gets warm.",
                    "The new belt is made of three layers and does not stretch when it gets warm.",
                )
            ],
            keeps=["News from home was rare, and contact with the village almost impossible.", "产品 服务 价格"],
            glued=False,
        ),
        NoiseRule(
            name="menu-bar",
            why="a row of short names between bars at the edge of the page, half of them menu names",
            find=_bars,
            context=True,
            examples=[
                (
                    "教育 | 青禾村史馆 | 体育 | 云岭书场 | 娱乐 | 松桥茶话\n春季多雨，鱼塘要注意增氧，并且每隔十天测一次水质。",
                    "春季多雨，鱼塘要注意增氧，并且每隔十天测一次水质。",
                )
            ],
            keeps=[
                "白菜 萝卜 土豆 番茄 黄瓜\n春季多雨，鱼塘要注意增氧，并且每隔十天测一次水质。",
                "白菜 | 萝卜 | 土豆 | 番茄 | 黄瓜\n春季多雨，鱼塘要注意增氧，并且每隔十天测一次水质。",
            ],
            glued=False,
        ),
        NoiseRule(
            name="menu-run",
            why="a run of short lines at the edge of the page, many of them menu names",
            find=_menu_run,
            context=True,
            examples=[
                (
                    "新闻\n养殖\n联系我们\n春季多雨，鱼塘要注意增氧，并且每隔十天测一次水质。",
                    "春季多雨，鱼塘要注意增氧，并且每隔十天测一次水质。",
                )
            ],
            keeps=["春\n\n柳色新\n\n燕归来\n\n水自流"],
        ),
        NoiseRule(
            name="site-name",
            why="the names of the site and the channel, which the breadcrumb beside them repeats",
            find=_site_name,
            context=True,
            examples=[
                (
                    "北山茶网 制茶\n北山茶网 > 制茶 > 正文\n明前茶采摘已经过半，茶农们每天天不亮就上山，傍晚才回来。",
                    "明前茶采摘已经过半，茶农们每天天不亮就上山，傍晚才回来。",
                )
            ],
            keeps=["北山茶网\n明前茶采摘已经过半，茶农们每天天不亮就上山，傍晚才回来。"],
        ),
        NoiseRule(
            name="contents-label",
            why="the label of a table of contents that is not there any more",
            examples=[
                (
                    "本文导航\n第一步，先把土翻松，再施一层腐熟的底肥，晒上三五天。",
                    "第一步，先把土翻松，再施一层腐熟的底肥，晒上三五天。",
                )
            ],
            keeps=["本文目录由编者重新编排，与初版次序不同，请读者留意。"],
        ),
    ],
)
