"""Words, phrases and particles that stand twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from shnorm.gate import Context
from shnorm.rules import Match, Rule
from shnorm.translation.english import tags
from shnorm.translation.tokens import FIRST, look, scan, worth
from shnorm.translation.zh_en.common import CLEAR, ENGLISH, LIKELY, word_before
from shnorm.wordlist import words

NAME = "duplicates"

_ALWAYS = ("the", "a", "an", "of", "to", "for", "and", "with", "from", "their", "its", "our", "my", "at")
_LIKELY = ("as", "this", "these", "which", "or", "not", "it", "we", "they")
_CLAUSE = ("in", "on", "by", "be", "is", "are", "was", "were", "can", "will", "has", "have", "would", "could", "should")
# Verbs and particles after which "to to", "for for" or "in in" can be English: "what he came to to get help".
_PARTICLES = words(
    "up used referred looking listened talked spoke wrote come came go went turn turned able log logged hand put stand stood ask asked look"
)
_EMPHATIC = words(
    "very really so long far much many more too no ha yes never again again well now then there here hear quite really blah big little"
)


def _word(m: Match, context: Context) -> str | None:
    first, second = m[1], m[2]
    if not second.islower() and second not in ("The", "A", "An", "Of", "To"):
        return None
    if first[0].isupper() and second[0].isupper():
        return None
    if first.lower() in ("to", "for", "at") and word_before(m.string, m.start()).lower() in _PARTICLES:
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
    "answer difference"
)
_PRONOUNS = words("i you he she it we they there this that")


def _word_in_clause(m: Match, context: Context) -> str | None:
    word, before = m[2], word_before(m.string, m.start()).lower()
    if not word.islower() or not before:
        return None
    if word in _PHRASAL:
        return None if before in _PHRASAL[word] else f"{m[1]}"
    if word == "be":
        return "be"
    if word in ("is", "are", "was", "were"):
        clause = re.findall(r"[a-z]+", m.string[max(0, m.start() - 80) : m.start()].rpartition(".")[2].lower())
        return None if _COPULAS.intersection(clause) else f"{m[1]}"
    return word if before in _PRONOUNS else None


def _same(m: Match, context: Context) -> str | None:
    return m[1] if m[1] not in _EMPHATIC and tags(m[1])[:1] in ("N", "S", "D", "Z") else None


_TOKEN = re.compile(r"[A-Za-z][\w'’-]*")
_HEADS = words("the a an his her their its this these")
_PREPOSITIONS = words("in of to on for at by with from")
_LONGEST = 7


def _returns(text: str) -> bool:
    """Whether some words of ``text``, in small letters, stand twice in a row: a quick look without places."""
    words, last = text.split(), dict[str, int]()
    for i, word in enumerate(words):
        if word in FIRST:
            before = last.get(word, -9)
            last[word] = i
            n = i - before
            if 2 <= n <= _LONGEST and words[before + 1 : i - 1] == words[i + 1 : i + n - 1]:
                return True
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
    last: dict[str, int] = {}
    free = 0
    for i, (start, stop) in enumerate(places):
        word = text[start:stop].lower()
        before = last.get(word)
        last[word] = i
        if before is None or word not in FIRST or not 2 <= i - before <= _LONGEST:
            continue
        first = places[before][0]
        phrase = text[first : start - 1]
        parts = phrase.lower().split(" ")
        stop = start + len(phrase)
        if text[start - 1] != " " or first < free or text[start:stop].lower() != phrase.lower() or len(parts) != i - before:
            continue
        if (
            len(set(parts)) < len(parts)
            or not text[start].islower()
            or text[stop : stop + 1].isalnum()
            or text[stop : stop + 1] in ("-", "'", "’")
        ):
            continue
        if len(parts) > 2 or (parts[0] in _PREPOSITIONS and parts[1] in _HEADS):
            free = stop
            yield start - 1, stop, ""


RULES = (
    Rule(
        name="word",
        why="a word of grammar stands twice, and no English sentence puts it so",
        pattern=rf"(?<![\w-])((?i:{'|'.join(_ALWAYS)})) ((?i:\1))\b(?!['’-])",
        new=_word,
        hint=(*(f" {word} {word} " for word in _ALWAYS), "The the ", "A a ", "An an ", "To to ", "Of of "),
        gate=ENGLISH,
        confidence=0.95,
        examples=[
            ("The the museum is closed on Mondays.", "The museum is closed on Mondays."),
            ("He sent the the letters yesterday.", "He sent the letters yesterday."),
            ("They agreed to to meet again.", "They agreed to meet again."),
        ],
        keeps=[
            "She had had enough of the noise.",
            "I know that that lamp is broken.",
            "What it is is a mystery.",
            "I saw The The live in town.",
        ],
    ),
    Rule(
        name="word-in-clause",
        why="a preposition or a form of 'be' or 'have' stands twice, and the words before it leave no room for two",
        pattern=rf"(?<![\w-])((?i:{'|'.join(_CLAUSE)})) ((?i:\1))\b(?!['’-])",
        new=_word_in_clause,
        hint=tuple(f" {word} {word} " for word in _CLAUSE),
        gate=ENGLISH,
        confidence=0.85,
        examples=[("We met in in the park.", "We met in the park."), ("She is is here.", "She is here.")],
        keeps=[
            "What it is is a mystery.",
            "You can log in in the morning.",
            "She had had enough of the noise.",
            "The can can is a dance.",
        ],
    ),
    Rule(
        name="word-likely",
        why="a word of grammar stands twice on a page that a machine made",
        pattern=rf"(?<![\w-])((?i:{'|'.join(_LIKELY)})) ((?i:\1))\b(?!['’-])",
        new=_word,
        hint=tuple(f" {word} {word} " for word in _LIKELY),
        gate=LIKELY,
        confidence=0.8,
        examples=[("It is not not the shop in the north.", "It is not the shop in the north.")],
        keeps=["I know that that lamp is broken.", "She had had enough of the noise."],
    ),
    Rule(
        name="noun",
        why="a noun or a verb stands twice on a page that a machine made",
        pattern=r"(?<![\w-])([a-z]{4,}) \1\b(?![-'’])",
        new=_same,
        gate=CLEAR,
        confidence=0.75,
        examples=[("They held a meeting meeting in the town.", "They held a meeting in the town.")],
        keeps=["It was a long long way.", "She was very very glad."],
    ),
    Rule(
        name="phrase",
        why="a phrase of three words or more stands twice in a row",
        find=_phrase,
        gate=ENGLISH,
        confidence=0.9,
        examples=[("There is snow in the north of in the north of the country.", "There is snow in the north of the country.")],
        keeps=[
            "It went on and on and on and on.",
            "He moved from New York, New York, to Leeds.",
            "Higher and higher and higher it rose.",
            "He talked and so on and so on.",
        ],
    ),
)


def trigger(text: str, context: Context) -> Collection[str]:
    """The rules for which a word stands twice, or so many words return that a phrase may."""
    names = []
    if worth(text, context):
        found = scan(text, context)
        if found.doubled or not _CAPITALS.isdisjoint(look(text, context).literals):
            names += ["word", "word-in-clause", "word-likely", "noun"]
        if found.again:
            names.append("phrase")
    elif not _SURE.isdisjoint(look(text, context).literals):
        names.append("word")
    return names


_CAPITALS = frozenset({"The the ", "A a "})
_SURE = frozenset({" the the ", " of of ", " to to "})
