"""Renew the versions that ``.ci/run`` tests with: .ci/constraints/VERSION.txt for the Python that runs this.

usage: python3.12 tools/pin.py

Installs the checkout with its extra ``dev``, and what the wheel is built with, in an environment of its own, with the newest versions
that there are, and writes down what came.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: What .ci/run and the build need beside the extra.
ALSO = ("pip", "build", "hatchling")


def main() -> None:
    minor = f"{sys.version_info[0]}.{sys.version_info[1]}"
    target = ROOT / ".ci" / "constraints" / f"{minor}.txt"
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        pip = [str(Path(folder) / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", "--upgrade", *ALSO, f"{ROOT}[dev]"], check=True)
        frozen = subprocess.run([*pip, "freeze", "--all"], check=True, capture_output=True, text=True).stdout.splitlines()
    lines = sorted((line for line in frozen if "==" in line and not line.startswith(("shnorm", "setuptools"))), key=str.lower)
    target.parent.mkdir(exist_ok=True)
    head = f"# What .ci/run tests with on Python {minor}; made by tools/pin.py (make pins), not by hand.\n"
    target.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{target}: {len(lines)} versions")


if __name__ == "__main__":
    main()
