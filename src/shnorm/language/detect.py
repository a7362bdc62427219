"""What language a text is in: by its script where one language has it, by orthography for Chinese, by a model for the rest.

It knows scripts, Chinese orthographies, Cantonese and Classical function words; the model knows the languages of Latin,
Cyrillic, Arabic and Devanagari letters.  Nothing here looks at punctuation, layout or meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from shnorm.errors import require_text
from shnorm.language.chinese import chinese
from shnorm.language.engines import Guess, engine_named
from shnorm.language.frame import english_around
from shnorm.language.sure import surely_english
from shnorm.lines import Lines
from shnorm.script import HAN


class Part(NamedTuple):
    """One language of a mixed text and its share (0..1) of the letters; a Chinese character counts as four Latin letters."""

    code: str
    share: float


class Language(NamedTuple):
    """``code`` (BCP 47), ``script`` (one of :data:`shnorm.script.SCRIPTS`), ``confidence`` 0..1, ``parts`` if it is mixed."""

    code: str
    script: str | None
    confidence: float
    parts: tuple[Part, ...] = ()

    @property
    def mixed(self) -> bool:
        """Whether the text holds more than one language to speak of; ``code`` is then the largest."""
        return bool(self.parts)


UNKNOWN = Language("und", None, 0.0)
_ENGLISH = Language("en", "Latin", 1.0)

# How much of a text one letter of a script is, compared with a Latin one.
_CLASSES = {
    "Latin": (r"a-zA-ZªºÀ-ÖØ-öø-ʯḀ-ỿＡ-Ｚａ-ｚ", 1.0),
    "Han": (HAN, 4.0),
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
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_NO_LETTERS = bytes(i for i in range(128) if not chr(i).isalpha())
_RUNS = {name: re.compile(f"[{letters}]+") for name, (letters, _) in _CLASSES.items()}
# Nine texts in ten hold Latin letters and Han characters at most: one search tells.
_FURTHER = re.compile(f"[{''.join(letters for name, (letters, _) in _CLASSES.items() if name not in ('Latin', 'Han'))}]")
#: Scripts that (nearly) one language alone writes today.
_SINGLE = {
    "Greek": "el", "Hebrew": "he", "Bengali": "bn", "Gurmukhi": "pa", "Gujarati": "gu", "Tamil": "ta", "Telugu": "te",
    "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si", "Thai": "th", "Lao": "lo", "Khmer": "km", "Myanmar": "my",
    "Tibetan": "bo", "Georgian": "ka", "Armenian": "hy", "Ethiopic": "am", "Mongolian": "mn", "Bopomofo": "zh-Hant",
}  # fmt: skip
#: A second language needs this share of the letters, and this many weighted ones, to make a text mixed.
_PART, _PART_LETTERS = 0.15, 12.0

# A longer text is judged by stretches of it, (places, code points of each): scripts are counted up to 4,096 code points, what tells
# languages apart needs far fewer.  A page of 10 KB then costs 0.3 to 0.7 ms, and a book hardly more.
_TO_COUNT, _TO_JUDGE, _TO_GUESS = (32, 128), (8, 128), (4, 120)


def excerpt(text: str, places: int, size: int) -> str:
    r"""``text`` if it has at most ``places`` times ``size`` code points, else as many stretches of it, evenly apart, one a line.

    The first stretch begins and the last one ends where the text does.  The others begin after a blank if one is near.

    >>> excerpt("one two three", 1, 20), excerpt("one two three four five six seven", 2, 9)
    ('one two three', 'one two t\nsix seven')
    """
    if len(text) <= places * size:
        return text
    stretches = [text[:size]]
    for place in range(1, places):
        start = place * (len(text) - size) // (places - 1)
        if place < places - 1:
            start = 1 + max(start - 1, text.find(" ", start, start + size // 4))
        stretches.append(text[start : start + size])
    return "\n".join(stretches)


def letters(text: str) -> dict[str, float]:
    """Weighted number of letters of each script in ``text``, the scripts that occur only; kana is counted as one script."""
    found: dict[str, float] = {}
    plain = len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    if plain:
        found["Latin"] = plain
    if text.isascii():
        return found
    text = "".join(_BEYOND_ASCII.findall(text))
    names: Iterable[str] = ("Latin", "Han")
    if _FURTHER.search(text):
        seen = "".join(set(text))  # in any order: only whether a script occurs is asked
        names = [name for name, run in _RUNS.items() if run.search(seen)]
    for name in names:
        runs = _RUNS[name].findall(text)
        if runs:
            found[name] = found.get(name, 0.0) + _CLASSES[name][1] * len("".join(runs))
    return found


def detect(text: str, *, engine: str = "default") -> Language:
    """Tell the language of ``text``.

    A text beyond 4,096 code points is judged by stretches of it from beginning to end, so that it costs no more than that.
    Total and deterministic: any ``str`` has an answer, ``und`` where there is none (digits, marks, unknown letters).
    ``engine``: a name of :data:`shnorm.language.engines.ENGINES`, asked about letters that several languages share; scripts and
    Chinese are decided alike with all of them.  Raises :class:`~shnorm.errors.UnknownNameError` for an engine nobody knows and
    :class:`~shnorm.errors.MissingExtraError` for one that is not installed.

    >>> detect("这是一个句子").code, detect("這是一個句子").code, detect("12345").code
    ('zh-Hans', 'zh-Hant', 'und')
    >>> detect("The gate of the old town was closed at night.").code
    'en'
    """
    require_text(text)
    guess = engine_named(engine)
    if engine == "default" and surely_english(text):
        return _ENGLISH
    text = excerpt(text, *_TO_COUNT)
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
    shares = groups
    if list(found) == ["Latin", "Han"] and found["Han"] >= found["Latin"] > 0.25 * found["Han"] and english_around(text):
        shares = {"Latin": found["Latin"], "CJK": found["Han"] / _CLASSES["Han"][1]}  # a name in a sentence: a letter is a letter
        total = sum(shares.values())
    ranked = sorted(shares, key=lambda g: (-shares[g], g))
    main = _of_group(ranked[0], text, found, guess)
    parts = [Part(main.code, round(shares[ranked[0]] / total, 4))]
    for group in ranked[1:]:
        if shares[group] >= _PART * total and groups[group] >= _PART_LETTERS:
            other = _of_group(group, text, found, guess)
            if other.code != main.code:
                parts.append(Part(other.code, round(shares[group] / total, 4)))
    if len(parts) == 1:
        return main
    return main._replace(confidence=round(main.confidence * parts[0].share, 4), parts=tuple(parts))


def detect_lines(text: str, *, engine: str = "default") -> list[Language]:
    r"""The language of each line of ``text`` (lines as in :class:`shnorm.lines.Lines`), each judged alone.

    >>> [found.code for found in detect_lines("你好吗\n\nこんにちは")]
    ['zh-Hans', 'und', 'ja']
    """
    require_text(text)
    return [detect(line, engine=engine) for line in Lines(text).contents]


def _of_group(group: str, text: str, found: dict[str, float], guess: Guess) -> Language:
    if group == "CJK":
        return _cjk(text, found)
    if group in _SINGLE:
        return Language(_SINGLE[group], group, 0.99)
    if len(found) > 1:
        text = " ".join(_RUNS[group].findall(text))
    code, confidence = guess(group, excerpt(text, *_TO_GUESS))
    return Language(code, group, round(confidence, 4))


def _cjk(text: str, found: dict[str, float]) -> Language:
    han, kana, hangul = found.get("Han", 0.0) / 4, found.get("Kana", 0.0) / 2, found.get("Hangul", 0.0) / 2
    if hangul and hangul >= kana and 4 * hangul >= han:
        return Language("ko", "Hangul", 0.99)
    if kana and 8 * kana >= han:
        return Language("ja", "Hiragana" if re.search("[ぁ-ゖ]", text) else "Katakana", 0.99 if kana > 1 else 0.9)
    if len(text) > _TO_JUDGE[0] * _TO_JUDGE[1] and len(found) > 1:  # Han may be far apart
        text = " ".join(_RUNS["Han"].findall(text))
    code, confidence = chinese(excerpt(text, *_TO_JUDGE))
    if kana > 2 and code in ("zh", "ja"):
        return Language("ja", "Han", 0.8)
    return Language(code, "Han", confidence)
