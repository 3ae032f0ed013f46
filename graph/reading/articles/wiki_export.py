"""An export of MediaWiki, as Special:Export gives it -> the page in it, as an article.

Of a page with its history the newest revision is read. Schema: https://www.mediawiki.org/xml/export-0.11/
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from graph.model import Article, File
from graph.reading.articles import ArticleText
from graph.reading.articles.elements import Node, Words, parse_xml
from graph.reading.articles.filled_in import filled_in
from graph.reading.articles.flow import NO_TEXT
from graph.reading.articles.wikitext import read_page
from graph.reading.problems import Problems
from graph.reading.text import clean, decode
from graph.references.identifiers import is_web_address
from graph.wording import count

DROPPED = frozenset({"comment", "contributor", "namespaces"})
DAY = len("2026-01-31")
KEPT_IN_ADDRESSES = "/:@!$*(),;~"
"""What MediaWiki writes in the address of a page just so."""


def read_wiki_export(file: File) -> ArticleText:
    """Read the first page of an export."""
    text, found = clean(decode(file.data, file.name)[0], file.name)
    problems = Problems(file.name, found)
    root = parse_xml(text, problems, DROPPED)
    page, *others = [*root.elements("page")] or [Node("page", root.line)]
    revision = newest(page)
    words = [each for each in revision.first("text").children if isinstance(each, Words)]
    article = read_page(filled_in(words), problems)
    if others:
        message = f"{count(len(others), 'other page')} in the same file not read; audit the file as an archive"
        problems.report("unread-part", others[0].line, message, text=others[0].first("title").text)
    elif not (words or problems.problems):
        problems.report("unread-part", page.line, NO_TEXT, severity="info")
    return replace(article, about=about_page_of_wiki(page, revision, root), problems=tuple(problems.problems))


def newest(page: Node) -> Node:
    """The newest revision of a page."""
    return max(page.elements("revision"), key=lambda each: each.first("timestamp").text, default=Node("revision"))


def about_page_of_wiki(page: Node, revision: Node, root: Node) -> Article:
    """What a page is called, of which day it is, and where it is."""
    title = page.first("title").text
    base = root.first("siteinfo", "base").text
    address = f"{base.rpartition('/')[0]}/{quote(title.replace(' ', '_'), safe=KEPT_IN_ADDRESSES)}"
    url = address if title and is_web_address(base) else ""
    return Article(title=title, url=url, date=revision.first("timestamp").text[:DAY])
