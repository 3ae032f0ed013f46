"""Questions of how well things stand."""

from __future__ import annotations

from graph.network import build_network, questions
from graph.network.rows import Graded, Weight
from graph.reading import parse
from graph.references.designs import DESIGNS
from graph.support import Fall
from tests.examples import REFERENCES, sample

NETWORK = build_network(sample())


def test_falls_with_what_has_no_other_source() -> None:
    assert questions.falls_with(NETWORK, "reference:roth2011") == Fall(("claim:c2",), (), ())


def test_causes_fall_with_their_only_reference() -> None:
    network = build_network(parse(REFERENCES, "claim_id,cause,claim,supports\na,X > Y,b,roth2011\n"))
    assert questions.falls_with(network, "reference:roth2011").causes == ("cause:X", "cause:X > Y")


def test_coverage() -> None:
    drinks, *_, noise = questions.coverage(NETWORK)
    assert (drinks.words, drinks.contested, drinks.references) == ("3 claims, 2 sourced", 1, 2)
    assert (noise.words, noise.unsourced, noise.references) == ("1 claim, 0 sourced", 1, 0)


def test_coverage_makes_a_data_frame() -> None:
    import pandas as pd

    frame = pd.DataFrame(questions.coverage(NETWORK)).set_index("cause")
    assert (frame["claims"]["Drinks > Coffee"], frame["involving"]["Drinks > Coffee"]) == (2, 1)


def test_weakest_ranks_references_by_what_falls() -> None:
    table = (
        "claim_id,cause,claim,supports,disputes\na,X,b,roth2011,\nb,X,c,roth2011,\nc,Y,d,drake2013,\nd,Z,e,,clark2017\n"
    )
    assert questions.weakest(build_network(parse(REFERENCES, table))) == [
        Weight("reference:roth2011", 2, 1, 0, 2),
        Weight("reference:drake2013", 1, 1, 0, 1),
        Weight("reference:clark2017", 0, 0, 1, 0),
    ]


def test_thinnest_ranks_causes_and_names_what_they_fall_with() -> None:
    table = "claim_id,cause,claim,supports\na,X,b,roth2011;drake2013\nb,Y,c,roth2011\nc,Z,d,\n"
    rows = questions.thinnest(build_network(parse(REFERENCES, table)))
    assert [(row.cause, row.independent, row.alone) for row in rows] == [
        ("cause:Z", 0, ""),
        ("cause:Y", 1, "reference:roth2011"),
        ("cause:X", 2, ""),
    ]


def test_the_best_design_of_a_claim_is_recorded_with_reference_or_citation_or_stated() -> None:
    references = "@misc{a, title={A}, design={cohort}} @misc{b, title={B: a randomized trial}} @misc{c} @misc{d}"
    table = "claim_id,cause,claim,supports\n1,X,b,a;b\n2,X,c,a\n3,Y,d,d\n4,X,e,c\n5,X,e,\n"
    values = "claim_id,reference,design\n4,c,systematic-review\n"
    network = build_network(parse(references, table, values))
    assert questions.by_design(network) == [
        Graded("claim:4", 1, "systematic-review", "reference:c"),
        Graded("claim:1", 2, "randomized-trial", "reference:b"),
        Graded("claim:2", 3, "cohort", "reference:a"),
        Graded("claim:3"),
    ]
    assert [row.claim for row in questions.by_design(network, "Y")] == ["claim:3"]


def test_designs_are_ranked_by_their_levels() -> None:
    levels = [each.level for each in DESIGNS.values()]
    assert levels == sorted(levels)
