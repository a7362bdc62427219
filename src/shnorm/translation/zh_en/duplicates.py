"""Words, phrases and particles that stand twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from shnorm.gate import Context
from shnorm.rules import Match, Rule
from shnorm.translation.english import rank, tags
from shnorm.translation.tokens import FIRST, look, once, scan, worth
from shnorm.translation.zh_en.common import CLEAR, ENGLISH, LIKELY, Finder, Make, starts_sentence, word_before
from shnorm.wordlist import words

NAME = "duplicates"

_ALWAYS = words(
    "the a an of to for and with from their its our my at his your these those into between during against without which who we they he she "
    "as or if because while each every both some either any other also been would "
    "i but how why where whether along alongside throughout per"
)
# What makes one of two "I" too many.
_I_DO = re.compile(
    r" (?:am|was|have|had|do|did|will|would|can|could|think|know|want|need|like|love|hope|believe|saw|went|never|also)\b"
)
# Others that stand thrice are speech, or a joke.
_NEVER_THRICE = words("the of")
_LIKELY = words("this not it her")
_CLAUSE = words(
    "in on by be is are was were can will has have could should must may might does about under over around through across near within "
    "toward towards upon onto than when until before after"
)
# Verbs and particles after which "to to", "for for" or "in in" can be English: "what he came to to get help".
_PARTICLES = words(
    "up used referred looking listened talked spoke wrote come came go went turn turned log logged hand put stand stood ask asked look "
    "looked listen"
)
#: Those whose particle stands before another only where the clause began with what it belongs to: "the people he spoke to to get help".
_STRANDED = words("used referred looking listened talked spoke wrote looked listen look ask asked")
_EMPHATIC = words(
    "very really so long far much many more too no ha yes never again again well now then there here hear quite really blah big little"
)


def _clause(text: str, position: int) -> list[str]:
    """The words of the clause that ends at ``position``, as far as 80 code points back."""
    begin = max(0, position - 80)
    return re.findall(r"[a-z']+", re.split(r"[.,;:!?()\n]", text[begin:position])[-1].lower())


def _free_of_relatives(text: str, position: int) -> bool:
    """Whether the clause before ``position`` holds nothing that a verb at its end could belong to: "what it is is", "the room I slept in in May"."""
    clause = _clause(text, position)
    # "He said that": what follows is a clause of its own.
    told = max(
        (i for i, (first, second) in enumerate(pairwise(clause)) if second == "that" and tags(first)[:1] in ("V", "Z", "D")),
        default=-2,
    )
    clause = clause[told + 2 :]
    if any(second in _SUBJECTS and tags(first)[:1] in ("N", "S") for first, second in pairwise(clause)):
        return False
    return _COPULAS.isdisjoint(clause[:-1] if clause[-1:] and clause[-1] in _POINTING else clause)


def _begun(text: str, start: int) -> bool:
    """Whether "I" at ``start`` is a person, not the number of a chapter: behind a comma, a word in small letters, or nothing."""
    last = text[max(0, start - 2) : start].rstrip()[-1:]
    return not start or last in (",", "“") or (last.islower() and word_before(text, start).islower())


def _word(m: Match, context: Context) -> str | None:
    first, second = m[1], m[2]
    low, text = first.lower(), m.string
    if low != "i" and (
        (not second.islower() and second not in ("The", "A", "An", "Of", "To")) or (first[0].isupper() and second[0].isupper())
    ):
        return None
    if low == "i" and not (second == "I" and _I_DO.match(text, m.end()) and _begun(text, m.start())):
        return None
    if low in ("to", "for", "at"):
        before = word_before(text, m.start()).lower()
        if before in _PARTICLES and not (before in _STRANDED and len(_clause(text, m.start())) < 4):
            return None
    if (
        low not in _NEVER_THRICE
        and text.startswith(f" {low}", m.end())
        and not text[m.end() + len(low) + 1 : m.end() + len(low) + 2].isalpha()
    ):
        return None
    kept: str = first
    return kept


# Verbs with a particle of their own, and words after which two forms of "be" can meet: "what it is is".
_PHRASAL = {
    "in": words(
        "log logged logging sign signed check checked come came coming go went"
        " going gone turn turned hand handed move moved moving break broke bring "
        "brought fill filled kick set tune tuned plug plugged give gave given get"
        " got getting cave phase stay stayed live lived living dig drop dropped "
        "join joined zoom rein believe believed built step stepped walk walked take taken put sit sat send sent let tucked brought head it all"
    ),
    "on": words(
        "walk walks walked walking drive drives drove driving ride rides rode riding sail sailed sailing march marched marching press pressed "
        "push pushed travel travelled traveled fly flew run ran running struggle struggled roll rolled "
        "go goes going went gone move moved moving carry carried come came turn"
        " turned turning hang hung keep kept put hold held get got bring brought log "
        "logged pass passed try tried work worked later early so and further live lived sign add added hit pick take taken switch switched"
    ),
    "by": words(
        "stand stood pass passed passing go went gone come came drop dropped get got stop stopped swing close near day one little step"
    ),
}
_COPULAS = words(
    "what all thing things how where who whatever problem problems issue point"
    " fact truth question reason as that this why when which whoever trouble idea "
    "answer difference whom whose everything anything nothing something all those"
)
# "This is is": what points at something is no relative right before the verb.
_POINTING = words("this that there")
_VERBS = tuple("VZGD")
_SUBJECTS = words("i you he she it we they")
_MODALS = words("can will must may might")
# Particles of phrasal verbs, which may stand before a preposition that looks the same.
_LIVING = words("live lived living stay stayed sleep slept sleeping believe believed sit sat walk walked walking work worked")


def _word_in_clause(m: Match, context: Context) -> str | None:
    text, word = m.string, m[2]
    before = word_before(text, m.start()).lower()
    if word == "in" and _LATIN.match(text, m.end()):
        return None
    if m[1] in ("In", "On", "At") and word == m[1].lower() and not before and starts_sentence(text, m.start()):
        return f"{m[1]}"
    # "Berlusconi, 68, has has long said it."
    aside = word in _FINITE and text[max(0, m.start() - 2) : m.start()] in (", ", "% ", ") ")
    if not word.islower() or not (before or aside) or text.startswith(f" {word} ", m.end()):
        return None
    if m[1] == word == "will":
        # "This unity will will not be achieved"; but "the will will be read".
        plain = before in _PRONOUNS or tags(before)[:1] in ("N", "S", "R", "D", "Z") or aside
        following = _NEXT.match(text, m.end())
        acts = following is not None and (
            "v" in tags(following[1]).lower() or following[1] in ("not", "be", "have", "no", "also", "never", "soon")
        )
        return "will" if plain and acts and before not in _HEADS | _WILLS else None
    if word in ("in", "on", "by") and before in _OBJECTS:
        return None  # "put it on on Monday"
    if rank(before) is None and before.isalpha() and word_before(text, m.start()).islower():
        return None  # "decisi on on Monday": a split word
    if word in _PHRASAL:
        # "They live in in a flat": too few words before for one that the first "in" could belong to.
        if before in _PHRASAL[word] and not (before in _LIVING and len(_clause(text, m.start())) < 3):
            return None
        if word == "on" and _ON_OWN.match(text, m.end()) and tags(before)[:1] in _VERBS:
            return None
        return f"{m[1]}" if tags(before)[:1] not in _VERBS or _free_of_relatives(text, m.start()) else None
    if word == "be":
        return "be"
    if word in ("is", "was") and _WHETHER.search(text, max(0, m.start() - 14), m.start()):
        return None  # "if it is is not the point"
    if (before in ("which", "who") and word in ("is", "was", "are", "were")) or (before == "which" and word == "has"):
        return f"{word}"
    if word in _MODALS and not (
        before in _PRONOUNS or tags(before)[:1] == "S" or (before not in _HEADS and tags(before)[:1] == "N")
    ):
        return None
    # "You can can fruit": the second one is a verb of its own.
    if word == "can" and not _VERB_NEXT.match(text, m.end()):
        return None
    if word in ("through", "about") and tags(before)[:1] not in ("N", "S", *_VERBS):
        return None
    return f"{m[1]}" if _free_of_relatives(text, m.start()) else None


_VERB_NEXT = re.compile(
    r" (?:be|have|not|also|only|never|always|do|get|go|see|use|find|make|take|help|buy|choose|visit|come|stay|learn|read|play|try|call|ask|pay|eat|"
    r"drink|walk|swim|work|live|leave|enter|borrow|order|download|click|apply|vote|sign|watch|hear|feel|reach|enjoy|rent|send|still|easily|now)\b"
)
_WHETHER = re.compile(r"\b(?:[Ii]f|[Ww]hether) (?:it|that|this|he|she) \Z")
# "In in vitro tests".
_LATIN = re.compile(r" (?:vitro|vivo|situ|silico|utero|loco|absentia|camera|memoriam|toto)\b")
# "He walked on on his own."
_ON_OWN = re.compile(r" (?:my|your|his|her|its|our|their) own\b")
_FINITE = words("has have is are was were will")
_WILLS = words("free good ill own last living what whatever human political strong iron sheer")
_NEXT = re.compile(r" ([a-z]+)")
_OBJECTS = words("it them him her me us this that")
_PRONOUNS = words("i you he she it we they there this that who which people")


def _same(m: Match, context: Context) -> str | None:
    return m[1] if m[2] == m[1] and m[1] not in _EMPHATIC and tags(m[1])[:1] in ("N", "S", "D", "Z") else None


def _same_long(m: Match, context: Context) -> str | None:
    letters = tags(m[1])
    return m[1] if m[2] == m[1] and letters[:1] in tuple("NSDZG") and "j" not in letters.lower() else None


_DOUBLE = re.compile(r"(?<![\w-])([A-Za-z]+) ((?i:\1))\b(?!['’-])")


@once
def _doubles(text: str, context: Context) -> list[Match]:
    """Every word that stands twice in a row, by the pass over the words or, where it saw no use, by a few literals."""
    literals = look(text, context).literals & (CAPITALS if worth(text, context) else _SURE)
    pairs = {literal.strip() for literal in literals} | {f"{word} {word}" for word in scan(text, context).doubled}
    found: list[Match] = []
    free = 0
    for place in _starts(text, pairs):
        m = _DOUBLE.match(text, place) if place >= free else None
        if m:
            free = m.end()
            found.append(m)
    return found


#: So many pairs are looked for one by one.
FEW = 8


def _starts(text: str, pairs: Collection[str]) -> list[int]:
    """Where ``pairs`` begin in ``text``, in order."""
    if len(pairs) > FEW:
        return [m.start() for m in _PAIR.finditer(text) if m[0] in pairs]
    found = []
    for pair in pairs:
        start = text.find(pair)
        while start >= 0:
            found.append(start)
            start = text.find(pair, start + 1)  # a pair may begin within another: "sat at at"
    return sorted(found)


def _twice_in_a_row(wanted: Callable[[str], bool], new: Make) -> Finder:
    """A finder for words of a kind that stand twice in a row."""

    def find(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
        for m in _doubles(text, context):
            made = new(m, context) if wanted(m[1]) else None
            if made is not None:
                yield m.start(), m.end(), made

    return find


_TOKEN = re.compile(r"[A-Za-z][\w'’-]*")
_HEADS = words("the a an his her their its this these")
_PREPOSITIONS = words(
    "and in of to on for at by with from along through into over under near between behind across around during"
)
# Prepositions of two words, and amounts: "a number of a number of".
_COMPLEX = frozenset({("according", "to"), ("because", "of"), ("due", "to"), ("such", "as"), ("instead", "of"), ("thanks", "to")})
_AMOUNTS = words("number lot series variety couple group range set handful dozen pair kind sort")
# "That the that the".
_BEFORE_HEADS = words("that is are was because due according")
# Words that a phrase of four words or more may hold twice.
_MAY_RETURN = words("the of as a and in")
_TELLERS = words("he she you there")
_LONGEST = 7
#: So many earlier places of a phrase's first word are tried.
_BACK = 3


def _returns(text: str) -> bool:
    """Whether some words of ``text``, in small letters, stand twice in a row: a quick look without places."""
    words, last = text.split(), dict[str, list[int]]()
    for i, word in enumerate(words):
        if word in FIRST:
            places = last.setdefault(word, [])
            for before in places[-_BACK:]:
                n = i - before
                if 2 <= n <= _LONGEST and words[before + 1 : i - 1] == words[i + 1 : i + n - 1]:
                    return True
            places.append(i)
    return False


def _phrase(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    firsts = scan(text, context).again
    for line in context.lines:
        content = text[line.start : line.end].lower()
        if any(content.count(first) > 1 for first in firsts) and _returns(content):
            yield from _twice(text, line.start, line.end)


def _twice(text: str, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The second of two equal phrases in a row in ``text[begin:end]``."""
    places = [(m.start(), m.end()) for m in _TOKEN.finditer(text, begin, end)]
    last: dict[str, list[int]] = {}
    free = 0
    for i, (start, _) in enumerate(places):
        word = text[start : places[i][1]].lower()
        if word not in FIRST:
            continue
        seen = last.setdefault(word, [])
        for before in reversed(seen[-_BACK:]):
            stop = _again(text, places, before, i) if places[before][0] >= free else 0
            if stop:
                free = stop
                yield start - 1, stop, ""
                break
        seen.append(i)


