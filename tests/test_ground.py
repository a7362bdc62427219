"""The ground layer: lines, spans, scripts, folding, protected spans, resources, errors."""

from __future__ import annotations

import os
import pickle
import re
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm import errors, resources
from shnorm.fold import fold, simplified
from shnorm.lines import Lines
from shnorm.protect import Protection, check_guards, spans_of_line, user_spans
from shnorm.resources import Resource
from shnorm.script import dominant, profile, scripts
from shnorm.spans import Spans
from shnorm.testing import check_spans, texts


@given(texts())
def test_lines_with_their_ends_join_to_the_text(text: str) -> None:
    lines = Lines(text)
    assert "".join(text[line.start : line.next] for line in lines) == text
    assert all(not re.search("[\r\n]", content) for content in lines.contents)


@given(texts(), st.integers(0, 50))
def test_a_position_is_in_the_line_that_holds_it(text: str, position: int) -> None:
    lines = Lines(text)
    if position < len(text):
        line = lines[lines.at(position)]
        assert line.start <= position < line.next


def test_only_the_three_line_ends_end_a_line() -> None:
    assert Lines("a\u2028b\x0bc\x85d\fe").contents == ["a\u2028b\x0bc\x85d\fe"]
    assert Lines("a\r\nb\rc\nd").contents == ["a", "b", "c", "d"]


@given(texts())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(simplified(text)) == len(text)


def test_one_folded_pattern_serves_both_scripts_and_widths() -> None:
    assert fold("Ｃｏｐｙｒｉｇｈｔ　版權所有") == fold("copyright 版权所有")


@given(texts())
def test_scripts_agree_with_their_profile(text: str) -> None:
    assert set(profile(text)) == scripts(text)
    assert (dominant(text) is None) == (not scripts(text))


@given(texts(), st.data())
def test_spans_from_any_cuts_tile_the_text(text: str, data: st.DataObject) -> None:
    cuts = data.draw(st.sets(st.integers(1, len(text) - 1))) if len(text) > 1 else set()
    spans = Spans(text, [*sorted(cuts), len(text)] if text else [])
    check_spans(spans, text)
    assert [spans[i] for i in range(len(spans))] == list(spans)
    assert spans[-1:] == list(spans)[-1:]


def test_spans_that_do_not_reach_the_end_are_refused() -> None:
    with pytest.raises(ValueError, match="tile"):
        Spans("abc", [1, 2])


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("mail a.b@example.org now", ["email"]),
        ("open /usr/lib/x.so, then", ["path"]),
        ("run `make ; test` twice", ["code"]),
        ("see www.example.org/a,b.", ["url"]),
        ("from 2020-01-02 at 12:30 to 1,234,567", ["date", "time", "number"]),
        ("v2.1.0+ or 3.4.5", ["version", "version"]),
        ("call main() of my_module", ["code", "code"]),
        ("an ordinary sentence, with a comma.", []),
        ("网址http://a.cn/b，很好", ["url"]),
    ],
)
def test_protected_spans_are_found(line: str, kinds: list[str]) -> None:
    assert [span.kind for span in spans_of_line(line)] == kinds


def test_a_sentence_mark_after_a_url_is_not_part_of_it() -> None:
    line = "See https://example.org/x."
    (span,) = spans_of_line(line)
    assert line[span.start : span.end] == "https://example.org/x"


@given(texts(), st.integers(0, 60), st.integers(0, 60))
def test_protection_answers_for_any_place(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(max(start, end), len(text))
    Protection(Lines(text), ["the", re.compile("x+")], {}).overlaps(min(start, end), end)


def test_fenced_code_is_protected_from_fence_to_fence() -> None:
    text = "a , b\n```\nx , y\n```\nc , d"
    protection = Protection(Lines(text), (), {})
    hits = [protection.overlaps(m.start(), m.end()) for m in re.finditer(" ,", text)]
    assert hits == [False, True, False]


def test_user_spans_merge() -> None:
    assert user_spans("aXbXXc", ["XX", re.compile("X")]) == [(1, 2), (3, 5)]


@pytest.mark.parametrize("guards", ["one string", [""], [3]])
def test_guards_that_cannot_work_are_refused(guards: object) -> None:
    with pytest.raises(errors.ConfigError):
        check_guards(guards)  # type: ignore[arg-type]  # that is what is tested


def test_a_resource_is_built_once_by_twenty_threads() -> None:
    built: list[int] = []
    resource = Resource("test.threads", lambda: built.append(1) or object())  # type: ignore[func-returns-value]  # append returns None
    seen: list[object] = []
    threads = [threading.Thread(target=lambda: seen.append(resource.get())) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(built) == 1
    assert len(set(map(id, seen))) == 1


def test_a_resource_whose_build_failed_tries_again() -> None:
    tries: list[int] = []

    def build() -> int:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("not yet")
        return 7

    resource = Resource("test.retry", build)
    with pytest.raises(OSError, match="not yet"):
        resource.get()
    assert resource.get() == 7


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork")
def test_a_child_forked_during_a_build_can_build_for_itself() -> None:
    entered, leave = threading.Event(), threading.Event()

    def build() -> int:
        if threading.current_thread() is not threading.main_thread():
            entered.set()
            leave.wait(10)
        return 7

    resource = Resource("test.fork", build)
    thread = threading.Thread(target=resource.get)
    thread.start()
    entered.wait(10)
    child = os.fork()
    if child == 0:
        os._exit(0 if resource.get() == 7 else 1)
    leave.set()
    thread.join()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_an_unknown_resource_is_named_with_the_known() -> None:
    with pytest.raises(errors.UnknownNameError, match="known:"):
        resources.build("no such")


@pytest.mark.parametrize("error", [errors.UnknownNameError("step", "X", ["A"]), errors.MissingExtraError("ICU", "icu")])
def test_errors_pickle(error: errors.ShnormError) -> None:
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("value", [None, b"bytes", 3, 2.5, float("nan"), ["list"]])
def test_anything_but_a_str_is_refused_with_what_to_do(value: object) -> None:
    with pytest.raises(errors.InputTypeError, match="must be str"):
        errors.require_text(value)
