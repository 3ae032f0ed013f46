"""One article -> plain rows: the function that runs the same in this process, in a pool, and on a cluster."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from graph.archive.identities import family_name, identities
from graph.archive.tables import ARCHIVE_TABLES, ARTICLES_COLUMNS, Rows, Scalar, id_of
from graph.auditing.engine import audit, by_place
from graph.auditing.given import Given
from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.model import NO_ARTICLE, SEVERITIES, Evidence, File, Quantity, Reference, Role
from graph.reading import read_files
from graph.reading.narrowing import narrowed
from graph.references.citing import short_citation, volume
from graph.references.identifiers import identifiers, pmids
from graph.support import SOURCED, Support

ScalarRow = tuple[Scalar, ...]

Known = list[tuple[str, int]]
"""What a reference is known by: the kinds and numbers of its identities."""

RUN_OF_LETTERS = re.compile(r"\w+")


def article_rows(
    name: str, contents: Mapping[str, bytes], files: Mapping[str, Role], given: Given, settings: Settings
) -> Rows:
    """Read and audit one article, and give what is in it and what was found as the rows of all tables.

    `contents` are its files by name, and `files` says what each of them holds. The same arguments give the same rows
    everywhere; nothing is read from the disk. What is wrong in the files is in the findings. Raises UnusableError for
    settings that mean nothing, and for a file that is larger than the limits.
    """
    read_ones = [File(path, contents[path], role) for path, role in files.items()]
    evidence = narrowed(read_files(read_ones, settings.limits), settings.only, settings.section)
    if settings.about != NO_ARTICLE:
        evidence = replace(evidence, article=settings.about)
    report = audit(evidence, of_this(settings, evidence), given)
    article, support = id_of(name), Support(evidence, identifiers)
    known = {each.key: numbered(article, each) for each in evidence.references.values()}
    return {
        "articles": [row_of_article(article, name, evidence, report, support)],
        "references": list(rows_of_references(article, support, known)),
        "identities": list(rows_of_identities(article, evidence, known)),
        "claims": list(rows_of_claims(article, support)),
        "citations": list(rows_of_citations(article, support, known)),
        "causes": list(rows_of_causes(article, support)),
        "findings": list(rows_of_findings(article, report)),
    }


def of_this(settings: Settings, evidence: Evidence) -> Settings:
    """The settings without what they say of causes that this article does not have, as another one has them."""
    mine = {cause: said for cause, said in settings.causes.items() if cause in evidence.causes}
    return replace(settings, causes=mine)


def row_of_article(article: int, name: str, evidence: Evidence, report: Report, support: Support) -> ScalarRow:
    """The article as a whole."""
    states = Counter(support.states.values())
    about = evidence.article
    return (
        article,
        name,
        *(about.title, about.date, about.url),
        *(len(evidence.claims), sum(states[each] for each in SOURCED), states["refuted"]),
        *(len(evidence.references), len(evidence.causes)),
        *map(report.count, SEVERITIES),
        sum(problem.unread for problem in evidence.problems),
        None,
    )


def failed_article(name: str, why: str) -> Rows:
    """The rows of an article that could not be read: who it is, and why."""
    said: dict[str, Scalar] = {"article": id_of(name), "name": name, "failure": why}
    row: ScalarRow = tuple(said.get(column, kind()) for column, kind in ARTICLES_COLUMNS.items())
    return {table: [row] if table == "articles" else [] for table in ARCHIVE_TABLES}


def numbered(article: int, reference: Reference) -> Known:
    """What a reference is known by, as numbers with their kinds; one that is known by nothing by itself alone."""
    return [(kind, id_of(text)) for kind, text in identities(reference)] or [
        ("own", id_of(f"{article}|{reference.key}"))
    ]


def lowest(known: Known) -> int:
    """The lowest of the numbers that a reference is known by."""
    return min(identity for _, identity in known)


def rows_of_references(article: int, support: Support, known: Mapping[str, Known]) -> Iterator[ScalarRow]:
    """A row a reference."""
    evidence = support.evidence
    cited = Counter(key for claim in evidence.claims.values() for key in {each.reference for each in claim.citations})
    for number, each in enumerate(evidence.references.values()):
        yield (
            *(article, number, each.key, each.type, short_citation(each), each.title, family_name(each)),
            *(each.facts.year.first, each.journal, volume(each), each.fields.get("issn", "")),
            *(each.facts.doi.bare, next(pmids(each), ""), each.design, lowest(known[each.key])),
            *(cited[each.key], len(support.carries(each.key)), len(support.falls_with(each.key).claims)),
            *(each.place.file, each.place.line),
        )


def rows_of_identities(article: int, evidence: Evidence, known: Mapping[str, Known]) -> Iterator[ScalarRow]:
    """A row for each thing that a reference is known by."""
    for number, each in enumerate(evidence.references.values()):
        first, title = lowest(known[each.key]), wording(each.title)
        for kind, identity in known[each.key]:
            yield article, number, kind, identity, first, title


def rows_of_claims(article: int, support: Support) -> Iterator[ScalarRow]:
    """A row a claim."""
    for number, claim in enumerate(support.evidence.claims.values()):
        state = support.states[claim.key]
        yield (
            *(article, number, claim.key, number_of_cause(claim.cause), claim.text, wording(claim.text)),
            *(state, int(state in SOURCED), claim.kind),
            *cells_of_figures(claim.quantity),
            *(claim.section, claim.place.file, claim.place.line),
        )


def wording(text: str) -> int:
    """The number of a text's words, without case and marks."""
    return id_of(" ".join(RUN_OF_LETTERS.findall(text.casefold())))


