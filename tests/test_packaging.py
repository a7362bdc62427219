"""What ``pip install shnorm`` brings with it: which packages, under which licences, for which Pythons."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import shnorm

ROOT = Path(__file__).parent.parent
#: Licences that leave the user's code alone, as words of a licence expression, a classifier or a licence field.
PERMISSIVE = re.compile(
    r"\b(MIT|Apache|BSD|ISC|PSF|Python Software Foundation|CNRI-Python|Zlib|CC0|Unlicense|0BSD)\b", re.IGNORECASE
)
COPYLEFT = re.compile(r"GPL|General Public|MPL|Mozilla|EUPL|CDDL|EPL|Eclipse|CC[- ]BY[- ]SA|SSPL|Share ?Alike", re.IGNORECASE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def core() -> dict[str, Distribution]:
    """Every package that an installation without extras needs, by name; those it needs on other Pythons are left out."""
    found: dict[str, Distribution] = {}
    waiting = ["shnorm"]
    while waiting:
        name = normal(waiting.pop())
        if name in found:
            continue
        found[name] = distribution(name)
        for line in found[name].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return found


def licences(package: Distribution) -> list[str]:
    """What its metadata say of its licence: the expression, else the classifiers, and the first line of the field."""
    meta = package.metadata
    said = [meta["License-Expression"]] if "License-Expression" in meta else []
    said += [line for line in meta.get_all("Classifier") or () if line.startswith("License ::")]
    if "License" in meta and meta["License"].strip():
        said.append(meta["License"].strip().splitlines()[0])
    return said


def test_no_core_dependency_is_under_a_copyleft_licence() -> None:
    wrong = {}
    for name, package in core().items():
        said = licences(package)
        if any(COPYLEFT.search(line) for line in said) or not any(PERMISSIVE.search(line) for line in said):
            wrong[name] = said or "its metadata name no licence"
    assert not wrong


@pytest.mark.parametrize(
    "said", ["GPL-3.0-or-later", "License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", "MPL-2.0"]
)
def test_a_copyleft_licence_would_be_seen(said: str) -> None:
    assert COPYLEFT.search(said)


def test_the_core_needs_few_packages_and_none_of_the_heavy_ones() -> None:
    names = set(core())
    assert not names & {"numpy", "pandas", "pyarrow", "torch", "hypothesis", "scikit-learn"}
    assert len(names) < 20, sorted(names)


def test_one_version_everywhere() -> None:
    assert distribution("shnorm").version == shnorm.__version__
    assert f'version = "{shnorm.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_metadata_declare_python_3_10_to_3_14() -> None:
    meta = distribution("shnorm").metadata
    said = {
        line.rsplit(" ", 1)[1]
        for line in meta.get_all("Classifier") or ()
        if line.startswith("Programming Language :: Python :: 3.")
    }
    assert said == {f"3.{minor}" for minor in range(10, 15)}
    assert meta["Requires-Python"] == ">=3.10"


def test_every_extra_names_packages_only() -> None:
    """An extra that names another extra of ours names one that exists."""
    meta = distribution("shnorm")
    extras = {normal(name) for name in meta.metadata.get_all("Provides-Extra") or ()}
    for line in meta.requires or ():
        requirement = Requirement(line)
        if normal(requirement.name) == "shnorm":
            assert {normal(extra) for extra in requirement.extras} <= extras, line


@pytest.mark.parametrize("pins", sorted((ROOT / ".ci" / "constraints").glob("3.*.txt")), ids=lambda path: path.stem)
def test_what_the_core_needs_is_pinned_for_ci(pins: Path) -> None:
    pinned = {normal(line.split("==")[0]) for line in pins.read_text(encoding="utf-8").splitlines() if "==" in line}
    requirements = [Requirement(line) for line in distribution("shnorm").requires or ()]
    wanted = {
        normal(r.name) for r in requirements if r.marker is None or r.marker.evaluate({"extra": "", "python_version": pins.stem})
    }
    assert wanted <= pinned, "renew them with make pins"
