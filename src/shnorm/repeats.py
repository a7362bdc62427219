"""Repeated, cut and near-equal lines of a page: which line is a copy of which; it finds them and decides nothing.

Lines are compared by their letters and digits alone (width, case, script variant, marks and blanks folded away), so that a
headline equals its copy with other blanks or quotes.  Everything is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, starmap
from typing import NamedTuple

from shnorm.fold import fold

#: Letters and digits in a key below which two lines are too short to be called copies (Han counts as two).
LEAST = 16

_NOT_WORD = re.compile(r"[\W_]+")
# The marks that make most English lines more than ASCII.
_CURLY = "’‘“”—–…\u00a0"
_WIDE = "、，。：；！？（）《》【】「」·•"
_BLANKED = bytes(code if chr(code).isalnum() else 32 for code in range(128)) + bytes(128)
_NO_KEY = bytes(code for code in range(128) if not chr(code).isalnum())
_NO_KEY_OR_END = _NO_KEY.replace(b"\n", b"")
_LATIN = frozenset(chr(code) for code in range(128) if chr(code).isalnum())
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]")
_DOTS = re.compile(r"[ \t]*(?:\.{2,6}|…{1,2}|。{2,6}|\. \. \.)[ \t\"'”’)\]]*$")
_STOPS = tuple(".!?。！？…")
_CLOSING = "\"'”’」』）)]"
_CRUMBS = ">»›＞|"
_CRUMB = re.compile(f"[{_CRUMBS}]")


class Copy(NamedTuple):
    """Line ``line`` repeats line ``of`` (indices into the sequence of lines); ``kind`` is one of

    ``equal``: the same letters and digits; ``cut``: the beginning of ``of``, cut inside a word or ended with dots;
    ``trail``: a breadcrumb whose last part is ``of``; ``near``: almost all words in the same order.
    """

    line: int
    of: int
    kind: str


def key(line: str) -> str:
    """What of ``line`` counts in a comparison: its letters and digits, folded.

    >>> key("  “Harbour  Tram” opens ."), key("機器，轉動")
    ('harbourtramopens', '机器转动')
    """
    plain = _without_marks(line)
    if plain.isascii():
        return plain.lower().encode().translate(None, _NO_KEY).decode()
    return _NOT_WORD.sub("", fold(plain))


def _without_marks(line: str, put: str = "") -> str:
    """``line`` with ``put`` in place of the marks that make most lines of English more than ASCII."""
    if not line.isascii():
        for mark in _CURLY:
            line = line.replace(mark, put)
        if not line.isascii() and not _HAN.search(line):
            for mark in _WIDE:
                line = line.replace(mark, put)
    return line


def weight(line_key: str) -> int:
    """Size of a key: code points, Han counted twice.

    >>> weight("abc"), weight("机器")
    (3, 4)
    """
    return len(line_key) if line_key.isascii() else len(line_key) + len(_HAN.findall(line_key))


def ends_sentence(line: str) -> bool:
    """Whether ``line`` ends with a sentence mark (closing quotes and brackets may follow it).

    >>> ends_sentence('He said "no."'), ends_sentence("Night trains return")
    (True, False)
    """
    return line.rstrip().rstrip(_CLOSING).endswith(_STOPS)


def is_cut(short: str, whole: str) -> bool:
    """Whether ``short`` is the beginning of ``whole``, cut inside a word or ended with dots.

    >>> is_cut("Council confi", "Council confirms the plan"), is_cut("Council con...", "Council confirms"), is_cut("The river", "The river rises")
    (True, True, False)
    """
    a, b = " ".join(short.split()), " ".join(whole.split())
    dots = _DOTS.search(a)
    if dots:
        a = a[: dots.start()].rstrip()
    if not a or len(a) >= len(b) or not fold(b).startswith(fold(a)):
        return False
    if dots:
        return True
    last, following = a[-1], b[len(a)]
    # In Han text a word can end anywhere: only a headline that stops before the next letter of a Latin word is surely cut.
    return last.isalnum() and following.isalnum() and last.isascii() and following.isascii()


def is_trail(line: str, title: str) -> bool:
    """Whether ``line`` is a breadcrumb that ends with ``title``.

    >>> is_trail("current position:Home>Harbour tram opens", "Harbour tram opens"), is_trail("Harbour tram opens", "Harbour tram opens")
    (True, False)
    """
    a, b = " ".join(line.split()), " ".join(title.split())
    if len(a) <= len(b) or not fold(a).endswith(fold(b)):
        return False
    head = a[: len(a) - len(b)].rstrip()
    return len(head) <= 120 and head != "" and _CRUMB.match(head[-1]) is not None


def are_near(a: str, b: str) -> bool:
    """Whether two lines have nearly all their words in common, in order: the same caption or headline, translated twice.

    Compared are the words' multisets and the common ending, which is linear.

    >>> are_near("As the machine turns and the service runs, Songjiang speeds up the return to work",
    ...          "The machine turns, service runs, Songjiang speeds up the return to work")
    True
    >>> are_near("The river rises in the hills north of the town", "The river ends in the lake south of the town")
    False
    """
    x, y = words(a), words(b)
    return min(len(x), len(y)) >= 6 and x[-5:] == y[-5:] and _mostly_same(set(x), set(y))


def _mostly_same(x: AbstractSet[str], y: AbstractSet[str]) -> bool:
    return len(x & y) >= 0.75 * max(len(x), len(y))


def words(line: str) -> list[str]:
    """Folded words of ``line``; each Han character is a word of its own.

    >>> words("Wi-Fi 機器")
    ['wi', 'fi', '机', '器']
    """
    plain = _without_marks(line, " ")
    if plain.isascii():
        return plain.lower().encode().translate(_BLANKED).decode().split()
    return _WORDS.findall(fold(plain))


def _tail(line: str) -> tuple[str, ...]:
    """The last five words of ``line``."""
    near = words(line[-100:])[1:] if len(line) > 100 else []
    return tuple((near if len(near) >= 5 else words(line))[-5:])


#: Blanks and marks at the edges of a line that do not count when lines are compared.
_EDGES = " \t\u00a0\u3000\"'“”‘’()（）《》「」『』.…,，。:：-—*#"
_WORDS = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]|[^\W_\u3400-\u9fff\U00020000-\U000323af]+")


def _often(parts: Sequence[str], least: int) -> set[str]:
    """Those of ``parts`` that are so long at least and occur more than once."""
    if len(set(parts)) == len(parts):
        return set()
    once: set[str] = set()
    often: set[str] = set()
    for part in parts:
        if len(part) >= least:
            (often if part in once else once).add(part)
    return often


def _alike(lines: Sequence[str]) -> list[int]:
    """Which lines begin or end like another one."""
    bare = [line.strip(_EDGES) for line in lines]
    begins = [line[:14].lower() if line.isascii() else line[:8].lower() for line in bare]
    ends = [line[-14:].lower() if line.isascii() else line[-8:].lower() for line in bare]
    often_begins, often_ends = _often(begins, 8), _often(ends, 8)
    if not often_begins and not often_ends:
        return []
    return [i for i, (b, e) in enumerate(zip(begins, ends, strict=True)) if b in often_begins or e in often_ends]


def may_repeat(text: str) -> bool:
    r"""Whether among the lines of ``text`` there may be a copy that is no sentence, or a trail in its first four lines: a quick look that
    errs on the side of yes.

    >>> may_repeat("Village bakery wins\n\nIt won.\n\nVillage bakery wins a prize."), may_repeat("It won.\n\nIt was big.")
    (True, False)
    """
    if "\r" in text:
        return True
    lines = [*filter(None, text.split("\n"))]
    top = "\n".join(lines[:4])
    if any(mark in top for mark in _CRUMBS):
        return True
    if not _without_marks(top[:24]).isascii():
        # Letters beyond ASCII are dear to fold, and few pages have lines that are alike at all.
        lines = [lines[i] for i in _alike(lines)]
    opened: list[str] = []
    whole: list[str] = []
    for line in lines:
        # Most lines end with a letter and a full stop, which needs no closer look.
        (whole if (line[-1] == "." and line[-2:-1].isalnum()) or _is_whole(line) else opened).append(line)
    copied = [(own, line) for line in opened if weight(own := _edge_key(line)) >= LEAST]
    return bool(copied) and (_any_begins([own for own, _ in copied], whole) or _any_near(copied))


def _edge_key(line: str) -> str:
    """The key of ``line``; of a long one, that of its beginning and its end."""
    if len(line) > 4 * _EDGE:
        first, last = key(line[:_EDGE]), key(line[-_EDGE:])
        if len(first) >= LEAST <= len(last):
            return first + last
    return key(line)


_EDGE = 40


def _is_whole(line: str) -> bool:
    """Whether ``line`` is a sentence and not cut with dots."""
    bare = line.rstrip().rstrip(_CLOSING)
    return bare.endswith(_STOPS) and bare[-1] != "…" and not bare[:-1].rstrip().endswith((".", "。"))


def _any_begins(keys: list[str], lines: Sequence[str]) -> bool:
    """Whether one of ``lines`` or another one of ``keys`` begins as one of ``keys`` does."""
    firsts = "".join([own[0] for own in keys])
    others = _LATIN.difference(firsts, firsts.upper())
    begins = keys + _begins([line for line in lines if line[0] not in others])
    least = min(LEAST, *map(len, keys))
    asked = {own[:least] for own in keys}
    return sum([begin[:least] in asked for begin in begins]) > len(asked)


def _begins(lines: Sequence[str]) -> list[str]:
    """The keys of ``lines``, or so much of their beginnings that nothing shorter is a copy."""
    plain = _without_marks("\n".join([line[:24] for line in lines]))
    keys = plain.lower().encode("ascii", "replace").translate(None, _NO_KEY_OR_END).decode().split("\n")
    if not plain.isascii():
        keys = [own if start.isascii() else key(start) for own, start in zip(keys, plain.split("\n"), strict=True)]
    return [own if len(own) >= LEAST else key(line) for own, line in zip(keys, lines, strict=False)]


def _any_near(lines: Sequence[tuple[str, str]]) -> bool:
    """Whether of ``lines`` (each after its key) that end alike one may be a trail, or two have most words in common."""
    alike = _groups([line for _, line in lines], [own[-5:] for own, _ in lines])
    if any(mark in line for group in alike for line in group for mark in _CRUMBS):
        return True
    same = [one for group in alike for one in _groups(group, [*map(_tail, group)])]
    # To compare each of many with all others costs more than to say yes.
    return any(len(one) > 8 or any(starmap(_mostly_same, combinations([set(words(line)) for line in one], 2))) for one in same)


def _groups(lines: Sequence[str], marks: Sequence[Hashable]) -> list[list[str]]:
    """Those of ``lines`` that share a mark."""
    if len(set(marks)) == len(marks):
        return []
    groups: dict[Hashable, list[str]] = {}
    for line, mark in zip(lines, marks, strict=True):
        groups.setdefault(mark, []).append(line)
    return [group for group in groups.values() if len(group) > 1]


def copies(lines: Sequence[str], *, least: int = LEAST) -> list[Copy]:
    """Every line that repeats another one of the page, in order of lines; blank and short lines (``least``) take no part.

    ``equal`` names the first line with the same key.  ``cut`` and ``trail`` compare a line with the next that is not blank
    and, for ``cut``, with any line that begins alike; the whole line may stand before or after its cut copy.  ``near`` compares
    a line with the first one that ends with the same words.

    >>> copies(["Village bakery wins prize", "", "Village bakery wins prize", "", "The bakery beat 60 rivals on Sunday."])
    [Copy(line=2, of=0, kind='equal')]
    """
    # Copies begin alike or end alike; only such lines are compared in full.
    keys = {i: key(lines[i]) for i in _alike(lines)}
    if not keys:
        return []
    first: dict[str, int] = {}
    heads: dict[str, int] = {}  # the longest line of each beginning
    tails: dict[tuple[str, ...], int] = {}
    out: list[Copy] = []
    live = [i for i, k in keys.items() if weight(k) >= least]
    # Keys of lines with the same last words have the same end.
    often_tails = _often([keys[i][-5:] for i in live], 0)
    for i in live:
        head = keys[i][:12]
        if head not in heads or len(keys[i]) > len(keys[heads[head]]):
            heads[head] = i
    for place, i in enumerate(live):
        if keys[i] in first:
            out.append(Copy(i, first[keys[i]], "equal"))
            continue
        first[keys[i]] = i
        whole = heads[keys[i][:12]]
        following = live[place + 1] if place + 1 < len(live) else None
        # What is cut or trailed has a key that begins or ends the other one; telling that costs nothing.
        after = "" if following is None else keys[following]
        if whole != i and keys[whole].startswith(keys[i]) and is_cut(lines[i], lines[whole]):
            out.append(Copy(i, whole, "cut"))
        elif following is not None and following != whole and after.startswith(keys[i]) and is_cut(lines[i], lines[following]):
            out.append(Copy(i, following, "cut"))
        elif following is not None and keys[i].endswith(after) and is_trail(lines[i], lines[following]):
            out.append(Copy(i, following, "trail"))
        elif keys[i][-5:] in often_tails and not ends_sentence(lines[i]):
            tail = _tail(lines[i])
            other = tails.setdefault(tail, i)
            if other != i and are_near(lines[i], lines[other]):
                out.append(Copy(i, other, "near"))
    return out
