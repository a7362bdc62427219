"""Blanks round the marks, quotes and brackets of Latin text: those that stand where none belongs, and those that are missing.

It knows English typography and its look-alikes: emoticons, scores, file names, code, initials, lost characters.  What is wrong in
every language written in plain Latin letters is also repaired where the language of a line cannot be told; French keeps its blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from shnorm.gate import Context
from shnorm.repair.layout import CYRILLIC_LANGUAGES, LATIN_LANGUAGES, Here, lines_with
from shnorm.repair.quotes import may_be_turned, opens, pairs
from shnorm.rules import Rule
from shnorm.script import small_words
from shnorm.wordlist import words

Found = Iterator[tuple[int, int, str]]

_BLANKS = " \xa0"
_OTHER_LANGUAGES = LATIN_LANGUAGES | CYRILLIC_LANGUAGES
# Words that begin a sentence and nothing else when they carry a capital.
_STARTERS = words(
    "The A An This That These Those He She It We They You I In On At As After Before But And When While If For From With There Here What "
    "His Her Their Our Its Not No Yes So Then However Although Because Since By To According During Many Most Some All Each Every One Two "
    "Where Why How Who Now Today Yesterday Meanwhile Later Next First Second Finally Also Only Both Another Other Such Over Under Nearly "
    "About More Less Last Among Despite Additionally Moreover Furthermore Besides Until Instead Thus Therefore Once Still Even Do Does Did "
    "Is Are Was Were Please"
)
_TITLES = words("Mr Mrs Ms Dr Prof Gen Col Sgt Capt Rev")
_DAYS = words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March April June July August September October November December"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|\d+")
_WORD_BACK = re.compile(r"[A-Za-z][A-Za-z'’]*$|\d+$|%$|[)\]”\"]$")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s")
_TECHNICAL = re.compile(
    r"\b(?:function|functions|method|methods|package|class|module|library|interface|struct|namespace|API|SDK|import|imports|Python|Java|"
    r"JavaScript|TypeScript|Golang|Rust|Kotlin|PHP|Ruby|variable|constructor|callback|attribute|property|parameter|argument|object|file|"
    r"files|folder|extension|domain|website|URL|namespaces|framework|plugin)\b"
)


def _technical(line: str) -> bool:
    return _TECHNICAL.search(line) is not None


def _few_blanks(line: str) -> bool:
    return line.count(" ") < 2


# ------------------------------------------------------------------------------------------------------------ before marks

# Where no other blank occurs, the plain one is found several times as fast as one of two.
_BEFORE_MARK, _BEFORE_MARK_ANY = (
    re.compile(rf"{blank}(?=[,.;:!?])([,.;:]|[!?]+(?:[ \xa0]+[!?]+)*)") for blank in (" ", r"[ \xa0]")
)
_SHELL = re.compile(
    r"\b(?:git|docker|cp|mv|ls|cd|pip|npm|npx|grep|scp|rsync|chmod|tar|ruff|pytest)\b"
    # Words of English are commands where nothing or a call to run them stands before: "The shop is open ."
    r"|(?:^\W*|[$`>&|:]\s*|\b(?i:run|running|runs|ran|type|typed|typing|use|using|execute|enter|try|call|sudo)\s+)(?:find|open|code|tree|make|black|du)$"
)
_SHELL_WORDS = words("git docker cp mv ls cd pip npm npx grep scp rsync chmod tar ruff pytest find open code tree make black du")


def _command(before: str) -> bool:
    return not _SHELL_WORDS.isdisjoint(small_words(before)) and _SHELL.search(before) is not None


_PIPE = re.compile(r" (?:\||&&|-[A-Za-z]{1,3}) ")
_QUESTION = re.compile(
    r"\b(?:who|what|when|where|why|how|which|whose|whom|is|are|am|was|were|do|does|did|can|could|will|would|shall|should|may|might|must|"
    r"has|have|had|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|won['’]t|right|ok|okay|yes|no|really|huh|else|ready)\b",
    re.IGNORECASE,
)
_DOT_NAMES = words("net env gitignore com org htaccess bashrc zshrc vimrc npmrc dockerignore exe txt py js profile git ssh")
# Labels that are English and nothing else, unlike Source, Photo and Note.
_CREDIT = re.compile(
    r"\b(?:Editor|Author|Reporter|Text|Caption|Address|Phone|Keywords|Published|Updated|Written by|Edited by|Photos by|Translator)s?$"
)
_MORE_STOPS = re.compile(r"[ \xa0]*\.")
_PICTURE = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_FACE = frozenset(")(/\\|*DPpoO3>]-=^'")
_LEFT_OF_MARK = frozenset(")]}>”’\"'»%‰°$€£¥*_…/&+")


def _before_mark(text: str, context: Context) -> Found:
    here = Here(context)
    for m in (_BEFORE_MARK_ANY if "\xa0" in text else _BEFORE_MARK).finditer(text):
        start, end, mark = m.start(), m.end(), m.group(1)
        if len(mark) > 1:
            mark = "".join(mark.split())
        if text[start - 1 : start] in _BLANKS:
            start = _step_back(text, start)
        left, after = text[start - 1 : start] or "\n", text[end : end + 1]
        picture = mark == "," and _PICTURE.match(left) is not None
        if not (left.isalnum() or left in _LEFT_OF_MARK or picture):
            continue
        if left > "\u2e7f" and not picture and (mark != "," or here.at(start).language != "en"):
            continue
        if after and after in ",.;:!?-=/\\|*^~":
            continue  # an emoticon, an ellipsis, an operator; a doubled mark is no matter of blanks
        if mark == "." and _MORE_STOPS.match(text, end):
            continue
        here.at(start)
        # A comma or full stop behind a letter has no other use.
        if (mark not in ",." or left.isdigit()) and _is_other_use(here, start, end, mark, after):
            continue
        if not (
            here.plain or (left.isalpha() and (not after or after.isspace()) and here.language in _OTHER_LANGUAGES)
            if mark in ",."
            else here.surely_english or (mark == ":" and here.plain and _CREDIT.search(here.before(start, 12)))
        ):
            continue
        if not after or after.isspace() or after in ")]}\"'”’»":
            if mark == "." and (here.code or _command(here.before(start, 40))):
                continue
            if mark == ";" and _PIPE.search(here.content) is not None and _command(here.before(start, 80)):
                continue
            yield start, end, mark
        elif after in "“‘([{":
            # The blank after the mark is set by its own rule; where that is sure already, at once: it spares the page a pass.
            aside = _BRACKET.match(text, end) if after == "(" and mark in ".!?,;" and left.isalpha() else None
            apart = aside is not None and _is_aside(aside.group(1)) and not here.code
            yield start, end, mark + " " if apart else mark
        else:
            word = _WORD.match(here.after(end, 40))
            if word is not None and _goes_on(here, start, end, mark, word):
                yield start, end, mark + " "


_REST_OF_NUMBER = re.compile(r" (?:\d{3}(?!\d)|\d(?!\d))")


def _is_other_use(here: Here, start: int, end: int, mark: str, after: str) -> bool:
    """Whether the blank and the mark are something else than the end of a clause: an emoticon, a score, a lost character."""
    left = here.before(start, 1)
    beyond = here.after(end, 3)[1:]
    if mark in ":;":
        if after and after in _FACE and not (after == "(" and ")" in here.after(end, 300)):
            return True
        if after == " " and beyond[:1] and beyond[0] in ")|DP" and not beyond[1:].isalnum():
            return True
        if after == " " and beyond[:1] == "(" and not beyond[1:].strip():
            return ")" not in here.after(end, 300)
        if mark == ":" and left.isdigit() and (after.isdigit() or (after == " " and beyond[:1].isdigit())):
            return True  # 3 : 2
        if mark == ":" and " ? " in here.before(start):
            return True  # a ? b : c
    if mark in ",." and left.isdigit() and after == " " and _REST_OF_NUMBER.match(here.after(end, 6)):
        return True  # 10 , 000 and 3 . 5
    if mark[0] == "?":
        if left.isdigit() and after == " " and beyond[:1].isdigit():
            return True
        if after == " ":
            # A lost dash or letter looks the same: what stands before must be a question, what follows a new sentence.
            clause = _SENTENCE_END.split(here.before(start, 200))[-1]
            return (not beyond[:1].isupper() and beyond[:1] not in "\"“‘'(") or _QUESTION.search(clause) is None
    return False


def _goes_on(here: Here, start: int, end: int, mark: str, word: re.Match[str]) -> bool:
    """Whether ``word``, which touches ``mark`` behind a blank, begins what follows the mark (``moved ,4 month``)."""
    token, then = word.group(), here.after(end + word.end(), 1)
    if mark == ",":
        return not (here.before(start, 1).isdigit() and token[0].isdigit() and len(token) == 3)
    if mark == ";":
        return len(token) > 1
    if mark == ".":
        if token.lower() in _DOT_NAMES or (token.isupper() and len(token) > 1) or (then and then in "./_-("):
            return False
        return here.spaced or token in _STARTERS
    if mark == ":":
        return (not then or then not in ":_") and (
            here.spaced or (end - here.start < 40 and here.before(start, 40).count(" ") < 2)
        )
    return token[0].isupper()


# ------------------------------------------------------------------------------------------------- inside quotes, brackets

_CURLY_OPEN = re.compile(r"“[ \xa0]+(?=[^\s”])")
_CURLY_CLOSE = re.compile(r"”(?<=[ \xa0]”)(?=[\s,.;:!?)\]，。；：！？、）》]|$)")


def _inside_curly(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _CURLY_OPEN.finditer(text):
        before = text[m.start() - 1 : m.start()]
        if before.isalnum() and not before > "⺀":
            continue  # a reversed quote
        if not _other_roles(here.at(m.start())) and not (before.strip() and here.fact(_turned)):
            yield m.start(), m.end(), "“"
    here = Here(context)
    for m in _CURLY_CLOSE.finditer(text):
        start = _step_back(text, m.start())
        if text[start - 1 : start] in ("", "\n", "\r", "“"):
            continue
        if not _other_roles(here.at(start)) and 0 <= here.fact(_first_curly) < start - here.start:
            yield start, m.start(), ""


def _step_back(text: str, position: int) -> int:
    """``position`` moved back over the blanks before it."""
    while position and text[position - 1] in _BLANKS:
        position -= 1
    return position


def _first_curly(line: str) -> int:
    return line.find("“")


def _low_quotes(line: str) -> bool:
    return "„" in line or "«" in line


def _other_roles(here: Here) -> bool:
    # „German“, ”Swedish”, « French » with inner quotes: the marks have other roles or other blanks.
    return here.fact(_low_quotes) or here.language in ("fr", "de", "sv", "fi", "vi")


_ODD_QUOTE = re.compile(
    r'"(?:(?<=[^\W\d]")(?=[^\W\d])|(?<=[,.;:!?]")(?=[^\W\d])|(?<=[^\W\d]")(?=[("])'
    r'|(?<=\s")(?=[\s.,;:!?)\]]|$)|(?<=^")(?=[ \xa0])|(?<=[,:]")(?=[ \xa0]))',
    re.MULTILINE,
)


def _straight(text: str, context: Context) -> Found:
    here = Here(context)
    for start, end in lines_with(context, _ODD_QUOTE):
        line = text[start:end]
        found = pairs(line)
        if found is None or any(_torn(line, a, b) for a, b in found) or _ROW.fullmatch(line) is not None:
            continue
        if "“" in line and line.count("“") != line.count("”"):
            continue  # the partners of some straight ones are curly
        if not any(_is_odd(line, a, b) for a, b in found) or here.at(start).code or not here.english or _ARGUMENTS.search(line):
            continue
        for a, b in found:
            before, after = line[a - 1 : a], line[b + 1 : b + 2]
            if before.isalnum() or (before and before in ",;:.!?%)”"):
                yield start + a, start + a, " "
            inner = a + 1
            while line[inner] in _BLANKS:
                inner += 1
            if inner > a + 1:
                yield start + a + 1, start + inner, ""
            stripped = b
            while line[stripped - 1] in _BLANKS:
                stripped -= 1
            if stripped < b:
                yield start + stripped, start + b, ""
            if after.isalnum() or after == "(":
                yield start + b + 1, start + b + 1, " "


# A row of comma-separated values.
_ROW = re.compile(r'(?:[^\s",]*|"[^"]*"),(?:(?:[^\s",]*|"[^"]*"),)*(?:[^\s",]*|"[^"]*")\s*')
#: A call with strings among its arguments.
_ARGUMENTS = re.compile(r'\w\([^()"\n]{0,40}"[^"\n]*",')


def _is_odd(line: str, a: int, b: int) -> bool:
    """Whether a blank is missing or too many on any side of the two quotes at ``a`` and ``b``."""
    before, after = line[a - 1 : a], line[b + 1 : b + 2]
    outside = before.isalnum() or (before and before in ",;:.!?%)”") or after.isalnum() or after == "("
    return bool(outside) or line[a + 1] in _BLANKS or line[b - 1] in _BLANKS


def _torn(line: str, a: int, b: int) -> bool:
    """Whether the pair reads as the gap between two quotations: blanks inside on a side and letters outside on both."""
    outside = line[a - 1 : a].isalnum() and line[b + 1 : b + 2].isalnum()
    return outside and (line[a + 1] in _BLANKS or line[b - 1] in _BLANKS)


_SINGLE_PAIR = re.compile(r" ' (?<![sS] ' )([A-Za-z][^'\n]{1,60}[A-Za-z.,!?]) '(?=[ .,;:!?)]|$)", re.MULTILINE)


def _single(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _SINGLE_PAIR.finditer(text):
        here.at(m.start())
        if here.content.count("'") == 2 and not m.group(1).startswith(("and ", "or ")) and here.english and not here.code:
            yield m.start(), m.end(), f" '{m.group(1)}'"


# Who speaks, after the quotation: "said the captain", "coach Rita Sole said".
_SPEAKING = (
    r"(?:[A-Za-z'’.-]+ ){0,4}?(?:said|says|asked|asks|added|adds|replied|replies|answered|answers|explained|explains|told"
    r"|recalled|recalls|noted|notes|admitted|announced|argued|claimed|complained|confirmed|continued|cried|declared|insisted|joked|laughed"
    r"|promised|remarked|shouted|stressed|suggested|thought|warned|whispered|wondered|wrote)\b"
)
#: What stands beside a quote that may close behind a mark and a blank; and beside one that opens a name of a few words, the first with a
#: capital, whose closing quote stands before the word that goes on.
MOVED = rf'(?<=[.!?,][ \xa0]")(?=[A-Z][a-z]|(?=[a-z]){_SPEAKING})'
NAMED = r"(?=[A-Z][A-Za-z'’-]*(?: [A-Za-z'’-]+){0,4} \"[a-z])"
_MOVED, _NAMED = re.compile(f'"{MOVED}'), re.compile(f'"{NAMED}')


def _moved_close(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _MOVED.finditer(text):
        quote = m.start()
        here.at(quote)
        # An odd number of quotes before it, and an even one behind: it closes.
        if not here.odd(quote) or here.odd(here.end) != here.odd(quote + 1) or not here.english:
            continue
        opened = here.before(quote, 600).rfind('"')
        if opened >= 0 and opens(here.before(quote, 600), opened) >= 0:
            yield quote - 1, m.end(), '" '
    for m in _NAMED.finditer(text):
        here.at(m.start())
        if here.content.count('"') == 2 and opens(here.content, m.start() - here.start) > 0 and here.english:
            closing = text.find('"', m.end())
            yield closing - 1, closing + 1, '" '


_ORPHAN = re.compile(r'"(?<=[A-Za-z][ \xa0]")(?=[.,;](?:\s(?!\.)|$))', re.MULTILINE)


def _orphan(text: str, context: Context) -> Found:
    for m in _ORPHAN.finditer(text):
        yield m.start() - 1, m.start(), ""


_IN_BRACKETS = re.compile(r"[()\[\]](?:(?<=[(\[])[ \xa0]+(?=[\w“\"'‘$€£#])|(?<=[ \xa0][)\]]))")
_SHELL_TEST = re.compile(r"^\s*-\w |[$=<>!]|^\s*[xX ]?\s*$")


def _inside_brackets(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _IN_BRACKETS.finditer(text):
        start = m.start()
        here.at(start)
        bracket = text[start]
        if bracket in "([":
            inner, found, _ = here.after(m.start() + 1, 300).partition(")" if bracket == "(" else "]")
            if not found or here.before(m.start(), 1) in tuple(":;=-8"):
                continue
        else:
            start = _step_back(text, start)
            if not (text[start - 1 : start].isalnum() or text[start - 1 : start] in tuple("_”\"'’.!?%")):
                continue
            _, found, inner = here.before(start, 300).rpartition("(" if bracket == ")" else "[")
            if not found or ")" in inner or "]" in inner:
                continue
        if len(inner.strip()) < 2 or (("[" in m.group() or "]" in m.group()) and _SHELL_TEST.search(inner)):
            continue
        if here.code or not here.plain:
            continue
        yield start, m.end(), m.group().strip()


# ------------------------------------------------------------------------------------------------------ missing blanks

# Not between digits: 1,204 is a number.
_AFTER_COMMA = re.compile(r"[,;](?:(?=[A-Za-z])(?<=[A-Za-z0-9%)\]”\"].)|(?=[0-9])(?<=[A-Za-z%)\]”\"].))")
_GLUED_COMMA = re.compile(r"[A-Za-z0-9’'%-]+[)”]?(?:[,;][A-Za-z0-9’'-]+)+")
_CHUNK_ON = re.compile(r"\S*")


def _after_comma(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _AFTER_COMMA.finditer(text):
        here.at(m.start())
        if here.fact(_few_blanks):
            continue
        right = _CHUNK_ON.match(here.after(m.end(), 60))
        assert right is not None  # it matches the empty string
        head, tail = here.before(m.start(), 60).split()[-1], right.group()
        if not _GLUED_COMMA.fullmatch((head + m.group() + tail).strip("()\"“”'‘’.,;:!?")):
            continue
        one, two = _WORD_BACK.search(head), _WORD.match(tail)
        if one is None or two is None:
            continue
        a, b = one.group(), two.group()
        if m.group() == ";" and (head[-len(a) - 1 : -len(a)] == "&" or not (len(a) > 1 and len(b) > 1)):
            continue
        if b[0].isdigit() and (a[-1].isdigit() or len(a) < 3 or len(tail) > len(b)):
            continue
        if a[-1].isdigit() and not (b.islower() and len(b) > 1):
            continue
        if (len(a) < 2 and a not in "IA%" and not a.isdigit() and not (a in ")”" and b.islower())) or (
            len(b) < 2 and b not in "aI" and not b.isdigit()
        ):
            continue
        if here.code or not (here.plain or here.language in LATIN_LANGUAGES):
            continue
        yield m.end(), m.end(), " "


_AFTER_END = re.compile(r"([.!?:])(?=[A-Z])(?<=[a-z0-9%)\]”\"’][.!?:])")
_NEXT_WORD = re.compile(r"([A-Z][a-z]*(?:['’][a-z]+)?)(?=[\s,;:!?\"”’)]|\.(?:\s|$)|$)")
_LAST_WORD = re.compile(r"(?:^|[\s(\"“‘'’—–$£€¥#-])([A-Za-z][a-z'’]*|\d{1,4}%?|[^\s]*[)\]”\"])$")


def _after_end(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _AFTER_END.finditer(text):
        word = _NEXT_WORD.match(text, m.end(), m.end() + 40)
        if word is None:
            continue
        here.at(m.start())
        last = _LAST_WORD.search(here.before(m.start(), 60))
        if last is None or here.code or not (here.plain or here.language in LATIN_LANGUAGES):
            continue
        if _is_end(here, m.start(), m.group(1), last.group(1), word.group(1), here.after(word.end(), 1)):
            yield m.end(), m.end(), " "


def _is_end(here: Here, at: int, mark: str, left: str, right: str, then: str) -> bool:
    """Whether ``mark`` between two words ends a sentence or clause, rather than standing in a name, a number or code."""
    if right in ("Net", "Js", "Com", "Org") or (len(right) == 1 and (right not in "AI" or then not in (" ", "'", "’"))):
        return False
    starter = right in _STARTERS
    if mark == ":":
        return ((left.islower() and len(left) > 2) or (left in _LABELS and at - len(left) == here.start)) and then in (" ", ",")
    if mark == "!":
        return len(left) > 1 and (left.islower() or starter)
    if mark == "?":
        return len(left) > 1 and not (left in _DAYS and right in _DAYS)  # Monday?Friday: a dash was lost
    if left[0].isdigit():
        return starter or (len(right) > 1 and not here.before(at - len(left), 40).strip() and at - here.start < 8)  # 1.Wash
    if left[-1] in ')]”"':
        return starter or left[-1] in '”"'
    if left[0].isupper():
        if left in _DAYS or (left in _TITLES and len(right) > 1):
            return True
        return starter and (left[1:].islower() or len(left) > 3)
    return len(left) > 1 and (starter or not (here.fact(_technical) or here.before(at, 80).count(" ") < 2))


# How the lines of a page's head or of a notice begin.
_LABELS = words(
    "Note Notes Tip Tips Source Author Editor Address Date Time Place Price Phone Title Name Photo Reporter Summary Introduction Background "
    "Ingredients Method Question Answer Example Warning Notice Keywords Abstract"
)
_LABEL_AND_NUMBER = re.compile(r":(?=[0-9])(?<=[a-z]:)")
_AFTER_COLON = re.compile(r":(?=([a-z]{1,20})(,?)\s)")
_BEFORE_COLON = re.compile(r"(?:^|\s)([A-Za-z][a-z]{2,})$")
# A number of things is announced, and a list of them follows: there are two kinds:red and white.
_ANNOUNCED = re.compile(
    r"\b(?:two|three|four|five|six|seven|several|many|some|these|various|the following) (?:[a-z]+ ){0,3}[a-z]+s$"
)
_LISTED = re.compile(r"[a-z]+(?: [a-z]+){0,4}(?:,| and | or )")
_ARTICLES = words("the a an this that these it we he she they you i in on all no to for when if what how there as at by please")


def _after_colon(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _AFTER_COLON.finditer(text):
        here.at(m.start())
        word = _BEFORE_COLON.search(here.before(m.start(), 30))
        if word is None or (m.group(1) not in _ARTICLES and not (m.group(2) and word.group(1).islower())):
            if word is None or word.group(1)[-1] != "s" or not _ANNOUNCED.search(here.before(m.start(), 60)):
                continue
            if not _LISTED.match(here.after(m.end(), 60)):
                continue
        if not here.fact(_few_blanks) and here.english and not here.code and not here.fact(_technical):
            yield m.end(), m.end(), " "
    for m in _LABEL_AND_NUMBER.finditer(text):
        here.at(m.start())
        if m.start() - here.start < 12 and here.before(m.start(), 12) in _LABELS and here.english and not here.code:
            yield m.end(), m.end(), " "


# One literal after the other: re looks for a class of two several times as long.
_CLOSE_GLUE = re.compile("”(?=[A-Za-z(])")
_OPEN_GLUE = re.compile(r"“(?:(?=[\w$€£‘'(])(?<=[A-Za-z0-9,.;:!?%)”]“)|(?=[ \xa0])(?<=[,.;:!?%)]“))")


def _curly_glue(text: str, context: Context) -> Found:
    here = Here(context)
    for m in chain(_CLOSE_GLUE.finditer(text), _OPEN_GLUE.finditer(text)):
        here.at(m.start())
        if (
            not here.plain
            or here.fact(_low_quotes)
            or here.fact(_turned)
            or "\u2e80" < text[m.start() - 1 : m.start()] < "\ua000"
        ):
            continue
        at = m.start() - here.start
        first, last = here.fact(_first_curly), here.fact(_last_close)
        if m.group() == "”":
            word = _WORD.match(here.after(m.end(), 40))
            if (0 <= first < at or here.odd(m.start())) and (word is None or len(word.group()) > 1 or word.group() in "aAI"):
                yield m.end(), m.end(), " "
        elif last > at or here.fact(_last_open) == at or here.before(m.start(), 1) == "”":
            yield m.start(), m.start(), " "


_CURLY_TURN = re.compile("[“”]")


def _turned(line: str) -> bool:
    """Whether the curly quotes of ``line`` stand the wrong way round: what looks glued may be the other mark's place."""
    return may_be_turned("".join(_CURLY_TURN.findall(line)))


