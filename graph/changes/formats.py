"""Changes as text for people, as a comment on a pull request, and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from graph.changes.grouping import Group, Item, grouped_changes, summary_of_changes
from graph.changes.values import CauseChange, Changes, CitationChange, ClaimChange, ReferenceChange
from graph.model import Citation, Claim, Finding, Place, Reference
from graph.reports.data import to_json
from graph.reports.markdown import LONGEST_MESSAGE, escape, fitting, markdown_table
from graph.reports.text import as_lines, cut
from graph.support import State
from graph.wording import count, printable

PAGE_WIDTH = 80
"""How wide the text is, wherever it is shown, so that it is the same everywhere."""

UNFOLDED = ("Support lost", "New errors", "References that are another work now")
"""What nobody should have to unfold."""


def changes_text(changes: Changes, most: int) -> str:
    """The changes in groups, no more than `most` of each, the worst first; then the summary."""
    return as_lines([*(line for group in grouped_changes(changes) for line in group_lines(group, most)), *end(changes)])


def end(changes: Changes) -> list[str]:
    """The summary in lines."""
    return [*textwrap.wrap(summary_of_changes(changes), PAGE_WIDTH, break_on_hyphens=False)]


def group_lines(group: Group, most: int) -> Iterator[str]:
    """A group under its title."""
    yield f"{group.title} ({group.size:,})"
    for item in group.items[:most]:
        yield from wrapped_line(item.name, 2)
        yield from wrapped_line(item.says, 4)
        for line in item.lines:
            yield from wrapped_line(line, 4, hanging=4)
    if len(group.items) > most:
        yield f"  ... and {len(group.items) - most:,} more; all of them: --max 0"
    yield ""


def wrapped_line(text: str, indent: int, hanging: int = 0) -> list[str]:
    """Text on lines that are not too wide."""
    first, later = " " * indent, " " * (indent + hanging)
    words = printable(" ".join(text.split()))
    return textwrap.wrap(
        words, PAGE_WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False, break_long_words=False
    )


def changes_markdown(changes: Changes, most: int) -> str:
    """What is worse, then all else folded away, and the summary; no longer than a comment may be."""
    groups = [group._replace(items=group.items[:most]) for group in grouped_changes(changes)]
    rows = fitting([item_row(group, item) for group in groups for item in group.items])
    parts = ["## Evidence compared"]
    for group in groups:
        own, rows = rows[: len(group.items)], rows[len(group.items) :]
        parts.append(folded_table(group, own))
    return "\n\n".join([*parts, escape(summary_of_changes(changes))]) + "\n"


def folded_table(group: Group, rows: Sequence[str]) -> str:
    """A group as a table; folded away, unless it is the worst that there is."""
    title = f"{group.title} ({group.size:,})" + ("" if len(rows) == group.size else f", {count(len(rows), 'row')} here")
    table = markdown_table(f"| {' | '.join(columns_of_group(group))} |", rows)
    if group.title in UNFOLDED:
        return f"### {title}\n\n{table}"
    return f"<details><summary>{title}</summary>\n\n{table}\n\n</details>"


def columns_of_group(group: Group) -> list[str]:
    """The columns that a table of these items needs."""
    named = {
        group.kind: True,
        "Says": any(item.says for item in group.items),
        "Change": any(item.lines for item in group.items),
    }
    return [name for name, is_used in named.items() if is_used]


def item_row(group: Group, item: Item) -> str:
    """A row of a table."""
    cells = {group.kind: item.name, "Says": item.says, "Change": "; ".join(item.lines)}
    shown = (escape(cut(" ".join(cells[name].split()), LONGEST_MESSAGE)) for name in columns_of_group(group))
    return f"| {' | '.join(shown)} |"


def changes_json(changes: Changes, most: int) -> str:  # noqa: ARG001 - every format is called alike
    """All changes as JSON."""
    data = {
        "summary": summary_data_of(changes),
        "claims": [claim_record(each) for each in changes.claims],
        "references": [reference_record(each) for each in changes.references],
        "causes": [cause_record(each) for each in changes.causes],
        "found": [finding_record(each) for each in changes.found],
        "gone": [finding_record(each) for each in changes.gone],
    }
    return f"{to_json(data, indent=2)}\n"


def summary_data_of(changes: Changes) -> dict[str, Any]:
    """The summary, and all claims together."""
    old, new = changes.overall
    return {"text": summary_of_changes(changes), "worse": changes.worse, "old": asdict(old), "new": asdict(new)}


def claim_record(each: ClaimChange) -> dict[str, Any]:
    """A claim that has changed as plain data."""
    return {
        "claim": each.claim.key,
        "change": each.change,
        "support": each.turn,
        "old": claim_side(each.old, each.before),
        "new": claim_side(each.new, each.after),
        "differences": [asdict(part) for part in each.differences],
        "citations": [citation_record(one) for one in each.citations],
    }


def claim_side(claim: Claim | None, state: State | None) -> dict[str, Any] | None:
    """A claim on one side."""
    return (
        None
        if claim is None
        else {
            "claim": claim.key,
            **place_data(claim.place),
            "cause": claim.cause,
            "text": claim.text,
            "state": state,
        }
    )


def citation_record(each: CitationChange) -> dict[str, Any]:
    """A citation that has changed."""
    return {
        "reference": each.reference,
        "change": each.fate,
        "old": citation_side(each.old, known=each.was_known),
        "new": citation_side(each.new, known=each.is_known),
    }


def citation_side(citation: Citation | None, *, known: bool) -> dict[str, Any] | None:
    """A citation on one side."""
    names = ("reference", "stance", "locator", "basis")
    return None if citation is None else {**{name: getattr(citation, name) for name in names}, "known": known}


def reference_record(each: ReferenceChange) -> dict[str, Any]:
    """A reference that has changed as plain data."""
    return {
        "reference": each.reference.key,
        "change": each.change,
        "other_work": each.other_work,
        "old": reference_side(each.old, each.carried),
        "new": reference_side(each.new, each.carries),
        "differences": [asdict(part) for part in each.differences],
        "identifiers_lost": [*each.lost],
        "identifiers_gained": [*each.gained],
    }


def reference_side(reference: Reference | None, sources: int) -> dict[str, Any] | None:
    """A reference on one side, and how many claims it sources."""
    return (
        None
        if reference is None
        else {
            "reference": reference.key,
            **place_data(reference.place),
            "title": reference.title,
            "year": reference.year,
            "sources": sources,
        }
    )


def cause_record(each: CauseChange) -> dict[str, Any]:
    """A cause whose coverage has changed."""
    return {"cause": each.name, "old": each.old and asdict(each.old), "new": each.new and asdict(each.new)}


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding, as in the audit's own JSON."""
    names = ("code", "rule", "severity", "subject", "message")
    return {
        **{name: getattr(finding, name) for name in names},
        **place_data(finding.place),
        "column": finding.place.column,
    }


def place_data(place: Place) -> dict[str, Any]:
    """Where something stands."""
    return {"file": place.file, "line": place.line}


CHANGE_FORMATS: Mapping[str, Callable[[Changes, int], str]] = {
    "text": changes_text,
    "json": changes_json,
    "markdown": changes_markdown,
}
"""How changes may be written: each is given them, and how many of a sort people are shown at most."""
