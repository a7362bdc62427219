"""``Result``: a cleaned text with its account: every edit and removal, why it was made, and how to take it back."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from shnorm.align import Alignment, Change, compose
from shnorm.edits import Edit, splice
from shnorm.errors import ConfigError, UnknownNameError
from shnorm.rules import named
from shnorm.stage import Flag, Reason


class Step(NamedTuple):
    """One stage that changed something: the normalizer it belongs to, its own name, and its edits in the text it received."""

    normalizer: str
    stage: str
    edits: Sequence[Edit]


class Removal(NamedTuple):
    """Content taken out: ``text == original[start:end]`` (a line's own line end goes with it), why, and by which rule."""

    start: int
    end: int
    text: str
    category: str
    rule: str
    why: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class Result:
    """What :meth:`shnorm.Pipeline.run` answers.

    ``original`` and ``text``: before and after.  ``steps``: one for each stage that changed something, in order.
    ``lang``: BCP 47 code that the caller gave, or ``None``.  ``flags``: what was seen and not repaired, in offsets of ``original``.
    ``reasons``: for each rule that acted, why it exists.
    """

    original: str
    text: str
    steps: tuple[Step, ...] = ()
    lang: str | None = None
    flags: tuple[Flag, ...] = ()
    reasons: Mapping[str, Reason] = dataclasses.field(default_factory=dict)

    @property
    def changed(self) -> bool:
        """Whether the text differs from the original."""
        return self.text is not self.original and self.text != self.original

    @cached_property
    def alignment(self) -> Alignment:
        """Maps spans between ``original`` and ``text``, both ways."""
        return Alignment([step.edits for step in self.steps], len(self.original), len(self.text))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The regions in which ``original`` and ``text`` differ, each with the rules that made it so."""
        changes: list[Change] = []
        for step in self.steps:
            changes = compose(changes, step.edits)
        return tuple(changes)

    @cached_property
    def removals(self) -> tuple[Removal, ...]:
        """Content that was taken out, in offsets of ``original`` and in their order."""
        out: list[Removal] = []
        for i, step in enumerate(self.steps):
            taken = [edit for edit in step.edits if self._reason(edit.rule).category]
            if not taken:
                continue
            before = Alignment([s.edits for s in self.steps[:i]], len(self.original), _length_before(self, i))
            for edit in taken:
                start, end = before.to_original(edit.start, edit.end)
                why, category = self._reason(edit.rule)
                out.append(Removal(start, end, self.original[start:end], category or "", edit.rule, why))
        return tuple(sorted(out))

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many edits each rule made, the busiest first."""
        counter = Counter(edit.rule for step in self.steps for edit in step.edits)
        return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))

    def _reason(self, rule: str) -> Reason:
        return self.reasons.get(rule, Reason(""))

    def explain(self) -> str:
        """The account for people: one line for each edit, in the order in which they were made.

        Offsets are those of ``original``.
        """
        out: list[str] = []
        for i, step in enumerate(self.steps):
            before = Alignment([s.edits for s in self.steps[:i]], len(self.original), _length_before(self, i))
            for edit in step.edits:
                start, end = before.to_original(edit.start, edit.end)
                why, category = self._reason(edit.rule)
                old = _shown(self.original[start:end])
                what = f"removed {old}" if category else f"{old} -> {_shown(edit.new)}"
                out.append(f"{start}-{end}  {edit.rule}  {what}" + (f"  ({why})" if why else ""))
        out += [
            f"{f.start}-{f.end}  seen, not repaired: {f.kind}  {_shown(self.original[f.start : f.end])}  ({f.why})"
            for f in self.flags
        ]
        return "\n".join(out) if out else "nothing to do"

    def revert(self, *rules: str) -> str:
        """Take edits back: all of them, or those of ``rules`` (dotted names or prefixes) with every later edit that touches their result.

        Nothing is run again; all other edits stay.  Raises :class:`~shnorm.errors.UnknownNameError` for a rule that did not act.
        """
        if not rules:
            return self.original
        acted = self.counts
        for rule in rules:
            if not any(named(name, (rule,)) for name in acted):
                raise UnknownNameError("rule in this result", rule, acted)
        kept: list[tuple[int, int, str]] = []  # regions of the text so far, and what stands there in the reverted text
        for i, step in enumerate(self.steps):
            kept = _carry(kept, step.edits, rules, self._texts[i])
        pieces: list[str] = []
        position = 0
        for start, end, old in kept:
            pieces += (self.text[position:start], old)
            position = end
        return "".join([*pieces, self.text[position:]])

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        """The text that each step received."""
        texts = [self.original]
        for step in self.steps[:-1]:
            texts.append(splice(texts[-1], step.edits))
        return tuple(texts)

    def to_dict(self) -> dict[str, Any]:
        """The whole account as plain data; :meth:`from_dict` gives an equal ``Result`` back."""
        return {
            "original": self.original,
            "text": self.text,
            "lang": self.lang,
            "steps": [{"normalizer": s.normalizer, "stage": s.stage, "edits": [list(e) for e in s.edits]} for s in self.steps],
            "removals": [r._asdict() for r in self.removals],
            "flags": [f._asdict() for f in self.flags],
            "reasons": {rule: list(reason) for rule, reason in sorted(self.reasons.items())},
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Result:
        """Read what :meth:`to_dict` wrote (``removals`` are worked out anew)."""
        try:
            return cls(
                original=data["original"],
                text=data["text"],
                lang=data["lang"],
                steps=tuple(Step(s["normalizer"], s["stage"], tuple(Edit(*e) for e in s["edits"])) for s in data["steps"]),
                flags=tuple(Flag(**f) for f in data["flags"]),
                reasons={rule: Reason(*reason) for rule, reason in data["reasons"].items()},
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ConfigError(f"this is not the dictionary of a Result: {error!r}; write it with Result.to_dict()") from error

    def to_json(self) -> str:
        """:meth:`to_dict` as JSON (ASCII only, so that lone surrogates survive; where two of them make a pair, which JSON would read as
        one character, the string is cut in pieces)."""
        import json

        return json.dumps(_torn(self.to_dict()), ensure_ascii=True)

    @classmethod
    def from_json(cls, data: str) -> Result:
        """Read what :meth:`to_json` wrote; raises :class:`~shnorm.errors.ConfigError` for anything else."""
        import json

        try:
            read = json.loads(data)
        except (TypeError, ValueError) as error:
            raise ConfigError(f"this is not the JSON of a Result: {error}; write it with Result.to_json()") from error
        return cls.from_dict(_mended(read))

    def __eq__(self, other: object) -> bool:
        return self.to_dict() == other.to_dict() if isinstance(other, Result) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.original, self.text))

    def __getstate__(self) -> dict[str, Any]:
        return self.to_dict()

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update({f.name: getattr(Result.from_dict(state), f.name) for f in dataclasses.fields(self)})

    def __repr__(self) -> str:
        edits = sum(self.counts.values())
        return f"<Result: {edits} edits, {len(self.removals)} removals, {len(self.flags)} flags, text {_shown(self.text, 60)}>"

    def _repr_html_(self) -> str:
        """An inline difference for notebooks: escaped, no script, light and dark; each change names its rules on hover."""
        return f'{STYLE}<div class="shnorm">{diff_html(self)}</div>'


