"""Lists of references as BibTeX prints them -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.library_formats import join_references
from graph.reading.printed.items import item_at
from tests.reading.printed.styles import ENTRIES, WORKS


def printed(entry: str, label: str = "") -> Reference:
    text = f"\\begin{{thebibliography}}{{9}}\n\n\\bibitem{label}{{a}}\n{entry}\n\n\\end{{thebibliography}}\n"
    library = join_references([(text, "a.bbl")])
    assert library.problems == []
    return library.references["a"]


@pytest.mark.parametrize("style", ENTRIES)
def test_title_year_and_journal_are_told_apart(style: str) -> None:
    read = printed(ENTRIES[style])
    assert (read.title, read.year, read.journal) == ("Iron and the sleep of mice", "2015", "Journal of Sleep")


@pytest.mark.parametrize("style", ENTRIES)
def test_volume_and_pages_are_told_apart(style: str) -> None:
    fields = printed(ENTRIES[style]).fields
    assert (fields["volume"], fields["pages"].replace("\N{EN DASH}", "-")) == ("3", "1-9")


@pytest.mark.parametrize("style", ENTRIES)
def test_authors_are_told_apart(style: str) -> None:
    assert [name.short for name in printed(ENTRIES[style]).facts.names] == ["Lee", "Kim", "van der Berg"]


@pytest.mark.parametrize("style", ["plainnat", "acl", "ACM", "APS"])
def test_an_identifier_is_found(style: str) -> None:
    assert printed(ENTRIES[style]).fields["doi"] == "10.1000/a_b"


@pytest.mark.parametrize(
    "written",
    [
        "\\href{http://arxiv.org/abs/2001.01234}{{\\tt arXiv:2001.01234 [hep-th]}}.",
        "[\\href{https://arxiv.org/abs/2001.01234}{{\\ttfamily 2001.01234}}].",
        "\\eprint{2001.01234}.",
        "\\Eprint {http://arxiv.org/abs/2001.01234} {arXiv:2001.01234 [hep-th]}",
        "\\mn@eprint {arXiv} {2001.01234}",
        "\\showeprint[arxiv]{2001.01234}~[hep-th]",
        "\\urlprefix\\url{https://arxiv.org/abs/2001.01234}",
    ],
)
@pytest.mark.parametrize("title", ["Iron.\n\\newblock", "\\bibinfo{title}{Iron}.", "\\emph{Iron},"])
def test_a_number_of_arxiv_is_found(title: str, written: str) -> None:
    fields = printed(f"A.~Lee.\n\\newblock {title} {written}").fields
    assert (fields["title"], fields["eprint"], fields["eprinttype"]) == ("Iron", "2001.01234", "arxiv")


@pytest.mark.parametrize(
    "entry", ["\\newblock Iron.\n\\newblock {\\em %s}, 2020.", "\\bibinfo{title}{Iron}. \\bibinfo{journal}{%s}"]
)
def test_a_number_of_arxiv_may_be_part_of_what_is_called_a_journal(entry: str) -> None:
    fields = printed(f"A.~Lee.\n{entry % 'arXiv preprint arXiv:2001.01234'}").fields
    assert (fields["journal"], fields["eprint"]) == ("arXiv preprint arXiv:2001.01234", "2001.01234")


def test_the_year_of_a_review_is_not_that_of_the_work() -> None:
    fields = printed("A.~Lee, \\emph{Iron}, Elm, Oslo, 2002, \\MR{1922099 (2003f:32029)}").fields
    assert (fields["year"], fields["mrnumber"]) == ("2002", "1922099")


def test_the_address_of_a_publisher_with_a_doi_is_the_doi() -> None:
    fields = printed("A.~Lee.\n\\newblock Iron.\n\\newblock \\url{https://link.a.org/doi/abs/10.1000/a.b}.").fields
    assert (fields["doi"], fields.get("url")) == ("10.1000/a.b", None)


@pytest.mark.parametrize("work", WORKS)
def test_what_it_is_and_what_it_is_in_are_told(work: str) -> None:
    entry, expected = WORKS[work]
    read = printed(entry)
    assert {name: read.type if name == "type" else read.fields.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "entry",
    [
        "A.~Lee, B.~Kim, \\emph{Angew. Chem.} \\textbf{2015}, \\emph{3}, 1--9\\relax\n\\mciteBstWouldAddEndPuncttrue",
        "A.~Lee and B.~Kim, \\emph{Sleep}, 2015, \\textbf{3}, 1--9.",
    ],
)
def test_a_journal_in_italics_is_no_title(entry: str) -> None:
    (reference,) = join_references([(f"\\bibitem{{a}} {entry}\n", "a.bbl")]).references.values()
    assert (reference.title, reference.year) == ("", "2015")


def test_a_title_before_a_volume_in_bold_is_not_part_of_the_journal() -> None:
    text = "\\bibitem{a} A.~Lee: Sur quelques points d'iron. Sleep Math. J. {\\bf 9}, 119--221 (1957)\n"
    reference = join_references([(text, "a.bbl")]).references["a"]
    assert (reference.title, reference.journal) == ("Sur quelques points d'iron", "Sleep Math. J")


def test_a_footnote_of_revtex_is_no_reference() -> None:
    text = "\\bibitem [{Note1()}]{Note1}%\n  \\BibitemOpen\n  \\bibinfo {note} {See below.}\\BibitemShut {Stop}%\n"
    assert join_references(
        [(f"{text}\\bibitem{{a}} Ann Lee, \\emph{{Iron}}, Elm, 2014.\n", "a.bbl")]
    ).references.keys() == {"a"}


def test_italics_before_a_command_for_a_journal_are_a_title() -> None:
    text = "\\bibitem{a} A.~Lee, {\\it Iron}, \\jsleep {\\bf 3} (1990), no. 1, 1--30.\n"
    reference = join_references([(text, "a.bbl")]).references["a"]
    assert (reference.title, reference.journal, reference.year) == ("Iron", "", "1990")


@pytest.mark.parametrize("same", ["\\bysame", "---------", "\\leavevmode\\vrule height 2pt depth -1.6pt width 23pt"])
def test_a_dash_is_who_wrote_the_entry_before(same: str) -> None:
    text = f"\\bibitem{{a}} Ann Lee, \\emph{{Iron}}, Elm, 2014.\n\\bibitem{{b}} {same}, \\emph{{Sleep}}, Elm, 2015.\n"
    assert join_references([(text, "a.bbl")]).references["b"].authors == ("Lee, Ann",)


def test_each_of_several_dashes_is_one_of_the_people_before() -> None:
    entry = "\\bibitem{%s} {\\bf %s}, ``Iron,'' {\\it Sleep}, 2014, {\\it 2}, 1--9.\n"
    text = entry % ("a", "Lee, Ann, Bob Kim, and Cee Day") + entry % ("b", "\\bysame{}, \\bysame, and Dan Poe")
    assert join_references([(text, "a.bbl")]).references["b"].authors == ("Lee, Ann", "Kim, Bob", "Poe, Dan")


@pytest.mark.parametrize(
    "label",
    [
        "[Lee(2015)]",
        "[{Lee {et~al.}(2015{\\natexlab{a}})Lee, \\& Kim}]%\n  ",
        "[\\protect\\citeauthoryear{L[1]}{x}{2015}]",
    ],
)
def test_a_label_is_none_of_it(label: str) -> None:
    assert printed(ENTRIES["plain"], label).year == "2015"


def test_entries_of_the_harvard_family_are_read() -> None:
    text = (
        "\\harvarditem[Lee et~al.]{Lee \\harvardand\\ Kim}{2015}{a}\nLee, A. \\harvardand\\ Kim, B. \\harvardyearleft "
    )
    text += "2015\\harvardyearright , `Iron and mice', {\\em Sleep} {\\bf 3}(2),~1--9.\n\\end{thebibliography}"
    reference = join_references([(text, "a.bbl")]).references["a"]
    assert (reference.authors, reference.title, reference.journal) == (("Lee, A.", "Kim, B."), "Iron and mice", "Sleep")


def test_what_no_sign_parts_is_read_as_a_line_of_text_and_told() -> None:
    library = join_references([("\\bibitem{a}\nLee A. Iron and mice. Sleep. 2015;3(2):1-9.\n", "a.bbl")])
    assert library.references["a"].title == "Iron and mice"
    assert [each.rule for each in library.problems] == ["read-from-text"]


@pytest.mark.parametrize("text", ["\\bibitem", "\\bibitem[", "\\bibitem[{{{{{{" * 3000, "\\bibitem{" * 3000])
def test_what_has_no_key_is_no_entry(text: str) -> None:
    assert item_at(text, 0) is None


def test_what_is_never_closed_ends_before_the_next_entry() -> None:
    text = "\\bib{a}{book}{title={Iron}\n" + "\\bib{b}{book}{title={Legs}}\n"
    assert [(each.key, each.title) for each in join_references([(text, "a.tex")]).references.values()] == [
        ("a", "Iron"),
        ("b", "Legs"),
    ]
