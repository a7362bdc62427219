"""The first look at a text: can there be any noise in it at all?  Clean text must cost next to nothing."""

from __future__ import annotations


def suspicious(text: str) -> bool:
    """Whether ``text`` has to be looked at line by line."""
    return True