#: Style of the inline difference: tints over whatever the page has, since a notebook's theme is not that of the system.
STYLE = (
    "<style>.shnorm{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.6}.shnorm del,.shnorm ins{color:inherit;border-radius:.15em}"
    ".shnorm del{background:rgba(248,81,73,.28);text-decoration:line-through}.shnorm ins{background:rgba(46,160,67,.3);text-decoration:none}"
    ".shnorm del.removal{background:rgba(128,128,128,.2);opacity:.75}</style>"
)


def diff_html(result: Result) -> str:
    """The inline difference of ``result`` as HTML without a surrounding element; all text is escaped."""
    import html

    out, position = [], 0
    original, text = result.original, result.text
    for start, end, new_start, new_end, rules in result.changes:
        out.append(html.escape(original[position:start]))
        why = "; ".join(f"{rule}: {result._reason(rule).why}" if result._reason(rule).why else rule for rule in rules)
        title = html.escape(why, quote=True)
        removal = ' class="removal"' if any(result._reason(rule).category for rule in rules) else ""
        old, new = _visible(original[start:end]), _visible(text[new_start:new_end])
        if old:
            out.append(f'<del title="{title}"{removal}>{html.escape(old)}</del>')
        if new:
            out.append(f'<ins title="{title}">{html.escape(new)}</ins>')
        position = end
    out.append(html.escape(original[position:]))
    return "".join(out).encode("utf-8", "replace").decode("utf-8")


