"""NormalizeUnicode: what carries nothing goes, what carries something stays, and nothing is added."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm import NormalizeUnicode
from shnorm.repair.unicode_radicals import RADICALS
from shnorm.testing import check_laws, texts

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases/unicode.jsonl").read_text(encoding="utf-8").splitlines()]
STEP = NormalizeUnicode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["input"])[:40])
def test_each_case_comes_out_as_written(case: dict[str, str]) -> None:
    assert STEP(case["input"]) == case["output"]


@given(texts())
def test_the_laws_hold_for_any_text(text: str) -> None:
    check_laws(STEP, text)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_the_result_is_composed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", STEP(text))


@pytest.mark.parametrize(
    "kind", ["a\u200b", "\u200b", "e\u0301", "\u0301", "⼈", "Ａ", "pа", "\x1b[", "\ufe0f", "\u00ad", "\x1b]a", "\U000e0041"]
)
def test_long_runs_cost_in_proportion(kind: str) -> None:
    import time

    def cost(n: int) -> float:
        text = kind * n
        start = time.process_time()
        STEP(text)
        return time.process_time() - start

    small, large = min(cost(2_000) for _ in range(3)), cost(8_000)
    assert large < max(10 * small, 0.3)


def test_every_radical_of_both_blocks_has_its_ideograph() -> None:
    kangxi = {chr(code) for code in range(0x2F00, 0x2FD6)}
    assert kangxi <= set(RADICALS)
    assert all(unicodedata.normalize("NFKC", ch) == RADICALS[ch] for ch in kangxi)
    assert len(RADICALS) == 214 + 114
    assert not set(RADICALS) & set(RADICALS.values())


def test_what_cannot_be_known_is_flagged_and_stays() -> None:
    text = "abc\ue000 中□文 \udc00"
    result = STEP.run(text)
    assert result.text == text
    assert [(flag.start, flag.kind) for flag in result.flags] == [(3, "private-use"), (6, "tofu"), (9, "lone-surrogate")]


def test_flags_stand_at_the_original_places() -> None:
    result = STEP.run("\u200ba\u200bb \ue001")
    assert result.text == "ab \ue001"
    assert [result.original[f.start : f.end] for f in result.flags] == ["\ue001"]


def test_bytes_of_garbled_text_stay_for_who_can_decode_them() -> None:
    assert STEP("caf\xc3\x83\xc2\x83") == "caf\xc3\x83\xc2\x83"


def test_a_stack_of_marks_that_no_text_has_is_left_alone() -> None:
    text = "a" + "\u0323\u0301" * 5_000
    assert STEP(text) == text


def test_japanese_keeps_its_full_width_letters_on_every_line_of_a_page() -> None:
    page = "Ｔシャツを３枚買った。\nＡＢＣ\n新しい店で買いました。"
    assert STEP(page) == page


def test_a_user_protected_span_keeps_its_invisible_characters() -> None:
    from shnorm import Pipeline

    text = "keep\u200bme and\u200b not me"
    assert Pipeline([STEP], protect=["keep\u200bme"])(text) == "keep\u200bme and not me"


def test_a_disabled_rule_does_nothing() -> None:
    assert NormalizeUnicode(disable=("unicode.soft-hyphen",))("gar\u00adden\u200b") == "gar\u00adden"
