"""How entries of a list end: year, volume, number and pages, in the orders that lists write them."""

from __future__ import annotations

import re

from graph.reading.records import Record

NO_PAGE = r"(?<![\w/:\u2013-])(?<!\bpp )(?<!\bpp\. )(?<!\bp\. )(?<!\bpages )"
A_PAGE = r"[A-Za-z]{0,3}\d+[A-Z]{0,2}"
PAGES = rf"{A_PAGE}(?:\s?(?:--|[-\N{{EN DASH}}\N{{MINUS SIGN}}])\s?{A_PAGE})?"
DATE = NO_PAGE + r"(?P<year>(?:1[89]|20)\d\d)(?: (?P<month>[A-Z][a-z]{2,8}\.?(?:[ -]\w+)?))?"
PAGED = rf"(?:\s?[:,]\s?(?:pp?\.|pages)?\s?(?P<pages>{PAGES}))"
IN_ISSUE = r"(?:\s?\(?(?P<number>(?<=\()[^()]+(?=\))|(?<= )[Ss]uppl?\.?(?: ?\w{1,3})?)\)?)"
ISSUE = rf"(?P<volume>(?!pp?\b)[\w-]+)?{IN_ISSUE}?\s?{PAGED}?"
AFTER_YEAR = re.compile(rf"{DATE}(?:\s?;\s?{ISSUE})?\.?\s*$")
"""Vancouver's end of an entry: "2015;133(5):320-329."."""

VOLUME_TAKEN = r"(?P<volume>(?:[A-Z]{1,3}[-\u2013]?)?\d+[A-Z]?)"
"""A volume may have letters: "SE-12", "B270", "22A"."""

MONTH_BEGINS = r"Jan|Feb|M[a\u00e4]r|Apr|Ma[yi]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz]|Spring|Summer|Autumn|Fall|Winter"
MONTH_NAME = rf"(?:{MONTH_BEGINS})[a-z]{{0,7}}\.?"
MONTH = rf"(?:(?:\d{{1,2}} )?{MONTH_NAME}(?:[-/\u2013]{MONTH_NAME})? )?"
NUMBER = r"(?:\s?\((?P<number>[^()]{1,20})\))?"
YEAR_TAKEN = r"(?P<year>(?:1[89]|20)\d\d)"
ISSUE_OF_YEAR = re.compile(
    rf"(?<=[ .,]){VOLUME_TAKEN},(?: (?P<number>\d[\d/\u2013-]*))?(?:, (?:Article|Art\.) (?P<eid>\w+))?"
    rf" \({MONTH}{YEAR_TAKEN}\), (?:(?P<pages>{PAGES})|\d+ pages)\.?\s*$"
)
VOLUME_AND_YEAR = (
    ISSUE_OF_YEAR,
    re.compile(rf"(?<=[ .,]){VOLUME_TAKEN}{NUMBER}{PAGED},?\s\(?{MONTH}{YEAR_TAKEN}\)?\.?\s*$"),
    re.compile(
        rf"(?<=[ .,]){VOLUME_TAKEN}{NUMBER},? \({YEAR_TAKEN}\)"
        rf"(?:[,:]?\s?(?:(?:pp?|S)\. ?)?(?P<pages>{PAGES}))?\.?\s*$"
    ),
    re.compile(
        rf"(?<=,) vol\. ?{VOLUME_TAKEN}(?:, n(?:o|\u00ba|\u00b0|\u00fam|um)?\.? ?(?P<number>\d[\w/-]{{0,8}}))?"
        rf",? (?:[^\W\d]\w{{2,8}}\.? )?{YEAR_TAKEN}(?:, pp?\. ?(?P<pages>{PAGES}))?\.?\s*$"
    ),
)
"""What stands behind a journal, and behind nothing else: "4, 2 (Feb. 2010), 3-9" (ACM), "4(2), 3-9 (2010)" (AIP),
"4 (2010) 3-9" (Elsevier) and "vol. 4, no 2, mai 2010, p. 3-9" (French, Italian)."""

