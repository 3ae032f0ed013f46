"""Rules about the files themselves: what the readers could not read as it was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter

from graph.auditing.rule import Noticed, rule
from graph.model import Claim, Evidence, Place, Quantity, Reference
from graph.reading.joined_library import VERBATIM
from graph.rules.naming import called
from graph.texts.mojibake import garbled_word, may_be_garbled


def problems(evidence: Evidence, name: str) -> Iterator[Noticed]:
    """What the readers reported for the rule called `name`."""
    for problem in evidence.problems:
        if problem.rule == name:
            yield Noticed(problem, problem.message, severity=problem.severity)


@rule("REF214", "warning", "files")
def encoding(evidence: Evidence) -> Iterator[Noticed]:
    """A file is not plain UTF-8, or has lost letters or control characters in it.

    Why:
        Another program reads other letters, and names stop matching.

    False alarms:
        None is known; a byte order mark is only worth knowing (info).

    Bad:
        claim_id,cause,claim
        c1,Sj\N{REPLACEMENT CHARACTER}gren,A letter was lost when this was saved.

    Good:
        claim_id,cause,claim
        c1,Sjögren,No letter was lost when this was saved.
    """
    return problems(evidence, "encoding")


@rule("TAB610", "warning", "files")
def garbled_text(evidence: Evidence) -> Iterator[Noticed]:
    """A word has letters of another encoding, a question mark for a lost letter, or a character as HTML writes it.

    Why:
        The file is whole, but a program before it read what it had wrongly. Whoever looks for the word finds
        nothing, and names stop matching.

    False alarms:
        A question mark that lacks the space behind it. Addresses are not looked at.

    Bad:
        @article{drake2013, title = {Sleep &amp; caffeine in Sj?gren syndrome}}

    Good:
        @article{drake2013, title = {Sleep & caffeine in Sjögren syndrome: who knows?}}
    """
    no_columns = frozenset({"quote"} if evidence.named("article") else ())  # the claim is the quote
    for owner, subject, texts in perhaps_garbled(evidence):
        for column, text in texts.items():
            if column in no_columns:
                continue
            word, better = garbled_word(text)
            if word:
                cure = f"write {better!r}" if better else "write the letter that was lost"
                cell = subject._replace(column=column) if isinstance(subject, Place) else subject
                named = f"the source value of {called(owner)}" if isinstance(subject, Place) else called(owner)
                yield Noticed(cell, f"{named}: {word!r} in {column!r} is garbled; {cure}", column)


Written = tuple[Reference | Claim, Reference | Claim | Place, Mapping[str, str]]
"""What texts belong to, where they stand, and the texts by the field or column that they stand in."""

WORDS_OF_FIGURES = ("measure", "unit", "population", "comparator")
"""What stands in words about figures."""

CELLS = {"claim": "text", **{name: name for name in ("cause", "section", "quote", "note")}}
CELLS |= {name: f"quantity.{name}" for name in WORDS_OF_FIGURES}
"""The columns of one text each, and what of a claim that is."""

texts_of: Callable[[Claim], tuple[str, ...]] = attrgetter(*CELLS.values())
words_of: Callable[[Quantity], tuple[str, ...]] = attrgetter(*WORDS_OF_FIGURES)


def perhaps_garbled(evidence: Evidence) -> Iterator[Written]:
    """What people wrote, but for addresses and identifiers, where all of it together has a sign that it is garbled.

    Nearly all is whole, so what stands in which column is only looked for where there is a sign.
    """
    for reference in evidence.references.values():
        if may_be_garbled("\n".join(reference.fields.values())):
            yield (
                reference,
                reference,
                {name: text for name, text in reference.fields.items() if name not in VERBATIM},
            )
    for claim in evidence.claims.values():
        if may_be_garbled("\n".join((*texts_of(claim), *claim.involves, *claim.extra.values()))):
            yield claim, claim, cells(claim)
        for citation in claim.citations:
            if source := citation.source:
                texts = zip(WORDS_OF_FIGURES, words_of(source.quantity), strict=True)
                yield claim, source.place, {"source_quote": source.quote, **dict(texts)}


def cells(claim: Claim) -> dict[str, str]:
    """The texts of a claim by column."""
    return {**dict(zip(CELLS, texts_of(claim), strict=True)), "involves": "; ".join(claim.involves), **claim.extra}


@rule("TAB601", "error", "files")
def malformed_table(evidence: Evidence) -> Iterator[Noticed]:
    """The claims table is not as it should be: a column is missing, a row is ragged or torn, a claim_id occurs twice.

    Why:
        A row that is left out is a claim that nobody checks.

    False alarms:
        None is known.

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
        What is not understood is not counted: a misspelt stance makes a sourced claim look unsourced. Keys that commas
        join are understood where the bibliography has each of them, and only worth knowing (info).

    False alarms:
        A column of your own whose cells happen to be keys of references.

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

    False alarms:
        A reference that supports one half of a claim; split the claim.

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


