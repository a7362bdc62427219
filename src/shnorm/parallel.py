"""A function over a stream of texts, in one process or several, in bounded memory; it knows nothing of what the function does."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from typing import Literal

from shnorm.errors import ConfigError

OnError = Literal["raise", "keep", "flag"]
Function = Callable[[str], str]
Answers = list["str | None"]


def run(
    function: Function,
    texts: Iterable[str | None],
    *,
    jobs: int,
    chunk: int,
    ordered: bool,
    on_error: OnError,
    progress: Callable[[int], object] | None,
) -> Iterator[str | None]:
    """``map(function, texts)`` with ``None`` passed through; see :meth:`shnorm.Pipeline.map` for the options."""
    if isinstance(texts, str):
        raise ConfigError("map() takes an iterable of texts, not one text; call the pipeline itself, or pass [text]")
    if jobs < 1 or chunk < 1:
        raise ConfigError(f"jobs={jobs} and chunk={chunk} have to be at least 1")
    if on_error not in ("raise", "keep", "flag"):
        raise ConfigError(f"on_error={on_error!r} has to be 'raise', 'keep' or 'flag'")
    answers = _here(function, texts, on_error) if jobs == 1 else _spread(function, texts, jobs, chunk, ordered, on_error)
    return answers if progress is None else _counted(answers, progress)


def _counted(answers: Iterator[str | None], progress: Callable[[int], object]) -> Iterator[str | None]:
    for done, answer in enumerate(answers, 1):
        yield answer
        progress(done)


def _here(function: Function, texts: Iterable[str | None], on_error: OnError) -> Iterator[str | None]:
    for text in texts:
        yield _one(function, text, on_error)


def _one(function: Function, text: str | None, on_error: OnError) -> str | None:
    if text is None:
        return None
    try:
        return function(text)
    except Exception:
        if on_error == "raise":
            raise
        return text if on_error == "keep" else None


def _many(function: Function, texts: list[str | None], on_error: OnError) -> Answers:
    return [_one(function, text, on_error) for text in texts]


def _spread(
    function: Function, texts: Iterable[str | None], jobs: int, chunk: int, ordered: bool, on_error: OnError
) -> Iterator[str | None]:
    source = iter(texts)
    with ProcessPoolExecutor(jobs) as pool:
        running: deque[Future[Answers]] = deque()
        try:
            while True:
                while len(running) < jobs * 3 and (batch := list(islice(source, chunk))):
                    running.append(pool.submit(_many, function, batch, on_error))
                if not running:
                    return
                if ordered:
                    yield from running.popleft().result()
                else:
                    done = next(iter(wait(running, return_when=FIRST_COMPLETED).done))
                    running.remove(done)
                    yield from done.result()
        finally:
            for future in running:
                future.cancel()
