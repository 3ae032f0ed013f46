"""One article -> plain rows: the function that runs the same in this process, in a pool, and on a cluster."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from graph.archive.identities import family_name, identities
from graph.archive.rules import noticed_in_archive
from graph.archive.tables import ARCHIVE_TABLES, ARTICLES_COLUMNS, Rows, Scalar, ScalarRow, id_of
from graph.auditing.engine import audit, by_place
from graph.auditing.given import Given
from graph.auditing.report import Report, Suppressed, numbers_by_severity
from graph.auditing.settings import Settings
from graph.collector import collector_paused
from graph.model import (
    NO_ARTICLE,
    Article,
    Evidence,
    File,
    Finding,
    Place,
    Quantity,
    Reference,
    Role,
    UnusableError,
)
from graph.reading import read_files
from graph.reading.article_formats import MARKDOWN_SUFFIXES
from graph.reading.contents import claims_table, no_table, textless, torn_article
from graph.reading.joined_library import Library
from graph.reading.library_formats import join_references
from graph.reading.limits import Limits
from graph.reading.narrowing import narrowed_to
from graph.reading.spreadsheets import table_text
from graph.reading.text import clean, line_of_part
from graph.references.citing import short_citation, volume
from graph.references.identifiers import identifiers, pmids
from graph.rules.own_work import own_parts
from graph.support import SOURCED, Support


class KnownBy(NamedTuple):
    """What a reference is known by: the kinds and numbers of its identities, and the lowest of these."""

    identities: Sequence[tuple[str, int]]
    lowest: int


RUN_OF_LETTERS = re.compile(r"\w+")


@collector_paused()
def article_rows(  # noqa: PLR0913, PLR0917 - what an article is made of
    name: str,
    contents: Mapping[str, bytes],
    files: Mapping[str, Role],
    given: Given,
    settings: Settings,
    shared: Collection[str] = (),
) -> Rows:
    """Read and audit one article, and give what is in it and what was found as the rows of all tables.

    `contents` are its files by name, and `files` says what each of them holds: `claims` are the table or the article,
    and an `article` is what that brings in. Those that are `shared` are libraries of several articles, of which each
    has what it cites; of a baseline that is `given` it has what is known of this name. The same arguments give the same
    rows everywhere; nothing is read from the disk. What is wrong in the files is in the findings. Raises UnusableError
    for settings that mean nothing, and for files that no claim can be read from.
    """
    evidence = evidence_asked_for(contents, files, settings, shared)
    article, support = id_of(name), Support(evidence, identifiers)
    known = given.baseline and given.baseline.of(name)
    report = report_on(evidence, replace(given, support=support, baseline=known), settings, shared)
    known_by = {each.key: numbered_identities(article, each) for each in evidence.references.values()}
    return {
        "articles": [row_of_article(article, name, evidence, report, support)],
        "references": list(rows_of_references(article, support, known_by)),
        "identities": list(rows_of_identities(article, evidence, known_by)),
        "claims": list(rows_of_claims(article, support)),
        "citations": list(rows_of_citations(article, support, known_by)),
        "causes": list(rows_of_causes(article, support)),
        "findings": list(rows_of_findings(article, report)),
    }


def audited_article(
    contents: Mapping[str, bytes],
    files: Mapping[str, Role],
    given: Given,
    settings: Settings,
    shared: Collection[str] = (),
) -> tuple[Evidence, Report]:
    """What is in an article, and what was found there; see `article_rows`."""
    evidence = evidence_asked_for(contents, files, settings, shared)
    return evidence, report_on(evidence, given, settings, shared)


def evidence_asked_for(
    contents: Mapping[str, bytes], files: Mapping[str, Role], settings: Settings, shared: Collection[str]
) -> Evidence:
    """What is in an article, as far as the settings ask for it."""
    whole = evidence_of(article_files(contents, files), shared, settings)
    if (reason := no_table(whole)) and not is_without_prose(whole):
        raise UnusableError(reason.partition(": ")[2])
    evidence = narrowed_to(whole, settings.only, settings.section)
    return evidence if settings.about == NO_ARTICLE else replace(evidence, article=settings.about)


def is_without_prose(evidence: Evidence) -> bool:
    """Whether an article was read and has no sentence: a list of references in a book, a notice, a scan's record."""
    file = claims_table(evidence)
    if file is None or file.role != "article" or torn_article(evidence, file):
        return False
    return file.name.lower().endswith(MARKDOWN_SUFFIXES) or bool(textless(evidence, file))


