"""How natural a text looks, as the logarithm of a probability, for Chinese, Japanese, Korean and fifty languages in letters.

It knows characters, pairs of characters and which scripts stand side by side; it must not know what an encoding is.
One model for all languages: a character costs what it costs in the language that uses it most.

Sources (see ``tools/build_encoding_tables.py`` and NOTICE): Han and pairs of Han from jieba's dictionary (MIT) in every shape
that OpenCC (Apache-2.0) gives it; letters, Hangul and their pairs from langdetect's profiles (Apache-2.0).  Kana stand below
in the order of their frequency.  What the tables do not hold is ranked by the character sets that hold it.
"""

from __future__ import annotations

import json
import lzma
import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files

from shnorm.resources import Resource

# Kinds of character.  The order is that of the rows and columns of _SIDE_BY_SIDE.
(
    BLANK, HAN, HIRAGANA, KATAKANA, HANGUL, LOWER, UPPER, ACCENTED, ACCENTED_UPPER, CYRILLIC, GREEK, LETTER, DIGIT, ASCII_MARK,
    CJK_MARK, MARK, WIDE, HALF_KANA, SYMBOL, JUNK,
) = range(20)  # fmt: skip

# Kana from common to rare, as a running text has them.
_HIRAGANA = (
    "のいにしるとをはたてがかなでっうらんりれこまさもあすきくつけよそせだちおどみろえわやじめほばょひゃずごへべゅぶむふびげぐねゆぎざぞぜぬぼぱぷ"
    "ぽぺぴづぢぁぇぃぉぅゎゐゑゔ"
)
_KATAKANA = (
    "ーンスルトラリクアイドシレッジタプロフマカバサテコメニキデパナィオミグダャビブエボムチウュポツハガベョセソァゼズェケユギホノピモネワヤォゴペ"
    "ヒザヘゲゾヨヴゥゾヌヅヂヲヮヶヵ"
)
_CJK_MARKS = {"，": -1.1, "。": -1.3, "、": -2.0, "“": -3.2, "”": -3.2, "「": -3.5, "」": -3.5, "：": -3.5, "（": -3.5, "）": -3.5, "！": -3.7,
              "？": -3.7, "；": -4.3, "《": -4.0, "》": -4.0, "…": -4.0, "—": -4.0, "‘": -5.0, "·": -4.5, "・": -4.5, "『": -5.5,
              "』": -5.5, "【": -5.5, "】": -5.5, "〈": -6.0, "〉": -6.0, "〔": -7.0, "〕": -7.0, "～": -5.5, "々": -5.0, "\u3000": -4.0,
              "─": -4.5, "━": -6.5,
              "．": -6.5, "％": -6.0, "／": -6.5, "＋": -7.0, "－": -6.5, "＝": -7.0, "＂": -7.5, "〜": -6.0, "〝": -8.0, "〞": -8.0}  # fmt: skip
_MARKS = {"–": -3.5, "€": -4.0, "£": -4.5, "°": -4.5, "«": -4.0, "»": -4.0, "„": -4.5, "•": -5.0, "™": -5.5, "®": -5.5, "©": -5.5, "\xa0": -3.5,
          "¿": -4.5,
          "¡": -4.5, "‚": -6.0, "‹": -6.5, "›": -6.5, "§": -5.5, "×": -5.0, "±": -5.5, "½": -6.0, "¼": -6.5, "¾": -6.5, "²": -5.5, "³": -6.0,
          "º": -5.5, "ª": -6.0, "µ": -6.5, "¹": -6.5, "†": -7.0, "‡": -8.0, "¥": -6.0, "¢": -7.0, "÷": -7.0, "¶": -8.0, "‐": -5.5, "‑": -5.5,
          "\u200b": -6.0, "\u200c": -1.0, "\u200d": -2.0, "\ufeff": -7.0, "−": -5.5, "→": -6.0, "√": -7.0, "ˈ": -6.5, "ː": -6.5,
          "،": -2.5, "؛": -5.0, "؟": -4.5, "।": -2.5, "՝": -4.0, "։": -4.0, "־": -5.0, "״": -5.5, "׳": -6.0, "´": -7.0, "`": -7.0,
          "₂": -7.0, "₽": -7.0, "№": -6.0, "″": -6.5, "′": -6.5, "\xad": -7.0, "\u2028": -8.0, "\u2009": -6.5}  # fmt: skip
