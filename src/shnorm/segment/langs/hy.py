"""Armenian."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="hy",
    letters="աեն",
    hints="և է որ են մի համար ու էր նա այս իր ես չի հետ կամ",
    stops=":",
    abbreviations="թ դ հ",
    examples=(
        (
            "Նա եկավ: ",
            "Մենք գնացինք:",
        ),
        (
            "Բարև ձեզ։ ",
            "Ինչպե՞ս եք:",
        ),
    ),
)
