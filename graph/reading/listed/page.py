"""An entry that is a page on the web: "Restless legs syndrome. (2019). https://...", "Elm Clinic. Tea. https://..."."""

from __future__ import annotations

import re

from graph.reading.records import Record

TOLD = frozenset({"author", "organization", "title", "journal", "doi", "pmid", "pmcid"})
"""Fields with one of which an entry is more than a page of which nothing is told yet."""

IDENTIFYING = frozenset({"doi", "pmid", "pmcid"})
IN_PARENTHESES = re.compile(r"\.\s\((?:1[89]|20)\d\d\)\W*\Z")
"""What tells a title before an identifier: "Hot tea. (2019). https://doi.org/..."."""

AT_END = re.compile(
    r"(?:[\[(](?:(?P<year>(?:1[89]|20)\d\d)(?:, (?P<month>[A-Z][a-z]+(?: \d{1,2})?))?|n\.\s?d\.)[\])]"
    r"|(?<=\. )(?:n\.\s?d|(?:Last |Page )?(?:[Uu]pdated|[Rr]eviewed|Published|Posted)\b[^.]{0,40}))\W*\Z"
)
"""A date at the end: "(2019, May 3).", "(n.d.)", "Updated March 2020"."""

MONTH_BEGINNINGS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
MONTH_AT_END = re.compile(rf"(?<=\. )(?P<month>(?:{MONTH_BEGINNINGS})[a-z]{{0,6}}(?: \d{{1,2}})?),?\W*\Z(?P<year>)")
"""What is left of a date at the end whose year is taken."""

DATE_AT_END = re.compile(r"(?<=\. )(?:(?P<month>[A-Z][a-z]{2,8}(?: \d{1,2})?),? )?(?P<year>(?:1[89]|20)\d\d)\W*\Z")
"""A date that is a sentence at the end: "May 3, 2019."."""

YEAR_WITHIN = re.compile(r"\b(?:1[89]|20)\d\d\b")

SITES_PAGE = re.compile(
    r"(?<=[.)?!]\s)(?P<address>(?:www\.)?(?:[\w-]{1,60}\.){1,4}"
    r"(?:com|org|net|edu|gov|info|int|eu|uk|de)/[^\s\"<>]*+)\s*+\Z"
)
"""An address without how to get there: "elm.org/tea"."""

SENTENCE = re.compile(r"(?<=[^\s.])(?:(?<!\.[A-Z])\.|(?<=[?!]))\s+")
"""Where a sentence ends; "U.S." ends none."""

