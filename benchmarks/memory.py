"""How much memory a large text needs: peak beyond the base, as a multiple of the input.

usage: python benchmarks/memory.py [--megabytes N]

Each measurement runs in a process of its own.  The base is the same process after cleaning a small text, so that dictionaries
and converters do not count.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

import corpora

CHILD = """
import resource, sys
sys.path.insert(0, sys.argv[1])
import corpora, shnorm
kind, function, size = sys.argv[2], sys.argv[3], int(sys.argv[4])
pages = corpora.seeds()
page = pages["003"] if "Chinese" in kind else pages["001"]
if kind.startswith("clean"):
    page = shnorm.clean(page)
call = {"clean": shnorm.clean, "run": shnorm.run, "words": lambda text: shnorm.words(text).offsets(), "sentences": shnorm.sentences}[function]
call(page)
text = "\\n".join(corpora.copies([page], size))
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
answer = call(text)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(base, peak, sys.getsizeof(text))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=8)
    options = parser.parse_args()
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes there, kibibytes elsewhere
    print(f"{'what':12} {'text':16} {'base MB':>8} {'peak MB':>8} {'x input':>8}")
    for function in ("clean", "run", "words", "sentences"):
        for kind in ("clean English", "clean Chinese", "dirty English", "dirty Chinese"):
            size = str(int(options.megabytes * 1e6))
            command = [sys.executable, "-c", CHILD, str(corpora.SEEDS.parent / "benchmarks"), kind, function, size]
            base, peak, held = map(int, subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
            more = (peak - base) * unit / held
            print(f"{function:12} {kind:16} {base * unit / 1e6:8.0f} {peak * unit / 1e6:8.0f} {more:8.1f}")


if __name__ == "__main__":
    main()
