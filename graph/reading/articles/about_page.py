"""What a page says about itself between the sentences of its article: who reviewed it, when, what to share or read."""

from __future__ import annotations

import re

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
A_DATE = (
    rf"(?:{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH},? \d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d\d-\d\d)"
)
DONE = r"(?:reviewed|updated|modified|revised|checked|written|edited|published|posted)"
OF_WHAT = r"(?:last|next|page|article|content|also|was|medically|clinically|scientifically|expert)"
BY_WHOM = r"(?-i:[A-Z])[^.]{1,80}(?:\. ?(?-i:[A-Z])[^.]{1,40}){0,3}"

ABOUT_PAGE = re.compile(
    rf"(?:{OF_WHAT} ){{0,4}}(?:{DONE}|update|review date|review due|date)(?: on)?:? {A_DATE}\b.{{0,80}}"
    rf"|(?:(?:fact|peer)[ -]|{OF_WHAT} )(?:medically )?(?:{DONE}|review)(?: by|:).{{1,200}}"
    rf"|{DONE} by:? {BY_WHOM}"
    r"|by:? (?:(?-i:[A-Z])[\w.'\u2019-]{0,20},? ){1,7}(?-i:[A-Z])[\w.'\u2019-]{0,20}"
    rf"|{A_DATE}|\d{{1,3}}[ -]min(?:ute)?s?(?: read)?"
    r"|advertisement|sponsored(?: content)?|(?:table of )?contents|in this (?:article|series)(?:: .{1,200})?"
    r"|(?:share|tweet|pin|email|print)(?: (?:on|this|via|to) .{1,40})?"
    r"|skip to .{1,40}|(?:show|view|hide) (?:all )?(?:sources|more|less)|all rights reserved"
    r"|(?:related|read more|read next|see also|recommended reading|learn more|more on this): .{1,200}"
    r"|(?:read|see|show|learn|find out) more(?: (?:here|about) .{0,100})?|click here .{1,100}"
    r"|(?:sign up|subscribe)\b.{0,200}"
    r"|.{0,150}\bwe may (?:earn|receive|get) (?:an? )?(?:small )?(?:affiliate )?commissions?\b.{0,100}",
    re.IGNORECASE,
)
"""All of a line that is none of the article's: "Medically reviewed by Ann Oak, MD", "Updated on March 3, 2020"."""

JUDGED = (
    r"(?:(?:mostly|partly|partially|half|largely|entirely|completely|totally) )?"
    r"(?:true|false|fake|hoax|misleading|unproven|unsupported|unverified|incorrect|inaccurate|accurate|correct"
    r"|exaggerated|misattributed|miscaptioned|satire|altered|outdated|debunked|scam|mixture|mixed|not true"
    r"|half[ -]truth|no evidence|(?:missing|lacks|needs|out of) context|pants on fire|(?:one|two|three|four) pinocchios"
    r"|falsch|irref\u00fchrend|faux|trompeur|falso|enga\u00f1oso|enganoso)"
)
VERDICT = re.compile(
    r"(?:(?:our |the )?(?:(?:fact[ -]check|truth|claim) )?(?:verdict|rating|ruling|status)(?: is)?\s?[:\u2013-]?\s?)?"
    rf"{JUDGED}|(?:our |the )?(?:verdict|rating|ruling)"
    r"|we (?:rate|rated|judge|find) (?:this|that|the|it)(?: \w{1,20}){0,3} (?:as |to be )?"
    rf"[\"\u201c]?{JUDGED}[\"\u201d]?",
    re.IGNORECASE,
)
"""All that a box of a fact-check says, which sums up the article: "False", "Rating: Mostly True"."""

SAID_DATE = re.compile(
    rf"\b(?:{DONE}|update|date)(?: on)?:? "
    rf"(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})|(?P<first>\d{{1,2}}) (?P<then>{MONTH})),? (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""When something was done to a page: a day whose month has a name."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST = 300


def is_about_page(text: str) -> bool:
    """Whether a sentence is what a page says about itself."""
    return len(text) <= LONGEST and ABOUT_PAGE.fullmatch(text.strip(" .|\u2014\u2013-")) is not None


def is_verdict(text: str) -> bool:
    """Whether a sentence is the verdict of a fact-check, and says nothing else."""
    return len(text) <= LONGEST and VERDICT.fullmatch(text.strip(" .!|\u2014\u2013-")) is not None


def date_said(text: str) -> str:
    """The day that a page says it was written or changed on, as in ISO 8601; an empty string where it says none."""
    found = SAID_DATE.search(text) if is_about_page(text) else None
    if not found:
        return ""
    month = MONTHS.index((found["month"] or found["then"])[:3].lower()) + 1
    return f"{found['year']}-{month:02}-{int(found['day'] or found['first']):02}"
