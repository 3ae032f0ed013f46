"""A list of sources in plain text, numbered or not -> references.

Only what a pattern finds for certain becomes a field. Where anything else is left of an entry, all of it stands in
`note` as it is written, and a problem says what was not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.library_formats import NUMBERED
from graph.reading.records import Record, read_initials, read_person
from graph.texts.sentences import sentence_spans

HEADING = re.compile(
    r"\s*(?:#+\s*|[\d.]+\s+)?(?P<more>(?:additional|further|suggested|recommended)\s+(?:readings?|resources)"
    r"|)(?:references?(?:\s+(?:list|cited))?|(?:article\s+)?sources?|bibliography|works\s+cited|literature(?:\s+cited)?|)"
    r"\s*:?\s*",
    re.IGNORECASE,
)
"""What stands above a list: "References", "13 Sources", "Additional Reading"."""

FURTHER = "further-reading"
BULLET = re.compile(r"(?P<indent>\s*)[-*\N{EN DASH}\N{BULLET}\N{MIDDLE DOT}\N{WHITE BULLET}\N{BLACK SMALL SQUARE}]\s+")
MOST_MISSING = 5
"""How many numbers a list may leave out; a line that begins with a higher one goes on with the entry above it."""

MOST_LETTERS = 4000
"""How long an entry may be to be looked at; a whole article on one line is none."""

DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\b10\.\d{4,9}/|https?://")
"""What an entry has that is told from prose by nothing else."""

# What is found anywhere in an entry.
DOI = re.compile(
    r"(?:\bdoi:?\s*)?(?:https?://(?:dx\.)?doi\.org/|\b)(10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)\]])", re.IGNORECASE
)
PUBMED_ID = re.compile(r"\bPMID:?\s*(\d{1,8})\b\.?")
PUBMED_CENTRAL = re.compile(r"\b(?:PMCID:?\s*)?(PMC\d+)\b\.?")
ADDRESS_INSIDE = re.compile(
    r"(?:\b(?:Available\s+(?:from|at)|Retrieved\s+from|URL):?\s*)?(https?://[^\s\"<>]+[^\s\"<>.,;)\]])"
)
ACCESSED = re.compile(
    r"[\[(]?\b(?:accessed|cited|retrieved)(?:\s+on)?:?\s+((?:\d|[A-Z])[\w ,]{0,20}?\d)(?:[\])]|\.|,?\s+from\b|$)",
    re.IGNORECASE,
)
NAMED_ADDRESS = re.compile(r"(?P<title>[^\[\]()]{2,200}?)\s*[\[(](?P<url>https?://[^\s\[\]]+?)[\])]\.?")
"""All of an entry that is a name and an address: "OpenCL [http://www.khronos.org/opencl/]"."""

ANYWHERE = {"doi": DOI, "pmid": PUBMED_ID, "pmcid": PUBMED_CENTRAL, "urldate": ACCESSED, "url": ADDRESS_INSIDE}

# People: "Gupta R, Dhyani M" or "Gupta, R., & Dhyani, M."; a name fits in one way only, or long lists take for ever.
PARTICLE = r"(?:(?:van|von|de|der|den|del|della|di|da|dos|la|le|ter|ten|al|el)\s+){0,3}"
LETTERS = r"[\w'\N{RIGHT SINGLE QUOTATION MARK}]+"
CAPITALISED = rf"[^\W\d_a-z]{LETTERS}(?:-{LETTERS})*"
FAMILY = rf"{PARTICLE}{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
GENERATION = r"(?:Jr|Sr|II|III)\b"
CLOSE = rf"(?>{FAMILY} (?:-?[^\W\d_a-z]){{1,4}}(?: {GENERATION})?)"
SPACED = rf"(?>{FAMILY}, (?:[^\W\d_a-z]\.?[ -]?){{1,4}}(?<! )(?:, {GENERATION}\.?)?)"
CUT = r",? (?:et al\b\.*|and others\b)"
JOINT = r",? (?:&|and)|,(?: \.\.\.| \N{HORIZONTAL ELLIPSIS})?"
VANCOUVER = re.compile(rf"(?P<names>{CLOSE}(?:(?:,? and|,) {CLOSE})*)(?P<cut>{CUT})?(?:[.:]\s*|\s+(?=\(\d{{4}}))")
APA = re.compile(rf"(?P<names>{SPACED}(?:(?:{JOINT}) {SPACED})*)(?P<cut>{CUT})?,?\.?\s*")
BETWEEN_CLOSE = re.compile(",? and |, ")
BETWEEN_SPACED = re.compile(
    rf",? (?:&|and) |(?:(?<=[^\W\d_a-z])|(?<=\.)), (?!{GENERATION})(?:\.\.\. |\N{{HORIZONTAL ELLIPSIS}} )?"
)
STYLES = ((VANCOUVER, BETWEEN_CLOSE, read_initials), (APA, BETWEEN_SPACED, read_person))
"""How lists of authors look, what stands between two of them, and what reads one."""

YEAR_IN_PARENTHESES = re.compile(r"\((?P<year>\d{4})[a-z]?(?:, (?P<month>[A-Z][a-z]+(?: \d{1,2})?))?\)[.,:]?\s*")
YEAR_BEHIND_NAMES = re.compile(r"(?P<year>(?:1[89]|20)\d\d)[a-z]?\.\s+")
ORGANISATION = re.compile(
    rf"(?P<name>(?>{CAPITALISED})(?: (?>{CAPITALISED}|&|and|de|for|in|of|on|the)){{0,12}})\.?\s+(?=\((?:1[89]|20)\d\d)"
)
"""Who stands before a year in parentheses and is no person: "World Health Organization. (2020)."; a title has small
letters."""

QUOTED_TITLE = re.compile(
    r"[\"\N{LEFT DOUBLE QUOTATION MARK}](?P<title>[^\"\N{RIGHT DOUBLE QUOTATION MARK}]+?)[.,]?"
    r"[\"\N{RIGHT DOUBLE QUOTATION MARK}][.,]?\s*"
)
PAGES = r"[A-Za-z]?\d+(?:\s?(?:--|[-\N{EN DASH}])\s?[A-Za-z]?\d+)?"
DATE = r"(?P<year>(?:1[89]|20)\d\d)(?: (?P<month>[A-Z][a-z]{2,8}\.?(?:[ -]\w+)?))?"
ISSUE = rf"(?P<volume>[\w-]+)?\s?(?:\((?P<number>[^()]+)\))?(?:\s?:\s?(?P<pages>{PAGES}))?"
AFTER_YEAR = re.compile(rf"{DATE}(?:\s?;\s?{ISSUE})?\.?\s*$")
"""Vancouver's end of an entry: "2015;133(5):320-329."."""

