"""The identifiers of a reference and the addresses they lead to."""

from __future__ import annotations

import pytest

from graph.reading.bibtex import parse_references
from graph.references.identifiers import addresses, identifiers


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ("doi = {https://doi.org/10.1000/X}, pmid = {PMID: 123}", ["doi:10.1000/x", "pmid:123"]),
        ("doi = {https://www.doi.org/10.1000/x}", ["doi:10.1000/x"]),
        ("url = {https://dx.doi.org/10.1000%2FX?a=b}", ["doi:10.1000/x"]),
        ("url = {https://doi.org/10.1000/x/}", ["doi:10.1000/x"]),
        ("url = {10.1000/x}", ["doi:10.1000/x"]),
        ("doi = {doi:}", []),
        ("url = {https://pubmed.ncbi.nlm.nih.gov/31234567/}", ["pmid:31234567"]),
        ("url = {http://www.ncbi.nlm.nih.gov/pubmed/31234567}", ["pmid:31234567"]),
        ("eprint = {31234567}, eprinttype = {PubMed}", ["pmid:31234567"]),
        ("pmid = {PMID:31234567.}", ["pmid:31234567"]),
        ("eprint = {1609.08144v2}, eprinttype = {arXiv}", ["arxiv:1609.08144"]),
        ("eprint = {arXiv:1609.08144}, archiveprefix = {arXiv}", ["arxiv:1609.08144"]),
        ("url = {https://arxiv.org/abs/1609.08144}", ["arxiv:1609.08144"]),
        ("url = {http://arxiv.org/pdf/hep-th/9901001v1}", ["arxiv:hep-th/9901001"]),
        ("eprint = {1609.08144}, eprinttype = {jstor}", []),
        ("eprint = {1609.08144}", ["arxiv:1609.08144"]),
        ("journal = {arXiv preprint arXiv:1609.08144}", ["arxiv:1609.08144"]),
        ("journal = {arXiv}, volume = {arXiv:hep-th/9901001}", ["arxiv:hep-th/9901001"]),
        ("journal = {CoRR}, volume = {abs/1609.08144}", ["arxiv:1609.08144"]),
        (
            "journal = {CoRR}, volume = {abs/1609.08144}, eprint = {1609.08144}, eprinttype = {arXiv}",
            ["arxiv:1609.08144"],
        ),
        ("doi = {10.48550/arXiv.1609.08144}", ["doi:10.48550/arxiv.1609.08144", "arxiv:1609.08144"]),
        ("journal = {arXiv e-prints}", []),
        ("note = {See arXiv:1609.08144 for more}", []),
        ("url = {https://example.org/10.1000/x}", []),
    ],
)
def test_what_a_reference_is_known_by(fields: str, keys: list[str]) -> None:
    references, _ = parse_references(f"@article{{a, {fields}}}")
    assert list(identifiers(references["a"])) == keys


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
