"""``Verdict``: what is noise in a text, why, and how sure that is."""

from __future__ import annotations

from typing import NamedTuple


class Verdict(NamedTuple):
    """``text[start:end]`` is noise: its category, the dotted name of the rule that says so, the reason, and a confidence in 0..1.

    ``start, end``: half-open, in code points of the text that was judged.  A whole line is given without its line end.
    """

    start: int
    end: int
    category: str
    rule: str
    why: str
    confidence: float
