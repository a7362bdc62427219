"""Other readings of a line: which stretches of it are something else under another pair of code pages, and how much better they read.

Every function here proposes :class:`Change` s and decides nothing; :mod:`shnorm.repair.mojibake.plans` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from shnorm.repair.mojibake.model import CJK_MARK, CYRILLIC, GREEK, HAN, HANGUL, HIRAGANA, KATAKANA, LETTER, Model
from shnorm.repair.mojibake.pages import LOST, PAGES, REPLACEMENT, Piece, Read, decode

#: The least mean score of text that is offered in place of other text, in nats a code point; letters read better than Han.
#: Clean sentences of the shortest kind in Chinese reach -9, of 60 characters -6; Russian, Greek, Arabic -3.
READABLE, READABLE_LETTERS = -8.0, -3.3
#: Longer texts are judged by windows of this many code points, so that the cost of judging is bounded.
WINDOW = 400
#: Gains of texts no longer than this count each character of the new text once.
SHORT = 8
#: Hypotheses that are kept while a converted text is read back.
BEAM = 16
#: Longest stretch that is read back in one go.
STRETCH = 256
#: What the most natural text costs at least, a byte.
BEST = 1.25
#: Letters of one byte that a word of another alphabet has at least: shorter ones prove nothing.
LEAST_WORD = 8
#: Encodings of several bytes other than UTF-8.
CJK = ("gbk", "big5", "cp932", "cp949", "euc-jp")


class Change(NamedTuple):
    """Replace ``line[start:end]`` by ``new``; ``gain`` is by how much (nats) that reads better."""

    start: int
    end: int
    new: str
    gain: float


def apply(line: str, changes: Iterable[Change]) -> str:
    """``line`` with ``changes`` (sorted, disjoint) made."""
    out: list[str] = []
    position = 0
    for change in changes:
        out += (line[position : change.start], change.new)
        position = change.end
    return "".join([*out, line[position:]])


class Judge:
    """Scores texts, long ones by windows; made for one line, of which it remembers what it scored."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._known: dict[str, float] = {}

    def score(self, text: str) -> float:
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._score(text)
        return known

    def _score(self, text: str) -> float:
        length = len(text)
        if length <= 3 * WINDOW:
            return self.model.score(text)
        middle = length // 2
        windows = (text[:WINDOW], text[middle : middle + WINDOW], text[-WINDOW:])
        return sum(map(self.model.score, windows)) * length / (3 * WINDOW)

    def mean(self, text: str) -> float:
        return self.score(text) / max(1, len(text))

    def cost(self, line: str, start: int, end: int) -> float:
        """How unnatural ``line[start:end]`` is where it stands."""
        return -self.score(line[start - 1 if start else 0 : end + 1])

    def may_gain(self, line: str, start: int, end: int, size: int, least: float) -> bool:
        """Whether another reading of ``line[start:end]``, of ``size`` bytes, could gain more than ``least``."""
        return self.cost(line, start, end) - BEST * size > least

    def gain(self, line: str, start: int, end: int, new: str) -> float:
        """By how much ``line`` reads better with ``new`` in place of ``line[start:end]``."""
        before, after = line[start - 1 : start] if start else "", line[end : end + 1]
        gain = self.score(before + new + after) + self.cost(line, start, end)
        # A character repeated proves only once.
        return gain * len(set(new)) / len(new) if len(new) <= SHORT else gain


def beyond_ascii(text: str) -> int:
    """How many characters of ``text`` are not ASCII."""
    return len(_NON_ASCII.findall(text))


_NON_ASCII = re.compile(r"[^\x00-\x7f]")
# What stays when a line is cut into words: marks that good text has, so that they may belong to good text.
WORDS = re.compile(r"[^\x00-\x7f，。、：；！？（）「」《》“”—…]+")
_ALPHABET_WORDS = re.compile(r"(?<![A-Za-z])[^\x00-\x7f]+(?![A-Za-z])")
_WRITTEN = frozenset({HAN, HIRAGANA, KATAKANA, HANGUL, CJK_MARK})
_MIXED_CASE = re.compile("[а-яёα-ω][А-ЯЁΑ-Ω]")
_PRIVATE = re.compile("[\ue000-\uf8ff\x80-\x9f]")


# -- UTF-8 -----------------------------------------------------------------------------------------------------------