def article_files(contents: Mapping[str, bytes], files: Mapping[str, Role]) -> list[File]:
    """The files of an article, each with those that it may bring in."""
    beside = {path: contents[path] for path, role in files.items() if role == "article"}
    return [File(path, contents[path], role, beside=beside) for path, role in files.items() if path not in beside]


def report_on(evidence: Evidence, given: Given, settings: Settings, shared: Collection[str]) -> Report:
    """What was found in an article."""
    return without_libraries(audit(evidence, of_this(settings, evidence), given), shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """An article with all that is needed to read it: its files by name, what each of them holds, what it is called.

    Those that are `shared` are libraries of other articles, too. It would have more files if the `missing` were there.
    """

    name: str
    contents: Mapping[str, bytes] = field(repr=False)
    files: Mapping[str, Role]
    shared: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    about: Article = NO_ARTICLE
    desk: str = ""


def rows_or_failure(article: Packed, given: Given, settings: Settings) -> Rows:
    """The rows of an article, or the row that says why it could not be read: one article costs no other.

    A library that is not installed is no fault of the article, and raises ImportError.
    """
    own = settings_for(article, settings)
    try:
        return article_rows(article.name, article.contents, article.files, given, own, article.shared)
    except ImportError:
        raise
    except UnusableError as error:
        why = str(error)
    except Exception as error:  # noqa: BLE001 - a fault of this program in one article is told, and the others are read
        why = fault_of_ours(error)
    file = first_of(article.files)
    return failed_article(article.name, why, Place(file or article.name, line_of_part(article.contents.get(file, b""))))


def fault_of_ours(error: Exception) -> str:
    """What is said of an error that nobody has thought of, in one line."""
    return f"a fault of evidence-graph itself, please report it; {type(error).__name__}: {error}".partition("\n")[0]


def settings_for(article: Packed, settings: Settings) -> Settings:
    """The settings with what an article is called, where that is known."""
    return settings if article.about == NO_ARTICLE else replace(settings, about=article.about)


def first_of(files: Mapping[str, Role]) -> str:
    """The file that an article is known by: its table, or its text."""
    return next((path for path, role in files.items() if role == "claims"), "")


def evidence_of(files: Sequence[File], shared: Collection[str], settings: Settings) -> Evidence:
    """The evidence of an article, with what it cites of the libraries that it shares with others."""
    libraries = tuple(file for file in files if file.role == "references")
    if not shared or not all(file.name in shared for file in libraries):
        return read_files(files, settings.limits, chosen=False)
    evidence = read_files(files, settings.limits, read_shared(libraries, settings.limits), chosen=False)
    used = evidence.cited()
    references = {
        key: each for key, each in evidence.references.items() if key in used or each.place.file not in shared
    }
    return replace(evidence, references=references, known_keys=evidence.references.keys())


@lru_cache(maxsize=2)
def read_shared(files: tuple[File, ...], limits: Limits) -> Library:
    """What is in libraries that several articles share, read once; what is wrong in them is told of themselves."""
    texts = ((clean(table_text(file)[0], file.name)[0], file.name) for file in files)
    return join_references(texts, limits)


def without_libraries(report: Report, shared: Collection[str]) -> Report:
    """The report without what it says of shared libraries alone, which is told once and not of each article."""
    if not shared:
        return report
    own = {rule.code for rule in report.checks if rule.population in {"references", "files"}}

    def of_library(finding: Finding) -> bool:
        return finding.place.file in shared and finding.code in own

    return replace(
        report,
        findings=tuple(each for each in report.findings if not of_library(each)),
        suppressed=tuple(each for each in report.suppressed if not of_library(each.finding)),
    )


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
        *numbers_by_severity(report).values(),
        sum(problem.unread for problem in evidence.problems),
        None,
    )


