"""Identifiers and the addresses they lead to."""

from __future__ import annotations

import pytest

from graph.reading.bibtex import parse_references
from graph.references.identifiers import DOI_LOOSE, DOI_STRICT, addresses, bare_doi


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/x",
        " 10.1000/x ",
        "doi:10.1000/x",
        "DOI: 10.1000/x",
        "https://doi.org/10.1000/x",
        "http://dx.doi.org/10.1000/x.",
        "doi:https://doi.org/10.1000/x",
    ],
)
def test_bare_doi(text: str) -> None:
    assert bare_doi(text) == "10.1000/x"


def test_what_stands_inside_a_doi_is_left() -> None:
    assert bare_doi("10.1000/doi:x/doi.org/y") == "10.1000/doi:x/doi.org/y"


@pytest.mark.parametrize(
    ("doi", "loose", "strict"),
    [
        ("10.1186/s12882-017-0660-0", True, True),
        ("10.1002/(SICI)1097-4571(1999)50:1<1::AID-ASI1>3.0.CO;2-O", True, False),
        ("10.1000.10/123", True, False),
        ("10.12/x", False, False),
        ("11.1000/x", False, False),
        ("10.1000/a b", False, False),
    ],
)
def test_what_is_a_doi(doi: str, loose: bool, strict: bool) -> None:  # noqa: FBT001 - a table of cases
    assert (bool(DOI_LOOSE.fullmatch(doi)), bool(DOI_STRICT.fullmatch(doi))) == (loose, strict)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("doi = {10.1000/a<b>}", {"DOI": "https://doi.org/10.1000/a%3Cb%3E"}),
        ("pmid = {12345}", {"PubMed": "https://pubmed.ncbi.nlm.nih.gov/12345/"}),
        ("pmid = {PMID: 12345}", {"PubMed": "https://pubmed.ncbi.nlm.nih.gov/12345/"}),
        ("pmcid = {pmc77}", {"PubMed Central": "https://pmc.ncbi.nlm.nih.gov/articles/PMC77/"}),
        ("url = {https://example.org/a_b}", {"Link": "https://example.org/a_b"}),
        ("url = {javascript:alert(1)}", {}),
        ("url = {file:///etc/passwd}", {}),
        ("doi = {not a doi}", {}),
        ("pmid = {1 OR 1}", {}),
    ],
)
def test_addresses(field: str, expected: dict[str, str]) -> None:
    references, _ = parse_references(f"@article{{a, {field}}}")
    assert addresses(references["a"]) == expected
