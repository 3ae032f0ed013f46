"""What an entry of the bibliography lacks, or has wrongly."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found


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
