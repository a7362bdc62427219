"""``RepairTranslation``: what a machine translation left broken, repaired mechanically and without rewording.

What is broken, and how it is put right, is known by language packs: one folder each (``zh_en``: English that a machine
translated from Chinese), found by name.  The step chooses packs and how sure a repair has to be, nothing else.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache
from typing import ClassVar, Literal

from shnorm.errors import ConfigError, UnknownNameError
from shnorm.normalizer import Composable, normalizer, select
from shnorm.stage import Stage
from shnorm.translation.family import Family

#: Least confidence of the rules that act at each level.
LEVELS = {"safe": 0.9, "standard": 0.7, "bold": 0.0}


@normalizer
class RepairTranslation(Composable):
    """Repairs calque dates and measures, capitals, fused, split and doubled words, and repeated headlines of translated pages.

    ``level``: ``safe`` makes only repairs that hold wherever they stand, ``standard`` those that the sentence or the page
    proves, ``bold`` also likely ones.  ``disable``: rules or families by dotted name.  ``packs``: language packs, source and
    target language.  What is seen and left alone is listed in ``Result.flags``.

    Raises :class:`~shnorm.errors.ConfigError` for an unknown level and :class:`~shnorm.errors.UnknownNameError` for an unknown
    pack or rule.

    >>> RepairTranslation()("5 month 3 Japan, The reporter saw 380 Left and right ofthe staff.", lang="en")
    'On May 3, the reporter saw about 380 of the staff.'
    """

    name: ClassVar[str] = "RepairTranslation"
    level: Literal["safe", "standard", "bold"] = "standard"
    disable: tuple[str, ...] = ()
    packs: tuple[str, ...] = ("zh-en",)

    def stages(self) -> Sequence[Stage]:
        if self.level not in LEVELS:
            raise ConfigError(f"level={self.level!r} is none of {', '.join(LEVELS)}")
        families = [family for pack in self.packs for family in load(pack)]
        return select(families, self.disable, LEVELS[self.level])


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
