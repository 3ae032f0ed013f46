"""Changes as people read them."""

from __future__ import annotations

import pytest

from graph.changes import compare
from graph.changes.grouping import grouped_changes, summary_of_changes
from graph.changes.values import Changes
from graph.reading import parse
from tests.examples import CLAIMS, REFERENCES, sample

EDITS = {
    "Coffee after noon": "Coffee before bed",
    "roth2011,,cited": ",,cited",
    "c4,Noise,Noise wakes people.,,": "c5,Light,Light wakes people.,,",
    "Tea is milder.,,": "Tea is milder.,clark2017,",
    "jcsm.3170": "jcsm.3171",
    "title = {Coffee and sleep}": "title = {Noise in large cities}",
    "10.1016/j.smrv.2016.01.006": "10.1016/j.noise.2016.01.006",
}


def edited(edits: dict[str, str]) -> Changes:
    texts = [REFERENCES, CLAIMS]
    for old, new in edits.items():
        texts = [text.replace(old, new) for text in texts]
    return compare(sample(), parse(*texts))


def titles(changes: Changes) -> list[str]:
    return [group.title for group in grouped_changes(changes) if not group.title.startswith(("New", "Findings"))]


def test_what_is_lost_comes_first_and_what_is_added_late() -> None:
    assert titles(edited(EDITS)) == [
        "Support lost",
        "References that are another work now",
        "Claims removed",
        "Support gained",
        "Claims changed",
        "Claims added",
        "References changed",
        "Causes",
    ]


def test_each_change_of_a_claim_stands_in_one_group() -> None:
    changes = edited(EDITS)
    sizes = [group.size for group in grouped_changes(changes) if group.kind == "Claim"]
    assert sum(sizes) == len(changes.claims)


def test_what_happens_to_several_claims_alike_is_said_once() -> None:
    rows = [f"c{number},Coffee,Coffee does {number}.,a" for number in range(1, 13)]
    table = "\n".join(["claim_id,cause,claim,supports", *rows, ""])
    group = grouped_changes(compare(parse("@article{a}", table), parse("", table)))[0]
    (item,) = group.items
    assert (group.title, group.size) == ("Support lost", 12)
    assert item.name == "12 claims: c1, c2, c3, c4, c5, c6, c7, c8, c9, c10 and 2 more"
    assert item.lines == ("supported -> unsourced", "a is no longer in the bibliography")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Coffee after noon", "Coffee before bed", "was: Coffee after noon shortens sleep."),
        ("10,20.8,%", "10,28,%", "high: 20.8 -> 28"),
        ("prevalence,10,20.8,%", ",,,", "unit: % -> (empty)"),
        (",clark2017,,,cited", ",,clark2017,,cited", "clark2017: disputes -> qualifies"),
        ("drake2013 (p. 3),", "drake2013 (p. 4),", "supports: drake2013 (p. 3) -> drake2013 (p. 4)"),
        ("drake2013 (p. 3),", "zzz (p. 3),", "cited now: zzz (p. 3) (supports), not in the bibliography"),
        ("drake2013 (p. 3),", ",", "no longer cited: drake2013 (p. 3) (supports)"),
        (",cited,association", ",inferred,association", "drake2013: cited -> inferred"),
        ("@article{roth2011", "@article{rother", "roth2011 is no longer in the bibliography"),
        ("jcsm.3170", "jcsm.3171", "identified by doi:10.5664/jcsm.3170 -> doi:10.5664/jcsm.3171"),
        ("year = {2011}", "year = {2012}", "year: 2011 -> 2012"),
        (
            "roth2011,,cited",
            ",,cited",
            "2 claims, 2 sourced; 1 more involves it -> 2 claims, 1 sourced; 1 more involves it",
        ),
    ],
)
def test_each_change_has_a_line(old: str, new: str, line: str) -> None:
    assert line in [
        each for group in grouped_changes(edited({old: new})) for item in group.items for each in item.lines
    ]


def test_no_change_is_one_line_with_the_denominator() -> None:
    changes = edited({})
    assert (grouped_changes(changes), summary_of_changes(changes)) == ([], "nothing has changed; 4 claims, 2 sourced")


def test_the_summary_counts_all() -> None:
    text = summary_of_changes(edited(EDITS))
    assert text.startswith(
        "support: 1 lost, 1 gained; claims: 1 added, 1 removed, 3 changed; references: 2 changed; new: "
    )
    assert text.endswith("sourced: 2 of 4 claims -> 2 of 4 claims")
