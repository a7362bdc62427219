"""Numbers with Chinese measure words (左右, 多, 个, 万), and numbers that a blank split."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from shnorm.evidence import places_of
from shnorm.gate import Context
from shnorm.rules import Match, Rule
from shnorm.stage import Flag
from shnorm.translation.english import FUNCTION, LEXICON, is_pair, rank, tags
from shnorm.translation.tokens import DIGIT, SMALL, look, once, signs
from shnorm.translation.zh_en.common import (
    ENGLISH,
    MONTHS,
    in_row,
    loose_hyphens,
    ordinal,
    starts_sentence,
    windowed,
    word_before,
)
from shnorm.wordlist import words

NAME = "numbers"

_N = r"(?<![\w.,/:-])(?P<n>[$€£¥]?[0-9][0-9,]*(?:\.[0-9]+)?)"
# Not the last part of one that came apart: "3, 000".
_WHOLE = r"(?!(?<=[0-9][,.] )(?<![0-9]{4}[,.] )[0-9]{3}(?![0-9]))"
_WORDED = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|"
    "a thousand|(?:one|two|three|four|five|six|seven|eight|nine) (?:hundred|thousand|million)|two thirds|three quarters"
)
# Amounts that stand before 左右 only.
_AMOUNT = (
    "half an hour|half a (?:day|year|month|century|mile)|a (?:week|month|year|dozen|third|quarter|century)|one (?:third|quarter)"
)
_ROUGH = (
    r"(?:(?P<rough>\b(?:[Aa]bout|[Aa]round|[Aa]pproximately|[Nn]early|[Aa]lmost|[Mm]ore than|[Oo]ver|[Ss]ome|"
    r"[Bb]etween [0-9][0-9,.]* and))\s+)?"
)
# "30 to 40 Left and right": both are meant, unless the first is what it came from.
_ROUGHLY = _N.replace("(?P<n>", "(?P<n>(?:(?<!from )(?<!From )[$€£¥]?[0-9][0-9,]*(?:\\.[0-9]+)?(?: to |[-–]))?")
#: Words before a number that make it a label: ``chapter 3``, ``Windows 10``.
LABELS = words(
    "chapter section figure fig table step part volume vol page pages no number room day week level phase stage grade class question item "
    "article rule note line lines appendix act scene episode season round lesson unit module lecture exercise example option method type case "
    "game set track channel route highway gate platform terminal floor group version verse book map area zone district ward category tier "
    "problem point principle law theorem lemma equation answer answers score team size model mark series paragraph column row january february "
    "march april may june july august september october november december top article plan formula form list league division world war "
    "python java windows ios android"
)
_AT = words("in by since until till before after at on from to during circa around year of the a an this that each every per for")
_DETERMINERS = words("a an the this that each every another per first last next my our his her its their your no any")
#: Nouns that have no plural after a number, or that a number makes an adjective.
_NO_PLURAL = words(
    "percent cent per pound foot stone dozen hundred thousand million billion trillion hertz horsepower head yuan baht yen rand won pm am noon "
    "night pair gross score fish sheep deer aircraft spacecraft series species offspring bar degree star bedroom bath bathroom seat door man "
    "person plus minus time back left right north south east west up down all more less other total square cubic metric carat point base "
    "kelvin celsius fahrenheit water money time help work home mark all long wide high deep tall old wireless player year month week day hour "
    "minute second mile inch acre ton gallon quart speed ply core bit byte megapixel megabyte gigabyte way lane story storey inning meter metre "
    "litre liter kilometer kilometre gram kilogram kilo watt volt amp proof gauge caliber round draw win loss final overall half quarter third "
    "straight page-long people staff personnel police cattle poultry information equipment furniture software hardware traffic news evidence advice "
    "research training housing food air power gold silver oil gas rice sand dust pc hp mm cm km kg lb oz mg ml"
)


def value(number: str) -> float:
    """The value of digits with commas and a decimal point.

    >>> value("$1,500.5")
    1500.5
    """
    return float(number.lstrip("$€£¥").replace(",", "") or 0)


def is_year(number: str) -> bool:
    """Whether the digits read as a year."""
    return len(number) == 4 and number.isdigit() and number[:2] in ("18", "19", "20")


def plural(noun: str) -> str | None:
    """The plural of an English noun in the singular that can be counted, ``None`` for what is none.

    >>> plural("laptop"), plural("company"), plural("information"), plural("child")
    ('laptops', 'companies', None, 'children')
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun in _NO_PLURAL or not (tags(noun).startswith("N") or noun in _MODERN or _untagged(noun)) or len(noun) < 3:
        return None
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        many = noun + "es"
    elif noun.endswith("y") and noun[-2] not in "aeiou":
        many = noun[:-1] + "ies"
    elif noun.endswith("o") and noun + "es" in _OES:
        many = noun + "es"
    elif noun.endswith("fe") and noun in ("knife", "wife", "life"):
        many = noun[:-2] + "ves"
    elif noun in ("half", "shelf", "leaf", "loaf", "thief", "wolf", "calf", "self"):
        many = noun[:-1] + "ves"
    else:
        many = noun + "s"
    place = rank(many)
    return many if place is not None and place < 40_000 else None


def _untagged(noun: str) -> bool:
    """Whether ``noun`` is a word of the frequency list, without parts of speech, that has a plural there: ``tyre``."""
    return not tags(noun) and rank(noun) is not None and rank(noun + "s") is not None and not noun.endswith("s")


_IRREGULAR = {
    "child": "children", "woman": "women", "man": "men", "person": "people", "mouse": "mice", "tooth": "teeth", "foot": "feet", "goose": "geese",
    "policeman": "policemen", "fisherman": "fishermen", "crisis": "crises", "analysis": "analyses", "people": "people", "staff": "staff",
    "hour": "hours", "minute": "minutes", "day": "days", "week": "weeks", "month": "months", "year": "years", "time": "times", "point": "points",
    "seat": "seats", "door": "doors", "player": "players", "meter": "meters", "metre": "metres", "kilometer": "kilometers",
    "kilometre": "kilometres", "ton": "tons", "litre": "litres", "liter": "liters", "gram": "grams", "kilogram": "kilograms", "acre": "acres",
    "hectare": "hectares", "mile": "miles", "yuan": "yuan", "star": "stars", "degree": "degrees", "way": "ways", "story": "stories",
    "bedroom": "bedrooms", "bathroom": "bathrooms",
    "round": "rounds", "inch": "inches", "pound": "pounds", "lane": "lanes", "second": "seconds", "species": "species",
    "aircraft": "aircraft", "sheep": "sheep", "fish": "fish",
}  # fmt: skip
_PLURALS = frozenset(_IRREGULAR.values())
_OES = words("potatoes tomatoes heroes echoes volcanoes mosquitoes")
_MODERN = words("smartphone website webpage app blog blogger podcast startup drone laptop notebook tablet livestream hashtag")


_LENGTH_END = re.compile(r"\s*(?:[.,;:!?)]|\Z)| (?:and|or|in|on|at|to|from|with|for|after|before|by|of) ")


