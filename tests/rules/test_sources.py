"""References as sources."""

from __future__ import annotations

import pytest

from graph.rules.sources import has_design
from tests.rules.running import findings, found


@pytest.mark.parametrize(
    ("entry", "listed"),
    [
        ("journal = {The Journal of Sleep & Coffee}", "journal of sleep and coffee"),
        ("journaltitle = {Sleep}", "SLEEP  # for a reason"),
        ("issn = {1234-567X (print), 8765-4321}", "1234567x"),
        ("issn = {1234-567X (print), 8765-4321}", "8765-4321"),
    ],
)
def test_a_listed_journal(entry: str, listed: str) -> None:
    assert len(found("listed-journal", f"@article{{a, {entry}}}\n\n--- journals.txt\n{listed}")) == 1


@pytest.mark.parametrize(
    ("entry", "column", "named"),
    [("journal = {Sleep}, issn = {1234-5678}", "journal", "Sleep"), ("issn = {1234-5678}", "issn", "1234-5678")],
)
def test_a_listed_journal_is_named_as_the_entry_has_it(entry: str, column: str, named: str) -> None:
    (finding,) = findings("listed-journal", f"@book{{a, {entry}}}\n\n--- journals.txt\n1234-5678")
    assert (finding.place.column, f"appeared in {named!r}," in finding.message) == (column, True)


def test_no_journal_is_on_no_list() -> None:
    assert found("listed-journal", "@book{a, title = {T}}\n\n--- journals.txt\n...") == []


CLAIMS = "claim_id,cause,claim,kind,supports\nc1,X,Y,harm,a"


def test_a_design_in_the_source_values_is_enough() -> None:
    values = "--- evidence.csv\nclaim_id,reference,design\nc1,a,cohort"
    assert found("unknown-design", f"{CLAIMS}\n\n@book{{a}}\n\n{values}") == []


def test_an_unknown_design_in_the_source_values_is_none() -> None:
    values = "--- evidence.csv\nclaim_id,reference,design\nc1,a,some study"
    assert len(found("unknown-design", f"{CLAIMS}\n\n@book{{a}}\n\n{values}")) == 1


@pytest.mark.parametrize(
    ("kind", "recorded", "number"),
    [("treatment", "", 1), ("mechanism", "", 0), ("", "", 0), ("mechanism", "cohort", 1), ("", "chort", 1)],
)
def test_designs_are_asked_for_where_people_act_on_a_claim_or_some_are_recorded(
    kind: str, recorded: str, number: int
) -> None:
    claims = f"claim_id,cause,claim,kind,supports\nc1,X,Y,{kind},a"
    assert len(found("unknown-design", f"{claims}\n\n@book{{a}}\n@book{{b, design = {{{recorded}}}}}")) == number


@pytest.mark.parametrize(("text", "known"), [("", False), ("some study", False), ("some study; Cohort", True)])
def test_a_record_has_a_design_where_one_is_known(*, text: str, known: bool) -> None:
    assert has_design(text) is known


@pytest.mark.parametrize(
    "fields",
    [
        "url = {https://example.org}, urldate = {2020-01-01}",
        "url = {https://example.org}, year = {2020}",
        "url = {https://example.org}, note = {Accessed 3 May 2020}",
        "howpublished = {www.example.org, retrieved on 2020-01-01}",
        "howpublished = {example.org/x}, urldate = {2020-01-01}",
        "howpublished = {http://example.org [29 March 2008]}",
        "url = {https://example.org}, refdate = {2007-01-25}",
        "url = {https://example.org}, note = {4 September 2012, date last accessed}",
    ],
)
def test_a_dated_page(fields: str) -> None:
    assert found("web-source-undated", f"@online{{a, {fields}}}") == []


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ("title = {T}", "url or urldate"),
        ("url = {https://example.org}, note = {Accessible to all}", "urldate"),
        ("url = {https://example.org}, note = {[Online] 12345}", "urldate"),
        ("howpublished = {Hopkinsmedicine.org}, year = {2020}", "url"),
    ],
)
def test_an_undated_page(fields: str, lacking: str) -> None:
    (message,) = found("web-source-undated", f"@online{{a, {fields}}}")
    assert f"without {lacking};" in message


def test_an_encyclopedia_on_paper_is_no_page_on_the_web() -> None:
    assert found("web-source-undated", "@inreference{a, title = {T}, year = {1985}, pages = {172-174}}") == []
