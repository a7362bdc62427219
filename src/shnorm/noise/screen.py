"""The first look at a text: which of its lines can be noise at all, and by what.  Clean text must cost next to nothing.

One pass over the whole text finds literals of which phrases need one each.  Then a line is looked at where it begins (units and
labels of the lexicon begin noise), where its last sentences begin, and for dates and signs of structure.  A line that shows none of
these is never taken apart.  The answer may only err on the side of looking: what may be noise is worked out exactly elsewhere.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shnorm.literals import Literals
from shnorm.noise.lexicon import COMMON, GROUP, LEXICON, Lexicon, Phrase, first_key
from shnorm.noise.units import LONGEST, MONTH, Row, collapse, dated, take_apart, units_at
from shnorm.noise.view import CLOSERS, ENDS, WIDE, ends_sentence, line_key, view, weight, wide
from shnorm.repeats import Copy, copies
from shnorm.resources import Resource

#: What a line may show: items, labels, dates and the like; phrases; something glued to its end, or to its beginning; signs of structure;
#: a notice as its last sentence.
CUES, PHRASES, ENDING, BEGINNING, SIGNS, CLOSING = 1, 2, 4, 8, 16, 32

#: How many characters beyond its first word a beginning is compared at first, and then.
NEAR, CLOSE = 2, 7

#: How far a line's end is looked at for noise glued to it, in code points.
TAIL = 160

# The most common Chinese characters, the most common first; characters of phrases are chosen among the others where possible.
_COMMON = (
    "的一是在了不有人我国他中这为上个来大到和时地要年们就以也说会得而对于下子生行自过之后那着发作可成如起都前没所然家里事方分学看小多日天出能法开高心想只还面样道好用经些现动同本实把十点进长老已手种从其主定公很西最去将全回情两间者"
    "应当相文无问何被因此关系见部位体次正工外头并制度内性己与数代新第水三她又力机信期美加政它产总重意名声等理军先民由使向明通常给表少身比路员果变立入化业建设展区求利社市做今城近早死放直马象提请几知特每认北南东月字号接更场式别真打且"
)
#: Where a sentence or a bracket ends, and the text could end too.
STOPS = re.compile(
    r"""[。!?.)】\]](?:(?<=[。!?])["'”’」』»)]*|(?<=\.)(?:["'”’»)]*(?=\s|[(\[【]|$)|(?=[\u3400-\u9fff]))|(?<=[)】\]])(?=.))"""
)
#: Where a rough sentence ends.
SENTENCES = re.compile(r"[。!?;…]+[\"'”’」』)]*|\.+[\"'”’)]*(?=\s|$)")
#: The brackets whose content is looked at at the end of a line.
OPENERS = {")": "(", "】": "【", "]": "[", "〕": "〔", "」": "「"}
# First words of trails without arrows, of notes in brackets at the end of a text, and of bylines.
_HOMES = (
    *(
        "网站首页",
        "本站首页",
        "官网首页",
        "博客首页",
        "论坛首页",
        "返回首页",
        "门户首页",
        "总站首页",
        "首页",
        "主页",
        "新闻",
        "资讯",
    ),
    *(
        "网站主页",
        "本站主页",
        "官网主页",
        "博客主页",
        "论坛主页",
        "返回主页",
        "门户主页",
        "总站主页",
        "ホーム",
        "トップ",
        "홈",
        "메인",
    ),
    *("home", "homepage", "front", "main", "index", "inicio", "portada", "startseite", "start", "accueil", "pagina", "главная"),
    *("top", "news"),
)
_NOTES = (
    *(
        "dpa",
        "afp",
        "reuters",
        "ap",
        "sda",
        "apa",
        "kna",
        "epd",
        "efe",
        "ansa",
        "lusa",
        "dapd",
        "sid",
        "rtr",
        "cna",
        "upi",
        "pti",
    ),
    *("ians", "ani", "本文", "关键", "标签", "tag", "tags", "keyword", "keywords", "email"),
)
_BY = frozenset(
    [
        "by",
        "von",
        "por",
        "par",
        "di",
        "de",
        "door",
        "text",
        "words",
        "story",
        "photo",
        "photos",
        "foto",
        "texto",
        "texte",
        "testo",
    ]
)
_NAMED_BY = 16
_ORIGINAL = frozenset(["原标", "原题"])
_SOURCE = re.compile(r"(?:article |news |information )?source ?:")
_AT_END = ENDS + CLOSERS + ";" + " "
_NONE: set[str] = set()
_SPACES = frozenset(" \t")
_SOURCES = frozenset(["source", "article", "news", "information"])
_JUNK = re.compile(r"[!-~]{4,14}\s+[\u3400-\U0003ffff]")
_PATH = re.compile(r"[/|·•]|\s-\s|--|::")
_ARROWS = ("»", "›", "→", "▸", "▶", "┃")
_ARROW = re.compile(r"[>\\|<]")
# Bytes of UTF-8 but for line ends, marks of structure, digits, and what digits of other scripts begin with.
_UNMARKED = bytes(set(range(256)) - set(b"\n>\\|<0123456789\xd9\xdb\xdf\xe0\xe1\xea\xf0"))
_MUCH = re.compile(f"(?:[\\W_]*[^\\W_{WIDE}]+[\\W_]){{12}}|(?:[\\W_]*(?:[{WIDE}]|[^\\W_{WIDE}]+(?![^\\W_{WIDE}]))){{25}}")
_WORDLIKE = re.compile(r"[a-z]{3,}|\d{3,}|[^\x00-\x7f]")
#: Words of link farms, and the appeal of novel sites, which also stand inside sentences.
_FARMS = ("蜘蛛池", "站群", "寄生虫", "泛目录")
_NOVEL = "一秒"

_FIRST = re.compile(f"[\\W_]*(?:([^\\W_{WIDE}]+)|(\\w.?))", re.DOTALL)
_LETTER = re.compile(r"[\W\d_]*")
#: Blanks and marks between a sentence and what is glued to it.
LEAD = re.compile(r"[\s.…—–|>»·*~_=-]*")
_DIGIT = re.compile(r"[\d]")
_NUMBER = re.compile(r"[\d]+")
_WORD = re.compile(r"[^\W_]")
_COUNTED = frozenset("kwm万千亿만천次人条篇则个回번명건件名")
_MONTHS = re.compile(rf"(?:^|[^a-zа-я]){MONTH}\.?\s$")
_STAMP = re.compile(
    r"""[\d](?:\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d|\s?년\s?\d|[月월]\s?\d|:\d|[时時시]\s?\d|\s?h\s?\d|\s?(?:uhr|[ap]\.?m\b)
      |\s?(?:秒|分钟|分|个?小时|时间|天|日|周|个?月|年)前|\s?(?:초|분|시간|일|주|개월|년)\s?전|\s\w+\s(?:fa|назад)
      |(?:st|nd|rd|th|er|º|ª|\.)?\s?[-/]?(?:de\s|di\s|of\s)?(?:jan|feb|fev|mar|mae|apr|abr|avr|may|mai|mag|jun|jui|jul|giu|lug|aug|aou|ago
      |sep|set|oct|okt|out|ott|nov|dec|dez|dic|ene|gen|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)
      |(?<=\bha\s.)|(?<=\bvor\s.)|(?<=hace\s.)|(?<=\bil\sy\sa\s.))""",
    re.VERBOSE,
)
# The only dates without a digit, `an hour ago`.
_WORDY_DATE = re.compile(r"[dsenrykhwm]\s?ago\b|hace\sun|vor\sein|il\sy\sa\sun")

#: Alternatives of a phrase that are worth a literal each.
_MOST_LITERALS = 300
#: What a literal more costs, in matches a line.
_PRICE = 3e-7


class Need(NamedTuple):
    """What else has to stand in a line beside a literal for the phrase: one of these literals, one of these words and one of those (empty:
    nothing more); and the most that the line may say for the phrase to take all of it."""

    literals: Literals
    words: frozenset[str]
    others: frozenset[str]
    limit: float


class Index(NamedTuple):
    """What the first look asks for.

    ``starts``: the cues that begin lines, by their first word (or pair of wide characters).  ``prefixes``: the beginnings of these, of
    units and of whole lines, :data:`NEAR` characters beyond the first word; ``others``: of those that are no units; ``nearly``: of
    units, :data:`CLOSE` characters beyond it.  ``alone``: first words to be looked at however they go on.  ``ones``: single characters
    that are units.  ``spaced``: first wide characters of whole lines, which may stand before a blank.  ``symbols``: first characters of
    units that are no letters.  ``counted``: what follows numbers.  ``notes``, ``homes``: first words of notes in brackets and of trails.
    ``needs``: literal -> the phrases that need it.  ``spam``: words of spam; ``telling``: these
    and those literals.  ``hints``: literals of the rules' finders.
    """

    starts: dict[str, tuple[str, ...]]
    alone: frozenset[str]
    prefixes: frozenset[str]
    others: frozenset[str]
    nearly: frozenset[str]
    lexicon: Lexicon
    ones: frozenset[str]
    spaced: frozenset[str]
    symbols: re.Pattern[str]
    counted: frozenset[str]
    notes: frozenset[str]
    homes: frozenset[str]
    literals: Literals
    needs: dict[str, tuple[Need, ...]]
    spam: frozenset[str]
    telling: frozenset[str]
    hints: frozenset[str]


def _index() -> Index:
    from shnorm.noise.categories import all_rules  # which need this module

    lexicon = LEXICON.get()
    starts: dict[str, list[str]] = {}
    for cues in lexicon.starts.values():
        for cue in cues:
            starts.setdefault(first_key(cue.text, 0), []).append(cue.text)
    ones = {text for text in (*lexicon.units, *lexicon.lines) if len(text) == 1}
    spaced = {text[0] for text in lexicon.lines if wide(text[0])}
    counted: set[str] = set()
    for key, numbered in lexicon.numbered.items():
        if key[0] == "#":
            counted.update(first_key(cue.text, m.end()) for _, cue in numbered if (m := re.match(r"[\W#_]*", cue.text)))
    symbols = sorted(key for key in lexicon.lengths if not key[0].isalnum())
    alone = {*lexicon.numbered, *_ORIGINAL}
    prefixes: set[str] = set()
    nearly: set[str] = set()
    for text in lexicon.units:
        size = len(first_key(text, 0))
        prefixes.add(text[: size + NEAR])
        nearly.add(text[: size + CLOSE])
    others: set[str] = set()
    for text in (*itertools.chain.from_iterable(starts.values()), *lexicon.lines):
        others.add(text[: len(first_key(text, 0)) + NEAR])
    for text in lexicon.lines:
        # Blanks in a line may be more than one.
        others.update(first_key(text, 0) + blank for blank in ("  ", " \t", "\t"))
    alone.update(text for text in (*prefixes, *others) if text == first_key(text, 0))
    needs: dict[str, list[Need]] = {}
    limits = {(rule.category, rule.name): rule.limit for rule in all_rules()}
    for phrase, keys in _phrases(lexicon):
        first, second = _needed(phrase.cue.text)
        plain = frozenset() if any(map(wide, keys)) or not all(key.isalnum() for key in keys) else keys
        besides = phrase.second if all(key.isalnum() and not wide(key) for key in phrase.second) else frozenset[str]()
        need = Need(Literals(second), plain, besides, limits[phrase.cue.category, phrase.cue.rule])
        for literal in first:
            needs.setdefault(literal, []).append(need)
    spam = frozenset(
        word for (category, rule), own in lexicon.words.items() if category == "seo_spam" and rule != "adult" for word in own
    )
    hints = {folded_hint(hint) for rule in all_rules() for hint in rule.hint}
    return Index(
        starts={key: tuple(found) for key, found in starts.items()},
        alone=frozenset(alone),
        prefixes=frozenset(prefixes | others),
        others=frozenset(others),
        nearly=frozenset(nearly),
        lexicon=lexicon,
        ones=frozenset(ones),
        spaced=frozenset(spaced),
        symbols=re.compile("|".join(map(re.escape, symbols)) or "(?!)"),
        counted=frozenset(counted),
        notes=frozenset(_NOTES),
        homes=frozenset(first_key(text, 0) for text in _HOMES),
        literals=Literals([*needs, *spam, *_FARMS, _NOVEL, *hints]),
        needs={literal: tuple(found) for literal, found in needs.items()},
        spam=spam | frozenset(_FARMS),
        telling=spam | frozenset([*_FARMS, *needs]),
        hints=frozenset(hints),
    )


def _phrases(lexicon: Lexicon) -> Iterator[tuple[Phrase, frozenset[str]]]:
    """Each phrase, and the words or pairs by which the lexicon finds it."""
    keys: dict[Phrase, set[str]] = {}
    for key, phrases in lexicon.phrases.items():
        for phrase in phrases:
            keys.setdefault(phrase, set()).add(key)
    for phrase, own in keys.items():
        yield phrase, frozenset(own)


def _needed(text: str) -> tuple[list[str], list[str]]:
    """Literals of which one stands in a plain line (:func:`_plain`) wherever the phrase ``text`` matches: of the run of neighbouring
    parts that is rarest in good text.  Then the same of the rarest other run (or none)."""
    parts: list[list[str]] = []
    for i, part in enumerate(GROUP.split(text)):
        if i % 2:
            parts.append(part.split("|"))
        else:
            for j, piece in enumerate(_GAP.split(part)):
                parts.extend([[]] * (j > 0) + [[piece]] * bool(piece))
    # A gap inside an alternative: only the rarest piece of it counts, and it has no neighbour.
    gaps = [any(_GAP.search(choice) for choice in part) for part in parts]
    costs = [sum(_cost(_rarest(choice)) for choice in part) for part in parts]
    says = [all(_plain(choice).strip() for choice in part) for part in parts]
    ranked: list[tuple[float, int, int]] = []
    for i in range(len(parts)):
        size, cost = 1, 1.0
        for j in range(i, len(parts)):
            size *= len(parts[j])
            if not 0 < size <= _MOST_LITERALS or (j > i and (gaps[i] or gaps[j])):
                break
            cost *= costs[j]
            if any(says[i : j + 1]):
                ranked.append((cost + _PRICE * size, i, j))
    ranked.sort()
    if not ranked:
        raise ValueError(f"the phrase {text!r} has no part that always says something")
    _, i, j = ranked[0]
    second = next(((a, b) for cost, a, b in ranked if (b < i or a > j) and cost < 0.2), None)
    return _spelled(parts[i : j + 1]), _spelled(parts[second[0] : second[1] + 1]) if second else []


def _spelled(parts: list[list[str]]) -> list[str]:
    found = (_plain(_rarest("".join(choice))).strip() for choice in itertools.product(*parts))
    return list(dict.fromkeys(found))


def _rarest(choice: str) -> str:
    return min(_GAP.split(choice), key=_cost) if _GAP.search(choice) else choice


def _cost(piece: str) -> float:
    """About how often the piece occurs in a line."""
    cost = 1.0
    for word in _WORDS.findall(piece):
        if wide(word):
            rank = _COMMON.find(word)
            cost *= 1 / (8 + rank) if rank >= 0 else 0.002
        else:
            cost *= 0.03 if len(word) < 3 or word in COMMON.get() else 0.002 if len(word) < 5 else 0.0005
    return cost


_GAP = re.compile("[…#*]")
_WORDS = re.compile(f"[{WIDE}]|[^\\W_{WIDE}]+")
_INDEX: Resource[Index] = Resource("noise.screen", _index)


class Look(NamedTuple):
    """What the first look saw: the view of the text; for lines (by number) that may be noise how (:data:`CUES` and so on); those
    lines taken apart that have cues or dates; the hints of finders that occur (:func:`folded_hint`; capitals do not count); and the
    copies among the lines that are not blank, by index (very long lines take no part)."""

    seen: str
    may: dict[int, int]
    rows: dict[int, Row]
    hints: frozenset[str] | set[str]
    copies: list[Copy]


def folded_hint(hint: str) -> str:
    """A hint as the first look looks for it."""
    return _plain(view(hint)).strip() or hint


def known_hints() -> frozenset[str]:
    """The folded hints that the first look asks for."""
    return _INDEX.get().hints


def look(text: str) -> Look:
    """Which lines of ``text`` may be noise.

    >>> look("It rained for twenty days, and the reservoir filled up to the brim again.").may
    {}
    """
    index = _INDEX.get()
    seen = view(text)
    whole = seen.replace("\r\n", "\n").replace("\r", "\n") if "\r" in seen else seen
    lines = whole.split("\n")
    may, held, hints = _by_literals(whole, lines, index)
    rows: dict[int, Row] = {}
    alone, prefixes, ones, homes = index.alone, index.prefixes, index.ones, index.homes
    first = _FIRST.match
    marks = whole.encode("utf-8", "surrogatepass").translate(None, _UNMARKED).split(b"\n")
    wordy = "ago" in whole or "ace un" in whole or "vor ein" in whole or "il y a un" in whole
    beyond = not whole.isascii()
    arrows = [arrow for arrow in _ARROWS if arrow in whole] if beyond else ()
    count = 0
    for place, line in enumerate(lines):
        line = line.strip()
        if not line:
            continue
        count += 1
        found = 0
        size = len(line)
        last = line[-1]
        begins = False
        m = first(line)
        if m is None:
            begins, found = True, SIGNS
        else:
            key, end = m[m.lastindex], m.end()  # type: ignore[index]  # one of the two groups took part
            at = end - len(key)
            near = line[at : end + NEAR]
            if (
                near in prefixes
                or near[:-1] in prefixes
                or key in alone
                or key[0].isdigit()
                or (key[0] in ones and (m.lastindex == 2 or not key.isalpha()))
                or key[1:] in _SPACES
                or (at and index.symbols.search(line, 0, at + 1))
            ):
                begins = may_begin(line, 0, index)
                if _whole(line, key, at, index):
                    found = CUES
            if key in _SOURCES and _SOURCE.match(line):
                found |= BEGINNING
            if key in _BY and count <= _NAMED_BY and (count == 1 or not ends_sentence(line)):
                found |= SIGNS
            if key in homes and _PATH.search(line):
                found |= SIGNS
        if (begins or wordy or marks[place]) and (size <= LONGEST or (size <= 4000 and len("".join(line.split())) <= LONGEST)):
            row = _row(line, last, begins, wordy, index)
            if row is not None:
                rows[place] = row
                found |= CUES
        if (marks[place] and _ARROW.search(line)) or (arrows and any(arrow in line for arrow in arrows)) or line[0] in ":?&":
            found |= SIGNS | BEGINNING
        if size <= 60 and not _WORDLIKE.search(line):
            found |= SIGNS
        if begins or (beyond and _JUNK.match(line)):
            found |= BEGINNING
        if (last not in "。.!?" or (found | may.get(place, 0)) & BEGINNING) and _may_end(line, held.get(place, _NONE), index):
            found |= ENDING
        if found:
            may[place] = may.get(place, 0) | found
    same = _copies(text) if count > 1 else []
    _close(lines, may, held, bool(hints or same), index)
    return Look(seen, may, rows, hints, same)


def _copies(text: str) -> list[Copy]:
    lines = (text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text).split("\n")
    return copies([line if len(line) <= 4000 else "" for line in lines if line and not line.isspace()])


def _close(lines: list[str], may: dict[int, int], held: dict[int, set[str]], loose: bool, index: Index) -> None:
    """Mark the lines that may be the last prose of the page and end with a notice.  ``loose``: any line may be claimed."""
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place].strip()
        if not line or not ends_sentence(line):
            continue
        start = _last_sentence(line)
        if start and ((place in held and _said(_plain(line[start:]), held[place], index)) or _may_follow(line, start, index)):
            may[place] = may.get(place, 0) | CLOSING
        if not place or (not loose and place not in may and line[-1] in "。." and _MUCH.match(line)):
            break


