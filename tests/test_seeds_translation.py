"""The translated seeds, defect by defect: every safe one is repaired by ``repair``, none of the unsafe ones is touched."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from shnorm import preset
from shnorm.result import Result

from .conftest import seed_texts


class Seed(NamedTuple):
    """``safe``: what stood there, and what has to stand there now (empty: nothing of it).  ``unsafe``: what has to stay."""

    safe: tuple[tuple[str, str], ...]
    unsafe: tuple[str, ...]


SEEDS = {
    "000": Seed(
        safe=(
            ("production, business and mark\n", "production, business and market, so as"),
            ("materials. . All", "materials. All"),
            ("every day Communicate with", "every day communicate with"),
            ("on the spot, Communicate with", "on the spot, communicate with"),
            ("is effective, State-owned", "is effective, state-owned"),
        ),
        unsafe=('economic development. hard".', "weighed and packaged. OK, neatly", "Dredge and dredge work", "Reducing and Reducing House"),
    ),
    "001": Seed(
        safe=(
            ("current position:Home>As the machine", ""),
            (" The machine turns 、 Service runs", ""),
            ("Shanghai 5 month 3 (Reuters)", "Shanghai May 3 (Reuters)"),
            (".5 month 1 Japan , Shanghai", "On May 1, Shanghai"),
            (",4 month 23 since , The company", ", since April 23, the company"),
            ("accumulated 91 Employees", "accumulated 91 employees"),
            (",5 month 6 The third batch of returning employees will be welcomed on the th .",
             "the third batch of returning employees will be welcomed on May 6."),
            ("employees 380 Left and right", "employees about 380"),
            (":4 month 18 Japan , The transport", "On April 18, the transport"),
            ("a super 10000 A laptop", "a super 10000 laptops"),
            ("from 4 month 15 Japanese 2000", "from April 15 2000"),
            ("rise to 22 Japanese 4000", "rise to April 22 4000"),
            ("etc 8 Special working groups", "etc 8 special working groups"),
            ("etc 12 The measures", "etc 12 measures"),
            ("Carrying a schoolbag 、 Dragging luggage , Looking", "Carrying a schoolbag, dragging luggage, looking"),
            (", This scene took place", ", this scene took place"),
            ("sterilization . at present ,", "sterilization. At present,"),
            ("such as , In terms of", "Such as, in terms of"),
            ("In recent days, , Head of", "In recent days, head of"),
            ("Similarly, , The relevant", "Similarly, the relevant"),
            ("So , After the staff", "So, after the staff"),
            (", Implement closed-loop management , Carry out", ", implement closed-loop management, carry out"),
            (", Open green channel , Tolerance handling", ", open green channel, tolerance handling"),
            ("Co., Ltd , The workers", "Co., Ltd, the workers"),
            ("It is reported that , Two groups", "It is reported that, two groups"),
        ),
        unsafe=("23 Thousands of pieces of", "announced 6 All districts", "company 3 The smart factory network platform", "(Reuters)"),
    ),
    "002": Seed(
        safe=(
            ("no positive case occurred. case.", "no positive case occurred.\n"),
            ("key groups of people Implement the", "key groups of people implement the"),
            ("Economic Commission. .", "Economic Commission.\n"),
        ),
        unsafe=('expressway. "Breakthrough".', "chain supply chain."),
    ),
    "004": Seed(
        safe=(
            ("intensiveguarding", "precise and intensive guarding"),
            ("implementation ofthe epidemic", "implementation of the epidemic"),
            ("instructors intheenterprises", "instructors in the enterprises"),
            ("by goingdeep amongenterprises", "by going deep among enterprises"),
            ("production..", "production.\n"),
        ),
        unsafe=("frimly", "Mayor, He Zhongwei"),
    ),
}  # fmt: skip
#: How many safe defects each page has in the list above; the list may only grow.
COUNTS = {"000": 5, "001": 25, "002": 3, "004": 5}


def page(number: str) -> str:
    return next(text for name, text in seed_texts().items() if name.startswith(number))


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    return {number: preset("repair").run(page(number)) for number in SEEDS}


@pytest.mark.parametrize("number", SEEDS)
def test_the_defects_are_really_there(number: str) -> None:
    text = page(number).replace("\r\n", "\n")
    assert [before for before, _ in SEEDS[number].safe if before not in text] == []


@pytest.mark.parametrize("number", SEEDS)
def test_every_safe_defect_is_repaired(number: str, results: dict[str, Result]) -> None:
    text = results[number].text.replace("\r\n", "\n")
    left = [before for before, after in SEEDS[number].safe if before in text or after not in text]
    assert left == []
    assert len(SEEDS[number].safe) >= COUNTS[number]


@pytest.mark.parametrize("number", SEEDS)
def test_no_unsafe_defect_is_touched(number: str, results: dict[str, Result]) -> None:
    assert [what for what in SEEDS[number].unsafe if what not in results[number].text] == []


def test_what_is_left_is_flagged_where_its_kind_is_known(results: dict[str, Result]) -> None:
    assert {flag.kind for flag in results["001"].flags} >= {"lost-number", "torn-number", "torn-date"}
    assert "orphan-fragment" in {flag.kind for flag in results["000"].flags}


def test_of_lines_only_copies_of_headlines_and_captions_go(results: dict[str, Result]) -> None:
    for result in results.values():
        assert {removal.category for removal in result.removals} <= {"duplicate"}
    assert len(results["001"].removals) == 5, "the breadcrumb with the title, and four captions that repeat it"
