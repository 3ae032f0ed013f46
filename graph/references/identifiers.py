"""Identifiers of publications: how they are written, and the addresses they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Reference

DOI_LOOSE = re.compile(r"10\.\d{4,9}(\.\d+)*/\S+")
"""What may be a DOI at all (DOI Handbook, 2.2)."""

DOI_STRICT = re.compile(r"10\.\d{4,9}/[-._;()/:A-Za-z0-9]+")
"""What nearly all DOIs look like (Crossref, "DOIs and matching regular expressions", 2015)."""

DOI_PREFIX = re.compile(r"(?:(?:https?://)?(?:www\.|dx\.)?doi\.org/|doi:\s*)+", re.IGNORECASE)
PMID = re.compile(r"(?:PMID:?\s*)?(?P<number>\d{1,8})[.,;]?", re.IGNORECASE)
PUBMED = re.compile(
    r"(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/(?P<number>\d{1,8})(?!\d)",
    re.IGNORECASE,
)
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


def dois(reference: Reference) -> Iterator[str]:
    """The DOIs of a reference: its own, and the one that its web address leads to."""
    if doi := bare_doi(reference.doi):
        yield doi
    address = unquote(re.split("[?#]", reference.url, maxsplit=1)[0])
    linked = bare_doi(address).rstrip("/")
    if linked != address and DOI_LOOSE.fullmatch(linked):
        yield linked


def pmids(reference: Reference) -> Iterator[str]:
    """The PubMed numbers of a reference: its own, that of its eprint, and the one that its web address leads to."""
    fields = reference.fields
    if pmid := bare_pmid(fields.get("pmid", "")):
        yield pmid
    if fields.get("eprinttype", "").casefold() == "pubmed" and (pmid := bare_pmid(fields.get("eprint", ""))):
        yield pmid
    if match := PUBMED.match(reference.url):
        yield match["number"]


def identities(reference: Reference) -> list[str]:
    """What tells which work a reference is, so written that the same are equal: "doi:10.1000/x", "pmid:123"."""
    return [*(f"doi:{doi.casefold()}" for doi in dois(reference)), *(f"pmid:{pmid}" for pmid in pmids(reference))]


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


def unquote(address: str) -> str:
    """An address with its percent signs decoded."""
    from urllib.parse import unquote as percent_decode

    return percent_decode(address)
