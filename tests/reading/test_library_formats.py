"""Several files of references, of any format, as one library."""

from __future__ import annotations

import pytest

from graph.model import Evidence
from graph.reading import parse
from graph.reading.joined_library import free_key
from graph.reading.library_formats import LIBRARY_FORMATS, LIST, format_of, join_references

BIB = "@article{gupta2015, title = {Legs}, author = {Gupta, R}, year = {2015}, doi = {10.1000/x}}\n"
RIS = "TY  - JOUR\nID  - g15\nTI  - Legs\nAU  - Gupta, Ravi\nPY  - 2015\nAB  - Long.\n{more}ER  - \n"
CLAIMS = "claim_id,cause,claim,supports,disputes\nc1,X,Y,{cited}\n"


def ris(more: str = "") -> str:
    return RIS.format(more=more)


def joined(*texts: str, cited: str = ",") -> Evidence:
    return parse(texts, CLAIMS.format(cited=cited), files=[f"{number}" for number in range(len(texts))])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[]", "CSL JSON"),
        ('\n[{"id": "a"}]', "CSL JSON"),
        ('{"id": "a"}', "CSL JSON"),
        ("<?xml version='1.0'?><xml/>", "EndNote XML"),
        ("1. \nTY  - JOUR", "RIS"),
        ("PMID- 12\nTI  - @article{", "PubMed's nbib"),
        ("A comment\n @article {a,", "BibTeX"),
        ("<html>\n@article{a,", "BibTeX"),
        ("@article{a, abstract = {\nTY  - JOUR}}", "BibTeX"),
        ('[{"note": "\n@article{a,"}]', "CSL JSON"),
        ("TY  - JOUR\nN2  -\n@article{a,", "RIS"),
        ("[1] Gupta R. Legs. 2015.", "a list in plain text"),
        ("References\nGupta, R. (2015). Legs.", "a list in plain text"),
    ],
)
def test_the_content_says_which_format_a_file_is(text: str, name: str) -> None:
    assert format_of(text, "any.name").name == name


def test_a_numbered_list_is_one_whatever_the_file_is_called() -> None:
    assert format_of("1. Gupta R. Legs. 2015.", "list.bib").name == LIST.name


@pytest.mark.parametrize("text", ["@a" + "\n" * 200_000, "@a\n1" + "\n" * 200_000, "@a" + "\n " * 100_000])
def test_no_blank_lines_keep_a_format_from_being_known_soon(text: str) -> None:
    assert format_of(text, "refs.bib").name == "BibTeX"


def test_a_file_without_signs_is_bibtex_by_its_name() -> None:
    assert format_of("% nothing yet", "list.bib").name == "BibTeX"


@pytest.mark.parametrize("text", ["", "% none", "[]", "<xml/>", "1. \n"])
def test_a_file_without_a_reference_is_reported(text: str) -> None:
    (problem,) = join_references([(text, "a.bib")]).problems
    assert (problem.rule, problem.place.line, "no reference in this file" in problem.message) == (
        "unparsed-entry",
        1,
        True,
    )


@pytest.mark.parametrize("each", [*LIBRARY_FORMATS, LIST], ids=lambda each: each.name)
def test_the_example_of_a_format_has_its_sign(each: object) -> None:
    found = next(one for one in (*LIBRARY_FORMATS, LIST) if one == each)
    assert found.sign.search(found.example)


def test_a_work_of_one_doi_in_two_files_is_one() -> None:
    evidence = joined(BIB, ris("DO  - https://doi.org/10.1000/X\n"))
    (problem,) = evidence.problems
    assert list(evidence.references) == ["gupta2015"]
    assert (problem.rule, str(problem.place), problem.unread) == ("repeated-work", "1:1", 1)
    assert "'g15' is 'gupta2015' (Gupta 2015) in line 1 of 0" in problem.message


def test_a_work_of_one_title_year_and_author_is_one() -> None:
    assert list(joined(BIB, ris()).references) == ["gupta2015"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("AB  - Long.", "DO  - 10.1000/y"),
        ("PY  - 2015", "PY  - 2016"),
        ("AU  - Gupta", "AU  - Other"),
        ("TI  - Legs", "TI  - Arms"),
    ],
)
def test_what_differs_is_two(old: str, new: str) -> None:
    assert list(joined(BIB, ris().replace(old, new)).references) == ["gupta2015", "g15"]


