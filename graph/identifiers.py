"""Identifiers of publications: how they are written, and the addresses they lead to."""

from __future__ import annotations

import re

from graph.model import Reference

DOI_LOOSE = re.compile(r"10\.\d{4,9}(\.\d+)*/\S+")
"""What may be a DOI at all (DOI Handbook, 2.2)."""

DOI_STRICT = re.compile(r"10\.\d{4,9}/[-._;()/:A-Za-z0-9]+")
"""What nearly all DOIs look like (Crossref, "DOIs and matching regular expressions", 2015)."""

DOI_PREFIX = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)+", re.IGNORECASE)
PMID = re.compile(r"(?:PMID:?\s*)?(?P<number>\d{1,8})", re.IGNORECASE)
PMCID = re.compile(r"PMC\d+", re.IGNORECASE)


def bare_doi(text: str) -> str:
    """A DOI without resolver, "doi:" or a full stop behind it."""
    bare = text.strip()
    prefix = DOI_PREFIX.match(bare)
    return (bare[prefix.end() :] if prefix else bare).rstrip(".,;")


def bare_pmid(text: str) -> str:
    """A PubMed number without "PMID:", or an empty string where there is none."""
    match = PMID.fullmatch(text.strip())
    return match["number"] if match else ""


def addresses(reference: Reference) -> dict[str, str]:
    """The web addresses of a reference by what they are: DOI, PubMed, PubMed Central, Link; http and https only."""
    found: dict[str, str] = {}
    doi = bare_doi(reference.doi)
    if DOI_LOOSE.fullmatch(doi):
        found["DOI"] = f"https://doi.org/{quote(doi)}"
    if pmid := bare_pmid(reference.fields.get("pmid", "")):
        found["PubMed"] = f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    if PMCID.fullmatch(reference.fields.get("pmcid", "")):
        found["PubMed Central"] = f"https://pmc.ncbi.nlm.nih.gov/articles/{reference.fields['pmcid'].upper()}/"
    if re.match(r"https?://[^\s/]", reference.url, re.IGNORECASE):
        found["Link"] = reference.url
    return found


def quote(doi: str) -> str:
    """A DOI as part of an address (the characters that the DOI Handbook asks to encode)."""
    from urllib.parse import quote as percent_encode

    return percent_encode(doi, safe="/:;().,-_~!*'@+$=")
