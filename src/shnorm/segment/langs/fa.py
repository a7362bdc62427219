"""Persian."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="fa",
    letters="پچگی",
    hints="و در به از که این را با است برای آن یک خود تا بر بود می هم نیز",
    titles="دکتر",
    guest="en",
    examples=(
        (
            "او رفت. ",
            "کجایی؟ ",
            "اینجا هستم.",
        ),
    ),
)
