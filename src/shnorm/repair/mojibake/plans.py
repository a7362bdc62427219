"""Weigh the readings of a line: which pair of code pages explains it, against odds, and which reading is carried out.

A noisy channel: a line is taken for misread if some pair of code pages explains it better, by more than the odds against such
an accident, than its being written as it stands: ``score(reread) - odds > score(line)``.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from shnorm.repair.mojibake import readings
from shnorm.repair.mojibake.gate import PATTERNS, suspicious
from shnorm.repair.mojibake.pages import PAGES, REPLACEMENT, SINGLE, Read
from shnorm.repair.mojibake.readings import CJK, LEAST_WORD, Change, Judge, apply, beyond_ascii

#: Odds (natural logarithm) against a stretch's having been misread at all, for each round.  Measured on 120,000 words of a
#: dictionary in both scripts, nearly all without any context: one of them is changed.
ODDS = 14.0
#: What is added where no more than so many characters carry the proof.
FEW, FEW_ODDS = 4, 2.0
#: What is added for three characters: names of people have three, and rare ones among them.
NAME_ODDS = 5.0
#: Odds that nothing beats.
NEVER = 1000.0
#: What is added for a short word of letters of one byte.
WORD_ODDS = 30.0
#: Odds against letters of another Latin page, of which a line shows a sign.
NEIGHBOUR_ODDS = 6.0
#: What each stretch of UTF-8 has to gain.
LEAST = 7.0
#: What a letter of another alphabet inside a word has to gain.
LEAST_LETTER = 4.0

#: Value of a plan that nothing speaks for but that the bytes allow it.
NO_REASON = -1.0
#: Lines longer than this are judged by samples of so many characters around suspicious places first, so that they cost little.
LONG, SAMPLE = 600, 80
#: How many samples are taken of the suspicious places as they come, and of those that are rarest.
SAMPLES, RARE_SAMPLES = 3, 2
#: How many plans are followed into a further round.
AHEAD = 2
#: What each stretch between lost places has to gain, in encodings other than UTF-8.
LEAST_LOSSY = 22.0

#: The rules, by what happened.
UTF8_AS_CJK, UTF8_AS_WESTERN, CJK_AS_CJK, CJK_AS_WESTERN, ALPHABET, LOSSY, CONVERTED = (
    "utf8-as-cjk", "utf8-as-western", "cjk-as-cjk", "cjk-as-western", "wrong-alphabet", "lost-bytes", "converted-after",
)  # fmt: skip

#: Pages of two bytes, and what is read with them by mistake besides UTF-8.
DOUBLE = {
    "gbk": ("big5", "cp932", "cp949", "euc-jp", "cp1251", "koi8-r"),
    "cp936": ("big5", "cp932"),
    "big5": ("gbk", "cp932", "cp949", "euc-jp"),
    "cp932": ("gbk", "big5", "cp949", "euc-jp"),
    "cp949": ("gbk", "big5", "cp932", "euc-jp"),
    "euc-jp": ("gbk", "big5", "cp949"),
}
#: Letters of one byte read with the page of another alphabet.
ALPHABETS = {
    "cp1252": ("cp1251", "koi8-r", "cp1253", "cp1255", "cp1256"),
    "latin-1": ("cp1251", "koi8-r", "cp1253"),
    "cp1254": ("cp1251", "koi8-r", "cp1253", "cp1255", "cp1256"),
    "cp1251": ("koi8-r", "cp1253", "cp866"),
    "koi8-r": ("cp1251",),
    "cp866": ("cp1251",),
    "mac-roman": ("cp1251",),
}
#: Letters of one byte that stand in the places of marks and controls.
LETTERS = ("mac_roman", "cp850")
#: Pages whose UTF-8 ftfy knows best: a single letter is left to it.
FTFY = frozenset({"cp1252", "latin-1"})
#: Accented letters of one language, or with accents of one kind or two: what lists of letters and words in capitals are made of.
REPERTOIRES = tuple(
    map(
        frozenset,
        (
            "àâæçéèêëîïôœùûüÿ", "áéíóúüñ", "ãõâêôáéíóúàçü", "àèéìíîòóùú", "àèìòùáéíóúý", "äöüåæøéß", "áðéíóúýþæö", "áéíóöúü", "àçèéíïòóúü",
            "âêîôûäëïöüÿ", "ãñõ", "áäčďéěíňóôöřšťúůüýž", "êëéèôöóûüúïäâà", "çğıöşüâîû", "ăâîșțşţ",
        ),
    )
)  # fmt: skip
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\ue000-\uf8ff]")
_LATIN = re.compile("[A-Za-z]")
_LATIN_WITHIN = re.compile("[A-Za-z][^\x00-\xbf]|[^\x00-\xbf][A-Za-z]")


class Plan(NamedTuple):
    """What one pair of code pages makes of a line; ``value`` is the gain of all changes less the odds against the pair."""

    value: float
    changes: tuple[Change, ...]
    page: str
    encoding: str
    proof: int
    rule: str

    @property
    def gain(self) -> float:
        """By how much the line reads better."""
        return sum(change.gain for change in self.changes)


def odds(encoding: str, proof: int) -> float:
    """The odds against a misreading of ``encoding`` that ``proof`` characters beyond ASCII speak for."""
    if encoding == "utf-8":
        # Bytes that are valid UTF-8 by accident are rare, and the rarer the more there are.
        return ODDS + (3.0 if proof <= 1 else 1.0 if proof == 2 else 0.0)
    if encoding not in CJK:
        # A short word of capitals or of rare letters is easily a word of another alphabet.
        return ODDS + 4.0 + (NEVER if proof < LEAST_WORD else 0.0)
    if proof == 3:
        return ODDS + NAME_ODDS
    return ODDS + (FEW_ODDS if proof <= FEW else 0.0)


def plans(
    judge: Judge,
    line: str,
    *,
    cjk: bool,
    western: bool,
    dense: bool = True,
    ease: float = 0.0,
    only: set[tuple[str, str, str]] | None = None,
) -> list[Plan]:
    """What the pairs of code pages make of ``line``, the best first; those that come to nothing are left out.

    ``cjk``, ``western``: which pages to try.
    ``dense``: whether so much is uncommon that bytes other than UTF-8 are thinkable.  ``ease``: what is taken off the odds because of other evidence.
    ``only``: the pairs of code pages to try, each with the rule.
    """
    weigh = _Weigh(judge, line, ease)
    if only is not None:
        weigh.only = only
    elif len(line) > LONG:
        # What explains some samples of a long line is tried on all of it, and nothing else.
        weigh.only = {
            (plan.page, plan.encoding, plan.rule)
            for sample in _samples(line)
            for plan in plans(judge, sample, cjk=cjk, western=western, dense=dense, ease=ease + ODDS)
        }
    if cjk and _WIDE.search(line):
        _double(weigh, dense)
    if western and not weigh.decided:
        _single(weigh)
    return sorted(weigh.found, reverse=True)


def _samples(line: str) -> list[str]:
    """Stretches of a long line around suspicious places: some from end to end, and some where the place is of a rare kind."""
    found = [(line[max(0, m.start() - 1) : m.end() + 1], m.start()) for m in PATTERNS.get().any.finditer(line)]
    if not found:
        return [line[:SAMPLE]]
    kinds = Counter(kind for kind, _ in found)
    rarest = sorted(found, key=lambda place: kinds[place[0]])[:RARE_SAMPLES]
    chosen = [found[i * (len(found) - 1) // (SAMPLES - 1)] for i in range(SAMPLES)]
    out: list[str] = []
    end = -1
    for start in sorted({start for _, start in [*chosen, *rarest]}):
        if start >= end:
            begin = max(0, start - SAMPLE // 4)
            end = begin + SAMPLE
            out.append(line[begin:end])
    return out


class _Weigh:
    """Collects the plans for one line."""

    def __init__(self, judge: Judge, line: str, ease: float) -> None:
        self.judge, self.line, self.ease = judge, line, ease
        self.found: list[Plan] = []
        #: What each stretch of another encoding than UTF-8 has to gain, at least.
        self.least = ODDS - ease
        self.decided = False
        self.only: set[tuple[str, str, str]] | None = None

    def tries(self, page: str, encoding: str = "", rule: str = "") -> bool:
        """Whether the pair is to be tried, or any with the page, for the rule or any."""
        return self.only is None or any(page == p and encoding in ("", e) and rule in ("", r) for p, e, r in self.only)

    def add(self, changes: list[Change], page: str, encoding: str, rule: str, against: float | None = None) -> None:
        """A plan of those ``changes`` that are sure enough, if there are any; ``against``: odds other than the usual ones."""
        if not changes:
            return
        if encoding == "utf-8":
            kept = [c for c in changes if c.gain > LEAST]
            if rule == UTF8_AS_WESTERN and page not in FTFY:
                kept = [c for c in kept if c.end - c.start < FEW or not is_list_of_letters(self.line[c.start : c.end])]
        elif rule == LOSSY:
            kept = [c for c in changes if c.gain > LEAST_LOSSY]
        elif against is not None:
            kept = [c for c in changes if c.gain > LEAST_LETTER]
        else:
            kept = [c for c in changes if c.gain > odds(encoding, beyond_ascii(c.new)) + self.more(page, c) - self.ease]
        if rule == UTF8_AS_CJK:
            kept = [c for c in kept if not _stray_letters(self.line, c, len(kept))]
        if kept:
            proof = sum(beyond_ascii(c.new.replace(REPLACEMENT, "")) for c in kept)
            cost = (odds(encoding, proof) if against is None else against) - self.ease
            self.found.append(Plan(sum(c.gain for c in kept) - cost, tuple(kept), page, encoding, proof, rule))

    def more(self, page: str, change: Change) -> float:
        """Odds to add for a few Han made of a short word of accented letters: alphabets are written out, and so are names."""
        if page not in SINGLE:
            return 0.0
        if is_list_of_letters(self.line[change.start : change.end]):
            return NEVER
        if beyond_ascii(change.new) > FEW:
            return 0.0
        return WORD_ODDS if all(c.isascii() or c.isalpha() for c in self.line[change.start : change.end]) else 0.0

    def add_throughout(self, changes: list[Change], page: str, rule: str) -> None:
        """A plan that nothing speaks for yet, but that may come to its worth in a further round."""
        if changes:
            proof = beyond_ascii(changes[0].new)
            self.found.append(Plan(NO_REASON, tuple(changes), page, "utf-8", proof, rule))

    def decide(self) -> bool:
        """Whether a plan explains nearly all of the line, and so well that no other page is worth trying."""
        self.decided = self.decided or any(explains(self.line, plan) for plan in self.found)
        return self.decided


def explains(line: str, plan: Plan) -> bool:
    """Whether ``plan`` explains nearly all of ``line``, and very well."""
    least, most = (2, 0.95) if plan.encoding == "utf-8" else (6, 1.0)
    if plan.proof <= FEW or plan.value <= least * plan.proof or plan.rule in (CJK_AS_CJK, LOSSY):
        return False
    return sum(beyond_ascii(line[c.start : c.end]) for c in plan.changes) >= most * beyond_ascii(line)


def is_list_of_letters(text: str) -> bool:
    """Whether what ``text`` has beyond ASCII are letters of one language, or letters in the order of a code table, each once.

    Bytes of other alphabets and of Han fall on accents of all kinds: such a set is no accident.

    >>> is_list_of_letters("ÀÉÈÌÒÙ"), is_list_of_letters("ÀÁÂÃÄÅ"), is_list_of_letters("Áèáëèîòåêà")
    (True, True, False)
    """
    high = [c for c in text if c > "\x7f"]
    if not all(map(str.isalpha, high)):
        return False
    letters = {c.lower() for c in high}
    return any(letters <= repertoire for repertoire in REPERTOIRES) or all(a < b for a, b in pairwise(high))


def _stray_letters(line: str, change: Change, among: int) -> bool:
    """Whether a change makes one or two letters of two bytes that nothing Western stands beside (a word, if it is the only change)."""
    if len(change.new) > 2 or not all("\x80" <= c < "\u0800" for c in change.new):
        return False
    before = line[change.start - 1] if change.start else " "
    after = line[change.end] if change.end < len(line) else " "
    if among > 1:
        return not (before.isascii() and after.isascii())
    return not any(c.isalpha() and c < "\u2e80" for c in (before, after))


def _double(weigh: _Weigh, dense: bool) -> None:
    judge, line = weigh.judge, weigh.line
    pages = PAGES.get()
    lost = REPLACEMENT in line
    latin = _LATIN.search(line) is not None
    stretches = False
    reads: dict[str, Read] = {}
    for name in DOUBLE:
        if name == "cp936" and "€" not in line:
            continue
        read = pages[name].read(line)
        if not weigh.tries(name):
            weigh.add_throughout(readings.utf8_throughout(judge, read), name, UTF8_AS_CJK)
            continue
        reads[name] = read
        changes = readings.utf8(judge, read)
        weigh.add(changes, name, "utf-8", UTF8_AS_CJK)
        stretches = stretches or (name == "gbk" and any(max(c.new) >= "\u0800" for c in changes))
        weigh.add_throughout(readings.utf8_throughout(judge, read), name, UTF8_AS_CJK)
        if changes and (lost or "?" in line):
            weigh.add(readings.lossy_utf8(judge, read), name, "utf-8", LOSSY)
    if weigh.decide():
        return
    for name, read in reads.items():
        for encoding in DOUBLE[name] if dense else ():
            if not weigh.tries(name, encoding):
                continue
            if not lost:
                weigh.add(
                    readings.reread(judge, read, encoding, weigh.least),
                    name,
                    encoding,
                    CJK_AS_CJK if encoding in CJK else ALPHABET,
                )
            elif encoding in CJK:
                weigh.add(readings.lossy(judge, read, encoding), name, encoding, LOSSY)
        if latin and weigh.tries(name, "cp1252"):
            weigh.add(readings.letter_pairs(judge, read), name, "cp1252", ALPHABET, ODDS + FEW_ODDS)
    if stretches and weigh.tries("gbk", "utf-8", CONVERTED):
        weigh.add(readings.converted(judge, reads["gbk"]), "gbk", "utf-8", CONVERTED)


def _single(weigh: _Weigh) -> None:
    judge, line = weigh.judge, weigh.line
    pages = PAGES.get()
    reads: dict[str, Read] = {}
    seen: set[bytes] = set()
    for name in SINGLE:
        read = pages[name].read(line)
        key = b"\x00".join(piece.data for piece in read.pieces)
        if not key or key in seen:  # as another page reads these letters
            continue
        seen.add(key)
        if not weigh.tries(name):
            weigh.add_throughout(readings.utf8_throughout(judge, read), name, UTF8_AS_WESTERN)
            continue
        reads[name] = read
        changes = readings.utf8(judge, read)
        if not (name in FTFY and sum(beyond_ascii(c.new) for c in changes) <= 1):
            weigh.add(changes, name, "utf-8", UTF8_AS_WESTERN)
        weigh.add_throughout(readings.utf8_throughout(judge, read), name, UTF8_AS_WESTERN)
    if weigh.decide():
        return
    mixed = _LATIN_WITHIN.search(line) is not None
    for name, read in reads.items():
        for encoding in [encoding for encoding in CJK if weigh.tries(name, encoding)]:
            weigh.add(readings.reread(judge, read, encoding, weigh.least), name, encoding, CJK_AS_WESTERN)
        if weigh.decide():
            return
        for encoding in () if mixed else ALPHABETS.get(name, ()):
            weigh.add(readings.reread(judge, read, encoding, weigh.least), name, encoding, ALPHABET)
        for codec in readings.NEIGHBOURS if name == "cp1252" else ():
            weigh.add(readings.neighbours(judge, read, codec), name, codec, ALPHABET, NEIGHBOUR_ODDS)
        for codec in LETTERS if name in FTFY else ():
            # A control inside a word is certainly wrong; a mark may be a matter of taste.
            against = 0.0 if name == "latin-1" else ODDS + 4.0
            weigh.add(readings.letters(judge, read, codec), name, codec, ALPHABET, against)


def best(
    judge: Judge, line: str, *, cjk: bool, western: bool, dense: bool = True, depth: int = 2, ease: float = 0.0
) -> Plan | None:
    """The plan to carry out on ``line``, or ``None``: the best one, also one that shows its worth only after a further round."""
    found = plans(judge, line, cjk=cjk, western=western, dense=dense, ease=ease)
    top = found[0] if found and found[0].value > 0 else None
    if depth and (top is None or not (explains(line, top) or not suspicious(apply(line, top.changes)))):
        tried: set[str] = set()
        # First what is UTF-8 from end to end: no accident.  Of a long line it is enough: what else is there shows in the next round.
        for plan in sorted(
            (p for p in found if p.value == NO_REASON or (len(line) <= LONG and (p.encoding == "utf-8" or p is top))),
            key=lambda p: p.value != NO_REASON,
        ):
            new = apply(line, plan.changes)
            if new in tried or len(tried) == AHEAD or not suspicious(new):
                continue
            tried.add(new)
            further = best(judge, new, cjk=True, western=True, depth=depth - 1)
            if further is not None:
                value = plan.gain - ODDS + further.value
                if value > (top.value if top else 0.0):
                    top = plan._replace(value=value)
    return top