_ASCII_MARKS = {
    ",": -2.5, ".": -2.5, "-": -3.5, "'": -3.5, '"': -3.5, "(": -3.5, ")": -3.5, ":": -4.0, ";": -4.0, "!": -4.0, "?": -4.0, "/": -4.0,
    "%": -5.0, "&": -5.0, "@": -5.5, "#": -5.5,
}  # fmt: skip
# Latin-1 and its neighbours that stand in prose almost only as mojibake.
_JUNK = frozenset("¤¦¨¬¯¸·ƒˆ˜ˇ˘˙˛˝‰")
_FLOOR = -16.0
#: Han that jieba's words and their conversions hardly have: Cantonese, and Japanese beside the Chinese stock.
CANTONESE = "係嘅唔喺咗佢哋嚟啲冇咁乜睇嗰冚啱噉咩嘢嗮晒攞搵畀俾咪喎啫嘞囉嚿瞓攰掂靚㗎嘥咧唞嗌揸揾噃吖嘛嘞啩啦喇吓噏嬲曱甴煲餸鎅噚抦孭嗱喐郁呃"
JAPANESE = (
    "込働畑峠枠匂搾栃俣辻笹凪腺塀麿喰雫鰯鱈榊躾噂叱嘘囁頷貰呟睨拗撫掻揃昂噛嗅頬脇茨埼阪梨弥斬冴喋呑噌屑撮蔵曽渕渚澤濱櫻糞蘇苺莉葵蓮藁蕎薔薇袖襖覗"
    "鍋鍬鎌錆闇隙雛靄鞄頃餅鮭鯉鴨鶏鷲麹"
)

# log P(kind | kind before), times 10; rows: the one before.  Estimated by hand, to the nearest half.
#                BL   HAN  HIR  KAT  HGL  LOW  UPP  ACC  ACU  CYR  GRK  LET  DIG  AMK  CMK  MRK  WID  HKA  SYM  JNK
_SIDE_BY_SIDE = (
    (-25, -15, -25, -25, -12,  -8, -15, -25, -35,  -8,  -8,  -8, -25, -30, -45, -40, -60, -60, -50, -90),  # BLANK
    (-40,  -2, -15, -35, -50, -60, -50, -90, -95, -90, -70, -90, -35, -40, -20, -55, -50, -75, -65, -95),  # HAN
    (-50, -12,  -4, -30, -90, -70, -60,-100,-100, -95, -80, -95, -50, -50, -22, -70, -60, -75, -70, -95),  # HIRAGANA
    (-45, -20, -14,  -3, -95, -70, -60,-100,-100, -95, -80, -95, -50, -45, -25, -70, -60, -75, -70, -95),  # KATAKANA
    (-12, -60, -95, -95,  -4, -70, -60,-100,-100, -95, -80, -95, -50, -25, -50, -60, -70, -90, -70, -95),  # HANGUL
    (-17, -70, -80, -80, -60,  -2, -45, -35, -80, -85, -75, -95, -55, -25, -55, -45, -90, -95, -70, -80),  # LOWER
    (-30, -60, -70, -70, -60,  -6, -12, -40, -40, -85, -75, -95, -35, -35, -55, -50, -90, -95, -70, -80),  # UPPER
    (-18, -95, -99, -99, -95,  -3, -60, -35, -80, -95, -90, -95, -70, -30, -60, -50, -95, -99, -75, -80),  # ACCENTED
    (-28, -95, -99, -99, -95,  -9, -12, -50, -35, -95, -90, -95, -60, -35, -60, -55, -95, -99, -75, -80),  # ACCENTED_UPPER
    (-17, -85, -95, -95, -95, -75, -65, -95, -95,  -2, -85, -95, -55, -22, -60, -45, -90, -95, -70, -80),  # CYRILLIC
    (-17, -65, -80, -80, -90, -75, -70, -95, -95, -90,  -2, -95, -50, -22, -55, -45, -90, -95, -60, -75),  # GREEK
    (-17, -85, -95, -95, -95, -75, -70, -95, -95, -95, -90,  -2, -50, -25, -60, -35, -90, -95, -70, -80),  # LETTER
    (-22, -20, -40, -40, -20, -40, -40, -60, -60, -50, -50, -50,  -7, -20, -35, -40, -60, -70, -55, -75),  # DIGIT
    (-10, -35, -45, -45, -40, -15, -20, -40, -45, -25, -25, -25, -20, -17, -50, -45, -55, -60, -50, -75),  # ASCII_MARK
    (-25,  -3, -15, -22, -45, -30, -32, -50, -55, -55, -55, -55, -35, -45, -25, -45, -45, -60, -55, -75),  # CJK_MARK
    (-12, -35, -40, -40, -40, -18, -22, -35, -40, -25, -30, -25, -25, -20, -40, -22, -60, -70, -45, -65),  # MARK
    (-40, -15, -20, -25, -45, -70, -70, -90, -90, -90, -80, -90, -50, -45, -25, -60,  -5, -60, -60, -80),  # WIDE
    (-35, -45, -55, -60, -90, -65, -60, -95, -95, -95, -90, -95, -50, -40, -45, -60, -60,  -2, -65, -70),  # HALF_KANA
    (-15, -25, -35, -35, -35, -30, -25, -60, -60, -40, -40, -40, -25, -30, -30, -40, -50, -60, -15, -60),  # SYMBOL
    (-25, -45, -55, -55, -60, -35, -35, -50, -50, -50, -50, -50, -35, -30, -50, -40, -60, -55, -45, -12),  # JUNK
)  # fmt: skip

