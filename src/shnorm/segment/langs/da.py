"""Danish."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="da",
    letters="æø",
    hints="og det er en at til af på for med de den som der ikke et har var jeg vi han hun om fra men så kan skal blev også "
    "eller",
    titles="hr hrs fr frk dr prof skt St Ste Sct ing cand mag lic pastor Mr Mrs Ms Jr Sr JFK",
    numbered="nr nrs s p pp kap art fig bd bind stk § N° jan feb mar apr jun jul aug sep sept okt nov dec tlf ca kl",
    measures="km cm mm kg mg g ml l min sek mio mia pct kr f.Kr e.Kr a.m p.m",
    openers="kl i den om på fra til siden før efter ved at",
    abbreviations="co Co etc osv o.l o.lign mv m.v Inc Ltd Corp A/S ApS st adr afd alm bl.a maks min red tlf E.U U.S U.S.A",
    inner="f.eks feks dvs bl.a m.fl iflg jf jfr ang vedr pga i.e e.g cf vs ca inkl ekskl evt",
    starters="det den de han hun vi jeg du i en et der her som og men eller for så da når hvis fordi mens hvad hvem hvor "
    "hvorfor hvordan hvornår i på af til med fra om efter ved under ikke nu i dag sin hans hendes deres min vores "
    "alle mange the it they how she he",
    ordinal_stop=True,
    capitals="I",
    examples=(
        (
            "Hr. Jensen bor på 3. sal. ",
            "Det er højt oppe.",
        ),
        ("Mødet er d. 4. maj kl. 10.",),
    ),
)
