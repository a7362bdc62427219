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

from shnorm.errors import UnknownNameError, require_text
from shnorm.script import HAN
from shnorm.segment.langs import HEAD, Rules, choose
from shnorm.segment.stream import streamed
from shnorm.spans import Span, Spans

# A single line end inside a sentence: the line before has at least this many code points (or ends in a blank), as wrapped lines do.
_WRAPPED = 40
# How far back a word and how far ahead a line is looked at: keeps hostile text linear.
_BACK = 40
_AHEAD = 400
# A quotation or bracket longer than this is not believed.
_HELD = 1500

_LAST_WORD = re.compile(r"[^\s\"“”«»„(\[{\u2e80-\u9fff\uff00-\uff0f]+\Z")
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+|\S")
_OPENING = frozenset("\"'“‘«»„‚‹›([{（【「『《〈¿¡*•-–—`")
_SOFT_END = frozenset(".!?…。！？‼⁇⁈⁉।॥؟۔።፧፨։។៕:：;；")
_SPACED_ELLIPSIS = re.compile(r"\.(?:[ \xa0]\.){3}\Z")
# The mark of a list item at the beginning of a line: a number (Roman ones too) or a small letter with a stop, a bracket or both.
_LIST = re.compile(
    r"[\r\n][ \t\xa0\u3000]*(?:[•⁃‣▪*-][ \t\xa0]?)?(\d{1,3}|[ivx]{2,5}|[a-z]|[A-Z](?=\)))(\.\)|[.)])(?!\d)(?=[ \t]*[^\s.)])"
)
_LIST_FIRST = re.compile(_LIST.pattern.replace(r"[\r\n]", "", 1))
# What follows a closing quote when the sentence goes on: a mark, 的, or who spoke (but not who speaks next, with a colon).
_GOES_ON = re.compile(
    r"[^\S\r\n]*(?:[，,、；;：:。！？!?…）)—\-]|的|[时時](?=[，,候])|[之以][后後前]|[后後](?=[，,])|[とはがをのにもで](?=[\u3041-\u9fff])|"
    r"[^\s“”「」『』，。！？：:没沒]{0,6}?(?:说|說|道|问|問|答|喊|叫|笑|骂|罵|嚷|强调|強調|表示|指出|补充|補充|解释|解釋)(?:道|着|著)?"
    r"(?![^\S\r\n]*[：:])[，。！？])"
)
# Korean and Japanese go on like this after what was said: "어디 가?"라고, Hello! と言った.
_QUOTED = re.compile(r"[^\S\r\n]*と(?:[言思叫聞答書考感述語]|いう|いい|いっ|つぶや)")
_HANGUL = re.compile("[가-힣]")
# Han before a full stop of ASCII that end a sentence; after others it may stand for the dot in a name (乔治.布什).
_FINAL = frozenset("了吗嗎呢吧啊呀啦")
# Particles before an ellipsis that show a whole sentence (呢 may follow a topic).
_ENDS = frozenset("嗎吗吧呀啊啦喔哦噢嘛丫")
_PARTICLES = frozenset("啦呀喔哦呢吧嘛啊哟喲耶咯囉啰喇㗎噢嘿")
_HAN = re.compile(f"[{HAN}]")
# After one of these a hard stop ends nothing (and line ends are judged by themselves).
_NOT_AFTER_HARD = frozenset("，,、；;：:）)”’」』》と\r\n")
# Names that end in a mark.
_NAMES = frozenset({"Yahoo", "Jeopardy", "Wham"})
_WIDE = re.compile("[。！？，]")
_OPEN_TAG = re.compile(r"<[A-Za-z]{1,10}>")
_HEADING = re.compile(r"\s*(?:\w+\s+){0,3}\w+:\s+(?=[^.:؟?!\n]{1,200}[؟?])")
_GLUED_STOPS = frozenset({".", "!", "?", "!!", "??", "?!", "!?", "!!!"})
# A weak stop inside speech: 「阿姐，不要走啊！大家都在。」
_WEAK = frozenset("！!")
_PAIRS = (
    ("“", "”"),
    ("「", "」"),
    ("『", "』"),
    ("«", "»"),
    ("„", "“"),
    ("„", "”"),
    ("»", "«"),
    ('"', '"'),
    ("(", ")"),
    ("（", "）"),
    ("[", "]"),
    ("《", "》"),
)
# A straight quote after one of these closes.
_NOT_BEFORE = (".", "!", "?", ",", ";", ":", "…")
_INNER = re.compile(r"[.!?…。！？।][^\w\s]*\s*\S")
_CLOSED = re.compile(r"[.!?…。！？।]\s?\W?\Z")


