"""The formats of articles that are read, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from graph.model import File
from graph.reading.contents import BINARY, WEB_PAGE, WIKI_EXPORT, WIKI_PAGE, WORDPRESS, is_table, what_is

if TYPE_CHECKING:
    from graph.reading.articles import ArticleText

PLAIN_TEXT = "a text"
MARKDOWN_SUFFIXES = (".md", ".markdown", ".qmd", ".rmd")
LATEX_SUFFIXES = (".tex", ".ltx", ".rnw", ".snw")
PRINTED_SUFFIX = ".bbl"
"""How a list of references ends that BibTeX or biber has printed; arXiv has these of many articles, and no others."""
JATS_SUFFIXES = (".nxml", ".jats")
TEI_SUFFIX = ".tei"
WORD_SUFFIXES = (".docx", ".docm", ".dotx")
OPEN_DOCUMENT_SUFFIXES = (".odt", ".fodt", ".ott")
WIKI_SUFFIXES = (".wiki", ".wikitext", ".mediawiki")
WEB_SUFFIXES = (".html", ".htm", ".xhtml")


LAST_READ: dict[tuple[str, str, bytes], ArticleText] = {}
"""The article that was read last, by its reader, name and bytes: it is read to know which libraries it names, and then
once more with them, which was a fourth of the time of an archive of articles."""


class ArticleFormat(NamedTuple):
    """A format of articles: what `graph.reading.contents` calls it, how its files end, and what reads it.

    The `reader` is named, "markdown.read_markdown", and imported when it is called: who audits a table waits for none.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str

    def read(self, file: File) -> ArticleText:
        """The article that a file holds."""
        known = (self.reader, file.name, file.data)
        if found := LAST_READ.get(known):
            return found
        module, _, function = self.reader.partition(".")
        read: Callable[[File], ArticleText] = getattr(import_module(f"graph.reading.articles.{module}"), function)
        article = read(file)
        LAST_READ.clear()
        if file.path and is_alone(article):
            LAST_READ[known] = article
        return article


def is_alone(article: ArticleText) -> bool:
    """Whether nothing that was read of an article may depend on other files, which may be there or not."""
    unread = any(each.rule == "unread-part" for each in article.problems)
    return not (article.parts or article.missing or unread)


ARTICLE_FORMATS = (
    ArticleFormat("a manuscript (Markdown)", MARKDOWN_SUFFIXES, "markdown.read_markdown"),
    ArticleFormat("an article (JATS)", JATS_SUFFIXES, "jats.read_jats"),
    ArticleFormat("an article (TEI)", (TEI_SUFFIX,), "tei.read_tei"),
    ArticleFormat("a Word document", WORD_SUFFIXES, "word.read_word"),
    ArticleFormat("a document (OpenDocument)", OPEN_DOCUMENT_SUFFIXES, "odt.read_odt"),
    ArticleFormat("a manuscript (LaTeX)", LATEX_SUFFIXES, "latex.read_latex"),
    ArticleFormat(WIKI_PAGE, WIKI_SUFFIXES, "wikitext.read_wikitext"),
    ArticleFormat(WIKI_EXPORT, (), "wiki_export.read_wiki_export"),
    ArticleFormat(WORDPRESS, (), "wordpress.read_wordpress"),
    ArticleFormat(PLAIN_TEXT, (".txt", ".text"), "plain.read_plain"),
    ArticleFormat(WEB_PAGE, WEB_SUFFIXES, "html.read_html"),
)
"""Each is called as `graph.reading.contents` calls what it sees in a file."""

ARTICLE_SUFFIXES = tuple(suffix for each in ARTICLE_FORMATS for suffix in each.suffixes if each.name != PLAIN_TEXT)
"""How the parts of an article in a folder end; a text without any form may be a note beside it."""


def detect(file: File) -> ArticleFormat | None:
    """The format of an article: by how the file's name ends, else by what is in it; none for a table of claims."""
    if is_table(file.data):
        return None
    suffix = PurePath(file.name).suffix.casefold()
    seen = what_is(file.data)
    if seen == BINARY:
        return None
    by_suffix = (each for each in ARTICLE_FORMATS if suffix in each.suffixes and not is_copied_page(each, seen))
    return next(by_suffix, None) or next((each for each in ARTICLE_FORMATS if each.name == seen), None)


def is_copied_page(by_name: ArticleFormat, seen: str) -> bool:
    """Whether what a name says is plain text is a page of a wiki as it is edited, or the source of a web page."""
    return by_name.name == PLAIN_TEXT and seen in {WIKI_PAGE, WEB_PAGE}
