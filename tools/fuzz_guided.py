"""The checks of ``tools/fuzz.py`` on texts that atheris finds, guided by the coverage of the library's code.

usage: python tools/fuzz_guided.py [--seconds S] [--dir DIR]

Needs the extra ``fuzz`` (CPython on Linux or macOS); without it, says so and ends well.  DIR (build/fuzz) keeps the texts that reached
something new, the tally and the failures.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

try:
    import atheris
except ImportError:
    print("atheris is not installed, so nothing is guided by coverage: pip install 'shnorm[fuzz]' (CPython on Linux or macOS)")
    sys.exit(0)

with atheris.instrument_imports(include=["shnorm"]):
    import fuzz

    fuzz.cases()  # loads every step


def escaped(text: str) -> str:
    """``text`` as libFuzzer's dictionaries want it."""
    return "".join(f"\\x{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--dir", type=Path, default=fuzz.ROOT / "build" / "fuzz")
    options = parser.parse_args()
    diary = fuzz.Diary(options.dir)
    corpus = options.dir / "corpus"
    if not corpus.exists():
        corpus.mkdir()
        for number, text in enumerate(fuzz.cases()[::7]):
            (corpus / f"case{number}").write_bytes(
                (number * 97 % 65_536).to_bytes(2, "big") + text.encode("utf-8", "surrogatepass")[:300]
            )
    words = options.dir / "fragments.dict"
    words.write_text("".join(f'"{escaped(text)}"\n' for text in fuzz.FRAGMENTS), encoding="ascii")
    start = time.monotonic()
    done = 0

    def one(data: bytes) -> None:
        nonlocal done
        done += 1
        found = list(fuzz.failures(data[2:].decode("utf-8", "surrogateescape"), int.from_bytes(data[:2], "big")))
        over = time.monotonic() - start > options.seconds
        if found or over or done % 100 == 0:
            diary.add("atheris", done - diary.done, found)
        if over:  # libFuzzer itself leaves without giving control back
            diary.close("atheris", time.monotonic() - start)
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(1 if diary.broken else 0)

    atheris.Setup([sys.argv[0], "-timeout=120", "-verbosity=0", "-max_len=400", f"-dict={words}", str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
