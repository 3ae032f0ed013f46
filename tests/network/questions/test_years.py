"""Questions of how old the evidence is."""

from __future__ import annotations

from graph.network import build_network, questions
from graph.network.rows import Dated
from graph.reading import parse
from tests.examples import REFERENCES, sample

NETWORK = build_network(sample())


def test_timeline_has_the_oldest_first_and_no_year_last() -> None:
    references = REFERENCES + "@misc{undated, title = {T}}"
    rows = questions.timeline(build_network(parse(references, "claim_id,cause,claim,supports\na,b,c,roth2011\n")))
    assert [(row.year, row.claims) for row in rows] == [(2011, ("claim:a",)), (2013, ()), (2017, ()), (None, ())]


def test_timeline_of_a_cause_has_what_it_rests_on() -> None:
    assert questions.timeline(NETWORK, "Coffee") == [
        Dated(2011, "reference:roth2011", ("claim:c2",)),
        Dated(2013, "reference:drake2013", ("claim:c1",)),
    ]


def test_oldest_goes_by_the_newest_reference() -> None:
    table = "claim_id,cause,claim,supports\na,X,b,roth2011;clark2017\nb,Y,c,drake2013\nc,Z,d,\n"
    network = build_network(parse(REFERENCES, table))
    assert [(row.node, row.newest, row.oldest) for row in questions.oldest(network)] == [
        ("cause:Y", 2013, 2013),
        ("cause:X", 2017, 2011),
    ]
    assert [row.node for row in questions.oldest(network, "X")] == ["claim:a"]