def test_a_work_without_a_year_in_both_is_one() -> None:
    undated = BIB.replace("year = {2015}, ", "")
    assert list(joined(undated, ris().replace("PY  - 2015\n", "")).references) == ["gupta2015"]


def test_chapters_with_the_doi_of_their_book_are_two() -> None:
    chapters = [f"@incollection{{{key}, title = {{Chapter {key}}}, doi = {{10.1000/x}}}}" for key in "ab"]
    assert list(joined(*chapters).references) == ["a", "b"]


def test_within_a_file_nothing_is_joined() -> None:
    assert len(joined(BIB + BIB.replace("gupta2015", "other")).references) == 2


def test_the_first_file_gets_the_fields_that_only_the_second_has() -> None:
    reference = joined(BIB, ris()).references["gupta2015"]
    assert (reference.fields["abstract"], reference.at("abstract").file) == ("Long.", "1")
    assert reference.authors == ("Gupta, R",)


def test_a_field_that_stands_for_another_is_not_added() -> None:
    second = "@article{b, title={Legs}, author={Gupta, R}, date={2015-03}, journaltitle={J}}"
    fields = joined(BIB, second).references["gupta2015"].fields
    assert ("date" in fields, fields["journaltitle"]) == (False, "J")


def test_a_claim_may_cite_a_work_by_either_key() -> None:
    (citation,) = joined(BIB, ris(), cited="g15 (p. 3),").claims["c1"].citations
    assert (citation.reference, citation.locator) == ("gupta2015", "p. 3")


def test_a_claim_that_cites_a_work_by_both_keys_cites_it_once() -> None:
    assert len(joined(BIB, ris(), cited="g15; gupta2015,").claims["c1"].citations) == 1


def test_a_claim_that_cites_a_work_in_two_stances_is_reported() -> None:
    evidence = joined(BIB, ris(), cited="g15,gupta2015")
    assert [problem.rule for problem in evidence.problems] == ["repeated-work", "two-stances"]


def test_source_values_may_name_a_work_by_either_key() -> None:
    values = "claim_id,reference,source_quote\nc1,g15,Indeed.\n"
    evidence = parse((BIB, ris()), CLAIMS.format(cited="gupta2015,"), values)
    source = evidence.claims["c1"].citations[0].source
    assert source is not None
    assert source.quote == "Indeed."


def test_one_key_for_two_works_is_a_duplicate() -> None:
    evidence = joined(BIB, BIB.replace("Legs", "Arms").replace("/x", "/y"))
    assert [(problem.rule, problem.unread) for problem in evidence.problems] == [("duplicate-key", 1)]


def test_the_key_of_another_work_is_a_duplicate_though_the_work_is_known() -> None:
    first = f"{BIB}@article{{g15, title = {{Arms}}}}\n"
    assert [problem.rule for problem in joined(first, ris()).problems] == ["duplicate-key"]


def test_keys_are_made_without_collisions() -> None:
    text = "TY  - JOUR\nAU  - Müller-Lüdenscheidt, K\nPY  - 2015\nTI  - {title}\nER  - \n"
    evidence = joined("".join(text.format(title=title) for title in ("A", "B", "C")))
    assert list(evidence.references) == [f"muller-ludenscheidt2015{letter}" for letter in ("", "a", "b")]


def test_a_made_key_avoids_those_that_records_have() -> None:
    own = "TY  - JOUR\nID  - gupta2015\nTI  - B\nER  - \n"
    assert list(joined(ris().replace("ID  - g15\n", "") + own).references) == ["gupta2015a", "gupta2015"]


def test_a_record_without_a_key_that_another_file_has_gets_no_new_one() -> None:
    evidence = joined(BIB, ris().replace("ID  - g15\n", ""))
    assert "reference 'gupta2015' is 'gupta2015'" in evidence.problems[0].message


