"""What users write, as a type checker sees it; never run.  ``mypy --strict`` and ``test_typing.py`` read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import shnorm
from shnorm import (
    Edit,
    FromFunction,
    Gate,
    NormalizeSpacing,
    Pipeline,
    Report,
    Result,
    Rule,
    RuleSet,
    StripNoise,
    Verdict,
)
from shnorm.normalizer import Composable, normalizer
from shnorm.stage import Stage


def texts() -> None:
    cleaned: str = shnorm.clean("text", "web", lang="en")
    result: Result = shnorm.run(cleaned)
    offsets: tuple[int, int] = result.alignment.to_original(0, 1)
    removed: Sequence[str] = [removal.category for removal in result.removals]
    reverted: str = result.revert("noise")
    verdicts: list[Verdict] = shnorm.classify(reverted)
    print(offsets, removed, verdicts)


def pipelines() -> None:
    pipeline: Pipeline = NormalizeSpacing() | StripNoise() | shnorm.preset("minimal")
    pipeline = (
        pipeline.without("noise.copyright").replace(NormalizeSpacing(disable=("spacing.blank-before-mark",))).protecting("a")
    )
    answers: Iterator[str | None] = pipeline.map(["a", None], jobs=2)
    again: Pipeline = Pipeline.from_json(pipeline.to_json())
    report: Report = Report.of(again.run(text) for text in answers if text is not None)
    print(report.table(), (FromFunction(function=str.strip) | again)("a"))


def segments() -> None:
    words: list[str] = shnorm.words("text").texts()
    starts: list[int] = [span.start for span in shnorm.sentences("text")]
    code: str = shnorm.detect("text").code
    value: float = shnorm.translation_score("text").value
    print(words, starts, code, value)


RULES = RuleSet(
    "acme.stops",
    [
        Rule(
            name="doubled",
            why="one too many",
            pattern=r"\. \.",
            new=".",
            hint=". .",
            gate=Gate(langs=frozenset({"en"})),
            examples=[("a. .", "a.")],
            keeps=["a."],
        )
    ],
)


@normalizer
class DropDoubles(Composable):
    """A step of a user."""

    name: ClassVar[str] = "DropDoubles"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        return (RULES.only(disable=self.disable),)


def steps() -> None:
    text: str = DropDoubles(disable=("acme.stops.doubled",))("a. .", lang="en")
    edit = Edit(0, 1, "", "acme.stops.doubled")
    print(text, edit.rule, (DropDoubles() | str.strip).run("a").explain())
