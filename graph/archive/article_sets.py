"""One file of XML with many articles, as databases and wikis give them -> the articles in it.

    efetch -db pmc -format xml < numbers > articles.xml         JATS, as PubMed Central and Europe PMC give it
    Special:Export, dumps                                       pages of Wikipedia, or of another wiki of MediaWiki
    Tools, Export                                               posts of a blog of WordPress
    teiCorpus                                                   TEI

Each is read alone, and keeps its lines in the whole file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.archive.bibliographies import head_of
from graph.archive.found import Archive, FoundArticle, XmlPart, article_name
from graph.archive.rules import noticed_in_archive
from graph.archive.set_kinds import kind_of_set
from graph.archive.walking import ending
from graph.model import Place, UnusableError
from graph.reading.limits import bytes_of
from graph.reading.text import clean, decode
from graph.wording import count, printable


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
        notice_no_articles(why, pages, path, archive)


def notice_no_articles(why: str, pages: Sequence[tuple[int, str]], path: str, archive: Archive) -> None:
    """Notice what is no article in a set, with the lines and names of these."""
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
