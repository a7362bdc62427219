"""Headlines and captions that stand twice: cut and then whole, or printed again."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from shnorm.gate import Context
from shnorm.repeats import Copy, copies, ends_sentence, key, weight, words
from shnorm.rules import Rule
from shnorm.translation.tokens import once

NAME = "headlines"

_NO_END = frozenset(",;，；、{}()=:：")
_LIST = ("-", "*", "•", "·", "#", "|", ">", "+", "=", "{", "}", "<", "/")


@once
def _copies(text: str, context: Context) -> list[Copy]:
    """Copies among the lines that have a blank line or the top of the page beside them: the others are wrapped prose or verse."""
    alike, contents = context.lines.alike, context.lines.contents
    bare = [True, *(not line or line.isspace() for line in contents), True] if alike else []
    return copies(contents, [i for i in alike if i < 4 or bare[i] or bare[i + 2]])


def _live(context: Context) -> list[int]:
    return [i for i, line in enumerate(context.lines.contents) if line.strip()]


def _title_like(line: str) -> bool:
    """Whether a line reads as a headline or caption: words, no mark of a list or of code, and no comma at its end."""
    bare = line.strip()
    return (
        not bare.startswith(_LIST)
        and bare[-1:] not in _NO_END
        and bare.count("|") < 2
        and ";" not in bare
        and "\t" not in bare
        and weight(key(bare)) >= 16
        and len(words(bare)) >= 4
    )


def _take(context: Context, line: int) -> tuple[int, int, str]:
    """The removal of a line with its line end, and of the blank lines after it if others stand before it; of a last line, with those
    before it."""
    lines = context.lines
    end, first = line + 1, line
    if line == 0 or not lines.content(line - 1).strip():
        while end < len(lines) and not lines.content(end).strip():
            end += 1
    if end < len(lines):
        return lines[line].start, lines[end].start, ""
    while first > 0 and not lines.content(first - 1).strip():
        first -= 1
    return (lines[first - 1].end, lines[line].end, "") if first else (lines[line].start, lines[line].next, "")


def _followed_by_text(context: Context, following: list[int]) -> bool:
    """Whether a line of running text follows soon: one that ends a sentence."""
    return any(ends_sentence(context.lines.content(i)) for i in following)


def _cut(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for copy in _copies(text, context):
        line = context.lines.content(copy.line)
        near = copy.kind == "cut" and abs(copy.of - copy.line) <= 6
        if near and weight(key(line)) >= 20 and _title_like(line.rstrip(".… ")):
            yield _take(context, copy.line)


def _twice(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    found = [c for c in _copies(text, context) if c.kind == "equal"]
    if not found:
        return
    live = _live(context)
    place = {line: i for i, line in enumerate(live)}
    for copy in found:
        line = context.lines.content(copy.line)
        if place[copy.line] - place[copy.of] != 1 or ends_sentence(line) or not _title_like(line):
            continue
        # A refrain stands among lines of its own kind; a headline stands alone and text follows.
        alone = copy.line - copy.of > 1 or place[copy.of] == 0
        if alone and place[copy.of] <= 4 and _followed_by_text(context, live[place[copy.line] + 1 : place[copy.line] + 4]):
            yield _take(context, copy.line)


def _title_of_page(copy: Copy, live: list[int], contents: list[str]) -> bool:
    """Whether a short copy repeats the page's first line between two paragraphs of running text."""
    if copy.kind != "equal" or copy.of != live[0] or weight(key(contents[copy.line])) < 24:
        return False
    place = live.index(copy.line)
    # The line below the first one is text, too: a list of headings repeats them all.
    around = (1, place - 1, min(place + 1, len(live) - 1))
    return place > 1 and all(live[i] == copy.line or ends_sentence(contents[live[i]]) for i in around)


