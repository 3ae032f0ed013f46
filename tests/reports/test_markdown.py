"""Comments on pull requests, rendered."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from graph.auditing.report import summary
from graph.model import Severity
from graph.reports.markdown import LONGEST_ROWS, markdown
from tests.reports.reports import HOSTILE, audited, finding, hostile_report, large_context, report

_, CONTEXT = audited()
OURS = {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "code"}
GITHUB_LIMIT = 65_536


class Page(HTMLParser):
    """What a browser sees: elements, pieces of text, and the cells of tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.cells: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.cells += [""] if tag == "td" else []
        assert attrs == []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        self.cells[-1:] = [f"{cell}{data}" for cell in self.cells[-1:]]


def rendered(text: str) -> Page:
    return Page(MarkdownIt("gfm-like").render(text))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_only_our_elements_are_rendered(hostile: str) -> None:
    page = rendered(markdown(hostile_report(hostile), CONTEXT))
    assert set(page.tags) - OURS == set()
    assert (page.tags.count("tr"), page.tags.count("td")) == (2 + 2 + 2, 3 + 3 + 3)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nobody_is_mentioned_and_nothing_linked(hostile: str) -> None:
    page = rendered(markdown(hostile_report(hostile), CONTEXT))
    assert [text for text in page.texts if re.search(r"@\w|#\d|://|www\.|GH-\d", text)] == []


@pytest.mark.parametrize("hostile", [each for each in HOSTILE if each.isprintable()])
def test_hostile_text_is_shown_as_it_is_in_its_cell(hostile: str) -> None:
    *_, place, _, message = rendered(markdown(hostile_report(hostile), CONTEXT)).cells
    assert (place.strip(), message.strip()) == (f"{hostile}.csv:5", hostile)


def test_the_summary_comes_first() -> None:
    text = markdown(report(finding()), CONTEXT)
    assert text.splitlines()[2] == summary(report(finding()))


def test_findings_are_folded_under_their_severity_the_worst_first() -> None:
    severities: list[Severity] = ["info", "warning", "error", "warning"]
    text = markdown(report(*[finding(severity=each) for each in severities]), CONTEXT)
    assert re.findall("<summary>(.*)</summary>", text) == ["1 error", "2 warnings", "1 info"]


def test_rules_are_counted_in_a_table() -> None:
    assert "| CLM001 uncited-claim | 2 |" in markdown(report(finding(), finding()), CONTEXT)


@pytest.mark.parametrize("message", ["a message " * 20, "@" * 1000])
def test_what_does_not_fit_is_counted(message: str) -> None:
    text = markdown(report(*[finding(message) for _ in range(1000)]), large_context())
    shown = text.count("| claims.csv:5 |")
    assert LONGEST_ROWS / 2 < len(text) < GITHUB_LIMIT
    assert f"<summary>1,000 warnings, {shown} of them here</summary>" in text
    assert text.endswith(f"\n{1000 - shown} findings more than fit here; run `evidence-graph audit` to see all.\n")


def test_what_does_not_fit_is_not_the_worst() -> None:
    text = markdown(
        report(*[finding("a message " * 20) for _ in range(1000)], finding(severity="error")), large_context()
    )
    assert "<summary>1 error</summary>" in text


def test_nothing_is_said_to_be_cut_where_all_fits() -> None:
    assert "more than fit" not in markdown(report(finding()), CONTEXT)
