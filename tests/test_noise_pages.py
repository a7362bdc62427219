"""Noise of whole pages: phenomena of real pages in own words, with what has to be left; near misses are pages that stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shnorm import StripNoise

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "cases" / "noise_pages.jsonl").read_text(encoding="utf-8").splitlines()
]
STRIP = StripNoise()


@pytest.mark.parametrize("case", CASES, ids=[f"{i}-{case['why'][:50]}" for i, case in enumerate(CASES)])
def test_of_a_page_is_left_what_belongs_to_the_text(case: dict[str, str]) -> None:
    assert STRIP(case["text"]) == case["left"], case["why"]


@pytest.mark.parametrize("case", CASES, ids=[f"{i}-{case['why'][:50]}" for i, case in enumerate(CASES)])
def test_what_is_left_of_a_page_stays(case: dict[str, str]) -> None:
    assert STRIP(case["left"]) == case["left"], case["why"]
