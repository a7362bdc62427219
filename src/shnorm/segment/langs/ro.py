"""Romanian."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="ro",
    letters="șțşţă",
    hints="și de în la a cu pe nu din care este că un o mai pentru au fost să se sunt sau prin dar ca",
    titles="dl d-l d-na dna dra dr prof ing arh gen col cpt sf St",
    numbered="nr pag p art alin cap fig vol tel str bd",
    measures="km cm mm kg g l min sec lei mil mld î.Hr d.Hr",
    abbreviations="etc ș.a s.a S.A S.R.L Co Inc Ltd jud loc",
    inner="ex de.ex adică cf v i.e vs",
    starters="acest această acesta el ea ei ele eu tu noi voi un o în la cu pe din și dar sau dacă când cum unde de ce cine nu "
    "da este sunt a au fost azi ieri mâine apoi",
    examples=(
        (
            "Dl. Popescu a plecat. ",
            "Nu știe nimeni unde.",
        ),
    ),
)
