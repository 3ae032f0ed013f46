"""An article's sentences -> claims and problems: each marker becomes citations, or a problem says why not.

A claim is a sentence in its own words, about what its headings name. Nothing is split, guessed or judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import PurePath

from graph.model import WIDER, Citation, Claim, Place, Reference, Stance
from graph.reading.articles import (
    A_LETTER,
    COLONS,
    NO_PROSE,
    STOPPED,
    ArticleText,
    Cited,
    Marker,
    Sentence,
    sentences_of,
)
from graph.reading.articles.about_page import is_about_page, is_verdict
from graph.reading.articles.in_words import with_words_cited
from graph.reading.articles.linked_works import names_of, with_bracketed_links, with_links_cited
from graph.reading.articles.other_pages import without_other_pages
from graph.reading.articles.suppressing import Span
from graph.reading.listed.entry import Entry, read_entry_text
from graph.reading.problems import Problems
from graph.references.citing import short_citation
from graph.texts.sentences import CLOSERS, WIDE_CLOSERS
from graph.wording import printable

BACK_MATTER = re.compile(
    r"acknowledge?ments?(?: (?:and|&) .*)?|funding.*|grant support|sponsors?|role of the funding source"
    r"|.*competing interests?.*"
    r"|(?:declaration of |statement of )?(?:potential )?conflicts? of interests?(?: statement| disclosure)?"
    r"|(?:financial )?disclosures?"
    r"|(?:credit )?author(?:s?['\u2019]?|['\u2019]s) contributions?(?: statement)?"
    r"|(?:data|code|materials?) (?:and (?:code|data|materials?) )?(?:availability.*|sharing(?: statement)?)"
    r"|availability of (?:supporting )?(?:data|code|materials?)(?: and (?:data|materials?))?|abbreviations?(?: used)?"
    r"|about (?:the )?authors?|(?:article|page|review) history|review date.{0,20}"
    r"|(?:(?:learn )?how to )?cite this (?:page|article)|how we (?:reviewed|fact[- ]checked) this (?:article|page)"
    r"|(?:our )?editorial (?:policy|process)|written by|(?:medically |fact[- ])?(?:reviewed|checked) by"
    r"|author(?:s?['\u2019]?|['\u2019]s) (?:information|details)"
    r"|ethic(?:s|al) (?:approval|declarations?|statement)(?: and .*)?|institutional review board statement"
    r"|(?:informed )?consent (?:statement|for publication|to participate)|declarations?|publisher['\u2019]s note"
    r"|supplementa(?:l|ry) (?:information|materials?|data)|supporting information|generative ai statement"
    r"|danksagung|interessenkonflikte?|f\u00f6rderung|remerciements?|conflits? d['\u2019]int\u00e9r\u00eats?"
    r"|financements?|agradecimientos?|conflictos? de inter(?:e|\u00e9)s(?:es)?|financiaci\u00f3n|agradecimentos?"
    r"|conflitos? de interesses?|financiamento|ringraziamenti|dankwoord|\u81f4\u8c22|\u81f4\u8b1d|\u8b1d\u8f9e"
    r"|\u0431\u043b\u0430\u0433\u043e\u0434\u0430\u0440\u043d\u043e\u0441\u0442\u0438|\u043f\u043e\u0434\u044f\u043a\u0438",
    re.IGNORECASE,
)
"""Headings of what an article says about itself: a sentence there becomes a claim only if it cites."""

WIDEST_RANGE = 200
"""More references than any marker cites: "[1990-2015]" is no range of references."""

STANCE_WORDS: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        "disputes",
        re.compile(r"\b(?:but|however),? (?:see|cf|compare)\b|\bcontra\b|\bcontrary to\b|\bpace\b", re.IGNORECASE),
    ),
    (
        "mentions",
        re.compile(
            r"\b(?:cf|compare|see also|reviewed (?:in|by)|for (?:a |an )?(?:recent )?(?:over|re)views?)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What is said before a key of a reference that does not simply support the sentence; the first that fits counts."""

WORD_IN_BRACKETS = re.compile(r"[(\[]+[\w-]+[)\]]+[.!]?")
"""A word in brackets alone, as a link to a file is: "(pdf)"."""

