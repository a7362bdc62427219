"""How good shnorm is: every score on the project's own labelled sets and, with --data, on public gold.

usage: python benchmarks/quality.py [--data DIR] [--misses N] [--json FILE] [--raise-floors]

The project's own sets lie in tests/cases/gold.  DIR holds public sets as JSON lines (.jsonl or .jsonl.gz), which the project does
not ship because of their licences; docs/explanation/measurements.md says where each is to be had and how its rows look.

repair: exact = output among the acceptable ones, over damaged cases; harm = clean cases changed, over clean cases.
noise: precision, recall and F1 of removed lines; loss = characters of content lost, of all characters of content.
spans: exact, blanks folded.  seeds: checks that hold.  The floors in floors.json only rise; exit code 1 if a score is
below its own.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import html
import json
import math
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import shnorm

HERE = Path(__file__).parent
GOLD = HERE.parent / "tests" / "cases" / "gold"
SEEDS = HERE.parent / "seeds"
FLOORS = HERE / "floors.json"
Scores = dict[str, float]
Misses = list[tuple[Any, ...]]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of ``path`` or of its gzipped twin."""
    packed = path.with_name(path.name + ".gz")
    with gzip.open(packed, "rt", encoding="utf-8") if packed.exists() else path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


# -- the project's own sets ------------------------------------------------------------------------------------------


def repair(misses: Misses, fix: Callable[[str], str] | None = None) -> Scores:
    """``fix``, by default ``preset("repair")``, on damaged and clean cases."""
    fix = fix or shnorm.preset("repair")
    exact = damaged = harmed = clean = 0
    for row in rows(GOLD / "repair.jsonl"):
        out = fix(row["input"])
        good = out in row["gold"]
        if row["gold"] == [row["input"]]:
            clean, harmed = clean + 1, harmed + (not good)
        else:
            damaged, exact = damaged + 1, exact + good
        if not good:
            misses.append(("repair", row["id"], row["note"], row["input"], out, row["gold"][0]))
    return {"repair exact": share(exact, damaged), "repair harm": harmed / max(1, clean)}


def noise_lines(
    misses: Misses, name: str, strip: Callable[[str], str] | None = None, pages: Iterable[dict[str, Any]] | None = None
) -> Scores:
    """``strip``, by default ``StripNoise`` alone, on pages labelled line by line, by default all of the set called ``name``."""
    strip = strip or shnorm.Pipeline([shnorm.StripNoise()])
    true = false = missed = content = lost = touched = 0
    for row in rows(GOLD / f"{name}.jsonl") if pages is None else pages:
        lines = row["lines"]
        if "text" not in lines[0]:
            page = (SEEDS / row["id"]).read_text(encoding="utf-8")
            numbered = page.split("\n")
            lines = [{**line, "text": numbered[line["n"] - 1]} for line in lines]
        else:
            page = "\n".join(line["text"] for line in lines)
        lines = [line for line in lines if line["text"].strip()]
        out = strip(page)
        touched += out != page and all(line["label"] == "content" for line in lines)
        after = [line.strip() for line in out.split("\n") if line.strip()]
        copies = collections.Counter(after)
        whole = {line["text"].strip() for line in lines}
        cut = [line for line in after if line not in whole]
        # Of equal lines the content ones count as kept first, so it does not matter which copy was removed.
        for line in sorted(lines, key=lambda line: (line["label"] == "noise", bool(line.get("debatable")))):
            text = line["text"].strip()
            if copies[text]:
                copies[text] -= 1
                left = text
            else:  # a line that lost a glued span counts as kept, its lost characters as lost
                left = max((a for a in cut if a in text and len(a) > len(text) / 2), key=len, default="")
            if line.get("debatable"):
                continue
            if line["label"] == "noise":
                true, missed = true + (not left), missed + bool(left)
            else:
                false, content, lost = false + (not left), content + len(text), lost + len(text) - len(left)
            if (left == text) == (line["label"] == "noise"):
                misses.append((name, row["id"], line["label"], line["category"], text, left))
    precision, recall = share(true, true + false), share(true, true + missed)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name} F1": f1, f"{name} loss": lost / max(1, content), f"{name} clean pages touched": touched}


