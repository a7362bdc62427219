"""Copies: the headline again, a cut lede, a caption or paragraph twice."""

from __future__ import annotations

from collections.abc import Iterator

from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_TITLE = "The old tea factory becomes a classroom for the whole town"
_EN = "The factory was built in 1978 and stood idle for many years before the town bought it."
_LEDE = "The council voted on Tuesday to restore the half-mile footpath along the river, closed since the flood."


def _repeated(page: Page) -> Iterator[Claim]:
    roots: dict[int, int] = {}
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
            good = line.prose or line.weight >= 20 or (head and line.weight >= 6) or _caption(page, of.index, line.index)
        if good:
            yield Claim(line.index)


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


#: What a model of the site says; it acts only with a model, so it is none of the rules that act on a page alone.
SITE_TEMPLATE = NoiseRule(
    name="site-template",
    category="duplicate",
    why="the line stands on many pages of this site",
    confidence=0.97,
    examples=[("Harbour Gazette\nThe ferry is back.", "The ferry is back.")],
    keeps=["The Harbour Gazette reported that the ferry is back."],
)

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
            keeps=["Row, row, row your boat\nGently down the stream\nRow, row, row your boat\nLife is but a dream"],
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
