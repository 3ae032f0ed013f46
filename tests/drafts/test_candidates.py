"""Candidates in a drafted table: to choose from, and nothing else."""

from __future__ import annotations

import csv

from graph.auditing.engine import audit
from graph.drafts.candidates import candidate_cells
from graph.drafts.files import drafted_files
from graph.model import File
from graph.reading import parse
from tests.examples import REFERENCES

ARTICLE = "# Sleep\n\nThe prevalence of insomnia is 7 %.\n\nIt is so [@drake2013].\n\nNothing else.\n"


def test_a_claim_without_a_source_has_the_candidates_that_share_its_words() -> None:
    evidence = parse(REFERENCES, ARTICLE)
    assert candidate_cells(evidence, evidence.claims)["sleep-01"]["candidates"].split("; ")[0] == "roth2011"


def test_a_claim_with_a_source_has_none() -> None:
    evidence = parse(REFERENCES, ARTICLE.replace("It is so", "Caffeine is so"))
    assert "sleep-02" not in candidate_cells(evidence, evidence.claims)


def test_only_who_is_asked_for_gets_candidates() -> None:
    assert candidate_cells(parse(REFERENCES, ARTICLE), ["sleep-03"]).keys() <= {"sleep-03"}


def test_without_references_the_table_has_no_such_column() -> None:
    evidence = parse("", "It is so.")
    assert b"candidates" not in drafted_files(evidence, evidence.claims, None, None).table


def test_a_candidate_that_is_moved_is_a_citation_and_one_that_stays_is_none() -> None:
    evidence = parse(REFERENCES, ARTICLE)
    table = drafted_files(evidence, evidence.claims, None, None).table.decode()
    header, row = list(csv.reader(table.splitlines()))[:2]
    assert not parse(REFERENCES, table).claims["sleep-01"].citations
    cells = dict(zip(header, row, strict=True))
    cells |= {"supports": cells["candidates"].split("; ")[0], "candidates": ""}
    accepted = ",".join(header) + "\n" + ",".join(cells[name] for name in header) + "\n"
    assert [each.reference for each in parse(REFERENCES, accepted).claims["sleep-01"].citations] == ["roth2011"]


def test_the_audit_does_not_see_candidates() -> None:
    table = "claim_id,cause,claim,candidates,draft\nc1,X,Y.,roth2011,new\n"
    without = "claim_id,cause,claim\nc1,X,Y.\n"
    assert audit(parse(REFERENCES, table)).findings == audit(parse(REFERENCES, without)).findings


def test_a_kept_row_keeps_its_candidates_and_a_new_one_gets_some() -> None:
    table = "claim_id,cause,claim,candidates,quote\nc1,Sleep,Nothing else.,mine,Nothing else.\n"
    evidence = parse(REFERENCES, ARTICLE)
    merged = drafted_files(evidence, ["sleep-01"], File("claims.csv", table.encode(), "claims"), None).table.decode()
    rows = {row["claim_id"]: row["candidates"] for row in csv.DictReader(merged.splitlines())}
    assert rows["c1"] == "mine"
    assert rows["sleep-01"].startswith("roth2011")
