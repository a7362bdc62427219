"""``Pipeline``: steps in order, run until the text no longer changes, with or without an account; it never knows what a step does.

There is one loop.  ``pipeline(text)`` and ``pipeline.run(text)`` go through it alike, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Literal

from shnorm import registry
from shnorm.align import Alignment
from shnorm.edits import Edit, Rewrite, splice
from shnorm.errors import ConfigError, UnknownNameError, require_lang, require_text
from shnorm.gate import Context, Memory
from shnorm.protect import Guard, Protection, check_guards
from shnorm.result import Result, Step
from shnorm.rules import named
from shnorm.stage import Flag, Flags, Normalizer, Reason, Reasons, Stage
from shnorm.version import __version__

#: Passes until a text has to be stable.  Two are usual (one that repairs, one that finds nothing left); a text that a later
#: repair opens for an earlier step needs three.  The bound only guards against steps that undo each other.
MOST_PASSES = 8

#: Orders that lose something: the first step, if it runs before the second, destroys what the second needs.
ORDER = (
    ("SimplifyChinese", "FixEncoding", "conversion changes characters of garbled text, which then no longer decodes"),
    ("SimplifyChinese", "StripNoise", "conversion hides the mismatch between Simplified spam and a Traditional page"),
    ("SimplifyChinese", "RepairChinese", "conversion hides which characters a converter got wrong"),
    (
        "NormalizeUnicode",
        "FixEncoding",
        "controls and compatibility characters are bytes of garbled text, which then no longer decodes",
    ),
    ("NormalizePunctuation", "FixEncoding", "quotes and dashes are bytes of garbled text, which then no longer decodes"),
    ("NormalizeSpacing", "FixEncoding", "no-break blanks are bytes of garbled text, which then no longer decodes"),
    ("NormalizeSpacing", "StripNoise", "joined lines no longer show which of them is noise"),
)


class Pipeline:
    """Steps that run in order over one text.

    Calling it gives the cleaned text, the same object if nothing had to be done; :meth:`run` gives the account as well.
    ``protect``: strings and compiled patterns; no step touches what they match.

    A pipeline is immutable, hashable and picklable.  The steps run again until the text is stable, so a second call on
    the result changes nothing.

    >>> from shnorm import NormalizeSpacing, NormalizeUnicode, Pipeline
    >>> tidy = NormalizeUnicode() | NormalizeSpacing()
    >>> tidy("Wait , what\\N{ZERO WIDTH SPACE}?", lang="en")
    'Wait, what?'
    """

    def __init__(self, steps: Iterable[Normalizer] = (), *, protect: Iterable[Guard] = ()) -> None:
        if isinstance(steps, str) or not isinstance(steps, Iterable):
            raise ConfigError(f"Pipeline takes a sequence of steps, not {steps!r}; for presets there is shnorm.preset(name)")
        flat: list[Normalizer] = []
        for step in steps:
            if isinstance(step, Pipeline):
                raise ConfigError("a pipeline is not a step of another; join them with | or pass [*a.steps, *b.steps]")
            flat.append(_is_step(step))
        self.steps: tuple[Normalizer, ...] = tuple(flat)
        self.protect: tuple[Guard, ...] = check_guards(protect)

    # -- running -----------------------------------------------------------------------------------------------------

    def __call__(self, text: str, *, lang: str | None = None) -> str:
        """The cleaned text; ``text`` itself (the same object) if there was nothing to do."""
        return self._loop(require_text(text), require_lang(lang), None)[0]

    def run(self, text: str, *, lang: str | None = None) -> Result:
        """The cleaned text with its account; see :class:`~shnorm.Result`."""
        taken: list[tuple[str, Stage, Sequence[Edit]]] = []
        cleaned, context = self._loop(require_text(text), require_lang(lang), taken)
        reasons: dict[str, Reason] = {}
        for _, stage, edits in taken:
            if isinstance(stage, Reasons):
                for rule in (edits.rule,) if isinstance(edits, Rewrite) else dict.fromkeys(edit.rule for edit in edits):
                    if rule not in reasons:
                        reasons[rule] = stage.reason(rule)
        steps = tuple(Step(normalizer, stage.name, edits) for normalizer, stage, edits in taken)
        return Result(
            original=text, text=cleaned, steps=steps, lang=lang, flags=self._flags(text, context, steps), reasons=reasons
        )

    def map(
        self,
        texts: Iterable[str | None],
        jobs: int = 1,
        *,
        lang: str | None = None,
        chunk: int = 64,
        ordered: bool = True,
        on_error: Literal["raise", "keep", "flag"] = "raise",
        progress: Callable[[int], object] | None = None,
    ) -> Iterator[str | None]:
        """Clean a stream of texts, lazily and in bounded memory; ``None`` passes through.

        ``jobs``: processes (1: this one).  ``chunk``: texts handed to a process at a time.  ``ordered``: answers in the order
        of the texts.  ``on_error``: what a text that cannot be cleaned gives: the exception, the text itself, or ``None``.
        ``progress`` is called with the number of texts done so far.
        """
        from shnorm import parallel

        return parallel.run(
            _Call(self, require_lang(lang)), texts, jobs=jobs, chunk=chunk, ordered=ordered, on_error=on_error, progress=progress
        )

    @cached_property
    def _stages(self) -> tuple[tuple[str, Stage], ...]:
        return tuple((step.name, stage) for step in self.steps for stage in step.stages())

    @cached_property
    def _flagging(self) -> tuple[Flags, ...]:
        return tuple(stage for _, stage in self._stages if isinstance(stage, Flags))  # slow for a protocol: asked once

    def _loop(self, text: str, lang: str | None, taken: list[tuple[str, Stage, Sequence[Edit]]] | None) -> tuple[str, Context]:
        """The cleaned text, and the context in which the last pass found nothing to do."""
        memory = Memory(text, lang, self.protect)
        context = Context(text, memory)
        current = text
        states: dict[str, tuple[str, int]] = {}  # the text at the start of each pass, and how long the account was
        account = 0
        for _ in range(MOST_PASSES):
            before = current
            for name, stage in self._stages:
                edits = stage.edits(current, context)
                if not edits:
                    continue
                if self.protect:
                    edits = _unprotected(edits, context.protected)
                changed = splice(current, edits)
                if changed is current:
                    continue
                if taken is not None:
                    taken.append((name, stage, edits))
                current = changed
                context = Context(current, memory)
            if current is before:
                break
            states[before] = before, account
            if current in states:
                # Rules undid each other (a character made Traditional, and Simplified again): nothing was done since then.
                current, account = states[current]
                if taken is not None:
                    del taken[account:]
                context = Context(current, memory)
                break
            account = len(taken or ())
            memory.turn(current)
            context = Context(current, memory)  # what was known of the language of lines may be out of date
        return current, context

    def _flags(self, text: str, context: Context, steps: tuple[Step, ...]) -> tuple[Flag, ...]:
        cleaned = context.text
        seen = {flag for stage in self._flagging for flag in stage.flags(cleaned, context)}
        if not seen:
            return ()
        alignment = Alignment([step.edits for step in steps], len(text), len(cleaned))
        return tuple(sorted({Flag(*alignment.to_original(f.start, f.end), f.kind, f.why) for f in seen}))

    # -- composing ---------------------------------------------------------------------------------------------------

    def __or__(self, other: object) -> Pipeline:
        if isinstance(other, Pipeline):
            return Pipeline(
                [*self.steps, *other.steps], protect=[*self.protect, *(g for g in other.protect if g not in self.protect)]
            )
        return Pipeline([*self.steps, _joined(other)], protect=self.protect)

    def __ror__(self, other: object) -> Pipeline:
        return Pipeline([_joined(other), *self.steps], protect=self.protect)

    def without(self, *names: str) -> Pipeline:
        """A pipeline without the named steps, or with the named rules (dotted names or prefixes) switched off.

        Raises :class:`~shnorm.errors.UnknownNameError` for a name that is neither.
        """
        steps = list(self.steps)
        for name in names:
            if not isinstance(name, str):
                raise ConfigError(f"without() takes names of steps and rules, for example 'StripNoise', not {name!r}")
            kept = [left for step in steps if (left := _without(step, name)) is not None]
            if kept == steps:
                known = [one.name for step in steps for one in (step, *_inside(step))]
                known += [rule for step in steps for rule in rule_names(step)]
                raise UnknownNameError("step or rule", name, known)
            steps = kept
        return Pipeline(steps, protect=self.protect)

    def replace(self, step: Normalizer) -> Pipeline:
        """A pipeline in which ``step`` stands in place of the step of the same name.

        Raises :class:`~shnorm.errors.UnknownNameError` if there is none.
        """
        _is_step(step)
        if all(own.name != step.name for own in self.steps):
            raise UnknownNameError("step of this pipeline", step.name, (own.name for own in self.steps))
        return Pipeline([step if own.name == step.name else own for own in self.steps], protect=self.protect)

    def protecting(self, *guards: Guard) -> Pipeline:
        """A pipeline that protects ``guards`` as well."""
        return Pipeline(self.steps, protect=[*self.protect, *guards])

    @property
    def losses(self) -> tuple[str, ...]:
        """What the order of the steps is known to lose, one sentence each; empty for every preset."""
        at = {one.name: i for i, step in reversed(list(enumerate(self.steps))) for one in (step, *_inside(step))}
        return tuple(f"{a} runs before {b}: {why}" for a, b, why in ORDER if a in at and b in at and at[a] < at[b])

    # -- describing --------------------------------------------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        """The configuration as plain data, see :mod:`shnorm.config`."""
        from shnorm import config

        return config.to_dict(self.steps, self.protect)

    @classmethod
    def from_dict(cls, data: object) -> Pipeline:
        """The pipeline of a configuration; unknown types and keys are errors that list the known ones."""
        from shnorm import config

        steps, guards = config.from_dict(data)
        return cls(steps, protect=guards)

    def to_json(self) -> str:
        """The configuration as canonical JSON."""
        from shnorm import config

        return config.dump_json(self.to_dict())

    @classmethod
    def from_json(cls, text: str) -> Pipeline:
        """The pipeline that :meth:`to_json` wrote."""
        from shnorm import config

        return cls.from_dict(config.load_json(text))

    def to_toml(self) -> str:
        """The configuration as TOML."""
        from shnorm import config

        return config.dump_toml(self.to_dict())

    @classmethod
    def from_toml(cls, text: str) -> Pipeline:
        """The pipeline that :meth:`to_toml` wrote."""
        from shnorm import config

        return cls.from_dict(config.load_toml(text))

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that change with the steps, their rules, and the versions of shnorm and its engines."""
        from shnorm import config

        return config.fingerprint(self.steps, self.protect, __version__)

    def __eq__(self, other: object) -> bool:
        return self._key == other._key if isinstance(other, Pipeline) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[object, ...]:
        # Patterns of the regex module compare by identity; here they are what they say.
        return self.steps, tuple(g if isinstance(g, str) else (type(g), g.pattern, g.flags) for g in self.protect)

    def __getstate__(self) -> dict[str, Any]:
        return {"steps": self.steps, "protect": self.protect}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def __repr__(self) -> str:
        guards = f", protect={list(self.protect)!r}" if self.protect else ""
        return f"Pipeline([{', '.join(map(repr, self.steps))}]{guards})"


