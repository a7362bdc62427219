"""Lines wrapped by hand, joined again: where the break stands inside a sentence and nothing says that it was meant.

It knows lines and the words that cannot end one; verse, lists, labels, headlines, tables, addresses, signatures and code stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from shnorm.gate import SURE, Context, base_language
from shnorm.lines import Lines
from shnorm.repair.han_blanks import cuts_word
from shnorm.repair.layout import LATIN_LANGUAGES, Here, code_like, english_words, item_like, label_like
from shnorm.resources import Resource
from shnorm.rules import Rule
from shnorm.script import HAN
from shnorm.wordlist import words

Found = Iterator[tuple[int, int, str]]

#: Words after which an English line cannot end of itself.
_DANGLING = words(
    "the a an of to in on at by for from with and or but nor as than into onto upon under about between among through during without "
    "within against toward towards is are was were be been being am has have had will would can could may might must shall should do does "
    "did not no its his her their our your my this these those that which who whose whom if because while when where whether although "
    "very more most such so every each any some both either neither before after until since despite across along behind beyond near per"
)
#: Numerals count things, which follow.
_COUNTING = words(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty hundred several many few"
)
#: Those of them that never end anything: a capital may follow.
GOVERNING = words("the a an of to in on at by for from with and or as than into its their our your my between during under which")
#: Words with which an English sentence goes on, and a headline or a list item does not begin.
_CONTINUING = words(
    "would will is are was were and or but of to for with in on at from that which who has have had can could should than as because when "
    "where while into over under after before until during through without within against between among whose if be been being not"
)


class _Tongue(NamedTuple):
    """What a language says of a break: words that do not end a line, those of them that a capital may follow, words that go on."""

    dangling: frozenset[str]
    governing: frozenset[str]
    continuing: frozenset[str]


_ENGLISH = _Tongue(_DANGLING, GOVERNING, _CONTINUING)
#: Articles, prepositions and conjunctions of other languages; none that ends a clause (German auf, an).
_SMALL_WORDS = {
    "da": words("en et den det de af på i med for til fra og eller men at som er var har ikke ved efter"),
    "de": words(
        "der die das den dem des eine einen einem einer eines und oder aber sondern dass weil wenn ob als in im am bei beim bis für gegen "
        "ohne seit über unter von vom während wegen zum zur zu zwischen ihre ihren seine seinen unsere dieser diese dieses diesem diesen "
        "keine keinen sehr nicht nach wird werden wurde wurden ist sind"
    ),
    "es": words(
        "el la los las un una unos unas de del al a y o que en con por para sin sobre entre desde hasta su sus se es son ha han fue era no "
        "muy más como cuando donde este esta estos estas durante"
    ),
    "fr": words(
        "le la les un une des du de au aux et ou mais que qui dont où à dans sur sous avec sans pour par chez vers entre depuis devant "
        "pendant son sa ses leur leurs notre nos votre vos ce cette ces est sont a ont était sera ne se tous toutes très plus en"
    ),
    "it": words(
        "il lo la i gli le un una uno di del della dei delle dello degli a al alla ai alle da dal dalla in nel nella nei nelle con su sul "
        "sulla per tra fra e o ma che non è sono ha hanno si suo sua più come durante fino ogni"
    ),
    "nb": words("en et den det de av på i med for til fra og eller men at som er var har ikke ved etter"),
    "nl": words(
        "de het een van met voor door bij naar en of maar dat die deze dit als om te zijn haar hun is wordt niet zeer op in aan"
    ),
    "pt": words(
        "o a os as um uma de do da dos das em no na nos nas por pelo pela para com sem sobre entre e ou mas que não é são foi se seu sua "
        "mais como durante"
    ),
    "ru": words(
        "в во на и с со по к ко о об от до из у за для не что как но а или при без под над через между перед его её их этот эта это эти "
        "который которая которое которые был была было были будет"
    ),
    "sv": words("en ett den det de av på i med för till från och eller men att som är var har inte vid efter"),
}
_TONGUES = {
    language: _Tongue(small, small, small - {"and", "und", "oder", "et", "ou", "y", "o", "e", "en", "og", "och", "и", "а"})
    for language, small in _SMALL_WORDS.items()
}
_TONGUES["no"] = _TONGUES["nb"]
#: Words after which a line goes on even with a capital: of English, and of German, where nouns have one.
GOVERNING_ANYWHERE = GOVERNING | _SMALL_WORDS["de"]
_FOREIGN = frozenset().union(*_SMALL_WORDS.values())
_ANY_OTHER = _Tongue(_FOREIGN, _FOREIGN, _FOREIGN)
#: A letter of the scripts whose lines are joined with a blank, as the inside of a class.
LETTER = "A-Za-zÀ-ÖØ-öø-ɏА-Яа-яЁё"
_LAST = re.compile(rf"([{LETTER}][{LETTER}'’]*)$")
_FIRST = re.compile(rf"[{LETTER}][{LETTER}'’]*")
_STOP = re.compile(r"[.!?:…。！？：；;][\"”’»)\]）」』]*$")
_MID_STOP = re.compile(r"[.!?][\"”’)]* +[A-Z\"“]")
_CELLS = re.compile(r"\t|\S {2,}\S|\|")
#: A line this long is prose, not verse.
_LONG = 55
#: Nobody wraps Latin prose at fewer letters than this.
_NARROWEST = 22
#: A shorter line that ends where a phrase ends may be verse.
_SHORT = 20
# A break that may be a wrap: no stop before it, and behind it what can go on with a Latin sentence.
_BREAK = re.compile(rf"\n(?=[{LETTER}(“\"‘'0-9$£€])(?<![.!?:…\n]\n)[(“\"‘']*(?=.)")
_LINE_END = re.compile(r"\n(?=\S)[(“\"‘']*")


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def _first_word(line: str) -> str:
    m = _FIRST.match(line.lstrip("(“\"‘'"))
    return m.group() if m else ""


def _last_word(line: str) -> str:
    m = _LAST.search(line[-40:])
    return m.group(1) if m else ""


def _barred(line: str) -> bool:
    """Whether ``line`` takes no part in joining: an item, code, a table row."""
    return item_like(line) or code_like(line) or _CELLS.search(line) is not None or line[:1].isspace()


def _goes_on_lower(line: str) -> bool:
    word = _first_word(line)
    return word != "" and word.islower() and not line[:1].isdigit()


def _blocks(context: Context, breaks: Iterable[int]) -> Iterator[list[_Line]]:
    """The runs of lines that are not blank round those line ends, offsets in order, which stand between two such lines."""
    lines, done = context.lines, 0
    for position in breaks:
        index = lines.at(position)
        if index < done:
            continue
        above = list(_lines(lines, range(index, -1, -1)))
        if above:
            below = list(_lines(lines, range(index + 1, len(lines))))
            done = index + 1 + len(below)
            block = [*reversed(above), *below]
            if below and not any("-->" in line.text for line in block):  # subtitles
                yield block


def _lines(lines: Lines, indices: Iterable[int]) -> Iterator[_Line]:
    """The lines of those numbers up to the first blank one."""
    for index in indices:
        line = lines.content(index).rstrip(" \t\xa0")
        if not line.strip():
            return
        start = lines[index].start
        yield _Line(start, start + len(line), line)


def _latin(text: str, context: Context) -> Found:
    if not any(_may_go_on(text, m) for m in _BREAK.finditer(text)):
        return
    here = Here(context)
    for block in _blocks(context, (m.start() for m in _LINE_END.finditer(text) if _may_go_on(text, m))):
        if any(_CELLS.search(line.text) for line in block) or sum(code_like(line.text) for line in block) * 3 > len(block):
            continue
        found = list(_join_block(block, _ENGLISH))
        if found and (here.at(block[0].start).english or (_margin(block) and here.language in LATIN_LANGUAGES)):
            yield from found
        elif any(_join_block(block, _ANY_OTHER)) and (tongue := _TONGUES.get(_language(block, context))) is not None:
            yield from _join_block(block, tongue)


def _language(block: list[_Line], context: Context) -> str:
    """The language of a block of lines, as far as it is sure."""
    if context.lang is not None:
        return base_language(context.lang)
    return _told_by_itself(" ".join(line.text for line in block)[:_ENOUGH], context)


def _told_by_itself(sample: str, context: Context) -> str:
    """The language of ``sample``, empty if it is not sure."""
    found = context.detected(sample)
    return base_language(found.code) if found.confidence >= SURE else ""


#: So many characters tell a language.
_ENOUGH = 400


def _margin(block: list[_Line]) -> bool:
    """Whether the lines of a block are long and filled up to one margin: then no word has to tell."""
    width = max(len(line.text) for line in block)
    return width >= _LONG and all(len(a.text) + 1 + len(b.text.split(" ", 1)[0]) > width for a, b in pairwise(block))


def _may_go_on(text: str, m: re.Match[str]) -> bool:
    """Whether the line before a break has to go on, or the line after it goes on."""
    start, end = m.span()
    return text[end : end + 1].islower() or _last_word(text[max(0, start - 12) : start].rstrip()) in GOVERNING_ANYWHERE


def _open_break(a: _Line, b: _Line, tongue: _Tongue) -> bool:
    """Whether nothing ends at the break between two lines."""
    if _STOP.search(a.text[-12:]):
        return False
    if not _goes_on_lower(b.text):
        last = _last_word(a.text)
        # A capital may follow some words that end no line, a number all of them.
        if last not in tongue.governing and not (b.text[:1].isdigit() and last in tongue.dangling):
            return False
    # An item of a list goes on only behind a word that cannot end it.
    if item_like(a.text) and not code_like(a.text) and _last_word(a.text) in tongue.dangling:
        return not _barred(b.text)
    return not (_barred(a.text) or _barred(b.text))


def _join_block(block: list[_Line], tongue: _Tongue) -> Found:
    width = max(len(line.text) for line in block)
    breaks = [_open_break(a, b, tongue) for a, b in pairwise(block)]
    runs: list[tuple[int, int]] = []  # first and last line of each run of lines that go on into the next
    i = 0
    while i < len(breaks):
        if breaks[i]:
            j = i
            while j < len(breaks) and breaks[j]:
                j += 1
            runs.append((i, j))
            i = j
        else:
            i += 1
    mid_stops = any(_MID_STOP.search(line.text) for line in block)
    for first, last in runs:
        lines = block[first : last + 1]
        if _wrapped(lines, width, tongue, alone=len(runs) == 1 or mid_stops or len(block) < 4):
            for a, b in pairwise(lines):
                if not _hyphened(a):
                    yield a.end, b.start, " "


def _wrapped(lines: list[_Line], width: int, tongue: _Tongue, *, alone: bool) -> bool:
    """Whether the breaks between ``lines`` were made by a margin: no word that can end a line before them, or lines filled up."""
    broken = list(pairwise(lines))
    if label_like(lines[0].text) and len(lines[0].text) < 30:
        return False
    filled = all(len(a.text) + 1 + len(b.text.split(" ", 1)[0]) > width for a, b in broken)
    dangling = sum(_last_word(a.text).lower() in tongue.dangling or _hyphened(a) for a, _ in broken)
    head = lines[0].text.lstrip("(“\"‘'")[:1]
    ends = _STOP.search(lines[-1].text[-12:]) is not None
    if width >= _LONG and filled:
        return True
    if not ends or not (head.isupper() or head.isdigit()):
        return False
    if filled and dangling and 3 * dangling >= len(broken):
        return True
    if dangling == len(broken):
        return True
    # Lines of no even width: half of them end in words that cannot end one, and all others go on or count what follows.
    if width >= _NARROWEST and 2 * dangling >= len(broken) and all(_told(a.text, b.text, tongue) for a, b in broken):
        return True
    # Filled lines and a last one that is clearly shorter: verse has lines of a kind.
    if filled and width >= _NARROWEST and 10 * len(lines[-1].text) < 7 * width:
        going_on = sum(
            _last_word(a.text).lower() in tongue.dangling or _first_word(b.text) in tongue.continuing for a, b in broken
        )
        if 2 * going_on >= len(broken):
            return True
    # One break before a word that goes on: not in a block that reads as verse.
    if len(broken) != 1 or not alone or len(lines[0].text.split()) < 4:
        return False
    if len(lines[0].text) < _SHORT or tongue is not _ENGLISH:
        return False
    return _first_word(lines[1].text) in _CONTINUING or (lines[0].text.endswith(",") and len(lines[0].text) >= 35)


def _told(above: str, below: str, tongue: _Tongue) -> bool:
    """Whether a word says that ``above`` goes on in ``below``."""
    last = _last_word(above).lower()
    return last in tongue.dangling or last in _COUNTING or _first_word(below) in tongue.continuing or above[-1:] == "-"


def _hyphened(line: _Line) -> bool:
    # A word cut at the margin is joined by the rule for hyphens.
    return line.text.endswith(("-", "‐")) and line.text[-2:-1].isalpha()


def _vocabulary() -> frozenset[str]:
    # SymSpell's English frequency dictionary (MIT), words only.
    from importlib.resources import files

    lines = (files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig").splitlines()
    return frozenset(line.split(" ", 1)[0] for line in lines)


ENGLISH: Resource[frozenset[str]] = Resource("repair.english", _vocabulary)


def _one_word(left: str, right: str) -> bool:
    """Whether the halves of a word at a hyphened line end are one word (hun-dred), not a compound (well-known)."""
    known = ENGLISH.get()
    whole = (left + right).lower()
    if whole in known or (whole.endswith("s") and whole[:-1] in known):
        return True
    return not (left.lower() in known and right.lower() in known)


def _only_together(left: str, right: str) -> bool:
    known = ENGLISH.get()
    return (left + right).lower() in known and left.lower() not in known


# One pattern for each hyphen: a pattern is found fastest that begins with a literal.
_HYPHEN = tuple(re.compile(rf"{hyphen}(?:(?<=[a-zß-öø-ÿа-яё]{{2}}.)\r?\n(?=[a-zß-öø-ÿа-яё]{{2}}))") for hyphen in "-‐")
#: What a hyphen at a line end may join for good: Ein- und Ausgang, deutsch-französisch, peut-être, franco-.
_COMPOUND = re.compile(
    r"[^-]+-(?:und|oder|bis|sowie|beziehungsweise|en|of|och|eller|og|til)$|(?:isch|deutsch|rot|grün|schwarz|weiß|blau)-[^-]+$"
)
_FRENCH_COMPOUND = re.compile(
    r"(?:peut|c['’]est|rendez|demi|sous|après|avant|grand|vingt|trente|quarante|cinquante|soixante|quatre|dix|porte|quelques|celle?s?|"
    r"ceux|celui|jusque|quasi|semi|contre|arc|chef|chou|arrière|mi|non|ex|vice|pré|auto|wagon|belle|beau|bien|tout|lui|elle|eux|moi|"
    r"soi|vous|nous|vis|tête|face|au|par|là|franco|socio|anglo)-[^-]+$|[^-]+-(?:il|elle|on|je|tu|nous|vous|ils|elles|ce|ci|là|"
    r"même|mêmes|moi|toi|lui|leur|le|la|les|y|en|dessus|dessous|delà|être|vous|deux|trois|quatre|cinq|six|sept|huit|neuf)$"
)
_RUSSIAN_COMPOUND = re.compile(r"^(?:из|по|кое|во|в|все|чуть|еле|пол|[^-]{3,}[ое])-|-(?:то|нибудь|либо|ка|таки|за|под|де|с)$")


def _cut_elsewhere(left: str, right: str, language: str) -> bool:
    """Whether a hyphen between the halves of a word in another language was set by a margin alone."""
    word = f"{left}-{right}".lower()
    if language == "fr":
        return _FRENCH_COMPOUND.search(word) is None
    if language == "ru":
        return _RUSSIAN_COMPOUND.search(word) is None
    if language in ("es", "it", "pt"):
        return not (left.endswith("o") and len(left) > 3) and not (language == "pt" and len(right) < 4)
    return language in ("de", "nl", "sv", "da", "nb", "no") and _COMPOUND.search(word) is None


def _hyphens(text: str, context: Context) -> Found:
    here = Here(context)
    for m in sorted((m for hyphen in _HYPHEN for m in hyphen.finditer(text)), key=re.Match.start):
        here.at(m.start())
        if _CELLS.search(here.content) or here.code:
            continue
        left = re.search(rf"[{LETTER}]+$", here.content[-41:-1])
        right = _FIRST.match(text, m.end(), m.end() + 40)
        if not left or not right:
            continue
        # In a line too short to be told for prose the halves have to make a word, and the first must be none.
        blanks = here.content.count(" ")
        if blanks < 2 and not (blanks and _only_together(left.group(), right.group())):
            continue
        below = here.neighbour(1)
        if here.english or (blanks < 2 and english_words(f"{here.content} {below}")):
            yield m.start() if _one_word(left.group(), right.group()) else m.start() + 1, m.end(), ""
        elif blanks >= 2 and context.lang is None:
            language = _told_by_itself(f"{here.content[:-1]}{below}"[-_ENOUGH:], context)
            if _cut_elsewhere(left.group(), right.group(), language):
                yield m.start(), m.end(), ""


# From the first line end on; the blanks before it and the letter or comma before them are looked for backwards.
_GAP = re.compile(r"\n\r?\n(?=[a-z]{2}|a )")


def _split_sentence(text: str, context: Context) -> Found:
    """A sentence split by an empty line."""
    here = Here(context)
    lines = context.lines
    for m in _GAP.finditer(text):
        start = m.start()
        if text[start - 1 : start] == "\r":
            start -= 1
        while start and text[start - 1] in " \t":
            start -= 1
        if not _LATIN_OR_COMMA.match(text[start - 1 : start]):
            continue
        a = here.at(start).content.rstrip()
        index = lines.at(m.end())
        b = lines.content(index).rstrip()
        if _barred(a) or _barred(b) or label_like(a) or len(a.split()) < 4 or not _STOP.search(b[-12:]):
            continue
        head = a.lstrip("(“\"‘'")[:1]
        if not head.isupper() or _title_case(a):
            continue
        if (_last_word(a).lower() in _DANGLING or _first_word(b) in _CONTINUING or a.endswith(",")) and here.english:
            yield start, m.end(), " "


_LATIN_OR_COMMA = re.compile("[A-Za-z,]")


def _title_case(line: str) -> bool:
    words = [w for w in re.findall(r"[A-Za-z]+", line) if len(w) > 3]
    return len(words) > 1 and sum(w[0].isupper() for w in words) * 2 > len(words)


# ---------------------------------------------------------------------------------------------------------------- Chinese

_HAN_BREAK = re.compile(rf"\n(?=[{HAN}])(?:(?<=[{HAN}0-9]\n)|(?<=[{HAN}0-9]\r\n))|\n(?=[0-9])(?:(?<=[{HAN}]\n)|(?<=[{HAN}]\r\n))")
_CLAUSE_MARK = re.compile("[，、；：,]")
#: Nobody wraps Chinese prose at fewer letters than this.
_NARROW = 10
_HAN_FINAL = re.compile("[。！？…：；][”’」』）]*$")
_HAN_STOP = re.compile("[。！？]")
# 百分之十|二 and 三十万|亩: a numeral that goes on.
_NUMBER_CUT = re.compile(
    "[百千万萬亿億][一二三四五六七八九十零〇两兩百千万萬亿億]|十[一二三四五六七八九]|[一二三四五六七八九两兩][百千万萬亿億]"
)
_BETWEEN_HAN = re.compile(
    f"[{HAN}]{{2}}|[{HAN}][0-9]|[0-9][年月日号號时時分秒个個名人万萬亿億千百元米公吨噸岁歲次家所条條座项項层層倍]"
)


def _ragged(width: int) -> int:
    """By how much wrapped lines of a width differ at most: a mark may not begin a line, so a few letters move, and digits are narrow."""
    return min(4, max(2, width // 4))


def _is_verse(body: list[str], width: int) -> bool:
    """Whether the lines are no wrapped prose: narrow, without any stop, begun alike, or short where no sentence ends."""
    return (
        width < _NARROW
        or not any(_HAN_STOP.search(line) for line in body)
        or len({line[:2] for line in body}) < len(body)
        or any(len(line) < width - _ragged(width) and not _HAN_FINAL.search(line[-3:]) for line in body[:-1])
    )


def _han(text: str, context: Context) -> Found:
    here = Here(context)
    for block in _blocks(context, (m.start() for m in _HAN_BREAK.finditer(text))):
        if not any(_BETWEEN_HAN.match(a.text[-1:] + b.text[:1]) for a, b in pairwise(block)):
            continue
        body = [line.text.strip("\u3000 ") for line in block]
        width = max(map(len, body[:-1]))
        ragged = _ragged(width)
        verse = len(block) < 3 or _is_verse(body, width)
        joined = False
        for i, (a, b) in enumerate(pairwise(block)):
            after_joined, joined = joined, False
            if len(body[i]) < width - ragged or len(body[i + 1]) > width + ragged or len(body[i]) < 6:
                continue
            if not _BETWEEN_HAN.match(a.text[-1:] + b.text[:1]):
                continue
            if _barred(a.text) or _barred(b.text) or label_like(a.text) or label_like(b.text):
                continue
            # A headline is short of a clause mark; what goes on from the line before is none.
            wrapped = not verse and (after_joined or _CLAUSE_MARK.search(body[i]) is not None)
            cut = wrapped or cuts_word(text, a.end, b.start) or _NUMBER_CUT.search(a.text[-1:] + b.text[:1]) is not None
            if cut and (here.at(a.start).chinese or here.at(b.start).chinese):
                joined = True
                yield a.end, b.start, ""


_HAN_GAP = re.compile(rf"\n\r?\n(?=[{HAN}])(?:(?<=[{HAN}]\n\n)|(?<=[{HAN}]\r\n\r\n))")


def _split_word(text: str, context: Context) -> Found:
    """A word of Chinese prose that an empty line parts."""
    here = Here(context)
    for m in _HAN_GAP.finditer(text):
        start, end = m.span()
        # A headline has no clause mark: most gaps end here, before any line is looked up.
        if _CLAUSE_MARK.search(text, max(0, text.rfind("\n", 0, start) + 1, start - _FAR), start) is None:
            continue
        if text[start - 1] == "\r":
            start -= 1
        above = here.at(start).content
        below = here.neighbour(2).rstrip()
        if not _HAN_FINAL.search(below[-3:]) or below[-1] == "：" or label_like(above) or item_like(above):
            continue
        if cuts_word(text, start, end) and here.chinese:
            yield start, end, ""


#: How far a clause mark is looked for.
_FAR = 200


RULES = (
    Rule(
        name="latin-wrap",
        why="a margin broke the line, not the writer: no stop before the break, and the sentence goes on after it",
        find=_latin,
        hint="\n",
        lang="en",
        examples=[
            (
                "The committee met on\nMonday to discuss the\nnew parking rules.",
                "The committee met on Monday to discuss the new parking rules.",
            ),
        ],
        keeps=[
            "The moon came down\nto drink the pond\nand left a ring\nof silver frond.",
            "Eva Lind\n14 Quay Street\nBergen 5003",
            "Bring:\n- a torch\n- a map\n- two litres of water",
            "Opening hours\nThe desk is staffed from nine to five.",
            "Day 1: harbour walk\nDay 2: boat to the island\nDay 3: free",
        ],
        source="gold",
    ),
    Rule(
        name="hyphen-wrap",
        why="a word was cut at the margin",
        find=_hyphens,
        hint=("-\n", "-\r", "‐\n", "‐\r"),
        lang="en",
        examples=[
            ("Volunteers planted two hun-\ndred trees along the canal.", "Volunteers planted two hundred trees along the canal.")
        ],
        keeps=["Bring these things:\n-\ntorch"],
        source="gold",
    ),
    Rule(
        name="split-sentence",
        why="an empty line stands inside a sentence",
        find=_split_sentence,
        hint=("\n\n", "\n\r\n"),
        lang="en",
        examples=[("She said the concert\n\nwould begin at eight.", "She said the concert would begin at eight.")],
        keeps=["Notes from the harbour\n\na poem by Lena Hart", "a torch\n\nand a map\n\ntwo litres of water"],
        source="gold",
    ),
    Rule(
        name="han-wrap",
        why="a margin broke the line inside a word, or inside the sentences of a block of equal lines",
        find=_han,
        hint="\n",
        lang="zh",
        examples=[
            (
                "这座桥建于一九三六年，全长\n四百二十米，是当地最早的\n公路桥。",
                "这座桥建于一九三六年，全长四百二十米，是当地最早的公路桥。",
            ),
            (
                "遊客可以在入口處領取地\n圖，也可以掃描二維碼下載\n電子版。",
                "遊客可以在入口處領取地圖，也可以掃描二維碼下載電子版。",
            ),
        ],
        keeps=[
            "春风过小桥，\n细雨入新茶。\n门前无客到，\n落下一枝花。",
            "巷口的豆腐坊又热闹起来了\n天还没亮，门前已经排起了队，最早的一位四点就到了",
            "姓名：林一舟\n职务：站长\n邮箱：yizhou@example.org",
            "青菜\n豆腐\n米醋\n一小勺糖",
        ],
        source="gold",
    ),
    Rule(
        name="han-split-word",
        why="an empty line stands inside a word",
        find=_split_word,
        hint=("\n\n", "\n\r\n"),
        lang="zh",
        examples=[
            (
                "孩子们在公园里放风筝，老人们坐在长椅上聊天，一派祥\n\n和的景象。",
                "孩子们在公园里放风筝，老人们坐在长椅上聊天，一派祥和的景象。",
            )
        ],
        keeps=["市第三小学举行运动会，全校师生参加\n\n昨天，操场上彩旗飘扬。"],
        source="own phrasing",
    ),
)
