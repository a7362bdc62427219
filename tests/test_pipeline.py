"""Composing, configuring and running pipelines, with steps made for the test so that nothing else can fail here."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given

import shnorm
from shnorm.errors import ConfigError, InputTypeError, NotSerializableError, ShnormError, UnknownNameError
from shnorm.gate import Gate
from shnorm.normalizer import Composable, FromFunction, When, normalizer, select
from shnorm.pipeline import Pipeline
from shnorm.presets import PRESETS, preset
from shnorm.rules import Rule, RuleSet
from shnorm.stage import Stage
from shnorm.testing import check_laws, texts

ROOT = Path(__file__).parent.parent
COMMAS = RuleSet(
    "test.commas",
    [
        Rule(
            name="blank",
            why="no blank before a comma",
            pattern=" +,",
            new=",",
            hint=" ,",
            examples=[("a , b", "a, b")],
            keeps=["a, b"],
        ),
        Rule(
            name="twice",
            why="one comma is enough",
            pattern=",,+",
            new=",",
            hint=",,",
            examples=[("a,, b", "a, b")],
            keeps=["a, b"],
        ),
    ],
)


@normalizer
class TidyCommas(Composable):
    name: ClassVar[str] = "TidyCommas"
    disable: tuple[str, ...] = ()

    def stages(self) -> Sequence[Stage]:
        return select((COMMAS,), self.disable)


@normalizer
class Replace(Composable):
    name: ClassVar[str] = "Replace"
    old: str = "a"
    new: str = "b"

    def stages(self) -> Sequence[Stage]:
        return FromFunction(function=lambda text: text.replace(self.old, self.new)).stages()


def shout(text: str) -> str:
    return text.upper()


class Odd:
    """Compares as missing values of pandas and arrays of numpy do."""

    def __init__(self, error: type[Exception]) -> None:
        self.error = error

    def __ne__(self, other: object) -> bool:
        raise self.error("the truth of this is ambiguous")

    __hash__ = None  # type: ignore[assignment]  # neither has one that is of use


def fail_on_x(text: str) -> str:
    if "x" in text:
        raise RuntimeError("x")
    return text.upper()


def test_steps_and_pipelines_join_in_the_order_written() -> None:
    a, b, c = Replace(old="1"), Replace(old="2"), Replace(old="3")
    assert (a | b | c).steps == (a, b, c)
    assert (a | (b | c)) == ((a | b) | c)


def test_a_plain_callable_joins_on_either_side() -> None:
    assert (TidyCommas() | shout)("a , b") == "A, B"
    assert (shout | TidyCommas())("a , b") == "A, B"
    assert (TidyCommas() | Replace(old="q") | shout)("a , b") == "A, B"
    assert (shout | Pipeline([TidyCommas()], protect=["x"])).protect == ("x",)


@given(texts())
def test_a_pipeline_keeps_the_laws_on_any_text(text: str) -> None:
    check_laws(TidyCommas() | Replace(old="the", new="a"), text)


def test_a_clean_text_comes_back_as_the_same_object() -> None:
    text = "".join(["all ", "is well"])
    assert TidyCommas()(text) is text
    assert not TidyCommas().run(text).changed


def test_the_steps_run_until_nothing_changes() -> None:
    assert (TidyCommas() | Replace(old=";", new=" ,"))("a ; b") == "a, b"


def test_steps_that_undo_each_other_end() -> None:
    assert (Replace(old="a", new="b") | Replace(old="b", new="a"))("ab") in ("aa", "bb")


def test_protected_places_hold_for_every_step() -> None:
    steps = [Replace(old="a", new="o"), FromFunction(function=shout)]
    assert Pipeline(steps, protect=["Java"])("Java banana") == "Java BONONO"
    assert Pipeline(steps, protect=[re.compile(r"\bb\w+")])("Java banana") == "JOVO banana"


@pytest.mark.parametrize(
    ("bad", "advice"),
    [(TidyCommas, r"TidyCommas\(\)"), ("TidyCommas", r"TidyCommas\(\)"), (shout, "FromFunction"), (None, "calling its class")],
)
def test_what_is_no_step_is_refused_with_advice(bad: object, advice: str) -> None:
    with pytest.raises(ConfigError, match=f"is not a step; .*{advice}"):
        Pipeline([bad])  # type: ignore[list-item]  # that is what is tested
    if bad is not shout:
        for whole in (TidyCommas(), Pipeline([TidyCommas()])):
            with pytest.raises(ConfigError, match=f"is not a step; .*{advice}"):
                whole | bad
    with pytest.raises(ConfigError, match="is not a step"):
        Pipeline([TidyCommas()]).replace(bad)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize("bad", ["web", None, TidyCommas()])
def test_what_is_no_sequence_of_steps_is_refused_with_advice(bad: object) -> None:
    with pytest.raises(ConfigError, match="sequence of steps"):
        Pipeline(bad)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize("bad", ["Java", None, [""], [3], [re.compile(b"x")]])
def test_what_can_protect_nothing_is_refused_with_advice(bad: object) -> None:
    with pytest.raises(ConfigError, match="protect="):
        Pipeline([], protect=bad)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize("bad", [3, None, TidyCommas, TidyCommas()])
def test_without_takes_names_only(bad: object) -> None:
    with pytest.raises(ConfigError, match="takes names"):
        Pipeline([TidyCommas()]).without(bad)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize("bad", ["zh_TW", "", "中文", "english", "zh-", 3, b"en", ["en"]])
def test_a_language_that_is_no_code_is_refused_with_advice(bad: object) -> None:
    for call in (TidyCommas(), TidyCommas().run, shnorm.sentences, shnorm.words):
        with pytest.raises(ShnormError, match="BCP 47"):
            call("a , b", lang=bad)
    with pytest.raises(ShnormError, match="BCP 47"):
        Pipeline([TidyCommas()]).map(["a , b"], lang=bad)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize("options", [{"disable": "test.commas"}, {"disable": 3}])
def test_an_option_that_takes_names_takes_no_single_string(options: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match="takes a tuple of names"):
        TidyCommas(**options)


def test_an_option_that_takes_names_takes_a_list_and_the_step_stays_hashable() -> None:
    names = ["test.commas.twice"]
    assert TidyCommas(disable=names) == TidyCommas(disable=tuple(names))  # type: ignore[arg-type]  # that is what is tested
    assert len({TidyCommas(disable=names), TidyCommas(disable=tuple(names))}) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("step", "options"),
    [
        (shnorm.SimplifyChinese, {"vocabulary": "no"}),
        (shnorm.SimplifyChinese, {"region": None}),
        (shnorm.SimplifyChinese, {"words": [("a",)]}),
        (shnorm.StripNoise, {"max_share": "0.5"}),
        (shnorm.StripNoise, {"max_share": True}),
        (lambda **options: shnorm.StripNoise(**options).stages(), {"model": {"lines": ()}}),
        (FromFunction, {"function": 3}),
        (When, {}),
        (When, {"step": TidyCommas}),
        (When, {"step": TidyCommas(), "gate": {"en"}}),
    ],
)
def test_an_option_of_another_kind_is_refused_when_the_step_is_made(step: Any, options: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match=r"takes"):
        step(**options)


@pytest.mark.parametrize("bad", [None, 3, []])
def test_a_preset_that_is_no_name_lists_the_known(bad: object) -> None:
    with pytest.raises(UnknownNameError, match="web-keep-script"):
        preset(bad)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize("bad", [b"bytes", None, 3, float("nan"), ["a"], Odd(TypeError), Odd(ValueError)])
def test_only_text_is_cleaned(bad: object) -> None:
    with pytest.raises(InputTypeError):
        TidyCommas()(bad)  # type: ignore[arg-type]  # that is what is tested
    with pytest.raises(InputTypeError):
        TidyCommas().run(bad)  # type: ignore[arg-type]  # that is what is tested
    for judge in (shnorm.classify, shnorm.translation_score, shnorm.detect, shnorm.sentences, shnorm.words):
        with pytest.raises(InputTypeError, match="must be str"):
            judge(bad)  # type: ignore[operator]  # that is what is tested


def test_without_takes_a_step_or_switches_off_a_rule() -> None:
    pipeline = TidyCommas() | Replace(old="z")
    assert pipeline.without("Replace").steps == (TidyCommas(),)
    assert pipeline.without("test.commas.twice")("a ,, b") == "a,, b"
    assert pipeline.without("test.commas")("a ,, b") == "a ,, b"
    with pytest.raises(UnknownNameError, match=r"test\.commas\.blank"):
        pipeline.without("test.colons")


def test_without_leaves_out_a_step_whose_only_rule_is_named() -> None:
    web = preset("web")
    assert web.without("simplify.convert") == web.without("SimplifyChinese") == preset("web-keep-script")


def test_without_looks_into_a_wrapped_step() -> None:
    gate = Gate(langs={"en"})
    pipeline = When(gate=gate, step=TidyCommas()) | Replace(old="z")
    assert pipeline.without("TidyCommas") == pipeline.without("When") == Pipeline([Replace(old="z")])
    assert pipeline.without("test.commas.twice").steps[0] == When(gate=gate, step=TidyCommas(disable=("test.commas.twice",)))
    assert pipeline.without("test.commas.twice")("a ,, b", lang="en") == "a,, b"


def test_losses_look_into_a_wrapped_step() -> None:
    gate = Gate(langs={"zh"})
    (loss,) = (When(gate=gate, step=shnorm.SimplifyChinese()) | shnorm.StripNoise()).losses
    assert loss.startswith("SimplifyChinese runs before StripNoise")


def test_a_stranger_among_many_names_brings_the_closest() -> None:
    with pytest.raises(UnknownNameError, match=r"closest of \d+ known: .*copyright\.rights") as caught:
        preset("web").without("noise.copyright.right")
    assert len(str(caught.value)) < 600


def test_replace_puts_a_step_in_place_of_its_namesake() -> None:
    pipeline = TidyCommas() | Replace(old="z")
    assert pipeline.replace(Replace(old="q")).steps == (TidyCommas(), Replace(old="q"))
    with pytest.raises(UnknownNameError, match="TidyCommas"):
        pipeline.replace(FromFunction(function=shout))


def test_an_unknown_rule_in_disable_lists_the_known() -> None:
    with pytest.raises(UnknownNameError, match=r"test\.commas\.twice"):
        TidyCommas(disable=("test.commas.thrice",))("a")


def test_a_step_pickles_without_what_it_cached() -> None:
    step = TidyCommas()
    step("a , b")
    assert pickle.loads(pickle.dumps(step)) == step
    assert hash(pickle.loads(pickle.dumps(step))) == hash(step)


def test_a_class_without_stages_or_name_is_no_step() -> None:
    with pytest.raises(ConfigError, match="stages"):
        normalizer(type("Empty", (), {}))
    with pytest.raises(ConfigError, match="public name"):
        normalizer(type("Nameless", (), {"stages": lambda self: ()}))


def test_when_runs_its_step_only_where_the_gate_is_open() -> None:
    gated = When(gate=Gate(scripts={"Latin"}, without={"Han"}), step=TidyCommas())
    assert gated("a , b") == "a, b"
    assert gated("中 , b") == "中 , b"


def test_a_wrapped_function_cannot_stand_in_a_configuration() -> None:
    with pytest.raises(NotSerializableError, match="FromFunction"):
        Pipeline([FromFunction(function=shout)]).to_json()


def test_a_function_that_returns_no_text_is_named() -> None:
    with pytest.raises(ConfigError, match="returned NoneType"):
        FromFunction(function=lambda text: None)("a")


@pytest.mark.parametrize("bad", [None, 3, b"text"])
def test_map_takes_an_iterable_of_texts(bad: object) -> None:
    with pytest.raises(InputTypeError, match="iterable of texts"):
        Pipeline([TidyCommas()]).map(bad)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize("jobs", [0, None, "2", 1.5])
def test_map_takes_a_whole_number_of_jobs(jobs: object) -> None:
    with pytest.raises(ConfigError, match="whole numbers"):
        Pipeline([TidyCommas()]).map(["a"], jobs=jobs)  # type: ignore[arg-type]  # that is what is tested


# -- map -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets processes that inherit no memory (Linux from Python 3.14 on) import this file."""
    monkeypatch.syspath_prepend(str(ROOT))


