"""Tags of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shnorm.noise.ends import after_end, placed
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule
from shnorm.noise.view import weight

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

_HASH = re.compile(r"#[^\W\d]\w{1,40}#?")
_LABEL = re.compile(
    r"\s*(?:话题|话題|話題|标签|標籤|相关话题|热门话题|태그|タグ|[Tt]ags?|[Hh]ashtags?|[Tt]opics?)\s?[:：]?\s*(?=#)"
)
_TAGGED = re.compile(r"[\s/,，、|·]*#\w")
_BETWEEN = re.compile(r"[\s/,，、|·]+")


def _hashtags(page: Page) -> Iterator[Claim]:
    """Lines of nothing but tags with a number sign, at least two, at an edge of the page."""
    end = after_end(page)
    for line in page.lines:
        i = line.index
        if "#" in line.text and len(line.text) <= 400 and (page.in_head(i) or page.in_tail(i) or i >= end):
            label = _LABEL.match(line.text)
            parts = [part for part in _BETWEEN.split(line.text[label.end() :] if label else line.text) if part]
            if len(parts) >= 2 and all(_HASH.fullmatch(part) for part in parts):
                yield Claim(i)


def _tagged(lines: Sequence[str]) -> bool:
    return any(_TAGGED.match(line) or ("#" in line and _LABEL.match(line)) for line in lines)


_LISTED = re.compile(r"[^:]{2,30}:\s*(?P<tags>[^.:!?。]{3,300})")


def _lists(page: Page) -> Iterator[Claim]:
    """A label with its colon and at least three short tags, in the last part of the page or where the rule acts anyway."""
    yield from placed("tags_keywords", "tag-list")(page)
    for line in page.lines[len(page.lines) * 3 // 5 :]:
        if line.index in page.claimed or not any(hit == ("tags_keywords", "tag-list", "sure") for hit in line.hits):
            continue
        m = _LISTED.fullmatch(line.core)
        tags = [tag for tag in re.split(r"\s*[,，、;]\s*", m.group("tags")) if tag] if m else []
        if len(tags) >= 3 and all(weight(tag) <= 9 for tag in tags):
            yield Claim(line.index)


# The label is the subject of a sentence or part of a heading.
_SUBJECT = re.compile(
    r"\W*(?:related )?(?:tags?|topics?|labels?|key ?words?|categor(?:y|ies)|themes?) (?:of|for|in|to|and|are|is|were|was|that|matter\w*|from)\b"
)


def _subject(page: Page, index: int) -> bool:
    line = page.lines[index]
    return _SUBJECT.match(line.core) is not None or (line.sentence and ":" not in line.core)


CATEGORY = Category(
    name="tags_keywords",
    definition="Labels of tags with their list.",
    admission=("A label goes in if a list of tags follows it; 【关键词】 of a paper's abstract stays."),
    rules=[
        NoiseRule(
            name="tag-list",
            find=_lists,
            context=True,
            why="the tags of the article",
            veto=_subject,
            where="edge",
            limit=60.0,
            examples=[(f"{_ZH}\n标签：旧衣改造，收纳，手工", f"{_ZH}\n")],
            keeps=[
                "标签：是一种贴在货物上的小纸片，上面写着品名、产地和日期。",
                "Keywords matter less than clear sentences, whatever the consultants say.",
                "Read more about tuning in chapter 4.",
                "Topics for discussion: the well, the road, the school",
                f"{_EN}\nCategories of wells",
            ],
        ),
        NoiseRule(
            name="hashtags",
            why="a row of tags with a number sign",
            find=_hashtags,
            context=True,
            hint=("#",),
            sign=_tagged,
            examples=[(f"{_EN}\n#footpath #river #harwick", f"{_EN}\n")],
            keeps=["#1 #2 #3", "# 1. Open the lid."],
            glued=False,
        ),
    ],
)
