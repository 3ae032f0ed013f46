"""Candidates of claims without a source, for their details in the page: shown there, and counted nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import Claim, Evidence
from graph.page.contract import CandidateData
from graph.support import State
from graph.texts.candidates import candidates_in, retrieval_in
from graph.texts.retrieval import Candidate

WITHOUT_SOURCE: frozenset[State] = frozenset(("unsourced", "mentioned"))
"""The states of claims that have candidates; of a refuted claim the references have spoken."""

MOST_LOOKED = 2_000_000
"""Up to how many claims times references candidates are looked for, which takes a second."""

TOO_MUCH_TO_SEARCH = (
    "Too many claims and references to look for candidates here; `evidence-graph ask candidates` takes a claim's id."
)


def page_candidates(evidence: Evidence, states: Mapping[str, State]) -> tuple[dict[str, list[CandidateData]], str]:
    """The candidates of each claim without a source, by its key, and why none were looked for, if none were."""
    claims = [claim for claim in evidence.claims.values() if states[claim.key] in WITHOUT_SOURCE]
    if len(claims) * len(evidence.references) > MOST_LOOKED:
        return {}, TOO_MUCH_TO_SEARCH
    return found_for(claims, evidence), ""


def found_for(claims: list[Claim], evidence: Evidence) -> dict[str, list[CandidateData]]:
    """The candidates of claims by their keys."""
    if not claims or not evidence.references:
        return {}
    retrieval = retrieval_in(evidence)
    return {claim.key: [*map(candidate_data, candidates_in(evidence, retrieval, claim))] for claim in claims}


def candidate_data(candidate: Candidate) -> CandidateData:
    """A candidate, without its score, which tells nothing beside another claim's."""
    return {"reference": f"reference:{candidate.reference}", "words": [*candidate.words]}
