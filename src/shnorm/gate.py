"""Where a rule may act: ``Gate`` is the condition, as a value; ``Context`` is what a stage knows of the text it received.

Unknown language means that the rule does not run.  Everything in a context is worked out on first use and shared by the
stages of a run for as long as the text stays the same, so a clean text pays for nothing that no rule asked for.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from shnorm.errors import ConfigError
from shnorm.lazy import lazy
from shnorm.lines import Lines
from shnorm.plain import is_plain
from shnorm.protect import Guard, Protected, Protection
from shnorm.script import EASTERN_LEADS, absent, dominant, scripts, utf8
from shnorm.spans import Spans

if TYPE_CHECKING:
    from shnorm.evidence import Look
    from shnorm.language import Language

#: A language told with less confidence than this is taken from the page instead, if the page's script suits the line.
SURE = 0.8
# Frequent words of English that no other language of the Latin script uses: two different ones in a line decide it, far below
# the cost of a model.
_ENGLISH = re.compile(r"\b(?:the|and|with|which|that|this|these|from|were|would|their|been|have|there|should|through)\b")
_CHINESE = frozenset({"zh", "yue", "lzh", "wuu"})


def base_language(code: str | None) -> str:
    """The language of a BCP 47 code without script or region; every written Chinese is ``zh``.

    >>> base_language("zh-Hant"), base_language("yue"), base_language("pt-BR"), base_language(None)
    ('zh', 'zh', 'pt', 'und')
    """
    base = (code or "und").split("-")[0].lower()
    return "zh" if base in _CHINESE else base


class Memory:
    """What one run remembers across its stages and passes: the page as it came, and answers about equal lines."""

    _language: str | None = None
    _translated = _damaged = 0.0
    _look_at_page: Look | None = None
    #: The last look at a text, see :class:`shnorm.evidence.Look`; for whoever asks about the same text.
    look: Look | None = None

    def __init__(self, page: str, lang: str | None = None, guards: Sequence[Guard] = (), translated: float | None = None) -> None:
        self.page = page
        self.lang = lang
        self.guards = guards
        self.protected: dict[str, list[Protected]] = {}
        self.languages: dict[str, str] = {}
        #: Languages of lines that no page could change, and what the detector said of lines.
        self.own_languages: dict[str, str] = {}
        self.detected: dict[str, Language] = {}
        # Repairs and removals must not change what a second call would see: the best evidence of any pass counts, whether or
        # not somebody asked in that pass.
        self._unjudged: tuple[str, ...] = (page,)
        self._unweighed: tuple[str, ...] = self._unjudged
        if translated is not None:
            self._translated = self._damaged = translated
            self._unjudged = self._unweighed = ()

    def turn(self, page: str) -> None:
        """A new pass begins with ``page``: its language is asked anew; evidence of translation once seen stays seen."""
        self.page = page
        self._unjudged += (page,)
        self._unweighed += (page,)
        self._language = None
        self.languages.clear()

    @property
    def language(self) -> str:
        """BCP 47 code of the page: what the caller said, else what is detected."""
        if self._language is None:
            from shnorm.language import detect

            self._language = self.lang or detect(self.page).code
        return self._language

    @property
    def translated(self) -> float:
        """How machine-translated the page looked at most in any pass so far (0..1), see :mod:`shnorm.evidence`."""
        if self._unjudged:
            self._translated = max(self._translated, *[self._look(page).score.value for page in self._unjudged])
            self._unjudged = ()
        return self._translated

    @property
    def damaged(self) -> float:
        """The same without what only supports other signs, see :attr:`shnorm.evidence.Look.damage`."""
        if self._unweighed:
            self._damaged = max(self._damaged, *[self._look(page).damage for page in self._unweighed])
            self._unweighed = ()
        return self._damaged

    def _look(self, page: str) -> Look:
        """A look at a page of this run, one that somebody had if there is any."""
        for seen in (self.look, self._look_at_page):
            if seen is not None and seen.text is page:
                return seen
        from shnorm.evidence import Look

        self._look_at_page = Look(page)
        return self._look_at_page


class Context:
    """What a stage may know of ``text``, the text that it received.  Made once for each text; every part is lazy."""

    def __init__(self, text: str, memory: Memory | None = None, *, lang: str | None = None) -> None:
        self.text = text
        self.memory = memory if memory is not None else Memory(text, lang)
        self._languages: dict[int, str] = {}
        self._scripts: dict[int, frozenset[str]] = {}

    @property
    def lang(self) -> str | None:
        """BCP 47 code that the caller gave, or ``None`` for unknown."""
        return self.memory.lang

    @property
    def language(self) -> str:
        """BCP 47 code of the page, given or detected; ``und`` if nothing tells."""
        return self.memory.language

    @property
    def translated(self) -> float:
        """0..1: how machine-translated the page looked when it came."""
        return self.memory.translated

    @lazy
    def plain(self) -> bool:
        """Whether the text is one line in which no repair of characters, blanks or marks begins, see :mod:`shnorm.plain`."""
        return is_plain(self.text)

    @lazy
    def chars(self) -> frozenset[str]:
        """The characters that occur in the text: the cheapest test whether a rule can have anything to do."""
        return frozenset(self.text)

    @lazy
    def utf8(self) -> bytes:
        """The text in UTF-8, see :func:`shnorm.script.utf8`."""
        return utf8(self.text)

    @lazy
    def absent(self) -> bytes:
        """The bytes of which the text's UTF-8 form has none, see :func:`shnorm.script.absent`."""
        return absent(self.utf8)

    @lazy
    def western(self) -> bool:
        """Whether the text holds no character from U+3000 on."""
        if not self.text.isascii():
            data = self.utf8
            for lead in EASTERN_LEADS:  # a byte is looked for at memory speed
                if lead in data:
                    return False
        return True

    @lazy
    def scripts(self) -> frozenset[str]:
        """The scripts that occur in the text."""
        return scripts(self.text)

    @lazy
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    @lazy
    def spans(self) -> Spans:
        """The language runs of the text, labelled with their codes."""
        from shnorm.language import detect_spans

        return detect_spans(self.text)

    @lazy
    def protected(self) -> Protection:
        """The spans that no rule may touch."""
        return Protection(self.lines, self.memory.guards, self.memory.protected)

    def line_language(self, index: int) -> str:
        """Language (without script) of line ``index``: its own where it can be told, else the page's if the scripts agree."""
        known = self._languages.get(index)
        if known is None:
            line = self.lines.content(index)
            memory = self.memory
            known = memory.own_languages.get(line) or memory.languages.get(line)
            if known is None:
                known = self._own_language(line)
                if known is not None:
                    memory.own_languages[line] = known
                else:
                    known = memory.languages[line] = self._language_by_page(line)
            # By number as well: slicing and hashing a long line for each match in it would be quadratic.
            self._languages[index] = known
        return known

    def line_scripts(self, index: int) -> frozenset[str]:
        """The scripts that occur in line ``index``."""
        known = self._scripts.get(index)
        if known is None:
            known = self._scripts[index] = scripts(self.lines.content(index))
        return known

    def language_at(self, position: int) -> str:
        """Language (without script) of the line that holds ``position``."""
        return self.line_language(self.lines.at(position)) if self.text else "und"

    def detected(self, line: str) -> Language:
        """What :func:`shnorm.detect` says of a line; asked once in a run."""
        known = self.memory.detected.get(line)
        if known is None:
            from shnorm.language import detect

            known = self.memory.detected[line] = detect(line)
        return known

    def _own_language(self, line: str) -> str | None:
        """The language of ``line``, if what the caller said or the line itself decides it."""
        script = dominant(line)
        if script is None:
            return None
        if self.lang is not None and script in _SCRIPTS_OF.get(base_language(self.lang), ("Latin",)):
            return base_language(self.lang)
        if script == "Latin" and _plainly_english(line):
            return "en"
        from shnorm.language import surely_chinese

        if script == "Han" and surely_chinese(line):
            return "zh"
        own = self.detected(line)
        return base_language(own.code) if own.code != "und" and own.confidence >= SURE else None

    def _language_by_page(self, line: str) -> str:
        """The language of ``line``, which cannot be told by itself: the page's, if that is written in its script."""
        script, page = dominant(line), base_language(self.language)
        if script is None or script in _SCRIPTS_OF.get(page, ("Latin",)):
            return page
        return base_language(self.detected(line).code) if script in ("Han", "Hangul", "Hiragana", "Katakana") else "und"