# One character of two to four bytes; not U+FFFD, which 锟斤拷 would become: it is known as what it is.
_MULTI = (
    rb"(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee][\x80-\xbf]{2}|\xef(?!\xbf\xbd)[\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3})"
)
_PART = re.compile(rb"(" + _MULTI + rb")|[\x40-\x7e]")
_RUN = re.compile(rb"(?:" + _MULTI + rb"+[\x40-\x7e]?)+")


def utf8(judge: Judge, read: Read) -> list[Change]:
    """Stretches whose bytes are UTF-8, each with what it says; whole characters of ``line`` only."""
    out: list[Change] = []
    for piece in read.pieces:
        data = piece.data
        if not _RUN.search(data):
            continue
        index = read.offsets(piece)
        for run in _RUN.finditer(data):
            # A byte of ASCII that is a character of its own divides; one that is the second byte of a character does not.
            bounds: list[int] = []
            for m in _PART.finditer(data, run.start(), run.end()):
                if m.lastindex is None and m.start() in index and m.end() in index:
                    _add_stretch(judge, read.text, data, index, bounds, out)
                    bounds = []
                else:
                    bounds += (m.start(), m.end())
            _add_stretch(judge, read.text, data, index, bounds, out)
    return out


def _add_stretch(judge: Judge, line: str, data: bytes, index: dict[int, int], bounds: list[int], out: list[Change]) -> None:
    """Add the change that reads ``data`` from the first to the last of ``bounds`` where characters of ``line`` begin or end."""
    inside = [b for b in bounds if b in index]
    if len(inside) > 1 and inside[0] < inside[-1]:
        new = data[inside[0] : inside[-1]].decode("utf-8")
        a, b = index[inside[0]], index[inside[-1]]
        if judge.mean(new) > READABLE - 3.0:
            out.append(Change(a, b, new, judge.gain(line, a, b, new)))


def utf8_throughout(judge: Judge, read: Read) -> list[Change]:
    """The whole of a line that is valid UTF-8 from end to end, however it reads: a further round may show what it is."""
    line, data = read.text, None if REPLACEMENT in read.text else read.whole
    new = decode(data, "utf-8") if data is not None else None
    if new is None or beyond_ascii(new) < 4 or REPLACEMENT in new:
        return []
    return [Change(0, len(line), new, judge.gain(line, 0, len(line), new))]


# With lost bytes: a sequence, or a beginning without its end or an end without its beginning at a lost place.
_GAP = rb"(?:[\xc2-\xf3][\x80-\xbf]{0,2})?(?:\xff+[\x80-\xbf]{0,3})+"
_LOSSY_RUN = re.compile(rb"(?:" + _MULTI + rb"|[\x20-\x7e]|" + _GAP + rb")+")
_LOSSY_PART = re.compile(rb"(" + _MULTI + rb")|(" + _GAP + rb")|([\x20-\x7e]+)")
# A question mark that took the place of the last byte of a sequence.
_LOST_TO_QUESTION = re.compile(rb"([\xe0-\xef][\x80-\xbf]?)\?")


def lossy_utf8(judge: Judge, read: Read) -> list[Change]:
    """As :func:`utf8` for a line in which U+FFFD or ``?`` stands for lost bytes; a lost place comes back as U+FFFD."""
    line = read.text
    filled = [
        LOST if c == REPLACEMENT else cell if cell is not None else b"\x00" for c, cell in zip(line, read.cells, strict=True)
    ]
    data = b"".join(filled)
    if b"?" in data:
        data = _LOST_TO_QUESTION.sub(rb"\1" + LOST, data)
    index = dict(zip(accumulate(map(len, filled), initial=0), range(len(filled) + 1), strict=True))
    out: list[Change] = []
    for run in _LOSSY_RUN.finditer(data):
        parts = list(_LOSSY_PART.finditer(data, run.start(), run.end()))
        # From the first to the last part that begins or ends where a character does, ASCII at the ends left out.
        first, last = 0, len(parts)
        while first < last and (parts[first].lastindex == 3 or parts[first].start() not in index):
            first += 1
        while first < last and (parts[last - 1].lastindex == 3 or parts[last - 1].end() not in index):
            last -= 1
        parts = parts[first:last]
        sure = sum(m.lastindex == 1 for m in parts)
        if sure < 3 or sum(m.lastindex == 2 for m in parts) > sure:
            continue
        made = [_lost(m.group()) if m.lastindex == 2 else m.group().decode("utf-8") for m in parts]
        new = "".join(made)
        a, b = index[parts[0].start()], index[parts[-1].end()]
        old_sure, new_sure = line[a:b].replace(REPLACEMENT, ""), new.replace(REPLACEMENT, "")
        if judge.mean(new_sure) > READABLE:
            out.append(Change(a, b, new, judge.score(new_sure) - judge.score(old_sure)))
    return out


