"""Hindi."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="hi",
    also=("sa", "ne"),
    letters="केा",
    hints="के में की है और का को से पर यह ने कि हैं एक भी लिए नहीं था इस",
    titles="डॉ श्री एम एस पी बी सी डी एफ एच जे के एल एन टी यू वी आर ए श्रीमती प्रो पं सु कु",
    numbered="सं",
    abbreviations="ई पू कि.मी",
    guest="en",
    examples=(
        (
            "वह घर गया। ",
            "क्या तुम आओगे? ",
            "हाँ।",
        ),
        ("डॉ. वर्मा आए हैं।",),
    ),
)
