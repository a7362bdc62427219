"""What a pipeline runs: stages that report edits, and normalizers that hold stages.  Protocols only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from shnorm.edits import Edit
from shnorm.gate import Context


class Flag(NamedTuple):
    """Something that was seen and deliberately not repaired: ``text[start:end]``, its kind and why it stays."""

    start: int
    end: int
    kind: str
    why: str


class Reason(NamedTuple):
    """Why a rule exists, and its noise category if its edits take content out."""

    why: str
    category: str | None = None


@runtime_checkable
class Stage(Protocol):
    """One thing done to a text: it reports edits, sorted and disjoint, and never returns a text.

    A stage may also have ``flags(text, context) -> Sequence[Flag]`` (see :class:`Flags`) and
    ``reason(rule) -> Reason`` (see :class:`Reasons`).
    """

    @property
    def name(self) -> str: ...
    def edits(self, text: str, context: Context) -> Sequence[Edit]: ...


@runtime_checkable
class Flags(Protocol):
    """A stage that can also tell what it saw and left alone, in offsets of the text it is given."""

    def flags(self, text: str, context: Context) -> Sequence[Flag]: ...


@runtime_checkable
class Reasons(Protocol):
    """A stage that can say why its rules exist; ``rule`` is the dotted name that its edits carry."""

    def reason(self, rule: str) -> Reason: ...


@runtime_checkable
class Normalizer(Protocol):
    """A step of a pipeline: a frozen dataclass whose fields are its configuration, and the stages they make.

    ``name`` is its public name, equal to the class name: it stands in configurations and in accounts.
    """

    name: ClassVar[str]

    def stages(self) -> Sequence[Stage]: ...
