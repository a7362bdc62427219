"""How fast shnorm is, beside what a user would pick instead, in one run.

usage: python benchmarks/speed.py [--size BYTES] [--rounds N] [--only WORD] [--json FILE]

MB/s are 10^6 bytes of UTF-8 input a second of CPU time in one process, the median of N rounds; short texts in microseconds each.
Each row tells its ratio to its peer in the same run: trust the ratios, the machine decides the rest.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import time
from collections.abc import Callable
from importlib.metadata import version

import corpora
import peers

import shnorm

Function = Callable[[str], object]


def measure(function: Function, texts: list[str], rounds: int) -> float:
    """Median CPU seconds for all ``texts``."""
    for text in texts[:2]:
        function(text)
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            function(text)
        times.append(time.process_time() - start)
    return statistics.median(times)


def rows() -> list[tuple[str, Function, str, str]]:
    """(what, function, corpus, peer) of each measurement."""
    web, repair = shnorm.preset("web"), shnorm.preset("repair")
    six = shnorm.Pipeline(repair.steps[:-1])
    long = ("clean English", "clean Simplified", "clean Traditional", "dirty English", "dirty Chinese")
    table: list[tuple[str, Function, str, str]] = [("web", web, kind, "by hand") for kind in long]
    table += [("web", web, kind, "ftfy.fix_text") for kind in long]
    table += [("web.run", web.run, kind, "by hand") for kind in long]
    table += [(name, shnorm.preset(name), kind, "ftfy.fix_text") for name in ("minimal", "repair") for kind in long]
    table += [("six character steps", six, kind, "ftfy.fix_text") for kind in long[:3]]
    table += [(step.name, shnorm.Pipeline([step]), kind, "ftfy.fix_text") for step in web.steps for kind in long]
    table += [("SimplifyChinese", shnorm.SimplifyChinese(), kind, "opencc t2s") for kind in long[1:3]]
    table += [("words offsets", lambda text: shnorm.words(text).offsets(), kind, "jieba.tokenize") for kind in long[1:3]]
    table += [("words spans", lambda text: list(shnorm.words(text)), kind, "jieba.tokenize") for kind in long[1:3]]
    table += [("sentences", shnorm.sentences, kind, "ftfy.fix_text") for kind in long[:2]]
    table += [("detect", shnorm.detect, kind, "ftfy.fix_text") for kind in long[:3]]
    table += [("web", web, kind, "ftfy.fix_text") for kind in ("short clean English", "short clean Simplified")]
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=400_000, help="bytes of each corpus")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="only rows whose name holds this word")
    parser.add_argument("--json", help="write the figures to this file")
    options = parser.parse_args()
    texts = corpora.corpora(options.size)
    cache: dict[tuple[str, str], float] = {}
    out = []
    print(f"{'what':24} {'corpus':24} {'MB/s':>8} {'us/text':>9} {'ratio':>7}  peer")
    for what, function, kind, peer in rows():
        if options.only not in what:
            continue
        sample = texts[kind]
        size = sum(len(text.encode()) for text in sample)
        key = (peer, kind)
        if key not in cache:
            # jieba is slow: a part of the corpus is enough for it.
            part = sample[: max(1, len(sample) // 8)] if peer.startswith("jieba") else sample
            cache[key] = measure(peers.PEERS[peer], part, options.rounds) * size / sum(len(text.encode()) for text in part)
        took = measure(function, sample, options.rounds)
        row = {
            "what": what,
            "corpus": kind,
            "MB/s": size / took / 1e6,
            "us": took / len(sample) * 1e6,
            "ratio": cache[key] / took,
            "peer": peer,
        }
        out.append(row)
        print(f"{what:24} {kind:24} {row['MB/s']:8.2f} {row['us']:9.1f} {row['ratio']:7.2f}  {peer}")
    if options.json:
        about = {"python": platform.python_version(), "machine": platform.machine(), "shnorm": shnorm.__version__}
        about |= {name: version(name) for name in ("ftfy", "opencc", "jieba", "rjieba", "regex")}
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"about": about, "rows": out}, file, indent=1)


if __name__ == "__main__":
    main()
