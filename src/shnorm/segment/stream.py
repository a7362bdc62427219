"""Long texts piece by piece: the spans of the whole, made from buffers that end where a line surely ends one.

It knows where a text can be cut so that nothing before depends on what comes after; it must not know what the spans are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from shnorm.errors import require_text
from shnorm.spans import Span, Spans

# No segmenter looks further ahead than this after a line end.
AHEAD = 512


def streamed(text: str | Iterable[str], chunk: int, make: Callable[[str], Spans]) -> Iterator[Span]:
    """The spans that ``make`` gives for ``text`` (a ``str`` or its pieces in order), with offsets from its beginning.

    ``make`` must start afresh after a span that ends with a line end and must not look further ahead than ``AHEAD`` from there.  Held at
    a time is about ``chunk`` code points, or the longest line.
    """
    parts = (text[i : i + chunk] for i in range(0, len(text), chunk)) if isinstance(text, str) else text
    waiting: list[str] = []
    length = base = 0
    wanted = chunk
    for part in parts:
        waiting.append(require_text(part))
        length += len(part)
        if length < wanted:
            continue
        buffer = "".join(waiting)
        spans = make(buffer)
        count = _settled(buffer, spans)
        yield from _shifted(spans, count, base)
        done = spans.ends[count - 1] if count else 0
        base += done
        length -= done
        waiting = [buffer[done:]]
        wanted = max(chunk, 2 * length)  # a long line is not read again for every part of it
    if length:
        spans = make("".join(waiting))
        yield from _shifted(spans, len(spans), base)


def _settled(buffer: str, spans: Spans) -> int:
    """How many of the spans nothing can change that comes after ``buffer``."""
    ends = spans.ends
    for i in range(len(ends) - 1, -1, -1):
        end = ends[i]
        if (
            end + AHEAD < len(buffer)
            and buffer[end - 1] in "\r\n"
            and not buffer[end : end + AHEAD].isspace()
            and buffer[end] not in "\r\n"
        ):
            return i + 1
    return 0


def _shifted(spans: Spans, count: int, base: int) -> Iterator[Span]:
    if not base and count == len(spans):
        yield from spans
        return
    text, labels, start = spans.text, spans.labels, 0
    for i in range(count):
        end = spans.ends[i]
        yield Span(base + start, base + end, text[start:end], labels[i] if labels else None)
        start = end
