"""Of what sort the sources of claims are, and how old."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found, in_article


@pytest.mark.parametrize(
    ("year", "kind", "severity"),
    [
        (2021, "treatment", []),
        (2020, "treatment", ["info"]),
        (2016, "treatment", ["info"]),
        (2015, "treatment", ["warning"]),
        (2015, "frequency", ["warning"]),
        (2015, "association", ["info"]),
        (2015, "", ["info"]),
        (2015, "background", []),
    ],
)
def test_how_much_age_matters(year: int, kind: str, severity: list[str]) -> None:
    example = f"claim_id,cause,claim,kind,supports\nc1,X,Y,{kind},a; b\n\n@book{{a, year = {year}}}\n@book{{b}}"
    assert [each.severity for each in findings("stale-evidence", example)] == severity


def test_what_an_article_tells_of_itself_does_not_age() -> None:
    example = "claim_id,cause,claim,supports\nc1,Methods,Weight is lost.,a\n\n@book{a, year = {2000}}"
    assert found("stale-evidence", example) == []


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        ("Choi et al. propose a network.", 0),
        ("We found two of them.", 0),
        ("This study saw two of them.", 0),
        ("As the authors say, it helps.", 0),
        ("Neurons were first proposed in 1943.", 0),
        ("It helps 1943 people.", 1),
        ("Weight is lost.", 1),
    ],
)
def test_what_one_study_did_does_not_age(claim: str, number: int) -> None:
    example = f"claim_id,cause,claim,supports\nc1,X,{claim},a\n\n@book{{a, year = {2000}}}"
    assert len(found("stale-evidence", example)) == number


@pytest.mark.parametrize("keys", ["undated", ""])
def test_without_a_year_no_source_is_old(keys: str) -> None:
    assert found("stale-evidence", f"claim_id,cause,claim,supports\nc1,X,Y,{keys}\n\n@book{{undated}}") == []


def test_a_claim_without_source_does_not_rest_on_the_web() -> None:
    assert found("weak-tier-only", "claim_id,cause,claim,supports\nc1,X,Y,\n\n@online{a}") == []


@pytest.mark.parametrize(("kind", "severity"), [("background", "info"), ("association", "warning"), ("", "warning")])
def test_how_much_the_web_matters(kind: str, severity: str) -> None:
    (finding,) = findings("weak-tier-only", f"claim_id,cause,claim,kind,supports\nc1,X,Y,{kind},a\n\n@online{{a}}")
    assert finding.severity == severity


@pytest.mark.parametrize(
    ("title", "claim", "number"),
    [
        ("Renal Data System", "The Renal Data System has 300 members.", 0),
        ("Renal Data System | About", "The Renal Data System has 300 members.", 0),
        ("Renal Data System", "The system has renal data.", 1),
        ("Restless legs syndrome", "Restless legs syndrome is common.", 1),
        ("Sleep", "Sleep is good.", 1),
        ("CAMEO - Continuous Evaluation", "In CAMEO it came first.", 0),
        ("pandas-dev/pandas", "The tables were read by pandas-dev/pandas.", 0),
        ("RLS | A clinic", "RLS is common.", 1),
        ("Sleep - A clinic", "Sleep is short.", 1),
        ("CAMEO - Continuous Evaluation", "Cameo brooches are old.", 1),
        ("Sleep Register", "The Sleep Register has 300 members.", 0),
        ("Bank of England", "The Bank of England has 300 members.", 0),
    ],
)
def test_a_page_is_a_source_for_what_it_is_the_page_of(title: str, claim: str, number: int) -> None:
    example = f"claim_id,cause,claim,supports\nc1,X,{claim},a\n\n@online{{a, title = {{{title}}}}}"
    assert len(found("weak-tier-only", example)) == number


def test_the_owner_of_a_page_speaks_for_itself() -> None:
    example = "claim_id,cause,claim,supports\nc1,X,World Health Organization staff are many.,a"
    assert found("weak-tier-only", f"{example}\n\n@online{{a, organization = {{World Health Organization}}}}") == []


@pytest.mark.parametrize(("keys", "number"), [("a", 1), ("a; b", 0), ("", 0)])
def test_further_reading_alone_is_little(keys: str, number: int) -> None:
    entries = "@book{a, group = {further-reading}}\n@book{b}"
    assert len(found("background-only", f"claim_id,cause,claim,supports\nc1,X,Y,{keys}\n\n{entries}")) == number


@pytest.mark.parametrize(
    ("pages", "books", "sentence", "warnings"),
    [
        (10, 10, "It is old", 1),
        (9, 9, "It is old", 9),
        (10, 11, "It is old", 10),
        (10, 0, "The drug helps", 10),
    ],
)
def test_an_article_written_from_the_web_is_told_so_once(pages: int, books: int, sentence: str, warnings: int) -> None:
    keys = [*(f"w{each}" for each in range(pages)), *(f"b{each}" for each in range(books))]
    text = "\n\n".join(f"{sentence} in case {key} [@{key}]." for key in keys)
    entries = "\n".join(f"@{'online' if key[0] == 'w' else 'book'}{{{key}}}" for key in keys)
    said = in_article("weak-tier-only", text, entries)
    assert len(said) == pages
    assert [each.severity for each in said].count("warning") == warnings
