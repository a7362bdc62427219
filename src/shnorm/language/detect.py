"""What language a text is in: by its script where one language has it, by orthography for Chinese, by a model for the rest.

It knows scripts, Chinese orthographies, Cantonese and Classical function words; the model knows the languages of Latin,
Cyrillic, Arabic and Devanagari letters.  Nothing here looks at punctuation, layout or meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from shnorm.errors import UnknownNameError, require_text
from shnorm.language.chinese import chinese
from shnorm.language.model import MODELS
from shnorm.lines import Lines
from shnorm.resources import Resource
from shnorm.script import HAN

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory


class Part(NamedTuple):
    """One language of a mixed text and its share (0..1) of the letters; a Chinese character counts as three Latin letters."""

    code: str
    share: float


class Language(NamedTuple):
    """``code`` (BCP 47), ``script`` (one of :data:`shnorm.script.SCRIPTS`), ``confidence`` 0..1, ``parts`` if the text is mixed."""

    code: str
    script: str | None
    confidence: float
    parts: tuple[Part, ...] = ()

    @property
    def mixed(self) -> bool:
        """Whether the text holds more than one language to speak of; ``code`` is then the largest."""
        return bool(self.parts)


UNKNOWN = Language("und", None, 0.0)

# How much of a text one letter of a script is, compared with a Latin one.
_CLASSES = {
    "Latin": (r"a-zA-ZªºÀ-ÖØ-öø-ʯḀ-ỿＡ-Ｚａ-ｚ", 1.0),
    "Han": (HAN, 3.0),
    "Kana": (r"ぁ-ゖァ-ヺー-ヿｦ-ﾝㇰ-ㇿ", 2.0),
    "Hangul": (r"가-힣ㄱ-ㆎᄀ-ᇿ", 2.0),
    "Cyrillic": (r"Ѐ-ԯᲀ-ᲈⷠ-ⷿꙀ-ꚟ", 1.0),
    "Greek": (r"Ͱ-Ͽἀ-῿", 1.0),
    "Arabic": (r"\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc", 1.0),
    "Hebrew": (r"\u05d0-\u05f2\ufb1d-\ufb4f", 1.0),
    "Devanagari": (r"ऀ-ॣॱ-ॿ", 1.0),
    "Bengali": (r"ঀ-৿", 1.0),
    "Gurmukhi": (r"਀-੿", 1.0),
    "Gujarati": (r"઀-૿", 1.0),
    "Tamil": (r"஀-௿", 1.0),
    "Telugu": (r"ఀ-౿", 1.0),
    "Kannada": (r"ಀ-೿", 1.0),
    "Malayalam": (r"ഀ-ൿ", 1.0),
    "Sinhala": (r"඀-෿", 1.0),
    "Thai": (r"ก-๎", 1.0),
    "Lao": (r"຀-໿", 1.0),
    "Khmer": (r"ក-៓", 1.0),
    "Myanmar": (r"က-႟", 1.0),
    "Tibetan": (r"ༀ-࿿", 1.0),
    "Georgian": (r"Ⴀ-ჿᲐ-Ჿ", 1.0),
    "Armenian": (r"Ա-֏", 1.0),
    "Ethiopic": (r"ሀ-፿", 1.0),
    "Mongolian": (r"᠀-ᢪ", 1.0),
    "Bopomofo": (r"ㄅ-ㄯㆠ-ㆿ", 1.0),
}
_RUNS = {name: re.compile(f"[{letters}]+") for name, (letters, _) in _CLASSES.items()}
#: Scripts that (nearly) one language alone writes today.
_SINGLE = {
    "Greek": "el", "Hebrew": "he", "Bengali": "bn", "Gurmukhi": "pa", "Gujarati": "gu", "Tamil": "ta", "Telugu": "te",
    "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si", "Thai": "th", "Lao": "lo", "Khmer": "km", "Myanmar": "my",
    "Tibetan": "bo", "Georgian": "ka", "Armenian": "hy", "Ethiopic": "am", "Mongolian": "mn", "Bopomofo": "zh-Hant",
}  # fmt: skip
#: A second language needs this share of the letters, and this many weighted ones, to make a text mixed.
_PART, _PART_LETTERS = 0.15, 12.0


def letters(text: str) -> dict[str, float]:
    """Weighted number of letters of each script in ``text``, the scripts that occur only; kana is counted as one script."""
    if text.isascii():
        n = sum(map(len, _RUNS["Latin"].findall(text)))
        return {"Latin": n} if n else {}
    found: dict[str, float] = {}
    for name, runs in _RUNS.items():
        # Most scripts do not occur: a search that fails costs a fraction of counting.
        if runs.search(text):
            found[name] = _CLASSES[name][1] * sum(map(len, runs.findall(text)))
    return found


def detect(text: str, *, engine: str = "default") -> Language:
    """Tell the language of ``text``.

    Total and deterministic: any ``str`` has an answer, ``und`` where there is none (digits, marks, unknown letters).
    ``engine``: ``"default"``, or ``"langdetect"`` (seeded, slow) for the letters that need a model; scripts come first for both.
    Raises :class:`~shnorm.errors.UnknownNameError` for an engine nobody knows.

    >>> detect("这是一个句子").code, detect("這是一個句子").code, detect("12345").code
    ('zh-Hans', 'zh-Hant', 'und')
    >>> detect("The gate of the old town was closed at night.").code
    'en'
    """
    require_text(text)
    guess = _engine(engine)
    found = letters(text)
    if not found:
        return UNKNOWN
    groups: dict[str, float] = {}
    for script, weight in found.items():
        group = "CJK" if script in ("Han", "Kana", "Hangul") else script
        groups[group] = groups.get(group, 0.0) + weight
    total = sum(groups.values())
    if len(groups) == 1:
        (group,) = groups
        return _of_group(group, text, found, guess)
    ranked = sorted(groups, key=lambda g: (-groups[g], g))
    main = _of_group(ranked[0], text, found, guess)
    parts = [Part(main.code, round(groups[ranked[0]] / total, 4))]
    for group in ranked[1:]:
        if groups[group] >= _PART * total and groups[group] >= _PART_LETTERS:
            other = _of_group(group, text, found, guess)
            if other.code != main.code:
                parts.append(Part(other.code, round(groups[group] / total, 4)))
    if len(parts) == 1:
        return main
    return main._replace(confidence=round(main.confidence * parts[0].share, 4), parts=tuple(parts))


def detect_lines(text: str, *, engine: str = "default") -> list[Language]:
    r"""The language of each line of ``text`` (lines as in :class:`shnorm.lines.Lines`), each judged alone.

    >>> [found.code for found in detect_lines("你好吗\n\nこんにちは")]
    ['zh-Hans', 'und', 'ja']
    """
    require_text(text)
    return [detect(line, engine=engine) for line in Lines(text).contents()]


_Guess = Callable[[str, str], tuple[str, float]]


def _default(script: str, text: str) -> tuple[str, float]:
    code, confidence = MODELS[script].get().guess(text)
    return code, confidence


def _langdetect_factory() -> DetectorFactory:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    factory.set_seed(0)
    return factory


LANGDETECT: Resource[DetectorFactory] = Resource("language.langdetect", _langdetect_factory)


def _langdetect(script: str, text: str) -> tuple[str, float]:
    from langdetect.lang_detect_exception import LangDetectException

    detector = LANGDETECT.get().create()
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # "No features in text"
        return "und", 0.0
    return (found[0].lang, found[0].prob) if found else ("und", 0.0)


_ENGINES: dict[str, _Guess] = {"default": _default, "langdetect": _langdetect}


def _engine(name: str) -> _Guess:
    try:
        return _ENGINES[name]
    except KeyError:
        raise UnknownNameError("language engine", name, _ENGINES) from None


def _of_group(group: str, text: str, found: dict[str, float], guess: _Guess) -> Language:
    if group == "CJK":
        return _cjk(text, found)
    if group in _SINGLE:
        return Language(_SINGLE[group], group, 0.99)
    if len(found) > 1:
        text = " ".join(_RUNS[group].findall(text))
    code, confidence = guess(group, text)
    return Language(code, group, round(confidence, 4))


def _cjk(text: str, found: dict[str, float]) -> Language:
    han, kana, hangul = found.get("Han", 0.0) / 3, found.get("Kana", 0.0) / 2, found.get("Hangul", 0.0) / 2
    if hangul and hangul >= kana and 4 * hangul >= han:
        return Language("ko", "Hangul", 0.99)
    if kana and 8 * kana >= han:
        return Language("ja", "Hiragana" if re.search("[ぁ-ゖ]", text) else "Katakana", 0.99 if kana > 1 else 0.9)
    code, confidence = chinese(text)
    if kana > 2 and code in ("zh", "ja"):
        return Language("ja", "Han", 0.8)
    return Language(code, "Han", confidence)