def _lost(gap: bytes) -> str:
    """One U+FFFD for each character of three bytes that a gap may have held."""
    return REPLACEMENT * max(1, round(len(gap) / 3.5))


# -- other encodings -------------------------------------------------------------------------------------------------


def reread(judge: Judge, read: Read, encoding: str, least: float) -> list[Change]:
    """Pieces of a line, as large as reads well, whose bytes are text in ``encoding``; what cannot gain ``least`` may be left out."""
    out: list[Change] = []
    cjk = encoding in CJK
    shortest = 2 if cjk else LEAST_WORD
    words = read.words(WORDS if cjk else _ALPHABET_WORDS)
    for piece, inside in zip(read.pieces, words, strict=True):
        if len(piece.data) < shortest:
            continue
        whole = as_whole(judge, read.text, piece, encoding)
        if whole is not None and whole.gain > 10 * (piece.end - piece.start) ** 0.5 and not _PRIVATE.search(whole.new):
            out.append(whole)
            continue
        parts = []
        for word in inside:
            if len(word.data) == len(piece.data):
                continue
            if whole is None and (
                len(word.data) < shortest or not judge.may_gain(read.text, word.start, word.end, len(word.data), least)
            ):
                continue
            part = as_whole(judge, read.text, word, encoding)
            if part is not None and part.gain > 0:
                parts.append(part)
        if whole is not None and whole.gain > sum(part.gain for part in parts):
            parts = [whole]
        out += parts
    return out


def as_whole(judge: Judge, line: str, piece: Piece, encoding: str) -> Change | None:
    """The change that reads all of ``piece`` in ``encoding``, if that can be read."""
    new = decode(piece.data, encoding)
    start, end = piece.start, piece.end
    if new is None or new == line[start:end] or not _readable(judge, new, encoding):
        return None
    return Change(start, end, new, judge.gain(line, start, end, new))


def _readable(judge: Judge, new: str, encoding: str) -> bool:
    kinds = judge.model.kinds(_NON_ASCII.findall(new))
    if encoding in CJK:
        # Any high bytes are half-width kana in Shift-JIS; and these encodings have Greek and Cyrillic letters, which nobody uses.
        return 2 * sum(kind in _WRITTEN for kind in kinds) >= len(kinds) and judge.mean(new) > READABLE
    if not set(kinds) <= {CYRILLIC, GREEK, LETTER} or judge.mean(new) < READABLE_LETTERS:
        return False
    return 40 * len(_MIXED_CASE.findall(new)) <= len(new)


# Bytes 80 to 9F where Mac Roman and DOS have letters: as C1 controls, or as what Windows shows for them.  The marks among them
# (quotes, dashes, the euro sign) prove nothing; a capital after a small letter, a dagger or a control inside a word does.
_CONTROL = re.compile("[\x80-\x9f]+")
_SHOWN = "\u0160\u017d\u0152\u0178\u0192\u02c6\u2020\u2021\u2030\u201a\u201e"
_HIGH_RUN = re.compile(
    f"(?<=[A-Za-z])[\x80-\x9f{_SHOWN}\u0161\u017e\u0153\u02dc\u2013-\u201d\u2022\u2026\u2039\u203a\u20ac\u2122\xa0-\xa5]"
    f"|[\x80-\x9f{_SHOWN}\xa0-\xa5](?=[A-Za-z])"
)
_PROOF = "\x81-\x84\x86-\x8a\x8c-\x90\x98\x9a\x9c-\x9f"
#: A control, or a mark in a place where only a letter can stand, inside a word: not what Windows shows there.
IN_WORD = re.compile(f"(?<=[a-z])[{_PROOF}{_SHOWN}](?=[a-z\\W]|$)|(?<!\\w)[{_PROOF}](?=[a-z])")


