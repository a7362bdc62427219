"""``RepairTranslation``: what a machine translation left broken, repaired mechanically and without rewording.

What is broken, and how it is put right, is known by language packs: one folder each (``zh_en``: English that a machine
translated from Chinese), found by name.  The step chooses packs and how sure a repair has to be, nothing else.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from shnorm.errors import UnknownNameError
from shnorm.translation.family import Family

#: Least confidence of the rules that act at each level.  No rule of today's packs is less sure than 0.7, so ``bold`` adds nothing yet:
#: it is where a rule goes that is more often right than wrong but not sure enough for ``standard``.
LEVELS = {"safe": 0.9, "standard": 0.7, "bold": 0.0}


def packs() -> tuple[str, ...]:
    """Names of the language packs that are there.

    >>> packs()
    ('zh-en',)
    """
    return tuple(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__) if module.ispkg)


@cache
def load(pack: str) -> tuple[Family, ...]:
    """The families of the pack called ``pack``; raises :class:`~shnorm.errors.UnknownNameError` for a stranger."""
    if pack not in packs():
        raise UnknownNameError("language pack", pack, packs())
    families: tuple[Family, ...] = importlib.import_module(f"shnorm.translation.{pack.replace('-', '_')}").FAMILIES
    return families
