"""The errors that shnorm raises, and nothing else.

::

    ShnormError
    ├── InputTypeError      (TypeError)    the text is not a str
    ├── ConfigError         (ValueError)   a pipeline, step or option is wrong
    │   ├── UnknownNameError               a step, rule, preset, engine or field nobody knows
    │   └── NotSerializableError           a step holds a callable that no config can name
    ├── RuleError           (ValueError)   a rule is declared without what it owes
    └── MissingExtraError   (ImportError)  an optional engine or host is not installed

Every message says what happened, to which input, and what to do.
No text of type ``str`` ever raises: these errors concern types, names and configuration.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


class ShnormError(Exception):
    """Base of every error that shnorm raises on purpose."""


class InputTypeError(ShnormError, TypeError):
    """Something other than a ``str`` was given as text."""


class ConfigError(ShnormError, ValueError):
    """A pipeline, a step or an option was configured in a way that cannot work."""


class UnknownNameError(ConfigError):
    """A step, rule, preset, engine or field that nobody knows.

    ``known``: all names that would have been understood; of many, the message lists those that look most alike.

    >>> print(UnknownNameError("preset", "wep", ["web", "minimal"]))
    unknown preset 'wep'; known: minimal, web
    """

    def __init__(self, kind: str, name: object, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(sorted(known))
        if len(self.known) <= MANY:
            listed = f"known: {', '.join(self.known) or 'none'}"
        else:
            listed = f"closest of {len(self.known)} known: {', '.join(_closest(str(name), self.known))}"
        super().__init__(f"unknown {kind} {name!r}; {listed}")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.kind, self.name, self.known)


#: More names than this are not listed in a message.
MANY = 40


def _closest(name: str, known: Iterable[str]) -> list[str]:
    import difflib

    # By its last part too: a rule is remembered by that.
    parts = {full: (full, full.rpartition(".")[2]) for full in known}
    alike = {
        full: max(difflib.SequenceMatcher(None, name.lower(), part.lower()).ratio() for part in both)
        for full, both in parts.items()
    }
    return sorted(alike, key=lambda full: -alike[full])[:8]


class NotSerializableError(ConfigError):
    """A step cannot be written to a configuration, for example a wrapped lambda."""


class RuleError(ShnormError, ValueError):
    """A rule was declared without its reason, an example or a near miss, or with a faulty pattern."""


class MissingExtraError(ShnormError, ImportError):
    """An optional engine or integration was asked for and is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        self.what, self.extra = what, extra
        super().__init__(f"{what} is not installed; install it with: pip install 'shnorm[{extra}]'")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.what, self.extra)


# No language has a subtag of four letters or more, so that a name ("english") is told from a code; i and x begin private
# codes, and "mixed" is what variants say.
_LANG = re.compile(r"(?:[A-Za-z]{2,3}|[ixIX](?=-))(?:-[A-Za-z0-9]{1,8})*|mixed")


def _missing(value: object) -> bool:
    try:
        return value is None or bool(value != value)  # NaN and NaT differ from themselves
    except TypeError:  # pandas.NA does not say
        return True
    except ValueError:  # an array differs in many places
        return False


def require_lang(value: object) -> str | None:
    """Return ``value`` if it can be a BCP 47 code, or ``None`` for unknown; codes that nobody knows are let through.

    Raises :class:`InputTypeError` for other types and :class:`ConfigError` for what is no code.

    >>> require_lang("zh-Hant")
    'zh-Hant'
    >>> require_lang("zh_TW")
    Traceback (most recent call last):
    ...
    shnorm.errors.ConfigError: lang='zh_TW' is no BCP 47 code such as en or zh-Hant; None means unknown
    """
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputTypeError(f"lang must be a BCP 47 code as str, for example 'zh-Hant', or None, not {type(value).__name__}")
    if not _LANG.fullmatch(value):
        raise ConfigError(f"lang={value!r} is no BCP 47 code such as en or zh-Hant; None means unknown")
    return value


def require_text(value: object, what: str = "text") -> str:
    """Return ``value`` if it is a ``str``; raise :class:`InputTypeError` with what to do otherwise.

    >>> require_text("ok")
    'ok'
    >>> require_text(b"ok")
    Traceback (most recent call last):
    ...
    shnorm.errors.InputTypeError: text must be str, not bytes; decode it first, for example data.decode("utf-8", errors="replace")
    """
    if isinstance(value, str):
        return value
    if isinstance(value, (bytes, bytearray, memoryview)):
        advice = 'decode it first, for example data.decode("utf-8", errors="replace")'
    elif _missing(value):
        advice = "a missing value: Pipeline.map() passes None through, a single call needs a str"
    else:
        advice = "convert it with str() if its printed form is what you mean"
    raise InputTypeError(f"{what} must be str, not {type(value).__name__}; {advice}")
