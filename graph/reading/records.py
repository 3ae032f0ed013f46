"""One record of a library as it is read, field by field: what the readers of all formats but BibTeX collect in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from graph.model import Place, Reference
from graph.reading.joined_library import ORGANISATIONS, PEOPLE, as_field, reference_from, write_people
from graph.references.names import Name

ENTRY_TYPE = "entrytype"
"""What the type is called where it stands among a record's fields, as its format does not tell it from another."""

LISTS = frozenset({"keywords", "note"})
"""Fields of which a record may have several; they are joined."""

PLACED = {
    "book": "series",
    "inbook": "booktitle",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "inreference": "booktitle",
    "misc": "howpublished",
    "online": "howpublished",
    "phdthesis": "series",
}
"""The field for what a reference is in, by its type; else it is a journal."""

PARTICLES = re.compile(r"(?:[^\W\d_A-Z][^\s]*\s+)+(?=[A-Z])")
FAMILY_AND_INITIALS = re.compile(r"(?P<family>\S.*) (?P<given>(?:-?[^\W\d_a-z]\.?){1,4})(?: (?P<suffix>Jr|Sr|II|III))?")
FAMILY_AND_DOTS = re.compile(
    r"(?P<family>(?:[^\W\d_A-Z]\w{0,5} ){0,2}[^\W\d_a-z][\w'\u2019-]{1,40}) (?P<given>(?:[^\W\d_a-z]\.[ -]?){1,4})"
)
"""A name without a comma that is no organisation's: "Gupta R. K."."""

ET_AL = re.compile(r"(?:and\s+)?(?:others|et\.?\s+al\.?)", re.IGNORECASE)
ISO_DATE = re.compile(r"(\d{4})\D(\d{1,2})(?:\D(\d{1,2}))?(?!\d)")


@dataclass(slots=True)
class Record:
    """What is read of a record that begins in a line of a file: text by the names of BibTeX's fields, and people."""

    file: str
    line: int
    key: str = ""
    type: str = "misc"
    fields: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    people: dict[str, list[Name]] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    copies: Counter[str] = field(default_factory=Counter)

    def put(self, name: str, text: str, line: int) -> None:
        """Add a value; what else a record says under the same name is kept beside it."""
        text = as_field(name, "; ".join(text.split("\n")) if name == "keywords" else text)
        if not text or self.fields.get(name) == text:
            return
        if name in LISTS and name in self.fields:
            self.fields[name] += f"; {text}"
            return
        if name in self.fields:
            self.copies[name] += 1
            name = f"{name}-{self.copies[name] + 1}"
        self.fields[name] = text
        self.places[name] = Place(self.file, line, name)

    def set(self, name: str, text: str, line: int) -> None:
        """Put a value in place of what stands under its name."""
        if text := as_field(name, text):
            self.fields[name] = text
            self.places[name] = Place(self.file, line, name)

    def name(self, role: str, who: Name | None, line: int) -> None:
        """Add somebody to the authors or editors; nobody is the sign that the list is cut."""
        self.places.setdefault(role, Place(self.file, line, role))
        self.fields.setdefault(role, "")
        people = self.people.setdefault(role, [])
        if who is None:
            self.cut.add(role)
        elif str(who):
            people.append(who)

    def date(self, text: str, line: int) -> None:
        """Add a date, as numbers ("2015/05/03") or in words ("2015 Spring")."""
        if found := ISO_DATE.match(text):
            self.put("date", "-".join(f"{int(part):02}" for part in found.groups() if part), line)
            return
        year, _, rest = text.strip("/ ").partition(" ") if text[:1].isdigit() else (text, "", "")
        self.put("year", year.rstrip("/"), line)
        self.put("month", rest, line)

    def container(self, text: str, line: int) -> None:
        """Add what the reference is in: a journal, a book, a site."""
        self.put(PLACED.get(self.type, "journal"), text, line)

    def reference(self) -> Reference:
        """The reference that the record is."""
        for role, people in self.people.items():
            self.fields[role] = write_people(people, et_al=role in self.cut)
        if (year := self.fields.get("year")) and self.fields.get("date", "").startswith(year):
            del self.fields["year"]
        fields = {name: text for name, text in self.fields.items() if text}
        return reference_from(self.key, self.type, Place(self.file, self.line), fields, self.places, self.answering())

    def answering(self) -> tuple[tuple[Name, ...], bool]:
        """Who answers for it: authors, else editors, else an organisation; and whether the list is cut."""
        for role in PEOPLE:
            if self.people.get(role) or role in self.cut:
                return tuple(self.people[role]), role in self.cut
        organisation = next((self.fields[name] for name in ORGANISATIONS if self.fields.get(name)), "")
        return ((Name(literal=organisation),) if organisation else ()), False


def read_person(text: str) -> Name | None:
    """The name in "Family, Given, Suffix" or "Family G. H."; that of an organisation is neither; none for "et al."."""
    text = " ".join(text.split())
    if ET_AL.fullmatch(text):
        return None
    family, given, suffix = (*(part.strip() for part in text.split(",", maxsplit=2)), "", "")[:3]
    if not given and " " in family:
        person = FAMILY_AND_DOTS.fullmatch(family)
        return with_particle(person["family"], person["given"]) if person else Name(literal=family)
    return with_particle(family, given, suffix)


def with_particle(family: str, given: str, suffix: str = "") -> Name:
    """A name whose family may begin with small words: "van der Berg"."""
    small = PARTICLES.match(family)
    return Name(family[small.end() :] if small else family, given, small.group().strip() if small else "", suffix)


def read_initials(text: str) -> Name | None:
    """The name in "Family FG", as medicine writes it."""
    found = FAMILY_AND_INITIALS.fullmatch(text.strip())
    if not found:
        return read_person(text)
    return with_particle(found["family"], found["given"], found["suffix"] or "")
