"""Reading the pages that MediaWiki exports."""

from __future__ import annotations

from html import escape

import pytest

from graph.model import File
from graph.reading.article_formats import detect
from graph.reading.articles import ArticleText, sentences_of
from graph.reading.articles.wiki_export import read_wiki_export
from tests.damaged import damaged

SITE = "<siteinfo><base>https://en.wiki.example.org/wiki/Main_Page</base></siteinfo>"
TEXT = "'''Tea''' & honey.\nIt wakes <b>you</b>.<ref>{{cite book|last=Lee|year=2010|title=Tea}}</ref>\n"


def revision(text: str, day: str = "2026-01-31") -> str:
    return (
        f"<revision><timestamp>{day}T10:00:00Z</timestamp><text xml:space='preserve'>{escape(text)}</text></revision>"
    )


def page(*revisions: str, title: str = "Tea") -> str:
    return f"<page><title>{title}</title><ns>0</ns>{''.join(revisions)}</page>\n"


def export(*pages: str, site: str = SITE) -> bytes:
    return f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">\n{site}{"".join(pages)}</mediawiki>'.encode()


def read(data: bytes) -> ArticleText:
    return read_wiki_export(File("a.xml", data))


def test_an_export_is_told_by_what_is_in_it() -> None:
    found = detect(File("a.xml", export(page(revision(TEXT)))))
    assert found is not None
    assert found.reader == "wiki_export.read_wiki_export"


def test_the_wikitext_of_the_page_is_read() -> None:
    found = read(export(page(revision(TEXT))))
    assert [each.text for each in sentences_of(found)] == ["Tea & honey.", "It wakes you."]
    assert [each.title for each in found.references] == ["Tea"]


def test_what_is_cited_stands_where_it_does_in_the_file() -> None:
    data = export(page(revision(TEXT)))
    (marker,) = read(data).markers
    line = data.decode().split("\n")[marker.line - 1]
    assert line[marker.column - 1 :].startswith("&lt;ref&gt;{{cite")


@pytest.mark.parametrize(
    ("title", "site", "url"),
    [
        ("Tea &amp; honey", SITE, "https://en.wiki.example.org/wiki/Tea_%26_honey"),
        ("Tea/2", SITE, "https://en.wiki.example.org/wiki/Tea/2"),
        ("Tea", "", ""),
        ("Tea", "<siteinfo><base>javascript:x/y</base></siteinfo>", ""),
    ],
)
def test_the_page_says_where_it_is(title: str, site: str, url: str) -> None:
    assert read(export(page(revision(TEXT), title=title), site=site)).about.url == url


def test_of_a_history_the_newest_revision_is_read() -> None:
    found = read(export(page(revision("New.", "2026-02-01"), revision("Old."))))
    assert found.about.date == "2026-02-01"
    assert [each.text for each in sentences_of(found)] == ["New."]


def test_other_pages_are_told() -> None:
    found = read(export(page(revision(TEXT)), page(revision("So."), title="Milk"), page(revision("So."))))
    assert [(each.message, each.text) for each in found.problems] == [
        ("2 other pages in the same file not read; audit the file as an archive", "Milk")
    ]


@pytest.mark.parametrize("pages", [[], [page()], [page("<revision><text deleted='deleted' /></revision>")]])
def test_a_page_without_a_text_is_told(pages: list[str]) -> None:
    assert [(each.rule, each.severity) for each in read(export(*pages)).problems] == [("unread-part", "info")]


def test_damaged_exports_are_read_as_far_as_they_go() -> None:
    for each in damaged(export(page(revision(TEXT)))):
        assert read(each).file == "a.xml"