ADDRESS_ALONE = re.compile(
    r"(?:[a-z][a-z ]{0,30}:\s?|(?:e\.g\.|cf\.|see(?: also)?),?\s)?(?:https?://|www\.)\S+"
    r"(?:\s(?:(?:and|or)\s)?(?:https?://|www\.)\S+)*",
    re.IGNORECASE,
)
"""Addresses, perhaps with what they are: "DOI: https://...", "e.g. https://..., https://..."."""

A_QUESTION = re.compile(rf"[?\uff1f\u061f][{CLOSERS}{WIDE_CLOSERS}]*\Z")
NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
LONGEST_SLUG = 40


@dataclass(frozen=True)
class Shelf:
    """The references that the keys and numbers of an article lead to; `aliases` are other names of theirs."""

    references: Mapping[str, Reference]
    aliases: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def order(self) -> list[str]:
        """The keys in the order of the list."""
        return list(self.references)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each key stands in the list."""
        return {key: position for position, key in enumerate(self.order)}

    @cached_property
    def known(self) -> dict[str, str]:
        """The keys by identifiers and by the numbers in the list; where it has none, by their order.

        A number that is a name of its own is the article's, and goes before those that a bibliography has of another.
        """
        known: dict[str, str] = {}
        for key, reference in self.references.items():
            for name in (*names_of(reference), f"url:{reference.url}", reference.listed):
                known.setdefault(name.casefold(), key)
        if not any(reference.listed for reference in self.references.values()):
            known |= {str(number): key for number, key in enumerate(self.order, start=1)}
        return known | {name: key for name, key in self.aliases.items() if name.isdecimal()}

    def find(self, written: str) -> str:
        """The key of what is cited; what is written, where the list does not have it."""
        for name in filter(None, (written, self.aliases.get(written))):
            if name in self.references:
                return name
            if key := self.known.get(name.casefold()):
                return key
        return written

    def between(self, first: str, last: str) -> list[str]:
        """The keys of a range, both ends included; none where it is no range of this list."""
        if first.isdecimal() and last.isdecimal():
            numbers = range(int(first), int(last) + 1)
            is_range = 1 < len(numbers) <= WIDEST_RANGE and (first in self.known or not self.references)
            return [self.find(str(number)) for number in numbers] if is_range else []
        ends = [self.find(first), self.find(last)]
        if not all(end in self.references for end in ends):
            return []
        begin, end = (self.positions[each] for each in ends)
        return self.order[begin : end + 1] if end - begin < WIDEST_RANGE else []


@dataclass(slots=True)
class Drafted:
    """The claims of an article so far, what could not be read as meant, and what no claim was made of.

    `spans` are where the sentences stand that the claims are; `cited_apart` are the keys that are cited elsewhere.
    """

    article: ArticleText
    shelf: Shelf
    problems: Problems
    claims: dict[str, Claim] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    cited_apart: set[str] = field(default_factory=set)

    def place(self, sentence: Sentence, what: Sentence | Marker) -> Place:
        """Where a sentence or a marker of it stands."""
        return Place(sentence.passage.file or self.article.file, what.line, offset=self.offset(what))

    def offset(self, what: Sentence | Marker) -> int:
        """How far in its line something stands, where the format has lines."""
        return what.column if self.article.by_line else 0


def draft_claims(
    article: ArticleText,
    references: Mapping[str, Reference],
    aliases: Mapping[str, str],
    numbers: Counter[str] | None = None,
) -> Drafted:
    """The claims of an article: every marker is in the citations of one, or in a problem.

    `numbers` counts the claims under each heading, and is handed on where an article has several files.
    """
    shelf = Shelf(references, {**aliases, **article.aliases})
    problems = Problems(article.file)
    article = with_links_cited(article, lambda name: shelf.known.get(name.casefold(), ""))
    article = with_words_cited(article, references, problems)
    article = with_bracketed_links(article)
    passages = without_other_pages(article.passages)
    others = len(article.passages) - len(passages)
    article = replace(article, passages=passages) if others else article
    drafted = Drafted(article, shelf, problems, numbers=Counter() if numbers is None else numbers)
    drafted.left_out.update(article.left_out)
    drafted.left_out["links to other pages"] += others
    drafted.left_out.update(NO_PROSE[each.kind] for each in article.passages if each.kind in NO_PROSE)
    for each in article.apart:
        drafted.cited_apart.update(shelf.between(each.key, each.last) if each.last else [shelf.find(each.key)])
    for sentence in sentences_of(article):
        drafted.problems.file = sentence.passage.file or article.file
        if reason := no_claim(sentence):
            drafted.left_out[reason] += sentence.passage.kind not in NO_PROSE
            report_unread(sentence, reason, drafted)
        else:
            add_claim(sentence, drafted)
    return drafted


def own_references(article: ArticleText) -> Iterator[tuple[Reference, str]]:
    """The references that an article itself holds, each with how it is written; the key may be empty."""
    yield from ((reference, reference.title) for reference in article.references)
    for number, entry in enumerate(article.listed, start=1):
        unnumbered = "" if entry.group else str(number)
        label = entry.label if entry.label.strip("-*+#\N{BULLET}") else unnumbered
        numbered = label.isdecimal() or not label
        written = Entry(entry.line, label, entry.group, [entry.text], title=entry.title)
        read, _ = read_entry_text(written, entry.file or article.file)
        yield replace(read, key="" if numbered else label), entry.text


def no_claim(sentence: Sentence) -> str:
    """What a sentence counts as that no claim is made of."""
    if what := NO_PROSE.get(sentence.passage.kind):
        return what
    if not A_LETTER.search(sentence.text) or WORD_IN_BRACKETS.fullmatch(sentence.text):
        return "lines without words"
    return "" if sentence.markers else next((what for what, is_one in UNCITED.items() if is_one(sentence)), "")


def is_link_alone(sentence: Sentence) -> bool:
    """Whether a sentence is none, but the words of a link that nothing leads in."""
    return not (sentence.lead_in or STOPPED.search(sentence.text)) and sentence.passage.is_link


def is_about_itself(sentence: Sentence) -> bool:
    """Whether an article says of itself what a sentence says."""
    return any(BACK_MATTER.fullmatch(heading.rstrip(" .:")) for heading in sentence.passage.headings)


UNCITED: Mapping[str, Callable[[Sentence], object]] = {
    "web addresses": lambda sentence: ADDRESS_ALONE.fullmatch(sentence.text),
    "lead-ins": lambda sentence: sentence.leads or sentence.text.endswith((*COLONS,)),
    "links alone": is_link_alone,
    "lines about the page": lambda sentence: is_about_page(sentence.text),
    "verdicts": lambda sentence: is_verdict(sentence.text) and not sentence.lead_in,
    "questions": lambda sentence: A_QUESTION.search(sentence.text),
    "sentences of acknowledgements and the like": is_about_itself,
}
"""What a sentence that cites nothing may be, and is no claim then."""


def report_unread(sentence: Sentence, reason: str, drafted: Drafted) -> None:
    """Report the markers of what no claim is made of."""
    for marker in sentence.markers:
        drafted.cited_apart.update(key for each in marker.cited for key in cited_keys(each, marker, drafted))
        message = f"{quoted(marker)} stands in {reason}, of which no claim is made; what it is cited for is not audited"
        drafted.problems.report(
            "unread-citation",
            marker.line,
            message,
            severity="info",
            unread=1,
            text=sentence.quote,
            offset=drafted.offset(marker),
        )


def quoted(marker: Marker) -> str:
    """A marker as it is quoted in messages; a backslash stays one."""
    return f"'{printable(marker.text)}'"


def add_claim(sentence: Sentence, drafted: Drafted) -> None:
    """Make a claim of a sentence."""
    article, headings = drafted.article, sentence.passage.headings
    nearest = headings[-1] if headings else article.about.title
    key = next_key(nearest or PurePath(article.file).stem, drafted.numbers)
    cause = WIDER.join(heading.replace(WIDER, " \N{EN DASH} ") for heading in headings)
    place = drafted.place(sentence, sentence)
    drafted.spans.append(Span(place.file, sentence.line, sentence.column, sentence.last_line, f"claim:{key}"))
    drafted.claims[key] = Claim(
        key=key,
        cause=cause or article.about.title or PurePath(article.file).stem,
        text=" ".join(filter(None, (sentence.lead_in, spelled_out(sentence, drafted.shelf)))),
        place=place,
        citations=tuple(merged(cite(key, sentence, drafted), drafted)),
        section=nearest,
        paragraph=str(sentence.paragraph),
        quote=sentence.quote,
        note="; ".join(notes_of(sentence.markers)),
    )


def next_key(name: str, numbers: Counter[str]) -> str:
    """The key of the next claim under a heading: "study-design-03"."""
    slug = slug_of(name)
    numbers[slug] += 1
    return f"{slug}-{numbers[slug]:02d}"


@lru_cache(maxsize=2**10)  # a heading has many claims
def slug_of(name: str) -> str:
    """A heading as keys begin: "study-design"."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return NOT_IN_SLUG.sub("-", letters).strip("-")[:LONGEST_SLUG].strip("-") or "section"


