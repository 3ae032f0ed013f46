"""The article that an audit is given, and how the rules of drift compare it with a table of its claims."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from graph.auditing.articles import given_article
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.drafts.table import claims_csv
from graph.model import File, UnusableError
from graph.reading import parse, read_files
from tests.reading.articles.word import docx, paragraph, run

LIST = "<ol><li id='r1'>Drake C. Sleep. 2013.</li></ol>"
WORD = docx(
    paragraph(run("Drinks"), style="berschrift1")
    + paragraph(run("Coffee "), run("delays"), run(" sleep [1]. Tea does not."))
    + paragraph(run("References"), style="berschrift1")
    + paragraph(run("1. Drake C. Caffeine effects on sleep. Sleep. 2013."))
)
ARTICLES = {
    "paper.md": b"# Drinks\n\nCoffee *delays* sleep [@a].\nTea does not.\n",
    "paper.tex": b"\\section{Drinks}\nCoffee \\emph{delays} sleep~\\cite{a}. % why\nTea does not.\n",
    "paper.html": f"<h2>Drinks</h2><p>Coffee <b>delays</b> sleep <a href='#r1'>[1]</a>. Tea does not.</p>"
    f"<h2>References</h2>{LIST}".encode(),
    "paper.xml": b"<article><body><sec><title>Drinks</title><p>Coffee <b>delays</b> sleep "
    b'[<xref ref-type="bibr" rid="r1">1</xref>]. Tea does not.</p></sec></body></article>',
    "paper.docx": WORD,
    "paper.txt": b"Coffee delays sleep [1]. Tea does not.\n\nReferences\n\n1. Drake C. Sleep. 2013.\n",
}


def drift(table: str, *files: File) -> Report:
    return audit(parse("", table), Settings(select=("TXT501", "TXT503")), Given(article=given_article(files)))


def drafted(file: File) -> str:
    return claims_csv(list(read_files([replace(file, role="claims")]).claims.values()))


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_drafted_from_an_article_is_found_in_it(name: str) -> None:
    file = File(name, ARTICLES[name])
    report = drift(drafted(file), file)
    assert (len(report.checks), report.findings, report.sentences) == (2, (), 1)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_quote_may_leave_the_markers_out(name: str) -> None:
    report = drift("claim_id,cause,claim,quote\nc1,X,Y,Coffee delays sleep. Tea\n", File(name, ARTICLES[name]))
    assert [each.code for each in report.findings] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_a_sentence_without_its_row_is_found_at_its_line(name: str) -> None:
    file = File(name, ARTICLES[name])
    rows = [row for row in csv.reader(io.StringIO(drafted(file))) if not any("delays" in cell for cell in row)]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    (finding,) = drift(text.getvalue(), file).findings
    (sentence,) = given_article([file]).citing
    assert (finding.code, finding.place.file, finding.place.line) == ("TXT503", name, sentence.line)
    assert finding.message.startswith("'Coffee delays sleep.' cites")


def test_what_an_author_commented_out_is_no_longer_in_the_article() -> None:
    table = "claim_id,cause,claim,quote\nc1,X,Y,It wakes people at night.\n"
    report = drift(table, File("paper.md", b"Coffee delays sleep.\n<!-- It wakes people at night. -->\n"))
    assert [each.code for each in report.findings] == ["TXT501"]


def test_a_heading_and_the_title_can_be_quoted() -> None:
    table = "claim_id,cause,claim,quote\nc1,X,Y,Coffee and sleep\nc2,X,Z,What wakes us\n"
    report = drift(table, File("a.md", b"# Coffee and sleep\n\n## What wakes us\n\nIt does.\n"))
    assert report.findings == ()


def test_a_sentence_that_is_there_as_often_as_rows_have_it_is_no_riddle() -> None:
    table = "claim_id,cause,claim,quote\nc1,X,Y,It is so.\nc2,X,Y,It is so.\n"
    assert drift(table, File("a.md", b"It is so. It is so.\n")).findings == ()
    assert len(drift(table, File("a.md", b"It is so. It is so. It is so.\n")).findings) == 2


def test_an_article_of_several_files_is_one() -> None:
    table = "claim_id,cause,claim,quote\nc1,X,Y,One.\nc2,X,Y,Two.\n"
    report = drift(table, File("1.md", b"One.\n"), File("2.md", b"Two. Three [@a].\n"))
    assert [(each.place.file, each.place.line) for each in report.findings] == [("2.md", 1)]


@pytest.mark.parametrize("given", [True, False])
def test_claims_that_are_the_articles_own_sentences_cannot_drift(given: bool) -> None:  # noqa: FBT001 - a parameter
    file = File("paper.md", ARTICLES["paper.md"], "claims")
    article = given_article([file]) if given else None
    report = audit(read_files([file]), Settings(select=("TXT501", "TXT503")), Given(article=article))
    reasons = {rule.code: why for rule, why in report.not_run}
    assert reasons["TXT501"] == "the claims are the article's own sentences"
    assert given is False or reasons["TXT503"] == "the claims are the article's own sentences"


def test_an_article_without_citations_is_said() -> None:
    report = drift("claim_id,cause,claim,quote\nc1,X,Y,One.\n", File("1.md", b"One.\n"))
    assert [(rule.code, why) for rule, why in report.not_run] == [
        ("TXT503", "no sentence of the article cites anything")
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"claim_id,cause,claim\n", "a claims table"), (b"%PDF-1.5", "a PDF"), (b"@book{a}", "bibliography")],
)
def test_what_is_no_article_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(UnusableError, match=f"paper: is no article that can be read: it is a?.*{what}"):
        given_article([File("paper", data)])
