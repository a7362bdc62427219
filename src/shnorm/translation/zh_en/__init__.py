"""English that a machine translated from Chinese: one file for each family of defects."""

from __future__ import annotations

from shnorm.translation.family import Family, members
from shnorm.translation.zh_en import apostrophes, casing, dates, duplicates, fragments, han, headlines, numbers, particles, words
from shnorm.translation.zh_en.screen import suspects

FILES = (headlines, han, dates, numbers, apostrophes, words, duplicates, particles, fragments, casing)

FAMILIES = (
    Family(
        "translation",
        [rule for file in FILES for rule in members(file.NAME, file.RULES)],
        triggers={file.NAME: file.trigger for file in FILES if hasattr(file, "trigger")},
        watchers=[file.flags for file in FILES if hasattr(file, "flags")],
        screen=suspects,
    ),
)
