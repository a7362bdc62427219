"""How the cost grows with the text, and what more processes bring.

usage: python benchmarks/scaling.py [--largest BYTES] [--pages N] [--jobs N ...] [--json FILE]

The first table doubles one text and tells the CPU time and its factor (2.0 is linear): pages, and hostile repeats.  The second runs
``Pipeline.map`` over many pages.
"""

from __future__ import annotations

import argparse
import itertools
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import corpora

import shnorm

#: One piece, repeated: what costs more than its share where something is not linear.
HOSTILE = {
    "blanks": " ",
    "quotes": "“",
    "brackets": "([{（【",
    "entities": "&amp;",
    "short lines": "ab\n",
    "combining": "e\u0301\u0301",
}


def growth(largest: int) -> list[dict[str, Any]]:
    """CPU seconds of the preset ``web`` on texts of doubling size, by kind."""
    web = shnorm.preset("web")
    sizes = [largest >> shift for shift in (4, 3, 2, 1, 0)]
    pages = corpora.seeds()
    out = []
    print(f"{'text':16} " + " ".join(f"{size // 1000:>11} kB" for size in sizes))
    for kind in ("English", "Chinese", *HOSTILE):
        times = []
        for size in sizes:
            piece = HOSTILE.get(kind)
            text = piece * (size // len(piece.encode())) if piece else "\n".join(corpora.copies([pages[PAGE[kind]]], size))
            web(text[:1000])
            times.append(min(cpu(web, text) for _ in range(2)))
        factors = [b / max(a, 1e-6) for a, b in itertools.pairwise(times)]
        print(f"{kind:16} " + " ".join(f"{t:7.3f} s x{f:4.1f}" for t, f in zip(times, [1.0, *factors], strict=True)), flush=True)
        out.append({"text": kind, "bytes": sizes, "seconds": times})
    return out


PAGE = {"English": "001", "Chinese": "003"}


def cpu(function: Any, text: str) -> float:
    start = time.process_time()
    function(text)
    return time.process_time() - start


def processes(pages: int, jobs: Sequence[int]) -> list[dict[str, Any]]:
    """Wall seconds of ``Pipeline.map`` over ``pages`` pages, by the number of processes."""
    web = shnorm.preset("web")
    texts = corpora.copies(list(corpora.seeds().values()), 10_000 * pages)[:pages]
    out = []
    for count in jobs:
        start = time.perf_counter()
        done = sum(1 for _ in web.map(texts, jobs=count, chunk=16))
        took = time.perf_counter() - start
        out.append({"jobs": count, "pages": done, "seconds": took, "times": (out[0]["seconds"] if out else took) / took})
        print(f"{done} pages, {count} jobs: {took:.2f} s, {out[-1]['times']:.2f} times one", flush=True)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=800_000)
    parser.add_argument("--pages", type=int, default=1500)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    found = {"growth": growth(options.largest), "processes": processes(options.pages, options.jobs)}
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
