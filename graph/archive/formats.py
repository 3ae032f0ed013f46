"""The findings of an archive, in a format: parts of text one after the other, however many there are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET  # written, never parsed

from graph.archive.reports import WORST_FIRST, ArchiveReport, archive_text
from graph.archive.rules import ARCHIVE_RULES, ArchiveRule
from graph.auditing.baseline import numbered
from graph.auditing.report import counted
from graph.model import SEVERITIES
from graph.reports.data import FINDING_COLUMNS, Marked, record, to_json
from graph.reports.github import MOST_ANNOTATIONS, annotation, unmistakable
from graph.reports.junit import case, failure, suite
from graph.reports.sarif import LEVELS, SCHEMA, descriptor, result, run_of
from graph.rules import RULES
from graph.texts.spreadsheets import harmless
from graph.wording import count, listing, printable

IN_A_SUMMARY = 50
"""How many articles a table of the worst has."""


class OneFinding(NamedTuple):
    """A finding with its fingerprint, the name of its article, and the place and code of what it follows from."""

    article: str
    marked: Marked
    follows: str | None

    @property
    def data(self) -> dict[str, Any]:
        """It as plain data."""
        follows = {"follows": self.follows} if self.follows else {}
        return {"article": self.article, **record(self.marked), **follows}


def each_finding(report: ArchiveReport) -> Iterator[OneFinding]:
    """All findings, those that are excused among them: of the archive, of its libraries, and article by article."""
    for name, number in report.groups():
        kept = report.findings(number)
        for (mark, finding), each in zip(numbered(one.finding for one in kept), kept, strict=True):
            yield OneFinding(name, Marked(mark, finding, each.suppressed), each.follows)


def archive_json(report: ArchiveReport) -> Iterator[str]:
    """The whole report as one JSON object, with a line for each article and each finding."""
    yield f'{{\n"summary": {to_json(summary_and_numbers(report))}'
    articles = (each._asdict() for each in report.articles())
    yield from array_of("articles", ({k: v for k, v in each.items() if k != "number"} for each in articles))
    yield from array_of("findings", (each.data for each in each_finding(report) if not each.marked.suppressed))
    yield from array_of("suppressed", (each.data for each in each_finding(report) if each.marked.suppressed))
    yield "\n}\n"


def array_of(name: str, values: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A member of a JSON object that is an array, with a line for each of its values."""
    yield f',\n"{name}": ['
    for number, value in enumerate(values):
        yield f"{',' if number else ''}\n{to_json(value)}"
    yield "\n]"


def summary_and_numbers(report: ArchiveReport) -> dict[str, Any]:
    """The summary and its numbers as plain data."""
    return {"text": report.summary(), **report.totals}


def archive_jsonl(report: ArchiveReport) -> Iterator[str]:
    """A JSON object a line, whose `type` says what it is; the summary comes last."""
    for each in report.articles():
        said = {name: value for name, value in each._asdict().items() if name != "number"}
        yield f"{to_json({'type': 'article', **said})}\n"
    for one in each_finding(report):
        kind = "suppressed" if one.marked.suppressed else "finding"
        yield f"{to_json({'type': kind, **one.data})}\n"
    yield f"{to_json({'type': 'summary', **summary_and_numbers(report)})}\n"


def archive_csv(report: ArchiveReport) -> Iterator[str]:
    """A row a finding (RFC 4180), in which no cell can start a formula."""
    columns = ("article", *FINDING_COLUMNS)
    yield csv_row(columns)
    for each in each_finding(report):
        if not each.marked.suppressed:
            data = each.data
            yield csv_row(data[name] for name in columns)


