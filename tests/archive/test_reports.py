"""What the audit of an archive reports, in every format."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from graph.archive.auditing import audit_archive
from graph.archive.formats import ARCHIVE_FORMATS
from graph.archive.reports import ArchiveReport, View
from graph.archive.store import read_store
from graph.model import SEVERITIES, Severity
from tests.archive.archives import BIB, CLAIMS, write_files

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
HOSTILE = "=cmd|' /C calc'!A0\n\x1b[31m::error::"
FILES: dict[str, str | bytes] = {
    "a/claims.csv": CLAIMS,
    "a/references.bib": BIB,
    "b/claims.csv": CLAIMS.replace(",a2001", ","),
    "b/references.bib": BIB.replace("title = {Iron and restless legs in pregnancy}, ", ""),
    "c/claims.csv": bytes(range(256)),
    f"{HOSTILE}/claims.csv": CLAIMS,
    "articles.csv": "article\nnobody\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("archive")
    audit_archive(write_files(folder / "root", FILES), folder / "out")
    with closing(read_store(str(folder / "out"))) as found:
        yield found


def written(store: sqlite3.Connection, name: str = "text", **view: Any) -> str:
    return "".join(ARCHIVE_FORMATS[name](ArchiveReport(store, View(shown=str, **view))))


@pytest.mark.parametrize("name", ARCHIVE_FORMATS)
def test_a_hostile_name_does_no_harm(name: str, store: sqlite3.Connection) -> None:
    text = written(store, name)
    assert [line for line in text.replace("\r\n", "\n").split("\n") if not line.isprintable()] == []
    assert name != "csv" or not any(line.startswith("=") for line in text.split("\n"))


def test_the_worst_article_comes_first(store: sqlite3.Connection) -> None:
    archive, *titles = [line for line in written(store).splitlines() if not line.startswith(" ")]
    assert (archive, titles[0]) == ("The archive", "c: not read")
    assert [title.partition(":")[0] for title in titles[1:3]] == ["b", "=cmd|' /C calc'!A0\\n\\x1b[31m"]


def test_the_summary_counts_what_was_not_read(store: sqlite3.Connection) -> None:
    *_, last = written(store).splitlines()
    assert last.startswith("4 articles, 6 claims (1 sourced), 2 references: ")
    assert last.endswith("; 1 article not read")


def test_what_is_about_the_archive_itself_is_counted_with_what_articles_have(store: sqlite3.Connection) -> None:
    own = "SELECT severity, count(*) FROM findings WHERE follows IS NULL AND suppressed_by IS NULL GROUP BY 1"
    found = dict(store.execute(own))
    beside = store.execute("SELECT 1 FROM findings WHERE article NOT IN (SELECT article FROM articles)")
    totals = ArchiveReport(store, View(shown=str)).totals
    assert beside.fetchone()
    assert {each: totals[each] for each in SEVERITIES} == {each: found.get(each, 0) for each in SEVERITIES}


def test_a_terminal_is_shown_the_worst_findings_of_each(store: sqlite3.Connection) -> None:
    text = written(store, terminal=True)
    block = text.partition("b: ")[2].split("\n")[1:5]
    assert [line.lstrip().startswith("... and") for line in block] == [False, False, False, True]


def test_no_more_is_shown_than_was_asked_for(store: sqlite3.Connection) -> None:
    text = written(store, most=2)
    assert sum(line.startswith("    ") and "..." not in line for line in text.splitlines()) == 2
    assert "... and 3 more articles\nall findings: --max 0" in text


@pytest.mark.parametrize("least", ["error", "warning"])
def test_what_is_less_severe_is_left_out(least: Severity, store: sqlite3.Connection) -> None:
    text = written(store, least=least)
    assert " error " in text
    assert " info " not in text.rpartition("\n4 articles")[0]


def test_json_has_every_finding_with_its_article(store: sqlite3.Connection) -> None:
    data = json.loads(written(store, "json"))
    assert len(data["articles"]) == data["summary"]["articles"] == 4
    assert {each["article"] for each in data["findings"]} >= {"a", "b", "c"}
    (number,) = store.execute("SELECT count(*) FROM findings").fetchone()
    assert len(data["findings"]) == number


def test_what_a_finding_follows_from_is_named_as_the_finding_is(store: sqlite3.Connection) -> None:
    report = ArchiveReport(store, View(shown="articles/{}".format))
    data = json.loads("".join(ARCHIVE_FORMATS["json"](report)))
    marks = {f"{each['file']}:{each['line']} {each['code']}" for each in data["findings"]}
    followed = {each["follows"] for each in data["findings"] if "follows" in each}
    assert followed
    assert followed <= marks


def test_jsonl_has_a_line_for_all_of_it(store: sqlite3.Connection) -> None:
    kinds = [json.loads(line)["type"] for line in written(store, "jsonl").splitlines()]
    assert (kinds[0], kinds[-1], kinds.count("article")) == ("article", "summary", 4)


def test_csv_has_a_row_a_finding(store: sqlite3.Connection) -> None:
    rows = [*csv.DictReader(io.StringIO(written(store, "csv"), newline=""))]
    assert [row["file"] for row in rows if not row["article"]] == ["articles.csv"]
    assert any(row["article"].startswith("'=cmd") for row in rows)


def test_sarif_is_valid(store: sqlite3.Connection) -> None:
    jsonschema.validate(json.loads(written(store, "sarif")), SCHEMA)


def test_junit_has_a_suite_an_article(store: sqlite3.Connection) -> None:
    suites = ET.fromstring(written(store, "junit"))  # noqa: S314 - our own
    failed = {each.get("name"): each.get("failures") for each in suites}
    (number,) = store.execute("SELECT count(*) FROM findings").fetchone()
    assert {"a", "b", "c"} <= failed.keys()
    assert sum(int(each or 0) for each in failed.values()) == number


def test_statistics_count_findings_and_articles(store: sqlite3.Connection) -> None:
    (line,) = [each for each in written(store, "statistics").splitlines() if "ARC001" in each]
    assert line.split() == ["1", "ARC001", "unread-article", "in", "1", "article"]


def test_what_is_found_of_the_archive_is_counted_in_no_article(tmp_path: Path) -> None:
    audit_archive(write_files(tmp_path / "root", {"a/claims.csv": CLAIMS, "x.org": ""}), tmp_path / "out")
    with closing(read_store(str(tmp_path / "out"))) as store:
        (line,) = [each for each in written(store, "statistics").splitlines() if "ARC005" in each]
    assert line.split()[2:] == ["passed-over", "in", "the", "archive"]


def test_github_gets_the_worst(store: sqlite3.Connection) -> None:
    first, *_ = written(store, "github").splitlines()
    assert first.startswith("::error file=")


def test_it_fails_on_what_is_as_bad(store: sqlite3.Connection) -> None:
    report = ArchiveReport(store, View(shown=str))
    assert report.fails("error")
    assert report.fails("info")
