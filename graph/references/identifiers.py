"""The identifiers of a reference, wherever it has them, and the addresses they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Reference
from graph.references.dois import Doi, read_doi

PMID = re.compile(r"(?:PMID:?\s*)?(?P<number>\d{1,8})[.,;]?", re.IGNORECASE)
PUBMED = re.compile(
    r"(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/(?P<number>\d{1,8})(?!\d)",
    re.IGNORECASE,
)
WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
NO_ADDRESS = r"\s\"<>\u060c\u061b\u061f\u0964\u3001\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
"""What no address or DOI has in it, for a class of a pattern: blanks, quotation marks, and the signs that part words in
other scripts, where no blank need follow them."""

ARXIV_VERSION = re.compile(r"v\d+$")
ARXIV = re.compile(
    r"(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/(?P<number>\d{4}\.\d{4,5}|[\w.-]+/\d{7})(?!\d)", re.IGNORECASE
)
ARXIV_NUMBER = r"(?P<number>\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[a-z]{2})?/\d{7})(?![\d.])"
BARE_ARXIV = re.compile(ARXIV_NUMBER + r"(?:v\d+)?", re.IGNORECASE)
STATED_ARXIV = re.compile(rf"\barxiv(?:\s?:\s?|\.(?=\d)){ARXIV_NUMBER}", re.IGNORECASE)
"""How a journal or a DOI says it: "arXiv preprint arXiv:1701.02434", "10.48550/arXiv.1701.02434"."""

STATING_ARXIV = ("journal", "journaltitle", "howpublished", "volume", "number", "doi")
"""Where Google Scholar and others put an arXiv number."""

CORR, BEFORE_NUMBER = "corr", "abs/"
"""The journal as DBLP calls arXiv, and what stands before the number in its volume."""

PMC_ARTICLE = re.compile(
    r"https?://(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org)/articles?/(?:PMC/)?"
    r"(?P<number>PMC\d{1,9})",
    re.IGNORECASE,
)
PMCID = re.compile(r"PMC\d+", re.IGNORECASE)


def bare_pmid(text: str) -> str:
    """A PubMed number without "PMID:", or an empty string where there is none."""
    match = PMID.fullmatch(text.strip()) if text else None
    return match["number"] if match else ""


def is_web_address(text: str) -> bool:
    """Whether a text is an address that one can follow: http and https only."""
    return WEB_ADDRESS.match(text) is not None


def is_address_of_work(address: str) -> bool:
    """Whether an address is that of a work, and of no mere page: PubMed's, PubMed Central's or arXiv's."""
    return any(pattern.match(address) for pattern in (PUBMED, PMC_ARTICLE, ARXIV))


def identifiers(reference: Reference) -> Iterator[str]:
    """What a reference is known by everywhere, the same written the same: "doi:10.1/x", "arxiv:1609.08144"."""
    yield from (f"doi:{doi.folded}" for doi in dois(reference))
    if reference.url or "pmid" in reference.fields or "eprint" in reference.fields:
        yield from (f"pmid:{pmid}" for pmid in pmids(reference))
    yield from (f"arxiv:{number}" for number in dict.fromkeys(arxiv_numbers(reference)))


def dois(reference: Reference) -> Iterator[Doi]:
    """The DOIs of a reference: its own, and the one that its web address leads to."""
    if reference.facts.doi.bare:
        yield reference.facts.doi
    if "10." not in reference.url and "%" not in reference.url:  # nearly all, and what follows takes long
        return
    from urllib.parse import unquote

    address = unquote(re.split("[?#]", reference.url, maxsplit=1)[0])
    linked = read_doi(address.rstrip("/"))
    if linked.is_possible:
        yield linked


def pmids(reference: Reference) -> Iterator[str]:
    """The PubMed numbers of a reference: its own, that of its eprint, and the one that its web address leads to."""
    fields = reference.fields
    if pmid := bare_pmid(fields.get("pmid", "")):
        yield pmid
    eprint = fields.get("eprint", "")
    if eprint and fields.get("eprinttype", "").casefold() == "pubmed" and (pmid := bare_pmid(eprint)):
        yield pmid
    if reference.url and (match := PUBMED.match(reference.url)):
        yield match["number"]


def arxiv_numbers(reference: Reference) -> Iterator[str]:
    """The arXiv numbers of a reference, without versions: that of its eprint, of its address, or stated elsewhere."""
    fields = reference.fields
    if "eprint" in fields:
        eprint = fields["eprint"].strip().casefold().removeprefix("arxiv:")
        kind = fields.get("eprinttype", fields.get("archiveprefix", "")).casefold()
        if eprint and (kind == "arxiv" or (not kind and BARE_ARXIV.fullmatch(eprint))):
            yield ARXIV_VERSION.sub("", eprint)
    if reference.url and (match := ARXIV.match(reference.url)):
        yield match["number"].casefold()
    for name in STATING_ARXIV:
        if (text := fields.get(name)) and ("Xiv" in text or "xiv" in text):  # few have it, and a search takes longer
            yield from (match["number"].casefold() for match in STATED_ARXIV.finditer(text))
    if fields.get("journal", "").casefold() == CORR and fields.get("volume", "").startswith(BEFORE_NUMBER):
        yield fields["volume"].removeprefix(BEFORE_NUMBER).casefold()


def addresses(reference: Reference) -> dict[str, str]:
    """The web addresses of a reference by what they are: DOI, PubMed, PubMed Central, Link; http and https only."""
    found: dict[str, str] = {}
    if url := reference.facts.doi.url:
        found["DOI"] = url
    if pmid := bare_pmid(reference.fields.get("pmid", "")):
        found["PubMed"] = f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    if PMCID.fullmatch(reference.fields.get("pmcid", "")):
        found["PubMed Central"] = f"https://pmc.ncbi.nlm.nih.gov/articles/{reference.fields['pmcid'].upper()}/"
    if is_web_address(reference.url):
        found["Link"] = reference.url
    return found