def failed_article(name: str, why: str, place: Place) -> Rows:
    """The rows of an article that could not be read: who it is, and why, as a finding where it begins."""
    finding = noticed_in_archive("unread-article", place, f"{name} is not read: {why}")
    said: dict[str, Scalar] = {"article": id_of(name), "name": name, "failure": why, "errors": 1}
    row: ScalarRow = tuple(said.get(column, kind()) for column, kind in ARTICLES_COLUMNS.items())
    rows = {"articles": [row], "findings": [row_of_finding(id_of(name), 0, finding)]}
    return {table: rows.get(table, []) for table in ARCHIVE_TABLES}


def numbered_identities(article: int, reference: Reference) -> KnownBy:
    """What a reference is known by, as numbers with their kinds; one that is known by nothing by itself alone."""
    known = [(kind, id_of(text)) for kind, text in identities(reference)]
    known = known or [("own", id_of(f"{article}|{reference.key}"))]
    return KnownBy(known, min(number for _, number in known))


def rows_of_references(article: int, support: Support, known: Mapping[str, KnownBy]) -> Iterator[ScalarRow]:
    """A row a reference."""
    evidence = support.evidence
    cited = Counter(key for claim in evidence.claims.values() for key in {each.reference for each in claim.citations})
    for number, each in enumerate(evidence.references.values()):
        yield (
            *(article, number, each.key, each.type, short_citation(each), each.title, family_name(each)),
            *(each.facts.year.first, each.journal, volume(each), each.fields.get("issn", "")),
            *(each.facts.doi.bare, next(pmids(each), ""), each.design, known[each.key].lowest),
            *(cited[each.key], len(support.carries(each.key)), len(support.carries_alone(each.key))),
            *(each.place.file, each.place.line),
        )


def rows_of_identities(article: int, evidence: Evidence, known: Mapping[str, KnownBy]) -> Iterator[ScalarRow]:
    """A row for each thing that a reference is known by."""
    for number, each in enumerate(evidence.references.values()):
        title = wording(each.title)
        for kind, identity in known[each.key].identities:
            yield article, number, kind, identity, known[each.key].lowest, title


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


@lru_cache(maxsize=2**12)  # many articles have the same causes
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


def rows_of_citations(article: int, support: Support, known: Mapping[str, KnownBy]) -> Iterator[ScalarRow]:
    """A row a citation."""
    for number, claim in enumerate(support.evidence.claims.values()):
        for each in claim.citations:
            lowest = known[each.reference].lowest if each.reference in known else None
            yield (
                *(article, number, support.numbers.get(each.reference), lowest, each.reference, each.stance),
                *(each.basis, each.locator, each.place.file, each.place.line),
            )


def rows_of_causes(article: int, support: Support) -> Iterator[ScalarRow]:
    """A row a cause, with its coverage."""
    causes, parts = support.evidence.causes, own_parts(support.evidence)
    for row in support.coverage():
        wider = causes[row.cause].wider
        yield (
            *(article, number_of_cause(row.cause), row.cause, number_of_cause(wider) if wider else None),
            *(row.claims, row.sourced, row.supported, row.qualified, row.contested, row.refuted),
            *(row.mentioned, row.unsourced, row.involving, row.references, row.independent),
            int(row.cause in parts),
        )


def rows_of_findings(article: int, report: Report) -> Iterator[ScalarRow]:
    """A row a finding, by place; those that are excused are among them."""
    excused = {id(each.finding): each for each in report.suppressed}
    every = sorted((*report.all_findings, *(each.finding for each in report.suppressed)), key=by_place)
    for number, each in enumerate(every):
        yield row_of_finding(article, number, each, report.follows.get(each), excused.get(id(each)))


def row_of_finding(
    article: int, number: int, finding: Finding, root: Finding | None = None, excused: Suppressed | None = None
) -> ScalarRow:
    """A finding, the one that it follows from, and what excuses it."""
    place = finding.place
    return (
        *(article, number, finding.code, finding.rule, finding.severity, finding.subject, finding.message),
        *(place.file, place.line, place.column),
        f"{root.place} {root.code}" if root else None,
        *((excused.by, excused.reason) if excused else (None, None)),
        place.offset,
    )
