"""Rules as data: a pattern (or a finder) with its reason, examples and near misses, and the engine that turns rules into edits.

A rule cannot be declared without why, an example and a near miss; the project's tests are generated from the declarations.
The engine's order is: the literals that occur, the pattern, the gate, the protected spans.  Clean text stops at the first.
"""

from __future__ import annotations

import dataclasses
import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Union

from shnorm.edits import Edit, resolve, trim
from shnorm.errors import RuleError, UnknownNameError
from shnorm.gate import OPEN, Context, Gate
from shnorm.literals import Literals
from shnorm.protect import KINDS
from shnorm.stage import Reason

#: A match of either engine.
Match = Any
#: What a rule puts in place of a match: a template (``\\1`` refers to groups) or a function that may decline with ``None``.
Replacement = Union[str, Callable[[Match, Context], Union[str, None]]]  # noqa: UP007  # Python 3.10 evaluates it
#: A finder gives ``(start, end, new)`` for each place where its rule wants to act, in code points of the text.
Finder = Callable[[str, Context], Iterable[tuple[int, int, str]]]

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*")
# What only the regex module can read (re of Python 3.10): Unicode properties, possessive and atomic groups, graphemes.
_ONLY_REGEX = re.compile(r"\\[pPX]|\(\?>|[*+?}]\+|\(\?\||\\[mM]|--|&&|\(\?[a-z]*V1")

#: Hints that nearly every text holds many times: asking for one alone is cheaper than collecting all of its places.
FREQUENT = frozenset(" \n,.，。、")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Rule:
    """One fact about damage or noise, and what to do.

    ``name``: kebab-case, unique in its set; edits carry ``<set>.<name>``.  ``why``: the reason, one line.
    ``pattern`` and ``new``, or ``find``: what is replaced by what.  Patterns are compiled on first use, by ``re`` or, where
    they need it, by ``regex``.
    ``hint``: a literal, or several of which one must occur, tested before anything else; a rule without one always searches.
    ``gate``: where it may act.  ``inside``: kinds of protected span (:data:`shnorm.protect.KINDS`) that it may edit.
    ``examples``: pairs of a text and what the rule makes of it.  ``keeps``: texts that look alike and stay as they are.
    ``confidence``: how sure the repair is, 0..1; steps with levels choose by it.
    ``category``: set if the rule takes lines out; its edits are then listed in ``Result.removals``.
    ``lang``: the language in which the examples and keeps stand, where ``gate.langs`` names none or several.
    ``source``: where the phenomenon was seen.

    Raises :class:`~shnorm.errors.RuleError` for what is missing.
    """

    name: str
    why: str
    examples: Sequence[tuple[str, str]]
    keeps: Sequence[str]
    pattern: str | None = None
    new: Replacement = ""
    find: Finder | None = None
    hint: str | Sequence[str] = ()
    gate: Gate = OPEN
    inside: frozenset[str] = frozenset()
    confidence: float = 1.0
    category: str | None = None
    lang: str | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise RuleError(f"rule name {self.name!r} is not kebab-case, for example 'doubled-full-stop'")
        if not self.why.strip():
            raise RuleError(f"rule {self.name}: say why it exists")
        if not self.examples:
            raise RuleError(f"rule {self.name}: give at least one example, a pair of a text and its repair")
        if not all(isinstance(pair, (tuple, list)) and len(pair) == 2 for pair in self.examples):
            raise RuleError(f"rule {self.name}: examples= takes a list of pairs, [(text, repaired text)]")
        if not self.keeps:
            raise RuleError(f"rule {self.name}: give at least one near miss that it leaves alone (keeps=)")
        if isinstance(self.keeps, str):
            raise RuleError(f"rule {self.name}: keeps= takes a sequence of texts, not one string; write [{self.keeps!r}]")
        if (self.pattern is None) == (self.find is None):
            raise RuleError(f"rule {self.name}: give either pattern= (with new=) or find=")
        if not isinstance(self.gate, Gate):
            raise RuleError(f"rule {self.name}: gate={self.gate!r} is no Gate; write for example gate=Gate(langs={{'en'}})")
        if not 0.0 <= self.confidence <= 1.0:
            raise RuleError(f"rule {self.name}: confidence={self.confidence} is not within 0..1")
        hints = (self.hint,) if isinstance(self.hint, str) else tuple(self.hint)
        if any(not hint for hint in hints):
            raise RuleError(f"rule {self.name}: an empty hint would match everything; leave hint= out")
        object.__setattr__(self, "hint", hints)
        object.__setattr__(self, "examples", tuple(self.examples))
        object.__setattr__(self, "keeps", tuple(self.keeps))
        strangers = {self.inside} if isinstance(self.inside, str) else set(self.inside).difference(KINDS)
        if strangers:
            raise RuleError(f"rule {self.name}: inside={self.inside!r} is not a set of kinds out of {', '.join(KINDS)}")
        object.__setattr__(self, "inside", frozenset(self.inside))

    @cached_property
    def compiled(self) -> Any:
        """The compiled pattern; raises :class:`~shnorm.errors.RuleError` if it is faulty."""
        assert self.pattern is not None
        engine: Any = importlib.import_module("regex" if _ONLY_REGEX.search(self.pattern) else "re")
        try:
            return engine.compile(self.pattern)
        except (re.error, engine.error) as error:
            raise RuleError(f"rule {self.name}: {error} in pattern {self.pattern!r}") from error

    def search(self, text: str, context: Context) -> Iterable[tuple[int, int, str]]:
        """Places where the rule wants to act, before gate and protection: ``(start, end, new)`` in code points of ``text``."""
        return self._replaced(text, context) if self.find is None else self.find(text, context)

    def _replaced(self, text: str, context: Context) -> Iterator[tuple[int, int, str]]:
        new = self.new
        for m in self.compiled.finditer(text):
            if isinstance(new, str):
                put = m.expand(new) if "\\" in new else new
            else:
                made = new(m, context)
                if made is None:
                    continue
                put = made
            yield m.start(), m.end(), put

    @property
    def example_language(self) -> str | None:
        """The language to assume for the examples and keeps."""
        if self.lang is not None:
            return self.lang
        return next(iter(self.gate.langs)) if len(self.gate.langs) == 1 else None


