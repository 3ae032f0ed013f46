"""For programs and spreadsheets: JSON, a line of JSON a finding, and CSV."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from graph.auditing.baseline import numbered
from graph.auditing.engine import by_place
from graph.auditing.report import Report, Suppressed, numbers_by_severity, summary
from graph.auditing.texts import QUOTE_STATES
from graph.model import Evidence, Finding
from graph.reports.arranging import widespread
from graph.reports.columns import as_cells
from graph.reports.context import Context

# Everything but plain ASCII and the line breaks between JSON's own lines.
PERHAPS_UNPRINTABLE = re.compile(r"[^\n -~]")


class Marked(NamedTuple):
    """A finding with what identifies it from run to run, and why it is excused, if it is."""

    fingerprint: str
    finding: Finding
    suppressed: Suppressed | None


def marked(report: Report) -> Iterator[Marked]:
    """All findings by place, those that are excused or hidden among them."""
    every: list[tuple[Finding, Suppressed | None]] = [(finding, None) for finding in report.all_findings]
    every += [(each.finding, each) for each in report.suppressed]
    every.sort(key=lambda pair: by_place(pair[0]))
    marks = numbered(finding for finding, _ in every)
    for (fingerprint, _), (finding, suppressed) in zip(marks, every, strict=True):
        yield Marked(fingerprint, finding, suppressed)


def record(each: Marked) -> dict[str, Any]:
    """A finding as plain data."""
    finding = each.finding
    data = {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "subject": finding.subject,
        "message": finding.message,
        "fingerprint": each.fingerprint,
    }
    return data | ({"by": each.suppressed.by, "reason": each.suppressed.reason} if each.suppressed else {})


def more_of(report: Report, evidence: Evidence) -> Callable[[Finding], dict[str, str]]:
    """A function to what a finding has beside itself: `one_of` so many, or the root that it follows from, as text."""
    many = {kind: {"one_of": words} for kind, words in widespread(report, evidence).items()}
    roots = {each: {"follows": f"{root.place} {root.code}"} for each, root in report.follows.items()}

    def more(finding: Finding) -> dict[str, str]:
        own = many.get((finding.code, finding.severity), {})
        return roots.get(finding, own) if roots else own

    return more


def summary_data(report: Report) -> dict[str, Any]:
    """The summary and its numbers as plain data."""
    apart = {"left_out": report.left_out} if report.left_out else {}
    return {
        "text": summary(report),
        "claims": report.claims,
        "references": report.references,
        "causes": report.causes,
        "checks": len(report.checks),
        **numbers_by_severity(report),
        "follows": len(report.follows),
        "suppressed": len(report.suppressed),
        "not_run": len(report.not_run),
        "source_quotes": {state.replace(" ", "_"): report.quotes.get(state, 0) for state in QUOTE_STATES},
        **apart,
    }


def not_run_data(report: Report) -> list[dict[str, str]]:
    """The checks that were not run as plain data."""
    return [{"code": rule.code, "rule": rule.name, "reason": reason} for rule, reason in report.not_run]


def as_json(report: Report, context: Context) -> str:
    """The whole report as one JSON object."""
    return to_json(as_data(report, context), indent=2) + "\n"


def as_data(report: Report, context: Context) -> dict[str, Any]:
    """The whole report as plain data."""
    every = list(marked(report))
    more = more_of(report, context.evidence)
    found = [{**record(each), **more(each.finding)} for each in every if not each.suppressed]
    return {"summary": summary_data(report), "findings": found, **rest_of_data(report, every)}


def rest_of_data(report: Report, every: Iterable[Marked]) -> dict[str, Any]:
    """What is told beside summary and findings, as plain data."""
    return {
        "suppressed": [record(each) for each in every if each.suppressed],
        "checks": [rule.code for rule in report.checks],
        "not_run": not_run_data(report),
    }


def as_jsonl(report: Report, context: Context) -> str:
    """A JSON object a line, whose `type` says what it is; the summary comes last."""
    more = more_of(report, context.evidence)
    lines = [
        {"type": "suppressed", **record(each)}
        if each.suppressed
        else {"type": "finding", **record(each), **more(each.finding)}
        for each in marked(report)
    ]
    lines += [{"type": "not_run", **each} for each in not_run_data(report)]
    lines.append({"type": "summary", **summary_data(report)})
    return "".join(f"{to_json(line)}\n" for line in lines)


def to_json(value: Any, indent: int | None = None) -> str:
    """A value as JSON in which letters stay as they are and what is not printable is an escape."""
    import json  # which reports for people do without

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.replace("\n", "").isprintable():
        return text
    return PERHAPS_UNPRINTABLE.sub(
        lambda match: match[0] if match[0].isprintable() else json.dumps(match[0])[1:-1], text
    )


FINDING_COLUMNS = ("severity", "code", "rule", "file", "line", "column", "subject", "message", "fingerprint")


def as_csv(report: Report, context: Context) -> str:  # noqa: ARG001 - every format is called alike
    """A row a finding (RFC 4180), in which no cell can start a formula."""
    rows = (record(each) for each in marked(report) if not each.suppressed)
    return as_cells(FINDING_COLUMNS, rows)
