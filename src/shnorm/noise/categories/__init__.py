"""The categories of noise: every module here declares one as ``CATEGORY`` and is found by itself."""

from __future__ import annotations

from shnorm.noise.rule import Category, NoiseRule
from shnorm.registry import declared
from shnorm.resources import Resource


def _found() -> tuple[Category, ...]:
    return tuple(declared(__name__, __path__, "CATEGORY", Category, "name"))


#: Every category, in the order of the names.
CATEGORIES: Resource[tuple[Category, ...]] = Resource("noise.categories", _found)


def all_rules() -> tuple[NoiseRule, ...]:
    """The rules of all categories."""
    return tuple(rule for category in CATEGORIES.get() for rule in category.rules)
