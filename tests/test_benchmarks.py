"""The page of figures is what its program makes of the figures, and the fuzzer finds what is broken."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Programs of the checkout can be imported; forgotten again afterwards."""
    before = set(sys.modules)
    for folder in ("benchmarks", "tools"):
        monkeypatch.syspath_prepend(str(ROOT / folder))
    yield
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith((str(ROOT / "benchmarks"), str(ROOT / "tools"))):
            del sys.modules[name]


@pytest.fixture
def fuzz(programs: None) -> ModuleType:
    return importlib.import_module("fuzz")


def test_the_page_of_figures_is_made_from_the_figures(programs: None) -> None:
    page = importlib.import_module("page")
    text, plots = page.page(json.loads(page.RESULTS.read_text(encoding="utf-8")))
    assert page.PAGE.read_text(encoding="utf-8") == text
    for name, plot in plots.items():
        assert (page.PAGE.parent / name).read_text(encoding="utf-8") == plot, name
        assert f"({name})" in text


def test_every_speed_floor_belongs_to_something_that_is_measured(programs: None) -> None:
    speed = importlib.import_module("speed")
    measured = {f"{row.what} on {kind} / {peer}" for row in speed.table() for kind in row.kinds for peer in row.peers}
    assert set(json.loads(speed.FLOORS.read_text(encoding="utf-8"))) <= measured


def test_a_text_of_the_fuzzer_is_made_from_its_number_alone(fuzz: ModuleType) -> None:
    assert [fuzz.make(number) for number in range(300)] == [fuzz.make(number) for number in range(300)]
    assert len({fuzz.make(number) for number in range(300)}) > 280


def test_the_fuzzer_finds_a_broken_law_and_makes_its_text_small(
    fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(text: str) -> None:
        assert "臺" not in text or "\n" not in text, f"both of them in {text!r}"

    monkeypatch.setattr(fuzz, "JUDGES", (("broken", broken),))
    options: Any = SimpleNamespace(first=None, texts=400, seconds=600, jobs=1)
    monkeypatch.setattr(fuzz, "pipeline", lambda name: fuzz.shnorm.Pipeline([]))
    diary = fuzz.Diary(tmp_path)
    fuzz.numbered(options, diary)
    rows = [json.loads(line) for line in (tmp_path / "failures.jsonl").read_text().split("\n") if line]
    assert rows
    assert {"".join(sorted(row["smallest"])) for row in rows} == {"\n臺"}
    assert rows[0]["check"] == "broken"
    tally = json.loads((tmp_path / "tally.json").read_text())
    assert tally["texts"] == {"numbered": 400}
    assert tally["next"] == fuzz.Diary(tmp_path).next == 400
    assert tally["failures"] == len(rows) or len(rows) == fuzz.KEPT
    assert "both of them" in capsys.readouterr().out


def test_the_first_texts_of_the_fuzzer_keep_every_law(fuzz: ModuleType) -> None:
    assert fuzz.work((0, 200, float("inf"))) == (200, [])
