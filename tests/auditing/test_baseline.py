"""A baseline: the findings that are known already."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.baseline import (
    IN_DIGITS,
    IN_QUOTES,
    baseline_text,
    fingerprint,
    numbered,
    read_baseline,
    unchanging,
)
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.model import Citation, Finding, Place, UnusableError
from graph.reading import read
from graph.wording import unnamed

DATA = Path(__file__).parent.parent.parent / "data"


def finding(message: str = "m", line: int = 2, column: str = "") -> Finding:
    place = Place("claims.csv", line, column)
    return Finding(code="X", rule="x", severity="info", place=place, subject="claim:a", message=message)


def test_a_fingerprint_does_not_depend_on_lines() -> None:
    assert fingerprint(finding("used in line 4 already", 9)) == fingerprint(finding("used in line 5 already", 10))


def test_a_fingerprint_does_not_depend_on_how_a_file_is_named() -> None:
    assert fingerprint(finding("not in data/references.bib")) == fingerprint(finding("not in ./references.bib"))


def test_a_fingerprint_about_a_file_does_not_depend_on_numbers() -> None:
    one, other = (replace(finding(f"each of {n} links is inferred"), subject="") for n in (39, 1_040))
    assert fingerprint(one) == fingerprint(other)


@given(st.text("'\"1, a(", max_size=20))
def test_quotes_and_what_stands_in_them_count_whichever_way_they_are_looked_for(message: str) -> None:
    parts = IN_QUOTES.split(unnamed(message))
    parts[::2] = [IN_DIGITS.sub("0", part) for part in parts[::2]]
    assert unchanging([message]) == ["".join(parts)]


WORDS = ("'", '"', " (", ")", "line 5", " lines 3 to 4", "x.csv", "a/b.bib", "12,3", "\n", "word")


@given(st.lists(st.lists(st.sampled_from(WORDS)).map("".join), max_size=4))
def test_what_counts_of_a_message_does_not_depend_on_others(messages: list[str]) -> None:
    assert unchanging(messages) == [unchanging([message])[0] for message in messages]


@pytest.mark.parametrize(
    "other",
    [finding("other"), finding(column="low"), replace(finding(), subject="claim:b"), replace(finding(), code="Y")],
)
def test_a_fingerprint_depends_on_rule_subject_column_and_message(other: Finding) -> None:
    assert fingerprint(finding()) != fingerprint(other)


def test_a_fingerprint_does_not_depend_on_what_is_counted() -> None:
    assert fingerprint(finding("14 claims, 6 sourced")) == fingerprint(finding("14 claims, 7 sourced"))
    assert fingerprint(finding("cites 'drake2013'")) != fingerprint(finding("cites 'drake2014'"))


def test_a_fingerprint_about_sources_does_not_depend_on_which_they_are() -> None:
    one, other = (replace(finding(f"rests on {keys}"), code="CLM003") for keys in ("'a' alone", "'a' and 'b'"))
    assert fingerprint(one) == fingerprint(other)


def test_two_alike_are_told_apart() -> None:
    (first, _), (second, _) = numbered([finding(), finding(line=3)])
    assert second == f"{first}-2"


def test_round_trip(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(baseline_text([finding("b"), finding("a")]), encoding="utf-8")
    known = read_baseline(tmp_path / "known.json").known
    assert {each.fingerprint for each in known} == {fingerprint(finding("a")), fingerprint(finding("b"))}
    assert sorted(each.place.line for each in known) == [2, 3]


def test_the_order_of_findings_does_not_matter() -> None:
    assert baseline_text([finding("b"), finding("a")]) == baseline_text([finding("a"), finding("b")])


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"code": "X"}]', "\xff"])
def test_what_is_no_baseline_is_said(text: str, tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(text, encoding="latin-1")
    with pytest.raises(UnusableError, match=r"known\.json: no baseline"):
        read_baseline(tmp_path / "known.json")


def test_giving_a_known_claim_a_source_fails_no_build(tmp_path: Path) -> None:
    evidence = read(DATA / "references.bib", DATA / "claims.csv")
    (tmp_path / "known.json").write_text(baseline_text(audit(evidence).findings), encoding="utf-8")
    given = Given(baseline=read_baseline(tmp_path / "known.json"))
    unsourced = [claim for claim in evidence.claims.values() if not claim.citations]
    references = cycle(evidence.references)
    for claim in unsourced[::5]:
        better = replace(
            claim, citations=(Citation(claim.key, next(references), "supports", claim.place, stated=True),)
        )
        report = audit(replace(evidence, claims={**evidence.claims, claim.key: better}), given=given)
        assert {each.message for each in report.findings if each.severity != "info"} == set()