VOLUME_FIRST = re.compile(
    r"(?P<journal>[^,\d][^,]*?),? (?P<volume>\d+)\s?(?:\((?P<number>[^()]+)\))?"
    rf"(?:[,:]\s?(?:pp?\. )?(?P<pages>{PAGES}))?\.?\s*$"
)
"""APA's end: "Acta Neurol Scand, 133(5), 320-329."; others write "133(5):320-329"."""

SITE = re.compile(r"(?:www\.)?(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|int|eu|uk|de)", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[^\s.])[.?!]\s+")
ABBREVIATED = re.compile(r"[A-Z][\w-]{0,7}")


@dataclass(slots=True)
class Entry:
    """An entry of a list as it is written, with its first line, its number and the group that its heading names."""

    line: int
    number: str = ""
    group: str = ""
    lines: list[str] = field(default_factory=list)
    indent: int = 0

    @property
    def text(self) -> str:
        """The entry on one line."""
        return " ".join(" ".join(self.lines).split())


def read_list(text: str, library: Library) -> None:
    """Add the entries of the lists in a text to a library; each is reported, as nothing in a text is certain."""
    found = [(*read_entry_text(entry, library.file), entry) for entry in list_entries(text)]
    rests = {entry.line: rest for _, rest, entry in found}
    for kept in library.add_all((reference, "\n".join(entry.lines)) for reference, _, entry in found):
        rest = rests[kept.place.line]
        what = f"; {rest[:60]!r} is not understood, and all of it stands in 'note'" if rest else ""
        message = f"reference {kept.key!r} is read from a line of text{what}; check it"
        library.report("read-from-text", kept.place.line, message)


