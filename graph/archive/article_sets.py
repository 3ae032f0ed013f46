"""One file with many articles in JATS, as PubMed Central and Europe PMC give them -> the articles in it.

    efetch -db pmc -format xml < numbers > articles.xml

Each is read alone, and keeps its lines in the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.archive.bibliographies import head_of
from graph.archive.found import FoundArticle, XmlPart, article_name
from graph.archive.walking import ending
from graph.model import UnusableError
from graph.reading.contents import BEFORE_ROOT
from graph.reading.limits import bytes_of
from graph.reading.text import clean, decode

A_SET = re.compile(
    rf"{BEFORE_ROOT}(?:pmc-articleset|articles)\b(?!-)[^>]*+>[\s\S]{{0,2000}}?<article(?=[\s>])[\s\S]{{0,2000}}?<front\b"
)
"""How a set begins: only an article in JATS has a front."""

ARTICLE, CLOSED = re.compile(r"<article(?=[\s>])"), "</article>"
IDS = re.compile(r"""<article-id\b[^<>]*\bpub-id-type\s*=\s*["']([\w-]+)["'][^<>]*>\s*+([^<]++)<""")
END_OF_IDS = "</article-meta>"
PMC_IDS = ("pmcid", "pmc")
KINDS_OF_IDS = (*PMC_IDS, "doi", "pmid", "publisher-id")
"""What an article of a set may be called, the best first (values of `pub-id-type`)."""


def is_set(path: Path) -> bool:
    """Whether a file has many articles in JATS."""
    return ending(path.name) == ".xml" and bool(A_SET.match(head_of(path)))


def split_set(path: str, root: str, libraries: tuple[str, ...]) -> Iterator[FoundArticle]:
    """The articles in a file below `root`; each is called as the file and its number in PubMed Central, or another."""
    try:
        text = text_of_set(Path(root, path))
    except (OSError, UnusableError):  # told when it is to be read
        yield FoundArticle(name=article_name(path), files={path: "claims"}, libraries=libraries)
        return
    for number, (line, part) in enumerate(articles_in_set(text), start=1):
        yield FoundArticle(
            name=article_name(f"{path}/{id_in(part) or number}"),
            files={path: "claims"},
            libraries=libraries,
            contents={path: XmlPart("", [(line, part)])},
        )


def text_of_set(path: Path) -> str:
    """The text of a file. Raises OSError where it cannot be opened, and UnusableError where it is too large."""
    return clean(decode(bytes_of(path), path.name)[0], path.name)[0]


def articles_in_set(text: str) -> Iterator[tuple[int, str]]:
    """The articles of a set as they are written, each with the line in which it begins."""
    line, done, end = 1, 0, 0
    while start := ARTICLE.search(text, end):
        close = text.find(CLOSED, start.end())
        end = len(text) if close < 0 else close + len(CLOSED)
        line += text.count("\n", done, start.start())
        done = start.start()
        yield line, text[done:end]


def id_in(article: str) -> str:
    """The best of the numbers that an article has, or an empty string."""
    found: dict[str, str] = {}
    end = article.find(END_OF_IDS)
    for kind, number in IDS.findall(article, 0, len(article) if end < 0 else end):
        found.setdefault(kind, " ".join(number.split()))
    kind = next((each for each in KINDS_OF_IDS if found.get(each)), "")
    number = found.get(kind, "")
    return f"PMC{number}" if kind in PMC_IDS and number.isdecimal() else number
