"""Which Chinese a text in Han characters is: orthography first, then Cantonese by its function words; or Japanese without kana.

It presumes Han characters; it must not know kana, Hangul or other scripts.
"""

from __future__ import annotations

import re

from shnorm.language.variants import CLEARLY, count

# Characters that only written Cantonese uses, and words whose characters are common but whose use is Cantonese.
_CANTONESE = re.compile(
    "[嘅咗喺哋冇嚟佢啲嗰咁乜嘢唔啱攞畀俾睇嘥瞓攰嬲氹掂噉咩喎啩嚿嗌孭揸揾搵曱甴諗靚仔]|點解|邊個|邊度|呢個|呢度|係咪|緊要|鍾意"
)
_STRONG = re.compile("[嘅咗喺哋嚟佢啲嗰唔冇]")


def chinese(text: str) -> tuple[str, float]:
    """Code and confidence for a text in Han characters: zh-Hans, zh-Hant, zh, yue, or ja by forms of Japan alone.

    >>> chinese("發展經濟")[0], chinese("佢哋喺邊度")[0], chinese("文字")[0]
    ('zh-Hant', 'yue', 'zh')
    """
    traditional, simplified, japanese = count(text)
    if japanese and japanese > traditional and not _only_simplified(simplified, japanese):
        return "ja", 0.9
    strong = len(set(_STRONG.findall(text)))
    if strong and (strong > 1 or len(text) < 60):
        return "yue", 0.9
    if traditional == simplified == 0:
        return "zh", 0.6 if len(text) < 4 else 0.9
    if simplified == 0 or traditional >= CLEARLY * simplified:
        return "zh-Hant", 0.99 if simplified == 0 else 0.9
    if traditional == 0 or simplified >= CLEARLY * traditional:
        return "zh-Hans", 0.99 if traditional == 0 else 0.9
    return ("zh-Hant" if traditional >= simplified else "zh-Hans"), 0.6


def _only_simplified(simplified: int, japanese: int) -> bool:
    return simplified > 2 * japanese
