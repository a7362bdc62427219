"""Apostrophes with blanks round them (``can ' t``), and those that were lost (``didnt``)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from shnorm.gate import Context
from shnorm.rules import Match, Rule
from shnorm.stage import Flag
from shnorm.translation.english import FUNCTION, rank, tags
from shnorm.translation.tokens import LOST_CAPITAL, NOTHING, look, occurrences, scan
from shnorm.translation.zh_en.common import ENGLISH, starts_sentence, word_before
from shnorm.wordlist import words

NAME = "apostrophes"

#: Spellings that are no words of their own.
LOST = {
    "didnt": "didn't", "doesnt": "doesn't", "dont": "don't", "isnt": "isn't", "wasnt": "wasn't", "arent": "aren't", "werent": "weren't",
    "hasnt": "hasn't", "havent": "haven't", "hadnt": "hadn't", "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't",
    "mustnt": "mustn't", "neednt": "needn't", "theyre": "they're", "youre": "you're", "theyve": "they've", "youve": "you've", "weve": "we've",
    "theyll": "they'll", "youll": "you'll", "thats": "that's", "whats": "what's", "ive": "I've", "theres": "there's", "oclock": "o'clock",
    "couldve": "could've", "wouldve": "would've", "shouldve": "should've",
    "im": "I'm", "hes": "he's", "shes": "she's", "whos": "who's",
}  # fmt: skip


_PRONOUNS = words("i you he she we they")
_NEGATED = words("don doesn didn isn wasn aren weren hasn haven hadn couldn wouldn shouldn mustn needn mightn can won shan ain")


def _spaced(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for mark, _, pattern in _ENDINGS:
        if mark in text:
            for found in pattern.finditer(text):
                i = found.start()
                base = _BASE.search(text, max(0, i - 40), i) if found["spaced"] else None
                m = _SPACED.match(text, base.start()) if base else None
                new = _joined(m) if m else None
                if m and new:
                    yield m.start(), m.end(), new


# A mark, what stands where a blank is beside it, and which rule may have something to do there; the pattern begins with the mark, so that
# it is searched for as a literal.
_ENDINGS = [
    (
        mark,
        frozenset({f"{mark} ", f" {mark}"}),
        re.compile(
            rf"{mark}(?: |(?<= {mark}))(?:(?P<spaced>(?:s|t|re|ve|ll|d|m)\b(?! ?['’]))|(?P<clock>clock)|(?P<owners>(?<=s {mark} )[a-z]))"
        ),
    )
    for mark in "'’"
]
_BASE = re.compile(r"(?<![\w'’‘])[A-Za-z]+ ?\Z")
_SPACED = re.compile(r"(?P<base>[A-Za-z]+) ?(?P<mark>['’]) ?(?P<end>s|t|re|ve|ll|d|m)\b(?! ?['’])")


def _joined(m: Match) -> str | None:
    base, end = m["base"].lower(), m["end"]
    if m[0] == m["base"] + m["mark"] + end:
        return None
    if (end == "t" and base not in _NEGATED) or (end == "m" and base != "i"):
        return None
    # With one blank it may be dialect ("soon 's he came", "it 'll do"), with two it is a tokenizer's work.
    if m.string[m.start("mark") + 1] != " " or m.string[m.start("mark") - 1] != " ":
        if end in ("re", "ve", "ll", "d") and base not in _PRONOUNS:
            return None
        if (
            end == "s"
            and base not in ("it", "he", "she", "that", "what", "there", "here", "let")
            and "n" not in tags(base).lower()
            and (tags(base)[:1] != "S" or base.endswith("s"))  # "the children 's library"
        ):
            return None if m["base"].islower() else f"{m['base']}{m['mark']}{end}"
    return f"{m['base']}{m['mark']}{end}"


# "The players ' wages": the only blank apostrophe of its line, behind a plural and before a noun.
_OWNERS = re.compile(r" ['’](?= (?P<owned>[a-z]+))(?<=s ['’])")
_OWNER = re.compile(r"(?<![\w'’‘-])[a-z]{3,}s\Z")


def _owners(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    counted = -1  # the end of the line at hand
    for m in _OWNERS.finditer(text):
        owner = _OWNER.search(text, max(0, m.start() - 24), m.start())
        if m.start() < counted or owner is None or tags(owner[0])[:1] != "S" or tags(m["owned"])[:1] not in ("N", "S", "J"):
            continue
        start, end = text.rfind("\n", 0, m.start()) + 1, text.find("\n", m.end())
        counted = end if end >= 0 else len(text)
        if word_before(text, owner.start()).lower() in _HEADS and len(_LOOSE.findall(text, start, counted)) == 1:
            yield m.start(), m.start() + 1, ""


_HEADS = words("the these those their our its his her all both some many most of for and my your")
# An apostrophe that is no part of a word, nor a contraction that was torn: perhaps a quotation mark.
_LOOSE = re.compile(r"(?<![A-Za-z])['’](?! ?(?:s|t|re|ve|ll|d|m)\b)|(?<=[A-Za-z])['’](?![A-Za-z])|‘")


_PIECES = ("ive", "weve")
# Those that are names or words of other languages, unless what a form of "be" has after it follows.
_BEING = words("im hes shes whos")
_COMPLEMENT = re.compile(r" ([a-z]+)\b")
_COMPLEMENTS = words(
    "a an the not so very just sure going here there still also always never too in on at my your our his her from"
)
_LETS = re.compile(r" ([a-z]+)(?=[ .!?])(?! (?:you|users|me|us|them|him|of)\b)")


def _complemented(text: str, end: int, word: str) -> bool:
    """Whether what follows the word that ends at ``end`` leaves no room for another reading."""
    m = (_LETS if word == "lets" else _COMPLEMENT).match(text, end)
    if m is None:
        return False
    if word == "lets":
        return m[1] in ("be", "have", "do", "go", "see", "not") or tags(m[1])[:1] == "V"
    return m[1] in _COMPLEMENTS or tags(m[1])[:1] in ("G", "J", "R")


#: Literals of contractions that a tokenizer tore before the "n", and of those that look like other words.
TORN, UNMARKED = frozenset({" n't", " n’t"}), frozenset({" wont ", " cant "})
_UNMARKED = re.compile(r"(?<![\w'’])(?P<subject>[A-Za-z]+) (?P<word>wont|cant) (?P<next>[a-z]+)\b")
_SUBJECTS = words("i you he she it we they")
_AFTER_MODAL = words("be have do get even ever just really always never help find let")


def _unmarked(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    curly = "’" in text and "'" not in text
    for literal in UNMARKED:
        place = text.find(literal)
        while place >= 0:
            subject = word_before(text, place)
            m = _UNMARKED.match(text, place - len(subject))
            following = m["next"] if m else ""
            verb = following in _AFTER_MODAL or (following not in FUNCTION and "v" in tags(following).lower())
            low = subject.lower()
            named = literal == " wont " and "n" in tags(low).lower()
            if m and verb and (low in _SUBJECTS or named or tags(low)[:1] == "S"):
                yield m.start("word"), m.end("word"), m["word"][:-1] + ("’t" if curly else "'t")
            place = text.find(literal, place + 1)


_CONDITIONED = _BEING | {"lets"}
_LOST = LOST | {"lets": "let's"}


def _lost(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    found = scan(text, context)
    curly = "’" in text and "'" not in text
    for word in found.capital & LOST_CAPITAL:
        for place in re.finditer(rf"(?<![\w.@/\\'’-]){word}(?= [a-z])", text):
            if starts_sentence(text, place.start()) and (
                word.lower() not in _CONDITIONED or _complemented(text, place.end(), word.lower())
            ):
                new = _LOST[word.lower()].capitalize()
                yield place.start(), place.end(), new.replace("'", "’") if curly else new
    wanted = found.low & LOST.keys()
    if wanted:
        for start, end, word in occurrences(text, wanted):
            if word in _PIECES and rank(word_before(text, start).lower() + word) is not None:
                continue  # "act ive" is one word, split
            if word in _BEING and not _complemented(text, end, word):
                continue
            yield start, end, LOST[word].replace("'", "’") if curly else LOST[word]


RULES = (
    Rule(
        name="clock",
        why="a tokenizer's blanks were kept round the apostrophe of o'clock",
        pattern=r"\b(?P<o>[Oo])(?: (?P<mark>['’]) ?|(?P<other>['’]) )(?=clock\b)",
        new=lambda m, context: m["o"] + (m["mark"] or m["other"]),
        hint=("' clock", "'clock", "’ clock", "’clock"),
        lang="en",
        examples=[
            ("He works from nine o ' clock.", "He works from nine o'clock."),
            ("At ten o' clock it rang.", "At ten o'clock it rang."),
        ],
        keeps=["It was five o'clock.", "The 'clock' is slow."],
    ),
    Rule(
        name="spaced",
        why="a tokenizer's blanks were kept round the apostrophe",
        find=_spaced,
        lang="en",
        examples=[
            ("The world ' s oldest tree is here.", "The world's oldest tree is here."),
            ("You can ' t park here, and it isn ' t allowed there.", "You can't park here, and it isn't allowed there."),
            ("It is Anna ’ s turn.", "It is Anna’s turn."),
            ("The children 's library is closed.", "The children's library is closed."),
        ],
        keeps=[
            "She sang rock 'n' roll in the '90s.",
            "The letters 'a' s are red.",
            "He wrote the 't' twice.",
            "The sheriff 'll get 'em, I seed 'm, soon 's he came.",
        ],
    ),
    Rule(
        name="owners",
        why="a tokenizer's blank was kept before the apostrophe of a plural",
        find=_owners,
        hint=(" ' ", " ’ "),
        gate=ENGLISH,
        confidence=0.85,
        examples=[("The players ' wages were cut by half.", "The players' wages were cut by half.")],
        keeps=[
            "The 'players ' wages' were cut.",
            "He sold the cars ' and went home.",
            "The boys ' and the girls ' school is open.",
        ],
    ),
    Rule(
        name="lost",
        why="the apostrophe was lost, and what is left is no word",
        find=_lost,
        gate=ENGLISH,
        examples=[
            ("They didnt see the sign.", "They didn't see the sign."),
            ("It doesnt matter that it isnt there.", "It doesn't matter that it isn't there."),
            ("Thats all that they know.", "That's all that they know."),
            ("Im sure that hes late. Lets go to the park.", "I'm sure that he's late. Let's go to the park."),
        ],
        keeps=[
            "Its paint is old, and he was wont to walk there.",
            "The cant of the hull and the shell of the boat.",
            "Lets you choose the colour of the page.",
        ],
    ),
    Rule(
        name="torn",
        why="a tokenizer cut the contraction before its 'n', and its blank was kept",
        pattern=r"(?<![\w'’])(?P<verb>[Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Hh]as|[Hh]ave|[Hh]ad|[Cc]ould|[Ww]ould|[Ss]hould|[Mm]ust"
        r"|[Nn]eed|[Mm]ight|[Cc]a|[Ww]o|[Ss]ha|[Aa]i) (?=n['’]t\b(?!['’\"”`]))",
        new=r"\g<verb>",
        hint=(" n't", " n’t"),
        lang="en",
        examples=[("I ca n't find it, and it was n’t here.", "I can't find it, and it wasn’t here.")],
        keeps=["The suffix n't and the word n't mean not.", 'He cut "do n\'t" in two.'],
    ),
    Rule(
        name="unmarked",
        why="the apostrophe was lost, and no verb but the contraction stands between a subject and a verb",
        find=_unmarked,
        hint=(" wont ", " cant "),
        gate=ENGLISH,
        confidence=0.9,
        examples=[
            ("They cant wait for the bus.", "They can't wait for the bus."),
            ("The key wont turn in the lock.", "The key won't turn in the lock."),
        ],
        keeps=[
            "He was wont to walk there, as was his wont on Sundays.",
            "It is the cant they use in the hull, and they cant over.",
        ],
    ),
)


def trigger(text: str, context: Context) -> Collection[str]:
    """The rules for which an apostrophe stands beside a blank, or an unknown word may have lost one."""
    names: set[str] = set()
    literals = look(text, context).literals
    for _, blanks, pattern in _ENDINGS if literals else ():
        if not literals.isdisjoint(blanks):
            names.update(str(m.lastgroup) for m in pattern.finditer(text))
    found = scan(text, context)
    if found is not NOTHING and not (found.low.isdisjoint(LOST) and found.capital.isdisjoint(LOST_CAPITAL)):
        names.add("lost")
    if literals:
        if not literals.isdisjoint(TORN):
            names.add("torn")
        if not literals.isdisjoint(UNMARKED):
            names.add("unmarked")
    return names


def flags(text: str, context: Context) -> Iterator[Flag]:
    """Possessives that lost their apostrophe, where they are no plurals either; of others nobody can tell."""
    for word in _POSSESSIVES:
        if word in text:
            for m in re.finditer(rf"\b{word}(?= [a-z])", text):
                if context.language_at(m.start()) == "en":
                    yield Flag(
                        m.start(), m.end(), "lost-apostrophe", "a possessive without its apostrophe: where it stood is a guess"
                    )


_POSSESSIVES = ("womens", "childrens", "Womens", "Childrens")
