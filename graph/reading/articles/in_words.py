"""Citations that stand in words alone -> markers: "(see Kaza et al. 2018, p. 3; Lee 2010)", "Lee (2010)", "[@lee2010]".

A format knows its markers by their form. These are known by where they lead: names and a year are a citation where a
reference has both. So they are looked for where the references are known, in an article of any format. Where it cites
so more often than in its format's own ways, a citation is also what leads nowhere, if it can be nothing else ("et
al.").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from graph.model import Reference
from graph.reading.articles import ArticleText, Cited, Marker, Passage, Run, joined_words, masked
from graph.reading.articles.by_pages import FEWEST, MAY_CITE, Authors, cited_by_pages
from graph.reading.articles.inline_citing import CITATION_KEY, bare, pandoc_citations, tidy
from graph.reading.articles.links import letter_place
from graph.reading.problems import Problems
from graph.references.names import JOINING_NAMES
from graph.support.numbers import by_key
from graph.texts.forms import words
from graph.texts.sentences import MASK
from graph.wording import count

A_YEAR = r"(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.)(?![\w\u2013-])"
NO_YEAR_SAID = "n.d."
"""What is said in the place of a year; it has as many letters."""

YEARS = rf"(?P<years>{A_YEAR}(?:[,;]\s*{A_YEAR})*)"
NAME = r"[^\W\d_a-z][\w'\u2019-]*+\.?"
PEOPLE = "cols?|coll|colleagues|others|mitarbeiter|andere|colaboradores|collaborateurs"
OTHERS = rf"(?:et\s+al(?:ii)?|u\.\s?a|m\.\s?fl|(?:{JOINING_NAMES})\s+(?:{PEOPLE}))(?!\w)\.?"
"""What stands for further authors: "et al.", "u. a.", "y cols."."""

WITHIN = (
    rf"(?:{OTHERS}|(?:{JOINING_NAMES})(?!\w)|(?:van|von|der|den|de|da|di|du|la|le|del|ten|ter|of|for|the|on|in)(?!\w))"
)
FIRST_NAME = rf"(?:{NAME}|(?:van|von|de|da|di|du|al)\b)"
NAMES = rf"(?P<names>{FIRST_NAME}(?:(?:,?\s+&\s+|,?\s+)(?:{NAME}|{WITHIN})){{0,12}})"
NAMES_IN_BRACKETS = rf"(?P<names>{FIRST_NAME}(?:(?:,?\s+&\s+|[,;]?\s+)(?:{NAME}|{WITHIN})){{0,12}})"
NAMED = re.compile(rf"(?<!\w){NAMES_IN_BRACKETS}(?:,\s*|\s+){YEARS}")
"""Names and years, as they stand together in brackets, where semicolons may part names, too: "(KAZA; LEE, 2018)"."""

TITLE_AND_YEAR = re.compile(rf"[\"\u201c](?P<title>[^\"\u201c\u201d]{{3,300}})[\"\u201d],?\s+{YEARS}")
"""A title and a year, as what nobody has signed is cited: "“Restless Legs,” 2018"."""

PLACES = re.compile(
    r"(?=[(\[@-])"
    rf"(?:[(\[](?P<inside>[^()\[\]{MASK}]{{4,600}})[)\]]"
    rf"|(?P<key>{CITATION_KEY.pattern})(?:\s*\[(?P<said>[^\[\]@{MASK}]{{1,100}})\])?)"
)
"""Where a citation may stand: in brackets, or as a key that is a word of the sentence.

