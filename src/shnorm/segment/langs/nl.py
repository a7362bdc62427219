"""Dutch."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="nl",
    hints="de het een en van is dat in op te zijn met voor niet aan er om ook als bij maar hij naar door wordt nog werd uit "
    "zij deze of over dan ze heeft",
    titles="dhr mevr mw mej dr drs ir ing mr prof ds st Sr Jr gen kol kap lt",
    numbered="nr nrs blz p pp art fig hfst afb tab jrg dl vol ca § jan feb mrt apr jun jul aug sep sept okt nov dec tel",
    measures="km cm mm kg mg g ml l u min sec mln mld v.Chr n.Chr",
    openers="om in op van tot sinds voor na bij tegen rond",
    abbreviations="enz etc e.d e.a Co Inc Ltd Corp N.V B.V str aanw vnw resp incl excl max min afd gem prov jl a.s nl red",
    endings="str",
    inner="bijv bv d.w.z o.a m.b.t i.v.m t.a.v z.g zgn cf i.e vs nl m.a.w o.m",
    starters="de het een hij zij ze we wij ik je jij u dit dat deze die en maar of want dus als toen omdat terwijl hoewel in "
    "op met voor van naar bij door over na wie wat waar wanneer hoe waarom er hier daar ook niet nu dan vandaag "
    "gisteren morgen zijn haar hun ons alle veel",
    examples=(
        (
            "Dhr. De Vries komt om 9 u. ",
            "Hij blijft niet lang.",
        ),
        ("Zie blz. 14 voor meer.",),
    ),
)
