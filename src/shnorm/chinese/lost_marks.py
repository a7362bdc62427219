r"""``?`` in place of a character that a charset lacked, repaired where the place decides what it was; in English, too.

Between years it was a dash, before ``s`` or ``t`` an apostrophe, at the start of a line or after a title mark a no-break blank.
A letter (``Fran?ais``) is anybody's guess and stays.
"""

from __future__ import annotations

import re

from shnorm.gate import Context, Gate
from shnorm.rules import Match, Rule
from shnorm.script import HAN

_PATTERN_TOPIC = re.compile(
    r"(?i)\b(?:reg(?:ular )?ex|patterns?|wildcards?|glob|match(?:es)?|optional|quer(?:y|ies)|url|sql)\b|正则|正則|通配|匹配"
)


def _line(m: Match, context: Context) -> str:
    return context.lines.content(context.lines.at(m.start()))


def _quiet(m: Match, context: Context) -> bool:
    return _PATTERN_TOPIC.search(_line(m, context)) is None


def _apostrophe(m: Match, context: Context) -> str | None:
    if not _quiet(m, context):
        return None
    return "\N{RIGHT SINGLE QUOTATION MARK}" if "\N{RIGHT SINGLE QUOTATION MARK}" in context.chars else "'"


def _dash(m: Match, context: Context) -> str | None:
    first, last = m.group(1), m.group(2)
    if not _quiet(m, context) or int(first) >= int(last) or len(first) != len(last):
        return None
    return f"{first}\N{EN DASH}{last}"


def _pair(m: Match, context: Context) -> str | None:
    return f" \N{EN DASH} {m.group(1)} \N{EN DASH} " if _quiet(m, context) else None


def _start(m: Match, context: Context) -> str | None:
    line = _line(m, context)
    index = context.lines.at(m.start())
    if not _quiet(m, context) or context.line_language(index) not in ("zh", "en"):
        return None
    if "？" in m.group() and index and not re.search(r"(?:^|[。！？.!?：:”」…])\s*$", context.lines.content(index - 1)):
        return None  # the mark of the line before
    rest = line[m.end() - context.lines[index].start :]
    if re.match(r"\w+\?", rest) or (len(re.findall(r"[A-Za-z]+", rest)) < 3 and len(re.findall(f"[{HAN}]", rest)) < 4):
        return None
    return ""


# Before the title: words that make the sentence a question.
_ASKS = re.compile(r"[吗嗎呢谁誰哪何么麼]|什么|什麼|是否|没有|沒有|[读讀看听聽]过|[看听讀聽]過|知道|喜[欢歡]|[认認][识識]")


def _title(m: Match, context: Context) -> str | None:
    line = _line(m, context)
    start = context.lines[context.lines.at(m.start())].start
    clause = re.split(r"[。！？；!?]", line[: m.start() - start])[-1]
    return None if _ASKS.search(clause.rpartition("《")[0]) else ""


RULES = (
    Rule(
        name="lost-apostrophe",
        why="a curly apostrophe that the charset lacked",
        pattern=r"(?<=[A-Za-z][a-z])\?(?=s [a-zA-Z]|s[,.;:] )|(?<=[a-z]n)\?(?=t\b)|(?i:(?<=\bI)|(?<=\b(?:we|he|it))|(?<=\b(?:you|she|who))"
        r"|(?<=\b(?:they|that|what))|(?<=\bthere))\?(?=(?:re|ll|ve|s|d)\b)|(?<=\bI)\?(?=m\b)|(?<=\b[OD])\?(?=[A-Z][a-z])",
        new=_apostrophe,
        hint="?",
        gate=Gate(langs=frozenset({"en"})),
        examples=[("The city?s new library opens.", "The city's new library opens."), ("They don?t know.", "They don't know.")],
        keeps=["The pattern colou?r matches both.", "Is it yes?so be it", "Who? Me?"],
    ),
    Rule(
        name="lost-dash",
        why="an en dash between numbers that the charset lacked",
        pattern=r"(?<![\d?./=&-])(\d{1,4}) ?\? ?(\d{1,4})(?![\d?./=-])",
        new=_dash,
        hint="?",
        gate=Gate(langs=frozenset({"en", "zh"})),
        inside=frozenset({"number"}),
        lang="en",
        examples=[("The war of 1914?1918 ended.", "The war of 1914\N{EN DASH}1918 ended.")],
        keeps=["Is 5 = 3?2 or so", "What is 100?20 maybe", "https://a.org/x?1=2"],
    ),
    Rule(
        name="lost-dashes",
        why="a pair of dashes round an insertion that the charset lacked",
        pattern=r"(?<=[a-z,]) \? ((?!and |or )[a-z][^?.!:;=\n]{3,100}) \? (?=[a-z])",
        new=_pair,
        hint=" ? ",
        gate=Gate(langs=frozenset({"en"})),
        examples=[
            ("the plan ? drawn up last year ? was dropped", "the plan \N{EN DASH} drawn up last year \N{EN DASH} was dropped")
        ],
        keeps=["x = a ? b : c", "Really ? Yes , really ? Yes"],
    ),
    Rule(
        name="lost-blank-at-start",
        why="an indent, a bullet or an emoji at the start of a line that the charset lacked",
        pattern=rf"(?m:^)[ \u3000\xa0]*[?？][?？ \u3000\xa0]*(?=[{HAN}“‘《「『]|[A-Z][A-Za-z']*[ ,])",
        new=_start,
        hint=("?", "？"),
        lang="zh",
        examples=[("?昨天，全市学校恢复上课。", "昨天，全市学校恢复上课。")],
        keeps=["？", "¿Dónde está?", "?是什么"],
    ),
    Rule(
        name="lost-blank-after-title",
        why="a no-break blank after a title mark that the charset lacked",
        pattern=rf"(?<=》)[?？](?=[{HAN}])",
        new=_title,
        hint=("》?", "》？"),
        gate=Gate(langs=frozenset({"zh"})),
        examples=[("《星河来客》?是他的第一部小说。", "《星河来客》是他的第一部小说。")],
        keeps=["你读过《星河来客》?我也读过。"],
    ),
)
