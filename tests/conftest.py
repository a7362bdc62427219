"""Settings shared by all tests: how hard Hypothesis tries, and the five seed pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The engines load on first use, so the first example of a test may be slow: no deadline.
settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True, print_blob=True)
settings.register_profile("fuzz", parent=settings.get_profile("default"), max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default"))

SEEDS = Path(__file__).parent.parent / "seeds"


def seed_texts() -> dict[str, str]:
    """The five seed pages by file name, as they are: line ends untouched."""
    return {path.name: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))}


@pytest.fixture(scope="session")
def seeds() -> dict[str, str]:
    return seed_texts()


def under_hash_seeds(code: str) -> set[str]:
    """What new processes print that run ``code`` under different hash seeds: one answer if nothing depends on the order of a set."""
    return {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("0", "1")
    }
