"""References -> CSL JSON, as we and other programs read it."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from graph.exports.csl import TYPES_IN_CSL, csl_item
from graph.model import Reference
from graph.reading.bibtex import parse_references
from graph.reading.csl import CSL_TYPES
from graph.reading.library_formats import join_references
from graph.references.names import Name
from tests.exports.test_bibtex import HOSTILE, SAMPLE, WORDS


def from_bibtex(text: str) -> Reference:
    (reference,) = parse_references(text)[0].values()
    return reference


def again(reference: Reference) -> Reference:
    """A reference as we read it from what is written of it."""
    library = join_references([(json.dumps([csl_item(reference)]), "a.json")])
    assert library.problems == []
    return library.references[reference.key]


def test_the_sample_reads_back_equal() -> None:
    for reference in parse_references(SAMPLE)[0].values():
        read = again(reference)
        assert (read.type, read.facts, read.et_al) == (reference.type, reference.facts, reference.et_al)
        pages = {"pages": reference.fields["pages"].replace("\N{EN DASH}", "-")} if "pages" in reference.fields else {}
        people = {name: read.fields[name] for name in ("author", "editor") if name in read.fields}
        assert read.fields == {**reference.fields, **pages, **people}


@pytest.mark.parametrize("name", sorted({*CSL_TYPES.values()}))
def test_every_type_reads_back(name: str) -> None:
    assert (again(from_bibtex(f"@{name}{{a}}")).type, CSL_TYPES[TYPES_IN_CSL[name]]) == (name, name)


@pytest.mark.parametrize(
    ("fields", "variable", "value"),
    [
        ("date = {2015-05-03}", "issued", {"date-parts": [[2015, 5, 3]]}),
        ("date = {2015-05/2016}", "issued", {"date-parts": [[2015, 5], [2016]]}),
        ("year = 2015, month = may", "issued", {"date-parts": [[2015, 5]]}),
        ("year = 2015, month = {Spring}", "issued", {"date-parts": [[2015]]}),
        ("year = {in press}", "issued", {"literal": "in press"}),
        ("urldate = {2020-02-29}", "accessed", {"date-parts": [[2020, 2, 29]]}),
        ("pages = {320--329}", "page", "320-329"),
        ("journaltitle = {Sleep}", "container-title", "Sleep"),
        (
            "author = {Jan van der Berg}",
            "author",
            [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
        ),
        ("author = {{WHO} and others}", "author", [{"literal": "WHO"}, {"literal": "others"}]),
        ("editor = {Ekbom, Karl}, author = {Gupta, R}", "editor", [{"family": "Ekbom", "given": "Karl"}]),
        ("listed = {3}, design = {cohort}", "custom", {"listed": "3", "design": "cohort"}),
        ("title = {$a$ <i>b</i>}", "custom", {"title": "a <i>b</i>"}),
    ],
)
def test_values(fields: str, variable: str, value: Any) -> None:
    assert csl_item(from_bibtex(f"@article{{a, {fields}}}"))[variable] == value


def test_a_type_that_csl_does_not_tell_apart_reads_back() -> None:
    item = csl_item(from_bibtex("@mastersthesis{a, title = {T}}"))
    assert (item["type"], item["custom"]) == ("thesis", {"entrytype": "mastersthesis"})
    assert again(from_bibtex("@mastersthesis{a, title = {T}}")).type == "mastersthesis"


TEXTS = st.dictionaries(
    st.sampled_from(["title", "abstract", "publisher", "volume", "note", "listed", "school", "noqa", "x-own"]), HOSTILE
)


@given(TEXTS)
def test_any_text_reads_back_equal(variables: dict[str, str]) -> None:
    item = {"id": "a", "type": "article-journal", **variables}
    reference = join_references([(json.dumps([item]), "a.json")]).references["a"]
    assert again(reference).fields == reference.fields


@given(st.lists(st.builds(Name, WORDS, WORDS), min_size=1, max_size=3))
def test_any_names_are_written(names: list[Name]) -> None:
    item = {"id": "a", "author": [{"family": name.family, "given": name.given} for name in names]}
    reference = join_references([(json.dumps([item]), "a.json")]).references["a"]
    assert again(reference).facts.names == reference.facts.names


@pytest.fixture(scope="module")
def styled() -> str:
    """The sample's bibliography as citeproc-py sets it."""
    evidence = parse_references(SAMPLE)[0]
    items = [csl_item(each) for each in evidence.values()]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it says of its own style
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        return "\n".join(map(str, bibliography.bibliography()))


@pytest.mark.parametrize("words", ["Gupta", "2015", "Acta Neurol Scand", "133", "320", "Restless legs"])
def test_a_processor_of_csl_sets_it(styled: str, words: str) -> None:
    assert words in styled
