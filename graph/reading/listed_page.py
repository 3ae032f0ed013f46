"""An entry that is a page on the web: "Restless legs syndrome. (2019). https://...", "Elm Clinic. Tea. https://..."."""

from __future__ import annotations

import re

from graph.reading.records import Record

TOLD = frozenset({"author", "organization", "title", "journal", "doi", "pmid", "pmcid"})
"""Fields with one of which an entry is more than a page of which nothing is told yet."""

AT_END = re.compile(
    r"(?:[\[(](?:(?P<year>(?:1[89]|20)\d\d)(?:, (?P<month>[A-Z][a-z]+(?: \d{1,2})?))?|n\.\s?d\.)[\])]"
    r"|(?<=\. )(?:n\.\s?d|(?:Last |Page )?(?:[Uu]pdated|[Rr]eviewed|Published|Posted)\b[^.]{0,40}))\W*\Z"
)
"""A date at the end: "(2019, May 3).", "(n.d.)", "Updated March 2020"."""

SITES_PAGE = re.compile(
    r"(?<=[.)?!]\s)(?P<address>(?:www\.)?(?:[\w-]{1,60}\.){1,4}"
    r"(?:com|org|net|edu|gov|info|int|eu|uk|de)/[^\s\"<>]*+)\s*+\Z"
)
"""An address without how to get there: "elm.org/tea"."""

SENTENCE = re.compile(r"(?<=[^\s.])(?:(?<!\.[A-Z])\.|(?<=[?!]))\s+")
"""Where a sentence ends; "U.S." ends none."""

SMALL_WORDS = frozenset({"&", "a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "with"})
ORGANISED = re.compile(
    r"\b(?:Academy|Administration|Agency|Alliance|Association|Authority|Board|Bureau|Cent(?:er|re)s?|Clinic"
    r"|Collaboration|College|Commission|Committee|Council|Department|Federation|Foundation|Fund|Group"
    r"|Health|Hospitals?|Institutes?|Library"
    r"|Medicine|Ministry|Network|Office|Organi[sz]ation|Programme|Program|Service|Society|Staff|Trust|Union|University"
    r"|[A-Z]{3,6})\b"
)
"""Words of the names of organisations, and what is short for one."""

LONGEST_TITLE = 250
NO_TITLE_OF_PAGE = re.compile(r"\d\s?[:;(]\s?\d|\bet al\b|\bpp?\. ?\d|, [A-Z][^,]{0,80}, [A-Z]")
SHORTEST_NAME, LONGEST_NAME = 4, 90


def take_page(text: str, record: Record) -> str:
    """Take the title of a page, and the organisation that stands before or behind it; what may be either is left."""
    if not TOLD.isdisjoint(record.fields):
        return text
    bare = None if "url" in record.fields else SITES_PAGE.search(text)
    address = bare["address"].rstrip(".,;") if bare else record.fields.get("url", "")
    if not address:
        return text
    page = text[: bare.start()] if bare else text
    date = AT_END.search(page)
    parts = [each.strip(" .,;:") for each in SENTENCE.split(page[: date.start()] if date else page)]
    who, title = who_and_title([each for each in parts if each], address)
    if not title:
        return text
    if bare:
        record.put("howpublished", address, record.line)
    record.put("title", title, record.line)
    record.put("organization", who, record.line)
    for name, said in date.groupdict().items() if date else ():
        record.put(name, said or "", record.line)
    return ""


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
