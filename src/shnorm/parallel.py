"""A function over a stream of values, in one process or several, in bounded memory; it knows nothing of what the function does."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait as wait_for
from typing import Any, Literal, TypeVar

from shnorm.errors import ConfigError, InputTypeError

OnError = Literal["raise", "keep", "flag"]
A = TypeVar("A")
B = TypeVar("B")


def run(
    function: Callable[[A], B],
    values: Iterable[A | None],
    *,
    jobs: int,
    chunk: int,
    ordered: bool,
    on_error: OnError,
    progress: Callable[[int], object] | None,
) -> Iterator[A | B | None]:
    """``map(function, values)`` with ``None`` passed through; see :meth:`shnorm.Pipeline.map` for the options."""
    if isinstance(values, str):
        raise ConfigError("map() takes an iterable of texts, not one text; call the pipeline itself, or pass [text]")
    if isinstance(values, (bytes, bytearray)) or not isinstance(values, Iterable):
        raise InputTypeError(f"map() takes an iterable of texts, not {type(values).__name__}")
    if not isinstance(jobs, int) or not isinstance(chunk, int) or jobs < 1 or chunk < 1:
        raise ConfigError(f"jobs={jobs!r} and chunk={chunk!r} have to be whole numbers, at least 1")
    if on_error not in ("raise", "keep", "flag"):
        raise ConfigError(f"on_error={on_error!r} has to be 'raise', 'keep' or 'flag'")
    answers: Iterator[Any] = (
        _here(function, values, on_error) if jobs == 1 else _spread(function, values, jobs, chunk, ordered, on_error)
    )
    return answers if progress is None else _counted(answers, progress)


def _counted(answers: Iterator[B], progress: Callable[[int], object]) -> Iterator[B]:
    for done, answer in enumerate(answers, 1):
        yield answer
        progress(done)


def _here(function: Callable[[A], B], values: Iterable[A | None], on_error: OnError) -> Iterator[A | B | None]:
    for value in values:
        yield _one(function, value, on_error)


def _one(function: Callable[[A], B], value: A | None, on_error: OnError) -> A | B | None:
    if value is None:
        return None
    try:
        return function(value)
    except Exception:
        if on_error == "raise":
            raise
        return value if on_error == "keep" else None


# -- in a worker -------------------------------------------------------------------------------------------------------------


class _Sent:
    """A function on its way to a worker.

    Where workers do not inherit the parent's memory (macOS, Windows; Linux from Python 3.14) it travels pickled and is loaded with the
    first texts: what a worker cannot load is then an error with its reason, and not a pool that broke without one.
    """

    def __init__(self, function: Callable[[Any], Any] | None, data: bytes = b"") -> None:
        self._function, self._data = function, data

    def __reduce__(self) -> tuple[Any, ...]:
        try:
            return _Sent, (None, pickle.dumps(self._function))
        except Exception as error:
            raise ConfigError(f"a step cannot be sent to processes: {error}; {_ADVICE}") from error

    def function(self) -> Callable[[Any], Any]:
        if self._function is None:
            try:
                self._function = pickle.loads(self._data)
            except Exception as error:
                raise ConfigError(f"a step cannot be loaded in another process: {error}; {_ADVICE}") from error
        return self._function


_ADVICE = "define it in a module that they can import, not in a notebook or as a lambda, or use jobs=1"

# What this worker does: set once when it starts.  Sent along with each chunk, the function would be built again each time.
_work: _Sent


def _start(work: _Sent) -> None:
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all of a group; the parent answers it
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # A worker of a parent that was killed would wait for work for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _many(values: list[Any], on_error: OnError) -> list[Any]:
    function = _work.function()
    return [_one(function, value, on_error) for value in values]


def _spread(
    function: Callable[[A], B], values: Iterable[A | None], jobs: int, chunk: int, ordered: bool, on_error: OnError
) -> Iterator[A | B | None]:
    source = iter(values)
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(_Sent(function),)) as pool:
        running: deque[Future[list[Any]]] = deque()
        try:
            while True:
                while len(running) < jobs * 3 and (batch := list(islice(source, chunk))):
                    running.append(pool.submit(_many, batch, on_error))
                if not running:
                    return
                if ordered:
                    yield from running.popleft().result()
                else:
                    done = next(iter(wait(running, return_when=FIRST_COMPLETED).done))
                    running.remove(done)
                    yield from done.result()
        except BrokenProcessPool as error:
            raise BrokenProcessPool(
                "a worker process ended: it was killed (short of memory?), or it imports a script that itself calls map(jobs=...); "
                "such a call belongs below if __name__ == '__main__':"
            ) from error
        finally:
            for future in running:
                future.cancel()
