"""The steps of reading an article: its parts, its own references, its sentences, and what it suppresses."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from graph.model import Place, Problem, Severity
from graph.reading.article_formats import detect
from graph.reading.bibliographies import printed_beside
from graph.reading.draft import Draft
from graph.reading.joined_library import Library
from graph.reading.project_settings import MADE, MANUBOT, bibliographies_in
from graph.wording import count, listing

if TYPE_CHECKING:
    from graph.reading.articles import ArticleText
    from graph.reading.articles.suppressing import Span

NAME_ANOTHER, CORRECT_IT = "name it with --references", "put it there, or correct the name"
"""What to do about a bibliography that is not there: of one article, and of one among many that found its own."""

NOT_MADE = f"Manubot has not made the bibliography 'output/{MADE}', which is not there; build the manuscript"
"""What is said where a manuscript names its references by identifiers alone."""

OF_TEX = frozenset({"IEEEabrv.bib", "IEEEfull.bib", "mrabbrev.bib"})
"""Abbreviations of journals that come with LaTeX; no work is in them."""

WORKED_OUT = "the project names the bibliography in a program, which is not run; write its name out there"
"""What is said where only a program can tell what the bibliographies are."""


def read_articles(draft: Draft) -> Iterator[Problem]:
    """The article, or its parts in their order: its own references, then its sentences."""
    numbers: Counter[str] = Counter()
    articles = whole_articles(draft)
    for article in articles:
        yield from article.problems
        yield from add_own_references(article, draft)
        yield from add_sentences(article, draft, numbers)
        draft.article = draft.article if draft.article.title else article.about
    for article in articles:
        yield from missing_bibliographies(article, draft)
    yield from missing_in_projects(draft)


def add_sentences(article: ArticleText, draft: Draft, numbers: Counter[str]) -> Iterator[Problem]:
    """Add the sentences of an article as claims; `numbers` goes on from one part of it to the next."""
    from graph.reading.articles.drafting import draft_claims

    drafted = draft_claims(article, draft.references, {**draft.aliases, **draft.numbers}, numbers)
    yield from drafted.problems.problems
    draft.claims |= drafted.claims
    draft.passed_over += drafted.left_out
    draft.cited_apart |= drafted.cited_apart
    suppress(article, drafted.spans, draft)


def whole_articles(draft: Draft) -> list[ArticleText]:
    """The articles, without those that another one brings in; what is brought in becomes a file of the draft."""
    files = [file for file in draft.files if file.role == "article"]
    read_ones = [(file, found.read(file)) for file in files if (found := detect(file))]
    parts = {os.path.realpath(part.path or part.name): part for _, article in read_ones for part in article.parts}
    whole = [article for file, article in read_ones if not file.path or os.path.realpath(file.path) not in parts]
    known = {os.path.realpath(file.path) for file in files if file.path}
    new = [replace(part, role="article") for path, part in parts.items() if path not in known]
    draft.files, draft.texts = [*draft.files, *new], [*draft.texts, *("" for _ in new)]
    return whole or [article for _, article in read_ones]


def suppress(article: ArticleText, sentences: Iterable[Span], draft: Draft) -> None:
    """Give the comments of an article that suppress findings to the claims and references that they stand at."""
    from graph.reading.articles.suppressing import Span, suppressions_in

    if not article.comments:
        return
    files = {article.file, *(part.name for part in article.parts)}
    listed = [each for each in draft.references.values() if each.place.file in files]
    entries = (Span(each.place.file, each.place.line, 1, each.place.line, each.id) for each in listed)
    for owner, found in suppressions_in(article, (*sentences, *entries)).items():
        kind, _, key = owner.partition(":")
        if kind == "claim":
            draft.claims[key] = replace(draft.claims[key], noqa=tuple(found))
        else:
            draft.references[key] = replace(draft.references[key], noqa=tuple(found))


def add_own_references(article: ArticleText, draft: Draft) -> Iterator[Problem]:
    """Add the list of references that an article has; a work that a bibliography has, too, is one."""
    from graph.reading.articles.drafting import own_references

    draft.numbers = {}
    own = [*own_references(article)]
    if not own:
        return
    library = Library(
        article.file, references=draft.references, aliases=draft.aliases, shares_keys=True, limits=draft.limits
    )
    library.open(article.file)
    library.add_all(own)
    draft.numbers = {number: key for number, key in library.numbers.items() if number}
    yield from library.problems
    if article.listed:
        number = count(len(article.listed), "reference")
        message = f"{number} of the article's own list: read from lines of text; check them"
        yield Problem(rule="read-from-text", place=Place(article.file, article.listed[0].line), message=message)


def missing_bibliographies(article: ArticleText, draft: Draft) -> Iterator[Problem]:
    """The bibliographies that an article names and that were not read, unless who asks chose others in their place."""
    read_ones = draft.named("references")
    files = {name: PurePath(name).name for name in article.bibliographies}
    named = {name: base for name, base in files.items() if base not in OF_TEX}
    has_others = bool(read_ones) and read_ones.isdisjoint(named.values())
    if has_others and (draft.chosen or printed_beside(PurePath(article.file).name) in read_ones):
        return
    cure = (
        f"{listing(sorted(read_ones))} {'is' if len(read_ones) == 1 else 'are'} read in its place" if has_others else ""
    )
    severity: Severity | None = "info" if has_others and not lacks_references(draft) else None
    for name in (name for name, base in named.items() if base not in read_ones):
        message = f"the article names the bibliography {gone(name, draft, cure)}"
        yield Problem(rule="unread-citation", place=Place(article.file, 1), message=message, severity=severity)


def missing_in_projects(draft: Draft) -> Iterator[Problem]:
    """The bibliographies that the settings of projects name and that were not read, where they may be missed."""
    settings = [file for file in draft.files if file.role == "settings"]
    read_ones, lacks = draft.named("references"), bool(settings) and lacks_references(draft)
    severity: Severity | None = None if lacks else "info"
    for file in settings:
        named = bibliographies_in(file)
        missing = [name for name in named.names if PurePath(name).name not in read_ones]
        messages = [f"the project names the bibliography {gone(name, draft)}" for name in missing]
        messages += [WORKED_OUT] if named.is_unread else []
        messages += [NOT_MADE] if PurePath(file.name).name == MANUBOT and MADE not in read_ones else []
        for message in messages if lacks or (missing and len(missing) == len(named.names)) else ():
            place = Place(file.name, named.line)
            yield Problem(rule="unread-citation", place=place, message=message, severity=severity)


def gone(name: str, draft: Draft, cure: str = "") -> str:
    """A bibliography that is not there, and what to do about it."""
    return f"{name!r}, which is not there; {cure or (NAME_ANOTHER if draft.chosen else CORRECT_IT)}"


def lacks_references(draft: Draft) -> bool:
    """Whether something is cited that no bibliography and no list has."""
    known = draft.references.keys() | draft.aliases.keys() | draft.sets.keys()
    return any(each.reference not in known for claim in draft.claims.values() for each in claim.citations)
