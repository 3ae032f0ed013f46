"""Outputs for programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.report import summary
from graph.model import SEVERITIES, Finding, Place
from graph.reports.data import FINDING_COLUMNS, as_csv, as_json, as_jsonl
from graph.wording import printable
from tests.reports.reports import HOSTILE, UNCITED, audited, finding, hostile_report, report

REPORT, CONTEXT = audited()

TEXT = st.text(st.characters(codec="utf-8")) | st.sampled_from(HOSTILE)
FINDINGS = st.builds(
    Finding,
    code=st.just(UNCITED.code),
    rule=st.just(UNCITED.name),
    severity=st.sampled_from(SEVERITIES),
    place=st.builds(Place, TEXT, st.integers(1, 10**6), TEXT, st.just(0)),  # how far in its line is not written
    subject=TEXT,
    message=TEXT,
)


def as_finding(data: dict[str, Any]) -> Finding:
    place = Place(data["file"], int(data["line"]), data["column"])
    parts = {key: data[key] for key in ("code", "rule", "severity", "subject", "message")}
    return Finding(place=place, **parts)


def as_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@given(st.lists(FINDINGS, max_size=5))
def test_json_gives_the_findings_back(findings: list[Finding]) -> None:
    data = json.loads(as_json(report(*findings), CONTEXT))
    assert {as_finding(each) for each in data["findings"]} == set(findings)
    assert len(data["findings"]) == len(findings)


@given(st.lists(FINDINGS, max_size=5))
def test_jsonl_gives_the_findings_back_a_line_each(findings: list[Finding]) -> None:
    lines = [json.loads(line) for line in as_jsonl(report(*findings), CONTEXT).split("\n")[:-1]]
    assert {as_finding(each) for each in lines if each["type"] == "finding"} == set(findings)
    assert len(lines) == len(findings) + len(["not_run", "summary"])


@given(st.lists(FINDINGS, max_size=5))
def test_csv_gives_the_findings_back_as_they_can_be_shown(findings: list[Finding]) -> None:
    rows = as_rows(as_csv(report(*findings), CONTEXT))
    unquoted = [{key: cell.removeprefix("'") for key, cell in row.items()} for row in rows]
    shown = {(printable(each.place.file), printable(each.subject), printable(each.message)) for each in findings}
    assert {(each["file"], each["subject"], each["message"]) for each in unquoted} == shown
    assert len(rows) == len(findings)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_every_cell_is_harmless(hostile: str) -> None:
    cells = [cell for row in as_rows(as_csv(hostile_report(hostile), CONTEXT)) for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝＋－＠")] == []


def test_csv_has_a_header_and_the_line_ends_of_rfc_4180() -> None:
    assert as_csv(report(), CONTEXT) == f"{','.join(FINDING_COLUMNS)}\r\n"


def test_csv_and_the_findings_of_json_have_the_same_keys() -> None:
    (data,) = json.loads(as_json(report(finding()), CONTEXT))["findings"]
    assert sorted(data) == sorted(FINDING_COLUMNS)


def test_json_has_the_keys_that_the_document_names() -> None:
    data = json.loads(as_json(REPORT, CONTEXT))
    assert list(data) == ["summary", "findings", "suppressed", "checks", "not_run"]
    assert list(data["summary"]) == [
        *("text", "claims", "references", "causes", "checks", "error", "warning", "info"),
        *("follows", "suppressed", "not_run", "source_quotes"),
    ]
    assert list(data["summary"]["source_quotes"]) == ["found", "not_found", "no_text"]
    assert list(data["not_run"][0]) == ["code", "rule", "reason"]


def test_json_carries_what_is_suppressed_and_why() -> None:
    (data,) = json.loads(as_json(REPORT, CONTEXT))["suppressed"]
    assert (data["subject"], data["by"], data["reason"]) == ("claim:c4", "noqa", "everybody knows it")


def test_jsonl_tells_what_is_suppressed_from_what_is_found() -> None:
    types = [json.loads(line)["type"] for line in as_jsonl(REPORT, CONTEXT).splitlines()]
    assert types.count("suppressed") == len(REPORT.suppressed) == 1


def test_csv_leaves_out_what_is_suppressed() -> None:
    assert len(as_rows(as_csv(REPORT, CONTEXT))) == len(REPORT.findings)


def test_json_carries_the_checks_and_what_was_not_run() -> None:
    data = json.loads(as_json(REPORT, CONTEXT))
    assert data["checks"] == [rule.code for rule in REPORT.checks]
    assert {"code": "TXT502", "rule": "no-intext-citations", "reason": "ignored: the journal has none"} in data[
        "not_run"
    ]


def test_the_last_line_of_jsonl_is_the_summary() -> None:
    last = json.loads(as_jsonl(REPORT, CONTEXT).splitlines()[-1])
    assert (last["type"], last["text"]) == ("summary", summary(REPORT))


def test_letters_stay_letters_in_json() -> None:
    assert "Sjögren 😀" in as_json(report(finding("Sjögren 😀")), CONTEXT)


def test_two_findings_alike_have_two_fingerprints() -> None:
    one, other = json.loads(as_json(report(finding(), finding()), CONTEXT))["findings"]
    assert other["fingerprint"] == f"{one['fingerprint']}-2"
