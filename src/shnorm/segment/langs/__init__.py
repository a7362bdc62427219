"""The languages of the sentence splitter: one file each, found by itself; this file holds what they share.

To add a language, add ``xx.py`` (``xx`` its BCP 47 code) that binds ``LANGUAGE``: nothing else has to be touched, and its examples
become tests.  See ``docs/how-to/add-a-language.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from shnorm.errors import RuleError, require_lang
from shnorm.registry import declared
from shnorm.resources import Resource
from shnorm.script import small_words

#: Marks that end a sentence in whatever language they stand.
HARD = "。！？｡।॥؟۔።፧፨։။។៕᠃᠉‼⁇⁈⁉"
_SHORTENED = ("titles", "numbered", "measures", "abbreviations", "endings", "inner")
_LOWER = ("hints", "openers", "starters", "pronouns")
_CLOSERS = "\"'”’»›)\\]}」』）】》〉｠"

# Emoticons and emoji after a stop belong to the sentence that it ends.
_FACE = r"[:;=8]['-]?[)(DPp](?=\s)|[\u2600-\u27bf\U0001f300-\U0001faff][\u200d\ufe0f\u2600-\u27bf\U0001f300-\U0001faff]*"


@dataclass(frozen=True, kw_only=True)
class Language:
    """What the splitter has to know of one language; all lists are words with blanks between them, abbreviations without their last stop.

    Raises :class:`~shnorm.errors.RuleError` for a list of another form.
    """

    code: str
    #: Frequent short words that no other language of the same script shares: they choose the language of a text.
    hints: str
    #: Letters that speak for it, for texts too short to hold a frequent word: ``ß``, or the commonest letters of its script.
    letters: str = ""
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
    #: Endings of words that are shortened as the last part of many: ``str`` for ``Goethestr. 12``.  They count as numbered and as abbreviations.
    endings: str = ""
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
    #: Whether a heading of a few words with a colon before a question is a sentence by itself (Arabic ``سؤال وجواب: ماذا حدث؟``).
    heading_colon: bool = False
    #: Texts as tuples of their sentences, blanks included: ``"".join(example)`` is cut exactly so.
    examples: tuple[tuple[str, ...], ...] = ()
    #: A language whose lists count too: ``en`` for those in whose texts it is the usual guest.
    guest: str = ""
    #: Other codes with the same rules, for example ``nb`` and ``nn`` beside ``no``.
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for field in (*_SHORTENED, *_LOWER, "letters", "stops", "capitals"):
            words = getattr(self, field)
            if not isinstance(words, str):
                raise RuleError(f"language {self.code}: {field}= takes one string with blanks between the words, not {words!r}")
        for field in _SHORTENED:
            for word in getattr(self, field).split():
                if word.endswith("."):
                    raise RuleError(
                        f"language {self.code}: {field}= holds {word!r}; write it without its last stop: {word[:-1]!r}"
                    )
        for field in _LOWER:
            words = getattr(self, field)
            if words != words.lower():
                strangers = ", ".join(repr(word) for word in words.split() if word != word.lower())
                raise RuleError(f"language {self.code}: {field}= is compared in lower case; write {strangers} so")
        if isinstance(self.examples, str) or any(isinstance(example, str) for example in self.examples):
            raise RuleError(
                f"language {self.code}: examples= takes tuples of sentences, (('One. ', 'Two.'), ...); mind the last comma"
            )


# Kinds of abbreviations, as bits: a word may be of several.
TITLE, NUMBERED, MEASURE, ABBREVIATION, INNER = 1, 2, 4, 8, 16


class Rules:
    """A :class:`Language` made ready: sets and compiled patterns."""

    def __init__(self, language: Language, guest: Language | None = None) -> None:
        self.language = language
        # An entry in lower case stands for every spelling, one with a capital only for those that begin with a capital.
        self._any: dict[str, int] = {}
        self._capital: dict[str, int] = {}
        sources = (language, guest) if guest else (language,)
        for source in sources:
            for bit, words in (
                (TITLE, source.titles),
                (NUMBERED, source.numbered),
                (MEASURE, source.measures),
                (ABBREVIATION, source.abbreviations),
                (INNER, source.inner),
            ):
                for word in words.split():
                    low = word.lower()
                    table = self._any if word == low else self._capital
                    table[low] = table.get(low, 0) | bit
        self.endings = tuple(ending for source in sources for ending in source.endings.split())
        self.openers = frozenset(word for source in sources for word in source.openers.split())
        self.starters = frozenset(word for source in sources for word in source.starters.split())
        self.pronouns = frozenset(word for source in sources for word in source.pronouns.split())
        self.always_capital = frozenset(word for source in sources for word in source.capitals.split())
        self.lower_starts = any(source.lower_starts for source in sources)
        self.hard = frozenset(HARD + language.stops)

    def kinds(self, word: str) -> int:
        """What kinds of abbreviation ``word`` (without its last stop) is, as bits; 0 for an ordinary word."""
        low = word.lower()
        kinds = self._any.get(low, 0)
        if low[:1] != word[:1]:
            kinds |= self._capital.get(low, 0)
        if not kinds and ".-" in word:  # Dipl.-Ing
            return self.kinds(word[word.rindex(".-") + 2 :])
        if not kinds and low.endswith(self.endings):
            return NUMBERED | ABBREVIATION
        return kinds

    @cached_property
    def candidates(self) -> re.Pattern[str]:
        """A stop with what clings to it (up to the end of group 1), closing quotes and brackets (2), blanks (3); or line ends; or a wave.

        It begins with one class and branches afterwards: that is five times as fast as branching first.
        """
        stops = HARD + ".!?…．" + self.language.stops
        return re.compile(
            rf"[{stops}{_WAVES}\r\n](?:(?<![{_WAVES}\r\n])"
            rf"([{stops}]*[{_WAVES}]*(?:[ \xa0]{{1,2}}[.!?…]+(?![\w.!?…]))*)"
            rf"((?:[{_CLOSERS}¹²³⁰⁴-⁹]|[“«](?=\s)|[ \xa0\u202f]?(?:[”’」』»)](?=[\s,.;:])|\[\d{{1,3}}\]|</[A-Za-z]{{1,10}}>|{_FACE}))*)"
            rf"([^\S\r\n]*)|(?<=[\r\n])(?:[^\S\r\n]*[\r\n])*|[{_WAVES}]*[{_CLOSERS}]*[^\S\r\n]*)"
        )

    def starts(self, text: str, at: int) -> bool:
        """Whether a sentence surely begins at ``at``: with a word of ``starters`` or a title."""
        word = _WHOLE_WORD.match(text, at)
        if not word:
            return False
        if word[2] == ".":
            return bool(self.kinds(word[1]) & TITLE)
        return len(word[1]) > 1 and word[1].lower() in self.starters

    @cached_property
    def glued(self) -> re.Pattern[str]:
        """The beginning of a plain sentence: a capitalized word and another word."""
        return re.compile(r"(?:[A-ZÀ-ÖØ-ÞА-Я][a-zà-öø-ÿа-я]+|[AI]|[IVXLC]+)[ ,][^\W\d_A-Z]")

    def full_stop(self, text: str, start: int, at: int, before: str, closers: str, word: str, opens: bool) -> bool:
        """Whether a single full stop at ``text[at]`` ends the sentence that began at ``start``.

        It stands between the word ``before`` and, after ``closers`` and a blank, ``word`` (behind an opening mark if ``opens``).
        """
        head = word[:1]
        if "'" in before or "’" in before:  # l'Avv.
            before = _ELISION.sub("", before)
        kinds = self.kinds(before)
        if not head.isalnum() and not opens:
            if head == ".":  # an ellipsis that begins the next sentence
                return text.startswith("..", text.find(".", at + 1))
            return head not in ",;:!?&=+<>/)]}№§%" and not kinds
        lower = head.islower()
        if closers:
            return not lower and not kinds & INNER
        if kinds & INNER or (kinds & NUMBERED and (head.isdigit() or (_ROMAN.fullmatch(word) and len(word) > 1))):
            return False
        starter = word.lower() in self.starters
        if kinds & MEASURE and _AFTER_NUMBER.search(text, max(start, at - len(before) - 12), at - len(before)):
            if lower or head.isdigit() or _CODE.fullmatch(word):
                return False
            if starter or opens:
                return not _APPOSED.search(text, max(start, at - len(before) - 16), at - len(before))
            opener = _FIRST_WORD.match(text, start)
            return not (opener and opener[0].strip().lower() in self.openers)
        if kinds & TITLE:  # Main St. Then: also what stands after a name
            named = kinds & MEASURE and starter and head.isupper()
            return bool(named and _NAMED.search(text, max(start, at - len(before) - _NAME_SIZE), at - len(before)))
        last = before[before.rindex(".-") + 2 :] if ".-" in before else before  # J.-P. Sartre
        single = len(last) == 1 and last.isalpha() and last < "\u2e80"
        if single or kinds & ABBREVIATION or ("." in before and _ACRONYM.fullmatch(before)):
            if lower:
                return False
            if single and last.islower() and not kinds & ABBREVIATION:
                return starter and head.isupper()
            if single and len(word) == 1:  # two initials
                return False
            return starter or (opens and not single and not head.isdigit())  # Smith et al. (2005)
        digits = before.isdigit()
        if digits and _DATED.search(text, max(start, at - 12), min(len(text), at + 6)):  # 2019. 3. 1.
            return False
        if digits or (self.language.ordinal_stop and _ROMAN.fullmatch(before)):
            if self.language.ordinal_stop and (len(before) <= 2 or not digits) and not starter and not head.isdigit():
                return False
            return not lower and bool(_FIRST_WORD.match(text, start, at - len(before)))
        if lower:
            # "no. i got her number": the whole of a sentence is no abbreviation.
            alone = kinds == NUMBERED and word in self.pronouns and not _FIRST_WORD.match(text, start, at - len(before))
            return self.lower_starts and not opens and (alone or not kinds) and self._ordinary(before, word)
        return True

    def _ordinary(self, before: str, word: str) -> bool:
        """Whether ``before`` can end a sentence although ``word`` after it is in lower case: it must not look like an abbreviation."""
        plain = before.replace("'", "").replace("’", "")
        # The longer, the less it is an abbreviation that nobody listed; a pronoun after it is half a proof.
        shortest = 2 if word in self.pronouns else 3 if plain.islower() else 5
        return len(plain) >= shortest and plain.isalpha()


#: How many code points of a text are looked at to choose a language.
HEAD = 3000
# How much of it if that is clear, by so many votes more than the next language has; a lead that is no proof; how
# sure a detector has to be against a lead, and where there is none.
_FIRST_LOOK, _CLEAR, _ENOUGH, _SURE, _LIKELY = 600, 30, 4, 0.8, 0.5
_INDIC = re.compile("[\u0900-\u0dff]")
_EASTERN = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
# A full stop inside a text that may stand after an abbreviation or an ordinal: after a short word or a number, or before a small letter or a digit.
_STOP_INSIDE = re.compile(r"\.[^\w\s]?(?<![^\W\d_]{6}\.)\s+\S|\.[^\w\s]?\s+[a-zß-ÿа-яёіїєґ\d]")
_LETTERS = re.compile(r"[^\W\d_]+(?:[\u0900-\u0dff]+)*")
_WAVES = "～〜~"
_ROMAN = re.compile(r"[IVXLCDM]+|[ivxlcdm]+")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,2}")
_AFTER_NUMBER = re.compile(r"\d[\s\xa0]?\Z")
_NAME_SIZE = 24
_NAMED = re.compile(r"\b[A-Z][a-z]+ \Z")
_APPOSED = re.compile(r",\s\d+\s?\Z")
_ELISION = re.compile(r"\A[^\W\d_]{1,4}['’](?=[^\W\d_]{2})")
_WHOLE_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)(\.?) ")
_FIRST_WORD = re.compile(r"\s*\w+")
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d\. ?(?:0?[1-9]|1[0-2])\. ?[0-3]?\d\.")
_CODE = re.compile(r"[A-Z]{2,5}")
_OTHER = Language(
    code="und",
    hints="",
    titles="mr mrs ms dr prof st",
    numbered="no nr p pp fig vol art",
    abbreviations="co corp inc ltd etc jr sr a.m p.m",
    inner="e.g i.e cf vs",
)


class Registry:
    """All languages, and the words that tell them apart."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self.languages = sorted(languages, key=lambda language: (language.code != "en", language.code))
        by_code: dict[str, Language] = {}
        for language in self.languages:
            for code in (language.code, *language.also):
                if code in by_code:
                    raise RuleError(f"two languages claim the code {code!r}: {by_code[code].code} and {language.code}")
                by_code[code] = language
        for language in self.languages:
            if language.guest and language.guest not in by_code:
                raise RuleError(f"language {language.code}: guest={language.guest!r} is no language of this folder")
        self.rules: dict[str, Rules] = {}
        self.hints: dict[str, tuple[str, ...]] = {}
        self.letters: dict[str, frozenset[str]] = {}
        for language in self.languages:
            rules = Rules(language, by_code[language.guest] if language.guest else None)
            for code in (language.code, *language.also):
                self.rules[code] = rules
            if language.letters:
                self.letters[language.code] = frozenset(language.letters)
            for word in language.hints.split():
                self.hints[word] = (*self.hints.get(word, ()), language.code)
        self.all_letters = frozenset[str]().union(*self.letters.values())
        self.other = Rules(_OTHER)

    def choose(self, text: str) -> Rules:
        """The rules of the language whose frequent words occur most in the beginning of ``text``; English if there are none.

        Where they are few, and a full stop inside needs a language, the detector is asked; it counts if it is sure.
        """
        best, lead, head = "en", 0, ""
        for size in (_FIRST_LOOK, HEAD):
            head = text[:size]
            if not head.isascii() and _EASTERN.search(head) and len(head.encode("utf-8", "surrogatepass")) > 2 * len(head):
                return self.rules["zh"]  # Han and kana for the most part: no abbreviations but those of a guest
            best, lead = self._first(head.lower())
            if len(text) <= size or lead >= _CLEAR:
                break
        if lead < _ENOUGH and _STOP_INSIDE.search(head):
            best = self._detected(head, _SURE if lead else _LIKELY) or best
        return self.rules[best]

    def _first(self, lower: str) -> tuple[str, int]:
        """The language with the most votes, and by how many: English on equal votes, then in the order of the codes."""
        votes: dict[str, int] = {}
        hints = self.hints.get
        for word in _LETTERS.findall(lower) if _INDIC.search(lower) else small_words(lower):
            for code in hints(word, ()):
                votes[code] = votes.get(code, 0) + min(len(word), 3)  # single letters are initials as often as words
        if not lower.isascii():
            letters = self.all_letters.intersection(set(lower))
            if letters:
                for code, own in self.letters.items():
                    if own & letters:
                        votes[code] = votes.get(code, 0) + min(3, len(own & letters))
        if not votes:
            return "en", 0
        most = max(votes.values())
        best = min([code for code, count in votes.items() if count == most], key=lambda code: (code != "en", code))
        del votes[best]
        return best, most - max(votes.values(), default=0)

    def _detected(self, head: str, least: float) -> str | None:
        from shnorm.language.detect import detect

        found = detect(head)
        code = found.code.split("-")[0]
        return code if found.confidence >= least and code in self.rules else None


def _discover() -> Registry:
    return Registry(declared(__name__, __path__, "LANGUAGE", Language, "code"))


REGISTRY: Resource[Registry] = Resource("segment.languages", _discover)


def choose(text: str, lang: str | None) -> Rules:
    """The rules for ``lang`` (those that all languages share, if none has that code), or for what the first code points of ``text`` show."""
    registry = REGISTRY.get()
    code = require_lang(lang)
    if code is None:
        return registry.choose(text)
    return registry.rules.get(code) or registry.rules.get(code.split("-")[0].lower(), registry.other)
