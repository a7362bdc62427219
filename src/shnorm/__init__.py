"""shnorm: composable normalizers for web-crawled text that can account for every character they changed.

>>> import shnorm
>>> shnorm.clean("Wait , what ?", lang="en")
'Wait, what?'

Importing this package loads no engine, no dictionary and no rule: the steps load what they know when they first run, and the judges
and segmenters (``classify``, ``detect``, ``sentences``, ``words``, ...) are loaded when first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

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
from shnorm.gate import Context, Gate
from shnorm.normalizer import FromFunction, When
from shnorm.pipeline import Pipeline
from shnorm.presets import clean, preset, run, warm
from shnorm.result import Removal, Result, Step
from shnorm.rules import Rule, RuleSet
from shnorm.spans import Span, Spans
from shnorm.stage import Flag, Normalizer, Stage
from shnorm.steps import (
    FixEncoding,
    NormalizePunctuation,
    NormalizeSpacing,
    NormalizeUnicode,
    RepairChinese,
    RepairMarkup,
    RepairTranslation,
    SimplifyChinese,
    StripNoise,
    ToTraditional,
)
from shnorm.version import __version__

if TYPE_CHECKING:
    from shnorm.evidence import Score, translation_score
    from shnorm.language import Language, detect, detect_lines, detect_spans
    from shnorm.noise import NoiseModel, Verdict, classify
    from shnorm.report import Report
    from shnorm.segment import Segmenter, paragraphs, sentences, words

# Where the public names live that are loaded when first used.
_LATER = {
    "Language": "language", "NoiseModel": "noise", "Report": "report", "Score": "evidence", "Segmenter": "segment", "Verdict": "noise",
    "classify": "noise", "detect": "language", "detect_lines": "language", "detect_spans": "language", "paragraphs": "segment",
    "sentences": "segment", "translation_score": "evidence", "words": "segment",
}  # fmt: skip

__all__ = [
    "ConfigError",
    "Context",
    "Edit",
    "FixEncoding",
    "Flag",
    "FromFunction",
    "Gate",
    "InputTypeError",
    "Language",
    "MissingExtraError",
    "NoiseModel",
    "NormalizePunctuation",
    "NormalizeSpacing",
    "NormalizeUnicode",
    "Normalizer",
    "NotSerializableError",
    "Pipeline",
    "Removal",
    "RepairChinese",
    "RepairMarkup",
    "RepairTranslation",
    "Report",
    "Result",
    "Rule",
    "RuleError",
    "RuleSet",
    "Score",
    "Segmenter",
    "ShnormError",
    "SimplifyChinese",
    "Span",
    "Spans",
    "Stage",
    "Step",
    "StripNoise",
    "ToTraditional",
    "UnknownNameError",
    "Verdict",
    "When",
    "__version__",
    "classify",
    "clean",
    "detect",
    "detect_lines",
    "detect_spans",
    "paragraphs",
    "preset",
    "run",
    "sentences",
    "translation_score",
    "warm",
    "words",
]


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module 'shnorm' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"shnorm.{_LATER[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
