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

# Emoticons and emoji after a stop belong to the sentence that it ends.
_FACE = r"[:;=8]['-]?[)(DPp](?=\s)|[\u2600-\u27bf\U0001f300-\U0001faff][\u200d\ufe0f\u2600-\u27bf\U0001f300-\U0001faff]*"


@dataclass(frozen=True, kw_only=True)
class Language:
    """What the splitter has to know of one language; all lists are words with blanks between them, abbreviations without their last stop."""

    code: str
    #: Frequent short words that no other language of the same script shares: they choose the language of a text.
    hints: str
    #: Marks beyond the common ones that end a sentence (Armenian ``:``, Greek ``;``).
    stops: str = ""
    #: Stand before a name and never end a sentence: ``mr``, ``dr``.
    titles: str = ""
    #: Stand before a number: ``no``, ``p``, ``fig``.  Elsewhere they are ordinary words.
    numbered: str = ""
    #: Stand after a number: ``km``, ``a.m``.  Elsewhere they are ordinary words.  They end a sentence before a capital, unless
    #: that sentence began with a word of ``openers`` (``At 5 a.m. Mr. Smith ...``).
    measures: str = ""
    openers: str = ""
    #: May end a sentence, but do so only before a word of ``starters``.
    abbreviations: str = ""
    #: Never end a sentence, whatever follows: ``e.g``, ``z. B``.
    inner: str = ""
    #: Function words that show, with a capital, that a new sentence begins.
    starters: str = ""
    #: Words that begin a sentence even in lower case, where ``lower_starts`` says so.
    pronouns: str = ""
    #: Words written with a capital wherever they stand, and so no sign of a new sentence: English ``I``.
    capitals: str = ""
    #: Whether a stop after a small number makes it an ordinal (German ``12. Juni``), unless a word of ``starters`` follows.
    ordinal_stop: bool = False
    #: Whether a dash after a stop goes on with what is being said (Russian ``«Иду. – Он встал. – Пора»``).
    dash_goes_on: bool = False
    #: Whether sentences that begin in lower case are believed after an ordinary word, as casual writers and machines write them.
    lower_starts: bool = False
    #: Texts as tuples of their sentences, blanks included: ``"".join(example)`` is cut exactly so.
    examples: tuple[tuple[str, ...], ...] = ()
    #: Other codes with the same rules, for example ``nb`` and ``nn`` beside ``no``.
    also: tuple[str, ...] = ()


class Words:
    """A list of abbreviations: an entry in lower case stands for every spelling, one with a capital only for those with a capital."""

    __slots__ = ("any", "capital")

    def __init__(self, *lists: str) -> None:
        entries = [entry for words in lists for entry in words.split()]
        self.any = frozenset(entry for entry in entries if entry == entry.lower())
        self.capital = frozenset(entry.lower() for entry in entries if entry != entry.lower())

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        low = word.lower()
        return low in self.any or (low in self.capital and word[:1] != low[:1])


