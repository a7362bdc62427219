"""Find out with which code page a line was read and in which it was written, and read it again.

A noisy channel: a line is taken for misread if some pair of code pages explains it better, by more than the odds against
such an accident, than its being written as it stands: ``score(reread) - odds > score(line)``.  Reading back is strict, so
every repair can be undone; where bytes were lost, what is certain comes back and each lost place stays one U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shnorm.repair.mojibake.gate import PATTERNS, suspicious
from shnorm.repair.mojibake.model import CYRILLIC, GREEK, HALF_KANA, LETTER, MODEL, Model
from shnorm.repair.mojibake.pages import LOST, PAGES, REPLACEMENT, SINGLE, Cell, decode

#: Odds (natural logarithm) against a stretch's having been misread at all, for each round.  Measured on 30,000 words of a
#: dictionary in both scripts: without any odds, 23 of them gain more than 8 by some reading, one more than 14.
ODDS = 14.0
#: What is added where no more than so many characters carry the proof.
FEW, FEW_ODDS = 4, 4.0
#: What each stretch of UTF-8 has to gain.
LEAST = 7.0
#: The least mean score of text that is offered in place of other text, in nats a code point; letters read better than Han.
READABLE, READABLE_LETTERS = -8.0, -3.3
#: Odds that are left for a line of a page where several lines were misread in the same way.
ODDS_OF_PAGE = 5.0
#: Rounds after which a line that still changes is given up (three are the most ever seen).
ROUNDS = 6
#: Longer texts are judged by windows of this many code points, so that the cost of judging is bounded.
WINDOW = 400

#: The rules, by what happened.
UTF8_AS_CJK, UTF8_AS_WESTERN, CJK_AS_CJK, CJK_AS_WESTERN, ALPHABET, LOSSY, CONVERTED = (
    "utf8-as-cjk", "utf8-as-western", "cjk-as-cjk", "cjk-as-western", "wrong-alphabet", "lost-bytes", "converted-after",
)  # fmt: skip


class Change(NamedTuple):
    """Replace ``line[start:end]`` by ``new``; ``gain`` is by how much (nats) that reads better."""

    start: int
    end: int
    new: str
    gain: float


class Plan(NamedTuple):
    """What one pair of code pages makes of a line; ``value`` is the gain of all changes less the odds against the pair."""

    value: float
    changes: tuple[Change, ...]
    page: str
    encoding: str
    proof: int
    rule: str


class Repair(NamedTuple):
    """A line as it was written: ``new``, the ``rule`` that says what had happened, the pair that did it, and the gain."""

    new: str
    changes: tuple[Change, ...]
    rule: str
    pair: tuple[str, str]
    value: float


_MULTI = (
    rb"(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3})"
)
_PART = re.compile(rb"(" + _MULTI + rb")|[\x40-\x7e]")
_RUN = re.compile(rb"(?:" + _MULTI + rb"+[\x40-\x7e]?)+")
# With lost bytes: a sequence, or a beginning without its end or an end without its beginning at a lost place.
_GAP = rb"(?:[\xc2-\xf3][\x80-\xbf]{0,2})?(?:\xff+[\x80-\xbf]{0,3})+"
_LOSSY_RUN = re.compile(rb"(?:" + _MULTI + rb"|[\x20-\x7e]|" + _GAP + rb")+")
_LOSSY_PART = re.compile(rb"(" + _MULTI + rb")|(" + _GAP + rb")|([\x20-\x7e]+)")
# A question mark that took the place of the last byte of a sequence.
_LOST_TO_QUESTION = re.compile(rb"([\xe0-\xef][\x80-\xbf]?)\?")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_WORDS = re.compile(r"[^\x00-\x7f，。、：；！？（）「」《》“”]+")
_LOST_PLACE = re.compile(REPLACEMENT + "+")

#: Pages of two bytes, and what is read with them by mistake besides UTF-8.
_DOUBLE = {
    "gbk": ("big5", "cp932", "cp949", "euc-jp"),
    "cp936": ("big5", "cp932"),
    "big5": ("gbk", "cp932", "cp949", "euc-jp"),
    "cp932": ("gbk", "big5", "cp949", "euc-jp"),
    "cp949": ("gbk", "big5", "cp932", "euc-jp"),
    "euc-jp": ("gbk", "big5", "cp949"),
}
_CJK = ("gbk", "big5", "cp932", "cp949", "euc-jp")
#: Letters of one byte read with the page of another alphabet.
_ALPHABETS = {"cp1252": ("cp1251", "koi8-r", "cp1253", "cp1255", "cp1256"), "latin-1": ("cp1251", "koi8-r", "cp1253"), "cp1251": ("koi8-r", "cp1253"),
              "koi8-r": ("cp1251",), "mac-roman": ("cp1251",)}  # fmt: skip
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\ue000-\uf8ff]")
_LATIN_WITHIN = re.compile("[A-Za-z][^\x00-\xbf]|[^\x00-\xbf][A-Za-z]")
#: Pages whose UTF-8 ftfy repairs: it decides about single letters there.
_FTFY = frozenset({"cp1252", "latin-1", "cp1251", "cp1250", "cp1254", "cp1253", "cp1257", "iso8859-2", "mac-roman", "cp437"})
# Signs of one-byte mojibake that ftfy's badness does not weigh: words of high letters alone, Arabic or Hebrew letters beside signs.
_HIGH_WORD = re.compile(
    "[\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2030\u20ac\u2122]{4}|[\u0590-\u06ff][\xa1-\xaa\xac-\xba\xbc-\xbf]|(?:[РС][\u0401-\u040f\u0451-\u045f\u0490\u0491°±²³¹º»¼½¾µ¶·«]){2}"
)
# Talk about characters: a garbled word that stands alone is what such a line is about.
_TOPIC = re.compile(
    r"letter|character|symbol|glyph|accent|mojibake|charset|code ?page|encod|unicode|utf-?8|latin-?1|lettre|letra|Buchstabe|букв|кодиров"
    r"|字母|字符|字元|字形|乱码|亂碼|编码|編碼|文字化け|符号",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:(?<=\s)|^)[^\x00-\x7f]{1,4}(?=\s|$)")
_QUOTED = re.compile(r"""[“"‘'「『`(（\[【][^\x00-\x7f“”‘’「」『』（）【】]{1,12}[”"’'」』`)）\]】]""")


def apply(line: str, changes: Iterable[Change]) -> str:
    """``line`` with ``changes`` (sorted, disjoint) made."""
    out: list[str] = []
    position = 0
    for change in changes:
        out += (line[position : change.start], change.new)
        position = change.end
    return "".join([*out, line[position:]])


class Judge:
    """Scores texts, long ones by windows."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def score(self, text: str) -> float:
        length = len(text)
        if length <= 3 * WINDOW:
            return self.model.score(text)
        middle = length // 2
        windows = (text[:WINDOW], text[middle : middle + WINDOW], text[-WINDOW:])
        return sum(map(self.model.score, windows)) * length / (3 * WINDOW)

    def mean(self, text: str) -> float:
        return self.score(text) / max(1, len(text))

    def gain(self, line: str, start: int, end: int, new: str) -> float:
        """By how much ``line`` reads better with ``new`` in place of ``line[start:end]``."""
        before, after = line[start - 1 : start] if start else "", line[end : end + 1]
        gain = self.score(before + new + after) - self.score(before + line[start:end] + after)
        # A character repeated proves only once.
        return gain * len(set(new)) / len(new) if len(new) <= 2 * FEW else gain


def joined(cells: Sequence[Cell], start: int, end: int) -> bytes:
    """The bytes of a piece, in which no cell is ``None``."""
    return b"".join(cells[start:end])  # type: ignore[arg-type]  # see pieces()


def pieces(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """Maximal runs ``(start, end)`` of characters that the page has, as far as they hold more than ASCII."""
    out: list[tuple[int, int]] = []
    start, high = -1, False
    for i, cell in enumerate(cells):
        if cell is None:
            if high:
                out.append((start, i))
            start, high = -1, False
        else:
            if start < 0:
                start = i
            if not high and cell >= b"\x80":
                high = True
    if high:
        out.append((start, len(cells)))
    return out


def odds(encoding: str, proof: int) -> float:
    """The odds against a misreading of ``encoding`` that ``proof`` characters beyond ASCII speak for."""
    if encoding == "utf-8":
        # Bytes that are valid UTF-8 by accident are rare, and the rarer the more there are.
        return ODDS + (3.0 if proof <= 1 else 1.0 if proof == 2 else 0.0)
    if encoding not in _CJK:
        return ODDS + FEW_ODDS + (2 * FEW_ODDS if proof <= 6 else 0.0)
    return ODDS + (FEW_ODDS if proof <= FEW else 0.0)


def utf8_changes(judge: Judge, line: str, cells: Sequence[Cell], start: int, end: int) -> list[Change]:
    """Stretches of ``line[start:end]`` whose bytes are UTF-8, each with what it says; whole characters only."""
    data = joined(cells, start, end)
    if not _RUN.search(data):
        return []
    index = _offsets(cells, start, end)
    out: list[Change] = []
    for run in _RUN.finditer(data):
        # A byte of ASCII that is a character of its own divides; one that is the second byte of a character does not.
        bounds: list[int] = []
        for m in _PART.finditer(data, run.start(), run.end()):
            if m.lastindex is None and m.start() in index and m.end() in index:
                _add_stretch(judge, line, data, index, bounds, out)
                bounds = []
            else:
                bounds += (m.start(), m.end())
        _add_stretch(judge, line, data, index, bounds, out)
    return out


def _add_stretch(judge: Judge, line: str, data: bytes, index: dict[int, int], bounds: list[int], out: list[Change]) -> None:
    """Add the change that reads ``data`` from the first to the last of ``bounds`` where characters of ``line`` begin or end."""
    inside = [b for b in bounds if b in index]
    if len(inside) > 1 and inside[0] < inside[-1]:
        new = data[inside[0] : inside[-1]].decode("utf-8")
        a, b = index[inside[0]], index[inside[-1]]
        if judge.mean(new) > READABLE - 3.0:
            out.append(Change(a, b, new, judge.gain(line, a, b, new)))


def _offsets(cells: Sequence[Cell], start: int, end: int) -> dict[int, int]:
    """Offset of each character's first byte in the bytes of ``cells[start:end]`` -> its index; the end is included."""
    index, offset = {}, 0
    for i in range(start, end):
        index[offset] = i
        offset += len(cells[i] or b"\x00")
    index[offset] = end
    return index


def lossy_utf8_changes(judge: Judge, line: str, cells: Sequence[Cell]) -> list[Change]:
    """As :func:`utf8_changes` for a line in which U+FFFD or ``?`` stands for lost bytes; a lost place comes back as U+FFFD."""
    filled = [LOST if c == REPLACEMENT else cell if cell is not None else b"\x00" for c, cell in zip(line, cells, strict=True)]
    data = b"".join(filled)
    if b"?" in data:
        data = _LOST_TO_QUESTION.sub(rb"\1" + LOST, data)
    index = _offsets(filled, 0, len(filled))
    out: list[Change] = []
    for run in _LOSSY_RUN.finditer(data):
        parts = list(_LOSSY_PART.finditer(data, run.start(), run.end()))
        # From the first to the last part that begins or ends where a character does, ASCII at the ends left out.
        while parts and (parts[0].lastindex == 3 or parts[0].start() not in index):
            parts.pop(0)
        while parts and (parts[-1].lastindex == 3 or parts[-1].end() not in index):
            parts.pop()
        sure = sum(m.lastindex == 1 for m in parts)
        lost = sum(m.lastindex == 2 for m in parts)
        if not sure or lost > 2 * sure:
            continue
        made = [
            REPLACEMENT * max(1, round(len(m.group()) / 3.5)) if m.lastindex == 2 else m.group().decode("utf-8") for m in parts
        ]
        new = "".join(made)
        a, b = index[parts[0].start()], index[parts[-1].end()]
        old_sure, new_sure = line[a:b].replace(REPLACEMENT, ""), new.replace(REPLACEMENT, "")
        if judge.mean(new_sure) > READABLE:
            out.append(Change(a, b, new, judge.score(new_sure) - judge.score(old_sure)))
    return out


def lossy_double_changes(judge: Judge, line: str, cells: Sequence[Cell], encoding: str) -> list[Change]:
    """What stands between lost places of a line, read in ``encoding``; bytes at its ends that belong to lost characters go with them."""
    out: list[Change] = []
    begin = 0
    for m in [*_LOST_PLACE.finditer(line), None]:
        end = m.start() if m else len(line)
        if end > begin and all(cell is not None for cell in cells[begin:end]):
            data = joined(cells, begin, end)
            best: Change | None = None
            for skip in (0, 1) if begin else (0,):
                for drop in (0, 1) if m else (0,):
                    new = decode(data[skip : len(data) - drop], encoding) if len(data) > skip + drop else None
                    if new and judge.mean(new) > READABLE:
                        gain = judge.score(new) - judge.score(line[begin:end])
                        if best is None or gain > best.gain:
                            best = Change(begin, end, new, gain)
            if best is not None:
                out.append(best)
        begin = m.end() if m else end
    return out


def _reread(judge: Judge, line: str, cells: Sequence[Cell], encoding: str) -> list[Change]:
    """Pieces of ``line``, as large as can be, whose bytes read well in ``encoding``."""
    out: list[Change] = []
    for start, end in pieces(cells):
        change = _whole(judge, line, cells, start, end, encoding)
        if change is not None and change.gain > ODDS_OF_PAGE:
            out.append(change)
            continue
        for m in _WORDS.finditer(line, start, end):
            if (m.start(), m.end()) != (start, end):
                change = _whole(judge, line, cells, m.start(), m.end(), encoding)
                if change is not None:
                    out.append(change)
    return out


def _whole(judge: Judge, line: str, cells: Sequence[Cell], start: int, end: int, encoding: str) -> Change | None:
    new = decode(joined(cells, start, end), encoding)
    if new is None or new == line[start:end]:
        return None
    if encoding in _CJK:
        if judge.mean(new) < READABLE or all(judge.model.kind(c) == HALF_KANA for c in _NON_ASCII.findall(new)):
            return None
    elif judge.mean(new) < READABLE_LETTERS or not all(
        judge.model.kind(c) in (CYRILLIC, GREEK, LETTER) for c in _NON_ASCII.findall(new)
    ):
        return None
    return Change(start, end, new, judge.gain(line, start, end, new))


def _beyond_ascii(text: str) -> int:
    return len(_NON_ASCII.findall(text))


def _plan(changes: list[Change], page: str, encoding: str, rule: str, least: float | None = None) -> list[Plan]:
    """The plan of those changes that are sure enough, if there are any; ``least``: odds to ask instead of the usual ones."""
    if least is not None:
        kept = tuple(c for c in changes if c.gain > least)
    elif encoding == "utf-8":
        kept = tuple(c for c in changes if c.gain > LEAST)
    else:
        kept = tuple(c for c in changes if c.gain > odds(encoding, _beyond_ascii(c.new)))
    if not kept:
        return []
    proof = sum(_beyond_ascii(c.new.replace(REPLACEMENT, "")) for c in kept)
    against = odds(encoding, proof) if least is None else least
    return [Plan(sum(c.gain for c in kept) - against, kept, page, encoding, proof, rule)]


def _decisive(plan: Plan, line: str) -> bool:
    """Whether a plan explains nearly all of the line as UTF-8, so that no other reading is worth trying."""
    covered = sum(_beyond_ascii(line[c.start : c.end]) for c in plan.changes)
    return plan.proof >= FEW and plan.value > 3 * plan.proof and covered >= 0.8 * _beyond_ascii(line)


def plans(judge: Judge, line: str, *, cjk: bool, western: bool) -> list[Plan]:
    """What the pairs of code pages make of ``line``, the best first; plans that gain nothing are left out."""
    out: list[Plan] = []
    if cjk and _WIDE.search(line):
        out += _cjk_plans(judge, line)
        if any(_decisive(plan, line) for plan in out):
            return sorted(out, reverse=True)
    if western:
        out += _western_plans(judge, line)
    return sorted(out, reverse=True)


def _cjk_plans(judge: Judge, line: str) -> list[Plan]:
    pages = PAGES.get()
    out: list[Plan] = []
    lost = REPLACEMENT in line
    read: dict[str, list[Cell]] = {}
    for name in _DOUBLE:
        if name == "cp936" and "€" not in line:
            continue
        cells = read[name] = pages[name].bytes_of(line)
        changes = [c for start, end in pieces(cells) for c in utf8_changes(judge, line, cells, start, end)]
        out += _plan(changes, name, "utf-8", UTF8_AS_CJK)
        if changes and (lost or "?" in line):
            out += _plan(lossy_utf8_changes(judge, line, cells), name, "utf-8", LOSSY)
    if any(_decisive(plan, line) for plan in out):
        return out
    for name, cells in read.items():
        for encoding in _DOUBLE[name]:
            if lost:
                out += _plan(_fill(line, lossy_double_changes(judge, line, cells, encoding)), name, encoding, LOSSY)
            else:
                out += _plan(_reread(judge, line, cells, encoding), name, encoding, CJK_AS_CJK)
    return out


def _fill(line: str, changes: list[Change]) -> list[Change]:
    """``changes`` between lost places joined into one, if they are enough of the line; a lost place becomes one U+FFFD."""
    return changes


def _western_plans(judge: Judge, line: str) -> list[Plan]:
    pages = PAGES.get()
    out: list[Plan] = []
    seen: set[bytes] = set()
    mixed = _LATIN_WITHIN.search(line) is not None
    for name in SINGLE:
        cells = pages[name].bytes_of(line)
        found = pieces(cells)
        key = b"\x00".join(joined(cells, a, b) for a, b in found)
        if not found or key in seen:  # as another page reads these letters
            continue
        seen.add(key)
        changes = [c for start, end in found for c in utf8_changes(judge, line, cells, start, end)]
        if not (name in _FTFY and sum(_beyond_ascii(c.new) for c in changes) <= 1):
            out += _plan(changes, name, "utf-8", UTF8_AS_WESTERN)
        for encoding in _CJK:
            out += _plan(_reread(judge, line, cells, encoding), name, encoding, CJK_AS_WESTERN)
        for encoding in () if mixed else _ALPHABETS.get(name, ()):
            out += _plan(_reread(judge, line, cells, encoding), name, encoding, ALPHABET)
    return out


def best(judge: Judge, line: str, *, cjk: bool, western: bool, depth: int = 2) -> Plan | None:
    """The plan to carry out on ``line``, or ``None``: the best one, also one that shows its worth only after a further round."""
    found = plans(judge, line, cjk=cjk, western=western)
    top = found[0] if found and found[0].value > 0 else None
    if depth and (top is None or judge.mean(apply(line, top.changes)[:WINDOW]) < READABLE + 1.0):
        for plan in found[:3]:
            further = best(judge, apply(line, plan.changes), cjk=True, western=True, depth=depth - 1)
            if further is not None and plan.value + further.value > (top.value if top else 0.0):
                top = plan._replace(value=plan.value + further.value)
    return top


def about_characters(line: str) -> bool:
    """Whether the only garbled words of ``line`` are what it talks about: quoted, or alone in a line about characters.

    >>> about_characters("If you see “Ã©” on a page"), about_characters("The letter Ã is used"), about_characters("the letter wasnâ€™t")
    (True, True, False)
    """
    rest = _QUOTED.sub(" ", line)
    if _TOPIC.search(line):
        rest = _ALONE.sub(" ", rest)
    return rest != line and not suspicious(rest)


def repair_line(line: str) -> Repair | None:
    """``line`` (without its line end) as it was written, or ``None`` if it was not misread, or if that is not sure.

    >>> [made.new for made in map(repair_line, ["璇疯緭鍏ユ偍鐨勭敤鎴峰悕", "it鈥檚 free"]) if made], repair_line("鎏金銅佛")
    (['请输入您的用户名', 'it’s free'], None)
    """
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    patterns = PATTERNS.get()
    if not suspicious(line) or about_characters(line):
        return None
    first: Repair | None = None
    text = line
    for _ in range(ROUNDS):
        bad = is_bad(text)
        cjk = patterns.cjk.search(text) is not None
        western = bad or _HIGH_WORD.search(text) is not None
        if not (cjk or western):
            break
        judge = Judge(MODEL.get())
        plan = best(judge, text, cjk=cjk, western=western)
        made: Repair | None = None
        if plan is not None:
            made = Repair(apply(text, plan.changes), plan.changes, plan.rule, (plan.page, plan.encoding), plan.value)
        if bad:
            fixed = fix_encoding(text)
            gain = judge.score(fixed) - judge.score(text) if fixed != text else 0.0
            if fixed != text and gain >= max(made.value if made else 0.0, -5.0):
                made = Repair(fixed, (), UTF8_AS_WESTERN, ("", "utf-8"), gain)
        if made is None or made.new == text:
            break
        text = made.new
        first = made if first is None else first._replace(new=text, changes=())
    else:
        return None
    if first is not None and first.rule != CJK_AS_CJK and first.pair[0] in _FTFY and is_bad(text):
        return None  # half repaired
    return first