def _last_close(line: str) -> int:
    return line.rfind("”")


def _last_open(line: str) -> int:
    return line.rfind("“")


_BRACKET = re.compile(r"\(([^()\n]{3,200})\)")
_PLAIN_INSIDE = re.compile(r"[^=<>{}\[\]|\\_;*+^]+")
_GLUED_WORD = re.compile(r"[A-Za-z'’]+$|\d+s?$")


_SMALL_AFTER = re.compile(r"(?:and|or|is|was|are|were|has|had|in|on|of|to|with|for|at|by|from|as|which|that|but)\b")
_WORD_ENDING = re.compile(r"[a-z]{3}$")


def _is_aside(inner: str) -> bool:
    """Whether what stands in brackets is words, and not code or the end of a word."""
    return (
        " " in inner.strip()
        and any(len(word) > 2 for word in re.findall(r"[A-Za-z]+", inner))
        and _PLAIN_INSIDE.fullmatch(inner) is not None
    )


def _bracket_glue(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _BRACKET.finditer(text):
        start, end = m.span()
        before = text[start - 1] if start else "\n"
        ended = before in ".!?,;" and start >= 3 and text[start - 2].isalpha()
        glued_left = ended or (start >= 2 and before.isalnum() and text[start - 2].isalnum() and before.isascii())
        glued_right = text[end : end + 1].isalpha() and text[end : end + 1].isascii()
        if not (glued_left or glued_right):
            continue
        inner = m.group(1)
        # A word on one side and a small one on the other: no call, whatever is inside.
        between = (
            glued_left
            and glued_right
            and _SMALL_AFTER.match(text, end)
            and _WORD_ENDING.search(text, max(0, start - 12), start)
            and _PLAIN_INSIDE.fullmatch(inner)
        )
        if not between and not _is_aside(inner):
            continue
        here.at(start)
        if not here.plain or here.code:
            continue
        if ended:
            yield start, start, " "
        elif glued_left:
            word = _GLUED_WORD.search(here.before(start, 40))
            if word is None or len(word.group()) < 3 or here.fact(_technical):
                continue
            if inner[0].isalpha() and len(re.findall(r"[A-Za-z]+", inner)[0]) == 1 and inner[0] not in "aI" and not between:
                continue
            yield start, start, " "
        if glued_right:
            follower = _WORD.match(here.after(end, 40))
            if follower is not None and len(follower.group()) > 1:
                yield end, end, " "


RULES = (
    Rule(
        name="blank-before-mark",
        why="a tokenizer or a translation engine set a blank before the mark, and often none after it",
        find=_before_mark,
        hint=(" ,", " .", " ;", " :", " !", " ?", "\xa0,", "\xa0.", "\xa0;", "\xa0:", "\xa0!", "\xa0?"),
        lang="en",
        examples=[
            (
                "The goods were checked before shipment .( Photo by the firm )",
                "The goods were checked before shipment. (Photo by the firm)",
            ),
            (
                "The bakery opened in 1998 , and it still uses the old oven .",
                "The bakery opened in 1998, and it still uses the old oven.",
            ),
            ("They moved in May ,4 months later it closed .", "They moved in May, 4 months later it closed."),
            ("Is it open today ? Yes !", "Is it open today? Yes!"),
        ],
        keeps=[
            "See you tonight :)",
            "He paused . . . and then spoke.",
            "Add a .gitignore file to the project.",
            "To stage it, run git add .",
            "They won by 3 : 2 on Sunday.",
            "It is fun : )",
        ],
        source="seeds/001",
    ),
    Rule(
        name="blank-in-curly-quotes",
        why="a tokenizer set blanks inside the quotation marks",
        find=_inside_curly,
        hint=("“ ", " ”", "“\xa0", "\xa0”"),
        lang="en",
        examples=[("The “ green corridor ” project links three parks.", "The “green corridor” project links three parks.")],
        keeps=["Er sagte: „Guten Tag “ und ging."],
        source="seeds/001",
    ),
    Rule(
        name="blank-in-single-quotes",
        why="a tokenizer set blanks inside the single quotation marks",
        pattern=r"(?m)‘(?:(?<=[\s(“]‘)|(?<=^‘))[ \xa0]([^\s‘’\n](?:[^‘’\n]{0,80}[^\s‘’\n])?)[ \xa0]’(?=[\s,.;:!?)”]|$)",
        new=r"‘\1’",
        hint="‘ ",
        lang="en",
        examples=[("The ‘ old mill ’ is closed.", "The ‘old mill’ is closed.")],
        keeps=["The girls ’ school and the boys ’ school."],
        source="seeds/001",
    ),
    Rule(
        name="blank-in-straight-single-quotes",
        why="a tokenizer set blanks inside the single quotation marks",
        find=_single,
        hint=" ' ",
        lang="en",
        examples=[("The ' old town ' is small.", "The 'old town' is small.")],
        keeps=["It is rock ' n ' roll for the town.", "The boys ' and the girls ' school is open."],
        source="own phrasing",
    ),
    Rule(
        name="moved-closing-quote",
        why="the closing quotation mark slipped over the blank after the stop",
        find=_moved_close,
        hint=(' "', '\xa0"'),
        lang="en",
        examples=[
            ('"The bus is late. "Marta said.', '"The bus is late." Marta said.'),
            ('The "Green Wall "project began in May.', 'The "Green Wall" project began in May.'),
        ],
        keeps=['He left. "We start at dawn," she said.'],
        source="seeds/002",
    ),
    Rule(
        name="blank-at-straight-quote",
        why="straight quotation marks with a blank inside, or none outside",
        find=_straight,
        hint='"',
        lang="en",
        examples=[
            ('He called the plan " a long shot " and left.', 'He called the plan "a long shot" and left.'),
            ('The club put its money into"recycling"projects.', 'The club put its money into "recycling" projects.'),
        ],
        keeps=['He is 5\'10" and bought a 24" monitor.', 'The 19" rack and the 24" monitor fit.'],
        source="seeds/004",
    ),
    Rule(
        name="blank-before-closing-quote",
        why="a quote between a blank and a stop closes, whether its partner is there or not",
        find=_orphan,
        hint=(' ".', ' ",', ' ";'),
        lang="en",
        examples=[
            (
                'They achieved a "double victory in prevention and in "development ".',
                'They achieved a "double victory in prevention and in "development".',
            )
        ],
        keeps=['He wrote ". . ." in the margin.'],
        source="seeds/004",
    ),
    Rule(
        name="blank-in-brackets",
        why="a tokenizer set blanks inside the brackets",
        find=_inside_brackets,
        hint=("( ", " )", "[ ", " ]"),
        lang="en",
        examples=[("Rain is expected ( mainly near Ostrava ) on Sunday.", "Rain is expected (mainly near Ostrava) on Sunday.")],
        keeps=["- [ ] buy milk and bread today", "if [ -f file ]; then they said it was there"],
        source="seeds/001",
    ),
    Rule(
        name="no-blank-after-comma",
        why="the blank after the comma or semicolon is missing",
        find=_after_comma,
        hint=(",", ";"),
        lang="en",
        examples=[
            ("Bring water,food and a map.", "Bring water, food and a map."),
            ("She won gold;her sister won silver.", "She won gold; her sister won silver."),
        ],
        keeps=["Let f(x)=2x and g(x,y)=xy.", "It has 1,204,300 pixels.", "Write x[i,j] for the cell."],
        source="seeds/001",
    ),
    Rule(
        name="no-blank-after-end",
        why="the blank between two sentences is missing",
        find=_after_end,
        hint=(".", "!", "?", ":"),
        lang="en",
        examples=[
            ("The road is closed.Take the ferry instead.", "The road is closed. Take the ferry instead."),
            ("Is it ready?Not yet.", "Is it ready? Not yet."),
            ("Note:Bring a towel to the pool.", "Note: Bring a towel to the pool."),
        ],
        keeps=[
            "Node.js 18.2.1 and ASP.NET are installed.",
            "Teams from the U.S.A. and the U.K. met.",
            "Call the method time.Sleep to wait a little.",
            "See 1.A. and 1.C. below.",
        ],
        source="seeds/002",
    ),
    Rule(
        name="no-blank-after-colon",
        why="the blank after the colon is missing",
        find=_after_colon,
        hint=":",
        lang="en",
        examples=[
            ("Note:the pool is closed.", "Note: the pool is closed."),
            ("It has three colours:red, green and blue.", "It has three colours: red, green and blue."),
            ("There are two kinds:red and white.", "There are two kinds: red and white."),
            ("Price:5 euros for a child and 9 for the rest.", "Price: 5 euros for a child and 9 for the rest."),
        ],
        keeps=[
            "The train leaves at 10:45 and costs $3.50.",
            "Use std::the or key:value, as the parameter says.",
            "The screen has a 16:9 ratio.",
        ],
        source="gold",
    ),
    Rule(
        name="no-blank-at-curly-quote",
        why="the blank outside the quotation marks is missing",
        find=_curly_glue,
        hint=("“", "”"),
        lang="en",
        examples=[
            ("“The soup is cold.”He sent it back.", "“The soup is cold.” He sent it back."),
            ("The ferry left.“ We waited ,” she said.", "The ferry left. “We waited,” she said."),
        ],
        keeps=["Mind your “p”s and “q”s, she said."],
        source="seeds/001",
    ),
    Rule(
        name="no-blank-at-bracket",
        why="the blank outside the brackets is missing",
        find=_bracket_glue,
        hint="(",
        lang="en",
        examples=[
            ("The firm employs 30 people(including 4 apprentices).", "The firm employs 30 people (including 4 apprentices)."),
            ("The second(and last)train leaves at ten.", "The second (and last) train leaves at ten."),
            ("Mix the sugar(100 g)and the butter.", "Mix the sugar (100 g) and the butter."),
        ],
        keeps=["Add the file(s) to the folder.", "The value is max(a, b) here.", "Any word(s)or sign(s)in it."],
        source="seeds/001",
    ),
)
