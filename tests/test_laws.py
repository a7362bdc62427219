"""The laws, over the seeds, their mutations and any text whatever; each step and each preset has to keep them all."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shnorm
from shnorm import registry
from shnorm.presets import PRESETS, preset
from shnorm.testing import check_account, check_laws, check_spans, mutations, texts

from .conftest import SEEDS, seed_texts

STEPS = [name for name in registry.BUILTIN if name != "When"]
SEED_TEXTS = list(seed_texts().values())
ANY = st.one_of(texts(), mutations(SEED_TEXTS))

#: Steps that are not idempotent, each with its reason.  None is.
NOT_IDEMPOTENT: dict[str, str] = {}


@pytest.mark.parametrize("name", STEPS)
@given(text=ANY)
def test_every_step_keeps_the_laws(name: str, text: str) -> None:
    check_laws(registry.find(name)(), text, idempotent=name not in NOT_IDEMPOTENT)


@pytest.mark.parametrize("name", PRESETS)
@given(text=ANY)
def test_every_preset_keeps_the_laws(name: str, text: str) -> None:
    check_laws(preset(name), text)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("page", sorted(seed_texts()))
def test_every_preset_keeps_the_laws_on_the_seeds(name: str, page: str, seeds: dict[str, str]) -> None:
    check_laws(preset(name), seeds[page])


# -- the promises of the presets -------------------------------------------------------------------------------------


def letters(text: str) -> int:
    return sum(ch.isalnum() for ch in text)


@given(text=mutations(SEED_TEXTS))
def test_minimal_adds_and_deletes_no_letter_or_digit(text: str) -> None:
    """A terminal's escape sequence goes whole, its letters are none; a radical is no letter to Unicode, and becomes one."""
    result = preset("minimal").run(text)
    for received, step in zip(result._texts, result.steps, strict=False):
        for edit in step.edits:
            if step.normalizer != "FixEncoding" and edit.rule != "unicode.ansi-escape":
                old = received[edit.start : edit.end]
                assert letters(old) == letters(edit.new) or len(old) == len(edit.new), f"{edit} changed {old!r}"


@given(text=mutations(SEED_TEXTS))
def test_repair_removes_only_repeated_or_cut_copies_of_lines(text: str) -> None:
    for removal in preset("repair").run(text).removals:
        assert removal.category == "duplicate", removal


@given(text=mutations(SEED_TEXTS))
def test_removing_a_line_leaves_the_others_and_their_line_ends(text: str) -> None:
    result = shnorm.StripNoise().run(text)
    check_account(result)
    position, kept = 0, []
    for change in result.changes:
        assert change.new_start == change.new_end, f"StripNoise put something in: {change}"
        kept.append(text[position : change.start])
        position = change.end
    assert "".join([*kept, text[position:]]) == result.text


# -- segmenters and detectors ----------------------------------------------------------------------------------------


@given(text=ANY)
def test_sentences_words_and_language_spans_tile_any_text(text: str) -> None:
    for segment in (shnorm.sentences, shnorm.words, shnorm.paragraphs, shnorm.detect_spans):
        check_spans(segment(text), text)


@given(text=ANY)
def test_the_judges_answer_for_any_text(text: str) -> None:
    assert 0.0 <= shnorm.translation_score(text).value <= 1.0
    language = shnorm.detect(text)
    assert language.code
    assert 0.0 <= language.confidence <= 1.0
    for verdict in shnorm.classify(text):
        assert 0 <= verdict.start < verdict.end <= len(text)
        assert verdict.category
        assert verdict.rule
        assert verdict.why
        assert 0.0 <= verdict.confidence <= 1.0


def test_nothing_is_detected_in_nothing() -> None:
    assert shnorm.detect("").code == shnorm.detect("12345").code == "und"


# -- twins -----------------------------------------------------------------------------------------------------------


def test_a_traditional_page_and_its_simplified_twin_get_the_same_verdicts_and_words(seeds: dict[str, str]) -> None:
    page = seeds["003_61b6c09980551dc2.txt"].split("\n", 1)[1].rsplit("\n", 1)[0]  # without the Simplified spam lines
    page = opencc.OpenCC("s2t").convert(page)
    twin = opencc.OpenCC("t2s").convert(page)
    assert len(page) == len(twin)
    verdicts = [[(v.start, v.end, v.category) for v in shnorm.classify(text)] for text in (page, twin)]
    assert verdicts[0] == verdicts[1]
    assert shnorm.words(page).offsets() == shnorm.words(twin).offsets()


