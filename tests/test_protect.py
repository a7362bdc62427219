"""Protected spans: what is looked at round an edit says the same as the whole line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm.lines import Lines
from shnorm.protect import KINDS, Protection, spans_of_line

PIECES = (
    "see", "中文", "，", "。", "“", "”", " ", " ", "\n", "\r\n", "\u2028", "(", ")", "'", "<", ".", ",", "/", "-", "=", "$", "`", "a" * 210, "é.txt",
    "http://a.org/x_y,z", "www.b.cn/中", "a@b.co", "~/a/b.py", "C:\\a，b c", "x = y + 1", "$a b$", "`a b`", "\\begin{a b}", "f.x()", "a_b_c",
    "v1.2中文", "2020-01-02", "10:30", "1,000.5%", "file.txt", "a.com", "1.2.3",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.data())
def test_a_place_is_protected_as_its_whole_line_says(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = min(len(text), start + data.draw(st.sampled_from((0, 0, 1, 1, 2, 5, 40, 250))))
    allowed = data.draw(st.frozensets(st.sampled_from(KINDS), max_size=2))
    lines = Lines(text)
    spans = [
        (line.start + s, line.start + e)
        for line in lines
        for s, e, kind in spans_of_line(text[line.start : line.end])
        if kind not in allowed
    ]
    expected = any(s < start < e if start == end else s < end and start < e for s, e in spans)
    assert Protection(lines, (), {}).overlaps(start, end, allowed) is expected


@pytest.mark.parametrize("text", ["报告存于数据.csv。", "Voir résumé.txt"])
def test_a_file_name_in_other_letters_needs_no_digit_beside_it(text: str) -> None:
    at = text.index(".")
    assert Protection(Lines(text), (), {}).overlaps(at, at + 1)
