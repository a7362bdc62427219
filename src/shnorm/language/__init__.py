"""Languages and Chinese orthographies: whole texts, lines, and runs inside a line."""

from __future__ import annotations

from shnorm.language.detect import Language, Part, detect, detect_lines
from shnorm.language.spans import detect_spans
from shnorm.language.sure import surely_chinese
from shnorm.language.variants import japanese_only, simplified_only, traditional_only, variant

__all__ = [
    "Language",
    "Part",
    "detect",
    "detect_lines",
    "detect_spans",
    "japanese_only",
    "simplified_only",
    "surely_chinese",
    "traditional_only",
    "variant",
]
