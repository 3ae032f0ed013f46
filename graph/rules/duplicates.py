"""Rules about references that the bibliography has twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Reference
from graph.references.designs import IN_A_BOOK
from graph.rules.naming import called, cited
from graph.rules.tables import problems
from graph.rules.years import AHEAD
from graph.texts.forms import MIN_SLIP, is_slip, words

MIN_TITLE = 4
"""How many words a title must have to say which publication it is; "Sleep" or "Reply" does not."""

DISTINGUISHING = ("pmid", "pmcid", "eprint", "volume", "number", "pages", "chapter", "edition")
"""Fields in which two entries of one publication do not differ."""

SOMEWHAT_ALIKE, NEARLY_SAME = 60, 90
"""How alike the words of two titles are, of 100, where one publication is entered in two ways; the second by itself."""

Title = tuple[str, ...]


@rule("REF201", "error", "files")
def duplicate_key(evidence: Evidence) -> Iterator[Noticed]:
    """Two entries of the bibliography have the same key, perhaps in another case.

    Why:
        A claim that cites the key means one of them, and nobody knows which. BibTeX ignores case in keys. Where the two
        say the same nothing is lost, and the second only stops BibTeX (a warning).

    False alarms:
        None is known.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{Drake2013, title = {Caffeine and alertness}}

    Good:
        @article{drake2013a, title = {Caffeine effects on sleep}}
        @article{drake2013b, title = {Caffeine and alertness}}
    """
    return problems(evidence, "duplicate-key")


@rule("REF207", "error", "references")
def duplicate_doi(evidence: Evidence) -> Iterator[Noticed]:
    """Two references have the same DOI.

    Why:
        Either they are one publication, so that a claim that cites both rests on one; or a DOI was copied into the
        wrong entry, so that a reader is led to another paper, and a look at retractions clears or accuses the wrong
        one. Titles that are unlike tell that, which is said of both entries. Case does not matter in a DOI.

    False alarms:
        Chapters cited by the DOI of their book: that is only worth knowing (info). A translated title.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}
        @article{drake13, title = {Caffeine effects}, doi = {https://doi.org/10.5664/JCSM.3170}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}
        @article{clark2017, title = {Coffee and sleep}, doi = {10.1016/j.smrv.2016.01.006}}
    """
    firsts: dict[str, Reference] = {}
    for reference in evidence.references.values():
        doi = reference.facts.doi.folded
        first = firsts.setdefault(doi, reference) if doi else reference
        if first is not reference:
            yield from of_one_doi(first, reference)


def of_one_doi(first: Reference, second: Reference) -> Iterator[Noticed]:
    """What is said of two references that have one DOI: by their titles they are one, two parts of a book, or two."""
    if may_be_one_work(first, second):
        yield Noticed(second, f"{called(second)} has the DOI of {cited(first)}; merge them into one", "doi")
    elif {first.type, second.type} & IN_A_BOOK:
        message = (
            f"{called(second)} has the DOI of {cited(first)}, which is their book's; look up those of the chapters"
        )
        yield Noticed(second, message, "doi", "info")
    else:
        for one, other in ((first, second), (second, first)):
            message = f"{called(one)} has the DOI of {cited(other)}, whose title is another; look up which DOI is wrong"
            yield Noticed(one, message, "doi")


def may_be_one_work(first: Reference, second: Reference) -> bool:
    """Whether two references may be one publication: by their titles alone, or by less of them and the first author."""
    from rapidfuzz import fuzz

    one, other = " ".join(words(first.title)), " ".join(words(second.title))
    authors = {words(each.facts.names[0].short) for each in (first, second) if each.facts.names}
    needed = SOMEWHAT_ALIKE if len(authors) < 2 else NEARLY_SAME  # noqa: PLR2004 - two references with two first authors
    return not (one and other) or fuzz.token_set_ratio(one, other) >= needed


@rule("REF208", "warning", "references")
def near_duplicate(evidence: Evidence) -> Iterator[Noticed]:
    """Two references have the same first author, the same title but for slips, and nearly the same year.

    Why:
        They are likely one publication entered twice, so that a claim that cites both rests on one.

    False alarms:
        A conference paper and the article it became: that is only worth knowing (info). References that both have a
        DOI, or that differ in volume, number or pages, are taken for two.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep taken 0, 3 or 6 hours before}, author = {Drake, C}}
        @article{drake13, title = {Caffeine Effects on Sleep Taken 0, 3, or 6 Hours Before}, author = {Drake, Chris}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep in young adults}, author = {Drake, C}}
        @article{drake2014, title = {Caffeine effects on sleep in older adults}, author = {Drake, C}}
    """
    blocks: dict[tuple[object, ...], list[tuple[Reference, Title]]] = defaultdict(list)
    for reference in evidence.references.values():
        title = words(reference.title)
        for key in block_keys(reference, title):
            blocks[key].append((reference, title))
    reported: set[str] = set()
    for block in blocks.values():
        for (first, one), (second, other) in combinations(block, 2):
            if second.key not in reported and same_title(one, other) and may_be_one(first, second):
                reported.add(second.key)
                yield twins(first, second)


def twins(first: Reference, second: Reference) -> Noticed:
    """What is said of two references that are likely one; of two types they may be a report and its article."""
    if first.type == second.type:
        message = f"{called(second)} looks like {cited(first)}; merge them, or tell them apart"
        return Noticed(second, message, "title")
    message = f"{called(second)} may be a version of {cited(first)}; count them as one"
    return Noticed(second, message, "title", "info")


def block_keys(reference: Reference, title: Title) -> Iterator[tuple[object, ...]]:
    """What references share that are compared at all: first author, and a title that is the same but for slips."""
    if len(title) >= MIN_TITLE and reference.facts.names:
        author = words(reference.facts.names[0].short)
        yield author, "".join(title)
        yield author, tuple(word[0] if word.isalpha() and len(word) >= MIN_SLIP else word for word in title)


def same_title(one: Title, other: Title) -> bool:
    """Whether two titles are the same but for hyphens and slips."""
    if len(one) != len(other):
        return "".join(one) == "".join(other)
    return all(word == twin or is_slip(word, twin) for word, twin in zip(one, other, strict=True))


def may_be_one(first: Reference, second: Reference) -> bool:
    """Whether nothing else tells two references apart."""
    one, other = first.facts, second.facts
    if one.doi and other.doi:
        return False  # two publications, or else another rule's
    if one.year.first and other.year.first and abs(one.year.first - other.year.first) > AHEAD:
        return False
    return not any(fields_differ(first.fields.get(name), second.fields.get(name)) for name in DISTINGUISHING)


def fields_differ(one: str | None, other: str | None) -> bool:
    """Whether two fields are both there and say different things; dashes are written in several ways."""
    return bool(one and other) and words(one or "") != words(other or "")
