"""How noise looks at a line: a folded view with every offset kept, a weight that is fair to Chinese and English, and sentence marks.

It knows characters; it must not know any cue.
"""

from __future__ import annotations

import re
import unicodedata

from shnorm.fold import Folding, full_table
from shnorm.resources import Resource

#: Han, kana and Hangul: scripts that need no blanks between words in a cue.
WIDE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3"
_WIDE = re.compile(f"[{WIDE}]")
_WIDE_RUN = re.compile(f"[{WIDE}]+")
_WORD = re.compile(f"[^\\W_{WIDE}]+")
_NARROW = re.compile(f"[^{WIDE}]+")
_LETTER = re.compile(r"[^\W_]")
_ASCII = bytes(range(128))
_NO_WORD = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))
_BLANK_AT_WIDE = re.compile(f"(?<=[{WIDE}])[ \\t]+|[ \\t]+(?=[{WIDE}])")
_DIGITS = re.compile(r"\d[\d.,]*")
_COUNT = re.compile(r"\s?[:(\[]?\s?0\+?$")
#: Marks that end a sentence, in the folded view.
ENDS = "。.!?…‥｡"
#: What may follow such a mark and still belong to the sentence.
CLOSERS = "\"'”’」』»)）】]"


def _view() -> Folding:
    table = full_table()
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = ord(base.lower())
    table.update((code, 0x20) for code in range(0x80, 0x3001) if chr(code).isspace())
    return Folding(table)


_VIEW: Resource[Folding] = Resource("noise.view", _view)


def view(text: str) -> str:
    """``text`` folded for matching (case, width, Simplified), without accents and with one kind of blank beyond ASCII; every offset
    is kept.

    >>> view("Leer más　網頁")
    'leer mas 网页'
    """
    return text.lower() if text.isascii() else _VIEW.get()(text)


def squeeze(seen: str) -> str:
    """A view with blanks beside wide characters dropped and other runs of blanks made one: how cues are compared.

    >>> squeeze("返 回  顶部 of  page")
    '返回顶部of page'
    """
    if " " not in seen and "\t" not in seen:
        return seen.strip()
    return " ".join((seen if seen.isascii() else _BLANK_AT_WIDE.sub("", seen)).split())


def unframed(seen: str) -> str:
    """A view without the marks and blanks around it.

    >>> unframed("【 返回顶部 】")
    '返回顶部'
    """
    start, end = 0, len(seen)
    while start < end and not (seen[start].isalnum() or seen[start] in "_<"):
        start += 1
    while start < end and not (seen[end - 1].isalnum() or seen[end - 1] in "_>"):
        end -= 1
    return seen[start:end]


def line_key(seen: str) -> str:
    """A view without its frame of marks, blanks squeezed, numbers made 0 and a final count dropped: how whole lines are compared.

    >>> line_key("【留言列表 (3)】"), line_key(view("Comments: 12"))
    ('留言列表', 'comments')
    """
    bare = _DIGITS.sub("0", squeeze(unframed(seen)))
    return _COUNT.sub("", bare).rstrip(" :") or bare


def weight(seen: str) -> float:
    """How much is said: one for each wide character, 2.2 for each word of other scripts (60 Chinese characters say about 27 words).

    >>> weight("新闻 News today")
    6.4
    """
    if seen.isascii():
        return 2.2 * len(seen.encode().translate(_NO_WORD).split())
    data = seen.encode("utf-8", "surrogatepass")
    beyond = data.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    narrow = "".join(_NARROW.findall(beyond))
    if _LETTER.search(narrow) is not None:
        return sum(map(len, _WIDE_RUN.findall(seen))) + 2.2 * len(_WORD.findall(seen))
    # Beyond ASCII there are only wide characters and marks, and both part words.
    return len(beyond) - len(narrow) + 2.2 * len(data.translate(_NO_WORD).split())


def outweighs(seen: str, most: int) -> bool:
    """Whether a view says more than ``most``.

    >>> outweighs("新闻 News today", 6), outweighs("新闻 News today", 7)
    (True, False)
    """
    # A part never says more than the whole.
    part = seen[: 5 * most]
    if part.isascii():
        if 2.2 * len(part.encode().translate(_NO_WORD).split()) > most:
            return True
    elif least(part) > most or weight(part) > most:
        return True
    return len(seen) > len(part) and weight(seen) > most


def least(seen: str) -> float:
    """A lower bound of what a view says (:func:`weight`): exact for ASCII, else what its Han says, and its ASCII
    if that is much."""
    if seen.isascii():
        return 2.2 * len(seen.encode().translate(_NO_WORD).split())
    han = len(seen.encode("utf-16-be", "surrogatepass")[::2].translate(None, _NO_HAN))
    if 2 * han > len(seen):
        return han
    # Words that only other characters part count as one.
    return han + 2.2 * len(seen.encode("utf-8", "surrogatepass").translate(_NO_WORD, _BEYOND).split())


_BEYOND = bytes(range(128, 256))
_NO_HAN = bytes(set(range(256)) - set(range(0x4E, 0xA0)))


def words(seen: str) -> list[str]:
    """The words of scripts that write blanks between them."""
    return _WORD.findall(seen)


def wide(seen: str) -> bool:
    """Whether a wide character occurs."""
    return not seen.isascii() and _WIDE.search(seen) is not None


def ends_sentence(seen: str) -> bool:
    """Whether the view ends like a sentence: a closing mark, perhaps with quotes or brackets after it.

    >>> ends_sentence("他说：“好。”"), ends_sentence("相关阅读")
    (True, False)
    """
    bare = seen.rstrip().rstrip(CLOSERS)
    return bare[-1:] in ENDS and bare != ""
