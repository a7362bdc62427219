"""Norwegian."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="no",
    also=("nb", "nn"),
    hints="og det er en at til av på for med de den som ikke et har var jeg vi han hun om fra men så kan skal ble også "
    "eller ved etter",
    titles="hr fr frk dr prof st adv cand mag siv Mr Mrs Jr Sr",
    numbered="nr s kap art fig bd § jan feb mars apr jun jul aug sep sept okt nov des tlf ca kl",
    measures="km cm mm kg mg g ml l min sek mill mrd pst kr f.Kr e.Kr",
    openers="kl i den om på fra til siden før etter ved",
    abbreviations="co etc osv o.l mv m.v Inc Ltd AS ASA maks min red tlf adr avd",
    inner="f.eks dvs bl.a m.fl iflg jf ang vedr pga i.e cf vs ca inkl ev",
    starters="det den de han hun vi jeg du i en et der her som og men eller for så da når hvis fordi mens hva hvem hvor "
    "hvorfor hvordan på av til med fra om etter ved ikke nå sin hans hennes deres min alle mange",
    ordinal_stop=True,
    examples=(
        (
            "Hr. Hansen bor i 2. etasje. ",
            "Han trives.",
        ),
        ("Kurset begynner 1. juni.",),
    ),
)
