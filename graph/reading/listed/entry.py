"""An entry of a list of sources, as text -> a reference.

Only what a pattern finds for certain becomes a field. Where anything else is left, all of the entry stands in `note` as
it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model import Reference
from graph.reading.listed.colon import take_behind_colon
from graph.reading.listed.commas import take_between_commas
from graph.reading.listed.ends import (
    NAMED_JOURNAL,
    NO_PAGE,
    PAGES,
    VOLUME_FIRST,
    YEAR_TAKEN,
    dated_end,
    end_of,
    take_groups,
)
from graph.reading.listed.german import take_german
from graph.reading.listed.gost import take_gost
from graph.reading.listed.marked import take_marked
from graph.reading.listed.numbers import take_arxiv
from graph.reading.listed.page import is_named_organisation, take_named_page, take_page, take_titled_page
from graph.reading.listed.people import CAPITALISED, QUOTE, people_in_line
from graph.reading.listed.source import take_source
from graph.reading.records import Record
from graph.references.identifiers import NO_ADDRESS, PUBMED, is_address_of_work
from graph.texts.lines import joined_lines
from graph.texts.sentences import sentence_spans

MOST_LETTERS = 4000
"""How long an entry may be to be looked at; a whole article on one line is none."""

FULL_STOPS = " .\N{IDEOGRAPHIC FULL STOP}"

# What is found anywhere in an entry.
DOI = re.compile(
    r"(?:\bdoi\s?:?\s*|:\s?)?<?(?:https?://(?:[\w.-]{1,60}/){1,5}|(?:dx\.)?doi\.org/|\b)"
    rf"(10\.\d{{4,9}}/[^{NO_ADDRESS}]+[^{NO_ADDRESS}.,;)\]])>?",
    re.IGNORECASE,
)
"""A DOI, with the address that it may end: one of doi.org, or of a publisher."""

PUBMED_ID = re.compile(r"(?:\[PubMed: ?|\bPMID:?\s*)(\d{1,8})\b\]?\.?")
PUBMED_CENTRAL = re.compile(r"(?:\[(?:PMC )?[Ff]ree (?:PMC )?article: ?|(?<!/)\b(?:PMCID:?\s*)?)(PMC\d+)\b\]?\.?")
ADDRESS_INSIDE = re.compile(
    r"(?:\b(?:Available\s+(?:from|at|online)|Retrieved\s+from|URL|Dispon[i\u00ed](?:vel\s+em|ble\s+(?:en|sur))|Dostupn\u00e9\s+z)\s?:?\s*)?"
    rf"(https?://[^{NO_ADDRESS}]+[^{NO_ADDRESS}.,;)\]])"
)
ACCESSED = re.compile(
    r"[\[(]?\b(?:(?:accessed|cited|retrieved)(?:\s+on)?|acesso\s+em|abgerufen\s+am|zugriff\s+am|consult\w{2,3}\s+(?:el|le)):?"
    r"\s+((?:\d|[A-Z])[\w .,-]{0,20}?\d)(?:[\])]|\.|,?\s+from\b|$)",
    re.IGNORECASE,
)
ARCHIVED = re.compile(
    r"\bArchived(?: from the original)?(?: \(PDF\))?(?: on)? "
    r"((?:[A-Z]\w+ \d{1,2}, |\d{1,2} [A-Z]\w+ )?\d{4}(?:-\d\d-\d\d)?)(?:,? at the [\w ]{1,30})?"
)
EPUB = re.compile(r"\bEpub (\d{4}(?: [A-Z][a-z]{2}(?: \d{1,2})?)?)\b\.?")
"""When PubMed says that an article came out before its volume did."""

NUMBER_ENDS = r"(?=\W*\Z|\.\s)"
ISBN_NAMED = re.compile(rf"\bISBN(?:-1[03])?:? ?((?:97[89][ -]?)?\d[\d -]{{7,12}}[\dXx]){NUMBER_ENDS}")
ISSN_NAMED = re.compile(rf"\be?ISSN:? ?(\d{{4}}-\d{{3}}[\dXx])(?: \(\w{{5,10}}\))?{NUMBER_ENDS}")
"""What ISO 690 has at the end of a book or behind the pages of an article."""

NAMED_ADDRESS = re.compile(r"(?P<title>[^\[\]()]{2,200}?)\s*[\[(](?P<url>https?://[^\s\[\]]+?)[\])]\.?")
"""All of an entry that is a name and an address: "OpenCL [http://www.khronos.org/opencl/]"."""

STRAY = re.compile(r"(?<=\w\.) (?=,\s)|\\(?=doi:)")
"""What stands too much in an entry: "Lee, J. , Roe, B.", R's "\\doi:10.1/x"."""

