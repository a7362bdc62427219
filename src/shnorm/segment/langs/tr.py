"""Turkish."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="tr",
    letters="ğış",
    hints="ve bir bu da de için ile olarak çok daha en gibi olan ama kadar sonra ne var o değil",
    titles="dr prof doç yrd av müh sn bay bn gen alb St",
    numbered="no nr s sf sy sok cad mah apt kat md bkz tel c",
    measures="km cm mm kg mg g ml l sa dk sn TL yy mm",
    abbreviations="vb vs vd A.Ş Ltd Şti Inc Co T.C M.Ö M.S yay çev ed",
    inner="örn bkz vs krş yani",
    starters="bu şu o bir ve ama fakat ancak çünkü eğer ne kim nerede neden nasıl ben sen biz siz onlar her çok daha sonra "
    "önce bugün dün yarın",
    ordinal_stop=True,
    examples=(
        (
            "Dr. Kaya geldi. ",
            "Sonra gitti.",
        ),
        ("Bkz. s. 12 ve 13.",),
    ),
)