def sentences(text: str, lang: str | None = None, *, quotes: str = "cut") -> Spans:
    """The sentences of ``text`` as spans that tile it.

    ``lang`` is a BCP 47 code; ``None`` chooses by what the beginning of the text shows.  ``quotes="keep"`` leaves a quotation or bracket that holds
    several sentences whole; ``"cut"`` does so only where the sentence around it goes on.

    >>> sentences("Mr. Smith paid $3.50. He left.").texts()
    ['Mr. Smith paid $3.50. ', 'He left.']
    >>> sentences("他说：“走吧。”然后就走了。真的！？").texts()
    ['他说：“走吧。”', '然后就走了。', '真的！？']
    """
    keep = _policy(quotes)
    return Spans(text, _ends(require_text(text), choose(text, lang), keep))


def _ends(text: str, rules: Rules, keep: bool) -> list[int]:
    ends: list[int] = []
    size = len(text)
    marks = _list_marks(text)
    held = iter(_held(text, keep))
    begin, end, whole = next(held, nothing := (size, size, True))
    hard = rules.hard
    start = 0
    if rules.language.heading_colon and (heading := _HEADING.match(text)):
        ends.append(start := heading.end())
    for m in rules.candidates.finditer(text):
        at, after = m.span()
        if after == size:
            break
        while end <= at:
            begin, end, whole = next(held, nothing)
        first = text[at]
        if first in hard:
            if (
                at < begin and text[after] not in _NOT_AFTER_HARD and (after == at + 1 or m.end(1) == m.end(2))
            ):  # the usual case in CJK text
                ends.append(after)
                start = after
                continue
        elif first in "\r\n":
            if at == start:
                if ends:
                    ends[-1] = start = after
            elif not _wrapped(text, start, at, after):
                ends.append(after)
                start = after
            continue
        if text[after] in "\r\n" or at in marks:
            continue
        if m[1] is None:  # a wave ends a sentence where it draws out a final particle: 好开心啦～
            if text[at - 1 : at] in _PARTICLES and _HAN.match(text, at - 2) and _HAN.match(text, after):
                ends.append(after)
                start = after
            continue
        if begin < at and m.end(2) < end and (whole or first in _WEAK):
            continue
        cut = _cut(text, start, m, rules)
        if cut:
            ends.append(cut)
            start = cut
    if marks:
        ends = sorted({*ends, *(p for p, begins in marks.items() if begins)})
    if size and (not ends or ends[-1] != size):
        ends.append(size)
    return ends


