"""What the Web of Science exports -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.libraries.web_of_science import SCIENCE_FIELDS
from graph.reading.library_formats import join_references

FILE = "FN Clarivate Analytics Web of Science\nVR 1.0\n{}\nER\n\nEF\n"
ARTICLE = """PT J
AU Lee, A
   Kim, B
AF Lee, Ann
   Kim, Bob
TI Iron and the sleep
   of mice
SO JOURNAL OF SLEEP
BP 1
EP 9
DT Review
PD MAY
PY 2015
DI 10.1000/abc
UT WOS:000123456700001"""


def only(record: str) -> Reference:
    library = join_references([(FILE.format(record), "savedrecs.txt")])
    assert library.problems == []
    (reference,) = library.references.values()
    return reference


def test_an_article_is_read() -> None:
    reference = only(ARTICLE)
    assert (reference.key, reference.type, reference.title) == ("lee2015", "article", "Iron and the sleep of mice")
    assert (reference.authors, reference.journal) == (("Lee, Ann", "Kim, Bob"), "JOURNAL OF SLEEP")
    assert (reference.fields["pages"], reference.doi, reference.design) == ("1-9", "10.1000/abc", "review")


@pytest.mark.parametrize(("tag", "field"), SCIENCE_FIELDS.items())
def test_every_tag(tag: str, field: str) -> None:
    reference = only(f"PT J\n{tag} text")
    assert (reference.fields.get(field), reference.at(field).line) == ("text", 4)


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ("PT B\nSO Iron", "book"),
        ("PT B\nTI Iron\nSO Sleep\nDT Book Chapter", "incollection"),
        ("PT J\nTI Iron\nSO Sleep\nDT Article; Proceedings Paper", "article"),
        ("PT C\nTI Iron\nDT Proceedings Paper", "inproceedings"),
        ("PT P\nTI Iron", "patent"),
    ],
)
def test_every_kind_of_work(record: str, kind: str) -> None:
    assert (only(record).type, only(record).title) == (kind, "Iron")


def test_authors_without_given_names_have_their_initials() -> None:
    assert only("PT J\nAU Lee, A\n   Kim, B\nTI Iron").authors == ("Lee, A", "Kim, B")


def test_an_organisation_is_an_author() -> None:
    assert only("PT J\nCA World Health Organization\nTI Iron").authors == ("World Health Organization",)


def test_the_table_of_the_same_tags_is_read() -> None:
    row = "PT\tAU\tAF\tTI\tSO\tPY\nJ\tLee, A; Kim, B\tLee, Ann; Kim, Bob\tIron\tSLEEP\t2015\n"
    (reference,) = join_references([(row, "savedrecs.txt")]).references.values()
    assert (reference.authors, reference.title, reference.year) == (("Lee, Ann", "Kim, Bob"), "Iron", "2015")
    assert reference.at("title").line == 2
