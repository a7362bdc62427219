"""Plain text: nothing that is called plain gives a stage that trusts it anything to do."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import shnorm
from shnorm.gate import Context
from shnorm.plain import is_plain, may_hold
from shnorm.repair import blanks, marks
from shnorm.rules import RuleSet
from shnorm.sieve import Sieve

_LATIN = ["the", "A", "word", "Mr", "s", "t", "don", "1", "20", "1999", "B", "quo", "nbsp", "dash", "ls", " description"]
_HAN = ["中", "文字", "我们", "Java", "a", "1", "20", "的", "了", "qi", "zhong", "乾", "裡", "图片"]
_TEXTS = st.one_of(
    st.lists(st.sampled_from([*_LATIN, *" ,.;:!?%'\"()-$    “”’"]), max_size=12).map("".join),
    st.lists(st.sampled_from([*_HAN, *"，、；：。！？“”《》（） .,:%·", "——"]), max_size=12).map("".join),
)
STAGES = [stage for step in shnorm.presets.PRESETS["web"] for stage in shnorm.registry.find(step)().stages()]


@given(_TEXTS)
@example("Java）")
def test_no_look_finds_anything_in_a_plain_text(text: str) -> None:
    if not is_plain(text):
        return
    context = Context(text)
    if text:
        assert not blanks.spacing(text, context)
        assert not blanks.wraps(text, context)
        assert not marks.suspects(text, context)
    for stage in STAGES:
        if not isinstance(stage, RuleSet):
            continue
        for rule in stage.rules:
            trusts = stage.idle_in_plain[text.isascii()] or (isinstance(stage, Sieve) and rule.name in stage.unusual)
            if trusts and (not rule.hint or any(hint in text for hint in rule.hint)):
                assert not list(rule.search(text, context)), rule.name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The road, 30 km long, was closed at 9:30; it isn’t open yet (as of May).",
        "“We have done 35% of the work,” he said.",
        "入夏以来，全县已经连续二十天没有下雨。",
        "他说：“我们在2020年5月完成了35%的工作。”",
    ],
)
def test_good_prose_is_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "a , b",
        "a,b",
        "It ends.. Here",
        " a",
        "a ",
        "two\nlines",
        "好,的",
        "“好",
        "ldquo; b",
        "是。Yes，no",
        "《灯塔《是",
        "他读》山居《这",
    ],
)
def test_what_a_stage_may_have_to_look_at_is_not(text: str) -> None:
    assert not is_plain(text)


@given(st.sampled_from([rule.hint for stage in STAGES if isinstance(stage, Sieve) for rule in stage.rules if rule.hint]))
def test_a_literal_that_plain_text_may_hold_is_told_by_its_characters(hints: tuple[str, ...]) -> None:
    for hint in hints:
        assert may_hold(hint) or not is_plain(f"a{hint}b")
