"""How fast shnorm is, beside what a user would pick instead, in one run.

usage: python benchmarks/speed.py [--size BYTES] [--rounds N] [--only WORD] [--json FILE] [--gate] [--raise-floors]

MB/s are 10^6 bytes of UTF-8 input a second of CPU time in one process; short and empty texts in microseconds each.  Every round times
the function and then its peers, and the fastest of N rounds counts: what else a machine does only adds.  Each row tells how many times
as fast as its peer the function is: trust these ratios, the machine decides the rest.  ``web.run`` beside ``web`` is the price of the
account.  What is told as inside ``web`` is the part of its time that each step takes there.  ``--gate`` fails if a ratio is below its
floor in ``speed_floors.json``; floors only rise, to four fifths of what was measured.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple, cast

import corpora
import peers

import shnorm
from shnorm.edits import Edit
from shnorm.gate import Context
from shnorm.stage import Normalizer, Stage

Function = Callable[[str], object]

FLOORS = Path(__file__).parent / "speed_floors.json"
#: Share of a measured ratio that becomes its floor: the rest is for machines that are busy or of another kind.
MARGIN = 0.8
LONG = ("clean English", "clean Simplified", "clean Traditional", "dirty English", "dirty Chinese")
SHORT = ("short clean English", "short clean Simplified", "empty")


#: The rows that tell which part of the time of ``web`` is spent inside each step.
INSIDE = "web, inside"


class Row(NamedTuple):
    """A function, the corpora that it is measured on, and the peers that are timed beside it."""

    what: str
    function: Function
    kinds: Sequence[str]
    peers: Sequence[str]


def table() -> list[Row]:
    """Everything that is measured."""
    web, ftfy = shnorm.preset("web"), ("ftfy.fix_text",)
    return [
        Row("web", web, LONG, ("ftfy.fix_text", "by hand")),
        Row("web.run", web.run, LONG, ("web",)),
        Row("web", web, SHORT, ftfy),
        Row("web.run", web.run, SHORT, ("web",)),
        *(Row(name, shnorm.preset(name), LONG, ftfy) for name in ("minimal", "repair", "web-keep-script")),
        *(Row(step.name, shnorm.Pipeline([step]), LONG, ftfy) for step in web.steps),
        Row("SimplifyChinese", shnorm.Pipeline([shnorm.SimplifyChinese()]), LONG[1:3], ("opencc t2s",)),
        Row("words, offsets", lambda text: shnorm.words(text).offsets(), LONG[1:3], ("jieba.tokenize",)),
        Row("words, spans", lambda text: list(shnorm.words(text)), LONG[1:3], ("jieba.tokenize",)),
        Row("sentences", shnorm.sentences, LONG[:3], ftfy),
        Row("detect", shnorm.detect, LONG[:3], ftfy),
        Row("detect_spans", shnorm.detect_spans, LONG[:3], ftfy),
        Row("classify", shnorm.classify, LONG, ftfy),
        Row("translation_score", shnorm.translation_score, LONG[:1], ftfy),
    ]


def cpu(function: Function, texts: Sequence[str]) -> float:
    """CPU seconds for all ``texts``."""
    start = time.process_time()
    for text in texts:
        function(text)
    return time.process_time() - start


def measure(functions: Sequence[Function], samples: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """CPU seconds of each function on its sample: the fastest of ``rounds``, in each of which all of them take their turn."""
    for function, sample in zip(functions, samples, strict=True):
        for text in sample[:2]:
            function(text)
    took = [[cpu(function, sample) for function, sample in zip(functions, samples, strict=True)] for _ in range(rounds)]
    return [min(times) for times in zip(*took, strict=True)]


class Timed:
    """A step that tells how long its stages took."""

    def __init__(self, step: Normalizer) -> None:
        self.name, self._step = step.name, step
        self.spent = 0.0

    def stages(self) -> Sequence[Stage]:
        return [TimedStage(stage, self) for stage in self._step.stages()]


class TimedStage:
    """A stage that adds what it took to its step."""

    def __init__(self, stage: Stage, step: Timed) -> None:
        self.name, self._stage, self._step = stage.name, stage, step

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        start = time.perf_counter()
        found = self._stage.edits(text, context)
        self._step.spent += time.perf_counter() - start
        return found


def inside(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """How many times as long as the stages of each step the whole of ``web`` takes for ``texts``, each text in its fastest round."""
    steps = [Timed(step) for step in shnorm.preset("web").steps]
    timed = shnorm.Pipeline(cast("list[Normalizer]", steps))
    whole, parts = 0.0, [0.0] * len(steps)
    for text in texts:
        timed(text)
        best: tuple[float, list[float]] = (float("inf"), [])
        for _ in range(rounds):
            for step in steps:
                step.spent = 0.0
            start = time.perf_counter()
            timed(text)
            best = min(best, (time.perf_counter() - start, [step.spent for step in steps]))
        whole += best[0]
        parts = [sum(pair) for pair in zip(parts, best[1], strict=True)]
    return {step.name: whole / part for step, part in zip(steps, parts, strict=True)}


def size_of(texts: Sequence[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def measured(size: int, rounds: int, only: str = "") -> list[dict[str, Any]]:
    """A row for each function and corpus, printed as they come."""
    texts = corpora.corpora(size) | {"empty": [""] * 2000}
    known: dict[str, Function] = {**peers.PEERS, "web": shnorm.preset("web")}
    out = []
    print(f"{'what':20} {'corpus':24} {'MB/s':>8} {'us/text':>9}  times as fast as")
    for row in table():
        if only not in row.what:
            continue
        for kind in row.kinds:
            sample = texts[kind]
            # jieba is slow: a part of the corpus is enough for it.
            parts = [sample[: max(1, len(sample) // 8)] if peer.startswith("jieba") else sample for peer in row.peers]
            took, *others = measure([row.function, *(known[peer] for peer in row.peers)], [sample, *parts], rounds)
            whole = size_of(sample)
            found: dict[str, Any] = {
                "what": row.what,
                "corpus": kind,
                "MB/s": whole / took / 1e6,
                "us": took / len(sample) * 1e6,
                "ratios": {
                    peer: other / took * (whole / size_of(part) if whole else 1.0)
                    for peer, other, part in zip(row.peers, others, parts, strict=True)
                },
            }
            out.append(found)
            ratios = ", ".join(f"{peer} {ratio:.2f}" for peer, ratio in found["ratios"].items())
            print(f"{row.what:20} {kind:24} {found['MB/s']:8.2f} {found['us']:9.1f}  {ratios}", flush=True)
    for kind in LONG if only in INSIDE else ():
        # Each text in turn, since a step that runs after others finds nothing of its own in the processor's caches.
        shares = inside(texts[kind], 5 * rounds)
        out.append({"what": INSIDE, "corpus": kind, "ratios": shares})
        print(f"{INSIDE:20} {kind:24}  " + ", ".join(f"{name} {1 / share:.1%}" for name, share in shares.items()), flush=True)
    return out


def about() -> dict[str, str]:
    """What ran where: the kind of machine, Python, and the packages that were timed."""
    found = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "shnorm": shnorm.__version__,
    }
    return found | {name: version(name) for name in ("ftfy", "opencc", "jieba", "rjieba", "regex", "ahocorasick_rs")}


def ratios(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """The ratios that have floors: whole presets, conversion and words, each by what, corpus and peer."""
    named = ("web", "web.run", "minimal", "repair", "SimplifyChinese", "words, offsets")
    found = {
        f"{row['what']} on {row['corpus']} / {peer}": ratio
        for row in rows
        if row["what"] in named and row["corpus"] != "empty"
        for peer, ratio in row["ratios"].items()
    }
    return found | {
        f"web on {row['corpus']} / RepairTranslation inside": row["ratios"]["RepairTranslation"]
        for row in rows
        if row["what"] == INSIDE
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=400_000, help="bytes of each corpus")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="only rows whose name holds this word")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--gate", action="store_true", help="fail if a ratio is below its floor")
    parser.add_argument(
        "--raise-floors", action="store_true", help="raise the floors that the ratios now exceed; never lowers one"
    )
    options = parser.parse_args()
    rows = measured(options.size, options.rounds, options.only)
    if options.json:
        options.json.write_text(json.dumps({"about": about(), "rows": rows}, indent=1) + "\n", encoding="utf-8")
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    have = ratios(rows)
    low = [
        f"{key}: {have[key]:.2f} times, its floor is {floor:.2f}" for key, floor in floors.items() if have.get(key, floor) < floor
    ]
    for line in low:
        print("!", line)
    if options.raise_floors:
        floors |= {key: max(floors.get(key, 0.0), round(MARGIN * ratio, 2)) for key, ratio in have.items()}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if options.gate and low else 0


if __name__ == "__main__":
    sys.exit(main())