def _again(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    found = [c for c in _copies(text, context) if c.kind in ("equal", "near")]
    if not found:
        return
    contents = context.lines.contents
    live = _live(context)
    for copy in found:
        line = contents[copy.line]
        if abs(copy.line - copy.of) < 3 or ends_sentence(line) or not _title_like(line):
            continue
        if weight(key(line)) < 48 and not _title_of_page(copy, live, contents):
            continue
        lone = (copy.line == 0 or not contents[copy.line - 1].strip()) and (
            copy.line + 1 >= len(contents) or not contents[copy.line + 1].strip()
        )
        if lone:
            yield _take(context, copy.line)


def _trail(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for copy in _copies(text, context):
        if copy.kind == "trail" and copy.line <= 3 and _title_like(context.lines.content(copy.of)):
            yield _take(context, copy.line)


# What a headline that goes may hold; one with an address is no headline.
_WITHIN = frozenset({"version", "date", "time", "number"})
_STORY = "Harbour tram line to open in spring after two years of delays, city council confi"

RULES = (
    Rule(
        name="cut",
        why="the headline was cut inside a word or with dots, and stands whole beside it",
        find=_cut,
        hint="\n",
        inside=_WITHIN,
        category="duplicate",
        lang="en",
        confidence=0.95,
        examples=[
            (
                f"{_STORY}\n\n{_STORY}rms in a statement. Tickets will cost 2 euros.",
                f"{_STORY}rms in a statement. Tickets will cost 2 euros.",
            )
        ],
        keeps=["The river\n\nThe river rises in the hills north of the town."],
        source="seeds/000",
    ),
    Rule(
        name="twice",
        why="the headline was printed twice in a row above its text",
        find=_twice,
        hint="\n",
        inside=_WITHIN,
        category="duplicate",
        lang="en",
        confidence=0.95,
        examples=[
            (
                "Village bakery wins regional prize\n\nVillage bakery wins regional prize\n\nThe bakery in Oberau beat 60 rivals on Sunday.",
                "Village bakery wins regional prize\n\nThe bakery in Oberau beat 60 rivals on Sunday.",
            ),
            (
                "Storm leaves 4,000 homes without power at 9:30\n\nStorm leaves 4,000 homes without power at 9:30\n\nIt came from the west.",
                "Storm leaves 4,000 homes without power at 9:30\n\nIt came from the west.",
            ),
        ],
        keeps=[
            "Row, brothers, row,\nThe stream runs fast.\n\nRow, brothers, row,\nThe light won't last.",
            "Room 1: to be confirmed\nRoom 2: to be confirmed\nRoom 3: Hall B",
        ],
    ),
    Rule(
        name="again",
        why="a long caption or headline is printed again between paragraphs",
        find=_again,
        hint="\n",
        inside=_WITHIN,
        category="duplicate",
        lang="en",
        confidence=0.85,
        examples=[
            (
                "The machine turns and Songjiang accelerates the resumption of work\n\nThe staff check the goods.\n\n"
                "The machine turns and Songjiang accelerates the resumption of work\n\nThe workers are busy.\n",
                "The machine turns and Songjiang accelerates the resumption of work\n\nThe staff check the goods.\n\nThe workers are busy.\n",
            )
        ],
        keeps=[
            "We meet again on the hill\nwhere the wind sings of home and of"
            " harvest\n\nThe night is long\nwhere the wind sings of home and of harvest"
        ],
        source="seeds/001",
    ),
    Rule(
        name="trail",
        why="a breadcrumb ends with the headline that follows it",
        find=_trail,
        hint=(">", "»", "›", "|"),
        inside=_WITHIN,
        category="duplicate",
        lang="en",
        confidence=0.9,
        examples=[
            (
                "Home > News > Village bakery wins the prize\n\nVillage bakery wins the prize\n\nIt beat 60 rivals.",
                "Village bakery wins the prize\n\nIt beat 60 rivals.",
            )
        ],
        keeps=["> Village bakery wins the prize, he wrote.\n\nI know."],
        source="seeds/001",
    ),
)


def trigger(text: str, context: Context) -> Collection[str]:
    """The rules for the kinds of copy that there are."""
    return {name for copy in _copies(text, context) for name in _BY_KIND[copy.kind]}


_BY_KIND = {"cut": ("cut",), "equal": ("twice", "again"), "near": ("again",), "trail": ("trail",)}
