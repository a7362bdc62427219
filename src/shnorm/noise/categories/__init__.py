"""The categories of noise: every module here declares one as ``CATEGORY`` and is found by itself."""

from __future__ import annotations

import importlib
import pkgutil

from shnorm.errors import RuleError
from shnorm.noise.rule import Category, NoiseRule
from shnorm.resources import Resource


def _found() -> tuple[Category, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_category(name) for name in names)


def _category(name: str) -> Category:
    found = getattr(importlib.import_module(f"{__name__}.{name}"), "CATEGORY", None)
    if not isinstance(found, Category):
        raise RuleError(f"categories/{name}.py declares no category; bind one: CATEGORY = Category(name={name!r}, ...)")
    if found.name != name:
        raise RuleError(f"categories/{name}.py: name={found.name!r} is not the name of the file, by which its cues are found")
    return found


#: Every category, in the order of the names.
CATEGORIES: Resource[tuple[Category, ...]] = Resource("noise.categories", _found)


def all_rules() -> tuple[NoiseRule, ...]:
    """The rules of all categories."""
    return tuple(rule for category in CATEGORIES.get() for rule in category.rules)
