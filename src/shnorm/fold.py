"""A view of a text for matching: width, case and Traditional/Simplified folded away, every offset kept.

One pattern in Simplified Chinese and lower case, matched on the folded view, serves all spellings, and what it finds stands
at the same offsets in the text itself.  Only one-to-one mappings take part; the text is never replaced by its view.
"""

from __future__ import annotations

from shnorm.resources import Resource
from shnorm.script import HAN


def _simplified_table() -> dict[int, int]:
    # OpenCC's character table (Apache-2.0), read through its converter one character a line so that no phrase applies.
    import opencc
    import regex

    han = "".join(map(chr, range(0x3400, 0xA000))) + "".join(map(chr, range(0x20000, 0x2FA20)))
    han = "".join(regex.findall(f"[{HAN}]", han))
    converted = opencc.OpenCC("t2s").convert("\n".join(han)).split("\n")
    return {ord(a): ord(b) for a, b in zip(han, converted, strict=True) if a != b and len(b) == 1}


def _full_table() -> dict[int, int]:
    table = dict(SIMPLIFIED.get())
    for code in range(0xFF01, 0xFF5F):
        table[code] = code - 0xFEE0
    table[0x3000] = table[0xA0] = 0x20
    for code in (
        *range(0x3000),
        *range(0xA640, 0xABC0),
        *range(0xFF21, 0xFF3B),
        *range(0x10400, 0x1EA00),
    ):  # where cased letters are
        narrow = chr(table.get(code, code))
        low = narrow.lower()
        if len(low) == 1 and ord(low) != code:
            table[code] = ord(low)
    return table


#: Traditional character -> Simplified character, as code points; characters without a single partner are absent.
SIMPLIFIED: Resource[dict[int, int]] = Resource("fold.simplified", _simplified_table)
_FULL: Resource[dict[int, int]] = Resource("fold.full", _full_table)


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
    return text.lower() if text.isascii() else text.translate(_FULL.get())
