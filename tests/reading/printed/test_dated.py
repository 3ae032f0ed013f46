"""Entries of printed lists as astronomers have them -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.library_formats import join_references

BOTH: dict[str, str | None] = {"author": "Lee, A. B. and van der Berg, C.", "year": "2015"}
ENTRIES: dict[str, tuple[str, dict[str, str | None]]] = {
    "MNRAS": (
        "{Lee} A.~B., {van der Berg} C., 2015, \\mnras, 3, L9",
        {**BOTH, "type": "article", "journal": "MNRAS", "volume": "3", "pages": "L9", "title": None, "note": None},
    ),
    "AAS": (
        "{Lee}, A.~B., \\& {van der Berg}, C. 2015, \\aap, 599, A32, \\dodoi{10.1000/a_b}",
        {**BOTH, "journal": "A&A", "volume": "599", "pages": "A32", "doi": "10.1000/a_b"},
    ),
    "AAS with titles": (
        "{Lee}, A.~B., \\& {van der Berg}, C. 2015, \\bibinfo{title}{Iron, and stars}, \\apj, 3, 9",
        {**BOTH, "title": "Iron, and stars", "journal": "ApJ", "volume": "3"},
    ),
    "a letter behind the year": (
        "{Lee} A., 2015{\\natexlab{b}}, \\mn@doi [\\apj] {10.1000/a_b}, \\href {https://a.org} {3, 9}",
        {"year": "2015", "extradate": "b", "doi": "10.1000/a_b", "pages": "9"},
    ),
    "cut": ("Lee, A., Kim, B., {et~al.} 2015, \\aj, 3, 9", {"author": "Lee, A. and Kim, B. and others"}),
    "a generation": ("{Lee}, Jr., A.~B., {Kim}, II B. 2015, \\aj, 3, 9", {"author": "Lee, Jr., A. B. and Kim, II, B."}),
    "a collaboration": (
        "Lee, A., \\& The Star Project. 2015, \\aj, 3, 9",
        {"author": "Lee, A. and The Star Project"},
    ),
    "a preprint": ("{Lee}, A. 2015, ArXiv e-prints, arXiv:1501.01234", {"eprint": "1501.01234", "title": None}),
    "only a number": ("{Lee}, A. 2003, astro-ph/0309368", {"type": "misc", "eprint": "astro-ph/0309368"}),
    "a talk": (
        "{Lee}, A. 2015, in Elm Conference Series, Vol. 347, Stars of Iron IV, ed. P.~{Kim} \\& M.~{Day} (Elm), 29--31",
        {"type": "inproceedings", "booktitle": "Stars of Iron IV", "series": "Elm Conference Series", "volume": "347"},
    ),
    "a talk with editors first": (
        "Lee A., 2015, in Kim P., Day M., eds, Elm Ser. Vol. 347, Stars of Iron. Elm, Oslo, p.~29",
        {"editor": "Kim, P. and Day, M.", "booktitle": "Stars of Iron", "publisher": "Elm", "pages": "29"},
    ),
    "a thesis": ("Lee A., 2015, PhD thesis, Univ. Elm", {"type": "phdthesis", "school": "Univ. Elm"}),
    "a book": ("Lee, A. 2015, Stars of Iron, 2nd edn. (Oslo: Elm)", {"type": "book", "title": "Stars of Iron"}),
}


def printed(*entries: str) -> list[Reference]:
    text = "".join(f"\\bibitem[{{Lee}}(2015)]{{{place}}}\n{entry}\n\n" for place, entry in enumerate(entries))
    library = join_references([(f"\\begin{{thebibliography}}{{9}}\n{text}\\end{{thebibliography}}\n", "a.bbl")])
    assert library.problems == []
    return [*library.references.values()]


@pytest.mark.parametrize("work", ENTRIES)
def test_the_parts_of_an_entry_are_told_apart(work: str) -> None:
    entry, expected = ENTRIES[work]
    (read,) = printed(entry)
    assert {name: read.type if name == "type" else read.fields.get(name) for name in expected} == expected


@pytest.mark.parametrize("dash", ["---, 2016, \\apj, 4, 1", "---. 2016, \\apj, 4, 1"])
def test_a_dash_stands_for_the_people_before(dash: str) -> None:
    assert printed("{Lee} A., 2015, \\apj, 3, 9", dash)[1].authors == ("Lee, A.",)


def test_what_commas_part_in_an_unknown_way_is_left_as_a_line_of_text() -> None:
    text = "\\bibitem{a} Lee A., Kim B., 2015, Iron, zinc and the sleep of mice, J. Sleep, 3, 9\n"
    library = join_references([(text, "a.bbl")])
    assert library.references["a"].fields.get("journal") != "Iron, zinc and the sleep of mice, J. Sleep"
    assert [each.rule for each in library.problems] == ["read-from-text"]
