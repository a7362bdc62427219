"""The texts that every host has to clean alike, and what they become."""

from __future__ import annotations

from pathlib import Path

import pytest

import shnorm

CLEANING = "web"
PLAIN = [
    "I agree . You too ?",
    "他说:“好,走吧.”",
    "",
    "Nothing to do here.",
    "It is reported that , 5 month 3 Japan , The machine turns.. All",
    "caf\N{COMBINING ACUTE ACCENT}e \N{ZERO WIDTH SPACE}\N{FULLWIDTH LATIN CAPITAL LETTER A}",
    "line one\r\nline two\r\n",
]


@pytest.fixture(scope="session")
def texts() -> list[str | None]:
    """The seed pages, short texts, and a missing value."""
    seeds = Path(__file__).parents[2] / "seeds"
    return [*(path.read_bytes().decode() for path in sorted(seeds.glob("*.txt"))), *PLAIN, None]


@pytest.fixture(scope="session")
def cleaned(texts: list[str | None]) -> list[str | None]:
    """What :meth:`shnorm.Pipeline.map` makes of them."""
    return list(shnorm.preset(CLEANING).map(texts))