def _about(m: Match, context: Context) -> str | None:
    if (m["word"][0] == "l" and context.translated < 0.2) or word_before(m.string, m.start()).lower() in ("a", "an"):
        return None
    unit = m["unit"] or ""
    # "30 degree Left and right.": nothing follows that it could be an adjective of.
    if unit[1:] in _UNITS and m["n"] not in ("1", "one") and _LENGTH_END.match(m.string, m.end()):
        unit = f" {_IRREGULAR.get(unit[1:], unit[1:] + 's')}"
    rough = m["rough"] or ("About" if starts_sentence(m.string, m.start()) else "about")
    number: str = m["n"]
    # "Two thirds Left and right".
    return f"{rough} {number if m['rough'] else number[0].lower() + number[1:]}{unit}"


def _big(m: Match, context: Context) -> str | None:
    if is_year(m["n"]) and word_before(m.string, m.start()).lower() in _AT:
        return None
    made = value(m["n"]) * (10_000 if m["word"] else 100_000_000)
    # "2 Ten thousand 5 thousand": what is left of it follows.
    made += value(m["tail"] or "0") * 1_000 + value(m["rest"] or "0") * 10_000
    sign = m["n"][0] if m["n"][0] in "$€£¥" else ""
    text = sign + spelled(made)
    if m["more"]:
        return f"{'More' if starts_sentence(m.string, m.start()) else 'more'} than {text}"
    return text


def spelled(number: float) -> str:
    """A large number as people write it: millions and billions where three decimals are enough.

    >>> spelled(1_500_000), spelled(50_000), spelled(280_000_000), spelled(12_345_678)
    ('1.5 million', '50,000', '280 million', '12,345,678')
    """
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if number >= size:
            short = number / size
            if abs(short * 1000 - round(short * 1000)) < 1e-6:
                return f"{short:.3f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{round(number):,}" if abs(number - round(number)) < 1e-6 else f"{number:,}"


# How the words begin that measure words became, and what else tells by which rule a number may be repaired.
_OPENINGS = {
    word: rule
    for rule, listed in {
        "more-than": "Multiple Multi Yu Odd More Many",
        "article": "A An",
        "the": "The the",
        "classifier": "Home Name Taiwan Only Seat Position Secondary Zhang Tai Ming Jia Ge Ben Tiao",
        "split-ordinal": "st nd rd th St Nd Rd Th",
        "split-decade": "s",
    }.items()
    for word in listed.split()
}
_MONEY = tuple("$€£¥")
_DECADE = words("the early late mid")


@once
def _places(text: str, context: Context) -> dict[str, list[int]]:
    """The last digits of numbers by the rule that what follows them calls for."""
    found: dict[str, list[int]] = {}
    seen = look(text, context)
    lexicon = LEXICON.get() if seen.numbered else {}
    for last, word in seen.numbered:
        if word in _OPENINGS and text[last + 1] in " \u00a0" and not in_row(text, last):
            found.setdefault(_OPENINGS[word], []).append(last)
        # Most words after a number are in the plural.
        letters = lexicon.get(word.lower(), "")
        if letters[:1] == "N" or (letters[:1] == "V" and "n" in letters):
            found.setdefault("counted", []).append(last)
    joints = seen.joints
    for rule, apart in (("split-decimal", joints.decimals), ("split-thousands", joints.thousands), ("split-year", joints.years)):
        if apart:
            found[rule] = [last for last in apart if not in_row(text, last)]
    return found


def number_start(text: str, last: int) -> int:
    """Where the number begins whose last digit stands at ``last``."""
    near = text[max(0, last - 24) : last]
    before = near.rstrip("0123456789,.")
    return last - len(near) + len(before) - (before[-1:] in _MONEY)


