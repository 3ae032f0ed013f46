"""Files -> evidence. Whatever is wrong inside a file becomes a problem; only a file that cannot be opened raises."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

from graph.collector import collector_paused
from graph.model import (
    NO_ARTICLE,
    STANCES,
    Article,
    Cause,
    Citation,
    Claim,
    Evidence,
    File,
    Place,
    Problem,
    Reference,
    Role,
    lineage,
)
from graph.reading.article_formats import detect
from graph.reading.claims import in_cell, parse_claims, part_citation
from graph.reading.folders import files_in
from graph.reading.joined_library import Library
from graph.reading.library_formats import join_references
from graph.reading.limits import USUAL_LIMITS, Limits, bytes_of, within
from graph.reading.source_values import add_values
from graph.reading.spreadsheets import table_text
from graph.reading.text import clean
from graph.wording import count, listing
from graph.writing import AnyPath

if TYPE_CHECKING:
    from graph.reading.articles import ArticleText
    from graph.reading.articles.suppressing import Span

FILES: dict[Role, str] = {
    "references": "references.bib",
    "claims": "claims.csv",
    "values": "evidence.csv",
    "article": "article.md",
}
"""What the files are called unless they have other names."""

AnyFile = AnyPath | File
"""A file on the disk, or one that was read already."""

Named = TypeVar("Named", bound=AnyFile)


@dataclass(slots=True)
class Draft:
    """What is read so far; `texts` are those of the `files`, one for each.

    `aliases` leads from other keys of a reference to the one that it is kept under, `numbers` from those of the list of
    the article that is read. `library` is that of the references, where it was read before.
    """

    files: Sequence[File]
    texts: list[str]
    references: dict[str, Reference] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    article: Article = NO_ARTICLE
    passed_over: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    limits: Limits = USUAL_LIMITS
    library: Library | None = None

    def of(self, role: Role) -> Iterator[tuple[str, str]]:
        """The text and the name of each file that holds this."""
        return ((text, file.name) for file, text in zip(self.files, self.texts, strict=True) if file.role == role)


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
    are the claims, and without `references` the bibliographies that it names are read.
    A library is BibTeX, CSL JSON, RIS, PubMed's nbib, EndNote's XML or a list in plain text, which its content tells.
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
    references = several(references) or [*chain.from_iterable(map(own_bibliographies, claims))]
    roles, given = zip(*with_roles(references, claims, values or None), strict=True)
    named = zip(shortest_names([*map(where_is, given)]), given, roles, strict=True)
    files = {(name, role): replace(opened(each, limits), name=name, role=role) for name, each, role in named}
    return read_files([*files.values()], limits)


def opened(file: AnyFile, limits: Limits = USUAL_LIMITS) -> File:
    """A file, read from the disk where it was not yet."""
    if isinstance(file, File):
        return within(file, limits)
    return File(PurePath(file).name, bytes_of(file, limits), "claims", os.fspath(file))


def where_is(file: AnyFile) -> AnyPath:
    """Where a file is; what is none on the disk is found by its name."""
    return file.path or file.name if isinstance(file, File) else file


def has_list(file: AnyFile) -> bool:
    """Whether an article has references of its own, in a list or in its citations; a table has none."""
    return has_references(article_at(file))


def has_references(article: ArticleText) -> bool:
    """Whether what was read of an article has references of its own."""
    carried = any(cited.record for marker in article.markers for cited in marker.cited)
    return bool(article.references or article.listed or carried)


def article_at(file: AnyFile) -> ArticleText:
    """The article in a file; of a table one without anything in it."""
    from graph.reading.articles import ArticleText  # who has a table and its bibliography waits for no article

    whole = opened(file)
    found = detect(whole)
    return found.read(whole) if found else ArticleText(file=whole.name)


def shortest_names(paths: Sequence[AnyPath]) -> list[str]:
    """As much of the end of each path as tells its file from the others, with `/`: "claims.csv", "a/refs.bib"."""
    whole = [PurePath(os.path.abspath(path)).parts for path in paths]  # noqa: PTH100 - `resolve` would follow links
    others = set(whole)

    def name(parts: tuple[str, ...]) -> str:
        lengths = range(1, len(parts) + 1)
        alone = (size for size in lengths if sum(other[-size:] == parts[-size:] for other in others) == 1)
        return PurePath(*parts[-next(alone) :]).as_posix()

    return [name(parts) for parts in whole]


def read_files(files: Sequence[File], limits: Limits = USUAL_LIMITS, library: Library | None = None) -> Evidence:
    """Read evidence from files that are in memory; `library` is what was read of those of references already."""
    found = [*map(as_seen, files)]
    passed_by: set[Role] = {"article"} if library is None else {"article", "references"}
    texts, problems = zip(*(text_in(file, passed_by) for file in found), strict=True)
    draft = Draft(found, list(texts), problems=list(chain.from_iterable(problems)), limits=limits, library=library)
    return assemble(draft)


def text_in(file: File, passed_by: Collection[Role]) -> tuple[str, list[Problem]]:
    """The text of a file; that of an article is its format's business, and may be no text at all."""
    return ("", []) if file.role in passed_by else table_text(file)


def as_seen(file: File) -> File:
    """A file of claims as what it is: a table or an article."""
    return replace(file, role="article") if file.role == "claims" and detect(file) else file


def several(paths: Named | Iterable[Named]) -> list[Named]:
    """Files of which there may be one or many."""
    return [paths] if isinstance(paths, str | os.PathLike | File) else list(paths)