def _last_sentence(line: str) -> int:
    """Where the last sentence of a line begins; 0 if it is the only one."""
    body = line.rstrip(_AT_END)
    at = max(map(body.rfind, "。!?;…"))
    dot = body.rfind(".")
    if dot > at:
        # Not every stop ends a sentence.
        for m in SENTENCES.finditer(line, max(0, at)):
            if m.end() < len(line):
                at = m.end() - 1
    return at + 1


def _whole(line: str, key: str, at: int, index: Index) -> bool:
    """Whether a line is one of the lexicon's lines, or begins as one of its starts."""
    if key in index.starts and any(line.startswith(text, at) for text in index.starts[key]):
        return True
    end = at + len(key)
    if (
        line[at : end + NEAR] in index.others
        or line[at : end + 1] in index.others
        or line[at:end] in index.others
        or (key[0] in index.ones and not key[1:].isalnum())
        or (key[0] in index.spaced and key[1:] in _SPACES)
    ):
        return len(line) <= LONGEST and line_key(line) in index.lexicon.lines
    return False


def _row(line: str, last: str, begins: bool, wordy: bool, index: Index) -> Row | None:
    """The line taken apart, if it has cues or dates."""
    sentence = last in ENDS or ends_sentence(line)
    if sentence and _MUCH.match(line):
        return None
    dates = (_DIGIT.search(line) is not None and _may_date(line)) or (wordy and _WORDY_DATE.search(line) is not None)
    if not (begins or dates) or (sentence and weight(line) > 24):
        return None
    core = collapse(line)
    row = take_apart(core, index.lexicon, 17.0 if dates and _DIGIT.search(core) else 0.0) if len(core) <= LONGEST else None
    return row if row is not None and any(unit.kind not in ("free", "number", "value") for unit in row.units) else None


