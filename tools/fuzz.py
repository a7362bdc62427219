"""Hold the laws against many texts: soup of damage, crossed cases and examples, mutated pages, arbitrary code points.

usage: python tools/fuzz.py [--engine numbered|hypothesis] [--seconds S] [--texts N] [--first N] [--jobs N] [--dir DIR]

``numbered`` makes text number n from n alone, so a failure is repeated with ``--first n --texts 1``, and a run goes on where the last
one in DIR ended; ``hypothesis`` draws from the strategies of ``shnorm.testing``, shrinks, and replays first what failed before;
``tools/fuzz_guided.py`` is guided by coverage.  All use the same checks.  Each text meets one pipeline (a preset, or a step
alone) with every law that one text can test, and one segmenter or judge; which ones goes round, so that a text costs milliseconds.
DIR (build/fuzz) keeps ``tally.json`` (how many texts, by engine), ``failures.jsonl`` (each with the smallest text that still fails, and
the law), and Hypothesis's examples.  Exit code 1 if a law was broken.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import shnorm
from shnorm import registry
from shnorm.testing import FRAGMENTS, check_laws, check_spans, mutations, texts

ROOT = Path(__file__).parent.parent
STEPS = tuple(name for name in registry.BUILTIN if name != "When")
#: Pipelines in the order in which numbers meet them; ``web`` holds nearly all rules, steps alone are cheap and easy to read.
ROUND = ("web", "repair", *STEPS, "web", "web-keep-script", "web", "minimal")
#: Languages that a caller says a text is in: none mostly, and often a wrong one.
LANGS = (None, None, None, None, "en", None, "zh-Hans", None, "zh-Hant", None, "ja", None, "ru")
#: CPU seconds that 10,000 characters may take: a law of its own, wide enough for a busy machine.
SLOW = 10.0
#: Texts in a row that a worker is given.
BATCH = 400
#: Failures of one kind that are kept, each made small.
KEPT = 12
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


class Failure(NamedTuple):
    """A broken law: the number of the text, what it met, the kind of failure, the text, and the message."""

    number: int
    check: str
    kind: str
    text: str
    message: str


# -- texts ---------------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def pages() -> list[str]:
    return [path.read_bytes().decode() for path in sorted((ROOT / "seeds").glob("*.txt"))]


@lru_cache(maxsize=1)
def lines() -> list[str]:
    return [line for page in pages() for line in page.split("\n") if line]


@lru_cache(maxsize=1)
def cases() -> list[str]:
    """Every short text that the project's cases and the rules' examples and near misses hold."""
    found: set[str] = set()
    for path in sorted((ROOT / "tests" / "cases").rglob("*.jsonl")):
        for line in filter(None, path.read_text(encoding="utf-8").split("\n")):
            found.update(value for value in strings(json.loads(line)) if len(value) > 3)
    for name in STEPS:
        for stage in registry.find(name)().stages():
            for rule in getattr(stage, "rules", ()):
                found.update(before for before, _ in rule.examples)
                found.update(rule.keeps)
    return sorted(text for text in found if len(text) < 400)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key in ("input", "text", "lines", "sentences", "gold"):
            yield from strings(value.get(key))
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def make(number: int) -> str:
    """Text ``number``: short mostly, a page now and then."""
    rng = random.Random(number)
    kind = rng.random()
    if kind < 0.25:
        return "".join(rng.choices(FRAGMENTS, k=rng.randrange(1, 12)))
    if kind < 0.6:  # cases, whole or cut, one or two glued or set on lines
        parts = [cut(rng, rng.choice(cases()), 90) for _ in range(rng.choice((1, 1, 2, 3)))]
        return mutated(rng, rng.choice(("", " ", "\n", "\n\n", ", ", "。")).join(parts))
    if kind < 0.9:
        return mutated(rng, "\n".join(cut(rng, rng.choice(lines()), 80) for _ in range(rng.choice((1, 1, 2, 4)))))
    if kind < 0.99:
        return "".join(chr(rng.randrange(*rng.choice(PLANES))) for _ in range(rng.randrange(1, 40)))
    page = rng.choice(pages())
    start = rng.randrange(len(page))
    return mutated(rng, page[start : start + rng.randrange(200, 3000)] + "\n" + rng.choice(cases()))


def cut(rng: random.Random, text: str, most: int) -> str:
    start = rng.randrange(len(text)) if len(text) > most and rng.random() < 0.7 else 0
    return text[start : start + rng.randrange(8, most)]


def mutated(rng: random.Random, text: str) -> str:
    """Up to three pieces of damage: something put in, taken out, repeated, doubled or turned."""
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        at = rng.randrange(len(text) + 1)
        how = rng.randrange(6)
        if how < 2:
            text = text[:at] + rng.choice(FRAGMENTS) + text[at:]
        elif how == 2:
            text = text[:at] + text[at + rng.randrange(1, 6) :]
        elif how == 3:
            text = text[:at] + text[max(0, at - rng.randrange(1, 12)) : at] + text[at:]
        elif how == 4:
            text = text[:at] + rng.choice(" \n,.。，\"”'?()") + text[at:]
        else:
            text = text[at:] + rng.choice(("", " ", "\n")) + text[:at]
    return text


# -- checks --------------------------------------------------------------------------------------------------------------------

pipeline = lru_cache(maxsize=None)(
    lambda name: shnorm.Pipeline([registry.find(name)()]) if name in STEPS else shnorm.preset(name)  # a step alone, or a preset
)


def answers(text: str) -> None:
    """The judges answer within their bounds."""
    language = shnorm.detect(text)
    assert language.code, f"no language: {text!r}"
    assert 0.0 <= language.confidence <= 1.0, f"confidence of {language}: {text!r}"
    assert 0.0 <= shnorm.translation_score(text).value <= 1.0, f"score out of bounds: {text!r}"


def verdicts(text: str) -> None:
    end = 0
    for verdict in shnorm.classify(text):
        assert end <= verdict.start < verdict.end <= len(text), f"verdicts overlap or leave the text: {verdict}, {text!r}"
        assert verdict.category, f"no category: {verdict}, {text!r}"
        end = verdict.end


def check_pipeline(pipeline: shnorm.Pipeline, text: str, lang: str | None) -> None:
    """Every law, and an account that survives JSON."""
    result = check_laws(pipeline, text, lang=lang)
    if result.changed:
        json.loads(result.to_json())


JUDGES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("sentences", lambda text: check_spans(shnorm.sentences(text), text)),
    ("words", lambda text: check_spans(shnorm.words(text), text)),
    ("detect_spans", lambda text: check_spans(shnorm.detect_spans(text), text)),
    ("paragraphs", lambda text: check_spans(shnorm.paragraphs(text), text)),
    ("classify", verdicts),
    ("detect and translation_score", answers),
)


def checks(number: int) -> Iterator[tuple[str, Callable[[str], object]]]:
    """What text ``number`` meets."""
    name = ROUND[number % len(ROUND)]
    lang = LANGS[number % len(LANGS)]
    yield f"{name}, lang={lang}" if lang else name, lambda text: check_pipeline(pipeline(name), text, lang)
    yield JUDGES[number % len(JUDGES)]


def check(text: str, number: int) -> None:
    """Raise on the first law that is broken."""
    start = time.process_time()
    for _, one in checks(number):
        one(text)
    took = time.process_time() - start
    assert took < SLOW * max(1.0, len(text) / 10_000), f"{took:.1f} s of CPU for {len(text)} characters: {text!r}"


def kind_of(error: Exception) -> str:
    """What broke, without the text: errors of one kind are kept a few times only."""
    message = re.split(r"['\"\d]", str(error), maxsplit=1)[0].strip() if isinstance(error, AssertionError) else ""
    return f"{type(error).__name__} {message}".strip()


def failures(text: str, number: int) -> Iterator[Failure]:
    for name, one in checks(number):
        try:
            one(text)
        except Exception as error:  # every broken law is reported, whatever it raises
            yield Failure(number, name, kind_of(error), text, f"{type(error).__name__}: {error}")


def smallest(failure: Failure, seconds: float = 20.0) -> Failure:
    """The failure with as much of its text taken out as leaves a failure of the same kind."""
    deadline = time.process_time() + seconds
    best = failure
    size = max(1, len(failure.text) // 2)
    while size and time.process_time() < deadline:
        start, shrunk = 0, False
        while start < len(best.text) and time.process_time() < deadline:
            text = best.text[:start] + best.text[start + size :]
            same = [f for f in failures(text, failure.number) if (f.check, f.kind) == (failure.check, failure.kind)]
            if same:
                best, shrunk = same[0], True
            else:
                start += size
        size = size if shrunk and size == 1 else size // 2
    return best


# -- engines -------------------------------------------------------------------------------------------------------------------


def work(job: tuple[int, int, float]) -> tuple[int, list[Failure]]:
    """Check texts ``first .. last`` until the deadline; the number checked, and the failures."""
    first, last, deadline = job
    found: list[Failure] = []
    for number in range(first, last):
        if time.time() > deadline:
            return number - first, found
        text = make(number)
        try:
            check(text, number)
        except Exception as error:
            again = list(failures(text, number))
            found += again or [Failure(number, "cost", kind_of(error), text, f"{type(error).__name__}: {error}")]
    return last - first, found


def numbered(options: argparse.Namespace, diary: Diary) -> None:
    first = diary.next if options.first is None else options.first
    last = first + options.texts
    deadline = time.time() + options.seconds
    jobs = ((start, min(start + BATCH, last), deadline) for start in range(first, last, BATCH))
    if options.jobs == 1:
        for job in jobs:
            count, found = work(job)
            diary.add("numbered", count, found, job[0] + count)
            if count < job[1] - job[0]:
                return
        return
    with multiprocessing.get_context("spawn").Pool(options.jobs) as pool:
        while (group := [job for job, _ in zip(jobs, range(options.jobs * 4), strict=False)]) and time.time() < deadline:
            for (start, _, _), (count, found) in zip(group, pool.imap(work, group), strict=True):
                diary.add("numbered", count, found, start + count)


def drawn(options: argparse.Namespace, diary: Diary) -> None:
    """Rounds of Hypothesis until the time is over; its database of failing examples lies in DIR."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st
    from hypothesis.database import DirectoryBasedExampleDatabase

    deadline = time.time() + options.seconds
    database = DirectoryBasedExampleDatabase(options.dir / "examples")
    done = 0

    def one(text: str, number: int) -> None:
        nonlocal done
        done += 1
        check(text, number)

    number = diary.rounds
    while time.time() < deadline and done < options.texts:
        limits = settings(
            database=database, max_examples=300, deadline=None, suppress_health_check=list(HealthCheck),
            phases=[Phase.reuse, Phase.generate, Phase.target, Phase.shrink],
        )  # fmt: skip
        before = done
        law = given(text=st.one_of(texts(12), mutations(pages(), 300)), number=st.integers(0, 10**4))
        found: list[Failure] = []
        try:
            seed(number)(limits(law(one)))()
        except Exception as error:  # Hypothesis raises what its smallest text raised, or a group of such errors
            for inner in getattr(error, "exceptions", [error]):
                found.append(Failure(-1, "hypothesis", kind_of(inner), "", f"{type(inner).__name__}: {inner}"))
        number += 1
        diary.rounds = number
        diary.add("hypothesis", done - before, found)


