"""Characters that a converter left or got wrong in Traditional text, corrected by word: 由于 → 由於, 皇後 → 皇后, 公裏 → 公里.

A character is corrected only if a word of the lexicon covers it, all spellings of that word agree on another character, no word
that covers it is written as the text has it, and the segmenter does not cut through the word (天皇後來 is 天皇 and 後來).
Stray characters that exist in the other orthography only are converted where one orthography clearly prevails in the line.
Sources: OpenCC's phrase tables (Apache-2.0), see data/spellings.txt; which pairs are errors and not free variants was chosen by
hand and checked on clean Traditional text (布/佈, 周/週, 台/臺, 占/佔 ... are free in one direction).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from shnorm.chinese.conversion_words import (
    BEFORE_NAMES,
    BOTH,
    CONTAINERS,
    FREE_WORDS,
    MISSPELLED,
    ONE_WAY,
    ONLY_IN,
    OWN_SPELLINGS,
    PLACING,
    TITLES,
)
from shnorm.dictionary import DICTIONARY
from shnorm.fold import SIMPLIFIED, simplified
from shnorm.gate import Context
from shnorm.language import japanese_only, simplified_only, traditional_only
from shnorm.language.variants import SEARCHES, could_be_japanese, several
from shnorm.lines import Lines
from shnorm.resources import Resource
from shnorm.rules import Rule
from shnorm.script import FAR_LEADS, HAN, beyond_bmp

#: OpenCC's own forms -> the forms most used in Taiwan and Hong Kong; the table is written in the latter.
VARIANTS = str.maketrans("麪裏爲羣峯衆啓喫牀脣祕汙蔘踊鉢竈糉癡鍼嘆豔僞鑒凈", "麵裡為群峰眾啟吃床唇秘污參踴缽灶粽痴針歎艷偽鑑淨")


_FORMS_OF_OPENCC = tuple((chr(form), chr(usual)) for form, usual in VARIANTS.items())


def _siblings() -> dict[str, str]:
    out: dict[str, str] = {}
    for a, b in (tuple(pair) for pair in BOTH):
        out[a] = out.get(a, "") + b
        out[b] = out.get(b, "") + a
    for a, b in (tuple(pair) for pair in ONE_WAY):
        out[a] = out.get(a, "") + b
    return out


#: Written character -> the characters that it may stand for by a converter's mistake.
SIBLINGS = _siblings()

#: The same the other way round: right character -> what converters write for it.
RIGHT: dict[str, str] = {}
for _written, _options in SIBLINGS.items():
    for _option in _options:
        RIGHT[_option] = RIGHT.get(_option, "") + _written

_RUN = re.compile(f"[{HAN}]+")
_UP_TO_RUN = re.compile(f"(?s:.*)[^{HAN}]")
#: Lines about orthographies keep what they show.
# A class of characters, then what makes them a topic: a search for the class is many times faster than one for the words.
_TOPIC = re.compile(
    "[繁简簡正异異转轉字新舊旧部五倉通俗OoHh](?:(?<=[繁简簡正异異])[体體]|(?<=[简簡])化字|(?<=繁)[简簡]|(?<=[转轉])[换換]|(?<=字)形|(?<=新)字体"
    "|(?<=[舊旧])字|(?<=部)首|(?<=五)笔|(?<=倉)頡|(?<=异)形|(?<=通)假|(?<=俗)字|(?<=[Oo])(?i:pencc)|(?<=[Hh])(?i:an[st]))"
)
_QUOTED = re.compile(
    r"“[^“”\n]{1,60}”|‘[^‘’\n]{1,60}’|「[^「」\n]{1,60}」|『[^『』\n]{1,60}』|《[^《》\n]{1,60}》|\"[^\"\n]{1,60}\""
)
# Cantonese writes 係, 吓 and others as words of its own.
_CANTONESE = frozenset("嘅啩嘥喺咗哋嗰啲冇嚟噉㗎佢乜嘢咁咩嗮攞俾畀")
# Forms that Traditional text of Hong Kong and names use freely.
_FREE = frozenset("恒")
# Simplified forms that stand in Traditional text as words of one character (吓) or in names; converted only inside a word.
_ONLY_IN_WORDS = frozenset("吓响琼却窃")
_LONGEST = 5
_HAN_LETTER = re.compile(f"[{HAN}]")


class Lexicon(NamedTuple):
    """Words by their Simplified shadow, each with its Traditional spellings, and pairs of characters that no spelling has.

    ``triggers`` find the characters that may be wrong; of the commonest only those in a suspicious pair.
    ``misspelled``: by a wrong character and the shadow of the one beside it, the shadows of the words in which it is wrong.
    """

    spellings: dict[str, tuple[str, ...]]
    suspicious: frozenset[str]
    triggers: tuple[re.Pattern[str], re.Pattern[str]]
    misspelled: dict[str, list[str]]


def _load() -> Lexicon:
    text = (files("shnorm.chinese") / "data" / "spellings.txt").read_text(encoding="utf-8")
    rows = [line.partition(" ") for line in (*text.split("\n"), *OWN_SPELLINGS) if line and line[0] != "#"]
    shadows = simplified("\n".join(row[0] for row in rows)).split("\n")
    spellings: dict[str, tuple[str, ...]] = {}
    suspicious: set[str] = set()
    for shadow, (word, _, key) in zip(shadows, rows, strict=True):
        if word in MISSPELLED:
            continue
        key = key or shadow
        spellings[key] = (*spellings.get(key, ()), word)
        for left, right in pairwise(word):
            wrong_left, wrong_right = RIGHT.get(left, ""), RIGHT.get(right, "")
            suspicious.update([left + ch for ch in wrong_right])
            suspicious.update([ch + right for ch in wrong_left])
            if wrong_left and wrong_right:
                suspicious.update([a + b for a in wrong_left for b in wrong_right])
    return Lexicon(spellings, frozenset(suspicious), _triggers(suspicious), _misspelled(spellings))


#: What may be wrong, the commonest in Traditional text first; ``_ALONE`` is not among them.
_COMMONEST = "於後發出復台面表採制向系臺術獲廠幾劃團歷範簽徵餘"


def _triggers(pairs: set[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    parts = []
    for ch in _COMMONEST:
        before = "".join(sorted(pair[0] for pair in pairs if pair[1] == ch))
        after = "".join(sorted(pair[1] for pair in pairs if pair[0] == ch))
        parts.append(f"{ch}(?:(?=[{after}])|(?<=[{before}]{ch}))")
    # A class, and branches that begin with a literal each: both are found by a search for one class of characters.
    return re.compile("|".join(parts)), re.compile(f"[{''.join(ch for ch in SIBLINGS if ch not in _COMMONEST)}]")


def _misspelled(spellings: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, words in spellings.items():
        if len(key) > _LONGEST or key in FREE_WORDS:
            continue
        for i, options in enumerate(zip(*words, strict=True)):
            for right in options:
                for wrong in RIGHT.get(right, ""):
                    if wrong not in options and key in ONLY_IN.get(wrong + right, (key,)):
                        if i:
                            found.setdefault(key[i - 1] + wrong, []).append(key)
                        if i + 1 < len(key):
                            found.setdefault(wrong + key[i + 1], []).append(key)
    return found


LEXICON: Resource[Lexicon] = Resource("chinese.spellings", _load)


def _converter() -> object:
    import opencc

    return opencc.OpenCC("s2t")


_TO_TRADITIONAL: Resource[object] = Resource("chinese.s2t", _converter)


def _forms(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The characters of ``text`` that exist in Traditional Chinese only, and those that exist in Simplified Chinese only."""
    if beyond_bmp(text):
        chars = frozenset(text)
        return chars & traditional_only(), chars & simplified_only()
    searches = SEARCHES.get()
    return frozenset(searches.traditional.findall(text)), frozenset(searches.simplified.findall(text))


