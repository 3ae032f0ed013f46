"""What a reference is known by."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found


def entry(key: str, doi: str, journal: str = "", year: int = 2013) -> str:
    return f"@article{{{key}, doi = {{{doi}}}, journal = {{{journal}}}, year = {year}}}\n"


def counted(*dois: str, journals: str = "ABC", years: tuple[int, ...] = (2013, 2013, 2013)) -> list[str]:
    entries = zip("abc", dois, journals, years, strict=False)
    return [each.subject for each in findings("counted-up-doi", "".join(entry(*each) for each in entries))]


def test_dois_that_a_spreadsheet_counted_up_are_said_of_all_but_the_first() -> None:
    assert counted("10.1000/x.9", "10.1000/x.10", "10.1000/x.11") == ["reference:b", "reference:c"]


def test_the_first_and_the_last_of_a_run_are_named() -> None:
    entries = "".join(entry(key, f"10.1000/x.{number}", key) for number, key in enumerate("abc"))
    assert found("counted-up-doi", entries)[0].startswith("reference 'b': the DOIs of 'a' to 'c' count up,")


def test_without_journals_and_years_nothing_tells_that_a_run_is_none() -> None:
    assert found("counted-up-doi", "".join(f"@misc{{{key}, doi = {{10.1000/{key}}}}}\n" for key in "123")) == []


def test_years_far_apart_tell_it_too() -> None:
    dois = ("10.1000/x.1", "10.1000/x.2", "10.1000/x.3")
    assert counted(*dois, journals="AAA", years=(2011, 2013, 2013)) == ["reference:b", "reference:c"]


@pytest.mark.parametrize(
    "dois",
    [
        ("10.1000/x.1", "10.1000/x.2"),
        ("10.1000/x.1", "10.1000/x.3", "10.1000/x.5"),
        ("10.1000/x.1", "10.1000/y.2", "10.1000/x.3"),
        ("10.1000/x.3", "10.1000/x.2", "10.1000/x.1"),
        ("10.1000/x", "10.1000/x", "10.1000/x"),
    ],
)
def test_dois_that_do_not_count_up(dois: tuple[str, ...]) -> None:
    assert counted(*dois) == []


@pytest.mark.parametrize("years", [(2013, 2013, 2013), (2013, 2014, 2013)])
def test_articles_of_one_issue_have_such_dois(years: tuple[int, ...]) -> None:
    assert counted("10.1000/x.1", "10.1000/x.2", "10.1000/x.3", journals="AAA", years=years) == []


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("isbn", "978-0-123456-47-3"),
        ("isbn", "9780123456473"),
        ("isbn", "0-521-09906-X"),
        ("isbn", "978-0-123456-47-2 (print), 978-0-123456-47-1 (online)"),
        ("isbn", "978\u20100\u2010123456\u201047\u20103"),
        ("issn", "1550-9388"),
        ("issn", "15509388"),
        ("issn", "1234-567X"),
    ],
)
def test_a_wrong_check_digit(field: str, number: str) -> None:
    (finding,) = findings("wrong-check-digit", f"@book{{a, {field} = {{{number}}}}}")
    assert (finding.severity, finding.place.column) == ("warning", field)


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("isbn", "978-0-123456-47-2"),
        ("isbn", "978-3-16-148410-0"),
        ("isbn", "9780123456472"),
        ("isbn", "0-8044-2957-x"),
        ("isbn", "0 521 09906 4"),
        ("isbn", "1550-9389 1550-9397"),
        ("isbn", "not yet known"),
        ("issn", "1550-9389"),
        ("issn", "2434-561x"),
    ],
)
def test_a_right_check_digit(field: str, number: str) -> None:
    assert found("wrong-check-digit", f"@book{{a, {field} = {{{number}}}}}") == []


@pytest.mark.parametrize("key", ["drake(2013)", "drake;2013", "drake 2013"])
def test_a_key_that_a_cell_cannot_hold(key: str) -> None:
    assert len(found("uncitable-key", f"claim_id,cause,claim\nc1,X,Y\n\n@article{{{key}, title = {{T}}}}")) == 1


def test_numbers_of_any_length_stop_nothing() -> None:
    long = "9" * 5000
    assert counted(f"10.1000/{long}", f"10.1000/{long}", f"10.1000/{long}") == []
    assert found("reversed-pages", f"@article{{a, pages = {{{long}--{long}}}}}") == []
