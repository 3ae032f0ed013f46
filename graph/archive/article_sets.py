"""One file of XML with many articles, as databases and wikis give them -> the articles in it.

    efetch -db pmc -format xml < numbers > articles.xml         JATS, as PubMed Central and Europe PMC give it
    Special:Export, dumps                                       pages of Wikipedia, or of another wiki of MediaWiki
    teiCorpus                                                   TEI

Each is read alone, and keeps its lines in the whole file.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from graph.archive.bibliographies import head_of
from graph.archive.found import Archive, FoundArticle, XmlPart, article_name
from graph.archive.rules import noticed_in_archive
from graph.archive.walking import ending
from graph.model import Place, UnusableError
from graph.reading.contents import BEFORE_ROOT
from graph.reading.limits import bytes_of
from graph.reading.text import clean, decode
from graph.wording import count, printable

JATS_IDS = re.compile(r"""<article-id\b[^<>]*\bpub-id-type\s*=\s*["']([\w-]+)["'][^<>]*>\s*+([^<]++)<""")
END_OF_IDS = "</article-meta>"
PMC_IDS = ("pmcid", "pmc")
KINDS_OF_IDS = (*PMC_IDS, "doi", "pmid", "publisher-id")
"""What an article in JATS may be called, the best first (values of `pub-id-type`)."""

TEI_ID = re.compile(r"""<TEI\b[^<>]*\bxml:id\s*=\s*["']([^"'<>]++)["']|<idno\b[^<>]*>\s*+([^<]++)<|</teiHeader>""")
PAGE_TITLE = re.compile(r"<title>([^<]*+)</title>")
BASE_OF_WIKI = re.compile(r"<base>[^<]*+</base>")
NAMESPACE = re.compile(r"<ns>\s*+(\d+)\s*+</ns>")
MODEL = re.compile(r"<model>\s*+([^<\s]++)\s*+</model>")
BEHIND_ARTICLES = frozenset({"4", "6", "8", "10", "12", "14", "710", "828"})
"""The namespaces of pages about the wiki, files, the program's texts, templates, help, categories, subtitles and
modules. An odd number is that of talk: https://www.mediawiki.org/wiki/Manual:Namespace"""

REDIRECT = re.compile(r"\s*+#\s?[^\s\[#*:]{3,80}\s?:?\s?\[\[", re.ASCII)
"""How a page of a wiki begins, in bytes, that only leads to another: "#REDIRECT [[Sleep]]", in any language."""

REDIRECTED = re.compile(rf"<redirect\b|<text\b[^<>]*>{REDIRECT.pattern}", re.ASCII)
LEAD_TO_OTHERS = "that only lead to others"


class ArticleSet(NamedTuple):
    """A kind of file with many articles: how it begins, and what the element of an article is called.

    `name` is what an article calls itself, `why_none` why it is none after all, and `around` what must stand before
    and behind it to be read alone.
    """

    begins: re.Pattern[str]
    element: str
    name: Callable[[str], str]
    why_none: Callable[[str], str] = lambda _: ""
    around: Callable[[str], tuple[str, str]] = lambda _: ("", "")


def jats_id(article: str) -> str:
    """The best of the numbers that an article in JATS has, or an empty string."""
    found: dict[str, str] = {}
    end = article.find(END_OF_IDS)
    for kind, number in JATS_IDS.findall(article, 0, len(article) if end < 0 else end):
        found.setdefault(kind, " ".join(number.split()))
    kind = next((each for each in KINDS_OF_IDS if found.get(each)), "")
    number = found.get(kind, "")
    return f"PMC{number}" if kind in PMC_IDS and number.isdecimal() else number


def tei_id(article: str) -> str:
    """What an article in TEI calls itself, or the first of its numbers."""
    found = TEI_ID.search(article)
    return " ".join((found[1] or found[2] or "").split()) if found else ""


def page_title(page: str) -> str:
    """What a page of a wiki is called."""
    found = PAGE_TITLE.search(page)
    return html.unescape(found[1]).strip() if found else ""


def why_no_page(page: str) -> str:
    """Why a page of a wiki is no article."""
    if REDIRECTED.search(page):
        return LEAD_TO_OTHERS
    space, model = NAMESPACE.search(page), MODEL.search(page)
    if space and (space[1] in BEHIND_ARTICLES or int(space[1][-1]) % 2):
        return "of talk, templates, categories and the like"
    return "of data or code" if model and model[1] != "wikitext" else ""


def site_around(text: str) -> tuple[str, str]:
    """What a page of a wiki needs to be read alone: where the wiki is."""
    site = BASE_OF_WIKI.search(text, 0, max(0, text.find("<page>")))
    return f"<mediawiki><siteinfo>{site[0] if site else ''}</siteinfo>", "</mediawiki>"


ARTICLE_SETS = (
    ArticleSet(
        begins=re.compile(
            rf"{BEFORE_ROOT}(?:pmc-articleset|articles)\b(?!-)[^>]*+>"
            r"[\s\S]{0,2000}?<article(?=[\s>])[\s\S]{0,2000}?<front\b"
        ),
        element="article",
        name=jats_id,
    ),
    ArticleSet(begins=re.compile(rf"{BEFORE_ROOT}teiCorpus\b"), element="TEI", name=tei_id),
    ArticleSet(
        begins=re.compile(rf"{BEFORE_ROOT}mediawiki\b"),
        element="page",
        name=page_title,
        why_none=why_no_page,
        around=site_around,
    ),
)
"""Only an article in JATS has a front: other programs have elements of that name, too."""


def kind_of_set(head: str) -> ArticleSet | None:
    """Which kind of set a file is that begins so, if it is one."""
    return next((each for each in ARTICLE_SETS if each.begins.match(head)), None)


def is_set(path: Path) -> bool:
    """Whether a file has many articles in XML."""
    return ending(path.name) == ".xml" and kind_of_set(head_of(path)) is not None


def split_set(path: str, archive: Archive, libraries: tuple[str, ...]) -> Iterator[FoundArticle]:
    """The articles in a file of an archive; each is called as the file and what it calls itself, or its number."""
    try:
        text = text_of_set(Path(archive.root, path))
    except (OSError, UnusableError):  # told when it is to be read
        text = ""
    kind = kind_of_set(text)
    if not kind:
        yield FoundArticle(name=article_name(path), files={path: "claims"}, libraries=libraries)
        return
    before, behind = kind.around(text)
    none: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, (line, part) in enumerate(articles_in_set(text, kind.element), start=1):
        name = kind.name(part) or str(number)
        if why := kind.why_none(part):
            none[why].append((line, name))
            continue
        yield FoundArticle(
            name=article_name(f"{path}/{name}"),
            files={path: "claims"},
            libraries=libraries,
            contents={path: XmlPart(before, [(line, part + behind)])},
        )
    for why, pages in none.items():
        line, name = pages[0]
        message = f"{count(len(pages), 'page')} not read as articles: pages {why}; the first is {printable(name)!r}"
        archive.noticed.append(noticed_in_archive("passed-over", Place(path, line), message))


def text_of_set(path: Path) -> str:
    """The text of a file. Raises OSError where it cannot be opened, and UnusableError where it is too large."""
    return clean(decode(bytes_of(path), path.name)[0], path.name)[0]


def articles_in_set(text: str, element: str) -> Iterator[tuple[int, str]]:
    """The articles of a set as they are written, each with the line in which it begins."""
    opened, closed = re.compile(rf"<{element}(?=[\s>])"), f"</{element}>"
    line, done, end = 1, 0, 0
    while start := opened.search(text, end):
        close = text.find(closed, start.end())
        end = len(text) if close < 0 else close + len(closed)
        line += text.count("\n", done, start.start())
        done = start.start()
        yield line, text[done:end]
