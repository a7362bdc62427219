"""Ray Data: ``ds.map_batches(Cleaner, fn_constructor_kwargs={"cleaning": "web"}, concurrency=4)``.

It needs nothing of ``ray`` itself: a batch is a dictionary of arrays.
"""

from __future__ import annotations

from typing import Any

from shnorm.integrations import Cleaning, pipeline_of


class Cleaner:
    """A callable class: each actor builds what it needs once.  ``cleaning`` is the name of a preset or a pipeline."""

    def __init__(self, cleaning: Cleaning = "web", *, column: str = "text", lang: str | None = None) -> None:
        self._pipeline = pipeline_of(cleaning)
        self._column, self._lang = column, lang

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        import numpy as np

        # Ray makes NaN of nulls.
        given = (None if text is None or text != text else text for text in batch[self._column])
        texts = list(self._pipeline.map(given, lang=self._lang))
        return {**batch, self._column: np.array(texts, dtype=object)}
