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
    assert f"was retracted on 2021-07-31, before the article of {day}; cite another" in finding.message


@pytest.mark.parametrize("day", ["2021-07-30", "2021-06", "2020"])
def test_what_was_cited_before_its_retraction_is_a_warning(day: str) -> None:
    finding = in_article_of(day, Notice("retraction", "2021-07-31"))
    assert finding.severity == "warning"
    assert f"was retracted on 2021-07-31, after the article of {day}; cite another" in finding.message


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
