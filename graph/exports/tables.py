"""Evidence as plain tables: what the CSV files, the Parquet files and the data frames are all made of.

Columns are called as in the user's own tables, so that those of claims can be read as a claims table, and what is
worked out stands beside them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import get_args, get_type_hints

from graph.auditing.report import Report
from graph.model import NO_QUANTITY, STANCES, Citation, Claim, Evidence, Place, Quantity, Reference, Suppression
from graph.reading.claims import in_cell
from graph.references.identifiers import identifiers, pmids
from graph.reports.data import FINDING_COLUMNS, marked, record
from graph.support import SOURCED, Coverage, Support

Value = str | int | Decimal | None
"""What a cell has; an empty text says as little as none."""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table: its columns by name, each with the type of its values, and its rows, which have a value for each."""

    columns: Mapping[str, type]
    rows: Sequence[Sequence[Value]]


def type_in(hint: object) -> type:
    """The type that values have which may be missing; what is no number is text."""
    kinds = {int, Decimal} & {hint, *get_args(hint)}
    return next(iter(kinds), str)


FIGURE_TYPES: Mapping[str, type] = {name: type_in(hint) for name, hint in get_type_hints(Quantity).items()}
"""The columns of figures, as claims and sources have them."""

PLACE_TYPES: Mapping[str, type] = {"file": str, "line": int}

REFERENCE_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("reference", "type", "title", "authors"), str),
    "et_al": bool,
    "year": int,
    **dict.fromkeys(("date", "journal", "volume", "number", "pages", "doi", "pmid", "url"), str),
    **dict.fromkeys(("design", "group", "listed", "abstract"), str),
    "cited_by": int,
    "sources": int,
    **PLACE_TYPES,
}
"""Of references: `year` is a number and `date` as written; `cited_by` and `sources` count claims."""

CLAIM_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("claim_id", "cause", "claim", "state"), str),
    "sourced": bool,
    **dict.fromkeys((*STANCES, "basis", "kind"), str),
    **FIGURE_TYPES,
    **dict.fromkeys(("involves", "section", "paragraph", "quote", "noqa", "note"), str),
    **dict.fromkeys(("reviewed_by", "reviewed_on", "reviewed_as"), str),
    **PLACE_TYPES,
}
"""Of claims: those of a claims table, with `state` and `sourced`; further columns of the user's own come last."""

CITATION_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("claim_id", "reference", "stance"), str),
    "known": bool,
    **dict.fromkeys(("basis", "locator", "source_quote"), str),
    **{f"source_{name}": kind for name, kind in FIGURE_TYPES.items()},
    **dict.fromkeys(("source_design", "checked_by", "checked_on"), str),
    **PLACE_TYPES,
}
"""Of citations: whether the bibliography has the reference (`known`), and what that itself states about the claim."""

CAUSE_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("cause", "label", "wider"), str),
    **{name: int for name in get_type_hints(Coverage) if name != "cause"},
}
"""Of causes: their coverage, as `graph.support` has it."""

FINDING_TYPES: Mapping[str, type] = {**dict.fromkeys((*FINDING_COLUMNS, "follows"), str), "line": int}
"""Of findings: those of the report as CSV, and of one that follows from another the place and code of that."""

LARGEST_MATRIX = 5_000_000
"""How large claims by references may be in a file; nearly all of it is empty, and the citations say the same."""


def tables(evidence: Evidence, report: Report) -> dict[str, PlainTable]:
    """All tables by name; that of claims by references only where it has no more than `LARGEST_MATRIX`."""
    support = Support(evidence, identifiers)
    found = {
        "references": table_of_references(support),
        "claims": table_of_claims(support),
        "citations": table_of_citations(evidence),
        "causes": table_of_causes(support),
        "findings": table_of_findings(report),
    }
    if len(evidence.claims) * len(evidence.references) <= LARGEST_MATRIX:
        found["claims_by_references"] = claims_by_references(evidence)
    return found


def table_of(columns: Mapping[str, type], rows: Iterable[Mapping[str, Value]]) -> PlainTable:
    """A table from rows by the names of columns."""
    return PlainTable(columns, [tuple(row[name] for name in columns) for row in rows])


def cells_of_place(place: Place) -> dict[str, Value]:
    """Where something stands."""
    return {"file": place.file, "line": place.line}


def table_of_references(support: Support) -> PlainTable:
    """A row a reference."""
    cited = Counter(key for claim in support.evidence.claims.values() for key in {c.reference for c in claim.citations})
    return table_of(
        REFERENCE_TYPES,
        (
            {**cells_of_reference(each), "cited_by": cited[each.key], "sources": len(support.carries(each.key))}
            for each in support.evidence.references.values()
        ),
    )


