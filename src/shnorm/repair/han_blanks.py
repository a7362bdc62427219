"""Blanks between Han: text set letter by letter, text cut into words, and a stray blank inside a word.

A word list decides the last; names padded to three letters, tables, couplets, subtitles and headlines keep their blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shnorm.dictionary import DICTIONARY
from shnorm.fold import simplified
from shnorm.gate import Context, Gate
from shnorm.repair.layout import Here, lines_with
from shnorm.rules import Rule
from shnorm.script import HAN
from shnorm.wordlist import words

_GAP = re.compile(f" (?=[{HAN}])(?<=[{HAN}] )")
_HAN = re.compile(f"[{HAN}]")
_ALL_HAN = re.compile(f"[{HAN}]+")
_MARKS = "，。、；：！？“”‘’（）《》「」『』…—,.;:!?()\"'"
_EDGES = re.compile(rf"^[{re.escape(_MARKS)}]+|[{re.escape(_MARKS)}]+$")
#: Marks that bring their own blank.
_WIDE = frozenset("，。、；：！？")
#: Words that a list of keywords or names does not hold.
_FUNCTION = words(
    "的 了 在 是 和 与 也 都 就 还 很 不 没 没有 我 我们 你 你们 他 她 它 他们 这 那 这个 那个 有 可以 要 会 能 将 被 把 对 从 到 为 以 及 或 而 但 "
    "但是 因为 所以 如果 已经 正在 着 过 地 得 吗 呢 吧 请 您 於 與 個 這 沒有 為 從 會 將 對 還 們 我們 你們 他們 這個 那個 沒"
)
#: Single letters that are words: beside a blank they need not belong to the word across it.
_FREE = frozenset(
    "的了在是和与及或而但也都就还很不没有我你他她它这那要会能将被把对从到为以着过地得吗呢吧请您中等人年月日时上下内外前后里大小多少新老本该各每某一二三四五六七"
    "八九十百千万亿两几说看去来给让使由于向往用做当再又只可如若因所其此则即并且比更最"
)
#: Members of series, which are set apart on purpose.
_SERIES = frozenset("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥金木水火土东東南西北春夏秋冬日月")
#: Least number of single letters in a row, or in a line, that make it a line set letter by letter.
_LETTERS = 5


def _spaced_lines(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    """Lines set letter by letter or cut into words: all their blanks between Han, and between Han and marks."""
    if text.isascii():
        return
    for start, end in lines_with(context, _GAP):
        line = text[start:end]
        for a, b in _spaced_gaps(line):
            yield start + a, start + b, ""


def _spaced_gaps(line: str) -> list[tuple[int, int]]:
    if line.count(" ") < _LETTERS - 1:
        return []
    body = line.strip()
    if "\t" in body or "  " in body or "\u3000" in body or "|" in body:
        return []
    tokens: list[tuple[int, int]] = [m.span() for m in re.finditer(r"[^ ]+", line)]
    bare = [_EDGES.sub("", line[a:b]) for a, b in tokens]
    han = [w for w in bare if _HAN.search(w)]
    single = sum(len(w) == 1 for w in han)
    lone = sum(not w for w in bare)
    if not lone and _SERIES.issuperset("".join(han)):
        return []
    letters = single >= _LETTERS and single * 10 >= len(han) * 8
    segmented = (
        len(han) >= _LETTERS
        and all(len(w) <= 5 for w in han)
        and sum(map(len, han)) <= 3 * len(han)
        and (lone > 0 or sum(w in _FUNCTION for w in han) >= 2)
        and (lone > 0 or len(han) >= 6 or body[-1] in "。！？.!?")
    )
    out: list[tuple[int, int]] = []
    whole = letters or segmented
    run: list[int] = []  # gaps of the present run of single letters

    def close() -> None:
        if not whole and len(run) >= _LETTERS - 1:
            out.extend((tokens[i][1], tokens[i + 1][0]) for i in run)
        run.clear()

    for i in range(len(tokens) - 1):
        left, right = line[tokens[i][1] - 1], line[tokens[i + 1][0]]
        joins = (
            (_joinable(left) or _joinable(right))
            and (_joinable(left) or left in _MARKS)
            and (_joinable(right) or right in _MARKS)
        ) or (whole and (left in _WIDE or right in _WIDE))
        if whole and joins:
            out.append((tokens[i][1], tokens[i + 1][0]))
        if joins and not whole and len(bare[i]) <= 1 and len(bare[i + 1]) <= 1 and (not bare[i] or _HAN.match(bare[i])):
            run.append(i)
        else:
            close()
    close()
    return out


def _joinable(ch: str) -> bool:
    return ch > "⺀" and _HAN.match(ch) is not None


def _stray(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    """A blank inside a word of running text."""
    if text.isascii():
        return
    for start, end in lines_with(context, _GAP):
        line = text[start:end]
        gaps = [m.start() for m in _GAP.finditer(line)]
        if len(gaps) > 3 and len(gaps) * 8 > len(line):
            continue
        for at in gaps:
            if cuts_word(line, at, at + 1):
                yield start + at, start + at + 1, ""


def cuts_word(text: str, end: int, start: int) -> bool:
    """Whether a word runs from the Han before ``end`` on to the Han at ``start``, and was cut in two there.

    The joined run has a dictionary word across the cut, and what the cut leaves on either side is no word that stands by itself: one
    of the halves is a bare letter or none of the halves is in the dictionary, and the rest of the run is long enough to be a sentence.
    """
    left = text[max(0, end - 24) : end]
    right = text[start : start + 24]
    a = _TAIL.search(left)
    b = _ALL_HAN.match(right)
    if a is None or b is None:
        return False
    x, y = simplified(a.group()), simplified(b.group())
    if len(x) + len(y) < 5:
        return False
    # Words of the dictionary only: what the hidden Markov model guesses would pass for words that a blank may part.
    words = DICTIONARY.get()
    position, word, offset = 0, "", 0
    for token in words.cut(x + y, False):
        if position < len(x) < position + len(token):
            word, offset = token, len(x) - position
        position += len(token)
    if not word or not words.has_word(word):
        return False
    halves = word[:offset], word[offset:]
    before, after = words.cut(x, False), words.cut(y, False)
    if after and after[0][:-1] == halves[1] and after[0][-1] in _PLACES:
        after = [halves[1]]  # 园里, 馆内: the noun and where in it
    if not (_ends_with(before, halves[0]) and _ends_with([w[::-1] for w in reversed(after)], halves[1][::-1])):
        return False
    # A half that is a word of two letters or more may stand by itself (北京 大学).
    # Beside one, a bare letter belongs to it unless it is a word too.
    if all(len(half) == 1 or not words.has_word(half) for half in halves):
        return True
    bare = next((half for half in halves if len(half) == 1), None)
    return bare is not None and bare not in _FREE


_PLACES = frozenset("里裡内內中上外下")


def _ends_with(tokens: list[str], half: str) -> bool:
    """Whether the last of ``tokens`` make up exactly ``half``."""
    rest = half
    for token in reversed(tokens):
        if not rest:
            break
        if not rest.endswith(token):
            return False
        rest = rest[: -len(token)]
    return not rest


_CJK_CLOSE = "，。、；：！？）》】」』〉〕”’"
# One pattern for each mark: a pattern is found fastest that begins with a literal.
_BEHIND_BLANK = tuple((mark, re.compile(rf"{mark}(?<=[ \xa0].)").finditer) for mark in "，。、；：！？）》】」』")
_LEFT_OF_BLANK = re.compile(f"[{HAN}0-9A-Za-z%％{_CJK_CLOSE}]")


def _has_han(line: str) -> bool:
    return _HAN.search(line) is not None


def _before_mark(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    here = Here(context)
    for end in sorted(m.start() for mark, each in _BEHIND_BLANK if mark in text for m in each(text)):
        start = end
        while start and text[start - 1] in " \xa0":
            start -= 1
        # In a line of another language the mark itself is wrong, and goes together with its blanks.
        left = text[start - 1 : start]
        if not _LEFT_OF_BLANK.match(left):
            continue
        if here.at(start).fact(_has_han) and (left > "⺀" or here.chinese):
            yield start, end, ""


# Where no other blank occurs, the plain one is found several times as fast as one of two.
_AFTER_MARK, _AFTER_MARK_ANY = (
    re.compile(
        rf"{blank}(?:(?=[{HAN}“《（「『])(?<=[{HAN}”》）][，。、；！？].)|(?=[{HAN}])(?<=[。！？]”.)|(?=[“「『])(?<=[{HAN}]：.)"
        rf"|(?<=[（《「『【].)[ \xa0]*(?=[{HAN}0-9A-Za-z]))"
    )
    for blank in (" ", r"[ \xa0]")
)


def _after_mark(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for m in (_AFTER_MARK_ANY if "\xa0" in text else _AFTER_MARK).finditer(text):
        yield m.start(), m.end(), ""


_TAIL = re.compile(f"[{HAN}]+$")
_ZH = Gate(langs=frozenset({"zh"}))

RULES = (
    Rule(
        name="blank-before-cjk-mark",
        why="segmented text: a blank stands before a mark that never has one",
        find=_before_mark,
        hint=tuple(" " + mark for mark in "，。、；：！？）》】」』"),
        lang="zh",
        examples=[("天气很好 ， 我们去爬山。", "天气很好，我们去爬山。")],
        keeps=["请选出正确的一项（ ）。"],
        source="gold",
    ),
    Rule(
        name="blank-after-cjk-mark",
        why="a full-width mark brings its own blank",
        find=_after_mark,
        gate=Gate(scripts=frozenset({"Han"})),
        hint=tuple(mark + " " for mark in "，。、；：！？”（《「『【"),
        lang="zh",
        examples=[("天气很好， 我们去爬山。", "天气很好，我们去爬山。"), ("他说： “走吧。”", "他说：“走吧。”")],
        keeps=["时间： 上午九点", "床前明月光，  疑是地上霜。"],
        source="seeds/003",
    ),
    Rule(
        name="spaced-han",
        why="set letter by letter or cut into words; Han is written without blanks",
        find=_spaced_lines,
        hint=" ",
        gate=_ZH,
        examples=[
            ("我 们 的 工 厂 位 于 苏 州 ， 占 地 三 公 顷 。", "我们的工厂位于苏州，占地三公顷。"),
            ("天气 很 好 ， 我们 去 爬山 。", "天气很好，我们去爬山。"),
        ],
        keeps=["参会人员：张 伟  李晓明  王 芳", "姓名 年龄 城市", "一 二 三 四 五 六 七", "上海 多措并举 推进 复工 复产"],
        source="gold",
    ),
    Rule(
        name="stray-blank-in-word",
        why="a blank left over from a line end or a broken tag, inside a word",
        find=_stray,
        hint=" ",
        gate=_ZH,
        examples=[("参观者可以在一楼的服 务台领取耳机。", "参观者可以在一楼的服务台领取耳机。")],
        keeps=["出席会议的有张 伟和李晓明。", "第一章 总则", "新华社北京5月3日电 记者报道"],
        source="gold",
    ),
)