# Scripts in use that no table covers: Armenian, Sinhala, Lao, Tibetan, Myanmar, Georgian, Ethiopic, Khmer, Mongolian.
_UNTABLED = re.compile("[\u0530-\u058f\u0b00-\u0b7f\u0c80-\u0cff\u0d80-\u0dff\u0e80-\u139f\u1780-\u18af]")
_GROUP = re.compile("([\ue000-\ue03f])([^\ue000-\ue03f]*)")


class Model:
    """The tables, and :meth:`score`, the only thing asked of them."""

    def __init__(self, single: dict[str, float], pair: dict[str, float], fold: dict[str, str]) -> None:
        self._known = single
        self._pair = pair
        self._fold = fold
        self._side = [[value / 10 for value in row] for row in _SIDE_BY_SIDE]
        self._seen: dict[str, tuple[int, float, str, float]] = {}

    def score(self, text: str) -> float:
        """log P of ``text`` between two blanks, in nats: the nearer to 0, the more natural (-2 a letter, -5 a Han in prose)."""
        total, before, before_folded = 0.0, BLANK, " "
        pair, seen, side = self._pair, self._seen, self._side
        for character in text:
            known = seen.get(character) or self._look_up(character)
            kind, single, folded, other = known
            alone = single + side[before][kind]
            value = pair.get(before_folded + folded)
            if value is not None:
                if kind in (UPPER, ACCENTED_UPPER):
                    other = -2.5 if before in (LOWER, ACCENTED) else -1.0
                value += other
            total += alone if value is None or value < alone else value
            before, before_folded = kind, folded
        return total

    def mean(self, text: str) -> float:
        """:meth:`score` for each code point of ``text``."""
        return self.score(text) / max(1, len(text))

    def single(self, character: str) -> float:
        """log P of ``character`` among characters of its kind."""
        return (self._seen.get(character) or self._look_up(character))[1]

    def kind(self, character: str) -> int:
        """The kind of ``character``, one of the constants of this module."""
        return (self._seen.get(character) or self._look_up(character))[0]

    def kinds(self, characters: Iterable[str]) -> list[int]:
        """:meth:`kind` of each of ``characters``."""
        seen, look_up = self._seen, self._look_up
        return [(seen.get(c) or look_up(c))[0] for c in characters]

    def folded(self, character: str) -> str:
        """The Simplified or lower-case form under which pairs are looked up."""
        return (self._seen.get(character) or self._look_up(character))[2]

    def _look_up(self, character: str) -> tuple[int, float, str, float]:
        kind, single = _kind_and_default(character)
        known = self._known.get(character, single)
        single = known if LOWER <= kind <= LETTER else max(single, known)
        folded = self._fold.get(character, character)
        if folded == character and len(character.lower()) == 1:
            folded = character.lower()
        # A shape that is rarer than the one under which its pairs are counted.
        other = min(0.0, single - self._known.get(folded, single) + 1.5) if kind == HAN and folded != character else 0.0
        entry = (kind, single, folded, other)
        if len(self._seen) < 70_000:  # all of the characters in use; a bound on what hostile text can make it hold
            self._seen[character] = entry
        return entry


