"""What a record is in each format: how to find its text, and how to write it back with another text.  It opens nothing.

A reader (``begin``) runs in the parent and only cuts a stream into raw items; decoding, cleaning and encoding run in the workers.
An item is ``(number, raw)``, the number being the line on which the record ends (JSONL, CSV), the row (Parquet) or 1 (text).
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterator, Sequence
from typing import IO, Any, ClassVar, Protocol

from shnorm.cli.exits import FILES, Trouble
from shnorm.errors import MissingExtraError

#: Names of the formats; the first is the default.
FORMATS = ("text", "jsonl", "csv", "tsv", "parquet")
#: Format by the suffix of a name.
SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
#: Rows of a Parquet file that are handed to a process at a time.
PARQUET_ROWS = 512

Item = tuple[int, Any]


@dataclasses.dataclass(slots=True)
class Record:
    """One record: its number, the item it came from, its text (``None``: missing), or why it cannot be used."""

    number: int
    raw: Any
    text: str | None = None
    data: Any = None
    fault: str | None = None


class Codec(Protocol):
    """A format, ready for one stream (see ``begin`` of each); picklable."""

    @property
    def head(self) -> bytes:
        """What stands before the first record of the output."""

    def decode(self, items: Sequence[Item]) -> list[Record]:
        """The records of ``items``."""

    def encode(self, records: Sequence[Record], texts: Sequence[str | None]) -> Any:
        """Good ``records`` with ``texts`` in place of their own: bytes, or for Parquet a record batch."""

    def raw(self, record: Record) -> str:
        """The record as it came, for the rejects file."""


@dataclasses.dataclass(frozen=True)
class Text:
    """A whole file is one record."""

    encoding: str
    head: ClassVar[bytes] = b""

    def begin(self, stream: IO[bytes], label: str) -> tuple[Codec, Iterator[Item]]:
        return self, iter([(1, stream.read())])

    def decode(self, items: Sequence[Item]) -> list[Record]:
        return [self._record(number, raw) for number, raw in items]

    def _record(self, number: int, raw: bytes) -> Record:
        try:
            return Record(number, raw, raw.decode(self.encoding))
        except UnicodeDecodeError as error:
            return Record(number, raw, fault=_undecodable(error))

    def encode(self, records: Sequence[Record], texts: Sequence[str | None]) -> bytes:
        return "".join(text or "" for text in texts).encode("utf-8", "surrogatepass")

    def raw(self, record: Record) -> str:
        return ""  # the file stays where it is


@dataclasses.dataclass(frozen=True)
class JsonLines:
    """One JSON object in each line; a line whose text does not change is written as it came, byte for byte."""

    field: str
    head: ClassVar[bytes] = b""

    def begin(self, stream: IO[bytes], label: str) -> tuple[Codec, Iterator[Item]]:
        return self, enumerate(stream, 1)

    def decode(self, items: Sequence[Item]) -> list[Record]:
        return [self._record(number, raw) for number, raw in items]

    def _record(self, number: int, raw: bytes) -> Record:
        record = Record(number, raw)
        if not raw.strip():
            return record
        try:
            record.data = parsed(raw)
        except UnicodeDecodeError as error:
            record.fault = _undecodable(error)
        except (ValueError, RecursionError) as error:
            record.fault = f"not JSON: {error or 'nested too deeply'}"
        else:
            record.text, record.fault = _text_of(record.data, self.field)
        return record

    def encode(self, records: Sequence[Record], texts: Sequence[str | None]) -> bytes:
        return b"".join(self._line(record, text) for record, text in zip(records, texts, strict=True))

    def _line(self, record: Record, text: str | None) -> bytes:
        if text is record.text:
            raw: bytes = record.raw
            return raw if raw.endswith(b"\n") else raw + b"\n"
        data = {**record.data, self.field: text}
        try:
            return json.dumps(data, ensure_ascii=False).encode() + b"\n"
        except UnicodeEncodeError:  # lone surrogates, which only escapes can hold
            return json.dumps(data).encode() + b"\n"

    def raw(self, record: Record) -> str:
        return str(record.raw, "utf-8", "surrogateescape")


@dataclasses.dataclass(frozen=True)
class Csv:
    """A header row, then one record in each row (RFC 4180); ``column`` is known once the header has been read."""

    field: str
    delimiter: str
    encoding: str
    names: tuple[str, ...] = ()

    def begin(self, stream: IO[bytes], label: str) -> tuple[Codec, Iterator[Item]]:
        lines = io.TextIOWrapper(stream, encoding=self.encoding, errors="surrogateescape", newline="")
        csv.field_size_limit(1 << 30)
        rows = csv.reader(lines, delimiter=self.delimiter)
        names = tuple(next(rows, ()))
        if names:
            names = (names[0].removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), *names[1:])
        if self.field not in names:
            raise Trouble(f"{label}: no column {self.field!r}; its columns: {', '.join(names) or 'none'} (choose with --field)")
        return dataclasses.replace(self, names=names), self._items(rows, lines)

    def _items(self, rows: Any, lines: io.TextIOWrapper) -> Iterator[Item]:
        while True:
            try:
                row = next(rows)
            except StopIteration:
                lines.detach()  # the caller closes the stream
                return
            except csv.Error as error:
                row = error
            yield rows.line_num, row

    @property
    def head(self) -> bytes:
        return self._rows([self.names])

    def decode(self, items: Sequence[Item]) -> list[Record]:
        column = self.names.index(self.field)
        return [self._record(number, row, column) for number, row in items]

    def _record(self, number: int, row: Any, column: int) -> Record:
        record = Record(number, row)
        if isinstance(row, csv.Error):
            record.fault = f"not CSV: {row}"
        elif not row:
            pass
        elif len(row) != len(self.names):
            record.fault = f"{len(row)} columns where the header has {len(self.names)}"
        elif any("\udc80" <= ch <= "\udcff" for cell in row if not cell.isascii() for ch in cell):
            record.fault = f"not {self.encoding}; say which with --encoding"
        else:
            record.text, record.data = row[column], column
        return record

    def encode(self, records: Sequence[Record], texts: Sequence[str | None]) -> bytes:
        rows = []
        for record, text in zip(records, texts, strict=True):
            row = record.raw
            if text is not record.text:
                row = [*row]
                row[record.data] = text
            rows.append(row)
        return self._rows(rows)

    def _rows(self, rows: Sequence[Sequence[str]]) -> bytes:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=self.delimiter, lineterminator="\n").writerows(rows)
        return out.getvalue().encode("utf-8", "surrogatepass")

    def raw(self, record: Record) -> str:
        return str(record.raw) if isinstance(record.raw, csv.Error) else self._rows([record.raw]).decode("utf-8", "surrogatepass")


@dataclasses.dataclass(frozen=True)
class Parquet:
    """Rows of a column of strings; an item is a record batch, handed on whole."""

    field: str
    schema: Any = None
    head: ClassVar[bytes] = b""

    def begin(self, stream: IO[bytes], label: str) -> tuple[Codec, Iterator[Item]]:
        pyarrow = arrow()
        try:
            file = pyarrow.parquet.ParquetFile(stream)
        except pyarrow.ArrowInvalid as error:
            raise Trouble(f"{label}: not Parquet ({error})", FILES) from error
        schema = file.schema_arrow
        if self.field not in schema.names:
            raise Trouble(f"{label}: no column {self.field!r}; its columns: {', '.join(schema.names)} (choose with --field)")
        kind = schema.field(self.field).type
        if not (pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind)):
            raise Trouble(f"{label}: column {self.field!r} holds {kind}, not strings")
        return dataclasses.replace(self, schema=schema), self._items(file)

    def _items(self, file: Any) -> Iterator[Item]:
        first = 1
        for batch in file.iter_batches(PARQUET_ROWS):
            yield first, batch
            first += batch.num_rows

    def decode(self, items: Sequence[Item]) -> list[Record]:
        ((first, batch),) = items
        column = batch.column(batch.schema.get_field_index(self.field)).to_pylist()
        return [Record(first + i, batch, text, i) for i, text in enumerate(column)]

    def encode(self, records: Sequence[Record], texts: Sequence[str | None]) -> Any:
        batch = records[0].raw
        if len(records) != batch.num_rows:  # some steps failed on some rows: those were set aside
            batch = batch.take([record.data for record in records])
        index = batch.schema.get_field_index(self.field)
        columns = list(batch.columns)
        columns[index] = arrow().array(list(texts), batch.schema.field(index).type)
        return arrow().RecordBatch.from_arrays(columns, schema=batch.schema)

    def raw(self, record: Record) -> str:
        return record.text or ""


def codec(name: str, field: str, encoding: str) -> Text | JsonLines | Csv | Parquet:
    """The format called ``name``; raises :class:`~shnorm.cli.exits.Trouble` for an encoding that Python does not know."""
    try:
        "".encode(encoding)
    except LookupError as error:
        raise Trouble(f"unknown encoding {encoding!r}; for example utf-8, gb18030, big5") from error
    if name == "jsonl":
        return JsonLines(field)
    if name in ("csv", "tsv"):
        return Csv(field, "," if name == "csv" else "\t", encoding)
    return Parquet(field) if name == "parquet" else Text(encoding)


def weight(item: Item) -> tuple[int, bool]:
    """About how many bytes an item holds, and whether it is a chunk by itself."""
    raw = item[1]
    if isinstance(raw, bytes):
        return len(raw), False
    if isinstance(raw, list):
        return sum(map(len, raw)), False
    return (0, False) if isinstance(raw, Exception) else (raw.nbytes, True)


def arrow() -> Any:
    """The module pyarrow with its parts for Parquet and streams; raises :class:`~shnorm.errors.MissingExtraError` with what to install."""
    try:
        import pyarrow
        import pyarrow.ipc
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("pyarrow", "parquet") from error
    return pyarrow


_DECODER = json.JSONDecoder()


def parsed(raw: bytes) -> Any:
    """``json.loads`` of one line, without its guesses at other encodings where the line is plain UTF-8, which takes half the time."""
    text = str(raw, "utf-8", "surrogatepass")
    try:
        data, end = _DECODER.raw_decode(text)
    except json.JSONDecodeError:  # blanks or a byte order mark before it, or no JSON
        return json.loads(raw)
    return data if text[end:] in ("\n", "\r\n", "") else json.loads(raw)


def _text_of(data: object, field: str) -> tuple[str | None, str | None]:
    """The text of a JSON record, or why it has none."""
    if not isinstance(data, dict):
        return None, f"not an object but {type(data).__name__}"
    if field not in data:
        return None, f"no field {field!r}; its fields: {', '.join(map(str, data)) or 'none'}"
    text = data[field]
    if text is None or isinstance(text, str):
        return text, None
    return None, f"field {field!r} holds {type(text).__name__}, not a string"


def _undecodable(error: UnicodeDecodeError) -> str:
    return f"not {error.encoding} at byte {error.start}; say which with --encoding"