LINK_LABEL = re.compile(
    r"\s?\[(?:Cross[Rr]ef|PubMed|Google Scholar|Green Version|Full [Tt]ext|Abstract|PDF|DOI"
    r"|(?:[A-Z]\w{1,9} )?MEDLINE(?: Link)?|(?:PMC )?[Ff]ree (?:PMC )?article)\]\.?"
)
"""What links behind an entry are called where only their words are left: "[CrossRef] [PubMed]"."""

ANYWHERE = {
    "doi": DOI,
    "pmid": PUBMED_ID,
    "pmcid": PUBMED_CENTRAL,
    "urldate": ACCESSED,
    "archive-date": ARCHIVED,
    "epub-date": EPUB,
    "isbn": ISBN_NAMED,
    "issn": ISSN_NAMED,
    "url": ADDRESS_INSIDE,
}

BEFORE_NOTHING = re.compile(
    r"(?:[.,;]\s(?:[Ee]pub\s)?[Aa]head of print(?:,? [A-Z][a-z]+ \d{1,2}| \d{1,2} [A-Z][a-z]+ \d{4})?\.?)?"
    r"(?:[.,;]\s(?:Available\s(?:at|from)|Online|DOI|doi):?)?[,;:]?\s*\Z"
)
"""What is left at the end where the identifier behind it was taken, and that something has no volume yet."""

YEAR_IN_PARENTHESES = re.compile(
    r"\((?P<year>\d{4})(?P<extradate>[a-z])?(?:, (?P<month>[A-Z][a-z]+(?: \d{1,2})?))?\)[.,:]?\s*"
)
YEAR_BEHIND_NAMES = re.compile(r"(?P<year>(?:1[89]|20)\d\d)(?P<extradate>[a-z])?[.,]\s+")
"""A letter behind a year tells works of one year apart; `extradate` is what biblatex calls it."""
NO_DATE_GIVEN = re.compile(r"\(?n\.\s?d\.\)?[.,:]?\s+")
"""What stands in the place of a year: "n.d."."""

YEAR_ANYWHERE = re.compile(NO_PAGE + r"(?P<year>(?:1[5-9]|20)\d\d)(?P<extradate>[a-z])?(?=[.,;)\]]|: ?pp?\.|$)(?!\.\d)")
"""A year before a sign or at the end, and no page: "Oslo 1965.", "21 (1988) 3240"."""

ORGANISATION = re.compile(
    rf"(?P<name>(?>{CAPITALISED})(?: (?>{CAPITALISED}|&|and|de|for|in|of|on|the)){{0,12}})\.?\s+"
    r"(?=\((?:1[89]|20)\d\d|(?:1[89]|20)\d\d[a-z]?\. [\"\N{LEFT DOUBLE QUOTATION MARK}])"
)
"""Who stands before a year in parentheses, or a year and a quoted title, and is no person: "World Health Organization.
(2020)."; a title has small letters."""

