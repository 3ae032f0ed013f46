r"""An entry of a printed list that signs part into people, title and the rest -> a record.

These signs are `\newblock` in most of BibTeX's styles, quotation marks around the title, or its italics.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.reading.bibitem_numbers import take_numbers
from graph.reading.latex import closing, decode_latex
from graph.reading.listed_ends import MONTH_NAME, PAGES, YEAR_TAKEN, take_groups
from graph.reading.listed_numbers import take_arxiv
from graph.reading.listed_people import people_in_line
from graph.reading.listed_source import take_source
from graph.reading.names import read_people
from graph.reading.records import Record, read_initials, read_person
from graph.references.names import Name

NEW_BLOCK = re.compile(r"\\newblock(?![A-Za-z])\s*")
QUOTED_IN_LATEX = re.compile(
    r"(?:``|\u201c)(?P<title>.{2,600}?)[.,]?(?:''|\u201d)[.,]?\s*|(?<![`\w])`(?!`)(?P<one>.{4,600}?)'(?=[.,]?\s)[.,]?\s*",
    re.DOTALL,
)
SLANTED = re.compile(
    r"\{\s*\\(?:em|it|sl|itshape|slshape)(?![A-Za-z])\s*|\\(?:emph|textit|textsl)\s*(?=\{)|\\enquote\s*(?=\{)"
)
BEFORE_SOURCE = re.compile(r"(?<=\w)[,.?]\s*(?:[Ii]n:?\s*)?\Z")
"""What stands before italics that are no part of a title."""

SAME_PEOPLE = re.compile(r"\W*(?:\\bysame\b|\\leavevmode\s*\\vrule\b).*|[-_\u2013\u2014]{3,}[\s.,]*", re.DOTALL)
"""What stands for the people of the entry before."""

# Who is named, and when.
YEAR_BEHIND = re.compile(
    rf"[\s,.:(]*(?P<year>(?:1[5-9]|20)\d\d)(?P<extradate>[a-z])?(?:,?\s(?:{MONTH_NAME}|\d\d?|unknown)(?:\s\d+)?)?\s?\)?[.:,\s]*\Z"
)
EDITORS_NAMED = re.compile(r"[,\s]*\(?(?:[Ee]ds?\.?|[Ee]ditors?)\)?[.,:\s]*\Z")
BETWEEN_PEOPLE = re.compile(r",?\s(?:and|&|und|u\.|et|y)\s|,\s")
CLOSE_NAME = re.compile(r"\S.*\s(?:-?[^\W\d_a-z]){1,3}")
"""A name as medicine writes it: "McCoy KF"."""

GIVEN_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){1,4}|(?:Jr|Sr|I{2,3})\.?")
CUT_BEHIND = re.compile(r",?\s(?:and\sothers|et\.?\sal|u\.\s?a)\b")
NO_PERSON = re.compile(r"\b(?:of|for|Inc|Ltd|Team|Group|Association|University|Institute|Committee|Organi[sz]ation)\b")
"""What stands in the name of an organisation."""

# Where something was published.
PRINTED_VOLUME = (
    r"(?:[Vv]ol(?:ume|\.)?\s?)?(?P<volume>(?!(?:1[89]|20)\d\d\b)[A-Z]{0,3}-?\d+[A-Za-z]?(?:[/\u2013-]\d+)?)"
)
PRINTED_NUMBER = (
    r"(?:\s?\((?P<number>(?!(?:1[89]|20)\d\d\))[^()]{1,20})\)"
    r"|,?\s(?:[Nn][or]\.?|[Nn]umber|[Ii]ssue)\s?(?P<issue>[\w\u2013/-]+)|,\s(?P<ordinal>\d{1,3})(?=\s\())?"
)
PRINTED_YEAR = rf"(?:[,\s]*\(?(?:{MONTH_NAME}\s?)?{YEAR_TAKEN}[a-z]?\)?(?:,\sno\.\s?(?P<later>\d+))?)?"
PRINTED_PAGES = rf"(?:\s?[:,]?\s?(?:(?:pp?|S)\.|pages?)?\s?(?P<pages>{PAGES})(?=\W|\Z))?"
BEHIND_JOURNAL = re.compile(rf"[\s,.]*{PRINTED_VOLUME}{PRINTED_NUMBER}{PRINTED_YEAR}{PRINTED_PAGES}")
JOURNAL_GOES_ON = re.compile(rf"[\s,.]*(?:{PRINTED_VOLUME}|\(?{YEAR_TAKEN})")
VOLUME_INSIDE = re.compile(r"(?P<journal>.{2,200}?)\s(?P<volume>[A-Z]{0,3}-?\d+)")
"""A journal with its volume, as ACM once printed both in italics."""

JOURNAL_IN_PLAIN = re.compile(
    rf"[\s,.]*(?P<journal>[A-Z][^,\d]{{2,150}}?),?\s{PRINTED_VOLUME}{PRINTED_NUMBER}{PRINTED_YEAR}{PRINTED_PAGES}"
)
"""A journal that is not in italics, with its volume, as SIAM and the AMS print it behind a title that is."""

PAGES_SAID = re.compile(rf"\b(?:pp?\.?|pages?|S\.)\s?(?P<pages>{PAGES})")
VOLUME_NAMED = re.compile(r"\b[Vv]ol(?:ume|\.)\s?(?P<volume>\w+)")
YEAR_LAST = re.compile(rf"(?<![\d\u2013:-]){YEAR_TAKEN}[a-z]?(?![\d\u2013:-])")
DATE_BEHIND_TITLE = re.compile(rf",\s(?:{MONTH_NAME}\s)?{YEAR_TAKEN}[a-z]?\.?\s*\Z")
THESIS = re.compile(
    r"(?P<type>Ph\.?\s?D\.?|Doctoral|Master['\u2019]?s?|Diploma|Bachelor['\u2019]?s?)\s[Tt]hesis[,.]\s*(?P<school>[^,]{3,120})"
)
REPORT = re.compile(
    r"(?:[Tt]echnical\s[Rr]eport|Tech\.\s[Rr]ep(?:ort|\.))\s?(?P<number>[\w./-]{1,20})?,\s*(?P<institution>[^,]{3,120})"
)
IN_A_COLLECTION = re.compile(r"[\s(,]*[Ii]n\b:?\s*")
BOOK_ENDS = re.compile(
    r"[,.;]\s(?=(?:vol|pp?\.|pages?\b|ser\.|eds?\b|editor|\(?\d{4}|[A-Z][a-z]+\s\d{4}|[A-Z]\.[\s-]?[A-Z]))|[;\u201d']"
)
"""What a book's title ends before that is not in italics."""