def _by_literals(whole: str, lines: list[str], index: Index) -> tuple[dict[int, int], dict[int, set[str]], set[str]]:
    """What the literals say of lines: what they may be, and which literals of phrases and of spam stand in them; and the hints."""
    may: dict[int, int] = {}
    held: dict[int, set[str]] = {}
    hints: set[str] = set()
    plain = _plain(whole)
    if len(plain) < 500 and not index.literals.found(plain):
        return may, held, hints
    places = index.literals.places(plain)
    if not places:
        return may, held, hints
    starts = [0, *(m.end() for m in re.finditer("\n", plain))]
    by_line: dict[int, set[str]] = {}
    for start, _, literal in places:
        by_line.setdefault(bisect_right(starts, start) - 1, set()).add(literal)
    for place, literals in by_line.items():
        found = 0
        if not literals.isdisjoint(index.spam):
            found = SIGNS
        if _NOVEL in literals:
            found |= BEGINNING
        if not literals.isdisjoint(index.hints):
            hints |= literals & index.hints
        literals &= index.telling
        if literals:
            held[place] = literals
            line = plain[starts[place] : starts[place + 1] if place + 1 < len(starts) else len(plain)]
            if _said(line, literals, index, _least(line)):
                found |= PHRASES
        if found:
            may[place] = found
    return may, held, hints


