"""How machine-translated a text looks, as a number with its reasons; it judges and changes nothing."""

from __future__ import annotations

from typing import NamedTuple


class Score(NamedTuple):
    """``value`` in 0..1 (0: nothing speaks for machine translation) and the ``reasons`` that made it, strongest first."""

    value: float
    reasons: tuple[str, ...]


def translation_score(text: str) -> Score:
    """How much ``text`` looks like English that a machine translated from Chinese."""
    return Score(0.0, ())