@rule("TAB602", "error", "files")
def spreadsheet_damage(evidence: Evidence) -> Iterator[Noticed]:
    """A cell is what a spreadsheet made of it: a date, a rounded number, an error such as #REF!.

    Why:
        A spreadsheet turns 10-30 into a date and 200000 into 2E+05 without asking, and what was there is gone.

    False alarms:
        None is known: only cells that must be numbers are taken for dates.

    Bad:
        claim_id,cause,claim,measure,low,unit
        c1,Coffee,Between 10 % and 30 % sleep badly.,prevalence,Oct-30,%

    Good:
        claim_id,cause,claim,measure,low,high,unit,reviewed_on
        c1,Coffee,Between 10 % and 30 % sleep badly.,prevalence,10,30,%,2026-01-31
    """
    return problems(evidence, "spreadsheet-damage")


@rule("TAB603", "error", "files")
def formula_cell(evidence: Evidence) -> Iterator[Noticed]:
    """A cell begins with a character that makes a spreadsheet take it for a formula.

    Why:
        Whoever opens the table runs it: it can send data away (CWE-1236), or at least shows an error instead of text.

    False alarms:
        Text that begins with a dash; begin it otherwise. A negative number is no formula.

    Bad:
        claim_id,cause,claim
        c1,Coffee,"=HYPERLINK(""https://example.org"")"

    Good:
        claim_id,cause,claim,low,unit
        c1,Coffee,Sleep shortens by half an hour.,-30,minutes
    """
    return problems(evidence, "formula-cell")


@rule("TAB606", "error", "files")
def unread_citation(evidence: Evidence) -> Iterator[Noticed]:
    """A citation in an article could not be read as meant: a range that is none, a place that makes no claim.

    Why:
        What is cited for nothing looks unused, and a sentence whose marker is not understood looks unsourced.

    False alarms:
        A marker in a caption or a table, which is only worth knowing (info): no claim is made of those.

    Bad:
        Coffee
        ======

        Coffee after noon shortens sleep [2-1].

        Sources
        =======

        1. Drake C. Caffeine effects on sleep. 2013.
        2. Clark I. Coffee and sleep. 2017.

    Good:
        Coffee
        ======

        Coffee after noon shortens sleep [1-2].

        Sources
        =======

        1. Drake C. Caffeine effects on sleep. 2013.
        2. Clark I. Coffee and sleep. 2017.
    """
    return problems(evidence, "unread-citation")


@rule("TAB607", "error", "files")
def unread_part(evidence: Evidence) -> Iterator[Noticed]:
    r"""A part of an article is not read: a file that it brings in, what is torn, damaged, or far too large.

    Why:
        What is said there is not audited, and what is cited only there looks unused. XML may be torn, an archive
        damaged; what unpacks to very much, or is very long, is read up to a limit.

    False alarms:
        A file that only a program makes, such as a table of results: make it before the audit.

    Bad:
        \section{Coffee}

        Coffee after noon shortens sleep \cite{drake}.

        \input{more-about-coffee}

        \begin{thebibliography}{9}
        \bibitem{drake} Drake C. Caffeine effects on sleep. 2013.
        \end{thebibliography}

    Good:
        \section{Coffee}

        Coffee after noon shortens sleep \cite{drake}.

        \begin{thebibliography}{9}
        \bibitem{drake} Drake C. Caffeine effects on sleep. 2013.
        \end{thebibliography}
    """
    return problems(evidence, "unread-part")