def spelled_out(sentence: Sentence, shelf: Shelf) -> str:
    """A sentence's words, with the names that a reader sees in place of keys."""
    parts, position = [], 0
    for marker in sentence.markers:
        start = sentence.text.find(marker.text, position) if marker.spoken else -1
        if start >= 0:
            parts += [sentence.text[position:start], spoken_words(marker, shelf)]
            position = start + len(marker.text)
    return "".join((*parts, sentence.text[position:]))


def spoken_words(marker: Marker, shelf: Shelf) -> str:
    """The words that a reader sees in the place of a marker: the first of its names, or the keys in a tag."""
    found = (shelf.find(each.key) for each in marker.cited)
    names = (short_citation(shelf.references[key]) for key in found if key in shelf.references)
    written = ", ".join(each.key for each in marker.cited) if marker.text.startswith("{") else marker.text
    return next(names, written)


def cite(key: str, sentence: Sentence, drafted: Drafted) -> Iterator[Citation]:
    """The citations of a sentence's markers, in their order."""
    for marker in sentence.markers:
        place = drafted.place(sentence, marker)
        for cited in marker.cited:
            for reference in cited_keys(cited, marker, drafted):
                yield Citation(key, reference, stance_of(cited.prefix), place, cited.locator, "cited", stated=True)