def at_numbers(
    rule: str, pattern: str, new: Callable[[Match, Context], str | None], *, rough: str = "", listed: int = 0
) -> Callable[[str, Context], Iterator[tuple[int, int, str]]]:
    """A finder that matches ``pattern`` only where a number stands for which what follows calls for ``rule``.

    ``rough``: a group that may stand before it.  ``listed``: what follows within so many code points after one that was declined
    is declined too, as the next item of a list.
    """
    compiled: list[re.Pattern[str]] = []

    def find(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
        if not compiled:
            compiled.extend((re.compile(f"{rough}{pattern}"), re.compile(rf"{rough.removesuffix('?')}\Z")))
        declined = -listed - 1
        for last in sorted(_places(text, context).get(rule, ())):
            start = number_start(text, last)
            m = compiled[0].match(text, start)
            if m is None or m.end("n") != last + 1:
                continue
            before = compiled[1].search(text, max(0, start - 20), start) if rough else None
            m = (before and compiled[0].match(text, before.start())) or m
            made = new(m, context) if start - declined > listed else None
            if made:
                yield m.start(), m.end(), made
            else:
                declined = start

    return find


def is_plural(noun: str) -> bool:
    """Whether ``noun`` is a plural, one that the word list does not have among them: ``tugboats``."""
    letters = tags(noun)
    return (
        letters[:1] == "S"
        or noun in _PLURALS
        or (not letters and noun[-1:] == "s" and rank(noun) is not None and rank(noun[:-1]) is not None)
    )


# What stands in names of things between "Multi" and a plural: "multi user games".
_MULTI = words(
    "choice user family level storey story player purpose channel touch core tool unit lane year day task disc format language media role part "
    "function agency sport stage state party point site vendor line cell color colour"
)


def _more_than(m: Match, context: Context) -> str | None:
    noun, *rest = m["noun"].split(" ")
    if noun == "choice":
        return None
    if not (is_plural(noun) or (tags(noun)[:1] == "Z" and "s" in tags(noun))):
        if rest:
            described = tags(noun)[:1] in tuple("JGD") or (context.translated >= 0.2 and is_pair(noun, rest[0]))
            if noun in _MULTI or not is_plural(rest[0]) or not described:
                return None
        else:
            many = plural(noun) if m["word"].startswith("Mult") else None
            if many is None:
                return None
            noun = many
    noun = " ".join((noun, *rest))
    rough = m["rough"]
    if not rough or rough.lower() in ("about", "around", "some"):
        rough = "More than" if starts_sentence(m.string, m.start()) else "more than"
    return f"{rough} {m['n']} {noun}"


# What is counted, in up to three words.
_RUN = r"(?P<noun>[a-z]+(?: [a-z]+){0,2})\b(?!-)"
_INDIVIDUAL = re.compile(rf"(?:{_N}|\b(?P<w>(?i:{_WORDED})))[ \u00a0](?P<word>[Ii]ndividual)[ \u00a0]{_RUN}")
_NUMBER_ENDS = (
    *"0123456789",
    *(form for word in _WORDED.split("|") for form in (word.split()[-1], word.capitalize())),
    "hundred",
)


def _individuals(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    position = text.find("ndividual ")
    while position >= 0:
        if text.endswith(_NUMBER_ENDS, max(0, position - 12), max(0, position - 2)):
            for m in _INDIVIDUAL.finditer(text, max(0, position - 40), position + 80):
                made = _individual(_Worded(m), context) if m.start() <= position < m.end() else None
                if made:
                    yield m.start(), m.end(), made
        position = text.find("ndividual ", position + 10)


def _individual(m: Match, context: Context) -> str | None:
    run = str(m["noun"])
    noun = run.partition(" ")[0]
    before = word_before(m.string, m.start()).lower()
    # "The first 5 individual month": a length of time is no adjective then.
    if (before in _DETERMINERS and not (before in _COUNTING | _OWNERS and noun in _TIMES)) or m["n"] in ("1", "0", "one"):
        return None
    if m["word"][0] == "I" and (tags(noun)[:1] == "S" or noun in _PLURALS):
        return f"{m['n']} {run}"
    many = _many(run)
    return f"{m['n']} {many}" if many else None


_OWNERS = words("my your his her its our their")
_COUNTING = words("first last next past every these another")
_TIMES = words("second minute hour day week month year night")
_ELECTRIC = words(
    "fuse circuit breaker current outlet plug socket charger supply battery load rating max relay fuses feed cable line switch service"
)


def _may_be_noun(word: str) -> bool:
    letters = tags(word)
    return letters[:1] in ("N", "S") or (letters[:1] == "V" and "n" in letters) or not (letters or word in FUNCTION)


def _many(run: str) -> str | None:
    """``run``, a noun in the singular that may stand behind others or an adjective, and up to two words more, with the plural of that noun.

    >>> _many("guest house and"), _many("large hotel in the"), _many("bicycle a year")
    ('guest houses and', 'large hotels in the', 'bicycles a year')
    """
    parts = run.split(" ")
    head = 0
    if parts[0] in _TIMES:
        return " ".join((f"{parts[0]}s", *parts[1:]))
    while (
        head < len(parts) - 1
        and tags(parts[head])[:1] in ("J", "D", "G")
        and tags(parts[head + 1])[:1] in ("J", "D", "G", "N", "S")
    ):
        head += 1
    # "Guest house" and "power plant": the last of two nouns is the one that is counted.
    while head < len(parts) - 1 and tags(parts[head])[:1] == "N" and _may_be_noun(parts[head + 1]):
        first, second = parts[head], parts[head + 1]
        if tags(second)[:1] not in ("", "N") or "v" in tags(second):
            # It may be a verb, unless the two are a known pair or nothing follows that a verb could have.
            ends = head + 2 == len(parts) < 3 or parts[head + 2 : head + 3] in (["and"], ["or"])
            if not ends and not is_pair(first, second):
                return None
        if plural(second) is None and tags(second)[:1] in ("", "N"):
            return None
        head += 1
    many = plural(parts[head])
    if (
        many is None
        and (tags(parts[head])[:2] == "Jn" or (tags(parts[head])[:1] == "V" and _may_be_noun(parts[head])))
        and tags(parts[head] + "s")[:1] in ("S", "Z")
    ):
        many = parts[head] + "s"
    return " ".join((*parts[:head], many, *parts[head + 1 :])) if many else None


def _article(m: Match, context: Context) -> str | None:
    text, before = m.string, word_before(m.string, m.start())
    run = m["noun"]
    noun = run.partition(" ")[0]
    if m["n"] == "1" and before == "and" and _OTHER_ARTICLE.search(text, max(0, m.start() - 40), m.start()) and plural(noun):
        return f"1 {run}"
    if before in ("About", "Over", "Some", "Nearly", "Only", "Almost"):
        before = before.lower()
    if value(m["n"]) < 2 or noun in _ELECTRIC:
        return None
    if not before:
        # In a list of such numbers, or where a sentence or clause begins and goes on with its verb.
        if not (
            _IN_LIST.search(text, max(0, m.start() - 60), m.start())
            or (_of_list(text, m) and (_ANOTHER.search(text, m.end(), m.end() + 60) or context.translated >= 0.2))
            or (
                context.translated >= 0.2
                and _BEGINS.search(text, max(0, m.start() - 3), m.start())
                and _goes_on(text, m.start("noun"))
            )
        ):
            return None
    elif (
        not before.islower()
        or (before in _DETERMINERS and not (before in _COUNTING and noun in _TIMES))
        or before in LABELS
        or (is_year(m["n"]) and before in _AT)
    ):
        return None
    if noun in _MEASURED:
        return f"{m['n']} {noun}s{run[len(noun) :]}"
    many = _many(run)
    return f"{m['n']} {many}" if many else None


# What may be part of an adjective after a bare number ("a 5 gallon tank"), and is none behind an article.
_MEASURED = words("gallon cent pair pound ounce mile inch liter litre gram") - words("inch")
_OTHER_ARTICLE = re.compile(r"[0-9] (?:An? )?[a-z]+ and \Z")
_IN_LIST = re.compile(r"[0-9] (?:An? )?[a-z]+(?: [a-z]+)? ?, \Z")
_BEGINS = re.compile(r"[.!?,] \Z")
_ANOTHER = re.compile(r" [a-z]+ [0-9]+ A [a-z]{4}")
_VERBS = words("was were is are has have had will can took came")


def _goes_on(text: str, start: int) -> bool:
    """Whether the word after the one at ``start``, or the next, is a verb: "crane was", "worker built"."""
    run = re.match(r"[a-z]+((?: [a-z]+){1,3})", text[start : start + 60])
    return run is not None and any(word in _VERBS or tags(word)[:1] == "D" for word in run[1].split())


def _of_list(text: str, m: Match) -> bool:
    """Whether a line of a list holds the number and a noun in the singular, and no more, or a pair of brackets does."""
    if text[max(0, m.start() - 1) : m.start()] == "(":
        return text[m.end() : m.end() + 1] == ")"
    return text[max(0, m.start() - 2) : m.start()] in ("- ", "* ", "• ") and text[m.end() : m.end() + 1] in ("", "\n")


_MARK_NEXT = re.compile(r"\s*(?:[.,;:]|$)")
_STOP_NEXT = re.compile(r"\s?(?:[.;!?]|$)")


def _the(m: Match, context: Context) -> str | None:
    noun = m["noun"]
    sure = tags(noun)[:1] == "S" or noun in _PLURALS
    if is_year(m["n"]) or not (sure or _MARK_NEXT.match(m.string[m.end() : m.end() + 3])):
        return None
    before = word_before(m.string, m.start())
    if sure and before.lower() in _BEFORE_COUNTS and (before.islower() or starts_sentence(m.string, m.start() - len(before) - 1)):
        return f"{m['n']} {noun}"
    if not before or not before.islower() or before in LABELS:
        return None
    if before in _AT and not (sure and _STOP_NEXT.match(m.string[m.end() : m.end() + 2])):
        return None
    if sure:
        return f"{m['n']} {noun}"
    many = plural(noun)
    return f"{m['n']} {many}" if many and context.translated >= 0.2 else None


_BEFORE_COUNTS = words("of for with per to from than")


def _classifier(m: Match, context: Context) -> str | None:
    before = word_before(m.string, m.start())
    if before.lower() in _DETERMINERS or before.lower() in LABELS or value(m["n"]) < 2 or is_year(m["n"]):
        return None
    noun: str = m["noun"]
    if is_plural(noun):
        # "3 Taiwan buses", "3 Home plans" and "3 Name badges" are sound, "14 Only penguins" is not.
        counts = m["word"] in ("Only", "Seat", "Position") or (m["word"] == "Name" and noun.endswith(_PEOPLE))
        odd = counts and not is_pair(m["word"].lower(), noun)
        return f"{m['n']} {noun}" if odd and before.islower() else None
    many = plural(noun)
    return f"{m['n']} {many}" if many else None


# How the plurals of those end whom 名 counts.
_PEOPLE = ("ers", "ors", "ists", "ants", "ents", "ians", "ees", "men", "people", "children")

_COUNTED = re.compile(
    r"[ \u00a0](?P<noun>[a-z]{3,}(?![\w-])(?=\s*(?:[.,;:!?)]|$)| (?:a|per|each|every|in|of|at|on|for|and|or|to|from|with|were|are|was|"
    r"have|had|will|that|who|which|by|as)\b)|[A-Z][a-z]{2,}(?=[.;!?)]|, [a-z]|\s*\Z| (?:and|or) [0-9]| of [a-z]))",
    re.MULTILINE,
)
_NUMBER = re.compile(_N)


#: Words after which a number counts what somebody has, makes or does.
GIVERS = words(
    "has have had having holds held hold contains contain contained ships ship shipped sells sell sold made make makes makes lists listed offers "
    "offered offer produced produce produces built build builds bought buy buys received receives receive employs employed hired hires hire "
    "covers covered planted plants opened opens open added adds add needs need needed owns owned visited visits attracted attracts issued issues "
    "took takes take lasted lasts completed completes published publishes printed prints sent sends used uses about over than nearly almost "
    "around approximately only exactly includes including included with and of for all these those are is were total to costs cost"
)  # fmt: skip


def _counted(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    clause_end = -100
    for last in _places(text, context).get("counted", ()):
        m = _COUNTED.match(text, last + 1)
        if m is None:
            continue
        near = text[max(0, last - 12) : last]
        start = last - len(near) + len(near.rstrip("0123456789,"))
        n = _NUMBER.match(text, start)
        if n is None or is_year(n[0]) or value(n[0]) < 2:
            continue
        before, noun, capital = word_before(text, start), m["noun"].lower(), m["noun"][0].isupper()
        # "3 time as many".
        if noun == "time" and not capital and _AS.match(text, m.end()) and before.islower():
            yield *m.span("noun"), "times"
            continue
        verbal = tags(noun)[:1] == "V"
        if noun in _UNITS or verbal:
            closed = (
                _CLOSED.match(text, m.end())
                or (noun in _AMOUNTS and _OF.match(text, m.end()))
                or (noun in _TIMES and _AND_TIME.match(text, m.end()))
            )
            giver = before if closed and not capital else ""
            if (
                giver
                and rank(f"{noun}s") is not None
                and (
                    (giver not in _WEAK_GIVERS and (giver in GIVERS or tags(giver)[:1] in ("Z", "D")))
                    or (giver == "and" and noun in _TIMES and 0 < start - clause_end < 8)
                )
            ):
                clause_end = m.end()
                yield *m.span("noun"), _IRREGULAR.get(noun) or f"{noun}s"
            if verbal or giver:
                continue
        many = None if noun in _IRREGULAR or noun in _SHORT or noun in _MARKS or _SHARED.match(text, m.end()) else plural(noun)
        place = rank(many) if many else None
        # What cannot be counted has a far rarer plural.
        if many is None or place is None or place >= (12_000 if capital else max(25_000, 2 * (rank(noun) or 0))):
            continue
        sure = before in GIVERS or tags(before)[:1] in ("Z", "D") or _is_verb(text, start, before)
        if capital:
            # "3 Song.": a noun that is no name, as what somebody has or did.
            if (
                tags(noun)[:1] == "N"
                and tags(noun)[-1] != "*"
                and (
                    (sure and before not in _WEAK_GIVERS)
                    or (before == "and" and (0 < start - clause_end < 8 or _AND.search(text, max(0, start - 40), start)))
                )
            ):
                clause_end = m.end()
                yield *m.span("noun"), many
            continue
        weak = (
            before in _WEAK_GIVERS
            and not (before == "with" and text.startswith(".", m.end()))
            and not (before == "and" and _AND.search(text, max(0, start - 40), start))
            and context.translated < 0.2
        )
        if sure and not weak:
            clause_end = m.end()
        # "5000 household in 12 town": a second one in a sentence is no adjective either.
        elif before not in _WITH_ANOTHER or not 0 < start - clause_end < 40 or _STOP.search(text, clause_end, start):
            continue
        yield *m.span("noun"), many


def _is_verb(text: str, start: int, before: str) -> bool:
    """Whether ``before``, which a number at ``start`` follows, is the verb of a noun in the singular rather than a plural: "the herd counts"."""
    letters = tags(before)
    if letters[:1] != "S" or "z" not in letters:
        return False
    subject = word_before(text, start - 1 - len(before))
    return subject.islower() and tags(subject)[:1] == "N"


# "It has 220 seat, and": nothing follows that the two could be an adjective of.
_UNITS = words(
    "seat door bedroom lane player hour minute day week month year mile meter metre kilometer kilometre ton pound liter litre gram kilogram acre "
    "hectare child woman man"
)
_AS = re.compile(r" as (?:many|much|[a-z]+ as)\b")
_AMOUNTS = words("meter metre ton pound liter litre gram kilogram acre hectare")
_OF = re.compile(r" of [a-z]")
_CLOSED = re.compile(r" ?(?:[.;!?]|, ?(?i:and|but|which) )")
# "It lasts 3 hour and 20 minute."
_AND_TIME = re.compile(r" and [0-9]+ (?:second|minute|hour|day|week|month)s?(?: ?[.;!?]|, ?(?i:and|but|which) )")
# What a number names: "the 11,000 level", "a 100 tag".
_MARKS = words(
    "level mark barrier tag threshold limit ceiling bracket club edition model version range class category series burst hit"
)
# "3 egg and 4 egg omelettes", "3 cheese, 4 meat and 5 vegetable options": all of them of what comes last.
_SHARED = re.compile(r"(?:, (?:and |or )?| and | or )(?:[0-9]+ [a-z]+(?:, | and | or )){0,4}[0-9]+ [a-z]+ [a-z]+s\b")
_SHORT = words("min max sec km cm avg hr")
# "18 chapters and 400 page".
_AND = re.compile(r"\b[0-9][0-9,]* (?:A )?[A-Za-z]{3,} and \Z")
_STOP = re.compile(r"[.!?:;\n]")
_WITH_ANOTHER = words("and or in of for with to at from")
_WEAK_GIVERS = words("and of for to is are were all these those with only")


def _ordinal(m: Match, context: Context) -> str | None:
    joined: str = m["n"] + m["end"].lower()
    if ordinal(int(m["n"])) != joined:
        return None
    # "It was her 3 rd.", but "at 3 rd.".
    if m.string[m.end() : m.end() + 1] == "." and word_before(m.string, m.start()).lower() not in _DETERMINERS:
        return None
    # "The 21 St century", but "101 St Mary's Road".
    if m["end"][0].isupper() and not (
        word_before(m.string, m.start()).lower() == "the"
        and (noun := _COUNTED_NEXT.match(m.string, m.end()))
        and (tags(noun[1])[:1] in ("N", "J") if m["end"] in ("Th", "Nd") else noun[1] in _NUMBERED)
    ):
        return None
    return f"{joined}-{m['of']}" if m["of"] else joined


# "The 21 St station" is that of a street.
_NUMBERED = words(
    "century floor place anniversary birthday edition session round year day time grade birth congress meeting party"
)
_MONEY_APART = tuple(f"{sign} " for sign in _MONEY)


def _decimal(m: Match, context: Context) -> str | None:
    before = word_before(m.string, m.start())
    sum_of_money = m["n"][0] in _MONEY or m.string.endswith(_MONEY_APART, 0, m.start())
    if not sum_of_money and (not before or before in LABELS or not before.islower()):
        return None
    return f"{m['n']}.{m['rest']}"


def _thousands(m: Match, context: Context) -> str | None:
    groups, before = m["groups"], word_before(m.string, m.start())
    if " " not in groups:
        return None
    if not m["rough"]:
        if before.lower() in LABELS or before.lower() in ("rooms", "numbers", "lots", "items", "pages", "rows", "lines", "aged"):
            return None
        ends = groups.replace(" ", "").replace(",", "")
        # Nobody puts a blank before the comma of a list and none after it.
        glued = all(part[:2] == " ," for part in _GROUPS.findall(groups)) and ", " not in groups
        sure = not ends.strip("0") or glued or (len(ends) > 3 and ends.endswith("000")) or m["n"][0] in _MONEY
        # "1, 050 feet": no number of its own begins with a nought, unless it is a code.
        sure = sure or (any(part.lstrip(" ,")[0] == "0" for part in _GROUPS.findall(groups)) and _plural_next(m))
        if not sure and before not in _HOLDERS and not _amount_of(m, before) and not _sum(m, before):
            return None
    return (f"{m['rough']} " if m["rough"] else "") + f"{m['n']}{groups.replace(' ', '')}"


def _amount_of(m: Match, before: str) -> bool:
    """Whether the verb ``before`` has what the number counts as its object: "handled 1, 250 ships"."""
    letters = tags(before)
    if not before.islower() or before in _NO_HOLDERS or not (letters[:1] in ("D", "Z") or _is_verb(m.string, m.start(), before)):
        return False
    return _plural_next(m)


def _sum(m: Match, before: str) -> bool:
    """Whether the number is what a noun is, in units that end the clause: "The budget is 14, 500 dollars."."""
    counted = _COUNTED_NEXT.match(m.string, m.end()) if before in ("is", "was") else None
    if counted is None or not is_plural(counted[1]) or not _STOP_NEXT.match(m.string[counted.end() : counted.end() + 2]):
        return False
    subject = word_before(m.string, m.start() - 1 - len(before))
    return tags(subject)[:1] == "N" and tags(subject)[-1:] != "*"


def _plural_next(m: Match) -> bool:
    """Whether a noun in the plural follows the number: "1, 250 ships"."""
    counted = _COUNTED_NEXT.match(m.string, m.end())
    return counted is not None and is_plural(counted[1])


_COUNTED_NEXT = re.compile(r"[ \u00a0]([a-z]+)")
_GROUPS = re.compile(r" ?, ?[0-9]{3}")
_NO_HOLDERS = words(
    "is are was were opened opens visited visits took takes included includes including aged came went ended began started moved turned happened "
    "stayed lived died born dated numbered listed marked called named led lost won scored finished ranked placed seen met answered read"
)
# What is followed by an amount, and by no number of a place, a day or an age.
_HOLDERS = GIVERS - words(
    "of is are and with for to of these those all opened opens open visited visits took takes take about only includes include including included"
) | words(
    "population weighs weighed weigh costs cost paid pay pays earned earns spent spends worth raised donated exceeded reached"
)


# "20 - year - old": begins with the hyphen, which is rare.
_COMPOUND = re.compile(
    r"-(?: |(?<= -)|(?=(?:year|month|week|day)(?:(?:- | -)(?:old|long)| - old)\b))"
    r"(?P<unit>year|month|week|day|hour|minute|meter|metre|kilometer|kilometre|mile|story|"
    r"storey|foot|inch|ton|acre|member|page|seat|bed)\b(?:(?P<two> ?- ?)(?P<end>old|long|high|wide|deep|tall)\b)?(?=[ .,;)-])"
)
_UNIT_BEFORE = re.compile(r"-(?:year|month|week|day) ?\Z")
_COUNT = re.compile(r"(?<![\w.,/:-])[0-9]{1,3} ?\Z")


def _compounds(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    free = 0
    for hyphen in loose_hyphens(text, context):
        # "20-year- old": the first hyphen has no blank beside it.
        unit = _UNIT_BEFORE.search(text, max(0, hyphen - 7), hyphen)
        m = (unit and _COMPOUND.match(text, unit.start())) or _COMPOUND.match(text, hyphen)
        if m is None or m.start() < free:
            continue
        free = m.end()
        count = _COUNT.search(text, max(0, m.start() - 6), m.start())
        if count and value(count[0].strip()) > 1:
            end = f"-{m['end']}" if m["end"] else ""
            yield count.start(), m.end(), f"{count[0].strip()}-{m['unit']}{end}"


_HYPHEN = re.compile(r"-(?:[ \u00a0]|(?<= -))[0-9]")
_CODE = re.compile(
    r"\b(?P<a>COVID|Covid|SARS-CoV|MERS-CoV|[A-Z]{2,6})(?:-[ \u00a0]| -[ \u00a0]?)(?P<b>[0-9]{1,4})(?![\w.,/:-]*[0-9-])\b"
)


def _codes(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for hyphen in loose_hyphens(text, context):
        m = _CODE.search(text, max(0, hyphen - 10), hyphen + 80) if _HYPHEN.match(text, hyphen) else None
        if m and m.end("a") <= hyphen < m.start("b"):
            known = m["a"][:5].upper() == "COVID" or "CoV" in m["a"]
            if known or ("- " in m[0] and " -" not in m[0]):
                yield m.start(), m.end(), f"{m['a']}-{m['b']}"


def _clock(m: Match, context: Context) -> str | None:
    if not m["pre"] and not m["noon"]:
        return None
    # "Multiply it by 2: 20 feet * 2 = 40 feet": the second number is one of a sum, or counts something.
    following = None if m["noon"] else _CALCULATED.match(m.string, m.end())
    if following and (following["word"] is None or is_plural(following["word"])):
        return None
    return f"{m['pre'] or ''}{m['h']}:{m['min']}{m['noon'] or ''}"


_CALCULATED = re.compile(r" ?(?:(?P<word>[a-z]+)|[*/+=×÷-])")


RULES = (
    Rule(
        name="about",
        why="左右 ('about') was translated as 'left and right'",
        find=windowed(
            rf"{_ROUGH}{_WHOLE}(?:{_ROUGHLY}|\b(?P<w>(?i:{_AMOUNT}|{_WORDED})|[0-9]{{1,2}}:[0-9]{{2}}))"
            rf"(?P<unit>[ \u00a0]?[%€£]|(?:[ \u00a0][A-Z]?[a-z]+(?:['’]clock)?){{0,3}}?(?: in the (?:morning|afternoon|evening))?)["
            rf" \u00a0]+(?P<word>[Ll]eft and right|Left And Right|Up and down)(?![\w-])",
            ("and right", "And right", "and down"),
            lambda m, context: _about(_Worded(m), context),
            back=70,
        ),
        hint=("eft and right", "Up and down", "Left And Right"),
        inside=frozenset({"number", "time"}),
        lang="en",
        examples=[
            ("The choir has 40 Left and right members.", "The choir has about 40 members."),
            ("Rent is 900 euros Left and right per month.", "Rent is about 900 euros per month."),
            ("It takes three days Left and right.", "It takes about three days."),
            ("The ride took 40 minute Left and right.", "The ride took about 40 minutes."),
            ("Two thirds Left and right of the homes were lost.", "About two thirds of the homes were lost."),
            ("A team of 30 to 40 Left and right players came.", "A team of about 30 to 40 players came."),
            ("Between 30 and 40 Left and right homes were lost.", "Between 30 and 40 homes were lost."),
            ("Some 200 Left and right sheep were lost.", "Some 200 sheep were lost."),
            ("He came at 9:30 Left and right.", "He came at about 9:30."),
        ],
        keeps=["Look left and right before you cross.", "Politicians on the left and right agreed for once."],
        source="seeds/001",
    ),
    Rule(
        name="ten-thousand",
        why="万 and 亿 were translated as words of their own",
        find=windowed(
            rf"{_N}[ \u00a0]?(?P<more>(?:More than|Multi(?:ple)?)[ \u00a0])?"
            r"(?:(?P<word>[Tt]en [Tt]housand)\b(?:[ \u00a0](?P<tail>[1-9])[ \u00a0][Tt]housand\b(?! of))?"
            r"|(?P<hundred>Hundred [Mm]illion)\b(?:[ \u00a0](?P<rest>[1-9][0-9]{0,3})[ \u00a0][Tt]en [Tt]housand\b(?! of))?)",
            ("en thousand", "en Thousand", "Hundred "),
            _big,
        ),
        hint=("en thousand", "en Thousand", "Hundred "),
        inside=frozenset({"number"}),
        lang="en",
        examples=[
            ("The film was seen by 150 Ten thousand people.", "The film was seen by 1.5 million people."),
            ("The town has 2 Ten thousand 5 thousand homes.", "The town has 25,000 homes."),
            ("It cost 2.8 Hundred million yuan and 5 ten thousand dollars.", "It cost 280 million yuan and 50,000 dollars."),
        ],
        keeps=[
            "Ten thousand people marched through the town.",
            "In 2008 Ten thousand Maniacs played here.",
            "It cost 5 hundred million yuan.",
        ],
    ),
    Rule(
        name="more-than",
        why="多 and 余 ('more than') were translated as 'Multi', 'Multiple' or 'Yu'",
        find=at_numbers(
            "more-than",
            rf"{_N}[ \u00a0](?P<word>Multiple|Multi|Yu|Odd|More than|Many)[ \u00a0](?P<noun>[a-z]+(?: [a-z]+)?)\b(?!-)",
            _more_than,
            rough=_ROUGH,
        ),
        inside=frozenset({"number"}),
        lang="en",
        examples=[
            ("70 Multiple volunteers cleaned the beach.", "More than 70 volunteers cleaned the beach."),
            ("The farm covers 300 Multi hectares.", "The farm covers more than 300 hectares."),
            ("The port has 50 Multi fishing boats.", "The port has more than 50 fishing boats."),
        ],
        keeps=["The test has 20 Multiple choice questions.", "In 2008 Yu Ming left.", "The hall has 300 multi-purpose rooms."],
    ),
    Rule(
        name="individual",
        why="the measure word 个 was translated as 'individual'",
        find=_individuals,
        hint="ndividual ",
        inside=frozenset({"number"}),
        lang="en",
        examples=[
            ("The repair took 3 individual month.", "The repair took 3 months."),
            ("She named two individual reason.", "She named two reasons."),
        ],
        keeps=[
            "Each individual month has its own page in the diary.",
            "We saw 3 individual cases.",
            "A 3 individual player game.",
        ],
    ),
    Rule(
        name="article",
        why="a measure word was translated as the article 'A'",
        find=at_numbers("article", rf"{_N}[ \u00a0]An?[ \u00a0]{_RUN}", _article),
        inside=frozenset({"number"}),
        lang="en",
        examples=[
            ("The plant ships 20000 A bicycle a year.", "The plant ships 20000 bicycles a year."),
            ("The town has 5 A museum.", "The town has 5 museums."),
            ("The zoo keeps 14 A snow leopard.", "The zoo keeps 14 snow leopards."),
            ("The village has 38 A guest house and 4 A large hotel.", "The village has 38 guest houses and 4 large hotels."),
            (
                "The firm (12 A worker) makes 400 A chair and 30 A bench a month.",
                "The firm (12 workers) makes 400 chairs and 30 benches a month.",
            ),
            ("The hall offers:\n- 80 Left and right seats\n- 3 A stage", "The hall offers:\n- about 80 seats\n- 3 stages"),
            ("The library bought 20 A book, 30 A map and 12 A globe.", "The library bought 20 books, 30 maps and 12 globes."),
        ],
        keeps=["Pack 4 AA batteries and a 10 A fuse.", "He is a Grade 5 A student.", "It costs 10000 a laptop."],
        source="seeds/001",
    ),
    Rule(
        name="the",
        why="the measure word was lost and an article put in its place",
        find=at_numbers("the", rf"{_N}[ \u00a0][Tt]he[ \u00a0](?P<noun>[a-z]+)\b(?!-)", _the),
        gate=ENGLISH,
        confidence=0.85,
        inside=frozenset({"number"}),
        examples=[
            ("The plan lists 14 The measures to save water.", "The plan lists 14 measures to save water."),
            ("The line will run to 14 The districts.", "The line will run to 14 districts."),
            (
                "In a class of 30 The students, she asked for 5 The minutes.",
                "In a class of 30 students, she asked for 5 minutes.",
            ),
        ],
        keeps=["She has judged 14 The Big Choir finals.", "In 2008 The rains came early.", "At 9 The doors open."],
        source="seeds/001",
    ),
    Rule(
        name="classifier",
        why="a measure word (家 名 台 只 座 次) was translated as a word of its own before a noun in the singular",
        find=at_numbers(
            "classifier",
            rf"{_N}[ \u00a0](?P<word>Home|Name|Taiwan|Only|Seat|Position|Secondary|Zhang|Tai|Ming|Jia|Ge|Ben|Tiao)[ \u00a0](?P<noun>[a-z]+)\b(?!-)",
            _classifier,
        ),
        gate=ENGLISH,
        confidence=0.75,
        inside=frozenset({"number"}),
        examples=[
            ("The park is home to 6 Home company.", "The park is home to 6 companies."),
            ("It bought 10 Taiwan computer.", "It bought 10 computers."),
            ("The works employ 240 Name workers and 14 Only horses.", "The works employ 240 workers and 14 horses."),
        ],
        keeps=["In 2008 Taiwan company shares rose.", "She sold 3 Home plans."],
    ),
    Rule(
        name="counted",
        why="Chinese nouns have no plural: the noun after a bare numeral was left in the singular",
        find=_counted,
        gate=ENGLISH,
        confidence=0.75,
        inside=frozenset({"number"}),
        examples=[
            ("The archive holds 60000 page.", "The archive holds 60000 pages."),
            ("The county has 12 hospital and 40 clinic.", "The county has 12 hospitals and 40 clinics."),
            ("The town has 900 inhabitants and 14 School.", "The town has 900 inhabitants and 14 schools."),
            ("It has 220 seat, and the trip lasts 3 hour.", "It has 220 seats, and the trip lasts 3 hours."),
            ("The tram line has 19 stop.", "The tram line has 19 stops."),
            ("The crossing lasts 3 hour and 20 minute.", "The crossing lasts 3 hours and 20 minutes."),
            (
                "It is a book with 95 page. He has 3 time as many books.",
                "It is a book with 95 pages. He has 3 times as many books.",
            ),
        ],
        keeps=[
            "He makes 3 egg and 4 egg omelettes, and the index regained the 11,000 level.",
            "The first 3 page limit holds.",
            "It has 12 percent alcohol.",
            "They sold 20 head of cattle.",
            "In 2008 work began.",
        ],
    ),
    Rule(
        name="split-ordinal",
        why="the ending of an ordinal was split off",
        find=at_numbers(
            "split-ordinal",
            r"(?<![\w.,])(?P<n>[0-9]{1,4})[ \u00a0](?P<end>[Ss]t|[Nn]d|[Rr]d|[Tt]h)\b"
            r"(?:(?!['’-]|\.(?!\s*(?:\Z|\n)|\s+[A-Z]))|-[ \u00a0]?(?P<of>century|floor|grade|year|largest)\b)",
            _ordinal,
        ),
        lang="en",
        examples=[
            ("The 20 th edition opens today.", "The 20th edition opens today."),
            ("The 19 th- century mill is a museum.", "The 19th-century mill is a museum."),
            ("It was his 100 th cap and her 3 rd.", "It was his 100th cap and her 3rd."),
            ("The 21 St century began with the 5 Th edition.", "The 21st century began with the 5th edition."),
        ],
        keeps=["She ran the 3 th edition of the script.", "Take the 5 th- part of it.", "He lives at 3 rd. in the old town."],
    ),
    Rule(
        name="split-decade",
        why="the ending of a decade was split off",
        find=at_numbers(
            "split-decade",
            r"(?P<n>(?:1[5-9]|20)[0-9]0)[ \u00a0]s\b(?![.'’-][A-Za-z])",
            lambda m, context: f"{m['n']}s" if word_before(m.string, m.start()).lower() in _DECADE else None,
        ),
        lang="en",
        inside=frozenset({"number", "date"}),
        examples=[("The mill was closed in the early 1990 s, and sold.", "The mill was closed in the early 1990s, and sold.")],
        keeps=["It ran for 1990 s in all.", "The wait was 1000 s."],
    ),
    Rule(
        name="split-decimal",
        why="a blank was put after the decimal point",
        find=at_numbers(
            "split-decimal",
            r"(?<![\w.,/:-])(?P<n>[$€£¥]?[0-9]{1,3})(?: ?\.[ \u00a0]| \.)(?P<rest>[0-9]{1,3})"
            r"(?=[ \u00a0]?%|[ \u00a0](?:million|billion|trillion|thousand|percent|per cent"
            r"|times|meters?|metres?|kilometers?|kilometres?|km|kg|tons?|tonnes?|hectares?|degrees|yuan"
            r"|euros|dollars|pounds|points|miles|inches|litres|liters"
            r"|inch|mm|cm|GB|TB|GHz|MHz|kWh|MW|per|grams|kilograms|acres|percentage|square|cubic|(?:hours|seconds|minutes|days|weeks|months|years)"
            r"(?! (?:later|ago|before|after|earlier)))\b)",
            _decimal,
            listed=20,
        ),
        lang="en",
        inside=frozenset({"number"}),
        examples=[
            ("The bridge cost 1. 5 million euros.", "The bridge cost 1.5 million euros."),
            ("Prices rose by 2 . 5 percent.", "Prices rose by 2.5 percent."),
        ],
        keeps=[
            "Answers: 1. 5 litres 2. 8 litres",
            "It is told in chapter 1. 5 million people read it.",
            "1. 5 million people came\n2. 3 million left",
        ],
    ),
    Rule(
        name="split-price",
        why="a blank was put after the point of a price",
        pattern=r"(?P<n>[$€£¥] ?[0-9]{1,4})(?:\. | \.)(?P<rest>[0-9]{2})(?=[.,;!?)]|\s*\Z)",
        new=r"\g<n>.\g<rest>",
        hint=_MONEY,
        lang="en",
        inside=frozenset({"number"}),
        confidence=0.9,
        examples=[("The ticket costs $3. 50.", "The ticket costs $3.50.")],
        keeps=["It costs $3. 50 people came."],
    ),
    Rule(
        name="split-thousands",
        why="a blank was put after the comma of thousands",
        find=at_numbers(
            "split-thousands",
            r"(?<![\w.,/:-])(?P<n>[$€£¥]?[1-9][0-9]{0,2}(?:,[0-9]{3})*)(?P<groups>(?:[ \u00a0]?,"
            r" ?[0-9]{3})+)(?![0-9]|[.,][0-9]|[ \u00a0]?, ?[0-9]|[ \u00a0](?:and|or) [0-9])",
            _thousands,
            listed=20,
            rough=r"(?:(?P<rough>\b(?:[Aa]bout|[Oo]ver|[Nn]early|[Mm]ore than|[Aa]round|[Aa]lmost|[Aa]pproximately|[Ss]ome|[Tt]otal of))[ \u00a0])?",
        ),
        lang="en",
        inside=frozenset({"number"}),
        examples=[
            ("About 3, 000 people came to the fair.", "About 3,000 people came to the fair."),
            ("About 4 , 000 people came to the fair.", "About 4,000 people came to the fair."),
            ("They paid more than 1, 250 euros.", "They paid more than 1,250 euros."),
            ("The budget is 14, 500 dollars.", "The budget is 14,500 dollars."),
            ("The bill was €1, 250.", "The bill was €1,250."),
            ("The tower is 1, 050 feet high.", "The tower is 1,050 feet high."),
        ],
        keeps=["In 2019, 500 people moved here.", "Rooms 3, 120 and 204 are closed.", "On day 5, 120 people came."],
    ),
    Rule(
        name="split-clock",
        why="a blank was put beside the colon of a time of day",
        pattern=r"(?P<pre>\b(?:[Aa]t|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Aa]round|[Bb]y|[Ss]ince|[Aa]bout|to|and) )?"
        r"(?<![\w.,:/-])(?P<h>2[0-4]|1[0-9]|0?[0-9])(?: : ?|: )(?P<min>[0-5][0-9])(?![\w:/-]|[.,][0-9])(?P<noon> ?(?:[ap]\.?m\b|o['’]clock))?",
        new=_clock,
        hint=(": ", " :"),
        lang="en",
        inside=frozenset({"number"}),
        confidence=0.9,
        examples=[
            ("The meeting starts at 10 : 30.", "The meeting starts at 10:30."),
            ("It lasts from 9: 00 to 11: 45 and ends.", "It lasts from 9:00 to 11:45 and ends."),
        ],
        keeps=[
            "The ratio is 10 : 30 here.",
            "Chapter 10: 30 ways to cook.",
            "They won 3 : 15 in the end.",
            "First multiply the feet by 2: 20 feet * 2 = 40 feet.",
            "Then divide the sum by 3: 31 / 3 is about 10.",
        ],
    ),
    Rule(
        name="split-year",
        why="a blank was put inside a year",
        find=at_numbers(
            "split-year",
            r"(?P<n>1[89]|20) (?P<b>[0-9]{2})(?=[ \u00a0]*(?:[.,;:)]|$)|[ \u00a0](?:the|and|to|it|he|she|they|we|a|with|at|when|was)\b)",
            lambda m, context: f"{m['pre']}{m['n']}{m['b']}" if m["pre"] else None,
            rough=rf"(?P<pre>\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Ff]rom|[Dd]uring|[Yy]ear|{'|'.join(MONTHS)})[ \u00a0])?",
        ),
        lang="en",
        confidence=0.9,
        examples=[("The bridge opened in 20 18, after years of work.", "The bridge opened in 2018, after years of work.")],
        keeps=["In 20 18-year-olds we see this.", "They came in 20 40 seat buses."],
    ),
    Rule(
        name="split-compound",
        why="a blank was put beside the hyphen of a number and its unit",
        find=_compounds,
        hint=("- ", " -"),
        gate=ENGLISH,
        inside=frozenset({"number"}),
        confidence=0.85,
        examples=[
            ("The 20 - year - old driver went on a 3- day trip.", "The 20-year-old driver went on a 3-day trip."),
            ("The 20-year- old driver was hurt in the town.", "The 20-year-old driver was hurt in the town."),
        ],
        keeps=["It takes 3 - 5 days, or a 2- to 4-day wait.", "In 1990 - year of the flood - he left."],
    ),
    Rule(
        name="split-code",
        why="a blank was put after the hyphen of a code name",
        find=_codes,
        lang="en",
        confidence=0.9,
        examples=[("A COVID- 19 test is free of charge.", "A COVID-19 test is free of charge.")],
        keeps=["The match ended USA - 3, Canada - 2.", "From AA - 10 to AA - 20."],
    ),
)


class _Worded:
    """A match in which a number in words stands for the digits."""

    def __init__(self, m: Match) -> None:
        self._m = m
        self.string: str = m.string

    def __getitem__(self, group: str) -> str | None:
        found: str | None = self._m["w"] if group == "n" and self._m["n"] is None else self._m[group]
        return found

    def start(self) -> int:
        start: int = self._m.start()
        return start

    def end(self) -> int:
        end: int = self._m.end()
        return end


_SEEN = re.compile(
    r"(?P<thousands>(?<![0-9])[0-9]+ (?:Thousand|Hundred|Million)s of\b)|(?P<scrambled>(?<![\w.,])[0-9]{1,3},[0-9]{4,}(?![0-9,.]))"
    r"|(?P<lost>(?<=[a-z])% (?=[a-z])|(?<=[a-z]) {1,2}%(?= [a-z]))|(?P<all>(?<=[a-z] )[0-9]+ (?:All|Each|Every|Both)(?= [a-z]))"
)
_SCRAMBLED = re.compile(rb",0000")
_SHARE = re.compile(rb"%(?:(?<=a%)|(?<=a %)|(?<=a  %))")
_QUANTITIES = (" Thousands of", " Hundreds of", " Millions of", " All ", " Each ", " Every ", " Both ")
_WHY = {
    "thousands": ("lost-number", "千 or 万 was translated as 'Thousands of': the value is unknown"),
    "scrambled": ("scrambled-number", "the digits are grouped wrongly: the value is unknown"),
    "lost": ("lost-number", "the number before the percent sign is lost"),
    "all": ("torn-number", "a number and a word of quantity follow each other: one of them belongs elsewhere"),
}


def flags(text: str, context: Context) -> Iterator[Flag]:
    """Numbers whose value was lost or scrambled."""
    free = 0
    for start in sorted(set(_lost(text, signs(text, context)))):
        m = _SEEN.match(text, start) if start >= free else None
        if m is not None:
            free = m.end()
            kind, why = _WHY[m.lastgroup or "lost"]
            if context.language_at(start) == "en":
                yield Flag(start, free, kind, why)


def _lost(text: str, kinds: bytes) -> Iterator[int]:
    """Where what was lost may begin: the number before a group of too many digits or before a word of quantity, the blanks before a
    percent sign."""
    for group in _SCRAMBLED.finditer(kinds):
        yield _number(kinds, group.start())
    for share in _SHARE.finditer(kinds):
        at = share.start()
        yield at if kinds[at - 1] == SMALL else at - 1 if kinds[at - 2] == SMALL else at - 2
    if DIGIT in kinds:
        for word in _QUANTITIES:
            for at in places_of(text, word):
                yield _number(kinds, at)


def _number(kinds: bytes, stop: int) -> int:
    """Where the number begins that ends at ``stop``."""
    near = kinds[max(0, stop - 40) : stop]
    return stop - len(near) + len(near.rstrip(b"0"))


_BIG = re.compile(r"[ \u00a0]?(?:(?:More than|Multi(?:ple)?)[ \u00a0])?(?:[Tt]en [Tt]housand|Hundred [Mm]illion)")
_BIG_HINTS = frozenset({"en thousand", "en Thousand", "Hundred "})
_FINDERS = {rule.name: rule.find for rule in RULES if rule.find}


def trigger(text: str, context: Context) -> Collection[str]:
    """The rules for which a number stands near what they look for."""
    seen = look(text, context)
    places, literals = _places(text, context), seen.literals
    names = {rule for rule in places if any(_FINDERS[rule](text, context))}
    if "split-decimal" in places:
        names.add("split-price")
    if literals and not literals.isdisjoint(_BIG_HINTS) and any(_BIG.match(text, last + 1) for last, _ in seen.numbered):
        names.add("ten-thousand")
    if "ndividual " in literals and any(_individuals(text, context)):
        names.add("individual")
    if "eft and right" in literals or "Up and down" in literals:
        names.add("about")
    if seen.joints.clocks:
        names.add("split-clock")
    if "- " in literals or " -" in literals:
        if any(_codes(text, context)):
            names.add("split-code")
        if any(_compounds(text, context)):
            names.add("split-compound")
    return names
