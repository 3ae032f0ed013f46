"""Citations by author and year: known by where they lead, in an article of any format."""

from __future__ import annotations

import pytest

from graph.model import Evidence, File
from graph.reading import joined_library, parse, read_files
from graph.reading.articles import in_words
from graph.reading.library_formats import join_references

LIBRARY = """
@article{kaza2018, author = {Kaza, Ana and Lee, Bo and Wu, Chi}, title = {Tea}, year = {2018}}
@article{lee2010, author = {Lee, Bo and van der Berg, Jan}, title = {Milk}, year = {2010}}
@article{lee2011a, author = {Lee, Bo}, title = {Cocoa}, year = {2011}}
@article{lee2011b, author = {Lee, Bo}, title = {Mate}, year = {2011}}
@report{who2015, author = {{World Health Organization}}, title = {Sleep}, year = {2015}}
"""


def read(text: str, library: str = LIBRARY) -> Evidence:
    """Evidence of a manuscript."""
    return parse(library, f"# Tea\n\n{text}\n")


def citations(text: str) -> list[tuple[str, str, str]]:
    """What a manuscript cites, with stances and locators."""
    return [(each.reference, each.stance, each.locator) for each in read(text).citations()]


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("(Kaza et al. 2018)", ["kaza2018"]),
        ("(Kaza et al., 2018)", ["kaza2018"]),
        ("(Kaza *et al.*, 2018)", ["kaza2018"]),
        ("(Kaza, Lee et al. 2018)", ["kaza2018"]),
        ("(Kaza, Lee and Wu 2018)", ["kaza2018"]),
        ("(Kaza, Lee, & Wu, 2018)", ["kaza2018"]),
        ("(Kaza, K., Lee, B. and Wu, C. D., 2018)", ["kaza2018"]),
        ("(B. Lee & van der Berg, 2010)", ["lee2010"]),
        ("(Lee & van der Berg, 2010)", ["lee2010"]),
        ("(Lee 2011b)", ["lee2011b"]),
        ("(World Health Organization 2015)", ["who2015"]),
        ("[Kaza et al. 2018; Lee 2011b]", ["kaza2018", "lee2011b"]),
        ("(Kaza et al. 2018, Lee 2011b)", ["kaza2018", "lee2011b"]),
        ("(Lee 2011a, 2011b)", ["lee2011a", "lee2011b"]),
        ("(Lee 2011a; 2011b)", ["lee2011a", "lee2011b"]),
        ("(Kaza et al. 2018; Nobody et al. 1999)", ["kaza2018", "Nobody et al. 1999"]),
        ("(vgl. Lee und van der Berg 2010, S. 12)", ["lee2010"]),
        ("(Kaza u. a. 2018; Lee 2011b)", ["kaza2018", "lee2011b"]),
        ("(Kaza u.a., 2018)", ["kaza2018"]),
        ("(voir Lee et van der Berg, 2010)", ["lee2010"]),
        ("(Kaza et coll., 2018)", ["kaza2018"]),
        ("(Lee y van der Berg, 2010)", ["lee2010"]),
        ("(Kaza y cols., 2018)", ["kaza2018"]),
        ("(Lee e van der Berg 2010; Kaza e colaboradores 2018)", ["lee2010", "kaza2018"]),
        ("(Lee och van der Berg 2010; Kaza m.fl. 2018)", ["lee2010", "kaza2018"]),
    ],
)
def test_names_and_a_year_lead_to_a_reference(written: str, keys: list[str]) -> None:
    assert [key for key, _, _ in citations(f"Tea wakes {written}.")] == keys


@pytest.mark.parametrize(
    ("written", "citation"),
    [
        ("(Kaza et al. 2018, p. 3)", ("kaza2018", "supports", "p. 3")),
        ("(Kaza et al. 2018, 153-55)", ("kaza2018", "supports", "153-55")),
        ("(but see Kaza et al. 2018)", ("kaza2018", "disputes", "")),
        ("(See also Kaza et al. 2018)", ("kaza2018", "mentions", "")),
    ],
)
def test_what_stands_beside_is_read(written: str, citation: tuple[str, str, str]) -> None:
    assert citations(f"Tea wakes {written}.") == [citation]


