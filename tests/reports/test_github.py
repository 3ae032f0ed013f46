"""Workflow commands."""

from __future__ import annotations

import re

import pytest

from graph.auditing.report import summary
from graph.reports.github import MOST_ANNOTATIONS, github
from tests.reports.reports import HOSTILE, audited, finding, hostile_report, report

_, CONTEXT = audited()
COMMAND = re.compile(r"::(error|warning|notice) file=[^:,]*,line=\d+,title=[A-Z]{3}\d{3} [a-z-]+::.*")


def test_a_finding_is_a_command() -> None:
    line = github(report(finding("100 % of it", file="a,b:c.csv")), CONTEXT).splitlines()[0]
    assert line == "::warning file=a%2Cb%3Ac.csv,line=5,title=CLM001 uncited-claim::100 %25 of it"


def test_info_is_a_notice() -> None:
    assert github(report(finding(severity="info")), CONTEXT).startswith("::notice ")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_line_is_a_command_but_ours(hostile: str) -> None:
    *commands, last = github(hostile_report(hostile), CONTEXT).split("\n")[:-1]
    assert len(commands) == 2
    assert all(COMMAND.fullmatch(line) for line in commands)
    assert not last.lstrip().startswith("::")
    assert "##[" not in last


def test_the_worst_come_first() -> None:
    lines = github(report(finding(severity="info"), finding(), finding(severity="error")), CONTEXT).splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]


def test_no_more_than_github_shows_and_a_line_about_the_rest() -> None:
    many = report(
        *[finding() for _ in range(MOST_ANNOTATIONS + 2)],
        *[finding(severity="info") for _ in range(MOST_ANNOTATIONS + 1)],
    )
    *commands, last = github(many, CONTEXT).splitlines()
    assert len(commands) == 2 * MOST_ANNOTATIONS
    assert last == f"{summary(many)}; not annotated: 2 warnings and 1 info"


def test_nothing_is_left_out_where_all_are_shown() -> None:
    few = report(*[finding() for _ in range(MOST_ANNOTATIONS)])
    assert github(few, CONTEXT).splitlines()[-1] == summary(few)
