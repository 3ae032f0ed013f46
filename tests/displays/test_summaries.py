from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import graph
from graph.displayed import Displayed
from graph.displays.summaries import MOST_BARS, evidence_html, grouped_by_rule, report_html, summarize
from graph.model import SEVERITIES, Evidence
from graph.reading import parse
from tests.browser import OpenPage
from tests.displays.test_framed import notebook

HOSTILE = "'><img src=x onerror=alert(1)><script>alert(1)</script>"
CLAIMS = f"claim_id,cause,claim,supports\na,{HOSTILE},{HOSTILE},b\n"
SHOWN: list[Callable[[Evidence], Any]] = [
    lambda evidence: evidence,
    graph.audit,
    lambda evidence: summarize(graph.build_network(evidence)),
    lambda evidence: graph.compare(parse("", "claim_id,cause,claim\n"), evidence),
]
KINDS = ["evidence", "report", "summary", "changes"]


@pytest.fixture(scope="module")
def sample() -> Evidence:
    return graph.sample()


@pytest.mark.parametrize("show", SHOWN, ids=KINDS)
def test_a_value_is_one_line_in_a_terminal(show: Callable[[Evidence], Any], sample: Evidence) -> None:
    text = repr(show(sample))
    assert "\n" not in text
    assert len(text) < 120


@pytest.mark.parametrize("show", SHOWN, ids=KINDS)
def test_a_small_display_is_small(show: Callable[[Evidence], Any], sample: Evidence) -> None:
    assert len(show(sample)._repr_html_()) < 10_000


@pytest.mark.parametrize("show", SHOWN, ids=KINDS)
def test_hostile_text_is_text(show: Callable[[Evidence], Any], tmp_path: Path, open_page: OpenPage) -> None:
    tab = open_page(notebook(tmp_path, show(parse("", CLAIMS))._repr_html_()))
    assert tab.page.evaluate("document.querySelectorAll('img, script').length") == 0
    assert tab.incidents() == []


@pytest.mark.parametrize("show", SHOWN, ids=KINDS)
@pytest.mark.parametrize("width", [400, 1200])
def test_nothing_is_wider_than_the_window(
    show: Callable[[Evidence], Any], width: int, sample: Evidence, tmp_path: Path, open_page: OpenPage
) -> None:
    tab = open_page(notebook(tmp_path, show(sample)._repr_html_()), width)
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("show", SHOWN[:3], ids=KINDS[:3])
def test_what_has_nothing_is_shown(show: Callable[[Evidence], Any]) -> None:
    assert "0 claims" in show(parse("", "claim_id,cause,claim\n"))._repr_html_()


def test_evidence_says_what_the_page_says(sample: Evidence) -> None:
    assert "106 claims, 31 sourced; 21 references, 3 unused; 0 problems" in evidence_html(sample)


def test_the_causes_with_most_claims_without_a_source_come_first(sample: Evidence) -> None:
    html = evidence_html(sample)
    assert 0 < html.index("Iron deficiency") < html.index("Pregnancy")


def test_many_causes_are_counted(sample: Evidence) -> None:
    assert f"{MOST_BARS} of 35 causes" in evidence_html(sample)


def test_the_longest_bar_fills_its_column() -> None:
    html = evidence_html(parse("@misc{b}", "claim_id,cause,claim,supports\na,A,x,b\nc,A,y,b\nd,D,z,\n"))
    assert 'class="sourced" style="width: 100.00%"' in html
    assert 'class="bare" style="width: 50.00%"' in html


def test_a_refuted_claim_has_a_bar_of_its_own() -> None:
    html = evidence_html(parse("@misc{b}", "claim_id,cause,claim,disputes\na,A,x,b\n"))
    assert 'class="refuted" style="width: 100.00%"' in html


def test_the_title_of_the_article_stands_above() -> None:
    assert "Restless" in evidence_html(parse("", "# Restless\n\nIt is so.\n"))


def test_a_report_has_each_rule_once_for_a_severity(sample: Evidence) -> None:
    rows = grouped_by_rule(graph.audit(sample).findings)
    assert len({(row.severity, row.first.code) for row in rows}) == len(rows)


def test_the_worst_stands_first_and_of_that_the_most_frequent(sample: Evidence) -> None:
    rows = [(SEVERITIES.index(row.severity), -row.number) for row in grouped_by_rule(graph.audit(sample).findings)]
    assert rows == sorted(rows)


def test_a_report_counts_what_it_counts_elsewhere(sample: Evidence) -> None:
    report = graph.audit(sample)
    assert f"{report.count('error')} errors" in report_html(report)


def test_a_network_is_counted_by_kind_relation_and_state(sample: Evidence) -> None:
    summary = summarize(graph.build_network(sample))
    assert summary.nodes["claim"] == summary.edges["about"] == sum(summary.states.values()) == 106


def test_changes_say_the_worst_first() -> None:
    header = "claim_id,cause,claim,supports\n"
    old, new = (parse("@misc{b}", f"{header}a,A,x,{cited}\nc,A,y,\n") for cited in ("b", ""))
    html = graph.compare(old, new)._repr_html_() or ""
    assert html.index("Support lost") < html.index("Causes")
    assert "supported -&gt; unsourced" in html


def test_nothing_has_changed(sample: Evidence) -> None:
    assert "nothing has changed" in (graph.compare(sample, sample)._repr_html_() or "")


def test_what_nothing_is_said_about_is_left_to_its_repr() -> None:
    class Other(Displayed):
        pass

    assert Other()._repr_html_() is None