@pytest.mark.parametrize(
    "text",
    [
        "Tea (May 2018) wakes.",
        "Tea (Kaza and Wu 2018) wakes.",
        "Tea (Kaza 2018) wakes.",
        "Tea (Kaza, Smith et al. 2018) wakes.",
        "Tea (Lee and van der Berg 2009) wakes.",
        "Tea (since 2018) wakes.",
        "Tea in 2018 (Lee) wakes.",
    ],
)
def test_what_leads_nowhere_stays_words(text: str) -> None:
    (claim,) = parse(LIBRARY, f"# Tea\n\n{text}\n").claims.values()
    assert (claim.text, claim.citations) == (text, ())


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("(Kaza et al. 2018)", True),
        ("(Kaza, Lee and Wu 2018)", True),
        ("(Kaza and Smith 2018)", False),
        ("(Lee et al. 2018)", False),
        ("(Kaza et al. 2016)", False),
    ],
)
def test_an_entry_of_the_article_s_own_list_is_led_to(written: str, *, found: bool) -> None:
    entry = "Kaza, Ana, Bo Lee, and Chi Wu. 2018. Tea at Night. Tea Press."
    evidence = read(f"Tea wakes {written}.\n\n# References\n\n{entry}\n", "")
    assert any(each.reference in evidence.references for each in evidence.citations()) == found


def test_a_marker_in_brackets_is_no_word_of_the_claim() -> None:
    (claim,) = read("Tea wakes (Kaza et al. 2018; Lee 2011b).").claims.values()
    assert (claim.text, claim.quote) == ("Tea wakes.", "Tea wakes (Kaza et al. 2018; Lee 2011b).")


def test_spoken_names_stay() -> None:
    (claim,) = read("As Kaza et al. (2018, p. 3) say, tea wakes.").claims.values()
    assert claim.text == "As Kaza et al. 2018 say, tea wakes."
    assert [(each.reference, each.locator) for each in claim.citations] == [("kaza2018", "p. 3")]


def test_a_sentence_in_brackets_keeps_its_words() -> None:
    (claim,) = read("Tea wakes (as those who drink it know well, and Kaza et al. 2018 found, too).").claims.values()
    assert claim.text == "Tea wakes (as those who drink it know well, and Kaza et al. 2018 found, too)."
    assert [each.reference for each in claim.citations] == ["kaza2018"]


def test_in_an_article_that_cites_in_another_way_words_are_citations_where_they_lead_somewhere() -> None:
    evidence = read("Tea wakes [@lee2010], as said (Kaza et al. 2018). So says Nobody et al. (2018).")
    cited = [[each.reference for each in claim.citations] for claim in evidence.claims.values()]
    assert (cited, evidence.problems) == ([["lee2010", "kaza2018"], []], ())


def test_links_to_works_keep_no_citation_in_words_from_being_one() -> None:
    links = "It [is](https://doi.org/10.1000/a1) and [was](https://doi.org/10.1000/a2)."
    assert citations(f"Tea wakes (Kaza et al. 2018). {links}")[0][0] == "kaza2018"


def test_keys_in_a_format_without_keys_are_read() -> None:
    text = "Tea wakes [see @kaza2018, p. 3; @gone].\nAs @lee2010 [p. 2] say, milk calms.\n"
    evidence = parse(LIBRARY, text, files=["refs.bib", "a.txt"])
    found = [(each.reference, each.locator) for each in evidence.citations()]
    assert found == [("kaza2018", "p. 3"), ("gone", ""), ("lee2010", "p. 2")]


def test_a_citation_is_found_across_lines_and_has_its_place() -> None:
    (citation,) = read("Tea wakes many (see Kaza\net al. 2018), say\nsome.").citations()
    assert (citation.reference, citation.place.line) == ("kaza2018", 3)


def test_what_may_be_two_references_is_reported() -> None:
    evidence = read("Tea wakes (Lee 2011).")
    (problem,) = (each for each in evidence.problems if each.rule == "unread-citation")
    assert problem.message.startswith("'Lee 2011' may be 'lee2011a' or 'lee2011b'; ")
    assert not list(evidence.citations())


@pytest.mark.parametrize("entry", ["Wu, A. and Lee, B. ({}) {}. Sleep 4:1.", "Wu A, Lee B. {}. {}. Sleep 4:1."])
def test_a_letter_behind_a_year_leads_to_the_entry_that_has_it(entry: str) -> None:
    listed = "\n\n".join(entry.format(*each) for each in (("2016b", "Milk"), ("2016a", "Tea")))
    text = f"Tea wakes (Wu and Lee 2016a). Milk calms (Wu and Lee 2016b).\n\n# References\n\n{listed}\n"
    evidence = parse("", text, files=["refs.bib", "a.md"])
    assert [evidence.references[each.reference].title for each in evidence.citations()] == ["Tea", "Milk"]


@pytest.mark.parametrize("text", ["Tea wakes (WHO, n.d.; Wu et al., n.d.).", "WHO (n.d.) and Wu et al. (n.d.) say so."])
def test_what_has_no_year_is_cited_so(text: str) -> None:
    library = (
        "@misc{a, author = {{WHO}}, title = {Tea}} @misc{b, author = {Wu, A and Lee, B and Day, C}, title = {Milk}}"
    )
    evidence = parse(library, text, files=["refs.bib", "a.md"])
    assert [each.reference for each in evidence.citations()] == ["a", "b"]


