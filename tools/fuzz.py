"""Hold the laws against many texts: random soup of damage, mutated seed pages and arbitrary code points, reproducible by number.

usage: python tools/fuzz.py [--texts N] [--seconds S] [--first N] [--jobs N] [--engine random|atheris]

Text number n is the same in every run, so a failure is repeated with ``--first n --texts 1``.  Each text goes through the checks of
``shnorm.testing`` for every preset and every segmenter.  ``atheris`` (to be installed) guides by coverage on the same checks.
Exit code 1 if a law was broken; the first ten failures are printed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import time
from pathlib import Path

import shnorm
from shnorm.presets import PRESETS
from shnorm.testing import FRAGMENTS, check_laws, check_spans

SEEDS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))]
LINES = [line for text in SEEDS for line in text.split("\n") if line]
PLANES = (
    (0x20, 0x7F),
    (0x80, 0x24F),
    (0x370, 0x6FF),
    (0x900, 0xE7F),
    (0x2000, 0x33FF),
    (0x3400, 0x9FFF),
    (0xA960, 0xFFFF),
    (0x10000, 0x10FFFF),
)


def make(number: int) -> str:
    """Text ``number``: soup, a mutated cutting of a seed page, or arbitrary code points."""
    rng = random.Random(number)
    kind = rng.random()
    if kind < 0.4:
        return "".join(rng.choice(FRAGMENTS) for _ in range(rng.randrange(1, 16)))
    if kind < 0.9:
        text = "\n".join(
            rng.choice(LINES)[:: 1 if rng.random() < 0.95 else -1][: rng.randrange(1, 200)] for _ in range(rng.randrange(1, 6))
        )
        for _ in range(rng.randrange(6)):
            at = rng.randrange(len(text) + 1)
            text = text[:at] + rng.choice(FRAGMENTS) + text[at + rng.choice((0, 0, 1, 5)) :]
        return text
    return "".join(chr(rng.randrange(*rng.choice(PLANES))) for _ in range(rng.randrange(1, 60)))


def check(text: str) -> None:
    """All laws on one text; raises on the first that is broken."""
    for name in PRESETS:
        check_laws(shnorm.preset(name), text)
    for segment in (shnorm.sentences, shnorm.words, shnorm.detect_spans):
        check_spans(segment(text), text)
    shnorm.classify(text)
    shnorm.detect(text)
    shnorm.translation_score(text)


def work(job: tuple[int, int, float]) -> tuple[int, list[tuple[int, str]]]:
    """Check texts ``first .. last`` until the deadline; the number checked and the failures."""
    first, last, deadline = job
    failures: list[tuple[int, str]] = []
    for number in range(first, last):
        if time.time() > deadline:
            return number - first, failures
        try:
            check(make(number))
        except Exception as error:  # every broken law is reported, whatever it raises
            failures.append((number, f"{type(error).__name__}: {error}"))
    return last - first, failures


def guided() -> None:
    """Endless coverage-guided run; atheris reads its own options."""
    import atheris

    def one(data: bytes) -> None:
        check(atheris.FuzzedDataProvider(data).ConsumeUnicode(400))

    atheris.Setup(sys.argv[:1], one)
    atheris.instrument_all()
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--engine", choices=("random", "atheris"), default="random")
    options = parser.parse_args()
    if options.engine == "atheris":
        guided()
    deadline = time.time() + options.seconds
    size = 500
    last = options.first + options.texts
    jobs = [(start, min(start + size, last), deadline) for start in range(options.first, last, size)]
    done = 0
    failures: list[tuple[int, str]] = []
    with multiprocessing.Pool(options.jobs) as pool:
        for count, bad in pool.imap_unordered(work, jobs):
            done += count
            failures += bad
    print(f"{done} texts, {len(failures)} failures")
    for number, what in sorted(failures)[:10]:
        print(f"\ntext {number}: {what[:1500]}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
