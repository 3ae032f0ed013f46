"""What a table cites by names and a year."""

from __future__ import annotations

import pytest

from graph.model import Evidence
from graph.reading import parse

BIB = """
@article{lee10, title = {Tea}, author = {Lee, Ann and Roe, Bo and Wu, Cy}, year = {2010}}
@article{kim, title = {Hot tea}, author = {Kim, Di}, year = {2011}}
@article{kim2, title = {Cold tea}, author = {Kim, Di}, year = {2012}}
@article{kim3, title = {Iced tea}, author = {Kim, Di}, year = {2012}}
"""


def cited(cell: str) -> Evidence:
    return parse(BIB, f'claim_id,cause,claim,supports\nc1,Tea,It wakes.,"{cell}"\n')


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Lee et al. 2010", [("lee10", "")]),
        ("Lee, Roe & Wu, 2010", [("lee10", "")]),
        ("Lee et al. (2010, p. 3); kim", [("lee10", "p. 3"), ("kim", "")]),
        ("Kim 2011 (p. 4)", [("kim", "p. 4")]),
        ("Kim (2011)", [("kim", "")]),
        ("Kim 2011; kim", [("kim", "")]),
    ],
)
def test_names_and_a_year_are_the_reference_that_has_both(cell: str, expected: list[tuple[str, str]]) -> None:
    evidence = cited(cell)
    assert [(each.reference, each.locator) for each in evidence.claims["c1"].citations] == expected
    (problem,) = evidence.problems
    assert (problem.severity, problem.message.partition("; ")[2]) == ("info", "write the key") or cell.endswith("kim")


@pytest.mark.parametrize("cell", ["Kim 2012", "Lee 2009", "See Kim 2011", "NICE 2015"])
def test_what_may_be_several_or_none_is_no_key(cell: str) -> None:
    evidence = cited(cell)
    assert [each.reference for each in evidence.claims["c1"].citations] == [cell]
    assert [each.message for each in evidence.problems] == [
        f"claim 'c1': {cell!r} is no reference key; write key; key (p. 3)"
    ]
