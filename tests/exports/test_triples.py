"""The statements as rdflib reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, SKOS, XSD

from graph.exports.networks import in_sight, with_states
from graph.exports.rdf import CITING, TERM, as_date
from graph.exports.triples import as_jsonld, as_ntriples
from graph.model import Article, Evidence
from graph.reading import parse
from tests.examples import CLAIMS, REFERENCES, sample
from tests.exports.hostile import HOSTILE
from tests.page.test_hostile import hostile_evidence

CITO = rdflib.Namespace("http://purl.org/spar/cito/")
SCHEMA = rdflib.Namespace("https://schema.org/")
OURS = rdflib.Namespace(TERM)
CLAIM_1 = rdflib.URIRef("urn:evidence-graph:claim:c1")
DRAKE = rdflib.URIRef("https://doi.org/10.5664/jcsm.3170")
VALUES = "claim_id,reference,source_quote,low,unit,checked_by,checked_on\nc1,drake2013,An hour.,1.5,hours,Ann,2024-05\n"


def read(evidence: Evidence) -> rdflib.Graph:
    return rdflib.Graph().parse(data=as_ntriples(evidence), format="nt")


def texts(values: Iterable[rdflib.term.Node | None]) -> list[str]:
    return sorted(map(str, values))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader makes one
@pytest.mark.parametrize("text", ["", *HOSTILE], ids=lambda text: ascii(text[:20]))
def test_both_forms_say_the_same(text: str) -> None:
    evidence = hostile_evidence(text) if text else parse(REFERENCES, CLAIMS, VALUES)
    triples, json = read(evidence), rdflib.Graph().parse(data=as_jsonld(evidence), format="json-ld")
    assert set(triples) == set(json)  # without a blank node this is what isomorphic means


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_a_statement_is_a_line_and_is_said_once(text: str) -> None:
    written = as_ntriples(hostile_evidence(text))
    assert len(read(hostile_evidence(text))) == len(written.splitlines())


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_texts_come_back(text: str) -> None:
    evidence = hostile_evidence(text)
    triples = read(evidence)
    found = [triples.value(claim, SCHEMA.text) for claim in triples.subjects(RDF.type, SCHEMA.Claim)]
    assert texts(found) == sorted(in_sight(claim.text) for claim in evidence.claims.values())


def test_every_node_of_the_network_is_there() -> None:
    evidence = sample()
    kinds = [SKOS.Concept, SCHEMA.Claim, SCHEMA.ScholarlyArticle]
    found = [len(list(read(evidence).subjects(RDF.type, kind))) for kind in kinds]
    assert found == [len(evidence.causes), len(evidence.claims), len(evidence.references)]


def test_every_attribute_of_the_network_is_there() -> None:
    evidence = parse(REFERENCES, CLAIMS, VALUES)
    network = with_states(evidence)
    said = {str(value) for *_, value in read(evidence) if isinstance(value, rdflib.Literal)}
    attributes = [data for _, data in network.nodes(data=True)] + [data for *_, data in network.edges(data=True)]
    apart = {"kind", "id", "relation"}
    values = {str(value) for data in attributes for name, value in data.items() if name not in apart and value != ""}
    assert values <= said


def test_every_stance_is_said_as_the_network_has_it() -> None:
    triples = read(sample())
    found = [(stance, len(list(triples.subject_objects(OURS[stance])))) for stance in CITING]
    assert found == [(stance, 1) for stance in CITING]


@pytest.mark.parametrize(
    ("term", "references"),
    [("citesAsEvidence", ["drake2013"]), ("disagreesWith", ["clark2017"]), ("obtainsSupportFrom", [])],
)
def test_a_claim_does_to_references_what_their_stances_mean(term: str, references: list[str]) -> None:
    triples = read(sample())
    found = [triples.value(each, SCHEMA.identifier) for each in triples.objects(CLAIM_1, CITO[term])]
    assert texts(found) == references


def test_a_citation_has_its_characterisation_and_what_is_known_of_it() -> None:
    triples = read(sample())
    (citation,) = triples.subjects(CITO.hasCitationCharacterization, CITO.citesAsEvidence)
    ends = [triples.value(citation, each) for each in (CITO.hasCitingEntity, CITO.hasCitedEntity)]
    assert [*ends, str(triples.value(citation, OURS.locator))] == [CLAIM_1, DRAKE, "p. 3"]


def test_a_check_is_an_activity_of_somebody_on_a_day() -> None:
    triples = read(parse(REFERENCES, CLAIMS, VALUES))
    (check,) = triples.subjects(PROV.used, DRAKE)
    (person,) = triples.objects(check, PROV.wasAssociatedWith)
    assert (str(triples.value(person, SCHEMA.name)), str(triples.value(check, DCTERMS.date))) == ("Ann", "2024-05")


def test_a_review_says_whether_the_claim_has_changed_since() -> None:
    claims = "claim_id,cause,claim,reviewed_by,reviewed_on,reviewed_as\na,b,c,Ann,2024-05-01,a00000000\n"
    triples = read(parse("", claims))
    (review,) = triples.subjects(PROV.used, rdflib.URIRef("urn:evidence-graph:claim:a"))
    assert triples.value(review, OURS.stale) == rdflib.Literal(lexical_or_value="true", datatype=XSD.boolean)


def test_a_claim_says_where_it_stands() -> None:
    triples = read(sample())
    (file,) = triples.objects(CLAIM_1, PROV.wasDerivedFrom)
    assert [str(triples.value(file, SCHEMA.name)), str(triples.value(CLAIM_1, OURS.line))] == ["claims.csv", "2"]


def test_a_claim_appears_in_the_article() -> None:
    article = Article(title="Sleep", url="https://example.org/a b?c=é", date="2024-05-01")
    triples = read(replace(sample(), article=article))
    (iri,) = triples.objects(CLAIM_1, SCHEMA.appearance)
    assert str(iri) == "https://example.org/a%20b?c=%C3%A9"
    assert triples.value(iri, SCHEMA.datePublished) == rdflib.Literal("2024-05-01", datatype=XSD.date)


def test_causes_nest() -> None:
    triples = read(sample())
    found = [
        (str(triples.value(a, SKOS.prefLabel)), str(triples.value(b, OURS.name))) for a, b in triples[: SKOS.broader]
    ]
    assert sorted(found) == [("Coffee", "Drinks"), ("Tea", "Drinks")]


def test_two_entries_of_one_work_stay_two() -> None:
    twice = REFERENCES + "@article{again, title = {Again}, doi = {10.5664/JCSM.3170}}\n"
    again = rdflib.URIRef("urn:evidence-graph:reference:again")
    triples = read(parse(twice, CLAIMS))
    assert [str(triples.value(each, SCHEMA.identifier)) for each in (DRAKE, again)] == ["drake2013", "again"]
    assert list(triples.objects(again, OWL.sameAs)) == [DRAKE]


def test_a_reference_with_a_number_of_pubmed_is_named_by_it() -> None:
    triples = read(parse("@article{a, title = {T}, pmid = {123}}", CLAIMS))
    assert str(triples.value(predicate=SCHEMA.identifier, object=rdflib.Literal("a"))) == (
        "https://pubmed.ncbi.nlm.nih.gov/123/"
    )


def test_names_begin_with_the_base_that_is_asked_for() -> None:
    written = as_ntriples(sample(), base="https://example.org/rls#")
    assert "<https://example.org/rls#claim:c1>" in written
    assert "urn:evidence-graph:claim" not in written


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("2024-05-01", XSD.date),
        ("2024-05", XSD.gYearMonth),
        ("2024", XSD.gYear),
        ("2024-13-01", None),
        ("in press", None),
        ("", None),
    ],
)
def test_a_date_has_the_type_of_what_is_known_of_it(text: str, datatype: rdflib.URIRef | None) -> None:
    assert as_date(text) == (text, str(datatype or ""))


def test_the_context_stands_in_the_document() -> None:
    assert '"@context": {' in as_jsonld(sample())