def _again(text: str, places: list[tuple[int, int]], before: int, i: int) -> int:
    """Where the phrase ends that begins with word ``i`` and is the one from word ``before`` to there; 0 if there is none."""
    start, first = places[i][0], places[before][0]
    if not 2 <= i - before <= _LONGEST or text[start - 1] != " " or not text[start].islower():
        return 0
    phrase = text[first : start - 1].lower()
    stop, parts = start + len(phrase), phrase.split(" ")
    if text[start:stop].lower() != phrase or len(parts) != i - before or _GOES_ON.match(text, stop):
        return 0
    # "The friend of the friend of the king".
    amount = len(parts) == 3 and parts[0] in ("a", "the") and parts[1] in _AMOUNTS and parts[2] == "of"
    if parts[0] in _HEADS and parts[-1] in ("of", "to", "in", "on") and not amount:
        return 0
    inner = [part for part in parts if part not in _MAY_RETURN] if len(parts) > 2 else parts
    if len(set(inner)) < len(inner) or not inner:
        return 0
    # "He said that he said that"; but "He is coming, he is coming".
    if parts[0] in _TELLERS and parts[-1] != "that":
        return 0
    # "Down by the river, by the river": a song; "As a result, as a result" opens a sentence.
    if phrase[-1] == "," and not starts_sentence(text, first) and parts[-1][:-1] not in _HEADS | _PREPOSITIONS:
        return 0
    # "Step by step by step": what stands before the phrase is its own last word.
    chain = before > 0 and text[slice(*places[before - 1])].lower() == parts[-1]
    if chain and parts[0] == "of":
        return 0
    sure = (len(parts) > 2 and parts[0] != "and") or (
        tuple(parts) in _COMPLEX
        or (parts[1] in _HEADS and parts[0] in _BEFORE_HEADS)
        or (parts[0] in _PREPOSITIONS and (parts[1] in _HEADS or (parts[0] != "and" and (len(parts[1]) > 3 and not chain))))
    )
    return stop if sure else 0


