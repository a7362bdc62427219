"""``lazy``: an attribute worked out on first use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # used like ``property``
    """An attribute worked out on first use and then kept, without the lock of ``functools.cached_property`` in Python 3.10 and 3.11."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make, self.name, self.__doc__ = make, make.__name__, make.__doc__

    @overload
    def __get__(self, of: None, owner: type | None = None) -> lazy[T]: ...
    @overload
    def __get__(self, of: object, owner: type | None = None) -> T: ...
    def __get__(self, of: object | None, owner: type | None = None) -> lazy[T] | T:
        if of is None:
            return self
        value = of.__dict__[self.name] = self.make(of)
        return value
