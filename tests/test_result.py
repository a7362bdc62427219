"""The account of a cleaning, and taking it back."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given

from shnorm.edits import Edit
from shnorm.errors import ConfigError, UnknownNameError
from shnorm.result import Result, Step
from shnorm.stage import Flag, Reason
from shnorm.testing import edit_histories


def made(original: str, done: list[list[Edit]], text: str) -> Result:
    return Result(
        original=original, text=text, steps=tuple(Step("Test", f"s{n}", edits) for n, edits in enumerate(done) if edits)
    )


@given(edit_histories())
def test_revert_without_names_gives_the_original(case: tuple[str, list[list[Edit]], str]) -> None:
    assert made(*case).revert() == case[0]


@given(edit_histories())
def test_taking_back_every_rule_by_name_gives_the_original(case: tuple[str, list[list[Edit]], str]) -> None:
    result = made(*case)
    if result.counts:
        assert result.revert(*result.counts) == case[0]


@given(edit_histories())
def test_taking_back_the_last_stage_gives_the_text_before_it(case: tuple[str, list[list[Edit]], str]) -> None:
    original, done, text = case
    result = made(original, done, text)
    if result.steps:
        assert result.revert(result.steps[-1].stage) == result._texts[-1]


def test_revert_takes_back_later_edits_that_touch_the_result_and_leaves_all_others() -> None:
    first = [Edit(0, 1, "A", "one.a"), Edit(4, 5, "E", "one.e")]
    second = [Edit(0, 2, "Ab!", "two.ab"), Edit(6, 7, "G", "two.g")]
    result = made("abcdefg", [first, second], "Ab!cdEfG")
    assert result.revert("one.a") == "abcdEfG"
    assert result.revert("one.e") == "Ab!cdefG"
    assert result.revert("two") == "AbcdEfg"


def test_reverting_a_rule_that_did_not_act_says_which_did() -> None:
    result = made("ab", [[Edit(0, 1, "x", "one.a")]], "xb")
    with pytest.raises(UnknownNameError, match=r"one\.a"):
        result.revert("two")


def test_two_surrogates_that_make_a_pair_survive_json() -> None:
    step = Step("Demo", "demo", [Edit(0, 1, "\ud83d\ude00", "demo.pair")])
    result = Result(original="a\udc00 \ud83d\ude00", text="\ud83d\ude00\udc00 \ud83d\ude00", steps=(step,))
    assert Result.from_json(result.to_json()) == result
    assert result.to_json().isascii()


@pytest.mark.parametrize("bad", ["{", "[]", "{}", '"text"', None])
def test_what_is_no_json_of_a_result_is_refused_with_advice(bad: object) -> None:
    with pytest.raises(ConfigError, match=r"to_(dict|json)"):
        Result.from_json(bad)  # type: ignore[arg-type]  # that is what is tested


def test_a_result_survives_json_and_pickle() -> None:
    result = Result(
        original="a\ud800b",
        text="ab",
        steps=(Step("Test", "s", (Edit(1, 2, "", "s.cut"),)),),
        flags=(Flag(0, 1, "kind", "why"),),
        reasons={"s.cut": Reason("it was in the way", "markup_leak")},
    )
    assert Result.from_json(result.to_json()) == result
    assert pickle.loads(pickle.dumps(result)) == result
    assert result.removals[0].text == "\ud800"
    assert result.removals[0].category == "markup_leak"


def test_a_dictionary_of_something_else_is_refused() -> None:
    with pytest.raises(ConfigError, match="Result"):
        Result.from_dict({"text": "x"})


def test_removals_stand_in_offsets_of_the_original() -> None:
    first = [Edit(0, 2, "", "s.head")]
    second = [Edit(1, 3, "", "t.line")]
    result = Result(
        original="xxabcd",
        text="ad",
        steps=(Step("T", "s", first), Step("T", "t", second)),
        reasons={"t.line": Reason("noise", "copyright")},
    )
    assert [(r.start, r.end, r.text) for r in result.removals] == [(3, 5, "bc")]


def test_the_notebook_view_is_escaped_and_has_no_script() -> None:
    result = made("<b> a", [[Edit(0, 3, "<script>", "s.x")]], "<script> a")
    page = result._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert 'title="s.x"' in page
    assert "color:inherit" in page  # tints, readable in light and dark themes


def test_explain_has_one_line_for_each_edit() -> None:
    result = made("ab", [[Edit(0, 1, "x", "one.a"), Edit(1, 2, "y", "one.b")]], "xy")
    assert result.explain().splitlines() == ["0-1  one.a  'a' -> 'x'", "1-2  one.b  'b' -> 'y'"]
    assert made("ab", [], "ab").explain() == "nothing to do"
