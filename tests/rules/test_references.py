"""What an entry of the bibliography lacks, or has wrongly."""

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


@pytest.mark.parametrize(
    ("entry", "severity"),
    [("@article{a, title = {T", "error"), ("@article{a, title = {T}, note = {N}, note = {M}}", "warning")],
)
def test_an_entry_that_is_lost_is_worse_than_one_that_is_read_otherwise(entry: str, severity: str) -> None:
    assert [each.severity for each in findings("unparsed-entry", entry)] == [severity]


@pytest.mark.parametrize(("doi", "severity"), [("10/", "error"), ("10/aabbe", "info")])
def test_a_short_doi_is_one(doi: str, severity: str) -> None:
    entry = f"@article{{a, title = {{T}}, doi = {{{doi}}}}}"
    assert [each.severity for each in findings("malformed-doi", entry)] == [severity]


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
GLUED = [
    "Iron for the treatment of restless legs syndromeCochrane Database of Systematic Reviews",
    "An analysis of the United States Renal Data System (USRDS)BMC Nephrol",
    "Restless legs syndrome in patients undergoing hemodialysisBMC Neurol",
    "Restless Leg Syndrome in Diabetics Compared with Normal ControlsSleep Disord",
    "Restless legs syndrome in multiple sclerosis: an updateSleep Med",
    "Clinical, imaging and genetic evidenceTransl Neurodegener",
    "Possible pathophysiological mechanisms and treatmentActa Neurol Scand",
    "Restless Legs Syndrome as a Comorbidity in Rheumatoid ArthritisAutoimmune Dis",
]


@pytest.mark.parametrize("title", GLUED)
def test_a_journal_glued_to_a_title(title: str) -> None:
    assert len(found("glued-import", f"@article{{a, title = {{{title}}}}}")) == 1


def test_a_journal_glued_to_a_title_of_no_known_type() -> None:
    title = "Iron for restless legs syndromeCochrane Database of Systematic Reviews"
    assert len(found("glued-import", f"@misc{{a, title = {{{title}}}}}")) == 1


def test_a_journal_of_one_word_that_another_reference_names() -> None:
    example = "@article{a, title = {A Retrospective ReviewCureus.}}\n@article{b, journal = {Cureus}}"
    assert found("glued-import", example) == [
        "reference 'a': the title ends with 'Cureus.', glued on; move it to 'journal'"
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, title = {Sleep in the journal Sleep}, journal = {Sleep}}",
        "@article{a, title = {What HbA1c and JavaScript share}}",
        "@article{a, title = {Notes by McDonald Journal Club}, journal = {Sleep}}",
        "@book{a, title = {On eHealth Med}}",
        "@article{a, title = {Coffee. A review}, journal = {Review}}",
        "@misc{a, title = {Sleep at the U.S. National Library of Medicine}}",
        "@article{a, title = {How people use iMed}}",
        "@article{a, title = {How JavaScript took over BMC Medicine}}",
    ],
)
def test_titles_that_are_whole(entry: str) -> None:
    assert found("glued-import", entry) == []


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " data:text/html;x",
        "file:///etc/passwd",
        "https://a\u202eb.org",
        "https://a\ufffdb.org",
    ],
)
def test_an_unsafe_address(url: str) -> None:
    assert len(found("unsafe-url", f"@online{{a, url = {{{url}}}}}")) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "HTTPS://example.org/a:b",
        "doi:10.1000/x",
        "mailto:a@example.org",
        "ftp://example.org",
        "example.org:80/x",
        "www.example.org",
        "https://example.org/a\n https://example.org/b",
    ],
)
def test_a_safe_address(url: str) -> None:
    assert found("unsafe-url", f"@online{{a, url = {{{url}}}}}") == []


@pytest.mark.parametrize("pages", ["329-320", "1200--1195", "329\u2013320", "329-20", "e12-e9", "S12-S9", "1-5, 9-7"])
def test_pages_that_end_before_they_begin(pages: str) -> None:
    assert len(found("reversed-pages", f"@article{{a, pages = {{{pages}}}}}")) == 1


@pytest.mark.parametrize(
    "pages",
    [
        "320-329",
        "320-29",
        "320-9",
        "e9-e12",
        "S98-S102",
        "e12-9",
        "100-99",
        "7-7",
        "045003-1",
        "A12-B3",
        "1:20-1:12",
        "1195",
        "i-x",
        "",
    ],
)
def test_pages_that_do_not(pages: str) -> None:
    assert found("reversed-pages", f"@article{{a, pages = {{{pages}}}}}") == []


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
