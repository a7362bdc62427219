"""SimplifyChinese and ToTraditional: cases, laws, what stays, options, the report of choices."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnorm import SimplifyChinese, ToTraditional
from shnorm.chinese import ambiguities
from shnorm.chinese.convert import converter, simplified, table
from shnorm.chinese.simplify import traditional_spans
from shnorm.edits import splice
from shnorm.errors import ConfigError
from shnorm.gate import Context
from shnorm.language import simplified_only, traditional_only
from shnorm.testing import texts

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "cases" / "simplify.jsonl").read_text(encoding="utf-8").splitlines()
]
STEP = SimplifyChinese()
_HOT = (
    "著乾後於徵昇汎么麼麽老二了瞭藉覆沈鍾祕釐蒐幺沉坏张張王陳陈里裏发髮髪干幹后余餘雲云并並采採台臺只隻隻儿兒体體厂廠，。「」『』"
    "《》 \nのア가A1你我他们們这這的是在徐學学看名作家和與姪様呉砲牠夥祗衹座標标帳谿氾脩甦殢"
)
_WORDS = [word for name in ("phrases.txt", "kept.txt") for line in table(name) for word in line.split("\t")]
SOUP = st.lists(
    st.one_of(
        st.sampled_from(_HOT),
        st.sampled_from(_HOT),
        st.sampled_from(sorted(traditional_only())),
        st.sampled_from(sorted(simplified_only())),
        st.sampled_from(_WORDS),
    ),
    max_size=14,
).map("".join)


def once(text: str) -> str:
    """The stage run a single time: a pipeline repeats its steps until nothing changes, which would hide an unstable one."""
    (stage,) = STEP.stages()
    return splice(text, stage.edits(text, Context(text)))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_case_converts_as_written_down(case: dict[str, Any]) -> None:
    assert STEP(case["text"]) == case["wanted"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_came_out_stays(case: dict[str, Any]) -> None:
    assert STEP(case["wanted"]) == case["wanted"]


@given(SOUP)
def test_a_second_pass_over_han_soup_changes_nothing(text: str) -> None:
    out = once(text)
    assert once(out) == out


@given(SOUP)
def test_conversion_keeps_the_length_and_every_offset(text: str) -> None:
    result = STEP.run(text)
    assert len(result.text) == len(text)
    assert all(
        result.alignment.to_original(i, i + 1)[0] <= i < result.alignment.to_original(i, i + 1)[1] for i in range(len(text))
    )


@given(texts())
def test_no_text_raises_and_clean_is_the_same_object(text: str) -> None:
    out = STEP(text)
    assert STEP(out) == out
    if out == text:
        assert STEP(text) is text


@given(st.text(st.sampled_from(sorted(simplified_only()) + list("的是不在，。\n")), min_size=1))
def test_simplified_text_is_the_same_object(text: str) -> None:
    assert STEP(text) is text or not simplified_only() & set(text)


@given(SOUP)
def test_no_character_comes_out_that_few_fonts_hold(text: str) -> None:
    assert set(filter(_beyond, STEP(text))) == set(filter(_beyond, text)) or any(map(_beyond, text))


def _beyond(char: str) -> bool:
    return char > "\uffff"


def test_rare_characters_come_when_asked_for_or_when_the_text_holds_such() -> None:
    assert SimplifyChinese(rare=True)("殢雲尤雨") == "𣨼云尤雨"
    assert STEP("殢雲尤雨") == "殢云尤雨"
    assert STEP("𣨼雲殢") == "𣨼云𣨼"


def test_a_thousand_japanese_lines_in_a_traditional_text_stay() -> None:
    japanese = ["これは漢字の練習です。", "東京都渋谷区の会議", "電車が駅に着いた。", "国際会議開催要項"]
    chinese = ["這是練習漢字的書。", "我們在臺灣開會。", "電車到了車站。"]
    lines = [line for i in range(1000) for line in (chinese[i % 3], japanese[i % 4])]
    out = STEP("\n".join(lines)).split("\n")
    assert out[1::2] == lines[1::2]
    assert set(out[::2]) == {"这是练习汉字的书。", "我们在台湾开会。", "电车到了车站。"}


@pytest.mark.parametrize("lang", ["ja", "ko"])
def test_a_page_known_to_be_another_language_stays(lang: str) -> None:
    assert STEP("國際會議", lang=lang) == "國際會議"


def test_the_caller_can_say_that_a_text_without_signs_is_traditional() -> None:
    assert STEP("「文字」", lang="zh-Hant") == "“文字”"
    assert STEP("「文字」") == "「文字」"


def test_every_traditional_character_alone_becomes_one_that_stays() -> None:
    # 苧 is the Simplified partner of 薴 and the Traditional one of 苎 (ramie): a converter cannot know which is meant.
    unstable = {char for char in traditional_only() if simplified(simplified(char)) != simplified(char)}
    assert unstable == {"薴"}
    assert STEP(STEP("薴")) == STEP("薴") == "苧"


def test_protected_words_and_words_of_ones_own_go_first() -> None:
    step = SimplifyChinese(protect=("臺灣",), words=(("滑鼠", "鼠标"),))
    assert step("臺灣的滑鼠壞了") == "臺灣的鼠标坏了"
    assert step(step("臺灣的滑鼠壞了")) == "臺灣的鼠标坏了"


def test_spans_that_the_pipeline_protects_stay() -> None:
    import shnorm

    assert (
        shnorm.Pipeline([STEP], protect=["張學良", re.compile("《[^》]*》")])("張學良讀《漢書》的時候")
        == "張學良读《漢書》的时候"
    )


def test_words_of_a_region_are_translated_only_when_asked_for() -> None:
    text = "滑鼠和硬碟都壞了，軟體還在。"
    assert STEP(text) == "滑鼠和硬碟都坏了，软体还在。"
    assert SimplifyChinese(vocabulary=True)(text) == "鼠标和硬盘都坏了，软件还在。"
    assert SimplifyChinese(vocabulary=True, region="t")(text) == STEP(text)
    assert SimplifyChinese(vocabulary=True, region="hk").run(text).revert() == text


def test_quotes_can_stay() -> None:
    assert SimplifyChinese(quotes=False)("他說：「好」") == "他说：「好」"


def test_steps_hash_compare_and_pickle() -> None:
    step = SimplifyChinese(protect=("甲",), words=(("乙", "丙"),))
    assert pickle.loads(pickle.dumps(step)) == step
    assert len({step, SimplifyChinese(protect=("甲",), words=(("乙", "丙"),)), STEP}) == 2
    assert pickle.loads(pickle.dumps(ToTraditional(variant="hk"))) == ToTraditional(variant="hk")


@pytest.mark.parametrize("options", [{"region": "cn"}, {"protect": "臺灣"}, {"protect": ("",)}, {"words": (("", "x"),)}])
def test_an_option_that_cannot_work_is_an_error(options: dict[str, Any]) -> None:
    with pytest.raises(ConfigError):
        SimplifyChinese(**options)


def test_an_unknown_variant_is_an_error() -> None:
    with pytest.raises(ConfigError, match="choose one of"):
        ToTraditional(variant="sg")


def test_traditional_spans_are_whole_lines() -> None:
    text = "漢字\n汉字\n文字\r\nKANJI\n漢語"
    assert [text[start:end] for start, end in traditional_spans(text)] == ["漢字\n", "文字\r\nKANJI\n漢語"]


def test_the_seed_in_traditional_converts_to_the_strings_that_are_wanted(seeds: dict[str, str]) -> None:
    out = STEP(seeds["003_61b6c09980551dc2.txt"])
    for wanted in ("后装箱出厂", "张为说", "密闭的玻璃罩内", "欧美性猛交"):
        assert wanted in out
    assert "機" not in out
    assert "說" not in out


def test_the_way_back_follows_the_variant() -> None:
    text = "他说：“这里的鼠标很好。”"
    assert ToTraditional()(text) == "他說：「這裡的鼠標很好。」"
    assert ToTraditional(variant="hk")(text) == "他説：「這裏的鼠標很好。」"
    assert ToTraditional(vocabulary=True)(text) == "他說：「這裡的滑鼠很好。」"
    assert ToTraditional()("すでに国会は開かれた") == "すでに国会は開かれた"
    assert ToTraditional()("已經是漢字") == "已經是漢字"


@given(texts())
def test_the_way_back_raises_for_no_text_and_is_stable(text: str) -> None:
    out = ToTraditional()(text)
    assert ToTraditional()(out) == out


@given(SOUP)
@settings(max_examples=30)
def test_choices_point_at_what_they_name(text: str) -> None:
    for choice in ambiguities(text):
        assert text[choice.start : choice.end] == choice.source
        assert choice.chosen not in choice.alternatives
        assert choice.alternatives


def test_choices_are_reported_with_their_alternatives() -> None:
    found = ambiguities("張乾吃乾糧，看著名著")
    assert [(c.source, c.chosen) for c in found] == [("乾", "乾"), ("乾", "干"), ("著", "着"), ("著", "著")]
    assert found[0].why == "a personal name"


def test_a_converter_is_built_once() -> None:
    assert converter("t2s") is converter("t2s")
