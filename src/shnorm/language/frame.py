"""Whether the sentence around some Han characters is English: dates, names and terms that a translator left as they were.

It knows English function words and where a Han run stands between words; it must not know the weights of scripts.
"""

from __future__ import annotations

import re

from shnorm.script import HAN

#: Code points up to which a text is asked: a question about a line, not about a page.
_LINE = 400
_TOKENS = re.compile(rf"[A-Za-z]+|[{HAN}]+(?:[0-9·]+[{HAN}]+)*|[。！？；]")
_HAN = re.compile(f"[{HAN}]")
# Words that go before or after a name or a date.  No noun and no verb: a Chinese sentence quotes those too (达到了 state of the art).
_FUNCTION = frozenset(
    re.findall(
        "[a-z]+",
        "the of and to in is was were are been be on at for with by from as that this which who he she it they his her its their"
        " a an or has have had will would can could since until before after between during near called named means not but",
    )
)
# A run with one of these is likelier a clause than a name, unless English words stand on both sides.
_CLAUSE = re.compile("[的了是这這那们們我你您他她它就都也很在不没沒有把被让讓说說吗嗎吧呢]")


def english_around(text: str) -> bool:
    """Whether each Han run of ``text`` stands in an English sentence as a word of it does.

    The English needs two function words, and one for each run.  A run at the end follows one of them, a run at the beginning is
    followed by one; elsewhere English words stand on both sides.  A Chinese sentence with an English one beside it has no such place.

    >>> english_around("He was born on 1990年2月3日."), english_around("今天天气很好。The weather is fine")
    (True, False)
    """
    if len(text) > _LINE:
        return False
    tokens = _TOKENS.findall(text)
    function = [token.lower() in _FUNCTION for token in tokens]
    runs = [i for i, token in enumerate(tokens) if _HAN.match(token)]
    if sum(function) < max(2, len(runs)):
        return False
    last = len(tokens) - 1
    while last > 0 and tokens[last] in "。！？；":
        last -= 1
    for i in runs:
        before, after = i > 0 and tokens[i - 1].isascii(), i < last and tokens[i + 1].isascii()
        if before and after:
            continue
        if _CLAUSE.search(tokens[i]):
            return False
        if not (before and i == last and function[i - 1]) and not (after and i == 0 and tokens[1] in _FUNCTION):
            return False
    return bool(runs)
