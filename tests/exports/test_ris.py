"""References -> RIS, as we and other programs read it."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rispy
from hypothesis import example, given
from hypothesis import strategies as st

from graph.exports.ris import TYPES_IN_RIS, references_as_ris, ris_record
from graph.model import Evidence, Reference
from graph.reading import parse
from graph.reading.bibtex import parse_references
from graph.reading.libraries.tagged import RIS_TYPES
from graph.reading.library_formats import join_references
from graph.reading.text import CONTROL
from tests.exports.test_bibtex import SAMPLE
from tests.exports.test_csl import from_bibtex


def again(reference: Reference) -> Reference:
    """A reference as we read it from what is written of it."""
    library = join_references([(ris_record(reference), "a.ris")])
    assert library.problems == []
    (read,) = library.references.values()
    return read


def sample() -> Evidence:
    return parse(SAMPLE, "claim_id,cause,claim\n")


def test_the_sample_reads_back_equal() -> None:
    for reference in parse_references(SAMPLE)[0].values():
        read = again(reference)
        assert (read.key, read.type, read.authors) == (reference.key, reference.type, reference.authors)
        assert (read.year, read.doi, read.et_al) == (reference.year, reference.doi, reference.et_al)
        varying = {name: read.fields[name] for name in ("pages", "author", "editor") if name in read.fields}
        organisation = {name: text for name, text in reference.fields.items() if name == "organization"}
        noted = {"note": read.fields["note"]} if organisation else {}
        assert {**read.fields, **organisation} == {**reference.fields, **varying, **noted}


def test_rispy_reads_every_record_of_the_sample() -> None:
    evidence = sample()
    records = rispy.loads(references_as_ris(evidence))
    assert [record["id"] for record in records] == list(evidence.references)
    for record, reference in zip(records, evidence.references.values(), strict=True):
        assert record.get("title", "") == reference.title
        assert record.get("doi", "") == reference.doi
        names = [name for name in record.get("authors", []) if name != "et al."]
        assert len(names) == len(reference.authors)


@pytest.mark.parametrize("name", sorted({*RIS_TYPES.values(), "misc"}))
def test_every_type_reads_back(name: str) -> None:
    assert again(from_bibtex(f"@{name}{{a}}")).type == name


def test_every_type_is_one_of_ris() -> None:
    assert TYPES_IN_RIS.items() <= {(name, tag) for tag, name in RIS_TYPES.items()}


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ("date = {2015-05-03}", ["PY  - 2015", "DA  - 2015/05/03"]),
        ("year = 2015, month = may", ["PY  - 2015", "DA  - 2015/05"]),
        ("date = {2015-05-03}, year = 2014", ["PY  - 2014", "DA  - 2015/05/03"]),
        ("year = {in press}", ["PY  - in press"]),
        ("pages = {320--329}", ["SP  - 320", "EP  - 329"]),
        ("pages = {e12, 45}", ["SP  - e12, 45"]),
        ("keywords = {a; b}", ["KW  - a", "KW  - b"]),
        ("issn = {1234-5678}, isbn = {9780}", ["SN  - 1234-5678", "SN  - 9780"]),
        ("author = {van der Berg, Jr, Jan}", ["AU  - van der Berg, Jan, Jr"]),
        ("author = {{World Health Organization} and others}", ["AU  - World Health Organization", "AU  - et al."]),
        ("author = {{Smith, Jones and Sons}}", ["AU  - Smith, Jones and Sons"]),
        ("editor = {Ekbom, Karl}", ["A2  - Ekbom, Karl"]),
        ("journaltitle = {Sleep}", ["T2  - Sleep"]),
        ("design = {cohort}, pmid = {123}", ["N1  - design: cohort", "N1  - pmid: 123"]),
    ],
)
def test_values(fields: str, lines: list[str]) -> None:
    written = ris_record(from_bibtex(f"@article{{a, {fields}}}")).splitlines()
    assert written == ["TY  - JOUR", "ID  - a", *lines, "ER  - "]


@pytest.mark.parametrize("name", ["design", "group", "includes", "listed", "noqa", "pmid"])
def test_our_own_fields_read_back(name: str) -> None:
    reference = from_bibtex(f"@article{{a, {name} = {{CLM001: b}}, note = {{n}}}}")
    assert again(reference).fields == reference.fields


def test_a_type_that_ris_does_not_tell_apart_is_noted() -> None:
    written = ris_record(from_bibtex("@mastersthesis{a, title = {T}}"))
    assert "TY  - THES" in written
    assert "N1  - entrytype: mastersthesis" in written
    assert again(from_bibtex("@mastersthesis{a, title = {T}}")).type == "mastersthesis"


ANY = st.text(st.sampled_from("aB -\n\r\v\x1c\x85\u2028\x00\x1bTYER  - ") | st.characters(exclude_categories=["Cs"]))


@given(ANY, st.sampled_from(["title", "abstract", "note", "keywords", "own"]))
@example("a\nER  - \n\nTY  - JOUR\nID  - b", "abstract")
@example("a\x85ER  - \u2028TY  - JOUR", "title")
def test_no_text_begins_another_record(text: str, name: str) -> None:
    reference = from_bibtex("@article{a, title = {T}}")
    written = ris_record(Reference(key="a", type="article", place=reference.place, fields={name: text}))
    assert len(rispy.loads(written)) == 1
    assert len(join_references([(written, "a.ris")]).references) == 1
    assert not CONTROL.search(written)


@given(st.dictionaries(st.sampled_from(["title", "abstract", "publisher", "volume", "DOI", "own"]), st.text()))
def test_no_word_is_lost(variables: dict[str, Any]) -> None:
    item = {"id": "a", "type": "article-journal", **variables}
    reference = join_references([(json.dumps([item]), "a.json")]).references["a"]
    written = ris_record(reference)
    assert all(CONTROL.sub("\N{REPLACEMENT CHARACTER}", text) in written for text in reference.fields.values())
