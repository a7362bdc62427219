"""Words, phrases and particles that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.gate import Context
from shnorm.rules import Match, Rule
from shnorm.translation.english import tags
from shnorm.translation.tokens import LONG
from shnorm.translation.zh_en.common import CLEAR, ENGLISH, LIKELY, word_before, words

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
        "log logged logging sign signed check checked come came coming go went going gone turn turned hand handed move moved moving break broke bring "
        "brought fill filled kick set tune tuned plug plugged give gave given get got getting cave phase stay stayed live lived living dig drop dropped "
        "join joined zoom rein believe believed built step stepped walk walked take taken put sit sat send sent let tucked brought head it all"
    ),
    "on": words(
        "go goes going went gone move moved moving carry carried come came turn turned turning hang hung keep kept put hold held get got bring brought log "
        "logged pass passed try tried work worked later early so and further live lived sign add added hit pick take taken switch switched"
    ),
    "by": words(
        "stand stood pass passed passing go went gone come came drop dropped get got stop stopped swing close near day one little step"
    ),
}
_COPULAS = words(
    "what all thing things how where who whatever problem problems issue point fact truth question reason as that this why when which whoever trouble idea "
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


_PHRASE = re.compile(
    r"\b(?=(?:[Ii]n|[Oo]f|[Tt]he|[Tt]o|[Ff]or|[Oo]n|[Aa]t|[Ww]ith|[Bb]y|[Ff]rom|[Tt]hat|[Ii]s|[Aa]re|[Ww]as|[Aa]n?|[Ii]t|[Tt]hey|[Ww]e) )"
    r"(?P<p>[A-Za-z][a-z'’-]*(?: [a-z'’-]+){2,6}) (?P=p)\b(?![-'’])",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b(?P<p>(?:[Ii]n|[Oo]f|[Tt]o|[Oo]n|[Ff]or|[Aa]t|[Bb]y|[Ww]ith|[Ff]rom) (?:the|a|an|his|her|their|its|this|these)) (?P=p)\b"
)


def _phrase(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    if len(text) >= LONG and not context.translated:
        return
    for m in _PHRASE.finditer(text):
        parts = m["p"].lower().split()
        if len(set(parts)) == len(parts) and m[0][len(m["p"]) + 1].islower():
            yield m.start() + len(m["p"]), m.end(), ""
    for m in _PAIR.finditer(text):
        yield m.start() + len(m["p"]), m.end(), ""


RULES = (
    Rule(
        name="word",
        why="a word of grammar stands twice, and no English sentence puts it so",
        pattern=rf"(?<![\w-])((?i:{'|'.join(_ALWAYS)})) ((?i:\1))\b(?!['’-])",
        new=_word,
        hint=(*(f"{word} {word} " for word in _ALWAYS), "he the ", "A a ", "An an "),
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
        hint=tuple(f"{word} {word} " for word in _CLAUSE),
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
        hint=tuple(f"{word} {word} " for word in _LIKELY),
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


def trigger(text: str, context: Context) -> bool:
    """Whether the text is short, or shows that a machine made it, or holds the most frequent of these slips."""
    return len(text) < LONG or context.translated > 0 or "the the " in text or "of of " in text or "to to " in text
