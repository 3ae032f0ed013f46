"""The outputs of the audit: a function a format, which takes the report and what a format may use beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from graph.auditing.report import Report
from graph.reports.cells import cell_reader
from graph.reports.context import Context
from graph.reports.data import as_csv, as_json, as_jsonl
from graph.reports.github import github
from graph.reports.markdown import markdown
from graph.reports.places import Shown, in_repository, moved, openable
from graph.reports.sarif import sarif
from graph.reports.text import by_cause, by_rule, full, statistics, text

__all__ = ["FORMATS", "FOR_PEOPLE", "Context", "cell_reader", "moved", "names_for"]


def as_junit(report: Report, context: Context) -> str:
    """JUnit's XML; what writes it is imported only when it is asked for, as no other format needs a library of XML."""
    from graph.reports.junit import junit

    return junit(report, context)


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
    "junit": as_junit,
    "sarif": sarif,
}
"""Every format by its name; the first is the default."""

FOR_PEOPLE = frozenset({"text", "full", "by-cause", "by-rule", "statistics", "markdown", "github"})
"""The formats of which people may want less than all; programs get every finding."""

FOR_REPOSITORIES = frozenset({"github", "sarif"})
"""The formats whose readers look for files in the repository, not in the folder that the audit was run in."""


def names_for(output_format: str, paths: Mapping[str, str], here: Path) -> Shown:
    """How a format names files, of which `paths` has the paths by their names, for a reader in the folder `here`."""
    return (in_repository if output_format in FOR_REPOSITORIES else openable)(paths, here)
