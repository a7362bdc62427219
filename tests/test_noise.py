"""Noise: the labelled pages and spans, the laws of removal, the guard, the model of a site, and the lexicons."""

from __future__ import annotations

import dataclasses
import json
import pickle
import random
import re
import time
from pathlib import Path
from typing import Any

import opencc
import pytest

import shnorm
from shnorm import ConfigError, NoiseModel, Pipeline, StripNoise, UnknownNameError, classify
from shnorm.errors import RuleError
from shnorm.lines import Lines
from shnorm.noise import engine, screen
from shnorm.noise.categories import CATEGORIES, all_rules
from shnorm.noise.lexicon import LEXICON, load
from shnorm.noise.page import Page
from shnorm.noise.rule import Claim, NoiseRule
from shnorm.noise.stage import NoiseStage
from shnorm.noise.units import LONGEST, Row, collapse, take_apart
from shnorm.noise.view import ends_sentence, view, weight

CASES = Path(__file__).parent / "cases"
STRIP = StripNoise()
PROSE = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
MORE = "农民们每天清早就到渠口去看水，晚上再去一次，谁家先浇都记在本子上。"


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines() if line.strip()]


PAGES = rows("gold/noise.jsonl")
SPANS = rows("gold/noise_spans.jsonl")
LINES = rows("noise_lines.jsonl")


def text_of(page: dict[str, object]) -> str:
    return "\n".join(line["text"] for line in page["lines"])  # type: ignore[attr-defined,index]  # as the file has it


def pages() -> list[object]:
    return [pytest.param(page, id=str(page["id"])) for page in PAGES]


# -- the labelled sets -------------------------------------------------------------------------------------------------


def test_noise_lines_of_the_labelled_pages_go_and_the_others_stay() -> None:
    right = missed = wrong = content = 0
    for page in PAGES:
        gone = {(v.start, v.end) for v in classify(text_of(page))}
        position = 0
        for line in page["lines"]:  # type: ignore[attr-defined]  # as the file has it
            start, end = position, position + len(line["text"])
            position = end + 1
            if not line["text"].strip() or line.get("debatable"):
                continue
            removed = (start, end) in gone
            if line["label"] == "noise":
                right += removed
                missed += not removed
            else:
                content += 1
                wrong += removed
    # Two equal lines: which copy goes does not matter, so one line may be wrong.
    assert missed <= 0.02 * (right + missed) + 1
    assert wrong <= 0.002 * content + 1


@pytest.mark.parametrize("page", [p for p in PAGES if p["clean"]], ids=lambda p: str(p["id"]))
def test_a_clean_page_is_returned_as_the_same_object(page: dict[str, object]) -> None:
    text = text_of(page)
    assert STRIP(text) is text


def test_spans_glued_to_good_lines_are_cut_exactly() -> None:
    wrong = [case["id"] for case in SPANS if " ".join(STRIP(str(case["input"])).split()) != " ".join(str(case["gold"]).split())]
    assert len(wrong) <= 0.05 * len(SPANS), wrong


@pytest.mark.parametrize("case", [c for c in LINES if c["noise"]], ids=lambda c: str(c["text"])[:30])
def test_a_line_of_noise_after_the_text_goes(case: dict[str, object]) -> None:
    assert STRIP(f"{PROSE}\n{MORE}\n{case['text']}\n【打印】【关闭】") == f"{PROSE}\n{MORE}\n", case


@pytest.mark.parametrize("case", [c for c in LINES if not c["noise"]], ids=lambda c: str(c["text"])[:30])
@pytest.mark.parametrize("page", ["{0}\n{1}\n{2}", "{1}\n{0}\n{2}", "{1}\n{2}\n{0}", "{0}"])
def test_a_good_line_stays_wherever_it_stands(case: dict[str, object], page: str) -> None:
    text = page.format(case["text"], PROSE, MORE)
    assert STRIP(text) == text


# -- the laws ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", pages())
def test_a_second_run_finds_nothing_more(page: dict[str, object]) -> None:
    once = STRIP(text_of(page))
    assert STRIP(once) == once