SMALL_WORDS = frozenset({"&", "a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "with"})
ORGANISING = (
    r"(?:Academy|Administration|Agency|Alliance|Association|Authority|Board|Bureau|Cent(?:er|re)s?|Clinic"
    r"|Collaboration|College|Commission|Committee|Council|Department|Federation|Foundation|Fund|Group"
    r"|Health|Hospitals?|Institutes?|Library"
    r"|Medicine|Ministry|Network|Office|Organi[sz]ation|Programme|Program|Service|Society|Staff|Trust|Union|University)"
)
ORGANISED = re.compile(rf"\b(?:{ORGANISING}|[A-Z]{{3,6}})\b")
"""Words of the names of organisations, and what is short for one."""

NAMED_ORGANISATION = re.compile(rf"(?!.*\b[A-Z]{{1,3}}\b)(?=.*\b{ORGANISING}\b)", re.DOTALL)
"""What looks like names of people, but has no initials and such a word: "National Heart, Lung, and Blood Institute"."""

NAMED_PAGE = re.compile(
    r"(?P<organization>[A-Z0-9][^:\"\u201c\n]{2,90}): ?[\"\u201c](?P<title>[^\"\u201d]{2,250}?)[.,]?[\"\u201d]\.?"
)
"""All of an entry that is an organisation and one title: 'Elm Clinic: "Hot tea."'."""

LONGEST_TITLE = 250
NO_TITLE_OF_PAGE = re.compile(r"\d\s?[:;(]\s?\d|\bet al\b|\bpp?\. ?\d|, [A-Z][^,]{0,80}, [A-Z]")
SHORTEST_NAME, LONGEST_NAME = 4, 90


def take_page(text: str, record: Record) -> str:
    """Take the title of a page, and the organisation that stands before or behind it; what may be either is left."""
    told = TOLD & record.fields.keys()
    if not told <= IDENTIFYING or (told and not IN_PARENTHESES.search(text)):
        return text
    bare = None if "url" in record.fields else SITES_PAGE.search(text)
    address = bare["address"].rstrip(".,;") if bare else record.fields.get("url", "")
    page = text[: bare.start()] if bare else text
    date = date_at_end(page)
    who, title = who_and_title(sentences(page, date), address)
    if not title or not (address or told or (who and date)):
        return text
    if bare:
        record.put("howpublished", address, record.line)
    record.put("title", title, record.line)
    record.put("organization", who, record.line)
    put_end_date(date, record)
    return ""


def take_titled_page(text: str, title: str, record: Record) -> str:
    """Take a title that is known, and the organisation that may be all that stands beside it, with a date."""
    record.put("title", title, record.line)
    before, sign, behind = text.partition(title)
    date = date_at_end(behind) or date_at_end(f". {behind.strip(' .')}")
    others = [*sentences(before, None), *sentences(behind, date_at_end(behind))]
    if not sign or (others and not TOLD.isdisjoint(record.fields.keys() - {"title"})):
        return text
    if len(others) == 1 and is_organisation(others[0], record.fields.get("url", "")):
        record.put("organization", others[0], record.line)
    elif others:
        return text
    put_end_date(date, record)
    return ""


def take_named_page(text: str, record: Record) -> str:
    """Take the organisation and the title that an entry may be all of."""
    named = NAMED_PAGE.fullmatch(text.strip())
    if not named or ', "' in named["title"]:
        return text
    record.put("organization", named["organization"], record.line)
    record.put("title", named["title"], record.line)
    return ""


def date_at_end(text: str) -> re.Match[str] | None:
    """The date that a text ends with."""
    return AT_END.search(text) or DATE_AT_END.search(text) or MONTH_AT_END.search(text)


def put_end_date(date: re.Match[str] | None, record: Record) -> None:
    """Put a date into its fields; of one in words ("Updated in March 2020") the year."""
    if date:
        year = date["year"] or next(iter(YEAR_WITHIN.findall(date.group())), "")
        record.put("year", year if "year" not in record.fields else "", record.line)
        record.put("month", date["month"] or "", record.line)


def sentences(text: str, date: re.Match[str] | None) -> list[str]:
    """The sentences of a text before its date."""
    parts = (each.strip(" .,;:") for each in SENTENCE.split(text[: date.start()] if date else text))
    return [each for each in parts if each]


def is_named_organisation(written: str) -> bool:
    """Whether what reads like names of people is that of an organisation."""
    return NAMED_ORGANISATION.match(written) is not None


def who_and_title(parts: list[str], address: str) -> tuple[str, str]:
    """The organisation, if any, and the title that these sentences are; two empty strings where they may be others."""
    if len(parts) == 1 and is_title_of_page(parts[0]):
        return "", parts[0]
    if len(parts) == 2:  # noqa: PLR2004 - an organisation and a title, in either order
        for who, title in (parts, parts[::-1]):
            if is_organisation(who, address) and not is_organisation(title, address) and is_title_of_page(title):
                return who, title
    return "", ""


def is_title_of_page(text: str) -> bool:
    """Whether a sentence may be the title of a page: some words, and no list of people, or of volumes and pages."""
    return " " in text and len(text) <= LONGEST_TITLE and text[0].isalnum() and not NO_TITLE_OF_PAGE.search(text)


def is_organisation(text: str, address: str) -> bool:
    """Whether a sentence is the name of an organisation: its page has that in its address, or a word tells of such."""
    words = [each for each in text.split() if each not in SMALL_WORDS]
    if not words or len(text) > LONGEST_NAME or not all(each[0].isupper() for each in words):
        return False
    site = address.rsplit("://", maxsplit=1)[-1].partition("/")[0].replace("-", "")
    return bool(ORGANISED.search(text)) or (len(text) >= SHORTEST_NAME and "".join(words).casefold() in site.casefold())
