"""How much memory a large text needs: peak beyond the base, as a multiple of the input.

usage: python benchmarks/memory.py [--megabytes N] [--only WORD] [--json FILE]

Each measurement runs in a process of its own.  The base is the same process after cleaning a small text, so that dictionaries
and converters do not count; the input is what Python holds for the text (one, two or four bytes a character, by its widest one).
``run`` returns the account, which is kept; an edit costs about 200 bytes, so dirty text needs more there.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import corpora

#: Texts by kind: pages one after another, each on its many lines; or as one line, without any line end.
KINDS = ("clean English", "clean Chinese", "dirty English", "dirty Chinese", "one line of English", "one line of Chinese")
FUNCTIONS = ("clean", "run", "words", "sentences")

CHILD = """
import gc, json, resource, sys
sys.path.insert(0, sys.argv[1])
import corpora, shnorm
kind, function, size = sys.argv[2], sys.argv[3], int(sys.argv[4])
pages = corpora.seeds()
page = pages["003"] if "Chinese" in kind else pages["001"]
if not kind.startswith("dirty"):
    page = shnorm.clean(page)
call = {"clean": shnorm.clean, "run": shnorm.run, "words": shnorm.words, "sentences": shnorm.sentences}[function]
call(page)
text = "\\n".join(corpora.copies([page], size))
if kind.startswith("one line"):
    text = text.replace("\\n", "" if "Chinese" in kind else " ")
gc.collect()
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
answer = call(text)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes there, kibibytes elsewhere
print(json.dumps({"base": base * unit, "peak": peak * unit, "input": sys.getsizeof(text)}))
"""


def measured(megabytes: float, only: str = "") -> list[dict[str, Any]]:
    """A row for each function and kind of text, printed as they come."""
    out = []
    print(f"{'what':12} {'text':22} {'base MB':>8} {'peak MB':>8} {'x input':>8}")
    for function in FUNCTIONS:
        for kind in KINDS:
            if only not in f"{function} {kind}":
                continue
            size = str(int(megabytes * 1e6))
            command = [sys.executable, "-c", CHILD, str(Path(corpora.__file__).parent), kind, function, size]
            row = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            row |= {"what": function, "text": kind, "times": (row["peak"] - row["base"]) / row["input"]}
            out.append(row)
            print(f"{function:12} {kind:22} {row['base'] / 1e6:8.0f} {row['peak'] / 1e6:8.0f} {row['times']:8.1f}", flush=True)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=8)
    parser.add_argument("--only", default="", help="only rows whose name holds this word")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    rows = measured(options.megabytes, options.only)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
