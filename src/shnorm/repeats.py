"""Repeated, cut and near-equal lines of a page: which line is a copy of which; it finds them and decides nothing.

Lines are compared by their letters and digits alone (width, case, script variant, marks and blanks folded away), so that a
headline equals its copy with other blanks or quotes.  Everything is linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
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
_CLOSING = "\"'”’」』）)]*_"
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
    return _near(words(a), words(b))


def _near(x: Sequence[str], y: Sequence[str]) -> bool:
    if min(len(x), len(y)) < 6 or x[-5:] != y[-5:]:
        return False
    own, other = set(x), set(y)
    return len(own & other) >= 0.75 * max(len(own), len(other))


def words(line: str) -> list[str]:
    """Folded words of ``line``; each Han character is a word of its own.

    >>> words("Wi-Fi 機器")
    ['wi', 'fi', '机', '器']
    """
    plain = _without_marks(line, " ")
    if plain.isascii():
        return plain.lower().encode().translate(_BLANKED).decode().split()
    return _WORDS.findall(fold(plain))


_WORDS = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]|[^\W_\u3400-\u9fff\U00020000-\U000323af]+")


#: So many code points at the edge of a line hold what tells it from lines of which it is no copy: so many of its letters and digits, of
#: Han half as many.
_EDGE, _HEAD, _TAIL = 32, LEAST, 12
_MARKS = " \t\u00a0\u3000\"'“”‘’()（）《》「」『』.…,，。:：-—*#"


def alike(lines: Sequence[str]) -> list[int]:
    """Which of ``lines`` are like another one so that one may be a copy: as a rule none.  A line holds no line feed.

    >>> alike(["Village bakery wins", "", "It won.", "“Village Bakery” wins a prize."])
    [0, 3]
    """
    # Others are too short.
    live = [line for line in lines if len(line) >= LEAST or not line.isascii()] if len(lines) > 1 else []
    if len(live) < 2:
        return []
    found = _same(live, _told(live, _HEAD))
    if found and all(map(_is_whole, found)):
        # Of two whole sentences neither is cut: they are equal or no copies.
        found = _ending_alike(found)
    # What ends like another line and begins otherwise is no sentence, but for the headline of a trail.
    found += _near_ones([line for line in live if line[-1] not in _STOPS and not ends_sentence(line)])
    page = "\n".join(live)
    if any(mark in page for mark in _CRUMBS):
        same = _ending_alike(live)
        found += same if any(map(_CRUMB.search, same)) else []
    if not found:
        return []
    wanted = frozenset(found)
    return [i for i, line in enumerate(lines) if line in wanted]


def _same(lines: Sequence[str], marks: Sequence[Hashable]) -> list[str]:
    """Those of ``lines`` that share their mark."""
    if len(set(marks)) == len(marks):
        return []
    counts = Counter(marks)
    return [line for line, mark in zip(lines, marks, strict=True) if mark and counts[mark] > 1]


def _ending_alike(lines: Sequence[str]) -> list[str]:
    return _same(lines, _told(lines, -_TAIL)) if len(lines) > 1 else []


def _near_ones(lines: Sequence[str]) -> list[str]:
    """Those of ``lines`` that may be near another one."""
    same = _ending_alike(lines)
    if not same:
        return same
    said = {line: words(line) for line in same}
    same = _same(same, [tuple(said[line][-5:]) for line in same])
    # To compare each of many with all others costs more than to say yes.
    return same if len(same) > 8 or any(starmap(_near, combinations([said[line] for line in same], 2))) else []


def _is_whole(line: str) -> bool:
    """Whether ``line`` is a sentence and not cut with dots."""
    bare = line.rstrip().rstrip(_CLOSING)
    return bare.endswith(_STOPS) and bare[-1] != "…" and not bare[:-1].rstrip().endswith((".", "。"))


def _told(lines: Sequence[str], size: int) -> list[str]:
    """The first letters and digits of each of ``lines``, in small letters, or if ``size`` is negative the last ones."""
    first = size > 0
    edges = [line[:_EDGE] for line in lines] if first else [line[-_EDGE:] for line in lines]
    plain = _without_marks("\n".join(edges))
    found = plain.encode("ascii", "replace").lower().translate(None, _NO_KEY_OR_END).decode().split("\n")
    told = [own[:size] for own in found] if first else [own[size:] for own in found]
    if plain.isascii() and min(map(len, told)) >= abs(size):
        return told
    for i, part in enumerate(plain.split("\n")):
        if not part.isascii():
            # Letters beyond ASCII are dear to tell from marks; the marks at the edge are few.
            told[i] = (part.lstrip(_MARKS)[: size // 2] if first else part.rstrip(_MARKS)[size // 2 :]).lower()
        elif len(told[i]) < abs(size) and len(lines[i]) > _EDGE:
            letters = key(lines[i])
            told[i] = letters[:size] if first else letters[size:]
    return told


def copies(lines: Sequence[str], among: Sequence[int] | None = None, *, least: int = LEAST) -> list[Copy]:
    """Every line that repeats another one of the page, in order of lines; blank and short lines (``least``) take no part.

    ``among``: the indices of the lines to compare, of those that are :func:`alike` (all of these if left out).

    ``equal`` names the first line with the same key.  ``cut`` and ``trail`` compare a line with the next that is not blank
    and, for ``cut``, with any line that begins alike; the whole line may stand before or after its cut copy.  ``near`` compares
    a line with the first one that ends with the same words.

    >>> copies(["Village bakery wins prize", "", "Village bakery wins prize", "", "The bakery beat 60 rivals on Sunday."])
    [Copy(line=2, of=0, kind='equal')]
    """
    if among is None:
        among = alike(lines)
    if len(among) < 2:
        return []
    keys = {i: key(lines[i]) for i in among}
    first: dict[str, int] = {}
    heads: dict[str, int] = {}  # the longest line of each beginning
    tails: dict[tuple[str, ...], tuple[int, list[str]]] = {}
    out: list[Copy] = []
    live = [i for i, k in keys.items() if weight(k) >= least]
    # Keys of lines with the same last words have the same end.
    ends = Counter([keys[i][-5:] for i in live])
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
        elif ends[keys[i][-5:]] > 1 and not ends_sentence(lines[i]):
            own = words(lines[i])
            of, other = tails.setdefault(tuple(own[-5:]), (i, own))
            if of != i and _near(own, other):
                out.append(Copy(i, of, "near"))
    return out
