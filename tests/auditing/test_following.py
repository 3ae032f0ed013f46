"""Findings that follow from another."""

from __future__ import annotations

from pathlib import Path

from graph.auditing.engine import audit
from graph.reading import parse, read

HEADER = "claim_id,cause,claim,supports\n"


def roots(references: str, rows: str) -> dict[tuple[str, str], tuple[str, str]]:
    """What follows from what, by code and subject."""
    report = audit(parse(references, HEADER + rows))
    return {(each.code, each.subject): (root.code, root.subject) for each, root in report.follows.items()}


def test_a_claim_and_its_cause_follow_from_an_unknown_key() -> None:
    assert roots("@book{other}", "c1,Coffee,Text.,nobody\n") == {
        ("CLM001", "claim:c1"): ("CLM002", "claim:c1"),
        ("GRF402", "cause:Coffee"): ("CLM002", "claim:c1"),
    }


def test_the_reference_that_was_meant_follows_from_a_slip() -> None:
    found = roots("@book{drake2013}\n@book{other}", "c1,Coffee,Text.,drake213\n")
    assert found["GRF401", "reference:drake2013"] == ("CLM002", "claim:c1")
    assert ("GRF401", "reference:other") not in found


def test_all_follows_from_an_entry_that_could_not_be_read() -> None:
    rows = "c1,Coffee,Text.,lost\nc2,Coffee,Words.,lost\n"
    found = roots("@book{lost, title = {T\n@book{other}\n", rows)
    assert {found["CLM002", f"claim:c{number}"][0] for number in (1, 2)} == {"REF213"}
    assert found["GRF402", "cause:Coffee"][0] == "REF213"


def test_a_claim_with_no_citation_follows_from_nothing() -> None:
    assert roots("@book{other}", "c1,Coffee,Text.,\n") == {}


def test_a_claim_that_also_has_a_mention_follows_from_nothing() -> None:
    report = audit(parse("@book{other}", "claim_id,cause,claim,supports,mentions\nc1,Coffee,Text.,nobody,other\n"))
    assert not any(each.code == "CLM001" for each in report.follows)


def test_what_is_narrower_follows_from_the_widest_cause() -> None:
    found = roots("", "c1,Drugs > Beta-blockers > Propranolol,Text.,\n")
    assert found == {
        ("GRF402", f"cause:{cause}"): ("GRF402", "cause:Drugs")
        for cause in ("Drugs > Beta-blockers", "Drugs > Beta-blockers > Propranolol")
    }


def test_what_is_excused_is_the_root_of_nothing() -> None:
    header = "claim_id,cause,claim,supports,noqa\n"
    report = audit(parse("@book{other}", f"{header}c1,Coffee,Text.,nobody,unknown-reference: to come\n"))
    assert report.follows == {}


def test_all_is_unused_where_the_table_cannot_be_read() -> None:
    report = audit(parse("@book{a, title = {T}}\n@book{b, title = {U}}", "claim_id,about,claim,supports\nc1,X,Y,a\n"))
    assert {each.code for each in report.follows} == {"GRF401"}
    assert {root.code for root in report.follows.values()} == {"TAB601"}


def test_a_reference_is_unused_where_its_row_is_lost() -> None:
    found = roots("@book{a, title = {T}}\n@book{b, title = {U}}", "c1,X,Y,b\nc1,X,Z,a\n")
    assert found["GRF401", "reference:a"][0] == "TAB601"


def test_a_reference_is_no_part_of_a_word_in_a_lost_row() -> None:
    found = roots("@book{a, title = {T}}\n@book{b, title = {U}}", "c1,X,Y,b\nc1,X,Banana.,b\n")
    assert ("GRF401", "reference:a") not in found


def test_what_thousands_of_lost_rows_cite_is_found_soon() -> None:
    library = "".join(f"@book{{k{number}, title = {{T}}}}\n" for number in range(5_000))
    rows = "".join(f"c1,X,{'Y ' * 500}{number}.,k{number}\n" for number in range(5_000))
    found = roots(library, rows)
    assert sum(code == "GRF401" for code, _ in found) == 4_999


def test_what_an_article_cites_follows_from_the_bibliography_that_it_names_in_vain(tmp_path: Path) -> None:
    article = tmp_path / "paper.md"
    article.write_text(
        "---\nbibliography: gone.bib\n---\n\n# Coffee\n\nIt delays sleep [@drake2013].\n", encoding="utf-8"
    )
    report = audit(read((), article))
    (root,) = [finding for finding in report.findings if finding.rule == "unread-citation"]
    (key,) = [finding for finding in report.findings if finding.rule == "unknown-reference"]
    assert (report.follows[key], root.severity) == (root, "error")


def test_a_long_chain_of_causes_follows_from_the_widest() -> None:
    names = [f"Cause {number}" for number in range(50)]
    found = roots("@book{other}", f"c1,{' > '.join(names)},Text.,\n")
    assert {root for (code, _), root in found.items() if code == "GRF402"} == {("GRF402", "cause:Cause 0")}


def test_a_page_without_any_date_has_no_year() -> None:
    found = roots("@online{a, url = {https://example.org}}\n@book{b}", "c1,Coffee,Text.,a; b\n")
    assert found == {("REF204", "reference:a"): ("SRC304", "reference:a")}
