"""The report: its totals are the sums of the accounts, its parts add up, its page is safe and self-contained."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shnorm
from shnorm import ConfigError, Report, Result
from shnorm.testing import texts

WEB = shnorm.preset("web")


@pytest.fixture(scope="module")
def results(seeds: dict[str, str]) -> list[tuple[str, Result]]:
    return [(name, WEB.run(text)) for name, text in seeds.items()]


@pytest.fixture(scope="module")
def report(results: list[tuple[str, Result]]) -> Report:
    return Report.of(results)


def test_totals_are_the_sums_of_the_accounts(report: Report, results: list[tuple[str, Result]]) -> None:
    accounts = [result for _, result in results]
    assert report.texts == len(accounts)
    assert report.changed == sum(result.changed for result in accounts)
    assert report.before == sum(len(result.original) for result in accounts)
    assert report.after == sum(len(result.text) for result in accounts)
    assert report.edits == sum(sum(result.counts.values()) for result in accounts)
    removals = [removal for result in accounts for removal in result.removals]
    assert report.removed == (len(removals), sum(len(removal.text) for removal in removals))
    assert sum(count.removed for count in report.rules.values()) == report.removed.characters
    assert sum(report.languages.values()) == len(accounts)
    assert sum(report.flags.values()) == sum(len(result.flags) for result in accounts)


def test_each_rule_counts_what_the_results_count(report: Report, results: list[tuple[str, Result]]) -> None:
    for name, count in report.rules.items():
        assert count.edits == sum(result.counts.get(name, 0) for _, result in results)
        assert count.texts == sum(name in result.counts for _, result in results)
        assert count.why


@given(st.lists(texts(6), max_size=4), st.integers(0, 4))
def test_reports_of_parts_add_up_to_the_report_of_the_whole(pages: list[str], at: int) -> None:
    results = [WEB.run(page) for page in pages]
    parts = Report.of(results[:at]) + Report.of(results[at:])
    whole = Report.of(results)
    assert parts.to_dict() | {"samples": []} == whole.to_dict() | {"samples": []}
    assert [result.original for _, result in parts.samples] == [result.original for _, result in whole.samples]


@given(texts())
def test_json_gives_an_equal_report_back(page: str) -> None:
    report = Report.of([WEB.run(page)])
    assert Report.from_json(report.to_json()) == report


def test_an_empty_report_can_be_shown_in_every_form() -> None:
    for form in Report.FORMS:
        assert Report().render(form)


def test_another_form_is_an_error_that_lists_the_forms() -> None:
    with pytest.raises(ConfigError, match=r"\.html, \.json, \.txt, not '\.pdf'"):
        Report().render(".pdf")


def test_what_is_no_report_is_refused() -> None:
    with pytest.raises(ConfigError, match="not the dictionary of a Report"):
        Report.from_dict({"texts": 1})


def test_the_table_names_rules_and_totals(report: Report) -> None:
    table = report.table()
    assert table.startswith("5 texts, ")
    assert f"{report.edits:,} edits" in table
    assert next(iter(report.rules)) in table


class Page(HTMLParser):
    """Reads a page: which elements it has, and whether all are closed."""

    VOID = frozenset({"meta", "rect", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_loads_nothing_and_runs_nothing(report: Report) -> None:
    page = Page(report.to_html())
    assert not page.open
    assert not page.seen & {"script", "link", "img", "iframe", "object"}
    assert not [name for name, _ in page.attributes if name in ("src", "href") or name.startswith("on")]
    assert not re.search(r"@import|url\(", report.to_html())


@given(texts(8), st.text())
def test_no_text_can_break_the_page(page: str, name: str) -> None:
    hostile = page + "<script>alert(1)</script>\n" + page + '"><img src=x onerror=1> .'
    html = Report.of([(name, WEB.run(hostile, lang="en"))]).to_html()
    assert not Page(html).seen & {"script", "img"}
    html.encode("utf-8")


def test_the_page_is_for_light_and_dark_and_for_narrow_windows(report: Report) -> None:
    html = report.to_html()
    assert "prefers-color-scheme:dark" in html
    assert 'name="viewport"' in html


def test_large_corpora_keep_the_report_small() -> None:
    result = WEB.run("I agree . You too ?", lang="en")
    report = Report.of([result] * 500)
    assert report.texts == 500
    assert len(report.samples) <= 8
    assert len(report.to_json()) < 20_000


def test_an_example_shows_what_its_rule_did_and_no_other() -> None:
    converted = "這件事情發生在后來的那一天,沒有人知道是怎麼回事。" * 3
    report = Report.of([WEB.run(converted)])
    for name, old, new in [("chinese.wrong-character", "后來", "後來"), ("punctuation.clause-mark-in-han", ",", "，")]:
        for before, after in report.rules[name].examples:
            assert before != after
            assert before.replace(old, new, 1) == after


def test_blank_lines_that_went_with_noise_are_no_lines_of_the_list(report: Report) -> None:
    assert all(line.strip() for line in report.lines)
