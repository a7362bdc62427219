"""A view of a text for matching: width, case and Traditional/Simplified folded away, every offset kept.

One pattern in Simplified Chinese and lower case, matched on the folded view, serves all spellings, and what it finds stands
at the same offsets in the text itself.  Only one-to-one mappings take part; the text is never replaced by its view.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

from shnorm.resources import Resource


def _simplified_table() -> dict[int, int]:
    # OpenCC's character table (Apache-2.0), read through its converter one character a line so that no phrase applies.
    import opencc

    han = "".join(map(chr, itertools.chain(range(0x3400, 0xA000), range(0x20000, 0x2FA20))))
    converted = opencc.OpenCC("t2s").convert("\n".join(han)).split("\n")
    return {ord(a): ord(b) for a, b in zip(han, converted, strict=True) if a != b and len(b) == 1}


class Folding:
    """Lower case, and then a character for a character by ``table``; what the table says of capitals does not count.

    ``str.translate`` looks each character up, and raises and forgets an error for each that the table does not hold.  So the few
    characters that most texts need are replaced one by one, and only a text with many others goes through the table.
    """

    #: Characters that stand in most Chinese texts; more than ``FEW`` different others are not replaced one by one.
    OFTEN = "，：！？（）；"
    FEW = 6

    def __init__(self, table: Mapping[int, int]) -> None:
        self.table = {chr(a): chr(b) for a, b in table.items() if _lower(chr(a)) == chr(a)}
        often = {ch: self.table[ch] for ch in self.OFTEN if ch in self.table}
        self._often = tuple(often.items())
        rest = [ch for ch in self.table if ch < "\U00010000" and ch not in often]
        self._rest = re.compile(f"[{''.join(map(re.escape, rest))}\U00010000-\U0010ffff]")
        # A list is looked up twice as fast as a dict, and has an entry for what stays.
        self._list = list(range(0x10000))
        for a, b in self.table.items():
            if a < "\U00010000":
                self._list[ord(a)] = ord(b)

    def __call__(self, text: str) -> str:
        """``text`` folded, its length kept."""
        if text.isascii():
            return text.lower()
        if text[0] < "\u0250" or "\u2000" <= text[0] < "\u2e80":
            # Few characters beyond ASCII are looked at one by one, and bytes are lowered many times faster.
            data = text.encode("utf-8", "surrogatepass")
            beyond = data.translate(None, _ASCII)
            if 4 * len(beyond) < len(data):
                changed = {ch: new for ch in set(beyond.decode("utf-8", "surrogatepass")) if (new := self._folded(ch)) != ch}
                if len(changed) <= self.FEW and changed.keys().isdisjoint(changed.values()):
                    low = data.lower().decode("utf-8", "surrogatepass")
                    for ch, new in changed.items():
                        low = low.replace(ch, new)
                    return low
        low = _lower(text)
        found = self._rest.findall(low, 0, 300)
        if len(found) > 30:
            return self._translated(low)
        others = set(found if len(low) <= 300 else self._rest.findall(low)) & self.table.keys()
        for ch, new in self._often:
            low = low.replace(ch, new)
        if len(others) > self.FEW:
            return self._translated(low)
        for ch in others:
            low = low.replace(ch, self.table[ch])
        return low

    def _folded(self, ch: str) -> str:
        low = _lower(ch)
        return self.table.get(low, low)

    def _translated(self, low: str) -> str:
        low = low.translate(self._list)
        return _ASTRAL.sub(lambda m: self.table.get(m.group(), m.group()), low)


_ASCII = bytes(range(0x80))
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def _lower(text: str) -> str:
    """``text`` in lower case, a character for a character: ``str.lower`` makes two of one capital, and one of another by its place."""
    if text.isascii():
        return text.lower()
    if "\N{GREEK CAPITAL LETTER SIGMA}" in text:
        text = text.replace("\N{GREEK CAPITAL LETTER SIGMA}", "\N{GREEK SMALL LETTER SIGMA}")
    dotted = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}"
    return dotted.join(part.lower() for part in text.split(dotted)) if dotted in text else text.lower()


def full_table() -> dict[int, int]:
    """The characters that :func:`fold` changes besides capitals, as code points."""
    table = dict(SIMPLIFIED.get())
    for code in range(0xFF01, 0xFF5F):
        table[code] = ord(chr(code - 0xFEE0).lower())
    table[0x3000] = table[0xA0] = 0x20
    return table


#: Traditional character -> Simplified character, as code points; characters without a single partner are absent.
SIMPLIFIED: Resource[dict[int, int]] = Resource("fold.simplified", _simplified_table)
_FULL: Resource[Folding] = Resource("fold.full", lambda: Folding(full_table()))


def simplified(text: str) -> str:
    """``text`` with each Traditional character replaced by its Simplified partner, character by character, length kept.

    >>> simplified("Taipei 臺灣")
    'Taipei 台湾'
    """
    return text if text.isascii() else text.translate(SIMPLIFIED.get())


def fold(text: str) -> str:
    """``text`` in lower case, full-width forms narrowed, no-break and ideographic blanks as blanks, Simplified; length kept.

    >>> fold("Ｓｏｕｒｃｅ：　新華社"), len(fold("İstanbul"))
    ('source: 新华社', 8)
    """
    return text.lower() if text.isascii() else _FULL.get()(text)
