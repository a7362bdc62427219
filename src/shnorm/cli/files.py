"""Where records come from: files, folders and standard input, plain or compressed; it knows names and bytes, not what is in them."""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import IO, Any, NamedTuple

from shnorm.cli.exits import FILES, Trouble
from shnorm.cli.formats import FORMATS, SUFFIXES
from shnorm.errors import MissingExtraError

#: Compression by the last suffix of a name.
COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
_BUFFER = 1 << 20


class Source(NamedTuple):
    """One input: its path (``None``: standard input), its name below the folder that was given, its format and compression."""

    path: Path | None
    name: PurePath
    format: str
    compression: str

    @property
    def label(self) -> str:
        """What messages and accounts call it."""
        return "standard input" if self.path is None else str(self.path)

    @property
    def size(self) -> int:
        """Bytes on disk; 0 if nobody knows."""
        return 0 if self.path is None else self.path.stat().st_size

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The decompressed bytes."""
        if self.path is None:
            yield sys.stdin.buffer
            return
        with open(self.path, "rb", buffering=_BUFFER) as raw:
            yield _decompressed(raw, self.compression, self.label)


class _Plain(io.RawIOBase):
    """A byte stream over a decompressor that turns its several complaints into one clear error."""

    def __init__(self, stream: Any, label: str) -> None:
        self._stream, self._label = stream, label

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any writable buffer
        try:
            data = self._stream.read(len(buffer))
        except BrokenPipeError:
            raise
        except Exception as error:  # gzip.BadGzipFile, EOFError, zlib.error, zstandard.ZstdError: no common base
            raise Trouble(f"{self._label}: damaged or cut compressed data ({error})", FILES) from error
        buffer[: len(data)] = data
        return len(data)


def _decompressed(raw: IO[bytes], compression: str, label: str) -> IO[bytes]:
    if not compression:
        return raw
    if compression == "gzip":
        stream: Any = gzip.GzipFile(fileobj=raw)
    else:
        stream = _zstandard().ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    return io.BufferedReader(_Plain(stream, label), _BUFFER)


def packed(data: bytes, compression: str) -> bytes:
    """``data`` as a gzip member or zstd frame of its own: members put one after another are a valid file."""
    if not compression or not data:
        return data
    if compression == "gzip":
        return gzip.compress(data, 6, mtime=0)
    out: bytes = _zstandard().ZstdCompressor(level=6).compress(data)
    return out


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("zstandard", "zstd") from error
    return zstandard


def form(name: PurePath, given: str | None = None) -> tuple[str, str]:
    """Format and compression of a file called ``name``; text if no suffix says otherwise.

    >>> form(PurePath("a.jsonl.gz")), form(PurePath("README"))
    (('jsonl', 'gzip'), ('text', ''))
    """
    return given or SUFFIXES.get(_inner(name).suffix.lower(), FORMATS[0]), COMPRESSIONS.get(name.suffix, "")


def _inner(name: PurePath) -> PurePath:
    """The name without the suffix of a compression."""
    return name.with_suffix("") if name.suffix in COMPRESSIONS else name


def find(inputs: Sequence[str], given: str | None = None, leave_out: Path | None = None) -> list[Source]:
    """The sources that ``inputs`` name: files as they are, folders walked in the order of their names, ``-`` for standard input.

    In a folder only files with a known suffix count, and none that is hidden or lies in ``leave_out`` (the output).
    Raises :class:`~shnorm.cli.exits.Trouble` for what is missing, unreadable or empty.
    """
    sources: list[Source] = []
    for name in inputs:
        path = Path(name)
        if name == "-":
            sources.append(Source(None, PurePath("stdin"), given or FORMATS[0], ""))
        elif path.is_dir():
            found = [Source(file, file.relative_to(path), *form(file, given)) for file in _walk(path, leave_out)]
            if not found:
                raise Trouble(f"{path}: no file in this folder ends in {', '.join(SUFFIXES)} (or these with .gz, .zst)", FILES)
            sources += found
        elif given is None and _inner(path).suffix == ".json" and path.exists():
            raise Trouble(f"{path}: --format jsonl reads it if each line holds an object; an array of all records is not read")
        else:
            sources.append(Source(path, PurePath(path.name), *form(path, given)))
    for source in sources:
        if source.path is not None and not os.access(source.path, os.R_OK):
            raise Trouble(f"{source.path}: {'permission denied' if source.path.exists() else 'no such file or folder'}", FILES)
    if sum(source.path is None for source in sources) > 1:
        raise Trouble("standard input can be read only once")
    return sources


def _walk(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    away = leave_out.resolve() if leave_out is not None else None
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and (Path(base) / f).resolve() != away)
        for name in sorted(names):
            if _inner(PurePath(name)).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(base) / name