def noise_spans(misses: Misses) -> Scores:
    """``StripNoise`` alone on lines with noise glued to them."""
    strip = shnorm.Pipeline([shnorm.StripNoise()])
    exact = n = 0
    for row in rows(GOLD / "noise_spans.jsonl"):
        out = strip(row["input"])
        good = " ".join(out.split()) == " ".join(row["gold"].split())
        exact, n = exact + good, n + 1
        if not good:
            misses.append(("spans", row["id"], row["input"], out, row["gold"]))
    return {"noise spans exact": share(exact, n)}


def seeds(misses: Misses) -> Scores:
    """The five seed pages through ``clean``."""
    held = n = 0
    for row in rows(GOLD / "seeds.jsonl"):
        out = shnorm.clean((SEEDS / row["doc"]).read_text(encoding="utf-8"))
        checks = [(f"must hold {m}", any(a in out for a in m.split("|"))) for m in row["must"]]
        checks += [(f"must not hold {m}", m not in out) for m in row["must_not"]]
        checks += [(f"must hold once {m}", out.count(m) == 1) for m in row["once"]]
        checks += [(f"must hold at most once {m}", out.count(m) <= 1) for m in row.get("at_most_once", ())]
        held, n = held + sum(ok for _, ok in checks), n + len(checks)
        misses += [("seeds", row["doc"], what) for what, ok in checks if not ok]
    return {"seeds checks": share(held, n)}


OWN: tuple[Callable[[Misses], Scores], ...] = (
    repair,
    lambda misses: noise_lines(misses, "noise"),
    lambda misses: noise_lines(misses, "noise_seeds"),
    noise_spans,
    seeds,
)


def own(misses: Misses | None = None) -> Scores:
    """All scores on the project's own sets."""
    misses = misses if misses is not None else []
    return {key: value for score in OWN for key, value in score(misses).items()}


# -- public sets -----------------------------------------------------------------------------------------------------


def folded(text: str) -> str:
    return text.translate(str.maketrans("「」『』", "“”‘’"))


def conversion(data: Path, misses: Misses) -> Scores:
    """Sentences and entries converted exactly, corner quotes folded."""
    convert = shnorm.Pipeline([shnorm.SimplifyChinese()])
    by: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    for row in rows(data / "t2s.jsonl"):
        if row["source"].startswith("opencc_rev") or row["source"] in ("opencc_tw2sp", "cedict_variant"):
            continue
        out = convert(row["trad"])
        good = folded(out) == folded(row["simp"])
        by[row["source"]][0] += good
        by[row["source"]][1] += 1
        if not good:
            misses.append(("t2s", row["source"], row["trad"], out, row["simp"]))
    return {f"t2s {source}": share(*pair) for source, pair in sorted(by.items())}


def word_f1(data: Path, misses: Misses) -> Scores:
    """F1 over word spans, blanks dropped."""
    by: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    for row in rows(data / "words.jsonl"):
        text, position, gold = row["text"], 0, set()
        for word in row["words"]:
            start = text.find(word, position)
            if start >= 0:
                gold.add((start, start + len(word)))
                position = start + len(word)
        found = {(span.start, span.end) for span in shnorm.words(text) if span.text.strip()}
        tally = by[row["source"]]
        tally[0], tally[1], tally[2] = tally[0] + len(found & gold), tally[1] + len(found), tally[2] + len(gold)
    return {f"words F1 {source}": share(2 * t[0], t[1] + t[2]) for source, t in sorted(by.items())}


def sentence_exact(data: Path, misses: Misses) -> Scores:
    """Cases whose sentences are all right, blanks ignored."""
    by: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    for row in rows(data / "sents.jsonl"):
        if "cleaning" in row["source"] or (row["source"].startswith("ud_") and not row.get("decidable")):
            continue
        out = [re.sub(r"\s+", "", s) for s in shnorm.sentences(row["text"], row["lang"]).texts() if s.strip()]
        good = out == [re.sub(r"\s+", "", s) for s in row["sents"]]
        pair = by[f"{row['source']} {row['lang']}"]
        pair[0], pair[1] = pair[0] + good, pair[1] + 1
        if not good:
            misses.append(("sentences", row["source"], row["text"], out, row["sents"]))
    return {f"sentences {key}": share(*pair) for key, pair in sorted(by.items()) if pair[1] >= 5}