def letters(judge: Judge, read: Read, codec: str) -> list[Change]:
    """Single letters of Mac Roman or DOS inside words of a line that shows controls or marks in their place."""
    line = read.text
    if not IN_WORD.search(line):
        return []
    out: list[Change] = []
    # Where there are controls all of them are letters; marks only inside words.
    for m in (_CONTROL if _CONTROL.search(line) else _HIGH_RUN).finditer(line):
        found = read.cells[m.start() : m.end()]
        new = b"".join(cell for cell in found if cell is not None).decode(codec)
        if None in found or not new.isalpha() or set(new) & set("ªºµ"):
            return []
        out.append(Change(m.start(), m.end(), new, judge.gain(line, m.start(), m.end(), new)))
    return out


#: Latin pages beside cp1252, each with what no language that cp1252 can write has: a sign inside a word, letters that never meet.
#: Which of them it was the model tells, which does not know Icelandic and has to be kept from it.
_NEAR = "[^\\n]{0,60}"
_INSIDE = "(?<=[a-zà-ÿ])"
NEIGHBOURS = {
    codec: re.compile("|".join(signs))
    for codec, signs in (
        ("cp1250", (
            f"{_INSIDE}[³¹¿](?=[a-zêæóñ])", "(?<![0-9A-Z])º(?=[a-z])",  # Polish, Romanian
            f"ø{_NEAR}[ìèùò]", f"[ìèùò]{_NEAR}ø", f"[æè]{_NEAR}[šž]", f"[šž]{_NEAR}[æè]",  # Czech, Croatian
            f"õ{_NEAR}û", f"û{_NEAR}õ",  # Hungarian
        )),
        ("iso8859-2", (f"{_INSIDE}[³±¶¼¿](?=[a-zêæóñ])",)),
        ("cp1254", (f"[ðþ]{_NEAR}[çü]", f"[çü]{_NEAR}[ðþ]")),
        ("cp1257", (f"[ðþ]{_NEAR}[ëàøâç]", f"[ëàøâç]{_NEAR}[ðþ]")),
    )
}  # fmt: skip
#: The signs of all of them.
NEIGHBOUR = "|".join(dict.fromkeys(pattern.pattern for pattern in NEIGHBOURS.values()))


#: Letters beyond ASCII of the languages that are written with those pages.
_ALPHABETS = tuple(
    map(
        frozenset,
        ("ąćęłńóśźż", "áčďéěíňóřšťúůýžäľĺŕôö", "áéíóöőúüű", "ăâîşţșț", "čćđšž", "çğıöşüâîûi̇", "ąčęėįšųūž", "āčēģīķļņšūž"),
    )
)


def neighbours(judge: Judge, read: Read, codec: str) -> list[Change]:
    """The line with its letters read with another Latin page, if it shows a sign of that page."""
    line = read.text
    if not NEIGHBOURS[codec].search(line):
        return []
    made: list[str] = []
    for character, cell in zip(line, read.cells, strict=True):
        other = cell.decode(codec, "replace") if cell is not None and character > "\x7f" else character
        if other == REPLACEMENT:
            return []
        made.append(other if other.isalpha() else character)
    changed = [i for i, (a, b) in enumerate(zip(line, made, strict=True)) if a != b]
    if not changed:
        return []
    start, end = changed[0], changed[-1] + 1
    new = "".join(made[start:end])
    letters = {made[i].lower() for i in changed}
    every = {c.lower() for c in made if c > "\x7f" and c.isalpha()}
    if not any(every <= known for known in _ALPHABETS) or (len(letters) == 1 and letters != {"ł"}):
        return []
    return [Change(start, end, new, judge.score("".join(made)) - judge.score(line))]


BESIDE_LETTERS = re.compile("(?<=[A-Za-z])[^\x00-\x7f](?=[A-Za-z\\W]|$)|(?<![^\\W_])[^\x00-\x7f](?=[a-z])")
_LETTER_PAIR = re.compile("[À-ÖØ-öø-ÿœŒšŠžŽ][A-Za-z]")


