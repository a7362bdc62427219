"""German."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="de",
    letters="ß",
    hints="der die das und ist nicht mit ein eine den dem des von zu im auf für sich auch es werden wird als aus nach bei "
    "einer um am sind noch wie einem über wurde",
    titles="Hr Hrn freundl herzl verst Fr Frl Dr Prof Dipl Ing med phil jur rer nat hc h.c Mag Pfr Bgm Abg Min St Sr Jr dott kath evang ev röm "
    "franz engl dt österr schweiz ital span russ amerik ehem sog sogen gen geb gest verh bzw bspw vgl ca evtl ggf "
    "inkl exkl max mind insb insbes bes allg urspr eigtl vorm nachm jährl monatl einschl zzgl ggü gegr",
    numbered="Nr Nrn S Bd Bde Kap Abb Tab Abs Art Ziff Anm Aufl Jg H Bl Z Sp Rn Rdnr Str § Jan Feb Mär Apr Jun Jul Aug Sep "
    "Sept Okt Nov Dez vom",
    measures="km cm mm m kg g mg l ml h min Min Std Sek Jh Jhd Jhdt v.Chr n.Chr Chr Uhr Euro Stk St",
    openers="am im um ab bis seit vor nach in an bei mit von zu gegen",
    abbreviations="usw etc usf Mio Mrd Tsd Co GmbH AG KG Ltd Inc Corp Fa Hbf Bhf Tel Verf Hrsg Jan Feb Apr Jun Jul Aug Sept Okt Nov Dez Mo Di "
    "Mi Do Sa So Str str Pl z.T u.a u.ä o.ä dgl ff f Red Übers Univ Abt Dez Aufl",
    endings="str",
    inner="z.B d.h u.a u.U i.d.R z.Zt z.Z z.T d.i s.o s.u o.g u.ä m.E v.a a.d i.A i.V vs bzgl s a.M",
    starters="der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich du man und aber oder doch denn so da "
    "dort hier dies diese dieser dieses diesen diesem jener jene wenn als weil nachdem bevor obwohl während seit bis auch "
    "nur noch nicht kein keine im in am an auf aus bei mit nach von vor zu zum zur für gegen ohne um über unter durch wer "
    "was wann wo wie warum welche welcher sein seine seinen seinem seiner ihre ihren ihrem ihrer ihr mein meine meinen "
    "meinem meiner unser unsere unseren unserem unserer euer eure alle viele einige beide jeder jede heute gestern morgen "
    "dann danach nun jetzt damit dabei daher deshalb außerdem dennoch jedoch trotzdem allerdings zudem sowie somit später "
    "zuerst schließlich",
    ordinal_stop=True,
    examples=(
        (
            "Die Sitzung am 3. Mai fiel aus. ",
            "Sie wird nachgeholt.",
        ),
        (
            "Herr Dr. Weber kam um 8 Uhr, d. h. zu früh. ",
            "Niemand war da.",
        ),
        ("Im 19. Jahrhundert war das üblich.",),
    ),
)
