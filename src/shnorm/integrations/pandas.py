"""``series.shnorm``: the accessor for pandas; ``import shnorm.integrations.pandas`` registers it.

Index, name and missing values are kept; so is a string type, while a categorical becomes ``object``.
"""

from __future__ import annotations

from collections.abc import Iterator

from shnorm import Report, Result
from shnorm.integrations import Cleaning, needs, pipeline_of

with needs("pandas"):
    import pandas as pd


@pd.api.extensions.register_series_accessor("shnorm")
class ShnormAccessor:
    """What shnorm does with a column of texts; ``cleaning`` is the name of a preset, a pipeline or a step."""

    def __init__(self, series: pd.Series) -> None:
        if not (pd.api.types.is_string_dtype(series.dropna()) or isinstance(series.dtype, pd.CategoricalDtype)):
            kinds = sorted({type(value).__name__ for value in series.dropna()} - {"str"})
            raise AttributeError(f"the accessor .shnorm needs texts; this series of {series.dtype} holds {', '.join(kinds)}")
        self._series = series

    def clean(self, cleaning: Cleaning = "web", *, lang: str | None = None, jobs: int = 1) -> pd.Series:
        """The cleaned texts."""
        return self._made(pipeline_of(cleaning).map(self._texts(), jobs, lang=lang))

    def run(self, cleaning: Cleaning = "web", *, lang: str | None = None) -> pd.Series:
        """The :class:`~shnorm.Result` of each text."""
        pipeline = pipeline_of(cleaning)
        results = [None if text is None else pipeline.run(text, lang=lang) for text in self._texts()]
        return pd.Series(results, index=self._series.index, name=self._series.name, dtype=object)

    def explain(self, cleaning: Cleaning = "web", *, lang: str | None = None) -> pd.Series:
        """What was done to each text and why, for people."""
        return self._made(None if result is None else result.explain() for result in self.run(cleaning, lang=lang))

    def report(self, cleaning: Cleaning = "web", *, lang: str | None = None) -> Report:
        """The accounts of all texts, added up."""
        results: Iterator[tuple[str, Result]] = (
            (str(name), result) for name, result in self.run(cleaning, lang=lang).items() if result is not None
        )
        return Report.of(results)

    def _texts(self) -> Iterator[str | None]:
        return (None if missing else text for text, missing in zip(self._series, self._series.isna(), strict=True))

    def _made(self, texts: Iterator[str | None]) -> pd.Series:
        series = self._series
        kept = [old if new is None else new for old, new in zip(series, texts, strict=True)]
        dtype = object if isinstance(series.dtype, pd.CategoricalDtype) else series.dtype
        return pd.Series(kept, index=series.index, name=series.name, dtype=dtype)
