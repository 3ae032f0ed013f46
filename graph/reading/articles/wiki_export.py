"""An export of MediaWiki, as Special:Export gives it -> the page in it, as an article.

Of a page with its history the newest revision is read. Schema: https://www.mediawiki.org/xml/export-0.11/
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from graph.model import Article, File
from graph.reading.articles import ArticleText
from graph.reading.articles.elements import Node
from graph.reading.articles.exported import Export, first_exported
from graph.reading.articles.wikitext import read_page
from graph.references.identifiers import is_web_address

DROPPED = frozenset({"comment", "contributor", "namespaces"})
DAY = len("2026-01-31")
KEPT_IN_ADDRESSES = "/:@!$*(),;~"
"""What MediaWiki writes in the address of a page just so."""


def read_wiki_export(file: File) -> ArticleText:
    """Read the first page of an export."""
    found = first_exported(file, PAGES)
    about = about_page_of_wiki(found.element, found.root)
    article = read_page(found.words, found.problems)
    return replace(article, about=about, problems=tuple(found.problems.problems))


def newest(page: Node) -> Node:
    """The newest revision of a page."""
    return max(page.elements("revision"), key=lambda each: each.first("timestamp").text, default=Node("revision"))


def about_page_of_wiki(page: Node, root: Node) -> Article:
    """What a page is called, of which day it is, and where it is."""
    title = page.first("title").text
    base = root.first("siteinfo", "base").text
    address = f"{base.rpartition('/')[0]}/{quote(title.replace(' ', '_'), safe=KEPT_IN_ADDRESSES)}"
    url = address if title and is_web_address(base) else ""
    return Article(title=title, url=url, date=newest(page).first("timestamp").text[:DAY])


PAGES = Export("page", lambda root: root.elements("page"), lambda page: newest(page).first("text"), DROPPED)
