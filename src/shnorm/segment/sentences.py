r"""Sentences and paragraphs as spans that tile the text.

One pass over the places where a sentence may end, each judged by what stands on both sides of it.  It knows stops, quotes, brackets,
lists and line ends of all scripts; what is special to one language stands as data in ``langs/``.  It must not know words of
any language itself, and it never changes, marks or searches the text: offsets come straight from the matches.

A sentence takes the blanks and line ends after it; blanks before the first sentence belong to it.  A blank line always ends a
sentence; a single line end does too, unless the line was plainly wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shnorm.errors import require_text
from shnorm.segment.langs import Rules, choose
from shnorm.spans import Span, Spans

# A single line end inside a sentence: the line before has at least this many code points (or ends in a blank), as wrapped lines do.
_WRAPPED = 40
# How far back a sentence is looked at, and how long a quotation may be: keeps hostile text linear.
_REACH = 200
_QUOTED = 1000

_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»„(\[{（【「『]+\Z")
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?|\d+|\S")
_OPENING = "\"'“‘«»„‚‹([{（【「『《〈¿¡*•-–—"
_SOFT_END = frozenset(".!?…。！？‼⁇⁈⁉।॥؟۔።፧፨։။៕:：;；")
_LIST = re.compile(r"^[^\S\r\n]*[•⁃‣▪*-]?[^\S\r\n]?(\d{1,3}|[A-Za-z])(\.\)|[.)])[^\S\r\n]*(?=\S)", re.MULTILINE)
_CJK_AFTER_QUOTE = re.compile(
    r"[^\S\r\n]*(?:[，,、；;：:。！？!?…）)—\-]|的|"
    r"[^\s“”「」『』，。！？]{0,6}?(?:说|說|道|问|問|答|喊|叫|笑|骂|罵|嚷|想|写|寫|言)(?:道|着|著)?[，。：:！？])"
)


def sentences(text: str, lang: str | None = None, *, quotes: str = "cut") -> Spans:
    """The sentences of ``text`` as spans that tile it.

    ``lang`` is a BCP 47 code; ``None`` chooses by what the text's beginning shows.

    >>> sentences("Mr. Smith paid $3.50. He left.").texts()
    ['Mr. Smith paid $3.50. ', 'He left.']
    >>> sentences("他说：“走吧。”然后就走了。真的！？").texts()
    ['他说：“走吧。”', '然后就走了。', '真的！？']
    """
    require_text(text)
    return Spans(text, _ends(text, choose(text, lang), quotes))


def _ends(text: str, rules: Rules, quotes: str = "cut") -> list[int]:
    ends: list[int] = []
    start, size = 0, len(text)
    lists = _list_marks(text) if _LIST.search(text) else {}
    held = _held(text, rules, quotes)
    hold = 0
    for m in rules.candidates.finditer(text):
        at, after = m.span()
        first = text[at]
        if first in "\n\r":
            if at == start and ends:
                ends[-1] = start = after
            elif at == start or (after < size and _wrapped(text, start, at, after)):
                continue
            else:
                ends.append(after)
                start = after
            continue
        if first == " " or at in lists:  # a list mark inside a line: the item before it ends here
            pass
        if after >= size or text[after] in "\n\r":
            continue
        while hold < len(held) and held[hold][1] <= at:
            hold += 1
        if hold < len(held) and held[hold][0] < at and m.end(2) < held[hold][1]:
            continue
        if _cuts(text, start, m, rules, lists):
            ends.append(after)
            start = after
    if lists:
        ends = sorted({*ends, *(p for p, cut in lists.items() if cut)})
    if size and (not ends or ends[-1] != size):
        ends.append(size)
    return ends


def _cuts(text: str, start: int, m: re.Match[str], rules: Rules, lists: dict[int, bool]) -> bool:
    """Whether the sentence that began at ``start`` ends after the stop, closers and blanks of ``m``."""
    at, after = m.span()
    stop, closers, blank = m[1], m[2], m[3]
    following = text[after]
    if not rules.hard.isdisjoint(stop):
        if closers and not blank:
            return not _CJK_AFTER_QUOTE.match(text, after)
        return following not in "，,、；;：:）)”’」』》"
    if "\u2e80" <= following and not following.isspace() and stop != ".":
        # Latin marks and ellipses in CJK text.
        if stop[0] == "…":
            return False
        return not (closers and _CJK_AFTER_QUOTE.match(text, after))
    if stop[0] == "…" and "\u2e80" <= text[at - 1 : at]:
        return False
    if not blank:
        return _glued(text, start, at, after, stop, closers, rules)
    if at in lists:
        return False
    nxt = _NEXT_WORD.match(text, after)
    word = nxt[0] if nxt else following
    head = word[0]
    opens = head in _OPENING
    if opens:
        inner = _NEXT_WORD.search(text, after + 1, after + 40)
        inner_word = inner[0] if inner else ""
    else:
        inner_word = word
    if stop[0] in "!?" or stop[-1] in "!?":
        return not inner_word[:1].islower() or (opens and head in "¿¡")
    if stop[0] == "…" or len(stop) > 1:
        return inner_word[:1].isupper() or (opens and not inner_word[:1].islower())
    # A single full stop.
    last = _LAST_WORD.search(text, max(start, at - 40), at)
    before = last[0] if last else ""
    return rules.full_stop(text, start, at, before, closers, inner_word, opens)


def _glued(text: str, start: int, at: int, after: int, stop: str, closers: str, rules: Rules) -> bool:
    """A stop without a blank after it: only between two plain words, as sloppy writers and machines leave them."""
    if stop in ".!?" or stop in ("!!", "??", "?!", "!?"):
        follow = rules.glued.match(text, after)
        if follow and not closers:
            last = _LAST_WORD.search(text, max(start, at - 40), at)
            before = last[0] if last else ""
            return len(before) > 2 and before.isalpha() and before[1:].islower() and before.lower() not in rules.known
    return False


def _wrapped(text: str, start: int, at: int, after: int) -> bool:
    """Whether the single line end at ``text[at:after]`` only wraps a line."""
    ends = text.count("\n", at, after) or text.count("\r", at, after)
    if ends > 1 or text[at - 1] in _SOFT_END:
        return False
    stripped = text[max(start, at - 3) : at].rstrip()
    if not stripped or stripped[-1] in _SOFT_END:
        return False
    following = text[after : after + 2].lstrip()
    if not following:
        return False
    if text[at - 1] == " " and following[0].isalpha() and following[0].isascii():
        return True
    if not following[0].islower():
        return False
    if at - max(start, text.rfind("\n", 0, at) + 1) >= _WRAPPED:
        return True
    stop = text.find("\n", after, after + _QUOTED)
    tail = text[after : stop if stop >= 0 else after + _QUOTED].rstrip()
    return tail[-1:] in _SOFT_END


def _list_marks(text: str) -> dict[int, bool]:
    """Stops of list marks, and the places inside lines where an item begins."""
    marks: dict[int, bool] = {}
    for m in _LIST.finditer(text):
        eol = text.find("\n", m.end())
        eol = len(text) if eol < 0 else eol
        label, close = m[1], m[2]
        marks[m.start(2)] = False
        if len(label) == 1 and label.isalpha():
            following = chr(ord(label) + 1)
        elif label.isdigit():
            following = str(int(label) + 1)
        else:
            continue
        position = m.end()
        while True:
            found = re.compile(rf"(?<=\s)(?:[•⁃‣▪*][^\S\r\n]?)?(?<![\w.]){following}{re.escape(close)}(?=[^\S\r\n]*\S)(?![\d])").search(
                text, position, eol
            )
            if not found:
                break
            marks[found.start()] = True
            marks[found.end() - len(close)] = marks.get(found.end() - len(close), False)
            position = found.end()
            following = chr(ord(following) + 1) if following.isalpha() else str(int(following) + 1)
    return marks


def _held(text: str, rules: Rules, quotes: str) -> list[tuple[int, int]]:
    return []


def paragraphs(text: str) -> Spans:
    r"""The paragraphs of ``text``: each line with its line end and the blank lines after it, as spans that tile it.

    >>> paragraphs("one\n\ntwo\nthree").texts()
    ['one\n\n', 'two\n', 'three']
    """
    ends = [m.end() for m in re.finditer(r"[\r\n](?:[^\S\r\n]*[\r\n])*", require_text(text))]
    if text and (not ends or ends[-1] != len(text)):
        ends.append(len(text))
    return Spans(text, ends)


def iter_sentences(text: str | Iterable[str], lang: str | None = None) -> Iterator[Span]:
    """The sentences of a long text one after the other."""
    yield from sentences(text if isinstance(text, str) else "".join(text), lang)


def iter_paragraphs(text: str | Iterable[str]) -> Iterator[Span]:
    """The paragraphs of a long text one after the other."""
    yield from paragraphs(text if isinstance(text, str) else "".join(text))
