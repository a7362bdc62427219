"""What is only for eyes: colours and a progress bar, on a terminal and nowhere else."""

from __future__ import annotations

import os
import sys
import time
from typing import TextIO

_CODES = {"dim": "2", "bold": "1", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def coloured(stream: TextIO) -> bool:
    """Whether colours may go to ``stream``: it is a terminal, and neither NO_COLOR nor TERM=dumb says no."""
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


class Paint:
    """``paint("text", "red")`` in that colour if the stream shows colours, else as it is."""

    def __init__(self, stream: TextIO) -> None:
        self._on = coloured(stream)

    def __call__(self, text: str, *styles: str) -> str:
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m" if self._on and text else text


def printable(text: str) -> str:
    """``text`` as a terminal can take it: lone surrogates replaced, control characters shown by their escape."""
    safe = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(ch if ch.isprintable() or ch in "\n\t\u3000" else repr(ch)[1:-1] for ch in safe)


class Progress:
    """Bytes read of all bytes to read, redrawn on standard error at most ten times a second; silent if that is no terminal."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self._on = sys.stderr.isatty() and not quiet
        self._total = total
        self._start = self._drawn = time.monotonic()
        self._done = 0

    def __call__(self, more: int, records: int) -> None:
        """Show that ``more`` bytes, and ``records`` records in all, are finished."""
        self._done += more
        done, now = self._done, time.monotonic()
        if not self._on or now - self._drawn < 0.1:
            return
        self._drawn = now
        rate = done / 1e6 / max(now - self._start, 1e-9)
        if self._total:
            share = min(done / self._total, 1.0)
            bar = f"[{'=' * int(share * 30):<30}] {share:4.0%}"
        else:
            bar = f"{done / 1e6:,.1f} MB"
        print(f"\r\x1b[K{bar}  {records:,} records  {rate:.1f} MB/s", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._on:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
