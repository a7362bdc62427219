"""Noise of web pages (navigation, bylines, spam, footers): judged by ``classify``, removed by ``StripNoise``.

The way of a page: :mod:`~shnorm.noise.screen` (can there be any), :mod:`~shnorm.noise.page` (lines, and what their cues say, by
:mod:`~shnorm.noise.lexicon` and :mod:`~shnorm.noise.units`), the rules of :mod:`~shnorm.noise.categories` in the order of
:mod:`~shnorm.noise.engine`, and :mod:`~shnorm.noise.glue` for noise inside good lines.
"""

from shnorm.noise.model import NoiseModel
from shnorm.noise.stage import classify
from shnorm.noise.verdict import Verdict

__all__ = ["NoiseModel", "Verdict", "classify"]