# A character of Cantonese, Japanese or Korean.
_STRANGE: Resource[re.Pattern[str]] = Resource(
    "chinese.strange", lambda: re.compile(f"[{''.join(sorted(_CANTONESE | japanese_only()))}ぁ-ゖァ-ヺ가-힣]")
)


def _line_orthography(line: str, page_hant: Callable[[], bool]) -> tuple[str, frozenset[str]]:
    """``"Hant"``, ``"Hans"`` or ``""`` (leave it), and the characters of the other orthography in it."""
    if _STRANGE.get().search(line) or _TOPIC.search(line):
        return "", frozenset()
    if not beyond_bmp(line):
        # Mostly a few forms decide it, the first ones of many.
        searches = SEARCHES.get()
        new = frozenset(searches.simplified.findall(line)) - _FREE
        if several(searches.traditional, line, max(len(new) + 1, 4 * len(new) if len(new) > 3 else 0)):
            return ("", frozenset()) if new and could_be_japanese(line) else ("Hant", new)
    old, new = _forms(line)
    new -= _FREE
    if old and new and could_be_japanese(line):
        return "", frozenset()
    if len(old) > len(new) and (len(new) <= 3 or len(old) >= 4 * len(new)):
        return "Hant", new
    if len(new) > len(old) and (len(old) <= 3 or len(new) >= 4 * len(old)):
        return "Hans", old
    if not old and not new and page_hant():
        return "Hant", frozenset()
    return "", frozenset()


