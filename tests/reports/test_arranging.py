"""The order in which people read findings."""

from __future__ import annotations

from dataclasses import replace

from graph.auditing.engine import audit
from graph.auditing.report import Report, summary
from graph.model import Evidence, Place
from graph.reading import parse
from graph.reports.arranging import arranged, least_severe
from graph.reports.context import Context
from graph.reports.data import as_data
from graph.reports.text import text
from graph.rules import RULES
from tests.examples import sample
from tests.reports.reports import finding, large_context, report

EVIDENCE = sample()


def messages(found: Report) -> list[str]:
    return [entry.finding.message for entry in arranged(found, EVIDENCE)]


def test_the_worst_comes_first_then_what_stands_first() -> None:
    one, two = finding("1", "info", subject="claim:1"), finding("2", "error", subject="claim:2")
    three = finding("3", subject="claim:3")
    before = replace(finding("4", subject="claim:4"), place=Place("claims.csv", 1))
    assert messages(report(one, two, three, before)) == ["2", "4", "3", "1"]


def test_what_is_about_one_thing_stands_together() -> None:
    found = (finding("1", "info"), finding("2", subject="claim:x"), finding("3", "error"), finding("4"))
    assert messages(report(*found)) == ["3", "4", "1", "2"]


def test_what_follows_stands_below_its_root() -> None:
    root, after = finding("root"), finding("after", subject="cause:x")
    entries = arranged(replace(report(after, finding("other"), root), follows={after: root}), EVIDENCE)
    assert [(entry.finding.message, entry.follows) for entry in entries][1:] == [("root", False), ("after", True)]


def unsourced(number: int, sourced: int = 0) -> tuple[Report, Evidence]:
    rows = "".join(f"c{each},X,Text {each}.,{'a' if each < sourced else ''}\n" for each in range(number))
    evidence = parse("@book{a, title = {T}}", f"claim_id,cause,claim,supports\n{rows}")
    return audit(evidence), evidence


def test_a_rule_that_speaks_of_most_is_one_line() -> None:
    found, evidence = unsourced(30, sourced=5)
    (entry,) = [each for each in arranged(found, evidence) if each.finding.code == "CLM001"]
    assert entry.finding.message.startswith("25 of 30 claims, such as claim 'c5'")
    assert entry.stands_for == 25


def test_a_rule_that_speaks_of_less_or_of_few_is_not() -> None:
    for number, sourced in ((30, 6), (19, 0)):
        found, evidence = unsourced(number, sourced)
        assert len([each for each in arranged(found, evidence) if each.finding.code == "CLM001"]) == number - sourced


def test_what_most_sentences_of_an_article_have_is_one_line() -> None:
    rule = next(each for each in RULES if each.name == "uncovered-sentence")
    sentences = [replace(finding(str(number)), code=rule.code) for number in range(30)]
    found = replace(report(*sentences), checks=(rule,), sentences=30)
    assert messages(found) == ["30 of 30 sentences, such as 0"]


def test_programs_get_each_of_many_and_are_told_so() -> None:
    found, evidence = unsourced(30)
    each_of_many = [each for each in as_data(found, Context(evidence))["findings"] if each["code"] == "CLM001"]
    assert {each["one_of"] for each in each_of_many} == {"30 of 30 claims"}
    assert len(each_of_many) == 30


def test_what_is_less_severe_is_hidden_and_counted() -> None:
    found = least_severe(report(finding("1"), finding("2", "error"), finding("3", "info")), "warning")
    assert messages(found) == ["2", "1"]
    assert "1 error, 1 warning, 1 info, 1 not shown" in summary(found)


def test_no_more_are_shown_than_are_asked_for() -> None:
    found = report(*(finding(str(number), subject=f"claim:{number}") for number in range(5)))
    lines = text(found, Context(EVIDENCE, most=2)).splitlines()
    assert len(lines) == 4
    assert lines[2] == "... and 3 findings more; all of them: --max 0"


def test_very_many_findings_fit_on_a_screen() -> None:
    found = report(*(finding(f"{number} {'x' * 200}", "error", subject=f"claim:{number}") for number in range(300)))
    lines = text(found, large_context()._replace(terminal=True)).splitlines()
    assert len(lines) < 40
    assert "... and 275 errors more" in lines
    assert any(line.startswith("    300  CLM001  claims.csv:5: ") for line in lines)


def test_a_pipe_gets_all() -> None:
    found = report(*(finding(str(number), subject=f"claim:{number}") for number in range(300)))
    assert len(text(found, large_context()).splitlines()) == 301
