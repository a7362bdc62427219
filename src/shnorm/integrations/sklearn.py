"""scikit-learn: ``ShnormTransformer`` for a pipeline of estimators, and ``ShnormTokenizer`` for ``CountVectorizer``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from shnorm import words
from shnorm.integrations import Cleaning, given, needs, pipeline_of

with needs("sklearn"):
    import numpy as np
    from sklearn.base import BaseEstimator, TransformerMixin


class ShnormTransformer(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn is untyped for those without it
    """Cleans texts; learns nothing.  ``cleaning`` is the name of a preset, a pipeline or a step.

    ``transform`` takes any iterable of texts and gives an array of objects of the same length; what is missing becomes ``None``.
    """

    def __init__(self, cleaning: Cleaning = "web", *, lang: str | None = None, jobs: int = 1) -> None:
        self.cleaning = cleaning
        self.lang = lang
        self.jobs = jobs

    def fit(self, X: Any, y: Any = None) -> ShnormTransformer:
        """Does nothing."""
        return self

    def transform(self, X: Iterable[str | None]) -> Any:
        """The cleaned texts."""
        if isinstance(X, str):
            raise ValueError("transform() takes an iterable of texts, not one text; pass [text]")
        return np.array(list(pipeline_of(self.cleaning).map(given(X), self.jobs, lang=self.lang)), dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.no_validation = True
        tags.input_tags.string = True
        tags.input_tags.one_d_array = True
        tags.input_tags.two_d_array = False
        return tags


class ShnormTokenizer(BaseEstimator):  # type: ignore[misc]  # as above
    """Words without blanks: ``CountVectorizer(tokenizer=ShnormTokenizer(), token_pattern=None)``.  ``lang``: BCP 47 code if known."""

    def __init__(self, lang: str | None = None) -> None:
        self.lang = lang

    def __call__(self, text: str) -> list[str]:
        return [word for word in words(text, self.lang).texts() if any(ch.isalnum() for ch in word)]
