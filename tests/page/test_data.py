"""What the page is given of the evidence and the findings."""

import pytest

from graph.auditing.engine import audit
from graph.model import SEVERITIES
from graph.page.contract import PageData
from graph.page.data import basis, page_data
from graph.reading import parse


def test_the_bar_of_all_claims_has_a_part_for_each_look(data: PageData) -> None:
    assert [(part["state"], part["at"], part["width"]) for part in data["bar"]] == [
        ("supported", 0, 25),
        ("refuted", 25, 25),
        ("unsourced", 50, 50),
    ]


@pytest.mark.parametrize(
    ("bases", "words"),
    [("inferred;inferred", "all 2 links inferred"), ("inferred;cited", "1 of 2 links inferred"), ("cited;cited", "")],
)
def test_how_many_links_are_inferred_is_said(bases: str, words: str) -> None:
    first, second = bases.split(";")
    claims = f"claim_id,cause,claim,supports,basis\na,A,One.,x,{first}\nb,A,Two.,x,{second}\n"
    assert basis(parse("@misc{x, title={X}}", claims)) == words


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ("supports\na,A,One.,x", ["supports"]),
        ("disputes\na,A,One.,x", ["disputes"]),
        ("mentions,involves\na,A,One.,x,B", ["mentions", "involves"]),
    ],
)
def test_the_legend_explains_what_there_is(claims: str, words: list[str]) -> None:
    evidence = parse("@misc{x, title={X}}", f"claim_id,cause,claim,{claims}\n")
    assert page_data(evidence, audit(evidence))["legend"] == words


def test_a_claim_has_its_state(data: PageData) -> None:
    assert [claim["state"] for claim in data["claims"]] == ["supported", "mentioned", "refuted", "unsourced"]


def test_figures_are_put_in_words(data: PageData) -> None:
    assert data["claims"][0]["figures"] == "10\N{EN DASH}30\N{NO-BREAK SPACE}%, incidence, pregnant women"


def test_a_citation_keeps_its_locator(data: PageData) -> None:
    assert data["claims"][0]["citations"][0]["locator"] == "p. 322"


def test_a_reference_that_the_bibliography_lacks_is_said_to_be_unknown(data: PageData) -> None:
    assert data["claims"][3]["citations"][0]["known"] is False


def test_a_reference_is_called_by_its_authors_and_year(data: PageData) -> None:
    assert [reference["label"] for reference in data["references"]] == ["Gupta et al. 2015", "Doe 2001"]


def test_a_reference_is_written_in_full(data: PageData) -> None:
    assert data["references"][0]["citation"] == (
        "Gupta, R.; Dhyani, M.; Khan, S. (2015). Restless legs syndrome and pregnancy. "
        "Acta Neurol Scand 133(5): 320\N{EN DASH}329."
    )


def test_an_address_of_another_scheme_is_text(data: PageData) -> None:
    unused = data["references"][1]
    assert (unused["links"], unused["identifier"]) == ([], [["Link", "javascript:alert(1)"]])


def test_a_narrower_cause_stands_under_its_wider_one(data: PageData) -> None:
    assert [cause["name"] for cause in data["causes"]] == [
        "Pregnancy",
        "Rheumatic disease",
        "Rheumatic disease > Fibromyalgia",
        "Folate deficiency",
    ]


def test_a_cause_says_how_many_references_it_rests_on(data: PageData) -> None:
    assert {cause["name"]: cause["references"] for cause in data["causes"]}["Pregnancy"] == 1


def test_checks_without_a_finding_are_listed(data: PageData) -> None:
    assert [rule["name"] for rule in data["rules"] if not rule["findings"]]


def test_every_finding_belongs_to_a_rule(data: PageData) -> None:
    numbers = sorted(number for rule in data["rules"] for number in rule["findings"])
    assert numbers == list(range(len(data["findings"])))


def test_a_rule_is_as_severe_as_the_worst_of_its_findings(data: PageData) -> None:
    for rule in data["rules"]:
        found = [data["findings"][number]["severity"] for number in rule["findings"]]
        assert not found or rule["severity"] == min(found, key=SEVERITIES.index)


def test_a_finding_has_the_number_of_the_one_that_it_follows_from(data: PageData) -> None:
    roots = {data["findings"][root]["subject"] for finding in data["findings"] for root in finding["follows"]}
    assert roots == {"claim:fib-01"}


def test_a_rule_says_in_how_much_it_finds_something_where_that_is_most(data: PageData) -> None:
    assert [rule["name"] for rule in data["rules"] if rule["widespread"]] == []
    rows = "".join(f"c-{number},Cause,Claim number {number} says this.\n" for number in range(20))
    evidence = parse("", f"claim_id,cause,claim\n{rows}")
    widespread = {rule["name"]: rule["widespread"] for rule in page_data(evidence, audit(evidence))["rules"]}
    assert list(widespread["uncited-claim"].values()) == ["20 of 20 claims"]