def _cut(text: str, start: int, m: re.Match[str], rules: Rules) -> int:
    """Where the sentence that began at ``start`` ends at the stop, closers and blanks of ``m``; 0 if it goes on."""
    at, after = m.span()
    closers, blank = m.group(2, 3)
    stop = text[at : m.end(1)]
    following = text[after]
    if not rules.hard.isdisjoint(stop):
        if closers:
            return 0 if _GOES_ON.match(text, after) or _inside(text, start, at, closers) else after
        if following == "と":
            return 0 if _QUOTED.match(text, after) else after
        return 0 if following in _NOT_AFTER_HARD else after
    first, final = stop[0], stop[-1]
    if (stop == "..." or first == "…") and text[at - 1 : at] in ("[", "(", "（", "［"):  # [...] stands for what was left out
        return 0
    if following >= "\u2e80" and first not in ".．":
        if closers and not blank and _HANGUL.match(following):
            return 0
        if first == "…":
            return after if text[at - 1 : at] in _ENDS and not closers and _HAN.match(following) else 0
        if following == "と":
            return 0 if _QUOTED.match(text, after) else after
        if (closers and _GOES_ON.match(text, after)) or following in _NOT_AFTER_HARD:
            return 0
        return 0 if stop == "!" and not blank and _in_name(text, start, at) else after
    if not blank:
        return after if _glued(text, start, m, rules) else 0
    if first == "…" and text[at - 1 : at] >= "\u2e80" and following >= "\u2e80":
        return 0
    if following in "\"'" and text[after + 1 : after + 2] in (" ", "\n", "") and _closes(text, after):
        after += 1 + (text[after + 1 : after + 2] == " ")
        if after >= len(text) or text[after] in "\r\n":
            return 0
        following = text[after]
    tag = _OPEN_TAG.match(text, after) if following == "<" else None
    nxt = _NEXT_WORD.match(text, tag.end() if tag else after)
    word = nxt[0] if nxt else following
    opens = word[0] in _OPENING
    if opens:
        inner = _NEXT_WORD.search(text, after + 1, after + _BACK)
        while inner and inner[0] in _OPENING:
            inner = _NEXT_WORD.search(text, inner.end(), after + _BACK)
        word = inner[0] if inner else ""
        if rules.language.dash_goes_on and following in "-–—" and text[after + 1 : after + 2].isspace():
            return 0
    lower = word[:1].islower()
    if final == "?":
        return 0 if lower and (closers or opens) else after
    if final == "!":
        if lower:
            return 0 if closers or opens or len(stop) == 1 else after
        return 0 if _word_before(text, start, at) in _NAMES and word.lower() not in rules.starters else after
    if len(stop) > 1 or first == "…":
        if _SPACED_ELLIPSIS.match(stop) and text[at - 1 : at].isalnum() and not closers:
            return at + 2
        return after if (word[:1].isupper() and word not in rules.always_capital) or word[:1].isdigit() else 0
    before = _word_before(text, start, at)
    return after if rules.full_stop(text, start, at, before, closers, word, opens) else 0


def _inside(text: str, start: int, at: int, closers: str) -> bool:
    """Whether a hard stop before ``closers`` stands in a title, or in a bracket that is part of a sentence: 《谁？》, 约三人（含他。）."""
    if closers[0] in "》〉":
        return True
    if closers[0] not in "）)":
        return False
    opening = text.rfind("（" if closers[0] == "）" else "(", start, at)
    return opening > start and text[opening - 1] not in _SOFT_END and not text[opening - 1].isspace()


def _glued(text: str, start: int, m: re.Match[str], rules: Rules) -> bool:
    """A stop without a blank after it: it ends a sentence only between two plain words, as sloppy writers and machines leave them."""
    at, after = m.span()
    if m[2] or text[at : m.end(1)] not in _GLUED_STOPS:
        return False
    if text[after] >= "\u2e80":
        return text[at - 1 : at] in _FINAL and _HAN.match(text, after) is not None
    starts = rules.glued.match(text, after)
    if not starts and not (text[after].isupper() and rules.starts(text, after)):
        return False
    # A blank on the wrong side: It is good .The end
    before = _word_before(text, start, at - 1 if text[at - 1 : at].isspace() else at)
    if before[-1:].isdigit():
        return not starts or rules.starts(text, after)
    return len(before) > 2 and before.isalpha() and before[1:].islower() and not rules.kinds(before)


