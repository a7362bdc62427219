"""shnorm: composable normalizers for web-crawled text that can account for every character they changed.

>>> import shnorm
>>> shnorm.clean("Wait , what ?", lang="en")
'Wait, what?'

Importing this package loads no engine and no dictionary; each public name is loaded when first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from shnorm.version import __version__

if TYPE_CHECKING:
    from shnorm.chinese.damage import RepairChinese
    from shnorm.chinese.simplify import SimplifyChinese
    from shnorm.chinese.traditional import ToTraditional
    from shnorm.edits import Edit
    from shnorm.errors import (
        ConfigError,
        InputTypeError,
        MissingExtraError,
        NotSerializableError,
        RuleError,
        ShnormError,
        UnknownNameError,
    )
    from shnorm.evidence import Score, translation_score
    from shnorm.gate import Context, Gate
    from shnorm.language import Language, detect, detect_lines, detect_spans
    from shnorm.noise import NoiseModel, StripNoise, Verdict, classify
    from shnorm.normalizer import FromFunction, When, normalizer
    from shnorm.pipeline import Pipeline
    from shnorm.presets import clean, preset, run, warm
    from shnorm.repair.encoding import FixEncoding
    from shnorm.repair.markup import RepairMarkup
    from shnorm.repair.punctuation import NormalizePunctuation
    from shnorm.repair.spacing import NormalizeSpacing
    from shnorm.repair.unicode import NormalizeUnicode
    from shnorm.report import Report
    from shnorm.result import Removal, Result, Step
    from shnorm.rules import Rule, RuleSet
    from shnorm.segment import Segmenter, paragraphs, sentences, words
    from shnorm.spans import Span, Spans
    from shnorm.stage import Flag, Normalizer, Stage
    from shnorm.translation import RepairTranslation

# Where each public name lives; read by __getattr__ when the name is first used.
_HOMES = {
    "shnorm.chinese.damage": ("RepairChinese",),
    "shnorm.chinese.simplify": ("SimplifyChinese",),
    "shnorm.chinese.traditional": ("ToTraditional",),
    "shnorm.edits": ("Edit",),
    "shnorm.errors": (
        "ConfigError", "InputTypeError", "MissingExtraError", "NotSerializableError", "RuleError", "ShnormError", "UnknownNameError",
    ),
    "shnorm.evidence": ("Score", "translation_score"),
    "shnorm.gate": ("Context", "Gate"),
    "shnorm.language": ("Language", "detect", "detect_lines", "detect_spans"),
    "shnorm.noise": ("NoiseModel", "StripNoise", "Verdict", "classify"),
    "shnorm.normalizer": ("FromFunction", "When", "normalizer"),
    "shnorm.pipeline": ("Pipeline",),
    "shnorm.presets": ("clean", "preset", "run", "warm"),
    "shnorm.repair.encoding": ("FixEncoding",),
    "shnorm.repair.markup": ("RepairMarkup",),
    "shnorm.repair.punctuation": ("NormalizePunctuation",),
    "shnorm.repair.spacing": ("NormalizeSpacing",),
    "shnorm.repair.unicode": ("NormalizeUnicode",),
    "shnorm.report": ("Report",),
    "shnorm.result": ("Removal", "Result", "Step"),
    "shnorm.rules": ("Rule", "RuleSet"),
    "shnorm.segment": ("Segmenter", "paragraphs", "sentences", "words"),
    "shnorm.spans": ("Span", "Spans"),
    "shnorm.stage": ("Flag", "Normalizer", "Stage"),
    "shnorm.translation": ("RepairTranslation",),
}  # fmt: skip
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOME)]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'shnorm' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
