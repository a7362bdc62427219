"""Quotation marks that pairing can put right: mixed, reversed, misnested, and a quotation cut in two.

It knows pairs, and the few words that cannot end a quotation.  Where pairing does not decide, nothing is done; the style is the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.gate import Context
from shnorm.repair.layout import Here, code_like, lines_with
from shnorm.repair.quotes import may_be_turned, opens, pairs
from shnorm.rules import Rule, RuleSet
from shnorm.script import HAN
from shnorm.wordlist import words

Found = Iterator[tuple[int, int, str]]

_CURLY = re.compile("[“”]")
_CURLY_OR_END = re.compile("[“”\r\n]")
_ANY = re.compile('[“”"]')
_CLOSED_BY = frozenset("，。、；：！？,.;:!?）)]》 \n\r\t”’")


def _sequence(line: str) -> list[tuple[int, str]]:
    return [(m.start(), m.group()) for m in _ANY.finditer(line)]


def _foreign(here: Here) -> bool:
    return not (here.english or here.chinese) or "„" in here.content or "«" in here.content


def _mixed(text: str, context: Context) -> Found:
    """A straight quote whose partner is curly; where all others are straight, so is the pair."""
    found = list(_mixed_pairs(text, context))
    ours = {place for pair in found for place in pair}
    others = [m.group() for m in _ANY.finditer(text) if m.start() not in ours] if found else []
    straight = bool(others) and all(mark == '"' for mark in others)
    for opened, closed in found:
        for at, curly in ((opened, "“"), (closed, "”")):
            want = '"' if straight else curly
            if text[at] != want:
                yield at, at + 1, want


def _mixed_pairs(text: str, context: Context) -> Iterator[tuple[int, int]]:
    here = Here(context)
    for start, end in lines_with(context, _MIXED):
        line = text[start:end]
        here.at(start)
        if _foreign(here) or here.code:
            continue
        marks = _sequence(line)
        # In turn: an opening mark waits for its closing one; one of the two may be straight.
        open_at: tuple[int, str] | None = None
        mixed: list[tuple[int, int]] = []
        good = True
        for p, q in marks:
            if open_at is None:
                if q == "”" or (q == '"' and opens(line, p) < 0):
                    good = False
                    break
                open_at = (p, q)
            else:
                if q == "“" or (q == '"' and opens(line, p) > 0):
                    good = False
                    break
                if (open_at[1] == '"') != (q == '"'):
                    mixed.append((start + open_at[0], start + p))
                open_at = None
        if good and open_at is None:
            yield from mixed


_MIXED = re.compile('"[^"“”\n]*”|“[^"“”\n]*"')


def _reversed(text: str, context: Context) -> Found:
    """Curly quotes the wrong way round, or two of one direction round one stretch."""
    # A line in which some opening mark stands right before a closing one is left to other rules; most texts have no other lines.
    lines = "".join(_CURLY_OR_END.findall(text)).replace("\r", "\n").split("\n")
    if not any(map(may_be_turned, lines)):
        return
    here = Here(context)
    surplus = text.count("“") - text.count("”")
    for start, end in lines_with(context, _CURLY):
        line = text[start:end]
        marks = [(m.start(), m.group()) for m in _CURLY.finditer(line)]
        kinds = "".join(q for _, q in marks)
        if not may_be_turned(kinds):
            continue
        here.at(start)
        if _foreign(here):
            continue
        places = [_place(line, p) for p, _ in marks]
        if not all(place in (i % 2, 2) for i, place in enumerate(places)):
            continue
        # Between Han nothing but the turn tells; then every other line has to be balanced, or a quotation may span lines.
        if 2 in places:
            if surplus != kinds.count("“") - kinds.count("”"):
                continue
            if len(kinds) > 2 and (kinds[0] == kinds[1] or sum(k != "“”" * (len(k) // 2) for k in lines) > 1):
                continue
        for i, (p, q) in enumerate(marks):
            want = "”" if i % 2 else "“"
            if q != want:
                yield start + p, start + p + 1, want


def _place(line: str, at: int) -> int:
    """0 if the mark at ``at`` can open what follows, 1 if it can close what stands before, 2 if both, -1 if neither."""
    before, after = line[at - 1 : at] or " ", line[at + 1 : at + 2] or " "
    can_open = (before.isspace() or before in "(（[《,，：:—" or _HAN.match(before) is not None) and not (
        after.isspace() or after in _CLOSED_BY
    )
    can_close = (
        not before.isspace()
        and before not in "(（[《"
        and (after in _CLOSED_BY or after.isspace() or _HAN.match(after) is not None)
    )
    if can_open and can_close:
        return 2
    return 0 if can_open else 1 if can_close else -1


_HAN = re.compile(f"[{HAN}]")


def _nested(text: str, context: Context) -> Found:
    """A double quotation inside a double one: the inner one takes single marks."""
    here = Here(context)
    for start, end in lines_with(context, _NESTED):
        line = text[start:end]
        here.at(start)
        if _foreign(here):
            continue
        for kinds in ("“”‘’", "「」『』"):
            if kinds[0] in line and kinds[2] not in line:
                for p, q in _inner_marks(line, kinds):
                    yield start + p, start + p + 1, q


def _inner_marks(line: str, kinds: str) -> list[tuple[int, str]]:
    """Where the first two marks of ``kinds`` nest once in themselves, and the one of the last two that belongs there."""
    depth, edits = 0, []
    for m in _MARKS[kinds[0]].finditer(line):
        if m.group() == kinds[0]:
            depth += 1
            if depth == 2:
                edits.append((m.start(), kinds[2]))
        else:
            if depth == 2:
                edits.append((m.start(), kinds[3]))
            depth -= 1
        if depth < 0 or depth > 2:
            return []
    return edits if depth == 0 else []


_MARKS = {"“": _CURLY, "「": re.compile("[「」]")}
_NESTED = re.compile("“[^“”\n]*“[^“”\n]*”[^“”\n]*”|「[^「」\n]*「[^「」\n]*」[^「」\n]*」")


def _doubled(text: str, context: Context) -> Found:
    """Quotation marks set twice round one stretch: ""so"", "“so”"."""
    here = Here(context)
    for m in _TWICE.finditer(text):
        line = here.at(m.start()).content
        marks = _ANY.findall(line)
        if len(marks) == 4 and here.english and not here.code and "=" not in line:
            keep = "“”" if m.group(1) else '""'
            yield m.start(), m.start() + 2, keep[0]
            yield m.end() - 2, m.end(), keep[1]


_TWICE = re.compile(r'"(?:(?<=[ (]")|(?<=^"))(?:"[\w][^"“”\n]*[\w.!?,]""|(“)\w[^"“”\n]*[\w.!?,]”")(?=[ .,;:!?)]|$)', re.MULTILINE)


def _abroad(text: str, context: Context) -> Found:
    """In German and French, a straight quote whose partner is not."""
    here = Here(context)
    for start, end in lines_with(context, _ODD_ABROAD):
        line = text[start:end]
        kinds = "".join(_ANY_ABROAD.findall(line))
        if kinds not in ('"“', '„"', '«"', '"»') or here.at(start).language not in ("de", "fr") or here.code:
            continue
        at = line.index('"')
        if opens(line, at) != (1 if kinds[0] == '"' else -1):
            continue
        if (kinds in ('"“', '„"')) == (here.language == "de"):
            yield start + at, start + at + 1, {'"“': "„", '„"': "“", '«"': "»", '"»': "«"}[kinds]


_ANY_ABROAD = re.compile('["“”„«»]')
_ODD_ABROAD = re.compile(r'"[^"“”„«»\n]*[^\s(\["“”„«»](?:“(?=[\s.,;:!?)\]]|$)|»)|"[^"“”„«»\n]+»|[„«][^"“”„«»\n]+"', re.MULTILINE)


def _single_with_double(text: str, context: Context) -> Found:
    """A single mark that pairs with a double one, in Chinese, where no apostrophe looks like it."""
    here = Here(context)
    for start, end in lines_with(context, _ODD_SINGLE):
        line = text[start:end]
        kinds = "".join(_ANY_CURLY.findall(line))
        at = kinds.replace("“”", "").replace("‘’", "")
        if at in ("‘”", "“’") and here.at(start).chinese:
            p = line.index(at[0] if at[0] == "‘" else at[1])
            if kinds.count(line[p]) == 1:
                yield start + p, start + p + 1, "“" if at[0] == "‘" else "”"


_ANY_CURLY = re.compile("[“”‘’]")
_ODD_SINGLE = re.compile(f"‘[^“”‘’\n]*[{HAN}][^“”‘’\n]*”|“[^“”‘’\n]*[{HAN}][^“”‘’\n]*’")


def _corners_turned(text: str, context: Context) -> Found:
    """Corner quotes the wrong way round, the only ones of their line, before or behind all others."""
    if not turned_corners(text) or text.count("「") != text.count("」"):
        return
    here = Here(context)
    for m in _TURNED_CORNERS.finditer(text):
        line = here.at(m.start()).content
        if here.chinese and line.count("「") == 1 and line.count("」") == 1 and "『" not in line:
            yield m.start(), m.start() + 1, "「"
            yield m.end() - 1, m.end(), "」"


def turned_corners(text: str) -> bool:
    """Whether the first corner quote of ``text`` closes, or the last one opens."""
    return -1 < text.find("」") < text.find("「") or text.rfind("「") > text.rfind("」") > -1


_TURNED_CORNERS = re.compile(f"」[{HAN}]{{2,12}}「(?=[{HAN}，。、；：！？]|$)", re.MULTILINE)


def _titles(text: str, context: Context) -> Found:
    """Title marks the wrong way round, or two of one direction round one short stretch: 《灯塔《, 》灯塔《."""
    here = Here(context)
    found: list[tuple[int, int]] = []
    for start, end in lines_with(context, _TITLE_MARK):
        line = text[start:end]
        kinds = "".join(_TITLE_MARK.findall(line))
        if kinds == "《》" * (len(kinds) // 2):
            continue
        m = _ODD_TITLE.search(line) if kinds in ("《《", "》《", "》》") else None
        if m is None or found:
            return  # a title may run over the end of a line
        found.append((start + m.start(), start + m.end() - 1))
    for opened, closed in found:
        if here.at(opened).chinese:
            for at, mark in ((opened, "《"), (closed, "》")):
                if text[at] != mark:
                    yield at, at + 1, mark


_TITLE_MARK = re.compile("[《》]")
_ODD_TITLE = re.compile(f"[《》](?<![《》].)[{HAN}]{{2,12}}[《》](?=[{HAN}，。、；：！？]|$)")


_BROKEN = re.compile(r"[\"”] [\"“](?=[A-Za-z])(?<=[A-Za-z'’].{3})")
_WORD_BEFORE = re.compile(r"[A-Za-z'’]*$")
#: Words with which no quotation ends: what follows in a quotation of its own belongs to it.
_UNFINISHED = words(
    "no not don't don’t doesn't doesn’t didn't didn’t can't can’t cannot won't won’t never the a an of to in for and or with by on without "
    "at from into is are be more less zero very our your their my as than"
)


def _broken(text: str, context: Context) -> Found:
    here = Here(context)
    for m in _BROKEN.finditer(text):
        word = _WORD_BEFORE.search(text[max(0, m.start() - _LONGEST_WORD) : m.start()])
        if word is None or (
            word.group().lstrip("'’").lower() not in _UNFINISHED
            and not (word.group() in ("One", "one") and _ONE_EACH.search(text[max(0, m.start() - _REACH) : m.start()]))
            and not (_OF_ONE.search(text[max(0, m.start() - 2 * _REACH) : m.start()]) and _THING.match(text, m.end()))
        ):
            continue
        here.at(m.start())
        if not here.english:
            continue
        if m.group()[0] == '"' and m.start() - here.start not in here.fact(_closing):
            continue
        yield m.start(), m.end(), " "


# 一镇一校: "One Town, One" "School".
_ONE_EACH = re.compile(r"\b[Oo]ne [A-Za-z]+, [Oo]ne$")
# One thing is announced, and both quotations are its name: a "Clean Streets, Bright" "Lights" campaign.
_OF_ONE = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|[Oo]ur) [\"“][A-Z][^\"“”\n]*, [^\"“”\n]*$")
_THING = re.compile(
    r"[A-Z][^\"“”\n]{0,40}[\"”] (?:policy|approach|campaign|strategy|principle|plan|project|program|programme|initiative|movement|model|"
    r"system|activity|rule|concept|slogan|idea|scheme|drive|effort|mechanism|mode|event|series|spirit|method)\b"
)
_REACH = 40
#: More code points than any of the words that cannot end a quotation has.
_LONGEST_WORD = 12


def _closing(line: str) -> frozenset[int]:
    return frozenset(close for _, close in pairs(line) or ())


RULES = (
    Rule(
        name="mixed-pair",
        why="one mark of the pair is straight, the other curly",
        find=_mixed,
        hint=('"',),
        lang="en",
        examples=[
            ('"We are ready,” said Ivo Marsh.', "“We are ready,” said Ivo Marsh."),
            ('"We are ready,” said Ivo.\nHe likes "tea".', '"We are ready," said Ivo.\nHe likes "tea".'),
        ],
        keeps=['He said “yes” and bought a 24" monitor.', '"Yes," he said, “no.”'],
        source="gold",
    ),
    Rule(
        name="reversed-pair",
        why="curly quotation marks the wrong way round",
        find=_reversed,
        hint=("“", "”"),
        lang="en",
        examples=[("The sign read ”Wet paint“ in red.", "The sign read “Wet paint” in red.")],
        keeps=["Er sagte: „Guten Tag“ und ging.", "“The well was dry by May.\n\n“By June we were buying water,” said Ola."],
        source="gold",
    ),
    Rule(
        name="nested-pair",
        why="a quotation inside a quotation takes single marks",
        find=_nested,
        hint=("“", "「"),
        lang="en",
        examples=[
            ("“She told me, “Go home,” so I went,” he said.", "“She told me, ‘Go home,’ so I went,” he said."),
            ("“她说“快走”，我就走了。”", "“她说‘快走’，我就走了。”"),
            ("「她說「快走」，我就走了。」", "「她說『快走』，我就走了。」"),
        ],
        keeps=["“走吧。”他说，“快走。”", "「走吧。」他說，「快走。」"],
        source="gold",
    ),
    Rule(
        name="reversed-title-marks",
        why="title marks the wrong way round",
        find=_titles,
        hint=("《", "》"),
        lang="zh",
        examples=[
            ("《海边的灯塔《是一本好书。", "《海边的灯塔》是一本好书。"),
            ("他读了》山居《这本书。", "他读了《山居》这本书。"),
        ],
        keeps=["他读过《海边的灯塔》和《山居》。", "《《山居》研究》已经出版。"],
        source="own phrasing",
    ),
    Rule(
        name="reversed-corner-quotes",
        why="corner quotes the wrong way round",
        find=_corners_turned,
        hint=("」",),
        lang="zh",
        examples=[("他把這條街叫做」文藝街「。", "他把這條街叫做「文藝街」。")],
        keeps=["「你好」和「再見」都要說。", "他說：「走吧。\n明天再來。」"],
        source="own phrasing",
    ),
    Rule(
        name="single-with-double",
        why="one mark of the pair is single, the other double",
        find=_single_with_double,
        hint=("‘", "’"),
        lang="zh",
        examples=[("所谓‘慢生活”，就是放下手机。", "所谓“慢生活”，就是放下手机。")],
        keeps=["“她说‘快走’，我就走了。”", "他说：‘走吧。’"],
        source="own phrasing",
    ),
    Rule(
        name="doubled-quotes",
        why="quotation marks set twice round one stretch",
        find=_doubled,
        hint=('""', '"“'),
        lang="en",
        examples=[
            ('He wrote ""no entry"" on the door.', 'He wrote "no entry" on the door.'),
            ('The town was named "“Port Ada”" by sailors.', "The town was named “Port Ada” by sailors."),
        ],
        keeps=['"He wrote ""no entry"" on the door.",7', 'It was called "" in the list, and ""x"" = ""y"".'],
        source="own phrasing",
    ),
    Rule(
        name="mixed-pair-abroad",
        why="one mark of the pair is straight, the other German or French",
        find=_abroad,
        hint=("“", "„", "«", "»"),
        lang="de",
        examples=[('Er rief "Feuer“ und lief los.', "Er rief „Feuer“ und lief los.")],
        keeps=['Er rief „Feuer“ und kaufte einen 24" Monitor.', 'Er rief "Feuer" und lief los.'],
        source="own phrasing",
    ),
    Rule(
        name="broken-quotation",
        why="one quotation was cut in two at a word that cannot end it",
        find=_broken,
        hint=('" "', "” “"),
        lang="en",
        examples=[
            ('He praised the "Open Door, No" "Barrier" policy.', 'He praised the "Open Door, No Barrier" policy.'),
            ('The "One Town, One" "School" plan is new.', 'The "One Town, One School" plan is new.'),
            (
                'They launched a "Clean Streets, Bright" "Lights" campaign.',
                'They launched a "Clean Streets, Bright Lights" campaign.',
            ),
        ],
        keeps=['The words "sun" "moon" are short.', 'The songs "Sun, Moon" "Stars" and "Rain" are old.'],
        source="seeds/002",
    ),
)

_STRAIGHTEN = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")


def _straighten(text: str, context: Context) -> Found:
    for m in re.finditer("[“”„‟‘’‚‛]", text):
        yield m.start(), m.end(), m.group().translate(_STRAIGHTEN)


def _curl(text: str, context: Context) -> Found:
    for start, end in lines_with(context, re.compile('"')):
        line = text[start:end]
        for a, b in [] if code_like(line) else pairs(line) or []:
            yield start + a, start + a + 1, "“"
            yield start + b, start + b + 1, "”"


_CORNERS = {"“": "「", "”": "」", "‘": "『", "’": "』"}


def _corner(text: str, context: Context) -> Found:
    here = Here(context)
    for m in re.finditer(f"(?<=[{HAN}，。、；：！？「」『』“”])[“”‘’]|[“”‘’](?=[{HAN}，。、；：！？「」『』“”])", text):
        if here.at(m.start()).chinese:
            yield m.start(), m.end(), _CORNERS[m.group()]


STYLES = {
    "straight": RuleSet(
        "punctuation.style",
        [
            Rule(
                name="straight",
                why="you asked for straight quotation marks",
                find=_straighten,
                hint=tuple("“”„‟‘’‚‛"),
                examples=[("“Yes,” she said.", '"Yes," she said.')],
                keeps=['"Yes," she said.'],
            )
        ],
    ),
    "curly": RuleSet(
        "punctuation.style",
        [
            Rule(
                name="curly",
                why="you asked for curly quotation marks",
                find=_curl,
                hint='"',
                examples=[('"Yes," she said.', "“Yes,” she said.")],
                keeps=['a 24" monitor'],
            )
        ],
    ),
    "corner": RuleSet(
        "punctuation.style",
        [
            Rule(
                name="corner",
                why="you asked for corner brackets round Chinese",
                find=_corner,
                hint=tuple("“”‘’"),
                lang="zh",
                examples=[("他说：“快走。”", "他说：「快走。」")],
                keeps=["He said “yes” to it."],
            )
        ],
    ),
}