def _in_name(text: str, start: int, at: int) -> bool:
    """Whether the mark at ``at`` before a letter of CJK belongs to a Latin name: 一本Yes!的封面, where the marks of sentences are wide."""
    word = _word_before(text, start, at)
    if word in _NAMES:
        return True
    before = at - len(word)
    return (
        word.isascii()
        and word[:1].isupper()
        and before > start
        and _WIDE.search(text, max(0, at - 200), at + 200) is not None
        and (_HAN.match(text, before - 1) is not None)
    )


def _closes(text: str, at: int) -> bool:
    """Whether a straight quote between blanks closes one that stands so before it in its line: as a ' Maistre Boursier . ' He left ."""
    begin = max(text.rfind("\n", 0, at) + 1, at - _HELD)
    return f" {text[begin:at]}".count(f" {text[at]} ") % 2 == 1


def _word_before(text: str, start: int, at: int) -> str:
    """The word that ends at ``at``, without quotes and brackets before it; empty if a blank stands there."""
    begin = max(start, at - _BACK)
    word = text[max(begin, text.rfind(" ", begin, at) + 1) : at]
    if not word.isalnum() or word[0] >= "\u2e80":
        last = _LAST_WORD.search(word)
        word = last[0].lstrip("'‘’-–—/*_") if last else ""
    return word


def _wrapped(text: str, start: int, at: int, after: int) -> bool:
    """Whether the line end at ``text[at:after]`` only wraps a line: a sentence of a script with capitals goes on in lower case after it."""
    if after - at > 1 and text[at:after] != "\r\n":
        return False
    tail = text[max(start, at - 4) : at]
    line = tail.rstrip()
    if not line or line[-1] in _SOFT_END or line[-1] >= "\u2e80":
        return False
    following = text[after]
    if following.islower():
        if at - start >= _WRAPPED and not _LINE_END.search(text, at - _WRAPPED, at):
            return True
        stop = _LINE_END.search(text, after, after + _AHEAD)
        rest = text[after : stop.start() if stop else after + _AHEAD].rstrip()
        return rest[-1:] in _SOFT_END
    # A blank before the line end is how "flowed" text (RFC 3676) says that the line goes on.
    return line != tail and following.isalpha() and following < "\u2e80" and at - start >= _WRAPPED


_LINE_END = re.compile(r"[\r\n]")


def _list_marks(text: str) -> dict[int, bool]:
    """Offsets of the marks of numbered lists: where an item begins inside a line (true), and the stops that belong to marks (false)."""
    marks: dict[int, bool] = {}
    first = _LIST_FIRST.match(text)
    for m in (*((first,) if first else ()), *_LIST.finditer(text)):
        label, close = m.group(1, 2)
        marks[m.start(2)] = False
        line_end = _LINE_END.search(text, m.end())
        stop = line_end.start() if line_end else len(text)
        position = m.end()
        while True:
            roman = _ROMAN.index(label) + 1 if label in _ROMAN[:-1] else 0
            label = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1) if len(label) == 1 else ""
            found = _next_mark(text, label + close, position, stop) if label else None
            if not found and roman:
                label = _ROMAN[roman]
                found = _next_mark(text, label + close, position, stop)
            if not found:
                break
            begin, position = found
            marks[begin] = True
            marks.setdefault(position - len(close), False)
    return marks


def _next_mark(text: str, mark: str, position: int, stop: int) -> tuple[int, int] | None:
    """Where the list mark ``mark`` (with a bullet, if it has one) stands before ``stop``: its offsets, or ``None``."""
    at = text.find(mark, position, stop)
    while at >= 0:
        bullet = _BULLET.search(text, max(position, at - 2), at)
        begin = bullet.start() if bullet else at
        after = at + len(mark)
        if text[begin - 1].isspace() and not text[after : after + 1].isdigit() and _ITEM.match(text, after, stop):
            return begin, after
        at = text.find(mark, at + 1, stop)
    return None


_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_BULLET = re.compile(r"[•⁃‣▪*][ \t\xa0]?\Z")
_ITEM = re.compile(r"[ \t]*[^\s.)]")


