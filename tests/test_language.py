"""Languages: cases, laws, mixed texts, runs inside a line, engines by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shnorm
from shnorm.errors import InputTypeError, MissingExtraError, UnknownNameError
from shnorm.language import (
    detect,
    detect_lines,
    detect_spans,
    japanese_only,
    simplified_only,
    surely_chinese,
    traditional_only,
    variant,
)
from shnorm.language.detect import excerpt
from shnorm.language.engines import ENGINES
from shnorm.language.model import MODELS
from shnorm.language.sure import surely_english
from shnorm.language.variants import could_be_japanese
from shnorm.lines import Lines
from shnorm.script import small_words
from shnorm.testing import texts

from .conftest import under_hash_seeds

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "cases" / "language.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:24] or "empty" for case in CASES])
def test_a_case_is_told_right(case: dict[str, Any]) -> None:
    assert detect(case["text"]).code == case["code"]


@given(texts())
def test_any_text_has_an_answer(text: str) -> None:
    found = detect(text)
    assert found.code
    assert 0.0 <= found.confidence <= 1.0
    assert not found.parts or (len(found.parts) > 1 and sum(part.share for part in found.parts) <= 1.001)


_ENGLISH_LINE = "the of and to in which gate town was closed at night with what they could know before it had been only"
_FOREIGN_LINE = "el perro que habla español con los niños der Hund und die Katze il cane che parla nie wiem co to jest de hond"


@given(
    st.one_of(
        texts(), st.lists(st.sampled_from(f"{_ENGLISH_LINE} {_ENGLISH_LINE} {_FOREIGN_LINE}".split()), max_size=30).map(" ".join)
    )
)
def test_a_sure_language_is_the_detected_one(text: str) -> None:
    if surely_english(text):
        assert MODELS["Latin"].get().guess(text).code == "en"
    if surely_chinese(text):
        assert detect(text).code.split("-")[0] in ("zh", "yue", "lzh")


@given(texts(), texts())
def test_the_model_adds_up_words(one: str, other: str) -> None:
    model = MODELS["Latin"].get()
    words = small_words(f"{one} {other}".lower())
    floors = model.scores("")
    assert model.scores(" ".join(words)) == model.scores(" ".join(words[::-1]))
    assert len(model.scores(one)) == len(floors) == len(model.languages)


@given(texts())
def test_the_runs_tile_the_text(text: str) -> None:
    spans = detect_spans(text)
    assert "".join(spans.texts()) == text
    assert all(span.label for span in spans)


@given(texts())
def test_lines_are_answered_one_by_one(text: str) -> None:
    assert len(detect_lines(text)) == len(Lines(text))


@given(st.text(st.sampled_from("0123456789 .,!?-+%$\n\t　。，！？…—"), max_size=30))
def test_digits_and_marks_are_of_no_language(text: str) -> None:
    assert detect(text).code == "und"


@given(texts())
def test_langdetect_never_raises_and_is_seeded(text: str) -> None:
    assert detect(text, engine="langdetect") == detect(text, engine="langdetect")


def test_langdetect_does_not_call_traditional_chinese_korean() -> None:
    assert detect("上海市工業綜合開發區有序推動企業復工復產", engine="langdetect").code == "zh-Hant"


def test_a_mixed_text_tells_its_parts() -> None:
    found = detect("这个项目很大，需要很多人一起来完成它。 The project is large and needs many people to finish it in time.")
    assert found.mixed
    assert {part.code for part in found.parts} == {"zh-Hans", "en"}
    assert not detect("他用 iPhone 拍照").mixed


def test_a_language_change_inside_a_line_is_a_run_of_its_own() -> None:
    spans = detect_spans("他在会上说：the weather will be fine tomorrow，大家都笑了。\nいい天気ですね。")
    assert [(span.text, span.label) for span in spans] == [
        ("他在会上说：", "zh-Hans"),
        ("the weather will be fine tomorrow", "en"),
        ("，大家都笑了。\n", "zh-Hans"),
        ("いい天気ですね。", "ja"),
    ]


def test_a_brand_belongs_to_the_language_around_it() -> None:
    assert [span.label for span in detect_spans("他买了一台 Mac Book 电脑")] == ["zh-Hans"]


def test_answers_do_not_depend_on_the_hash_seed() -> None:
    code = "from shnorm.language import detect; print([detect(t) for t in ('stark', 'mano', 'да', '规则 rule and more rules')])"
    assert len(under_hash_seeds(code)) == 1


def test_variants_are_told_by_characters_of_one_orthography() -> None:
    assert [variant(t) for t in ("体育", "體育", "文字", "這這里里说说話话", "")] == ["zh-Hans", "zh-Hant", "zh", "mixed", "zh"]
    assert not traditional_only() & simplified_only()
    assert not japanese_only() & (traditional_only() | simplified_only())


def test_a_text_with_forms_that_japan_replaced_is_not_japanese() -> None:
    assert could_be_japanese("経済産業省")
    assert not could_be_japanese("經濟產業署")
    assert not could_be_japanese("他们的")


def test_an_unknown_engine_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="langdetect"):
        detect("text", engine="oracle")


@pytest.mark.parametrize("name", sorted(set(ENGINES) - {"default", "langdetect"}))
def test_an_engine_that_is_not_installed_says_what_to_install(name: str) -> None:
    try:
        assert detect("The weather is fine today.", engine=name).code == "en"
    except MissingExtraError as error:
        assert f"shnorm[{name}]" in str(error)  # noqa: PT017  # both outcomes are right


@pytest.mark.parametrize("function", [detect, detect_lines, detect_spans])
def test_only_str_is_text(function: Any) -> None:
    with pytest.raises(InputTypeError):
        function(b"bytes")


def test_the_public_names_are_these() -> None:
    assert shnorm.detect is detect
    assert shnorm.detect_spans is detect_spans


def test_a_long_text_is_answered_as_fast_as_its_beginning() -> None:
    text = "The gate of the old town was closed at night. " * 20000
    assert detect(text).code == "en"


def test_a_long_text_is_judged_by_more_than_its_beginning() -> None:
    title = "El viejo puente de la ciudad se cerró por la noche. " * 12
    assert detect(title + "The gate of the old town was closed at night. " * 300).code == "en"
    assert detect("這是一座很老的橋，" * 20 + "这是一座很老的桥，晚上就关上了。" * 400).code == "zh-Hans"


def test_an_engine_never_reads_much(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def engine(script: str, text: str) -> tuple[str, float]:
        read.append(len(text))
        return "en", 1.0

    monkeypatch.setitem(ENGINES, "counting", engine)
    for text in ("The gate of the old town. " * 2000, "The gate of the old town. 这是一座很老的桥。\n" * 2000):
        assert detect(text, engine="counting").code in {"en", "zh-Hans"}
    assert read
    assert max(read) <= 600


@given(st.text(max_size=60), st.integers(1, 6), st.integers(1, 12))
def test_an_excerpt_is_short_and_of_the_text(text: str, places: int, size: int) -> None:
    text = text.replace("\n", " ")
    cut = excerpt(text, places, size)
    assert cut == text or len(cut) <= places * (size + 1)
    assert all(stretch in text for stretch in cut.split("\n"))