def letter_pairs(judge: Judge, read: Read) -> list[Change]:
    """Characters inside Western words that are an accented letter and the letter after it, read as one character of two bytes."""
    out: list[Change] = []
    line = read.text
    for m in BESIDE_LETTERS.finditer(line):
        cell = read.cells[m.start()]
        new = decode(cell, "cp1252") if cell is not None else None
        if new is not None and _LETTER_PAIR.fullmatch(new):
            out.append(Change(m.start(), m.end(), new, judge.gain(line, m.start(), m.end(), new)))
    return out


_LOST_PLACE = re.compile(REPLACEMENT + "+")


def lossy(judge: Judge, read: Read, encoding: str) -> list[Change]:
    """What stands between lost places of a line, read in ``encoding``; bytes at its ends that belong to lost characters go with them."""
    line = read.text
    out: list[Change] = []
    begin = 0
    for m in [*_LOST_PLACE.finditer(line), None]:
        end = m.start() if m else len(line)
        if end > begin + 2 and None not in read.cells[begin:end]:
            data = read.data(begin, end)
            best: Change | None = None
            for skip in (0, 1) if begin else (0,):
                for drop in (0, 1) if m else (0,):
                    new = decode(data[skip : len(data) - drop], encoding)
                    if new and judge.mean(new) > READABLE + 1.0 and not _PRIVATE.search(new):
                        gain = judge.score(new) - judge.score(line[begin:end])
                        if best is None or gain > best.gain:
                            best = Change(begin, end, new, gain)
            if best is not None:
                out.append(best)
        begin = m.end() if m else end
    return out


# -- after a conversion from Simplified to Traditional ---------------------------------------------------------------


def converted(judge: Judge, read: Read) -> list[Change]:
    """Stretches that are UTF-8 read as GBK and then converted from Simplified to Traditional, character by character.

    Each Traditional character may have been there or may have been Simplified; whether the bytes are UTF-8 tells them apart, and
    where both are, the language does.
    """
    page = PAGES.get()["gbk"]
    options: list[tuple[bytes, ...]] = []
    line = read.text
    for character, cell in zip(line, read.cells, strict=True):
        folded = judge.model.folded(character) if character > "\u2e80" else character
        other = page.cells(folded)[0] if folded != character else None
        options.append(tuple(b for b in (cell, other) if b is not None))
    out: list[Change] = []
    start = 0
    while start < len(line):
        if not options[start] or options[start][0] < b"\x80":
            start += 1
            continue
        hypotheses: list[tuple[bytes, int]] = [(b"", 0)]  # bytes so far, and how many of them are whole sequences
        end, ended = start, [b""]
        for position in range(start, min(len(line), start + STRETCH)):
            following = []
            for data, done in hypotheses:
                for cell in options[position]:
                    longer = _valid_so_far(data + cell, done)
                    if longer is not None:
                        following.append((data + cell, longer))
            hypotheses = _best(judge, following)
            if not hypotheses:
                break
            finished = [data for data, done in hypotheses if done == len(data)]
            if finished and options[position][0] >= b"\x80":
                end, ended = position + 1, finished
        new = max((data.decode("utf-8") for data in ended), key=judge.score)
        if sum(c >= "\u0800" for c in new) > 2 and judge.mean(new) > READABLE:
            out.append(Change(start, end, new, judge.gain(line, start, end, new)))
        start = max(end, start + 1)
    return out


_VALID_START = re.compile(rb"(?:[\x20-\x7e]|" + _MULTI + rb")*")
_UNFINISHED = re.compile(
    rb"(?:[\xc2-\xf3]|\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f]|\xf0[\x90-\xbf][\x80-\xbf]?|[\xf1-\xf3][\x80-\xbf]{1,2})?"
)


def _valid_so_far(data: bytes, done: int) -> int | None:
    """How much of ``data`` is whole sequences, given that its first ``done`` bytes are; ``None`` if it cannot be UTF-8."""
    m = _VALID_START.match(data, done)
    end = m.end() if m else done
    return end if _UNFINISHED.fullmatch(data, end) else None


def _best(judge: Judge, hypotheses: list[tuple[bytes, int]]) -> list[tuple[bytes, int]]:
    unique = list(dict.fromkeys(hypotheses))
    if len(unique) <= BEAM:
        return unique
    return sorted(unique, key=lambda h: judge.score(h[0][max(0, h[1] - 24) : h[1]].decode("utf-8", "ignore")), reverse=True)[
        :BEAM
    ]
