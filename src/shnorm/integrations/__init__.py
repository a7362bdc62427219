"""shnorm in its hosts: one file each, over the public names; a file needs its host installed and nothing else does.

All of them give byte for byte what :meth:`shnorm.Pipeline.map` gives, and pass missing values through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from shnorm import MissingExtraError, Normalizer, Pipeline, preset

#: What every host takes: the name of a preset, a pipeline, or a step.
Cleaning = str | Pipeline | Normalizer


def pipeline_of(cleaning: Cleaning) -> Pipeline:
    """The pipeline that a host was given."""
    if isinstance(cleaning, str):
        return preset(cleaning)
    return cleaning if isinstance(cleaning, Pipeline) else Pipeline([cleaning])


def given(values: Iterable[Any]) -> Iterator[Any]:
    """``values``, ``None`` for what is missing: NaN differs from itself, and pandas.NA does not say."""
    for value in values:
        try:
            yield None if value is None or value != value else value
        except TypeError:
            yield None


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Around the imports of a host: what is missing there is named with the extra that brings it."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(error.name or extra, extra) from error