def _said(plain: str, literals: set[str], index: Index, least: float = 0.0) -> bool:
    """Whether one of the literals stands in a plain line or a part of it, with all else that its phrase (or its row of spam) needs.

    ``least``: what the line says at least.
    """
    words: set[str] | None = None
    for literal in literals:
        if literal not in plain:
            continue
        if literal in index.spam:
            return True
        for need in index.needs.get(literal, ()):
            if least > need.limit or (need.literals.words and not need.literals.found(plain)):
                continue
            if need.words:
                if words is None:
                    words = set(_WORDS.findall(plain))
                if need.words.isdisjoint(words) or (need.others and need.others.isdisjoint(words)):
                    continue
            return True
    return False


def _least(line: str) -> float:
    """A lower bound of the weight of a line: exact for ASCII, else what its Han says."""
    return weight(line) if line.isascii() else len(line.encode("utf-16-be", "surrogatepass")[::2].translate(None, _NO_HAN))


_NO_HAN = bytes(set(range(256)) - set(range(0x4E, 0xA0)))
_BLANKS = re.compile(r"[^\S\n]+")
_OTHER_BLANK = re.compile(r"[^\S\n ]")


def _plain(seen: str) -> str:
    """A view with commas and runs of blanks made one blank, as the patterns of phrases take them."""
    if "," in seen:
        seen = seen.replace(",", " ")
    # All blanks but one are no printable characters.
    if not seen.replace("\n", " ").isprintable() and _OTHER_BLANK.search(seen):
        return _BLANKS.sub(" ", seen)
    while "  " in seen:
        seen = seen.replace("  ", " ")
    return seen


