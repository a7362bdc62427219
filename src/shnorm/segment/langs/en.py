"""English."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="en",
    hints="the of and to that is was for with as on at by this from are his her they have not which an it had were i you we "
    "he she my me do did does how what who why when where about can will would if there here out up get just like "
    "know our your their them so than then these those been being could should into over after before very",
    titles="mr mrs ms messrs mmes dr drs Prof Profs Rev Hon st ste Gen Lt Col Maj Capt Cpt Cmdr Sgt Cpl Pvt Adm Brig Gov Sen Rep Reps "
    "Sens Supt Pres Amb Fr Msgr mt Mts Ft Insp Atty Sgt.Maj Lt.Col Lt.Gen Maj.Gen Brig.Gen",
    numbered="p pp no nos vol vols fig figs eq eqs sec secs ch chap chaps Art Arts Ex par para paras pt pts op n° Ver Tel Ext "
    "jan feb Mar apr jun jul Aug sep sept Oct nov dec §",
    measures="deg pct lb lbs oz in ft mi yd yds sq cu fl gal qt pt tsp tbsp mph rpm km cm mm kg mg ml hr hrs min mins sec secs yr yrs mo mos wk wks "
    "a.m p.m am pm a.m.e a.d b.c b.c.e c.e bc ad ce st",
    openers="at on in by from around about after before since until till for during between near within as",
    abbreviations="co corp inc ltd llc plc bros jr sr esq dept univ assn assoc etc al ave blvd rd sts hwy bldg apt min max avg approx dist "
    "div govt intl natl misc tel ext Calif Conn Fla Ill Ind Kan Ky Mass Mich Minn Miss Mont Neb Nev Okla Ore Penn Tenn Tex Wash Wis "
    "Wyo Ala Ariz Ark Colo Del Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Ph.D ph.d est ed "
    "eds trans repr rev resp incl excl cont fig ca mfg mgr org qty ref temp",
    inner="e.g i.e eg ie cf viz vs a.k.a fl u.s.c",
    starters="the a an this that these those it its he she they we you i his her their our your my there here then thus so but and or "
    "however if when while after before since because although though as at by for from in on to with without what which who whom whose "
    "why where how is are was were do does did can could will would should may might must not no yes all some many most each every both "
    "one two another other such also now today yesterday tomorrow meanwhile moreover furthermore finally first second next last please "
    "let thanks hello hi dear oh well once until upon under over during according it's i'm i've he's she's that's there's we're they're "
    "don't didn't isn't",
    lower_starts=True,
    pronouns="i i'm i've it its it's he she they we you this that there my",
    capitals="I I'm I've I'd I'll I’m I’ve I’d I’ll",
    examples=(
        ("Mr. Smith paid $3.50. ", "He left."),
        ("He joined Brown & Sons Co. in May. ", "It closed in June."),
        ("We met at 9 a.m. ", "Then Ms. Jones spoke."),
        ("By 9 a.m. Ms. Jones had left.",),
    ),
)
