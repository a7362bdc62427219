"""Repair one line: the gate, the rounds, and ftfy beside our own plans.

Reading back is strict, so every repair can be undone; where bytes were lost, what is certain comes back and each lost place
stays one U+FFFD.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from shnorm.repair.mojibake.gate import PATTERNS, suspicious
from shnorm.repair.mojibake.model import MODEL
from shnorm.repair.mojibake.pages import SINGLE
from shnorm.repair.mojibake.places import Place, places
from shnorm.repair.mojibake.plans import ALPHABET, CJK_AS_WESTERN, LOSSY, UTF8_AS_WESTERN, Plan, best, plans
from shnorm.repair.mojibake.readings import IN_WORD, NEIGHBOUR, Change, Judge, apply, beyond_ascii

#: Rounds after which a line that still changes is given up (three are the most ever seen).
ROUNDS = 6
#: What happened to lines that pages of one byte explain.
WESTERN = frozenset({UTF8_AS_WESTERN, CJK_AS_WESTERN, ALPHABET})
#: What part of its suspicious places a repair of such a line may leave; less for UTF-8, of which no accident makes much.
PARTLY, PARTLY_UTF8 = 0.75, 0.5
#: So many suspicious places say that a line is misread as a whole.
MANY = 6
#: How much worse (nats) a line may read after ftfy repaired it: ftfy has its own reasons, and rare letters are what it repairs.
PATIENCE = 5.0

#: What is taken off the odds for a line of a page whose other lines were misread in the same way.
EASE = 8.0
# Signs of one-byte mojibake that ftfy's badness does not weigh.
_HIGH = (
    "[\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2030\u20ac\u2122]{4}"  # words of high letters alone
    "|[A-Za-z\u0590-\u06ff][\u0590-\u06ff][\xa1-\xaa\xac-\xba\xbc-\xbf]|[\u0590-\u06ff][\xa1-\xaa\xac-\xba\xbc-\xbf][A-Za-z]"
    # UTF-8 as Cyrillic or Greek: lead bytes beside signs or beside letters that Russian and Greek lack
    "|(?:[РСВГОП][\u0401-\u040f\u0452-\u045f\u0490\u0491\xa0-\xbf\u2018-\u203a\u20ac\u2122]){2}"
    '|[A-Za-z][ВГДЕ](?:[\u0401-\u040f\u0452-\u045f\u0490\u0491]|[^\\w\\s,.;:!?)"»”’-])|[A-Za-z][ΒΓΔΕ][^\\w\\s,.;:!?)"»”’-]|[ВГДЕ][\xa1-\xbf][a-z]'
    "|(?:[а-я][А-Я].{0,3}){2}|[А-Яа-яЁё][¤¦¬®°±µ¶·¸¼½¾][А-Яа-яЁё]|[дежзий][\u0401-\u040f\u0452-\u045f\u0490\u0491\xa1-\xbf\u2018-\u203a\u20ac\u2122]{2}"
    # UTF-8 as a DOS page or KOI8: boxes beside letters and shades; a capital inside a word and something high after it
    "|[A-Za-zÀ-ÿА-яё][\u2500-\u256c\u2580-\u2593][А-яёÀ-ÿ\u2500-\u25a0\xa0-\xbf]|(?:[\u2550-\u256cпяБДЕ][А-яё\u2580-\u2593\u2550-\u256c]){3}"
    "|[a-z][ÂÃÄÅĂĹĆĀĽĎ][^\x00-\x7f]"
    "|(?<![А-Яа-яЁё])[а-яё][А-ЯЁ]{2}"  # KOI8 as the Windows page, or the other way round: capitals and small letters change places
    # the marks of UTF-8 (E2 80) as DOS pages and Mac Roman; its accented letters as the latter
    "|[ΓÔ]Ç[^\x00-\x7f]|‚Ä[^\x00-\x7f]|[A-Za-z]√[^\x00-\x7f]|√[^\x00-\x7f\\s\\d][a-z]"
)
_HIGH_WORD = re.compile(f"{_HIGH}|{NEIGHBOUR}")
# Without one of these, that is with only the letters of Asia and the marks that stand beside any letters, neither that nor ftfy's
# pattern can match; but for four such marks together.
_HIGH_CHARACTER = re.compile(
    "[\x80-\xaa\xac-\xb6\xb8-\xba\xbc-\u0530\u2010-\u2012\u2015-\u2017\u2020\u2021\u2030-\u2038\u203b-\u2121\u2123-\u2e7f\uf8ff\ufb01\ufb02\ufffd]"
)
_FOUR_MARKS = re.compile("[\xab\xb7\xbb\u2013-\u2030]{4}")
#: A closing quote (E2 80 9D in UTF-8) read with the Windows page, which has no character 9D; and what shows it if it is not lost.
CUT_QUOTE, LOST_QUOTE = "â€", "\x9d"
_QUOTE = re.compile(r"(?P<opening>â€œ|“)|(?P<closing>â€\x9d|”)|(?P<cut>(?<=[^\s(\[“œ])â€(?=[.,;:!)\]]| ?[A-Za-z0-9(]| ?$))")
_CONTROL = re.compile("[\x80-\x9f]")
_LATIN = re.compile("[A-Za-z]")
# Talk about characters: a garbled word that stands alone is what such a line is about.
_TOPIC = re.compile(
    r"letter|character|symbol|glyph|accent|mojibake|charset|code ?page|encod|unicode|utf-?8|latin-?1|lettre|letra|Buchstabe|букв|кодиров"
    r"|字母|字符|字元|字形|乱码|亂碼|编码|編碼|文字化け|符号",
    re.IGNORECASE,
)
_ALONE = re.compile(r"[^\x00-\x7f](?<!\S.)[^\x00-\x7f]{0,3}(?=\s|$)")
# What something turns into, or is shown as; a dash may stand alone anywhere.
_SHOWN = re.compile(r"(?:(?<=\binto )|(?<=\bas )|(?<=\binstead of )|(?<=\bshows ))(?!â€[“”])[^\x00-\x7f]{2,4}(?=[\s.,;:!?]|$)")
_QUOTED = re.compile(r"""[“"‘'「『`(（\[【][^\x00-\x7f“”‘’「」『』（）【】]{1,12}[”"’'」』`)）\]】]""")


# à (C3 A0) before a mark of which no blank stands: its no-break blank became a plain one.
_A_GRAVE = re.compile("(?<=[a-z])Ã (?=[.,)])")


class Repair(NamedTuple):
    """A line as it was written: ``new``; the ``changes`` that lead there, if one round does; the ``rule`` that says what had happened."""

    new: str
    changes: tuple[Change, ...]
    rule: str
    page: str
    encoding: str
    value: float


def about_characters(line: str) -> bool:
    """Whether the only garbled words of ``line`` are what it talks about: quoted, or alone in a line about characters.

    >>> about_characters("If you see “Ã©” on a page"), about_characters("The letter Ã is used"), about_characters("the letter wasnâ€™t")
    (True, True, False)
    """
    rest = _SHOWN.sub(" ", _QUOTED.sub(" ", line))
    if _ALONE.search(rest) and _TOPIC.search(line):
        rest = _ALONE.sub(" ", rest)
    return rest != line and not suspicious(rest)


def repair_line(line: str) -> Repair | None:
    """``line`` (without its line end) as it was written, or ``None`` if it was not misread, or if that is not sure.

    >>> [made.new for made in map(repair_line, ["璇疯緭鍏ユ偍鐨勭敤鎴峰悕", "it鈥檚 free"]) if made], repair_line("鎏金銅佛")
    (['请输入您的用户名', 'it’s free'], None)
    """
    return repair_suspicious(line) if suspicious(line) else None


def repair_suspicious(line: str) -> Repair | None:
    """As :func:`repair_line`, of a line that passed the gate."""
    closed = _A_GRAVE.sub("Ã\xa0", line) if "Ã " in line else line
    closed = _with_lost_quotes(closed)
    if closed != line:
        made = _rounds(closed)
        if made is not None and LOST_QUOTE not in made.new:
            return made._replace(changes=())
    made = _rounds(line)
    if made is not None and _CUT_IN_GBK in made.new:
        made = made._replace(new=_with_closed_quotes(made.new), changes=())
    return made


#: What GBK shows for the first two bytes of a quote of which the third was lost.
_CUT_IN_GBK = "鈥?"
_QUOTE_IN_GBK = re.compile(r"[“”]|(?<=[^\s“])鈥\?(?=[\s,.;:!?)]|$)")


def _with_closed_quotes(line: str) -> str:
    """``line``, read back, with closing quotes where one was lost and an opening one stands before."""
    out: list[str] = []
    position = depth = 0
    for m in _QUOTE_IN_GBK.finditer(line):
        if m.group() == "“":
            depth += 1
        elif depth:
            depth -= 1
            out += (line[position : m.start()], "”")
            position = m.end()
    return "".join([*out, line[position:]])


def _with_lost_quotes(line: str) -> str:
    """``line`` with the last byte of a closing quote where an opening one stands before and only that byte can have been lost."""
    if CUT_QUOTE not in line:
        return line
    out: list[str] = []
    position = depth = 0
    for m in _QUOTE.finditer(line):
        if m.lastgroup == "opening":
            depth += 1
        elif depth:
            depth -= 1
            if m.lastgroup == "cut":
                out += (line[position : m.end()], LOST_QUOTE)
                position = m.end()
    return "".join([*out, line[position:]])


def _rounds(line: str) -> Repair | None:
    """The repair of a line, round by round."""
    first: Repair | None = None
    text = line
    for _ in range(ROUNDS):
        signs = _look(text)
        if signs is None or (first is None and about_characters(line)):
            break
        made = _round(text, signs)
        if made is None or made.new == text:
            break
        text = made.new
        first = made if first is None else first._replace(new=text, changes=(), value=first.value + made.value)
    else:
        return None
    if first is not None and first.rule == UTF8_AS_WESTERN and first.page and _is_bad(text):
        return None  # half repaired is worse than not: the next reader could not tell any more
    return first


def _is_bad(text: str) -> bool:
    from ftfy.badness import is_bad

    return is_bad(text)


class _Signs(NamedTuple):
    """What speaks for a line's having been misread.

    ``bad``: ftfy sees mojibake.  ``western``, ``cjk``: whether pages of one and of two bytes are to be tried.
    ``places``: where, if only pages of two bytes are.
    """

    judge: Judge
    bad: bool
    western: bool
    cjk: bool
    places: list[Place]


def _look(text: str) -> _Signs | None:
    """The signs in ``text``, or ``None`` if a closer look shows that nothing can come of them."""
    high = _HIGH_CHARACTER.search(text) is not None
    bad = high and _is_bad(text)
    western = bad or (high and _HIGH_WORD.search(text) is not None) or _FOUR_MARKS.search(text) is not None
    if western:
        return _Signs(Judge(MODEL.get()), bad, True, PATTERNS.get().cjk.search(text) is not None, [])
    judge = Judge(MODEL.get())
    found = places(judge, text)
    return _Signs(judge, False, False, True, found) if found else None


def _round(text: str, signs: _Signs) -> Repair | None:
    """The best repair of ``text`` in one step, ours or ftfy's."""
    from ftfy import fix_encoding

    judge, bad, western, cjk, _ = signs
    theirs: Repair | None = None
    if bad:
        fixed = fix_encoding(text)
        if fixed != text and not (len(fixed) == len(text) and IN_WORD.search(text)):
            theirs = Repair(fixed, (), UTF8_AS_WESTERN, "", "utf-8", judge.score(fixed) - judge.score(text))
            # Two or three characters became one, and nothing garbled is left: no other reading is worth trying.
            if (
                2 * beyond_ascii(fixed) <= beyond_ascii(text)
                and theirs.value > 0
                and not suspicious(fixed)
                and beyond_ascii(text) > 8
            ):
                return theirs
    if western:
        plan = best(judge, text, cjk=cjk, western=True)
    else:
        plan = _windows(judge, text, signs.places)
    if plan is None:
        sure = theirs is not None and theirs.value >= -PATIENCE and not _leaves_most(text, theirs.new)
        return theirs if sure else None
    new = apply(text, plan.changes)
    most = PARTLY_UTF8 if plan.rule == UTF8_AS_WESTERN else PARTLY
    if theirs is None and plan.rule in WESTERN and _places(new) > most * _places(text):
        return None  # a part of it would be repaired, and ftfy sees no sense in it either
    # That the line was misread is agreed, if ftfy says so too: then the better reading wins.
    value = max(plan.gain, plan.value) if theirs is not None and plan.rule == UTF8_AS_WESTERN else plan.value
    if theirs is not None and theirs.value >= max(value, -PATIENCE):
        return theirs
    return Repair(new, plan.changes, plan.rule, plan.page, plan.encoding, plan.value)


def _leaves_most(text: str, new: str) -> bool:
    """Whether ``new`` repairs by accident a small part of what is misread as a whole: text of another alphabet than the Latin."""
    before = _places(text)
    if before < MANY or _places(new) <= PARTLY_UTF8 * before or _CONTROL.search(text):
        return False
    return beyond_ascii(text) > len(_LATIN.findall(text))


def _places(text: str) -> int:
    """How many places of ``text`` are suspicious."""
    return len(PATTERNS.get().any.findall(text))


def repair_alike(line: str, page: str, encoding: str) -> Repair | None:
    """As :func:`repair_line`, for a line of a page of which several lines are known to be ``encoding`` read as ``page``."""
    if line.isascii() or about_characters(line):
        return None
    single = page in SINGLE
    for plan in plans(Judge(MODEL.get()), line, cjk=not single, western=single, ease=EASE):
        if (plan.page, plan.encoding) == (page, encoding) and plan.value > 0 and plan.rule != LOSSY:
            return Repair(apply(line, plan.changes), plan.changes, plan.rule, page, encoding, plan.value)
    return None


def _windows(judge: Judge, text: str, found: list[Place]) -> Plan | None:
    """The best plan for a line, from a look at each of its suspicious places."""
    top: Plan | None = None
    position = 0
    for place in found:
        if place.first < position:
            continue
        start, end = max(place.start, position), place.end
        position = end
        depth = 1 if end - start < len(text) else 2
        plan = best(judge, text[start:end], cjk=True, western=False, dense=place.dense, depth=depth)
        if plan is not None:
            moved = tuple(c._replace(start=c.start + start, end=c.end + start) for c in plan.changes)
            plan = plan._replace(changes=moved)
            if top is None:
                top = plan
            elif (plan.page, plan.encoding) == (top.page, top.encoding):
                top = top._replace(value=top.value + plan.value, changes=top.changes + moved, proof=top.proof + plan.proof)
            elif plan.value > top.value:
                top = plan
    return top
