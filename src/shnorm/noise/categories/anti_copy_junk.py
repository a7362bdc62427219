"""Characters that sites mix in against copying."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_ZH = "阳台上的番茄只开花不结果，多半是授粉不好，可以用棉签轻轻碰花心。"
_SYMBOLS = re.compile(r"[!-/:-@\[-`{-~]")
_WORDLIKE = re.compile(r"[A-Za-z]{3,}|\d{3,}|[^\x00-\x7f]")


def salad(text: str) -> bool:
    """Whether a string looks like the random watermark of forum software: many symbols, single letters and digits, no word.

    >>> salad("8 k7 {0 `* ~% V3 P. X"), salad("a + b = c"), salad("***")
    (True, False, False)
    """
    bare = text.strip()
    if not 5 <= len(bare) <= 60 or "<" in bare or _WORDLIKE.search(bare):
        return False
    symbols = _SYMBOLS.findall(bare)
    mixed = any(ch.isalpha() for ch in bare)
    return mixed and len(symbols) >= 3 and len(set(symbols)) >= 3 and len(symbols) >= 0.2 * len(bare.replace(" ", ""))


def _salad(page: Page) -> Iterator[Claim]:
    found = [line for line in page.lines if len(line.text) <= 80 and salad(line.text)]
    if not found:
        return
    prose = sum(1 for line in page.lines if line.prose or (line.sentence and line.weight >= 7))
    code = sum(1 for line in page.lines if line.code)
    if prose and code < prose:
        for line in found:
            yield Claim(line.index)


#: Pinyin after single characters, in so many places, shows that somebody set it into the text.
_PINYIN = re.compile(r"(?<=[\u4e00-\u9fff])[(（][a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}[)）]")
GLOSSES = 4
_FOLDED = re.compile(r"(?<=[\u4e00-\u9fff])\([a-z]{1,6}\)")


def _glossed(page: Page) -> Iterator[Claim]:
    """Lines that are noise once the pinyin set between their characters is taken away."""
    from shnorm.lines import Lines
    from shnorm.noise.engine import Judge  # which needs the categories

    if len(_PINYIN.findall(page.text)) < GLOSSES:
        return
    bare = [_PINYIN.sub("", line.text) for line in page.lines]
    text = "\n".join(bare)
    starts = list(itertools.accumulate([0, *(len(line) + 1 for line in bare)]))
    places = {(start, start + len(line)): i for i, (start, line) in enumerate(zip(starts, bare, strict=False))}
    for verdict in Judge(tuple(page.rules.values())).verdicts(Lines(text)):
        i = places.get((verdict.start, verdict.end))
        if i is not None and i not in page.claimed and _PINYIN.search(page.lines[i].text):
            yield Claim(i)


CATEGORY = Category(
    name="anti_copy_junk",
    definition="Random characters that forum software and sites mix into a text against copying.",
    admission="Only what has no word in it and at least three kinds of symbols; never on pages of code.",
    rules=[
        NoiseRule(
            name="glossed-line",
            why="a line of noise into which pinyin was set, as into the whole page",
            find=_glossed,
            context=True,
            hint=("ā", "ǎ", "ē", "ě", "ī", "ǐ", "ō", "ǒ", "ū", "ǔ", "ǚ"),
            sign=lambda lines: sum(len(_FOLDED.findall(line)) for line in lines) >= GLOSSES,
            examples=[
                (
                    "文檔序號(hào):44008閱讀:144來(lái)源:國(guó)知局\n經(jīng)過(guò)二十天的乾旱，水庫(kù)里的存水只夠(gòu)用到月底，農(nóng)民們為此十分著急。",
                    "經(jīng)過(guò)二十天的乾旱，水庫(kù)里的存水只夠(gòu)用到月底，農(nóng)民們為此十分著急。",
                ),
            ],
            keeps=["ā 和 ǎ 是兩個聲調，初學的人常常分不清。"],
            glued=False,
        ),
        NoiseRule(
            name="symbol-salad",
            confidence=0.98,
            why="random characters that forum software puts between paragraphs",
            find=_salad,
            examples=[(f"{_ZH}\n8 k7 {{0 `* ~% V3 P. X\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=["x + y = z", "(a) (b) (c)", "* * *"],
        ),
    ],
)
