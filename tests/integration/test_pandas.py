"""The pandas accessor keeps what is not text."""

from __future__ import annotations

import pytest

pd = pytest.importorskip("pandas", reason="pandas is not installed; pip install 'shnorm[pandas]'")

import shnorm  # noqa: E402
import shnorm.integrations.pandas  # noqa: E402


def column(**options: object) -> object:
    return pd.Series(["I agree .", None, "Fine."], index=["a", "b", "c"], name="body", **options)


def test_index_name_and_missing_values_are_kept() -> None:
    done = column().shnorm.clean(lang="en")
    assert list(done.index) == ["a", "b", "c"]
    assert done.name == "body"
    assert done["a"] == "I agree."
    assert pd.isna(done["b"])


@pytest.mark.parametrize("dtype", [object, "string", "category"])
def test_string_types_are_kept(dtype: object) -> None:
    done = column(dtype=dtype).shnorm.clean(lang="en")
    assert done.dtype == (object if dtype == "category" else dtype)
    assert done["a"] == "I agree."


def test_missing_values_stay_as_they_were() -> None:
    series = pd.Series(["I agree .", float("nan"), None, pd.NA], dtype=object)
    done = series.shnorm.clean(lang="en")
    assert isinstance(done[1], float)
    assert done[2] is None
    assert done[3] is pd.NA


def test_a_column_without_texts_has_no_accessor() -> None:
    with pytest.raises(AttributeError, match="needs texts; this series of int64 holds int"):
        _ = pd.Series([1, 2]).shnorm


def test_an_empty_column_stays_empty() -> None:
    assert list(pd.Series([], dtype=object).shnorm.clean()) == []


def test_explain_says_what_was_done() -> None:
    said = column().shnorm.explain(lang="en")
    assert said["a"].startswith("7-8  spacing.")
    assert pd.isna(said["b"])
    assert said["c"] == "nothing to do"


def test_run_gives_results_and_report_adds_them_up() -> None:
    results = column().shnorm.run(lang="en")
    assert isinstance(results["a"], shnorm.Result)
    assert column().shnorm.report(lang="en").edits == sum(sum(r.counts.values()) for r in results if r is not None)


def test_a_pipeline_can_stand_in_place_of_a_preset() -> None:
    from shnorm import FromFunction, Pipeline

    assert column().shnorm.clean(Pipeline([FromFunction(function=str.upper)]))["c"] == "FINE."


def test_a_step_can_stand_there_too() -> None:
    assert pd.Series(["I agree ."]).shnorm.clean(shnorm.NormalizeSpacing(), lang="en").tolist() == ["I agree."]


def test_what_is_no_text_is_named() -> None:
    with pytest.raises(AttributeError, match="this series of object holds float, int"):
        _ = pd.Series(["a", 3, 1.5], dtype=object).shnorm