class Rules:
    """A :class:`Language` made ready: sets and compiled patterns."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.titles = Words(language.titles)
        self.numbered = Words(language.numbered)
        self.measures = Words(language.measures)
        self.abbreviations = Words(language.abbreviations)
        self.inner = Words(language.inner)
        self.openers = frozenset(language.openers.split())
        self.starters = frozenset(language.starters.split())
        self.pronouns = frozenset(language.pronouns.split())
        self.always_capital = frozenset(language.capitals.split())
        self._known = Words(language.titles, language.numbered, language.measures, language.abbreviations, language.inner)
        self.hard = frozenset(HARD + language.stops)
        self.plain = _PLAIN

    def knows(self, word: str) -> bool:
        """Whether ``word`` is an abbreviation of any kind."""
        return word in self._known

    @cached_property
    def candidates(self) -> re.Pattern[str]:
        """A stop with what clings to it (group 1), closing quotes and brackets (2) and blanks (3); or line ends."""
        stops = HARD + ".!?…．" + self.language.stops
        waves = "～〜~"
        return re.compile(
            rf"([{stops}]+[{waves}]*(?:[ \xa0]{{1,2}}[.!?…]+(?![\w.!?…]))*)((?:[{_CLOSERS}]|[“«](?=\s)|[ \xa0]?(?:[”’」』»)](?=\s)|\[\d{{1,3}}\]|{_FACE}))*)([^\S\r\n]*)"
            rf"|([{waves}])[{waves}]*(?:[{_CLOSERS}])*[^\S\r\n]*|[\r\n](?:[^\S\r\n]*[\r\n])*"
        )

    @cached_property
    def glued(self) -> re.Pattern[str]:
        """The beginning of a plain sentence: a capitalized word and another word."""
        return re.compile(r"(?:[A-ZÀ-ÖØ-ÞА-Я][a-zà-öø-ÿа-я]+|[AI]|[IVXLC]+)[ ,][^\W\d_A-Z]")

    def full_stop(self, text: str, start: int, at: int, before: str, closers: str, word: str, opens: bool) -> bool:
        """Whether a single full stop at ``text[at]`` ends the sentence that began at ``start``.

        It stands between the word ``before`` and, after ``closers`` and a blank, ``word`` (behind an opening mark if ``opens``).
        """
        head = word[:1]
        lower, upper = head.islower(), head.isupper()
        if "'" in before or "’" in before:  # l'Avv.
            before = _ELISION.sub("", before)
        if not head.isalnum() and not opens:
            if head == ".":  # an ellipsis that begins the next sentence
                return text.startswith("..", text.find(".", at + 1))
            return head not in ",;:!?&=+<>/)]}№§%" and not self.knows(before)
        if closers:
            return not lower and before not in self.inner
        if before in self.inner:
            return False
        if before in self.numbered and (head.isdigit() or (_ROMAN.fullmatch(word) and len(word) > 1)):
            return False
        starter = word.lower() in self.starters
        if before in self.measures and _AFTER_NUMBER.search(text, max(start, at - len(before) - 12), at - len(before)):
            if lower or head.isdigit() or _CODE.fullmatch(word):
                return False
            if starter or opens:
                return not _APPOSED.search(text, start, at - len(before))
            opener = _FIRST_WORD.match(text, start)
            return not (opener and opener[0].lower() in self.openers)
        if before in self.titles:
            return False
        single = len(before) == 1 and before.isalpha()
        if single or before in self.abbreviations or _ACRONYM.fullmatch(before):
            if lower:
                return False
            if single and before.islower() and before not in self.abbreviations:
                return upper and starter
            if single and len(word) == 1:  # two initials
                return False
            return starter or (opens and not single)
        if before.isdigit() or (self.language.ordinal_stop and _ROMAN.fullmatch(before)):
            if self.language.ordinal_stop and (len(before) <= 2 or not before.isdigit()) and not starter and not head.isdigit():
                return False
            return not lower and bool(_FIRST_WORD.match(text, start, at - len(before)))
        if lower:
            return self.language.lower_starts and not opens and self._ordinary(before, word)
        return True

    def _ordinary(self, before: str, word: str) -> bool:
        """Whether ``before`` can end a sentence although ``word`` after it is in lower case: it must be no abbreviation, listed or not."""
        plain = before.replace("'", "").replace("’", "")
        if not plain.isalpha() or self.knows(before):
            return False
        # The longer, the less it is an abbreviation that nobody listed; a pronoun after it is half a proof.
        shortest = 2 if word in self.pronouns else 3 if plain.islower() else 5
        return len(plain) >= shortest


_ROMAN = re.compile(r"[IVXLCDM]+|[ivxlcdm]+")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,2}")
_AFTER_NUMBER = re.compile(r"\d[\s\xa0]?\Z")
_APPOSED = re.compile(r",\s\d+\s?\Z")
_ELISION = re.compile(r"\A[^\W\d_]{1,4}['’](?=[^\W\d_]{2})")
_FIRST_WORD = re.compile(r"\s*\w+")
_CODE = re.compile(r"[A-Z]{2,5}")
# Letters that can only begin something new after a CJK stop: Han, kana, Hangul.
_PLAIN = frozenset(map(chr, (*range(0x3041, 0x30FB), *range(0x4E00, 0xA000), *range(0xAC00, 0xD7A4))))

_BASE = Language(
    code="und",
    hints="",
    titles="mr mrs ms dr prof st",
    numbered="no nr p pp fig vol art",
    abbreviations="co corp inc ltd etc jr sr a.m p.m",
    inner="e.g i.e cf vs",
)


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