class RuleSet:
    """Rules of one family, tried together on one text: a stage.

    Where two rules want overlapping places, the one declared first wins; the other may act in the next pass.
    ``name`` is the family (``translation.dates``); edits carry ``<name>.<rule>``.

    >>> stops = RuleSet("demo", [Rule(name="doubled-stop", why="one too many", pattern=r"\\.\\s\\.(?=\\s|$)", new=".",
    ...                               hint=". .", examples=[("a. .", "a.")], keeps=["v1. .5"])])
    >>> stops.edits("It ends. . Here", Context("It ends. . Here"))
    [Edit(start=8, end=10, new='', rule='demo.doubled-stop')]
    """

    #: Whether no rule has anything to do in a plain text (:mod:`shnorm.plain`): in any, and in one of ASCII.
    idle_in_plain: Sequence[bool] = (False, False)

    def __init__(self, name: str, rules: Iterable[Rule]) -> None:
        if not _NAME.fullmatch(name):
            raise RuleError(f"rule set name {name!r} is not dotted kebab-case, for example 'translation.dates'")
        self.name = name
        self.rules = tuple(rules)
        seen: set[str] = set()
        for rule in self.rules:
            if rule.name in seen:
                raise RuleError(f"two rules of {name} are called {rule.name!r}")
            seen.add(rule.name)
        self._names = tuple(f"{name}.{rule.name}" for rule in self.rules)
        self._always = tuple(i for i, rule in enumerate(self.rules) if not rule.hint)
        hinted: dict[str, list[int]] = {}
        for i, rule in enumerate(self.rules):
            for hint in rule.hint:
                hinted.setdefault(hint, []).append(i)
        self._by_hint = hinted
        self._frequent = tuple(hint for hint in hinted if hint in FREQUENT)
        self._literals = Literals(hint for hint in hinted if hint not in FREQUENT)

    def __repr__(self) -> str:
        return f"RuleSet({self.name!r}, {len(self.rules)} rules)"

    def full_name(self, rule: Rule) -> str:
        """The dotted public name of ``rule``."""
        return f"{self.name}.{rule.name}"

    def only(self, *, disable: Sequence[str] = (), least: float = 0.0) -> RuleSet:
        """The set without the rules named in ``disable`` (dotted names or prefixes) and without those less sure than ``least``."""
        kept = [r for r in self.rules if r.confidence >= least and not named(self.full_name(r), disable)]
        return self if len(kept) == len(self.rules) else RuleSet(self.name, kept)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        """Indices of the rules that can have anything to do, in order."""
        hits = self._literals.found(text)
        common = [hint for hint in self._frequent if hint in text]
        if not hits and not common:
            return self._always
        return sorted({*self._always, *(i for hint in (*hits, *common) for i in self._by_hint[hint])})

    def reason(self, rule: str) -> Reason:
        """Why the rule of that dotted name exists; raises :class:`~shnorm.errors.UnknownNameError` for a stranger."""
        for own in self.rules:
            if self.full_name(own) == rule:
                return Reason(own.why, own.category)
        raise UnknownNameError("rule", rule, map(self.full_name, self.rules))

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        """The edits of all rules, sorted and disjoint."""
        if (
            context.plain
            and context.text is text
            and (self.idle_in_plain[text.isascii()] or not (text or self._always))  # no hint occurs in nothing
        ):
            return ()
        candidates = self.candidates(text, context)
        if not candidates:
            return ()
        out: list[Edit] = []
        for i in candidates:
            rule, name = self.rules[i], self._names[i]
            gate = None if rule.gate.open else rule.gate.within(context)
            inside = rule.inside
            for start, end, new in rule.search(text, context):
                if start == end:
                    if not new:
                        continue
                elif new and (text[start] == new[0] or text[end - 1] == new[-1]):
                    start, end, new = trim(text, start, end, new)
                    if start == end and not new:
                        continue
                if (gate is None or gate(start)) and not context.protected.overlaps(start, end, inside):
                    out.append(Edit(start, end, new, name))
        return resolve(out)


def named(name: str, wanted: Sequence[str]) -> bool:
    """Whether a dotted rule name is among ``wanted``, whole or by a dotted prefix.

    >>> named("noise.copyright.rights-line", ["noise.copyright"]), named("noise.copyrights.x", ["noise.copyright"])
    (True, False)
    """
    return any(name == w or name.startswith(w + ".") for w in wanted)


def check_disable(disable: Sequence[str], known: Iterable[str]) -> None:
    """Raise :class:`~shnorm.errors.UnknownNameError` for a name in ``disable`` that is no rule and no prefix of one."""
    known = tuple(known)
    for name in disable:
        if not any(named(rule, (name,)) for rule in known):
            raise UnknownNameError("rule", name, known)
