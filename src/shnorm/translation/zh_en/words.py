"""Fused words (``ofthe``), split words (``atte ntion``)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from shnorm.gate import Context
from shnorm.rules import Match, Rule
from shnorm.translation.english import CLOSED, ENDINGS, FUNCTION, SPLITS, is_pair, is_piece, rank, tags
from shnorm.translation.tokens import FUSED_CAPITAL, fragments, look, occurrences, scan, signs
from shnorm.translation.zh_en.common import ENGLISH, LIKELY, loose_hyphens, starts_sentence, word_before
from shnorm.wordlist import words

NAME = "words"

# Compounds of such words that the list does not know, or that stand for something else.
_COMPOUNDS = words(
    "hereat herefor herefrom hereinto hereon hereout hereover thereat thereabove therefor thereinto thereon thereout thereover thereunder "
    "thereuntil thereupto whereabout whereat wherefor wherefrom whereinto whereon whereout whereover whereunder whereupto howbeit albeit "
    "isin tobe anon inbetween inbe offon onoff inout upto downto allin allon beall whoso whatso oftoo alot inall toand fro "
    "thereby hereto noone anyhow somehow nohow nowhere forever evermore onto unto thereamong thereof whereas overall overdo overmuch "
    "throughin notin isin isa hasa inorout forthe theon itwas"
) - words("forthe itwas")
_LEAST = 5
# Trailing and leading words that are no part of compounds: what is fused with them is no identifier and no rare word.
_CLEAR_AFTER = words("the and of that which with from their this these through")
_CLEAR_BEFORE = words(
    "the and among with from that through their which these those between into towards within without during of"
)
_PREFIXES = words(
    "a ab ad aero agro ante anti arch audio auto be bi bio bis co contra counter cross cyber de demi di dis down e eco electro en ex extra fore geo "
    "giga half hemi hetero homo hydro hyper i il im in infra inter intra ir iso kilo macro mal mega meta micro mid mini mis mono multi nano "
    "neo neuro non off omni on ortho out over pan para per peri photo physio poly post pre pro proto pseudo psycho quasi re retro self "
    "semi socio step sub super sur sym syn techno tele tera thermo trans tri turbo ultra un under uni up vice video xeno"
)


def _cut(word: str, evidence: bool) -> tuple[str, ...] | None:
    """The words that ``word`` is made of, if there is one clear way to cut it."""
    best: tuple[str, ...] | None = None
    for i in range(1, len(word)):
        left, right = word[:i], word[i:]
        if left not in FUNCTION and right not in FUNCTION and not evidence:
            continue
        if rank(left) is None and left not in FUNCTION:
            continue
        if rank(right) is not None or right in FUNCTION:
            if not _fits(left, right, evidence):
                continue
            if best is not None:
                return None if _weight(best) == _weight((left, right)) else max(best, (left, right), key=_weight)
            best = (left, right)
    return best or _cut_three(word)


def _derived(word: str) -> bool:
    """Whether a word that the list does not know is a known one with an ending: ``hasher`` is no ``has her``."""
    for ending in (
        "er",
        "ers",
        "ing",
        "ed",
        "s",
        "es",
        "ly",
        "ness",
        "able",
        "or",
        "ist",
        "ism",
        "ish",
        "less",
        "like",
        "y",
        "ish",
    ):
        stem = word[: -len(ending)]
        if (
            word.endswith(ending)
            and len(stem) > (3 if ending == "able" else 2)
            and any(rank(form) is not None for form in (stem, stem + "e", stem + "er"))
        ):
            return True
    return False


def _weight(parts: tuple[str, ...]) -> tuple[bool, int]:
    return is_pair(*parts) if len(parts) == 2 else False, -sum(rank(part) or 0 for part in parts)


def _fits(left: str, right: str, evidence: bool) -> bool:
    if left in FUNCTION and right in FUNCTION:
        return len(left) > 1 and len(right) > 1 and is_pair(left, right)
    if left == "the" and len(right) > 2:
        place = rank(right)
        if place is not None and (
            place < 15_000 if len(right) > 3 else place < 700 and tags(right)[:1] in "NJ" and is_pair(left, right)
        ):
            return bool(tags(right)) or len(right) > 4
    if (left in FUNCTION or right in FUNCTION) and _one_of_grammar(left, right):
        return True
    if not evidence or min(len(left), len(right)) < 2:
        return False
    if left in FUNCTION:
        return left in _CLEAR_BEFORE and len(right) > 3 and _common(right)
    if right in FUNCTION:
        return right in _CLEAR_AFTER and len(left) > 3 and _common(left)
    if min(len(left), len(right)) < (4 if tags(left)[:1] == "G" else 5) or not (_common(left) and _common(right)):
        return False
    # Two nouns side by side are how identifiers and new compounds are made; other pairs are not.
    return (
        tags(left)[:1] in "GDJR"
        and tags(right)[:1] in "GDJRNS"
        and (is_pair(left, right) or tags(left)[:1] == "G" or tags(right)[:1] in "GS")
    )


# Words of grammar that stand before nearly anything, and with which no word, name or identifier begins that the list does not know; and
# those that stand before words of one kind only, by the letters of :func:`tags`.
_ANY_AFTER = words(
    "them both where our these their than that from very with was were had has have would could should into not your some this must been being "
    "because about between through during those which while whose of and many its only before"
)
_AFTER = {
    "to": "V", "can": "V", "may": "V", "will": "V", "might": "V", "cannot": "V", "they": "VD", "she": "ZD", "he": "ZD", "it": "ZD", "is": "DJG",
    "are": "DJG", "be": "DG", "more": "J", "most": "J", "also": "VZD", "for": "NSGJ", "at": "NSJR", "who": "ZDV", "as": "RD",
    "in": "J", "an": "J", "so": "J", "by": "SG",
}  # fmt: skip
# The same for words of grammar that end a fused word, and those that do it only after a verb or a plural.
_ANY_BEFORE = words(
    "which was were when where while into than from that for this these those their with the they been have had would could should because between "
    "about and its our your of must will are what"
)
_LONG_AFTER = words("under over after before through into from with")
_PLURAL_AFTER = words("many these those both")
_AFTER_VERB = words("in on to at by as is it his her him them up out over under after before through")
# Identifiers, spellings of dialect, and words of their own.
_NO_CUT = words(
    "sizeof typeof instanceof indexof valueof keyof nameof alignof offsetof numberof countof memberof endof startof outof isreal belived bespoken "
    "besaid beseen bandwith wellbeing walkabout talkabout itworks forwood forhead beliving "
    "verything nother linkedin shein howto whois foreach handson headsup thumbsup soldat anywho hurtin ither ather inequal innumerous candie "
    "fortwo notnull inten intwo insix"
)


_AFTER_IN = words("front fact order addition particular spite total general")
_BEFORE_NUMERALS = words("in are were have has had with of for about the these those than between within into over under from")
_NUMERALS = words(
    "two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety hundred half"
)
# Fused words that are names or words of other languages elsewhere, by what has to follow them.
_BY_NEXT = (
    (("in", "of", "as", "by", "to", "on", "at", "is"), ("an",), re.compile(r" [aeiouh][a-z]+\b")),
    (
        ("with", "from", "that", "such", "had", "was", "of", "into", "under", "after", "during"),
        ("a",),
        re.compile(r" [b-df-hj-np-tv-z][a-z]+\b"),
    ),
    (
        ("is", "it", "as", "out", "up", "so"),
        ("in", "on", "at", "by", "of", "to", "is"),
        re.compile(r" (?:the|a|an|his|her|its|their|our|my|your|this|that|these|those)\b"),
    ),
    (("to",), ("be",), re.compile(r" [a-z]+\b")),
    (("be", "been", "is", "was", "were", "being"), ("able",), re.compile(r" to\b")),
    (("in",), ("a",), re.compile(r" [b-df-hj-np-tv-z][a-z]+\b")),
)
_KINDS = {" a": ("N", "J"), "an": ("N", "J", "D", ""), "be": ("D", "G", "J")}
_WORDS_AS_THEY_ARE = words(
    "iton upin upis outis outin outon soin sois soof soon asis itby itof itat asof asto upat upby outat outby soat soby"
)
_NEXT = {
    first + second: (f"{first} {second}", following)
    for firsts, seconds, following in _BY_NEXT
    for first in firsts
    for second in seconds
    if first != second and first + second not in _WORDS_AS_THEY_ARE
}
#: Fused words too short for any rule.
_SHORT = {
    "ofus": "of us",
    "isno": "is no",
    "ofmy": "of my",
    "ofit": "of it",
    "itis": "it is",
    "inmy": "in my",
    "onmy": "on my",
    "tomy": "to my",
}
#: Others that no rule cuts, since one of their words stands beside too many others.
_SHORT |= {
    first + second: f"{first} {second}"
    for firsts, seconds in (
        ("is are was has", "now"),
        ("able need want due hope", "to"),
        ("every each last next", "year"),
        ("last next", "week month"),
        ("at", "least first"),
        ("in", "its"),
        ("might", "be"),
        ("every", "morning evening weekend"),
        ("use half now via down ran", "the"),
    )
    for first in firsts.split()
    for second in seconds.split()
} | {"inorderto": "in order to", "aswellas": "as well as", "inaddition": "in addition"}


def _one_of_grammar(left: str, right: str) -> bool:
    """Whether one of two words is of grammar and the other, a common one, stands where such a word leaves room for it."""
    if min(len(left), len(right)) < 2 or _compound(left + right):
        return False
    if left in FUNCTION:
        kind = tags(right)[:1]
        if (left == "in" and right in _AFTER_IN) or (right in _NUMERALS and left in _BEFORE_NUMERALS):
            return is_pair(left, right)
        if (
            left in _PLURAL_AFTER
            and kind == "S"
            and len(right) > 4
            and (rank(right) or 0) < 5_000
            and not tags(right).endswith("*")
        ):
            return True  # "manyhouses"
        short = 3 if left in ("can", "will", "would", "could", "should", "the") else 4
        if len(right) < short or not _common(right) or not kind or not (left in _ANY_AFTER or kind in _AFTER.get(left, "-")):
            return False
        return is_pair(left, right) and (left in _ANY_AFTER or (rank(right) or 0) < 5_000)
    kind = tags(left)[:1]
    if right == "the" and len(left) == 3 and kind in ("V", "Z", "D"):
        return (rank(left) or 0) < 3_000  # "hitthe"
    if len(left) == 3 and kind == "D" and right in _LONG_AFTER:
        return (rank(left) or 0) < 3_000  # "satunder"
    if len(left) < 4 or not kind or not _common(left):
        return False
    if right == "the" and kind in "VZDG":
        return (rank(left) or 0) < (30_000 if kind in "DGZ" else 10_000)
    if right == "in" and "v" in tags(left).lower() and not left.endswith("ed"):
        return False  # "hittin", as some say it
    if (rank(left) or 0) < 8_000 and (
        (right in _AFTER_VERB and kind in "ZDSG")
        or (len(left) > 5 and (right in ("to", "on") or (kind == "V" and right in ("in", "by", "at"))))
    ):
        return is_pair(left, right)
    return right in _ANY_BEFORE and is_pair(left, right)


def _compound(word: str) -> bool:
    """Whether a word reads as one that was built: ``superband`` is no ``superb and``."""
    return any(word.startswith(prefix) and _common(word[len(prefix) :]) for prefix in _PREFIXES if len(prefix) > 3)


def _two_nouns(word: str) -> bool:
    """Whether two common nouns make up ``word``: ``beanpole`` is no ``be an pole``."""
    parts = ((word[:i], word[i:]) for i in range(3, len(word) - 2))
    return any(
        tags(left)[:1] == "N" and tags(right)[:1] in ("N", "S") and _common(left) and _common(right) for left, right in parts
    )


def _cut_three(word: str) -> tuple[str, ...] | None:
    """``ofthevalley``: two words of grammar and a common third one."""
    if _two_nouns(word):
        return None
    for i in range(2, min(8, len(word) - 4)):
        left = word[:i]
        if left not in FUNCTION:
            continue
        for middle in ("the", "their", "its", "our", "his", "her", "this", "these", "a", "an"):
            rest = word[i + len(middle) :]
            if not word.startswith(middle, i) or len(middle) < 2 or not is_pair(left, middle):
                continue
            if _common(rest) and (len(rest) > 3 or (len(rest) == 3 and (rank(rest) or 0) < 1500)):
                return left, middle, rest
    # "Livinginthe": a common word and two of grammar.
    for end in _ENDS:
        left = word[: -len(end)]
        if word.endswith(end) and len(left) > 3 and _common(left) and is_pair(left, end[:-3]):
            return left, end[:-3], "the"
    return None


_ENDS = tuple(f"{word}the" for word in ("of", "in", "on", "to", "for", "at", "by", "with", "from", "and", "that", "into"))


def _common(word: str) -> bool:
    place = rank(word)
    return place is not None and place < 25_000 and bool(tags(word))


@lru_cache(maxsize=4096)
def _cuts(word: str) -> tuple[str | None, str | None]:
    """What an unknown word is cut into: words of grammar, or words of which one or none is, where the page proves it."""
    if word in _SHORT:
        return _SHORT[word], None
    if (
        len(word) < _LEAST
        or not word.isalpha()
        or word in _COMPOUNDS
        or word in _NO_CUT
        or rank(word) is not None
        or _derived(word)
    ):
        return None, None
    grammar = _cut(word, False)
    if grammar or len(word) < 8:
        return " ".join(grammar) if grammar else None, None
    content = _cut(word, True)
    return None, " ".join(content) if content else None


_OPENING, _CLOSING = frozenset("[`\"“'(<"), frozenset("]`\"”')>")


def _fused(text: str, context: Context, evidence: bool) -> Iterator[tuple[int, int, str]]:
    cuts = {word: cut for word in scan(text, context).low if (cut := _cuts(word)[evidence])}
    for place in occurrences(text, set(cuts)):
        # A word alone in brackets or quotes is a name or a term: "[bandwhich](https://...)".
        after = text[place.end : place.end + 1]
        if after == "(" or (place.start and after in _CLOSING and text[place.start - 1] in _OPENING):
            continue
        # "Set isopen to false": a name of a program's, which has no subject before it.
        if place.word.startswith("is") and not _has_subject(text, place.start):
            continue
        yield place.start, place.end, cuts[place.word]


def _has_subject(text: str, start: int) -> bool:
    """Whether what stands before ``start`` can be the subject of a verb there, or a mark."""
    before = word_before(text, start).lower()
    return bool(text[:start].strip()) and before not in _NO_SUBJECTS and tags(before)[:2] not in ("V", "Vd", "Vv")


_NO_SUBJECTS = words(
    "the a an of in on at to for with by from and or set call use check if while when return returns using into via its your my our whose "
    "called named calling flag property attribute method function field variable parameter option"
)


def _fused_grammar(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    yield from _fused(text, context, evidence=False)
    for place in occurrences(text, scan(text, context).low & _NEXT.keys()):
        cut, following = _NEXT[place.word]
        m = following.match(text, place.end)
        # "Witha big crowd": one thing, or what it is like; "tobe done".
        kinds = _KINDS.get(cut[-2:])
        # "Ina" is a name, too.
        if cut == "in a" and not tags(word_before(text, place.start)):
            continue
        if m and (kinds is None or (tags(m[0][1:])[:1] in kinds and m[0][1:] not in FUNCTION)):
            yield place.start, place.end, cut


def _fused_content(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    yield from _fused(text, context, evidence=True)


_CAPITAL = re.compile(
    r"(In|On|Of|At|To|For|From|With|By|And|As|That|Is|If|When|After|Before|All|But|Many|Some|Most|One|Each|Both|Under|Over)"
    r"(the|their|this|these|of)"
)


def _after_the(word: str) -> str:
    """The common noun or adjective with which ``The`` was fused in ``word``: ``Theoldest``; empty if there is none."""
    rest = word[3:]
    if rest in _AFTER_THE and word.startswith("The"):
        return rest
    place, kind = rank(rest), tags(rest)
    sure = (
        word.startswith("The")
        and (len(rest) > 4 or (len(rest) == 4 and place is not None and place < 3_000 and is_pair("the", rest)))
        and place is not None
        and place < 25_000
        and (kind[:1] in ("N", "S", "J") or (not kind and rest.endswith("est")))
        and kind[-1:] != "*"
        and not _derived(word.lower())
        and word.lower() not in _COMPOUNDS
    )
    return rest if sure else ""


_AFTER_THE = words("first second third same other last whole latest current")


def _fused_capital(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for word in scan(text, context).capital:
        rest = _after_the(word)
        if rest:
            # A sentence begins with it and goes on in small letters: names stand elsewhere, too, and at the beginning of titles.
            for place in re.finditer(rf"(?<![\w.@/\\-]){word}(?= [a-z])", text):
                if starts_sentence(text, place.start()):
                    yield place.start(), place.end(), f"The {rest}"
            continue
        cut = FUSED_CAPITAL.get(word)
        if cut:
            for place in re.finditer(rf"(?<![\w.@/\\-]){word}(?= [a-z])", text):
                if starts_sentence(text, place.start()):
                    yield place.start(), place.end(), cut
            continue
        m = _CAPITAL.fullmatch(word)
        if m and is_pair(m[1].lower(), m[2]) and rank(word.lower()) is None and word.lower() not in _COMPOUNDS:
            for place in re.finditer(rf"(?<![\w.@/\\-]){word}(?![\w@/\\.-])", text):
                yield place.start(), place.end(), f"{m[1]} {m[2]}"


_RIGHT = re.compile(r"( |- ?)([a-z]+)(?![\w@/\\]|[.'’-]\w)")


def _split(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    strange = {word for word in scan(text, context).low if word.isalpha()}
    for place in fragments(text, set(filter(_is_fragment, strange))):
        made = _joined(text, place.start, place.end, strange)
        if made:
            yield made


def _is_fragment(word: str) -> bool:
    """Whether an unknown word can be a part of one that was split."""
    return len(word) > 2 and word.isalpha() and word not in _PREFIXES and is_piece(word)


def _left(text: str, start: int) -> tuple[int, str, str] | None:
    """The word before a fragment, where it begins, and the blank or hyphen between the two."""
    between = next((mark for mark in ("- ", " ", "-") if text.startswith(mark, start - len(mark))), None)
    if between is None or start < 2:
        return None
    end = first = start - len(between)
    while first > 0 and end - first < 24 and text[first - 1].isalpha():
        first -= 1
    word = text[first:end]
    if (
        not word.isascii()
        or not word[:1].isalpha()
        or not (word[1:].islower() or len(word) == 1)
        or text[first - 1 : first] in _JOINTS
    ):
        return None
    return first, word, between


_JOINTS = tuple("0123456789_.@/\\'’-")


def _joined(text: str, start: int, end: int, strange: set[str]) -> tuple[int, int, str] | None:
    word = text[start:end]
    left = _left(text, start)
    right = _RIGHT.match(text, end)
    options = []
    if left and _may_join(left[1].lower(), word, left[2], strange):
        options.append((left[0], end, left[1] + word))
    if right and word not in _PREFIXES and _may_join(word, right[2], right[1], strange):
        options.append((start, right.end(2), word + right[2]))
    return options[0] if len(options) == 1 else None


def _may_join(first: str, second: str, between: str, strange: set[str]) -> bool:
    whole = rank(first + second)
    if whole is None or whole > 30_000:
        return False
    if len(first + second) < 5 and not (whole < 200 and first in strange and second in strange and between == " "):
        return False  # but "w ith"
    if "-" in between and (second not in strange or first in _PREFIXES):
        return False
    # So rare a word without a part of speech is a piece.
    ranks = [place for word in (first, second) if (place := rank(word)) is not None and (place < 30_000 or tags(word))]
    if second in strange and (first in strange or rank(first) is None):
        return not ranks or whole < min(ranks)
    if first in _PREFIXES and len(first) > 2 and second in strange and len(second) > 3:
        return True  # no prefix stands alone before what is no word
    known, piece = (first, second) if second in strange else (second, first)
    if first in _PREFIXES and len(first) > 1 and second not in strange:
        return False
    if len(piece) == 4 and whole < 3_000 and rank(piece) is None:
        return True
    # A frequent word may stand beside a short stranger by right: "to ast", "open er".
    if len(ranks) == 0 or len(piece) < 3 or (len(piece) < 5 and (known in FUNCTION or len(known) < 3)):
        return False
    if len(ranks) == 2:  # the piece is a rare word
        return whole < 6_000 and known not in FUNCTION and not is_pair(first, second)
    return whole < 12_000 or ranks[0] > whole


def _split_known(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    pairs, splits = scan(text, context).pairs, SPLITS.get()
    if not pairs:
        return
    for m in _NEIGHBOURS.finditer(text):
        first, second = m["a"], m["b"]
        if first + second not in pairs or second.encode() not in splits.get(first.encode(), ()):
            continue
        first = first.lower()
        if (first, second) in _TWO_WORDS:
            continue
        if (first, second.removesuffix("s")) in CLOSED or (first, second) in CLOSED or not is_pair(first, second):
            yield m.start("a"), m.end("b"), m["a"] + second


_TWO_WORDS = {("common", "wealth"), ("whole", "sale")}
_NEIGHBOURS = re.compile(r"(?<![\w@#&/\\.'’-])(?=(?P<a>[A-Za-z][a-z]+) (?P<b>[a-z]+)(?![\w@/\\'’-]|\.\w))[A-Za-z]+")


_HYPHENED = re.compile(r"(?<![\w@#&/\\.'’-])(?P<a>[A-Za-z][a-z]+)- (?P<b>[a-z]{2,})(?![\w@/\\'’-]|\.\w)")
# "Pre- and post-war": the hyphen stands for what follows later.
_SUSPENDED = words("and or to but nor versus than as in")


def _hyphened(m: Match, context: Context) -> str | None:
    first, second = m["a"].lower(), m["b"]
    place = rank(first + second)
    if place is None or place > 12_000 or second in _SUSPENDED:
        return None
    if first in _PREFIXES and place > 1_500 and rank(second) is not None and (len(second) > 3 or second in FUNCTION):
        return None
    return f"{m['a']}{second}"


_ENDING = re.compile(r"(?<![\w@#&/\\.'’-])(?P<a>[a-z]{3,}) (?P<b>ed|ly)(?![\w@/\\'’-]|\.\w)")


def _ending(m: Match, context: Context) -> str | None:
    place, kind = rank(m["a"] + m["b"]), tags(m["a"] + m["b"])[:1]
    return (
        m["a"] + m["b"] if place is not None and place < 15_000 and kind in ("D", "R", "J") and rank(m["a"]) is not None else None
    )


# A large first letter that was set apart: "T he bus".
_LARGE = ("T he ", "T his ", "T hey ", "T here ", "T hese ", "W hen ", "W hat ", "W ith ", "Y ou ", "A fter ", "F rom ")
_PHRASE = re.compile(
    r"\b(?:(percent) (age)(?= (?:points?|of|rates?|change|share|increase|decrease)\b)"
    r"|([Bb]e) (fore)(?= [a-z])|(Tues|Wednes|Thurs|Satur) (days?)\b"
    rf"|(?:(?<![^\n“\"])|(?<=[a-z][.!?] ))(?:{'|'.join(map(str.rstrip, _LARGE))})(?= [a-z])"
    r"|([Ww]ith) (out)(?= (?!of\b)[a-z]|[.,;])|(?<=[Tt]he )(after) (noon)\b|(?<=[Tt]his )(after) (noon)\b)"
)
PHRASES = ("percent age", "ith out", "after noon", "e fore ", "ues day", "nes day", "urs day", "tur day", *_LARGE)

RULES = (
    Rule(
        name="fused-capital",
        why="the blank after the first word of a sentence was lost",
        find=_fused_capital,
        gate=ENGLISH,
        confidence=0.95,
        examples=[
            ("Inthe spring the ferry runs again.", "In the spring the ferry runs again."),
            ("Theoldest tree in the middle of the park fell.", "The oldest tree in the middle of the park fell."),
            ("Thefirst train leaves at five.", "The first train leaves at five."),
            (
                "Inorder to save water, the fountain is off. Thereare others.",
                "In order to save water, the fountain is off. There are others.",
            ),
        ],
        keeps=["The theremin and the Ofthen brand.", "Clothe the child.", "Theresa and Theodore met Thebes."],
    ),
    Rule(
        name="fused-grammar",
        why="the blank between words of grammar was lost",
        find=_fused_grammar,
        gate=ENGLISH,
        confidence=0.95,
        examples=[
            ("Most ofthe seats were empty.", "Most of the seats were empty."),
            ("Farmers ofthevalley met on Monday.", "Farmers of the valley met on Monday."),
            (
                "They will beable to swim, and he satunder a tree ina garden.",
                "They will be able to swim, and he sat under a tree in a garden.",
            ),
            ("The storm destroyed manyhouses.", "The storm destroyed many houses."),
            ("It isalso cheaper than before.", "It is also cheaper than before."),
            ("The mayor thankedthe crew, which isnow at work.", "The mayor thanked the crew, which is now at work."),
            (
                "The storm hitthe coast, and they are rebuildingthe bridge.",
                "The storm hit the coast, and they are rebuilding the bridge.",
            ),
            ("The school isin the old town, witha big garden.", "The school is in the old town, with a big garden."),
        ],
        keeps=[
            "Nevertheless, she stayed, inasmuch as she had promised.",
            "He plays the theremin at weddings.",
            "The data frame has a groupby method and a dropna option.",
            "See [bandwhich] and the (sizeofthe) call in the manual.",
            "Ina wore a wearable band, and ina is a mother.",
            "Set isopen to false and read the isready flag.",
        ],
        source="seeds/004",
    ),
    Rule(
        name="fused-content",
        why="the blank between two words was lost; only where the page shows that a machine made it",
        find=_fused_content,
        gate=LIKELY,
        confidence=0.8,
        examples=[
            (
                "He looked at the precise and intensiveguarding of the door.",
                "He looked at the precise and intensive guarding of the door.",
            ),
            ("They are goingdeep amongenterprises in the town.", "They are going deep among enterprises in the town."),
        ],
        keeps=["The dataframe has a groupby method for every keystroke in the dropdown."],
        source="seeds/004",
    ),
    Rule(
        name="split",
        why="a blank or a kept hyphen stands inside a word: no part of it is a word, or the two are no phrase",
        find=_split,
        gate=ENGLISH,
        confidence=0.9,
        examples=[
            ("The com pany hired ten people.", "The company hired ten people."),
            ("Please pay atten tion to the signs.", "Please pay attention to the signs."),
            ("He went w ith his dog.", "He went with his dog."),
            ("The gar dener cut the hedge.", "The gardener cut the hedge."),
            ("The flight was can celled by the firm.", "The flight was cancelled by the firm."),
            ("Traffic was dis rupted for a week.", "Traffic was disrupted for a week."),
            ("The gov- ernment bought an umbr ella in the spring.", "The government bought an umbrella in the spring."),
        ],
        keeps=[
            "The planes flew in formation over the bay.",
            "Every one of the lamps works.",
            "It is a non profit group in the city.",
            "The re-election of the mayor was close.",
            "He wants to ast an open er public question of the town.",
        ],
    ),
    Rule(
        name="split-known",
        why="both parts are words, but they do not stand side by side in English, and joined they are a common word",
        find=_split_known,
        gate=ENGLISH,
        confidence=0.75,
        examples=[("The foot ball match was short.", "The football match was short.")],
        keeps=[
            "The planes flew in formation over the bay.",
            "Every one of the lamps works.",
            "A dividend from the common wealth is paid.",
        ],
    ),
    Rule(
        name="split-hyphen",
        why="a hyphen from the end of a line was kept, with a blank after it, inside a common word",
        pattern=_HYPHENED.pattern,
        new=_hyphened,
        hint="- ",
        gate=ENGLISH,
        confidence=0.9,
        examples=[("The ser- vice on the infor- mation line is slow.", "The service on the information line is slow.")],
        keeps=[
            "The pre- and post-war houses are mid- to late Victorian.",
            "A re- election of the co- chair is near.",
            "The week- long fair.",
        ],
    ),
    Rule(
        name="split-ending",
        why="a blank stands before the ending of a common word",
        pattern=_ENDING.pattern,
        new=_ending,
        hint=(" ed", " ly"),
        gate=ENGLISH,
        confidence=0.85,
        examples=[("She want ed to finish it quick ly.", "She wanted to finish it quickly.")],
        keeps=["The special ed class is full.", "The op ed page, and sex ed in schools."],
    ),
    Rule(
        name="split-phrase",
        why="both parts are words, but side by side they mean nothing",
        pattern=_PHRASE.pattern,
        new=lambda m, context: m[0].replace(" ", ""),
        hint=PHRASES,
        gate=ENGLISH,
        confidence=0.9,
        examples=[
            ("Turnout rose by 3 percent age points.", "Turnout rose by 3 percentage points."),
            ("In the after noon, they left with out the key.", "In the afternoon, they left without the key."),
            ("T he bus is late. T his is the last one.", "The bus is late. This is the last one."),
            ("Every Thurs day, they meet be fore lunch.", "Every Thursday, they meet before lunch."),
        ],
        keeps=["Ten percent age badly.", "They play with out of tune pianos soon after noon.", "At point T he turned."],
    ),
)


def trigger(text: str, context: Context) -> Collection[str]:
    """The rules for which the text reads as English and holds a word that English does not."""
    found = scan(text, context)
    names = []
    if found.low:
        cuts = [_cuts(word) for word in found.low]
        names = [name for i, name in enumerate(("fused-grammar", "fused-content")) if any(cut[i] for cut in cuts)]
        if not found.low.isdisjoint(_NEXT):
            names.append("fused-grammar")
        if any(map(_is_fragment, found.low)):
            names.append("split")
    if found.capital:
        names.append("fused-capital")
    if found.pairs:
        names.append("split-known")
    literals = look(text, context).literals
    if "- " in literals:
        kinds = signs(text, context)
        if any(kinds[i - 1 : i + 3] == b"a- a" for i in loose_hyphens(text, context)):
            names.append("split-hyphen")
    if not found.low.isdisjoint(ENDINGS):
        names.append("split-ending")
    if not literals.isdisjoint(PHRASES):
        names.append("split-phrase")
    return names