class _Call:
    """A pipeline and a language as one picklable function of a text."""

    def __init__(self, pipeline: Pipeline, lang: str | None) -> None:
        self.pipeline, self.lang = pipeline, lang

    def __call__(self, text: str) -> str:
        return self.pipeline(text, lang=self.lang)


def _is_step(step: object) -> Normalizer:
    if isinstance(step, Normalizer) and not isinstance(step, type):
        return step
    if isinstance(step, (type, str)):
        advice = f"did you mean {step if isinstance(step, str) else step.__name__}()?"
    elif callable(step):
        advice = f"did you mean FromFunction(function={step!r})?"
    else:
        advice = "a step is made by calling its class, for example StripNoise()"
    raise ConfigError(f"{step!r} is not a step; {advice}")


def _joined(other: object) -> Normalizer:
    """What stands beside a ``|``: a step, or a plain function as a step."""
    plain = callable(other) and not isinstance(other, (type, Normalizer))
    return _is_step(registry.wrapped(other) if plain else other)  # type: ignore[arg-type]  # callable, as asked


def _inside(step: Normalizer) -> tuple[Normalizer, ...]:
    """The step that ``step`` wraps, as :class:`~shnorm.normalizer.When` does, and what that one wraps."""
    inner = getattr(step, "step", None)
    return (inner, *_inside(inner)) if isinstance(inner, Normalizer) and not isinstance(inner, type) else ()


def _without(step: Normalizer, name: str) -> Normalizer | None:
    """``step`` without what ``name`` names: the step itself, the one it wraps, or rules; ``None`` if nothing is left of it."""
    import dataclasses

    if step.name == name:
        return None
    if inside := _inside(step):
        left = _without(inside[0], name)
        return None if left is None else step if left == inside[0] else dataclasses.replace(step, step=left)  # type: ignore[type-var]  # frozen dataclass by contract
    ours = [named(rule, (name,)) for rule in rule_names(step)]
    if not any(ours):
        return step
    if "disable" in {f.name for f in dataclasses.fields(step)}:  # type: ignore[arg-type]  # as above
        return dataclasses.replace(step, disable=(*step.disable, name))  # type: ignore[attr-defined,type-var]
    return None if all(ours) else step


def rule_names(step: Normalizer) -> tuple[str, ...]:
    """Dotted names of the rules of a step's stages."""
    return tuple(
        stage.full_name(rule) for stage in step.stages() for rule in getattr(stage, "rules", ()) if hasattr(stage, "full_name")
    )


def _unprotected(edits: Sequence[Edit], protection: Protection) -> list[Edit]:
    return [edit for edit in edits if not protection.user(edit.start, edit.end)]