def test_a_key_that_no_cell_can_hold_is_made_so_and_still_understood() -> None:
    evidence = joined(ris().replace("g15", "Gupta, 2015"))
    assert list(evidence.references) == ["Gupta-2015"]
    assert join_references([(ris().replace("g15", "Gupta, 2015"), "")]).aliases == {"Gupta, 2015": "Gupta-2015"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (
            "\u0418\u0432\u0430\u043d\u043e\u0432\u0430-\u0419, \u0418. \u0418.",
            "\u0438\u0432\u0430\u043d\u043e\u0432\u0430\u0439",
        ),
        ("\u03a0\u03b1\u03c0\u03c0\u03ac\u03c2, \u0391.", "\u03c0\u03b1\u03c0\u03c0\u03ac\u03c2"),
        ("\u5f20\u4e09", "\u5f20\u4e09"),
        ("\u0645\u062d\u0645\u062f, \u0639.", "\u0645\u062d\u0645\u062f"),
    ],
)
def test_a_name_without_latin_letters_makes_a_key_of_its_own(name: str, key: str) -> None:
    assert list(joined(f"TY  - JOUR\nAU  - {name}\nPY  - 2015\nTI  - A\nER  - \n").references) == [f"{key}2015"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("\u00d8sterg\u00e5rd", "ostergard"),
        ("\u0141o\u015b", "los"),
        ("\u00de\u00f3r\u00f0ur", "thordur"),
        ("\u00c6b\u00f8", "aebo"),
        ("\u0110\u1ed7", "do"),
        ("I\u015f\u0131k", "isik"),
        ("\u0152uf", "oeuf"),
        ("M\u0259mm\u0259d", "memmed"),
        ("\u0126al", "hal"),
    ],
)
def test_latin_letters_of_any_language_are_plain_ones_in_a_key(name: str, key: str) -> None:
    assert list(joined(f"TY  - JOUR\nAU  - {name}, A\nPY  - 2015\nTI  - A\nER  - \n").references) == [f"{key}2015"]


def test_a_title_of_two_scripts_makes_a_key_of_plain_letters() -> None:
    text = "TY  - JOUR\nTI  - LSJ: \u03bc\u03ac\u03bd\u03c4\u03b9\u03c2, mantis\nER  - "
    assert list(joined(text).references) == ["lsj-mantis"]


def test_of_a_title_that_nothing_parts_a_key_has_the_beginning() -> None:
    title = "\u8336" * 90
    assert list(joined(f"TY  - JOUR\nTI  - {title}\nER  - ").references) == [title[:20]]


def test_without_names_a_key_is_made_of_the_title() -> None:
    assert list(joined("TY  - JOUR\nTI  - The Legs of Man and Beast\nER  - ").references) == ["the-legs-of"]


@pytest.mark.parametrize(
    ("entry", "is_known"),
    [
        ("Smith, Jane. 2010. Light, Meals and Nights. Night Press.", True),
        ("Smith, Jane. 2011. Light, Meals and Nights. Night Press.", False),
        ("Doe, Jane. 2010. Light, Meals and Nights. Night Press.", False),
        ("Smith, Jane. 2010. Light and Dark. Night Press.", False),
    ],
)
def test_an_entry_of_text_is_the_work_whose_name_title_and_year_it_has(entry: str, *, is_known: bool) -> None:
    book = "@book{smith2010, author = {Smith, Jane}, title = {Light, meals and nights}, year = {2010}}"
    library = join_references([(book, "a.bib"), (f"1. {entry}\n", "list.txt")])
    assert (len(library.references) == 1) == is_known


def test_a_name_and_a_year_that_thousands_have_are_told_apart_by_letters() -> None:
    taken: set[str] = set()
    for _ in range(2_000):
        taken.add(free_key("smith2010", taken))
    assert len(taken) == 2_000
    assert {"smith2010", "smith2010a", "smith2010z", "smith2010aa"} <= taken


def test_what_nothing_is_known_of_but_an_identifier_has_it_as_its_key() -> None:
    text = "10.1000/(a)b\nPMID: 12345\nhttps://pubmed.ncbi.nlm.nih.gov/23456/\n"
    assert [*join_references([(text, "dois.txt")]).references] == ["10.1000/-a-b", "pmid12345", "pmid23456"]
