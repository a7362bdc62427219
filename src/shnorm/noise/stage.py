"""``StripNoise`` takes out what ``classify`` finds; the guard against stripping a page bare is here, and so are blank lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from shnorm.edits import Edit
from shnorm.errors import ConfigError, UnknownNameError, require_text
from shnorm.gate import Context
from shnorm.lines import Lines
from shnorm.noise.categories import CATEGORIES, all_rules
from shnorm.noise.categories.duplicate import SITE_TEMPLATE
from shnorm.noise.engine import Judge
from shnorm.noise.model import NoiseModel
from shnorm.noise.rule import NoiseRule
from shnorm.noise.screen import Known
from shnorm.noise.verdict import Verdict
from shnorm.rules import check_disable, named
from shnorm.stage import Flag, Reason

#: Verdicts at least this sure are carried out even where ``max_share`` is exceeded.
CERTAIN = 0.97
# Of longer texts nothing is kept for the next pass: it would take several times their size.
_KEPT = 1 << 18
# How much of a page is measured at a time.
_PIECE = 1000


def classify(text: str, *, model: NoiseModel | None = None) -> list[Verdict]:
    """The noise in ``text``, judged and not removed: whole lines (without their line ends) and spans inside good lines, in order.

    ``model``: what a :class:`NoiseModel` learnt of the site.  Offsets are half-open and in code points of ``text``.

    >>> [(v.category, v.rule) for v in classify("分享到：微博 微信\\n入夏以来，全县已经连续二十天没有下雨。")]
    [('share_social', 'noise.share-social.share-call')]
    """
    return noise_stage(model=model).judged(Lines(require_text(text)))


class NoiseStage:
    """The stage behind ``StripNoise``: verdicts of the enabled rules, turned into edits."""

    name = "noise"

    def __init__(self, rules: Sequence[NoiseRule], max_share: float, model: NoiseModel | None) -> None:
        self.rules = tuple(rules)
        self._max_share = max_share
        self._judge = Judge(self.rules, model)

    def full_name(self, rule: NoiseRule) -> str:
        """The dotted public name of ``rule``."""
        return rule.dotted

    def reason(self, rule: str) -> Reason:
        """Why the rule of a dotted name exists, and its category."""
        for own in (*self.rules, *all_rules(), SITE_TEMPLATE):
            if own.dotted == rule:
                return Reason(own.why, own.category)
        return Reason("")

    def judged(self, lines: Lines) -> list[Verdict]:
        """All verdicts on the text of ``lines``, before the guard."""
        return self._judge.verdicts(lines)

    def _known(self, text: str, context: Context) -> list[Verdict]:
        """All verdicts on the text of a context, worked out once."""
        known: tuple[Judge, list[Verdict]] | None = context.__dict__.get("_noise")
        if known is None or known[0] is not self._judge or context.text is not text:
            memory = context.memory.__dict__
            told: tuple[Judge, Known] | None = memory.get("_noise")
            if told is None or told[0] is not self._judge or len(text) > _KEPT:
                told = self._judge, Known()
                if len(text) <= _KEPT:
                    memory["_noise"] = told
            known = context.__dict__["_noise"] = self._judge, self._judge.verdicts(context.lines, told[1])
        return known[1]

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        verdicts = self._known(text, context) if text else ()
        if not verdicts:
            return ()
        kept, _ = guard(text, verdicts, self._max_share)
        return removals(context.lines, [v for v in kept if not context.protected.user(v.start, v.end)])

    def flags(self, text: str, context: Context) -> Sequence[Flag]:
        """A page of which too much looks like noise is flagged."""
        verdicts = self._known(text, context)
        _, held = guard(text, verdicts, self._max_share)
        if not held:
            return ()
        return [
            Flag(
                0,
                len(text),
                "mostly-noise",
                f"more than {self._max_share:.0%} of the page looks like noise; only certain lines were removed",
            )
        ]


def guard(text: str, verdicts: Sequence[Verdict], most: float) -> tuple[list[Verdict], list[Verdict]]:
    """Verdicts to carry out, and those held back because they would take more than the share ``most`` of what the certain ones leave.

    The share is one of what is left without the certain lines, so that the answer is the same when those are gone.
    """
    sure = [v for v in verdicts if v.confidence >= CERTAIN]
    rest = [v for v in verdicts if v.confidence < CERTAIN]
    if not rest:
        return sure, []
    left = -sum(_size(text[v.start : v.end]) for v in sure)
    gone = sum(_size(text[v.start : v.end]) for v in rest)
    for start in range(0, len(text), _PIECE):
        left += _size(text[start : start + _PIECE])
        if left >= 0 and gone <= most * left:
            # As a rule the beginning of a page outweighs what would go.
            return sorted([*sure, *rest]), []
    return sure, rest


def _size(text: str) -> int:
    return sum(map(len, text.split()))


def removals(lines: Lines, verdicts: Sequence[Verdict]) -> list[Edit]:
    """Edits that take ``verdicts`` out: a line with its line end, and runs of blank lines beside it closed to one."""
    edits: list[Edit] = []
    gone: dict[int, str] = {}
    for v in verdicts:
        place = lines.at(v.start)
        line = lines[place]
        if v.start == line.start and v.end == line.end:
            gone[place] = v.rule
        else:
            edits.append(Edit(v.start, v.end, "", v.rule))
    n = len(lines)
    i = 0
    while i < n:
        if i not in gone:
            i += 1
            continue
        first = i
        while first > 0 and _blank(lines, first - 1):
            first -= 1
        last = i
        while last + 1 < n and (last + 1 in gone or _blank(lines, last + 1)):
            last += 1
        blank_kept = False
        rule = gone[i]
        for j in range(first, last + 1):
            line = lines[j]
            if j in gone:
                rule = gone[j]
                edits.append(Edit(line.start, line.next, "", rule))
            elif blank_kept:
                edits.append(Edit(line.start, line.next, "", rule))
            else:
                blank_kept = True
        i = last + 1
    return sorted(edits)


def _blank(lines: Lines, place: int) -> bool:
    content = lines.content(place)
    return not content or content.isspace()


def noise_stage(
    categories: tuple[str, ...] = (),
    keep: tuple[str, ...] = (),
    max_share: float = 0.8,
    model: NoiseModel | None = None,
    disable: tuple[str, ...] = (),
) -> NoiseStage:
    """The stage for the options of :class:`shnorm.StripNoise`; see there for what they mean and which errors they raise."""
    for names in (categories, keep, disable):
        if isinstance(names, str):
            raise ConfigError(f"StripNoise takes tuples of names, not one string; write ({names!r},)")
    if model is not None and not isinstance(model, NoiseModel):
        raise ConfigError(f"StripNoise(model={model!r}) takes a NoiseModel, for example NoiseModel.fit(pages)")
    if not 0.0 <= max_share <= 1.0:
        raise ConfigError(f"StripNoise(max_share={max_share!r}) is not within 0..1")
    chosen = tuple(categories), tuple(keep), tuple(disable)
    return _stage(*chosen, max_share) if model is None else NoiseStage(_chosen(*chosen), max_share, model)


@lru_cache(maxsize=64)
def _stage(categories: tuple[str, ...], keep: tuple[str, ...], disable: tuple[str, ...], max_share: float) -> NoiseStage:
    # What a judge works out of its rules costs more than a page.
    return NoiseStage(_chosen(categories, keep, disable), max_share, None)


@lru_cache(maxsize=64)
def _chosen(categories: tuple[str, ...], keep: tuple[str, ...], disable: tuple[str, ...]) -> tuple[NoiseRule, ...]:
    known = [category.name for category in CATEGORIES.get()]
    for name in (*categories, *keep):
        if name not in known:
            raise UnknownNameError("noise category", name, known)
    rules = all_rules()
    if disable:
        check_disable(disable, [rule.dotted for rule in rules])
    return tuple(
        rule
        for rule in rules
        if (not categories or rule.category in categories) and rule.category not in keep and not named(rule.dotted, disable)
    )
