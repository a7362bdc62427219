"""Names of steps and the classes behind them: the library's own and those that other packages register; and what the files of a
package declare.

A package registers a step through the entry-point group ``shnorm.normalizers``; the name of the entry point is the step's name::

    [project.entry-points."shnorm.normalizers"]
    DropFootnotes = "acme.text:DropFootnotes"
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from shnorm.errors import ConfigError, RuleError, UnknownNameError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "shnorm.normalizers"

#: The library's own steps and where they live; imported when first asked for.
BUILTIN = {
    "FixEncoding": "shnorm.steps",
    "NormalizeUnicode": "shnorm.steps",
    "RepairMarkup": "shnorm.steps",
    "StripNoise": "shnorm.steps",
    "NormalizeSpacing": "shnorm.steps",
    "NormalizePunctuation": "shnorm.steps",
    "RepairChinese": "shnorm.steps",
    "RepairTranslation": "shnorm.steps",
    "SimplifyChinese": "shnorm.steps",
    "ToTraditional": "shnorm.steps",
    "When": "shnorm.normalizer",
}


def wrapped(function: Callable[[str], str]) -> Any:
    """A plain function as a step, see :class:`shnorm.FromFunction`; imported when first asked for, like every step."""
    return importlib.import_module("shnorm.normalizer").FromFunction(function=function)


def entry_points(group: str) -> Iterable[EntryPoint]:
    """What the installed packages register in ``group``."""
    from importlib import metadata  # a third of what importing shnorm cost

    return metadata.entry_points(group=group)


def _registered() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}


def names() -> tuple[str, ...]:
    """The names of all steps that can be had here, the library's own first."""
    return (*BUILTIN, *sorted(set(_registered()) - set(BUILTIN)))


def find(name: str) -> Any:
    """The class of the step called ``name``.

    Raises :class:`~shnorm.errors.UnknownNameError` for a stranger and :class:`~shnorm.errors.ConfigError` for a registered
    class that is no normalizer.

    >>> find("NormalizeSpacing").__name__
    'NormalizeSpacing'
    """
    if name in BUILTIN:
        return getattr(importlib.import_module(BUILTIN[name]), name)
    point = _registered().get(name)
    if point is None:
        raise UnknownNameError("step", name, names())
    try:
        cls = point.load()
    except Exception as error:  # whatever the other package does at its import
        raise ConfigError(
            f"the entry point {name!r} = {point.value!r} cannot be loaded ({error!r}); mend or remove the package that registers it"
        ) from error
    if getattr(cls, "name", None) != name or not callable(getattr(cls, "stages", None)):
        raise ConfigError(f"the entry point {name!r} = {point.value!r} is no normalizer: it needs stages() and name = {name!r}")
    return cls


T = TypeVar("T")


def declared(package: str, path: Iterable[str], binding: str, kind: type[T], named: str) -> Iterator[T]:
    """What each module of ``package`` (with its ``__path__``) declares as ``binding``, an object of ``kind``, in the order of the names.

    Raises :class:`~shnorm.errors.RuleError` for a module that binds none, or one whose attribute ``named`` is not the file's name.

    >>> from shnorm.segment import langs
    >>> [language.code for language in declared(langs.__name__, langs.__path__, "LANGUAGE", langs.Language, "code")][:3]
    ['am', 'ar', 'bg']
    """
    folder = package.rpartition(".")[2]
    for name in sorted(module.name for module in pkgutil.iter_modules(path)):
        found = getattr(importlib.import_module(f"{package}.{name}"), binding, None)
        if not isinstance(found, kind):
            raise RuleError(
                f"{folder}/{name}.py declares no {kind.__name__.lower()}; bind one: {binding} = {kind.__name__}({named}={name!r}, ...)"
            )
        if getattr(found, named) != name:
            raise RuleError(
                f"{folder}/{name}.py: {named}={getattr(found, named)!r} is not the name of the file, by which it is found"
            )
        yield found