QUOTED_TITLE = re.compile(
    r"[\"\N{LEFT DOUBLE QUOTATION MARK}](?P<title>[^\"\N{RIGHT DOUBLE QUOTATION MARK}]+?)[.,]?"
    r"[\"\N{RIGHT DOUBLE QUOTATION MARK}][.,]?\s*"
)
BEGINS_QUOTED = re.compile(QUOTE)
SINGLY_QUOTED = re.compile(r"\N{LEFT SINGLE QUOTATION MARK}(?P<title>.{2,300}?)\N{RIGHT SINGLE QUOTATION MARK}[.,]\s+")
"""A title as the British quote it, which may have an apostrophe inside."""

BOOK_PUBLISHED = re.compile(
    r"(?P<title>(?:(?!\. In\b)[^;]){5,300}?)(?:, (?P<edition>\d{1,2}[a-z]{2}) ed\.)?; (?P<publisher>[^;:]{2,80}):"
    rf" (?P<address>[^;:]{{2,80}}), {YEAR_TAKEN}(?:; (?:[Vv]olume|pp?\.?) ?[\w \N{{EN DASH}},.-]{{1,30}})?\.?\s*$"
)
"""How ACS and MDPI write a book behind its authors: "Sleep, 2nd ed.; Elm: Oslo, Norway, 2015; pp. 1-9"."""

PAGED_AT_END = re.compile(r"\d\s?(?:--?|\u2013)\s?\d+\W*$|,? (?:vol(?:ume|\.)|pp?\.|pages|no\.) ?\w{0,3}\d")
"""What is no title alone: "Debt and taxes, Journal of Economics 41, 41-73"."""

NO_TITLE = re.compile(r"[,;(&]|and\b|et al\b|J\. [A-Z]|.*\((?:1[89]|20)\d\d\)\W*$")
"""What goes on with the authors, or begins a journal."""

VOLUME_ALONE = re.compile(
    rf"(?P<volume>\d{{1,4}})\s?(?:\((?P<number>[^()]{{1,20}})\))?[,:]\s?(?:pp?\. )?(?P<pages>{PAGES})"
)
"""What stands behind a journal and a full stop: "27(5), 1413-1432"."""

A_JOURNAL = re.compile(r"[^\W\d][^,;:\d]{1,100}")
ONLINE = re.compile(r"(?<![. ])[. ]++(?:\[[Oo]nline\]|[Oo]nline)$")
IN_COLLECTION = re.compile(r", (?=in: [A-Z])")
"""Behind the title of a chapter or a talk: ", in: Day, C. (Ed.)"."""

SITE = re.compile(r"(?:www\.)?(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|int|eu|uk|de)", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[^\s.])[.?!]\s+")
ABBREVIATED = re.compile(r"[A-Z][\w-]{0,7}(?: [A-Z][\w-]{0,7}){0,2}")


@dataclass(slots=True)
class Entry:
    """An entry of a list as it is written, with its first line, its number and the group that its heading names.

    `title` are words of a link in it, which are its title where the text does not tell.
    """

    line: int
    number: str = ""
    group: str = ""
    lines: list[str] = field(default_factory=list)
    indent: int = 0
    title: str = ""

    @property
    def text(self) -> str:
        """The entry on one line."""
        return joined_lines("\n".join(self.lines))


def read_entry_text(entry: Entry, file: str) -> tuple[Reference, str]:
    """The reference that an entry is, without a key, and what of it was not understood."""
    record = Record(file, entry.line)
    rest = STRAY.sub("", LINK_LABEL.sub("", entry.text))
    for take in TAKEN_FROM_ENTRY if len(rest) <= MOST_LETTERS else ():
        rest = take(rest, record)
    if not entry.title:
        rest = take_page(rest, record)
    elif "title" not in record.fields:
        rest = take_titled_page(rest, entry.title, record)
    take_year(rest[:MOST_LETTERS], record)
    take_arxiv(entry.text[:MOST_LETTERS], record)
    record.put("listed", entry.number, entry.line)
    record.put("group", entry.group, entry.line)
    rest = rest.strip(" .,;:")
    if rest or is_untitled(record):
        record.put("note", entry.text, entry.line)
    if not {"journal", "volume"}.isdisjoint(record.fields):
        record.type = "article"
    elif record.type == "misc" and is_online(record):
        record.type = "online"
    return record.reference(), rest