@pytest.mark.usefixtures("importable")
@pytest.mark.parametrize("jobs", [1, 2])
def test_map_keeps_the_order_and_passes_missing_values(jobs: int) -> None:
    pipeline = Pipeline([FromFunction(function=shout)])
    given_texts = ["a", None, "b"] * 20
    assert list(pipeline.map(given_texts, jobs=jobs, chunk=7)) == ["A", None, "B"] * 20


@pytest.mark.usefixtures("importable")
def test_map_unordered_loses_nothing() -> None:
    pipeline = Pipeline([FromFunction(function=shout)])
    assert sorted(pipeline.map((f"t{i}" for i in range(50)), jobs=2, chunk=3, ordered=False), key=str) == sorted(
        f"T{i}" for i in range(50)
    )


@pytest.mark.usefixtures("importable")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_that_fails_does_not_lose_the_others(jobs: int) -> None:
    pipeline = Pipeline([FromFunction(function=fail_on_x)])
    assert list(pipeline.map(["a", "x", "b"], jobs=jobs, on_error="keep")) == ["A", "x", "B"]
    assert list(pipeline.map(["a", "x", "b"], jobs=jobs, on_error="flag")) == ["A", None, "B"]
    with pytest.raises(RuntimeError, match="x"):
        list(pipeline.map(["a", "x", "b"], jobs=jobs))


