"""A baseline: the findings that are known already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.auditing.baseline import fingerprint, numbered, read_baseline, write_baseline
from graph.model import Finding, Place, UnusableError


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


@pytest.mark.parametrize("other", [finding("other"), finding(column="low")])
def test_a_fingerprint_depends_on_content(other: Finding) -> None:
    assert fingerprint(finding()) != fingerprint(other)


def test_two_alike_are_told_apart() -> None:
    (first, _), (second, _) = numbered([finding(), finding(line=3)])
    assert second == f"{first}-2"


def test_round_trip(tmp_path: Path) -> None:
    write_baseline([finding("b"), finding("a")], tmp_path / "known.json")
    known = read_baseline(tmp_path / "known.json").known
    assert {each.fingerprint for each in known} == {fingerprint(finding("a")), fingerprint(finding("b"))}
    assert sorted(each.place.line for each in known) == [2, 3]


def test_the_order_of_findings_does_not_matter(tmp_path: Path) -> None:
    write_baseline([finding("b"), finding("a")], tmp_path / "one.json")
    write_baseline([finding("a"), finding("b")], tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"code": "X"}]', "\xff"])
def test_what_is_no_baseline_is_said(text: str, tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(text, encoding="latin-1")
    with pytest.raises(UnusableError, match=r"known\.json: no baseline"):
        read_baseline(tmp_path / "known.json")
