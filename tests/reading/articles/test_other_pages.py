"""What leads a reader to other pages."""

from __future__ import annotations

import pytest

from graph.reading import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [Uses](#uses)\n- [Care](/care)\n\nIt is hot.", ["It is hot."]),
        ("It helps with:\n\n- [cramps](/a)\n- [pain](/b)", ["It helps with: cramps", "It helps with: pain"]),
        ("It is hot.\n\n[Ask for a visit](/a)", ["It is hot."]),
        ("[It is hot.](/a)", ["It is hot."]),
        ("It is hot.\n\n## Read this next\n\nTea wakes you.\n\n## Care\n\nIt is wet.", ["It is hot.", "It is wet."]),
        ("## Related\n\nTea wakes you [1].", ["Tea wakes you."]),
        ("## Related conditions\n\nTea wakes you.", ["Tea wakes you."]),
        ("- [A trial](https://doi.org/10.1000/a)\n- [Another](https://doi.org/10.1000/b)", ["A trial", "Another"]),
    ],
)
def test_what_leads_to_other_pages_is_no_claim(text: str, expected: list[str]) -> None:
    listed = "\n\n# References\n\n1. Lee B. Tea. Tea. 2010;1:1.\n" if "[1]" in text else ""
    assert [each.text for each in parse("", f"# Tea\n\n{text}{listed}").claims.values()] == expected


PAGES = {
    "links into the page": ('<p>So.<ul><li><a href="#a">Uses</a><li><a href="/b">Care</a></ul>', ["So."]),
    "a list that a colon leads in": ('<p>It helps:<ul><li><a href="/a">cramps</a></ul>', ["It helps: cramps"]),
    "other pages": ("<p>So.<h2>See also</h2><ul><li>Cats</ul><h2>Oak</h2><ul><li>It is.</ul>", ["So.", "It is."]),
    "their first words": ("<p>So.<h2>Read next</h2><h3>Tea</h3><p>It wakes.<h2>Oak</h2><p>It is.", ["So.", "It is."]),
    "a line": ('<p>So.<div><a href="/a">Ask for a visit</a></div>', ["So."]),
    "a sentence": ('<p><a href="/a">It is hot.</a>', ["It is hot."]),
}


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES)
def test_so_it_is_in_a_page(text: str, expected: list[str]) -> None:
    evidence = parse("", f"<!DOCTYPE html><h1>Tea</h1>{text}")
    assert [each.text for each in evidence.claims.values()] == expected


def test_what_is_left_out_is_counted() -> None:
    assert parse("", "# Tea\n\n- [Uses](#a)\n- [Care](/b)\n\nIt is.").passed_over["links alone"] == 2


def test_links_into_the_page_do_not_make_links_the_way_of_citing() -> None:
    listed = "# References\n\n1. Lee B. Tea. Tea. 2010;1:1.\n"
    evidence = parse("", f"# Tea\n\n- [Uses](#a)\n\nIt is [hot](https://doi.org/10.1000/a).\n\n{listed}")
    assert len(evidence.references) == 1
