"""Where noise may be glued to a good line or stand as its last sentence: looked up by the first words behind stops and brackets.

The answers may only err on the side of looking.  It knows beginnings and ends of sentences; what is noise there, others work out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from shnorm.noise.index import FIRST, NEAR, ORIGINALS, SYMBOLIC, Index
from shnorm.noise.lexicon import first_key
from shnorm.noise.needs import WORDS, least, plain
from shnorm.noise.units import dated, units_at
from shnorm.noise.view import CLOSERS, ENDS, line_key, wide

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
_LETTER = re.compile(r"[\W\d_]*")
_WORD = re.compile(r"[^\W_]")
_COUNTED = frozenset("kwm万千亿만천次人条篇则个回번명건件名")


def may_begin(s: str, i: int, index: Index) -> bool:
    """Whether something of the lexicon may stand where the first word after ``i`` begins, or among the marks before it."""
    m = FIRST.match(s, i)
    if m is None:
        return signed(s, i, i + 200, index)
    key = m[m.lastindex]  # type: ignore[index]  # one of the two groups took part
    at = m.end() - len(key)
    if at > i and signed(s, i, at, index):
        return True
    if key in index.keys and (_stands(s, at, key, index) or key in ORIGINALS):
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


def signed(s: str, start: int, end: int, index: Index) -> bool:
    """Whether a unit that begins with a mark may stand somewhere from ``start`` to before ``end``."""
    if index.signs.isdisjoint(s[start:end]):
        return False
    m = index.symbols.search(s, start, end + SYMBOLIC)
    return m is not None and m.start() < end


def _stands(s: str, at: int, key: str, index: Index) -> bool:
    """Whether a unit stands at ``at``, where ``key`` is the first word."""
    if key in index.lexicon.lengths:
        end, prefixes = at + len(key), index.prefixes
        if (s[at : end + NEAR] in prefixes or s[at : end + 1] in prefixes or key in prefixes) and any(
            _parted(s, end, index.lexicon.lengths) for _, end in units_at(s, at, index.lexicon)
        ):
            return True
    if (
        len(key) == 2
        and key[0] in index.ones
        and any(_parted(s, end, index.lexicon.lengths) for _, end in units_at(s, at, index.lexicon))
    ):
        return True
    return key in index.lexicon.numbered and any(
        index.lexicon.pattern(source).match(s, at) for source, _ in index.lexicon.numbered[key]
    )


def _parted(s: str, end: int, lengths: Mapping[str, object]) -> bool:
    """Whether a unit may end at ``end``: wide characters run together, and a mark, a blank or another unit parts it from what follows."""
    return end >= len(s) or not (wide(s[end]) and wide(s[end - 1])) or first_key(s, end) in lengths or s[end] in lengths


def may_open(text: str, seen: str) -> bool:
    """Whether anything can be cut from the beginning of a line: a label, a trail, or words that a sentence begins behind."""
    if "一秒" in seen or ORIGINAL.match(seen) or JUNK.match(text) or SOURCE.match(text) or (":" in seen and _ARROW.search(seen)):
        return True
    first = len(seen) - len(seen.lstrip())
    return any(
        starts_sentence(text, first, first + m.start(), first + m.end()) for m in _GAP.finditer(seen[first : first + HEAD])
    )


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


def may_end(line: str, literals: set[str], index: Index) -> bool:
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
        if at >= 0 and ((literals and _said_from(line, at, literals, index)) or _may_follow(line, at, index)):
            return True
    return start >= 0 and bool(literals) and _said_from(line, start, literals, index)


def _said_from(line: str, at: int, literals: set[str], index: Index) -> bool:
    return said(plain(line[at:]), literals, index, whole=True)


def _may_follow(line: str, at: int, index: Index) -> bool:
    lead = LEAD.match(line, at)
    if lead:
        at = lead.end()
    if may_begin(line, at, index):
        return True
    m = _WORD.search(line, at)
    return m is not None and dated(line, m.start()) is not None


def _may_note(line: str, at: int, index: Index) -> bool:
    m = FIRST.match(line, at)
    if m is None:
        return True
    key = m[m.lastindex]  # type: ignore[index]  # as above
    return key in index.notes or line_key(line[at:-1]) in index.lexicon.lines or _may_follow(line, at, index)


def may_close(line: str, literals: set[str], index: Index) -> bool:
    """Whether the last of several sentences of a line (without blanks around) may be a notice.  ``literals``: those that it holds."""
    start = _last_sentence(line)
    return start > 0 and ((bool(literals) and said(plain(line[start:]), literals, index)) or _may_follow(line, start, index))


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


def said(part: str, literals: set[str], index: Index, *, whole: bool = False) -> bool:
    """Whether one of the literals stands in a plain line or a part of it, with all else that its phrase (or its row of spam) needs.

    ``whole``: the phrase is to take all of the part, so this may not say more than the rule of the phrase allows.
    """
    size = -1.0
    words: set[str] | None = None
    for literal in literals:
        if literal not in part:
            continue
        if literal in index.spam:
            return True
        for need in index.needs.get(literal, ()):
            if whole and size < 0:
                size = least(part)
            if size > need.limit or (need.literals.words and not need.literals.found(part)):
                continue
            if need.words:
                if words is None:
                    words = set(WORDS.findall(part))
                if need.words.isdisjoint(words) or (need.others and need.others.isdisjoint(words)):
                    continue
            return True
    return False
