"""Floors of quality on the project's own labelled sets; ``benchmarks/quality.py --raise-floors`` raises them, nothing lowers them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


def test_no_score_is_worse_than_its_floor() -> None:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import quality
    finally:
        sys.path.remove(str(BENCHMARKS))
    floors = json.loads(quality.FLOORS.read_text(encoding="utf-8"))
    assert floors, "there are no floors to hold"
    assert quality.below(quality.own(), floors) == []