def may_begin(s: str, i: int, index: Index) -> bool:
    """Whether something of the lexicon may stand where the first word after ``i`` begins, or among the marks before it."""
    m = _FIRST.match(s, i)
    if m is None or m.lastindex is None:
        return index.symbols.search(s, i, i + 200) is not None
    at = m.start(m.lastindex)
    if at > i and index.symbols.search(s, i, at + 1):
        return True
    key = m[m.lastindex]
    if _stands(s, at, key, index) or key in _ORIGINAL:
        return True
    if key[0].isdigit():
        letter = _LETTER.match(s, at)
        j = letter.end() if letter else at
        if index.symbols.search(s, at, j + 1):
            return True
        if j >= len(s):
            return False
        key = first_key(s, j)
        return key in index.counted or s[j] in index.counted or s[j] in _COUNTED or _stands(s, j, key, index)
    return False


def _stands(s: str, at: int, key: str, index: Index) -> bool:
    """Whether a unit stands at ``at``, where ``key`` is the first word."""
    if key in index.lexicon.lengths:
        end, prefixes, nearly = at + len(key), index.prefixes, index.nearly
        if (
            (s[at : end + NEAR] in prefixes or s[at : end + 1] in prefixes or key in prefixes)
            and any(s[at : end + n] in nearly for n in range(CLOSE, -1, -1))
            and any(_parted(s, end, index.lexicon.lengths) for _, end in units_at(s, at, index.lexicon))
        ):
            return True
    if (
        len(key) == 2
        and key[0] in index.ones
        and any(_parted(s, end, index.lexicon.lengths) for _, end in units_at(s, at, index.lexicon))
    ):
        return True
    return key in index.lexicon.numbered and any(
        index.lexicon.pattern(source).match(s, at) for source, _ in index.lexicon.numbered[key]
    )


