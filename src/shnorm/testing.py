"""Strategies and conformance checks for authors of steps and rules; needs ``hypothesis`` (``pip install 'shnorm[testing]'``).

The project's own tests use nothing else.  A check returns nothing if its law holds and raises ``AssertionError`` saying which
text breaks which law.

>>> from hypothesis import given
>>> @given(texts())
... def test_my_step_keeps_the_laws(text):
...     check_laws(NormalizeSpacing(), text)
>>> from shnorm import NormalizeSpacing
>>> test_my_step_keeps_the_laws()  # doctest: +SKIP
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Sequence
from typing import Any

from shnorm import edits as _edits
from shnorm import registry
from shnorm.edits import Edit
from shnorm.errors import MissingExtraError
from shnorm.gate import Context, Memory
from shnorm.noise.lexicon import load
from shnorm.noise.rule import NoiseRule
from shnorm.pipeline import Pipeline, rule_names
from shnorm.presets import preset
from shnorm.protect import KINDS
from shnorm.result import Result
from shnorm.rules import Rule, RuleSet
from shnorm.spans import Spans
from shnorm.stage import Normalizer, Stage

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError as error:
    raise MissingExtraError("hypothesis", "testing") from error

#: Fragments of real damage, noise and neighbours of both, from which :func:`texts` builds soup.
FRAGMENTS: tuple[str, ...] = (
    "The machine turns", " , ", " .", ". .", "。", "，", "、", "“", "”", '"', "‘", "’", "'", "「", "」", "《", "》",
    "（", "）", "(", ")", "[", "]", "5 month 3 Japan", "380 Left and right", "10000 A laptop", "4 month 23 since , ",
    "20 18", "the the", "atte ntion", "intheenterprises", "上海", "臺灣", "后面", "裏", "著", "乾", "范圍", "記者",
    "電", "言語", "日本の", "カタカナ", "한국어", "й", "é", "e\u0301", "ﬁ", "Ａ１", "①", "㎡", "â€™", "Ã©", "鈥檚",
    "閿欒", "锟斤拷", "\ufffd", "ï»¿", "\u00a0", "\u3000", "\u200b", "\u200d", "\u202e", "\ufeff", "\u00ad", "\x00",
    "\x1b[31m", "\u2028", "\x85", "\x0c", "\ud800", "\udfff", "\U0001f469\u200d\U0001f4bb", "❤\ufe0f", "⼈", "豈",
    "\ue000", "\U000323af", "&nbsp;", "&amp;amp;", "&lt;p&gt;", "<br/>", "#xff1a;", "\\n", "https://a.org/x?y=1,2",
    "a@b.cn", "C:\\x\\y.txt", "`x ; y`", "v1.2.3", "2020-01-02", "12:30", "3.14", "1,000", "100%", "…", "——", "...",
    "?", "？", "!", "！", ":", "：", ";", "；", "\n", "\r\n", "\r", "\n\n", "\t", " ", "  ", "責任編輯：", "版权所有",
    "Copyright © 2020", "首页 > 新闻 > 正文", "Guess you like", "分享到：", "( End )", "上一篇：", "網(wǎng)絡(luò)",
    "来源：", "1、", "- ",
)  # fmt: skip


def texts(max_fragments: int = 30) -> SearchStrategy[str]:
    """Any ``str`` whatever, lone surrogates, NUL and unassigned code points included, and soup of :data:`FRAGMENTS`."""
    any_text = st.text(st.characters(), max_size=40)
    soup = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=max_fragments).map("".join)
    return st.one_of(any_text, soup)


def mutations(pages: Sequence[str], max_length: int = 1500) -> SearchStrategy[str]:
    """Damaged cuttings of real pages: a stretch of one of ``pages``, fragments put in, pieces cut, moved or repeated."""

    @st.composite
    def mutate(draw: Callable[[SearchStrategy[Any]], Any]) -> str:
        page: str = draw(st.sampled_from(list(pages)))
        start = draw(st.integers(0, max(0, len(page) - 1)))
        text = page[start : start + draw(st.integers(0, max_length))]
        for _ in range(draw(st.integers(0, 4))):
            at, to = draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))
            at, to = min(at, to), max(at, to)
            change = draw(st.sampled_from(("insert", "delete", "repeat", "move")))
            if change == "insert":
                text = text[:at] + draw(st.sampled_from(FRAGMENTS)) + text[at:]
            elif change == "delete":
                text = text[:at] + text[min(to, at + 40) :]
            elif change == "repeat":
                text = text[:to] + text[at:to][:200] + text[to:]
            else:
                text = text[:at] + text[to:] + text[at:to]
        return text

    return mutate()


@st.composite
def edit_histories(draw: Callable[[SearchStrategy[Any]], Any]) -> tuple[str, list[list[Edit]], str]:
    """A text, up to four stages of edits (touching ones, insertions and deletions included), and the text they lead to."""
    original = text = draw(st.text("abcdef", max_size=16))
    done: list[list[Edit]] = []
    for stage in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
        edits: list[Edit] = []
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            new = draw(st.text("XYZ", max_size=3))
            twice = bool(edits) and start == end == edits[-1].start == edits[-1].end
            if not twice and (start < end or new):
                edits.append(Edit(start, end, new, f"s{stage}.e{len(edits)}"))
        done.append(edits)
        text = _edits.splice(text, edits)
    return original, done, text


def check_laws(step: Normalizer | Pipeline, text: str, *, lang: str | None = None, idempotent: bool = True) -> Result:
    """All laws that one text can test: total, idempotent, deterministic, accounted for, local, and the plain call equal to ``run``.

    Returns the result, so that a test can look further.
    """
    pipeline = step if isinstance(step, Pipeline) else Pipeline([step])
    result = pipeline.run(text, lang=lang)
    plain = pipeline(text, lang=lang)
    assert plain == result.text, f"the plain call and run() disagree on {text!r}"
    assert (plain is text) == (not result.changed), f"an unchanged text has to come back as the same object: {text!r}"
    check_account(result)
    if idempotent:
        again = pipeline(plain, lang=lang)
        assert again == plain, f"not idempotent on {text!r}:\n  once  {plain!r}\n  twice {again!r}"
    return result


def check_account(result: Result) -> None:
    """The edits of each step splice to the text; offsets are in bounds and monotone; taking all back gives the original."""
    text = result.original
    for step in result.steps:
        _edits.check(text, step.edits)
        text = _edits.splice(text, list(step.edits))
    assert text == result.text, f"the edits do not splice to the text: {result.original!r}"
    assert result.revert() == result.original
    alignment = result.alignment
    last = (0, 0)
    for position in range(0, len(result.text), max(1, len(result.text) // 50)):
        start, end = alignment.to_original(position, position + 1)
        assert 0 <= start <= end <= len(result.original), f"out of bounds: {position} of {result.text!r}"
        assert (start, end) >= last or start >= last[0], f"not monotone at {position} of {result.text!r}"
        last = (start, end)
    position = new_position = 0
    for change in result.changes:
        assert result.original[position : change.start] == result.text[new_position : change.new_start], (
            "text outside the edits differs"
        )
        position, new_position = change.end, change.new_end
    assert result.original[position:] == result.text[new_position:], "text outside the edits differs"
    for removal in result.removals:
        assert removal.text == result.original[removal.start : removal.end]
        assert removal.category, f"a removal without a category: {removal}"
        assert removal.why, f"a removal without a reason: {removal}"
    for flag in result.flags:
        assert 0 <= flag.start <= flag.end <= len(result.original), f"flag out of bounds: {flag}"
    for rule in result.counts:
        result.revert(rule)


def check_round_trips(step: Normalizer | Pipeline) -> None:
    """Configuration (JSON, TOML), pickle and fingerprint survive; equal pipelines hash alike."""
    pipeline = step if isinstance(step, Pipeline) else Pipeline([step])
    for back in (
        Pipeline.from_json(pipeline.to_json()),
        Pipeline.from_toml(pipeline.to_toml()),
        pickle.loads(pickle.dumps(pipeline)),
    ):
        assert back == pipeline, f"{back!r} != {pipeline!r}"
        assert hash(back) == hash(pipeline)
        assert back.fingerprint == pipeline.fingerprint


def check_spans(spans: Spans, text: str) -> None:
    """Spans tile ``text``: in order, nothing left out, no empty span."""
    assert "".join(spans.texts()) == text, f"the spans do not join to the text: {text!r}"
    position = 0
    for start, end in spans.offsets():
        assert start == position, f"a gap or overlap at {position} of {text!r}"
        assert end > start, f"an empty span at {start} of {text!r}"
        position = end
    assert position == len(text)


# -- rules -----------------------------------------------------------------------------------------------------------

#: Two sound paragraphs of each language, between which a near miss must stay in peace.
SOUND = {
    "en": (
        "The library on the hill opened its doors in the spring, and readers came from three valleys to see it.",
        "Nobody had expected so many visitors on the first day. The librarian counted two hundred of them before noon.",
    ),
    "zh": (
        "山上的图书馆今年春天开门迎客，周边三个山谷的读者都赶来参观。",
        "谁也没有想到第一天会来这么多人。到了中午，管理员数了数，已经有两百人。",
    ),
    "zh-Hant": (
        "山上的圖書館今年春天開門迎客，周邊三個山谷的讀者都趕來參觀。",
        "誰也沒有想到第一天會來這麼多人。到了中午，管理員數了數，已經有兩百人。",
    ),
}


def every_rule() -> list[tuple[str, str]]:
    """``(step, dotted rule name)`` of each rule of the library's own steps, at their defaults."""
    out = []
    for name in registry.BUILTIN:
        if name != "When":
            out += [(name, rule) for rule in rule_names(registry.find(name)())]
    return out


