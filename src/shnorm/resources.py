"""Heavy things (dictionaries, converters, tables), built lazily, once, and safely under threads and after a fork.

It knows how to build and keep a value by name; it must not know what any of the values are for.
Normalizers hold names, never handles, so that they pickle, compare and hash.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Generic, TypeVar, cast

from shnorm.errors import UnknownNameError

T = TypeVar("T")
_UNBUILT = object()
_ALL: dict[str, Resource[object]] = {}


class Resource(Generic[T]):
    """A value built on first use.  ``get()`` is cheap once built; only complete values are ever published.

    A build that raises leaves the resource unbuilt, so the next call tries again.

    >>> numbers = Resource("doctest.numbers", lambda: [1, 2, 3])
    >>> numbers.get() is numbers.get()
    True
    """

    __slots__ = ("_build", "_lock", "_value", "name")

    def __init__(self, name: str, build: Callable[[], T]) -> None:
        self.name = name
        self._build = build
        self._lock = threading.RLock()
        self._value: object = _UNBUILT
        _ALL[name] = cast("Resource[object]", self)

    def get(self) -> T:
        """Return the value, building it if this is the first use in this process."""
        value = self._value
        if value is _UNBUILT:
            with self._lock:
                if self._value is _UNBUILT:
                    self._value = self._build()
                value = self._value
        return cast(T, value)

    def _after_fork(self) -> None:
        # The thread that held the lock does not exist in the child; a half-built value was never published.
        self._lock = threading.RLock()


def _remake_locks() -> None:
    for resource in _ALL.values():
        resource._after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_remake_locks)


def names() -> tuple[str, ...]:
    """Names of the resources declared so far by the modules that have been imported."""
    return tuple(sorted(_ALL))


def build(*wanted: str) -> None:
    """Build the named resources now (all declared ones if none is named).

    Raises :class:`~shnorm.errors.UnknownNameError` for a name that no imported module declared.
    """
    for name in wanted or names():
        if name not in _ALL:
            raise UnknownNameError("resource", name, names())
        _ALL[name].get()