def number_of_cause(name: str) -> int:
    """The number of a cause, which is the same in any case."""
    return id_of(f"cause:{name.casefold()}")


def cells_of_figures(quantity: Quantity) -> ScalarRow:
    """What may be compared with it, what it is a figure of, the figure, and from where to where it reaches."""
    estimate = quantity.estimate
    low, high = estimate.ends or (None, None)
    of_what = (quantity.measure, quantity.unit, quantity.population)
    same = "|".join((*of_what, quantity.comparator, estimate.interval or "")).casefold()
    compared = id_of(f"figures:{same}") if estimate.ends and quantity.measure else None
    return (compared, *of_what, *map(as_float, (estimate.point, low, high)), estimate.interval)


def as_float(number: Decimal | None) -> float | None:
    """A decimal as databases compare it."""
    return None if number is None else float(number)


def rows_of_citations(article: int, support: Support, known: Mapping[str, Known]) -> Iterator[ScalarRow]:
    """A row a citation."""
    for number, claim in enumerate(support.evidence.claims.values()):
        for each in claim.citations:
            first = lowest(known[each.reference]) if each.reference in known else None
            yield (
                *(article, number, support.numbers.get(each.reference), first, each.reference, each.stance),
                *(each.basis, each.locator, each.place.file, each.place.line),
            )


def rows_of_causes(article: int, support: Support) -> Iterator[ScalarRow]:
    """A row a cause, with its coverage."""
    causes = support.evidence.causes
    for row in support.coverage():
        wider = causes[row.cause].wider
        yield (
            *(article, number_of_cause(row.cause), row.cause, number_of_cause(wider) if wider else None),
            *(row.claims, row.sourced, row.supported, row.qualified, row.contested, row.refuted),
            *(row.mentioned, row.unsourced, row.involving, row.references, row.independent),
        )


def rows_of_findings(article: int, report: Report) -> Iterator[ScalarRow]:
    """A row a finding, by place; those that are excused are among them."""
    excused = {id(each.finding): each for each in report.suppressed}
    every = sorted((*report.all_findings, *(each.finding for each in report.suppressed)), key=by_place)
    for number, each in enumerate(every):
        root, why = report.follows.get(each), excused.get(id(each))
        yield (
            *(article, number, each.code, each.rule, each.severity, each.subject, each.message),
            *(each.place.file, each.place.line, each.place.column),
            f"{root.place} {root.code}" if root else None,
            *((why.by, why.reason) if why else (None, None)),
            each.place.offset,
        )
