"""Khmer."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="km",
    hints="",
    guest="en",
    examples=(
        (
            "គាត់មក។ ",
            "ខ្ញុំទៅ។",
        ),
    ),
)