class Diary:
    """What all runs in DIR have done and found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._tally = json.loads((folder / "tally.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            self._tally = {}
        self.rounds: int = self._tally.get("rounds", 0)
        self.done = self.broken = 0
        self._kinds: dict[str, int] = {}

    @property
    def next(self) -> int:
        return int(self._tally.get("next", 0))

    def add(self, engine: str, count: int, found: list[Failure], after: int | None = None) -> None:
        counts = self._tally.setdefault("texts", {})
        counts[engine] = counts.get(engine, 0) + count
        self._tally["failures"] = self._tally.get("failures", 0) + len(found)
        self._tally["rounds"] = self.rounds
        if after is not None:
            self._tally["next"] = max(self.next, after)
        self.done += count
        self.broken += len(found)
        for failure in found:
            key = f"{failure.check}: {failure.kind}"
            self._kinds[key] = self._kinds.get(key, 0) + 1
            if self._kinds[key] <= KEPT:
                small = smallest(failure) if failure.text else failure
                print(f"\n{engine} {key}, text {failure.number}\n{small.message[:1500]}", flush=True)
                with open(self.folder / "failures.jsonl", "a", encoding="utf-8") as file:
                    row = {**failure._asdict(), "smallest": small.text, "message": small.message, "version": shnorm.__version__}
                    file.write(json.dumps(row) + "\n")
        whole = self.folder / "tally.json.new"
        whole.write_text(json.dumps(self._tally, indent=1) + "\n", encoding="utf-8")
        whole.replace(self.folder / "tally.json")

    def close(self, engine: str, took: float) -> None:
        kinds = "".join(f"\n  {count:6} {kind}" for kind, count in sorted(self._kinds.items(), key=lambda item: -item[1]))
        print(f"{engine}: {self.done:,} texts in {took:,.0f} s, {self.broken} failures{kinds}")
        print(f"{self.folder}: {json.dumps(self._tally)}", flush=True)


ENGINES = {"numbered": numbered, "hypothesis": drawn}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=ENGINES, default="numbered")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--texts", type=int, default=10**12)
    parser.add_argument("--first", type=int, help="number of the first text (default: after the last one of the runs before)")
    parser.add_argument("--jobs", type=int, default=1, help="processes of the engine `numbered`")
    parser.add_argument("--dir", type=Path, default=ROOT / "build" / "fuzz")
    options = parser.parse_args()
    diary = Diary(options.dir)
    start = time.monotonic()
    ENGINES[options.engine](options, diary)
    diary.close(options.engine, time.monotonic() - start)
    return 1 if diary.broken else 0


if __name__ == "__main__":
    sys.exit(main())
