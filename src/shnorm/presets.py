"""The named pipelines, and the one-call functions over them.  The only place of taste."""

from __future__ import annotations

from functools import cache

from shnorm import registry, resources
from shnorm.errors import UnknownNameError
from shnorm.pipeline import Pipeline
from shnorm.result import Result

#: The steps of each preset, in the order that loses nothing (see ``Pipeline.losses``).
PRESETS = {
    # Adds and deletes no letter or digit; changes one only to its own equivalent, or where the encoding was wrong.
    "minimal": ("FixEncoding", "NormalizeUnicode", "NormalizeSpacing"),
    # All but StripNoise and SimplifyChinese: of lines it removes only the repeated or cut copy of a headline or caption.
    "repair": (
        "FixEncoding", "NormalizeUnicode", "RepairMarkup", "NormalizeSpacing", "NormalizePunctuation", "RepairChinese", "RepairTranslation",
    ),
    "web": (
        "FixEncoding", "NormalizeUnicode", "RepairMarkup", "StripNoise", "NormalizeSpacing", "NormalizePunctuation", "RepairChinese",
        "RepairTranslation", "SimplifyChinese",
    ),
    # "web" without conversion: Traditional pages stay Traditional.
    "web-keep-script": (
        "FixEncoding", "NormalizeUnicode", "RepairMarkup", "StripNoise", "NormalizeSpacing", "NormalizePunctuation", "RepairChinese",
        "RepairTranslation",
    ),
}  # fmt: skip


def preset(name: str = "web") -> Pipeline:
    """The pipeline called ``name``: ``minimal``, ``repair``, ``web`` or ``web-keep-script``.

    Raises :class:`~shnorm.errors.UnknownNameError` for another name.

    >>> [step.name for step in preset("minimal").steps]
    ['FixEncoding', 'NormalizeUnicode', 'NormalizeSpacing']
    """
    if not isinstance(name, str) or name not in PRESETS:
        raise UnknownNameError("preset", name, PRESETS)
    return _made(name)


@cache
def _made(name: str) -> Pipeline:
    return Pipeline([registry.find(step)() for step in PRESETS[name]])


def clean(text: str, preset: str = "web", *, lang: str | None = None) -> str:
    """``text`` cleaned by the named preset; the same object if there was nothing to do.

    ``lang``: BCP 47 code of the text if you know it.  Raises :class:`~shnorm.errors.InputTypeError` for anything but a ``str``.

    >>> clean("I agree . You too ?", lang="en")
    'I agree. You too?'
    """
    return _preset(preset)(text, lang=lang)


def run(text: str, preset: str = "web", *, lang: str | None = None) -> Result:
    """:func:`clean` with its account: every edit and removal, why, and how to take it back; see :class:`~shnorm.Result`.

    >>> print(run("I agree .", lang="en").explain())  # doctest: +ELLIPSIS
    7-8  spacing...
    """
    return _preset(preset).run(text, lang=lang)


def warm(name: str = "web") -> None:
    """Build everything that the preset ``name`` may need (dictionaries, converters, tables, patterns) now, once, in this process.

    For servers that fork: call it before the fork, and the children share what was built.
    """
    pipeline = preset(name)
    for step in pipeline.steps:
        for stage in step.stages():
            for rule in getattr(stage, "rules", ()):
                if getattr(rule, "pattern", None) is not None:
                    rule.compiled  # noqa: B018  # compiled on first use
    resources.build()
    pipeline("Two words, 两个词。")


_preset = preset  # clean() and run() have a parameter of that name