What it begins with is looked for first, which takes a third of the time.
"""

YEARS_FIRST = re.compile(YEARS)
NAMES_LAST = re.compile(rf"(?<!\w){NAMES}(?:'s|\u2019s)?\s*\Z")
FARTHEST = 150
"""How far before a bracket with a year its names may begin."""

BETWEEN_TWO, ET_AL = re.compile(rf"\s(?:{JOINING_NAMES})\s(?!al\b)"), re.compile(rf"\s{OTHERS}")

SURE = re.compile(rf"\s{OTHERS}|\sand\s|&")
"""What names beside a year have that are those of authors, whoever they are."""

CUT_SHORT = ("et", "al")
A_KEY = "@{{{}}}"
KEYS = re.compile(r"@\{\d+\}")
MOST_WORDS = 6
"""More words than these beside a citation are a part of the sentence, and not of its marker."""


class Found(NamedTuple):
    """A marker from one letter of a passage to another; `leads` counts the references of the list that it leads to."""

    start: int
    end: int
    cited: tuple[Cited, ...]
    leads: int
    spoken: bool = False


class Byline(NamedTuple):
    """Who wrote a reference, in the forms of words; of one that is an entry only, all words before its year.

    `is_pair` says that there are two, who are seldom called "et al.".
    """

    key: str
    first: tuple[str, ...]
    others: tuple[str, ...]
    is_cut: bool
    is_entry: bool
    is_pair: bool = False

    def is_meant(self, spoken: tuple[str, ...]) -> bool:
        """Whether names in a text are these: "Kaza et al.", "Kaza and Lee", "Kaza, Lee & Wu"."""
        et_al = spoken[-2:] == CUT_SHORT
        first, rest = spoken[: len(self.first)], spoken[len(self.first) : -2 if et_al else None]
        if first != self.first:
            return False
        if self.is_entry:
            return {*rest} <= {*self.others}
        return rest == self.others[: len(rest)] and ((et_al and self.is_cut) or rest == self.others)


class Works:
    """The references by key, and by year and first name; `doubtful` leads from what may be several to their keys."""

    def __init__(self, references: Mapping[str, Reference]) -> None:
        self.references = references
        self.doubtful: dict[str, list[str]] = {}

    @cached_property
    def bylines(self) -> Mapping[tuple[str, ...], Sequence[Byline]]:
        """Who wrote what, by year and first name: few articles that cite by keys ask, and thousands share a library."""
        told = ((year_of(each), byline_of(each, year_of(each))) for each in self.references.values())
        return by_key(((year, byline.first[0]), byline) for year, byline in told if byline.first)

    @cached_property
    def titles(self) -> Mapping[tuple[str, ...], Sequence[Reference]]:
        """What nobody has signed, by the words of its title."""
        return by_key((words(each.title), each) for each in self.references.values() if not each.facts.names)

    def titled(self, match: re.Match[str]) -> str:
        """The key of what has the title and the year in a match; an empty string where that is none or several."""
        year = match["years"][:4]
        found = [each.key for each in self.titles.get(words(match["title"]), ()) if year_of(each) == year]
        return found[0] if len(found) == 1 else ""

    def named(self, match: re.Match[str]) -> tuple[str, list[str]]:
        """The names in a match that wrote something in its years, without words before them, and what they wrote."""
        names, years = match["names"], re.split(r"[,;\s]+", match["years"])
        for start in (word.start() for word in re.finditer(r"\S+", names)):
            if any(self.written_by(names[start:], year) for year in years):
                return names[start:], [self.key_of(names[start:], year) for year in years]
        return names, [self.key_of(names, year) for year in years]

    def key_of(self, said: str, year: str) -> str:
        """The key of what somebody wrote in a year; the names and the year, where that is none or several."""
        keys = self.written_by(said, year)
        written = joined_words(f"{said} {year}")
        if len(keys) > 1:
            self.doubtful[written] = keys
        return keys[0] if len(keys) == 1 else written

    def written_by(self, said: str, year: str) -> list[str]:
        """The keys of what somebody wrote in a year; of two in one year that which has the letter, "2015b"."""
        plain = BETWEEN_TWO.sub(" and ", ET_AL.sub(" et al", said))
        spoken = tuple(word for word in words(plain) if len(word) > 1)  # without initials
        meant = [each for each in self.bylines.get((year[:4], *spoken[:1]), ()) if each.is_meant(spoken)]
        several = [each for each in meant if not each.is_pair] if spoken[-2:] == CUT_SHORT else []
        found = [each.key for each in several or meant]
        return [key for key in found if not year.isdecimal() and key.endswith(year)] or found

    def leading(self, cited: Sequence[Cited]) -> int:
        """How many of these lead to the list."""
        return sum(each.key in self.references or each.key in self.doubtful for each in cited)


def entry_of(reference: Reference) -> str:
    """How a reference is written in a list, where that is all that is known of it."""
    return "" if reference.title else reference.fields.get("note", "")


def year_of(reference: Reference) -> str:
    """The year of a reference, or the first one in its entry, or what is said in its place."""
    found = re.search(A_YEAR, entry_of(reference))
    return reference.year[:4] or (found.group()[:4] if found else NO_YEAR_SAID)


def byline_of(reference: Reference, year: str) -> Byline:
    """Who wrote a reference; without names, where it stands or its title is what it is called."""
    if entry := words(entry_of(reference).partition(year or "\n")[0]):
        return Byline(reference.key, entry[:1], entry[1:], is_cut=True, is_entry=True)
    names = [words(name.short) for name in reference.facts.names] or [words(reference.journal or reference.title)]
    others = tuple(chain.from_iterable(names[1:]))
    is_pair = len(names) == 2 and not reference.et_al  # noqa: PLR2004 - two are a pair
    return Byline(reference.key, names[0], others, bool(others) or reference.et_al, is_entry=False, is_pair=is_pair)


def with_words_cited(article: ArticleText, references: Mapping[str, Reference], problems: Problems) -> ArticleText:
    """The article with its citations in words as markers; if most of them are others, those that lead somewhere.

    Where it has no others, and these lead nowhere, that is reported; and what may lead to several references, too.
    """
    works = Works(references)
    found = [list(found_in(masked(passage.runs)[0], works)) for passage in article.passages]
    own = sum(1 for marker in article.markers if marker.text)  # a link has none
    if not own and not any(found) and (paged := by_pages(article, works)):
        found = paged
    if not own and not any(each.leads for here in found for each in here):
        report_unled(article.passages, found, problems)
    if sum(each.leads for here in found for each in here) <= own:
        found = [[each for each in here if all(cited.key in references for cited in each.cited)] for here in found]
    marked = replace(article, passages=tuple(map(with_markers, article.passages, found)))
    report_doubtful(marked, works, problems)
    return replace(marked, passages=tuple(without_doubtful(passage, works) for passage in marked.passages))


def by_pages(article: ArticleText, works: Works) -> list[list[Found]]:
    """The citations by author and page in each passage; nothing where an article has too few to cite so."""
    texts = [masked(passage.runs)[0] for passage in article.passages]
    if not works.references or not any(map(MAY_CITE.search, texts)):
        return []
    authors = Authors(works.references, [*chain.from_iterable(works.bylines.values())])
    found = [[*cited_by_pages(text, authors)] for text in texts]
    if sum(each.is_named for here in found for each in here) < FEWEST:
        return []
    return [[Found(each.start, each.end, each.cited, len(each.cited)) for each in here] for here in found]


def report_doubtful(article: ArticleText, works: Works, problems: Problems) -> None:
    """Report what may lead to several references."""
    for marker in article.markers:
        for key in {cited.key for cited in marker.cited} & works.doubtful.keys():
            either = " or ".join(map(repr, works.doubtful[key]))
            message = f"{key!r} may be {either}; add a letter to its year, or cite its key"
            problems.report("unread-citation", marker.line, message, unread=1, text=marker.text)


def without_doubtful(passage: Passage, works: Works) -> Passage:
    """A passage whose markers cite nothing that may be several references."""
    runs = (
        replace(run, cited=tuple(each for each in run.cited if each.key not in works.doubtful))
        if isinstance(run, Marker)
        else run
        for run in passage.runs
    )
    return replace(passage, runs=tuple(runs))


def report_unled(passages: Sequence[Passage], found: Sequence[Sequence[Found]], problems: Problems) -> None:
    """Report citations in words of which none leads to a reference."""
    marked = [with_markers(*each) for each in zip(passages, found, strict=True) if each[1]]
    markers = [run for passage in marked for run in passage.runs if isinstance(run, Marker)]
    if markers:
        first = markers[0]
        what = f"what looks like {count(len(markers), 'citation')}, the first {first.text!r}, leads to no reference"
        message = f"{what}; name the bibliography with --references, or put it beside as references.bib"
        problems.report(
            "unread-citation", first.line, message, severity="warning", unread=len(markers), text=first.text
        )


def found_in(text: str, works: Works) -> Iterator[Found]:
    """The citations in the words of a passage."""
    done = 0
    for match in PLACES.finditer(text):
        inside = match["inside"]
        if inside is None:
            yield from said_key(match, works)
        elif YEARS_FIRST.match(inside):
            yield from said_names(text[max(done, match.start() - FARTHEST) : match.start()], match, works)
        elif CITATION_KEY.search(inside):
            cited = tuple(pandoc_citations(inside))
            yield from [Found(*match.span(), cited, works.leading(cited))] if cited else []
        else:
            yield from in_brackets(match, works)
        done = match.end()


def said_key(match: re.Match[str], works: Works) -> Iterator[Found]:
    """A key of the list that is a word of the sentence: "@kaza2018 [p. 3]"."""
    cited = (Cited(bare(match["key"]), locator=tidy(match["said"] or "")),)
    if works.leading(cited):
        yield Found(*match.span(), cited, 1, spoken=True)


def said_names(before: str, match: re.Match[str], works: Works) -> Iterator[Found]:
    """Names that are words of the sentence, with their years in brackets: "Kaza et al. (2018, p. 3)"."""
    names = NAMES_LAST.search(before)
    written, cited = as_pandoc(f"{names['names']} {match['inside']}", works) if names else ("", ())
    leads = works.leading(cited)
    if names and (leads or SURE.search(names["names"])):
        start = match.start() - len(before) + names.start() + written.index("@")
        yield Found(start, match.end(), (replace(cited[0], prefix=""), *cited[1:]), leads, spoken=True)


def in_brackets(match: re.Match[str], works: Works) -> Iterator[Found]:
    """Names and years in brackets; where there are many words beside them, these are the sentence's."""
    written, cited = as_pandoc(match["inside"], works)
    leads = works.leading(cited)
    if any(len(beside.split()) > MOST_WORDS for beside in KEYS.split(written)):
        yield from in_prose(match, works)
    elif leads or (cited and SURE.search(match["inside"])):
        yield Found(*match.span(), cited, leads)


