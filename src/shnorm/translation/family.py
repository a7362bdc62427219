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

#: Which rules of a file a text can hold anything for, by their names without the file's.
Trigger = Callable[[str, Context], Collection[str]]
#: What a file sees and leaves alone.
Watcher = Callable[[str, Context], Iterable[Flag]]


def members(family: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """``rules`` with the name of their file put before their own: ``month-day`` of ``dates`` becomes ``dates.month-day``."""
    return tuple(dataclasses.replace(rule, name=f"{family}.{rule.name}") for rule in rules)


class Family(RuleSet):
    """Rules of several files in one stage.  ``triggers``: by file, a test of the whole text that tells which of its rules to try;
    the rules of a file without one are tried where one of their hints occurs.

    One stage, since making ready for a stage costs more than all rules of it on a clean text.
    """

    def __init__(
        self, name: str, rules: Iterable[Rule], triggers: Mapping[str, Trigger] | None = None, watchers: Sequence[Watcher] = ()
    ) -> None:
        super().__init__(name, rules)
        self._triggers = dict(triggers or {})
        self._watchers = tuple(watchers)
        files: dict[str, dict[str, int]] = {}
        for i, rule in enumerate(self.rules):
            file, _, own = rule.name.partition(".")
            files.setdefault(file, {})[own] = i
        self._files = [(self._triggers[file], indices) for file, indices in files.items() if file in self._triggers]
        #: The hints of the files without a trigger; those of other files are asked for once the trigger lets their rule pass.
        self.literals = Literals(hint for file, own in files.items() if file not in self._triggers for hint in self._hints(own))
        self._foreign = all(not hint.isascii() for hint in self.literals.words)
        self._free = tuple(i for file, own in files.items() if file not in self._triggers for i in own.values())

    def _hints(self, indices: Mapping[str, int]) -> list[str]:
        return [hint for i in indices.values() for hint in self.rules[i].hint]

    def only(self, *, disable: Sequence[str] = (), least: float = 0.0) -> Family:
        kept = [r for r in self.rules if r.confidence >= least and not named(self.full_name(r), disable)]
        return self if len(kept) == len(self.rules) else Family(self.name, kept, self._triggers, self._watchers)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        found: list[int] = []
        for trigger, indices in self._files:
            wanted = trigger(text, context)
            if wanted:
                for own in wanted:
                    i = indices.get(own)
                    if i is not None and self._hinted(i, text):
                        found.append(i)
        if self._free and not (self._foreign and text.isascii()):
            hits = context.found(self.literals)
            found += [i for i in self._free if not self.rules[i].hint or not hits.isdisjoint(self.rules[i].hint)]
        if len(found) > 1:
            found.sort()
        return found

    def _hinted(self, i: int, text: str) -> bool:
        hints = self.rules[i].hint
        return not hints or any(hint in text for hint in hints)

    def flags(self, text: str, context: Context) -> Sequence[Flag]:
        """What was seen and deliberately left alone, in offsets of ``text``."""
        return sorted({flag for watcher in self._watchers for flag in watcher(text, context)})
