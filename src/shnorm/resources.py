"""Heavy things (dictionaries, converters, tables), built lazily, once, and safely under threads and after a fork.

It knows how to build and keep a value by name; it must not know what any of the values are for.
Normalizers hold names, never handles, so that they pickle, compare and hash.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Generic, TypeVar, cast

from shnorm.errors import UnknownNameError

T = TypeVar("T")
_UNBUILT = object()
_ALL: dict[str, Resource[object]] = {}


class Resource(Generic[T]):
    """A value built on first use.  ``get()`` is cheap once built; only complete values are ever published.

    A build that raises leaves the resource unbuilt, so the next call tries again.
    ``by_name``: only an engine that a caller asks for by name needs it, so :func:`build` leaves it alone unless it is named.

    >>> numbers = Resource("doctest.numbers", lambda: [1, 2, 3])
    >>> numbers.get() is numbers.get()
    True
    """

    __slots__ = ("_build", "_value", "by_name", "name")

    def __init__(self, name: str, build: Callable[[], T], *, by_name: bool = False) -> None:
        self.name = name
        self.by_name = by_name
        self._build = build
        self._value: object = _UNBUILT
        _ALL[name] = cast("Resource[object]", self)

    def get(self) -> T:
        """Return the value, building it if this is the first use in this process."""
        value = self._value
        if value is _UNBUILT:
            with _BUILDING:
                if self._value is _UNBUILT:
                    self._value = self._build()
                value = self._value
        return value  # type: ignore[return-value]  # a call of cast() would cost more than all the rest


# One lock for all builds: they are few and happen once, and a fork can wait for the one that is under way.  A child forked in the
# middle of one would wait for ever, not for this lock alone: the import system keeps a lock for each module that is being imported.
_BUILDING = threading.RLock()


def building() -> AbstractContextManager[object]:
    """Held while something heavy is built that is no :class:`Resource`: no other build and no fork happens meanwhile."""
    return _BUILDING


def _forked() -> None:
    global _BUILDING
    _BUILDING = threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=lambda: _BUILDING.acquire() and None, after_in_parent=lambda: _BUILDING.release(), after_in_child=_forked
    )


def names() -> tuple[str, ...]:
    """Names of the resources declared so far by the modules that have been imported."""
    return tuple(sorted(_ALL))


def build(*wanted: str) -> None:
    """Build the named resources now; if none is named, all declared ones that no engine chosen by name needs alone.

    Raises :class:`~shnorm.errors.UnknownNameError` for a name that no imported module declared.
    """
    for name in wanted or [name for name, resource in _ALL.items() if not resource.by_name]:
        if name not in _ALL:
            raise UnknownNameError("resource", name, names())
        _ALL[name].get()
