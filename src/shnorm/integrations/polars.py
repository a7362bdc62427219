"""``pl.col("text").shnorm`` and ``series.shnorm``: namespaces for polars, eager, lazy and streaming.

``import shnorm.integrations.polars`` registers them.
"""

from __future__ import annotations

from functools import partial

from shnorm import Pipeline
from shnorm.integrations import Cleaning, needs, pipeline_of

with needs("polars"):
    import polars as pl


@pl.api.register_expr_namespace("shnorm")
class ShnormExpr:
    """What shnorm does with a column of texts; ``cleaning`` is the name of a preset, a pipeline or a step."""

    def __init__(self, expr: pl.Expr) -> None:
        self._expr = expr

    def clean(self, cleaning: Cleaning = "web", *, lang: str | None = None) -> pl.Expr:
        """The cleaned texts."""
        function = partial(_clean, pipeline=pipeline_of(cleaning), lang=lang)
        return self._expr.map_batches(function, return_dtype=pl.String, is_elementwise=True)

    def explain(self, cleaning: Cleaning = "web", *, lang: str | None = None) -> pl.Expr:
        """What was done to each text and why, for people."""
        function = partial(_explain, pipeline=pipeline_of(cleaning), lang=lang)
        return self._expr.map_batches(function, return_dtype=pl.String, is_elementwise=True)


@pl.api.register_series_namespace("shnorm")
class ShnormSeries:
    """The same for a series."""

    def __init__(self, series: pl.Series) -> None:
        self._series = series

    def clean(self, cleaning: Cleaning = "web", *, lang: str | None = None) -> pl.Series:
        """The cleaned texts."""
        return _clean(self._series, pipeline_of(cleaning), lang)

    def explain(self, cleaning: Cleaning = "web", *, lang: str | None = None) -> pl.Series:
        """What was done to each text and why, for people."""
        return _explain(self._series, pipeline_of(cleaning), lang)


def _clean(series: pl.Series, pipeline: Pipeline, lang: str | None) -> pl.Series:
    return pl.Series(series.name, list(pipeline.map(series.to_list(), lang=lang)), dtype=pl.String)


def _explain(series: pl.Series, pipeline: Pipeline, lang: str | None) -> pl.Series:
    said = [None if text is None else pipeline.run(text, lang=lang).explain() for text in series.to_list()]
    return pl.Series(series.name, said, dtype=pl.String)
