"""Copies: the headline again, a cut lede, a caption or paragraph twice."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from shnorm.noise.page import Line, Page
from shnorm.noise.rule import Category, Claim, NoiseRule
from shnorm.noise.view import weight

_TITLE = "The old tea factory becomes a classroom for the whole town"
_EN = "The factory was built in 1978 and stood idle for many years before the town bought it."
_LEDE = "The council voted on Tuesday to restore the half-mile footpath along the river, closed since the flood."

_NUMBERED = re.compile(
    r"[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[ivx]{1,5}|[a-h])[.)）、:．]\s*\S|第[\d一二三四五六七八九十]{1,4}[问条章节款步]"
)
_ASKED = re.compile(r"(?:q|问|问题|question|frage|pregunta|pergunta|domanda|вопрос|質問|질문)\s?\d{0,3}\s?[:.、)]")
#: A line of a refrain says at most this.
REFRAIN = 30.0


def _repeated(page: Page) -> Iterator[Claim]:
    roots: dict[int, int] = {}
    copied = {copy.line for copy in page.copies}
    firsts: dict[int, int] = {}
    often: Counter[int] = Counter()
    for copy in page.copies:
        if copy.kind == "equal":
            firsts[copy.line] = firsts.get(copy.of, copy.of)
            often[firsts[copy.line]] += 1
    again = {(copy.of, copy.line) for copy in page.copies if copy.kind == "equal"}
    for copy in page.copies:
        if copy.kind not in ("equal", "near"):
            continue
        root = roots[copy.line] = roots.get(copy.of, copy.of)
        line, of = page.lines[copy.line], page.lines[root]
        if line.code or of.index in page.claimed:
            continue
        head = page.in_head(of.index)
        if copy.kind == "near":
            good = head and not line.prose and not line.sentence
        else:
            # A headline does not end with a comma, as a line of verse does.
            good = (
                line.prose
                or line.weight >= 20
                or (head and line.weight >= 6 and line.core[-1:] not in ",、")
                or _caption(page, of.index, line.index)
            )
        if good and not head and line.index - of.index > 1 and (often[root] > 1 or line.core[0] in '“「『"'):
            # What stands a third time, or is quoted again, belongs there: a reference, a law, a dialogue.
            good = False
        if good and not head and (_answer(page, of.index, line.index, copied) or _refrain(page, of.index, line.index, again)):
            good = False
        if good:
            yield Claim(line.index)


def _answer(page: Page, first: int, second: int, copied: set[int]) -> bool:
    """Whether both copies stand under headings or questions of their own, so that without the second its heading would say nothing.

    The headings must not be copies themselves, and must be of one form: questions, numbered, labels with a colon; or a heading follows
    each copy, as between the entries of a list.
    """
    if first == 0 or second - first < 2:
        return False
    one, two = page.lines[first - 1], page.lines[second - 1]
    if not (_heads(page, one) and _heads(page, two)) or one.key == two.key or one.index in copied or two.index in copied:
        return False
    if _form(one) and _form(one) == _form(two):
        return True
    after = [page.lines[i + 1] for i in (first, second) if i + 1 < len(page.lines)]
    return second - first == 2 and all(_heads(page, line) for line in after)


def _heads(page: Page, line: Line) -> bool:
    return (
        line.index not in page.claimed
        and 1.0 <= line.weight <= 40.0
        and (not line.prose or line.core[-1:] == "?")
        and not line.hits
    )


def _form(line: Line) -> str:
    """What kind of heading a line is by its marks: ``?``, ``:``, ``1`` (numbered) or nothing."""
    last = line.core[-1:]
    if last in "?:":
        return last
    return "1" if _NUMBERED.match(line.core) else "?" if _ASKED.match(line.core) else ""


def _refrain(page: Page, first: int, second: int, again: set[tuple[int, int]]) -> bool:
    """Whether the copy belongs to a block of short lines that comes again in the same order: the chorus of a song."""
    for step in (-1, 1):
        if (first + step, second + step) in again:
            return max(page.lines[i].weight for i in (first, second, first + step, second + step)) <= REFRAIN
    return False


def _caption(page: Page, first: int, second: int) -> bool:
    """Whether two neighbouring lines stand beside prose: a caption set twice, and no refrain of a song."""
    around = [page.lines[i] for i in (first - 1, second + 1) if 0 <= i < len(page.lines)]
    return second == first + 1 and any(line.prose for line in around) and len(around) == 2


def _cut(page: Page) -> Iterator[Claim]:
    for copy in page.copies:
        line, of = page.lines[copy.line], page.lines[copy.of]
        near = of.index <= line.index + 4 or line.index <= 2
        if copy.kind == "cut" and of.weight >= 15 and line.weight >= 8 and near and not line.code:
            yield Claim(line.index)


_SITE = re.compile(r"\s*(?:[-_|｜–—«»·:]|::)\s*\S.{0,60}")


def _page_title(page: Page) -> Iterator[Claim]:
    """The title of the window: a line of the head that another one continues with a mark and a few names."""
    head = [line for line in page.lines[:8] if 3.0 <= line.weight <= 60.0]
    for line in head:
        for other in head:
            if (
                other is not line
                and other.weight >= 6
                and line.core.startswith(other.core)
                and _SITE.fullmatch(line.core[len(other.core) :])
                and weight(line.core[len(other.core) :]) <= 14
                and not line.sentence
                and page.in_head(line.index)
                and page.in_head(other.index)
            ):
                yield Claim(line.index)
                break


def _continued(lines: Sequence[str]) -> bool:
    """Whether a line of the head goes on where another one ends, or is its equal."""
    if len(lines) < 2:
        return False
    head = list(itertools.islice((line for line in lines if line and not line.isspace()), 8))
    # Where one line goes on as another, their beginnings do, and most are told apart by these.
    return (
        _begins_another([line[:12] for line in head]) and _begins_another([line[:60] for line in head]) and _begins_another(head)
    )


def _begins_another(lines: Sequence[str]) -> bool:
    bare = sorted("".join(line.split()) for line in lines)
    return any(longer.startswith(line) for line, longer in itertools.pairwise(bare))


#: What a model of the site says; it acts only with a model, so it is none of the rules that act on a page alone.
SITE_TEMPLATE = NoiseRule(
    name="site-template",
    category="duplicate",
    why="the line stands on many pages of this site",
    confidence=0.97,
    examples=[("Harbour Gazette\nThe ferry is back.", "The ferry is back.")],
    keeps=["The Harbour Gazette reported that the ferry is back."],
)
_ASK = "Bring a letter with your address on it to the desk, and the card is made while you wait."
_SONG = "Oh, bring the lanterns down to the water tonight.\nAnd sing until the morning, for the river runs so light."

CATEGORY = Category(
    name="duplicate",
    definition="Copies of a headline, lede, caption or paragraph on the same page.",
    admission=(
        "A repeated line alone proves little (code, refrains, table cells): it goes if it repeats the headline, its neighbour, or a whole "
        "paragraph; the beginning of a line goes if it is cut inside a word or ends with dots."
    ),
    rules=[
        NoiseRule(
            name="repeated-line",
            why="the line repeats the headline, its neighbour or a whole paragraph",
            find=_repeated,
            context=True,
            examples=[
                (f"{_TITLE}\n{_EN}\n{_TITLE}\nNow sixty pupils learn there.", f"{_TITLE}\n{_EN}\nNow sixty pupils learn there.")
            ],
            keeps=[
                "Row, row, row your boat\nGently down the stream\nRow, row, row your boat\nLife is but a dream",
                f"How do I get a card?\n{_ASK}\nHow do I get another one?\n{_ASK}\nMay I lend it to a friend?\nNo, a card is for one reader only.",
                f"1. Opening the lid\n{_EN}\n2. Closing the lid\n{_EN}",
                f"{_EN}\n{_SONG}\nThe boats came home, the nets were full.\n{_SONG}",
            ],
        ),
        NoiseRule(
            name="window-title",
            why="the title of the window: the headline with the names of the channel and the site",
            find=_page_title,
            context=True,
            hint=("-", "_", "|", "｜", "–", "—", "«", "·"),
            sign=_continued,
            examples=[
                (f"{_TITLE} - News - Harwick Gazette\n{_TITLE}\n{_EN}", f"{_TITLE}\n{_EN}"),
                (
                    "青禾市今年将新建三十所社区食堂_民生频道_青禾网\n青禾市今年将新建三十所社区食堂\n食堂由各社区自办，饭菜按成本价供应，老人凭证再减两元。",
                    "青禾市今年将新建三十所社区食堂\n食堂由各社区自办，饭菜按成本价供应，老人凭证再减两元。",
                ),
            ],
            keeps=[f"{_TITLE} - and for its neighbours too.\n{_TITLE}\n{_EN}"],
        ),
        NoiseRule(
            name="original-title",
            why="the label of the title that the article had elsewhere",
            examples=[("原标题：青禾市今年将新建三十所社区食堂", "青禾市今年将新建三十所社区食堂")],
            keeps=["他把原标题改了三遍，编辑还是不满意。"],
        ),
        NoiseRule(
            name="cut-lede",
            why="the line is the cut beginning of another one",
            find=_cut,
            context=True,
            examples=[(f"{_LEDE[:60]}\n\n{_LEDE}", f"\n{_LEDE}")],
            keeps=["The river\n\nThe river rises in the hills north of the town and ends in the lake."],
        ),
    ],
)