def _parted(s: str, end: int, lengths: Mapping[str, object]) -> bool:
    """Whether a unit may end at ``end``: wide characters run together, and a mark, a blank or another unit parts it from what follows."""
    return end >= len(s) or not (wide(s[end]) and wide(s[end - 1])) or first_key(s, end) in lengths or s[end] in lengths


def _may_date(line: str) -> bool:
    if _STAMP.search(line):
        return True
    for m in _NUMBER.finditer(line):
        at = m.start()
        if at > 3 and line[at - 1].isspace() and _MONTHS.search(line[max(0, at - 14) : at]):
            return True
    return False


def _may_end(line: str, literals: set[str], index: Index) -> bool:
    """Whether something may be glued to the end of a line that ends without the mark of a sentence."""
    end = len(line)
    base = max(0, end - TAIL)
    last = line[-1]
    before, latest = -1, -1
    for m in STOPS.finditer(line, base, end):
        if m.end() < end:
            before, latest = latest, m.end()
    opener = OPENERS.get(last)
    start = line.rfind(opener, base, end - 1) if opener else -1
    if start >= 0 and (_may_note(line, start + 1, index) or line.endswith("protected]")):
        return True
    if latest < 0 and start < 0:
        return False
    if literals and _said(_plain(line[min(at for at in (before, latest, start) if at >= 0) :]), literals, index):
        return True
    return any(at >= 0 and _may_follow(line, at, index) for at in (latest, before))


def _may_follow(line: str, at: int, index: Index) -> bool:
    lead = LEAD.match(line, at)
    if lead:
        at = lead.end()
    m = _WORD.search(line, at)
    return may_begin(line, at, index) or (m is not None and dated(line, m.start()) is not None)


def _may_note(line: str, at: int, index: Index) -> bool:
    m = _FIRST.match(line, at)
    if m is None or m.lastindex is None:
        return True
    key = m[m.lastindex]
    return key in index.notes or line_key(line[at:-1]) in index.lexicon.lines or _may_follow(line, at, index)
