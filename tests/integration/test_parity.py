"""One test over all hosts: byte for byte what ``Pipeline.map`` gives.  A host that is not installed is skipped with that reason.

``.ci/run`` and ``make test`` install pandas, polars, datasets and scikit-learn; ``make test-hosts`` all of them.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from typing import Any

import pytest

import shnorm

Texts = list["str | None"]
CLEANING = "web"


def plain(texts: Texts) -> Texts:
    return list(shnorm.preset(CLEANING).map(iter(texts), jobs=2, chunk=2))


def pandas(texts: Texts) -> Texts:
    import pandas as pd

    import shnorm.integrations.pandas  # noqa: F401

    done = pd.Series(texts, dtype=object).shnorm.clean(CLEANING)
    return [None if pd.isna(text) else text for text in done]


def polars(texts: Texts) -> Texts:
    import polars as pl

    import shnorm.integrations.polars  # noqa: F401

    frame = pl.DataFrame({"text": texts})
    lazily = frame.lazy().select(pl.col("text").shnorm.clean(CLEANING))  # type: ignore[attr-defined]  # a registered namespace
    answers = [frame["text"].shnorm.clean(CLEANING), lazily.collect()["text"], lazily.collect(engine="streaming")["text"]]  # type: ignore[attr-defined]
    assert answers[0].to_list() == answers[1].to_list() == answers[2].to_list()
    return list(answers[0].to_list())


def datasets(texts: Texts) -> Texts:
    import datasets as hf

    from shnorm.integrations.datasets import cleaner

    hf.disable_progress_bars()
    made = hf.Dataset.from_dict({"text": texts}).map(cleaner(CLEANING), batched=True, batch_size=3)
    return list(made["text"])


def sklearn(texts: Texts) -> Texts:
    from sklearn.pipeline import make_pipeline

    from shnorm.integrations.sklearn import ShnormTransformer

    return list(make_pipeline(ShnormTransformer(CLEANING)).fit_transform(texts))


def spark(texts: Texts) -> Texts:
    from pyspark.sql import SparkSession

    from shnorm.integrations.spark import cleaner

    if shutil.which("java") is None:
        pytest.skip("Spark needs a Java runtime; none is on the path")
    os.environ["PYSPARK_PYTHON"] = sys.executable  # else the workers are whatever python3 is on the path
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = session.createDataFrame([(i, text) for i, text in enumerate(texts)], "id int, text string").repartition(3)
        rows = frame.withColumn("text", cleaner(CLEANING)("text")).collect()
    finally:
        session.stop()
    return [row.text for row in sorted(rows, key=lambda row: row.id)]


def ray(texts: Texts) -> Texts:
    import ray as ray_

    from shnorm.integrations.ray import Cleaner

    ray_.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        data = ray_.data.from_items([{"id": i, "text": text} for i, text in enumerate(texts)])
        rows = data.map_batches(Cleaner, fn_constructor_args=(CLEANING,), batch_size=4, concurrency=1).take_all()
    finally:
        ray_.shutdown()
    return [row["text"] for row in sorted(rows, key=lambda row: row["id"])]


def datatrove(texts: Texts) -> Texts:
    from datatrove.data import Document

    from shnorm.integrations.datatrove import ShnormCleaner

    documents = [Document(text=text, id=str(i)) for i, text in enumerate(texts) if text is not None]
    done = [document.text for document in ShnormCleaner(CLEANING).run(iter(documents))]
    return [*done, *(text for text in texts if text is None)]


def spacy(texts: Texts) -> Texts:
    import spacy as spacy_

    import shnorm.integrations.spacy  # noqa: F401

    nlp = spacy_.blank("en")
    nlp.add_pipe("shnorm", first=True, config={"cleaning": CLEANING})
    return [None if text is None else nlp(text).text for text in texts]


def duckdb(texts: Texts) -> Texts:
    import duckdb as duckdb_
    import pyarrow as pa

    def cleaned(column: Any) -> Any:  # DuckDB evaluates annotations where pyarrow, imported here, is no global name
        return pa.array(shnorm.preset(CLEANING).map(column.to_pylist()), pa.string())

    pages = pa.table({"id": list(range(len(texts))), "text": pa.array(texts, pa.string())})
    base = duckdb_.connect()
    try:
        base.register("pages", pages)
        base.create_function("clean", cleaned, ["VARCHAR"], "VARCHAR", type="arrow", null_handling="special")
        return [text for (text,) in base.execute("select clean(text) from pages order by id").fetchall()]
    finally:
        base.close()


def dask(texts: Texts) -> Texts:
    import dask.dataframe as dd
    import pandas as pd

    import shnorm.integrations.pandas  # noqa: F401

    def cleaned(frame: pd.DataFrame) -> pd.DataFrame:
        return frame.assign(text=frame["text"].shnorm.clean(CLEANING))

    pages = dd.from_pandas(pd.DataFrame({"text": texts}), npartitions=3)
    done = pages.map_partitions(cleaned, meta=pages._meta).compute(scheduler="sync")["text"]
    return [None if pd.isna(text) else text for text in done]


HOSTS: dict[str, tuple[Callable[[Texts], Texts], str]] = {
    "plain": (plain, "shnorm"),
    "pandas": (pandas, "pandas"),
    "polars": (polars, "polars"),
    "datasets": (datasets, "datasets"),
    "sklearn": (sklearn, "sklearn"),
    "spark": (spark, "pyspark"),
    "ray": (ray, "ray"),
    "datatrove": (datatrove, "datatrove"),
    "spacy": (spacy, "spacy"),
    "duckdb": (duckdb, "duckdb"),
    "dask": (dask, "dask.dataframe"),
}


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_gives_what_map_gives(host: str, texts: Texts, cleaned: Texts) -> None:
    function, module = HOSTS[host]
    pytest.importorskip(module, reason=f"{module} is not installed; make test-hosts installs it")
    answers: Any = function(texts)
    assert list(answers) == cleaned
