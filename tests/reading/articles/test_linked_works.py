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


LISTED = "\n\n## Sources\n\n- Lee B. (2010). Tea. PMID: 123\n- Elm. (2011). Hot tea. https://www.elm.org/tea/\n"
LISTED_PAGE = (
    '<h2>Sources</h2><ul><li>Lee B. (2010). Tea. <a href="https://pubmed.ncbi.nlm.nih.gov/123/">PubMed</a></li>'
    '<li>Elm. (2011). Hot tea. <a href="https://www.elm.org/tea/">Elm</a></li></ul>'
)


def cited_keys(evidence: Evidence) -> list[str]:
    return [each.reference for each in evidence.citations()]


@pytest.mark.parametrize(
    "text",
    [
        f"# Tea\n\nIt is [hot](https://pubmed.ncbi.nlm.nih.gov/123).{LISTED}",
        f'<!DOCTYPE html><h1>Tea</h1><p>It is <a href="https://pubmed.ncbi.nlm.nih.gov/123">hot</a>.</p>{LISTED_PAGE}',
    ],
)
def test_a_link_to_what_the_article_lists_is_a_citation_of_it(text: str) -> None:
    evidence = parse("", text)
    assert (cited_keys(evidence), len(evidence.references)) == (["lee2010"], 2)


@pytest.mark.parametrize(
    "address",
    ["http://elm.org/tea", "https://www.elm.org/tea#hot", "https://elm.org/Tea/?utm_source=a&utm_medium=b"],
)
def test_a_page_is_known_by_its_address_however_it_is_written(address: str) -> None:
    assert cited_keys(parse("", f"# Tea\n\nIt is [hot]({address}).{LISTED}")) == ["elm2011"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("It is hot ([1](https://elm.org/tea), [2](https://pubmed.ncbi.nlm.nih.gov/123)).", "It is hot."),
        ("A [tea](https://elm.org/tea)[Trusted Source](https://elm.org/tea) is hot.", "A tea is hot."),
        ("It is hot ([1Trusted Source](https://elm.org/tea)).", "It is hot."),
        ("A [tea (opens in a new tab)](https://elm.org/tea) is hot.", "A tea is hot."),
        ("A Trusted Source of it [is](https://elm.org/tea) tea.", "A Trusted Source of it is tea."),
        ("It is [40](https://elm.org/tea) years old.", "It is 40 years old."),
        ("It is old (in [40](https://elm.org/tea) ways).", "It is old (in 40 ways)."),
    ],
)
def test_a_number_or_what_is_read_out_of_a_link_is_none_of_the_words(text: str, claim: str) -> None:
    evidence = parse("", f"# Tea\n\n{text}{LISTED}")
    assert [each.text for each in evidence.claims.values()] == [claim]
    assert "elm2011" in cited_keys(evidence)


def test_numbers_in_parentheses_that_are_links_lead_where_they_lead() -> None:
    text = '<p>So (<a href="https://elm.org/tea">1</a>, <a href="https://pubmed.ncbi.nlm.nih.gov/123">2</a>).'
    evidence = parse("", f"<!DOCTYPE html><h1>Tea</h1>{text}{LISTED_PAGE}")
    assert cited_keys(evidence) == ["elm2011", "lee2010"]


def test_a_link_to_another_page_of_a_site_is_words() -> None:
    assert cited_keys(parse("", f"# Tea\n\nIt is [hot](https://elm.org/tea/green).{LISTED}")) == []


def test_links_beside_other_citations_lead_to_the_list_alone() -> None:
    text = "# Tea\n\nIt is [hot](https://elm.org/tea) [1], and [wet](https://doi.org/10.1000/a1)."
    listed = "\n\n## References\n\n1. Lee B. Tea. J Tea. 2010;1:1.\n2. Elm. (2011). Hot tea. https://elm.org/tea\n"
    evidence = parse("", text + listed)
    assert (cited_keys(evidence), len(evidence.references)) == (["elm2011", "lee2010"], 2)


def test_a_link_leads_to_the_bibliography_that_the_article_cites_by_keys() -> None:
    text = "# Tea\n\nIt is [hot](https://doi.org/10.1000/a1) [@elm2011]."
    evidence = parse("@misc{lee2010, doi = {10.1000/a1}}\n@misc{elm2011, title = {Tea}}", text)
    assert cited_keys(evidence) == ["lee2010", "elm2011"]


@pytest.mark.parametrize("listed", ["https://pubmed.ncbi.nlm.nih.gov/123/", "http://elm.org/tea"])
def test_where_links_lead_to_the_list_a_link_to_a_work_that_it_lacks_is_a_citation_too(listed: str) -> None:
    evidence = parse("", f"# Tea\n\nIt is [hot]({listed}), and [wet](https://doi.org/10.1000/a1).{LISTED}")
    assert (len(cited_keys(evidence)), len(evidence.references)) == (2, 3)


def test_links_to_pages_that_may_be_anything_are_told() -> None:
    evidence = parse("", "# Tea\n\nIt is [hot](https://elm.org/tea), not [cold](https://elm.org/ice).")
    (problem,) = (each for each in evidence.problems if each.rule == "unread-citation")
    assert (problem.place.line, problem.place.offset) == (3, 8)
    assert problem.message.startswith("links to 2 pages on the web, which may be anything, are no citations; list ")


def test_links_to_other_pages_of_the_same_site_are_not_told() -> None:
    head = '<!DOCTYPE html><link rel="canonical" href="https://www.elm.org/tea"><h1>Tea</h1>'
    evidence = parse(
        "", f'{head}<p>It is <a href="https://elm.org/hot">hot</a> and <a href="https://oak.org">wet</a>.</p>'
    )
    (problem,) = (each for each in evidence.problems if each.rule == "unread-citation")
    assert problem.message.startswith("links to 1 page on the web,")
