"""The sources' own texts, which the user keeps in a folder, and whether what is quoted from a source is there.

A text is `KEY.txt`, or Markdown, HTML or XML under another ending. The folder is listed and nothing else is opened, so
that no key leads out of it. What a file name cannot hold in a key, or what a person would rather not write, is `_`.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Literal, NamedTuple, get_args

from graph.model import Citation, Evidence, File
from graph.reading.article_formats import detect
from graph.reading.contents import what_is
from graph.reading.text import BYTE_ORDER_MARKS, decode
from graph.texts.quotes import ComparableText, nearest_passage, plain, read_article

SUFFIXES = (".txt", ".md", ".html", ".htm", ".xhtml", ".xml", ".nxml", ".tei")
"""How the names of texts end; of two texts of one reference the first counts."""

MAX_SIZE = 20_000_000
"""How many bytes of a text are read: a thick book has a tenth of it."""

UNSAFE = re.compile(r"[^\w.-]")
LEFT_OUT = re.compile(r"\s*[\[(]?\.\.\.[\])]?\s*")
HYPHEN = re.compile(r"-\s?")

QuoteState = Literal["found", "not found", "no text"]
"""Whether a quote is in its source's text; without a text, or with an abstract alone, nobody can say that it is not."""

QUOTE_STATES: tuple[QuoteState, ...] = get_args(QuoteState)


class SourceText(NamedTuple):
    """The text of a source as quotes are looked for in it, and the name of its file; `fault` is why it is not read."""

    name: str
    text: ComparableText
    fault: str = ""


class Quoted(NamedTuple):
    """A citation whose source is quoted, the state of the quote, and the text that it was looked for in."""

    citation: Citation
    state: QuoteState
    text: ComparableText


def read_texts(folder: str | os.PathLike[str], evidence: Evidence) -> dict[str, SourceText]:
    """The texts in a folder of the references that are quoted, by key.

    Raises OSError where there is no such folder; a file that cannot be read is said to be so.
    """
    quoted = dict.fromkeys(citation.reference for citation in quoting(evidence))
    names = text_names(folder)
    forms = Counter(map(file_form, evidence.references))
    found = {}
    for key in quoted:
        alike = names.get(file_form(key), [])
        own = [name for name in alike if PurePath(name).stem == key] or (alike if forms[file_form(key)] == 1 else [])
        if own:
            found[key] = read_source(Path(folder, own[0]))
    return found


def quoting(evidence: Evidence) -> Iterator[Citation]:
    """The citations for which somebody noted the source's own words."""
    return (citation for citation in evidence.citations() if citation.source and citation.source.quote.strip())


def text_names(folder: str | os.PathLike[str]) -> dict[str, list[str]]:
    """The names of a folder's texts by what keys are compared with, the ending that counts first."""
    found: dict[str, list[str]] = defaultdict(list)
    names = [entry.name for entry in os.scandir(folder) if entry.is_file()]
    for suffix in SUFFIXES:
        for name in sorted(names):
            if PurePath(name).suffix.casefold() == suffix:
                found[file_form(PurePath(name).stem)].append(name)
    return found


def file_form(key: str) -> str:
    """A key or the name of a text as the two are compared, in any case."""
    return UNSAFE.sub("_", unicodedata.normalize("NFC", key)).casefold()


def read_source(path: Path) -> SourceText:
    """The text in a file, or why it has none."""
    nothing = read_article("", ())
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_SIZE else b""
    except OSError as error:
        return SourceText(path.name, nothing, error.strerror or "it cannot be opened")
    if size > MAX_SIZE:
        return SourceText(path.name, nothing, f"it has more than {MAX_SIZE // 1_000_000} MB")
    if what := what_else(data):
        return SourceText(path.name, nothing, f"it is {what}")
    return SourceText(path.name, read_article(words_in(File(path.name, data, "article")), ()))


def what_else(data: bytes) -> str:
    """What bytes are that are no text, or an empty string."""
    is_binary = b"\0" in data and not data.startswith(tuple(BYTE_ORDER_MARKS))
    return what_is(data) or "no text" if is_binary or data.startswith(b"%PDF-") or not data.strip() else ""


def words_in(file: File) -> str:
    """What a person reads in a file: as it stands in plain text, else without its markup."""
    form = None if PurePath(file.name).suffix.casefold() == ".txt" else detect(file)
    passages = form.read(file).passages if form else ()
    return "\n".join("".join(run.text for run in each.runs) for each in passages) or decode(file.data, file.name)[0]


def looked_up(evidence: Evidence, texts: Mapping[str, SourceText] | None) -> Iterator[Quoted]:
    """Every quote of a source with its state, by the source's text and the abstract of its entry."""
    for citation in quoting(evidence):
        reference = evidence.references.get(citation.reference)
        abstract = reference.fields.get("abstract", "") if reference else ""
        own = (texts or {}).get(citation.reference)
        yield look_up(citation, own.text if own and not own.fault else None, read_article(abstract, ()))


def look_up(citation: Citation, own: ComparableText | None, abstract: ComparableText) -> Quoted:
    """A quote with its state; an abstract alone tells only that a quote is there, or is there in nearly these words."""
    quote = citation.source.quote if citation.source else ""
    if holds(abstract, quote) or (own and holds(own, quote)):
        return Quoted(citation, "found", own or abstract)
    is_missing = own is not None or bool(nearest_passage(abstract, quote))
    return Quoted(citation, "not found" if is_missing else "no text", own or abstract)


def holds(text: ComparableText, quote: str) -> bool:
    """Whether a text has a quote, in any case, hyphenated in any way; what the quote leaves out may be anything."""
    parts = [part for part in LEFT_OUT.split(plain(quote).casefold().strip("\"'. ")) if part]
    source = text.text.casefold()
    return bool(parts) and (stand_in(parts, source) or stand_in([*map(joined_up, parts)], joined_up(source)))


def stand_in(parts: Sequence[str], text: str) -> bool:
    """Whether a text has parts, one after another."""
    position = 0
    for part in parts:
        place = text.find(part, position)
        if place < 0:
            return False
        position = place + len(part)
    return True


def joined_up(text: str) -> str:
    """A text without its hyphens, of which some only end a line."""
    return HYPHEN.sub("", text)
