"""Evidence -> the part of it that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph import questions
from graph.auditing.engine import audit
from graph.exports import select
from graph.exports.selecting import report_of
from graph.network import build_network
from graph.reading import parse
from tests.examples import CLAIMS, REFERENCES, sample


@pytest.mark.parametrize(
    ("wishes", "claims", "references"),
    [
        ({}, ["c1", "c2", "c3", "c4"], ["drake2013", "clark2017", "roth2011"]),
        ({"unsourced": True}, ["c3", "c4"], ["drake2013"]),
        ({"about": ["Drinks"]}, ["c1", "c2", "c3"], ["drake2013", "clark2017", "roth2011"]),
        ({"about": "Tea", "cited_by": "c3"}, ["c3"], ["drake2013"]),
        ({"about": ["Tea", "noise"]}, ["c3", "c4"], ["drake2013"]),
        ({"about": ["cause:Drinks > Coffee"]}, ["c1", "c2"], ["drake2013", "clark2017", "roth2011"]),
        ({"cited_by": ["C2", "claim:c3"]}, ["c2", "c3"], ["drake2013", "roth2011"]),
        ({"unsourced": True, "about": ["Drinks"]}, ["c3"], ["drake2013"]),
    ],
)
def test_a_selection_is_claims_with_what_they_cite(
    wishes: dict[str, Any], claims: list[str], references: list[str]
) -> None:
    chosen = select(sample(), **wishes)
    assert (list(chosen.claims), list(chosen.references)) == (claims, references)


def test_used_leaves_out_what_no_claim_cites_and_keeps_all_claims() -> None:
    evidence = parse(f"{REFERENCES}@article{{unused}}\n", CLAIMS)
    chosen = select(evidence, used=True)
    assert (len(chosen.claims), list(chosen.references)) == (4, ["drake2013", "clark2017", "roth2011"])


def test_causes_are_those_that_the_claims_name() -> None:
    assert list(select(sample(), about=["Noise"]).causes) == ["Noise"]


def test_a_label_of_two_causes_is_not_guessed() -> None:
    evidence = parse("", "claim_id,cause,claim\na,Drinks > Other,T.\nb,Food > Other,T.\n")
    with pytest.raises(LookupError, match=r"'other' is the name of 2 causes: 'Drinks > Other' and 'Food > Other'"):
        select(evidence, about=["other"])


def test_a_report_keeps_what_is_about_the_selection_or_a_whole_file() -> None:
    evidence = sample()
    report = audit(evidence)
    whole = replace(report.findings[0], subject="")
    part = report_of(select(evidence, cited_by=["c4"]), replace(report, findings=(*report.findings, whole)))
    assert {finding.subject for finding in part.findings} == {"claim:c4", "cause:Noise", ""}


@pytest.mark.parametrize(
    "name", ["Tea", "drinks  > TEA", "cause:Drinks > Tea", "CAUSE:drinks > tea", "Nose", "c1", "noise", "Other", "Z"]
)
def test_a_cause_is_found_as_questions_find_it(name: str) -> None:
    evidence = parse(REFERENCES, f"{CLAIMS}x,A > Other,T.\ny,B > Other,T.\nz,Z,T.\nzz,z,T.\n")

    def found(ask: Callable[[], list[str]]) -> list[str] | str:
        try:
            return ask()
        except LookupError as error:
            return str(error)

    asked = found(lambda: questions.about(build_network(evidence), name))
    assert found(lambda: [each.id for each in select(evidence, about=name).claims.values()]) == asked