def test_semicolons_may_part_names_as_well_as_citations() -> None:
    three = "@misc{a, author = {Wu, A and Lee, B and Day, C}, title = {Tea}, year = 2016}"
    library = three + "@misc{b, author = {Lee, D}, title = {Milk}, year = 2001}"
    evidence = parse(library, "Tea wakes (WU; LEE; DAY, 2016; LEE, 2001).", files=["refs.bib", "a.md"])
    assert [each.reference for each in evidence.citations()] == ["a", "b"]


def test_of_a_pair_and_more_people_those_are_called_et_al() -> None:
    three = "@article{c, author = {Wu, A and Lee, B and Day, C}, title = {Tea}, year = 2016}"
    two = "@article{b, author = {Wu, A and Lee, B}, title = {Milk}, year = 2016}"
    evidence = parse(
        three + two, "Tea wakes (Wu et al. 2016). Milk calms (Wu and Lee 2016).", files=["refs.bib", "a.md"]
    )
    assert [each.reference for each in evidence.citations()] == ["c", "b"]


@pytest.mark.parametrize("year", ["2018", "n.d."])
def test_what_nobody_has_signed_is_cited_by_its_title(year: str) -> None:
    dated = f", year = {year}" if year.isdecimal() else ""
    library = (
        f"@misc{{tea, title = {{Tea: a page}}{dated}}} @misc{{b, author = {{Wu, A}}, title = {{Milk}}, year = 2001}}"
    )
    text = f"Tea wakes (“Tea: A Page,” {year}; Wu 2001). Milk calms (“Milk” 2001)."
    evidence = parse(library, text, files=["refs.bib", "a.md"])
    assert [each.reference for each in evidence.citations()] == ["tea", "b"]


def test_of_more_people_alike_all_may_be_meant() -> None:
    entry = "@article{%s, author = {Wu, A and Lee, B and Day, C}, title = {Tea}, year = 2016}"
    evidence = parse(entry % "a" + entry % "b", "Tea wakes (Wu et al. 2016).", files=["refs.bib", "a.md"])
    assert "'Wu et al. 2016' may be 'a' or 'b'" in [each.message for each in evidence.problems][-1]


def test_citations_that_all_lead_nowhere_are_reported_once() -> None:
    evidence = read("Tea wakes (Nobody et al. 2018).\nMilk calms (Wu & Li, 2003).", "")
    (problem,) = (each for each in evidence.problems if each.rule == "unread-citation")
    assert problem.message.startswith(
        "what looks like 2 citations, the first '(Nobody et al. 2018)', leads to no refer"
    )
    assert (problem.place.line, problem.unread) == (3, 2)


def test_keys_without_a_bibliography_are_reported_in_a_format_without_keys() -> None:
    (problem,) = (each for each in parse((), "Tea wakes [@kaza2018].\n", files=["a.txt"]).problems if each.unread)
    assert "looks like 1 citation, the first '[@kaza2018]'," in problem.message


def test_references_without_years_or_names_are_no_matter() -> None:
    library = "@misc{a, note = {An entry}}\n@misc{b, title = {The}, year = {2018}}\n@misc{c, year = {2018}}"
    (claim,) = read("Tea wakes (An 2018; The 2018).", library).claims.values()
    assert claim.citations == ()


def test_many_citations_of_a_large_library_are_found_soon() -> None:
    library = "".join(
        f"@article{{k{n}, author = {{Name{n}, A and B, C}}, title = {{T}}, year = 2018}}" for n in range(500)
    )
    evidence = read("Tea wakes (Name7 et al. 2018; Nobody et al. 2018), as Name9 and B (2018) say. " * 2_000, library)
    assert len(evidence.claims) == 2_000


@pytest.mark.parametrize("piece", ["(", "(Kaza ", "Kaza et al. ", "(2018", "Kaza (2018) ", "[@", "A & ", "(A, 2018, "])
def test_any_number_of_beginnings_is_read(piece: str) -> None:
    assert read(piece * 20_000).files


def test_a_library_is_not_looked_through_for_an_article_that_cites_by_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_through(*_: object) -> None:
        raise AssertionError("thousands of articles share a library of thousands")

    monkeypatch.setattr(in_words, "byline_of", looked_through)
    monkeypatch.setattr(joined_library, "phrases_of", looked_through)
    library = join_references([("@misc{a, title = {Legs}, year = {2018}}", "library.bib")])
    evidence = read_files([File("paper.md", b"It is so [@a].", "article")], library=library)
    assert [each.reference for each in evidence.citations()] == ["a"]
