"""Identifiers and addresses that are spelled out in sentences."""

from __future__ import annotations

import pytest

from graph.reading import parse
from graph.reading.articles import ArticleText, Passage, Run
from graph.reading.articles.spelled_links import with_spelled_links


def linked(text: str) -> list[tuple[str, str]]:
    """The words of links in a sentence, and where they lead."""
    article = with_spelled_links(ArticleText(file="a.md", passages=(Passage((Run(text, 1, 1),)),)))
    return [(run.text, run.address) for run in article.passages[0].runs if isinstance(run, Run) and run.address]


@pytest.mark.parametrize(
    ("text", "words", "address"),
    [
        ("It is (PMID: 456).", "PMID: 456", "https://pubmed.ncbi.nlm.nih.gov/456/"),
        ("It is, PMID 456, so.", "PMID 456", "https://pubmed.ncbi.nlm.nih.gov/456/"),
        ("It is (doi: 10.1000/a1).", "doi: 10.1000/a1", "https://doi.org/10.1000/a1"),
        ("It is [10.1000/a(1)b].", "10.1000/a(1)b", "https://doi.org/10.1000/a(1)b"),
        ("It is (https://elm.org/tea_(hot)).", "https://elm.org/tea_(hot)", "https://elm.org/tea_(hot)"),
        ("See https://elm.org/tea.", "https://elm.org/tea", "https://elm.org/tea"),
        ("\u8bf7\u89c1https://elm.org/tea\uff0c\u8336\u3002", "https://elm.org/tea", "https://elm.org/tea"),
        ("\u8336\u6c34\uff0810.1000/a1\uff09\u3002", "10.1000/a1", "https://doi.org/10.1000/a1"),
        (
            "\u0634\u0627\u064a https://elm.org/tea\u060c \u0634\u0627\u064a.",
            "https://elm.org/tea",
            "https://elm.org/tea",
        ),
        ("It is (PMC12345).", "PMC12345", "https://pmc.ncbi.nlm.nih.gov/articles/PMC12345/"),
        ("It is (arXiv:1609.08144).", "arXiv:1609.08144", "https://arxiv.org/abs/1609.08144"),
    ],
)
def test_what_is_spelled_out_leads_where_it_says(text: str, words: str, address: str) -> None:
    assert linked(text) == [(words, address)]


@pytest.mark.parametrize(
    "text", ["It cost 10.1234 pounds.", "PMID is short for it.", "https://elm.org/tea", "At 10.5/h."]
)
def test_what_leads_nowhere_or_is_all_there_is_stays_words(text: str) -> None:
    assert linked(text) == []


def test_words_around_keep_their_places() -> None:
    article = with_spelled_links(ArticleText(file="a.md", passages=(Passage((Run("So\nis PMID: 456, too.", 3, 5),)),)))
    runs = [each for each in article.passages[0].runs if isinstance(each, Run)]
    assert [(each.text, each.line, each.column) for each in runs] == [
        ("So\nis ", 3, 5),
        ("PMID: 456", 4, 4),
        (", too.", 4, 13),
    ]


LISTED = (
    "\n\n## References\n\n1. Lee B. Tea. J Tea. 2010;1:1. PMID: 456\n2. Elm C. Hot. J Tea. 2011;1:2. doi:10.1000/a1\n"
)


@pytest.mark.parametrize("cited", ["PMID: 456; doi:10.1000/a1", "PMID: 456 and https://doi.org/10.1000/a1"])
@pytest.mark.parametrize("brackets", ["()", "[]"])
def test_brackets_around_nothing_but_sources_are_a_marker(cited: str, brackets: str) -> None:
    written = f"{brackets[0]}{cited}{brackets[1]}"
    (claim,) = parse("", f"# Tea\n\nIt is hot {written}.{LISTED}").claims.values()
    assert (claim.text, claim.quote) == ("It is hot.", f"It is hot {written}.")
    assert [each.reference for each in claim.citations] == ["lee2010", "elm2011"]


@pytest.mark.parametrize(
    "text", ["It is hot (at noon, PMID: 456).", "It is hot ([OR 2.1](https://doi.org/10.1000/a1))."]
)
def test_brackets_around_more_than_sources_stay_in_the_claim(text: str) -> None:
    (claim,) = parse("", f"# Tea\n\n{text}").claims.values()
    assert (claim.text, len(claim.citations)) == (text.replace("[", "").replace("](https://doi.org/10.1000/a1)", ""), 1)
