"""Copies: the headline again, a cut lede, a caption or paragraph twice."""

from __future__ import annotations

from collections.abc import Iterator

from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule
from shnorm.repeats import Copy, copies

_TITLE = "The old tea factory becomes a classroom for the whole town"
_EN = "The factory was built in 1978 and stood idle for many years before the town bought it."
_LEDE = "The council voted on Tuesday to restore the half-mile footpath along the river, closed since the flood."


def _copies(page: Page) -> list[Copy]:
    if not hasattr(page, "_copies"):
        page._copies = copies([line.text for line in page.lines])  # type: ignore[attr-defined]  # kept for the rules of this file
    found: list[Copy] = page._copies  # type: ignore[attr-defined]  # see above
    return found


def _repeated(page: Page) -> Iterator[Claim]:
    for copy in _copies(page):
        line, of = page.lines[copy.line], page.lines[copy.of]
        if copy.kind not in ("equal", "near") or line.code or of.index in page.claimed:
            continue
        head = page.in_head(of.index)
        if (
            copy.kind == "equal"
            and (line.prose or line.weight >= 20 or (head and line.weight >= 6) or line.index == of.index + 1)
        ) or (copy.kind == "near" and head and not line.prose and not line.sentence):
            yield Claim(line.index)


def _cut(page: Page) -> Iterator[Claim]:
    for copy in _copies(page):
        line, of = page.lines[copy.line], page.lines[copy.of]
        if (
            copy.kind == "cut"
            and of.weight >= 15
            and line.weight >= 8
            and (of.index <= line.index + 4 or line.index <= 2)
            and not line.code
        ):
            yield Claim(line.index)


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