def cells_of_reference(reference: Reference) -> dict[str, Value]:
    """What a reference says of itself."""
    said = {name: reference.fields.get(name, "") for name in ("volume", "number", "pages", "abstract")}
    return {
        "reference": reference.key,
        "type": reference.type,
        "title": reference.title,
        "authors": "; ".join(reference.authors),
        "et_al": reference.et_al,
        "year": reference.facts.year.first,
        "date": reference.fields.get("date", "") or reference.year,
        "journal": reference.journal,
        "doi": reference.facts.doi.bare,
        "pmid": next(pmids(reference), ""),
        "url": reference.url,
        "design": reference.design,
        "group": reference.group,
        "listed": reference.listed,
        **said,
        **cells_of_place(reference.place),
    }


def table_of_claims(support: Support) -> PlainTable:
    """A row a claim, with the columns that only the user knows behind the others."""
    claims = support.evidence.claims.values()
    own = dict.fromkeys(name for claim in claims for name in claim.extra if name not in CLAIM_TYPES)
    columns = {**CLAIM_TYPES, **dict.fromkeys(own, str)}
    nothing = dict.fromkeys(own, "")
    return table_of(columns, ({**nothing, **claim.extra, **cells_of_claim(claim, support)} for claim in claims))


def cells_of_claim(claim: Claim, support: Support) -> dict[str, Value]:
    """A claim as a claims table has it, and how it stands; figures that are only drafted are none."""
    state = support.states[claim.key]
    cited: defaultdict[str, list[str]] = defaultdict(list)
    for citation in claim.citations:
        cited[citation.stance].append(in_cell(citation))
    return {
        "claim_id": claim.key,
        "cause": claim.cause,
        "claim": claim.text,
        "state": state,
        "sourced": state in SOURCED,
        **{stance: "; ".join(cited[stance]) for stance in STANCES},
        "basis": next((each.basis for each in claim.citations if each.stated), ""),
        "kind": claim.kind,
        **figures_in(claim.quantity),
        "involves": "; ".join(claim.involves),
        "section": claim.section,
        "paragraph": claim.paragraph,
        "quote": claim.quote,
        "noqa": "; ".join(map(in_words, claim.noqa)),
        "note": claim.note,
        "reviewed_by": claim.reviewed_by,
        "reviewed_on": claim.reviewed_on,
        "reviewed_as": claim.reviewed_as,
        **cells_of_place(claim.place),
    }


def figures_in(quantity: Quantity) -> dict[str, Value]:
    """The figures of a quantity; `dataclasses.asdict` copies each of them, which takes a second for 30,000 claims."""
    return {name: getattr(quantity, name) for name in FIGURE_TYPES}


def in_words(suppression: Suppression) -> str:
    """A suppression as it is written."""
    return ": ".join(filter(None, (suppression.rule, suppression.reason)))


def table_of_citations(evidence: Evidence) -> PlainTable:
    """A row a citation."""
    return table_of(CITATION_TYPES, (cells_of_citation(each, evidence) for each in evidence.citations()))


def cells_of_citation(citation: Citation, evidence: Evidence) -> dict[str, Value]:
    """A citation, with what the reference itself states, if anybody has looked."""
    source = citation.source
    figures = figures_in(source.quantity if source else NO_QUANTITY)
    return {
        "claim_id": citation.claim,
        "reference": citation.reference,
        "stance": citation.stance,
        "known": citation.reference in evidence.references,
        "basis": citation.basis,
        "locator": citation.locator,
        "source_quote": source.quote if source else None,
        **{f"source_{name}": value for name, value in figures.items()},
        "source_design": source.design if source else None,
        "checked_by": source.checked_by if source else None,
        "checked_on": source.checked_on if source else None,
        **cells_of_place(citation.place),
    }


def table_of_causes(support: Support) -> PlainTable:
    """A row a cause."""
    causes = support.evidence.causes
    return table_of(
        CAUSE_TYPES,
        (
            {"label": causes[row.cause].label, "wider": causes[row.cause].wider, **asdict(row)}
            for row in support.coverage()
        ),
    )


def table_of_findings(report: Report) -> PlainTable:
    """A row a finding; those that are excused are not in it."""
    roots = {each: f"{root.place} {root.code}" for each, root in report.follows.items()}
    found = (each for each in marked(report) if not each.suppressed)
    return table_of(FINDING_TYPES, ({**record(each), "follows": roots.get(each.finding, "")} for each in found))


def claims_by_references(evidence: Evidence) -> PlainTable:
    """A row for every claim and a column for every reference, cited or not: with which stance the claim cites it."""
    columns = ["claim_id", *map(reference_column, evidence.references)]
    rows = (stances_by_reference(claim) for claim in evidence.claims.values())
    return PlainTable(
        dict.fromkeys(columns, str),
        [(key, *map(found.get, evidence.references)) for key, found in zip(evidence.claims, rows, strict=True)],
    )


def reference_column(key: str) -> str:
    """What the column of a reference is called: its key, unless another column has that name."""
    return f"reference:{key}" if key == "claim_id" else key


def stances_by_reference(claim: Claim) -> dict[str, str]:
    """With which stance a claim cites each of its references; of several all are named."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for citation in claim.citations:
        found[citation.reference].append(citation.stance)
    return {key: "; ".join(dict.fromkeys(stances)) for key, stances in found.items()}
