"""The layers: a file imports only from lower ones, and sibling packages never import each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import shnorm

ROOT = Path(shnorm.__file__).parent

#: Files and packages, lowest layer first.  A name ending in "/" is a package whose inside is free, but which no sibling in its
#: layer may import; all other names of a layer may not import each other either.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "lazy", "version", "wordlist"),
    ("resources", "literals", "spans"),
    ("dictionary", "edits", "fold", "joints", "plain", "script"),
    ("align", "repeats"),
    ("lines",),
    ("protect", "language/"),
    ("evidence",),
    ("gate",),
    ("stage",),
    ("rules",),
    ("sieve",),
    ("registry", "result", "parallel"),
    ("config",),
    ("pipeline",),
    ("normalizer",),
    ("repair/", "translation/", "noise/", "chinese/", "segment/"),
    ("steps",),
    ("presets",),
    ("report", "testing"),
    ("cli/", "integrations/"),
    ("__main__",),
)
RANK = {name.rstrip("/"): rank for rank, layer in enumerate(LAYERS) for name in layer}
FILES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")

#: The only files that may import a heavy library, and then only inside a function that builds a resource or runs an engine.
HEAVY = {
    "ahocorasick_rs",
    "opencc",
    "jieba",
    "rjieba",
    "ftfy",
    "langdetect",
    "pypinyin",
    "symspellpy",
    "pandas",
    "numpy",
    "polars",
}


def unit(path: Path) -> str:
    """The file or package of the layers to which ``path`` belongs."""
    return path.relative_to(ROOT).with_suffix("").parts[0]


def imported(path: Path) -> list[tuple[str, bool]]:
    """Units of shnorm that ``path`` imports (``""`` for the package itself), and whether the import is at module level."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = set(map(id, tree.body))
    found = []
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" if node.module == "shnorm" else str(node.module) for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "shnorm":
                found.append((parts[1] if len(parts) > 1 else "", id(node) in top))
            else:
                found.append((":" + parts[0], id(node) in top))
    return found


def test_every_file_has_a_layer() -> None:
    assert {unit(path) for path in FILES} <= set(RANK), "add the new file or package to LAYERS"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_from_lower_layers(path: Path) -> None:
    own = unit(path)
    if own in ("cli", "integrations", "testing", "__main__", "report"):
        return  # the outermost layers use public names
    for name, _ in imported(path):
        if name.startswith(":"):
            continue
        assert name in RANK, f"{path.name} imports the public name shnorm.{name}; import from its own file"
        assert name == own or RANK[name] < RANK[own], f"{own} (layer {RANK[own]}) imports {name} (layer {RANK[name]})"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_imports_a_heavy_library_at_module_level(path: Path) -> None:
    if unit(path) == "integrations":
        return
    heavy = [name[1:] for name, top in imported(path) if top and name[1:] in HEAVY and name.startswith(":")]
    assert not heavy, f"{path.name} imports {heavy} at module level; import inside a Resource build function"


def test_nothing_but_the_outermost_layers_imports_the_integrations() -> None:
    for path in FILES:
        if unit(path) != "integrations":
            assert "integrations" not in [name for name, _ in imported(path)], path
