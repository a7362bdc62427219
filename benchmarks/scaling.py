"""How the cost grows with the text, and what more processes bring.

usage: python benchmarks/scaling.py [--largest BYTES] [--pages N] [--jobs N ...] [--json FILE]
       python benchmarks/scaling.py --hostile CHARACTERS

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

#: One piece, repeated: what costs more than its share where something is not linear.  The first six are drawn.
HOSTILE = {
    "blanks": " ", "quotes": "“", "brackets": "([{（【", "entities": "&amp;", "short lines": "ab\n", "combining": "e\u0301\u0301",
    "one letter": "a", "one Han": "中", "blank and comma": " ,", "spaced stops": ". ", "straight quotes": '"', "digits": "7",
    "numbers": "1,", "zero width": "a\u200b", "half entities": "&#", "tags": "<b>", "short Han lines": "标题\n", "blank lines": "\n",
    "mojibake": "Ã©", "GBK mojibake": "鈥檚", "full width": "Ａ", "pinyin": "中(zhong)", "dates": "5 month 3 Japan ",
    "capitals": "a, The ", "arrows": "首页 > ", "spam": "靖安县| ", "surrogates": "\ud800", "mixed": "a中 , の", "answers": "? ",
}  # fmt: skip
DRAWN = tuple(HOSTILE)[:6]


def growth(largest: int) -> list[dict[str, Any]]:
    """CPU seconds of the preset ``web`` on texts of doubling size, by kind."""
    web = shnorm.preset("web")
    sizes = [largest >> shift for shift in (4, 3, 2, 1, 0)]
    pages = corpora.seeds()
    out = []
    print(f"{'text':16} " + " ".join(f"{size // 1000:>11} kB" for size in sizes))
    for kind in ("English", "Chinese", *DRAWN):
        times = []
        for size in sizes:
            piece = HOSTILE.get(kind)
            text = (
                piece * (size // len(piece.encode("utf-8", "surrogatepass")))
                if piece
                else "\n".join(corpora.copies([pages[PAGE[kind]]], size))
            )
            web(text[:1000])
            times.append(min(cpu(web, text) for _ in range(2)))
        factors = [b / max(a, 1e-6) for a, b in itertools.pairwise(times)]
        print(f"{kind:16} " + " ".join(f"{t:7.3f} s x{f:4.1f}" for t, f in zip(times, [1.0, *factors], strict=True)), flush=True)
        out.append({"text": kind, "bytes": sizes, "seconds": times})
    return out


def hostile(size: int) -> list[dict[str, Any]]:
    """What four times the hostile text costs, for each step and segmenter alone; printed where it is more than five times."""
    functions: dict[str, Any] = {step.name: shnorm.Pipeline([step]) for step in shnorm.preset("web").steps}
    functions |= {
        "classify": shnorm.classify,
        "sentences": shnorm.sentences,
        "words": shnorm.words,
        "detect_spans": shnorm.detect_spans,
    }
    out = []
    for name, function in functions.items():
        worst = ("", 0.0)
        for kind, piece in HOSTILE.items():
            small, large = piece * (size // len(piece)), piece * (4 * size // len(piece))
            function(small)
            for _ in range(3):  # a cost that grows faster shows each time
                before, after = cpu(function, small), cpu(function, large)
                factor = after / max(before, 0.005)  # below that, the clock is too coarse
                if factor <= 5:
                    break
            if factor > 5:
                print(
                    f"! {name} on {kind}: {before:.3f} s, then {after:.3f} s for four times as much: {factor:.1f} times",
                    flush=True,
                )
            worst = max(worst, (kind, factor), key=lambda pair: pair[1])
            out.append({"what": name, "text": kind, "factor": factor, "seconds": after})
        print(f"{name:22} at most {worst[1]:.1f} times, on {worst[0]}", flush=True)
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
    parser.add_argument(
        "--hostile", type=int, metavar="CHARACTERS", help="only this: each step on that many hostile ones, and on four times"
    )
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    if options.hostile:
        hostile(options.hostile)
        return
    found = {"growth": growth(options.largest), "processes": processes(options.pages, options.jobs)}
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
