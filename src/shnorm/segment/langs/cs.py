"""Czech."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="cs",
    letters="řěů",
    hints="a v na se je že to s z do o k za ve by pro jako po od jsou ale aby byl i jeho nebo která který při podle už tak",
    titles="p pí pan sl dr prof doc ing mgr bc judr mudr phdr rndr gen plk mjr kpt por sv Jr Sr",
    numbered="č čís s str odst písm § kap obr tab roč sv tel ul nám čl cca led úno bře dub kvě čvn čvc srp zář říj lis pro",
    measures="km cm mm kg mg g ml l h hod min sek mil mld tis Kč stol",
    openers="v ve od do po před za na kolem okolo",
    abbreviations="atd apod aj etc Co Inc Ltd a.s s.r.o spol ul tel r stol n.l př.n.l red vyd",
    inner="např tj tzn tzv mj popř resp cca srov viz i.e cf vs",
    starters="to ten ta ty ti on ona ono oni já my vy v ve na z ze do od po za pro o u při s k i a ale nebo však proto když "
    "jestliže kde kdo co jak proč kdy ne ano již je jsou byl byla bylo všechno každý jeho její jejich dnes včera "
    "zítra potom pak",
    ordinal_stop=True,
    examples=(
        (
            "Sraz je 5. května v 10 hod. ",
            "Nechoďte pozdě.",
        ),
        ("Dr. Novák má např. psa.",),
    ),
)
