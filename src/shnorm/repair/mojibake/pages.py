"""Code pages: what bytes a text would have been, had it been read with this page, and what text some bytes are.

It knows tables of characters; it must not know languages or what makes a reading believable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from shnorm.resources import Resource

#: Bytes of one character under a code page; ``None``: the page does not have it.
Cell: TypeAlias = bytes | None
#: Stands for a byte that was lost; occurs in no text of any encoding handled here.
LOST = b"\xff"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Piece(NamedTuple):
    """A part ``text[start:end]`` of a text that a page has whole, and its bytes."""

    start: int
    end: int
    data: bytes


class Read:
    """A text, and the bytes that a page shows as it."""

    __slots__ = ("_cells", "_page", "_pieces", "_words", "text")

    def __init__(self, text: str, page: Page) -> None:
        self.text = text
        self._page = page
        self._cells: list[Cell] | None = None
        self._pieces: list[Piece] | None = None
        self._words: dict[re.Pattern[str], list[list[Piece]]] = {}

    @property
    def cells(self) -> list[Cell]:
        """The bytes of each character."""
        if self._cells is None:
            self._cells = self._page.cells(self.text)
        return self._cells

    def data(self, start: int, end: int) -> bytes:
        """The bytes of a part in which no cell is ``None``."""
        return b"".join(self.cells[start:end])  # type: ignore[arg-type]  # as said

    @property
    def pieces(self) -> list[Piece]:
        """Maximal parts that the page has, as far as they hold more than ASCII."""
        if self._pieces is None:
            found = [Piece(start, end, self.data(start, end)) for start, end in self._page.spans(self)]
            self._pieces = [piece for piece in found if not piece.data.isascii()]
        return self._pieces

    @property
    def whole(self) -> bytes | None:
        """The bytes of all the text, if the page has all of it and it holds more than ASCII."""
        data = self.data(0, len(self.text)) if self._page.has(self) else b""
        return None if data.isascii() else data

    def words(self, pattern: re.Pattern[str]) -> list[list[Piece]]:
        """For each of :attr:`pieces` what ``pattern`` finds in it."""
        if pattern not in self._words:
            self._words[pattern] = [
                [Piece(m.start(), m.end(), self.data(m.start(), m.end())) for m in pattern.finditer(self.text, p.start, p.end)]
                for p in self.pieces
            ]
        return self._words[pattern]

    def offsets(self, piece: Piece) -> dict[int, int]:
        """Offset of each character's first byte in the bytes of ``piece`` -> its index; the end is included."""
        steps = accumulate(map(len, self.cells[piece.start : piece.end]), initial=0)  # type: ignore[arg-type]  # no cell is None
        return dict(zip(steps, range(piece.start, piece.end + 1), strict=True))


class _Cells(dict[str, Cell]):
    """What a page has for each character, as far as it was asked for."""

    def __init__(self, encode: Callable[[str], Cell]) -> None:
        super().__init__((chr(code), bytes((code,))) for code in range(0x80))
        self._encode = encode

    def __missing__(self, character: str) -> Cell:
        cell = self._encode(character)
        if len(self) < 70_000:
            self[character] = cell
        return cell


#: What a byte can be in UTF-8.
_ROLES = "a" * 0x80 + "c" * 0x40 + "xx" + "2" * 30 + "3" * 16 + "4" * 4 + "x" * 12


class _Shapes(dict[str, str]):
    """The shape of each character, as far as it was asked for; see :meth:`Page.shape`."""

    def __init__(self, cells: _Cells) -> None:
        super().__init__((chr(code), "|A") for code in range(0x80))
        self._cells = cells

    def __missing__(self, character: str) -> str:
        cell = self._cells[character]
        shape = "|x" if cell is None else "|" + "".join(map(_ROLES.__getitem__, cell))
        if len(self) < 70_000:
            self[character] = shape
        return shape


class Page:
    """A code page with which bytes may have been read by mistake.

    ``name``: for people.  ``double``: its characters take two bytes.
    """

    __slots__ = ("_cells", "_parts", "_shapes", "double", "name")

    def __init__(self, name: str, double: bool, encode: Callable[[str], Cell], characters: str = "") -> None:
        self.name = name
        self.double = double
        self._cells = _Cells(encode)
        self._shapes = _Shapes(self._cells)
        self._parts = re.compile(f"[\x00-\x7f{re.escape(characters)}]+") if characters else None

    def read(self, text: str) -> Read:
        """``text`` with the bytes that this page shows as it; ``None`` for a character that the page cannot show.

        >>> PAGES.get()["gbk"].read("a閿❤").cells
        [b'a', b'\\xe9\\x94', None]
        """
        return Read(text, self)

    def cells(self, text: str) -> list[Cell]:
        """The bytes of each character of ``text``."""
        return list(map(self._cells.__getitem__, text))

    def shape(self, text: str) -> str:
        """What the bytes of ``text`` can be in UTF-8.

        A bar before each character and at the end; for each byte ``2``, ``3``, ``4``: the first of so many; ``c``: a further one; ``A``: a
        character of ASCII; ``a``: ASCII as the second byte of a character; ``x``: none of these.

        >>> PAGES.get()["gbk"].shape("a鈥檚❤")
        '|A|3c|ca|x|'
        """
        return "".join(map(self._shapes.__getitem__, text)) + "|"

    def has(self, read: Read) -> bool:
        """Whether the page has all of a text."""
        return None not in read.cells if self._parts is None else self._parts.fullmatch(read.text) is not None

    def spans(self, read: Read) -> Iterable[tuple[int, int]]:
        """Where the parts are that the page has whole."""
        if self._parts is not None:
            return (m.span() for m in self._parts.finditer(read.text))
        cells = read.cells
        gaps = [i for i, cell in enumerate(cells) if cell is None] if None in cells else []
        return zip([0, *(i + 1 for i in gaps)], [*gaps, len(cells)], strict=True)


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


def _by_table(codec: str) -> dict[str, bytes]:
    # As browsers and ftfy read: a byte that the page leaves undefined is shown as the C1 control of that number.
    table: dict[str, bytes] = {}
    for code in range(0x80, 0x100):
        try:
            table.setdefault(bytes((code,)).decode(codec), bytes((code,)))
        except UnicodeDecodeError:
            table.setdefault(chr(code), bytes((code,)))
    return table


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
        table = _by_table(codec)
        pages[codec] = Page(codec, False, table.get, "".join(table))
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
    "cp866": ("cp866",),
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
