"""Noise glued to good lines: at the end after the last sentence, in brackets, and at the beginning before the text."""

from __future__ import annotations

from collections.abc import Iterator

from shnorm.noise.page import Line, Page
from shnorm.noise.verdict import Verdict


def glued(line: Line, page: Page) -> Iterator[Verdict]:
    """Spans of ``line`` that are noise though the line is good."""
    return iter(())
