"""Which Chinese a text in Han characters is: orthography first, Cantonese and Classical by their function words, or Japanese.

It presumes Han characters; it must not know kana, Hangul or other scripts.
"""

from __future__ import annotations

import re

from shnorm.language.variants import CLEARLY, could_be_japanese, count

# Cantonese by what it alone writes (2), by words that are Cantonese in this combination (1), and by what it writes more often
# than Mandarin does (0.4).  Written down by hand; a text of up to twenty characters needs 0.8, a longer one more.
# Each pattern begins with one class of characters and tells the combinations apart afterwards, looking back: that is several times as
# fast as alternatives; a text without any of a pattern's characters is not searched at all.
_STRONG = re.compile(
    "[嘅咗喺哋冇嚟佢啲嗰咁噉㗎囖喎攞畀諗谂瞓攰嬲啱嘥揾搵孭揸嗌啩噃嚿餸乜]|[琴噚]日|[係系]咪|屋企|唔[係系好使該该知得]|曱甴"
)
_STRONG_CHARS = frozenset("嘅咗喺哋冇嚟佢啲嗰咁噉㗎囖喎攞畀諗谂瞓攰嬲啱嘥揾搵孭揸嗌啩噃嚿餸乜琴噚咪企唔曱")
_WORDS = re.compile(
    "[唔咩吖嗱睇而點点邊边呢幾几同定梗聽听尋鍾钟返先仲細细未多得一二三四五六七八九十百千萬万兩两0-9係我你]"
    "(?:(?<=[唔咩吖嗱睇])|(?<=而)家|(?<=[點点])(?:解|樣|样|呀|算|知)|(?<=[邊边])[個个度位處处]|(?<=呢)(?:[個个度次種种陣阵位]|間|间)"
    "|(?<=[幾几])多|(?<=同)埋|(?<=定)[係系]|(?<=梗)[係系]|(?<=聽)日(?![語语文本])|(?<=听)日(?![语文本])|(?<=尋)日|(?<=[鍾钟])意"
    "|(?<=返)[工屋嚟咗]|(?<=先)至|(?<=仲)有|(?<=[細细])路|(?<=未)呀|(?<=多)[謝谢]晒|(?<=得)[閒闲]"
    "|(?<=[一二三四五六七八九十百千萬万兩两幾几0-9])蚊(?![子帳帐蟲虫香])|(?<=^係)|(?<=[我你])係)"
)
_WORDS_CHARS = frozenset("唔咩吖嗱睇家點点邊边呢幾几埋係系梗聽听尋鍾钟返至仲路呀晒閒闲蚊")
_MORE = re.compile(
    "[啦呀喇嘞喔誒诶嘩廿係仲返埋靚靓緊收啫咪]"
    "(?:(?<=[啦呀喇嘞喔誒诶嘩廿])(?!然)|(?<=係)(?<![關关干聯联母嫡譜维維乃即確确均]係)(?![數数指由為为屬属因以於于在依經经用])"
    "|(?<=仲)(?![裁介夏秋孫孙尼])|(?<=返)(?![回還还鄉乡航校國国美京利])|(?<=埋)(?![葬伏怨沒没藏在頭头])|(?<=[靚靓])|(?<=緊)要|(?<=收)工|(?<=啫)"
    "|(?<=咪)(?![咕表錶]))"
)
_MORE_CHARS = frozenset("啦呀喇嘞喔誒诶嘩廿係仲返埋靚靓要工啫咪")
_SURE_OF_CANTONESE = 0.8

# Classical Chinese: particles that modern Chinese does without, in a text that has none of the modern ones.
_CLASSICAL = re.compile("[曰矣焉哉乎兮邪歟欤吾汝爾尔弗毋]|者也|也[。，；]|之[。，]|何以|是以|豈|岂|孰|[不未]之")
_CLASSICAL_LIGHT = re.compile("[之其於于以而者也為为乃則则夫蓋盖故]")
_MODERN = re.compile("[的了是這这那們们個个很嗎吗吧呢啊把被沒没都還还就在她它妳您么麼什怎哪]")


def chinese(text: str) -> tuple[str, float]:
    """Code and confidence for a text in Han characters: zh-Hans, zh-Hant, zh, yue, lzh, or ja by its forms.

    >>> [chinese(t)[0] for t in ("發展經濟", "佢哋喺邊度", "文字", "全国大会開催", "學而時習之，不亦說乎？")]
    ['zh-Hant', 'yue', 'zh', 'ja', 'lzh']
    """
    chars = frozenset(text)
    traditional, simplified, japanese = count(text, chars)
    if japanese or (traditional and simplified):
        if japanese > traditional and simplified <= 2 * japanese:
            return "ja", 0.9
        if could_be_japanese(text):
            return "ja", 0.8
    if is_cantonese(text, chars):
        return "yue", 0.9
    if is_classical(text):
        return "lzh", 0.8
    if traditional == simplified == 0:
        return "zh", 0.6 if len(text) < 4 or could_be_japanese(text) else 0.9
    if simplified == 0 or traditional >= CLEARLY * simplified:
        if simplified == 0 and traditional < 4 and could_be_japanese(text):
            return "zh-Hant", 0.6
        return "zh-Hant", 0.99 if simplified == 0 else 0.9
    if traditional == 0 or simplified >= CLEARLY * traditional:
        return "zh-Hans", 0.99 if traditional == 0 else 0.9
    return ("zh-Hant" if traditional >= simplified else "zh-Hans"), 0.6


def is_cantonese(text: str, chars: frozenset[str] | None = None) -> bool:
    """Whether a Chinese text is written Cantonese, by the weight of its function words (``chars``: its characters, if they are known).

    >>> is_cantonese("你究竟要我做幾多次呀？"), is_cantonese("兩國關係的係數是多少啊")
    (True, False)
    """
    if chars is None:
        chars = frozenset(text)
    found = 0.0 if chars.isdisjoint(_STRONG_CHARS) else 2.0 * len(_STRONG.findall(text))
    found += 0.0 if chars.isdisjoint(_WORDS_CHARS) else len(_WORDS.findall(text))
    needed = _SURE_OF_CANTONESE + 0.02 * max(0, len(text) - 20)
    return found >= needed or (not chars.isdisjoint(_MORE_CHARS) and found + 0.4 * len(_MORE.findall(text)) >= needed)


def is_classical(text: str) -> bool:
    """Whether a Chinese text is Classical Chinese: its particles, and none of the modern ones; in doubt it is not.

    >>> is_classical("溫故而知新，可以為師矣。"), is_classical("他以而立之年為師")
    (True, False)
    """
    if len(text) < 6 or _MODERN.search(text):
        return False
    strong = len(_CLASSICAL.findall(text))
    return strong > 0 and 8 * (2 * strong + len(_CLASSICAL_LIGHT.findall(text))) >= 2 * len(text)
