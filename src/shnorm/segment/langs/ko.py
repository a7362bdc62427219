"""Korean."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="ko",
    hints="그리고 그러나 있다 하는 것은 수 있는 대한",
    abbreviations="Co Inc Ltd etc",
    lower_starts=False,
    guest="en",
    examples=(
        (
            "집에 갔다. ",
            "밥을 먹었다.",
        ),
        (
            "정말요? ",
            "네!",
        ),
    ),
)
