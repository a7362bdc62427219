r"""Characters that nobody sees: controls, escapes, zero-width blanks, joiners, bidi marks, selectors, tags.

Each is taken out only where it carries nothing.  What decides is the nearest visible character on either side (joiners shape
Persian and Indic words and build emoji, zero-width blanks divide Khmer words, selectors choose a glyph of a Han character)
or, for bidi marks, whether the line holds any letter written from right to left.  It must not know languages, only scripts.
Source of the sets: the Unicode Standard 15, chapter 23.2-23.8; UTS #51 for emoji; StandardizedVariants.txt for selectors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import regex

from shnorm.gate import Context
from shnorm.protect import KINDS
from shnorm.rules import Finder, Rule
from shnorm.script import HAN

#: Kinds of protected span that may lose an invisible character: all but the user's own.
ANYWHERE = frozenset(KINDS) - {"user"}

ZWSP, ZWNJ, ZWJ = "\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"
WJ, BOM, SHY, CGJ = "\N{WORD JOINER}", "\N{ZERO WIDTH NO-BREAK SPACE}", "\N{SOFT HYPHEN}", "\N{COMBINING GRAPHEME JOINER}"
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DEPRECATED = "\u206a-\u206f"
_FILLERS = "\u115f\u1160\u3164\uffa0"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_MONGOLIAN = "\u180b-\u180f"
_TAGS = "\U000e0001\U000e0020-\U000e007f"
#: Function application, invisible times, separator and plus: formulas have them.
_OPERATORS = "\u2061-\u2064"
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_RUN = regex.compile(
    f"[{SHY}{CGJ}{ZWSP}{ZWNJ}{ZWJ}{WJ}{BOM}{BIDI}{_DEPRECATED}{_FILLERS}{_SELECTORS}{_MONGOLIAN}{_TAGS}{_OPERATORS}{_OBJECT}]+"
)

# Letters and digits only: the marks themselves are of these classes, too.
_RTL = regex.compile(r"(?=[\p{L}\p{N}])[\p{Bidi_Class=R}\p{Bidi_Class=AL}\p{Bidi_Class=AN}]")
# Scripts that write without blanks and mark word borders with U+200B, or whose letters are shaped by their neighbours.
_PLAIN = regex.compile(
    r"[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Cyrillic}"
    r"\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\P{L}&&\P{M}]",
    regex.V1,
)
_PICTURE = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Emoji_Modifier_Base}\p{Emoji_Presentation}]")
_SELECTABLE = {
    "emoji": regex.compile(r"[\p{Emoji}\p{Extended_Pictographic}]"),
    "glyph": regex.compile(
        rf"[{HAN}\p{{Sm}}\p{{Script=Myanmar}}\p{{Script=Phags_Pa}}\p{{Script=Manichaean}}\p{{Script=Mongolian}}"
        r"\u3000-\u303f\uff01-\uff65\u2010-\u2027]"
    ),
    "ideograph": regex.compile(f"[{HAN}]"),
}
_MONGOL = regex.compile(r"\p{Script=Mongolian}")
_HANGUL = regex.compile(r"\p{Script=Hangul}")
_LETTER = regex.compile(r"[\p{L}\p{M}]")
_BLANKS = " \u00a0\u3000\t"


def _runs(text: str) -> Iterator[tuple[int, int]]:
    for m in _RUN.finditer(text):
        yield m.start(), m.end()


def _is(pattern: regex.Pattern[str], ch: str) -> bool:
    return bool(ch) and pattern.match(ch) is not None


def _each(chars: str, carries: Callable[[str, int, int, int], bool]) -> Finder:
    """A finder that deletes ``chars`` (members of a character class) unless ``carries(text, start, end, i)``.

    ``text[start:end]`` is the whole run of invisible characters and ``i`` the place of the one in question.
    """
    wanted = frozenset(_chars(chars))

    def find(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
        # One edit for what goes together, unless the user's own spans may divide it.
        single = bool(context.memory.guards)
        for start, end in _runs(text):
            first = -1
            for i in range(start, end):
                gone = text[i] in wanted and not carries(text, start, end, i)
                if first >= 0 and (single or not gone):
                    yield first, i, ""
                    first = -1
                if gone and first < 0:
                    first = i
            if first >= 0:
                yield first, end, ""

    return find


def _near(text: str, start: int, end: int) -> tuple[str, str]:
    """The visible characters before and after the run ``text[start:end]``, looking over one blank; empty at an end."""
    before = text[start - 1] if start else ""
    if before and before in _BLANKS and start > 1:
        before = text[start - 2]
    after = text[end : end + 1]
    if after and after in _BLANKS:
        after = text[end + 1 : end + 2]
    return before, after


def _divides_words(text: str, start: int, end: int, i: int) -> bool:
    return not all(not ch or _is(_PLAIN, ch) for ch in _near(text, start, end))


def _shapes(text: str, start: int, end: int, i: int) -> bool:
    """A joiner beside a letter of a script that shapes its letters, or inside an emoji sequence."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before and not _is(_PLAIN, before)) or (after and not _is(_PLAIN, after)):
        return True
    return text[i] == ZWJ and _is(_PICTURE, before) and _is(_PICTURE, after)