YEAR_AND_VOLUME = re.compile(rf"(?<=[ .,]){YEAR_TAKEN}, (?!(?P=year)\.?\s*$){VOLUME_TAKEN}{NUMBER}{PAGED}?\.?\s*$")
OTHER_ENDS = (
    re.compile(
        rf"(?<=[ .,]){YEAR_TAKEN}(?: (?P<month>[A-Z][a-z]{{2,8}}(?: \d{{1,2}})?))?\."
        rf" (?P<volume>\d+){NUMBER}{PAGED}\.?\s*$"
    ),
    YEAR_AND_VOLUME,
    re.compile(
        rf"(?<=\. )(?:\[?[Oo]nline\]?\. )?{MONTH}{YEAR_TAKEN}[.,] [Vv]ol\. ?{VOLUME_TAKEN}"
        r"(?:, n(?:o\.|\u00b0) ?(?P<number>[\w/\u2013-]+))?"
        rf"(?:, pp?\. ?(?P<pages>{PAGES}))?\.?\s*$"
    ),
    re.compile(
        rf", v\. ?(?P<volume>\d+)(?:, n\. ?(?P<number>\d[\w/-]*))?(?:, p\. ?(?P<pages>{PAGES}))?"
        rf"(?:, [a-z]{{3,4}}\.)?,? {YEAR_TAKEN}\.?\s*$"
    ),
    *VOLUME_AND_YEAR,
    re.compile(rf"\({YEAR_TAKEN}\),?:? (?P<volume>\d+){NUMBER}{PAGED}?\.?\s*$"),
)
"""Ends of an entry that others write: "2015, 133, 320-329", "v. 133, n. 5, p. 320-329, 2015", "133:320-329, 2015",
"(2015) 133:320-329", "2015 May. 133(5):320-9", "May 2015. Vol. 133, no. 5, p. 320-329" (ISO 690)."""

DATED_ENDS = (ISSUE_OF_YEAR, re.compile(rf" {VOLUME_TAKEN}{NUMBER}, S\. ?(?P<pages>{PAGES})\.?\s*$"))
"""Ends of an entry whose year stands before its title: ACM's, and Citavi's "Schlaf 4 (2), S. 3-9"."""

VOLUME_FIRST = re.compile(
    r"(?P<journal>[^,\d][^,]*?),? (?P<volume>(?!(?:19|20)\d\d,)\d+)\s?(?:\((?P<number>[^()]+)\))?"
    rf"(?:[,:]\s?(?:pp?\. )?(?P<pages>{PAGES}))?\.?\s*$"
)
"""APA's end: "Acta Neurol Scand, 133(5), 320-329."; others write "133(5):320-329"."""


NAMED_JOURNAL = re.compile(r"[A-Z][\w.&-]*(?: (?:of |and |the |in |for )*(?:[A-Z&][\w.&-]*)){0,5}")
"""What has a volume and no title before it, as chemists write: "Lee, A. Angew. Chem. 2010, 4, 3"."""


def end_of(text: str, *, is_certain: bool) -> re.Match[str] | None:
    """The year, volume and pages at the end of an entry; in some forms only where it is certainly one."""
    others = OTHER_ENDS if is_certain else ()
    return next((found for pattern in others if (found := pattern.search(text))), None) or AFTER_YEAR.search(text)


def dated_end(text: str) -> re.Match[str] | None:
    """The volume and pages at the end of an entry whose year stands before its title."""
    return next((found for pattern in DATED_ENDS if (found := pattern.search(text))), None)


def take_groups(found: re.Match[str], record: Record) -> None:
    """Take what a pattern's groups hold, under the names of the groups."""
    for name, text in found.groupdict().items():
        record.put(name, (text or "").strip(" .,"), record.line)
