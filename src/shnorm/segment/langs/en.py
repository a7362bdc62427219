"""English."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="en",
    hints="the of and to in that is was for with as on at by this from are be his her they have not which an it had were",
    titles="mr mrs ms messrs mmes dr drs prof profs rev revd hon st ste sr.a gen lt col maj capt cpt cmdr sgt cpl pvt adm brig gov sen rep "
    "reps sens supt pres amb fr msgr mt mts ft cf vs v viz al.so sgt.maj det insp atty",
    numbered="p pp no nos vol vols fig figs eq eqs sec secs ch chap chaps art arts ex par para paras pt pts ed eds nr n° op cit approx ca c "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ver rev tel ext cap lin col",
    abbreviations="co corp inc ltd llc plc bros jr sr esq dept univ assn assoc est etc al ave blvd rd st sts hwy bldg apt ste "
    "min max avg hr hrs mins secs sec yr yrs mo mos wk wks ft in oz lb lbs mi km cm mm kg mg ml gal qt pt tsp tbsp fl sq cu mph rpm "
    "a.m p.m am pm b.c a.d b.c.e c.e u.s u.k u.n e.u u.s.a u.s.s.r ph.d m.d b.a m.a b.s m.s j.d d.d.s ll.b ll.m ll.d m.b.a r.n d.c l.a n.y "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun "
    "no approx dist div govt intl natl misc vs ext tel calif conn fla ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn "
    "tenn tex va vt wash wis wyo ala ariz ark colo del ga rs ps resp incl excl cont ed eds trans repr rev",
    inner="e.g i.e eg ie cf viz vs a.k.a fl.oz",
    starters="the a an this that these those it its he she they we you i his her their our your my there here then thus so but and or "
    "however if when while after before since because although though as at by for from in on to with without what which who whom whose "
    "why where how is are was were do does did can could will would should may might must not no yes all some many most each every both "
    "one two another other such also now today yesterday tomorrow meanwhile moreover furthermore finally first second next last please "
    "let thanks hello hi dear oh well once until upon under over during according it's i'm i've he's she's that's there's we're they're "
    "don't didn't isn't",
    examples=(("Mr. Smith paid $3.50. ", "He left."),),
)
