"""Slovak."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="sk",
    letters="ľĺŕô",
    hints="a v na sa je že to s z do o k za vo by pre ako po od sú ale aby bol i jeho alebo ktorá ktorý pri podľa už tak aj",
    titles="p pán dr prof doc ing mgr bc judr mudr phdr rndr gen plk mjr kpt por sv Jr Sr",
    numbered="č čís s str ods písm § kap obr tab roč zv tel ul nám čl cca jan feb mar apr jún júl aug sep okt nov dec",
    measures="km cm mm kg mg g ml l h hod min sek mil mld tis Sk stor",
    openers="v vo od do po pred za na okolo",
    abbreviations="atď apod a.s s.r.o s r o spol Co Inc Ltd ul tel stor n.l pr.n.l red vyd etc",
    inner="napr t.j tj tzn tzv príp resp cca porov pozri i.e cf vs",
    starters="to ten tá tí on ona ono oni ja my vy v vo na z zo do od po za pre o u pri s k i a ale alebo však preto keď ak "
    "kde kto čo ako prečo kedy nie áno už je sú bol bola bolo všetko každý jeho jej ich dnes včera zajtra potom",
    ordinal_stop=True,
    examples=(
        (
            "Pokus č. 3 bol 7. mája. ",
            "Vyšiel na 10. raz.",
        ),
        (
            "Pracuje v Alfa s. r. o. ",
            "Je tam dlho.",
        ),
    ),
)
