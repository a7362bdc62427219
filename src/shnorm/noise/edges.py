"""Where noise may be glued to a good line or stand as its last sentence: looked up by the first words behind stops and brackets.

The answers may only err on the side of looking.  It knows beginnings and ends of sentences; what is noise there, others work out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from shnorm.noise.index import ALONE, FIRST, NOVEL, ORIGINALS, SYMBOLIC, Index
from shnorm.noise.lexicon import FAR, NEAR, Lexicon, first_key
from shnorm.noise.needs import WORDS, plain
from shnorm.noise.units import bounded, collapse, dated, units_at
from shnorm.noise.view import CLOSERS, ENDS, least, line_key, wide

#: How far a line's end is looked at for noise glued to it, in code points.
TAIL = 160

#: The most that is looked at from the beginning of a line, in code points.
HEAD = 120
#: Where a sentence or a bracket ends, and the text could end too.
STOPS = re.compile(
    r"""[。!?.)】\]](?:(?<=[。!?])["'”’」』»)]*|(?<=\.)(?:["'”’»)]*(?=\s|[(\[【]|$)|(?=[\u3400-\u9fff]))|(?<=[)】\]])(?=.))"""
)
#: Where a rough sentence ends.
SENTENCES = re.compile(r"[。!?;…]+[\"'”’」』)]*|\.+[\"'”’)]*(?=\s|$)")
#: The brackets whose content is looked at at the end of a line.
OPENERS = {")": "(", "】": "【", "]": "[", "〕": "〔", "」": "「"}
#: Blanks and marks between a sentence and what is glued to it.
LEAD = re.compile(r"[\s.…—–|>»·*~_=-]*")

#: The label of the title that an article had elsewhere.
ORIGINAL = re.compile(r"\s*[(\[【]?\s*(?:原标题|原题)\s*[:∶]\s*")
#: Random characters before a Chinese text, and a source before an English one, in the text as it is.
JUNK = re.compile(r"\s*([!-~]{4,14})\s+(?=[\u3400-\u9fff])")
SOURCE = re.compile(r"\s*(?:Article |News |Information )?[Ss]ource ?: ?((?:(?:(?:the|of|and|&) )?[A-Z][\w'’.-]* )+)(?=[a-z0-9])")
_ARROW = re.compile("[>»›]")

_AT_END = ENDS + CLOSERS + ";" + " "
_AFTER_DOT = re.compile(r"[\"'”’)]*\s")
_GAP = re.compile(r"\s+")
_WORDLIKE = re.compile(r"\w")
_AFTER_CUE = re.compile(r"\s*[:】\]|>»▲★…-]|\s")
_LETTER = re.compile(r"[\W\d_]*")
_SPACES = frozenset(" \t")
# Literals that are asked for one by one; what is weighed of a line at first.
_FEW, _BEGINNING = 6, 160
_COUNTED = frozenset("kwm万千亿만천次人条篇则个回번명건件名")


def first_word(s: str, i: int) -> tuple[str, int]:
    """The first word after ``i``, or the first wide character with what follows it, and where it stands; empty if there is none."""
    if "\u4e00" <= s[i : i + 1] <= "\u9fff":
        return s[i : i + 2], i
    m = FIRST.match(s, i)
    if m is None:
        return "", i
    key = m[m.lastindex]  # type: ignore[index]  # one of the two groups took part
    return key, m.end() - len(key)


def may_begin(s: str, i: int, index: Index) -> bool:
    """Whether something of the lexicon may stand where the first word after ``i`` begins, or among the marks before it."""
    key, at = first_word(s, i)
    return begins_cue(s, i, key, at, index) if key else signed(s, i, i + 200, index)


def begins_cue(s: str, i: int, key: str, at: int, index: Index) -> bool:
    """The same where the first word after ``i`` is known, and where it stands."""
    if at > i and signed(s, i, at, index):
        return True
    if key in index.firsts and (_stands(s, at, key, index) or key in ORIGINALS):
        return True
    if key[0] in index.ones and _stands(s, at, key, index):
        return True
    if key[0].isdigit():
        letter = _LETTER.match(s, at)
        j = letter.end() if letter else at
        if signed(s, at, j + 1, index):
            return True
        if j >= len(s):
            return False
        key = first_key(s, j)
        return key in index.counted or s[j] in index.counted or s[j] in _COUNTED or _stands(s, j, key, index)
    return False


def may_be_cue(s: str, key: str, at: int, kind: int, index: Index) -> bool:
    """Whether a cue or one of the lexicon's lines may begin with ``key``, a first word of that ``kind`` that stands at ``at``."""
    first = key[0]
    if kind:
        end = at + len(key)
        if kind & ALONE or s[at : end + NEAR] in index.prefixes or s[at : end + 1] in index.prefixes:
            return True
    return (
        first.isdigit()
        or (first in index.ones and (wide(first) or not key.isalpha()))
        or key[1:] in _SPACES
        or (at > 0 and signed(s, 0, at, index))
    )


def is_line(s: str, key: str, at: int, index: Index) -> bool:
    """Whether a line is one of the lexicon's lines, or begins as one of its starts; ``key`` is its first word and stands at ``at``."""
    if key in index.starts and s.startswith(index.starts[key], at):
        return True
    if len(s) > 100 and len(collapse(s)) > 100:
        return False
    return _begins_line(s, key, at, index) and line_key(s) in index.lexicon.lines


def _begins_line(s: str, key: str, at: int, index: Index) -> bool:
    """Whether one of the lexicon's lines may begin with ``key``, which stands at ``at``."""
    end = at + len(key)
    return (
        s[at : end + NEAR] in index.others
        or s[at : end + 1] in index.others
        or s[at:end] in index.others
        or (key[0] in index.ones and not key[1:].isalnum())
        or (key[0] in index.spaced and key[1:] in _SPACES)
    )


def signed(s: str, start: int, end: int, index: Index) -> bool:
    """Whether a unit that begins with a mark may stand somewhere from ``start`` to before ``end``."""
    if index.signs.isdisjoint(s[start:end]):
        return False
    m = index.symbols.search(s, start, end + SYMBOLIC)
    return m is not None and m.start() < end


def _stands(s: str, at: int, key: str, index: Index) -> bool:
    """Whether a unit stands at ``at``, where ``key`` is the first word."""
    lexicon, prefixes, end = index.lexicon, index.prefixes, at + len(key)
    if (s[at : end + NEAR] in prefixes or s[at : end + 1] in prefixes or key in prefixes) and key in lexicon.lengths:
        units = lexicon.units
        reach = end + FAR - at
        far = s[at : end + FAR] in lexicon.far
        for size in lexicon.lengths[key]:
            if (far or size <= reach) and s[at : at + size] in units and _parted(s, at + size, lexicon.lengths):
                return True
    if len(key) == 2 and key[0] in index.ones and key[0] in lexicon.units and _parted(s, at + 1, lexicon.lengths):
        return True
    return key in lexicon.numbered and any(lexicon.pattern(source).match(s, at) for source, _ in lexicon.numbered[key])


def _parted(s: str, end: int, lengths: Mapping[str, object]) -> bool:
    """Whether a unit may end at ``end``: no word is cut, and where wide characters run together another unit follows."""
    return bounded(s, end) and (
        end >= len(s) or not (wide(s[end]) and wide(s[end - 1])) or first_key(s, end) in lengths or s[end] in lengths
    )


def may_open(text: str, seen: str) -> bool:
    """Whether anything can be cut from the beginning of a line: a label, a trail, or words that a sentence begins behind."""
    if NOVEL in seen or ORIGINAL.match(seen) or JUNK.match(text) or SOURCE.match(text) or (":" in seen and _ARROW.search(seen)):
        return True
    first = len(seen) - len(seen.lstrip())
    for m in _GAP.finditer(seen, first, first + HEAD):
        after = m.end()
        # No sentence begins with a small letter.
        if not text[after : after + 1].islower() and starts_sentence(text, first, m.start(), after):
            return True
    return False


def starts_sentence(text: str, first: int, stop: int, after: int) -> bool:
    """Whether a sentence can begin at ``after`` and what stands before it was no part of it."""
    ch = text[after : after + 1]
    if wide(ch) or ch in '“「『‘"《':
        return wide(text[first:stop]) or text[first:stop].isascii()
    before = text[first:stop]
    if not (ch.isupper() or ch.isdigit()):
        return False
    return (
        before.isupper() or before[-1] in ":：»>|]】)" or not before[:1].isupper() or before.casefold() in ("anzeige", "werbung")
    )


def is_open(text: str, seen: str, lexicon: Lexicon) -> bool:
    """Whether something may be glued to a line at all: it begins or ends as no good line does, or holds the appeal of a novel site."""
    end = len(seen.rstrip())
    return _open_end(seen, end) or _open_start(text, seen, lexicon) or NOVEL in seen


def _open_end(seen: str, end: int) -> bool:
    """Whether the line does not end as a good line does, with the mark of a sentence that stands for itself."""
    last = seen[end - 1 : end]
    return last not in "。.!?" and (last in ")】]" or STOPS.search(seen, max(0, end - TAIL), end) is not None)


def _open_start(text: str, seen: str, lexicon: Lexicon) -> bool:
    """Whether the line begins with a unit of the lexicon, a label, or random characters, before a blank or a colon."""
    begin = _WORDLIKE.search(seen, 0, 12)
    if begin is None:
        return False
    if "原标题" in seen[:6] or "原题" in seen[:5]:
        return True
    at = begin.start()
    if any(cue.shape != "weak" and _AFTER_CUE.match(seen, end) for cue, end in units_at(seen, at, lexicon)):
        return True
    return (text[at] < "\x7f" and JUNK.match(text) is not None) or SOURCE.match(text) is not None


def may_end(line: str, literals: AbstractSet[str], index: Index) -> bool:
    """Whether something may be glued to the end of a line that ends without the mark of a sentence.  ``literals``: those that it holds."""
    end = len(line)
    base = max(0, end - TAIL)
    last = line[-1]
    before, latest = -1, -1
    for m in STOPS.finditer(line, base, end):
        if m.end() < end:
            before, latest = latest, m.end()
    opener = OPENERS.get(last)
    start = line.rfind(opener, base, end - 1) if opener else -1
    if start >= 0 and (_may_note(line, start + 1, index) or line.endswith("protected]")):
        return True
    if latest < 0 and start < 0:
        return False
    for at in (latest, before):
        if at >= 0 and ((literals and said(line[at:], literals, index, whole=True)) or _may_follow(line, at, index)):
            return True
    return start >= 0 and bool(literals) and said(line[start:], literals, index, whole=True)


def _may_follow(line: str, at: int, index: Index) -> bool:
    lead = LEAD.match(line, at)
    if lead:
        at = lead.end()
    key, begin = first_word(line, at)
    if not key:
        return signed(line, at, at + 200, index)
    return begins_cue(line, at, key, begin, index) or dated(line, begin) is not None


def _may_note(line: str, at: int, index: Index) -> bool:
    key, begin = first_word(line, at)
    if not key or key in index.notes or _may_follow(line, at, index):
        return True
    note = line[at:-1]
    return (key[0].isdigit() or _begins_line(note, key, begin - at, index)) and line_key(note) in index.lexicon.lines


def may_close(line: str, literals: AbstractSet[str], index: Index) -> bool:
    """Whether the last of several sentences of a line (without blanks around) may be a notice.  ``literals``: those that it holds."""
    start = _last_sentence(line)
    return start > 0 and ((bool(literals) and said(line[start:], literals, index)) or _may_follow(line, start, index))


def _last_sentence(line: str) -> int:
    """Where the last sentence of a line begins; 0 if it is the only one."""
    body = line.rstrip(_AT_END)
    at = max(body.rfind("!"), body.rfind("?"), body.rfind(";"))
    if not body.isascii():
        at = max(at, body.rfind("。"), body.rfind("…"))
    dot = body.rfind(".", at + 1)
    while dot >= 0:
        # Not every stop ends a sentence.
        if _AFTER_DOT.match(line, dot + 1):
            return dot + 1
        dot = body.rfind(".", at + 1, dot)
    return at + 1


def said(part: str, literals: AbstractSet[str], index: Index, *, whole: bool = False) -> bool:
    """Whether one of the literals stands in a line or a part of it, with all else that its phrase (or its row of spam) needs.

    ``whole``: the phrase is to take all of the part, so this may not say more than the rule of the phrase allows.
    """
    plainly = ""
    words: set[str] | None = None
    limits = index.limits
    # A part never says more than the whole.
    size, rough = (least(part[:_BEGINNING]), len(part) > _BEGINNING) if whole else (0.0, False)
    for literal in literals:
        limit = limits.get(literal)
        # Those without a limit are spam.
        if limit is not None and size > limit:
            continue
        if literal not in part:
            if " " not in literal:
                continue
            plainly = plainly or plain(part)
            if literal not in plainly:
                continue
        if limit is None:
            return True
        if rough:
            size, rough = least(part), False
            if size > limit:
                continue
        for need in index.needs[literal]:
            if size > need.limit:
                continue
            besides = need.literals.words
            if besides:
                plainly = plainly or plain(part)
                if not (any(word in plainly for word in besides) if len(besides) <= _FEW else need.literals.found(plainly)):
                    continue
            if need.words:
                if words is None:
                    if not any(word in part for word in need.words):
                        continue
                    words = set(WORDS.findall(part))
                if need.words.isdisjoint(words) or (need.others and need.others.isdisjoint(words)):
                    continue
            return True
    return False
