"""Finnish."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="fi",
    hints="ja on ei se että oli hän ovat joka mutta myös kun sen tai kuin ole sekä niin mukaan vuonna hänen jossa kanssa",
    titles="hra rva nti tri prof toht maist pastori St Jr Sr",
    numbered="nro n:o s sivu ks kpl luku kuva puh § klo",
    measures="km cm mm kg mg g ml l min sek milj mrd mk eKr jKr",
    openers="klo vuonna noin ennen jälkeen",
    abbreviations="jne ym yms ks Oy Oyj Inc Ltd mm esim tms n v",
    inner="esim mm ns eli vrt ts i.e cf vs so",
    starters="se ne hän he minä sinä me te tämä tuo nämä ja mutta tai vaan koska kun jos vaikka niin siis myös ei on oli mikä "
    "kuka missä milloin miksi miten kuinka nyt sitten tänään eilen",
    ordinal_stop=True,
    examples=(
        (
            "Tri Virtanen tuli 5. toukokuuta. ",
            "Hän viipyi viikon.",
        ),
        ("Ks. s. 8 liitteessä.",),
    ),
)
