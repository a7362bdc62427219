"""Steps as data: dictionaries, JSON, TOML, and a fingerprint of everything that can change a result.

The form is flat: ``{"shnorm": 1, "protect": [...], "steps": [{"type": "StripNoise", "max_share": 0.5}, ...]}``.
Only fields that differ from their defaults are written.  Type tags are required and unknown keys are errors: nothing is guessed.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import importlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from shnorm import registry
from shnorm.errors import ConfigError, NotSerializableError, UnknownNameError
from shnorm.protect import Guard, is_regex
from shnorm.stage import Normalizer

#: Version of the form; a reader refuses others.
FORM = 1
#: Libraries whose versions can change a result.
ENGINES = ("opencc", "jieba", "rjieba", "ftfy", "langdetect", "pypinyin", "regex", "symspellpy")


def to_dict(steps: Sequence[Normalizer], protect: Sequence[Guard] = ()) -> dict[str, Any]:
    """The configuration of a pipeline as plain data.

    Raises :class:`~shnorm.errors.NotSerializableError`, naming the step, for one that no configuration can hold.
    """
    out: dict[str, Any] = {"shnorm": FORM}
    if protect:
        out["protect"] = [_guard_out(guard) for guard in protect]
    out["steps"] = [step_to_dict(step) for step in steps]
    return out


def from_dict(data: object) -> tuple[list[Normalizer], list[Guard]]:
    """The steps and guards of a configuration; raises :class:`~shnorm.errors.ConfigError` with what is wrong and what is known."""
    data = _mapping(data, "a pipeline")
    _no_strangers(data, ("shnorm", "protect", "steps"), "key of a pipeline")
    if data.get("shnorm") != FORM:
        raise ConfigError(f"this reads the form 'shnorm': {FORM}, not {data.get('shnorm')!r}; add it or convert the file")
    steps, guards = data.get("steps"), data.get("protect", [])
    if not isinstance(steps, list) or not isinstance(guards, list):
        raise ConfigError("'steps' (required) and 'protect' have to be lists")
    return [step_from_dict(step) for step in steps], [_guard_in(guard) for guard in guards]


def step_to_dict(step: Normalizer, *, every: bool = False) -> dict[str, Any]:
    """One step as plain data, with a type tag; ``every`` writes fields at their defaults too."""
    out: dict[str, Any] = {"type": step.name}
    for field in dataclasses.fields(step):  # type: ignore[arg-type]  # a Normalizer is a frozen dataclass by contract
        value = getattr(step, field.name)
        if every or value != _default(field):
            out[field.name] = _value_out(value, f"{step.name}.{field.name}")
    return out


def step_from_dict(data: object) -> Normalizer:
    """The step that :func:`step_to_dict` wrote."""
    data = _mapping(data, "a step")
    if "type" not in data:
        raise ConfigError(f"a step needs a 'type', one of {', '.join(registry.names())}: {dict(data)!r}")
    cls = registry.find(str(data["type"]))
    fields = {field.name: field for field in dataclasses.fields(cls)}
    given = {key: value for key, value in data.items() if key != "type"}
    _no_strangers(given, fields, f"field of {cls.__name__}")
    try:
        step: Normalizer = cls(**{key: _value_in(value, _default(fields[key])) for key, value in given.items()})
    except TypeError as error:
        raise ConfigError(f"{cls.__name__}: {error}; fields: {', '.join(fields)}") from error
    return step


def dump_json(data: Mapping[str, Any]) -> str:
    """Canonical JSON: keys sorted, two blanks of indent, ASCII only."""
    return json.dumps(data, indent=2, sort_keys=True, ensure_ascii=True)


def load_json(text: str) -> object:
    """Parse JSON; raises :class:`~shnorm.errors.ConfigError` with the place of a mistake."""
    try:
        return json.loads(_text(text))
    except json.JSONDecodeError as error:
        raise ConfigError(f"not JSON: {error}") from error


def load_toml(text: str) -> object:
    """Parse TOML; raises :class:`~shnorm.errors.ConfigError` with the place of a mistake."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(_text(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not TOML: {error}") from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"a configuration is given as str, not {type(value).__name__}; read the file with encoding='utf-8'")
    return value


def dump_toml(data: Mapping[str, Any]) -> str:
    """TOML for the flat form of this module: top-level keys, then one ``[[steps]]`` table for each step."""
    lines = [f"{key} = {_toml(value)}" for key, value in data.items() if key != "steps"]
    if not data["steps"]:
        lines.append("steps = []")
    for step in data["steps"]:
        lines += ["", "[[steps]]"]
        lines += [f"{key} = {_toml(value)}" for key, value in step.items()]
    return "\n".join(lines) + "\n"


