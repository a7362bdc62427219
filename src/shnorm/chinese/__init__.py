"""Chinese text: Traditional and Simplified characters, and what machines did to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shnorm.chinese.choices import Ambiguity, ambiguities

__all__ = ["Ambiguity", "ambiguities"]


def __getattr__(name: str) -> object:
    # Loaded when asked: the converters are not needed by those who only repair.
    if name in __all__:
        from shnorm.chinese import choices

        value: object = getattr(choices, name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
