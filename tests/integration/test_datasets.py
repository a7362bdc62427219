"""The function for Hugging Face datasets: its columns, and a fingerprint that a cache can trust."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest

hf = pytest.importorskip("datasets", reason="datasets is not installed; pip install 'shnorm[datasets]'")

import shnorm  # noqa: E402
from shnorm.integrations.datasets import cleaner  # noqa: E402

hf.disable_progress_bars()
PAGE = "The council opened a library on Monday. It was full.\n\nCopyright © 2020 Example Ltd. All rights reserved.\n"


def test_removals_go_to_a_column_of_their_own() -> None:
    data = hf.Dataset.from_dict({"text": [PAGE, None]}).map(cleaner(removals="gone"), batched=True)
    assert [removal["category"] for removal in data[0]["gone"]] == ["copyright"]
    assert data[1]["gone"] == []


def test_other_columns_stay() -> None:
    data = hf.Dataset.from_dict({"id": [7], "body": ["I agree ."]}).map(cleaner(column="body", lang="en"), batched=True)
    assert data[0] == {"id": 7, "body": "I agree."}


def test_the_fingerprint_is_the_same_in_another_process() -> None:
    code = "from datasets.fingerprint import Hasher; from shnorm.integrations.datasets import cleaner; print(Hasher.hash(cleaner('web')))"
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **env}).stdout
        for env in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2"})
    }
    assert len(runs) == 1


def test_the_fingerprint_changes_with_the_rules() -> None:
    from datasets.fingerprint import Hasher

    without = shnorm.preset("web").without("NormalizeSpacing")
    assert Hasher.hash(cleaner("web")) != Hasher.hash(cleaner(without))


def test_it_pickles() -> None:
    made = cleaner("web", lang="en")
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_call_without_batches_is_answered_with_the_option() -> None:
    with pytest.raises(shnorm.ConfigError, match="batched=True"):
        cleaner("minimal")({"text": "a ."})  # type: ignore[dict-item]  # what map() gives without it


def test_an_unknown_column_is_answered_with_the_known_ones() -> None:
    with pytest.raises(shnorm.UnknownNameError, match="unknown column 'text'; known: body"):
        cleaner("minimal")({"body": ["a ."]})
