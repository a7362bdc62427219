"""The spaCy component: spans know where they stood in the original."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy", reason="spacy is not installed; make test-hosts installs it")

import shnorm.integrations.spacy  # noqa: E402, F401

ROUGH = "I agree . You too ?"


@pytest.fixture
def nlp() -> object:
    made = spacy.blank("en")
    made.add_pipe("shnorm", first=True, config={"lang": "en"})
    return made


def test_spans_point_into_the_original(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp(ROUGH)
    assert doc.text == "I agree. You too?"
    start, end = doc[3:5]._.original
    assert (doc[3:5].text, ROUGH[start:end]) == ("You too", "You too")


def test_the_account_survives_serialization(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp(ROUGH)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.shnorm == doc._.shnorm
    assert again._.shnorm.original == ROUGH


def test_a_saved_pipeline_loads(nlp, tmp_path) -> None:  # type: ignore[no-untyped-def]
    nlp.to_disk(tmp_path / "model")
    assert spacy.load(tmp_path / "model")(ROUGH).text == "I agree. You too?"
