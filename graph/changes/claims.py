"""How claims have changed: what stands in them, what they cite, and their states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from graph.changes.pairing import counting_order, has_made_keys
from graph.changes.values import CitationChange, ClaimChange, Difference
from graph.model import Citation, Claim, Evidence, Quantity, SourceValue, Suppression
from graph.support import Support
from graph.support.numbers import by_key
from graph.support.reviews import figure_of

PART_MARK = "; "
"""What stands between the parts of a cell."""


def claim_changes(old: Support, new: Support, pairs: Mapping[str, str], keys: Mapping[str, str]) -> list[ClaimChange]:
    """The claims that have changed, by key; `pairs` says which is which, and `keys` the same of references."""
    made = has_made_keys(old.evidence) or has_made_keys(new.evidence)
    back = {key: was for was, key in pairs.items()}
    ones = [(key, pairs.get(key)) for key in old.claims] + [(None, key) for key in new.claims if key not in back]
    changes = [claim_change(old, new, was, key, keys, made=made) for was, key in ones]
    return sorted((each for each in changes if has_changed(each)), key=lambda each: counting_order(each.claim.key))


def has_changed(change: ClaimChange) -> bool:
    """Whether there is a change; a state can change without the claim, as a reference is gone."""
    return change.change != "changed" or change.before != change.after or bool(change.differences or change.citations)


def claim_change(  # noqa: PLR0913 - two sides of three things
    old: Support, new: Support, was: str | None, key: str | None, keys: Mapping[str, str], *, made: bool
) -> ClaimChange:
    """A claim as it was and as it is; `made` says that its key and what repeats its place are nobody's own."""
    before = None if was is None else old.evidence.claims[was]
    after = None if key is None else new.evidence.claims[key]
    return ClaimChange(
        old=before,
        new=after,
        before=None if was is None else old.state(was),
        after=None if key is None else new.state(key),
        differences=tuple(claim_differences(before, after, made=made)) if before and after else (),
        citations=(
            tuple(citation_changes(before, after, keys, old.evidence, new.evidence)) if before and after else ()
        ),
    )


def claim_differences(old: Claim, new: Claim, *, made: bool) -> Iterator[Difference]:
    """What differs between two claims, column by column; where it stands takes no part."""
    was, now = cells_of(old, made=made), cells_of(new, made=made)
    if was != now:
        parts = dict.fromkeys((*was, *now))
        differences = (Difference(part, was.get(part, ""), now.get(part, "")) for part in parts)
        yield from (each for each in differences if each.old != each.new)


def cells_of(claim: Claim, *, made: bool) -> dict[str, str]:
    """What stands in a claim beside what it cites, by column, written in one way.

    Of an article's sentence only what is not made of where it stands: its section is its cause.
    """
    figures = claim.drafted or claim.quantity
    cells = {"claim": claim.text, "cause": claim.cause, "kind": claim.kind or ""}
    if figures:
        cells |= {each.name: figure_of(figures, each.name) for each in fields(Quantity)}
    cells |= {"figures": "drafted" if claim.drafted else "", "noqa": PART_MARK.join(sorted(map(excuse, claim.noqa)))}
    return cells if made else {"claim_id": claim.key, **cells, **typed_cells(claim)}


def typed_cells(claim: Claim) -> dict[str, str]:
    """What only somebody who made a table has written; its paragraph is a place."""
    names = ("section", "quote", "note", "reviewed_by", "reviewed_on", "reviewed_as")
    return {
        "involves": PART_MARK.join(sorted(claim.involves)),
        **{name: getattr(claim, name) for name in names},
        **claim.extra,
    }


def excuse(suppression: Suppression) -> str:
    """A suppression as it stands in a cell."""
    return f"{suppression.rule}: {suppression.reason}" if suppression.reason else suppression.rule


def citation_changes(
    old: Claim, new: Claim, keys: Mapping[str, str], was: Evidence, now: Evidence
) -> Iterator[CitationChange]:
    """What differs between the citations of two claims, by reference."""
    pairs = paired_citations(old.citations, new.citations, keys)
    found = [
        CitationChange(
            one,
            other,
            was_known=one is not None and one.reference in was.references,
            is_known=other is not None and other.reference in now.references,
        )
        for one, other in pairs
    ]
    yield from sorted(filter(is_other_citation, found), key=lambda each: (each.old is None, each.reference))


def is_other_citation(change: CitationChange) -> bool:
    """Whether a citation says another thing than it did, or leads elsewhere."""
    if change.old is None or change.new is None:
        return True
    return change.was_known != change.is_known or said_by_citation(change.old) != said_by_citation(change.new)


def said_by_citation(citation: Citation) -> tuple[str, ...]:
    """What a citation says beside its reference."""
    return citation.stance, citation.locator, citation.basis, *source_words(citation.source)


def source_words(source: SourceValue | None) -> Iterator[str]:
    """What a source is recorded to say itself."""
    if source:
        yield from (figure_of(source.quantity, each.name) for each in fields(Quantity))
        yield from (source.quote, source.design, source.checked_by, source.checked_on)


def paired_citations(
    old: Sequence[Citation], new: Sequence[Citation], keys: Mapping[str, str]
) -> Iterator[tuple[Citation | None, Citation | None]]:
    """Each citation with what has become of it, or with none.

    They are of one reference, in one stance if there are several; else of one key, which has lost its reference.
    """
    left, there = [*old], [*new]
    for own, other in (
        (lambda each: (keys.get(each.reference), each.stance), lambda each: (each.reference, each.stance)),
        (lambda each: (keys.get(each.reference), ""), lambda each: (each.reference, "")),
        (lambda each: (each.reference, each.stance), lambda each: (each.reference, each.stance)),
        (lambda each: (each.reference, ""), lambda each: (each.reference, "")),
    ):
        free = by_key((other(each), each) for each in there)
        for each in tuple(left):
            if same := free.get(own(each)):
                left.remove(each)
                there.remove(same[0])
                yield each, same.pop(0)
    yield from ((each, None) for each in left)
    yield from ((None, each) for each in there)
