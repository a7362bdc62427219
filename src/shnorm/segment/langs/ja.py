"""Japanese."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="ja",
    hints="",
    guest="en",
    examples=(
        (
            "これは本です。",
            "あれは？",
            "「行こう。」と彼は言った。",
        ),
        ("３．５％増えた。",),
    ),
)
