"""What a category of noise declares: its definition, its admission rule, and rules with reasons, examples and near misses."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from shnorm.errors import RuleError

if TYPE_CHECKING:
    from shnorm.noise.page import Page

#: Where a rule's cues may act.  ``anywhere``: they are sure.  ``edge``: before the first or after the last line of prose.
#: ``head``, ``tail``: only one of these.  ``block``: at an edge and beside a line that is noise already.
PLACES = ("anywhere", "edge", "head", "tail", "block")


_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Claim(NamedTuple):
    """A rule's claim that line ``line`` is noise, or only ``text[start:end]`` of it (offsets in the text; -1: the whole line)."""

    line: int
    start: int = -1
    end: int = -1


@dataclasses.dataclass(frozen=True, kw_only=True)
class NoiseRule:
    """One way in which noise of a category shows.

    Without ``find`` the rule acts where cues stand that the lexicon ``lexicons/<category>.txt`` holds under ``[<name> ...]``, at
    the places that ``where`` allows.  ``find(page)`` gives claims of its own; such a rule may have cues as well.
    ``hint``: literals of which one occurs wherever the finder has anything to do; without cues it needs some, since a text in which
    no cue of any rule stands is looked at for them only.  ``sign``: for hints that are common, what else shows in the
    lines (folded by :func:`shnorm.noise.view.view`).
    ``context``: the finder looks at what other rules claimed, so it runs after them.
    ``veto(page, index)``: whether the line of that index is to be left alone by the rule's cues after all.
    ``limit``: the most that a line may say (:func:`shnorm.noise.view.weight`) for a phrase or start cue to take it all.
    ``glued``: the cues may also be cut from the end or the beginning of a good line.
    ``examples``: pairs of a page and what is left of it.  ``keeps``: pages and lines that look alike and stay.
    """

    name: str
    why: str
    examples: Sequence[tuple[str, str]]
    keeps: Sequence[str]
    where: str = "anywhere"
    limit: float = 60.0
    glued: bool = True
    find: Callable[[Page], Iterable[Claim]] | None = None
    context: bool = False
    veto: Callable[[Page, int], bool] | None = None
    confidence: float = 0.95
    lang: str | None = None
    source: str = ""
    category: str = ""
    hint: tuple[str, ...] = ()
    sign: Callable[[Sequence[str]], bool] | None = None

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise RuleError(f"noise rule name {self.name!r} is not kebab-case, for example 'rights-line'")
        for field in ("why", "examples", "keeps"):
            if not getattr(self, field):
                raise RuleError(f"noise rule {self.name}: {field}= is missing")
        if not all(isinstance(pair, (tuple, list)) and len(pair) == 2 for pair in self.examples):
            raise RuleError(f"noise rule {self.name}: examples= takes a list of pairs, [(page, what is left of it)]")
        if isinstance(self.keeps, str):
            raise RuleError(f"noise rule {self.name}: keeps= takes a sequence of texts, not one string; write [{self.keeps!r}]")
        if isinstance(self.hint, str) or not all(self.hint):
            raise RuleError(f"noise rule {self.name}: hint= takes a tuple of literals, none of them empty, not {self.hint!r}")
        if self.where not in PLACES:
            raise RuleError(f"noise rule {self.name}: where={self.where!r} is none of {', '.join(PLACES)}")
        object.__setattr__(self, "examples", tuple(self.examples))
        object.__setattr__(self, "keeps", tuple(self.keeps))
        object.__setattr__(self, "hint", tuple(self.hint))

    @property
    def dotted(self) -> str:
        """The public name: ``noise.<category in kebab-case>.<name>``."""
        return f"noise.{self.category.replace('_', '-')}.{self.name}"

    @property
    def example_language(self) -> str | None:
        """The language to assume for the examples and keeps."""
        return self.lang


@dataclasses.dataclass(frozen=True, kw_only=True)
class Category:
    """A category of noise: one file, one of these.

    ``definition``: what belongs to it.  ``admission``: what a cue has to prove before it is let in.
    """

    name: str
    definition: str
    admission: str
    rules: Sequence[NoiseRule]

    def __post_init__(self) -> None:
        for field in ("definition", "admission", "rules"):
            if not getattr(self, field):
                raise RuleError(f"category {self.name}: {field}= is missing")
        object.__setattr__(self, "rules", tuple(dataclasses.replace(rule, category=self.name) for rule in self.rules))
