"""References that were taken back, by a list or by their titles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.lists import Notice
from graph.auditing.settings import Settings
from graph.model import Article, Finding
from graph.reading import parse
from tests.rules.running import findings, found

TABLE = "claim_id,cause,claim\n"
HEADER = "OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionNature,Reason"


def in_article_of(day: str, notice: Notice) -> Finding:
    evidence = replace(parse("@book{a, doi = {10.1000/x}}", TABLE), article=Article(date=day))
    (finding,) = audit(evidence, Settings(select=("retracted",)), Given(retractions={"doi:10.1000/x": notice})).findings
    return finding


@pytest.mark.parametrize("day", ["2021-08-01", "2021-08", "2022"])
def test_what_was_cited_after_its_retraction_is_an_error(day: str) -> None:
    finding = in_article_of(day, Notice("retraction", "2021-07-31"))
    assert finding.severity == "error"
    assert f"was retracted on 2021-07-31, before the article of {day}; read why" in finding.message


@pytest.mark.parametrize("day", ["2021-07-30", "2021-06", "2020"])
def test_what_was_cited_before_its_retraction_is_a_warning(day: str) -> None:
    finding = in_article_of(day, Notice("retraction", "2021-07-31"))
    assert finding.severity == "warning"
    assert f"was retracted on 2021-07-31, after the article of {day}; read why" in finding.message


@pytest.mark.parametrize("day", ["2021-07", "2021", ""])
def test_dates_that_do_not_say_which_was_first_are_not_compared(day: str) -> None:
    finding = in_article_of(day, Notice("retraction", "2021-07-31"))
    assert (finding.severity, "the article" in finding.message) == ("error", False)


def test_the_articles_date_may_stand_in_the_settings() -> None:
    evidence = parse("@book{a, doi = {10.1000/x}}", TABLE)
    settings = Settings(select=("retracted",), about=Article(date="2020"))
    given = Given(retractions={"doi:10.1000/x": Notice("retraction", "2021-07-31")})
    (finding,) = audit(evidence, settings, given).findings
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("entry", "reason", "severity"),
    [
        ("doi = {10.1002/14651858.CD1}", "+Withdrawn (out of date);", "info"),
        ("doi = {10.1002/14651858.CD1}", "+Error in Data;", "error"),
        ("doi = {10.1000/x}", "+Withdrawn (out of date);", "error"),
    ],
)
def test_a_cochrane_review_that_is_out_of_date_was_not_retracted(entry: str, reason: str, severity: str) -> None:
    doi = entry.split("{")[1].rstrip("}")
    example = f"@article{{a, {entry}}}\n\n--- retractions.csv\n{HEADER}\n{doi},0,7/31/2021 0:00,Retraction,{reason}"
    assert [each.severity for each in findings("retracted", example)] == [severity]


@pytest.mark.parametrize(
    ("nature", "severity", "message"),
    [
        ("Retraction", "error", "was retracted on 2021-07-31 (Error in Data, Fraud)"),
        ("Expression of concern", "warning", "is under an expression of concern (Error in Data, Fraud)"),
        ("Correction", "warning", "was corrected on 2021-07-31 (Error in Data, Fraud)"),
    ],
)
def test_the_states_of_a_retraction(nature: str, severity: str, message: str) -> None:
    row = f"10.1000/X,0,7/31/2021 0:00,{nature},+Error in Data;+Fraud;"
    (finding,) = findings("retracted", f"@book{{a, doi = {{doi:10.1000/x.}}}}\n\n--- retractions.csv\n{HEADER}\n{row}")
    assert (finding.severity, finding.place.column) == (severity, "doi")
    assert message in finding.message


def test_a_reinstated_reference_is_as_good_as_any() -> None:
    row = "10.1000/x,0,7/31/2021 0:00,Reinstatement,"
    assert found("retracted", f"@book{{a, doi = {{10.1000/x}}}}\n\n--- retractions.csv\n{HEADER}\n{row}") == []


def test_a_retraction_is_found_by_pmid_and_says_how_many_claims_cite_it() -> None:
    claims = "claim_id,cause,claim,supports\nc1,X,Y,a\nc2,X,Y,a"
    row = "unavailable,123,,Retraction,"
    example = f"{claims}\n\n@book{{a, pmid = {{123}}}}\n\n--- retractions.csv\n{HEADER}\n{row}"
    (finding,) = findings("retracted", example)
    assert finding.message == "reference 'a' was retracted; cited by 2 claims; read why, and see what holds without it"
    assert finding.place.column == "pmid"


def test_a_notice_may_say_neither_when_nor_why() -> None:
    example = f"@book{{a, doi = {{10.1000/x}}}}\n\n--- retractions.csv\n{HEADER}\n10.1000/x,0,,Retraction,"
    assert found("retracted", example) == ["reference 'a' was retracted; read why, and see what holds without it"]


@pytest.mark.parametrize("nature", ["Correction", "Expression of concern"])
def test_only_a_withdrawal_of_a_cochrane_review_is_let_be(nature: str) -> None:
    row = f"10.1002/14651858.CD1,0,7/31/2021 0:00,{nature},+Updated;"
    example = f"@book{{a, doi = {{10.1002/14651858.CD1}}}}\n\n--- retractions.csv\n{HEADER}\n{row}"
    assert [each.severity for each in findings("retracted", example)] == ["warning"]


def of_title(title: str, more: str = "") -> list[str]:
    example = f"@article{{a, title = {{{title}}}, {more}}}"
    return [each.severity for each in findings("retracted-by-title", example)]


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: Caffeine effects on sleep",
        "Retracted: Caffeine effects on sleep",
        "RETRACTED ARTICLE: Caffeine effects on sleep",
        "RETRACTED ARTICLE Caffeine effects on sleep",
        "[Retracted] Caffeine effects on sleep",
        "WITHDRAWN: Caffeine effects on sleep",
        "REMOVED: Caffeine effects on sleep",
        "Caffeine effects on sleep [Retracted article]",
        "Caffeine effects on sleep (Retracted article. See vol. 3, p. 4)",
        "Retraction notice to: Caffeine effects on sleep",
        "Retraction Note: Caffeine effects on sleep",
        "Retraction: Caffeine effects on sleep",
        "Retraction to: Caffeine effects on sleep",
        'Retraction of "Caffeine effects on sleep"',
        "Retraction for Drake et al., Caffeine effects on sleep",
        "Notice of retraction: Caffeine effects on sleep",
        "Statement of Retraction: Caffeine effects on sleep",
    ],
)
def test_a_title_that_says_so(title: str) -> None:
    assert of_title(title) == ["error"]


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("Retraction of Caffeine effects on sleep", "warning"),
        ("Expression of Concern: Caffeine effects on sleep", "warning"),
    ],
)
def test_a_title_that_says_less(title: str, severity: str) -> None:
    assert of_title(title) == [severity]


def test_a_concern_in_a_title_is_said_as_one_of_a_list() -> None:
    (message,) = found("retracted-by-title", "@article{a, title = {Expression of Concern: Caffeine}}")
    assert message.endswith("is under an expression of concern, by its title; read why, and see what holds without it")


@pytest.mark.parametrize(
    "title",
    [
        "Retracted publications in psychiatry",
        "Why are articles retracted?",
        "Retraction of the tongue during sleep",
        "Retraction for rectal surgery",
        "Retraction of The Long Head",
        "Clot retraction: a review",
        "Withdrawn patients in trials of caffeine",
        "Withdrawal of caffeine",
        "Sleep (removed from its context)",
        "An expression of concern by parents",
    ],
)
def test_a_title_about_something_else(title: str) -> None:
    assert of_title(title) == []


@pytest.mark.parametrize(
    "more", ["journal = {Cochrane Database of Systematic Reviews}", "doi = {10.1002/14651858.cd007834.pub3}"]
)
def test_a_withdrawn_cochrane_review_is_only_worth_knowing(more: str) -> None:
    assert of_title("WITHDRAWN: Caffeine for sleepiness", more) == ["info"]
    assert of_title("RETRACTED: Caffeine for sleepiness", more) == ["error"]


def test_what_the_list_says_is_not_said_again() -> None:
    example = "@article{a, title = {RETRACTED: Caffeine}, doi = {10.1000/x}}\n\n--- retractions.csv\n"
    assert found("retracted-by-title", f"{example}{HEADER}\n10.1000/x,0,,Retraction,") == []
