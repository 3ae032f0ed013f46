"""Rules about the files themselves: what the readers could not read as it was meant."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Evidence
from graph.rules.rule import Noticed, rule


def problems(evidence: Evidence, name: str) -> Iterator[Noticed]:
    """What the readers reported for the rule called `name`."""
    for problem in evidence.problems:
        if problem.rule == name:
            yield Noticed(problem, problem.message, severity=problem.severity)


@rule("REF214", "warning", "files")
def encoding(evidence: Evidence) -> Iterator[Noticed]:
    """A file is not plain UTF-8.

    Why:
        Another program reads other letters, and names stop matching.

    Bad:
        claim_id,cause,claim
        c1,Sj\N{REPLACEMENT CHARACTER}gren,A letter was lost when this was saved.

    Good:
        claim_id,cause,claim
        c1,Sjögren,No letter was lost when this was saved.
    """
    return problems(evidence, "encoding")


@rule("TAB601", "error", "files")
def malformed_table(evidence: Evidence) -> Iterator[Noticed]:
    """The claims table is not as it should be: a column is missing, a row is ragged or torn, a claim_id occurs twice.

    Why:
        A row that is left out is a claim that nobody checks.

    Bad:
        claim_id,cause,claim
        c1,Coffee,Coffee after noon shortens sleep.
        c1,Coffee,Coffee delays falling asleep.

    Good:
        claim_id,cause,claim
        c1,Coffee,Coffee after noon shortens sleep.
        c2,Coffee,Coffee delays falling asleep.
    """
    return problems(evidence, "malformed-table")


@rule("TAB604", "error", "files")
def unknown_word(evidence: Evidence) -> Iterator[Noticed]:
    """A cell holds a word that its column does not know, or a column is an unknown stance.

    Why:
        What is not understood is not counted: a misspelt stance makes a sourced claim look unsourced.

    Bad:
        claim_id,cause,claim,kind
        c1,Coffee,Coffee after noon shortens sleep.,asociation

    Good:
        claim_id,cause,claim,kind
        c1,Coffee,Coffee after noon shortens sleep.,association
    """
    return problems(evidence, "unknown-word")


@rule("TAB605", "error", "files")
def two_stances(evidence: Evidence) -> Iterator[Noticed]:
    """A claim names the same reference in two stances.

    Why:
        A reference that supports and disputes one atomic claim shows that the claim is two, or one cell is wrong.

    Bad:
        claim_id,cause,claim,supports,disputes
        c1,Coffee,Coffee after noon shortens sleep.,drake2013,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports,disputes
        c1,Coffee,Coffee after noon shortens sleep.,drake2013,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    return problems(evidence, "two-stances")