SPAWNING = """
import multiprocessing
import shnorm

def shout(text):
    return text.upper()

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    pipeline = shnorm.Pipeline([shnorm.NormalizeSpacing()])
    print(list((pipeline | shout).map(["I agree .", None], jobs=2)))
    exec("def nowhere(text): return text")
    for step in (lambda text: text, nowhere):
        try:
            list((pipeline | step).map(["a"], jobs=2, on_error="keep"))
        except shnorm.ConfigError as error:
            print(error)
"""


def test_where_processes_inherit_no_memory_a_step_they_cannot_load_is_an_error_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "spawning.py").write_text(SPAWNING)
    done = subprocess.run([sys.executable, "spawning.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
    worked, lambdas, nowhere = done.stdout.splitlines()
    assert worked == "['I AGREE.', None]"
    assert "cannot be sent to processes" in lambdas
    assert re.search("cannot be loaded in another process: .* attribute 'nowhere'.* or use jobs=1", nowhere)


def test_map_is_lazy() -> None:
    def forever() -> Iterator[str]:
        while True:
            yield "a"

    assert next(Pipeline([FromFunction(function=shout)]).map(forever())) == "A"


def test_map_tells_its_progress() -> None:
    seen: list[int] = []
    list(Pipeline([FromFunction(function=shout)]).map(["a", "b"], progress=seen.append))
    assert seen == [1, 2]


@pytest.mark.parametrize("options", [{"jobs": 0}, {"chunk": 0}, {"on_error": "ignore"}])
def test_options_of_map_that_cannot_work_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(ConfigError):
        Pipeline([]).map([], **options)  # type: ignore[arg-type]  # that is what is tested
    with pytest.raises(ConfigError, match="not one text"):
        Pipeline([]).map("one text")


# -- presets ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PRESETS)
def test_no_preset_loses_anything_by_its_order(name: str) -> None:
    assert preset(name).losses == ()


def test_an_order_that_loses_something_says_what() -> None:
    web = preset("web")
    assert any("StripNoise" in loss for loss in Pipeline([*web.steps[-1:], *web.steps[:-1]]).losses)


def test_an_unknown_preset_lists_the_known() -> None:
    with pytest.raises(UnknownNameError, match="web-keep-script"):
        preset("all")


def test_a_warmed_process_builds_nothing_more_when_it_cleans() -> None:
    code = (
        "import time, shnorm; from shnorm import resources; from pathlib import Path\n"
        "shnorm.warm(); built = {n for n in resources.names() if resources._ALL[n]._value is not resources._UNBUILT}\n"
        "[shnorm.run(p.read_text(encoding='utf-8')) for p in Path('seeds').glob('*.txt')]\n"
        "after = {n for n in resources.names() if resources._ALL[n]._value is not resources._UNBUILT}\n"
        "print(sorted(after - built))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert out.stdout.strip() == "[]"


@pytest.mark.parametrize("text", ["是什么\nは簡", "x?y=1,2記`\n后面", "城北旧事”e n t 0."])
def test_steps_that_undo_each_other_have_done_nothing(text: str) -> None:
    result = preset("web").run(text)
    assert preset("web")(text) is text
    assert result.text == text
    assert not result.steps