@pytest.mark.parametrize("page", pages())
def test_lines_that_stay_are_as_they_were_and_in_order(page: dict[str, object]) -> None:
    text = text_of(page).replace("\n", "\r\n")
    result = STRIP.run(text)
    touched = [(removal.start, removal.end) for removal in result.removals]
    position, kept = 0, []
    for line in text.splitlines(keepends=True):
        start, end = position, position + len(line)
        position = end
        if not any(a < end and start < b for a, b in touched):
            kept.append(line)
    for line in kept:
        assert line in result.text
    assert "\n" not in result.text.replace("\r\n", "")


@pytest.mark.parametrize("page", pages())
def test_a_traditional_page_and_its_simplified_twin_get_the_same_verdicts(page: dict[str, object]) -> None:
    text = text_of(page)
    twin = opencc.OpenCC("t2s").convert(text)
    if len(twin) == len(text):
        assert [v[:4] for v in classify(text)] == [v[:4] for v in classify(twin)]


def test_blank_lines_that_a_removal_leaves_close_to_one_and_others_stay() -> None:
    text = f"{PROSE}\n\n\n{MORE}\n\n分享到：微博 微信\n\n【打印】【关闭】\n\n{MORE}后来呢？\n"
    assert STRIP(text) == f"{PROSE}\n\n\n{MORE}\n\n{MORE}后来呢？\n"


def test_removals_name_category_rule_and_reason_in_offsets_of_the_original() -> None:
    text = f"{PROSE}\n（责任编辑：卢青）\n"
    (removal,) = STRIP.run(text).removals
    assert (removal.text, removal.category, removal.rule) == (
        "（责任编辑：卢青）\n",
        "agency_footer",
        "noise.agency-footer.editor",
    )
    assert removal.why


def test_protected_spans_stay() -> None:
    text = f"{PROSE}\n（责任编辑：卢青）\n"
    assert Pipeline([STRIP], protect=["卢青"])(text) == text


