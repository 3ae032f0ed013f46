"""RIS and PubMed's nbib -> references: a tag at the beginning of each line, a record after the other.

The lines are read here and not by a package: findings need the line of each field, a torn record must be told from a
whole one, and what a tag means is a table either way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.records import ENTRY_TYPE, Record, read_initials, read_person
from graph.references.dois import POSSIBLE

RIS_TYPES = {
    "ABST": "article",
    "BLOG": "online",
    "BOOK": "book",
    "BILL": "legislation",
    "CASE": "jurisdiction",
    "CHAP": "incollection",
    "COMP": "software",
    "CONF": "inproceedings",
    "CPAPER": "inproceedings",
    "DATA": "dataset",
    "DICT": "inreference",
    "EBOOK": "book",
    "ECHAP": "incollection",
    "EJOUR": "article",
    "ELEC": "online",
    "ENCYC": "inreference",
    "INPR": "article",
    "JFULL": "article",
    "JOUR": "article",
    "MANSCPT": "unpublished",
    "MGZN": "article",
    "NEWS": "article",
    "PAMP": "booklet",
    "PAT": "patent",
    "RPRT": "techreport",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "phdthesis",
    "UNPB": "unpublished",
    "WEB": "online",
}
"""The types of RIS, and those of BibTeX; any other is "misc"."""

RIS_FIELDS = {
    "AB": "abstract",
    "AN": "accession",
    "BT": "booktitle",
    "C2": "pmcid",
    "CN": "library",
    "CT": "title",
    "CY": "address",
    "DB": "database",
    "DO": "doi",
    "ED": "editor",
    "ET": "edition",
    "IS": "number",
    "KW": "keywords",
    "LA": "language",
    "LB": "label",
    "M1": "number",
    "M3": "howpublished",
    "N1": "note",
    "N2": "abstract",
    "PB": "publisher",
    "SE": "chapter",
    "ST": "shorttitle",
    "T1": "title",
    "T3": "series",
    "TI": "title",
    "UR": "url",
    "VL": "volume",
    "Y2": "urldate",
}
"""What the tags of RIS mean; those of dates, people, pages and of what a reference is in are read apart."""

OWN_IN_NOTE = re.compile(rf"(?P<name>{ENTRY_TYPE}|design|group|includes|listed|noqa|pmcid|pmid): (?P<text>.+)")
"""Fields that RIS has no tag for, as our own export writes them into notes."""

RIS_CONTAINERS = frozenset({"JF", "JO", "T2"})
RIS_SHORT = frozenset({"J1", "J2", "JA"})
RIS_PEOPLE = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor"}

NBIB_FIELDS = {
    "AB": "abstract",
    "BTI": "booktitle",
    "IP": "number",
    "ISBN": "isbn",
    "LA": "language",
    "OT": "keywords",
    "PB": "publisher",
    "PG": "pages",
    "PL": "address",
    "PMC": "pmcid",
    "PMID": "pmid",
    "TA": "shortjournal",
    "TI": "title",
    "VI": "volume",
}
"""What the tags of nbib mean."""

NBIB_PEOPLE = {"FAU": "author", "FED": "editor", "CN": "author"}

NBIB_DESIGNS = {
    "Case Reports": "case-report",
    "Guideline": "guideline",
    "Meta-Analysis": "meta-analysis",
    "Practice Guideline": "guideline",
    "Randomized Controlled Trial": "randomized-trial",
    "Review": "review",
    "Systematic Review": "systematic-review",
}
"""The study designs that PubMed states as types of publications."""

RIS_LINE = re.compile(r"\s*(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?:\s(?P<value>.*))?")
NBIB_LINE = re.compile(r"(?=.{4}-)(?P<tag>[A-Z]{2,4}) {0,2}-(?: (?P<value>.*))?")
LIKE_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx](?![\w-])")
MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PUBMED_DATE = re.compile(r"(\d{4}) ([A-Z][a-z]{2})(?: (\d{1,2}))?")
IDENTIFIED = re.compile(r"(?P<value>\S+) \[(?P<kind>\w+)\]")


@dataclass(slots=True)
class Line:
    """A tag with its value, each line of it, as it may go on in the lines below."""

    tag: str
    written: list[str]
    number: int

    @property
    def value(self) -> str:
        """The value, with its line breaks."""
        return "\n".join(self.written)


@dataclass(slots=True)
class TaggedRecord:
    """The tagged lines of a record, and how it is written."""

    lines: list[Line] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    firsts: dict[str, Line] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """Add a line."""
        self.lines.append(line)
        self.firsts.setdefault(line.tag, line)

    def first(self, tag: str) -> str:
        """The first value under a tag, or an empty string."""
        return self.firsts[tag].value.strip() if tag in self.firsts else ""

    def own(self) -> Iterator[re.Match[str]]:
        """What stands in notes as fields."""
        return filter(None, (OWN_IN_NOTE.fullmatch(line.value.strip()) for line in self.lines if line.tag == "N1"))


def read_ris(text: str, library: Library) -> None:
    """Add the records of a RIS file to a library."""
    records = list(tagged_records(text, "TY", RIS_LINE, library))
    library.add_all((ris_reference(each, library.file), "\n".join(each.raw)) for each in records)


def read_nbib(text: str, library: Library) -> None:
    """Add the records of a file from PubMed to a library."""
    records = list(tagged_records(text, "PMID", NBIB_LINE, library))
    library.add_all((nbib_reference(each, library.file), "\n".join(each.raw)) for each in records)


def tagged_records(
    text: str, start: str, form: re.Pattern[str], library: Library, around: Collection[str] = ()
) -> Iterator[TaggedRecord]:
    """The records of a text, each of which begins with the tag `start`, or where that is empty ends at an empty line.

    What stands outside of them is reported, but for lines with the tags that may be `around` them.
    """
    record: TaggedRecord | None = None
    for number, written in enumerate(text.split("\n"), start=1):
        match = form.fullmatch(written.rstrip())
        tag = match["tag"] if match else ""
        begins = bool(tag) and (tag == start or not (start or record))
        if record and (begins or not (start or written.strip())):
            yield record
            record = None
        if begins:
            record = TaggedRecord()
        if record is None:
            notice_stray("" if tag in around else written, number, library)
            continue
        record.raw.append(written)
        if tag == "ER":
            yield record
            record = None
        elif match:
            record.add(Line(tag, [match["value"] or ""], number))
        elif written.strip():
            record.lines[-1].written.append(written.strip())
    if record:
        yield record


def notice_stray(written: str, number: int, library: Library) -> None:
    """Report a line that is in no record; a mere number is how some programs count."""
    if written.strip(" .\t") and not written.strip(" .\t").isdigit():
        message = f"this line is in no record and is passed over: {written.strip()[:60]!r}"
        library.report("unparsed-entry", number, message, text=written)


def ris_reference(tagged: TaggedRecord, file: str) -> Reference:
    """A reference from a record of RIS."""
    kind = tagged.first("TY")
    own = next((each["text"] for each in tagged.own() if each["name"] == ENTRY_TYPE), "")
    record = Record(file, tagged.lines[0].number, key=tagged.first("ID"), type=own or RIS_TYPES.get(kind, "misc"))
    if kind not in {*RIS_TYPES, "GEN"}:
        record.put("type", kind, record.line)
    for line in tagged.lines[1:]:
        put_ris(record, line, tagged)
    return record.reference()


def put_ris(record: Record, line: Line, tagged: TaggedRecord) -> None:
    """Add a line of RIS to a record."""
    tag, value, number = line.tag, line.value, line.number
    if tag in RIS_PEOPLE:
        record.name(RIS_PEOPLE[tag], read_person(value), number)
    elif tag in RIS_CONTAINERS:
        record.container(value, number)
    elif tag in RIS_SHORT:
        put_short_journal(record, line, tagged)
    elif tag in {"PY", "Y1", "DA"}:
        record.date(value, number)
    elif tag == "SP":
        record.put("pages", "-".join(filter(None, (value.strip(), tagged.first("EP")))), number)
    elif tag == "SN":
        record.put("issn" if LIKE_ISSN.match(value.strip()) else "isbn", value, number)
    elif tag == "N1" and (own := OWN_IN_NOTE.fullmatch(value.strip())):
        record.put(own["name"], own["text"] if own["name"] != ENTRY_TYPE else "", number)
    elif tag not in {"ID", "EP"}:
        record.put(ris_field(tag, value), value, number)


def put_short_journal(record: Record, line: Line, tagged: TaggedRecord) -> None:
    """Add a journal's short name, which is its name where a record has no other."""
    if any(tagged.first(tag) for tag in RIS_CONTAINERS):
        record.put("shortjournal", line.value, line.number)
    else:
        record.container(line.value, line.number)


