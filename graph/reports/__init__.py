"""The outputs of the audit: a function a format, which takes the report and what a format may use beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.auditing.report import Report
from graph.reports.cells import cell_reader
from graph.reports.context import Context
from graph.reports.data import as_csv, as_json, as_jsonl
from graph.reports.github import github
from graph.reports.junit import junit
from graph.reports.markdown import markdown
from graph.reports.sarif import sarif
from graph.reports.text import by_cause, by_rule, full, statistics, text

__all__ = ["FORMATS", "Context", "cell_reader"]

FORMATS: Mapping[str, Callable[[Report, Context], str]] = {
    "text": text,
    "full": full,
    "by-cause": by_cause,
    "by-rule": by_rule,
    "statistics": statistics,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "markdown": markdown,
    "github": github,
    "junit": junit,
    "sarif": sarif,
}
"""Every format by its name; the first is the default."""