def list_entries(text: str) -> list[Entry]:
    """The entries of all lists in a text: those under headings such as "References", or where there is none, all."""
    lines = text.split("\n")
    starts = [(number, group) for number, line in enumerate(lines) if (group := list_group(line)) is not None]
    if not starts:
        return list(entries_between(lines, 0, len(lines), ""))
    ends = [*(number for number, _ in starts[1:]), len(lines)]
    lists = zip(starts, ends, strict=True)
    return [each for (start, group), end in lists for each in entries_between(lines, start + 1, end, group)]


def list_group(line: str) -> str | None:
    """The group of the list that a line stands above; none where it is no heading of a list."""
    match = HEADING.fullmatch(line)
    if not match or not any(map(str.isalpha, line)):
        return None
    return FURTHER if match["more"] else ""


def entries_between(lines: list[str], start: int, end: int, group: str) -> Iterator[Entry]:
    """The entries in some of the lines: the numbered or bulleted ones, or else the paragraphs that have a year.

    A number among many paragraphs is a note at the end of the page.
    """
    marked = list(marked_entries(lines, start, end, group))
    found = [each for each in paragraphs(lines, start, end, group) if DATED.search(each.text)]
    if marked and len(found) < 2 * len(marked):
        yield from marked
        return
    for number, entry in enumerate(found, start=1):
        entry.number = "" if group else str(number)
        yield entry


def marked_entries(lines: list[str], start: int, end: int, group: str) -> Iterator[Entry]:
    """The entries that begin with a number or a bullet; a list ends with a line that goes on with none of them."""
    entry: Entry | None = None
    last: int | None = None
    for at in range(start, end):
        line = lines[at]
        found = NUMBERED.match(line) or BULLET.match(line)
        number = next(filter(None, (found[name] for name in "abc")), "") if found and found.re is NUMBERED else ""
        if found and line[found.end() :] and (not number or follows(int(number), last)):
            if entry:
                yield entry
            entry = Entry(at + 1, number, group, [line[found.end() :]], len(found["indent"]))
            last = int(number) if number else last
        elif entry and goes_on(entry, lines, at):
            entry.lines.append(line.strip())
        elif entry and line.strip():
            yield entry
            entry = None
    if entry:
        yield entry


def follows(number: int, last: int | None) -> bool:
    """Whether a number goes on with those above it."""
    return last is None or last < number <= last + 1 + MOST_MISSING


def goes_on(entry: Entry, lines: list[str], at: int) -> bool:
    """Whether a line is part of the entry above it: no blank line between them, nor further to the left."""
    line = lines[at]
    return bool(line.strip() and lines[at - 1].strip()) and len(line) - len(line.lstrip()) >= entry.indent


def paragraphs(lines: list[str], start: int, end: int, group: str) -> Iterator[Entry]:
    """The paragraphs of a list; where no blank line stands between two, each line is one."""
    inside = [line.strip() for line in lines[start:end]]
    while inside and not inside[-1]:
        inside.pop()
    blank = any(not line and any(inside[:at]) for at, line in enumerate(inside))
    entry: Entry | None = None
    for at, line in enumerate(inside, start=start + 1):
        if entry and (not line or not blank):
            yield entry
            entry = None
        if line and entry:
            entry.lines.append(line)
        elif line:
            entry = Entry(at, group=group, lines=[line])
    if entry:
        yield entry


def read_entry_text(entry: Entry, file: str) -> tuple[Reference, str]:
    """The reference that an entry is, without a key, and what of it was not understood."""
    record = Record(file, entry.line)
    rest = entry.text
    for take in (take_named_address, take_anywhere, take_people, cut_title) if len(rest) <= MOST_LETTERS else ():
        rest = take(rest, record)
    record.put("listed", entry.number, entry.line)
    record.put("group", entry.group, entry.line)
    rest = rest.strip(" .,;:")
    if rest:
        record.put("note", entry.text, entry.line)
    if not {"journal", "volume"}.isdisjoint(record.fields):
        record.type = "article"
    elif "howpublished" in record.fields or ("url" in record.fields and "doi" not in record.fields):
        record.type = "online"
    return record.reference(), rest