@pytest.mark.parametrize(
    "unit",
    [
        "首页\n",
        "abc de\n",
        "x",
        "新闻，",
        "a > ",
        "甲县|",
        "(",
        "分享到：微博 ",
        "The same line of text stands here again.\n",
        "1 ",
    ],
)
def test_hostile_pages_cost_in_proportion(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.perf_counter()
        classify(text)
        return time.perf_counter() - start

    cost(1000)
    small = min(cost(8_000) for _ in range(3))
    large = min(cost(128_000) for _ in range(2))
    # Sixteen times the text: linear costs about 16 times as much, quadratic 256 times.
    assert large < 100 * max(small, 0.002)


@pytest.mark.parametrize("text", ["", "\n", "\x00", "\ud800", " \r\n\r", "\ud800\n责任编辑：\udfff", "\u2028分享到：微博\u2028"])
def test_no_text_raises(text: str) -> None:
    STRIP.run(text)
    classify(text)


# -- configuration -----------------------------------------------------------------------------------------------------


def test_categories_keep_and_disable_choose_what_goes() -> None:
    text = f"分享到：微博 微信\n{PROSE}\n（责任编辑：卢青）\n"
    assert StripNoise(categories=("share_social",))(text) == f"{PROSE}\n（责任编辑：卢青）\n"
    assert StripNoise(keep=("share_social",))(text) == f"分享到：微博 微信\n{PROSE}\n"
    assert StripNoise(disable=("noise.share-social", "noise.agency-footer.editor"))(text) == text


def test_strangers_in_the_configuration_are_errors() -> None:
    with pytest.raises(UnknownNameError):
        StripNoise(categories=("spam",)).stages()
    with pytest.raises(UnknownNameError):
        StripNoise(disable=("noise.nothing",)).stages()
    with pytest.raises(ConfigError):
        StripNoise(max_share=2).stages()
    with pytest.raises(ConfigError):
        StripNoise(keep="share_social").stages()


def test_a_page_that_would_be_stripped_bare_keeps_what_is_not_certain_and_is_flagged() -> None:
    text = "首页 | 新闻中心 | 联系我们\n相关推荐\n热门文章\n分享到：微博 微信\n短讯一则。"
    result = StripNoise(max_share=0.2).run(text)
    assert result.text == text
    assert [flag.kind for flag in result.flags] == ["mostly-noise"]
    assert StripNoise(max_share=1.0)(text) != text


def test_the_step_pickles_compares_and_goes_through_json() -> None:
    step = StripNoise(keep=("tags_keywords",), max_share=0.5)
    assert pickle.loads(pickle.dumps(step)) == step
    assert Pipeline.from_json(Pipeline([step]).to_json()).steps[0] == step


# -- the model of a site -----------------------------------------------------------------------------------------------

SITE = [f"北山茶讯网\n第{n}篇茶事\n{PROSE[:-1]}，这是第{n}次。\n采茶热线每天开通 {n}\n" for n in "甲乙丙丁"]


def test_lines_that_stand_on_many_pages_of_a_site_are_its_template(tmp_path: Path) -> None:
    model = NoiseModel.fit(SITE)
    out = StripNoise(model=model)(SITE[0])
    assert "北山茶讯网" not in out
    assert "第甲篇茶事" in out
    assert "4 of 4 pages: 北山茶讯网" in model.explain()
    model.save(tmp_path / "site.json")
    again = NoiseModel.load(tmp_path / "site.json")
    assert again == model
    assert StripNoise(model=again)(SITE[1]) == StripNoise(model=model)(SITE[1])
    assert next(v.rule for v in classify(SITE[0], model=model)) == "noise.duplicate.site-template"


def test_what_is_no_model_is_an_error_that_says_so() -> None:
    with pytest.raises(ConfigError, match="NoiseModel"):
        NoiseModel.loads("{}")


# -- rules and lexicons ------------------------------------------------------------------------------------------------


def test_every_cue_serves_a_rule_that_exists() -> None:
    known = {(rule.category, rule.name) for rule in all_rules()}
    assert {(cue.category, cue.rule) for cue in load()} - known <= {
        ("seo_spam", kind) for kind in ("adult", "sure", "brand", "entry", "game", "service", "pitch", "filler")
    }


def test_every_cue_is_written_as_it_is_matched() -> None:
    assert [cue for cue in load() if cue.text != view(cue.text)] == []


def test_every_category_says_what_it_is_and_what_is_let_in() -> None:
    for category in CATEGORIES.get():
        assert category.definition.endswith("."), category.name
        assert category.admission.strip(), category.name
    assert len(CATEGORIES.get()) >= 19


def test_a_finder_without_cues_is_found_by_its_hints() -> None:
    def find(page: Page) -> list[Claim]:
        return [Claim(line.index) for line in page.lines if "℃~" in line.seen]

    def stage(*hint: str) -> NoiseStage:
        rule = NoiseRule(name="box", why="a box", find=find, hint=hint, examples=[("1℃~2℃", "")], keeps=["1℃"], category="demo")
        return NoiseStage([rule], 0.8, None)

    text = f"{PROSE}\n今日 1℃~20℃"
    assert [verdict.rule for verdict in stage("℃~").judged(Lines(text))] == ["noise.demo.box"]
    assert stage().judged(Lines(text)) == []


def test_a_finder_whose_hint_is_common_is_asked_only_where_its_sign_shows() -> None:
    asked: list[str] = []

    def find(page: Page) -> list[Claim]:
        asked.append(page.text)
        return []

    rule = NoiseRule(
        name="box", why="a box", find=find, hint=("-",), sign=lambda lines: "box" in lines, examples=[("-", "")], keeps=["x"]
    )
    stage = NoiseStage([dataclasses.replace(rule, category="demo")], 0.8, None)
    for text in (f"{PROSE}\n- one", f"{PROSE}\n- one\nBox"):
        stage.judged(Lines(text))
    assert asked == [f"{PROSE}\n- one\nBox"]


def test_a_run_judges_each_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(lines: Lines, known: screen.Known | None = None) -> screen.Look:
        looked.append(lines.text)
        return screen.look(lines, known)

    monkeypatch.setattr(engine, "look", look)
    STRIP.run(f"{PROSE}\n分享到：微博 微信\n")
    assert looked == [f"{PROSE}\n分享到：微博 微信\n", f"{PROSE}\n"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": "Box"}, "kebab-case"),
        ({"why": ""}, "why= is missing"),
        ({"examples": ("a", "b")}, "list of pairs"),
        ({"keeps": "b"}, "write \\['b'\\]"),
        ({"hint": "b"}, "tuple of literals"),
        ({"where": "top"}, "none of anywhere, edge"),
    ],
)
def test_a_noise_rule_cannot_be_declared_without_what_it_owes(change: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError, match=message):
        NoiseRule(**{"name": "box", "why": "a box", "examples": [("a", "b")], "keeps": ["b"], **change})