_GOES_ON = re.compile(r"[\w'’-]")


RULES = (
    Rule(
        name="phrase",
        why="a phrase of three words or more stands twice in a row",
        find=_phrase,
        gate=ENGLISH,
        confidence=0.9,
        examples=[
            ("There is snow in the north of in the north of the country.", "There is snow in the north of the country."),
            ("A number of a number of guests walked along the along the beach.", "A number of guests walked along the beach."),
            (
                "According to according to the report, she said that she said that it fell.",
                "According to the report, she said that it fell.",
            ),
        ],
        keeps=[
            "It went on and on and on and on.",
            "He moved from New York, New York, to Leeds.",
            "Higher and higher and higher it rose.",
            "It is the friend of the friend of the king, and the parent of the parent of the parent.",
            "He talked and so on and so on.",
            "She sang: He is coming, he is coming. Down by the river, by the river, they danced.",
            "The head of the head of the firm.",
        ],
    ),
    Rule(
        name="word",
        why="a word of grammar stands twice, and no English sentence puts it so",
        find=_twice_in_a_row(lambda word: word.lower() in _ALWAYS, _word),
        gate=ENGLISH,
        confidence=0.95,
        examples=[
            ("The the museum is closed on Mondays.", "The museum is closed on Mondays."),
            ("He sent the the letters yesterday.", "He sent the letters yesterday."),
            ("They agreed to to meet again.", "They agreed to meet again."),
            ("I I think so. An an apple fell.", "I think so. An apple fell."),
            ("The end of of the the the road is near.", "The end of the road is near."),
        ],
        keeps=[
            "She had had enough of the noise.",
            "I know that that lamp is broken.",
            "What it is is a mystery.",
            "I saw The The live in town.",
            "In Vol. I I think it is best.",
        ],
    ),
    Rule(
        name="word-in-clause",
        why="a preposition or a form of 'be' or 'have' stands twice, and the words before it leave no room for two",
        find=_twice_in_a_row(lambda word: word.lower() in _CLAUSE, _word_in_clause),
        gate=ENGLISH,
        confidence=0.85,
        examples=[
            ("We met in in the park.", "We met in the park."),
            ("She is is here.", "She is here."),
            ("In in the evening, the square is full.", "In the evening, the square is full."),
            (
                "Mr. Novak, 68, has has left, but the town will will not forget.",
                "Mr. Novak, 68, has left, but the town will not forget.",
            ),
        ],
        keeps=[
            "What it is is a mystery.",
            "You can log in in the morning.",
            "She had had enough of the noise.",
            "The can can is a dance.",
            "In in vitro tests the drug was safe.",
            "The will will be read, and his free will will win. Then Will will go.",
            "You can can fruit, and if it is is not the point.",
        ],
    ),
    Rule(
        name="word-likely",
        why="a word of grammar stands twice on a page that a machine made",
        find=_twice_in_a_row(lambda word: word.lower() in _LIKELY, _word),
        gate=LIKELY,
        confidence=0.8,
        examples=[("It is not not the shop in the north.", "It is not the shop in the north.")],
        keeps=["I know that that lamp is broken.", "She had had enough of the noise."],
    ),
    Rule(
        name="long-word",
        why="a long noun or verb stands twice, which is done for emphasis with short words only",
        find=_twice_in_a_row(lambda word: len(word) > 6, _same_long),
        gate=ENGLISH,
        confidence=0.8,
        examples=[("The meeting meeting was short.", "The meeting was short.")],
        keeps=["This is terrible terrible weather.", "It was a hopeless hopeless case."],
    ),
    Rule(
        name="noun",
        why="a short noun or verb stands twice on a page that a machine made",
        find=_twice_in_a_row(lambda word: 4 <= len(word) <= 6, _same),
        gate=CLEAR,
        confidence=0.75,
        examples=[("They saw the market market in the town.", "They saw the market in the town.")],
        keeps=["It was a long long way.", "She was very very glad."],
    ),
)


def trigger(text: str, context: Context) -> Collection[str]:
    """The rules for which a word stands twice, or so many words return that a phrase may."""
    names = ["phrase"] if scan(text, context).again else []
    if _doubles(text, context):
        names += ["word", "word-in-clause", "word-likely", "long-word", "noun"] if worth(text, context) else ["word"]
    return names


# The pass over the words takes a capital for another word.
CAPITALS = frozenset(
    f"{word.capitalize()} {word} "
    for word in (
        "the",
        "a",
        "it",
        "in",
        "its",
        "at",
        "on",
        "for",
        "with",
        "they",
        "we",
        "he",
        "she",
        "an",
        "these",
        "their",
        "our",
        "my",
        "his",
        "from",
        "if",
        "because",
        "some",
        "each",
        "both",
    )
)
_PAIR = re.compile(rf"(?<![\w-])(?:{'|'.join(map(str.strip, sorted(CAPITALS)))}|([A-Za-z]+) \1)\b(?!['’-])")
_SURE = frozenset({" the the ", " of of ", " to to "})
