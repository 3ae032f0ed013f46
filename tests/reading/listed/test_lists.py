"""A list of sources in plain text -> references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Problem, Reference
from graph.reading.joined_library import Library
from graph.reading.listed.entry import MOST_LETTERS
from graph.reading.listed.lists import list_entries, list_group, read_list


def read_text(text: str) -> Library:
    library = Library("a.txt")
    read_list(text, library)
    return library


def one(entry: str) -> tuple[Reference, Problem]:
    library = read_text(f"1. {entry}")
    (reference,), (problem,) = library.references.values(), library.problems
    return reference, problem


LEGS = {"title": "Restless legs", "journal": "Acta Neurol Scand", "year": "2015", "volume": "133"}
SLEEP = {"title": "Legs", "journal": "Sleep", "volume": "4", "number": "3", "pages": "1–9", "year": "2015"}


@pytest.mark.parametrize(
    ("entry", "authors", "fields"),
    [
        (
            "Gupta R, Dhyani MK. Restless legs. Acta Neurol Scand. 2015;133(5):320-329. doi:10.1111/ane.12520",
            ("Gupta, R", "Dhyani, MK"),
            {**LEGS, "number": "5", "pages": "320-329", "doi": "10.1111/ane.12520"},
        ),
        ("Gupta R. Restless legs. Acta Neurol Scand. 2015 May 3;133:e12.", ("Gupta, R",), {**LEGS, "pages": "e12"}),
        (
            "Gupta, R., Lee, B., and Wu, A.: Restless legs, and arms, J. Sleep. Sci., 133, 1\u20132, 2015.",
            ("Gupta, R.", "Lee, B.", "Wu, A."),
            {"title": "Restless legs, and arms", "journal": "J. Sleep. Sci", "volume": "133", "year": "2015"},
        ),
        (
            "Gupta, R., Lee, B.: Restless legs. J. Sleep 133(5), 1\u20132 (2015)",
            ("Gupta, R.", "Lee, B."),
            {"title": "Restless legs", "journal": "J. Sleep", "volume": "133", "number": "5", "year": "2015"},
        ),
        (
            "Gupta, R., Lee, B.: Restless legs. In: Wu, A. (ed.) Sleep, pp. 1\u20132. Elm, Oslo (2015)",
            ("Gupta, R.", "Lee, B."),
            {"title": "Restless legs", "year": "2015"},
        ),
        ("Gupta R. Restless legs. Acta Neurol Scand 2015;133:1-2.", ("Gupta, R",), {**LEGS, "pages": "1-2"}),
        (
            "Gupta, R. , Lee, B. and Wu, A. (2015), Restless legs. J. Sleep, 133: 1-2. \\doi:10.1111/ane.12520.",
            ("Gupta, R.", "Lee, B.", "Wu, A."),
            {"title": "Restless legs", "year": "2015", "doi": "10.1111/ane.12520"},
        ),
        ("Gupta R. Restless legs? Acta Neurol Scand. 2015;133.", ("Gupta, R",), {**LEGS, "title": "Restless legs?"}),
        ("van der Berg J, O'Neil-Smith A. T. J. 2015;1.", ("van der Berg, J", "O'Neil-Smith, A"), {"title": "T"}),
        ("Gjevre J, Taylor Gjevre R. T. J. 2015;1.", ("Gjevre, J", "Taylor Gjevre, R"), {"journal": "J"}),
        ("Gupta R. T. J. Clin. Sleep. 2015;1.", ("Gupta, R",), {"title": "T", "journal": "J. Clin. Sleep"}),
        (
            "Gupta, R., Dhyani, M. K., & van Dijk, T. (2015). Restless legs. Acta Neurol Scand, 133(5), 320–329.",
            ("Gupta, R.", "Dhyani, M. K.", "van Dijk, T."),
            {**LEGS, "number": "5", "pages": "320–329"},
        ),
        ("Gupta, R. (2015, May 3). Restless legs. Acta Neurol Scand, 133.", ("Gupta, R.",), LEGS),
        ("Gupta, R et al. “Restless legs.” Acta Neurol Scand 2015; 133:320.", ("Gupta, R",), {**LEGS, "pages": "320"}),
        ('Gupta, R. "Restless legs." Acta Neurol Scand 2015; 133.', ("Gupta, R.",), LEGS),
        ("Gupta R, Dhyani M (2015) Restless legs. Acta Neurol Scand 133: 1-2.", ("Gupta, R", "Dhyani, M"), LEGS),
        ("Gupta, R. (2015) Restless legs. Acta Neurol Scand 133(5):1--2.", ("Gupta, R.",), {**LEGS, "pages": "1--2"}),
        ("Gupta, R. 2015. Restless legs. Acta Neurol Scand 133:1.", ("Gupta, R.",), LEGS),
        ("Gupta, R. (2015). Legs? A study. Sleep, 4, 1.", ("Gupta, R.",), {"title": "Legs? A study"}),
        ("Gupta, R. (2015). St. Vitus and legs. Oslo: Elm.", ("Gupta, R.",), {"title": "St. Vitus and legs"}),
        ("Office for Sleep. (2015). Legs. nhs.uk.", ("Office for Sleep",), {"title": "Legs", "howpublished": "nhs.uk"}),
        (
            "Gupta, Ravi, M. Ann Lee, Bram van Dijk, et al. 2015. “Restless legs.” Acta Neurol Scand 133 (5): 1–2.",
            ("Gupta, Ravi", "Lee, M. Ann", "van Dijk, Bram"),
            {**LEGS, "number": "5", "pages": "1–2"},
        ),
        (
            "Gupta, R. Kumar, Bo T Wu, and Ann H.S. Day. 2015. Restless legs. Oslo: Elm.",
            ("Gupta, R. Kumar", "Wu, Bo T", "Day, Ann H.S."),
            {"title": "Restless legs", "year": "2015"},
        ),
        ("De Las Rivas, Al, and Bo Wu. 2015. “Legs.” Sleep 4.", ("De Las Rivas, Al", "Wu, Bo"), {"title": "Legs"}),
        ("Dijk, Bo van der, and Al Wu. n.d. “Legs.” Elm.", ("Dijk, Bo van der", "Wu, Al"), {"title": "Legs"}),
        ("Office for Sleep. 2015. “Legs.” May 3.", ("Office for Sleep",), {"title": "Legs", "year": "2015"}),
        ("Gupta, Ravi, and Bo Wu. “Legs.” Sleep 4, no. 3 (2015): 1–9.", ("Gupta, Ravi", "Wu, Bo"), SLEEP),
        ("Gupta, Ravi, et al. “Legs.” Sleep, vol. 4, no. 3, May 2015, pp. 1–9.", ("Gupta, Ravi",), SLEEP),
        ("GUPTA, R. KUMAR ; WU, BO T: Legs. In: Sleep", ("GUPTA, R. KUMAR", "WU, BO T"), {"title": "Legs"}),
        (
            "R. Gupta, “Legs,” Sleep, vol. 4, no. 3, pp. 1–9, May 2015, doi: 10.1234/abc.",
            ("Gupta, R.",),
            {**SLEEP, "doi": "10.1234/abc"},
        ),
        (
            "Gupta, R. (2015) “Legs,” Sleep, 4(3), pp. 1–9. Available at: https://doi.org/10.1234/abc.",
            ("Gupta, R.",),
            {**SLEEP, "doi": "10.1234/abc"},
        ),
        (
            "Gupta R (2015) Legs. bioRxiv. Epub ahead of print 29 January 2019. DOI: 10.1234/abc.",
            ("Gupta, R",),
            {"title": "Legs"},
        ),
        ("Restless legs fact sheet (2015). Elm.", (), {"note": "Restless legs fact sheet (2015). Elm."}),
        ("Acta Neurol Scand. 2015;133(5).", (), {"journal": "Acta Neurol Scand", "volume": "133", "number": "5"}),
        ("Ciattei J. Causes. Hopkins.org.", ("Ciattei, J",), {"title": "Causes", "howpublished": "Hopkins.org"}),
        ("Gupta R. T. J. 2015;1. PMID: 26271029; PMCID: PMC12", ("Gupta, R",), {"pmid": "26271029", "pmcid": "PMC12"}),
        (
            "Gupta R. (2015). Legs. https://e.org/pmc/articles/PMC12/",
            ("Gupta, R",),
            {"title": "Legs", "url": "https://e.org/pmc/articles/PMC12/"},
        ),
        (
            "Gupta R. Legs. Sleep. 2015 May. 3(2):1-9. [Abstract] [QxMD MEDLINE Link].",
            ("Gupta, R",),
            {"title": "Legs", "journal": "Sleep", "volume": "3", "pages": "1-9", "month": "May"},
        ),
        (
            "Gupta R. Legs. Sleep. 2015;3:1. [PMC free article: PMC12] [PubMed: 34] https://e.org/a",
            ("Gupta, R",),
            {"title": "Legs", "journal": "Sleep", "pmid": "34", "pmcid": "PMC12", "url": "https://e.org/a"},
        ),
        (
            "Gupta R. Legs. Sleep. 2015;3:1. https://e.org/a https://pubmed.ncbi.nlm.nih.gov/34/",
            ("Gupta, R",),
            {"journal": "Sleep", "pmid": "34", "url": "https://e.org/a"},
        ),
        ("Gupta R, Wu B, et al; Legs. Sleep. 2015;3:1.", ("Gupta, R", "Wu, B"), {"title": "Legs", "journal": "Sleep"}),
        ("Gupta R, Wu B; Legs at rest. Sleep. 2015;3:1.", ("Gupta, R", "Wu, B"), {"title": "Legs at rest"}),
        ("Gupta et al. (2015) Legs at rest. Sleep.", ("Gupta",), {"title": "Legs at rest", "year": "2015"}),
        ("OpenCL [https://o.org/a]", (), {"title": "OpenCL", "url": "https://o.org/a"}),
        ("Li F, Hu M-J and Wu B. T. J. 2015;1.", ("Li, F", "Hu, M-J", "Wu, B"), {"title": "T"}),
        ("WHO. Available from: https://who.int/a.", (), {"url": "https://who.int/a"}),
        (
            "\u5f20\u4e09. \u8336[J]. \u7761, 2010, 4: 3-9. https://elm.org/a\u3002",
            ("\u5f20\u4e09",),
            {"url": "https://elm.org/a", "title": "\u8336", "pages": "3-9"},
        ),
        ("\u8336. https://elm.org/a\u3001https://elm.org/b\uff0c2020", (), {"url": "https://elm.org/a"}),
        ("\u8336. doi:10.1000/a1\u3002", (), {"doi": "10.1000/a1"}),
        ("WHO. https://who.int/a. Accessed May 3, 2020.", (), {"url": "https://who.int/a", "urldate": "May 3, 2020"}),
        ("WHO. Legs. Archived from the original on 3 May 2020. Retrieved 2021-05-03.", (), {"urldate": "2021-05-03"}),
        ("WHO. Legs. Archived May 3, 2020, at the Wayback Machine, 2015.", (), {"year": "2015"}),
        ("WHO. [cited 2020 May 3]", (), {"urldate": "2020 May 3"}),
        ("Gupta R. T. J. 2015;1. https://doi.org/10.1000/x(1)y.", ("Gupta, R",), {"doi": "10.1000/x(1)y"}),
        ("Gupta R, Dhyani M. Restless legs. Acta Neurol Scand 133(5):1-2, 2015.", ("Gupta, R", "Dhyani, M"), LEGS),
        ("Gupta R, Dhyani M & Wu B. Legs. Sleep (2015) 4:1-2.", ("Gupta, R", "Dhyani, M", "Wu, B"), {"volume": "4"}),
        ("Gupta R: Legs. Sleep 2015; 4, pages 1-2.", ("Gupta, R",), {"title": "Legs", "pages": "1-2"}),
        ("Gupta R, et al., Acta 2015; 4.", ("Gupta, R",), {"year": "2015"}),
        ("Gupta R.K., Dhyani M. Legs. Sleep. 2015;1.", ("Gupta, R.K.", "Dhyani, M."), {"title": "Legs"}),
        ("Gupta R. K., Wu B., & Day C. (2015). Legs.", ("Gupta, R.K.", "Wu, B.", "Day, C."), {"title": "Legs"}),
        ("Gupta RK Jr, Wu B. T. J. 2015;1.", ("Gupta, Jr, RK", "Wu, B"), {"title": "T"}),
        (
            "R. K. Gupta, M. Wu, and T. van Dijk. Legs. Sleep, 4(2):1-9, 2015.",
            ("Gupta, R. K.", "Wu, M.", "van Dijk, T."),
            {"title": "Legs", "journal": "Sleep", "volume": "4", "year": "2015"},
        ),
        (
            'R. Gupta, "Restless legs," J. Sleep, vol. 4, no. 2, pp. 1-9, May 2015.',
            ("Gupta, R.",),
            {"title": "Restless legs", "journal": "J. Sleep", "number": "2", "pages": "1-9", "year": "2015"},
        ),
        ('R. Gupta, "Legs," in Proc. Sleep, Oslo, May 2015.', ("Gupta, R.",), {"title": "Legs", "year": "2015"}),
        ("Gupta, R. Restless legs. Elm, 2015.", ("Gupta, R.",), {"title": "Restless legs", "year": "2015"}),
        ("Gupta, R., and M. Wu, (2015). Legs. Oslo: Elm.", ("Gupta, R.", "Wu, M."), {"title": "Legs", "year": "2015"}),
        ("GUPTA, R., AND WU, M. 2015. Legs. In Sleep.", ("GUPTA, R.", "WU, M."), {"title": "Legs", "year": "2015"}),
        ("Gupta, Ravi K. (2015). Legs. Oslo: Elm.", ("Gupta, Ravi K.",), {"title": "Legs", "year": "2015"}),
        ('Gupta, Al, Ann B. Lee, and Bob Wu. "Legs."', ("Gupta, Al", "Lee, Ann B.", "Wu, Bob"), {"title": "Legs"}),
        ("Gupta, Ravi K. Restless legs. Elm, 2015.", ("Gupta, Ravi K.",), {"title": "Restless legs"}),
        ("Gupta, Mary Ann. Restless legs. Elm, 2015.", ("Gupta, Mary Ann",), {"title": "Restless legs"}),
        ("R. Gupta, Of legs, Oslo 2015.", ("Gupta, R.",), {"year": "2015", "note": "R. Gupta, Of legs, Oslo 2015."}),
        ("Ann M. Lee and Bob Wu. Restless legs. Elm, 2015.", ("Lee, Ann M.", "Wu, Bob"), {"title": "Restless legs"}),
        ("Ann M. Lee (2015). Legs. Oslo: Elm.", ("Lee, Ann M.",), {"title": "Legs", "year": "2015"}),
        ("Ann Lee, R. Wu, B. Day. Restless legs. Elm, 2015.", (), {"year": "2015"}),
        ("J. Sleep. Res. 4, 2015.", (), {"year": "2015"}),
        (
            "Gupta, R.-K.; O'Neil-Smith, A.; van Dijk, T. Legs, a 2.0 Study. J. Clin. Sleep 2015, 4, 1–9. [CrossRef]",
            ("Gupta, R.-K.", "O'Neil-Smith, A.", "van Dijk, T."),
            {"title": "Legs, a 2.0 Study", "journal": "J. Clin. Sleep", "volume": "4", "pages": "1–9"},
        ),
        ("Gupta, R.; Wu, B. Legs. Sleep 2015, 4, EL6–EL9.", ("Gupta, R.", "Wu, B."), {"pages": "EL6–EL9"}),
        ("Gupta, R.; Wu, B. Legs. Proceedings of Sleep 2015, 2015.", ("Gupta, R.", "Wu, B."), {"year": "2015"}),
        (
            "Gupta, R.; Wu, B. Restless Legs, 2nd ed.; Elm: Oslo, Norway, 2015; pp. 12–20.",
            ("Gupta, R.", "Wu, B."),
            {"title": "Restless Legs", "edition": "2nd", "publisher": "Elm", "address": "Oslo, Norway", "year": "2015"},
        ),
        (
            "GUPTA, Ravi Kumar; WU, Bo C. A study of legs. Revista do Sono, v. 4, n. 2, p. 61–70, 2015.",
            ("GUPTA, Ravi Kumar", "WU, Bo C."),
            {"title": "A study of legs", "journal": "Revista do Sono", "volume": "4", "number": "2", "pages": "61–70"},
        ),
        ("GUPTA, R.; WU, B. Legs. Sono, v. 4, 2015. <doi.org/10.1000/a1>.", ("GUPTA, R.", "WU, B."), {"volume": "4"}),
        (
            "Gupta, R. und Wu, B. (2015): Müde Beine. Der Nervenarzt 86(3): 1–9.",
            ("Gupta, R.", "Wu, B."),
            {"title": "Müde Beine", "journal": "Der Nervenarzt", "volume": "86", "year": "2015"},
        ),
        (
            "Gupta, R.; Wu, B.: Müde Beine. In: Der Nervenarzt 86 (2015), H. 3, S. 1–9.",
            ("Gupta, R.", "Wu, B."),
            {"title": "Müde Beine", "journal": "Der Nervenarzt", "volume": "86", "number": "3", "pages": "1–9"},
        ),
        ("Gupta R et Wu B. Les jambes. Rev Neurol. 2015;4.", ("Gupta, R", "Wu, B"), {"title": "Les jambes"}),
        ("Gupta, R. y Wu, B. (2015). Las piernas. Elm.", ("Gupta, R.", "Wu, B."), {"title": "Las piernas"}),
        ("Gupta R. Rastlösa ben. Läkartidningen. 2015;112:D1AB.", ("Gupta, R",), {"pages": "D1AB"}),
        ("OMS. Disponível em: https://w.int/a. Acesso em: 3 maio 2020.", (), {"urldate": "3 maio 2020"}),
        ("Gupta R (2015) Legs. .", ("Gupta, R",), {"title": "Legs"}),
        ("Gupta, R. (2015). Legs. In Sleep, 4(3):1\u20139. Online.", ("Gupta, R.",), SLEEP),
        ("Gupta, R. (2015). Legs. Sleep. 4(3), 1\u20139. [Online]", ("Gupta, R.",), SLEEP),
        ("Gupta, R. (2015). Legs, arms. 4(3), 1\u20139.", ("Gupta, R.",), {"year": "2015"}),
    ],
)  # fmt: skip
def test_entries(entry: str, authors: tuple[str, ...], fields: dict[str, str]) -> None:
    reference, _ = one(entry)
    assert reference.authors == authors
    assert fields.items() <= reference.fields.items()


@pytest.mark.parametrize("cut", [" et al.", ", et al.", " and others.", " u. a.", " et coll.", " y cols."])
def test_et_al_cuts_the_list(cut: str) -> None:
    reference, _ = one(f"Gupta R, Dhyani M{cut} Legs. J. 2015;1.")
    assert (reference.authors, reference.et_al) == (("Gupta, R", "Dhyani, M"), True)


@pytest.mark.parametrize(
    ("entry", "absent"),
    [
        ("R. Gupta, Of restless legs, Elm, Oslo 2015.", "title"),
        ("Gupta, R., 2015, Of legs, Journal of Sleep.", "title"),
        ("R. Gupta, Of legs, Biochim. Acta, Mol. Basis 4 (2015) 1-9.", "title"),
        ("R. Gupta, Of legs, Sleep, Rest, and Dreams 4 (2015) 1-9.", "title"),
        ("R. Gupta and A. Wu (eds.), Legs in sleep. Oslo.", "title"),
        ('R. Gupta, "Restless legs," in Proc. Sleep, Oslo, May 2015.', "journal"),
        ("Gupta, R., Lee, B.: Of legs, Oslo, 2015.", "title"),
        ("Gupta R. From 1918 to 2015. Elm.", "year"),
        ("WHO. Legs. Archived from the original on May 3, 2020.", "year"),
        ("A study of 1918 legs. Elm.", "year"),
        ("Sleep 4, pp. 1815.", "year"),
    ],
)
def test_what_may_be_another_thing_is_not_taken(entry: str, absent: str) -> None:
    assert absent not in one(entry)[0].fields


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("Gupta R. T. J. 2015;1.", "article"),
        ("WHO. https://who.int", "online"),
        ("Lee B. Tea. https://pubmed.ncbi.nlm.nih.gov/123/", "misc"),
        ("WHO. Healthy diet.", "misc"),
    ],
)
def test_types(entry: str, kind: str) -> None:
    assert one(entry)[0].type == kind


def test_a_journal_glued_to_a_title_stays_there() -> None:
    reference, _ = one("Trotti L. Iron for restless legs syndromeCochrane Database. 2019;1.")
    assert (reference.title, reference.journal) == ("Iron for restless legs syndromeCochrane Database", "")


@pytest.mark.parametrize(
    "entry", ["DynaMed. Ipswich (MA): EBSCO. Record No. T1.", "Some Book of Legs. A publisher, 2015."]
)
def test_what_is_not_certain_stays_in_the_note_as_written(entry: str) -> None:
    reference, problem = one(entry)
    assert reference.fields["note"] == entry
    assert f"{entry[:10]}" in problem.message


def test_what_is_certain_needs_no_note() -> None:
    reference, problem = one("Gupta R. Legs. J. 2015;1:2.")
    assert "note" not in reference.fields
    assert (problem.rule, problem.message) == (
        "read-from-text",
        "reference 'gupta2015' is read from a line of text; check it",
    )


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("1. a\n2. b", [(1, "1", "a"), (2, "2", "b")]),
        ("[1] a\n[2] b", [(1, "1", "a"), (2, "2", "b")]),
        ("(1) a\n(2) b", [(1, "1", "a"), (2, "2", "b")]),
        ("1) a\n\n2) b", [(1, "1", "a"), (3, "2", "b")]),
        ("1\ta\n2\tb", [(1, "1", "a"), (2, "2", "b")]),
        ("1. a\nb\n   c\n2. d", [(1, "1", "a b c"), (4, "2", "d")]),
        ("7. a\n9. b", [(1, "7", "a"), (2, "9", "b")]),
        ("1. a\n12. b", [(1, "1", "a 12. b")]),
        ("1. a\n1. b", [(1, "1", "a 1. b")]),
        ("  1. a\nSomebody\n", [(1, "1", "a")]),
        ("1. a\n\nThe end.\n2. b", [(1, "1", "a"), (4, "2", "b")]),
        ("• a\n- b\n* c", [(1, "", "a"), (2, "", "b"), (3, "", "c")]),
        ("Prose.\n1. no\nReferences\n1. a", [(4, "1", "a")]),
        ("13 Sources\nWe use only the best.\n  1. a\n", [(3, "1", "a")]),
        ("References\nGupta R. 2015.\nRoth T. 2016.", [(2, "1", "Gupta R. 2015."), (3, "2", "Roth T. 2016.")]),
        ("Gupta R. (2015a).\nRoth T. 2016b.", [(1, "1", "Gupta R. (2015a)."), (2, "2", "Roth T. 2016b.")]),
        ("A 2015\nB 2016\nC\nD 2017\nE", [(1, "1", "A 2015"), (2, "2", "B 2016"), (3, "3", "C"), (4, "4", "D 2017")]),
        ("References\n\nGupta R.\nLegs. 2015.\n\nAbout us\n", [(3, "1", "Gupta R. Legs. 2015.")]),
    ],
)  # fmt: skip
def test_lists(text: str, entries: list[tuple[int, str, str]]) -> None:
    assert [(entry.line, entry.number, entry.text) for entry in list_entries(text)] == entries


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "## References:",
        "12 Sources",
        "Bibliography",
        "WORKS CITED",
        "7. Literature",
        "Further reading and references",
        "## \u53c2\u8003\u6587\u732e",
        "\u041b\u0438\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u0430",
    ],
)
def test_headings_of_lists(heading: str) -> None:
    assert [(entry.number, entry.group) for entry in list_entries(f"{heading}\n1. a")] == [("1", "")]


def test_an_indented_line_is_soon_seen_to_be_no_heading() -> None:
    assert list_group(f"{' ' * 100_000}References 1") is None


@pytest.mark.parametrize(
    "heading", ["Additional Reading", "Further Readings", "Suggested reading:", "Recommended resources"]
)
def test_headings_of_further_reading(heading: str) -> None:
    assert [(entry.number, entry.group) for entry in list_entries(f"{heading}\n• a")] == [("", "further-reading")]


def test_the_number_and_the_group_are_fields() -> None:
    library = read_text("Sources\n7. Gupta R. A. J. 2015;1.\nFurther reading\n- Roth T. B. J. 2015;1.")
    assert [(each.listed, each.group) for each in library.references.values()] == [("7", ""), ("", "further-reading")]


@pytest.mark.parametrize(
    "part",
    [
        "Aa Bb-Cc C, ",
        "Aa, B., ",
        "1 (2): ",
        "cited 2 a ",
        "10.1000/",
        "“a ",
        "2015;1(",
        ". ",
        "A. ",
        "A. Bb, ",
        "Aa B.C., ",
        "Aa, Bb ",
        "Aa, B.; ",
        "Aa, Bb; ",
        "a; b: ",
        ", v. 1, p. 1",
        "Aa, Bb Cc, ",
        "Aa B. van ",
        "A B, ",
        "A. Bb, Cc, ",
        "1 (2) ",
        "1, 2 (",
        ", in A",
        "pages 1",
        "[J",
        "//a",
        "\u674e\u660e,",
        "Aa Bb, ",
        ": a, v. 1",
    ],
)
def test_a_line_of_any_length_is_read(part: str) -> None:
    assert read_text("1. " + part * (MOST_LETTERS // len(part)))


def test_a_list_behind_any_number_of_blank_lines_is_read() -> None:
    assert read_text("References\n" + "\n" * 100_000 + "Gupta R. Legs. J. 2015;1:3.\nDoe J. Arms. J. 2016;2:4.\n")


def test_a_whole_article_on_one_line_is_no_entry_to_look_at() -> None:
    reference, _ = one("Gupta R. Legs. J. 2015;1. " * MOST_LETTERS)
    assert (reference.title, bool(reference.fields["note"])) == ("", True)


@given(st.text(alphabet="A b.,:;()[]0129\n\t•&“”'-/", max_size=200))
def test_any_text_is_read_entry_by_entry(text: str) -> None:
    assert len(read_text(text).references) == len(list_entries(text))


def test_a_number_among_paragraphs_is_no_list_of_its_own() -> None:
    entries = [f"Lee, B. 201{number}. Tea {number}. Press." for number in range(4)]
    text = "\n\n".join(["References", *entries, "[1] A note of 1999."])
    assert [each.text for each in list_entries(text)][:4] == entries