def ris_field(tag: str, value: str) -> str:
    """The field of a tag; some programs write a DOI, and PubMed Central's number, where others write other things."""
    if tag == "M3" and POSSIBLE.match(value.strip()):
        return "doi"
    if tag == "C2" and not value.startswith("PMC"):
        return "c2"
    return RIS_FIELDS.get(tag, tag.lower())


def nbib_reference(tagged: TaggedRecord, file: str) -> Reference:
    """A reference from a record of PubMed."""
    kind = "article" if not tagged.first("BTI") else "incollection" if tagged.first("TI") else "book"
    record = Record(file, tagged.lines[0].number, type=kind)
    full_names = any(line.tag in NBIB_PEOPLE for line in tagged.lines)
    for line in tagged.lines:
        if line.tag == "AU":
            if not full_names:
                record.name("author", read_initials(line.value), line.number)
        else:
            put_nbib(record, line)
    designs = (NBIB_DESIGNS.get(line.value, "") for line in tagged.lines if line.tag == "PT")
    record.put("design", "; ".join(dict.fromkeys(filter(None, designs))), record.line)
    return record.reference()


def put_nbib(record: Record, line: Line) -> None:
    """Add a line of nbib to a record."""
    tag, value, number = line.tag, line.value, line.number
    if tag in NBIB_PEOPLE:
        record.name(NBIB_PEOPLE[tag], read_person(value), number)
    elif tag == "JT":
        record.container(value, number)
    elif tag == "DP":
        record.date(PUBMED_DATE.sub(numbered_month, value), number)
    elif tag in {"LID", "AID"} and (found := IDENTIFIED.fullmatch(value)):
        record.put("doi" if found["kind"] == "doi" else f"{tag.lower()}-{found['kind']}", found["value"], number)
    elif tag == "IS":
        record.put("issn", value.split(" ")[0], number)
    elif tag == "BTI" and record.type == "book":
        record.put("title", value, number)
    else:
        record.put(NBIB_FIELDS.get(tag, tag.lower()), value if tag == "OT" else " ".join(value.split()), number)


def numbered_month(match: re.Match[str]) -> str:
    """A date of PubMed ("2016 May 3") in numbers, where its month is one."""
    year, month, day = match.groups()
    if month.lower() not in MONTH_NAMES:
        return match.group()
    return "/".join(filter(None, (year, str(MONTH_NAMES.index(month.lower()) + 1), day)))
