"""How the cost grows with the text, and what more processes bring.

usage: python benchmarks/scaling.py [--pages N]

The first table doubles one text and tells the factor in CPU time (2.0 is linear); the second runs ``Pipeline.map`` over many pages.
"""

from __future__ import annotations

import argparse
import time
from itertools import pairwise

import corpora

import shnorm


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1500)
    options = parser.parse_args()
    web = shnorm.preset("web")
    print(f"{'text':16} " + " ".join(f"{size:>8} kB" for size in (50, 100, 200, 400, 800)))
    for kind, name in (("English", "001"), ("Chinese", "003")):
        times = []
        for size in (50_000, 100_000, 200_000, 400_000, 800_000):
            text = "\n".join(corpora.copies([corpora.seeds()[name]], size))
            start = time.process_time()
            web(text)
            times.append(time.process_time() - start)
        factors = [1.0, *(b / a for a, b in pairwise(times))]
        print(f"{kind:16} " + " ".join(f"x{factor:10.2f}" for factor in factors))
    pages = corpora.copies(list(corpora.seeds().values()), 10_000 * options.pages)[: options.pages]
    single = 0.0
    for jobs in (1, 2, 4):
        start = time.perf_counter()
        done = sum(1 for _ in web.map(pages, jobs=jobs, chunk=16))
        took = time.perf_counter() - start
        single = single or took
        print(f"{done} pages, {jobs} jobs: {took:.2f} s, {single / took:.2f} times one")


if __name__ == "__main__":
    main()
