"""French."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="fr",
    letters="çœ",
    hints="le la les de des du et est en un une que qui dans pour sur au aux pas plus par avec ce cette son sa ses il elle "
    "nous vous sont été mais ou se ne leur",
    titles="M MM Mme Mmes Mlle Mlles Dr Drs Pr Prof Me Mgr St Ste Sts Gén Cdt Cne Col Lt Ing Ets",
    numbered="n° no p pp art chap fig tab vol t éd al § av janv févr avr juill sept oct nov déc tél réf",
    measures="km cm mm kg mg g ml l h min s env hab apr J.-C",
    openers="à en le au dans vers depuis avant après dès pour de par entre",
    abbreviations="etc cie Cie Ltd Inc Corp Sté bd bld av boul dept dépt janv févr avr juil juill sept oct nov déc lun mar mer jeu "
    "ven sam dim min max env hab apr J.-C S.A R.F éd coll trad",
    inner="c.-à-d càd cf ex p.ex i.e vs N.B c.à.d",
    starters="le la les l un une des du de d' il elle ils elles on nous vous je tu ce c' cela ça cette ces cet et mais ou donc "
    "or ni car si quand lorsque comme puis alors ainsi enfin aussi en dans sur sous avec sans pour par au aux à qui "
    "que quoi où pourquoi comment quel quelle son sa ses leur leurs mon ma mes notre votre tout toute tous après "
    "avant depuis pendant selon malgré cependant toutefois néanmoins aujourd'hui hier demain y ne l'on",
    examples=(
        (
            "M. Dupont habite av. Foch. ",
            "Il y vit seul.",
        ),
        ("Voir p. 12 et suiv. pour les détails.",),
        (
            "Quel âge a-t-il ? ",
            "Vingt ans.",
        ),
    ),
)
