"""What a page says about itself."""

from __future__ import annotations

import pytest

from graph.reading import parse
from graph.reading.articles.about_page import date_said, is_about_page, is_verdict

ABOUT = (
    "Medically reviewed by Ann Oak, MD, Specialty in Tea \u2014 Written by Bob Elm \u2014 Updated on March 3, 2020",
    "Written by Bob Elm",
    "Fact checked by Gil Oak",
    "Peer reviewed by Dr. Kit Lea",
    "Also reviewed by David C. Dug, MD, Medical Director.",
    "By Eve Gum, MD",
    "Updated on July 8, 2022",
    "Page last reviewed: 06 August 2022 Next review due: 06 August 2025",
    "Last medically reviewed on January 10, 2020",
    "Last updated 16 Nov 2021",
    "March 01, 2022",
    "4 min read",
    "Share on Pinterest",
    "Advertisement",
    "Read more: Why tea wakes",
    "READ MORE",
    "Learn more about our editorial process.",
    "If you buy through links on this page, we may earn a small commission.",
    "All rights reserved.",
    "Skip to content",
)


@pytest.mark.parametrize("text", ABOUT)
def test_what_a_page_says_about_itself_is_no_claim(text: str) -> None:
    assert is_about_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "By 2020 half of all adults drank tea.",
        "Published trials of tea are small.",
        "Updated guidelines advise against tea.",
        "Written notes help memory.",
        "Last year, tea was reviewed by three groups.",
        "Reviewed by hand, one in ten records was wrong.",
        "Sharing a bed makes it worse.",
        "In this article, tea means green tea.",
        "May 3 is the day of tea.",
        "Related conditions are cramps and pain.",
    ],
)
def test_a_sentence_that_begins_alike_is_one(text: str) -> None:
    assert not is_about_page(text)


def test_it_leads_in_no_list() -> None:
    page = "<!DOCTYPE html><h1>Tea</h1><p>Updated on July 8, 2022<ul><li>Tea is hot.<li>It is wet.</ul>"
    evidence = parse("", page)
    assert [each.text for each in evidence.claims.values()] == ["Tea is hot.", "It is wet."]


def test_one_that_cites_is_a_claim() -> None:
    evidence = parse("", "# Tea\n\nUpdated on July 8, 2022 [1].\n\n## References\n\n1. Lee B. Tea. Tea. 2010;1:1.\n")
    assert len(evidence.claims) == 1


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Medically reviewed by Ann Oak, MD \u2014 Updated on March 3, 2020", "2020-03-03"),
        ("Page last reviewed: 06 August 2022 Next review due: 06 August 2025", "2022-08-06"),
        ("Updated: Sep. 17, 2019", "2019-09-17"),
        ("Last updated 05/06/2022", ""),
        ("Tea was reviewed on March 3, 2020, by a panel.", ""),
    ],
)
def test_the_day_that_a_page_says(text: str, date: str) -> None:
    assert date_said(text) == date


@pytest.mark.parametrize("part", ["A", "A ", "By ", "Last ", "we may ", "Mar 1 ", "Dr. "])
def test_a_line_of_any_length_is_looked_at_soon(part: str) -> None:
    assert not is_about_page(f"By {part * 400}!")
    assert not is_about_page(f"By {(part * 100)[:280]}!?")


@pytest.mark.parametrize(
    "text",
    [
        "False",
        "FALSE.",
        "Mostly false",
        "Rating: Mostly True",
        "Our ruling",
        "We rate this claim \u201cFalse\u201d.",
        "Falsch!",
    ],
)
def test_a_verdict_is_one(text: str) -> None:
    assert is_verdict(text)


@pytest.mark.parametrize("text", ["False memories are common.", "It is false.", "Tea", "We rate this claim highly."])
def test_what_says_more_is_no_verdict(text: str) -> None:
    assert not is_verdict(text)
