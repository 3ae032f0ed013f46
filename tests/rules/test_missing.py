"""Rules about what a reference lacks."""

from __future__ import annotations

import pytest

from graph.auditing.engine import audit
from graph.reading import parse
from tests.rules.running import findings, found


@pytest.mark.parametrize(
    ("fields", "cure"), [("", "; add it"), ("pmid = {123}", "; look it up by its PMID 123"), ("doi = {}", "; add it")]
)
@pytest.mark.parametrize("rule", ["missing-title", "missing-author", "missing-year"])
def test_what_is_missing_is_looked_up_by_an_identifier(rule: str, fields: str, cure: str) -> None:
    (message,) = found(rule, f"@article{{a, note = {{N}}, {fields}}}")
    assert message.endswith(cure)


def test_what_a_line_of_text_was_not_understood_to_have_is_asked_for() -> None:
    evidence = parse("1. Some Book of Legs. A publisher, 2015. An edition.", "claim_id,cause,claim")
    told = {each.rule: each.severity for each in audit(evidence).findings}
    assert (told["missing-title"], told["missing-author"]) == ("info", "info")


def test_a_printed_list_without_titles_is_one_finding() -> None:
    entries = "".join(f"\\bibitem{{{key}}} Lee A., 2015, \\apj, {key}, 9\n" for key in (1, 2, 3))
    text = f"\\begin{{thebibliography}}{{9}}\n{entries}\\bibitem{{4}} Lee A., 2015.\n\\end{{thebibliography}}\n"
    evidence = parse(text, "claim_id,cause,claim", files=["a.bbl", "c.csv"])
    told = [each for each in audit(evidence).findings if each.rule == "missing-title"]
    assert [each.severity for each in told] == ["info", "info"]
    assert "'1' (Lee 2015) and 2 others" in told[0].message


def test_others_may_be_all_that_is_known_of_who_wrote_it() -> None:
    assert found("missing-author", "@article{a, title = {T}, author = {others}}") == []


# As copied from the page of the sample's article.
PARENT = "@proceedings{b, title = {Sleep}, editor = {Lee, X}, year = {2020}}"


@pytest.mark.parametrize("name", ["missing-title", "missing-author", "missing-year"])
@pytest.mark.parametrize(("field", "number"), [("crossref = {b}", 0), ("xdata = {b}", 0), ("crossref = {c}", 1)])
def test_what_an_entry_takes_from_its_volume_is_not_missing(name: str, field: str, number: int) -> None:
    assert len(found(name, f"@inproceedings{{a, {field}}}\n{PARENT}")) == number


def test_what_the_volume_lacks_is_missing() -> None:
    example = "@inproceedings{a, crossref = {b}}\n@proceedings{b, title = {Sleep}, editor = {Lee, X}}"
    assert len(found("missing-year", example)) == 2


@pytest.mark.parametrize(
    ("entry", "number"),
    [
        ("@book{a, year = {1969}}", 0),
        ("@phdthesis{a, year = {1958}}", 0),
        ("@book{a, year = {1970}}", 1),
        ("@article{a, year = {1958}}", 1),
        ("@book{a}", 1),
    ],
)
def test_a_book_older_than_the_isbn_needs_no_identifier(entry: str, number: int) -> None:
    assert len(found("no-identifier", entry)) == number


def test_a_volume_that_is_not_there_is_told() -> None:
    assert found("missing-year", "@inproceedings{a, crossref = {b}}") == [
        "reference 'a' has no year; it leaves that to 'b', which is not in the bibliography: add it"
    ]


def test_a_page_that_was_looked_up_on_a_day_needs_no_year() -> None:
    assert found("missing-year", "@misc{a, note = {Accessed 3 May 2020}}") == []


@pytest.mark.parametrize(
    "rule", ["missing-title", "missing-author", "missing-year", "no-identifier", "web-source-undated"]
)
def test_what_is_only_recommended_may_lack_more(rule: str) -> None:
    claims = "claim_id,cause,claim,supports\nc1,X,Y,a\n\n"
    entries = "@online{a, group = {further-reading}}\n@online{b, group = {further-reading}}"
    severities = {each.subject: each.severity for each in findings(rule, claims + entries)}
    assert (severities["reference:a"] != "info", severities["reference:b"]) == (True, "info")


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        ("@online{a, title = {T}, url = {https://example.org}}", "info"),
        ("@online{a, url = {https://example.org}}", "warning"),
        ("@online{a, title = {T}}", "warning"),
        ("@article{a, title = {T}, url = {https://example.org}}", "warning"),
    ],
)
def test_many_a_page_names_nobody(entry: str, severity: str) -> None:
    assert [each.severity for each in findings("missing-author", entry)] == [severity]


def test_a_line_that_names_nobody_may_be_a_remark() -> None:
    text = "So.<ref>Plato, Symposium, 2.</ref> It is.<ref>Smith A. Coffee. J Sleep. 2010;3:4-5.</ref>"
    report = audit(parse("", text, files=["references.bib", "a.wiki"]))
    assert [each.severity for each in report.findings if each.rule == "no-identifier"] == ["info", "warning"]
