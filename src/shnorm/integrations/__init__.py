"""shnorm in its hosts: one file each, over the public names; a file needs its host installed and nothing else does.

All of them give byte for byte what :meth:`shnorm.Pipeline.map` gives, and pass missing values through.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from shnorm import MissingExtraError, Pipeline, preset

#: What every host takes: the name of a preset, or a pipeline.
Cleaning = str | Pipeline


def pipeline_of(cleaning: Cleaning) -> Pipeline:
    """The pipeline that a host was given."""
    return preset(cleaning) if isinstance(cleaning, str) else cleaning


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Around the imports of a host: what is missing there is named with the extra that brings it."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(error.name or extra, extra) from error
