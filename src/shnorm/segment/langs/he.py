"""Hebrew."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="he",
    letters="והי",
    hints="של את על הוא לא עם זה היא כי גם או אל כל היה בין אבל",
    titles='ד"ר פרופ גב מר',
    guest="en",
    examples=(
        (
            "הוא בא. ",
            "היא הלכה.",
        ),
    ),
)
