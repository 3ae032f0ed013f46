"""BibTeX text -> references and problems."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Reference
from graph.reading.bibtex import MONTHS, parse_references
from graph.reading.bibtex_blocks import split
from graph.reading.bibtex_library import split_by_library
from graph.reading.limits import USUAL_LIMITS
from graph.references.dois import Doi
from graph.references.years import Year


def one(entry: str) -> Reference:
    """The only reference in the text, read without a problem."""
    references, problems = parse_references(entry)
    assert problems == []
    (reference,) = references.values()
    return reference


def messages(text: str) -> list[str]:
    return [f"{problem.place.line}: {problem.message}" for problem in parse_references(text)[1]]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("{plain}", "plain"),
        ('"quoted"', "quoted"),
        ("2015", "2015"),
        ("{a} # { b}", "a b"),
        ('"a" # jan # {b}', "aJanuaryb"),
        ("{The {DNA} of {E. coli}}", "The DNA of E. coli"),
        ('{G\\"odel}', "Gödel"),
        ("{Sj{\\\"o}gren's}", "Sjögren's"),
        ("{50\\% of all}", "50% of all"),
        ("{50% of \\emph{all}}", "50% of all"),
        ("{a~b}", "a b"),
        ("{two\n   lines}", "two lines"),
        ("{$p < 0.05$}", "p < 0.05"),
        ('"a {"} b"', 'a " b'),
    ],
)
def test_values(value: str, text: str) -> None:
    assert one(f"@article{{k, title = {value}}}").title == text


@pytest.mark.parametrize(("name", "text"), MONTHS.items())
def test_every_month_is_a_string(name: str, text: str) -> None:
    assert one(f"@article{{k, month = {name}}}").fields["month"] == text


@pytest.mark.parametrize(
    ("field", "authors", "et_al"),
    [
        ("author = {Gupta, R and Dhyani, M}", ("Gupta, R", "Dhyani, M"), False),
        ("author = {Ravi Gupta}", ("Gupta, Ravi"), False),
        ("author = {Gupta, R and others}", ("Gupta, R",), True),
        ("author = {{World Health Organization}}", ("World Health Organization",), False),
        ("author = {de la Cruz, Jr, Ana}", ("de la Cruz, Jr, Ana",), False),
        ('author = {M{\\"u}ller, K}', ("Müller, K",), False),
        ("editor = {Ekbom, K}", ("Ekbom, K",), False),
        ("organization = {EBSCO}", ("EBSCO",), False),
        ("title = {Anonymous}", (), False),
    ],
)
def test_authors(field: str, authors: tuple[str, ...] | str, et_al: bool) -> None:  # noqa: FBT001 - a table of cases
    reference = one(f"@article{{k, {field}}}")
    expected = authors if isinstance(authors, tuple) else (authors,)
    assert (reference.authors, reference.et_al) == (expected, et_al)


@pytest.mark.parametrize(
    ("field", "year"),
    [
        ("year = 2013", Year("2013", 2013)),
        ("date = {2019-05-03}", Year("2019", 2019)),
        ("date = {2010/2012}", Year("2010/2012", 2010)),
        ("year = 2013, date = {2014}", Year("2013", 2013)),
        ("note = {2013}", Year()),
    ],
)
def test_where_a_year_is_from(field: str, year: Year) -> None:
    assert one(f"@online{{k, {field}}}").facts.year == year


def test_a_doi_is_parsed() -> None:
    assert one("@online{k, doi = {doi:10.1000/X}}").facts.doi == Doi("doi:10.1000/X", "10.1000/X")


@pytest.mark.parametrize(
    ("fields", "texts"),
    [
        ("author = {Jan van der Berg}, year = {c. 1}, doi = {doi:10/x}", (("van der Berg, Jan",), "c. 1", "doi:10/x")),
        ("title = {A}", ((), "", "")),
    ],
)
def test_facts_are_told_as_they_are_written(fields: str, texts: tuple[tuple[str, ...], str, str]) -> None:
    reference = one(f"@online{{k, {fields}}}")
    assert (reference.authors, reference.year, reference.doi) == texts


def test_a_doi_is_not_latex() -> None:
    assert one("@article{k, doi = {10.1002/(SICI)1097\\_1%20}}").doi == "10.1002/(SICI)1097_1%20"


def test_types_of_biblatex_are_kept() -> None:
    assert one("@online{k, title = {T}}").type == "online"


def test_lines_are_counted_from_one() -> None:
    reference = one("% a comment\n@article{k,\n  title = {T},\n  doi = {10.1/x}\n}")
    assert (reference.place.line, reference.at("doi").line, reference.at("year").line) == (2, 4, 2)


def test_white_space_around_a_type_is_legal() -> None:
    references, _ = parse_references("@ article {a, title={A}}\n@article\n{b, title={B}}\n@article{c, title={C}}")
    assert {key: each.place.line for key, each in references.items()} == {"a": 1, "b": 2, "c": 4}


def test_a_broken_entry_costs_one_entry() -> None:
    references, (problem,) = parse_references("@article{a, title={A\n@article{b, title={B}}\n@article{c, title={C}}")
    assert (list(references), problem.place.line, problem.unread) == (["b", "c"], 1, 1)


def test_a_fused_field_is_parted_and_reported() -> None:
    references, (problem,) = parse_references("@article{a,\n title = {A}\n year = 2001}")
    assert (references["a"].title, references["a"].year) == ("A", "2001")
    assert "lacks a comma" in problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@article{a, title={A}}\n@article{a, title={B}}", "2: key 'a' is used in line 1 already"),
        ("@article{a, title={A}}\n@article{A, title={B}}", "2: key 'A' differs from 'a' in line 1 only in case"),
        ("@article{a, title={A}, title={B}}", "1: this entry has title twice; the first is used"),
        ("@article{, title={A}}", "1: this @article has no key"),
        ("@article{a,\n journal = nature}", "2: entry 'a' uses 'nature', which no @string defines"),
        ("@string{x = {1}}\n@string{x = {2}}\n@article{a, title=x}", "2: @string 'x' is defined otherwise before"),
        ("@commentary{a, title={A}}", "1: @commentary is taken for a comment"),
        ("@article{a, title = {A}},\n year = 2001}", "1: the entry before this ends too early"),
        ("@article{a}\n\n@article[b, title = {B}]", "3: '@article[b, title = {B}]' begins like an entry"),
        ("@article{a, title = {A} B}", "1: entry 'a': 'B' in field 'title' is neither text"),
    ],
)
def test_problems_are_located(text: str, message: str) -> None:
    assert messages(text)[0].startswith(message)


def test_what_tells_a_style_how_to_print_is_no_entry() -> None:
    settings = "@IEEEtranBSTCTL{a, CTLx = {yes}}\n@CONTROL{REVTEX41Control}\n@abnt-options{b, c = {yes}}\n@book{d}"
    assert [*parse_references(settings)[0]] == ["d"]
    assert not messages(settings)


def test_another_key_that_an_entry_itself_has_is_its() -> None:
    assert messages("@book{a, title = {A},\n ids = {b, c}}\n@book{b, title = {B}}") == [
        "2: 'b', which 'a' has as another key, is used in line 3 already; take it out"
    ]


def test_a_string_that_nothing_defines_is_reported_once_in_a_file() -> None:
    assert messages("@book{a, publisher = ACM}\n@book{b, publisher = acm}\n@book{c, series = {A} # ACM}") == [
        "1: entry 'a' and 2 more use 'ACM', which no @string defines; define it, or put text in braces: {ACM}"
    ]


def test_keys_that_differ_in_case_are_both_kept() -> None:
    assert list(parse_references("@article{a, title={A}}\n@article{A, title={B}}")[0]) == ["a", "A"]


def test_strings_that_double_each_other_do_not_eat_the_memory() -> None:
    doubling = [f"@string{{s{n} = s{n - 1} # s{n - 1}}}" for n in range(1, 40)]
    references, problems = parse_references("\n".join(["@string{s0 = {ha}}", *doubling, "@article{a, title = s39}"]))
    assert len(references["a"].title) <= USUAL_LIMITS.value
    assert "grows beyond" in problems[0].message


def test_what_the_library_logs_does_not_reach_the_terminal() -> None:
    code = "from graph.reading.bibtex import parse_references; parse_references('@article{a, title={A\\n@article{b}')"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert result.stderr == ""


def test_nobody_waits_for_the_library_whose_file_does_not_need_it() -> None:
    code = "import graph, sys; graph.sample(); print({'bibtexparser', 'pylatexenc'} & sys.modules.keys())"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert result.stdout == "set()\n"


ENTRY = st.sampled_from(
    [
        "@article{KEY, title = {T}}",
        "@article{KEY, title = {T}",
        "@article{KEY, title = {T}, title = {U}}",
        "@ book {KEY, title = {T}}",
        "@book{KEY}",
        "@misc{KEY, title = T # {U}}",
        "@article{, title = {T}}",
        "@article(KEY, title = {T})",
    ]
)


@given(st.lists(st.tuples(ENTRY, st.sampled_from(["a", "b", "A", "c"]))))
def test_no_entry_is_lost(entries: list[tuple[str, str]]) -> None:
    text = "\n".join(entry.replace("KEY", key) for entry, key in entries)
    references, problems = parse_references(text)
    assert len(references) + sum(problem.unread for problem in problems) == len(entries)


@given(st.text(alphabet=st.sampled_from('@{}"(),=#\\ \nabarticlestring1%$~')))
def test_no_text_raises(text: str) -> None:
    parse_references(text)


@pytest.mark.parametrize("sign", "*+./$:-")
def test_a_type_may_have_signs_in_its_name(sign: str) -> None:
    assert one(f"@www{sign}inproceedings{{a, title = {{A}}}}").type == f"www{sign}inproceedings"


@pytest.mark.parametrize(
    "title",
    ['"T{"u}bingen"', "{A\\\\{x} b}", '"a {"} and {"b"} c"', "{a} # {b\\\\{c}}"],
)
def test_braces_and_quotes_in_a_value_do_not_cut_the_entry(title: str) -> None:
    references, problems = parse_references(f"@article{{a, title = {title}, year = 2001}}\n@book{{b, title = {{B}}}}")
    assert (list(references), references["a"].year, problems) == (["a", "b"], "2001", [])


def test_a_line_that_ends_with_a_backslash_is_counted() -> None:
    references, problems = parse_references(
        "@book{a, title = {A\\\\\n b}}\n@book{b}\n@book{c, title = {C\\\n d}}\n@book{d}"
    )
    assert [each.place.line for each in references.values()] == [1, 3, 4, 6]
    assert problems == []


def test_an_entry_of_an_odd_type_behind_one_with_quotes_in_braces_is_read_in_its_line() -> None:
    references, problems = parse_references('@book{a, title = "T{"u}b"}\n\n@x-y{b, title = {B}}\n@book{c}')
    assert ([(each.key, each.place.line) for each in references.values()], problems) == (
        [("a", 1), ("b", 3), ("c", 4)],
        [],
    )


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, % first, of all\n title = {A}, year = 2001}",
        "@article{a, title = {A}, % = what?\n year = 2001}",
        "@article{a % the key\n, title = {A}, year = 2001}",
        "@article{a, title = {A},\n % note = {gone},\n year = 2001 % end\n}",
    ],
)
def test_comments_in_an_entry_are_no_fields(entry: str) -> None:
    reference = one(entry)
    assert (reference.key, dict(reference.fields)) == ("a", {"title": "A", "year": "2001"})


@pytest.mark.parametrize("text", ["@a (@b (", "@0\t(@0\t(", "@a (@a (@a {x}"])
def test_a_broken_entry_that_has_the_beginning_of_the_next_is_reported(text: str) -> None:
    assert len(parse_references(text)[1]) >= text.count("@") - 1


def test_a_thousand_missing_commas_are_reported_one_by_one() -> None:
    fields = "\n".join(f"f{number} = {{x}}" for number in range(1001))
    assert len(messages(f"@article{{a, {fields}}}")) == 1000


def test_a_field_that_nests_too_deep_is_kept_as_written_and_reported() -> None:
    value = "{" * 99 + "x" + "}" * 99
    references, (problem,) = parse_references(f"@article{{a,\n title = {{{value}}}}}")
    assert (references["a"].title, problem.place.line) == (value, 2)


@pytest.mark.parametrize(
    "piece", ["@a\n\n\n", '@a{b, c = "{"', "@a{b, c = {\\\\{", "@a-b", "@a{b,\n% ", "@a{b, c = {}} x\n"]
)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    assert parse_references(piece * 5_000)


@pytest.mark.parametrize("ending", ["", "%"])
def test_a_line_that_ends_with_a_backslash_is_counted_within_an_entry(ending: str) -> None:
    entry = f"@misc{{a,\n title = {{One\\\n two}},\n{ending and ' % a comment'}\n year = 2001,\n}}"
    references, _ = parse_references(entry)
    assert references["a"].at("year").line == 5


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{a, title = {A @ b}}",
        "@misc(a, title = {B})",
        "@misc{a, title = {B\\{}}",
        '@misc{a, title = "B {\\"o} c"}',
        "@misc{a, title = {B}, title = {C}}",
        "@misc{a, title = {B}} more",
        "@misc{a, title = {B",
        "@ misc {a, title = {B}}",
        "@misc{a}\n@comment{x}",
        "@misc{a, title = {B} # c # 1,}",
        "@misc{a, title {B}}",
        "@string{b = {B}}",
        '@String{ b = "B" }',
        "@string{b = {B} # c}",
        "% a comment",
        "@comment{x}",
    ],
)
def test_what_stands_between_usual_entries_is_split_as_without_them(entry: str) -> None:
    usual = "@book{key%d,\n  author = {Doe, {\\'E}va},\n  year = 2001,\n}\n"
    text = f"{usual % 1}{entry}\n{usual % 2}"
    assert [(line, block.raw) for line, block in split(text)] == [
        (line, block.raw) for line, block in split_by_library(text)
    ]


@given(st.text(alphabet=st.sampled_from('@{}"(),=#\\ \nab1%')), st.text(alphabet=st.sampled_from('@{}"(),=#\\ \nab1%')))
def test_any_text_around_a_usual_entry_is_split_as_by_the_library(before: str, behind: str) -> None:
    text = f"{before}\n@book{{key,\n  year = 2001,\n}}\n{behind}"
    assert [(line, block.raw) for line, block in split(text)] == [
        (line, block.raw) for line, block in split_by_library(text)
    ]