EDITORS_FIRST = re.compile(r"(?P<people>.{3,300}?),?\s\(?(?:editors?|[Ee]ds?\.)\)?[.,:]*\s+")
EDGE_MARKS = " .,;:\u2018\u2019\u201c\u201d'`"


class Parted(NamedTuple):
    """An entry in LaTeX, parted into who wrote it, its title, and what follows.

    The title may be `slanted`, in italics; what stands before it is `certain` to be people where a sign of its own
    says so, and no other part.
    """

    people: str
    title: str
    rest: str
    slanted: bool = False
    certain: bool = True


def read_blocks(text: str, record: Record, before: tuple[Name, ...] = ()) -> bool:
    """Read an entry into a record by the signs that part it; whether there are any.

    `before` are the people of the entry before it, for which a style may print a dash.
    """
    parted = part(text)
    if not parted:
        return False
    title = take_numbers(decode_latex(parted.title), record)
    if dated := DATE_BEHIND_TITLE.search(title):
        take_groups(dated, record)
        title = title[: dated.start()]
    people = people_of(parted, record, before)
    if not title.strip(EDGE_MARKS) or people is None:
        return False
    role, names = people
    for name in names:
        record.name(role, name, record.line)
    record.put("title", title.strip(EDGE_MARKS), record.line)
    take_source_of(parted, record)
    return True


