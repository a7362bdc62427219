"""Where records go: files that appear whole or not at all, or standard output.

A file is written beside its place under another name and renamed when it is complete.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol

from shnorm.cli.exits import FILES, Trouble
from shnorm.cli.formats import arrow


class Sink(Protocol):
    """Takes what the workers encoded, in order.  ``can_continue``: whether a later run can go on where ``sync`` was."""

    can_continue: ClassVar[bool]

    def append(self, data: Any) -> None:
        """Add the encoded records of one chunk."""

    def sync(self) -> int:
        """Make what was added so far outlive this process; return its length in bytes."""

    def commit(self) -> None:
        """Make it appear in its place."""

    def close(self) -> None:
        """Let go of it, complete or not."""


def part_of(path: Path) -> Path:
    """The name under which ``path`` is written until it is complete."""
    return path.with_name(f".{path.name}.part")


class Part:
    """A file under its temporary name; ``offset``: length to cut it to and go on from, 0 for a new one."""

    can_continue: ClassVar[bool] = True

    def __init__(self, path: Path, offset: int = 0) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise Trouble(f"{path}: is a folder; name a file", FILES)
        if offset and not part_of(path).exists() and path.exists():
            os.replace(path, part_of(path))  # the run was stopped after this file had appeared, but before it was over
        self._file = open(part_of(path), "r+b" if offset else "wb")  # noqa: SIM115  # closed by close()
        have = self._file.seek(0, os.SEEK_END)
        if have < offset:
            raise Trouble(f"{part_of(path)}: shorter than when the run stopped; start again without --resume", FILES)
        self._file.truncate(offset)
        self._file.seek(offset)

    def append(self, data: bytes) -> None:
        self._file.write(data)

    def sync(self) -> int:
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def commit(self) -> None:
        self._file.close()
        os.replace(part_of(self.path), self.path)

    def discard(self) -> None:
        """Take away what was written, and what an earlier run left in its place."""
        self._file.close()
        part_of(self.path).unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)

    def close(self) -> None:
        self._file.close()


class EachFile:
    """A file for each record, from number ``at`` on; ``None`` in place of a record leaves its file out."""

    can_continue: ClassVar[bool] = True

    def __init__(self, paths: Sequence[Path | None], at: int) -> None:
        self._paths = iter(paths[at:])

    def append(self, data: bytes | None) -> None:
        path = next(self._paths)
        if data is not None and path is not None:
            _put(path, data)

    def sync(self) -> int:
        return 0

    def commit(self) -> None:
        pass

    def close(self) -> None:
        pass


class ParquetPart:
    """A Parquet file; until it is complete its rows lie beside it as Arrow streams, which can be continued, as Parquet cannot."""

    can_continue: ClassVar[bool] = True

    def __init__(self, path: Path, schema: Any, offset: int = 0) -> None:
        self.path, self._schema = path, schema
        if path.is_dir():
            raise Trouble(f"{path}: is a folder; name a file", FILES)
        self._rows = Part(_rows_of(path), offset)
        if not offset:
            self._write([])  # a file without rows has a schema too

    def append(self, data: Any) -> None:
        self._write([data])

    def _write(self, batches: Sequence[Any]) -> None:
        pyarrow = arrow()
        buffer = pyarrow.BufferOutputStream()
        options = pyarrow.ipc.IpcWriteOptions(compression="zstd")
        with pyarrow.ipc.new_stream(buffer, self._schema, options=options) as stream:
            for batch in batches:
                stream.write_batch(batch)
        self._rows.append(buffer.getvalue())

    def sync(self) -> int:
        return self._rows.sync()

    def commit(self) -> None:
        self._rows.close()
        _assemble(self.path)

    def close(self) -> None:
        self._rows.close()


#: Bytes of rows, uncompressed, that a row group of a Parquet file takes.
ROW_GROUP = 32 << 20


def _rows_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.rows")


def _assemble(path: Path) -> None:
    """Make the Parquet file at ``path`` appear from the rows that lie beside it."""
    pyarrow = arrow()
    rows = part_of(_rows_of(path))
    with open(rows, "rb") as file:
        size = rows.stat().st_size
        first = pyarrow.ipc.open_stream(file)
        with pyarrow.parquet.ParquetWriter(part_of(path), first.schema, compression="zstd") as writer:
            group: list[Any] = []
            while True:
                group += first
                if file.tell() == size or sum(batch.nbytes for batch in group) >= ROW_GROUP:
                    if group:
                        writer.write_table(pyarrow.Table.from_batches(group))
                    group = []
                if file.tell() == size:
                    break
                first = pyarrow.ipc.open_stream(file)
    os.replace(part_of(path), path)
    rows.unlink()


class Standard:
    """Standard output."""

    can_continue: ClassVar[bool] = False

    def append(self, data: bytes) -> None:
        sys.stdout.buffer.write(data)

    def sync(self) -> int:
        sys.stdout.buffer.flush()
        return 0

    def commit(self) -> None:
        self.sync()

    def close(self) -> None:
        pass


def finish(path: Path) -> None:
    """Make a complete file appear that a stopped run left under its temporary name, if it did."""
    if part_of(_rows_of(path)).exists():
        _assemble(path)
    elif part_of(path).exists():
        os.replace(part_of(path), path)


def write_whole(path: Path, data: str) -> None:
    """Write a small file so that it appears whole or not at all."""
    _put(path, data.encode("utf-8", "replace"))


def _put(path: Path, data: bytes) -> None:
    part = Part(path)
    try:
        part.append(data)
        part.commit()
    finally:
        part.close()
