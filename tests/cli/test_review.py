"""Noting who has reviewed a claim."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

import graph
from graph.cli import main
from tests.cli.commands import put_evidence

TABLE = "claim_id,cause,claim,supports\nc1,X,Y is so.,\nc2,X,Z is so.,\n"


@pytest.fixture(autouse=True)
def data(folder: Path) -> Path:
    """The folder data/ with a table."""
    return put_evidence(folder, "", TABLE)


def stale() -> list[str]:
    """The claims whose review is stale."""
    evidence = graph.read("data/references.bib", "data/claims.csv")
    return [finding.subject for finding in graph.audit(evidence, graph.Settings(select=("stale-review",))).findings]


def change(old: str, new: str) -> None:
    text = Path("data/claims.csv").read_text(encoding="utf-8")
    Path("data/claims.csv").write_text(text.replace(old, new), encoding="utf-8")


def test_a_review_says_who_and_when(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "c1", "c2", "c1", "--by", "Eva", "--on", "2026-01-31"]) == 0
    assert capsys.readouterr().out == "data/claims.csv: 2 claims reviewed by Eva on 2026-01-31\n"
    claims = graph.read([], "data/claims.csv").claims.values()
    assert [(each.reviewed_by, each.reviewed_on) for each in claims] == [("Eva", "2026-01-31")] * 2


def test_a_review_is_stale_once_the_claim_has_changed() -> None:
    assert main(["review", "c1", "c2", "--by", "Eva", "--on", "2026-01-31"]) == 0
    assert stale() == []
    change("Y is so", "Y is not so")
    assert stale() == ["claim:c1"]
    assert main(["review", "c1", "--by", "Eva", "--on", "2026-02-01"]) == 0
    assert stale() == []


def test_a_claim_that_is_reviewed_again_is_the_only_one_that_changes() -> None:
    main(["review", "c1", "c2", "--by", "Eva", "--on", "2026-01-31"])
    before = Path("data/claims.csv").read_text(encoding="utf-8").splitlines()
    main(["review", "c2", "--by", "Kim", "--on", "2026-02-01"])
    after = Path("data/claims.csv").read_text(encoding="utf-8").splitlines()
    assert before[:2] == after[:2]
    assert after[2] == before[2].replace("Eva,2026-01-31", "Kim,2026-02-01")


def test_the_day_is_today_where_none_is_given() -> None:
    days = [datetime.now().astimezone().date().isoformat()]
    assert main(["review", "c1", "--by", "Eva"]) == 0
    days.append(datetime.now().astimezone().date().isoformat())
    assert graph.read([], "data/claims.csv").claims["c1"].reviewed_on in days


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["c3", "--by", "Eva"], "no claim is called 'c3'"),
        (["c1"], "Missing option '--by'"),
        (["c1", "--by", " "], "--by ' ' is no name that a table can hold"),
        (["c1", "--by", "=1+1"], "is no name"),
        (["c1", "--by", "a\0b"], "is no name"),
        (["c1", "--by", "Eva", "--on", "today"], "Invalid value for '--on'"),
        (["x-01", "--by", "Eva", "--claims", "paper.md"], "paper.md: is an article"),
    ],
)
def test_what_cannot_be_noted_changes_nothing(
    arguments: list[str], fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("paper.md").write_text("# X\n\nIt is so [@a].\n", encoding="utf-8")
    assert main(["review", *arguments]) == 2
    assert fault in capsys.readouterr().err
    assert Path("data/claims.csv").read_text(encoding="utf-8") == TABLE
