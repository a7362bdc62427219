"""Thai."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="th",
    hints="",
    guest="en",
    examples=(("เขาไปบ้าน 3.5 กม.",),),
)
