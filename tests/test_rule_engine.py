"""Declaring rules, and what the engine makes of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from shnorm.edits import check
from shnorm.errors import RuleError, UnknownNameError
from shnorm.gate import Context, Gate
from shnorm.repair.blanks import Scanned
from shnorm.rules import Rule, RuleSet, named
from shnorm.testing import texts

SOUND: dict[str, Any] = {
    "name": "doubled-stop",
    "why": "one stop too many",
    "pattern": r"\.\s?\.(?=\s|$)",
    "new": ".",
    "hint": "..",
    "examples": [("a.. b", "a. b")],
    "keeps": ["v1. .5"],
}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"why": " "}, "say why"),
        ({"examples": []}, "at least one example"),
        ({"examples": ("a.. b", "a. b")}, "list of pairs"),
        ({"inside": {"numbers"}}, "out of user, code"),
        ({"inside": "number"}, "out of user, code"),
        ({"keeps": []}, "near miss"),
        ({"keeps": "one string"}, "sequence of texts"),
        ({"name": "DoubledStop"}, "kebab-case"),
        ({"pattern": None}, "either pattern="),
        ({"find": lambda text, context: []}, "either pattern="),
        ({"confidence": 2.0}, "within 0..1"),
        ({"hint": ""}, "empty hint"),
        ({"gate": {"en"}}, "is no Gate"),
    ],
)
def test_a_rule_cannot_be_declared_without_what_it_owes(change: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError, match=message):
        Rule(**{**SOUND, **change})


def test_a_faulty_pattern_is_named_when_it_is_first_used() -> None:
    rule = Rule(**{**SOUND, "pattern": "("})
    with pytest.raises(RuleError, match="doubled-stop"):
        RuleSet("demo", [rule]).edits("a.. b", Context("a.. b"))


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(RuleError, match="two rules"):
        RuleSet("demo", [Rule(**SOUND), Rule(**SOUND)])


def test_a_rule_does_not_search_a_text_without_its_hint() -> None:
    def explode(text: str, context: Context) -> list[tuple[int, int, str]]:
        raise AssertionError("searched")

    rules = RuleSet("demo", [Rule(**{**SOUND, "pattern": None, "find": explode, "hint": ("..", "?!")})])
    assert rules.edits("All is well.", Context("All is well.")) == ()


def test_a_rule_that_the_screen_of_its_family_does_not_know_is_tried_all_the_same() -> None:
    new = Rule(name="new", why="one too many", pattern=r"~~", new="~", hint="~~", examples=[("a~~", "a~")], keeps=["a~"])
    blind = Scanned("demo", [new], lambda text, context: frozenset())
    assert [edit.rule for edit in blind.edits("b~~", Context("b~~"))] == ["demo.new"]
    assert not blind.edits("b~", Context("b~"))


def test_an_edit_is_trimmed_to_what_it_changes() -> None:
    (edit,) = RuleSet("demo", [Rule(**SOUND)]).edits("a.. b", Context("a.. b"))
    assert (edit.start, edit.end, edit.new, edit.rule) == (2, 3, "", "demo.doubled-stop")


def test_the_rule_declared_first_wins_an_overlap() -> None:
    first = Rule(**{**SOUND, "name": "first", "new": "1"})
    second = Rule(**{**SOUND, "name": "second", "new": "2"})
    text = "a.. b"
    assert [edit.rule for edit in RuleSet("demo", [first, second]).edits(text, Context(text))] == ["demo.first"]


def test_no_rule_works_inside_a_protected_span_unless_it_says_so() -> None:
    comma = {**SOUND, "pattern": ",", "new": ";", "hint": ",", "examples": [("a,b", "a;b")]}
    text = "see https://a.org/x,y and 1,000"
    assert RuleSet("demo", [Rule(**comma)]).edits(text, Context(text)) == []
    inside = RuleSet("demo", [Rule(**{**comma, "inside": {"number"}})]).edits(text, Context(text))
    assert [edit.start for edit in inside] == [text.rindex(",")]


def test_a_gate_closes_a_rule_on_lines_of_another_language() -> None:
    rule = Rule(**{**SOUND, "gate": Gate(langs={"en"})})
    text = "Das ist ein deutscher Satz, der so endet.. Ja\nThis is an English sentence that ends.. Yes"
    assert [text[: edit.start].count("\n") for edit in RuleSet("demo", [rule]).edits(text, Context(text))] == [1]


def test_an_unknown_language_closes_a_language_gate() -> None:
    rule = Rule(**{**SOUND, "gate": Gate(langs={"en"})})
    assert RuleSet("demo", [rule]).edits("12.. 34", Context("12.. 34")) == []


def test_the_reason_of_a_stranger_is_an_error_that_lists_the_known() -> None:
    rules = RuleSet("demo", [Rule(**SOUND)])
    assert rules.reason("demo.doubled-stop").why == "one stop too many"
    with pytest.raises(UnknownNameError, match=r"demo\.doubled-stop"):
        rules.reason("demo.other")


def test_a_prefix_names_whole_parts_only() -> None:
    assert named("noise.copyright.line", ("noise.copyright",))
    assert not named("noise.copyrights.line", ("noise.copyright",))


@given(texts())
def test_edits_of_a_rule_set_are_sorted_disjoint_and_in_bounds(text: str) -> None:
    rules = RuleSet(
        "demo", [Rule(**SOUND), Rule(**{**SOUND, "name": "blank", "pattern": r"[ \t]+(?=[,.])", "new": "", "hint": (" ", "\t")})]
    )
    check(text, rules.edits(text, Context(text)))
