"""``Family``: a set of rules that shares cheap tests, so that a clean text pays for a handful of searches and no more.

It knows how rules are kept from running; it must not know what any rule repairs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Union

from shnorm.gate import Context
from shnorm.rules import Rule, RuleSet, named
from shnorm.stage import Flag

#: Which rules of a file a text can hold anything for: all or none of them, or those named (without the file's name).
Trigger = Callable[[str, Context], Union[bool, Collection[str]]]  # noqa: UP007  # Python 3.10 evaluates it
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
        self._short = tuple(rule.name.partition(".")[2] for rule in self.rules)
        # A rule with many hints is asked for by the characters that occur; most of its hints are then never searched.
        self._keyed = {i: _keys(rule.hint) for i, rule in enumerate(self.rules) if len(rule.hint) > 12}

    def only(self, *, disable: Sequence[str] = (), least: float = 0.0) -> Family:
        kept = [r for r in self.rules if r.confidence >= least and not named(self.full_name(r), disable)]
        return self if len(kept) == len(self.rules) else Family(self.name, kept, self._triggers, self._watchers)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        found: list[int] = []
        for trigger, indices in self._groups:
            wanted = trigger(text, context) if trigger is not None else True
            if not wanted:
                continue
            for i in indices:
                if (wanted is True or (not isinstance(wanted, bool) and self._short[i] in wanted)) and self._hinted(
                    i, text, context
                ):
                    found.append(i)
        return found

    def _hinted(self, i: int, text: str, context: Context) -> bool:
        keyed = self._keyed.get(i)
        if keyed is not None:
            return any(hint in text for ch in context.chars & keyed.keys() for hint in keyed[ch])
        hints = self.rules[i].hint
        return not hints or any(hint in text for hint in hints)

    def flags(self, text: str, context: Context) -> Sequence[Flag]:
        """What was seen and deliberately left alone, in offsets of ``text``."""
        return sorted({flag for watcher in self._watchers for flag in watcher(text, context)})


def _keys(hints: Iterable[str]) -> dict[str, list[str]]:
    """Hints by a character of each: the last, since in Latin hints that is a blank or a letter and in Chinese ones a rare character."""
    keys: dict[str, list[str]] = {}
    for hint in hints:
        keys.setdefault(hint[-1], []).append(hint)
    return keys
