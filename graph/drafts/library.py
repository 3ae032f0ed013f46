"""The bibliography of a draft: written once, and then the user's own, to which only entries are added that it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from graph.exports.bibtex import references_as_bibtex, write_bibtex
from graph.fixes.edits import BYTE_ORDER_MARK, LINE_BREAK, fits, read_text
from graph.model import Citation, Evidence, File, Reference, UnusableError
from graph.reading.articles.drafting import Shelf
from graph.reading.joined_library import Library, free_key
from graph.reading.library_formats import BIBTEX, format_of, join_references
from graph.reading.text import clean
from graph.texts.quotes import plain

ALIKE_TITLES = 60
"""How alike, of 100, the titles of two entries of one key must be for one to be the other, edited."""


class Joined(NamedTuple):
    """Evidence with the keys that a bibliography has for its references, and the references that it lacks."""

    evidence: Evidence
    new: tuple[Reference, ...]


NO_REFERENCES = b"% No reference was found; add them here.\n"
"""A bibliography to begin with: a page and an audit are made of a table and a bibliography."""


def first_library(evidence: Evidence) -> bytes:
    """The bibliography as BibTeX: as it is, where one such file is all there is, else written anew."""
    files = [file for file in evidence.files if file.role == "references"]
    if len(files) == 1 and files[0].name.lower().endswith(".bib") and not has_own_list(evidence):
        return files[0].data
    return references_as_bibtex(evidence).encode() or NO_REFERENCES


def has_own_list(evidence: Evidence) -> bool:
    """Whether a reference stands in the article itself."""
    articles = {file.name for file in evidence.files if file.role == "article"}
    return any(reference.place.file in articles for reference in evidence.references.values())


def join_library(evidence: Evidence, file: File) -> Joined:
    """Evidence whose citations name the entries of a bibliography, where it has the same works.

    A work is known by its identifiers or else its title, year and first author; an entry that somebody has edited by
    its key. UnusableError where the file is no BibTeX.
    """
    library = read_library(file)
    keys = known_keys(library, evidence.references.values())
    taken = {*library.references, *library.aliases, *evidence.references}
    new = []
    for reference in evidence.references.values():
        if reference.key not in keys:
            keys[reference.key] = free_key(reference.key, taken if reference.key in library.references else ())
            taken.add(keys[reference.key])
            new.append(replace(reference, key=keys[reference.key]))
    shelf = Shelf({**library.references, **{each.key: each for each in new}}, library.aliases)
    return Joined(renamed(evidence, keys, shelf), tuple(new))


def read_library(file: File) -> Library:
    """The bibliography in a file, opened for the works of another; UnusableError where it is no BibTeX."""
    source = read_text(file)
    text = clean(source.text.removeprefix(BYTE_ORDER_MARK), file.name)[0] if source else ""
    if source is None or format_of(text, file.name) is not BIBTEX:
        raise UnusableError(f"{file.name}: is no BibTeX, and left alone; name another folder with --into")
    library = join_references([(text, file.name)])
    library.open("")
    return library


def known_keys(library: Library, references: Iterable[Reference]) -> dict[str, str]:
    """The keys that references have in a bibliography: of the same work, or of an entry that may be it, edited."""
    keys, others = {}, []
    for reference in references:
        if twin := library.twin_of(reference):
            keys[reference.key] = twin.key
        else:
            others.append(reference)
    taken = {*keys.values()}
    for reference in others:
        entry = library.references.get(reference.key)
        if entry and entry.key not in taken and may_be_edited(entry, reference):
            keys[reference.key] = entry.key
    return keys


def may_be_edited(entry: Reference, reference: Reference) -> bool:
    """Whether two entries of one key may be one work: not with two DOIs, nor with titles that are not alike."""
    from rapidfuzz import fuzz

    dois = entry.facts.doi.folded, reference.facts.doi.folded
    titles = plain(entry.title).casefold(), plain(reference.title).casefold()
    return not (all(dois) and dois[0] != dois[1]) and (not all(titles) or fuzz.ratio(*titles) >= ALIKE_TITLES)


def renamed(evidence: Evidence, keys: Mapping[str, str], shelf: Shelf) -> Evidence:
    """Evidence with other keys of its references; what it cites and lacks may be on the shelf."""

    def key_of(key: str) -> str:
        return keys.get(key) or (key if key.isdecimal() else shelf.find(key))

    claims = {}
    for name, claim in evidence.claims.items():
        cited: dict[str, Citation] = {}
        for each in claim.citations:
            cited.setdefault(key := key_of(each.reference), replace(each, reference=key))
        claims[name] = replace(claim, citations=tuple(cited.values()))
    return replace(evidence, references=shelf.references, claims=claims)


def with_entries(file: File, references: Iterable[Reference]) -> bytes:
    """A bibliography with further entries at its end; all that it has stays as it stands."""
    source = read_text(file)
    entries = write_bibtex(references)
    if source is None or not entries:
        return file.data
    line_break = found.group() if (found := LINE_BREAK.search(source.text)) else "\n"
    between = line_break * (1 if LINE_BREAK.search(source.text[-1:]) else 2)
    text = "".join([source.text, between if source.text else "", entries.replace("\n", line_break)])
    return text.encode(source.encoding if fits(text, source.encoding) else "utf-8")
