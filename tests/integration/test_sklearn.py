"""The transformer and the tokenizer for scikit-learn."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn", reason="scikit-learn is not installed; pip install 'shnorm[sklearn]'")

from sklearn.base import clone
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks

from shnorm.integrations.sklearn import ShnormTokenizer, ShnormTransformer

#: The checks of scikit-learn that apply to an estimator of texts that learns nothing; the others feed it numbers.
CHECKS = (
    "check_estimator_cloneable",
    "check_estimator_get_tags_default_keys",
    "check_estimator_repr",
    "check_estimator_tags_renamed",
    "check_get_params_invariance",
    "check_no_attributes_set_in_init",
    "check_parameters_default_constructible",
    "check_set_params",
    "check_valid_tag_types",
)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("estimator", [ShnormTransformer(), ShnormTokenizer()], ids=lambda e: type(e).__name__)
def test_it_passes_the_checks_that_apply(check: str, estimator: object) -> None:
    function = getattr(estimator_checks, check, None)
    if function is None:
        pytest.skip(f"this version of scikit-learn has no {check}")
    function(type(estimator).__name__, clone(estimator))


def test_it_cleans_without_having_been_fitted() -> None:
    assert list(ShnormTransformer(lang="en").transform(["I agree ."])) == ["I agree."]


def test_one_text_in_place_of_many_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"pass \[text\]"):
        ShnormTransformer().transform("I agree .")


def test_the_tokenizer_feeds_a_vectorizer() -> None:
    model = make_pipeline(ShnormTransformer(), CountVectorizer(tokenizer=ShnormTokenizer(), token_pattern=None))
    assert model.fit_transform(["我爱北京天安门。", "北京，北京！"]).sum() > 3
    assert "北京" in model[-1].vocabulary_


def test_missing_values_become_none() -> None:
    assert ShnormTransformer("minimal").transform([float("nan"), None, "a"]).tolist() == [None, None, "a"]
