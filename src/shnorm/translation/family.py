"""``Family``: a set of rules that shares cheap tests, so that a clean text pays for a handful of searches and no more.

It knows how rules are kept from running; it must not know what any rule repairs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from shnorm.gate import Context
from shnorm.literals import Literals
from shnorm.rules import Rule, RuleSet, named
from shnorm.stage import Flag
from shnorm.translation.tokens import HAN, signs

#: Which rules of a file a text can hold anything for, by their names without the file's.
Trigger = Callable[[str, Context], Collection[str]]
#: Hints of fewer code points are asked for one by one.
SHORT = 2
#: What a file sees and leaves alone.
Watcher = Callable[[str, Context], Iterable[Flag]]


def members(family: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """``rules`` with the name of their file put before their own: ``month-day`` of ``dates`` becomes ``dates.month-day``."""
    return tuple(dataclasses.replace(rule, name=f"{family}.{rule.name}") for rule in rules)


class Family(RuleSet):
    """Rules of several files in one stage.  ``triggers``: by file, a test of the whole text that tells which of its rules to try;
    the rules of a file without one are tried where one of their hints occurs.  ``screen``: names the files whose triggers are to be
    asked at all; it may name one in vain, never leave one out in vain.

    One stage, since making ready for a stage costs more than all rules of it on a clean text.
    """

    def __init__(
        self,
        name: str,
        rules: Iterable[Rule],
        triggers: Mapping[str, Trigger] | None = None,
        watchers: Sequence[Watcher] = (),
        screen: Trigger | None = None,
    ) -> None:
        super().__init__(name, rules)
        self._screen = screen
        self._triggers = dict(triggers or {})
        self._watchers = tuple(watchers)
        files: dict[str, dict[str, int]] = {}
        for i, rule in enumerate(self.rules):
            file, _, own = rule.name.partition(".")
            files.setdefault(file, {})[own] = i
        self._files = {file: (self._triggers[file], indices) for file, indices in files.items() if file in self._triggers}
        free = [i for file, own in files.items() if file not in self._triggers for i in own.values()]
        self._free = tuple(free)
        hints = dict.fromkeys(hint for i in free for hint in self.rules[i].hint)
        self._short = tuple(hint for hint in hints if len(hint) < SHORT)
        # The hints of the files without a trigger; those of other files are asked for once the trigger lets their rule pass.
        self._literals = Literals(hint for hint in hints if len(hint) >= SHORT)
        self._han = all("\u4000" <= ch <= "\u9fff" for hint in hints for ch in hint)

    def only(self, *, disable: Sequence[str] = (), least: float = 0.0) -> Family:
        kept = [r for r in self.rules if r.confidence >= least and not named(self.full_name(r), disable)]
        return self if len(kept) == len(self.rules) else Family(self.name, kept, self._triggers, self._watchers, self._screen)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        if not text:
            return ()
        found: list[int] = []
        for file in self._files if self._screen is None else self._screen(text, context):
            if file in self._files:
                trigger, indices = self._files[file]
                found += [indices[own] for own in trigger(text, context) if own in indices and self._hinted(indices[own], text)]
        if self._free and not (self._han and HAN not in signs(text, context)):
            hits = {hint for hint in self._short if hint in text} | self._literals.found(text)
            if hits:
                found += [i for i in self._free if not hits.isdisjoint(self.rules[i].hint)]
        if len(found) > 1:
            found.sort()
        return found

    def _hinted(self, i: int, text: str) -> bool:
        hints = self.rules[i].hint
        return not hints or any(hint in text for hint in hints)

    def flags(self, text: str, context: Context) -> Sequence[Flag]:
        """What was seen and deliberately left alone, in offsets of ``text``."""
        return sorted({flag for watcher in self._watchers for flag in watcher(text, context)})
