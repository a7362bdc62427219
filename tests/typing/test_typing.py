"""Users' code passes a strict type checker, and their mistakes do not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy", reason="mypy is not installed; make test installs it")
HERE = Path(__file__).parent


WRONG = """\
import shnorm
n: int = shnorm.clean('a')
shnorm.clean(b'a')
shnorm.StripNoise(nonsense=1)
"""


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, int]]:
    """File and line of each error in users' code that is right and in some that is wrong; one run, since the first is slow."""
    folder = tmp_path_factory.mktemp("typing")
    (folder / "wrong.py").write_text(WRONG)
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "wrong.py", str(HERE / "user_code.py")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    found = [line.split(":")[:2] for line in done.stdout.splitlines() if ": error:" in line]
    assert found, done.stdout + done.stderr
    return [(Path(name).name, int(number)) for name, number in found]


def test_users_code_type_checks(errors: list[tuple[str, int]]) -> None:
    assert [error for error in errors if error[0] != "wrong.py"] == []


def test_mistakes_are_found(errors: list[tuple[str, int]]) -> None:
    assert [number for name, number in errors if name == "wrong.py"] == [2, 3, 4]
