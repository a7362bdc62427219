"""Vietnamese."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="vi",
    letters="ơưđạậ",
    hints="và của là các có cho không được trong với một những này người đã để khi đến như về",
    titles="TS ThS PGS GS BS KS TP Tp ông bà",
    numbered="số tr",
    abbreviations="v.v vv Co Inc Ltd",
    starters="và nhưng ông bà anh chị tôi họ nó đây đó khi nếu vì trong với các những một",
    guest="en",
    examples=(
        (
            "TS. Minh đã đến. ",
            "Ông ấy về rồi.",
        ),
    ),
)
