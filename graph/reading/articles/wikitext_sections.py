"""The sections of a page of wikitext: their headings, where they stand, and what is listed in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from graph.reading.articles import is_reference_heading
from graph.reading.articles.wikitext_languages import USES_OF_SECTIONS, unaccented
from graph.reading.articles.wikitext_tokens import Wikitext

WIKI_HEADING = re.compile(r"^(?P<level>={1,6})(?!=)(?P<text>[^\n]*[^=\n])=+[ \t]*(?:<!--[^\n]*)?$", re.MULTILINE)
LIST_HEADING = re.compile(
    r"(?:notes,? (?:and )?)?(?:(?:general|cited|inline|primary|secondary|print|online|selected|and)\s+)*"
    r"(?:references|citations|footnotes|sources|bibliography|literature|works cited|sources cited|reference list)"
    r"(?:,? (?:and|&) (?:notes|references|sources|citations|footnotes|bibliography))?",
    re.IGNORECASE,
)
FURTHER_HEADING = re.compile(
    r"(?:(?:further|additional|suggested|recommended) (?:reading|sources|resources)|external links)"
    r"(?:,? (?:and|&) (?:external links|further reading))?",
    re.IGNORECASE,
)
LINKS_HEADING = re.compile(r"see also|related pages", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """A section: the level of its heading, where the heading stands, and where what is under it stands.

    What is before the first heading is one of level 0. `use` is what it is for, with the sections in it: a "list" of
    references, "further" reading, "links" to other articles, or an empty string for prose.
    """

    level: int
    heading: tuple[int, int]
    start: int
    end: int
    use: str = ""


def sections_of(page: Wikitext) -> list[Section]:
    """The sections of a page, in its order."""
    found = list(headings_in(page))
    ends = [*(match.start() for match in found), len(page.text)]
    sections = [Section(0, (0, 0), 0, ends[0])]
    around = sections[:]
    for match, end in zip(found, ends[1:], strict=True):
        level = len(match["level"])
        around = [each for each in around if each.level < level]
        use = use_of(match["text"].strip(" '")) or around[-1].use
        sections.append(Section(level, match.span("text"), match.end(), end, use))
        around.append(sections[-1])
    return sections


def headings_in(page: Wikitext) -> Iterator[re.Match[str]]:
    """The headings of a page: lines that are no part of anything in brackets."""
    others = [piece for piece in page.pieces(0, len(page.text)) if piece.kind != "text"]
    starts = [piece.start for piece in others]
    for match in WIKI_HEADING.finditer(page.text):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or others[before].end <= match.start():
            yield match


def use_of(heading: str) -> str:
    """What a section is for, by its heading."""
    if use := USES_OF_SECTIONS.get(unaccented(heading)):
        return use
    uses = {"list": LIST_HEADING, "further": FURTHER_HEADING, "links": LINKS_HEADING}
    found = next((use for use, pattern in uses.items() if pattern.fullmatch(heading)), "")
    return found or ("list" if is_reference_heading(heading) else "")
