"""Ray Data: ``ds.map_batches(Cleaner, fn_constructor_kwargs={"cleaning": "web"}, concurrency=4)``.

It needs nothing of ``ray`` itself: a batch is a dictionary of arrays.
"""

from __future__ import annotations

from typing import Any

from shnorm import UnknownNameError
from shnorm.integrations import Cleaning, given, pipeline_of


class Cleaner:
    """A callable class: each actor builds what it needs once.  ``cleaning`` is the name of a preset, a pipeline or a step."""

    def __init__(self, cleaning: Cleaning = "web", *, column: str = "text", lang: str | None = None) -> None:
        self._pipeline = pipeline_of(cleaning)
        self._column, self._lang = column, lang

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        import numpy as np

        if self._column not in batch:
            raise UnknownNameError("column", self._column, batch)
        texts = list(self._pipeline.map(given(batch[self._column]), lang=self._lang))  # Ray makes NaN of nulls
        return {**batch, self._column: np.array(texts, dtype=object)}
