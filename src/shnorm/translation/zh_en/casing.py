"""Capitals in the middle of a sentence (after a comma, a number, a quote), and small letters that open one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from shnorm.gate import Context
from shnorm.rules import Rule
from shnorm.translation.english import LEXICON, rank, tags
from shnorm.translation.tokens import LONG, look, once, signs, worth
from shnorm.translation.zh_en.common import (
    CLEAR,
    ENGLISH,
    LIKELY,
    MONTHS,
    before_capitals,
    low_stops,
    starts_sentence,
    word_before,
)
from shnorm.translation.zh_en.numbers import GIVERS, LABELS, is_plural, is_year
from shnorm.wordlist import words

NAME = "casing"

#: Words of grammar that are no names; with a capital they begin a sentence or a title, nothing else.
GRAMMAR = words(
    "the a an and but or nor so yet which who whom whose when while where whereas because since although though if unless until after before as we "
    "you he she it they this that these those there here his her its their our my your in on at by for from with without to of into through during "
    "however therefore then thus also not all some many most more each every both is are was were has have had can could should would must "
    "once under over between among against about according besides meanwhile moreover furthermore instead otherwise still even only just "
    "what how why whether neither either such because let do does did no especially including particularly mainly usually often perhaps though "
    "depending nevertheless nonetheless consequently accordingly hence thanks rather almost nearly very too across along throughout within without "
    "behind beside despite except please maybe twice toward towards upon whenever wherever whatever instead together along much few "
    "several others someone anyone everyone "
    "hundreds thousands millions dozens half one two three four five six seven eight nine ten eleven twelve several another next"
)
# Those after which a name may follow: "He left, And Anna stayed".
_JOINS = words(
    "and but or nor so yet which who whom whose when while where whereas because since although though if unless until that as then also"
)
_ADVERBS = words(
    "next finally similarly currently additionally however therefore then thus meanwhile moreover furthermore otherwise instead besides "
    "nevertheless nonetheless consequently accordingly hence"
)
# Speech and lists of names go on with a capital after the comma: "He answered, The door is open."
_SPEECH = words(
    "said say says saying asked ask asks answered answer answers replied reply replies thought think thinks cried cry wrote write writes read reads "
    "called call shouted whispered added adds told tell tells saith quoth spake exclaimed explained declared announced asking replying crying "
    "remarked observed muttered continued went is was be question motto slogan reads wonder wondered ask heard sing sang sings goes repeat "
    "singing chanting chanted sung reading headed titled inscribed "
    "thinking imagine imagined wondering of like entitled titled named known called amen indeed behold lord"
)
_GREETINGS = words(
    "dear hi hello hey thanks regards sincerely cheers best yours love greetings respectfully cordially ps welcome"
)
#: First words of a clause that cannot stand alone: what comes after its comma is the main clause.
_OPENERS = words(
    "after although as at because before by besides despite due during even except following for from given if in in- instead like near of on once "
    "over rather since so than through throughout to toward towards under unless until unlike upon when whenever where whereas wherever whether "
    "while with within without according thanks owing today yesterday now currently recently similarly finally meanwhile however therefore next "
    "then later first second third last this that these those each every some many most all only just currently sometimes usually often here "
    "additionally moreover furthermore subsequently eventually overall generally basically especially particularly firstly secondly thirdly lastly "
    "also yes no further compared based judging depending regarding concerning considering"
)
#: Openers that stand alone before their comma.
_ALONE = words(
    "first second third next then finally also therefore however meanwhile similarly moreover furthermore currently recently eventually now "
    "usually sometimes often additionally subsequently generally overall besides lastly firstly secondly thirdly nevertheless consequently"
)
_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LONG_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")
# A capital where neither a mark nor a name calls for one: the lines of a poem, run together.
_VERSE = re.compile(
    r"[a-z] (?:That|And|The|To|Of|In|With|For|When|But|His|Her|Who|Which|As|By|So|Or|Nor|On|From) [a-z]|[a-z;,] ?\u00a0[ \u00a0]*[A-Z]"
)
_IN_VERSE = re.compile(rb"a A(?=a{1,4} a)")
_SET_APART = re.compile(rb"[a,] ?\?[ ?]*A")
# Begins with a class of characters and looks back from there, which is searched for twice as fast as the words.
_REFERENCE = re.compile(
    r"[VvPpEeIiDd(](?:(?<=\()[0-9]{4}[A-Za-z]?\)|(?<!\w.)(?:(?<=[Vv])[Oo][Ll]|(?<=[Pp])[Pp]|(?<=[Ee])(?:[Dd][Ss]?|[Tt] [Aa][Ll])"
    r"|(?<=[Ii])[Ss][Bb][Nn]|(?<=[Dd])[Oo][Ii])\b)"
)
_LISTED = re.compile(r"\s*\[[0-9]+\]")

_CAPITAL_AFTER = re.compile(r"[,;][ \u00a0]*([A-Z][a-z]*)")
_AFTER = re.compile(
    r"[,;](?P<blank>[ \u00a0]*)(?P<cap>[A-Z][a-z]*)"
    r"(?P<next>(?:['’](?:s|re|ll|ve|d))?[ \u00a0]+(?=[a-z0-9“\"‘'(])|[ \u00a0](?=[A-Z])|[ \u00a0]?(?=[,.;])|-(?=[a-z]))"
)


# "The pipeline, Will be finished": no name stands before these.
_AFTER_MODAL = (" be ", " not be ", " also be ")
# "&nbsp;Allow", "quot; The": the end of an entity.
_ENTITY = re.compile(r"(?:&#?\w+|\b(?:quot|amp|apos|nbsp|lt|gt)|#[0-9]+)\Z")


class Slip:
    """A capital after a comma or semicolon: its match, and the word in small letters."""

    __slots__ = ("_before", "_opens", "_tokens", "low", "match")

    def __init__(self, match: re.Match[str], low: str) -> None:
        self.match, self.low = match, low
        self._before: str | None = None
        self._opens: bool | None = None
        self._tokens: list[str] | None = None

    @property
    def before(self) -> str:
        """The clause before the mark."""
        if self._before is None:
            self._before = _quoted_part(clause(self.match.string, self.match.start()))
        return self._before

    @property
    def first(self) -> str:
        """The first word of that clause."""
        m = _TOKEN.search(self.before)
        return m[0] if m else ""

    @property
    def tokens(self) -> list[str]:
        """The words of that clause."""
        if self._tokens is None:
            self._tokens = _TOKEN.findall(self.before)
        return self._tokens

    def opens(self, context: Context) -> bool:
        """Whether it opens the main clause after one that cannot stand alone."""
        if self._opens is None:
            self._opens = _opens_main_clause(self.match.string, self, context)
        return self._opens


@once
def _slips(text: str, context: Context) -> tuple[list[Slip], list[Slip]]:
    """Capitals after a comma or semicolon, those of words of grammar and those of others that are no names."""
    grammar: list[Slip] = []
    others: list[Slip] = []
    seen, lexicon, capital = look(text, context), LEXICON.get(), _CAPITAL_AFTER.match
    for start in seen.joints.raised:
        place = capital(text, start)
        if place is None:
            continue
        low = place[1].lower()
        found = grammar
        if low not in GRAMMAR and not (low in ("will", "may") and text.startswith(_AFTER_MODAL, place.end())):
            found = others
            letters = lexicon.get(low) or (_plural_of(low) if low[-1] == "s" else "")
            if not letters or (letters[-1] == "*" and low != "state"):
                continue  # a name, or a stranger
        m = _AFTER.match(text, start)
        if m and not (text[start] == ";" and _ENTITY.search(text, max(0, start - 10), start)):
            found.append(Slip(m, low))
    return grammar, others


def clause(text: str, position: int) -> str:
    """What stands between the last stop and ``position``, at most 300 characters.

    >>> clause("It rains. After the storm, The", 25)
    ' After the storm'
    """
    before = text[max(0, position - 300) : position]
    for stop in ".!?;:\n\r":
        if stop in before:
            before = before[before.rindex(stop) + 1 :]
    return before


def _quoted_part(before: str) -> str:
    """What stands after a quote that ``before`` opens and does not close, if that is words; else all of it."""
    for mark, closing in (('"', '"'), ("“", "”")):
        place = before.rfind(mark)
        if place >= 0 and (before.count(mark) % 2 if mark == closing else before.rfind(closing) < place):
            inner = before[place + 1 :]
            return inner if _OPENING_CLAUSE.match(inner) else before
    return before


_OPENING_CLAUSE = re.compile(r"[A-Z][a-z'’]* (?:[a-z]|I\b)")


def _around(text: str, position: int) -> tuple[int, int]:
    """Start and end of the line that holds ``position``, at most 300 characters to each side."""
    start = max(text.rfind("\n", max(0, position - 300), position) + 1, position - 300, 0)
    end = text.find("\n", position, position + 300)
    return start, end if end >= 0 else min(position + 300, len(text))


def common(word: str) -> bool:
    """Whether a word in lower case is English and, with a capital, no name."""
    letters = tags(word)
    return bool(letters) and letters[-1] not in "+*"


def _named(text: str, word: str, least: int = 1) -> bool:
    """Whether ``word`` stands with its capital after a word in small letters at ``least`` times: a name of this page."""
    position = text.find(f" {word}")
    while position >= 0:
        start, end = position, position + len(word) + 1
        while start > 0 and "a" <= text[start - 1] <= "z":
            start -= 1
        if start < position and _WORD_END.match(text, end) and not _INSIDE.match(text[start - 1 : start]):
            least -= 1
            if not least:
                return True
        position = text.find(f" {word}", end)
    return False


_WORD_END = re.compile(r" (?!of\b)|[.'’]")
_INSIDE = re.compile(r"\w")


def _title_case(line: str, skip: str, context: Context) -> bool:
    """Whether most long words of a line begin with a capital: a title, where capitals are at home."""
    known: dict[str, tuple[list[str], int]] = context.memory.__dict__.setdefault("_long_words", {})
    found = known.get(line)
    if found is None:
        words = _LONG_WORD.findall(line)
        found = known[line] = words, sum(w[0].isupper() for w in words)
    long, raised = found
    # What is left out has a capital, too.
    left_out = long.count(skip)
    return len(long) - left_out >= 3 and (raised - left_out) * 2 > len(long) - left_out


def _may_be_title(start: int, end: int, text: str, context: Context) -> bool:
    """Whether a line has so many capitals, for the words that end in four small letters, that it can be in the case of titles."""
    kinds = signs(text, context)
    return kinds.count(b"A", start, end) * 2 > kinds.count(b"aaaa ", start, end)


def _reference(line: str, context: Context) -> bool:
    """Whether a line reads as an entry of a list of books."""
    known: dict[str, bool] = context.memory.__dict__.setdefault("_references", {})
    found = known.get(line)
    if found is None:
        found = known[line] = _REFERENCE.search(line) is not None or _LISTED.match(line) is not None
    return found


@once
def _verses(text: str, context: Context) -> tuple[list[int], list[int]]:
    """Where a line of a poem seems to begin inside a line of ``text``: starts and ends of what shows it."""
    kinds = signs(text, context)
    places = [m.start() for m in _IN_VERSE.finditer(kinds)]
    if "\u00a0" in text:
        places = sorted({*places, *(m.start() for m in _SET_APART.finditer(kinds))})
    found = [m.span() for place in places if (m := _VERSE.match(text, place))]
    return [start for start, _ in found], [end for _, end in found]


def _in_verse(text: str, position: int, context: Context) -> bool:
    """Whether less than 600 code points from ``position`` lines of a poem were run together."""
    starts, ends = _verses(text, context)
    i = bisect_left(starts, position - 600)
    return i < len(starts) and ends[i] <= position + 600


def _grammar(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for slip in _slips(text, context)[0]:
        m, low = slip.match, slip.low
        if (
            _suits(m, low)
            and not _LISTED_NAMES.search(text, max(0, m.start() - 24), m.end() + 4)
            and not (low not in _JOINS and context.translated < 0.3 and _IS_TITLE.match(text, m.start("cap")))
            and not (low == "a" and _LETTER_A.match(text, m.end("cap")))
            and not (low in ("you", "your") and context.translated < CLEAR.evidence and _named(text, m["cap"], least=2))
            and _sound(text, slip, context)
        ):
            yield m.start("cap"), m.start("cap") + 1, low[0]


# "A treatise, On the Medicinal Properties of the Juice", "Hobby Lobby, Just for Fun Fabrics": titles and names.
_IS_TITLE = re.compile(r"[A-Z][a-z]+ (?:the|a|an|for|of|to|in) (?:[A-Z][a-z]+ (?!(?:said|was|were|is|are|had|has)\b)){2}")
# "In angles A, B, and C, A is 60 degrees": the letter.
_LETTER_A = re.compile(r" (?:is|and|or|to|was|equals|has|has|does|will|can|must|then|[=<>+*/-])(?![a-z-])")
# "He reads Dune, It, She and The Road": titles in a list.
_LISTED_NAMES = re.compile(r", [A-Z][a-z]*, (?:He|She|It|They|We|You|This|That|Some|One|Her|His|Here|There) (?:and|or) ")


_COUNTED_ONE = re.compile(r"[a-z]+(?= (?:and|or|in|of|on|at|for|with)\b)")


def _suits(m: re.Match[str], low: str) -> bool:
    following = m.string[m.end() : m.end() + 1]
    if following.isupper():
        return low in _JOINS
    if low in ("one", "half"):
        # "One church and a pub": what it counts.
        counted = _COUNTED_ONE.match(m.string, m.end()) if low == "one" else None
        return (
            m.string[m.start()] == ";"
            or m.string.startswith("of ", m.end())
            or (counted is not None and tags(counted[0])[:1] == "N")
        )
    if following in ",.;":
        return following == "," and low in _ADVERBS
    return bool(m["next"])


def _sound(text: str, slip: Slip, context: Context) -> bool:
    """Whether a capital after this mark is a slip: not speech, not a letter's greeting, not a list of titles or references.

    A page that clearly shows a machine's hand has such slips in speech and after names, too.
    """
    m, before, tokens = slip.match, slip.before, slip.tokens
    if len(m["blank"]) > 1 and context.translated < 0.6:
        return False  # verse set in one line
    if not tokens:
        # The clause is too long to be seen, or begins with digits.
        return bool(before.strip()) and before.strip()[0].isdigit()
    if tokens[0].lower() in _GREETINGS and tokens[1:2] != ["to"]:
        return False
    joined = slip.low == "and" and _AND_NAME.match(m.string, m.end())
    told = slip.low in _RELATIVES and _ASIDE.match(m.string, m.end())
    first, last = tokens[0].lower(), tokens[-1].lower()
    opens = bool(told) or first in _OPENERS or (tokens[0].endswith("ly") and tags(first)[:1] == "R")
    spoken = (
        (
            last in _SPEECH
            and before.rstrip()[-1:].isalpha()
            and not (opens and last in _AT_ENDS)
            and not (m.string[m.start()] == ";" and slip.low in _ADVERBS)
        )
        or before.count('"') % 2
        or before.count("“") > before.count("”")
    )
    named = not opens and not joined and not any(token[0].islower() for token in tokens)
    if (spoken or named) and context.translated < 0.6:
        return False
    if _in_verse(text, m.start(), context):
        return False
    start, end = _around(text, m.start())
    plain = joined or (_TOLD.match(text, m.end("cap")) and _ENDS_LATER.search(text, m.end(), end))
    if not plain and _may_be_title(start, end, text, context) and _title_case(text[start:end], m["cap"], context):
        return False
    return not _reference(text[start:end], context)


# "If you would like, We can": what speech does not begin after.
_AT_ENDS = words("like go is was")
# "Tomas, Tyler, And Harriet all ran."
_AND_NAME = re.compile(r"[A-Z][a-z]+ (?:all|both|are|were|have|had|each|will) [a-z]")
# Two words in small letters: a title has capitals there.
_TOLD = re.compile(r" [a-z]+ [a-z]{4}")
# "Mr. Novak, Who owns the shop, said": what is told of a name, between two commas.
_RELATIVES = words("who whose which whom")
_ASIDE = re.compile(r"[a-z][^.?!,;:\n]{3,100}, [a-z]+ [a-z]")
_CLUBS = words("arsenal everton orient villa forest palace wanderers rovers athletic celtic hearts")
_DIRECTIONS = words("north south east west")
#: Plurals that are family names, too; then a verb in the singular, or of speech, follows.
_SURNAMES = words(
    "waters brooks rivers woods fields hills stones banks wells mills parks marks bells flowers peoples gates sands meadows summers winters downs "
    "jobs marbles cooks carriers powers fires fellows masters walls hooks horns days weeks"
)
# Nouns that stand without an article.
_MASS = words(
    "water work food rain snow ice wind smoke traffic trade production construction research education money power electricity gas oil "
    "fuel bread milk "
    "meat fruit rice wheat sugar salt coffee tea beer wine fish air light heat noise dust mud sand soil grass wood paper glass steel iron metal "
    "plastic cotton wool clothing furniture equipment machinery luggage mail news information advice progress growth development demand "
    "supply output "
    "unemployment inflation poverty crime violence war peace life death health care medicine treatment training support help assistance aid "
    "cooperation trust anger fear panic interest attention confidence pressure damage flooding drought hail lightning thunder fog mist sunshine "
    "rainfall weather nature wildlife tourism agriculture farming industry business commerce investment funding credit debt rent insurance tax "
    "access parking admission entry registration payment service transport transportation housing accommodation space room time evidence proof "
    "science technology software internet television radio music art football rugby cricket swimming cycling hiking skiing fishing hunting shopping "
    "cooking cleaning washing laundry rubbish garbage waste recycling pollution contamination infection disease illness fever pain sleep stress "
    "exercise sport safety security police staff personnel management leadership membership participation attendance turnout voting smoking drinking "
    "lime cement plaster compost fertiliser fertilizer "
    "eating writing learning teaching homework everything everybody nothing nobody somebody something"
)
# What follows a verb and never a name: "If you get lost, Press the button."
_ARTICLES = words("the a an your")
_OBJECTS = words("the a an your all this these it any them his her their its")


# "Shipments of handheld devices".
_OF_WHAT = re.compile(r"of (?!the\b|a\b|an\b|our\b)[a-z]{4,} [a-z]")


def _opens_main_clause(text: str, slip: Slip, context: Context) -> bool:
    m, low = slip.match, slip.low
    if not m["next"] or m["next"][0] in "'’" or len(low) < 3:
        return False
    following = _TOKEN.match(text, m.end())
    if not following or not following[0].islower():
        return False
    letters = tags(low) or _plural_of(low)
    if (
        not letters
        or low in _CLUBS
        or low in _DIRECTIONS
        or (low in _SURNAMES and (tags(following[0])[:1] in ("Z", "D") or following[0] in ("is", "was", "has")))
        # "Happy has to go", "Willy is ten": no adjective or adverb stands before a verb.
        or (letters[0] in "JR" and "n" not in letters and following[0] in _AUXILIARIES)
        or (
            letters[-1] in "+*"
            and not (
                letters[-1:] == "+"
                and (("v" in letters.lower() and following[0] in _OBJECTS) or (letters[:1] == "N" and following[0] in _ARTICLES))
            )
        )
    ):
        return False
    if not tags(low) and following[0] not in _PLURAL_VERBS:
        return False  # "Hicks found"
    if text[m.start()] != ";" and (first := slip.first.lower()) not in _OPENERS and first not in _ALONE:
        return False
    # No name stands before an article either: "Sand the surface".
    verb = following[0] in _OBJECTS and (
        "v" in letters.lower() or (letters[:1] == "N" and letters[-1] != "*" and following[0] in _ARTICLES)
    )
    bare = (
        low in _MASS or (_uncounted(low) and (following[0] in _AUXILIARIES or tags(following[0])[:1] in ("Z", "D")))
    ) and following[0] not in ("said", "says", "told")
    if following[0] in ("of", "for", "and") and text[following.end() : following.end() + 2].strip()[:1].isupper():
        return False  # "Transport for Wales"
    if letters[0] == "S" and following[0] in ("of", "without", "for", "and") and not _OF_WHAT.match(text, following.start()):
        return False  # "Friends of the Earth"
    if text[m.start()] != ";":
        tokens = slip.tokens
        if len(tokens) == 1 and tokens[0].lower() in _ALONE:
            opens = (common(low) or verb) and (letters[0] == "S" or following[0] in _OBJECTS)
        elif len(tokens) < 2 or tokens[0].lower() not in _OPENERS or not tokens[0][0].isupper():
            opens = False
        else:
            opens = (
                tokens[-1][0].islower()
                or (letters[0] == "S" and following[0] in _PLURAL_VERBS)
                or (tokens[-1] in _DAYS and low in _PERSONS and tags(following[0])[:1] == "D")
            )
        if not opens:
            return False
    # "Valve has published it": one thing has an article, a name has none.
    return letters[0] != "N" or verb or bare or context.translated >= LIKELY.evidence


_AUXILIARIES = words("is was has had will can must may should would could does did cannot")


def _uncounted(low: str) -> bool:
    """Whether a noun that is no name is hardly ever a plural: ``energy``."""
    if tags(low) not in ("N", "Nv", "Nj", "Nn"):
        return False
    places = [place for form in (low + "s", low + "es", low[:-1] + "ies") if (place := rank(form)) is not None]
    return min(places, default=100_000) > 10 * (rank(low) or 0) + 5_000


_PLURAL_VERBS = words("are were have will can must had")


def _no_name(text: str, slip: Slip) -> bool:
    """Whether a word after a comma is no name wherever it stands: an adverb, a participle with its object, a noun in a list of plurals."""
    m, low = slip.match, slip.low
    if text[m.start()] != "," or len(low) < 4 or m["next"][:1] in ("'", "’"):
        return False
    letters = tags(low)
    if letters[:1] not in ("D", "G", "J", "R", "S") or letters[-1] in "+*":
        return False
    tokens = slip.tokens
    # "Checked, Weighed, Packed and shipped", "hot, Spicy and sour": one participle or adjective after the other.
    if letters[0] in "DGJ" and len(tokens) > 2 and tokens[-1].islower() and _series(text, m):
        last = tags(tokens[-1])
        return last[:1] == letters[0] or (letters[0] == "J" and last[:1] == "D" and "j" in last)
    following = _TOKEN.match(text, m.end())
    if letters[:1] == "D" and _MADE.fullmatch(slip.before) and _IN_YEAR.match(text, m.end()):
        return True
    # "The river, Swollen by rain": a participle.
    if letters[:1] in ("J", "D") and low.endswith(("en", "wn", "rn", "nt", "ed")) and _BY_WHAT.match(text, m.end()):
        return True
    if letters[:1] == "J" and _MADE.fullmatch(slip.before) and _FULL_OF.match(text, m.end()):
        return True
    if not m["next"] or not following or not following[0].islower() or len(tokens) < 3 or not tokens[-1][0].islower():
        return False
    if letters[:1] == "G":
        return following[0] in _OBJECTS or following[0] in _PREPOSITIONS
    if letters[:1] == "D":
        # "He took the key, Locked the door and left": one act after the other.
        acts = _AND_THEN.match(text, following.end()) if following[0] in _ACTED else None
        return following[0] in ("by", "with", "in", "from", "to", "on") or (
            acts is not None and any(tags(token)[:1] == "D" for token in tokens[:3]) and tags(acts[1])[:1] == "D"
        )
    if letters[:1] == "R":
        return low.endswith("ly") and following[0] not in _AUXILIARIES
    return letters == "S" and following[0] in ("and", "or") and tags(tokens[-1])[:1] == "S"


# "The machine, Built in 1890, still works."
_MADE = re.compile(r" ?(?:The|This|That|Its|Their|Our|His|Her) [a-z]+")
# "The train, Full of tourists, left."
_FULL_OF = re.compile(r"(?:of|to|for|with|from|in) (?:the )?[a-z][^.?!,;:\nA-Z]{2,60}, [a-z]+ [a-z]")
_BY_WHAT = re.compile(r"by (?:the |an? )?[a-z][^.?!,;:\nA-Z]{2,60}, [a-z]+ [a-z]")
_IN_YEAR = re.compile(r"in (?:1[5-9]|20)[0-9][0-9]\b")


def _series(text: str, m: re.Match[str]) -> bool:
    """Whether what follows goes on with a list: a comma, or "and" and a word in small letters."""
    return _GOES_ON_LIST.match(text, m.end("cap")) is not None


_AND_THEN = re.compile(r"[a-z ]{0,40}?,? and (?:then )?([a-z]+)")
_GOES_ON_LIST = re.compile(r" ?, [A-Za-z]|,? (?:and|or) [a-z]")
_PREPOSITIONS = words("in on at to from for with by into out up down over through about of off away")
_ACTED = _OBJECTS | _PREPOSITIONS | words("left right around round back")


def _plural_of(low: str) -> str:
    """``"S"`` for the plural of a noun that only itself is in the list: ``trams``."""
    return "S" if low[-1:] == "s" and tags(low[:-1]) == "N" and rank(low) is not None else ""


def _main_clause(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for slip in _slips(text, context)[1]:
        m, low = slip.match, slip.low
        if not (slip.opens(context) or _no_name(text, slip)) or not _sound(text, slip, context):
            continue
        if not _named(text, m["cap"]):
            yield m.start("cap"), m.start("cap") + 1, low[0]


_PLAIN_NAMES = words("price union ministry stadium league academy institute")


def _any_word(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for slip in _slips(text, context)[1]:
        m, low = slip.match, slip.low
        if len(low) < 2 or m["next"][:1] in ("'", "’") or text[m.end() : m.end() + 1].isupper():
            continue
        letters = tags(low)
        state_owned = low == "state" and m["next"] == "-"  # the State is a name, state-owned is not
        if not letters or (letters[-1] == "*" and not state_owned):
            continue
        following = _TOKEN.match(text, m.end())
        # "Bush was", "Baker said": one thing has an article, a name has none.
        subject = following is not None and (following[0] in _AUXILIARIES or tags(following[0])[:1] in ("Z", "D"))
        name_like = letters[-1] == "+" and (
            (letters[0] not in "VJR" and not text[m.end() : m.end() + 1].islower())
            or (letters[0] == "N" and subject and low not in _MASS and low not in _PLAIN_NAMES)
        )
        if name_like:
            continue
        if context.translated < LIKELY.evidence:
            return
        if not slip.opens(context) and not _named(text, m["cap"]) and _sound(text, slip, context):
            yield m.start("cap"), m.start("cap") + 1, low[0]


_AFTER_NUMBER = re.compile(
    r"(?<![\w.,/:-])(?P<n>[0-9][0-9,]*)[ \u00a0](?P<cap>[A-Z][a-z]+)(?=[ \u00a0](?P<next>[a-z]+)|[ \u00a0]?[,.;:!?)\"”]|[ \u00a0]\()"
)
# "220 stalls and 4 Cafes": the noun after "and" belongs to a number, too.
_AND_NUMBER = re.compile(
    r"\b(?P<before>[A-Za-z]+),? (?:[0-9][0-9,]* [A-Za-z]+ ?, ?){0,5}[0-9][0-9,]* [A-Za-z]+(?: ?,| (?:and|or)) \Z"
)
_OPENED = words("were are have had who will from took came joined can must")
#: Words of size and units, which are no names after a number.
_SIZES = words(
    "liters litres milliliters gallons inches yards "
    "million billion trillion thousand kilometers kilometres meters metres kilograms grams tons tonnes hectares acres miles hours minutes seconds "
    "days weeks months years euros dollars yuan percent degrees square cubic people"
)
# Those of them with which no title begins, even after these words.
_MEASURES = words(
    "kilometers kilometres meters metres kilograms grams tons tonnes hectares acres miles yuan euros dollars percent degrees square cubic"
)
_JOINED = words("and or")
# Of what things are made; such a word is a name, too, but not before a plural.
_MATERIALS = words(
    "gold silver bronze brass copper iron steel tin zinc lead glass paper stone slate marble granite clay brick wood oak pine bamboo silk cotton "
    "wool linen leather plastic rubber ivory pearl diamond jade amber crystal ceramic"
)
# Members of what has a name.
_GROUPS = words(
    "republican democratic democrat conservative liberal fed marine marines realtor realtors catholic protestant orthodox"
)
# What became of a measure word, which is another rule's.
_SPANS = words("seconds minutes hours days weeks months years")
_NAMED_SPANS = words("7 8 9 10 12 13 24 25 28 30 40 48 50 60 72 80 90 100 127 500")
_PLURALS = words("photos times websites smartphones stanzas pages sheets friends stars wolves miles")
_MANY = words("multiple multi individual")
_NOT_BEFORE = words("in by since until on the these those and or")
_PLURAL_BE = words("were are have")
_PERSONS = words(
    "people families residents workers students pupils children women men villagers guests visitors passengers drivers farmers teachers nurses "
    "doctors patients companies firms shops schools households employees volunteers tourists players members"
)
# "In total, 13 Villages were flooded."
_AFTER_OPENER = re.compile(
    r"(?:^|[.!?] )(?:(?:In|On|At|By|As|After|Since|During|According to|Among|Last|This|Every|So) [a-z][a-z ]+|In (?:19|20)[0-9]{2}), \Z"
)
_NOT_AFTER = _NOT_BEFORE | LABELS
_FRONT = words("for with now then today still currently only about over some nearly almost around more there least just")


def _after_number(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for last in before_capitals(text, context):
        start = last
        while start > 0 and last - start < 12 and text[start - 1] in "0123456789,":
            start -= 1
        m = _AFTER_NUMBER.match(text, start)
        if m is not None and m.end("n") == last + 1 and _is_counted(m, context):
            yield m.start("cap"), m.start("cap") + 1, m["cap"][0].lower()


def _is_counted(m: re.Match[str], context: Context) -> bool:
    """Whether a word with a capital is what the number before it counts, and no name."""
    text, low, following = m.string, m["cap"].lower(), m["next"] or ""
    before = word_before(text, m.start())
    if low in _SPANS and before in ("in", "In") and _is_span(m):
        return True
    if low == "of" and before.islower() and before not in _NOT_AFTER and _OF_THESE.match(following):
        return not _in_title(m, context)
    letters = "S" if low in _PLURALS else tags(low)
    if letters[:1] == "Z" and "s" in letters and letters[-1] not in "+*":
        letters = "S"  # "3 Drops a minute"
    free = before not in _NOT_AFTER or (before in _JOINED and low in _MEASURES and following)
    if low in _SIZES and before.islower() and (following or letters[:1] != "N") and free and not _in_title(m, context):
        return True
    if not letters or letters[-1] == "*" or low in GRAMMAR or low in _GROUPS or low in _MANY:
        return False
    if letters[0] == "S" and before.lower() not in _NOT_AFTER and context.translated >= 0.6:
        return True
    if is_year(m["n"]):
        return False
    if letters[0] == "S" and letters[-1] not in "+*" and before in ("and", "or", ""):
        other = _AND_NUMBER.search(text, max(0, m.start() - 80), m.start())
        if other and other["before"].lower() not in _NOT_AFTER:
            return True
    if before.lower() in LABELS or before in _NOT_BEFORE:
        return False
    return (
        (before.islower() or before.lower() in _FRONT or (letters[0] == "S" and letters[-1] not in "+*" and _opens_clause(m)))
        and _is_noun(m, letters, before, context)
        and ((following and _ends_later(m)) or not _in_title(m, context))
    )


def _is_span(m: re.Match[str]) -> bool:
    """Whether a number and a length of time after "in" are just that, and not what a film is called: "in 5 Minutes"."""
    told = (m["next"] or "").islower() or m.string.startswith((".", ","), m.end())
    return told and m["n"] not in _NAMED_SPANS and not is_year(m["n"])


def _opens_clause(m: re.Match[str]) -> bool:
    """Whether a number and a plural are the subject of a verb at the beginning of a sentence, or behind what opens it."""
    following = m["next"] or ""
    acted = m["cap"].lower() in _PERSONS and tags(following)[:1] == "D"
    if following in _OPENED and starts_sentence(m.string, m.start()):
        return True
    opened = (following in _PLURAL_BE or acted) and _AFTER_OPENER.search(m.string, max(0, m.start() - 60), m.start())
    return bool(opened)


def _is_noun(m: re.Match[str], letters: str, before: str, context: Context) -> bool:
    """Whether a word with these parts of speech is a noun after its number, or describes the plural that follows."""
    low, following = m["cap"].lower(), m["next"] or ""
    if letters[-1] == "+":
        described = letters[0] in "JV" or (low in _MATERIALS and (before in GIVERS or tags(before)[:1] in ("Z", "D")))
        if not described or not (is_plural(following) or "s" in tags(following).lower()):
            return False
    return letters[0] in "SJ" or low in _MATERIALS or tags(following)[:1] in ("N", "S") or context.translated >= 0.2


def _ends_later(m: re.Match[str]) -> bool:
    """Whether a sentence ends behind what was matched, in its line."""
    return _ENDS_LATER.search(m.string, m.end(), _around(m.string, m.start())[1]) is not None


def _in_title(m: re.Match[str], context: Context) -> bool:
    """Whether what was matched stands in a line in the case of titles; other nouns after numbers are slips, too."""
    text = m.string
    start, end = _around(text, m.start())
    return _may_be_title(start, end, text, context) and _title_case(_COUNTED.sub("", text[start:end]), m["cap"], context)


_COUNTED = re.compile(r"(?<=[0-9] )[A-Z][a-z]+")
_AFTER_QUOTE = re.compile(
    r"(?P<open>[“\"])(?P<in>[^“”\"\n]{1,80}[^“”\"\n.!?,;])[”\"] (?P<cap>[A-Z][a-z]+)(?= (?P<next>[A-Za-z]))"
)


def _quoted(text: str) -> Iterator[re.Match[str]]:
    """What ``_AFTER_QUOTE`` matches, found from the closing quotes with a capital after them."""
    free = 0
    for close in sorted(m.start() for pattern in _QUOTED for m in pattern.finditer(text)):
        opened = max(text.rfind(mark, max(free, close - 82), close) for mark in '“"”')
        m = _AFTER_QUOTE.match(text, opened) if opened >= 0 else None
        if m:
            free = m.end()
            yield m


def _after_quote(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for m in _quoted(text):
        low = m["cap"].lower()
        if starts_sentence(text, m.start()) or not (low in GRAMMAR or (common(low) and tags(low)[:1] in "VDN")):
            continue
        if m["next"].isupper() and low not in ("to", "of", "in", "at", "for", "from", "with", "by", "on"):
            continue
        if context.translated >= 0.6 or word_before(text, m.start())[:1].islower():
            yield m.start("cap"), m.start("cap") + 1, low[0]


# Verbs that need a subject before them, with the word after them.
_AFTER_NAME = re.compile(
    r"(?<=[a-z][\"”] )(?P<cap>Is|Are|Was|Were|Has|Have|Had|Will|Can|Could|Should|Would|Must|And|Or|Of|Which|Who) (?=[a-z]{2})[^.?!\n]{4,300}\."
)


def _after_name(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for quoted in _quoted(text):
        m = _AFTER_NAME.match(text, quoted.start("cap"))
        if m is None:
            continue
        start, end = _around(text, m.start())
        if not (_may_be_title(start, end, text, context) and _title_case(text[start:end], m["cap"], context)):
            yield m.start("cap"), m.start("cap") + 1, m["cap"][0].lower()


def _mid_clause(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for place in _CLAUSE.finditer(signs(text, context)):
        low = text[place.start() + 1 : place.end() - 2].lower()
        if tags(low)[:1] != "V" or not common(low):
            continue
        m = _VERB.match(text, place.start())
        if m is None:
            continue
        before = word_before(text, m.start())
        if before.islower() and tags(before)[:1] in ("N", "S") and not _named(text, m["cap"], least=2):
            yield m.start("cap"), m.start("cap") + 1, low[0]


_MIDST = re.compile(r"(?<=[a-z] )(?P<cap>[A-Z][a-z]+) (?=[a-z]{2}|a )")


def _goes_on(text: str, m: re.Match[str], before: str) -> bool:
    """Whether a form of "be" or "have" stands after its subject, or a preposition after its verb, in a sentence that asks nothing
    and has no other capital or mark behind it."""
    rest = _REST.match(text, m.end())
    if rest is None:
        return False
    kind = tags(before)[:1]
    if m["cap"] in _STATES:
        return kind in ("N", "S")
    # What the preposition belongs to is no title and no Latin: "He sang In dulci jubilo."
    return m["cap"] in _LINKS and kind in ("D", "Z") and (rest[1] in _NEXT_TO or (rank(rest[1]) or 99_999) < 12_000)


_REST = re.compile(r"([a-z]+)(?: [a-z]+(?:['’-][a-z]+)*){1,12}\.(?!\w)")
_SUBJECT_HEADS = words("he she it they we the this that these those his her its their our my your many some all most")
_STATES = frozenset({"Are", "Is", "Was", "Were", "Has", "Have"})
_LINKS = frozenset({"To", "With", "From", "By", "For", "In", "At"})
_NEXT_TO = words("the a an his her its their our my your this that these those")


def _in_midst(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for m in raised_amid(text, context):
        # A heading may end before it, and a sentence begin, except after a word that both need to go on.
        before = word_before(text, m.start()).lower()
        # "Change the To field": a label.
        if before in _DETERMINERS and m["cap"] not in _AFTER_DETERMINER:
            continue
        part = clause(text, m.start())
        timed = m["cap"] in _AFTER_TIME and _TIME.fullmatch(part) is not None
        some = m["cap"] == "Of" and before in _PARTITIVE and _OF_THESE.match(text, m.end()) is not None
        # "When it snows The school is closed."
        first = _TOKEN.search(part)
        timed = timed or (
            first is not None
            and first[0].lower() in _CONJUNCTIONS
            and first[0][0].isupper()
            and "," not in part
            and part.count(" ", first.start()) > 2
            and _SUBJECT.match(text, m.start()) is not None
        )
        joins = m["cap"] in _NEVER_FIRST or (m["cap"] == "That" and before in _TELLS)
        joins = joins or _goes_on(text, m, before)
        if before not in _UNFINISHED and not (timed or some or joins) and context.translated < CLEAR.evidence:
            continue
        words_before = _TOKEN.findall(part)
        # Not the first words of a line or a sentence, not beside other capitals: those are titles.
        opened = len(words_before) == 1 and words_before[0].lower() in _CONJUNCTIONS and _SUBJECT.match(text, m.start())
        stated = len(words_before) == 2 and words_before[0].lower() in _SUBJECT_HEADS
        if not (opened or timed or some or (joins and stated)) and (
            len(words_before) < 3 or any(word[0].isupper() for word in words_before[-3 if len(words_before) > 3 else -2 :])
        ):
            continue
        if text.count(" ", m.end(), m.end() + 40) and any(
            word[0].isupper() for word in _TOKEN.findall(text, m.end(), m.end() + 60)[:2]
        ):
            continue
        start, end = _around(text, m.start())
        # Headings that were run together end no sentence.
        if not _ENDS_LATER.search(text, m.end(), end):
            continue
        if _may_be_title(start, end, text, context) and _title_case(text[start:end], m["cap"], context):
            continue
        # One such word is a slip, several are lines of a poem.
        if len(_verses(text, context)[0]) < 2:
            yield m.start("cap"), m.start("cap") + 1, m["cap"][0].lower()


_DETERMINERS = words("the a an this your its")
_AFTER_DETERMINER = frozenset({"Many", "These", "Some"})
_UNFINISHED = words(
    "that of to for with by from at and or as than because when if while the a an is are was were has have will can could would should who which but "
    "into about nor whether through during without although since unless whereas though until so then before after"
)
_ENDS_LATER = re.compile(r"[a-z][.!?]")
# "At noon The bell rang": what tells the time needs a sentence to go on.
_TIME = re.compile(
    r"\s*[\"“]?(?:(?:Last|Every|This|Next|One|Each|That) (?:day|week|month|year|morning|afternoon|evening|night"
    r"|spring|summer|autumn|winter|weekend)"
    r"|(?:At|By|Before|After|Until) (?:noon|midnight|dawn|dusk|night|sunset|sunrise)"
    r"|In (?:the )?(?:spring|summer|autumn|winter|morning|afternoon|evening)) "
)
_AFTER_TIME = frozenset({"The", "They", "We", "It", "She", "There"})
_PARTITIVE = words("most some many all each one none both half few several two three four five six")
_OF_THESE = re.compile(r"(?:the|these|those|them|us|its|their|our|his|her)\b")
# Words with which hardly a sentence begins, and no title.
_NEVER_FIRST = frozenset({"And", "Or", "Than", "Which", "Of"})
_TELLS = words(
    "hear heard hears said says say saying told believe believes believed think thinks thought hope hopes hoped know knows knew show shows "
    "showed shown claim claims claimed report reports reported add adds added stress stressed announce announced explain explained learn learned "
    "found feel felt ensure"
)
# "Although It was raining": a clause that begins so is no title, if the words after it have small letters.
_CONJUNCTIONS = words("although because if when while since unless whereas though before after until")
_SUBJECT = re.compile(
    r"(?:It|They|We|She|There|The [a-z]+) (?:is|are|was|were|has|have|had|will|can|could|should|would|must|may)\b"
)


@once
def raised_amid(text: str, context: Context) -> list[re.Match[str]]:
    """The words of grammar that stand with a capital between two words in small letters."""
    return [m for start in look(text, context).raised if (m := _MIDST.match(text, start))]


_LOW = re.compile(r"(?P<stop>[.?!][\"”’]?) +(?P<low>[a-z]+)(?P<more> [a-z]+|,(?= [a-z]))?")
#: How sentences of translated pages begin.
_FIRST = words(
    "at such in on it the this these those that there he she they we you according so and but as for with from by after before when while if because "
    "since although however therefore then now today currently finally meanwhile similarly besides all some many most each every both not only one "
    "an a his her its their our my to of under through during once here what how who which people please "
    "nobody everybody everyone someone nothing everything several another two three four yesterday no let inside outside"
)
# Names of months and days in full, which are no abbreviations.
_DAYS = frozenset(MONTHS) | words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
# Those that go on after a name: longer names are no abbreviations.
_GOES_ON = words("he she they it we the this these there but then however his her their in at on after since when as")
# What goes on after a question where nobody speaks; after "alas!" the sentence may go on.
_AFTER_CALL = {
    "?": words("the this these please there it our all every many nobody everybody everyone someone"),
    "!": words("please"),
}
_ABBREVIATED = words(
    "etc vs approx cf al ca resp eg ie no vol fig figs pp dept min max inc ltd"
    " co corp est ext tel ed eds esp incl excl misc adj adv sec secs ch chap "
    "art arts pl sing trans rev jr sr st mt ft hr hrs mins lb lbs oz in cm mm km kg mr mrs ms dr prof gen col lt capt sgt hon rep sen gov mass calif "
    "conf proc univ assoc bros mfg dist nos par para viz op cit loc ibid abbr colloq orig usu var def ref refs app appx avg std tbsp tsp "
    "pt pts qt bbl gal sq cu spec rec comp "
)


def _begins(low: str, more: str) -> bool:
    """Whether a word in small letters and what follows it can begin a sentence: words of grammar, adverbs with a comma, plurals with a verb."""
    if more == ",":
        return low in _ADVERBS or low in _ALONE
    if low in _FIRST:
        return True
    verb = more[1:]
    return len(low) > 4 and tags(low) == "S" and (verb in _PLURAL_VERBS or tags(verb) in ("D", "Dd", "Vv", "V"))


@once
def _lowered(text: str, context: Context) -> list[re.Match[str]]:
    """Small letters after a stop, in words that begin sentences."""
    found = (_LOW.match(text, i) for i in low_stops(text, context))
    return [m for m in found if m and m["more"] and _begins(m["low"], m["more"])]


def _raised(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for m in _lowered(text, context):
        before = word_before(text, m.start())
        opening = text[max(0, m.start() - 1) : m.start()]
        if opening in ("”", '"', ")") and m["stop"] == ".":
            before = word_before(text, m.start() - 1)
        year = text[max(0, m.start() - 4) : m.start()]
        if len(year) == 4 and year.isdigit() and is_year(year):
            before = "year"
        if year[-1:] == "%" and year[-2:-1].isdigit():
            before = "percent"
        if len(before) < 3 or before.lower() in _ABBREVIATED:
            continue
        # After a name it can be an abbreviation; only a page that a machine made is free of that doubt.
        named = len(before) > 3 and before[0].isupper() and before[1:].islower() and (m["low"] in _GOES_ON or before in _DAYS)
        if not named and (not before.islower() or rank(before) is None) and context.translated < 0.3:
            continue
        # “Where is it?” he asked; the bid “Go!” and left.
        if len(m["stop"]) > 1 and m["stop"][0] != ".":
            continue
        asked = m["stop"] != "." and not (
            len(m["stop"]) == 1 and m["low"] in _AFTER_CALL.get(m["stop"], ()) and '"' not in text and "“" not in text
        )
        if asked and context.translated < 0.2:
            continue
        if len(m["stop"]) > 1 and context.translated < 0.2:
            continue
        line = context.lines[context.lines.at(m.start())]
        first = text[line.start : line.end].lstrip(" \t\u3000\"“‘'(")[:1]
        if first.isupper() or first.isdigit() or context.translated >= 0.2:
            yield m.start("low"), m.start("low") + 1, m["low"][0].upper()


# How a paragraph begins that lost its capital.
_PARAGRAPHS = (
    "at", "such", "in", "according", "it", "the", "this", "as", "for", "on", "after", "since", "with", "so", "besides", "however", "therefore",
)  # fmt: skip
_PARAGRAPH = re.compile(
    rf"^[ \t\u3000]*(?P<low>{'|'.join(_PARAGRAPHS)})\b(?= ?[a-z,])(?=.{{40}})",
    re.MULTILINE,
)


def _paragraph(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for m in _PARAGRAPH.finditer(text):
        line = context.lines.at(m.start("low"))
        alone = line == 0 or not context.lines.content(line - 1).strip()
        if alone and context.lines.content(line).rstrip()[-1:] in '.!?”"':
            yield m.start("low"), m.start("low") + 1, m["low"][0].upper()


#: With what an addition in brackets begins, if a capital is wrong there.
BRACKETED = frozenset(f" ({word} " for word in ("Which", "Who", "And", "Or", "But", "Including", "Especially", "Mainly"))

RULES = (
    Rule(
        name="grammar-word",
        why="the engine began a new sentence after the comma: a word of grammar got a capital",
        find=_grammar,
        gate=ENGLISH,
        confidence=0.9,
        examples=[
            ("After the storm, The crew repaired the mast.", "After the storm, the crew repaired the mast."),
            ("The museum, Which opened in 1975, is free.", "The museum, which opened in 1975, is free."),
            ("The path is steep; However, the view is worth it.", "The path is steep; however, the view is worth it."),
            ("Mr. Novak, Who owns the shop, said no.", "Mr. Novak, who owns the shop, said no."),
            ("They saved two men, One of whom was hurt.", "They saved two men, one of whom was hurt."),
            ("Tomas, Tyler, And Harriet all ran home.", "Tomas, Tyler, and Harriet all ran home."),
            ("Yes, It is true. If you would like, We can go.", "Yes, it is true. If you would like, we can go."),
            ("The new line, which is short, Will be ready soon.", "The new line, which is short, will be ready soon."),
            ("Despite the rain, Thousands came to the parade.", "Despite the rain, thousands came to the parade."),
        ],
        keeps=[
            "In 1998, The Hague hosted the talks.",
            "Dear Tom, We thank you for the parcel.",
            "In a triangle with angles A, B and C, A is 60 degrees.",
            "We read Emma, The Trial and Ulysses.",
        ],
        source="seeds/001",
    ),
    Rule(
        name="main-clause",
        why="the engine began a new sentence where the main clause begins; the word is no name",
        find=_main_clause,
        gate=ENGLISH,
        confidence=0.8,
        examples=[
            ("When the kiln cools, Remove the bowls.", "When the kiln cools, remove the bowls."),
            ("Because of the fog, Flights were delayed.", "Because of the fog, flights were delayed."),
            ("The machine, Built in 1890, still works.", "The machine, built in 1890, still works."),
            ("Compared with last year, Sales have risen.", "Compared with last year, sales have risen."),
            ("The river, Swollen by rain, burst its banks.", "The river, swollen by rain, burst its banks."),
            ("He took the key, Locked the door and left.", "He took the key, locked the door and left."),
            ("The train, Full of tourists, left at noon.", "The train, full of tourists, left at noon."),
            ("Next, Press the green button.", "Next, press the green button."),
        ],
        keeps=[
            "In May, Apple released an update.",
            "On Sunday, Will and Grace left early.",
            "The painting Rain, Steam and Speed hangs in London.",
            "Because of the strike, French farmers blocked the road.",
            "Write &nbsp; in HTML; the only option.&nbsp;Allow users to enter it.",
        ],
    ),
    Rule(
        name="common-word",
        why="on a page that a machine made, a word that is no name got a capital after a comma",
        find=_any_word,
        gate=LIKELY,
        confidence=0.75,
        examples=[("The reporter saw the shop, Carried bags and left.", "The reporter saw the shop, carried bags and left.")],
        keeps=["In the north, Anna runs a small farm.", "In May, Apple released an update."],
        source="seeds/001",
    ),
    Rule(
        name="after-number",
        why="a measure word was lost and the noun after the number got a capital",
        find=_after_number,
        gate=ENGLISH,
        confidence=0.85,
        examples=[
            ("The course offers 8 Free lessons.", "The course offers 8 free lessons."),
            ("She sold 25 Of the 30 paintings.", "She sold 25 of the 30 paintings."),
            ("Only 12 People attended the lecture.", "Only 12 people attended the lecture."),
            (
                "In total, 13 Villages were flooded. Now 9 Families have left. Last summer, 14 People drowned.",
                "In total, 13 villages were flooded. Now 9 families have left. Last summer, 14 people drowned.",
            ),
        ],
        keeps=[
            "In 2008 People magazine ran the story.",
            "She has judged 14 The Big Choir finals.",
            "See chapter 3 Methods for more.",
            "He read 120 French novels about 3,000 Afghan refugees.",
        ],
        source="seeds/001",
    ),
    Rule(
        name="after-quote",
        why="on a page that a machine made, the sentence goes on after a quoted name with a capital",
        find=_after_quote,
        gate=LIKELY,
        confidence=0.8,
        examples=[("It is on the “White list” The shop keeps.", "It is on the “White list” the shop keeps.")],
        keeps=["“White list” The shop keeps one.", "He said “Stop.” The car stopped."],
        source="seeds/001",
    ),
    Rule(
        name="after-name",
        why="the verb or conjunction after a quoted name got a capital, as if a sentence began with it",
        find=_after_name,
        gate=ENGLISH,
        confidence=0.85,
        examples=[('"Green Valley" Is the name of the project.', '"Green Valley" is the name of the project.')],
        keeps=[
            "“White list” The shop keeps one.",
            'We sang "Help!" Is the band still around?',
            'The Film "Hello" Is Back in the Town.',
        ],
    ),
    Rule(
        name="speech-tag",
        why="the words that tell who speaks go on with the sentence after the quote's comma",
        pattern=r",[\"”] (?:(?:He|She|They|We|It)(?= (?:said|says|asked|added|told|explained|replied|noted|recalled|continued)\b)"
        r"|(?:Said|Says|Asked|Added|Explained|Replied|Recalled)(?= (?:the|an?|his|her|their|our|one|[A-Z][a-z]+)\b))",
        new=lambda m, context: m[0].lower(),
        gate=ENGLISH,
        confidence=0.9,
        examples=[
            ("“The work is hard,” She said to the reporter.", "“The work is hard,” she said to the reporter."),
            ("“The work is hard,” Said the mayor of the town.", "“The work is hard,” said the mayor of the town."),
        ],
        keeps=["“The work is hard.” She said it twice.", "He likes “tea,” Tom said to the reporter."],
    ),
    Rule(
        name="mid-sentence",
        why="a word of grammar got a capital in the middle of a clause, where neither a mark nor a name calls for one",
        find=_in_midst,
        gate=ENGLISH,
        confidence=0.85,
        examples=[
            ("The teacher said that The exam was easy.", "The teacher said that the exam was easy."),
            ("At noon The bell rang twice.", "At noon the bell rang twice."),
            ("When it snows The school is closed.", "When it snows the school is closed."),
            ("The coach hopes That the team will win.", "The coach hopes that the team will win."),
            ("He has a cat, a dog And two birds.", "He has a cat, a dog and two birds."),
            ("Most Of the houses are empty.", "Most of the houses are empty."),
            ("The results Are not yet known.", "The results are not yet known."),
            ("They paid For the meal.", "They paid for the meal."),
            ("Although It was raining, the market stayed open.", "Although it was raining, the market stayed open."),
            (
                "They played until midnight, because Nobody wanted to go home.",
                "They played until midnight, because nobody wanted to go home.",
            ),
        ],
        keeps=[
            "We saw the band The Who in town.",
            "He sang In dulci jubilo at noon.",
            "Next day The Times printed it.",
            "In this issue The services (1)",
            "Thus the churchyards yawn In customary suits of black and hell itself breathes out To the world of night.",
            "He read the book Of Mice and Men in the night.",
        ],
    ),
    Rule(
        name="in-brackets",
        why="what is added in brackets in the middle of a sentence got a capital",
        # Begins with the bracket, which is rare.
        pattern=r"\((?<=[a-z] \()(?:Which|Who|And|Or|But|Including|Especially|Mainly)(?= [a-z][^()A-Z.?!\n]*\)(?: [a-z]|[,;]))",
        new=lambda m, context: m[0].lower(),
        hint=sorted(BRACKETED),
        gate=ENGLISH,
        confidence=0.85,
        examples=[
            ("The old mill (Which stood by the river) burned down.", "The old mill (which stood by the river) burned down.")
        ],
        keeps=["The song “Hello (And goodbye)” is old.", "He left early. (Which was good.) She came late (And So It Goes)."],
    ),
    Rule(
        name="mid-clause",
        why="on a page that a machine made, a verb got a capital in the middle of its clause",
        find=_mid_clause,
        gate=LIKELY,
        confidence=0.75,
        examples=[
            (
                "The staff have to go through the process every day Communicate with the firms.",
                "The staff have to go through the process every day communicate with the firms.",
            )
        ],
        keeps=["Press the Remove button in the menu.", "We met Grace in the town."],
        source="seeds/000",
    ),
    Rule(
        name="sentence-start",
        why="the first word of a sentence has a small letter",
        find=_raised,
        gate=ENGLISH,
        confidence=0.8,
        examples=[
            (
                "The gate is closed. at present, visitors use the side door.",
                "The gate is closed. At present, visitors use the side door.",
            )
        ],
        keeps=[
            "We tested three apps. iNaturalist came first.",
            "He cried “Come!” and left.",
            "Bring cups, plates etc. in the box.",
            "i like it. it is good.",
        ],
        source="seeds/001",
    ),
    Rule(
        name="paragraph-start",
        why="on a page that a machine made, a paragraph begins with a small letter",
        find=_paragraph,
        gate=CLEAR,
        confidence=0.8,
        examples=[
            (
                "such as, in terms of support, the bank gives priority to small firms.",
                "Such as, in terms of support, the bank gives priority to small firms.",
            )
        ],
        keeps=["at the river\n\nin the night"],
        source="seeds/001",
    ),
)


def trigger(text: str, context: Context) -> Collection[str]:
    """The rules for which a capital follows a comma, a number, a quote or a small letter, or a small letter a full stop."""
    names = []
    seen = look(text, context)
    kinds, joints = seen.kinds, seen.joints
    # A long text is asked for evidence before anything is looked for that needs it; in a short one that costs more than looking.
    likely = len(text) < LONG or (worth(text, context) and context.translated >= LIKELY.evidence)
    if joints.raised:
        grammar, others = _slips(text, context)
        if grammar:
            names.append("grammar-word")
        if others:
            names.append("main-clause")
            if likely:
                names.append("common-word")
    if before_capitals(text, context):
        names.append("after-number")
    if _lowered(text, context):
        names.append("sentence-start")
    if raised_amid(text, context):
        names.append("mid-sentence")
    if not seen.literals.isdisjoint(BRACKETED):
        names.append("in-brackets")
    if any(text.startswith(_SPEAKERS, i) for i in joints.quoted):
        names.append("speech-tag")
    if likely:
        if any(pattern.search(text) for pattern in _QUOTED):
            names += ["after-quote", "after-name"]
        if len(text) >= LONG or any(_VERB.match(text, place.start()) for place in _CLAUSE.finditer(kinds)):
            names.append("mid-clause")
        if text.lstrip(" \t\u3000")[:1].islower() or ("\n" in text and _SMALL_LINE.search(kinds)):
            names.append("paragraph-start")
    return names


# Who speaks, after a quote that ends with a comma.
_SPEAKERS = tuple(
    f",{mark} {word} "
    for mark in '"”'
    for word in ("He", "She", "They", "We", "It", "Said", "Says", "Asked", "Added", "Explained", "Replied", "Recalled")
)


# A closing quote, and behind it a word with a capital and another word.
_QUOTED = [re.compile(rf"{mark} [A-Z][a-z]+ [A-Za-z]") for mark in '"”']
# A verb with a capital is looked for behind a word: a letter, and perhaps blanks.
_CLAUSE = re.compile(rb" A(?<=[a ?] A)aaa+ a")
_SMALL_LINE = re.compile(rb"\n[ ?]*a")
_VERB = re.compile(r" (?P<cap>[A-Z][a-z]{3,}) (?:the|a|an|with|to|in|on|of|and|their|its)\b")
