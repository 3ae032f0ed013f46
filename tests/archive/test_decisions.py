"""What may be one work is proposed to a person, whose decisions are obeyed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.archive.across import bring_up_to_date
from graph.archive.auditing import audit_archive
from graph.archive.decisions import (
    DECISION_COLUMNS,
    DECISIONS,
    CitedReference,
    Decision,
    proposal_rows,
    proposed_works,
    read_decisions,
)
from graph.archive.how import HowToRead, Progress
from graph.model import Place, UnusableError
from graph.reports.columns import as_cells
from tests.archive.archives import small, write_files
from tests.archive.stored import entry, stored

IRON = "Iron deficiency and restless legs in pregnancy"
SLIP = "Iron deficency and restless leg in pregnancy"
SLEEP = "Caffeine and sleep in young adults after noon"


def archive(*titles: str, doi: str = "") -> sqlite3.Connection:
    """Articles a0, a1, … that cite one work each, under the keys k0, k1, …"""
    return stored({f"a{number}": (entry(f"k{number}", title, doi), "") for number, title in enumerate(titles)})


def name(number: int) -> CitedReference:
    """The reference of one of these articles."""
    return CitedReference(f"a{number}", f"k{number}")


def decision(said: str, one: int = 0, other: int = 1) -> Decision:
    """What is said of the works of two of these articles."""
    return Decision(Place("works.csv", 2), said, name(one), name(other))


def pairs(store: sqlite3.Connection, decisions: Sequence[Decision] = ()) -> list[tuple[str, str]]:
    """The articles whose works are proposed to be one."""
    return [(each.one.cited.article, each.other.cited.article) for each in proposed_works(store, decisions)]


def works(store: sqlite3.Connection, *decisions: Decision) -> list[int]:
    """How many references each work has, when these decisions are obeyed."""
    bring_up_to_date(store, decisions)
    return [number for (number,) in store.execute("SELECT COUNT(*) FROM works GROUP BY work ORDER BY 1")]


def noticed(store: sqlite3.Connection) -> list[str]:
    """The messages about decisions."""
    return [text for (text,) in store.execute("SELECT message FROM findings WHERE code = 'ARC105'")]


def test_titles_that_are_nearly_the_same_are_proposed_and_not_united() -> None:
    store = archive(IRON, SLIP, SLEEP)
    assert pairs(store) == [("a0", "a1")]
    assert works(store) == [1, 1, 1]


@pytest.mark.parametrize(
    ("titles", "is_proposed"),
    [
        (("Iron and restless legs, part 1", "Iron and restless legs, part 2"), False),
        (("Iron and restless legs. II", "Iron and restless legs. III"), False),
        (("Proceedings on restless legs 2004", "Proceedings on restless legs 2005"), False),
        (("Iron, B12 and restless leg", "Iron, B12 and restless legz"), True),
        (("The 1st workshop on restless legs", "The first workshop on restless legs"), True),
    ],
)
def test_parts_and_years_of_one_title_are_not_proposed(titles: tuple[str, str], *, is_proposed: bool) -> None:
    assert bool(pairs(archive(*titles))) is is_proposed


def test_what_has_no_year_is_proposed_with_its_like() -> None:
    store = stored({name: (entry("k", IRON, year=year), "") for name, year in (("a", ""), ("b", ""), ("c", "2001"))})
    assert pairs(store) == [("a", "b")]


def test_what_somebody_calls_the_same_is_one_work() -> None:
    assert works(archive(IRON, SLIP), decision("same")) == [2]


@pytest.mark.parametrize("said", ["same", "different"])
def test_what_is_decided_is_not_proposed_again(said: str) -> None:
    store, decisions = archive(IRON, SLIP), [decision(said)]
    bring_up_to_date(store, decisions)
    assert not pairs(store, decisions)


def test_what_is_called_different_and_is_one_by_its_doi_is_a_finding() -> None:
    store = archive(IRON, SLIP, doi="10.1000/x")
    assert works(store, decision("different")) == [2]
    assert "are one work" in noticed(store)[0]


def test_decisions_that_contradict_each_other_are_a_finding() -> None:
    store = archive(IRON, SLIP, SLEEP)
    bring_up_to_date(store, [decision("same"), decision("same", 1, 2), decision("different", 0, 2)])
    assert len(noticed(store)) == 1


def test_a_reference_that_is_not_there_is_a_finding() -> None:
    store = archive(IRON, SLIP)
    bring_up_to_date(store, [decision("same", 0, 7)])
    assert noticed(store) == ["there is no reference 'k7' in 'a7'; delete the row, or mend its name"]


def test_another_word_is_a_finding() -> None:
    store = archive(IRON, SLIP)
    bring_up_to_date(store, [decision("maybe")])
    assert noticed(store) == ["'maybe' is no decision; write same or different"]


def test_a_finding_about_a_decision_goes_when_that_is_mended() -> None:
    store = archive(IRON, SLIP)
    bring_up_to_date(store, [decision("maybe")])
    bring_up_to_date(store, [decision("same")])
    assert not noticed(store)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    store, file = archive(IRON, SLIP), tmp_path / "works.csv"
    text = as_cells(DECISION_COLUMNS, proposal_rows(proposed_works(store), []))
    file.write_text(text.replace("\r\n,", "\r\nSame,", 1), "utf-8")
    (found,) = read_decisions(file)
    assert (found.said, found.one, found.other) == ("same", CitedReference("a0", "k0"), CitedReference("a1", "k1"))


def test_decisions_stay_as_they_are_when_the_file_is_written_again(tmp_path: Path) -> None:
    file = tmp_path / "works.csv"
    one, other = CitedReference("=a", "k"), CitedReference("b", "l")
    decided = Decision(Place("works.csv", 2), "same", one, other, "95", ("One 2001", "Two 2001"))
    file.write_text(as_cells(DECISION_COLUMNS, proposal_rows([], [decided])), "utf-8", newline="")
    (found,) = read_decisions(file)
    assert (found.said, found.one, found.citations) == ("same", CitedReference("=a", "k"), ("One 2001", "Two 2001"))


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "works.csv"
    file.write_text("decision,article_1\nsame,a\n", "utf-8")
    with pytest.raises(UnusableError, match=r"works\.csv:1: "):
        read_decisions(file)


def test_decisions_that_cannot_be_read_stop_an_audit_before_it_reads_articles(tmp_path: Path) -> None:
    root = small(tmp_path / "root", "a")
    write_files(tmp_path / "out", {DECISIONS: "decision\nsame\n"})
    read: list[Progress] = []
    with pytest.raises(UnusableError) as told:
        audit_archive(root, tmp_path / "out", how=HowToRead(tell=read.append))
    assert str(told.value).startswith(f"{tmp_path / 'out' / DECISIONS}:1: required column")
    assert read == []