def look_at_all(lines: Lines, known: screen.Known | None = None) -> screen.Look:
    """What the first look would say if it left nothing out."""
    seen = view(lines.text)
    everything = screen.CUES | screen.PHRASES | screen.ENDING | screen.BEGINNING | screen.SIGNS
    rows: dict[int, Row] = {}
    for i, (start, end, _) in enumerate(lines):
        line = seen[start:end]
        core = collapse(line)
        if len(core) <= LONGEST and not (ends_sentence(core) and weight(core) > 24):
            row = take_apart(core, LEXICON.get(), 17.0 if re.search(r"\d", core) else 0.0)
            if row is not None:
                rows[i] = row
    return screen.look(lines)._replace(may=dict.fromkeys(range(len(lines)), everything), rows=rows)


def mixed_texts() -> list[str]:
    rng = random.Random(11)
    texts = [text_of(page) for page in PAGES] + [str(case["input"]) for case in SPANS]
    for rule in all_rules():
        texts += [*(page for page, _ in rule.examples), *rule.keeps]
    lines = [line for text in texts for line in text.split("\n") if line.strip()] + [str(case["text"]) for case in LINES]
    cues = [cue.text for cue in rng.sample(load(), 300)]
    for _ in range(300):
        a, b, c = rng.sample(lines, 3)
        d = rng.choice(cues)
        texts += [
            f"{a} {d}",
            f"{a}{d}",
            f"{a}({d})",
            f"{d} {a}",
            f"{d}：{a}",
            f"{a}\n{d}\n{b}",
            f"{b}\r\n{a} {c}",
            a[len(a) // 3 : -3],
            d.upper(),
        ]
    return texts


@pytest.mark.parametrize("chunk", range(8))
def test_what_the_first_look_leaves_out_is_no_noise(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = mixed_texts()[chunk::8]
    quick = [classify(text) for text in texts]
    monkeypatch.setattr(engine, "look", look_at_all)
    monkeypatch.setattr(engine.Judge, "_shown", lambda judge, text, seen: judge._hinted)
    monkeypatch.setattr(engine, "notices", lambda seen, gone=(): list(range(len(seen.told))))
    slow = [classify(text) for text in texts]
    assert [(text, a, b) for text, a, b in zip(texts, quick, slow, strict=True) if a != b] == []


def test_verdicts_stand_at_their_offsets_in_order_without_overlap() -> None:
    for page in PAGES:
        text, position = text_of(page), 0
        for verdict in classify(text):
            assert position <= verdict.start < verdict.end <= len(text)
            assert 0.0 <= verdict.confidence <= 1.0
            assert verdict.why
            position = verdict.end


def test_noise_is_found_in_the_preset_as_well() -> None:
    clean = shnorm.preset("web-keep-script")
    assert clean(f"{PROSE}\n\n分享到：微博 微信\n").rstrip() == clean(f"{PROSE}\n").rstrip()


def test_a_closing_notice_that_is_glued_on_is_cut_once() -> None:
    page = "繁體中文网站，请选择语言\nShe opened the gate and let the dog run ahead of her. [Continue reading...]"
    assert [(v.start, v.end) for v in classify(page)] == [(66, 88)]
