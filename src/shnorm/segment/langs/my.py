"""Burmese."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="my",
    hints="",
    guest="en",
    examples=(
        (
            "သူလာသည်။ ",
            "ငါသွားမည်။",
        ),
    ),
)
