r"""``?`` in place of a character that a charset lacked, repaired where the place decides what it was; in English, too.

Between years it was a dash, before ``s`` or ``t`` an apostrophe, at the start of a line or after a title mark a no-break blank.
A letter (``Fran?ais``) is anybody's guess and stays, and so does everything in a line about patterns and queries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from shnorm.gate import Context
from shnorm.rules import Finder, Rule
from shnorm.script import HAN

_PATTERN_TOPIC = re.compile(
    r"(?i)\b(?:reg(?:ular )?ex\w*|patterns?|wildcards?|glob|quer(?:y|ies)|urls?|sql|operators?|ternary|boolean|syntax|encodings?|charset|"
    r"question marks?|placeholders?|mojibake|garbled)\b|正则|正則|通配|匹配|问号|問號|乱码|亂碼|编码|編碼|占位|佔位|[{}=<>|\\]"
)
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[A-Za-z]+")
#: How far to look back and ahead of a mark, in code points: enough for a word, a number or the beginning of a clause.
_REACH = 40

# What decides, given the text before the mark, the text after it: how many characters before and after the mark go with it, and the new text.
_Decide = Callable[[str, str, Context], "tuple[int, int, str] | None"]


def _at_marks(near: str, decide: _Decide, langs: frozenset[str]) -> Finder:
    """A finder that asks ``decide`` at each ASCII question mark of a line in one of ``langs`` that is not about patterns.

    ``near``: what stands beside a mark that can be decided, as lookarounds behind it.
    """
    mark = re.compile(r"\?" + near)

    def find(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
        quiet: dict[int, bool] = {}
        for m in mark.finditer(text):
            position, following = m.span()
            decided = decide(text[max(0, position - _REACH) : position], text[following : following + _REACH], context)
            if decided is not None:
                index = context.lines.at(position)
                if index not in quiet:
                    quiet[index] = not _PATTERN_TOPIC.search(context.lines.content(index))
                if quiet[index] and context.line_language(index) in langs:
                    yield position - decided[0], following + decided[1], decided[2]

    return find


_PRONOUN = re.compile(
    r"(?:^|[^A-Za-z])(?:[Ii]|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Tt]hat|[Tt]h(?:ere|is|ese|ose)|[Ww](?:ho|hat|here|hen|hy)|[Hh](?:ow|ere)|"
    r"(?:[CcWw]|[Ss]h)ould|[Mm]ust|[Mm]ight|[Ll]et)$"
)
_NEGATED = re.compile(
    r"(?:^|[^A-Za-z])(?:[Dd]o(?:es)?|[Dd]id|[Ii]s|[Aa]re|[Ww](?:as|ere)|[Hh](?:as|ave|ad)|(?:[CcWw]|[Ss]h)ould|[Cc]a|[Ww]o|[Aa]i|[Mm](?:ust|ight)|[Nn]eed|[Ss]ha)n$"
)
_POSSESSOR = re.compile(r"(?:^|[\s\"“‘(\[—–-])[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.-]*[A-Za-zÀ-ɏ]$")


def _apostrophe(before: str, after: str, context: Context) -> tuple[int, int, str] | None:
    if _CAPITALS.match(after) and _IN_CAPITALS.search(before):
        # WE?RE OPEN: as in small letters.
        before, after = before.lower(), after.lower()
    fits: object
    rest = re.match(r"(s|t|re|ll|ve|m|d)(?![A-Za-z?])", after)
    if rest:
        ending = rest.group(1)
        if ending == "t":
            fits = _NEGATED.search(before)
        elif ending == "s":
            # A real question ends here and the next begins in lower case only without a blank and with more than an s.
            fits = _POSSESSOR.search(before) if re.match(r"s(?:\s+[\w\"“‘(]|[,.;:)\"”!]|$)", after) else None
        else:
            fits = _PRONOUN.search(before)
    elif after.startswith("clock"):
        fits = before.endswith((" o", " O"))
    else:
        fits = re.search(r"(?:^|[^A-Za-z])[OD]$", before) if re.match(r"[A-Z][a-z]{2}", after) else None
    if not fits:
        return None
    curly = "\N{RIGHT SINGLE QUOTATION MARK}"
    return 0, 0, curly if curly in context.text else "'"


# Capitals are judged as the small letters they stand for.
_CAPITALS = re.compile(r"(?:S|T|RE|LL|VE|M|D)(?![A-Za-z?])")
_IN_CAPITALS = re.compile(r"(?:^|[^A-Za-z])(?:[A-Z]{2,}|I)$")


def _dash(before: str, after: str, context: Context) -> tuple[int, int, str] | None:
    left = re.search(r"(?<![\d.,/:=&?-])(\d{1,4})((?:年|月|日|%|岁|歲)?)( ?)$", before)
    right = re.match(r"( ?)(\d{1,4})(?![\d./:=?-]*\d)(?!\?)", after)
    if not left or not right:
        fits = (_TIME_BEFORE.search(before) and _TIME_AFTER.match(after)) or (
            _DAY_BEFORE.search(before) and _DAY_AFTER.match(after) and not _ASKED.search(before)
        )
        return (0, 0, "\N{EN DASH}") if fits else None
    if len(left.group(3)) != len(right.group(1)):
        return None
    if not left.group(2) and max(len(left.group(1)), len(right.group(2))) < 4 and not left.group(3):
        clause = before[: left.start()]
        if _CONTEST_BEFORE.search(clause) or _CONTEST_AFTER.match(after, right.end()):
            return 0, 0, "\N{EN DASH}"
    first, last = left.group(1), right.group(2)
    if int(first) >= int(last) or (len(first) != len(last) and not (len(first) < len(last) <= 3)):
        return None
    return 0, 0, "\N{EN DASH}"


_TIME_BEFORE = re.compile(r"(?<![\d.,/:=&?-])\d{1,2}:\d\d$")
_TIME_AFTER = re.compile(r"\d{1,2}:\d\d(?![\d:?])")
_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b\.?"
)
_DAY_BEFORE, _DAY_AFTER = re.compile(rf"\b(?:{_DAY})$"), re.compile(rf"(?:{_DAY})(?![A-Za-z?])")
_ASKED = re.compile(
    r"(?:^|[.!?]\s|\n)(?:Is|Was|Are|Were|Do|Does|Did|Can|Could|Will|Would|What|When|Who|Which|How|Why|Not|No)\b[^.!?]*$"
)
# A result: the greater number may come first.
_CONTEST_BEFORE = re.compile(r"\b(?:won|lost|beat|beaten|drew|defeated|vote|voted|score|led|lead)\b[^.?!]{0,30} $")
_CONTEST_AFTER = re.compile(r" (?:victory|win|defeat|vote|loss|draw|lead)\b")


def _blank(before: str, after: str, context: Context) -> tuple[int, int, str] | None:
    """A no-break blank between two sentences, or a mark that no question ends with: ``ended.?The``, ``ended. ?The``."""
    if re.search(r"[a-z)\"”’][.,;:]$", before) and re.match(r"\??[A-Z][a-z]*[ ,']", after):
        more = after.startswith("?")
        return (0, int(more), " ")
    if re.search(r"[a-z)\"”’][.,;:] $", before) and re.match(r"[A-Z][a-z]*[ ,']", after):
        return 0, 0, ""
    return None


def _dashes(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    quiet: dict[int, bool] = {}
    for m in _INSERTION.finditer(text):
        index = context.lines.at(m.start())
        if index not in quiet:
            line = context.lines.content(index)
            quiet[index] = context.line_language(index) == "en" and not _PATTERN_TOPIC.search(line)
        if quiet[index]:
            yield m.start(), m.start() + 3, " \N{EN DASH} "
            yield m.end() - 3, m.end(), " \N{EN DASH} "


_INSERTION = re.compile(r" \? (?<=[a-z,] \? )(?!and |or |no |yes )[a-z][^?.!:;=\n]{3,100} \? (?=[a-z])")

# What may be the start of a line; an ideographic or no-break blank may stand before the mark.
_NEAR_START = tuple(re.compile(mark + "(?:(?<=[ \u3000\xa0\n].)|(?<=^.))") for mark in (r"\?", "？"))
_START = re.compile(r"^[ \u3000\xa0]{0,20}[?？]", re.M)
_MARKS = re.compile(r"[?？ \u3000\xa0]*")
_SENTENCE = re.compile(rf"[{HAN}“‘《「『]|[A-Z][A-Za-z'’]{{0,30}}[ ,]|[0-9]{{4}}年")
_ENDED = re.compile(r"[。！？.!?：:”」…）)]\s*$|^\s*$")


def _at_start(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    for near in (m for pattern in _NEAR_START for m in pattern.finditer(text)):
        m = _START.match(text, text.rfind("\n", max(0, near.start() - 21), near.start()) + 1)
        if m is None or m.end() != near.end():
            continue
        marks = _MARKS.match(text, m.end() - 1)
        end = marks.end() if marks else m.end()
        if not _SENTENCE.match(text, end):
            continue
        lines = context.lines
        index = lines.at(m.start())
        content = text[end : lines[index].end]
        if "？" in text[m.start() : end] and index and not _ENDED.search(lines.content(index - 1)[-20:]):
            continue  # the mark of the line before
        if " ? " in content or _PATTERN_TOPIC.search(content) or context.line_language(index) not in ("zh", "en"):
            continue
        if (re.match(r"\w{1,12}[?？]", content) and not _DATELINE.match(content)) or (
            len(_WORD.findall(content)) < 3 and len(_HAN.findall(content)) < 4
        ):
            continue
        yield m.start() if _HAN.match(content) is None else m.end() - 1, end, ""


# Before the title: words that make the sentence a question.
_ASKS = re.compile(
    r"[吗嗎呢谁誰哪何么麼]|什么|什麼|是否|没有|沒有|[读讀看听聽]过|[看听讀聽]過|知道|喜[欢歡]|[认認][识識]|记得|記得|听说|聽說|不是|怎[样樣]|[还還]是|[会會]不|要不|想不|能不|有没|有沒"
)


def _title(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    for m in _AFTER_TITLE.finditer(text):
        index = context.lines.at(m.start())
        line = context.lines[index]
        clause = re.split(r"[。！？；!?]", text[max(line.start, m.start() - 80) : m.start()])[-1]
        bound = text[m.end() : m.end() + 1] in _GOES_ON
        if context.line_language(index) == "zh" and (bound or not _ASKS.search(clause.rpartition("《")[0])):
            yield m.start() + 1, m.end(), ""


# With none of these a sentence begins.
_GOES_ON = frozenset("和与與及或、，。的中里裡")
_DATELINE = re.compile(rf"(?:本[报報网網站台臺刊][讯訊]|[{HAN}]{{1,6}}[社网網報报][{HAN}\d]{{1,14}}[电電讯訊])\?(?=[{HAN}])")


def _dateline(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    lines = context.lines
    for near in _AFTER_DATELINE.finditer(text):
        line = lines[lines.at(near.start())]
        start = line.start
        while start < near.start() and text[start] in "?？ \u3000\xa0":
            start += 1
        m = _DATELINE.match(text, start)
        if m is not None and m.end() == near.end():
            yield near.start(), near.end(), " "


_AFTER_DATELINE = re.compile(rf"\?(?<=[电電讯訊]\?)(?=[{HAN}])")
_AFTER_TITLE = re.compile(rf"》[?？](?=(?![谁誰你我他她它您咱那这這怎])[{HAN}《，。、；：])")
_ENGLISH, _BOTH = frozenset({"en"}), frozenset({"en", "zh"})

RULES = (
    Rule(
        name="lost-apostrophe",
        why="a curly apostrophe that the charset lacked",
        find=_at_marks("(?=[strlvmdcA-Z])", _apostrophe, _ENGLISH),
        hint="?",
        lang="en",
        examples=[
            ("The city?s new library opens.", "The city's new library opens."),
            ("They don?t know.", "They don't know."),
            ("WE?RE OPEN AT NINE.", "WE'RE OPEN AT NINE."),
        ],
        keeps=["The pattern colou?r matches both.", "Is it yes?so be it", "Who? Me?", "Fran?ais"],
    ),
    Rule(
        name="lost-dash",
        why="an en dash between numbers that the charset lacked",
        find=_at_marks(r"(?=(?: ?\d|[JFMASOND][a-z]{2}|[TW][a-z]{2}))", _dash, _BOTH),
        hint="?",
        inside=frozenset({"number"}),
        lang="en",
        examples=[
            ("The war of 1914?1918 ended.", "The war of 1914\N{EN DASH}1918 ended."),
            ("Open Monday?Friday, 9:00?17:00.", "Open Monday\N{EN DASH}Friday, 9:00\N{EN DASH}17:00."),
            ("The team won 3?1.", "The team won 3\N{EN DASH}1."),
        ],
        keeps=["Is it 5 or 3?2 maybe", "Is it Monday?Friday is better.", "What is 100?20 maybe", "https://a.org/x?1=2"],
    ),
    Rule(
        name="lost-dashes",
        why="a pair of dashes round an insertion that the charset lacked",
        find=_dashes,
        hint=" ? ",
        lang="en",
        examples=[
            ("the plan ? drawn up last year ? was dropped", "the plan \N{EN DASH} drawn up last year \N{EN DASH} was dropped")
        ],
        keeps=["In C, write x = a ? b : c for a choice.", "Really? Yes, really? Yes"],
    ),
    Rule(
        name="lost-blank-in-text",
        why="a no-break blank between two sentences that the charset lacked",
        find=_at_marks(r"(?=\??[A-Z])(?:(?<=[.,;:]\?)|(?<=[.,;:] \?))", _blank, _ENGLISH),
        hint="?",
        lang="en",
        examples=[("The work ended.?The men went home.", "The work ended. The men went home.")],
        keeps=["In the U.S.? Yes.", "wait...? What"],
    ),
    Rule(
        name="lost-blank-at-start",
        why="an indent, a bullet or an emoji at the start of a line that the charset lacked",
        find=_at_start,
        hint=("?", "？"),
        lang="zh",
        examples=[("?昨天，全市学校恢复上课。", "昨天，全市学校恢复上课。")],
        keeps=["？", "¿Dónde está?", "?是什么"],
    ),
    Rule(
        name="lost-blank-after-dateline",
        why="a no-break blank after the dateline that the charset lacked",
        find=_dateline,
        hint=("电?", "電?", "讯?", "訊?"),
        lang="zh",
        examples=[("本报讯?昨天上午，全市中小学恢复上课。", "本报讯 昨天上午，全市中小学恢复上课。")],
        keeps=["本报讯 昨天上午，全市中小学恢复上课。"],
        source="own phrasing",
    ),
    Rule(
        name="lost-blank-after-title",
        why="a no-break blank after a title mark that the charset lacked",
        find=_title,
        hint=("》?", "》？"),
        lang="zh",
        examples=[("《星河来客》?是他的第一部小说。", "《星河来客》是他的第一部小说。")],
        keeps=["你读过《星河来客》?我也读过。"],
    ),
)
