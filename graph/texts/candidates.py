"""Which references of evidence might carry which of its claims (see `graph.texts.retrieval`)."""

from __future__ import annotations

from graph.model import Claim, Evidence, Reference
from graph.texts.retrieval import Candidate, Retrieval

IN_FIELDS = ("keywords", "abstract")
"""What candidates are found by, beside what every reference has."""


def retrieval_in(evidence: Evidence) -> Retrieval:
    """The references of evidence by their words, made once for many claims."""
    references = {key: searched_texts(reference) for key, reference in evidence.references.items()}
    return Retrieval(references, (claim.text for claim in evidence.claims.values()))


def searched_texts(reference: Reference) -> dict[str, str]:
    """What a reference is found by."""
    named = {"title": reference.title, "authors": "; ".join(reference.authors), "journal": reference.journal}
    return named | {name: reference.fields.get(name, "") for name in IN_FIELDS}


def candidates_in(evidence: Evidence, retrieval: Retrieval, claim: Claim) -> tuple[Candidate, ...]:
    """The candidates of a claim, the names of its causes as context, without what it cites."""
    context = "; ".join(evidence.causes[name].label for name in (claim.cause, *claim.involves))
    return retrieval.candidates(claim.text, context, (citation.reference for citation in claim.citations))
