"""Noise of web pages (navigation, bylines, spam, footers): judged by ``classify``, removed by ``StripNoise``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from shnorm.edits import Edit
from shnorm.gate import Context
from shnorm.noise.verdict import Verdict
from shnorm.normalizer import Composable, normalizer
from shnorm.stage import Stage

__all__ = ["NoiseModel", "StripNoise", "Verdict", "classify"]


def classify(text: str) -> list[Verdict]:
    """The noise in ``text``, in order."""
    return []


class NoiseModel:
    """Lines that repeat over the pages of a site."""

    @classmethod
    def fit(cls, pages: Iterable[str]) -> NoiseModel:
        return cls()


class _Stage:
    name = "noise"
    rules: tuple[object, ...] = ()

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        return ()


@normalizer
class StripNoise(Composable):
    """Remove noise lines and spans."""

    name: ClassVar[str] = "StripNoise"
    categories: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    max_share: float = 0.8
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        return (_Stage(),)
