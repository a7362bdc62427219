"""Evidence of machine translation: high on translated pages, nothing on sound ones, with reasons, cheap and total."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm.evidence import FEATURES, LITERALS, RAISED, SUPPORTS, Look, translation_score
from shnorm.testing import SOUND, texts

from .conftest import seed_texts

TRANSLATED = [name for name in seed_texts() if not name.startswith("003")]


@pytest.mark.parametrize("name", TRANSLATED)
def test_translated_pages_show_it(name: str) -> None:
    assert translation_score(seed_texts()[name]).value >= 0.3


def test_the_page_with_most_signs_scores_highest() -> None:
    scores = {name[:3]: translation_score(text).value for name, text in seed_texts().items()}
    assert max(scores, key=lambda name: scores[name]) == "001"
    assert scores["001"] > 0.9
    assert scores["003"] < 0.2, "a Chinese page is no translation into English"


@pytest.mark.parametrize("lang", SOUND)
def test_sound_prose_shows_nothing(lang: str) -> None:
    assert translation_score("\n\n".join(SOUND[lang])) == (0.0, ())


@pytest.mark.parametrize(
    "text",
    [
        "He paused . . . and then spoke.",
        "It runs on .NET and needs v2.1.0, or so.",
        "In 1998, The Hague hosted the talks.",
        "The 12 month Japan rail pass costs more than the 3 month one.",
        "Bathe the child, clothe the king, and breathe the air.",
        "She said, “The door is open.”",
    ],
)
def test_what_only_looks_alike_proves_nothing(text: str) -> None:
    assert translation_score(text).value == 0.0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The ferry left , and the gulls followed .", "blanks"),
        ("The kit holds a torch、two batteries、a map.", "Chinese marks"),
        ("It opened on 5 month 3 Japan , in the rain.", "dates"),
        ("It has 380 Left and right seats.", "measure"),
        ("After the storm, The crew left, And the mast was repaired.", "capitals"),
        ("It is closed. at present, nobody can enter.", "lower case"),
        ("They use alcohol and masks. . All is well.", "doubled"),
        ("Most ofthe seats were empty.", "run together"),
    ],
)
def test_each_sign_is_told_as_a_reason(text: str, reason: str) -> None:
    score = translation_score(text)
    assert score.value > 0
    assert any(reason in told for told in score.reasons)


def test_more_signs_prove_more_and_a_longer_page_less() -> None:
    one = "The ferry left , and the gulls followed . "
    assert translation_score(one).value < translation_score(one * 4).value
    assert translation_score(one + SOUND["en"][0] * 200).value < translation_score(one).value


def test_supporting_signs_count_only_beside_others() -> None:
    assert translation_score("It is reported that all walks of life agree.").value == 0.0
    assert any(feature.supporting for feature in FEATURES)


@given(texts())
def test_any_text_has_a_score(text: str) -> None:
    value, reasons = translation_score(text)
    assert 0.0 <= value <= 1.0
    assert (value == 0.0) == (reasons == ())


@given(st.text(alphabet="a A0.,;?!\"'“’%\n\t", max_size=30))
def test_a_look_tells_which_literals_occur(text: str) -> None:
    seen = Look(text)
    asked = LITERALS.words[len(RAISED) :]
    assert seen.literals == {literal for literal in asked if literal in text}
    assert seen.supports == {literal for literal in SUPPORTS.words if literal in text}


@given(st.lists(st.sampled_from(["a", "tide", " ", "The", "Of", "é", "”", "机", "\n", ". ", "It"]), max_size=20).map("".join))
def test_raised_words_are_those_between_small_letters(text: str) -> None:
    assert Look(text).raised == [m.start() for m in re.finditer(rf"(?<=[a-z] )(?:{'|'.join(RAISED)})(?= [a-z])", text)]


def test_it_costs_in_proportion_to_the_text() -> None:
    for piece in (*SOUND["en"], " . ", ", The ", "5 month 3 "):
        times = []
        for size in (200_000, 800_000):
            text = (piece * (size // len(piece) + 1))[:size]
            start = time.process_time()
            translation_score(text)
            times.append(time.process_time() - start)
        assert times[1] < 10 * max(times[0], 0.02)
