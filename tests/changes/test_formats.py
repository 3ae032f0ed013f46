"""Changes as text, as a comment on a pull request, and as JSON, with hostile text in all that users write."""

from __future__ import annotations

import json
import re

import pytest

from graph.changes import compare
from graph.changes.formats import CHANGE_FORMATS, PAGE_WIDTH, changes_json, changes_markdown, changes_text
from graph.changes.grouping import summary_of_changes
from graph.changes.values import Changes
from graph.model import Citation, Claim, Evidence, Place, Reference
from graph.reading import collect_causes, parse
from tests.examples import CLAIMS, REFERENCES, sample
from tests.reports.reports import HOSTILE
from tests.reports.test_markdown import GITHUB_LIMIT, OURS, rendered

ALL = 1_000_000


def hostile_evidence(text: str, *cited: str) -> Evidence:
    place = Place(f"{text}.csv", 2)
    citations = tuple(Citation("c1", key, "supports", place, text) for key in cited)
    claim = Claim(key="c1", cause=text, text=text, place=place, citations=citations, note=text)
    reference = Reference(key=text, type=text, place=place, title=text, fields={"title": text})
    return Evidence(references={text: reference}, claims={"c1": claim}, causes=collect_causes([claim]))


def hostile_changes(text: str) -> Changes:
    other = text[::-1] + text
    return compare(hostile_evidence(text, text), hostile_evidence(other))


def lost() -> Changes:
    return compare(sample(), parse(REFERENCES, CLAIMS.replace("roth2011,,cited", ",,cited")))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_only_our_elements_are_rendered(hostile: str) -> None:
    page = rendered(changes_markdown(hostile_changes(hostile), ALL))
    assert set(page.tags) - OURS - {"h3"} == set()
    assert [text for text in page.texts if re.search(r"@\w|#\d|://|www\.|GH-\d", text)] == []


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("name", CHANGE_FORMATS)
def test_nothing_that_a_terminal_obeys_is_written(hostile: str, name: str) -> None:
    text = CHANGE_FORMATS[name](hostile_changes(hostile), ALL)
    assert [each for each in text if not each.isprintable() and each != "\n"] == []


def test_a_line_of_text_fits_a_terminal() -> None:
    assert max(map(len, changes_text(lost(), ALL).splitlines())) <= PAGE_WIDTH


def test_what_was_not_asked_for_is_counted() -> None:
    changes = compare(sample(), parse(REFERENCES, ""))
    assert "  ... and 3 more; all of them: --max 0" in changes_text(changes, 1).splitlines()
    assert "Claims removed (4), 1 row here" in changes_markdown(changes, 1)


def test_the_summary_is_the_last_line_of_a_comment() -> None:
    assert rendered(changes_markdown(lost(), ALL)).texts[-2].strip() == summary_of_changes(lost())


def test_only_the_worst_is_not_folded_away() -> None:
    text = changes_markdown(lost(), ALL)
    assert re.findall("^### (.*)", text, flags=re.MULTILINE) == ["Support lost (1)", "New errors (1)"]
    assert "<details><summary>Causes (2)</summary>" in text


def test_a_comment_is_no_longer_than_it_may_be() -> None:
    rows = [f"c{number},Coffee,{'Coffee & tea ' * 20}{number}." for number in range(400)]
    changes = compare(sample(), parse(REFERENCES, "\n".join(["claim_id,cause,claim", *rows])))
    text = changes_markdown(changes, ALL)
    assert len(text) < GITHUB_LIMIT
    assert re.search(r"Claims added \(396\), \d+ rows here", text)


def test_nothing_is_said_where_nothing_has_changed() -> None:
    changes = compare(sample(), sample())
    assert changes_text(changes, ALL) == "nothing has changed; 4 claims, 2 sourced\n"
    assert changes_markdown(changes, ALL) == "## Evidence compared\n\nnothing has changed; 4 claims, 2 sourced\n"


def test_json_has_both_sides_of_everything() -> None:
    data = json.loads(changes_json(lost(), 0))
    (claim,) = data["claims"]
    assert (claim["claim"], claim["support"], claim["old"]["state"], claim["new"]["state"]) == (
        "c2",
        "lost",
        "qualified",
        "unsourced",
    )
    assert claim["citations"][0] == {
        "reference": "roth2011",
        "change": "removed",
        "old": {"reference": "roth2011", "stance": "qualifies", "locator": "", "basis": "cited", "known": True},
        "new": None,
    }
    assert [row["cause"] for row in data["causes"]] == ["Drinks", "Drinks > Coffee"]
    assert data["summary"]["worse"]
    assert {each["rule"] for each in data["found"]} >= {"uncited-claim", "unused-reference"}
