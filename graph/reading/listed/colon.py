"""What follows the colon behind the authors of an entry, as Copernicus, Springer and DIN 1505 write it."""

from __future__ import annotations

import re

from graph.reading.listed.ends import VOLUME_TAKEN
from graph.reading.records import Record

BEGUN = r":\s*(?P<title>.{5,600}?)"
IN_VOLUME = r"(?P<volume>\d{1,5})\s?(?:\((?P<number>[^()]{1,20})\))?"
ON_PAGES = r"(?:pp?\. ?)?(?P<pages>[A-Za-z]{0,3}\d[\w.]*(?:\s?(?:--|[-\u2013])\s?\w+)?)"
IN_YEAR = r"\(?(?P<year>(?:1[5-9]|20)\d\d)(?P<extradate>[a-z])?\)?[.\s]*"
BEHIND_COLON = (
    re.compile(rf"{BEGUN}, (?P<journal>[^\W\d][^,]{{1,100}}), {IN_VOLUME}, {ON_PAGES}[,\s]*(?:{IN_YEAR})?"),
    re.compile(
        rf"{BEGUN}(?:\.|(?<=[?!])) (?P<journal>[^\W\d][^,\d]{{1,100}}),? {IN_VOLUME}(?:[,:] ?{ON_PAGES})?,? {IN_YEAR}",
    ),
    re.compile(
        rf"{BEGUN}\. In: (?P<journal>[^\W\d][^\d]{{1,100}}?),?(?: (?:Bd|Jg|Vol)\.)? {VOLUME_TAKEN}"
        rf" \((?P<year>(?:1[5-9]|20)\d\d)\)(?:, (?:H|Nr)\. ?(?P<number>\d{{1,4}}))?, S\. ?{ON_PAGES}\.?"
    ),
    re.compile(rf"{BEGUN}\. (?P<rest>In: .{{5,1000}}?),? {IN_YEAR}"),
)
"""A journal behind a comma (Copernicus), behind a full stop (Springer) or behind "In:" (DIN), a chapter or a talk."""

YEAR_AT_END = re.compile(rf",\s{IN_YEAR}\Z")
SENTENCES = re.compile(r"[.?!]\s")


def take_behind_colon(text: str, record: Record) -> str:
    """Take what follows the colon behind the authors; of a form that is not known only the colon.

    What only commas part may be title or journal, and is left: a comma stays before it.
    """
    if "author" not in record.fields or not text.startswith(":"):
        return text
    found = next((found for pattern in BEHIND_COLON if (found := pattern.fullmatch(text))), None)
    if not found:
        plain = text.lstrip(": ")
        undated = YEAR_AT_END.sub("", plain)
        return f", {plain}" if ", " in undated and not SENTENCES.search(undated) else plain
    parts = found.groupdict()
    rest = parts.pop("rest", None)
    for name, part in parts.items():
        record.put(name, (part or "").strip(" .,"), record.line)
    return f", {rest}" if rest else ""