_HALVES = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")
_PIECES = "pieces"


def _torn(value: Any) -> Any:
    """Plain data with the strings that JSON would change cut between the halves of surrogate pairs."""
    if isinstance(value, str):
        return {_PIECES: _HALVES.split(value)} if _HALVES.search(value) else value
    if isinstance(value, dict):
        return {key: _torn(item) for key, item in value.items()}
    return [_torn(item) for item in value] if isinstance(value, list) else value


def _mended(value: Any) -> Any:
    """What :func:`_torn` was given."""
    if isinstance(value, dict):
        return "".join(value[_PIECES]) if value.keys() == {_PIECES} else {key: _mended(item) for key, item in value.items()}
    return [_mended(item) for item in value] if isinstance(value, list) else value


def _visible(text: str) -> str:
    """Blanks and line ends that would not be seen, marked."""
    return (
        "\N{OPEN BOX}" * len(text)
        if text and not text.strip(" \xa0")
        else text.replace("\n", "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}\n")
    )


def _shown(text: str, most: int = 80) -> str:
    return repr(text) if len(text) <= most else f"{text[: most // 2]!r}...{text[-most // 4 :]!r} ({len(text)} characters)"


def _length_before(result: Result, index: int) -> int:
    length = len(result.original)
    for step in result.steps[:index]:
        length += sum(len(e.new) - (e.end - e.start) for e in step.edits)
    return length


def _carry(
    kept: Sequence[tuple[int, int, str]], edits: Sequence[Edit], rules: Sequence[str], text: str
) -> list[tuple[int, int, str]]:
    """One stage of a revert: regions where the reverted text differs, carried over ``edits``, of which some are taken back.

    ``kept`` are regions of ``text``, which the stage received, each with what stands there in the reverted text; the answer
    speaks of the stage's result.  An edit is taken back if its rule is named or if it touches such a region.
    """
    taken = [named(edit.rule, rules) for edit in edits]
    k = 0
    for i, edit in enumerate(edits):
        while k < len(kept) and kept[k][1] < edit.start:
            k += 1
        taken[i] = taken[i] or (k < len(kept) and kept[k][0] <= edit.end)
    items = sorted([(e.start, e.end, i, -1) for i, e in enumerate(edits)] + [(a, b, -1, j) for j, (a, b, _) in enumerate(kept)])
    out: list[tuple[int, int, str]] = []
    group: list[int] = []  # kept regions of the open region
    start = end = -1
    opened = False
    shift = before = 0

    def close() -> None:
        pieces: list[str] = []
        position = start
        for j in group:
            a, b, old = kept[j]
            pieces += (text[position:a], old)
            position = b
        out.append((start + before, end + shift, "".join([*pieces, text[position:end]])))

    for a, b, i, j in items:
        if i >= 0 and not taken[i]:
            if opened:
                close()
            opened = False
        elif opened and a <= end:
            end = max(end, b)
        else:
            if opened:
                close()
            start, end, before, group, opened = a, b, shift, [], True
        if i >= 0:
            shift += len(edits[i].new) - (edits[i].end - edits[i].start)
        else:
            group.append(j)
    if opened:
        close()
    return out