def own_bibliographies(file: AnyFile) -> list[Path]:
    """The bibliographies that an article names and that are there; none for a table.

    They are found from the article's folder, and must be in it or in the working folder: an article that somebody else
    wrote says nothing about other files.
    """
    folder = Path(where_is(file)).parent
    named = [folder / name for name in article_at(file).bibliographies]
    allowed = (folder.resolve(), Path.cwd())
    return [each for each in named if each.is_file() and any(map(each.resolve().is_relative_to, allowed))]


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


def with_roles(
    references: Named | Iterable[Named], claims: Named | Iterable[Named], values: Named | None
) -> list[tuple[Role, Named]]:
    """What each file holds, beside the file: the bibliographies, the claims, perhaps source values."""
    pairs: list[tuple[Role, Named]] = [("references", each) for each in several(references)]
    pairs += [("claims", each) for each in several(claims)]
    if values is not None:
        pairs.append(("values", values))
    return pairs


def default_names(roles: Iterable[Role]) -> list[str]:
    """What files are called that have no name; the second bibliography is "references-2.bib"."""
    seen: Counter[Role] = Counter()
    names = []
    for role in roles:
        seen[role] += 1
        stem, _, suffix = FILES[role].partition(".")
        names.append(f"{stem}-{seen[role]}.{suffix}" if seen[role] > 1 else FILES[role])
    return names


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
        )


def clean_texts(draft: Draft) -> Iterator[Problem]:
    """Line breaks as everywhere, and no control characters."""
    for number, (file, text) in enumerate(zip(draft.files, draft.texts, strict=True)):
        draft.texts[number], problems = clean(text, file.name)
        yield from problems


def read_references(draft: Draft) -> Iterator[Problem]:
    """The bibliography, of one file or of several."""
    if draft.library:
        draft.references, draft.aliases = dict(draft.library.references), dict(draft.library.aliases)
        return
    library = join_references(draft.of("references"), draft.limits)
    draft.references, draft.aliases = library.references, library.aliases
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


def read_articles(draft: Draft) -> Iterator[Problem]:
    """The article, or its parts in their order: its own references, then its sentences."""
    numbers: Counter[str] = Counter()
    for article in whole_articles(draft):
        yield from article.problems
        yield from missing_bibliographies(article, draft)
        yield from add_own_references(article, draft)
        yield from add_sentences(article, draft, numbers)
        draft.article = draft.article if draft.article.title else article.about


def add_sentences(article: ArticleText, draft: Draft, numbers: Counter[str]) -> Iterator[Problem]:
    """Add the sentences of an article as claims; `numbers` goes on from one part of it to the next."""
    from graph.reading.articles.drafting import draft_claims

    drafted = draft_claims(article, draft.references, {**draft.aliases, **draft.numbers}, numbers)
    yield from drafted.problems.problems
    draft.claims |= drafted.claims
    draft.passed_over += drafted.left_out
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

    library = Library(
        article.file, references=draft.references, aliases=draft.aliases, shares_keys=True, limits=draft.limits
    )
    library.open(article.file)
    library.add_all(own_references(article))
    draft.numbers = {number: key for number, key in library.numbers.items() if number}
    yield from library.problems
    if article.listed:
        number = count(len(article.listed), "reference")
        message = f"{number} of the article's own list: read from lines of text; check them"
        yield Problem(rule="read-from-text", place=Place(article.file, article.listed[0].line), message=message)


def missing_bibliographies(article: ArticleText, draft: Draft) -> Iterator[Problem]:
    """The bibliographies that an article names and that were not read, unless others were given in their place."""
    read_ones = {PurePath(name).name for _, name in draft.of("references")}
    named = {name: PurePath(name).name for name in article.bibliographies}
    if read_ones and read_ones.isdisjoint(named.values()):
        return
    for name in (name for name, base in named.items() if base not in read_ones):
        message = f"the article names the bibliography {name!r}, which is not there; name it with --references"
        yield Problem(rule="unread-citation", place=Place(article.file, 1), message=message)


def part_joined_keys(draft: Draft) -> Iterator[Problem]:
    """Keys that commas join, as LaTeX does, are citations of their own where the bibliography has each of them."""
    known = draft.references.keys() | draft.aliases.keys()
    whole = {key for key in known if "," in key}
    tables = {name for _, name in draft.of("claims")}
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


def follow_aliases(draft: Draft) -> Iterator[Problem]:
    """A claim that cites a work by the key that another file gives it cites the reference that is kept."""
    for key, claim in draft.claims.items() if draft.aliases else ():
        kept: dict[str, Citation] = {}
        for citation in claim.citations:
            meant = replace(citation, reference=draft.aliases.get(citation.reference, citation.reference))
            first = kept.setdefault(meant.reference, meant)
            if first.stance != meant.stance and citation is not meant:
                message = f"{citation.reference!r} is {meant.reference!r}, which stands in {first.stance}; keep one"
                yield Problem(rule="two-stances", place=citation.place, message=message)
        draft.claims[key] = replace(claim, citations=tuple(kept.values()))


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
    part_joined_keys,
    follow_aliases,
    notice_stances,
    read_values,
)
"""How texts become evidence: each step adds to the draft and gives the problems that it meets."""


def collect_causes(claims: Iterable[Claim]) -> dict[str, Cause]:
    """Every cause that a claim is about or involves and the wider ones, in the order of the table."""
    causes: dict[str, Cause] = {}
    claims = list(claims)
    named = ((claim.cause, claim, "cause") for claim in claims)
    involved = ((name, claim, "involves") for claim in claims for name in claim.involves)
    for name, claim, column in chain(named, involved):
        new = [*takewhile(lambda each: each not in causes, lineage(name))]  # wider ones than a known one are known
        for each in reversed(new):
            causes[each] = Cause(each, claim.at(column))
    return causes
