"""The languages of the sentence splitter: one file each, found by itself; this file holds what they share.

To add a language, add ``xx.py`` (``xx`` its BCP 47 code) that binds ``LANGUAGE``: nothing else has to be touched, and its examples
become tests.  See ``docs/how-to/add-a-language.md``.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass
from functools import cached_property

import regex

from shnorm.resources import Resource

#: Marks that end a sentence in whatever language they stand.
HARD = "。！？｡।॥؟۔።፧፨։။។៕᠃᠉‼⁇⁈⁉"
_CLOSERS = "\"'”’»›)\\]}」』）】》〉｠"


@dataclass(frozen=True, kw_only=True)
class Language:
    """What the splitter has to know of one language; all lists are words with blanks between them, abbreviations without their last stop."""

    code: str
    #: Frequent short words that no other language of the same script shares: they choose the language of a text.
    hints: str
    #: Marks beyond the common ones that end a sentence (Armenian ``:``, Greek ``;``).
    stops: str = ""
    #: Stand before a name and never end a sentence: ``Mr``, ``Dr``.
    titles: str = ""
    #: Stand before a number or a Roman numeral: ``No``, ``p``, ``Fig``.  Elsewhere they are ordinary words.
    numbered: str = ""
    #: May end a sentence, but do so only before a word of ``starters``.
    abbreviations: str = ""
    #: Never end a sentence, whatever follows: ``e.g``, ``z. B``.
    inner: str = ""
    #: Function words that show, with a capital, that a new sentence begins.
    starters: str = ""
    #: Stand after a number with a stop that is an ordinal (German ``12. Juni``).  ``*``: before any word in lower case.
    ordinals: str = ""
    #: Texts as tuples of their sentences, blanks included: ``"".join(example)`` is cut exactly so.
    examples: tuple[tuple[str, ...], ...] = ()
    #: Names for the same rules: other codes, for example ``nb`` and ``nn`` for ``no``.
    also: tuple[str, ...] = ()


class Rules:
    """A :class:`Language` made ready: sets and compiled patterns."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.titles = frozenset(language.titles.lower().split())
        self.numbered = frozenset(language.numbered.lower().split())
        self.abbreviations = frozenset(language.abbreviations.lower().split())
        self.inner = frozenset(language.inner.lower().split())
        self.starters = frozenset(language.starters.lower().split())
        self.ordinals = frozenset(language.ordinals.lower().split())
        self.known = self.titles | self.numbered | self.abbreviations | self.inner
        self.hard = frozenset(HARD + language.stops)

    @cached_property
    def candidates(self) -> re.Pattern[str]:
        stops = HARD + ".!?…．" + self.language.stops
        return re.compile(
            rf"([{stops}](?:[{stops}]|[ \xa0](?=[.!?](?:[ \xa0][.!?]|[^\w.!?])))*)"
            rf"((?:[{_CLOSERS}]|\[\d{{1,3}}\])*)([^\S\r\n]*)|[\r\n](?:[^\S\r\n]*[\r\n])*"
        )

    @cached_property
    def glued(self) -> re.Pattern[str]:
        return re.compile(r"[A-ZÀ-ÖØ-ÞА-Я][a-zà-öø-ÿа-я]*[ ,][^\W\d_A-Z]")

    def full_stop(self, text: str, start: int, at: int, before: str, closers: str, word: str, opens: bool) -> bool:
        """Whether a single full stop at ``text[at]``, followed by a blank, ends the sentence that began at ``start``."""
        low = before.lower().lstrip("-–—/")
        upper = word[:1].isupper()
        if not word[:1].isalnum() and not opens:
            return word[:1] not in ",;:.!?&=+<>/" and low not in self.known
        if closers:
            return not word[:1].islower()
        if low in self.inner or low in self.titles:
            return False
        lower_word = word.lower()
        if low in self.numbered and (word[:1].isdigit() or _ROMAN.fullmatch(word)):
            return False
        single = len(before) == 1 and before.isalpha()
        if single or _ACRONYM.fullmatch(before) or low in self.abbreviations:
            if not upper:
                return False
            if single and not before.isupper():
                return lower_word in self.starters
            return lower_word.rstrip(".") in self.starters or (opens and low in self.abbreviations)
        if before.isdigit():
            if self.ordinals and len(before) <= 2 and (lower_word in self.ordinals or ("*" in self.ordinals and word[:1].islower())):
                return False
            if word[:1].islower():
                return False
            return at - start > len(before) + 1 or not upper
        if word[:1].islower():
            return len(before) > 2 and before.isalpha() and before.islower() and low not in self.known
        return True


_ROMAN = re.compile(r"[IVXLCDM]+|[ivxlcdm]+")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,2}")

_BASE = Language(code="und", hints="")


def _discover() -> dict[str, Rules]:
    out: dict[str, Rules] = {}
    for module in pkgutil.iter_modules(__path__):
        language: Language = importlib.import_module(f"{__name__}.{module.name}").LANGUAGE
        rules = Rules(language)
        for code in (language.code, *language.also):
            out[code] = rules
    return out


RULES: Resource[dict[str, Rules]] = Resource("segment.languages", _discover)
UND = Rules(_BASE)


def choose(text: str, lang: str | None) -> Rules:
    """The rules for ``lang``, or for what the beginning of ``text`` shows; for an unknown language those that all share."""
    known = RULES.get()
    if lang is not None:
        return known.get(lang) or known.get(lang.split("-")[0], UND)
    return known["en"]


_ = regex
