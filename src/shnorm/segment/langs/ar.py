"""Arabic."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="ar",
    letters="الي",
    hints="في من على إلى أن التي عن مع هذا الذي ما لا كان هذه بعد بين ذلك كما قد",
    titles="د أ م ص",
    heading_colon=True,
    guest="en",
    examples=(
        (
            "ذهب إلى البيت. ",
            "هل وصلت؟ ",
            "نعم.",
        ),
        (
            "سؤال وجواب: ",
            "متى يفتح المتحف؟ ",
            "يفتح صباحا.",
        ),
    ),
)
