"""Italian."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="it",
    hints="il la lo gli le di e che è un una per in con non sono del della dei delle si da al alla nel nella più anche come "
    "ma questo questa sua suo ha o se",
    titles="sig Sigg Sig.ra Sig.na Sig.re Sig.ri Dott Dott.ssa Dr Prof Prof.ssa Ing Avv Arch Geom Rag On Sen Gen Col Cap Ten "
    "Mons Don S SS Egr Gent Spett Ill Preg Dir Amm psicol V.Cte med",
    numbered="n nr nn num p pp pag pagg art artt cap fig figg tab vol voll lett tel c par § mar gen feb apr mag giu lug ago set "
    "ott nov dic lun mer gio ven sab dom",
    measures="km cm mm kg mg g ml l h min sec ca a.C d.C",
    openers="alle a in nel il da dal verso dopo prima per entro durante",
    abbreviations="ecc etc co Co S.p.A S.r.l S.n.c S.a.s Ltd Inc Corp p.za v.le c.so prov tel fax az econ amm max min ca meteor "
    "idraul d.C a.C gen feb mar apr mag giu lug ago set sett ott nov dic Gen Feb Mar Apr Mag Giu Lug Ago Set Ott Nov "
    "Dic lun mer gio ven sab dom",
    inner="es ad.es p.es cfr cf i.e vs N.B e.g c.d cosid sec st d",
    starters="il lo la i gli le l' un uno una egli lui lei essi loro noi voi io tu questo questa questi queste quello quella e "
    "ed ma o però se quando come dove perché mentre che chi cosa quale quanto in nel nella con per da dal di del a al "
    "su sul tra fra non si anche poi allora così infine inoltre oggi ieri domani qui là c'è ci è sono era tutto tutti grazie buongiorno ciao "
    "ogni altro secondo dopo prima tuttavia",
    examples=(
        (
            "Il Dott. Bianchi arriva alle 9. ",
            "La Sig.ra Neri no.",
        ),
        ("Vedi pag. 20 e segg. del manuale.",),
    ),
)
