"""Code pages: what bytes a text would have been, had it been read with this page, and what text some bytes are.

It knows tables of characters; it must not know languages or what makes a reading believable.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from shnorm.resources import Resource

#: Bytes of one character under a code page; ``None``: the page does not have it.
Cell: TypeAlias = bytes | None
#: Stands for a byte that was lost; occurs in no text of any encoding handled here.
LOST = b"\xff"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Page:
    """A code page with which bytes may have been read by mistake.

    ``name``: for people.  ``double``: its characters take two bytes.  ``bytes_of``: the bytes of each character of a text.
    """

    __slots__ = ("_cells", "_encode", "double", "name")

    def __init__(self, name: str, double: bool, encode: Callable[[str], Cell]) -> None:
        self.name = name
        self.double = double
        self._encode = encode
        self._cells: dict[str, Cell] = {chr(code): bytes((code,)) for code in range(0x80)}

    def bytes_of(self, text: str) -> list[Cell]:
        """For each character of ``text`` the bytes that this page shows as it; ``None`` for one that the page cannot show.

        >>> PAGES.get()["gbk"].bytes_of("a閿❤")
        [b'a', b'\\xe9\\x94', None]
        """
        known = self._cells
        cells: list[Cell] = []
        for character in text:
            try:
                cells.append(known[character])
            except KeyError:
                cell = self._encode(character)
                if len(known) < 70_000:
                    known[character] = cell
                cells.append(cell)
        return cells


def _by_codecs(*codecs: str, longest: int = 2, also: dict[str, bytes] | None = None) -> Callable[[str], Cell]:
    also = also or {}

    def encode(character: str) -> Cell:
        if character in also:
            return also[character]
        if character == REPLACEMENT:
            return None
        for codec in codecs:
            try:
                cell = character.encode(codec)
            except UnicodeEncodeError:
                continue
            if len(cell) <= longest:
                return cell
        return None

    return encode


def _by_table(codec: str) -> Callable[[str], Cell]:
    # As browsers and ftfy read: a byte that the page leaves undefined is shown as the C1 control of that number.
    table: dict[str, bytes] = {}
    for code in range(0x80, 0x100):
        try:
            table.setdefault(bytes((code,)).decode(codec), bytes((code,)))
        except UnicodeDecodeError:
            table.setdefault(chr(code), bytes((code,)))
    return table.get


#: Pages of one byte a character, the likelier ones first.
SINGLE = (
    "cp1252", "latin-1", "cp1251", "cp1250", "cp1254", "cp1253", "cp1257", "cp1256", "cp1255", "cp1258", "cp437", "mac-roman", "cp850",
    "cp852", "cp866", "koi8-r", "iso8859-2", "cp874",
)  # fmt: skip


def _pages() -> dict[str, Page]:
    pages = {
        "gbk": Page("gbk", True, _by_codecs("gb18030", "gbk")),
        "cp936": Page("cp936", True, _by_codecs("gbk", "gb18030", also={"€": b"\x80"})),
        "big5": Page("big5", True, _by_codecs("cp950", "big5hkscs", "big5")),
        "cp932": Page("cp932", True, _by_codecs("cp932", "shift_jis")),
        "cp949": Page("cp949", True, _by_codecs("cp949")),
        "euc-jp": Page("euc-jp", True, _by_codecs("euc_jp", longest=3)),
    }
    for codec in SINGLE:
        pages[codec] = Page(codec, False, _by_table(codec))
    return pages


#: The pages by name.
PAGES: Resource[dict[str, Page]] = Resource("repair.code-pages", _pages)

#: What bytes may really have been: a name, and the codecs that read it, strictest first.
ENCODINGS: dict[str, Sequence[str]] = {
    "utf-8": ("utf-8",),
    "gbk": ("gbk", "gb18030"),
    "big5": ("cp950", "big5hkscs"),
    "cp932": ("cp932",),
    "cp949": ("cp949",),
    "euc-jp": ("euc_jp",),
    "cp1252": ("cp1252",),
    "cp1250": ("cp1250",),
    "cp1251": ("cp1251",),
    "koi8-r": ("koi8_r",),
    "cp1253": ("cp1253",),
    "cp1255": ("cp1255",),
    "cp1256": ("cp1256",),
    "cp1254": ("cp1254",),
}


def decode(data: bytes, encoding: str) -> str | None:
    """``data`` read strictly in ``encoding``, or ``None`` if it is not valid there.

    >>> decode("错误".encode(), "utf-8"), decode(b"\\xff\\xff", "utf-8")
    ('错误', None)
    """
    for codec in ENCODINGS[encoding]:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return None
