"""One file of XML with many articles, as databases and wikis give them -> the articles in it.

    efetch -db pmc -format xml < numbers > articles.xml         JATS, as PubMed Central and Europe PMC give it
    Special:Export, dumps                                       pages of Wikipedia, or of another wiki of MediaWiki
    Tools, Export                                               posts of a blog of WordPress
    teiCorpus                                                   TEI

Each is read alone, and keeps its lines in the whole file.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from sys import maxsize
from typing import NamedTuple

from graph.archive.found import Archive, FoundArticle, XmlPart, article_name
from graph.archive.opening import HEAD_BYTES, Readable, Turned, head_of, streamed
from graph.archive.rules import noticed_in_archive
from graph.archive.set_kinds import ArticleSet, entities_in, kind_of_set
from graph.archive.walking import COMPRESSED_XML, ending
from graph.model import Place, UnusableError
from graph.reading.limits import USUAL_LIMITS
from graph.reading.text import declared_encoding, decode_part
from graph.wording import count, printable

READ_AT_ONCE = 2**22
"""How many bytes of a set are looked at; it is read from its beginning to its end, and never held whole."""


LITERAL = {b"<!--": b"-->", b"<![CDATA[": b"]]>"}
"""What a comment and words that are no tags begin with, and what they end with."""


class SetElement(NamedTuple):
    """An element of a set: its bytes, where they begin and end, and the line and column at which they begin.

    Of one that is larger than a file may be only the beginning is `written`, and it has no end.
    """

    written: bytes
    start: int
    end: int
    line: int
    column: int


class SetPart(NamedTuple):
    """A part of a set: what it is called, why it is no article after all, the line of its beginning, and what it has.

    That is where it is in the file, or all of it if the file has to be turned to be read, and so is not read twice.
    """

    name: str
    why_none: str
    line: int
    content: XmlPart | bytes


def is_set(path: Path) -> bool:
    """Whether a file has many articles in XML."""
    return ending(path.name) in (".xml", *COMPRESSED_XML) and kind_of_set(head_of(path)) is not None


def split_set(path: str, archive: Archive, libraries: tuple[str, ...]) -> Iterator[FoundArticle]:
    """The articles in a file of an archive; each is called as the file and what it calls itself, or its number."""
    whole = Path(archive.root, path)
    kind, why = kind_of_set(head_of(whole)), ""
    try:
        parts = [*parts_of_set(whole, kind)] if kind else []
    except OSError:
        kind = None
    except UnusableError as error:
        kind, why = None, str(error)
    if not kind:  # told when it is to be read
        yield FoundArticle(name=article_name(path), files={path: "claims"}, libraries=libraries, failure=why)
        return
    none: dict[str, list[SetPart]] = defaultdict(list)
    for each in parts:
        if each.why_none:
            none[each.why_none].append(each)
            continue
        yield FoundArticle(
            name=article_name(f"{path}/{each.name}"),
            files={path: "claims"},
            libraries=libraries,
            contents={path: each.content},
        )
    for why_none, others in none.items():
        notice_no_articles(why_none, others, kind, path, archive)
    if not parts:
        archive.pass_over(f"XML of many articles that has no {kind.called}", [path])


def parts_of_set(path: Path, kind: ArticleSet) -> Iterator[SetPart]:
    """The parts of a set. Raises OSError where it cannot be opened, and UnusableError where it cannot be turned."""
    with streamed(path) as file:
        head = file.read(HEAD_BYTES)
    declared = declared_encoding(head)
    text = decode_part(head, declared)
    before, behind = kind.around(text)
    before = entities_in(text, kind) + before
    with streamed(path) as file:
        is_turned = isinstance(file, Turned)
        for number, each in enumerate(elements_in(file, kind.element, line_break_in(head), declared), start=1):
            text = decode_part(each.written, declared)
            part = XmlPart(str(path), each.start, each.end, each.line, each.column, before, behind, declared)
            why_none = kind.why_none(text)
            content = b"" if why_none else part.filled(text) if is_turned else part
            yield SetPart(kind.name(text) or str(number), why_none, each.line, content)


def line_break_in(head: bytes) -> bytes:
    """What ends the lines of a file that begins so."""
    return b"\r" if b"\r" in head and b"\n" not in head else b"\n"


def elements_in(file: Readable, name: str, line_break: bytes = b"\n", declared: str = "") -> Iterator[SetElement]:
    """The elements in a file whose name fits a pattern, as they are written; one that does not end has the rest."""
    marks = re.compile(rb"<(?:!--|!\[CDATA\[|%b(?=[\s>])|(?P<closes>/%b\s*+>))" % (name.encode(), name.encode()))
    held, start, place, is_all = b"", 0, (1, 1), False
    while held or not is_all:
        is_enough = is_all or len(held) > USUAL_LIMITS.file
        begin, end = element_in(held, marks, is_enough=is_enough)
        if end < 0 and not is_enough:
            more = file.read(max(READ_AT_ONCE, len(held)))  # as much again, so that a long one is not searched often
            held, is_all = held + more, not more
            continue
        is_cut = end < 0 and not is_all
        begin, end = begin if begin >= 0 else len(held), end if end >= 0 else len(held)
        place = place_behind(held[:begin], place, line_break, declared)
        if begin < end:
            yield SetElement(held[begin:end], start + begin, maxsize if is_cut else start + end, *place)
            if is_cut:
                return
        place = place_behind(held[begin:end], place, line_break, declared)
        held, start = held[end:], start + end


def place_behind(passed: bytes, place: tuple[int, int], line_break: bytes, declared: str) -> tuple[int, int]:
    """The line and column behind what was passed, which begins at a place."""
    lines = passed.count(line_break)
    rest = passed[passed.rfind(line_break) + 1 :] if lines else passed.removeprefix(BOM_UTF8)
    return place[0] + lines, (1 if lines else place[1]) + len(decode_part(rest, declared))


def element_in(held: bytes, marks: re.Pattern[bytes], *, is_enough: bool) -> tuple[int, int]:
    """Where the first element begins and ends in what is held of a file, and -1 for what is not there.

    A tag in a comment or in CDATA is none. If no more of the file is to come, what these begin with and never end is
    text; else their end is waited for.
    """
    begin, position, endless = -1, 0, set[bytes]()
    while mark := marks.search(held, position):
        position = mark.end()
        if mark["closes"]:
            if begin >= 0:
                return begin, position
        elif (sign := LITERAL.get(mark[0])) is None:
            begin = mark.start() if begin < 0 else begin
        elif sign not in endless:
            close = held.find(sign, position)
            if close >= 0:
                position = close + len(sign)
            elif is_enough:
                endless.add(sign)
            else:
                break
    return begin, -1


def notice_no_articles(why: str, parts: Sequence[SetPart], kind: ArticleSet, path: str, archive: Archive) -> None:
    """Notice what is no article in a set, with the line and name of the first."""
    what = f"{count(len(parts), kind.called)} not read as articles: {kind.called}s {why}"
    message = f"{what}; the first is {printable(parts[0].name)!r}"
    archive.noticed.append(noticed_in_archive("passed-over", Place(path, parts[0].line), message))
