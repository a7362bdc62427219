"""What importing shnorm costs and loads."""

from __future__ import annotations

import subprocess
import sys

import shnorm

HEAVY = (
    "jieba",
    "rjieba",
    "ahocorasick_rs",
    "opencc",
    "ftfy",
    "langdetect",
    "pandas",
    "numpy",
    "pypinyin",
    "symspellpy",
    "regex",
    "importlib.metadata",
)


def in_a_new_process(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_importing_shnorm_loads_no_engine() -> None:
    loaded = in_a_new_process(f"import sys, shnorm; print([m for m in {HEAVY!r} if m in sys.modules])")
    assert loaded == "[]"


def test_importing_shnorm_prints_nothing() -> None:
    assert in_a_new_process("import shnorm") == ""


def test_every_public_name_can_be_had() -> None:
    for name in shnorm.__all__:
        assert getattr(shnorm, name) is not None, name


def test_no_public_name_is_hidden_by_a_module_of_that_name() -> None:
    code = "import types, shnorm; shnorm.preset(); print([n for n in shnorm.__all__ if isinstance(getattr(shnorm, n), types.ModuleType)])"
    assert in_a_new_process(code) == "[]"


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    assert not hasattr(shnorm, "no_such_name")


def test_using_a_preset_prints_nothing_on_either_stream() -> None:
    code = "import shnorm; shnorm.clean('他說：「走吧。」 2020 年'); shnorm.words('我爱北京天安门')"
    done = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", code], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")
