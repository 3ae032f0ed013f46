"""The formats of articles that are read, and which of them a file is in."""

from __future__ import annotations

from pathlib import PurePath

from graph.model import File
from graph.reading.articles import Format
from graph.reading.contents import BINARY, WIKI_PAGE, is_table, what_is

PLAIN_TEXT = "a text"

ARTICLE_FORMATS = (
    Format("a manuscript (Markdown)", (".md", ".markdown", ".qmd", ".rmd"), "markdown.read_markdown"),
    Format("an article (JATS)", (".nxml", ".jats"), "jats.read_jats"),
    Format("an article (TEI)", (".tei",), "tei.read_tei"),
    Format("a Word document", (".docx", ".docm", ".dotx"), "word.read_word"),
    Format("a document (OpenDocument)", (".odt", ".fodt", ".ott"), "odt.read_odt"),
    Format("a manuscript (LaTeX)", (".tex", ".ltx"), "latex.read_latex"),
    Format(WIKI_PAGE, (".wiki", ".wikitext", ".mediawiki"), "wikitext.read_wikitext"),
    Format(PLAIN_TEXT, (".txt", ".text"), "plain.read_plain"),
    Format("a web page (HTML)", (".html", ".htm", ".xhtml"), "html.read_html"),
)
"""Each is called as `graph.reading.contents` calls what it sees in a file."""

ARTICLE_SUFFIXES = tuple(suffix for each in ARTICLE_FORMATS for suffix in each.suffixes if each.name != PLAIN_TEXT)
"""How the parts of an article in a folder end; a text without any form may be a note beside it."""


def detect(file: File) -> Format | None:
    """The format of an article: by how the file's name ends, else by what is in it; none for a table of claims."""
    if is_table(file.data):
        return None
    suffix = PurePath(file.name).suffix.casefold()
    seen = what_is(file.data)
    if seen == BINARY:
        return None
    by_suffix = (each for each in ARTICLE_FORMATS if suffix in each.suffixes and not is_copied_page(each, seen))
    return next(by_suffix, None) or next((each for each in ARTICLE_FORMATS if each.name == seen), None)


def is_copied_page(by_name: Format, seen: str) -> bool:
    """Whether what a name says is plain text is a page of a wiki, copied from the window that it is edited in."""
    return by_name.name == PLAIN_TEXT and seen == WIKI_PAGE
