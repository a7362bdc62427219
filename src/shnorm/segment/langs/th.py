"""Thai."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="th",
    hints="",
    examples=(
        ("เขาไปบ้าน 3.5 กม.",),
    ),
)
