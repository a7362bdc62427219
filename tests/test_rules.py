"""Tests generated from the declarations of all rules: examples, keeps, necessity, peace and linear time."""

from __future__ import annotations

import pytest

from shnorm import registry
from shnorm.testing import check_linear, check_peace, check_rule, every_rule

RULES = every_rule()


@pytest.mark.parametrize(("step", "rule"), RULES)
def test_a_rule_does_what_its_examples_say_and_is_necessary(step: str, rule: str) -> None:
    check_rule(registry.find(step)(), rule)


@pytest.mark.parametrize(("step", "rule"), RULES)
def test_the_near_misses_of_a_rule_stay_in_peace_on_a_page(step: str, rule: str) -> None:
    if step in ("SimplifyChinese", "ToTraditional"):
        pytest.skip("conversion has keeps of its own")
    check_peace(registry.find(step)(), rule)


@pytest.mark.parametrize(("step", "rule"), RULES)
def test_a_rule_costs_in_proportion_to_the_text(step: str, rule: str) -> None:
    check_linear(registry.find(step)(), rule)


def test_rule_names_are_unique_over_the_whole_library() -> None:
    names = [rule for _, rule in RULES]
    assert len(names) == len(set(names))


def test_every_rule_based_step_has_rules() -> None:
    assert {step for step, _ in RULES} >= {
        "FixEncoding",
        "NormalizeUnicode",
        "RepairMarkup",
        "StripNoise",
        "NormalizeSpacing",
        "NormalizePunctuation",
        "RepairChinese",
        "RepairTranslation",
        "SimplifyChinese",
        "ToTraditional",
    }
