"""The page of figures, docs/reference/benchmarks.md, and its plots, made from ``results.json``; nobody types a figure.

usage: python benchmarks/page.py [--measure]

``--measure`` (``make bench``) first renews ``results.json``: it runs speed, memory, scaling, files and quality, one after another, in
about four minutes of an idle machine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import svg

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PAGE = HERE.parent / "docs" / "reference" / "benchmarks.md"
#: What is run, with sizes that keep the whole below five minutes.
RUNS = {
    "speed": ["--size", "150000", "--rounds", "3", "--gate"],
    "memory": ["--megabytes", "3"],
    "scaling": ["--largest", "400000", "--pages", "600"],
    "files": ["--megabytes", "4", "8", "--preset", "minimal", "web"],
    "quality": [],
}
LONG = ("clean English", "clean Simplified", "clean Traditional", "dirty English", "dirty Chinese")
INSIDE = "web, inside"


def measure() -> tuple[dict[str, Any], list[str]]:
    """Run everything; the figures by name, and what failed its gate."""
    found: dict[str, Any] = {}
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        for name, options in RUNS.items():
            print(f"\n== {name}", flush=True)
            path = Path(folder) / f"{name}.json"
            done = subprocess.run([sys.executable, str(HERE / f"{name}.py"), *options, "--json", str(path)])
            if not path.exists():
                raise SystemExit(f"benchmarks/{name}.py failed ({done.returncode}), see above")
            found[name] = json.loads(path.read_text(encoding="utf-8"))
            failed += [name] if done.returncode else []
    return found, failed


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; figures to the right."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, rule, *rows]) + "\n"


def figure(value: float) -> str:
    """Three digits that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def page(found: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """The page, and its plots by file name."""
    about, rows = found["speed"]["about"], found["speed"]["rows"]
    at = {(row["what"], row["corpus"]): row for row in rows}
    plots = {
        "benchmarks-speed.svg": svg.bars(
            "MB/s of one core",
            {
                kind: {
                    "shnorm, preset web": (row := at["web", kind])["MB/s"],
                    **{name: row["MB/s"] / ratio for name, ratio in row["ratios"].items()},
                }
                for kind in LONG
            },
            "MB/s",
        ),
        "benchmarks-steps.svg": svg.bars(
            "Where the time goes: microseconds for 1 kB, by step alone",
            {
                step: {kind: 1000 / at[step, kind]["MB/s"] for kind in ("clean English", "clean Simplified", "dirty English")}
                for step in steps(rows)
            },
            "us",
        ),
        "benchmarks-growth.svg": svg.lines(
            "CPU seconds as one text grows: the preset web",
            "kB",
            "s",
            {row["text"]: grown(row) for row in found["scaling"]["growth"]},
        ),
    }  # fmt: skip
    parts = [
        "# Benchmarks",
        "Made by `make bench` from `benchmarks/results.json`; nobody types a figure. What is measured, and on what, is told in "
        "[What is measured](../explanation/measurements.md).",
        f"Machine: {about['machine']}; {about['Python']}. "
        + ", ".join(f"{name} {version}" for name, version in about.items() if name not in ("machine", "Python"))
        + ".",
        "Texts are made from five pages: trust the ratios, which hold when the machine does not, rather than single figures.",
        "## Speed",
        "One process, CPU time. *By hand* is what is usually composed: ftfy, NFKC, four regexes, OpenCC, no language detection.",
        "![MB/s of the preset web, of ftfy and of a pipeline composed by hand](benchmarks-speed.svg)",
        "Presets in MB/s, in brackets times as fast as `ftfy.fix_text` alone:",
        table(
            ["", *LONG],
            [[f"`{name}`", *(beside(at[name, kind], "ftfy.fix_text") for kind in LONG)] for name in ("minimal", "repair", "web-keep-script", "web")]
            + [["`web`, times by hand", *(figure(at["web", kind]["ratios"]["by hand"]) for kind in LONG)]],
        ),
        "`run`, with its full account, costs so many times the plain call:",
        table(["", *LONG], [["`web.run`", *(figure(1 / at["web.run", kind]["ratios"]["web"]) for kind in LONG)]]),
        "Short texts of at most 100 characters, and the empty one, in microseconds each:",
        table(
            ["", "English", "Simplified", "empty"],
            [
                [f"`{name}`", *(figure(at[name, kind]["us"]) for kind in ("short clean English", "short clean Simplified", "empty"))]
                for name in ("web", "web.run")
            ],
        ),
        "Each step alone:",
        "![Microseconds for 1 kB by step](benchmarks-steps.svg)",
        table(["MB/s", *LONG], [[f"`{step}`", *(figure(at[step, kind]["MB/s"]) for kind in LONG)] for step in steps(rows)]),
        "Of the time of `web`, the part inside each step:",
        table(
            ["", *LONG],
            [[f"`{step}`", *(f"{1 / at[INSIDE, kind]['ratios'][step]:.1%}" for kind in LONG)] for step in steps(rows)],
        ),
        "Segmenters and judges beside a peer:",
        table(
            ["", "corpus", "MB/s", "times as fast as", ""],
            [
                [f"`{row['what']}`", row["corpus"], figure(row["MB/s"]), figure(ratio), peer]
                for row in rows
                if row["what"] in OTHERS or set(row["ratios"]) & {"opencc t2s"}
                for peer, ratio in row["ratios"].items()
            ],
        ),
        "## Growth",
        "![CPU seconds as one text grows](benchmarks-growth.svg)",
        "Twice the text costs (2 is linear; small texts also pay what does not grow):",
        table(
            ["", *(f"{size // 1000} kB" for size in found["scaling"]["growth"][0]["bytes"][1:])],
            [
                [row["text"], *(figure(b / max(a, 1e-6)) for a, b in zip(row["seconds"], row["seconds"][1:], strict=False))]
                for row in found["scaling"]["growth"]
            ],
        ),
        "`Pipeline.map` over pages, wall time:",
        table(
            ["jobs", "pages", "seconds", "times one"],
            [[str(row["jobs"]), str(row["pages"]), figure(row["seconds"]), figure(row["times"])] for row in found["scaling"]["processes"]],
        ),
        "## Memory",
        "Peak beyond the base while one text is worked on, as a multiple of what Python holds for it:",
        table(
            ["", *(kinds := list(dict.fromkeys(row["text"] for row in found["memory"])))],
            [
                [f"`{what}`", *(figure(next(r["times"] for r in found["memory"] if (r["what"], r["text"]) == (what, kind))) for kind in kinds)]
                for what in dict.fromkeys(row["what"] for row in found["memory"])
            ],
        ),
        "## Files",
        "`shnorm clean` over JSONL, end to end, beside the library calling the pipeline on the same texts:",
        table(
            ["preset", "file MB", "", "jobs", "MB/s", "CPU seconds", "peak MB"],
            [
                [
                    f"`{row['preset']}`",
                    figure(row["megabytes"]),
                    row["what"],
                    str(row["jobs"]),
                    figure(row["MB/s"]),
                    figure(row["cpu"]),
                    figure(row["peak"]) if "peak" in row else "",
                ]
                for row in found["files"]
            ],
        ),
        "## Quality",
        "On the project's own labelled sets (`tests/cases/gold`), which the rules were written with in sight: a guard against getting "
        "worse, by the floors in `benchmarks/floors.json`.",
        table(["", "score"], [[key, f"{value:.4f}"] for key, value in found["quality"].items()]),
    ]  # fmt: skip
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n", plots


OTHERS = ("words, offsets", "words, spans", "sentences", "detect", "detect_spans", "classify", "translation_score")


def steps(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The steps, in the order of the preset."""
    return list(dict.fromkeys(row["what"] for row in rows if row["what"][0].isupper()))


def grown(row: dict[str, Any]) -> list[tuple[float, float]]:
    """Points of a line: kB and seconds, which may not be nothing on a logarithmic axis."""
    return [(size / 1000, max(seconds, 1e-4)) for size, seconds in zip(row["bytes"], row["seconds"], strict=True)]


def beside(row: dict[str, Any], peer: str) -> str:
    return f"{figure(row['MB/s'])} ({figure(row['ratios'][peer])})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measure", action="store_true", help="renew results.json first")
    failed: list[str] = []
    if parser.parse_args().measure:
        found, failed = measure()
        RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    text, plots = page(json.loads(RESULTS.read_text(encoding="utf-8")))
    PAGE.write_text(text, encoding="utf-8")
    for name, plot in plots.items():
        (PAGE.parent / name).write_text(plot, encoding="utf-8")
    print(f"\n{PAGE}")
    for name in failed:
        print(f"! {name}: below a floor, see above")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
