"""Who is named before the title of an entry of a printed list, or as editors of a book that it is in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading.latex import closing, decode_latex
from graph.reading.listed.ends import MONTH_NAME, take_groups
from graph.reading.listed.people import people_in_line, read_close
from graph.reading.names import read_people
from graph.reading.printed.numbers import take_numbers
from graph.reading.records import Record, read_person
from graph.references.names import Name

SAME_PEOPLE = re.compile(
    r"(?:\{\\bf\s)?\W*(?:\\bysame\b|\\leavevmode\s*\\vrule\b).*|(?:[-_\u2013]{3,}|\u2014+)[\s.,]*", re.DOTALL
)
"""What stands for the people of the entry before."""

SAME_PERSON = re.compile(
    r"(?:[\s{,]*(?:\\bf\s+)?\\bysame(?![A-Za-z])(?:\{\})?)+(?=[\s\\,]*(?:,|and\b)\s*\S)[\s\\,]*(?:and\s+)?"
)
"""What stands for so many of them, each by a dash, before others, as economists have it."""

YEAR_BEHIND = re.compile(
    rf"[\s,.:(]{{0,9}}(?P<year>(?:1[5-9]|20)\d\d)(?P<extradate>[a-z])?(?:,?\s(?:{MONTH_NAME}|\d\d?|unknown)(?:\s\d+)?)?\s?\)?[.:,\s]*\Z"
)
EDITORS_NAMED = re.compile(r"[,\s]{0,9}\(?(?:[Ee]ds?\.?|[Ee]ditors?)\)?[.,:\s]*\Z")
BETWEEN_PEOPLE = re.compile(r",?\s(?:and|&|und|u\.|et|y)\s|,\s")
CLOSE_NAME = re.compile(r"\S.*\s(?:-?[^\W\d_a-z]){1,3}")
"""A name as medicine writes it, or IOP: "McCoy KF", "McCoy K F"."""

GIVEN_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){1,4}|(?:Jr|Sr|I{2,3})\.?")
CUT_BEHIND = re.compile(r",?\s(?:and\sothers|et\.?\sal|u\.\s?a)\b")
NO_PERSON = re.compile(r"\b(?:of|for|Inc|Ltd|Team|Group|Association|University|Institute|Committee|Organi[sz]ation)\b")
"""What stands in the name of an organisation."""

GROUP = re.compile(r"\b(?:[Cc]ollaborations?|Consortium|Group|Project|Survey|Team)\b")
"""What stands in the name of one among people."""
KEPT_TOGETHER = re.compile(r"(?<![A-Za-z])\{([^\W\d_a-z][\w'-]*(?:[\s~]+[^\W\d_a-z][\w'-]*){1,2})\}")
"""A family's name of several words, which braces keep together: "L. {Le Guillou}"."""

BLANK, BLANK_KEPT = re.compile(r"[\s~]+"), "\ue000"


OF_A_TITLE = re.compile(r"(?<![\w'\u2019])(?!dell[ae]\b|collabor)[^\W\d_A-Z]{4}")
"""A long word in small letters, which no name has, nor the short form of a journal's."""


def people_of(
    text: str, record: Record, before: Sequence[Name | None], *, certain: bool
) -> tuple[str, list[Name | None]] | None:
    """Whether those before the title are authors or editors, and who; None where something else may stand there.

    The year behind them is taken.
    """
    if same := SAME_PERSON.match(text):
        others = people_of(text[same.end() :], record, (), certain=certain)
        return others and (others[0], [*before[: same.group().count("bysame")], *others[1]])
    if SAME_PEOPLE.fullmatch(text.strip()):
        return "author", [*before]
    if is_in_braces(text.strip(" .,\n")):
        return "author", [Name(literal=decode_latex(text).strip(" .,"))]
    kept = KEPT_TOGETHER.sub(lambda found: BLANK.sub(BLANK_KEPT, found[1]), text) if certain else text
    who = take_numbers(" ".join(decode_latex(kept).split()), record)
    if year := YEAR_BEHIND.search(who):
        take_groups(year, record)
        who = who[: year.start()]
    editors = EDITORS_NAMED.search(who)
    who = (who[: editors.start()] if editors else who).strip(" ,:;")
    names = people_named(who, certain=certain)
    if names is None:
        return None
    return "editor" if editors else "author", [
        each and Name(*(part.replace(BLANK_KEPT, " ") for part in each)) for each in names
    ]


def is_in_braces(text: str) -> bool:
    """Whether all of a text is in braces that tell BibTeX that it is one name; before a command they only part it."""
    return text.startswith("{") and text[1:2] not in "\\{" and closing(text, 0) == len(text)


def people_named(text: str, *, certain: bool) -> list[Name | None] | None:
    """Who is named in a text that names people, or one organisation; None where it is not `certain` to be that."""
    cut = CUT_BEHIND.search(text)
    whole = text[: cut.start()] if cut else text
    parts = [each for each in BETWEEN_PEOPLE.split(whole.rstrip(".")) if each.strip()]
    others = [None] if cut else []
    if parts and all(map(CLOSE_NAME.fullmatch, parts)):
        return [*map(read_close, parts), *others]
    if ";" in whole:
        return [*map(read_person, re.split(r"\s?;\s?", whole)), *others]
    if len(parts) == 1 and NO_PERSON.search(whole):
        return [Name(literal=whole.rstrip("."))]
    if (
        parts
        and all(" " in each and not GIVEN_INITIALS.fullmatch(each) for each in parts)
        and (certain or not OF_A_TITLE.search(whole))
    ):
        return [*(name for each in parts for name in person_or_group(each)), *others]
    found = people_in_line(f"{text.rstrip('.')}. ") if text else None
    if found and not found.rest:
        return [*found.names]
    return [*(name for each in parts for name in read_people(each)[0]), *others] if certain or not parts else None


def person_or_group(text: str) -> tuple[Name, ...]:
    """Who is named where no comma is: a person, or a group of many."""
    return (Name(literal=text),) if GROUP.search(text) else read_people(text)[0]