def rule_of(step: Normalizer, dotted: str) -> tuple[Stage, Rule]:
    """The stage and the declaration of the rule called ``dotted``."""
    for stage in step.stages():
        for rule in getattr(stage, "rules", ()):
            if stage.full_name(rule) == dotted:  # type: ignore[attr-defined]  # a stage with rules names them
                return stage, rule
    raise KeyError(dotted)


def apply(step: Normalizer, text: str, lang: str | None) -> str:
    """``text`` through ``step`` until stable, with evidence of machine translation taken as given."""
    memory = Memory(text, lang, translated=1.0)
    for _ in range(8):
        before = text
        for stage in step.stages():
            text = _edits.splice(text, stage.edits(text, Context(text, memory)))
        if text == before:
            break
        memory.turn(text)
    return text


def check_rule(step: Normalizer, dotted: str) -> None:
    """Examples, keeps and necessity of one rule, through its step."""
    _, rule = rule_of(step, dotted)
    lang = _language(rule)
    for before, after in rule.examples:
        out = apply(step, before, lang)
        assert out == after, f"{dotted}: {before!r} gives {out!r}, not {after!r}; {_hindrance(step, dotted, before, lang)}"
    for keep in rule.keeps:
        out = apply(step, keep, lang)
        assert out == keep, f"{dotted}: keeps {keep!r}, but it became {out!r}"
    less = Pipeline([step]).without(dotted).steps
    assert not less or any(apply(less[0], before, lang) != after for before, after in rule.examples), (
        f"{dotted} is not necessary: its examples pass without it, since other rules repair them; give one that only this rule repairs"
    )


