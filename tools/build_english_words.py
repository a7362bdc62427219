"""Build ``src/shnorm/translation/data/english.txt``: which English words are nouns, verbs ... and which of them are also names.

usage: python tools/build_english_words.py BRILL_A BRILL_B

BRILL_A: ``en-lexicon.txt`` of TextBlob 0.20; BRILL_B: ``lexicon_from_posjs.json`` of natural 8.1.  Both carry the lexicon of Eric
Brill's tagger 1.14 (Copyright 1993 MIT and University of Pennsylvania, MIT licence); the first also holds words that were added
later under another licence, so only words of both are taken.  Of them those remain that symspellpy's frequency dictionary
(MIT licence) counts among its most frequent.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/shnorm/translation/data/english.txt"
MOST = 45_000
# Penn Treebank tag -> letter; the first tag of a word is its main one and gives a capital letter.
LETTERS = {"NN": "n", "NNS": "s", "VB": "v", "VBP": "v", "VBZ": "z", "VBG": "g", "VBD": "d", "VBN": "d", "JJ": "j", "RB": "r"}
# Names of products, firms and people that are younger than the lexicon, and words that are mostly seen in names.
YOUNG = (
    "access acrobat active adobe alexa alibaba alphabet amazon android angular ant apache app apple arch arm arrow assistant atlas atom "
    "aurora azure baidu bard basecamp bash basic beats bing bitcoin blender bloom bolt boot box brave bridge buffer bun cache canvas "
    "caravel chef chrome chromium claude cloud cobalt coda code codex cohere comet compose confluence core cortex crystal cypress dart "
    "dash deepmind delta deno directory discord docker dove dragon drive drop druid drupal echo eclipse edge elastic electron elixir "
    "ember emerald engine envoy epic ether ethereum excel exchange expedition explorer express facebook falcon fargo fathom figma "
    "finder firebase firefox flash flask flex flink flow fleet fuchsia fusion galaxy gatsby gemini ghost gin git github gnome go google "
    "gopher gradle grafana graph groovy grunt gulp hadoop halo harbor haskell hermes hive home honey horizon hudson hugo illustrator "
    "impala indesign inkscape insight instagram intel intercom iris ivy jasmine java jekyll jenkins jet jira joomla julia jupyter kafka "
    "karma keras keynote kibana kindle kotlin lambda lark lattice launch lens linear linux lisp llama loom lotus lua lucid lumen lynx mac "
    "magento maps mars matrix maven mercury meta meteor micro microsoft midas mint mistral mocha monday moodle moon motion mustang nautilus "
    "neo nest netflix next nexus nginx node nova nut nuxt oak object octave office one opera oracle orange orbit orion outlook oxygen pages "
    "palm panda pandas parcel parrot pascal pearl perl phoenix photos photoshop pine pinterest pixel planet play plex polaris "
    "polymer postman powerpoint prime prism prisma project prolog prometheus proton puppet python qualcomm quest quick quip racket rails "
    "rancher raspberry raven react reactor reader reason reddit redis redux remix render replay ripple robin rollup root ruby rust safari "
    "sage salt sandbox sass saturn scala scheme scratch script search selenium sentry shell siri sketch skype slack smart snap snowflake "
    "solaris solid solr spark spotify spring sprint square squid stack steam storm stream stripe studio sublime sun surface svelte swan "
    "swift switch symphony tableau tailwind target teams tempo tensor terraform tesla thunderbird titan tor torch trello trident trio tux "
    "twitch twitter uber ubuntu unity unreal vault venus viper vision vivid visa vista visual vite vivaldi volt vulkan wave "
    "wayland whale windows wing wish wizard word wordpress workbench xbox xerox yelp zen zeus zig zoom "
    "bill bob buck carol chase christian chuck cliff dale dawn dean don drew duke earl eve faith fay fern fox frank gale gene glen grace grant "
    "guy hank harmony hazel heath heather herb holly hope hunter iris jack jade jasmine jay jean jewel john joy june lance lane laurel lee lily "
    "parliament government congress senate treasury cabinet council commission committee court crown church state federal mum mom dad mummy "
    "daddy mother father grandma grandpa granny god heaven earth christmas easter democrats republicans liberals conservatives greens labour labor "
    "reading fields bath cork mobile nice ness split bury hull deal rugby rye sandwich "
    "battle barking poole derby bolton sale stoke friends doctors "
    "classics genesis exodus acts judges numbers romans lord mark marina mason max may melody merry mike miles misty nick norm olive opal page pat "
    "pearl peg penny pierce poppy queen ray reed rich "
    "rob robin rock rod rose rowan ruby rusty ruth sage sally sandy scarlet scout sky skip sonny stew sterling stone sue summer terry tony "
    "trinity victor violet wade ward warren will willow woody young autumn bear"
)  # fmt: skip


# Teams, whose names are plural nouns; other plural nouns, and words with these endings, are names in titles only.
TEAMS = (
    "angels athletics bears bengals blues braves brewers broncos browns bruins bucks bulls canucks cardinals cavaliers chargers chiefs clippers "
    "colts commons cowboys cubs devils dodgers dolphins ducks eagles falcons flames flyers friends giants guardians hawks hornets hurricanes "
    "indians islanders jaguars jets kings knights lakers lions lords mariners nationals nets nuggets oilers orioles packers panthers patriots "
    "penguins phillies pirates pistons predators raiders rams rangers raptors ravens redskins reds rockets royals saints seahawks senators sharks "
    "spurs stars steelers stones suns texans tigers titans twins vikings warriors whites windows wizards wolves yankees doors pages photos maps "
    "teams notes sheets docs forms slides keys eagles sparks notes times "
)
PLAIN = "tion sion ment ness ity ance ence ing ed ly ic al ive ous ful less able ible ship ism ary ory"

# First names, some of them words of other meaning.
FIRST_NAMES = (
    "maria mary anna jane sarah emma emily kate alice amber amy angel angela april art august barb barbara bella ben bert beth betty "
    "bertha beau beauty berry blanche bonnie brad brook brooke bruce bud carl carmen cat cecil celeste charity charlotte cherry chip "
    "chris christine clara claire clay clement colin constance cora coral crystal daisy daniel danny dash david delta dick dill dolly "
    "dot drake ed eddy ella ellen elm emery eric erica ernest ether eva faith felicity fleur flora flo frances francis fred gary gay "
    "gem george gerald ginger gloria goldie gore graham guy gwen hal harriet harry hazel heath helen henry herb homer iris ivy jack "
    "jacob james jan janet jasper jenny jerry jess jessica jet jill jim jimmy jo joe john jordan jose joseph josh judy julia julie "
    "julius junior justin kay kelly ken kent kim kit lance lars laura leah lee len leo leslie lew liberty lilac lily linda lisa liz "
    "lois lola lou louis lucy luke lynn madge maggie marcus marge margaret marina marsh martha martin marvin mat matt mavis max maud "
    "mel mercy merle merlin merrill michael mick midge millie milo minnie miranda moll molly mona morris nan nancy natalie nathan ned "
    "nell nelson nelly nick nicole nina noel nora norma olga oliver oscar otto owen pam pansy pat patience patrick patsy paul paula "
    "pearl percy perry pete peter petunia phil philip phoebe piers pip poll polly prudence rachel ralph ram ramona randy ray rebecca "
    "reggie rex richard rick rita robert roger roland roman rory rosa rosemary ross roy rudy rusty sam samuel samson sandra saul "
    "scott sean shane shannon sharon shaw shirley sid sierra silvia simon sonia sophia stella stephen steve stuart susan sven tad "
    "tammy tanya ted teddy terence tess theresa thomas tiffany tim tobias toby tod tom tommy tracy trey trudy tucker tyler una ursula "
    "val valerie vera vern verity vic victoria vince viola virginia viv wally walt walter wanda warren wayne wendy wes will wilma "
    "winnie yolanda zoe adrian alan albert alex alexander alfred allen andrew andy anthony arnold arthur barry basil becky bernard "
    "bernie billy bobby boris brian burt byron calvin cameron casey charles charlie chester chuck cindy claude cliff clint clyde cole "
    "connie craig curt dan dana darren dave dean debbie deborah denis dennis derek diana diane don donald donna doris doug drew "
    "dwight dylan earl edgar edith edward edwin eileen elizabeth elsie elvis emil ethel eugene evan eve felix floyd franklin freddie "
    "gail gene geoffrey gilbert gina glenn gordon grant greg greta gus harold harvey heather hector helga herman hilary horace howard "
    "hugh hugo humphrey ian ike ingrid irene irving isaac isabel ivan jake jason jeff jeremy joan joanna jonathan joyce judith june "
    "karen karl katherine kathy keith kenneth kevin kirk kurt larry laurence lawrence leonard lester lewis lloyd louise lucas luther "
    "malcolm marcia marie marion marshall matthew maureen maurice melissa michelle miles monica muriel neil norman olive oswald pablo "
    "pamela patricia pedro penelope phyllis pierre prince priscilla quentin raymond regina rene rhoda rodney ronald rosalind rowena "
    "rufus russell ruth sally sergio seth sheila sidney sol stan stanley sue sylvia teresa terry theodore tina todd tony tristan "
    "vanessa vernon vincent vivian wallace wilbur wilfred william winston yvonne "
)
# Everyday words that the lexicon knows as names from titles and headlines alone.
EVERYDAY = (
    "site news view list music product policy software video review order company research mail report line car address area index "
    "link technology photo network computer water art guide shop board change rate account level money country food author process "
    "job room stock credit team estate week air plan hot movie better test study staff topic tax person student legal problem story "
    "body single road hard audio war easy analysis fax picture month future child garden baby energy popular film radio cell society "
    "safety trade able fun common director daily weather average region record style sound resource thing player newsletter magazine "
    "camera girl clear loan wide beauty response practice hardware fire holiday discount oil storage agency drug income force cash "
    "port double dog tour menu mortgage fine gas advice career woman bid cable machine culture band consumer airport foreign artist "
    "furniture fund contract button voice tool schedule purpose police independent happy safe telephone sport regular valley sea "
    "blood publisher impact kitchen ground ship disease award tree extra interface budget maximum wine horse manufacturer rule door "
    "charge enterprise metal opinion football photography century grade mountain vehicle northern panel floor plant pool partner eye "
    "race winter battery youth dance rent dark aid minimum variety fair civil steel sector fat officer driver dead restaurant poor "
    "farm peace campus coast benefit museum transport zone cat literature parent economy path employee detail pet basket diet army "
    "gear sheet resort random fashion forest coverage wind emergency leather satellite village coffee buyer poster ice architecture "
    "waste minute cold chair motor professor shirt foot surgery doctor task leader flight fuel pocket freedom attorney factor eastern "
    "therapy urban heavy recovery campaign guitar challenge corner birth attack lab snow weekend workshop boat theatre basketball "
    "mouse flower rain traffic crime soup milk meat corn wheat wool sugar cotton smoke production construction farmer baker worker "
    "teacher nurse pupil visitor "
)


# The lexicon is American; what British spelling makes of its words.
BRITISH = (
    (r"(?<=.[a-z])our(?!s?$)|(?<=...)our(?=s?$)", "or"),
    (r"([tb])re(s?)$", r"\1er\2"),
    (r"is(e|ed|es|ing|ers?|ations?|able)$", r"iz\1"),
    (r"ys(e|ed|es|ing|ers?)$", r"yz\1"),
    (r"([aeiou])ll(ed|ing)$", r"\1l\2"),
    (r"(def|off|lic|pret)enc(es?)$", r"\1ens\2"),
    (r"(jewe|trave|counse)ll(ers?|ors?|ery)$", r"\1l\2"),
    (r"(orthop|p|an|h|leuk|f|gyn|encyclop|medi|arch)ae", r"\1e"),
    (r"^(f)?oe(?=t|s)", r"\1e"),
    (r"ould(s|ed|ings?)?$", r"old\1"),
    (r"(judge|acknowledge)ment(s?)$", lambda m: f"{m[1][:-1]}ment{m[2]}"),
    (r"^enrolment", "enrollment"),
    (r"^programme", "program"),
    (r"^cheque", "check"),
    (r"^plough", "plow"),
    (r"^tyre", "tire"),
    (r"^jewellery", "jewelry"),
    (r"^aluminium", "aluminum"),
    (r"^pyjamas", "pajamas"),
    (r"^storeys", "stories"),
    (r"^storey", "story"),
    (r"^ageing", "aging"),
    (r"^kerb", "curb"),
)
# Names and other words that look so.
NO_BRITISH = frozenset(
    {"could", "would", "should", "gould", "glamour", "prise", "hogue", "chartres", "advise", "surprise", "praise"}
)


def american(word: str, lexicon: dict[str, list[str]]) -> str:
    """The American spelling of ``word`` if it has one in ``lexicon`` and is none itself, else ``word``."""
    if word in lexicon or len(word) < 5 or word in NO_BRITISH:
        return word
    forms = (re.sub(pattern, new, word, count=1) for pattern, new in BRITISH)
    return next((form for form in forms if form != word and form in lexicon), word)


def compared(word: str, lexicon: dict[str, list[str]]) -> bool:
    """Whether ``word`` is the comparative or superlative of an adjective."""
    stems = (word[:-cut] + end for cut in (2, 3, 4) for end in ("", "e", "y"))
    return lexicon.get(word, [""])[0] in ("JJR", "JJS") and any("JJ" in lexicon.get(stem, ()) for stem in stems)


def plain(word: str, tag: str) -> bool:
    """Whether a word whose capital form was seen as a name is one only as a part of titles."""
    return word in EVERYDAY.split() or (tag in "SGDRZ" or (len(word) > 5 and word.endswith(tuple(PLAIN.split()))))


def main(brill_a: str, brill_b: str) -> None:
    import importlib.util

    spec = importlib.util.find_spec("symspellpy")
    assert spec is not None
    assert spec.origin is not None
    frequent = Path(spec.origin).parent / "frequency_dictionary_en_82_765.txt"
    ranked = [line.split()[0] for line in frequent.read_text(encoding="utf-8-sig").splitlines()][:MOST]
    first = {line.split()[0] for line in Path(brill_a).read_text(encoding="utf-8").splitlines() if line and line[0] != ";"}
    lexicon: dict[str, list[str]] = json.loads(Path(brill_b).read_text(encoding="utf-8"))
    young = {*YOUNG.split(), *FIRST_NAMES.split(), *TEAMS.split()}
    rows = []
    for word in sorted(set(ranked)):
        known = american(word, lexicon)
        tags = lexicon.get(known)
        if not tags or known not in first or len(word) < 2:
            continue
        letters = [LETTERS[tag] for tag in tags if tag in LETTERS]
        if not letters and compared(word, lexicon):
            letters, tags = ["j"], ["JJ"]
        if not letters:
            continue
        letters[0] = letters[0].upper() if tags[0] in LETTERS else letters[0]
        seen = "".join(dict.fromkeys(letters))
        capital = lexicon.get(word.capitalize()) or lexicon.get(known.capitalize(), [])
        mark = (
            "*"
            if word in young or word in TEAMS.split()
            else "+"
            if capital and capital[0].startswith("NNP") and not plain(word, letters[0])
            else ""
        )
        rows.append(f"{word} {seen}{mark}")
    head = (
        "# English words: N noun, S plural, V verb, Z -s form, G -ing form, D past form, J adjective, R adverb (capital: main use);\n"
        "# + also a name; * a name of note.\n"
        "# Derived from the lexicon of Eric Brill's tagger 1.14 (Copyright 1993 Massachusetts Institute of Technology and University of\n"
        "# Pennsylvania, MIT licence), the most frequent words of symspellpy's dictionary (MIT licence), by tools/build_english_words.py.\n"
    )
    OUT.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
