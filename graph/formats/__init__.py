"""The outputs of the audit: a function a format, which takes the report and what a format may use beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.formats.cells import cell_reader
from graph.formats.context import Context
from graph.formats.data import as_csv, as_json, as_jsonl
from graph.formats.github import github
from graph.formats.junit import junit
from graph.formats.markdown import markdown
from graph.formats.sarif import sarif
from graph.formats.text import by_cause, by_rule, full, statistics, text
from graph.report import Report

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
