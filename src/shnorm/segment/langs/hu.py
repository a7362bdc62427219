"""Hungarian."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="hu",
    letters="őű",
    hints="a az és hogy nem is egy ez meg volt már csak de mint van még ki el ha azt",
    titles="dr prof ifj id özv gr br St",
    numbered="sz old o kb ld vö",
    measures="km cm mm kg g l p mp ft Ft évf",
    abbreviations="stb kft bt zrt nyrt Co Inc Ltd u ún u.a i.e",
    inner="pl ill kb vö ún azaz",
    starters="a az ez és de hogy ha mert nem egy mi ki hol mikor miért hogyan én te ő mi ti ők most ma tegnap aztán",
    ordinal_stop=True,
    examples=(
        (
            "Dr. Nagy 1990. május 3-án jött. ",
            "Aztán elment.",
        ),
        ("Pl. almát és körtét vett.",),
    ),
)
