"""Each kind of damage of the character steps in other words, positions and company, through the preset; and what looks like it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import shnorm

CASES = Path(__file__).parent / "cases"
REPAIR = shnorm.preset("repair")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", rows("variants"), ids=lambda row: f"{row['family']}: {ascii(row['input'])[:50]}")
def test_a_variant_comes_out_as_it_should(row: dict[str, Any]) -> None:
    assert REPAIR(row["input"]) in row["output"]


@pytest.mark.xfail(reason="a repair would need to know more than the text shows, or would spoil good text", strict=True)
@pytest.mark.parametrize("row", rows("variants_known_faults"), ids=lambda row: f"{row['family']}: {ascii(row['input'])[:50]}")
def test_a_known_fault_is_still_one(row: dict[str, Any]) -> None:
    assert REPAIR(row["input"]) in row["output"]


def test_every_family_has_cases_of_both_kinds() -> None:
    for family in {row["family"] for row in rows("variants")}:
        kinds = {row["input"] in row["output"] for row in rows("variants") if row["family"] == family}
        assert kinds == {True, False}, family
