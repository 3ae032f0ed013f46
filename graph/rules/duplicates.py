"""Rules about references that the bibliography has twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import chain, product
from typing import NamedTuple

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Reference
from graph.references.designs import IN_A_BOOK
from graph.references.titles import main_title
from graph.rules.naming import called, cited
from graph.rules.tables import problems
from graph.rules.years import AHEAD
from graph.support.numbers import by_key
from graph.texts.forms import but_for_slips, is_edit, is_slip, words

MIN_TITLE = 4
"""How many words a title must have to say which publication it is; "Sleep" or "Reply" does not."""

SHORT_TITLE = 3
"""How many words are enough where all authors and the year are the same."""

DISTINGUISHING = ("pmid", "pmcid", "eprint", "volume", "number", "pages", "chapter", "edition", "howpublished")
"""Fields in which two entries of one publication do not differ."""

SOMEWHAT_ALIKE, NEARLY_SAME = 60, 90
"""How alike the words of two titles are, of 100, where one publication is entered in two ways; the second by itself."""

VERSIONS = 2
"""How many years may be between two versions of a publication."""

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
        doi = reference.facts.doi.folded if reference.facts.doi.is_possible else ""
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
    """Two references share an author and the title, but for slips, and nearly the year.

    Why:
        They are likely one publication entered twice, or two versions of it, such as a preprint and the article that it
        became: a claim that cites both rests on one. Only what differs in nothing else may be merged.

    False alarms:
        A comment that has the title of what it comments on; the same title year after year. Where more than the
        spelling of the title differs (type, DOI, pages, first author, a subtitle), it is only worth knowing (info).

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep taken 0, 3 or 6 hours before}, author = {Drake, C}}
        @article{drake13, title = {Caffeine Effects on Sleep Taken 0, 3, or 6 Hours Before}, author = {Drake, Chris}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep in young adults}, author = {Drake, C}}
        @article{drake2014, title = {Caffeine effects on sleep in older adults}, author = {Drake, C}}
    """
    titled = [each for each in map(titled_of, evidence.references.values()) if each.authors]
    shared = Counter(chain.from_iterable(each.forms for each in titled))
    blocks = by_key((key, each) for each in titled for key in dict.fromkeys(block_keys(each, shared)))
    reported: set[str] = set()
    for first, second in chain.from_iterable(pairs(block, reported) for block in blocks.values()):
        if noticed := twins(first, second):
            reported.add(second.reference.key)
            yield noticed


def pairs(block: Sequence[Titled], reported: Collection[str]) -> Iterator[tuple[Titled, Titled]]:
    """Every two of a block, without a second that is reported already: of a thousand equal titles nearly all are."""
    left = [*enumerate(block)]
    for number, first in enumerate(block):
        left = [each for each in left if each[0] > number and each[1].reference.key not in reported]
        yield from ((first, second) for _, second in left)


class Titled(NamedTuple):
    """A reference with the words of its title, the whole of it and without its subtitle, and those of its authors.

    `forms` are those of the titles as texts that others have, too, which are the same but for slips; of a short title
    there is none.
    """

    reference: Reference
    title: Title
    main: Title
    authors: tuple[Title, ...]
    forms: tuple[str, ...]


def titled_of(reference: Reference) -> Titled:
    """A reference with what it is compared by."""
    title, main = words(reference.title), main_title(reference.title)
    authors = tuple(filter(None, (words(name.short) for name in reference.facts.names)))
    main_words = title if main == reference.title else words(main)
    long = [each for each in dict.fromkeys((title, main_words)) if len(each) >= MIN_TITLE]
    return Titled(reference, title, main_words, authors, (*map("".join, long), *map(but_for_slips, long)))


def block_keys(titled: Titled, shared: Counter[str]) -> Iterator[Hashable]:
    """What references share that are compared at all: a title that is the same but for slips, and an author.

    That is any of them, or the first letter of the first one's name; of a short title all authors, and the year.
    `shared` says how many have a form of a title; what one reference alone has is no key.
    """
    if forms := [form for form in titled.forms if shared[form] > 1]:
        yield from product((*titled.authors, titled.authors[0][0][0]), forms)
    for title in (titled.title, titled.main):
        if len(title) == SHORT_TITLE:
            yield title, titled.authors, titled.reference.year


def twins(first: Titled, second: Titled) -> Noticed | None:
    """What is said of two references that may be one: that they are likely that, versions of one, or nothing."""
    one, other = first.reference, second.reference
    if years_apart(one, other) > VERSIONS:
        return None
    whole = same_title(first.title, second.title)
    if whole and may_be_one(first, second):
        message = f"{called(other)} looks like {cited(one)}; merge them, or tell them apart"
        return Noticed(other, message, "title")
    if set(first.authors).isdisjoint(second.authors):
        return None
    if whole or first.main == second.title or first.title == second.main:
        message = f"{called(other)} may be a version of {cited(one)}; count them as one"
        return Noticed(other, message, "title", "info")
    return None


def same_title(one: Title, other: Title) -> bool:
    """Whether two titles are the same but for hyphens and slips."""
    if len(one) != len(other):
        return "".join(one) == "".join(other)
    return all(word == twin or is_slip(word, twin) for word, twin in zip(one, other, strict=True))


def same_author(one: Title, other: Title) -> bool:
    """Whether two names are the same but for a slip."""
    return one == other or is_edit("".join(one), "".join(other))


def may_be_one(first: Titled, second: Titled) -> bool:
    """Whether nothing but the spelling of title and first author tells two references of one title apart."""
    one, other = first.reference, second.reference
    if one.type != other.type or not same_author(first.authors[0], second.authors[0]):
        return False
    if (one.facts.doi and other.facts.doi) or years_apart(one, other) > AHEAD:
        return False  # of two DOIs there are two publications, or versions, or else it is another rule's
    return not any(fields_differ(one.fields.get(name, ""), other.fields.get(name, "")) for name in DISTINGUISHING)


def years_apart(first: Reference, second: Reference) -> int:
    """How many years are between two references; none where one of them has no year."""
    one, other = first.facts.year.first, second.facts.year.first
    return abs(one - other) if one and other else 0


def fields_differ(one: str, other: str) -> bool:
    """Whether two fields are both there and say different things; dashes are written in several ways."""
    return bool(one and other) and words(one) != words(other)
