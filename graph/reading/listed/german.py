"""Entries as German lists and the German Wikipedia write them, given names first and a colon behind all names.

Ann Lee, Jo Doe: Tee und Schlaf. 2. Auflage. Elm, Berlin 2010, ISBN 978-3-16-148410-0.
Ann Lee: Tee. In: Schlaf. Band 4, Nr. 2, 2010, S. 3-9.
Ann Lee: Tee. In: Jo Doe (Hrsg.): Getränke. Elm, Berlin 2010, S. 3-9.
"""

from __future__ import annotations

import re
from itertools import islice

from graph.reading.listed.ends import PAGES, YEAR_TAKEN
from graph.reading.records import Record, with_particle
from graph.references.names import Name

PERSON_IN_GERMAN = (
    r"[^\W\d_a-z][\w.'\u2019-]*(?: (?:[^\W\d_a-z][\w.'\u2019-]*|von|van|der|den|de|zu|zur|la|le)){0,3}"
    r" [^\W\d_a-z][\w'\u2019-]+(?<![A-Z])"
)
"""A family's name ends with a small letter; what ends otherwise is "Lee AB", the family first."""

PEOPLE_IN_GERMAN = rf"(?P<people>{PERSON_IN_GERMAN}(?:, {PERSON_IN_GERMAN}){{0,9}}(?P<more>,? (?:u\. ?a\.|et al\.))?)"
EDITORS = r"(?P<editors> \((?:Hrsg|Hg)\.?\))?"
BEFORE_TITLE = re.compile(rf"{PEOPLE_IN_GERMAN}{EDITORS}: (?=[^\W_])")
FULL_STOP = re.compile(r"(?:\.|(?<=[?!\u2026])) ")
MOST_STOPS = 12
"""How many full stops a title is looked for before."""

ON_PAGE = rf"(?:, S\. ?(?P<pages>{PAGES})(?: ?ff?)?)?"
ISBN_BEHIND = r"(?:,? ISBN (?P<isbn>[\dXx -]{10,17}))?"
ARTICLE_IN_GERMAN = re.compile(
    r"In: (?P<journal>[^:()]{2,150}?)[.,]? (?:(?:Band|Bd\.|Jg\.|Jahrgang|Vol\.) ?)?(?:(?P<volume>\d{1,4}+)(?!\. ))?"
    r"(?:(?:, |(?<= ))(?:Nr\.|Heft|H\.|Ausgabe|No\.) ?(?P<number>\d[\d/\u2013-]*))?"
    rf"(?:,? ?(?:\d{{1,2}}\. ?)?(?:[A-Z\u00c4]\w{{2,8}} )?\(?{YEAR_TAKEN}\)?){ON_PAGE}"
)
PUBLISHED_AT = (
    r"(?:(?P<edition>\d{1,2}\.)(?:,? \w+)? Auflage[.,] )?(?P<publisher>(?:[A-Z]\. ?){0,3}[^.,:]{2,80}), "
    rf"(?P<address>[^\d,:]{{2,80}}) {YEAR_TAKEN}"
)
CHAPTER_IN_GERMAN = re.compile(
    rf"In: (?:(?P<people>{PERSON_IN_GERMAN}(?:, {PERSON_IN_GERMAN}){{0,9}}) \((?:Hrsg|Hg)\.?\): )?"
    rf"(?P<booktitle>.{{2,300}}?)\. {PUBLISHED_AT}{ISBN_BEHIND}{ON_PAGE}"
)
BOOK_IN_GERMAN = re.compile(rf"{PUBLISHED_AT}{ISBN_BEHIND}{ON_PAGE}")
SOURCES_IN_GERMAN = ((CHAPTER_IN_GERMAN, "incollection"), (ARTICLE_IN_GERMAN, "article"), (BOOK_IN_GERMAN, "book"))


def take_german(text: str, record: Record) -> str:
    """Take all of an entry in a German form; what is in another form is left whole."""
    begun = BEFORE_TITLE.match(text)
    plain = text.rstrip(" .")
    for stop in islice(FULL_STOP.finditer(plain, begun.end()), MOST_STOPS) if begun else ():
        for pattern, kind in SOURCES_IN_GERMAN:
            if begun and (found := pattern.fullmatch(plain, stop.end())):
                take_parts_of_german(begun, "editor" if begun["editors"] else "author", record)
                record.put("title", plain[begun.end() : stop.start()], record.line)
                take_parts_of_german(found, "editor", record)
                record.type = kind
                return ""
    return text


def take_parts_of_german(found: re.Match[str], role: str, record: Record) -> None:
    """Take what the groups of a pattern hold, its people in this role."""
    parts = {name: text or "" for name, text in found.groupdict().items()}
    people, more, _ = (parts.pop(name, "") for name in ("people", "more", "editors"))
    for each in people.removesuffix(more).split(", ") if people else ():
        record.name(role, person_in_german(each), record.line)
    if more:
        record.name(role, None, record.line)
    for name, text in parts.items():
        record.put(name, text.strip(" .,"), record.line)


def person_in_german(text: str) -> Name:
    """A person: "Karl von der Heide" is one of the family "von der Heide"."""
    words = text.split(" ")
    family = next((number for number, word in enumerate(words) if number and word[0].islower()), len(words) - 1)
    return with_particle(" ".join(words[family:]), " ".join(words[:family]))