# -- determinism -----------------------------------------------------------------------------------------------------

DIGEST = """
import hashlib, pathlib, sys, shnorm
h = hashlib.sha256()
for path in sorted(pathlib.Path(sys.argv[1]).glob('*.txt')):
    text = path.read_bytes().decode()
    h.update(shnorm.run(text).to_json().encode())
    h.update(repr((shnorm.words(text).offsets()[:500], shnorm.sentences(text).offsets(), shnorm.detect(text))).encode())
print(h.hexdigest())
"""


def digest(seed: str) -> str:
    env = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", DIGEST, str(SEEDS)], env=env, capture_output=True, text=True, check=True).stdout


def test_results_are_the_same_in_every_process_and_hash_seed() -> None:
    assert digest("1") == digest("2")


def test_twenty_threads_give_the_same_results(seeds: dict[str, str]) -> None:
    expected = {name: shnorm.clean(text) for name, text in seeds.items()}
    wrong: list[str] = []

    def work() -> None:
        for name, text in seeds.items():
            if shnorm.clean(text) != expected[name]:
                wrong.append(name)

    threads = [threading.Thread(target=work) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork")
def test_a_forked_child_gives_the_same_result(seeds: dict[str, str]) -> None:
    text = seeds["003_61b6c09980551dc2.txt"]
    expected = shnorm.clean(text)
    child = os.fork()
    if child == 0:
        os._exit(0 if shnorm.clean(text) == expected else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


# -- linear ----------------------------------------------------------------------------------------------------------

HOSTILE = {
    "one letter": "a",
    "one Han": "中",
    "one Traditional Han": "臺",
    "blanks": " ",
    "blank and comma": " ,",
    "stops": ".",
    "spaced stops": ". ",
    "opening quotes": "“",
    "straight quotes": '"',
    "nested brackets": "([{（【《",
    "question marks": "?",
    "digits": "7",
    "numbers": "1,",
    "combining marks": "e\u0301\u0301",
    "zero width": "a\u200b",
    "entities": "&amp;",
    "half entities": "&#",
    "tags": "<b>",
    "less-than signs": "<",
    "short lines": "ab\n",
    "short Han lines": "标题\n",
    "blank lines": "\n",
    "carriage returns": "\r",
    "mojibake": "Ã©",
    "GBK mojibake": "鈥檚",
    "full-width": "Ａ",
    "pinyin": "中(zhong)",
    "month D Japan": "5 month 3 Japan ",
    "capitals": "a, The ",
    "words": "the ",
    "arrows": "首页 > ",
    "spam": "靖安县| ",
    "surrogates": "\ud800",
    "mixed": "a中 , の",
}


def cpu(function: Callable[[str], object], text: str) -> float:
    best = 1e9
    for _ in range(2):
        start = time.process_time()
        function(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("kind", HOSTILE)
def test_four_times_the_hostile_text_costs_in_proportion(kind: str) -> None:
    """The bound leaves room for noise: a quadratic cost would be sixteen times."""
    piece = HOSTILE[kind]
    small, large = piece * (20_000 // len(piece)), piece * (80_000 // len(piece))
    web = preset("web")
    for function in (web, web.run, shnorm.classify, shnorm.sentences, shnorm.words, shnorm.detect, shnorm.detect_spans):
        function(small)
        before, after = cpu(function, small), cpu(function, large)
        assert after < max(9 * before, 0.25), f"{function} on {kind}: {before:.3f} s, then {after:.3f} s for four times as much"


def test_any_str_of_a_million_characters_in_one_line_comes_through() -> None:
    for piece in ("中文", "plain words ", "a,b;", "\ud800"):
        text = piece * (1_000_000 // len(piece))
        assert isinstance(shnorm.clean(text), str)


@given(st.lists(st.one_of(st.none(), ANY), max_size=6))
def test_map_equals_the_call_and_passes_missing_values(items: list[str | None]) -> None:
    web = preset("web")
    assert list(web.map(items)) == [None if text is None else web(text) for text in items]
