"""``Sieve``: rules whose hints are told by single characters, so that one look at a clean text proves that none of them applies.

Made for families whose hints hold characters that clean text hardly has: signs of markup, invisible characters, look-alikes.
It knows characters and hints; it must not know what any rule does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from shnorm.gate import Context
from shnorm.plain import may_hold
from shnorm.rules import Rule, RuleSet, named
from shnorm.script import EASTERN_LEADS, FAR_LEADS, absent, utf8

# Letters of prose, from common to rare; a hint is looked up by its rarest character, and what is not here is rarer still.
_COMMON = {ch: rank for rank, ch in enumerate(reversed(" etaoinshrdlcumwfgypbvk.,\n-SATICjxqz的一是在不了有和人这中大为上个国"))}

#: Whether a rule may have something to do in a text whose UTF-8 form has none of the given bytes (:func:`shnorm.script.absent`);
#: it may say yes in vain, never no in vain.
Test = Callable[[str, bytes], bool]


class Sieve(RuleSet):
    """A rule set that looks for one character of each hint, and for a hint only where its character occurs.

    ``tests``: by name of a rule, what has to hold besides, all of it; the way to spare a rule without hints a search.
    A test that several rules share is asked once.
    ``eastern``: names of the rules that do nothing in a text without characters from U+3000 on; ``foreign``: in one of ASCII;
    ``unusual``: in one that is plain (:mod:`shnorm.plain`).

    >>> amp = Rule(name="amp", why="encoded twice", pattern="&amp;amp;", new="&", hint="&amp;", examples=[("&amp;amp;", "&")],
    ...            keeps=["A&B"])
    >>> Sieve("demo", [amp]).candidates("A & B &amp;amp; C", Context("")), Sieve("demo", [amp]).candidates("A & B", Context(""))
    ([0], ())
    """

    def __init__(
        self,
        name: str,
        rules: Iterable[Rule],
        tests: Mapping[str, Sequence[Test]] | None = None,
        eastern: Collection[str] = (),
        foreign: Collection[str] = (),
        unusual: Collection[str] = (),
    ) -> None:
        super().__init__(name, rules)
        self.unusual = frozenset(unusual)
        self._given = dict(tests or {}), frozenset(eastern), frozenset(foreign), self.unusual
        self._tests = tuple(self._given[0].get(rule.name, ()) for rule in self.rules)
        self._western = frozenset(i for i, rule in enumerate(self.rules) if rule.name not in eastern)
        apart = {*eastern, *foreign}
        self._ascii_free = [i for i, rule in enumerate(self.rules) if not rule.hint and rule.name not in apart]
        self._free = [i for i, rule in enumerate(self.rules) if not rule.hint]
        keys: dict[str, list[tuple[int, str]]] = {}
        words: list[tuple[int, str]] = []
        for i, rule in enumerate(self.rules):
            for hint in rule.hint:
                key = min(hint, key=lambda ch: _COMMON.get(ch, -1))
                if key in _COMMON:
                    words.append((i, hint))
                else:
                    keys.setdefault(key, []).append((i, hint))
        self._keys, self._words = keys, words
        # What may have something to do in a plain text, by whether it is of ASCII.
        plain = [(i, rule) for i, rule in enumerate(self.rules) if rule.name not in unusual]
        hints = [(i, hint) for i, rule in plain for hint in rule.hint if may_hold(hint)]
        self._plain_hints = hints, [(i, hint) for i, hint in hints if hint.isascii() and i in self._western]
        self._plain_free = (
            [i for i, rule in plain if not rule.hint],
            [i for i in self._ascii_free if self.rules[i].name not in unusual],
        )
        self.idle_in_plain = tuple(not (found or free) for found, free in zip(self._plain_hints, self._plain_free, strict=True))
        self._ascii = "".join(filter(str.isascii, keys)).encode()
        wide = "".join(key for key in keys if not key.isascii())
        self._leads, self._tails = _grouped(wide)
        self._single = tuple(wide) if len(wide) <= _FEW else ()
        # A class that reaches beyond the BMP is many times slower than two.
        self._near = _search(re.sub("[\U00010000-\U0010ffff]+", "", wide))
        self._far = _search(re.sub("[\0-\uffff]+", "", wide))

    def only(self, *, disable: Sequence[str] = (), least: float = 0.0) -> RuleSet:
        kept = [r for r in self.rules if r.confidence >= least and not named(self.full_name(r), disable)]
        return self if len(kept) == len(self.rules) else Sieve(self.name, kept, *self._given)

    def candidates(self, text: str, context: Context) -> Sequence[int]:
        if context.plain and context.text is text:
            return self._in_plain(text)
        missing = context.absent if context.text is text else absent(utf8(text))
        signs: Iterable[str] = self._ascii.translate(None, missing).decode()
        here: Sequence[int] = self._ascii_free
        if not text.isascii():
            here = self._free
            # A search of a short text costs less than the question whether it can find anything.
            if (len(text) <= _SHORT or self._possible(missing)) and (wide := self._wide(text, missing)):
                signs = {*signs, *wide}
        if signs or self._words:
            found = set(here)
            for key in signs:
                for i, hint in self._keys[key]:
                    if i not in found and (len(hint) == 1 or hint in text):
                        found.add(i)
            for i, hint in self._words:
                if hint in text:
                    found.add(i)
            here = sorted(found)
        if not here:
            return ()
        if len(self._western) < len(self.rules) and not EASTERN_LEADS.translate(None, missing):
            here = [i for i in here if i in self._western]
        return self._tested(here, text, missing)

    def _in_plain(self, text: str) -> Sequence[int]:
        plain_ascii = text.isascii()
        here: Sequence[int] = self._plain_free[plain_ascii]
        found = [i for i, hint in self._plain_hints[plain_ascii] if hint in text]
        if found:
            here = sorted({*here, *found})
        return self._tested(here, text, FAR_LEADS) if here else ()  # it lacks more than these, but few tests ask for others

    def _tested(self, here: Sequence[int], text: str, missing: bytes) -> Sequence[int]:
        """Those of the rules whose tests hold."""
        known: dict[Test, bool] = {}
        return [i for i in here if not (tests := self._tests[i]) or _all(tests, text, missing, known)]

    def _possible(self, missing: bytes) -> bool:
        """Whether a text without the bytes ``missing`` may hold a key that is not ASCII."""
        for lead in self._leads.translate(None, missing):
            for second, last in self._tails[lead]:
                if last.translate(None, missing) and second not in missing:
                    return True
        return False

    def _wide(self, text: str, missing: bytes) -> Collection[str]:
        """The keys beyond ASCII that occur in ``text``."""
        if self._single and len(text) > _SHORT:
            return [key for key in self._single if key in text]
        found: Collection[str] = ()
        if self._near is not None and self._near.search(text) is not None:
            found = set(self._near.findall(text))
        if self._far is not None and FAR_LEADS.translate(None, missing):
            found = {*found, *self._far.findall(text)}
        return found


def _all(tests: Sequence[Test], text: str, missing: bytes, known: dict[Test, bool]) -> bool:
    for test in tests:
        if test not in known:
            known[test] = test(text, missing)
        if not known[test]:
            return False
    return True


#: So many characters are asked for one by one: each takes a fortieth of the time of a class.
_FEW = 24
#: So many code points are short.
_SHORT = 120


def _search(chars: str) -> re.Pattern[str] | None:
    return re.compile(f"[{re.escape(chars)}]") if chars else None


def _grouped(chars: str) -> tuple[bytes, dict[int, list[tuple[int, bytes]]]]:
    """The first bytes of ``chars``, none of them ASCII, and by them the second bytes, each with all last ones that go with it."""
    tails: dict[int, dict[int, set[int]]] = {}
    for ch in chars:
        code = ch.encode()
        tails.setdefault(code[0], {}).setdefault(code[1], set()).add(code[-1])
    return bytes(tails), {lead: [(second, bytes(last)) for second, last in found.items()] for lead, found in tails.items()}
