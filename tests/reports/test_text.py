"""Outputs for people at a terminal."""

from __future__ import annotations

from dataclasses import replace

from graph.auditing.report import summary
from graph.model import Place
from graph.reports.context import Context
from graph.reports.text import by_cause, by_rule, full, statistics, text
from tests.examples import sample
from tests.reports.reports import OTHER, audited, finding, report

REPORT, CONTEXT = audited()


def test_a_line_has_place_severity_rule_and_message() -> None:
    line = "claims.csv:5: warning CLM001 uncited-claim: a message"
    assert text(report(finding()), CONTEXT).splitlines()[0] == line


def test_the_summary_comes_last() -> None:
    assert text(REPORT, CONTEXT).splitlines()[-1] == summary(REPORT)


def test_severities_can_be_painted() -> None:
    painted = Context(CONTEXT.evidence, paint=lambda text, severity: f"<{severity[0]} {text}>")
    assert ": <w warning> CLM001" in text(report(finding()), painted)


def test_suppressed_findings_are_counted_only() -> None:
    assert len(REPORT.suppressed) == 1
    assert "'c4' has no source" not in text(REPORT, CONTEXT)
    assert ", 1 suppressed, " in text(REPORT, CONTEXT)


def test_a_frame_shows_the_cell() -> None:
    context = Context(sample(), cell=lambda place: f"cell {place.line} {place.column}")
    assert full(report(finding(column="low")), context).splitlines()[:5] == [
        "warning CLM001 uncited-claim: a message",
        " --> claims.csv:5, low",
        "  |",
        "5 | cell 5 low",
        "",
    ]


def test_a_frame_is_as_wide_as_its_number() -> None:
    far = replace(finding(), place=Place("claims.csv", 1234))
    lines = full(report(far), Context(sample(), cell=lambda _: "cell")).splitlines()
    assert lines[1:4] == ["    --> claims.csv:1234", "     |", "1234 | cell"]


def test_an_empty_cell_is_said_to_be_so() -> None:
    assert "\n5 | (empty)\n" in full(report(finding(column="low")), Context(sample(), cell=lambda _: ""))


def test_a_cell_that_is_not_known_has_no_frame() -> None:
    assert full(report(finding()), Context(sample())).splitlines()[1:3] == [" --> claims.csv:5", ""]


def test_a_long_cell_is_cut() -> None:
    (line,) = [
        line
        for line in full(report(finding()), Context(sample(), cell=lambda _: "x" * 1000)).splitlines()
        if line.startswith("5 |")
    ]
    assert line == f"5 | {'x' * 99}…"


def test_findings_stand_under_their_cause() -> None:
    one, other = finding(), finding(subject="reference:roth2011")
    assert by_cause(report(other, one), CONTEXT).splitlines()[:5] == [
        "Noise (1 finding)",
        "  claims.csv:5: warning CLM001 uncited-claim: a message",
        "",
        "References and files (1 finding)",
        "  claims.csv:5: warning CLM001 uncited-claim: a message",
    ]


def test_findings_stand_under_their_rule() -> None:
    lines = by_rule(report(finding(), finding()), CONTEXT).splitlines()
    assert lines[0].startswith("CLM001 uncited-claim: ")
    assert lines[0].endswith("(2 findings)")
    assert lines[1] == "  claims.csv:5: warning CLM001 uncited-claim: a message"


def test_statistics_have_the_three_states_and_a_denominator() -> None:
    lines = statistics(replace(report(finding(), finding()), checks=(*report().checks, OTHER)), CONTEXT).splitlines()
    assert [line.split() for line in lines[:2]] == [
        ["2", "CLM001", "uncited-claim", "of", "4", "claims"],
        ["0", "GRF401", "unused-reference", "of", "3", "references"],
    ]
    assert lines[2].split() == ["-", "GRF401", "unused-reference", "not", "checked:", "no", "list:", "--list"]
