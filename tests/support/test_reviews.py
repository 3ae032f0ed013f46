"""The mark of what was reviewed."""

from __future__ import annotations

import pytest

from graph.model import Claim
from graph.reading import parse
from graph.support.reviews import REVIEW_MARK, review_mark
from graph.texts.spreadsheets import MADE_DATE, MADE_NUMBER

HEADER = "claim_id,cause,claim,supports,low,high,unit,population,n,note,cause2,section,kind"
ROW = "c1,X,Y is so.,a (p. 3); b,10,30,%,men,5,,,,"


def marked(row: str) -> str:
    return review_mark(claim_of(row))


def claim_of(row: str) -> Claim:
    (claim,) = parse("", f"{HEADER}\n{row}\n").claims.values()
    return claim


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Y is so.", "Y is not so."),
        ("a (p. 3)", "c (p. 3)"),
        ("a (p. 3)", "a (p. 4)"),
        ("; b", ""),
        ("10,30", "10,34"),
        ("10,30", "10,300"),
        ("10,30", "-10,30"),
        ("%", "times"),
        ("men,5", "women,5"),
        ("men,5", "men,50"),
    ],
)
def test_another_claim_has_another_mark(old: str, new: str) -> None:
    assert marked(ROW.replace(old, new)) != marked(ROW)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("10,30", "10.0,30.00"),
        ("a (p. 3); b", "b; a (p. 3)"),
        ("c1,X", "c2,Z"),
        ("5,,,,", "5,a note,x,Introduction,frequency"),
        ("Y is so.", "  Y  is so. "),
    ],
)
def test_what_means_the_same_has_the_same(old: str, new: str) -> None:
    assert marked(ROW.replace(old, new)) == marked(ROW)


def test_a_mark_stays_the_same_from_version_to_version() -> None:
    assert marked(ROW) == "acdb15a7f"


def test_no_spreadsheet_takes_a_mark_for_a_number_or_a_date() -> None:
    for number in range(200):
        mark = marked(f"c1,X,{number},,,,,,,,,,")
        assert REVIEW_MARK.fullmatch(mark)
        assert not MADE_DATE.fullmatch(mark)
        assert not MADE_NUMBER.fullmatch(mark)
