"""One file of XML with many articles, as databases and wikis give them -> the articles in it.

    efetch -db pmc -format xml < numbers > articles.xml         JATS, as PubMed Central and Europe PMC give it
    Special:Export, dumps                                       pages of Wikipedia, or of another wiki of MediaWiki
    Tools, Export                                               posts of a blog of WordPress
    teiCorpus                                                   TEI

Each is read alone, and keeps its lines in the whole file.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO, NamedTuple

from graph.archive.bibliographies import HEAD_BYTES, head_of
from graph.archive.found import Archive, FoundArticle, XmlPart, article_name
from graph.archive.rules import noticed_in_archive
from graph.archive.set_kinds import ArticleSet, kind_of_set
from graph.archive.walking import ending
from graph.model import Place
from graph.reading.limits import USUAL_LIMITS
from graph.reading.text import declared_encoding
from graph.wording import count, printable

READ_AT_ONCE = 2**22
"""How many bytes of a set are looked at; it is read from its beginning to its end, and never held whole."""


class SetElement(NamedTuple):
    """An element of a set: its bytes, where they begin and end, and the line in which they begin.

    Of one that is larger than a file may be only the beginning is `written`.
    """

    written: bytes
    start: int
    end: int
    line: int


def is_set(path: Path) -> bool:
    """Whether a file has many articles in XML."""
    return ending(path.name) == ".xml" and kind_of_set(head_of(path)) is not None


def split_set(path: str, archive: Archive, libraries: tuple[str, ...]) -> Iterator[FoundArticle]:
    """The articles in a file of an archive; each is called as the file and what it calls itself, or its number."""
    whole = os.path.join(archive.root, path)  # noqa: PTH118 - as it is written
    kind = kind_of_set(head_of(Path(whole)))
    try:
        file = open(whole, "rb")  # noqa: PTH123, SIM115 - closed below
    except OSError:
        kind = None
    if not kind:  # told when it is to be read
        yield FoundArticle(name=article_name(path), files={path: "claims"}, libraries=libraries)
        return
    none: dict[str, list[tuple[int, str]]] = defaultdict(list)
    is_empty = True
    with file:
        for name, why, part in parts_of_set(file, kind, whole):
            is_empty = False
            if why:
                none[why].append((part.line, name))
                continue
            yield FoundArticle(
                name=article_name(f"{path}/{name}"),
                files={path: "claims"},
                libraries=libraries,
                contents={path: part},
            )
    for why, pages in none.items():
        notice_no_articles(why, pages, path, archive)
    if is_empty:
        archive.pass_over(f"XML of many articles without any <{kind.element}>", [path])


def parts_of_set(file: BinaryIO, kind: ArticleSet, whole: str) -> Iterator[tuple[str, str, XmlPart]]:
    """What each article of a set is called, why it is none, and where it is."""
    head = file.read(HEAD_BYTES)
    file.seek(0)
    declared = declared_encoding(head)
    before, behind = kind.around(head.decode(declared or "utf-8", errors="replace"))
    for number, each in enumerate(elements_in(file, kind.element, line_break_in(head)), start=1):
        text = each.written.decode(declared or "utf-8", errors="replace")
        part = XmlPart(whole, each.start, each.end, each.line, before, behind, declared)
        yield kind.name(text) or str(number), kind.why_none(text), part


def line_break_in(head: bytes) -> bytes:
    """What ends the lines of a file that begins so."""
    return b"\r" if b"\r" in head and b"\n" not in head else b"\n"


def elements_in(file: BinaryIO, name: str, line_break: bytes = b"\n") -> Iterator[SetElement]:
    """The elements of a name in a file, as they are written; one that is not closed goes on to the end."""
    opened, closed = re.compile(rb"<%b(?=[\s>])" % name.encode()), b"</%b>" % name.encode()
    held, start, line, is_all = b"", 0, 1, False
    while held or not is_all:
        found = opened.search(held)
        close = held.find(closed, found.end()) if found else -1
        if close < 0 and not is_all and len(held) <= USUAL_LIMITS.file:
            more = file.read(max(READ_AT_ONCE, len(held)))  # as much again, so that a long one is not searched often
            held, is_all = held + more, not more
            continue
        begin = found.start() if found else len(held)
        end = close + len(closed) if close >= 0 else len(held)
        line += held.count(line_break, 0, begin)
        if found:
            is_cut = close < 0 and not is_all
            yield SetElement(held[begin:end], start + begin, file.seek(0, SEEK_END) if is_cut else start + end, line)
        line += held.count(line_break, begin, end)
        held, start = held[end:], start + end


def notice_no_articles(why: str, pages: Sequence[tuple[int, str]], path: str, archive: Archive) -> None:
    """Notice what is no article in a set, with the lines and names of these."""
    line, name = pages[0]
    message = f"{count(len(pages), 'page')} not read as articles: pages {why}; the first is {printable(name)!r}"
    archive.noticed.append(noticed_in_archive("passed-over", Place(path, line), message))
