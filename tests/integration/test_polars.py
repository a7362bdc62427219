"""The polars namespaces, for expressions and series."""

from __future__ import annotations

import pytest

pl = pytest.importorskip("polars", reason="polars is not installed; pip install 'shnorm[polars]'")

import shnorm.integrations.polars  # noqa: E402, F401


def test_an_expression_cleans_and_keeps_nulls() -> None:
    frame = pl.DataFrame({"text": ["I agree .", None]})
    done = frame.select(pl.col("text").shnorm.clean(lang="en"))
    assert done["text"].to_list() == ["I agree.", None]


def test_an_expression_works_within_groups() -> None:
    frame = pl.DataFrame({"key": [1, 1, 2], "text": ["I agree .", "A .", "B ."]})
    done = frame.group_by("key", maintain_order=True).agg(pl.col("text").shnorm.clean(lang="en"))
    assert done["text"].to_list() == [["I agree.", "A."], ["B."]]


def test_explain_says_what_was_done() -> None:
    said = pl.Series("text", ["I agree .", None]).shnorm.explain(lang="en")
    assert said[0].startswith("7-8  spacing.")
    assert said[1] is None