def part(text: str) -> Parted | None:
    """An entry in its three parts; None where no sign parts it."""
    people, *blocks = NEW_BLOCK.split(text)
    if quoted := QUOTED_IN_LATEX.search(text):
        return Parted(text[: quoted.start()], quoted["title"] or quoted["one"], text[quoted.end() :], certain=False)
    span = slanted_span(text)
    if span and span[0] < len(people):
        start, inner, end = span
        return (
            None
            if JOURNAL_GOES_ON.match(decode_latex(text[end:]))
            else Parted(text[:start], inner, text[end:], slanted=True, certain=False)
        )
    if not blocks or not decode_latex(blocks[0]).strip(EDGE_MARKS):
        return None
    begins = slanted_span(blocks[0])
    if begins and (source := BEFORE_SOURCE.search(blocks[0][: begins[0]])):
        return Parted(people, blocks[0][: source.start()], " ".join([blocks[0][source.start() :], *blocks[1:]]))
    if begins and not blocks[0][: begins[0]].strip():
        return Parted(people, begins[1], " ".join([blocks[0][begins[2] :], *blocks[1:]]), slanted=True)
    return Parted(people, blocks[0], " ".join(blocks[1:]))


def slanted_span(text: str) -> tuple[int, str, int] | None:
    """The first words in italics: where they begin, they themselves, and where they end."""
    found = SLANTED.search(text)
    if not found:
        return None
    if found.group().startswith("{"):
        end = closing(text, found.start())
        return found.start(), text[found.end() : end - 1], end
    end = closing(text, found.end())
    return found.start(), text[found.end() + 1 : end - 1], end


def people_of(parted: Parted, record: Record, before: tuple[Name, ...]) -> tuple[str, list[Name | None]] | None:
    """Whether those before the title are authors or editors, and who; None where something else may stand there.

    The year behind them is taken.
    """
    if SAME_PEOPLE.fullmatch(parted.people.strip()):
        return "author", [*before]
    who = take_numbers(" ".join(decode_latex(parted.people).split()), record)
    if year := YEAR_BEHIND.search(who):
        take_groups(year, record)
        who = who[: year.start()]
    editors = EDITORS_NAMED.search(who)
    who = (who[: editors.start()] if editors else who).strip(" ,:;")
    names = people_named(who, certain=parted.certain)
    return None if names is None else ("editor" if editors else "author", names)


def people_named(text: str, *, certain: bool) -> list[Name | None] | None:
    """Who is named in a text that names people, or one organisation; None where it is not `certain` to be that."""
    cut = CUT_BEHIND.search(text)
    whole = text[: cut.start()] if cut else text
    parts = [each for each in BETWEEN_PEOPLE.split(whole.rstrip(".")) if each.strip()]
    others = [None] if cut else []
    if parts and all(map(CLOSE_NAME.fullmatch, parts)):
        return [*map(read_initials, parts), *others]
    if ";" in whole:
        return [*map(read_person, re.split(r"\s?;\s?", whole)), *others]
    if len(parts) == 1 and NO_PERSON.search(whole):
        return [Name(literal=whole.rstrip("."))]
    if parts and all(" " in each and not GIVEN_INITIALS.fullmatch(each) for each in parts):
        return [*(name for each in parts for name in read_people(each)[0]), *others]
    found = people_in_line(f"{text.rstrip('.')}. ") if text else None
    if found and not found.rest:
        return [*found.names]
    return [*(name for each in parts for name in read_people(each)[0]), *others] if certain or not parts else None


