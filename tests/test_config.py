"""Pipelines as JSON and TOML, and their fingerprint."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Sequence
from typing import ClassVar

import pytest
import regex

from shnorm import registry
from shnorm.errors import ConfigError, NotSerializableError, UnknownNameError
from shnorm.gate import Gate
from shnorm.normalizer import Composable, FromFunction, When, normalizer
from shnorm.pipeline import Pipeline
from shnorm.presets import PRESETS, preset
from shnorm.rules import Rule, RuleSet
from shnorm.stage import Stage
from shnorm.testing import check_round_trips

from .conftest import under_hash_seeds


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_survives_json_toml_and_pickle(name: str) -> None:
    check_round_trips(preset(name))


@pytest.mark.parametrize("name", [name for name in registry.BUILTIN if name != "When"])
def test_every_step_survives_json_toml_and_pickle(name: str) -> None:
    check_round_trips(registry.find(name)())


def test_guards_survive_with_their_engine_and_flags() -> None:
    guards = ["徐乾學", re.compile("a+", re.IGNORECASE), regex.compile(r"\p{Lu}+")]
    check_round_trips(Pipeline(preset("minimal").steps, protect=guards))


def test_a_conditional_step_survives() -> None:
    step = registry.find("NormalizeSpacing")()
    check_round_trips(Pipeline([When(gate=Gate(langs={"en", "zh"}, evidence=0.5), step=step)]))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"shnorm": 1, "steps": [{}]}, "needs a 'type'"),
        ({"shnorm": 1, "steps": [{"type": "StripNoises"}]}, "known: .*StripNoise"),
        ({"shnorm": 1, "steps": [{"type": "StripNoise", "maximum": 1}]}, "known: .*max_share"),
        ({"shnorm": 1, "steps": [], "step": []}, "known: protect, shnorm, steps"),
        ({"shnorm": 2, "steps": []}, "'shnorm': 1"),
        ({"steps": []}, "'shnorm': 1"),
        ({"shnorm": 1}, "have to be lists"),
        ([], "table"),
        ({"shnorm": 1, "steps": [], "protect": [{"pattern": "("}]}, "not a pattern"),
        ({"shnorm": 1, "steps": [], "protect": [{"pattern": "a", "engine": "perl"}]}, "known: re, regex"),
        ({"shnorm": 1, "steps": [{"type": "StripNoise", "max_share": "most"}]}, "takes a number"),
        ({"shnorm": 1, "steps": [{"type": "StripNoise", "categories": "copyright"}]}, "takes a tuple of names"),
        ({"shnorm": 1, "steps": [{"type": "SimplifyChinese", "words": [["a"]]}]}, "takes pairs"),
        ({"shnorm": 1, "steps": [{"type": "When"}]}, "takes a step"),
    ],
)
def test_a_faulty_configuration_says_what_is_wrong_and_what_is_known(data: object, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        Pipeline.from_json(json.dumps(data))


def test_a_text_that_is_no_json_or_toml_says_where() -> None:
    with pytest.raises(ConfigError, match="line 1"):
        Pipeline.from_json("{")
    with pytest.raises(ConfigError, match="line 1"):
        Pipeline.from_toml("shnorm == 1")


@pytest.mark.parametrize("bad", [None, 3, b"{}"])
def test_a_configuration_is_read_from_text_only(bad: object) -> None:
    for read in (Pipeline.from_json, Pipeline.from_toml):
        with pytest.raises(ConfigError, match="given as str"):
            read(bad)  # type: ignore[arg-type]  # that is what is tested


def test_an_empty_pipeline_survives() -> None:
    check_round_trips(Pipeline([]))
    check_round_trips(Pipeline([], protect=["徐乾學"]))


def test_only_fields_that_differ_from_their_defaults_are_written() -> None:
    data = json.loads(preset("minimal").to_json())
    assert data == {"shnorm": 1, "steps": [{"type": name} for name in PRESETS["minimal"]]}


def test_toml_says_that_it_cannot_hold_a_lone_surrogate() -> None:
    with pytest.raises(NotSerializableError, match="JSON"):
        Pipeline([], protect=["\ud800"]).to_toml()


def test_the_fingerprint_is_the_same_in_another_process_and_hash_seed() -> None:
    code = "import shnorm; print(shnorm.preset('web').fingerprint)"
    assert under_hash_seeds(code) == {preset("web").fingerprint + "\n"}


def test_the_fingerprint_changes_with_the_configuration_and_the_rules() -> None:
    web = preset("web")
    rule = registry.find("NormalizeSpacing")().stages()[0].rules[0]
    dotted = registry.find("NormalizeSpacing")().stages()[0].full_name(rule)
    assert (
        len(
            {
                web.fingerprint,
                web.without("StripNoise").fingerprint,
                web.without(dotted).fingerprint,
                web.protecting("x").fingerprint,
            }
        )
        == 4
    )


def test_the_fingerprint_tells_wrapped_functions_apart() -> None:
    steps = [
        FromFunction(function=str.upper),
        FromFunction(function=str.lower),
        FromFunction(function=functools.partial(re.sub, "a", "b")),
        FromFunction(function=functools.partial(re.sub, "a", "c")),
        When(step=FromFunction(function=str.upper)),
        When(step=FromFunction(function=str.lower)),
        When(step=FromFunction(function=str.lower), gate=Gate(langs={"en"})),
    ]
    assert len({Pipeline([step]).fingerprint for step in steps}) == len(steps)


def test_the_fingerprint_changes_with_where_a_rule_may_act() -> None:
    def made(gate: Gate) -> str:
        rule = Rule(name="x", why="for the test", pattern="x", new="y", gate=gate, examples=[("x", "y")], keeps=["z"])

        @normalizer
        class Gated(Composable):
            name: ClassVar[str] = "Gated"

            def stages(self) -> Sequence[Stage]:
                return (RuleSet("test", [rule]),)

        return Pipeline([Gated()]).fingerprint

    assert made(Gate()) != made(Gate(langs={"en"}))
    assert made(Gate(langs={"en", "fr"})) == made(Gate(langs={"fr", "en"}))


def test_the_fingerprint_changes_with_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    before = preset("web").fingerprint
    monkeypatch.setattr("shnorm.config.version", lambda name: "0" if name == "opencc" else "1")
    assert preset("web").fingerprint != before


def test_a_step_of_another_package_registers_through_an_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        name, value = "DropFootnotes", "acme.text:DropFootnotes"

        @staticmethod
        def load() -> object:
            from shnorm.normalizer import normalizer

            return normalizer(
                type("DropFootnotes", (), {"name": "DropFootnotes", "stages": lambda self: (), "__annotations__": {}})
            )

    monkeypatch.setattr(registry, "entry_points", lambda group: [Point])
    pipeline = Pipeline.from_json('{"shnorm": 1, "steps": [{"type": "DropFootnotes"}]}')
    assert pipeline.steps[0].name == "DropFootnotes"
    assert "DropFootnotes" in registry.names()


def test_an_entry_point_that_is_no_step_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        name, value = "Odd", "acme:odd"
        load = staticmethod(lambda: dict)

    monkeypatch.setattr(registry, "entry_points", lambda group: [Point])
    with pytest.raises(ConfigError, match="no normalizer"):
        registry.find("Odd")


def test_an_entry_point_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        name, value = "Gone", "acme:Gone"

        @staticmethod
        def load() -> object:
            raise ModuleNotFoundError("No module named 'acme'")

    monkeypatch.setattr(registry, "entry_points", lambda group: [Point])
    with pytest.raises(ConfigError, match="'acme:Gone' cannot be loaded"):
        registry.find("Gone")


def test_an_unknown_step_lists_the_known() -> None:
    with pytest.raises(UnknownNameError, match="FixEncoding"):
        registry.find("Fix")
