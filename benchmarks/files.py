"""How fast ``shnorm clean`` is over a file of records, end to end, beside the library itself on the same records.

usage: python benchmarks/files.py [--megabytes N ...] [--preset NAME ...] [--jobs N ...] [--json FILE]

The file is JSONL in UTF-8: pages of all kinds of ``corpora``, digits redrawn in each, some with other fields.  MB/s are 10^6 bytes of
the file a second of wall time, start included.  ``cpu`` is what all processes of a run used, ``peak MB`` the largest of them: it has to
stay where it is as the file grows.  The library's row reads nothing: the texts are there, and one process calls the pipeline on each.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import corpora

KINDS = ("clean English", "clean Simplified", "clean Traditional", "dirty English", "dirty Chinese")

LIBRARY = """
import json, sys, time, shnorm
pipeline = shnorm.preset(sys.argv[2])
took = [0.0, 0.0]
for line in open(sys.argv[1], encoding="utf-8"):
    text = json.loads(line)["text"]
    start = time.perf_counter(), time.process_time()
    pipeline(text)
    took[0] += time.perf_counter() - start[0]
    took[1] += time.process_time() - start[1]
print(json.dumps({"wall": took[0], "cpu": took[1]}))
"""
COMMAND = """
import json, resource, sys, time
start = time.perf_counter()
from shnorm.cli import main
code = main(sys.argv[1:])
own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "wall": time.perf_counter() - start, "cpu": sum(u.ru_utime + u.ru_stime for u in (own, children)), "code": code,
    "peak": max(own.ru_maxrss, children.ru_maxrss) * (1 if sys.platform == "darwin" else 1024) / 1e6,
}))
"""


def write(path: Path, megabytes: float) -> None:
    """Make a file of about that size."""
    rng = random.Random(11)
    texts = [text for kind, found in corpora.corpora(400_000).items() if kind in KINDS for text in found]
    size = number = 0
    with path.open("wb") as file:
        while size < megabytes * 1e6:
            number += 1
            text = corpora.DIGIT.sub(lambda m: rng.choice("123456789"), rng.choice(texts))
            record = {"id": f"page-{number}", "url": f"https://example.org/{number}.html", "text": text, "score": rng.random()}
            size += file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")


def child(code: str, *argv: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-c", code, *argv], capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def measured(megabytes: float, preset: str, jobs: list[int], folder: Path) -> list[dict[str, Any]]:
    """The library's row, then one for each number of jobs."""
    path = folder / "pages.jsonl"
    # In a process of its own: Linux passes the peak of a process on to the programs that it starts.
    maker = multiprocessing.get_context("spawn").Process(target=write, args=(path, megabytes))
    maker.start()
    maker.join()
    size = path.stat().st_size
    out = [{"what": "library", "jobs": 1, **child(LIBRARY, str(path), preset)}]
    for count in jobs:
        command = ["clean", str(path), "-o", str(folder / "clean.jsonl"), "--preset", preset, "--jobs", str(count), "--quiet"]
        out.append({"what": "shnorm clean", "jobs": count, **child(COMMAND, *command)})
    for row in out:
        row |= {"preset": preset, "megabytes": size / 1e6, "MB/s": size / 1e6 / row["wall"]}
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, nargs="+", default=[10.0, 20.0])
    parser.add_argument("--preset", nargs="+", default=["minimal", "web"])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--json", help="write the figures to this file")
    options = parser.parse_args()
    rows = []
    print(f"{'preset':16} {'file MB':>8} {'what':14} {'jobs':>4} {'MB/s':>8} {'wall s':>8} {'cpu s':>8} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for preset in options.preset:
            for megabytes in options.megabytes:
                for row in measured(megabytes, preset, options.jobs, Path(folder)):
                    peak = f"{row['peak']:8.0f}" if "peak" in row else ""
                    print(
                        f"{preset:16} {row['megabytes']:8.1f} {row['what']:14} {row['jobs']:4} {row['MB/s']:8.2f} {row['wall']:8.2f} "
                        f"{row['cpu']:8.2f} {peak:>8}",
                        flush=True,
                    )
                    rows.append(row)
    if options.json:
        Path(options.json).write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
