"""``NormalizeSpacing``: blanks that stand where none belongs, blanks that are missing, and lines wrapped by hand.

It knows where a blank belongs by script and language.  It adds and deletes no letter, digit or mark (but a hyphen at a wrap), and
never decides which mark it should be: that is the next step's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from shnorm.gate import Context
from shnorm.normalizer import Composable, normalizer, select
from shnorm.repair import han_blanks, indents, wraps
from shnorm.repair.layout import Here, code_like, lines_with
from shnorm.repair.quotes import opens, pairs
from shnorm.rules import Rule, RuleSet
from shnorm.script import HAN
from shnorm.stage import Stage

Found = Iterator[tuple[int, int, str]]

# ---------------------------------------------------------------------------------------------------- blanks before marks

_BEFORE_MARK = re.compile(r"(?<=[^\s,.;:!?])[ \xa0]+([,.;:]|[!?]+)")
_SHELL = re.compile(r"\b(?:git|docker|cp|mv|find|ls|cd|pip|npm|npx|grep|make|scp|rsync|chmod|tar|tree|du|code|open|black|ruff|pytest)\b")
_QUESTION = re.compile(
    r"\b(?:who|what|when|where|why|how|which|whose|whom|is|are|am|was|were|do|does|did|can|could|will|would|shall|should|may|might|must|"
    r"has|have|had|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|won['’]t|right|ok|okay|yes|no|really|huh|else|ready)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s")
_NAMES_AFTER_STOP = frozenset({"net", "env", "gitignore", "com", "org", "htaccess", "bashrc", "zshrc", "vimrc", "npmrc", "dockerignore", "exe", "txt", "py", "js"})
_MORE_STOPS = re.compile(r"[ \xa0]*\.")
_FACE = frozenset(")(/\\|*DPpoO3>]-=^'")
_FOLLOWER = re.compile(r"[A-Za-z][A-Za-z'’]*|\d+")


def _before_mark(text: str, context: Context) -> Found:
    here = Here(context)
    size = len(text)
    for m in _BEFORE_MARK.finditer(text):
        start, end, mark = m.start(), m.end(), m.group(1)
        left, after = text[start - 1], text[end : end + 1]
        if not (left.isalnum() or left in ")]}>”’\"'»%‰°$€£¥*_…/&+") or ord(left) > 0x2E7F:
            continue
        if after in ",.;:!?-=/\\|*^~" and after:
            continue  # an emoticon, an ellipsis, an operator; a doubled mark is no matter of blanks
        if mark == "." and _MORE_STOPS.match(text, end):
            continue
        here.at(start)
        if not here.english:
            continue
        line = here.content
        if _is_other_use(text, here, start, end, mark, after):
            continue
        if not after or after.isspace() or after in ")]}\"'”’»":
            if mark == "." and (code_like(line) or _SHELL.search(line)):
                continue
            yield start, end, mark
        elif after in "“‘([{":
            yield start, end, mark  # the blank after the mark is set by its own rule
        else:
            word = _FOLLOWER.match(text, end, min(size, end + 40))
            if word is not None and _goes_on(here, text, mark, word, left):
                yield start, end, mark + " "


def _is_other_use(text: str, here: Here, start: int, end: int, mark: str, after: str) -> bool:
    """Whether the blank and the mark are something else than the end of a clause: an emoticon, a score, a lost character."""
    beyond = text[end + 1 : end + 2]
    if mark in ":;":
        if after in _FACE and after and (after not in "(" or ")" not in text[end : end + 300].split("\n")[0]):
            return True
        if after == " " and beyond in ")|DP" and beyond and not text[end + 2 : end + 3].isalnum():
            return True
        if after == " " and beyond == "(" and text[end + 2 : end + 3] in ("", " ", "\n"):
            tail = text[end + 2 : end + 300].split("\n")[0]
            return ")" not in tail
        if mark == ":" and text[start - 1].isdigit() and (after.isdigit() or (after == " " and beyond.isdigit())):
            return True  # 3 : 2
        if mark == ":" and " ? " in here.content[: start - here.start]:
            return True  # a ? b : c
    if mark[0] == "?":
        if text[start - 1].isdigit() and after == " " and beyond.isdigit():
            return True
        if after == " ":
            # A lost dash or letter looks the same: what stands before must be a question, what follows a new sentence.
            clause = _SENTENCE_END.split(here.content[: start - here.start])[-1]
            return not beyond.isupper() and beyond not in "\"“‘'(" or _QUESTION.search(clause) is None
    return False


def _goes_on(here: Here, text: str, mark: str, word: re.Match[str], left: str) -> bool:
    """Whether ``word``, which touches ``mark`` behind a blank, begins what follows the mark (``moved ,4 month``)."""
    token, then = word.group(), text[word.end() : word.end() + 1]
    if mark == ",":
        return not (left.isdigit() and token[0].isdigit() and len(token) == 3)
    if mark == ";":
        return len(token) > 1
    if mark == ".":
        if token.lower() in _NAMES_AFTER_STOP or token.isupper() and len(token) > 1 or then in "./_-(":
            return False
        return here.spaced if not token[0].isupper() else here.spaced or token in _STARTERS
    if mark == ":":
        return here.spaced and then not in ":_" or (text[here.start : word.start()].count(" ") <= 2 and then not in ":_")
    return token[0].isupper()


# Words that begin a sentence and nothing else when they carry a capital.
_STARTERS = frozenset(
    "The A An This That These Those He She It We They You I In On At As After Before But And When While If For From With There Here What "
    "His Her Their Our Its Not No Yes So Then However Although Because Since By To According During Many Most Some All Each Every One Two".split()
)

# ---------------------------------------------------------------------------------------------- blanks inside quotes, brackets

_CURLY_OPEN = re.compile(r"“[ \xa0]+(?=[^\s”])")
_CURLY_CLOSE = re.compile(r"[ \xa0]+”(?=[\s,.;:!?)\]，。；：！？、）》]|$)")


def _inside_curly(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _CURLY_OPEN.finditer(text):
        before = text[m.start() - 1 : m.start()]
        if before.isalnum() and not before > "⺀":
            continue  # a reversed quote
        if _quotes_are_closing(here.at(m.start())):
            continue
        yield m.start(), m.end(), "“"
    for m in _CURLY_CLOSE.finditer(text):
        if m.start() == 0 or text[m.start() - 1] in "\n\r“":
            continue
        line = here.at(m.start())
        if _quotes_are_closing(line) or "“" not in line.content[: m.start() - line.start]:
            continue
        yield m.start(), m.end(), "”"


def _quotes_are_closing(here: Here) -> bool:
    # „German“, ”Swedish”, « French » with inner quotes: the marks have other roles or other blanks.
    return "„" in here.content or "«" in here.content or here.language in ("fr", "de", "sv", "fi", "vi")


_ODD_QUOTE = re.compile(
    r'"(?:(?<=[^\W\d]")(?=[^\W\d])|(?<=[,.;:!?]")(?=[^\W\d])|(?<=\s")(?=[\s.,;:!?)\]]|$)|(?<=^")(?=[ \xa0])|(?<=[^\W\d]")(?=[("]))',
    re.MULTILINE,
)


def _straight(text: str, context: Context) -> Found:
    here = Here(context)
    for start, end in lines_with(context, _ODD_QUOTE):
        line = text[start:end]
        if not here.at(start).english or code_like(line):
            continue
        found = pairs(line)
        if found is None:
            continue
        if any(_torn(line, a, b) for a, b in found):
            continue
        for a, b in found:
            before, after = line[a - 1 : a], line[b + 1 : b + 2]
            if before.isalnum() or (before and before in ",;:.!?%)”"):
                yield start + a, start + a, " "
            inner = len(line[a + 1 :]) - len(line[a + 1 :].lstrip(" \xa0"))
            if inner:
                yield start + a + 1, start + a + 1 + inner, ""
            stripped = len(line[:b].rstrip(" \xa0"))
            if stripped < b:
                yield start + stripped, start + b, ""
            if after.isalnum() or after == "(":
                yield start + b + 1, start + b + 1, " "


def _torn(line: str, a: int, b: int) -> bool:
    """Whether the pair reads as the gap between two quotations: blanks inside on both sides and letters outside on both."""
    outside = line[a - 1 : a].isalnum() and line[b + 1 : b + 2].isalnum()
    return outside and (line[a + 1] in " \xa0" or line[b - 1] in " \xa0")


_MOVED = re.compile(r'(?<=[.!?,])[ \xa0]"(?=[A-Z][a-z])')


def _moved_close(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _MOVED.finditer(text):
        here.at(m.start())
        line, at = here.content, m.end() - 1 - here.start
        # An odd number of quotes before it: it closes; and none after it opens or closes another on the same terms.
        if line[:at].count('"') % 2 == 0 or not here.english:
            continue
        rest = line[at + 1 :].count('"')
        if rest % 2 == 0 and opens(line, line[:at].rfind('"')) >= 0:
            yield m.start(), m.end(), '" '


_IN_BRACKETS = re.compile(r"([(\[])[ \xa0]+(?=[\w“\"'‘$€£#])|(?<=[\w”\"'’.!?%])[ \xa0]+([)\]])")


def _inside_brackets(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _IN_BRACKETS.finditer(text):
        line = here.at(m.start())
        if not line.english or code_like(line.content):
            continue
        at = m.start() - line.start
        if m.group(1):
            partner = ")" if m.group(1) == "(" else "]"
            close = line.content.find(partner, at)
            inner = line.content[at + 1 : close]
            if close < 0 or len(inner.strip()) < 2 or (partner == "]" and _SHELL_TEST.search(inner)):
                continue
            if at and line.content[at - 1] in ":;=-8":
                continue
            yield m.start(), m.end(), m.group(1)
        else:
            partner = "(" if m.group(2) == ")" else "["
            opened = line.content.rfind(partner, 0, at)
            inner = line.content[opened + 1 : at]
            if opened < 0 or ")" in inner or "]" in inner or len(inner.strip()) < 2 or (partner == "[" and _SHELL_TEST.search(inner)):
                continue
            yield m.start(), m.end(), m.group(2)


_SHELL_TEST = re.compile(r"^\s*-\w |[$=<>!]|^\s*[xX ]?\s*$")

# ------------------------------------------------------------------------------------------------------ missing blanks

_AFTER_COMMA = re.compile(r"([,;])(?=[A-Za-z0-9])(?<=[A-Za-z0-9%)\]”\"][,;])")
_GLUED_COMMA = re.compile(r"[A-Za-z0-9’'%-]+(?:[,;][A-Za-z0-9’'-]+)+")
_TECHNICAL = re.compile(
    r"\b(?:function|functions|method|methods|package|class|module|library|interface|struct|namespace|API|SDK|import|imports|Python|Java|"
    r"JavaScript|TypeScript|Golang|Rust|Kotlin|PHP|Ruby|variable|constructor|callback|attribute|property|parameter|argument|object|file|"
    r"files|folder|extension|domain|website|site|URL|namespaces|app|apps|tool|framework|plugin)\b"
)


def _chunk(text: str, here: Here, at: int) -> tuple[str, int]:
    """The stretch without blanks that holds ``at``, and where it starts in the text."""
    line, offset = here.content, at - here.start
    start = max(line.rfind(" ", 0, offset), line.rfind("\t", 0, offset)) + 1
    end = line.find(" ", offset)
    return line[start : end if end >= 0 else len(line)], here.start + start


def _after_comma(text: str, context: Context) -> Found:
    commas, semicolons = text.count(","), text.count(";")
    if commas == text.count(", ") + text.count(",\n") and semicolons == text.count("; ") + text.count(";\n"):
        return
    here = Here(context)
    seen = -1
    for m in _AFTER_COMMA.finditer(text):
        if m.start() < seen:
            continue
        here.at(m.start())
        if not here.english or here.content.count(" ") < 2 or code_like(here.content):
            continue
        chunk, start = _chunk(text, here, m.start())
        if len(chunk) > 200:
            seen = start + len(chunk)
            continue
        at = m.start() - start
        bare = chunk.strip("()\"“”'‘’.,;:!?")
        if not _GLUED_COMMA.fullmatch(bare):
            continue
        left, right = _FOLLOWER_BACK.search(chunk[:at]), _FOLLOWER.match(chunk, at + 1)
        if left is None or right is None:
            continue
        a, b = left.group(), right.group()
        if m.group() == ";" and (chunk[at - len(a) - 1 : at - len(a)] == "&" or not (len(a) > 1 and len(b) > 1)):
            continue
        if b[0].isdigit() and (a[-1].isdigit() or len(a) < 3 or len(chunk) > at + 1 + len(b)):
            continue
        if a[-1].isdigit() and not (b.islower() and len(b) > 1):
            continue
        if (len(a) < 2 and a not in "IA%" and not a.isdigit()) or (len(b) < 2 and b not in "aI" and not b.isdigit()):
            continue
        yield m.end(), m.end(), " "


_FOLLOWER_BACK = re.compile(r"[A-Za-z][A-Za-z'’]*$|\d+$|%$|[)\]”\"]$")

_AFTER_END = re.compile(r"([.!?:])(?=[A-Z])(?<=[a-z0-9%)\]”\"’][.!?:])")
_NEXT_WORD = re.compile(r"([A-Z][a-z]*(?:['’][a-z]+)?)(?=[\s,;:!?\"”’)]|\.(?:\s|$)|$)")
_LAST_WORD = re.compile(r"(?:^|[\s(\"“‘'’—–-])([A-Za-z][a-z'’]*|\d{1,4}%?|[^\s]*[)\]”\"])$")


def _after_end(text: str, context: Context) -> Found:
    if all(text.count(c) == text.count(c + " ") + text.count(c + "\n") for c in ".!?:"):
        return
    here = Here(context)
    for m in _AFTER_END.finditer(text):
        word = _NEXT_WORD.match(text, m.end(), m.end() + 40)
        if word is None:
            continue
        here.at(m.start())
        if not here.english:
            continue
        at = m.start() - here.start
        before = here.content[max(0, at - 60) : at]
        last = _LAST_WORD.search(before)
        if last is None:
            continue
        a, b, mark = last.group(1), word.group(1), m.group(1)
        if b in ("Net", "Js", "Com", "Org") or (len(b) == 1 and b not in "AI"):
            continue
        starter = b in _STARTERS
        if mark == ".":
            if a[0].isdigit():
                counter = not here.content[: at - len(a)].strip()
                if not (counter and len(b) > 1) and not (starter and (a.endswith("%") or len(a) == 4)):
                    continue
            elif a[-1] in ")]”\"":
                if not (starter or a[-1] in "”\""):
                    continue
            elif a[0].isupper() and not starter:
                continue
            elif len(a) < 2 or (not starter and (_TECHNICAL.search(here.content) or here.content[:at].count(" ") < 2)):
                continue
        elif mark == ":":
            if not a.islower() or len(a) < 3 or word.end() >= len(text) or text[word.end()] not in " ,":
                continue
        elif mark == "!":
            if not a.islower() or len(a) < 2:
                continue
        elif len(a) < 2:
            continue
        if code_like(here.content):
            continue
        yield m.end(), m.end(), " "


_CURLY_GLUE = re.compile(r"”(?=[A-Za-z(])|“(?=[^\s”])(?<=[A-Za-z0-9,.;:!?%)]“)|“(?=[ \xa0])(?<=[,.;:!?%)]“)")


def _curly_glue(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _CURLY_GLUE.finditer(text):
        here.at(m.start())
        if not here.english or "„" in here.content:
            continue
        line, at = here.content, m.start() - here.start
        if m.group() == "”":
            word = _FOLLOWER.match(text, m.end())
            if "“" not in line[:at] and '"' not in line[:at]:
                continue
            if word is None or len(word.group()) > 1 or word.group() in "aAI":
                yield m.end(), m.end(), " "
        elif "”" in line[at:] or "“" not in line[at + 1 :]:
            yield m.start(), m.start(), " "


_BRACKET = re.compile(r"\(([^()\n]{3,200})\)")
_PLAIN_INSIDE = re.compile(r"[^=<>{}\[\]|\\_;*+^]+")


def _bracket_glue(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _BRACKET.finditer(text):
        start, end = m.span()
        glued_left = start >= 2 and text[start - 1].isalnum() and text[start - 2].isalnum() and text[start - 1].isascii()
        glued_right = text[end : end + 1].isalpha() and text[end : end + 1].isascii()
        if not (glued_left or glued_right):
            continue
        inner = m.group(1)
        words = [w for w in re.findall(r"[A-Za-z]+", inner) if len(w) > 2]
        if " " not in inner.strip() or not words or not _PLAIN_INSIDE.fullmatch(inner):
            continue
        here.at(start)
        if not here.english or code_like(here.content):
            continue
        if glued_left:
            before = _FOLLOWER_BACK.search(here.content[max(0, start - here.start - 40) : start - here.start])
            if before is None or not before.group()[0].isalpha() or len(before.group()) < 3 or _TECHNICAL.search(here.content):
                continue
            if inner[0].isalpha() and len(re.findall(r"[A-Za-z]+", inner)[0]) == 1 and inner[0] not in "aI":
                continue
            yield start, start, " "
        if glued_right:
            word = _FOLLOWER.match(text, end)
            if word is not None and len(word.group()) > 1:
                yield end, end, " "


# ---------------------------------------------------------------------------------------------------- blanks round CJK marks

_CJK_CLOSE = "，。、；：！？）》】」』〉〕”’"


MARKS = RuleSet(
    "spacing.marks",
    [
        Rule(
            name="blank-before-mark",
            why="a tokenizer or a translation engine set a blank before the mark, and often none after it",
            find=_before_mark,
            hint=(" ,", " .", " ;", " :", " !", " ?", "\xa0,", "\xa0.", "\xa0;", "\xa0:", "\xa0!", "\xa0?"),
            lang="en",
            examples=[
                ("The bakery opened in 1998 , and it still uses the old oven .", "The bakery opened in 1998, and it still uses the old oven."),
                ("They moved , Then in 2019 ,4 months later , It closed .", "They moved, Then in 2019, 4 months later, It closed."),
                ("Is it open today ? Yes !", "Is it open today? Yes!"),
            ],
            keeps=[
                "See you tonight :)", "He paused . . . and then spoke.", "Add a .gitignore file to the project.", "Run git add . in the folder.",
                "They won by 3 : 2 on Sunday.", "It is fun : )",
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
            name="moved-closing-quote",
            why="the closing quotation mark slipped over the blank after the stop",
            find=_moved_close,
            hint=(' "',),
            lang="en",
            examples=[('"The bus is late. "Marta said.', '"The bus is late." Marta said.')],
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
            keeps=["Let f(x)=2x and g(x,y)=xy.", "It has 1,204,300 pixels.", "red,green,blue", "Write R&amp;D in the report."],
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
            ],
            keeps=["Node.js 18.2.1 and ASP.NET are installed.", "Teams from the U.S.A. and the U.K. met.", "Call the method time.Sleep to wait a little."],
            source="seeds/002",
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
            ],
            keeps=["Add the file(s) to the folder.", "The value is max(a, b) here."],
            source="seeds/001",
        ),
        Rule(
            name="blank-before-cjk-mark",
            why="segmented text: a blank stands before a mark that never has one",
            pattern=rf"(?<=[{HAN}0-9A-Za-z%％{_CJK_CLOSE}])[ \xa0]+(?=[，。、；：！？）》】」』])",
            hint=tuple(" " + mark for mark in "，。、；：！？）》】」』"),
            lang="zh",
            examples=[("天气很好 ， 我们去爬山。", "天气很好，我们去爬山。")],
            keeps=["请选出正确的一项（ ）。"],
            source="gold",
        ),
        Rule(
            name="blank-after-cjk-mark",
            why="a full-width mark brings its own blank",
            pattern=rf"(?<=[{HAN}”》）][，。、；！？])[ \xa0](?=[{HAN}“《（「『])|(?<=[。！？]”)[ \xa0](?=[{HAN}])|(?<=[（《「『【])[ \xa0]+(?=[{HAN}])",
            hint=tuple(mark + " " for mark in "，。、；！？”（《「『【"),
            lang="zh",
            examples=[("天气很好， 我们去爬山。", "天气很好，我们去爬山。")],
            keeps=["时间： 上午九点", "床前明月光，  疑是地上霜。"],
            source="seeds/003",
        ),
        *han_blanks.RULES,
    ],
)  # fmt: skip

FAMILIES = (MARKS, indents.LINES, wraps.WRAPS)


@normalizer
class NormalizeSpacing(Composable):
    """Blanks removed where none belongs, set where one is missing, and wrapped lines joined.

    ``disable``: dotted names or prefixes of rules to switch off.

    >>> NormalizeSpacing()("Wait , what ?", lang="en")
    'Wait, what?'
    >>> NormalizeSpacing()("我 们 的 工 厂 位 于 苏 州 。")
    '我们的工厂位于苏州。'
    """

    name: ClassVar[str] = "NormalizeSpacing"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        return select(FAMILIES, self.disable)
