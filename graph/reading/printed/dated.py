"""An entry of a printed list as astronomers have it, parted by its year and by commas -> a record.

"Abel T., Bryan G. L., 2002, MNRAS, 330, L53" and "Abel, T., & Bryan, G. L. 2002, MNRAS, 330, L53": articles have no
title there, or one that says that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading.latex import closing, decode_latex
from graph.reading.listed.ends import PAGES, YEAR_TAKEN
from graph.reading.printed.numbers import take_numbers
from graph.reading.printed.people import CUT_BEHIND, GROUP, SAME_PEOPLE
from graph.reading.records import Record, with_particle
from graph.references.names import Name

LONGEST_SOURCE = 600
OTHER_SIGNS = re.compile(r"\\(?:newblock|emph|em|it|bf|textit|textbf|bibinfo\s*\{(?!title\}))(?![A-Za-z])|``")
"""What parts an entry in another way."""

TITLE_SAID = re.compile(r"\\bibinfo\s*\{title\}\s*(?=\{)")
PEOPLE_AND_YEAR = re.compile(rf"(?P<who>\D{{2,9000}}?),?\s\(?{YEAR_TAKEN}(?P<extradate>[a-z])?\)?[,.]\s+")

# Who is named.
BETWEEN_PARTS = re.compile(r",?\s(?:and|&)\s|,\s")
INITIALS_SPACED = r"(?:[^\W\d_a-z][a-z]?\.[\s-]?)+"
GIVEN = re.compile(rf"(?P<given>{INITIALS_SPACED})")
GIVEN_BEFORE = re.compile(rf"(?P<given>{INITIALS_SPACED})(?P<family>\S.*)")
GIVEN_BEHIND = re.compile(rf"(?P<family>.{{0,80}}?[^\W\d_]{{2}}.{{0,80}}?)\s(?P<given>{INITIALS_SPACED})")
GENERATION_NAMED = re.compile(rf"(?P<suffix>I{{2,3}}|IV|[JS]r\.?)(?:\s(?P<given>{INITIALS_SPACED}))?")

# Where it was published.
HOUSE = r"(?=[A-Z])(?:(?!\b(?:for|of|on|the)\b)[^,()]){2,60}"
PLACE = r"[A-Z][^.]{2,60}?"
BOOK_OF_TALKS = r"in\s(?:(?P<series>[^,]{2,150}),\sVol\.\s?(?P<volume>\w+),\s)?(?P<booktitle>.{3,300}?)"
EDITORS_BEHIND = rf"(?:,\sed\.\s(?P<editor>.{{3,300}}?)|,\s(?P<behind>{INITIALS_SPACED}[^,]{{3,200}}),\seds?\.)"
BOOK_BEHIND_EDITORS = (
    r"in\s(?P<editor>[^()]{3,300}?),\seds?\.?,\s(?:(?P<series>[^,]{2,150}?),?\sVol\.\s?(?P<volume>\w+),\s)?"
    r"(?P<booktitle>(?!pp?\.).{3,300}?)"
)
PUBLISHED_WHERE = rf"(?:\s\((?P<publisher>[^()]*[a-z][^()]*)\)|\.\s(?P<house>{HOUSE})(?:,\s(?P<address>{PLACE}))?)?"
PAGES_BEHIND = rf"[,.]\s(?:pp?\.?\s)?(?P<pages>{PAGES})"
TITLE_OF_BOOK = r"(?P<title>(?!in\s)[^().]{3,300}?)(?:,\s(?P<edition>[^,.]{3,20})\sedn\.?)?"
BY = r"(?:(?P<address>[^():]{2,60}):\s)?(?P<publisher>[^():]{2,80})"
NAMED_THESIS = r"(?:[Pp][Hh][Dd]|[Dd]octoral)\s[Tt]hesis"
SCHOOL = r",\s(?P<school>.{3,120})"
NAMED_REPORT = r"[Tt]ech(?:\.|nical)\s[Rr]ep(?:ort|\.?)(?:\s(?P<number>[\w./ -]{1,30}))?"
SOURCES = (
    ("misc", r"[Aa]r[Xx]iv(?:\s\w+)?(?:\se-?prints|\spreprint)?(?:,\s.{0,40})?|"),
    (
        "article",
        rf"(?P<journal>(?!in\s)\D[^,]{{1,150}}),\s(?P<volume>[A-Z]{{0,2}}\d{{1,5}}[A-Z]?),\s(?P<pages>{PAGES})\+?",
    ),
    ("inproceedings", rf"{BOOK_OF_TALKS}{EDITORS_BEHIND}(?:\s\((?P<publisher>[^()]+)\))?(?:{PAGES_BEHIND})?"),
    ("inproceedings", rf"{BOOK_BEHIND_EDITORS}{PUBLISHED_WHERE}(?:{PAGES_BEHIND})?"),
    ("inproceedings", rf"{BOOK_OF_TALKS}{PUBLISHED_WHERE}{PAGES_BEHIND}"),
    ("phdthesis", rf"(?:(?P<title>.{{5,300}}?),\s)?{NAMED_THESIS}{SCHOOL}"),
    ("mastersthesis", rf"(?:(?P<title>.{{5,300}}?),\s)?Master['\u2019]s thesis{SCHOOL}"),
    ("techreport", rf"(?P<title>.{{5,300}}?),\s{NAMED_REPORT}(?:,\s(?P<institution>.{{3,120}}))?"),
    ("techreport", rf"{NAMED_REPORT},\s(?P<title>[^.]{{5,300}})\.\s(?P<institution>.{{3,120}})"),
    ("book", rf"{TITLE_OF_BOOK}(?:,\sed\.\s(?P<editor>[^()]{{3,200}}))?\s\({BY}\)"),
    ("book", rf"{TITLE_OF_BOOK}\.\s(?P<publisher>{HOUSE}),\s(?P<address>{PLACE})"),
)
"""What follows the year: a preprint, a journal, a book that it is in, a thesis, a report, a book."""

FORMS = tuple((kind, re.compile(form)) for kind, form in SOURCES)


def read_dated(text: str, record: Record, before: Sequence[Name | None] = ()) -> bool:
    """Read an entry into a record if it is one that astronomers write; whether it is.

    `before` are the people of the entry before it, for which a style may print a dash.
    """
    if OTHER_SIGNS.search(text):
        return False
    said, text = title_said(text)
    plain = decode_latex(text)
    found = PEOPLE_AND_YEAR.match(plain)
    names = people_before_year(found["who"], before) if found else None
    if not found or not names:
        return False
    rest = take_numbers(plain[found.end() :], record).strip(" ,.;")
    forms = FORMS if len(rest) <= LONGEST_SOURCE else ()
    source = next(((kind, each) for kind, form in forms if (each := form.fullmatch(rest))), None)
    if not source:
        return False
    for name in names:
        record.name("author", name, record.line)
    record.put("year", found["year"], record.line)
    record.put("extradate", found["extradate"] or "", record.line)
    record.put("title", said, record.line)
    take_behind_year(*source, record)
    return True


def title_said(text: str) -> tuple[str, str]:
    """The title of an entry, where it says which words are one, and the entry without it."""
    found = TITLE_SAID.search(text)
    if not found:
        return "", text
    end = closing(text, found.end())
    return decode_latex(text[found.end() + 1 : end - 1]), text[: found.start()] + text[end:].lstrip(" ,")


def take_behind_year(kind: str, found: re.Match[str], record: Record) -> None:
    """Take what follows the year."""
    record.type = "article" if kind == "misc" and found.group() else kind
    if kind == "misc":
        record.put("journal", found.group(), record.line)
    for name, text in found.groupdict().items():
        if name in {"editor", "behind"}:
            for editor in people_before_year(text or "", ()) or ():
                record.name("editor", editor, record.line)
        else:
            record.put("publisher" if name == "house" else name, (text or "").strip(" .,"), record.line)


def people_before_year(text: str, before: Sequence[Name | None]) -> list[Name | None] | None:
    """Who is named: families with initials before or behind, in one part or two; None where anything else is."""
    if SAME_PEOPLE.fullmatch(text.strip()):
        return [*before]
    cut = CUT_BEHIND.search(text)
    people: list[Name] = []
    for each in BETWEEN_PARTS.split((text[: cut.start()] if cut else text).strip(" ,")):
        behind = GENERATION_NAMED.fullmatch(each) or GIVEN.fullmatch(each)
        if behind and people and not people[-1].given:
            parts = {name: part.strip() for name, part in behind.groupdict().items() if part}
            people.append(people.pop()._replace(**parts))
        elif whole := GIVEN_BEHIND.fullmatch(each) or GIVEN_BEFORE.fullmatch(each):
            people.append(with_particle(whole["family"], whole["given"].strip()))
        else:
            people.append(Name(literal=each.rstrip(".")) if GROUP.search(each) else with_particle(each, ""))
    known = all(each.given or each.literal for each in people)
    return [*people, *([None] if cut else [])] if known else None
