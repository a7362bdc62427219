"""How a step is made: the ``normalizer`` decorator, ``FromFunction`` for plain callables and ``When`` for conditions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from shnorm.edits import Edit, Rewrite
from shnorm.errors import ConfigError
from shnorm.gate import Context, Gate
from shnorm.pipeline import Pipeline
from shnorm.result import Result
from shnorm.rules import Rule, RuleSet, check_disable
from shnorm.stage import Flag, Flags, Normalizer, Reason, Reasons, Stage

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: object) -> Callable[[Any], Any]:
        return lambda decorator: decorator


C = TypeVar("C", bound="type[Any]")

if TYPE_CHECKING:

    class Composable:
        """What :func:`normalizer` adds to a step, for type checkers; at run time this is ``object``."""

        def __call__(self, text: str, *, lang: str | None = None) -> str: ...
        def run(self, text: str, *, lang: str | None = None) -> Result: ...
        def __or__(self, other: Normalizer | Pipeline | Callable[[str], str]) -> Pipeline: ...
        def __ror__(self, other: Callable[[str], str]) -> Pipeline: ...
else:
    Composable = object


@dataclass_transform(kw_only_default=True, frozen_default=True)
def normalizer(cls: C) -> C:
    """Make a class a step: a frozen, keyword-only dataclass that composes with ``|`` and is callable on a text.

    The class needs ``stages()`` and ``name``, equal to its own name; its fields are its configuration and have to be hashable.
    The base ``Composable`` is there for type checkers only.

    >>> @normalizer
    ... class Shout(Composable):
    ...     name: ClassVar[str] = "Shout"
    ...     mark: str = "!"
    ...     def stages(self):
    ...         return (Whole("shout", lambda text, context: text.upper() + self.mark if not text.isupper() else text),)
    >>> Shout(mark="?")("hey")
    'HEY?'
    """
    if not callable(getattr(cls, "stages", None)):
        raise ConfigError(f"{cls.__name__} is no step: it needs a method stages()")
    if cls.__dict__.get("name") != cls.__name__:
        raise ConfigError(f'{cls.__name__} needs its public name: write  name: ClassVar[str] = "{cls.__name__}"')
    own = cls.__dict__.get("__post_init__")

    def post_init(self: Any) -> None:
        _settle(self)
        if own is not None:
            own(self)

    setattr(cls, "__post_init__", post_init)  # noqa: B010  # mypy knows no such method of a class
    made: Any = dataclasses.dataclass(frozen=True, kw_only=True)(cls)
    made.__call__ = _call
    made.run = _run
    made.__or__ = _or
    made.__ror__ = _ror
    made.__getstate__ = _getstate
    return made  # type: ignore[no-any-return]  # the decorated class itself


def _call(self: Normalizer, text: str, *, lang: str | None = None) -> str:
    """The text after this step alone; the same object if there was nothing to do."""
    return _alone(self)(text, lang=lang)


def _run(self: Normalizer, text: str, *, lang: str | None = None) -> Result:
    """The text after this step alone, with its account."""
    return _alone(self).run(text, lang=lang)


def _getstate(self: Normalizer) -> dict[str, Any]:
    return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}  # type: ignore[arg-type]  # made by the decorator


def _alone(step: Normalizer) -> Pipeline:
    # Kept on the step: making the stages again for each row of a frame would cost more than running them.
    pipeline: Pipeline | None = step.__dict__.get("_pipeline")
    if pipeline is None:
        pipeline = Pipeline([step])
        object.__setattr__(step, "_pipeline", pipeline)
    return pipeline


def _or(self: Normalizer, other: object) -> Pipeline:
    return Pipeline([self]) | other


def _ror(self: Normalizer, other: object) -> Pipeline:
    return other | Pipeline([self])


def _settle(self: Normalizer) -> None:
    """Fields of the kind of their defaults: an option that would only fail, or be misread, when a text comes is refused here."""
    for field in dataclasses.fields(self):  # type: ignore[arg-type]  # made by the decorator
        value, default = getattr(self, field.name), field.default
        where = f"{self.name}({field.name}={value!r})"
        if isinstance(default, tuple) and not isinstance(value, (tuple, Mapping)):
            if isinstance(value, str) or not isinstance(value, Iterable):
                raise ConfigError(f"{where} takes a tuple of names, for example {field.name}=({str(value)!r},)")
            object.__setattr__(self, field.name, tuple(value))
        elif isinstance(default, bool) and not isinstance(value, bool):
            raise ConfigError(f"{where} takes True or False")
        elif isinstance(default, float) and (isinstance(value, bool) or not isinstance(value, (int, float))):
            raise ConfigError(f"{where} takes a number")
        elif isinstance(default, str) and not isinstance(value, str):
            raise ConfigError(f"{where} takes a str")


def select(families: Sequence[RuleSet], disable: Sequence[str] = (), least: float = 0.0) -> tuple[RuleSet, ...]:
    """The stages of a rule-based step: its families without disabled rules and without those less sure than ``least``.

    Raises :class:`~shnorm.errors.UnknownNameError` for a name in ``disable`` that no rule has.
    """
    if disable:
        check_disable(disable, [family.full_name(rule) for family in families for rule in family.rules])
    chosen = (family.only(disable=disable, least=least) for family in families)
    return tuple(family for family in chosen if family.rules)


class Whole:
    """A stage that computes a whole new text (a converter, a wrapped function); its edits are the difference of the two.

    ``function(text, context)`` returns the new text, the same object or an equal one if there is nothing to do.
    ``rules`` may declare what the stage does, for the catalogue and the tests generated from it; the first names its edits.
    """

    def __init__(self, name: str, function: Callable[[str, Context], str], why: str = "", rule: str = "") -> None:
        self.name = name
        self._function = function
        self._why = why
        self._rule = rule or name

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        new = self._function(text, context)
        return () if new is text else Rewrite(text, new, self._rule)

    def reason(self, rule: str) -> Reason:
        return Reason(self._why)


@normalizer
class FromFunction(Composable):
    """A plain ``str -> str`` callable as a step; its edits are worked out by comparing the two texts.

    It pickles if the function does.  It cannot stand in a configuration: register a step of your own for that.

    >>> (FromFunction(function=str.strip) | FromFunction(function=str.title))("  two words ")
    'Two Words'
    """

    name: ClassVar[str] = "FromFunction"
    function: Callable[[str], str]
    label: str = ""

    def __post_init__(self) -> None:
        if not callable(self.function):
            raise ConfigError(f"FromFunction(function={self.function!r}) takes a function from str to str")

    def stages(self) -> Sequence[Stage]:
        label = self.label or getattr(self.function, "__name__", "function")
        slug = "".join(ch if ch.isascii() and ch.isalnum() else "-" for ch in label.lower()).strip("-") or "function"
        return (Whole(f"function.{slug}", self._apply, why="a function that you passed"),)

    def _apply(self, text: str, context: Context) -> str:
        out = self.function(text)
        if not isinstance(out, str):
            raise ConfigError(f"{self.function!r} returned {type(out).__name__}; a step has to return str")
        return out


@normalizer
class When(Composable):
    """Run ``step`` only on texts whose language, scripts or evidence pass ``gate``; the gate is read for the whole text.

    >>> from shnorm import NormalizeSpacing
    >>> When(gate=Gate(langs={"fr"}), step=NormalizeSpacing())("Wait , what ?", lang="en")
    'Wait , what ?'
    """

    name: ClassVar[str] = "When"
    gate: Gate = dataclasses.field(default_factory=Gate)
    step: Any = None

    def __post_init__(self) -> None:
        if not isinstance(self.gate, Gate):
            raise ConfigError(f"When(gate={self.gate!r}) takes a Gate, for example Gate(langs={{'en'}})")
        if isinstance(self.step, type) or not isinstance(self.step, Normalizer):
            raise ConfigError(
                f"When(step={self.step!r}) takes a step, for example When(gate=Gate(langs={{'en'}}), step=StripNoise())"
            )

    def stages(self) -> Sequence[Stage]:
        gate = dataclasses.replace(self.gate, page=True)
        return tuple(_Gated(gate, stage) for stage in self.step.stages())


class _Gated:
    def __init__(self, gate: Gate, stage: Stage) -> None:
        self.name = stage.name
        self._gate, self._stage = gate, stage
        self.rules: Sequence[Rule] = getattr(stage, "rules", ())

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        return self._stage.edits(text, context) if self._gate.passes(context) else ()

    def flags(self, text: str, context: Context) -> Sequence[Flag]:
        return self._stage.flags(text, context) if isinstance(self._stage, Flags) and self._gate.passes(context) else ()

    def full_name(self, rule: Rule) -> str:
        return self._stage.full_name(rule)  # type: ignore[attr-defined,no-any-return]  # asked only where there are rules

    def reason(self, rule: str) -> Reason:
        return self._stage.reason(rule) if isinstance(self._stage, Reasons) else Reason("")