def is_untitled(record: Record) -> bool:
    """Whether an entry has authors and no title, as chemists may write it; it is kept as it is written."""
    return "author" in record.fields and "title" not in record.fields


def is_online(record: Record) -> bool:
    """Whether what is known of an entry tells of a page on the web, and of no other publication."""
    address = record.fields.get("url", "")
    return "howpublished" in record.fields or bool(
        address and "doi" not in record.fields and not is_address_of_work(address)
    )


def take_named_address(text: str, record: Record) -> str:
    """Take the name and the address that an entry may be all of."""
    named = NAMED_ADDRESS.fullmatch(text)
    if named:
        take_groups(named, record)
    return "" if named else text


def take_anywhere(text: str, record: Record) -> str:
    """Take identifiers and addresses, wherever they are."""
    before = text
    for name, pattern in ANYWHERE.items():
        if found := pattern.search(text):
            record.put(name, found[1], record.line)
            text = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip(FULL_STOPS)}".strip()
    return take_other_address(text if text == before else BEFORE_NOTHING.sub("", text), record)


def take_other_address(text: str, record: Record) -> str:
    """Take an address at PubMed that stands at the end behind another one, as a number."""
    _, sign, address = text.rpartition(" http")
    if "url" not in record.fields or not sign or not (found := PUBMED.match(f"http{address}")):
        return text
    if "pmid" not in record.fields:
        record.put("pmid", next(filter(None, found.groups())), record.line)
    return text.removesuffix(f"{sign}{address}")


def take_people(text: str, record: Record) -> str:
    """Take the authors at the beginning, and the year behind them; a comma behind both stays before what follows."""
    before = ""
    found = people_in_line(text)
    if found and is_named_organisation(found.written):
        record.put("organization", found.written.strip(" .,"), record.line)
        text, found = found.rest, None
    elif found:
        for name in found.names:
            record.name("author", name, record.line)
        before, text = found.written, found.rest
    elif group := ORGANISATION.match(text):
        record.put("organization", group["name"], record.line)
        text = text[group.end() :]
    in_parentheses = YEAR_IN_PARENTHESES.match(text)
    if year := in_parentheses or (YEAR_BEHIND_NAMES.match(text) if found or "organization" in record.fields else None):
        take_groups(year, record)
        before, text = "" if in_parentheses else year.group(), text[year.end() :]
    elif none := NO_DATE_GIVEN.match(text):
        text = text[none.end() :]
    return f", {text}" if before.rstrip().endswith(",") and not BEGINS_QUOTED.match(text) else text


def cut_title(text: str, record: Record) -> str:
    """Take title and journal, volume and pages; what may be either is left, as all that commas part."""
    if text.startswith(","):
        return take_between_commas(text, record)
    if quoted := QUOTED_TITLE.match(text) or SINGLY_QUOTED.match(text):
        take_groups(quoted, record)
        return take_source(text[quoted.end() :], record)
    if "author" in record.fields and (book := BOOK_PUBLISHED.match(text)):
        take_groups(book, record)
        record.type = "book"
        return ""
    ending = end_of(text, is_certain="author" in record.fields)
    if ending and "year" not in record.fields:
        take_groups(ending, record)
        return take_parts(text[: ending.start()].rstrip(" .,"), record, volume=bool(ending["volume"]))
    if "year" in record.fields:
        return take_dated(text, record)
    return take_parts(text.rstrip(" ."), record, volume=False)


def take_year(text: str, record: Record) -> None:
    """Take the only year in what was not understood; of two one may be the title's."""
    found = {each["year"]: each for each in YEAR_ANYWHERE.finditer(text)}
    if len(found) == 1 and "year" not in record.fields:
        take_groups(next(iter(found.values())), record)


