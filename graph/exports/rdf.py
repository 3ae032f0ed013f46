"""What the evidence says, as statements of RDF.

What others have a word for is said with theirs: claims and works with schema.org, stances with the Citation Typing
Ontology (CiTO: Peroni and Shotton 2012, doi:10.1016/j.websem.2012.08.001), causes with SKOS, who has looked at what
with PROV-O. Every other attribute of the network is a term of our own, by its name; docs/network.md lists all.

A reference is named by its DOI or PubMed number, all else by its key under a base, of which each article should have
its own where several are put together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from graph.exports.networks import in_sight, with_states
from graph.model import Claim, Evidence, Reference, Stance
from graph.references.dois import Doi
from graph.references.identifiers import addresses, is_web_address
from graph.support.reviews import is_stale

if TYPE_CHECKING:
    import networkx as nx

BASE = "urn:evidence-graph:"
"""What the iris of claims, causes and people begin with, unless told otherwise."""

TERM = f"{BASE}term:"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SCHEMA_ORG, CITO = "https://schema.org/", "http://purl.org/spar/cito/"
PROV, SKOS = "http://www.w3.org/ns/prov#", "http://www.w3.org/2004/02/skos/core#"
DCTERMS, OWL = "http://purl.org/dc/terms/", "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Mapping[str, str] = {
    "schema": SCHEMA_ORG,
    "cito": CITO,
    "prov": PROV,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "owl": OWL,
    "xsd": XSD,
    "term": TERM,
}
"""The vocabularies by the short iris that they have in JSON-LD."""

CITING: Mapping[Stance, str] = {
    "supports": f"{CITO}citesAsEvidence",
    "qualifies": f"{CITO}obtainsSupportFrom",
    "disputes": f"{CITO}disagreesWith",
    "mentions": f"{CITO}citesForInformation",
}
"""What a claim does to the reference that takes a stance on it.

