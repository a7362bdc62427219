"""``Family``: a set of rules that shares cheap tests, so that a clean text pays for a handful of searches and no more.

It knows how rules are kept from running; it must not know what any rule repairs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence

from shnorm.gate import Context
from shnorm.rules import Rule, RuleSet, named
from shnorm.stage import Flag

#: Whether a text can hold anything for the rules of a file.
Trigger = Callable[[str, Context], bool]
#: What a file sees and leaves alone.
Watcher = Callable[[str, Context], Iterable[Flag]]


def members(family: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """``rules`` with the name of their file put before their own: ``month-day`` of ``dates`` becomes ``dates.month-day``."""
    return tuple(dataclasses.replace(rule, name=f"{family}.{rule.name}") for rule in rules)


class Family(RuleSet):
    """Rules of several files in one stage.  ``triggers``: by file, a test of the whole text that must hold before its rules are tried.

    One stage, since making ready for a stage costs more than all rules of it on a clean text.
    """

    def __init__(
        self, name: str, rules: Iterable[Rule], triggers: Mapping[str, Trigger] | None = None, watchers: Sequence[Watcher] = ()
    ) -> None:
        super().__init__(name, rules)
        self._triggers = dict(triggers or {})
        self._watchers = tuple(watchers)
        groups: dict[str, list[int]] = {}
        for i, rule in enumerate(self.rules):
            groups.setdefault(rule.name.split(".")[0], []).append(i)
        self._groups = [(self._triggers.get(group), tuple(indices)) for group, indices in groups.items()]

    def only(self, *, disable: Sequence[str] = (), least: float = 0.0) -> Family:
        kept = [r for r in self.rules if r.confidence >= least and not named(self.full_name(r), disable)]
        return self if len(kept) == len(self.rules) else Family(self.name, kept, self._triggers, self._watchers)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        found: list[int] = []
        for trigger, indices in self._groups:
            if trigger is None or trigger(text, context):
                for i in indices:
                    hints = self.rules[i].hint
                    if not hints or any(hint in text for hint in hints):
                        found.append(i)
        return found

    def flags(self, text: str, context: Context) -> Sequence[Flag]:
        """What was seen and deliberately left alone, in offsets of ``text``."""
        return sorted({flag for watcher in self._watchers for flag in watcher(text, context)})
