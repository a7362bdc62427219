"""Blanks: cases, what never changes, the layout of a page, screens that hold what they promise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given

from shnorm import NormalizePunctuation, NormalizeSpacing, Pipeline
from shnorm.gate import Context
from shnorm.repair.blanks import Scanned
from shnorm.repair.han_blanks import cuts_word
from shnorm.repair.layout import code_like
from shnorm.rules import Rule, RuleSet
from shnorm.testing import check_laws, texts

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases/spacing.jsonl").read_text(encoding="utf-8").splitlines()]
STEPS = {
    "NormalizeSpacing": Pipeline([NormalizeSpacing()]),
    "NormalizePunctuation": Pipeline([NormalizePunctuation()]),
    "both": Pipeline([NormalizeSpacing(), NormalizePunctuation()]),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["input"][:40])
def test_a_case_of_blanks_comes_out_as_it_should(case: dict[str, str]) -> None:
    assert STEPS[case["steps"]](case["input"]) == case["output"]


@given(texts())
def test_spacing_keeps_the_laws(text: str) -> None:
    check_laws(NormalizeSpacing(), text)


@given(texts())
def test_spacing_adds_and_deletes_no_letter_digit_or_mark(text: str) -> None:
    def solid(s: str) -> str:
        return "".join(ch for ch in s if not ch.isspace() and ch not in '-"”“’')

    assert solid(NormalizeSpacing()(text, lang="en")) == solid(text)
    assert solid(NormalizeSpacing()(text, lang="zh")) == solid(text)


@given(texts())
@example("0：、")
@example("“\n‘一”")
def test_a_screen_never_says_no_in_vain(text: str) -> None:
    for step in (NormalizeSpacing(), NormalizePunctuation()):
        for stage in step.stages():
            assert isinstance(stage, RuleSet)
            for lang in ("en", "zh", None):
                plain = RuleSet(stage.name, stage.rules).edits(text, Context(text, lang=lang))
                assert list(stage.edits(text, Context(text, lang=lang))) == list(plain), (stage.name, lang)


def test_a_rule_that_the_scan_of_its_family_does_not_know_is_tried_all_the_same() -> None:
    new = Rule(name="new", why="one too many", pattern=r"~~", new="~", hint="~~", examples=[("a~~", "a~")], keeps=["a~"])
    blind = Scanned("demo", [new], lambda text, context: frozenset())
    assert [edit.rule for edit in blind.edits("b~~", Context("b~~"))] == ["demo.new"]
    assert not blind.edits("b~", Context("b~"))


def test_a_family_without_some_of_its_rules_still_scans() -> None:
    for stage in NormalizeSpacing(disable=("spacing.indent", "spacing.wraps.han-wrap")).stages():
        assert isinstance(stage, Scanned)


@pytest.mark.parametrize(
    "line", ["x = [1, 2]", "if a > b:", "}", "  total += 1", "f(x);", "</p> and more", "#include <a>", "a.b(c)"]
)
def test_code_is_told_from_prose(line: str) -> None:
    assert code_like(line)
    assert not code_like("The road, which was closed at noon, opened again (for buses); nobody knew why.")


def test_a_clean_page_is_the_same_object() -> None:
    page = "The ferry leaves at nine.\n\nIt returns at noon, if the wind allows it."
    assert NormalizeSpacing()(page) is page


@pytest.mark.parametrize(
    "text", ["Quoi ?", "Vous venez demain ? Oui !", "Source : AFP", "Il dit : « Oui ! »", "Âge requis : seize ans."]
)
def test_french_keeps_its_blanks(text: str) -> None:
    assert NormalizeSpacing()(text) == text


def test_a_label_with_a_blank_before_its_colon_is_judged_by_its_page() -> None:
    page = "The town grew fast and the old mill was closed in May.\nSource : AFP\nIt was sold in the autumn."
    assert "Source: AFP" in NormalizeSpacing()(page)


def test_the_indent_of_paragraphs_goes_and_that_of_a_poem_stays() -> None:
    prose = (
        "  The reporter saw two buses at the gate of the old town, and the drivers were waiting for the rain to stop.\n\n"
        "  What the drivers say\n\n"
        "  They have been here since the morning, one of them says, and nobody has told them when the road will open."
    )
    assert NormalizeSpacing()(prose) == prose.replace("  The", "The").replace("  What", "What").replace("  They", "They")
    poem = "The moon came down\n  to drink the pond\nand left a ring\n  of silver frond."
    assert NormalizeSpacing()(poem) == poem


def test_an_indent_of_full_width_blanks_stays() -> None:
    text = "　　清晨，湖面上起了雾。\n　　渔船还没有出港。"
    assert NormalizeSpacing()(text) is text


def test_line_ends_stay_as_they_are() -> None:
    assert NormalizeSpacing()("One ends.  \r\n\r\n\r\n\r\nTwo begins.", lang="en") == "One ends.\r\n\r\nTwo begins."


@pytest.mark.parametrize(
    ("left", "right", "cut"),
    [
        ("游客可以在入口处领取地", "图，也可以扫描", True),
        ("巷口的豆腐坊又热闹起来了", "天还没亮", False),
        ("他在北京", "大学生活了四年", False),
        ("张", "伟", False),
    ],
)
def test_a_word_list_tells_whether_a_break_cuts_a_word(left: str, right: str, cut: bool) -> None:
    text = f"{left}\n{right}"
    assert cuts_word(text, len(left), len(left) + 1) is cut


def test_a_headline_is_never_joined_with_its_body() -> None:
    page = "市图书馆延长开放时间，读者点赞\n从下周起，读者可以留到晚上十一点，周末和假日也不休息，馆方说。\n许多学生表示，这样一来，复习就方便多了。"
    assert NormalizeSpacing()(page) is page
    english = "Library extends its hours\nreaders may now stay until eleven, the council said on Friday."
    assert NormalizeSpacing()(english) is english