def in_prose(match: re.Match[str], works: Works) -> Iterator[Found]:
    """Names and years that are words of the sentence, though it stands in brackets."""
    for part in NAMED.finditer(match["inside"]):
        written, cited = as_pandoc(part.group(), works)
        if leads := works.leading(cited):
            start = match.start("inside") + part.start() + written.index("@")
            yield Found(start, match.start("inside") + part.end(), cited, leads, spoken=True)


def as_pandoc(text: str, works: Works) -> tuple[str, tuple[Cited, ...]]:
    """A text with keys in the place of names and years, and what it cites: it is read as pandoc would read it then."""
    keys: list[str] = []

    def with_keys(part: re.Match[str]) -> str:
        said, found = works.named(part)
        keys.extend(found)
        numbers = range(len(keys) - len(found), len(keys))
        return part["names"][: len(part["names"]) - len(said)] + ", ".join(map(A_KEY.format, numbers))

    def with_key(part: re.Match[str]) -> str:
        key = works.titled(part)
        keys.extend([key] if key else ())
        return A_KEY.format(len(keys) - 1) if key else part.group()

    written = NAMED.sub(with_keys, TITLE_AND_YEAR.sub(with_key, text))
    return written, tuple(replace(each, key=keys[int(each.key)]) for each in pandoc_citations(written))


def with_markers(passage: Passage, found: Sequence[Found]) -> Passage:
    """A passage with markers where citations were found in its words."""
    if not found:
        return passage
    text, starts = masked(passage.runs)
    runs: list[Run | Marker] = []
    done = 0
    for each in found:
        runs += between(passage.runs, starts, done, each.start)
        first = next(between(passage.runs, starts, each.start, each.end))
        written = joined_words(text[each.start : each.end])
        runs.append(Marker(each.cited, written, first.line, first.column, spoken=each.spoken))
        done = each.end
    return replace(passage, runs=(*runs, *between(passage.runs, starts, done, len(text))))


def between(runs: Sequence[Run | Marker], starts: Sequence[int], start: int, end: int) -> Iterator[Run | Marker]:
    """The runs between two letters of a passage; a run begins at each of `starts`."""
    for index in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
        run, first = runs[index], max(0, start - starts[index])
        if isinstance(run, Marker):
            yield run
        elif words_there := run.text[first : end - starts[index]]:
            yield Run(words_there, *letter_place(run, first))
