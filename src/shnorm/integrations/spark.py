"""PySpark: ``frame.withColumn("clean", cleaner("web")("text"))``, a vectorised function over batches of a column.

The workers need shnorm and pyarrow installed; each builds what it needs once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from shnorm import Pipeline
from shnorm.integrations import Cleaning, needs, pipeline_of

with needs("spark"):
    import pandas as pd
    from pyspark.sql import Column
    from pyspark.sql.functions import pandas_udf


def cleaner(cleaning: Cleaning = "web", *, lang: str | None = None) -> Callable[[Any], Column]:
    """A column function; ``cleaning`` is the name of a preset, a pipeline or a step.  Nulls stay null."""
    pipeline: Pipeline = pipeline_of(cleaning)

    def shnorm_clean(batches: Iterator[pd.Series]) -> Iterator[pd.Series]:  # Spark reads these annotations
        for batch in batches:
            yield pd.Series(list(pipeline.map((None if pd.isna(text) else text for text in batch), lang=lang)), dtype=object)

    function: Callable[[Any], Column] = pandas_udf(shnorm_clean, "string")
    return function
