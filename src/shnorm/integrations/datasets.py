"""Hugging Face datasets: ``ds.map(cleaner("web"), batched=True)``, with a fingerprint that its cache can trust.

It needs nothing of ``datasets`` itself: a batch is a dictionary of lists.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from shnorm import ConfigError, NotSerializableError, Pipeline, UnknownNameError
from shnorm.integrations import Cleaning, pipeline_of


@dataclasses.dataclass(frozen=True)
class Cleaner:
    """A function of a batch.  ``removals``: column that gets what was taken out of each text, with reasons, or ``None``.

    It pickles as its configuration and the pipeline's fingerprint: the same in every process, and another one as soon as a rule
    or an engine changes, so that a cached result is never stale.
    """

    pipeline: Pipeline
    column: str = "text"
    lang: str | None = None
    removals: str | None = None

    def __call__(self, batch: dict[str, list[Any]]) -> dict[str, list[Any]]:
        if self.column not in batch:
            raise UnknownNameError("column", self.column, batch)
        texts = batch[self.column]
        if isinstance(texts, str):
            raise ConfigError("cleaner() takes batches: Dataset.map(cleaner(...), batched=True)")
        if self.removals is None:
            return {self.column: list(self.pipeline.map(texts, lang=self.lang))}
        results = [None if text is None else self.pipeline.run(text, lang=self.lang) for text in texts]
        taken = [[] if result is None else [removal._asdict() for removal in result.removals] for result in results]
        return {self.column: [result and result.text for result in results], self.removals: taken}

    def __reduce__(self) -> tuple[Any, ...]:
        try:
            config: Any = self.pipeline.to_json()
        except NotSerializableError:
            config = self.pipeline
        return _made, (config, self.column, self.lang, self.removals, self.pipeline.fingerprint)


def cleaner(cleaning: Cleaning = "web", *, column: str = "text", lang: str | None = None, removals: str | None = None) -> Cleaner:
    """A function for ``Dataset.map(..., batched=True)``; ``cleaning`` is the name of a preset, a pipeline or a step."""
    return Cleaner(pipeline_of(cleaning), column, lang, removals)


def _made(config: Any, column: str, lang: str | None, removals: str | None, fingerprint: str) -> Cleaner:
    return Cleaner(Pipeline.from_json(config) if isinstance(config, str) else config, column, lang, removals)