def _selects(text: str, start: int, end: int, i: int) -> bool:
    before = text[i - 1] if i else ""
    if text[i] >= "\U000e0100":
        return _is(_SELECTABLE["ideograph"], before)
    if text[i] >= "\ufe0e" and _is(_SELECTABLE["emoji"], before):
        return True
    return _is(_SELECTABLE["glyph"], before)


def _mongolian(text: str, start: int, end: int, i: int) -> bool:
    return any(_is(_MONGOL, ch) for ch in _near(text, start, end))


def _calculates(text: str, start: int, end: int, i: int) -> bool:
    # A word of natural text is longer than a variable.
    before, after = text[max(0, start - 3) : start], text[end : end + 3]
    return not (
        after[:1].isspace() or before[-1:].isspace() or (before.isalpha() and after.isalpha() and len(before + after) == 6)
    )


def _combines(text: str, start: int, end: int, i: int) -> bool:
    return _is(_LETTER, text[start - 1 : start]) and _is(_LETTER, text[end : end + 1])


def _bidi(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    plain: dict[int, bool] = {}
    for m in _BIDI_RUN.finditer(text):
        index = context.lines.at(m.start())
        if index not in plain:
            plain[index] = not _RTL.search(context.lines.content(index))
        if plain[index]:
            yield m.start(), m.end(), ""


_BIDI_RUN = regex.compile(f"[{BIDI}{_DEPRECATED}]+")


def _soft_hyphen(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    for m in _SHY.finditer(text):
        if m.group(1) or not (text[m.start() - 1 : m.start()].isdigit() and text[m.end() : m.end() + 1].isdigit()):
            yield m.start(), m.end(), ""


# A hyphen that the line break made visible goes together with the break.
_SHY = regex.compile(rf"{SHY}+(?:(?<=\p{{Ll}}{SHY})( ?\n *)(?=\p{{Ll}}))?")


def _filler(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    if not _HANGUL.search(regex.sub(f"[{_FILLERS}]", "", text)):
        for m in regex.finditer(f"[{_FILLERS}]+", text):
            yield m.start(), m.end(), ""


def _tags(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    for m in _TAG_RUN.finditer(text):
        flag = text[m.start() - 1 : m.start()] == "\N{WAVING BLACK FLAG}" and m.group()[-1] == "\U000e007f"
        if not flag:
            yield m.start(), m.end(), ""


_TAG_RUN = regex.compile(f"[{_TAGS}]+")


def _controls(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    for m in _CONTROL.finditer(text):
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        run = m.group()
        if run == "\b" and before and (before in ("_", after)):
            continue  # struck over on a printer (N, backspace, N): the doubled letter would stay
        if run[0] >= "\x80" and (_high(before) or _high(after)):
            continue  # bytes of garbled text: without them it can never be decoded
        yield m.start(), m.end(), ""


def _high(ch: str) -> bool:
    return "\xa0" <= ch <= "\xff"


_CONTROL = regex.compile(r"[\x00-\x08\x0e-\x1f\x7f]+|[\x80-\x84\x86-\x9f]+")


def _breaks(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    for m in _BREAK.finditer(text):
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        if before.islower() and before.isascii() and after.islower() and after.isascii() and "\u2028" not in m.group():
            continue  # of<FF>ice: the code that TeX fonts give the ligature ffi, not the end of a page
        at_edge = not before or not after or before in "\r\n" or after in "\r\n"
        if _high(before) and "\x85" in m.group():
            continue
        yield m.start(), m.end(), "" if at_edge else "\n"


_BREAK = regex.compile(r"[\x0b\x0c\x85\u2028\u2029]+")


def _chars(spec: str) -> tuple[str, ...]:
    """The members of a character class, as hints."""
    out: list[str] = []
    i = 0
    while i < len(spec):
        if spec[i + 1 : i + 2] == "-":
            out.extend(map(chr, range(ord(spec[i]), ord(spec[i + 2]) + 1)))
            i += 3
        else:
            out.append(spec[i])
            i += 1
    return tuple(out)


RULES = (
    Rule(
        name="ansi-escape",
        why="a terminal's colour codes are no text",
        pattern=r"(?:\x1b\[|\x9b)[0-?]{0,40}[ -/]{0,4}[@-~]|\x1b\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\)|\x1b[()][0-9A-B]|\x1b[=>78cDEHMNOZ]",
        hint=("\x1b", "\x9b"),
        inside=ANYWHERE,
        examples=[("\x1b[1;31mred\x1b[0m alert", "red alert"), ("\x1b]0;title\x07ready", "ready")],
        keeps=["array[0m] and x[31]", "a [1;31m b"],
    ),
    Rule(
        name="line-separator",
        why="U+2028, U+2029, NEL, vertical tab and form feed end a line for nobody else",
        find=_breaks,
        hint=("\x0b", "\x0c", "\x85", "\u2028", "\u2029"),
        inside=ANYWHERE,
        examples=[
            ("One\N{LINE SEPARATOR}Two", "One\nTwo"),
            ("One\N{PARAGRAPH SEPARATOR}\nTwo", "One\nTwo"),
            ("第一页\x0c第二页", "第一页\n第二页"),
        ],
        keeps=["of\x0cice", "One\nTwo"],
    ),
    Rule(
        name="control",
        why="control characters other than tab and line ends carry nothing in a text",
        find=_controls,
        hint=_chars("\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"),
        inside=ANYWHERE,
        examples=[("Ring\x07 twice.\x00", "Ring twice."), ("好\x1f的", "好的"), ("tail\x9d", "tail")],
        keeps=["a\tb", "N\bNA\bA"],
    ),
    Rule(
        name="byte-order-mark",
        why="a byte order mark belongs to a file, not to its text",
        pattern=BOM,
        hint=BOM,
        inside=ANYWHERE,
        examples=[(f"{BOM}Welcome", "Welcome"), (f"第一{BOM}章", "第一章")],
        keeps=["the bytes FE FF"],
    ),
    Rule(
        name="zero-width-space",
        why="an invisible place to break a line; only scripts without blanks need it",
        find=_each(f"{ZWSP}{WJ}", _divides_words),
        hint=(ZWSP, WJ),
        inside=ANYWHERE,
        examples=[(f"The{ZWSP} ferry", "The ferry"), (f"图书{ZWSP}馆", "图书馆"), (f"no{WJ}break", "nobreak")],
        keeps=[f"ខ្ញុំ{ZWSP}ទៅ{ZWSP}ផ្សារ", f"ภาษา{ZWSP}ไทย", f"မြန်မာ{ZWSP}စာ"],
    ),
    Rule(
        name="invisible-operator",
        why="operators of formulas that nobody sees, inside words and beside blanks",
        find=_each(_OPERATORS, _calculates),
        hint=_chars(_OPERATORS),
        inside=ANYWHERE,
        examples=[("A\u2063 quiet day", "A quiet day"), ("pass\u2062word", "password")],
        keeps=["2\u2062x + f\u2061(x)", "a\u2063b"],
    ),
    Rule(
        name="joiner",
        why="joiners shape Arabic and Indic letters and build emoji; elsewhere they carry nothing",
        find=_each(f"{ZWNJ}{ZWJ}", _shapes),
        hint=(ZWNJ, ZWJ),
        inside=ANYWHERE,
        examples=[(f"shelf{ZWNJ}ful", "shelfful"), (f"网{ZWJ}站", "网站"), (f"Bye 👋{ZWJ}!", "Bye 👋!")],
        keeps=[f"می{ZWNJ}خواهم", f"क्{ZWJ}ष", f"👨{ZWJ}👩{ZWJ}👧", f"🏳\ufe0f{ZWJ}🌈"],
    ),
    Rule(
        name="bidi-control",
        why="marks of writing direction carry nothing in a line without right-to-left letters",
        find=_bidi,
        hint=_chars(BIDI + _DEPRECATED),
        inside=ANYWHERE,
        examples=[("\u202aOpen daily\u202c until six.", "Open daily until six."), ("价格\u200e：5元", "价格：5元")],
        keeps=["\u202bשלום\u202c", "نسخة 2.0\u200f", "(\u2067مرحبا\u2069)"],
    ),
    Rule(
        name="soft-hyphen",
        why="a place where a word might have been hyphenated",
        find=_soft_hyphen,
        hint=SHY,
        inside=ANYWHERE,
        examples=[(f"gar{SHY}den", "garden"), (f"infor{SHY}\nmation", "information")],
        keeps=[f"2010{SHY}2011", "well-known"],
    ),
    Rule(
        name="variation-selector",
        why="a selector after a character that has no variants selects nothing",
        find=_each(_SELECTORS, _selects),
        hint=_chars(_SELECTORS),
        inside=ANYWHERE,
        examples=[("plain\ufe0f text", "plain text"), ("a\U000e0101b", "ab")],
        keeps=["❤\ufe0f and 3\ufe0f\u20e3", "葛\U000e0100城", "。\ufe00"],
    ),
    Rule(
        name="mongolian-selector",
        why="Mongolian selectors and the vowel separator carry nothing beside other scripts",
        find=_each(_MONGOLIAN, _mongolian),
        hint=_chars(_MONGOLIAN),
        inside=ANYWHERE,
        examples=[("pass\u180eword", "password")],
        keeps=["ᠠ\u180eᠠ", "ᠭ\u180bᠠ"],
    ),
    Rule(
        name="tag",
        why="tag characters spell the flags of regions; elsewhere they are hidden text",
        find=_tags,
        hint=_chars(_TAGS),
        inside=ANYWHERE,
        examples=[("hi\U000e0068\U000e0069 there", "hi there")],
        keeps=["🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"],
    ),
    Rule(
        name="grapheme-joiner",
        why="the combining grapheme joiner carries nothing that is not between two letters",
        find=_each(CGJ, _combines),
        hint=CGJ,
        inside=ANYWHERE,
        examples=[(f"Sale {CGJ} {CGJ}", "Sale  ")],
        keeps=[f"c{CGJ}h"],
    ),
    Rule(
        name="hangul-filler",
        why="a filler of Hangul syllables outside Korean is an invisible letter",
        find=_filler,
        hint=_chars(_FILLERS),
        inside=ANYWHERE,
        examples=[("nick\u3164name", "nickname")],
        keeps=["ㅎ\u3164한글"],
    ),
    Rule(
        name="object-placeholder",
        why="a picture or attachment that was not copied along",
        pattern=_OBJECT,
        hint=_OBJECT,
        inside=ANYWHERE,
        examples=[(f"{_OBJECT}Figure 1 shows it.", "Figure 1 shows it.")],
        keeps=["\N{REPLACEMENT CHARACTER}Figure"],
    ),
)