def take_dated(text: str, record: Record) -> str:
    """Take what follows a year: always the title, then perhaps a journal with its volume."""
    rest = ""
    whole = ONLINE.sub("", text.rstrip(" ."))
    if in_book := IN_COLLECTION.search(text):
        record.put("title", text[: in_book.start()], record.line)
        return text[in_book.end() :]
    if (end := dated_end(whole)) and (parted := title_and_journal(whole[: end.start()].rstrip(" .,"))):
        take_groups(end, record)
        record.put("title", parted[0], record.line)
        record.put("journal", parted[1], record.line)
        return ""
    title, source = split_last(whole) if SENTENCE_END.search(whole) else (text, "")
    if found := VOLUME_FIRST.match(source.removeprefix("In ")):
        take_groups(found, record)
    elif (found := VOLUME_ALONE.fullmatch(source)) and (parted := title_and_journal(title)):
        title, journal = parted
        take_groups(found, record)
        record.put("journal", journal, record.line)
    elif SITE.fullmatch(source):
        record.put("howpublished", source, record.line)
    else:
        title, rest = first_sentence(text)
    if not is_title(title):
        return text
    record.put("title", title, record.line)
    return rest


def title_and_journal(text: str) -> tuple[str, str] | None:
    """A title and the journal behind its full stop; None where that is none."""
    title, journal = split_last(text) if SENTENCE_END.search(text) else (text, "")
    journal = journal.removeprefix("In: ")
    return (title, journal) if A_JOURNAL.fullmatch(journal) else None


def take_parts(text: str, record: Record, *, volume: bool) -> str:
    """Take "Title. Journal" or "Title. Site"; a single part is the title, or a journal where nobody is named.

    What stands before a volume ends with a journal.
    """
    parts = SENTENCE_END.split(text)
    authors = "author" in record.fields
    if len(parts) == 1 and volume and (not authors or NAMED_JOURNAL.fullmatch(text)):
        record.put("journal", text, record.line)
    elif len(parts) == 1 and authors and is_title(text):
        record.put("title", text, record.line)
    elif len(parts) > 1 and (SITE.fullmatch(parts[-1]) or (volume and authors)):
        title, source = split_last(text)
        if not is_title(title):
            return text
        record.put("title", title, record.line)
        record.put("howpublished" if SITE.fullmatch(source) else "journal", source, record.line)
    else:
        return take_first(text, record) if authors else text
    return ""


def is_title(text: str) -> bool:
    """Whether what stands behind the authors may be a title, and nothing else."""
    return not (NO_TITLE.match(text) or PAGED_AT_END.search(text))


def take_first(text: str, record: Record) -> str:
    """Take what stands before the first full stop behind the authors: the title, whatever follows."""
    title, rest = first_sentence(text)
    if not rest or not is_title(title):
        return text
    record.put("title", title, record.line)
    return rest


def first_sentence(text: str) -> tuple[str, str]:
    """A text before and behind the first full stop that ends a sentence."""
    end = next((end for _, end in sentence_spans(text) if text[end - 1] == "."), len(text))
    return text[:end].rstrip(" ."), text[end:].strip()


def split_last(text: str) -> tuple[str, str]:
    """A text before and behind the end of its last sentence; abbreviated words ("J. Clin. Sleep") end none."""
    ends = list(SENTENCE_END.finditer(text))
    while len(ends) > 1 and ABBREVIATED.fullmatch(text[ends[-2].end() : ends[-1].start()]):
        ends.pop()
    end = ends[-1]
    return text[: end.start() + (end.group()[0] in "?!")], text[end.end() :]


TAKEN_FROM_ENTRY = (
    take_named_address,
    take_anywhere,
    take_named_page,
    take_german,
    take_gost,
    take_people,
    take_marked,
    take_behind_colon,
    cut_title,
)
"""What takes something of an entry, one after the other."""