def _hindrance(step: Normalizer, dotted: str, before: str, lang: str | None) -> str:
    """What keeps a rule from acting on one of its examples, for the message of a failed test."""
    stage, rule = rule_of(step, dotted)
    if not isinstance(rule, Rule) or not isinstance(stage, RuleSet):
        return _hindrance_of_noise(rule, before)
    context = Context(before, Memory(before, lang, translated=1.0))
    if rule.hint and not any(hint in before for hint in rule.hint):
        return f"none of its hints occurs: {rule.hint!r}"
    places = list(rule.search(before, context))
    if not places:
        return "its pattern matches nowhere" if rule.find is None else "its find= gives nothing"
    if stage.rules.index(rule) not in stage.candidates(before, context):
        return f"the cheap test that {stage.name} asks before its rules (its screen, or trigger() in the rule's file) does not name it"
    if not any(rule.gate.passes(context, start) for start, _, _ in places):
        return f"its gate is closed: {rule.gate!r}, language {lang!r} (lang= of the rule names that of its examples)"
    if all(context.protected.overlaps(start, end, rule.inside) for start, end, _ in places):
        return f"it is kept from protected spans; inside= opens a kind of {', '.join(KINDS)}"
    return "it matches, so look at what it puts in, and at what other rules made of it"


def _hindrance_of_noise(rule: Any, before: str) -> str:
    if not isinstance(rule, NoiseRule):
        return "look at how its stage works"
    cues = [cue for cue in load() if (cue.category, cue.rule) == (rule.category, rule.name)]
    if not cues and rule.find is None:
        return f"no cue serves it: noise/lexicons/{rule.category}.txt needs a section [{rule.name} <shape>]"
    if not cues and not any(hint in before for hint in rule.hint):
        return f"none of its hints occurs: {rule.hint!r}; a finder without cues needs one"
    return f"look at the shape of its cues, at where={rule.where!r}, limit={rule.limit:g}, and at what other rules took out"


def check_peace(step: Normalizer, dotted: str) -> None:
    """A rule's near misses stay as they are inside an ordinary page, through everything but conversion."""
    _, rule = rule_of(step, dotted)
    lang = _language(rule) or ("en" if all(k.isascii() for k in rule.keeps) else None)
    head, tail = SOUND[lang if lang in SOUND else "zh" if lang is None else "en"]
    for keep in rule.keeps:
        page = f"{head}\n\n{keep}\n\n{tail}"
        out = preset("web-keep-script").run(page, lang=rule.lang)
        assert out.text == page, f"{dotted}: {keep!r} is not left in peace:\n{out.explain()}"


def check_linear(step: Normalizer, dotted: str, unit: int = 2000) -> None:
    """Repeats of the rule's hints and examples cost at most in proportion: four times the text at most eight times the time."""
    stage, rule = rule_of(step, dotted)
    if isinstance(stage, RuleSet):
        stage = RuleSet(stage.name, [rule])
    for piece in {*getattr(rule, "hint", ()), *(before for before, _ in rule.examples)}:
        base = (piece * (unit // len(piece) + 1))[:unit]
        for _ in range(3):  # a busy machine disturbs a measurement; a cost that grows faster shows in every one
            times = [min(_timed(stage, base * factor, _language(rule)) for _ in range(2)) for factor in (1, 4)]
            if times[1] <= max(8 * times[0], 0.05):
                break
        else:
            raise AssertionError(
                f"{dotted}: {unit} characters of {piece!r} take {times[0]:.4f} s, four times as many {times[1]:.4f} s"
            )


def _timed(stage: Stage, text: str, lang: str | None) -> float:
    context = Context(text, Memory(text, lang or "en", translated=1.0))
    start = time.process_time()
    stage.edits(text, context)
    return time.process_time() - start


def _language(rule: Any) -> str | None:
    found: str | None = getattr(rule, "example_language", None)
    return found
