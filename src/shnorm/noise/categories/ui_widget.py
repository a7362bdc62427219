"""Buttons, players, votes and other controls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shnorm.noise.ends import placed
from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
_EN = "The council voted on Tuesday to restore the half-mile footpath along the river."

# Codes of currencies with a rate and its change: a ticker in the head of a news site.
_TICKER = re.compile(
    r"\s*(?:(?:USD|EUR|RUB|CNY|GBP|JPY|KZT|UAH|CHF|BTC|UF|[$€£¥₽])\s?:?\s*[\d.,]+(?:\s*[+−-]\s?[\d.,]+%?)?\s*[|/;]?\s*){2,8}"
)


_CALL = re.compile(r"[A-Za-z_]\w*\([A-Za-z_\"'][^()]*\)")


def _calls(page: Page, index: int) -> bool:
    """Whether the line calls a function, as a line of a program does."""
    return _CALL.search(page.lines[index].text) is not None


_BEGUN = re.compile(r"\s*(?:usd|eur|rub|cny|gbp|jpy|kzt|uah|chf|btc|uf|[$€£¥₽])\s?:?\s*[\d.,]")


def _begun(lines: Sequence[str]) -> bool:
    return any(_BEGUN.match(line) for line in lines)


def _tickers(page: Page) -> Iterator[Claim]:
    for line in page.lines[:8]:
        if page.in_head(line.index) and _TICKER.fullmatch(line.text):
            yield Claim(line.index)


# Where a player stands, and how long it plays.
_PLAYER = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d\s?(?:/|\s)\s?-?(?:\d{1,2}:)?\d{1,2}:\d\d")


def _players(page: Page) -> Iterator[Claim]:
    for line in page.lines:
        if line.core.startswith(("0:00", "00:00")) and _PLAYER.fullmatch(line.core):
            yield Claim(line.index)


CATEGORY = Category(
    name="ui_widget",
    definition="Buttons, players, votes, captchas and other controls.",
    admission=("A label goes in if it is a control and stands alone or beside others; ordinary words go in as `weak`."),
    rules=[
        NoiseRule(
            name="button",
            veto=_calls,
            find=placed("ui_widget", "button"),
            context=True,
            why="a control of the page",
            examples=[(f"{_ZH}\n【打印】【关闭】", f"{_ZH}\n")],
            keeps=[
                "print(x)  # done",
                "打印店关闭以后，这条街安静了许多。",
                "Close the window before you leave, or the rain will come in.",
            ],
        ),
        NoiseRule(
            name="player",
            why="where a player stands and how long it plays",
            find=_players,
            hint=("0:00",),
            sign=lambda lines: any("0:00" in line and len(line) <= 40 and _PLAYER.fullmatch(line.strip()) for line in lines),
            examples=[(f"{_ZH}\n00:00 / 04:36\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=[f"{_ZH}\n10:00 / 11:30", f"{_ZH}\n00:00 早安白塔"],
            glued=False,
        ),
        NoiseRule(
            name="ticker",
            why="rates of exchange above the article",
            find=_tickers,
            hint=("USD", "EUR", "$", "€"),
            sign=_begun,
            examples=[(f"USD 92,40 EUR 101,13\n{_ZH}", _ZH)],
            keeps=["USD 40", f"{_ZH}\nUSD 92,40 EUR 101,13"],
            glued=False,
        ),
    ],
)
