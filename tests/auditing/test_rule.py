"""What a rule is."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from graph.auditing.given import Given
from graph.auditing.rule import Noticed, Rule, read_documentation, rule, split_example
from graph.docstrings import docstring
from graph.model import Evidence, Place
from graph.rules import RULES
from tests.examples import sample


@rule("XYZ001", "warning", "claims")
def bad_thing(evidence: Evidence) -> Iterator[Noticed]:
    """A title
    on two lines.

    Why:
        Because.

    False alarms:
        None.

    Bad:
        claim_id,cause,claim

    Good:
        @article{a}
    """
    claim = evidence.claims["c2"]
    yield Noticed(claim, "one")
    yield Noticed(claim, "two", "low", "error")
    yield Noticed(Place("elsewhere", 7), "three")


def test_a_rule_is_named_after_its_function() -> None:
    assert isinstance(bad_thing, Rule)
    assert (bad_thing.code, bad_thing.name, bad_thing.severity) == ("XYZ001", "bad-thing", "warning")


def test_a_rule_carries_its_documentation() -> None:
    assert (bad_thing.title, bad_thing.why) == ("A title on two lines.", "Because.")
    assert (bad_thing.bad, bad_thing.good) == ("claim_id,cause,claim", "@article{a}")


def test_findings_have_a_subject_a_place_and_a_severity() -> None:
    found = [
        (each.subject, str(each.place), each.place.column, each.severity)
        for each in bad_thing.findings(sample(), Given())
    ]
    assert found == [
        ("claim:c2", "claims.csv:3", "", "warning"),
        ("claim:c2", "claims.csv:3", "low", "error"),
        ("", "elsewhere:7", "", "warning"),
    ]


def test_a_section_that_is_missing_is_refused() -> None:
    with pytest.raises(KeyError, match="Good"):
        rule("XYZ002", "info", "files")(no_good_example)


def no_good_example(_evidence: Evidence) -> Iterator[Noticed]:
    """A title.

    Why:
        Because.

    False alarms:
        None.

    Bad:
        @article{a}
    """
    yield from ()


def test_documentation_is_a_title_and_sections() -> None:
    assert read_documentation("T.\n\nFalse alarms:\n    W\n    more\n") == ("T.", {"False alarms": "W\nmore"})


@pytest.mark.parametrize(
    ("example", "files"),
    [
        ("claim_id\nc1", {"claims.csv": "claim_id\nc1", "references.bib": ""}),
        ("@article{a}", {"claims.csv": "", "references.bib": "@article{a}\n"}),
        ("claim_id\nc1\n\n@article{a}\n", {"claims.csv": "claim_id\nc1", "references.bib": "@article{a}\n\n"}),
        (
            "@article{a}\n\n--- article.txt\nText.",
            {"claims.csv": "", "references.bib": "@article{a}\n\n", "article.txt": "Text.\n"},
        ),
    ],
)
def test_an_example_is_several_files(example: str, files: dict[str, str]) -> None:
    assert split_example(example) == files


def test_a_docstring_that_python_took_away_is_read_from_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = docstring(docstring)
    monkeypatch.setattr(docstring, "__doc__", None)
    assert docstring(docstring) == kept


def test_without_docstrings_and_source_the_cure_is_named() -> None:
    names: dict[str, Any] = {}
    exec(compile("def no_source(): pass", "nowhere", "exec"), names)  # noqa: S102 - how else to have none
    with pytest.raises(ImportError, match="run Python without -OO"):
        docstring(names["no_source"])


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_a_rule_that_comes_from_another_process_is_the_one_here(each: Rule) -> None:
    assert pickle.loads(pickle.dumps(each)) is each  # noqa: S301 - made in this line


def test_a_copy_that_was_changed_stays_changed() -> None:
    assert copy.deepcopy(replace(bad_thing, severity="info")).severity == "info"
