"""Burmese."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="my",
    hints="",
    examples=(
        ("သူလာသည်။ ", "ငါသွားမည်။",),
    ),
)
