"""RepairMarkup: residue goes, markup as the topic stays."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm import RepairMarkup
from shnorm.testing import check_laws, texts

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases/markup.jsonl").read_text(encoding="utf-8").splitlines()]
STEP = RepairMarkup()
PIECES = [
    "&", "amp;", "#38;", "#x26;", "lt;", "p", "&gt;", "<", ">", "/", "br", "<br/>", "</p>", "<!--", "-->", "nbsp;", "&nbsp;", "#xff0c;", "\\n",
    "\\u4f60", '\\"', "[b]", "[/b]", "[url=a]", "标题", "word ", " ", "\n", '="x"', "<p ", "html", "]]>", "<![CDATA[", "<code>", "</code>",
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["input"])[:40])
def test_each_case_comes_out_as_written(case: dict[str, str]) -> None:
    assert STEP(case["input"]) == case["output"]


@given(st.one_of(texts(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)))
def test_the_laws_hold_for_any_text(text: str) -> None:
    check_laws(STEP, text)


@pytest.mark.parametrize("levels", range(1, 7))
def test_an_entity_encoded_many_times_is_decoded_once_and_for_all(levels: int) -> None:
    assert STEP(f"Tea &{'amp;' * levels} milk") == "Tea & milk"


@pytest.mark.parametrize(
    "kind", ["<", "<!--", "&amp;", "<a ", "<code>", "[b]", "\\n", "p>A", "&#38;", '="', "<p a=1 ", "在这里插入图片描述", "\\"]
)
def test_long_runs_cost_in_proportion(kind: str) -> None:
    def cost(n: int) -> float:
        text = kind * n
        start = time.process_time()
        STEP(text)
        return time.process_time() - start

    small, large = min(cost(1_000) for _ in range(3)), cost(4_000)
    assert large < max(10 * small, 0.4)


PAGE = """如何在网页里写空格
HTML 里用 &nbsp; 表示空格，用 &lt; 表示小于号。
标签 <br> 用来换行。
CSS 和 JavaScript 另讲，代码如下：
&copy; 是版权符号"""


def test_a_page_about_markup_keeps_every_line() -> None:
    assert STEP(PAGE) == PAGE


def test_a_fenced_block_keeps_its_markup() -> None:
    text = "See below.\n```\n<br> &nbsp;\n```\nDone."
    assert STEP(text) == text


def test_a_query_string_keeps_its_ampersands() -> None:
    text = "Look at https://a.org/?a=1&copy=2&lt=3 please."
    assert STEP(text) == text