def take_source_of(parted: Parted, record: Record) -> None:
    """Take what follows the title: a journal or a book with its volume and pages, a thesis, a report, the year."""
    before, container, behind = sides(parted.rest, record)
    whole = f"{before} {behind}"
    if (in_book := IN_A_COLLECTION.match(before)) or container.lower() == "in":
        take_book(before[in_book.end() :] if in_book else behind, container if in_book else "", record)
    elif found := THESIS.search(whole):
        record.type = "mastersthesis" if found["type"].startswith("Master") else "phdthesis"
        record.put("school", found["school"].strip(" ."), record.line)
    elif found := REPORT.search(whole):
        record.type = "techreport"
        take_groups(found, record)
    elif container and not parted.slanted and not before.strip(EDGE_MARKS):
        take_journal(container, BEHIND_JOURNAL.match(behind), record)
    elif found := JOURNAL_IN_PLAIN.match(before):
        take_journal("", found, record)
    else:
        take_unknown(before, container, behind, record)
    if parted.slanted and not container and record.type == "misc":
        record.type = "book"
    take_ends(whole, record)


def sides(text: str, record: Record) -> tuple[str, str, str]:
    """What stands before the words in italics, these, and what stands behind them, without identifiers."""
    start, inner, end = slanted_span(text) or (len(text), "", len(text))
    before, behind = (NEW_BLOCK.sub(" ", each) for each in (text[:start], text[end:]))
    container = decode_latex(inner).strip(EDGE_MARKS)
    take_arxiv(container, record)  # "arXiv preprint arXiv:2001.01234" is called so
    return take_numbers(decode_latex(before), record), container, take_numbers(decode_latex(behind), record)


def take_book(before: str, container: str, record: Record) -> None:
    """Take the book that an entry is in, and its editors, who may stand before its title."""
    record.type = "inproceedings"
    editors = EDITORS_NAMED.search(before) if container else EDITORS_FIRST.match(before)
    if editors:
        people = before[: editors.start()] if container else editors["people"]
        for name in people_named(people.strip(" ,"), certain=False) or ():
            record.name("editor", name, record.line)
    rest = before[editors.end() :] if editors and not container else before
    record.put(
        "booktitle",
        container or BOOK_ENDS.split(rest.lstrip("\u201c`'\u2018 "), maxsplit=1)[0].strip(EDGE_MARKS),
        record.line,
    )


def take_journal(name: str, found: re.Match[str] | None, record: Record) -> None:
    """Take a journal, and the volume, number, pages and year behind it."""
    record.type = "article"
    if inside := VOLUME_INSIDE.fullmatch(name):
        take_groups(inside, record)
    record.put("journal", "" if inside else name, record.line)
    for field, text in (found.groupdict() if found else {}).items():
        called = "number" if field in {"issue", "ordinal", "later"} or (inside and field == "volume") else field
        if called not in record.fields:
            record.put(called, (text or "").strip(" .,"), record.line)


def take_unknown(before: str, container: str, behind: str, record: Record) -> None:
    """Take a journal of any form that has a volume; what is not understood stands in `note`."""
    rest = " ".join(f"{before} {container} {behind}".split()).strip(EDGE_MARKS)
    journal = Record(record.file, record.line)
    left = take_source(f"{rest}.", journal)
    if "volume" not in journal.fields:
        record.put("note", rest, record.line)
        return
    record.type = "article"
    for name, text in journal.fields.items():
        record.set(name, text, record.line)
    record.put("note", left.strip(EDGE_MARKS), record.line)


def take_ends(text: str, record: Record) -> None:
    """Take pages, volume and year wherever they are named, unless they are known."""
    for pattern in (PAGES_SAID, VOLUME_NAMED):
        if (found := pattern.search(text)) and record.fields.keys().isdisjoint(found.groupdict()):
            take_groups(found, record)
    if "year" not in record.fields and (years := YEAR_LAST.findall(text)):
        record.put("year", years[-1], record.line)