def _plainly_english(line: str) -> bool:
    """Whether two different words of ``line`` are English and nothing else."""
    first = None
    for m in _ENGLISH.finditer(line):
        if first is None:
            first = m.group()
        elif m.group() != first:
            return True
    return False


# The scripts of the languages that are not written in Latin letters; a page language lends itself only to lines in its script.
_SCRIPTS_OF = {
    "zh": ("Han", "Bopomofo"), "ja": ("Han", "Hiragana", "Katakana"), "ko": ("Hangul", "Han"), "ru": ("Cyrillic",), "uk": ("Cyrillic",),
    "bg": ("Cyrillic",), "sr": ("Cyrillic", "Latin"), "mk": ("Cyrillic",), "be": ("Cyrillic",), "el": ("Greek",), "ar": ("Arabic",),
    "fa": ("Arabic",), "ur": ("Arabic",), "he": ("Hebrew",), "hi": ("Devanagari",), "mr": ("Devanagari",), "ne": ("Devanagari",),
    "bn": ("Bengali",), "ta": ("Tamil",), "te": ("Telugu",), "th": ("Thai",), "lo": ("Lao",), "km": ("Khmer",), "my": ("Myanmar",),
    "ka": ("Georgian",), "hy": ("Armenian",), "und": (), "mixed": (),
}  # fmt: skip


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Gate:
    """A condition on language, script and evidence; the empty gate is always open.

    ``langs``: codes without script, of the line where the rule matched (``zh`` holds every written Chinese).
    ``scripts``: at least one of them occurs in that line.  ``without``: none of these occurs in it.
    ``evidence``: least :func:`shnorm.translation_score` that the page showed when it came.
    ``page``: judge languages and scripts of the whole text instead of the line.
    """

    langs: frozenset[str] = frozenset()
    scripts: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    evidence: float = 0.0
    page: bool = False

    def __post_init__(self) -> None:
        for field in ("langs", "scripts", "without"):
            value: Iterable[str] = getattr(self, field)
            if isinstance(value, str):
                raise ConfigError(f"Gate({field}={value!r}) takes a set of strings; write {{{value!r}}}")
            object.__setattr__(self, field, frozenset(value))

    @property
    def open(self) -> bool:
        """Whether the gate never closes."""
        return not (self.langs or self.scripts or self.without or self.evidence)

    def passes(self, context: Context, position: int = 0) -> bool:
        """Whether a rule may act at ``position`` of ``context.text``.

        >>> Gate(langs={"en"}).passes(Context("Nothing is certain here, is it?", lang="en"))
        True
        """
        if self.open:
            return True
        if self.evidence and context.translated < self.evidence:
            return False
        if self.scripts or self.without:
            by_page = self.page or not context.text
            found = context.scripts if by_page else context.line_scripts(context.lines.at(position))
            if (self.scripts and not self.scripts & found) or self.without & found:
                return False
        if self.langs:
            lang = base_language(context.language) if self.page else context.language_at(position)
            return lang in self.langs
        return True

    def within(self, context: Context) -> Callable[[int], bool]:
        """:meth:`passes` for many positions of ``context.text``, each line asked once while they stay in it."""
        first, after, verdict = 0, -1, False

        def passes(position: int) -> bool:
            nonlocal first, after, verdict
            if not first <= position < after:
                verdict = self.passes(context, position)
                if context.text:
                    lines = context.lines
                    first, _, after = lines[lines.at(position)]
            return verdict

        return passes


#: The gate that is always open.
OPEN = Gate()