def _held(text: str, keep: bool) -> list[tuple[int, int, bool]]:
    """Quotations and brackets inside which no sentence ends: those after which the sentence around them goes on (all, to ``keep``).

    The flag is false for Chinese speech in which only weak stops are passed over.
    """
    out: list[tuple[int, int, bool]] = []
    for opening, closing in _PAIRS:
        begin = text.find(opening)
        while begin >= 0:
            end = text.find(closing, begin + 1, begin + _HELD) + 1
            if not end:
                begin = text.find(opening, begin + 1)
                continue
            if opening != closing:
                begin = max(begin, text.rfind(opening, begin + 1, end - 1))
            elif not _straight(text, begin, end):
                begin = end - 1  # it closes something, or nobody can tell
                continue
            if opening == "»" and not (text[begin + 1].isalnum() and not text[begin - 1 : begin].strip()):
                begin = text.find(opening, begin + 1)
                continue
            if _INNER.search(text, begin + 1, end - 1) and not _LINE_END.search(text, begin, end):
                if keep or _embedded(text, begin, end):
                    out.append((begin, end, True))
                elif opening in "“「『":
                    out.append((begin, end, False))
            begin = text.find(opening, end)
    if len(out) > 1:
        out.sort(key=lambda span: (span[0], -span[1]))
        outer: list[tuple[int, int, bool]] = []
        for span in out:
            if not outer or span[0] >= outer[-1][1]:
                outer.append(span)
        return outer
    return out


def _straight(text: str, begin: int, end: int) -> bool:
    """Whether two straight quotes are a pair: the first clings to what follows it, the second to what stands before it."""
    before, after = text[begin - 1 : begin], text[end : end + 1]
    return not (
        before.isalnum() or before in _NOT_BEFORE or text[begin + 1].isspace() or text[end - 2].isspace() or after.isalnum()
    )


def _embedded(text: str, begin: int, end: int) -> bool:
    following = text[end : end + 2].lstrip(" \xa0")[:1]
    if not following or following in "\r\n":
        return False
    if following.islower() or following in ",;:，、；：(":
        return True
    return not _CLOSED.search(text, begin, end - 1) and following not in ".!?。！？…"


def paragraphs(text: str) -> Spans:
    r"""The paragraphs of ``text``: each line with its line end and the blank lines after it, as spans that tile it.

    >>> paragraphs("one\n\ntwo\nthree").texts()
    ['one\n\n', 'two\n', 'three']
    """
    ends = [m.end() for m in re.finditer(r"[\r\n](?:[^\S\r\n]*[\r\n])*", require_text(text))]
    if text and (not ends or ends[-1] != len(text)):
        ends.append(len(text))
    return Spans(text, ends)


def iter_sentences(
    text: str | Iterable[str], lang: str | None = None, *, quotes: str = "cut", chunk: int = 65536
) -> Iterator[Span]:
    r"""The sentences of a long text one after the other, the same as :func:`sentences` gives, in bounded memory.

    ``text`` is a ``str`` or any iterable of pieces (an open file); offsets count from its beginning.  What is held at a time is about
    ``chunk`` code points, or the longest line.

    >>> [span.text for span in iter_sentences(["One. Tw", "o.\nThree."])]
    ['One. ', 'Two.\n', 'Three.']
    """
    keep = _policy(quotes)
    rules: Rules | None = None

    def make(piece: str) -> Spans:
        nonlocal rules
        rules = rules or choose(piece, lang)
        return Spans(piece, _ends(piece, rules, keep))

    return streamed(text, max(chunk, HEAD), make)


def iter_paragraphs(text: str | Iterable[str], *, chunk: int = 65536) -> Iterator[Span]:
    """The paragraphs of a long text one after the other, the same as :func:`paragraphs` gives, in bounded memory."""
    return streamed(text, chunk, paragraphs)


def _policy(quotes: str) -> bool:
    if quotes not in ("cut", "keep"):
        raise UnknownNameError("policy for quotes", quotes, ("cut", "keep"))
    return quotes == "keep"
