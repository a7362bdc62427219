"""The comparison with other tools: it runs without them, and the page has a place for everything that it makes."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import compare

    return compare


def test_a_tool_that_is_not_installed_is_said_to_be_so(compare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "absent", None)

    def make() -> object:
        import absent  # type: ignore[import-not-found]  # the point of the test

        return absent

    assert compare.made([compare.Tool("Absent", ("absent",), make)])[0].missing.startswith("not ")


def test_a_table_has_as_many_cells_in_every_row(compare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysbd", None)
    rows = compare.segmentation().splitlines()
    assert len({row.count("|") for row in rows}) == 1
    assert rows[-1].startswith("| pySBD | not ")


def test_the_page_has_a_place_for_every_table(compare: ModuleType) -> None:
    page = compare.PAGE.read_text(encoding="utf-8")
    assert [name for name in compare.PARTS if page.count(f"<!-- made: {name} -->\n") != 1] == []