All terms of CiTO lead from what cites to what is cited. So it is the claim that cites as evidence, and `cito:supports`
would say that the claim supports the reference.
"""

LEADING: Mapping[str, str] = {
    "about": f"{SCHEMA_ORG}about",
    "involves": f"{SCHEMA_ORG}mentions",
    "part_of": f"{SKOS}broader",
}
"""How the relations to causes are called."""

SAID: Mapping[str, str] = {"text": f"{SCHEMA_ORG}text", "title": f"{SCHEMA_ORG}name", "url": f"{SCHEMA_ORG}url"}
"""The attributes of nodes and edges that schema.org has the same word for."""

LABEL_TERMS = {"cause": f"{SKOS}prefLabel", "claim": f"{SCHEMA_ORG}identifier", "reference": f"{SCHEMA_ORG}identifier"}
"""What the label of a node is."""

TYPES = {"cause": f"{SKOS}Concept", "claim": f"{SCHEMA_ORG}Claim"}

WORKS = {
    "article": "ScholarlyArticle",
    "inproceedings": "ScholarlyArticle",
    "book": "Book",
    "inbook": "Chapter",
    "incollection": "Chapter",
    "phdthesis": "Thesis",
    "mastersthesis": "Thesis",
    "thesis": "Thesis",
    "techreport": "Report",
    "report": "Report",
    "online": "WebPage",
    "dataset": "Dataset",
}
"""What the types of references are called by schema.org; all others are creative works."""

SAID_APART = frozenset({"kind", "id", "relation", "label", "year", "checked_by", "checked_on"})
"""The attributes that are said in a way of their own."""

NO_IRI = re.compile(r"[^!#-;=?-\[\]_a-z~]|%(?![0-9A-Fa-f]{2})")
"""What may not stand in an IRI."""

DATATYPES = {bool: "boolean", int: "integer", float: "double"}

WHOLE_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Resource(NamedTuple):
    """Something that has an IRI."""

    iri: str


class Literal(NamedTuple):
    """A value: its text and the IRI of its type, which is none for a text."""

    text: str
    datatype: str = ""


class Statement(NamedTuple):
    """That something has a property with a value: two IRIs, and a resource or a literal."""

    subject: str
    property: str
    value: Resource | Literal


def stated(evidence: Evidence, base: str = BASE) -> Iterable[Statement]:
    """All that is said of the evidence, each once."""
    iris, network = Iris(evidence, base), with_states(evidence)
    return dict.fromkeys(
        chain(
            of_article(iris, evidence),
            of_nodes(iris, network),
            chain.from_iterable(of_reference(iris, reference) for reference in evidence.references.values()),
            chain.from_iterable(of_claim(iris, claim) for claim in evidence.claims.values()),
            chain.from_iterable(of_edge(iris, *edge) for edge in network.edges(data=True)),
        )
    )


class Iris:
    """The IRIs of all that the evidence has."""

    def __init__(self, evidence: Evidence, base: str) -> None:
        self.base = base
        self.quoted: dict[str, str] = {}
        taken: dict[str, str] = {}
        for reference in evidence.references.values():
            for iri in known_by(reference):
                taken.setdefault(iri, reference.id)  # a second entry of a work is one of its own
        self.works = {node: iri for iri, node in reversed(taken.items())}
        url = evidence.article.url
        self.article = as_iri(url) if is_web_address(url) else self.of("article")

    def of(self, *name: str) -> str:
        """The IRI of what has a name here: a node by its id, anything else by what it is and its name."""
        joined = ":".join(name)
        if joined not in self.quoted:
            self.quoted[joined] = self.works.get(joined) or self.base + quote(joined, safe=":", errors="surrogatepass")
        return self.quoted[joined]


def known_by(reference: Reference) -> Iterator[str]:
    """The IRIs by which a work is known everywhere: its DOI, in small letters as case does not matter, and PubMed."""
    doi = reference.facts.doi
    yield from filter(None, [Doi(doi.folded, doi.folded).url, addresses(reference).get("PubMed")])


def as_iri(address: str) -> str:
    """The address of a page as an IRI, without what may not stand in one."""
    return NO_IRI.sub(lambda each: quote(each[0], errors="surrogatepass"), address)


def of_article(iris: Iris, evidence: Evidence) -> Iterator[Statement]:
    """What is known of the article, and of the file that its claims stand in."""
    article = evidence.article
    yield is_a(iris.article, f"{SCHEMA_ORG}Article")
    if article.title:
        yield Statement(iris.article, f"{SCHEMA_ORG}headline", as_literal(article.title))
    if article.url:
        yield Statement(iris.article, f"{SCHEMA_ORG}url", as_literal(article.url))
    if article.date:
        yield Statement(iris.article, f"{SCHEMA_ORG}datePublished", as_date(article.date))
    for name in dict.fromkeys(claim.place.file for claim in evidence.claims.values()):
        yield is_a(iris.of("file", name), f"{PROV}Entity")
        yield Statement(iris.of("file", name), f"{SCHEMA_ORG}name", as_literal(name))


def of_nodes(iris: Iris, network: nx.MultiDiGraph[str]) -> Iterator[Statement]:
    """The kinds, labels and attributes of all nodes."""
    for node, data in network.nodes(data=True):
        iri, kind = iris.of(node), data["kind"]
        yield is_a(iri, TYPES.get(kind) or SCHEMA_ORG + WORKS.get(data["type"], "CreativeWork"))
        yield Statement(iri, LABEL_TERMS[kind], as_literal(data["label"]))
        yield from attributes(iri, data)


def attributes(iri: str, data: Mapping[str, Any]) -> Iterator[Statement]:
    """The attributes of a node or an edge that are not empty."""
    for name, value in data.items():
        if name not in SAID_APART and value != "":
            yield Statement(iri, SAID.get(name, f"{TERM}{name}"), as_literal(value))


def of_reference(iris: Iris, reference: Reference) -> Iterator[Statement]:
    """What the node of a reference has no attribute for, or only as text."""
    iri = iris.of(reference.id)
    for author in reference.authors:
        yield Statement(iri, f"{SCHEMA_ORG}author", as_literal(author))
    if reference.year:
        yield Statement(iri, f"{SCHEMA_ORG}datePublished", as_date(reference.year))
    for other in known_by(reference):
        if other != iri:
            yield Statement(iri, f"{OWL}sameAs", Resource(other))


def of_claim(iris: Iris, claim: Claim) -> Iterator[Statement]:
    """Where a claim stands, and who has reviewed it."""
    iri = iris.of(claim.id)
    yield Statement(iri, f"{SCHEMA_ORG}appearance", Resource(iris.article))
    yield Statement(iri, f"{PROV}wasDerivedFrom", Resource(iris.of("file", claim.place.file)))
    yield Statement(iri, f"{TERM}line", as_literal(claim.place.line))
    if claim.reviewed_by or claim.reviewed_on:
        yield from activity_of(iris, "review", claim.key, claim.reviewed_by, claim.reviewed_on, iri)
        yield Statement(iris.of("review", claim.key), f"{TERM}stale", as_literal(is_stale(claim)))


def of_edge(iris: Iris, source: str, target: str, data: Mapping[str, Any]) -> Iterator[Statement]:
    """An edge: a citation with all that is known of it, or what leads from a claim or a cause to a cause."""
    begin, end, relation = iris.of(source), iris.of(target), data["relation"]
    if relation in LEADING:
        yield Statement(begin, LEADING[relation], Resource(end))
        return
    yield Statement(begin, f"{TERM}{relation}", Resource(end))
    yield Statement(end, f"{SCHEMA_ORG}citation", Resource(begin))
    yield Statement(end, CITING[relation], Resource(begin))
    citation = iris.of("citation", data["id"])
    yield is_a(citation, f"{CITO}Citation")
    yield Statement(citation, f"{CITO}hasCitingEntity", Resource(end))
    yield Statement(citation, f"{CITO}hasCitedEntity", Resource(begin))
    yield Statement(citation, f"{CITO}hasCitationCharacterization", Resource(CITING[relation]))
    yield Statement(citation, f"{TERM}stance", as_literal(relation))
    yield from attributes(citation, data)
    who, when = data.get("checked_by", ""), data.get("checked_on", "")
    if who or when:
        yield from activity_of(iris, "check", data["id"], who, when, citation, begin)


def activity_of(iris: Iris, what: str, name: str, who: str, when: str, *used: str) -> Iterator[Statement]:
    """A review of a claim, or a check of a citation against its source: an activity of somebody, on a day."""
    activity = iris.of(what, name)
    yield is_a(activity, f"{PROV}Activity")
    for iri in used:
        yield Statement(activity, f"{PROV}used", Resource(iri))
    if when:
        yield Statement(activity, f"{DCTERMS}date", as_date(when))
    if who:
        person = iris.of("person", who)
        yield Statement(activity, f"{PROV}wasAssociatedWith", Resource(person))
        yield is_a(person, f"{PROV}Person")
        yield Statement(person, f"{SCHEMA_ORG}name", as_literal(who))


def is_a(iri: str, kind: str) -> Statement:
    """That something is of a kind."""
    return Statement(iri, RDF_TYPE, Resource(kind))


def as_literal(value: str | float) -> Literal:
    """A text or a number as a value."""
    if isinstance(value, str):
        return Literal(in_sight(value))
    return Literal(json.dumps(value), f"{XSD}{DATATYPES[type(value)]}")


def as_date(text: str) -> Literal:
    """A day, a month or a year as a value of its type; what is none is a text."""
    for kind, rest in (("date", ""), ("gYearMonth", "-01"), ("gYear", "-01-01")):
        with suppress(ValueError):
            if WHOLE_DATE.fullmatch(f"{text}{rest}") and date.fromisoformat(f"{text}{rest}"):
                return Literal(text, f"{XSD}{kind}")
    return as_literal(text)