class _Page:
    """What the lines of one text are written in, judged when asked."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lines = context.lines
        self._known: dict[int, tuple[str, frozenset[str]]] = {}

    @cached_property
    def _hant(self) -> bool:
        old, new = _forms(self._context.text)
        return len(old) >= 4 * len(new)

    def orthography(self, index: int) -> tuple[str, frozenset[str]]:
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = _line_orthography(self._lines.content(index), lambda: self._hant)
        return known


def _has_traditional(text: str, missing: bytes) -> bool:
    return SEARCHES.get().traditional.search(text) is not None or bool(FAR_LEADS.translate(None, missing))


def _has_simplified(text: str, missing: bytes) -> bool:
    return SEARCHES.get().simplified.search(text) is not None or bool(FAR_LEADS.translate(None, missing))


#: What has to hold of a text with Eastern characters before a rule is asked.
TESTS = {"wrong-character": (_has_traditional,), "stray-character": (_has_traditional, _has_simplified)}


def _standard(text: str) -> str:
    """``text`` with the forms of :data:`VARIANTS` in place of OpenCC's own."""
    for form, usual in _FORMS_OF_OPENCC:
        if form in text:
            text = text.replace(form, usual)
    return text


def _words(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    if not SEARCHES.get().traditional.search(text) and traditional_only().isdisjoint(text):
        return
    lexicon = LEXICON.get()
    content = _standard(text)
    hits = _hits(content, lexicon)
    if not hits:
        return
    habits = {"裡": "裏" if "裏" in text and "裡" not in text else "裡", "臺": "臺" if "臺" in text else "台"}
    page, modern = _Page(context), _MODERN.search(text) is not None
    position = 0
    for i in hits:
        if i < position:
            continue
        start, end = _run_around(content, i, position)
        position = end
        mine = [k - start for k in hits[bisect_left(hits, i) : bisect_left(hits, end)]]
        corrected = list(_corrections(content[start:end], content[end : end + 1], modern, mine, lexicon))
        # Asked last, since a line is dearer to judge than a word; a run is in one line.
        if corrected and page.orthography(context.lines.at(start))[0] == "Hant":
            for k, right in corrected:
                yield start + k, start + k + 1, habits.get(right, right)


#: Characters that are judged by their neighbours where they are words of one character.
_ALONE = frozenset("里后于并只")


def _hits(text: str, lexicon: Lexicon) -> list[int]:
    """Places of characters that may be wrong: they may be words by themselves, or a word of the lexicon has another one there."""
    pairs, misspelled, partner = lexicon.suspicious, lexicon.misspelled, SIMPLIFIED.get()
    found: list[int] = []
    places = [m.start() for trigger in lexicon.triggers for m in trigger.finditer(text)]
    # The pair that ends, or that begins, at a place.
    for i in sorted([i for i in places if text[i : i + 2] in pairs or text[i - 1 : i + 1] in pairs or text[i] in _ALONE]):
        ch = text[i]
        if ch in _ALONE and _alone(ch, simplified(text[max(0, i - _LONGEST + 1) : i + 1])):
            found.append(i)
            continue
        left, right = text[i - 1 : i], text[i + 1 : i + 2]
        if ch + right in pairs or left + ch in pairs or ch == "里":
            before = misspelled.get(chr(partner.get(ord(left), ord(left))) + ch) if left else None
            after = misspelled.get(ch + chr(partner.get(ord(right), ord(right)))) if right else None
            if before or after:
                first = max(0, i - _LONGEST + 1)
                window, at = simplified(text[first : i + _LONGEST]), i - first
                for word in (*(before or ()), *(after or ())):
                    if window.find(word, max(0, at - len(word) + 1), at + len(word)) >= 0:
                        found.append(i)
                        break
    return found


def _alone(ch: str, shadow: str) -> bool:
    """Whether ``ch``, at which ``shadow`` ends, may be wrong as a word of one character; often in vain."""
    if ch == "只":
        return shadow[-2:-1] in _NUMERALS
    if ch == "里":
        return any(shadow[-1 - size : -1] in CONTAINERS for size in _CONTAINER_SIZES)
    return True


_CONTAINER_SIZES = sorted({len(word) for word in CONTAINERS})


def _run_around(text: str, i: int, least: int) -> tuple[int, int]:
    """The run of Han characters that holds ``i``, as ``(start, end)``; ``start`` is not below ``least``."""
    before, run = _UP_TO_RUN.match(text, least, i), _RUN.match(text, i)
    return before.end() if before else least, run.end() if run else i + 1


class _Run:
    """A run of Han, its Simplified shadow, and for each character the borders of the word that the segmenter sees there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shadow = simplified(text)
        self._known: tuple[list[int], list[int]] | None = None

    def _borders(self) -> tuple[list[int], list[int]]:
        if self._known is None:
            starts: list[int] = []
            ends: list[int] = []
            a = 0
            for size in map(len, DICTIONARY.get().cut(self.shadow, False)):
                starts += [a] * size
                a += size
                ends += [a] * size
            self._known = starts, ends
        return self._known

    def cut(self, start: int, end: int) -> bool:
        """Whether a word of the segmenter crosses a border of ``[start, end)``."""
        starts, ends = self._borders()
        return (starts[start] < start and ends[start] < end) or (end < len(starts) and start < starts[end] < end)

    def word(self, i: int) -> tuple[int, int]:
        starts, ends = self._borders()
        return starts[i], ends[i]


def _corrections(text: str, after: str, modern: bool, hits: list[int], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Places in a run of Han and what belongs there, from the longest words that cover each; ``after`` follows the run."""
    run, size = _Run(text), len(text)
    shadow, spellings = run.shadow, lexicon.spellings
    for i in hits:
        right = _single(run, i, after, modern)
        if right is not None:
            yield i, right
            continue
        for length in range(min(_LONGEST, size), 1, -1):
            answers: set[str] = set()
            for start in range(max(0, i - length + 1), min(i, size - length) + 1):
                key = shadow[start : start + length]
                known = spellings.get(key)
                if known is None or key in FREE_WORDS or run.cut(start, start + length):
                    continue
                options = [word[i - start] for word in known]
                right = (
                    text[i] if text[i] in options else next((ch for ch in options if ch in SIBLINGS.get(text[i], "")), text[i])
                )
                answers.add(right if key in ONLY_IN.get(text[i] + right, (key,)) else text[i])
            if answers:
                if len(answers) == 1 and text[i] not in answers:
                    yield i, answers.pop()
                break


_DATE = re.compile(r"[0-9０-９]|[今昨明本上下同此去翌][年月日天周午晚晨期届]|[一二三四五六七八九十]+[年月日]")
_LAPSE = re.compile(
    r"(?:[0-9０-９一二三四五六七八九十百千两几数半多]个?(?:年|月|日|天|周|小时|分钟|秒|星期|世纪)|(?:分钟|小时|星期|个月))多?$"
)
_COUNTED = re.compile(
    r"[大小老黑白灰黄花野]?[猫狗犬鸡鸭鹅鸟羊猪兔鱼虫虎狼熊猴鼠蝶蜂蚁蛙龟鹰雀燕鸽蟹虾箱碗杯鞋袜手脚眼耳船碟]|大象|狮子|企鹅|蝴蝶|兔子|老虎"
)
_NUMERALS = frozenset("一二三四五六七八九十两几数每这那半百千")


def _single(run: _Run, i: int, after: str, modern: bool) -> str | None:
    """What belongs in place of a word of one character, where its neighbours decide."""
    ch, shadow = run.text[i], run.shadow
    if ch == "只":
        counted = i and shadow[i - 1] in _NUMERALS and _COUNTED.match(shadow, i + 1)
        return "隻" if counted else None
    if ch not in "里后于并" or run.word(i) != (i, i + 1) or not modern:
        return None
    before = shadow[slice(*run.word(i - 1))] if i else ""
    following = shadow[i + 1 : i + 2] or after
    if ch == "里":
        return "裡" if before in CONTAINERS else None
    if ch == "于":
        dated = "0" <= following <= "9" or _DATE.match(shadow, i + 1) is not None
        placed = dated or before in PLACING or before[-1:] in _BEFORE_AT
        if not placed and before and before not in BEFORE_NAMES and i + 1 < len(shadow):
            # A surname has a given name or a title after it, a preposition a word.
            word = shadow[slice(*run.word(i + 1))]
            placed = len(word) > 1 and word not in TITLES
        return "於" if placed else None
    if ch == "并":
        return "並" if following != "州" else None
    if not i:
        return "後" if following in _LATER else None
    later = (len(before) >= 2 and following not in _COURT) or _LAPSE.search(shadow[max(0, i - 8) : i])
    return "後" if later else None


_BEFORE_AT = tuple("年月日号终正")
# What modern Chinese can hardly do without; classical Chinese writes 于 and 并 where Traditional text writes 於 and 並 today.
_MODERN = re.compile("[的了是這这個个們们在被將将年月日我你他她它著着過过嗎吗吧呢很都也還还就會会能要說说去公司開开]")
# What follows 后 as an adverb at the beginning, and 后 as an empress.
_LATER = frozenset("在被又改因经由与于")
_COURT = frozenset("宫妃冠裔位座党陵")


def _quoted(line: str, stray: frozenset[str]) -> list[tuple[int, int]]:
    """Quotations of the line that are in the other orthography themselves, in order."""
    other = traditional_only() | simplified_only()
    found = []
    for m in _QUOTED.finditer(line):
        telling = frozenset(m.group()) & other
        if telling and telling <= stray:
            found.append(m.span())
    return found


def _inside(spans: list[tuple[int, int]], i: int) -> bool:
    k = bisect_right(spans, (i, len(spans) and spans[-1][1])) - 1
    return k >= 0 and spans[k][0] <= i < spans[k][1]


def _of_both(text: str, lines: Lines) -> Iterator[int]:
    """Numbers of the lines that have characters of both orthographies, or characters above U+FFFF, which may be of either."""
    searches, far = SEARCHES.get(), beyond_bmp(text)
    position, size = 0, len(text)
    while position < size:
        if not far:
            m = searches.simplified.search(text, position)
            if m is None:
                return
            position = m.start()
        index = lines.at(position)
        start, end, position = lines[index]
        both = (
            searches.traditional.search(text, start, end) is not None and searches.simplified.search(text, start, end) is not None
        )
        if both or (far and beyond_bmp(text[start:end])):
            yield index


def _strays(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    page = _Page(context)
    for index in _of_both(text, context.lines):
        line, content = context.lines[index], context.lines.content(index)
        orthography, stray = page.orthography(index)
        if not stray or (len(content) < _SHORT and _compares(content)):
            continue
        quoted = _quoted(content, stray)
        for m in _RUN.finditer(content):
            places = [i for i in range(m.start(), m.end()) if content[i] in stray and not _inside(quoted, i)]
            if not places:
                continue
            for i, new in _converted(m.group(), [i - m.start() for i in places], orthography):
                start = line.start + m.start() + i
                yield start, start + 1, new


#: In a line shorter than this both forms of one character may be a comparison.
_SHORT = 40


def _compares(line: str) -> bool:
    """Whether both forms of one character stand in a list of words, close together, or one of them alone: 后/後, 「发」是「發」."""
    shadow, told = simplified(line), _SENTENCE.search(line) is None
    for i, ch in enumerate(line):
        if ch == shadow[i] or shadow[i] not in line:
            continue
        if told or shadow[i] in line[max(0, i - 2) : i + 3] or any(_alone_at(line, k) for k in (i, line.index(shadow[i]))):
            return True
    return False


_SENTENCE = re.compile("[。！？，]")


def _alone_at(line: str, i: int) -> bool:
    return not any(_HAN_LETTER.match(ch) for ch in line[max(0, i - 1) : i] + line[i + 1 : i + 2])


def _converted(text: str, places: list[int], orthography: str) -> Iterator[tuple[int, str]]:
    """Places in a run of Han and what stands there in ``orthography``."""
    if orthography == "Hans":
        for i in places:
            yield i, simplified(text[i])
        return
    run = _Run(text)
    for i in places:
        a, b = run.word(i)
        if b - a == 1 and text[i] in _ONLY_IN_WORDS:
            continue
        spellings = LEXICON.get().spellings
        if any(text[k : k + 2] in spellings.get(run.shadow[k : k + 2], ()) for k in (max(0, i - 1), i)):
            continue  # 鄉愿 is spelled so
        word = _TO_TRADITIONAL.get().convert(run.shadow[a:b]).translate(VARIANTS)  # type: ignore[attr-defined]  # no types
        if len(word) == b - a:
            yield i, word[i - a]


def _one(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    listed: dict[int, bool] = {}
    sure: set[int] = set()  # lines in which 一 was written so beyond doubt
    for m in sorted(_each(_SECOND, text), key=re.Match.start):
        index = context.lines.at(m.start())
        if index not in listed:
            listed[index] = context.line_language(index) != "zh" or bool(_SERIES.search(context.lines.content(index)))
        if not listed[index]:
            sure.add(index)
            yield m.start(), m.start() + 1, "一"
    for index in sorted(sure):
        line = context.lines[index]
        for m in _SECOND_TOO.finditer(text, line.start, line.end):
            yield m.start(), m.start() + 1, "一"


# Cyclical signs and formal numerals.
_SERIES = re.compile("[甲丙丁贰貳叁參肆伍陆陸柒捌玖拾佰仟]")
# 乙 before these is no cyclical sign and no formal numeral of a receipt (申請書乙份, 支票乙張), which stand at the end of a phrase.
_SECOND = tuple(
    map(
        re.compile,
        (
            f"乙(?<![甲丙丁第太]乙)(?:[個位次條条件天點点项項杯句步番陣阵棵堆塊块聲声眼片](?=[{HAN}])|[些樣样直般切定起旦邊边]|下子)",
            f"壹(?<!第壹)(?:[個个](?=[{HAN}])(?![月工自])|[點点些樣样直般切定旦邊边]|下子)",
        ),
    )
)
_SECOND_TOO = re.compile(f"乙(?<![甲丙丁第太]乙)[本張张名種种家份隻只雙双部台間间座支幅頁页篇門门首把層层段場场](?=[{HAN}])")

# Traditional characters that stand in a handful of words only; converters that go by character write them everywhere.
_RARE = tuple(
    map(
        re.compile,
        ("瞭(?<![明一]瞭)(?![解望然如若亮哨])", "嚮(?![往導导慕道邇晦應])", "傢(?![俱具伙夥什私飾])", "韆(?<!鞦韆)", "鞦(?!韆)"),
    )
)
_PLAIN = {"嚮": "向", "瞭": "了", "傢": "家", "韆": "千", "鞦": "秋"}


def _each(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    # A pattern that begins with a literal is found many times faster than one that begins with a choice of them.
    return (m for pattern in patterns for m in pattern.finditer(text))


def _rare(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    topic: dict[int, bool] = {}
    for m in _each(_RARE, text):
        start, end = m.span()
        beside = text[start - 1 : start] + text[end : end + 1]
        if not _HAN_LETTER.search(beside) or text[end : end + 1] in _CLOSING:
            continue  # the character itself is shown
        index = context.lines.at(start)
        if index not in topic:
            topic[index] = _TOPIC.search(context.lines.content(index)) is not None
        if not topic[index]:
            yield start, end, _PLAIN[m.group()]


# Words that Simplified text writes with a character which it keeps in others (乾坤, 瞭望, 象徵 is 象征).
_KEPT = tuple(map(re.compile, ("乾(?=[净燥旱脆杯涸枯洁粮果货冰洗])", "瞭(?=解)", "徵(?:(?=[求收兵询集税文稿婚])|(?<=[象特]徵))")))
_SIMPLE = {"乾": "干", "瞭": "了", "徵": "征"}


def _kept(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    simple: dict[int, bool] = {}
    for m in _each(_KEPT, text):
        index = context.lines.at(m.start())
        if index not in simple:
            simple[index] = _line_orthography(context.lines.content(index), bool)[0] == "Hans"
        if simple[index]:
            yield m.start(), m.end(), _SIMPLE[m.group()]


_CLOSING = ("”", "』", "」", "’")

RULES = (
    Rule(
        name="kept-for-simple",
        why="Traditional spelling of a word in a Simplified line, with a character that Simplified text has in other words",
        find=_kept,
        hint=tuple(_SIMPLE),
        lang="zh",
        examples=[("乾净的房间让人心情愉快", "干净的房间让人心情愉快"), ("请瞭解这个问题", "请了解这个问题")],
        keeps=["乾隆年间的历史", "在山顶瞭望台观测云层", "魏徵是唐代的名臣，敢说真话"],
    ),
    Rule(
        name="rare-for-plain",
        why="a converter wrote a character of a handful of words where the plain one belongs",
        find=_rare,
        hint=tuple(_PLAIN),
        lang="zh",
        examples=[
            ("已經完成瞭這項工作", "已經完成了這項工作"),
            ("大傢一起來學習", "大家一起來學習"),
            ("嚮大家問好", "向大家問好"),
        ],
        keeps=["他嚮往遠方，請了一位嚮導", "想瞭解他的故事，一目瞭然", "傢俱和傢具", "盪鞦韆"],
    ),
    Rule(
        name="second-for-one",
        why="a converter wrote 乙 or 壹 for 一",
        find=_one,
        hint=("乙", "壹"),
        lang="zh",
        examples=[
            ("只要乙個人就能完成。", "只要一個人就能完成。"),
            ("這是乙個好辦法", "這是一個好辦法"),
            ("請給我乙杯茶和乙本書。", "請給我一杯茶和一本書。"),
            ("這是壹個好辦法", "這是一個好辦法"),
        ],
        keeps=["甲個人和乙個人", "乙方應付款", "茲收到支票乙張", "保證金壹個月", "新臺幣壹萬貳仟元整"],
    ),
    Rule(
        name="wrong-character",
        why="a converter chose by character where the word decides",
        find=_words,
        lang="zh-Hant",
        examples=[
            ("由于時間不夠", "由於時間不夠"),
            ("皇後穿著紅色的長裙。", "皇后穿著紅色的長裙。"),
            ("他住在鬆江區。", "他住在松江區。"),
            ("三公裏路學起來", "三公里路學起來"),
            ("這家店的餅幹", "這家店的餅乾"),
        ],
        keeps=["皇后與太后在後院賞花。", "范先生和于小姐住在松山，余老師住在里長家。", "天皇後來說", "乾隆年間"],
    ),
    Rule(
        name="stray-character",
        why="a single character of the other orthography was left where one orthography prevails",
        find=_strays,
        lang="zh",
        examples=[("這個問题應該解決", "這個問題應該解決"), ("我们的產品已经上市，请關注。", "我们的产品已经上市，请关注。")],
        keeps=["街头还能看到“滙豐銀行”的旧招牌。", "乾隆年间的历史", "繁体的“產”写作产"],
    ),
)
