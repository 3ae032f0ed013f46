"""Links to works, where an article cites in no other way."""

from __future__ import annotations

import pytest

from graph.model import Evidence
from graph.reading import parse

TEXT = "# Tea\n\nA [*small* trial](https://doi.org/10.1000/a1) found it. It is [hot](https://tea.org)."
PAGE = '<!DOCTYPE html><h1>Tea</h1><p>A <a href="https://doi.org/10.1000/a1"><i>small</i> trial</a> found it.</p>'


def works(evidence: Evidence) -> list[tuple[str, str]]:
    """What is cited: the words of each reference, and what it is known by."""
    cited = [evidence.references[each.reference].fields for each in evidence.citations()]
    return [
        (each["note"], each.get("doi") or each.get("pmid") or each.get("pmcid") or each["eprint"]) for each in cited
    ]


@pytest.mark.parametrize("text", [TEXT, PAGE])
def test_a_link_to_a_work_is_a_citation_behind_its_words(text: str) -> None:
    evidence = parse("", text)
    claim, *_ = evidence.claims.values()
    assert (claim.text, claim.quote) == ("A small trial found it.",) * 2
    assert works(evidence) == [("small trial", "10.1000/a1")]
    assert "read-from-text" in {each.rule for each in evidence.problems}


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://doi.org/10.1000/A1", "10.1000/a1"),
        ("http://dx.doi.org/10.1000/a1", "10.1000/a1"),
        ("https://elm.org/doi/full/10.1000/a1?x=1#y", "10.1000/a1"),
        ("https://elm.org/articles/10.1000/a1/full", "10.1000/a1"),
        ("https://elm.org/article?id=10.1000/a1&x=1", "10.1000/a1"),
        ("https://pubmed.ncbi.nlm.nih.gov/123/", "123"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12/", "PMC12"),
        ("https://arxiv.org/abs/1609.08144v2", "1609.08144"),
    ],
)
def test_what_an_address_leads_to(address: str, known: str) -> None:
    assert works(parse("", f"# Tea\n\nIt is [hot]({address})."))[0][1].casefold() == known.casefold()


def test_two_addresses_of_one_work_are_one_reference() -> None:
    text = "# Tea\n\nIt is [hot](https://doi.org/10.1000/a1). So it [was](https://elm.org/doi/10.1000/A1)."
    assert len(parse("", text).references) == 1


def test_a_link_leads_to_the_bibliography_that_is_given() -> None:
    evidence = parse("@article{lee2010, title = {Tea}, doi = {10.1000/a1}}", TEXT)
    assert [each.reference for each in evidence.citations()] == ["lee2010"]


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT} So it was [@lee2010].",
        f"{TEXT}\n\n## References\n\n1. Lee B. Tea. J Tea. 2010;1:1.",
        f"---\nbibliography: refs.bib\n---\n{TEXT}",
        "# Tea\n\nIt is [hot](https://tea.org/10/a) and [![wet](https://doi.org/10.1000/a1)](https://tea.org).",
        "# Tea\n\n[![DOI](a.svg)](https://doi.org/10.1000/a1) [![build](b.svg)](https://tea.org)\n\nIt is hot.",
        "# Tea\n\n| a |\n|---|\n| [hot](https://doi.org/10.1000/a1) |\n\nIt is hot.",
    ],
)
def test_a_link_is_only_words_where_the_article_cites_otherwise_or_it_leads_anywhere(text: str) -> None:
    assert "10.1000/a1" not in {each.fields.get("doi") for each in parse("", text).references.values()}
