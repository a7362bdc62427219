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

if TYPE_CHECKING:  # "as": a type checker takes the name for public
    from shnorm.chinese.damage import RepairChinese as RepairChinese
    from shnorm.chinese.simplify import SimplifyChinese as SimplifyChinese
    from shnorm.chinese.traditional import ToTraditional as ToTraditional
    from shnorm.edits import Edit as Edit
    from shnorm.errors import ConfigError as ConfigError
    from shnorm.errors import InputTypeError as InputTypeError
    from shnorm.errors import MissingExtraError as MissingExtraError
    from shnorm.errors import NotSerializableError as NotSerializableError
    from shnorm.errors import RuleError as RuleError
    from shnorm.errors import ShnormError as ShnormError
    from shnorm.errors import UnknownNameError as UnknownNameError
    from shnorm.evidence import Score as Score
    from shnorm.evidence import translation_score as translation_score
    from shnorm.gate import Context as Context
    from shnorm.gate import Gate as Gate
    from shnorm.language import Language as Language
    from shnorm.language import detect as detect
    from shnorm.language import detect_lines as detect_lines
    from shnorm.language import detect_spans as detect_spans
    from shnorm.noise import NoiseModel as NoiseModel
    from shnorm.noise import StripNoise as StripNoise
    from shnorm.noise import Verdict as Verdict
    from shnorm.noise import classify as classify
    from shnorm.normalizer import FromFunction as FromFunction
    from shnorm.normalizer import When as When
    from shnorm.pipeline import Pipeline as Pipeline
    from shnorm.presets import clean as clean
    from shnorm.presets import preset as preset
    from shnorm.presets import run as run
    from shnorm.presets import warm as warm
    from shnorm.repair.encoding import FixEncoding as FixEncoding
    from shnorm.repair.markup import RepairMarkup as RepairMarkup
    from shnorm.repair.punctuation import NormalizePunctuation as NormalizePunctuation
    from shnorm.repair.spacing import NormalizeSpacing as NormalizeSpacing
    from shnorm.repair.unicode import NormalizeUnicode as NormalizeUnicode
    from shnorm.report import Report as Report
    from shnorm.result import Removal as Removal
    from shnorm.result import Result as Result
    from shnorm.result import Step as Step
    from shnorm.rules import Rule as Rule
    from shnorm.rules import RuleSet as RuleSet
    from shnorm.segment import Segmenter as Segmenter
    from shnorm.segment import paragraphs as paragraphs
    from shnorm.segment import sentences as sentences
    from shnorm.segment import words as words
    from shnorm.spans import Span as Span
    from shnorm.spans import Spans as Spans
    from shnorm.stage import Flag as Flag
    from shnorm.stage import Normalizer as Normalizer
    from shnorm.stage import Stage as Stage
    from shnorm.translation import RepairTranslation as RepairTranslation

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
    "shnorm.normalizer": ("FromFunction", "When"),
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
