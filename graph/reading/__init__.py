"""Files -> evidence. Whatever is wrong inside a file becomes a problem; only a file that cannot be opened raises."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from graph.collector import collector_paused
from graph.model import STANCES, Citation, Claim, Evidence, File, Place, Problem, Role
from graph.reading.article_steps import read_articles
from graph.reading.bibliographies import meant_by
from graph.reading.causes import collect_causes
from graph.reading.claims import in_cell, parse_claims, part_citation
from graph.reading.draft import Draft
from graph.reading.folders import files_in
from graph.reading.given_files import (
    FILES,
    AnyFile,
    article_at,
    as_seen,
    default_names,
    has_references,
    opened,
    several,
    shortest_names,
    text_in,
    where_is,
    with_roles,
)
from graph.reading.joined_library import Library
from graph.reading.library_formats import join_references
from graph.reading.limits import USUAL_LIMITS, Limits, within
from graph.reading.named_sources import follow_names
from graph.reading.source_values import add_values
from graph.reading.text import clean
from graph.references.dois import read_doi
from graph.references.identifiers import identifiers
from graph.wording import listing

IDENTIFIER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?10\.\d{4,9}/|(?:pmid|arxiv):", re.IGNORECASE)
"""How what is written in the place of a key begins, where it is the identifier of a work."""

__all__ = [
    "FILES",
    "STEPS",
    "article_at",
    "collect_causes",
    "has_references",
    "meant_by",
    "opened",
    "parse",
    "read",
    "read_files",
    "shortest_names",
]


def read(
    references: AnyFile | Iterable[AnyFile],
    claims: AnyFile | Iterable[AnyFile] | None = None,
    values: AnyFile | None = None,
    *,
    limits: Limits = USUAL_LIMITS,
) -> Evidence:
    """Read a library or several, a claims table (CSV, .xlsx, .ods) and perhaps a table of source values.

    A folder alone is that of `references.bib`, `claims.csv` (or a spreadsheet of that name) and perhaps `evidence.csv`.
    In place of the table there may be the article itself, or the files of its parts in their order: then its sentences
    are the claims, and without `references` the bibliographies are read that it names, or its project's settings.
    A library is BibTeX, CSL in JSON or YAML, Zotero's JSON, Hayagriva, RIS, PubMed's nbib, EndNote's XML, what BibTeX
    prints or a list in plain text, which its content tells.
    Several are joined, and a work that two of them have is one; a file that is named twice is read once. A `File` was
    read already. Places name files by no more of their paths than tells them apart, so that evidence is the same
    wherever its files are.
    Raises OSError where a file cannot be opened, and UnusableError where one is larger than the `limits`, or a folder
    has two tables; everything wrong inside the files is in `problems`.

    >>> import graph
    >>> graph.read("data/references.bib", "data/claims.csv")
    <Evidence: 106 claims, 21 references, 35 causes, 0 problems>
    >>> graph.read("data") == graph.read("data/references.bib", "data/claims.csv")
    True
    """
    if claims is None:
        references, claims, found = files_in(references)
        values = values or found
    claims = [opened(each, limits) for each in several(claims)]
    references = several(references)
    meant = [] if references else [*map(meant_by, claims)]
    references += chain.from_iterable(each.bibliographies for each in meant)
    settings = chain.from_iterable(each.settings for each in meant)
    roles, given = zip(*with_roles(references, claims, values or None, settings), strict=True)
    named = zip(shortest_names([*map(where_is, given)]), given, roles, strict=True)
    files = {(name, role): replace(opened(each, limits), name=name, role=role) for name, each, role in named}
    return read_files([*files.values()], limits)


def read_files(
    files: Sequence[File], limits: Limits = USUAL_LIMITS, library: Library | None = None, *, chosen: bool = True
) -> Evidence:
    """Read evidence from files that are in memory; `library` is what was read of those of references already.

    Where these were not `chosen`, but found, it is told which ones an article names and were not.
    """
    found = [*map(as_seen, files)]
    passed_by: set[Role] = {"article", "settings"} if library is None else {"article", "settings", "references"}
    texts, problems = zip(*(text_in(file, passed_by) for file in found), strict=True)
    known = list(chain.from_iterable(problems))
    return assemble(Draft(found, list(texts), problems=known, limits=limits, library=library, chosen=chosen))


def parse(
    references: str | Iterable[str],
    claims: str | Iterable[str],
    values: str | None = None,
    *,
    files: Sequence[str] = (),
    limits: Limits = USUAL_LIMITS,
) -> Evidence:
    r"""Read evidence from texts that are decoded already, of a bibliography or several, of claims and source values.

    They may be in any format of text that `read` knows. `files` are the names that places get, in that order. What is
    wrong in them is in `problems`. Raises UnusableError where a text is larger than the `limits`.

    >>> import graph
    >>> evidence = graph.parse("@article{drake2013}", "claim_id,cause,claim,supports\nc1,Coffee,It wakes.,drake2013")
    >>> evidence.claims["c1"].citations[0].reference
    'drake2013'
    """
    roles, texts = zip(*with_roles(references, claims, values), strict=True)
    names = [*files, *default_names(roles)[len(files) :]]
    named = zip(names, texts, roles, strict=False)
    given = [File(name, text.encode(errors="replace"), role) for name, text, role in named]
    found = [as_seen(within(file, limits)) for file in given]
    plain = ["" if file.role == "article" else text for file, text in zip(found, texts, strict=False)]
    return assemble(Draft(found, plain, limits=limits))


def assemble(draft: Draft) -> Evidence:
    """The evidence of a draft, by all steps in their order."""
    with collector_paused():
        for step in STEPS:
            draft.problems += step(draft)
        return Evidence(
            references=draft.references,
            claims=draft.claims,
            causes=collect_causes(draft.claims.values()),
            problems=tuple(draft.problems),
            files=tuple(draft.files),
            article=draft.article,
            passed_over=draft.passed_over,
            cited_apart=frozenset(draft.cited_apart),
        )


def clean_texts(draft: Draft) -> Iterator[Problem]:
    """Line breaks as everywhere, and no control characters."""
    for number, (file, text) in enumerate(zip(draft.files, draft.texts, strict=True)):
        draft.texts[number], problems = clean(text, file.name)
        yield from problems


def read_references(draft: Draft) -> Iterator[Problem]:
    """The bibliography, of one file or of several."""
    library = draft.library or join_references(draft.of("references"), draft.limits)
    draft.references, draft.aliases, draft.sets = dict(library.references), dict(library.aliases), library.sets
    if not draft.library:
        yield from library.problems


def read_claims(draft: Draft) -> Iterator[Problem]:
    """The claims table, or several."""
    for text, name in draft.of("claims"):
        claims, problems = parse_claims(text, name, draft.limits)
        yield from problems
        yield from add_claims(claims, draft)


def add_claims(claims: Mapping[str, Claim], draft: Draft) -> Iterator[Problem]:
    """Add the claims of a file; one whose key an earlier file has is left out."""
    for key, claim in claims.items():
        first = draft.claims.setdefault(key, claim)
        if first is not claim:
            message = f"row left out: claim_id {key!r} is used in {first.place} already; give it another"
            yield Problem(rule="malformed-table", place=claim.place, message=message, unread=1, text=claim.text)


def part_joined_keys(draft: Draft) -> Iterator[Problem]:
    """Keys that commas join, as LaTeX does, are citations of their own where the bibliography has each of them."""
    tables = {name for _, name in draft.of("claims")}
    known = draft.references.keys() | draft.aliases.keys() if tables else set()
    whole = {key for key in known if "," in key}
    for key, claim in draft.claims.items():
        cited = claim.citations if claim.place.file in tables else ()
        joined = [each for each in cited if "," in in_cell(each) and each.reference not in whole]
        if joined:
            parts = {each: part_citation(each, known) for each in joined}
            yield from chain.from_iterable(joined_problem(*pair) for pair in parts.items())
            citations = [part for each in claim.citations for part in parts.get(each, [each])]
            yield from joined_stances(citations, claim)
            draft.claims[key] = replace(claim, citations=tuple(dict.fromkeys(citations)))


def joined_stances(citations: Iterable[Citation], claim: Claim) -> Iterator[Problem]:
    """What is said where a key that is joined to others stands in another stance, too."""
    first: dict[str, Citation] = {}
    for each in citations:
        other = first.setdefault(each.reference, each)
        if other.stance != each.stance and not {other, each} <= set(claim.citations):  # else it is said already
            message = f"claim {claim.key!r}: {each.reference!r} stands in {other.stance} and in {each.stance}"
            yield Problem(rule="two-stances", place=each.place, message=f"{message}; keep the truer one")


def joined_problem(citation: Citation, parts: Sequence[Citation]) -> Iterator[Problem]:
    """What is said of keys that commas join: that they are read, or that they are no key."""
    owner = f"claim {citation.claim!r}: {in_cell(citation)!r}"
    if len(parts) > 1:
        message = f"{owner} are keys that commas join; write {'; '.join(map(in_cell, parts))}"
        yield Problem(rule="unknown-word", place=citation.place, message=message, severity="info")
    elif "," in citation.reference:
        message = f"{owner} is no reference key; write key; key (p. 3)"
        yield Problem(rule="unknown-word", place=citation.place, message=message, text=in_cell(citation))


def follow_identifiers(draft: Draft) -> Iterator[Problem]:
    """A claim of a table that cites an identifier ("doi:10.1000/x") cites the reference that has it."""
    cited = (each.reference for claim in draft.claims.values() for each in claim.citations)
    written = {each for each in cited if each not in draft.references and IDENTIFIER.match(each)}
    if written:
        known = {name: key for key, each in draft.references.items() for name in identifiers(each)}
        found = {each: known.get(identifier_of(each)) for each in written}
        draft.aliases = {**draft.aliases, **{each: key for each, key in found.items() if key}}
    return iter(())


def identifier_of(written: str) -> str:
    """An identifier as references are known by it."""
    doi = read_doi(written)
    return f"doi:{doi.folded}" if doi.is_possible else written.casefold()


def follow_aliases(draft: Draft) -> Iterator[Problem]:
    """A claim that cites a work by another key cites the reference that is kept, by that of a set all in it."""
    for key, claim in draft.claims.items() if draft.aliases or draft.sets else ():
        kept: dict[str, Citation] = {}
        for citation in chain.from_iterable(in_set(each, draft) for each in claim.citations):
            meant = replace(citation, reference=draft.aliases.get(citation.reference, citation.reference))
            first = kept.setdefault(meant.reference, meant)
            if first.stance != meant.stance and citation is not meant:
                message = f"{citation.reference!r} is {meant.reference!r}, which stands in {first.stance}; keep one"
                yield Problem(rule="two-stances", place=citation.place, message=message)
        draft.claims[key] = replace(claim, citations=tuple(kept.values()))


def in_set(citation: Citation, draft: Draft) -> list[Citation]:
    """A citation, or those of all references in the set that it names."""
    members = draft.sets.get(citation.reference)
    return [replace(citation, reference=key) for key in members] if members else [citation]


def notice_stances(draft: Draft) -> Iterator[Problem]:
    """Columns of another name whose cells are reference keys: a stance that this program does not know."""
    seen: dict[tuple[str, str], bool] = {}
    for claim in draft.claims.values():
        for column, cell in claim.extra.items():
            keys = [part.partition("(")[0].strip() for part in cell.split(";")]
            where = claim.place.file, column
            seen[where] = seen.get(where, True) and all(key in draft.references or key in draft.aliases for key in keys)
    for (file, column), is_stance in seen.items():
        if is_stance:
            message = f"unknown stance {column!r}: its cells are reference keys; use {listing(STANCES)}"
            yield Problem(rule="unknown-word", place=Place(file, 1, column), message=message)


def read_values(draft: Draft) -> Iterator[Problem]:
    """What the sources themselves say."""
    for text, name in draft.of("values"):
        draft.claims, problems = add_values(draft.claims, text, name, draft.aliases, draft.limits)
        yield from problems


STEPS: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    clean_texts,
    read_references,
    read_claims,
    read_articles,
    follow_names,
    part_joined_keys,
    follow_identifiers,
    follow_aliases,
    notice_stances,
    read_values,
)
"""How texts become evidence: each step adds to the draft and gives the problems that it meets."""