def _kind_and_default(c: str) -> tuple[int, float]:
    """The kind of a character, and its log P where no table holds it."""
    code = ord(c)
    if code < 0x80:
        if c.isalpha():
            return (LOWER, -5.0) if c.islower() else (UPPER, -5.0)
        if c.isdigit():
            return DIGIT, -2.3
        if c in " \t\n\r":
            return BLANK, -0.5
        return (ASCII_MARK, _ASCII_MARKS.get(c, -6.0)) if code >= 0x20 else (JUNK, -8.0)
    if c == "’":
        return ASCII_MARK, -3.5
    if c in _CJK_MARKS:
        return CJK_MARK, _CJK_MARKS[c]
    if c in _MARKS:
        return MARK, _MARKS[c]
    if c in CANTONESE or c in JAPANESE:
        return HAN, -9.0
    if 0x4E00 <= code < 0xA000:
        return HAN, _han_default(c)
    if 0x3041 <= code <= 0x3096:
        rank = _HIRAGANA.find(c)
        return HIRAGANA, -2.6 - 0.07 * rank if rank >= 0 else -9.0
    if 0x30A1 <= code <= 0x30FC:
        rank = _KATAKANA.find(c)
        return KATAKANA, -2.8 - 0.06 * rank if rank >= 0 else -9.0
    if 0xAC00 <= code < 0xD7A4:
        return HANGUL, -11.0 if _in(c, "euc_kr") else -14.0
    if c in _JUNK or 0x80 <= code < 0xA0 or 0x2500 <= code < 0x25A0 or 0xD800 <= code < 0xF900 or code == 0xFFFD:
        return JUNK, -7.0 if code < 0x2600 else -9.0
    if 0xFF66 <= code <= 0xFF9F:
        return HALF_KANA, -4.2
    if 0xFF01 <= code <= 0xFF5E:
        return WIDE, -4.5 if c.isalnum() else -7.0
    if 0x3400 <= code < 0x4DC0 or 0xF900 <= code < 0xFB00 or 0x20000 <= code < 0x33480:
        return HAN, -15.0
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        if c.isalpha():
            return (ACCENTED_UPPER if c.isupper() else ACCENTED), -11.0 if code < 0x180 else -12.0
        return MARK, -8.0
    category = unicodedata.category(c)
    if category in ("Cn", "Cc", "Co"):
        return JUNK, -12.0
    if 0x400 <= code < 0x530:
        return CYRILLIC, -8.0 if code < 0x460 else -12.0
    if 0x370 <= code < 0x400 or 0x1F00 <= code < 0x2000:
        return GREEK, -8.0 if code < 0x1F00 else -9.0
    if category[0] in "LM":
        # Letters of scripts for which there is no table cost what letters cost; those that nobody writes today cost more.
        return LETTER, -5.0 if _UNTABLED.match(c) else -10.0
    if category == "Nd":
        return DIGIT, -5.0
    if 0x1F000 <= code < 0x1FB00 or 0x2600 <= code < 0x27C0:
        return SYMBOL, -5.5
    if category[0] == "Z" or category == "Cf":
        return MARK, -8.0
    return SYMBOL, -8.5


def _han_default(c: str) -> float:
    # No table holds it: better known if one of the national sets has it among its common characters.
    for codec, first, last, value in (
        ("gb2312", 0xB0, 0xD8, -11.0),
        ("big5", 0xA4, 0xC7, -12.0),
        ("shift_jis", 0x88, 0x98, -10.0),
    ):
        try:
            lead = c.encode(codec)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead < last:
            return value
    return -14.0 if _in(c, "gbk") or _in(c, "big5") else _FLOOR


def _in(c: str, codec: str) -> bool:
    try:
        c.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _grouped(text: str) -> list[tuple[str, float]]:
    return [(c, (0xE000 - ord(mark)) / 2) for mark, group in _GROUP.findall(text) for c in group]


def _build() -> Model:
    data = files(__package__ or "shnorm.repair.mojibake").joinpath("tables.xz").read_bytes()
    content = json.loads(lzma.decompress(data))
    pairs: dict[str, float] = {}
    for row in content["pairs"].split("\n"):
        first = row[0]
        for mark, group in _GROUP.findall(row, 1):
            value = (0xE000 - ord(mark)) / 2
            for second in group:
                pairs[first + second] = value
    single = dict(_grouped(content["letters"]))
    single.update(_grouped(content["han"]))
    fold = dict(zip(*content["fold"], strict=True))
    fold.update({chr(code): "\u1ec3" for code in range(0x1EA0, 0x1F00)})  # langdetect counts these Vietnamese letters as one
    return Model(single, pairs, fold)


#: The model, built on first use (about 0.1 s).
MODEL: Resource[Model] = Resource("repair.encoding-model", _build)
