"""Notices of rights and terms of reprinting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.noise.ends import placed
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule
from shnorm.noise.topic import about

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

_LINE = re.compile(r"\W{0,3}(?:[©ⓒ]|[(]c[)]|copyrights?\W{1,3}(?:[©ⓒ]|[(]c[)]))\W{0,3}(?:19|20)\d\d\b.*")


def _signed(page: Page) -> Iterator[Claim]:
    """The sign with a year at the beginning of a line after the text, whatever follows on it."""
    first, last = page.body
    for line in page.lines[-12:]:
        if first < last <= line.index and line.weight <= 60 and len(line.core) <= 300 and _LINE.fullmatch(line.core):
            yield Claim(line.index)


CATEGORY = Category(
    name="copyright",
    definition="Copyright lines, `all rights reserved`, terms of reprinting.",
    admission=(
        "A phrase goes in if it states a right or forbids a use; in essays such words stand in quotation marks or in longer "
        "sentences, and there they do not count."
    ),
    rules=[
        NoiseRule(
            name="notice",
            find=placed("copyright", "notice", last=3),
            context=True,
            why="the heading of a copyright notice",
            where="tail",
            examples=[(f"{_EN}\ncopyright notice", f"{_EN}\n")],
            keeps=["A copyright notice tells a reader whom to ask, and it makes it harder to claim innocence."],
        ),
        NoiseRule(
            name="rights",
            find=placed("copyright", "rights", last=3),
            context=True,
            why="a statement that all rights are reserved",
            where="edge",
            examples=[(f"{_EN}\n盗版必究", f"{_EN}\n")],
            keeps=["课堂上常被问到的一句话是“版权所有，侵权必究”，它本身并不产生权利。"],
        ),
        NoiseRule(
            name="sign",
            find=placed("copyright", "sign", last=3),
            context=True,
            why="a copyright sign with an owner",
            veto=about("copyright"),
            where="edge",
            limit=70.0,
            examples=[(f"{_EN}\n© 2018 El Eco de la Ribera", f"{_EN}\n")],
            keeps=[
                "A photograph is protected the moment it is taken, whether or not a footer says “© 2020”.",
                f"{_ZH}\n版权所有者是谁，法院要到下个月才会判",
            ],
        ),
        NoiseRule(
            name="year",
            why="the copyright sign with a year after the text, and what the owner adds on the same line",
            find=_signed,
            hint=("©", "ⓒ", "(c)", "(C)"),
            sign=lambda lines: any(len(line) <= 400 and _LINE.fullmatch(line.strip()) for line in lines[-60:]),
            examples=[(f"{_EN}\n© 2019 Marsh End Echo Ltd. Registered office: 4 Quay Street.", f"{_EN}\n")],
            keeps=[f"© 2019 is what the footer says, and nothing more.\n{_EN}", "(c) 1918 was a good year for pears."],
            glued=False,
        ),
        NoiseRule(
            name="reprint",
            find=placed("copyright", "reprint", last=3),
            context=True,
            why="terms of reprinting",
            veto=about("copyright"),
            where="edge",
            limit=160.0,
            examples=[(f"{_ZH}\n转载请注明出处：青禾生活网", f"{_ZH}\n")],
            keeps=[
                "他在信末写道：“转载请注明出处”，然后自己先笑了。",
                "相反，写上“转载请注明出处”也不等于授权任何人自由转载，许可的范围仍以书面约定为准。",
                f"{_ZH}\n不得转载的规定引起了网站的不满",
            ],
        ),
    ],
)
