"""The documentation is true: its Python runs, its commands parse, its links lead somewhere, the site builds strictly."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import shnorm
from shnorm.cli import arguments

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: Hosts of which a page may need one that is not installed here.
HOSTS = {"pandas", "polars", "datasets", "pyspark", "ray", "datatrove", "sklearn", "spacy", "duckdb", "dask"}


def blocks(page: Path, language: str) -> list[tuple[int, str]]:
    """The code blocks of ``page`` in that language, each with the number of its first line."""
    text = page.read_text(encoding="utf-8")
    return [(text.count("\n", 0, m.start(2)) + 1, m[2]) for m in BLOCK.finditer(text) if m[1] == language]


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_block_of_python_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = blocks(page, "python")
    if not code:
        return
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    names: dict[str, object] = {"__name__": "__main__"}
    for line, block in code:
        try:
            if ">>>" in block:
                run_doctest(block, names, page, line)
            else:
                exec(compile("\n" * (line - 1) + block, str(page), "exec"), names)
        except ImportError as error:
            name = error.what if isinstance(error, shnorm.MissingExtraError) else error.name or ""
            if name.split(".")[0] in HOSTS:
                pytest.skip(f"{name} is not installed; make test-hosts installs it")
            raise


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs" / "index.md"], ids=["README.md", "index.md"])
def test_a_comment_below_a_call_is_what_the_call_gives(page: Path) -> None:
    calls = [
        found
        for _, block in blocks(page, "python")
        for found in re.findall(r"^(shnorm\.\w+\(.*\))\n# (.+)$", block, re.MULTILINE)
    ]
    assert calls
    for call, given in calls:
        assert eval(call, {"shnorm": shnorm}) == given


def run_doctest(block: str, names: dict[str, object], page: Path, line: int) -> None:
    test = doctest.DocTestParser().get_doctest(block, names, page.name, str(page), line - 1)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test, clear_globs=False)
    names.update(test.globs)
    assert not runner.failures


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_command_parses(page: Path) -> None:
    for line, block in blocks(page, "console"):
        for command in re.findall(r"^\$ (?:.*\| )?shnorm (.*)$", block, re.MULTILINE):
            words = shlex.split(command, comments=True)
            try:
                arguments.parser().parse_args(words[: words.index(">")] if ">" in words else words)
            except SystemExit:
                pytest.fail(f"{page.name}:{line}: shnorm {command}")


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)", text)
    made = {"rules.md"}  # by docs/hooks.py
    assert [link for link in links if not (page.parent / link).exists() and Path(link).name not in made] == []


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs", reason="mkdocs is not installed; make docs installs it")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    rules = (tmp_path / "site" / "reference" / "rules.html").read_text(encoding="utf-8")
    assert "translation.dates.month-day" in rules


def test_the_notebook_runs() -> None:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed; make test installs it")
    nbformat = pytest.importorskip("nbformat")
    notebook = nbformat.read(ROOT / "docs" / "tutorial" / "notebook.ipynb", as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT)}}).execute()
