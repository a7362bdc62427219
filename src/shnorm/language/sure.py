"""Lines whose language a look at their words or characters settles: most English ones, and those in Simplified or Traditional Chinese alone.

It knows English function words and the letters of scripts; whatever it does not settle is for :func:`~shnorm.language.detect.detect`, which
gives the same answer (a test asks both).
"""

from __future__ import annotations

import re

from shnorm.language.model import READS
from shnorm.language.variants import SEARCHES, several
from shnorm.script import HAN, beyond_bmp, small_words

# Function words that no other language of the Latin script writes so, and others that some do.
_ALONE_WORDS = (
    "the and with which that this these those from were would their been have there should through they what when where because could about "
    "into than its between during while your after before our such only"
)
_SHARED_WORDS = (
    "of to in is was are for by on at as it be a an he she we you i his her has had not or but will can who how do did does if so my me them "
    "him all no any some more also may being one out up over other two first where now very"
)
_ENGLISH_ALONE = frozenset(_ALONE_WORDS.split())
_ENGLISH = _ENGLISH_ALONE | frozenset(_SHARED_WORDS.split())
#: So many words, two in five of them function words and two different ones English alone: an English line, whatever stands beside.
_WORDS, _SHARE, _DIFFERENT = 10, 2.5, 2
_OTHER_LETTER = re.compile(f"[^\\W\\d_{HAN}]")


def surely_english(text: str) -> bool:
    """Whether an ASCII text of a line's length is English beyond doubt; false leaves it open.

    >>> surely_english("The gate of the old town was closed at night and nobody knew which of the keepers had lost the key to it.")
    True
    """
    if len(text) > READS or not text.isascii():
        return False
    words = small_words(text.lower())
    if len(words) < _WORDS:
        return False
    found = [word for word in words if word in _ENGLISH]
    return len(found) * _SHARE >= len(words) and len(_ENGLISH_ALONE.intersection(found)) >= _DIFFERENT


def surely_chinese(text: str) -> bool:
    """Whether the letters of a text are Han characters of one Chinese orthography alone; false leaves it open.

    >>> surely_chinese("这是一个句子。"), surely_chinese("この文"), surely_chinese("文字")
    (True, False, False)
    """
    if text.isascii():
        return False
    searches = SEARCHES.get()
    if searches.simplified.search(text) is not None:
        if searches.strange.search(text) is not None:
            return False
    elif not several(searches.traditional, text, _FORMS) or searches.japanese.search(text) is not None:
        return False
    return not beyond_bmp(text) and _OTHER_LETTER.search(text) is None


#: So many different forms make a line Traditional.
_FORMS = 4