def languages(data: Path, misses: Misses) -> Scores:
    """Language right, by length in code points, over languages of the set that have a two-letter code."""
    by: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])

    def base(code: str) -> str:
        first = code.lower().split("-")[0]
        return "zh" if first in ("zh", "yue", "wuu", "lzh", "mixed") else first

    for row in rows(data / "langid.jsonl"):
        if len(base(row["lang"])) == 2 and row["source"] not in ("cantofilter", "whatlang_examples", "ud_mixed"):
            length = len(row["text"])
            pair = by["<20" if length < 20 else "20-60" if length <= 60 else ">60"]
            good = base(shnorm.detect(row["text"]).code) == base(row["lang"])
            pair[0], pair[1] = pair[0] + good, pair[1] + 1
    return {f"language {key}": share(*pair) for key, pair in sorted(by.items())}


def mojibake(data: Path, misses: Misses) -> Scores:
    """Garbled texts restored exactly, and changed but wrong."""
    fix = shnorm.Pipeline([shnorm.FixEncoding()])
    by: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    for row in rows(data / "mojibake.jsonl"):
        if row["gold"] is None:
            continue
        out = fix(row["input"])
        good = out in (row["gold"], row.get("gold_text"))
        tally = by[str(row.get("kind"))]
        tally[0], tally[1], tally[2] = tally[0] + good, tally[1] + 1, tally[2] + (not good and out != row["input"])
        if not good:
            misses.append(("mojibake", row["source"], row["input"], out, row["gold"]))
    return {f"mojibake {k} {what}": v / t[1] for k, t in sorted(by.items()) for what, v in (("exact", t[0]), ("wrong", t[2]))}


def harm(data: Path, misses: Misses) -> Scores:
    """Clean sentences changed beyond canonical equivalence; sentences that hold HTML entities are left out."""
    functions = {name: shnorm.preset(name) for name in ("minimal", "repair")}
    functions |= {step.__name__: shnorm.Pipeline([step()]) for step in (shnorm.RepairTranslation, shnorm.StripNoise)}
    scores = dict.fromkeys((f"harm {name}" for name in functions), 0.0)
    for row in rows(data / "noharm.jsonl"):
        text = row["text"]
        if html.unescape(text) != text:
            continue
        for name, function in functions.items():
            out = function(text)
            if unicodedata.normalize("NFC", out) != unicodedata.normalize("NFC", text):
                scores[f"harm {name}"] += 1
                misses.append(("harm", name, row["lang"], text, out))
    return scores


PUBLIC = {
    "t2s": conversion, "words": word_f1, "sents": sentence_exact, "langid": languages, "mojibake": mojibake, "noharm": harm,
}  # fmt: skip

#: Scores that have to stay small; all others have to stay large.
SMALL = ("harm", "loss", "touched", "wrong")


def below(scores: Scores, floors: Scores) -> list[str]:
    """What is worse than its floor, one sentence each."""
    out = []
    for key, floor in floors.items():
        small = any(word in key for word in SMALL)
        value = scores.get(key)
        if value is None or (value > floor + 1e-9 if small else value < floor - 1e-9):
            out.append(f"{key}: {value} is worse than its floor {floor}")
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with public sets")
    parser.add_argument("--misses", type=int, default=0, help="show up to N misses")
    parser.add_argument("--json", type=Path)
    parser.add_argument(
        "--raise-floors", action="store_true", help="raise the floors that the scores now exceed; never lowers one"
    )
    options = parser.parse_args()
    misses: Misses = []
    scores = own(misses)
    for name, score in PUBLIC.items():
        if options.data and any((options.data / f"{name}.jsonl{end}").exists() for end in ("", ".gz")):
            scores |= score(options.data, misses)
    for key, value in scores.items():
        print(f"{key:48} {value:.4f}")
    for miss in misses[: options.misses]:
        print(*map(repr, miss), sep="\n    ")
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    low = below(scores, {key: value for key, value in floors.items() if key in scores})
    for sentence in low:
        print("!", sentence)
    if options.raise_floors:
        mine = own()
        for key, value in mine.items():
            small = any(word in key for word in SMALL)
            old = floors.get(key)
            better = (math.ceil if small else math.floor)(value * 10_000) / 10_000  # never stricter than what was reached
            floors[key] = better if old is None else min(old, better) if small else max(old, better)
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