def take_named_address(text: str, record: Record) -> str:
    """Take the name and the address that an entry may be all of."""
    named = NAMED_ADDRESS.fullmatch(text)
    if named:
        take_groups(named, record)
    return "" if named else text


def take_anywhere(text: str, record: Record) -> str:
    """Take identifiers and addresses, wherever they are."""
    for name, pattern in ANYWHERE.items():
        if found := pattern.search(text):
            record.put(name, found[1], record.line)
            text = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip(' .')}".strip()
    return text


def take_people(text: str, record: Record) -> str:
    """Take the authors at the beginning, and the year behind them."""
    for pattern, between, read in STYLES:
        if found := pattern.match(text):
            for name in between.split(found["names"]):
                record.name("author", read(name), record.line)
            if found["cut"]:
                record.name("author", None, record.line)
            text = text[found.end() :]
            break
    named = "author" in record.fields
    if not named and (group := ORGANISATION.match(text)):
        record.put("organization", group["name"], record.line)
        text = text[group.end() :]
    if year := YEAR_IN_PARENTHESES.match(text) or (YEAR_BEHIND_NAMES.match(text) if named else None):
        take_groups(year, record)
        text = text[year.end() :]
    return text


def take_groups(found: re.Match[str], record: Record) -> None:
    """Take what a pattern's groups hold, under the names of the groups."""
    for name, text in found.groupdict().items():
        record.put(name, (text or "").strip(" .,"), record.line)


def cut_title(text: str, record: Record) -> str:
    """Take title and journal, volume and pages; what may be either is left."""
    if quoted := QUOTED_TITLE.match(text):
        take_groups(quoted, record)
        return take_source(text[quoted.end() :], record)
    ending = AFTER_YEAR.search(text)
    if ending and "year" not in record.fields:
        take_groups(ending, record)
        return take_parts(text[: ending.start()].rstrip(" .,"), record, volume=bool(ending["volume"]))
    if "year" in record.fields:
        return take_dated(text, record)
    return take_parts(text.rstrip(" ."), record, volume=False)


def take_dated(text: str, record: Record) -> str:
    """Take what follows a year: always the title, then perhaps a journal with its volume."""
    rest = ""
    title, source = split_last(text.rstrip(" .")) if SENTENCE_END.search(text) else (text, "")
    if found := VOLUME_FIRST.match(source):
        take_groups(found, record)
    elif SITE.fullmatch(source):
        record.put("howpublished", source, record.line)
    else:
        end = next((end for _, end in sentence_spans(text) if text[end - 1] == "."), len(text))
        title, rest = text[:end].rstrip(" ."), text[end:].strip()
    record.put("title", title, record.line)
    return rest


def take_source(text: str, record: Record) -> str:
    """Take what follows a title in quotation marks: the journal, the year, volume and pages."""
    ending = AFTER_YEAR.search(text)
    found = ending or VOLUME_FIRST.match(text)
    if not found:
        return text
    take_groups(found, record)
    if ending:
        record.put("journal", text[: ending.start()].strip(" .,"), record.line)
    return ""


def take_parts(text: str, record: Record, *, volume: bool) -> str:
    """Take "Title. Journal" or "Title. Site"; a single part is the title, or a journal where nobody is named.

    What stands before a volume ends with a journal.
    """
    parts = SENTENCE_END.split(text)
    authors = "author" in record.fields
    if len(parts) == 1 and volume and not authors:
        record.put("journal", text, record.line)
    elif len(parts) == 1 and authors:
        record.put("title", text, record.line)
    elif len(parts) > 1 and (SITE.fullmatch(parts[-1]) or (volume and authors)):
        title, source = split_last(text)
        record.put("title", title, record.line)
        record.put("howpublished" if SITE.fullmatch(source) else "journal", source, record.line)
    else:
        return text
    return ""


def split_last(text: str) -> tuple[str, str]:
    """A text before and behind the end of its last sentence; abbreviated words ("J. Clin. Sleep") end none."""
    ends = list(SENTENCE_END.finditer(text))
    while len(ends) > 1 and ABBREVIATED.fullmatch(text[ends[-2].end() : ends[-1].start()]):
        ends.pop()
    end = ends[-1]
    return text[: end.start() + (end.group()[0] in "?!")], text[end.end() :]
