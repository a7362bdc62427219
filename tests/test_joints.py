"""What stands at commas, full stops and digits."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from shnorm.joints import Joints, joints, kinds

PATTERNS = {
    "letters": rb"0(?=[ ?]?[Aa])",
    "capitals": rb"0(?=[ ?]A)",
    "decimals": rb"0(?=\. 0|[ ?]\.0)",
    "thousands": rb"0(?=, 0|[ ?],0)",
    "years": rb"0(?= 0)",
    "clocks": rb"0(?=: 0| : ?0)",
    "units": rb"0(?= ?H)",
    "raised": rb",(?=[ ?]?A| [ ?]|\?)",
    "words": rb",(?= Aa{1,8} a)",
    "quoted": rb",(?=[\"?])",
    "lowered": rb"\.(?=[\"'?]? (?:[\"?]?a| ))",
    "lows": rb"\.(?= a)",
    "stops": rb"\.(?=\.|[ \n?][.,])",
    "commas": rb",(?=,|[ \n?],)",
}


@given(st.text(alphabet="aA0.,;:?!\"'“’%元 \n\t", max_size=40))
def test_each_place_is_one_that_a_pattern_finds(text: str) -> None:
    seen = kinds(text.encode())
    found = joints(seen)
    assert {field: list(getattr(found, field)) for field in Joints._fields} == {
        field: [m.start() for m in re.finditer(pattern, seen)] for field, pattern in PATTERNS.items()
    }


@given(st.text(max_size=40))
def test_every_code_point_has_one_kind(text: str) -> None:
    seen = kinds(text.encode("utf-8", "surrogatepass"))
    assert len(seen) == len(text)
    assert all(kind in b"0AaH?\n \"#$%&'()*+,-./:<=>@[\\]^_`{|}~" or kind < 32 or kind == 127 for kind in seen)


def test_offsets_are_those_of_the_text() -> None:
    text = "“Tom” paid 30元, The rest! is due"
    found = joints(kinds(text.encode()))
    assert [text[i] for i in (*found.units, *found.raised, *found.lows)] == ["0", ",", "!"]