def cited_keys(cited: Cited, marker: Marker, drafted: Drafted) -> Sequence[str]:
    """The keys that a part of a marker stands for; a range that is none is reported."""
    if not cited.last:
        return [drafted.shelf.find(cited.key)]
    keys = drafted.shelf.between(cited.key, cited.last)
    if not keys:
        message = f"{quoted(marker)}: {cited.key}-{cited.last} is no range of the list of references; name each of them"
        offset = drafted.offset(marker)
        drafted.problems.report("unread-citation", marker.line, message, unread=1, text=marker.text, offset=offset)
    return keys


def stance_of(prefix: str) -> Stance:
    """The stance of a reference, by what is said before its key."""
    return next((stance for stance, words in STANCE_WORDS if words.search(prefix)), "supports")


def merged(citations: Iterator[Citation], drafted: Drafted) -> list[Citation]:
    """The citations with each reference once, at its first place; one that stands in two stances is reported."""
    found: dict[str, Citation] = {}
    locators: dict[str, dict[str, None]] = defaultdict(dict)
    for citation in citations:
        first = found.setdefault(citation.reference, citation)
        locators[citation.reference].update(dict.fromkeys(citation.locator.split("; ")))
        if first.stance != citation.stance:
            message = f"{citation.reference!r} {first.stance} and {citation.stance} this sentence; the first is read"
            drafted.problems.report("two-stances", citation.place.line, message, offset=citation.place.offset)
    return [replace(each, locator="; ".join(filter(None, locators[key]))) for key, each in found.items()]


def notes_of(markers: Sequence[Marker]) -> Iterator[str]:
    """What a reader of the markers reads beside keys and locators."""
    for marker in markers:
        if marker.note:
            yield marker.note
        for cited in marker.cited:
            if cited.prefix or cited.suffix:
                yield " ".join(filter(None, (cited.prefix, cited.key, cited.suffix)))
