"""What an audit found, and its summary."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from graph.auditing.engine import audit
from graph.auditing.report import summary
from graph.model import Severity
from graph.reading import parse
from tests.examples import sample
from tests.reports.reports import audited, finding, report

REPORT = audit(sample())


def test_the_summary_has_the_denominator() -> None:
    assert summary(REPORT).startswith(f"{len(REPORT.checks)} checks on 4 claims, 3 references, 4 causes: ")


def test_the_summary_counts_by_severity() -> None:
    found = report(finding(severity="error"), finding(), finding(), finding(severity="info"))
    assert ": 1 error, 2 warnings, 1 info, 1 not checked (" in summary(found)


def test_the_summary_counts_what_is_suppressed() -> None:
    assert " info, 1 suppressed, " in summary(audited()[0])


def test_the_summary_says_what_was_not_run() -> None:
    assert "not checked (no claims were read" in summary(audit(parse("@article{a}", "claim_id,cause,claim\n")))


def test_the_summary_stays_on_its_line() -> None:
    assert summary(report(reason="ignored: \x1b[31m\n::error::")).isprintable()


def test_findings_stand_by_file_and_line() -> None:
    places = [(each.place.file, each.place.line) for each in REPORT.findings]
    assert places == sorted(places)


def test_what_follows_is_no_fault_of_its_own() -> None:
    root, other = finding("one", "error"), finding("two", "error")
    found = replace(report(root, other), follows={other: root})
    assert ": 1 error, 0 warnings, 0 info, 1 that follows, " in summary(found)


def test_a_report_is_pickled_without_the_evidence() -> None:
    assert pickle.loads(pickle.dumps(REPORT)).support is None  # noqa: S301 - made in this line


def test_what_is_hidden_is_counted_and_fails() -> None:
    found = replace(report(), hidden=(finding(),))
    assert ": 0 errors, 1 warning, 0 info, 1 not shown, " in summary(found)
    assert found.fails("warning")


@pytest.mark.parametrize(("fail_on", "fails"), [("error", False), ("warning", True), ("info", True)])
def test_what_fails(fail_on: Severity, fails: bool) -> None:  # noqa: FBT001 - a table of cases
    assert report(finding(), finding(severity="info")).fails(fail_on) is fails
