"""Polish."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="pl",
    letters="łżśźćń",
    hints="i w na z się nie to jest do że o jak po co za od dla są przez być był była ale czy oraz jego jej tym może przy "
    "tak także",
    titles="zm ur ul al pl os p pp pan dr prof inż mgr hab doc gen płk mjr kpt por ks św bp abp o s im red lek adw hr ks",
    numbered="nr nry s str art ust pkt poz rozdz rys tab t tom vol § ok godz tel ul al pl os stycz lut mar kwiet czerw lip "
    "sierp wrz paźdz list grudz",
    measures="km cm mm kg mg g ml l godz min sek mln mld tys zł gr r w proc wiek",
    openers="o w od do po przed na za ok",
    abbreviations="itd itp etc m.in Co Inc Ltd sp z.o.o S.A tel woj pow gm r rr w ww n.e p.n.e red wyd tłum bałt",
    inner="np tzn tj tzw m.in ww por zob pt ds dot wg ang niem fr łac ros i.e cf vs",
    starters="to ten ta te ci on ona ono oni one ja ty my wy w we na z ze do od po za przez dla o u przy i a ale lub oraz albo "
    "jednak więc bo gdy jeśli kiedy jak gdzie kto co czy dlaczego nie tak już jest są był była było wszystko każdy "
    "jego jej ich dziś wczoraj jutro potem następnie",
    examples=(
        (
            "Prof. Nowak mieszka przy ul. Długiej. ",
            "Uczy od 1990 r. ",
            "To dobry nauczyciel.",
        ),
        ("Kupił np. chleb i ser.",),
    ),
)
