"""Which causes and references the overview draws, and the lines between them."""

from graph.auditing.engine import audit
from graph.page.contract import PageData
from graph.page.data import page_data
from graph.page.overview import Rests, drawn_together, map_data, rests, sourced_together
from graph.reading import parse


def rests_of(data: PageData, drawn: set[str]) -> Rests:
    return rests(drawn_together(data, sourced_together(data), drawn), {each["id"] for each in data["references"]})


def test_what_disputes_a_claim_is_no_line_of_the_overview(data: PageData) -> None:
    found = rests_of(data, {cause["id"] for cause in data["causes"]})
    assert found == {"reference:gupta2015": {"cause:Pregnancy": 1}}


def test_a_reference_that_supports_and_qualifies_a_claim_is_counted_once() -> None:
    evidence = parse("@misc{x, title={X}}", "claim_id,cause,claim,supports,qualifies\na,A,One.,x,x\n")
    assert rests_of(page_data(evidence, audit(evidence)), {"cause:A"}) == {"reference:x": {"cause:A": 1}}


def test_the_overview_has_every_cause_and_reference_of_little_evidence(data: PageData) -> None:
    ids = {item["id"] for kind in ("causes", "references") for item in data[kind]}
    assert {node["id"] for node in map_data(data)["nodes"]} == ids


def test_the_overview_of_much_evidence_has_the_widest_causes() -> None:
    rows = "".join(f"c-{number},Wide {number % 50} > Narrow {number},Claim.\n" for number in range(1_000))
    evidence = parse("", f"claim_id,cause,claim\n{rows}")
    drawn = map_data(page_data(evidence, audit(evidence)))
    listed = drawn["views"]["listed"]
    names = [drawn["nodes"][number]["id"] for number in listed["nodes"]]
    assert (len(names), sum(" > " not in name for name in names)) == (120, 50)
    assert listed["of"] == {"cause": 1_050, "reference": 0}


def test_the_overview_has_the_thinnest_causes_where_it_is_sorted_by_them() -> None:
    references = "".join(f"@article{{k{number}, title = {{T}}}}\n" for number in range(2))
    rows = "".join(f"c-{number},Cause {number},Claim.,{'k0' if number > 125 else 'k0; k1'}\n" for number in range(130))
    evidence = parse(references, f"claim_id,cause,claim,supports\n{rows}")
    drawn = map_data(page_data(evidence, audit(evidence)))
    names = {drawn["nodes"][number]["id"] for number in drawn["views"]["thinnest"]["nodes"]}
    assert {f"cause:Cause {number}" for number in range(126, 130)} < names


def test_all_causes_are_in_one_overview_where_they_are_few(data: PageData) -> None:
    assert list(map_data(data)["views"]) == ["listed"]


def test_a_reference_of_the_overview_says_how_many_causes_name_its_claims(data: PageData) -> None:
    ends = {node["id"]: node.get("causes") for node in map_data(data)["nodes"]}
    assert ends["reference:gupta2015"] == len(
        rests_of(data, {each["id"] for each in data["causes"]})["reference:gupta2015"]
    )
    assert ends["cause:Pregnancy"] is None


def test_a_line_of_the_overview_leads_to_the_wider_cause_that_is_drawn() -> None:
    evidence = parse("@misc{x, title={X}}", "claim_id,cause,claim,supports\na,A > B,One.,x\n")
    assert rests_of(page_data(evidence, audit(evidence)), {"cause:A"}) == {"reference:x": {"cause:A": 1}}
