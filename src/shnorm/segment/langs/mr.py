"""Marathi."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="mr",
    hints="आहे आणि या ते व हा की होते होता तो ही आहेत केली नाही मी तर त्या",
    titles="डॉ श्री श्रीमती प्रा पं",
    guest="en",
    examples=(
        (
            "तो घरी गेला. ",
            "मी आलो.",
        ),
    ),
)
