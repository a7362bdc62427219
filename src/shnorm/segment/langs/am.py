"""Amharic."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="am",
    letters="ነው።",
    hints="ነው እና ላይ ውስጥ ነበር ይህ ወደ ግን",
    abbreviations="ዓ.ም ዓ.ዓ",
    guest="en",
    examples=(
        (
            "ደህና ነህ፧ ",
            "አዎ ነኝ።",
        ),
    ),
)