def fingerprint(steps: Sequence[Normalizer], protect: Sequence[Guard], library: str) -> str:
    """Sixteen hexadecimal digits over the configuration, the rules, and the versions of shnorm and its engines.

    Equal in every process and on every version of Python; a function that no configuration can hold counts by its qualified name.
    """
    parts: list[Any] = [library, [(name, _version(name)) for name in ENGINES], [_guard_out(guard) for guard in protect]]
    for step in steps:
        parts.append(_identity(step))
        for stage in step.stages():
            parts.append([_declared(rule) for rule in getattr(stage, "rules", ())])
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode("ascii")).hexdigest()[:16]


def _identity(value: Any) -> Any:
    """What of a step or one of its fields tells it from others."""
    try:
        return step_to_dict(value, every=True) if isinstance(value, Normalizer) else _value_out(value, "")
    except NotSerializableError:
        if dataclasses.is_dataclass(value):
            return [type(value).__qualname__, *(_identity(getattr(value, field.name)) for field in dataclasses.fields(value))]
        if isinstance(value, functools.partial):
            return ["partial", _identity(value.func), _identity(value.args), _identity(list(value.keywords.items()))]
        if isinstance(value, (list, tuple)):
            return [_identity(item) for item in value]
        named = value if hasattr(value, "__qualname__") else type(value)
        return [getattr(named, "__module__", ""), named.__qualname__]


def _declared(rule: Any) -> list[Any]:
    new = getattr(rule, "new", "")
    action = new if isinstance(new, str) else getattr(new, "__qualname__", "")
    finder = getattr(getattr(rule, "find", None), "__qualname__", "")
    gate = getattr(rule, "gate", None)
    where = [] if gate is None else [sorted(gate.langs), sorted(gate.scripts), sorted(gate.without), gate.evidence, gate.page]
    how = [sorted(getattr(rule, "inside", ())), list(getattr(rule, "hint", ())), getattr(rule, "confidence", 1.0)]
    return [
        rule.name,
        getattr(rule, "pattern", None),
        action,
        finder,
        where,
        how,
        list(map(list, rule.examples)),
        list(rule.keeps),
    ]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _value_out(value: Any, where: str) -> Any:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (frozenset, set)):
        return sorted(_value_out(v, where) for v in value)
    if isinstance(value, (tuple, list)):
        return [_value_out(v, where) for v in value]
    if isinstance(value, Normalizer):
        return step_to_dict(value)
    if isinstance(value, re.Pattern) or is_regex(value):
        return _guard_out(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: _value_out(getattr(value, f.name), where)
            for f in dataclasses.fields(value)
            if getattr(value, f.name) != _default(f)
        }
    raise NotSerializableError(f"{where} holds {value!r}, which no configuration can name; register a step of your own instead")


def _value_in(value: Any, default: Any) -> Any:
    if isinstance(value, list):
        items = [_value_in(v, None) for v in value]
        return frozenset(items) if isinstance(default, frozenset) else tuple(items)
    if isinstance(value, dict):
        if "type" in value:
            return step_from_dict(value)
        if "pattern" in value:
            return _guard_in(value)
        if dataclasses.is_dataclass(default):
            cls = default if isinstance(default, type) else type(default)
            fields = {f.name: f for f in dataclasses.fields(cls)}
            _no_strangers(value, fields, f"field of {cls.__name__}")
            return cls(**{k: _value_in(v, _default(fields[k])) for k, v in value.items()})
        raise ConfigError(f"a table needs a 'type' or a 'pattern': {value!r}")
    return value


def _guard_out(guard: Guard) -> Any:
    if isinstance(guard, str):
        return guard
    engine = "regex" if is_regex(guard) else "re"
    return {"pattern": guard.pattern, "flags": int(guard.flags), "engine": engine}


def _guard_in(data: object) -> Guard:
    if isinstance(data, str):
        return data
    data = _mapping(data, "a pattern")
    _no_strangers(data, ("pattern", "flags", "engine"), "key of a pattern")
    name = data.get("engine", "re")
    if name not in ("re", "regex"):
        raise UnknownNameError("engine of a pattern", name, ("re", "regex"))
    engine: Any = importlib.import_module(name)
    try:
        pattern: Guard = engine.compile(data["pattern"], data.get("flags", 0))
    except (KeyError, TypeError, ValueError, re.error, engine.error) as error:
        raise ConfigError(f"not a pattern: {dict(data)!r} ({error})") from error
    return pattern


def _mapping(data: object, what: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise ConfigError(f"{what} has to be a table of keys and values, not {data!r}")
    return data


def _no_strangers(data: Mapping[str, Any], known: Any, kind: str) -> None:
    for key in data:
        if key not in known:
            raise UnknownNameError(kind, key, known)


def _toml(value: Any) -> str:
    if value is None:
        raise NotSerializableError("TOML has no null; write this pipeline as JSON")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return _toml_string(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return "{ " + ", ".join(f"{_toml_string(k)} = {_toml(v)}" for k, v in value.items()) + " }"


def _toml_string(value: str) -> str:
    if any("\ud800" <= ch <= "\udfff" for ch in value):
        raise NotSerializableError("TOML cannot hold lone surrogates; write this pipeline as JSON")
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
