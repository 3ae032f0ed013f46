"""What lies across articles, as findings: what is said of a cause excuses them, too."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.archive.auditing import audit_archive
from graph.auditing.settings import Settings
from graph.model import UnusableError
from tests.archive.archives import BIB, asked, write_files

WORDS = "In pregnancy low iron makes the legs restless."
HEADER = "claim_id,cause,claim,supports\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive in which two articles have one claim, with a source in one of them."""
    files = {
        "a/claims.csv": f"{HEADER}c1,Iron > Deficiency,{WORDS},a2001\n",
        "b/claims.csv": f"{HEADER}c1,Iron > Stores,{WORDS},\n",
    }
    return write_files(tmp_path / "root", {**files, "a/references.bib": BIB, "b/references.bib": BIB})


def repeated(root: Path, causes: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str | None]]:
    """Which claims are repeated, and why that is excused."""
    settings = Settings(causes=causes, select=("ARC104",))
    audit_archive(root, root.parent / "out", settings)
    return asked(root.parent / "out", "SELECT file, reason FROM findings WHERE code = 'ARC104' ORDER BY file")


@pytest.mark.parametrize(
    ("causes", "reasons"),
    [
        ({}, (None, None)),
        ({"Iron > Stores": {"ARC104": "meant so"}}, (None, "meant so")),
        ({"Iron": {"repeated": "meant so"}}, ("meant so", "meant so")),
        ({"Iron": {"ARC": "wide"}, "Iron > Stores": {"ARC1": "narrow"}}, ("wide", "narrow")),
        ({"Iron": {"ARC102": "another rule"}}, (None, None)),
        ({"Iron": {"CLM001": "of articles"}}, (None, None)),
    ],
)
def test_an_exception_for_a_cause_excuses_what_lies_across_articles(
    causes: Mapping[str, Mapping[str, str]], reasons: tuple[str | None, str | None], root: Path
) -> None:
    assert repeated(root, causes) == [*zip(("a/claims.csv", "b/claims.csv"), reasons, strict=True)]


def test_a_cause_that_no_article_has_is_told(root: Path) -> None:
    with pytest.raises(UnusableError, match="no cause is called 'Iron > Store'; did you mean 'Iron > Stores'"):
        repeated(root, {"Iron > Store": {"ARC104": "meant so"}})


def test_a_cause_may_be_in_an_article_that_could_not_be_read(root: Path) -> None:
    write_files(root, {"c/claims.csv": bytes(range(256))})
    assert len(repeated(root, {"Coffee": {"ARC104": "meant so"}})) == 2


def test_large_figures_are_written_as_people_do(tmp_path: Path) -> None:
    row = "claim_id,cause,claim,measure,low,high\nc1,Iron,So many have it.,incidence,{}\n"
    said = {"a": "1200000,1250000", "b": "1300000.5,1400000"}
    files = {f"{name}/claims.csv": row.format(each) for name, each in said.items()}
    audit_archive(write_files(tmp_path / "root", files), tmp_path / "out")
    (message,) = asked(tmp_path / "out", "SELECT message FROM findings WHERE code = 'ARC102'")
    assert "says 1200000 to 1250000, which does not overlap with the 1300000.5 to 1400000 of claim" in message
