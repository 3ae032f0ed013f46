"""The network as a whole."""

from __future__ import annotations

import pytest

from graph.auditing.engine import audit
from graph.model import File
from graph.reading import parse, read_files
from tests.rules.running import findings, found, in_article

HEADER = "claim_id,cause,claim,supports,disputes,mentions"


@pytest.mark.parametrize(("used", "severity"), [(9, "info"), (10, "warning")])
def test_a_library_has_more_than_an_article_uses(used: int, severity: str) -> None:
    keys = [f"r{number}" for number in range(50)]
    rows = "\n".join(f"c{key},X,Y,{key},," for key in keys[:used])
    entries = "\n".join(f"@book{{{key}}}" for key in keys)
    assert {each.severity for each in findings("unused-reference", f"{HEADER}\n{rows}\n\n{entries}")} == {severity}


@pytest.mark.parametrize(("number", "severity"), [(30, "warning"), (31, "info")])
def test_an_articles_own_list_is_short(number: int, severity: str) -> None:
    entries = "\n".join(f"@book{{r{each}}}" for each in range(number))
    assert {each.severity for each in findings("unused-reference", entries)} == {severity}


@pytest.mark.parametrize(("settings", "severity"), [([], "warning"), ([File("_quarto.yml", b"", "settings")], "info")])
def test_a_bibliography_of_a_project_is_not_that_of_one_article(settings: list[File], severity: str) -> None:
    files = [File("refs.bib", b"@book{a}\n@book{b}"), File("a.md", b"# A\n\nIt is so [@a].\n", "claims"), *settings]
    unused = [each for each in audit(read_files(files)).findings if each.rule == "unused-reference"]
    assert [each.severity for each in unused] == [severity]


@pytest.mark.parametrize(("supports", "number"), [("a", 0), ("b", 1)])
def test_further_reading_is_unused_where_other_is_used(supports: str, number: int) -> None:
    entries = "@book{a}\n@book{b, group = {further-reading}}\n@book{c, group = {further-reading}}"
    subjects = [each.subject for each in findings("unused-reference", f"{HEADER}\nc1,X,Y,{supports},,\n\n{entries}")]
    assert subjects.count("reference:c") == number


APART = {
    "table.md": "It is so [@b].\n\n| a | b |\n|---|---|\n| c [@a] | d |",
    "caption.md": "It is so [@b].\n\n![It is so [@a].](a.png)",
    "heading.tex": "\\section{So \\cite{a}} It is so \\cite{b}.",
    "box.wiki": "{{box|x<ref>{{cite book|title=A|year=2015}}</ref>}} So.<ref>{{cite book|title=B|year=2016}}</ref>",
    "by-name.wiki": 'So.<ref>{{cite book|title=B|year=2016}}</ref>\n{|\n|x<ref name="a" />\n|}\n{{reflist|refs='
    '<ref name="a">{{cite book|title=A|year=2015}}</ref>}}',
}


@pytest.mark.parametrize(("file", "text"), APART.items(), ids=APART)
def test_what_is_cited_where_no_claim_is_made_is_used(file: str, text: str) -> None:
    entries = "" if file.endswith(".wiki") else "@book{a}\n@book{b}"
    evidence = parse(entries, text, files=["references.bib", file])
    assert len(evidence.references) == 2
    assert [each.rule for each in audit(evidence).findings if each.rule == "unused-reference"] == []


@pytest.mark.parametrize(
    ("rows", "number"), [("c1,X,Y,a,,", 0), ("c1,X,Y,a,,\nc2,X,Z,a,,", 1), ("c1,X,Y,a,,\nc2,X,Z,,,", 0)]
)
def test_one_sourced_claim_is_no_cause_on_one_reference(rows: str, number: int) -> None:
    assert len(found("cause-on-one-reference", f"{HEADER}\n{rows}\n\n@book{{a}}")) == number


@pytest.mark.parametrize(
    ("row", "entries"),
    [
        ("c1,X,Y,a,,", "@book{a, includes = {a}}"),
        ("c1,X,Y,a,,b", "@book{a, includes = {b}}\n@book{b}"),
        ("c1,X,Y,a; c,,", "@book{a, includes = {b}}\n@book{b}\n@book{c}"),
    ],
)
def test_sources_that_are_independent(row: str, entries: str) -> None:
    assert found("dependent-sources", f"{HEADER}\n{row}\n\n{entries}") == []


@pytest.mark.parametrize(
    ("row", "number"), [("c1,X,Y,a; b; c; d,,", 1), ("c1,X,Y,a; b; c,,d", 0), ("c1,X,Y,a; b; c,d,", 0)]
)
def test_a_cause_is_one_sided_where_many_agree_and_none_disagrees(row: str, number: int) -> None:
    entries = "\n".join(f"@book{{{key}}}" for key in "abcd")
    assert len(found("one-sided-cause", f"{HEADER}\n{row}\nc2,Z,W,,a,\n\n{entries}")) == number


def test_no_cause_is_one_sided_where_nobody_looked_for_stances() -> None:
    entries = "\n".join(f"@book{{{key}}}" for key in "abcd")
    assert found("one-sided-cause", f"{HEADER}\nc1,X,Y,a; b; c; d,,\n\n{entries}") == []


@pytest.mark.parametrize(("cause", "number"), [("Methods > Diaries", 0), ("Contraceptive methods", 1)])
def test_a_part_in_which_an_article_tells_of_itself_needs_no_evidence(cause: str, number: int) -> None:
    assert [each.subject for each in findings("cause-without-evidence", f"{HEADER}\nc1,{cause},Y,,,")] == [
        f"cause:{cause}"
    ] * number


@pytest.mark.parametrize(("cause", "number"), [("Appendix A", 0), ("Appendicitis", 1)])
def test_a_part_in_which_an_article_tells_of_itself_may_rest_on_one_reference(cause: str, number: int) -> None:
    rows = f"c1,{cause},Y,a,,\nc2,{cause},Z,a,,"
    assert len(found("cause-on-one-reference", f"{HEADER}\n{rows}\n\n@book{{a}}")) == number


@pytest.mark.parametrize(("cited", "severity"), [("[@a]", "warning"), ("", "info")])
def test_a_heading_is_a_lesser_cause(cited: str, severity: str) -> None:
    text = f"# Coffee\n\nIt is black {cited}.\n\n# Tea\n\nIt is green.\n"
    assert {each.severity for each in in_article("cause-without-evidence", text, "@book{a}")} == {severity}
