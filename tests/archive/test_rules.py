"""The rules about archives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.archive.rules import ARCHIVE_RULES, BY_NAME, for_articles, said_of_rule
from graph.auditing.settings import Settings

DOCUMENT = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")


def test_the_document_lists_them() -> None:
    rows = re.findall(r"^\| (ARC\d+) \| (\S+) \| (\w+) \| (.+) \|$", DOCUMENT, flags=re.MULTILINE)
    assert rows == [(each.code, each.name, each.severity, f"{each.title} {each.why}") for each in ARCHIVE_RULES]


def test_no_code_and_no_name_is_that_of_two() -> None:
    assert len({each.code for each in ARCHIVE_RULES}) == len(BY_NAME) == len(ARCHIVE_RULES)


@pytest.mark.parametrize(
    ("settings", "severity"),
    [
        (Settings(), "warning"),
        (Settings(select=("ALL",)), "warning"),
        (Settings(select=("ARC002",)), "warning"),
        (Settings(select=("CLM",)), None),
        (Settings(ignore={"names-alike": "known"}), None),
        (Settings(severity={"ARC": "info", "ARC002": "error"}), "error"),
    ],
)
def test_how_severe_the_settings_have_a_rule(settings: Settings, severity: str | None) -> None:
    assert said_of_rule(BY_NAME["names-alike"], settings) == severity


def test_articles_do_not_hear_of_rules_about_archives() -> None:
    settings = Settings(select=("CLM", "ARC001"), ignore={"ARC": "x", "REF": "y"}, severity={"arc005": "error"})
    assert for_articles(settings) == Settings(select=("CLM",), ignore={"REF": "y"})


def test_where_only_rules_about_archives_are_asked_for_no_other_is_run() -> None:
    assert for_articles(Settings(select=("ARC",))).ignore == {"ALL": "not selected"}