def csv_row(cells: Iterable[str | int]) -> str:
    """A row of CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(harmless(c) if isinstance(c, str) else c for c in cells)
    return text.getvalue()


def archive_statistics(report: ArchiveReport) -> Iterator[str]:
    """A line a rule: how many findings, and in how many articles; then the summary."""
    for code, name, found, articles in report.by_rule():
        where = count(articles, "article") if articles else "the archive"
        yield f"{found:>9,}  {code}  {name:<26}  in {where}\n"
    yield f"{report.summary()}\n"


def archive_markdown(report: ArchiveReport) -> Iterator[str]:
    """The summary, and a table of the worst articles, as Markdown."""
    yield f"**{markdown_safe(report.summary())}**\n\n"
    yield "| article | claims | sourced | errors | warnings | info |\n|---|---:|---:|---:|---:|---:|\n"
    for number, each in enumerate(report.articles(WORST_FIRST)):
        if number == IN_A_SUMMARY:
            yield f"\n... and {count(report.totals['articles'] - number, 'more article')}\n"
            break
        numbers = (each.claims, each.sourced, each.errors, each.warnings, each.infos)
        failed = " (not read)" if each.failure is not None else ""
        yield f"| {markdown_safe(each.name)}{failed} | {' | '.join(f'{n:,}' for n in numbers)} |\n"


def markdown_safe(text: str) -> str:
    """Text in which nothing means anything to Markdown."""
    return "".join(f"\\{each}" if each in r"\`*_{}[]()<>#+!|~$&" else each for each in printable(text))


def archive_github(report: ArchiveReport) -> Iterator[str]:
    """Annotations, the worst first and at most ten of a kind; then the summary and what is left out."""
    for severity in SEVERITIES:
        for finding in report.first(severity, MOST_ANNOTATIONS):
            yield f"{annotation(finding)}\n"
    more = {each: report.totals[each] - MOST_ANNOTATIONS for each in SEVERITIES}
    left = [counted(number, severity) for severity, number in more.items() if number > 0]
    yield unmistakable(f"{report.summary()}{f'; not annotated: {listing(left)}' if left else ''}") + "\n"


def archive_junit(report: ArchiveReport) -> Iterator[str]:
    """JUnit's XML: a suite an article, in which a finding is a failed test; one that passed where nothing is found.

    What is found of the archive itself and of libraries that articles share has suites of its own.
    """
    from xml.sax.saxutils import quoteattr  # written, never parsed; it imports how to fetch from the web

    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<testsuites name={quoteattr(f'evidence-graph: {report.summary()}')}>\n"
    articles = {each.number for each in report.articles()}
    for name, number in report.groups():
        failed = [failure(each.finding) for each in report.findings(number) if not each.suppressed]
        if failed or number in articles:
            title = printable(name or "The archive")
            yield suite_text(suite(title, failed or [case(title, "nothing found")]))
    yield "</testsuites>\n"


def suite_text(element: ET.Element) -> str:
    """A suite, indented as part of the whole."""
    ET.indent(element, level=1)
    return f"  {ET.tostring(element, encoding='unicode')}\n"


def archive_sarif(report: ArchiveReport) -> Iterator[str]:
    """The whole report as a SARIF log, with a line for each finding."""
    rules = [*map(descriptor, RULES), *map(archive_descriptor, ARCHIVE_RULES)]
    run = run_of(rules, {"executionSuccessful": True})
    yield f'{{\n"$schema": {json.dumps(SCHEMA)},\n"version": "2.1.0",\n"runs": [{to_json(run)[:-1]}'
    positions = {each["id"]: position for position, each in enumerate(rules)}
    yield from array_of("results", (sarif_result(each, positions) for each in each_finding(report)))
    yield "}]\n}\n"


def sarif_result(each: OneFinding, positions: dict[str, int]) -> dict[str, Any]:
    """A finding as SARIF has it."""
    more = {"article": each.article} | ({"follows": each.follows} if each.follows else {})
    return result(each.marked, positions, more)


def archive_descriptor(rule: ArchiveRule) -> dict[str, Any]:
    """A rule about archives and its documentation."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.title}\n\nWhy:\n{rule.why}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["evidence", "archive"]},
    }


ARCHIVE_FORMATS: Mapping[str, Callable[[ArchiveReport], Iterator[str]]] = {
    "text": archive_text,
    "statistics": archive_statistics,
    "json": archive_json,
    "jsonl": archive_jsonl,
    "csv": archive_csv,
    "markdown": archive_markdown,
    "github": archive_github,
    "junit": archive_junit,
    "sarif": archive_sarif,
}
"""Every format by its name; the first is the default."""
