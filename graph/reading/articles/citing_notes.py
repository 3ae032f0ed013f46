"""Notes that are citations: "Ann Lee, Tea (Oslo: Elm, 2010), 12.", then "Lee, Tea, 14." and "Ibid., 15.".

The first note of a work is its entry, unless the article has a list with it; what is short leads there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import NamedTuple

from graph.model import Reference
from graph.reading.articles import Cited, Listed
from graph.reading.articles.listed_links import LONGEST_SOURCE, is_note_of_source
from graph.reading.listed.entry import MOST_LETTERS, Entry, read_entry_text
from graph.texts.forms import words

PAGE = r"(?:[A-Za-z]{0,2}\d[\w.]{0,8}|[ivxlc]{1,8}\b)(?:\s?[-\u2013]\s?\w{1,8})?(?:\s?ff?\.?)?"
UNIT = (
    r"(?:(?:at|pp?\.|pages?|S\.|fols?\.|paras?\.|ch\.|chap(?:ter)?s?\.?|secs?\.|sections?|vol(?:ume)?s?\.?|b(?:k\.|ook)"
    r"|p(?:t\.|arts?)|lines?|nn?\.|nos?\.|figs?\.|Kap\.|Bd\.|Anm\.|\u00a7)\s?)?"
)
LOCATOR = rf"(?i:{UNIT}{PAGE}(?:,\s?{UNIT}{PAGE}){{0,8}})"
SIGNAL = re.compile(
    r"(?:(?:On|For|As to|About|Regarding) [^.;()]{3,160}?,? (?=(?:see|cf\.|compare) ))?"
    r"(?:(?:[Bb]ut |[Aa]nd )?[Ss]ee(?: also|,? e\. ?g\.,?|,? for (?:example|instance),?)?|[Cc]f\.|[Cc]ompare|[Cc]ontra"
    r"|[Qq]uoted in|[Cc]ited in|[Vv]gl\.(?: auch)?|[Ss]iehe(?: auch)?),?\s+"
)
"""What may be said before a work: "See also", "For tea at night, see"."""

IN_BRACKETS = r"(?P<said> \([^()]{1,160}\))?"
"""What may be said of a place: "Chapter 1 (Leaves)"."""

IBID = re.compile(
    r"(?:[Ii]bid(?:em)?|[Ee]b(?:d|enda)|[Ii]d(?:em)?)\b(?:\.|(?=[,:]|\Z| at ))"
    rf"(?:[,:]?\s*(?P<locator>{LOCATOR}){IN_BRACKETS}|[,:]?\s+(?P<suffix>.{{3,400}}))?\.?"
)
IN_WORK_CITED = r"(?:[Oo]p\. ?cit|[Ll]oc\. ?cit|a\. ?a\. ?O)\.?"
SHORT = re.compile(
    rf"(?P<who>[^,;:()]{{2,80}}),\s+(?:(?P<title>[^;()]{{2,160}}?),?[\"\u201d\u2019]?\s+)??"
    rf"(?P<cited>{IN_WORK_CITED},?\s*)?(?P<locator>{LOCATOR})?{IN_BRACKETS}\.?"
)
FULL_LOCATOR = re.compile(rf"(?<=\d\))[,:]? (?P<locator>{LOCATOR}){IN_BRACKETS}\.?\Z")
"""Where in a work, behind how it is written in full: "(Oslo: Elm, 2010), 12", "4, no. 2 (2010): 12"."""

AND_OTHERS = re.compile(r",?\s(?:and|&|und|et)\s")
CITED_THEN_SAID = re.compile(
    rf"(?P<cited>[^;]{{4,300}}?(?:\d{{4}}\)(?:[,:]? {LOCATOR})?|, {LOCATOR}))\.\s+(?P<said>[A-Z\"\u201c].{{3,400}})"
)
"""A remark behind a citation: "Lee, Tea, 14. Others say more."."""

BETWEEN_WORKS = re.compile(r";\s+")
MOST_OF_THEM = 0.5
MOST_DIGITS = 6


class Note(NamedTuple):
    """A note by the label that calls it, with its words on one line, and where it stands.

    `title` are words of a link in it, as those of `Listed`.
    """

    label: str
    text: str
    line: int
    title: str = ""


class Known(NamedTuple):
    """A work that notes may cite: the label of its entry, the words of its title or, where none is told, of all of it.

    `is_alone` says that one person wrote it.
    """

    label: str
    title: str
    is_alone: bool


@dataclass(slots=True)
class CitingNotes:
    """What notes cite, by their labels, and the entries that they are; `last` is what "ibid." means."""

    cited: dict[str, tuple[Cited, ...]] = field(default_factory=dict)
    entries: list[Listed] = field(default_factory=list)
    works: defaultdict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    labels: Iterator[int] = field(default_factory=count)
    last: tuple[Cited, ...] = ()

    def know(self, label: str, text: str, title: str = "") -> None:
        """Take in the entry of a work."""
        read, _ = read_entry_text(Entry(1, lines=[text], title=title), "")
        self.know_work(label, read, words(text))

    def know_work(self, label: str, read: Reference, spoken: Sequence[str] = ()) -> None:
        """Take in a work, and the words that it is written with."""
        names = read.facts.names
        family = words(names[0].short)[-1:] if names else spoken[:1]
        is_alone = len(names) == 1 and not read.et_al
        self.works["".join(family)].append(Known(label, padded(words(read.title) or spoken), is_alone))

    def read(self, note: Note) -> None:
        """Take in what a note cites; nothing for a remark, nor for "ibid." behind one, which may mean that."""
        if len(note.text) > MOST_LETTERS:
            self.last = ()
            return
        parts = BETWEEN_WORKS.split(note.text)
        parts = parts if all(map(self.may_cite, parts)) else [note.text]
        found = [self.part(part, note, whole=len(parts) == 1) for part in parts]
        self.last = tuple(chain.from_iterable(found)) if all(found) else ()
        if self.last:
            self.cited[note.label] = self.last

    def may_cite(self, text: str) -> bool:
        """Whether a part of a note is a citation, and not torn out of a quotation."""
        if len(text) > LONGEST_SOURCE or text.count('"') % 2 or text.count("\u201c") != text.count("\u201d"):
            return False
        said = without_signal(text)
        return bool(self.same(said) or self.short(said) or is_note_of_source(said))

    def part(self, text: str, note: Note, *, whole: bool) -> tuple[Cited, ...]:
        """What a part of a note cites; nothing where it is a remark."""
        if len(text) > LONGEST_SOURCE:
            return ()
        said = without_signal(text)
        signal = text.strip()[: -len(said)].strip(" ,") if said else ""
        found = self.same(said) or self.short(said) or self.remarked(said, note) or self.full(said, note, whole=whole)
        return tuple(replace(each, prefix=signal) for each in found) if signal else found

    def same(self, text: str) -> tuple[Cited, ...]:
        """What "ibid." means: the works of the note before; there, unless it says where else."""
        found = IBID.fullmatch(text)
        if not found:
            return ()
        where, said = tidy(found["locator"]), found["suffix"] or found["said"] or ""
        return tuple(
            Cited(each.key, locator=where or ("" if said else each.locator), suffix=said.strip()) for each in self.last
        )

    def short(self, text: str) -> tuple[Cited, ...]:
        """The work that a short note leads to, by a name and some words of its title."""
        found = SHORT.fullmatch(text)
        if not found or not (found["title"] or found["locator"] or found["cited"]):
            return ()
        who = AND_OTHERS.split(found["who"])
        said = padded(words(found["title"])) if found["title"] else ""
        works = [each for family in words(who[0])[-1:] for each in self.works.get(family, ()) if said in each.title]
        meant = [each for each in works if each.is_alone == (len(who) == 1)]
        work = only_one(meant) or only_one(works)
        return (Cited(work.label, locator=tidy(found["locator"])),) if work else ()

    def remarked(self, text: str, note: Note) -> tuple[Cited, ...]:
        """The work that a note cites before it says more."""
        found = CITED_THEN_SAID.fullmatch(text)
        cited = found and (self.short(found["cited"]) or self.full(found["cited"], note, whole=True))
        return tuple(replace(each, suffix=found["said"]) for each in cited) if found and cited else ()

    def full(self, text: str, note: Note, *, whole: bool) -> tuple[Cited, ...]:
        """The work that a note has in full: one that is known, else a new one."""
        if not is_note_of_source(text):
            return ()
        located = FULL_LOCATOR.search(text)
        locator, written = (tidy(located["locator"]), text[: located.start()]) if located else ("", text)
        spoken = words(written)
        said = padded(spoken)
        works = [each for word in dict.fromkeys(spoken) for each in self.works.get(word, ()) if each.title in said]
        if work := only_one(works):
            return (Cited(work.label, locator=locator),)
        label = note.label if whole else str(next(self.labels))
        title = note.title if whole else ""
        self.entries.append(Listed(label, written, note.line, title=title))
        self.know(label, written, title)
        return (Cited(label, locator=locator),)


def without_signal(text: str) -> str:
    """A part of a note without what is said before a work."""
    signal = SIGNAL.match(text)
    return text[signal.end() if signal else 0 :].strip()


def only_one(works: Sequence[Known]) -> Known | None:
    """The only work of several; none where there are more, or there is none."""
    return works[0] if len(works) == 1 else None


def tidy(locator: str | None) -> str:
    """A locator without the full stop behind it."""
    return (locator or "").rstrip(".")


def padded(spoken: Sequence[str]) -> str:
    """Words with a space around each, so that some are found in others."""
    return f" {' '.join(spoken)} "


def read_notes(notes: Sequence[Note], listed: Sequence[Listed], references: Iterable[Reference] = ()) -> CitingNotes:
    """What notes cite, in the order of their calls, if most of them do; `listed` is the article's own list.

    Or its `references` are, where it has them field by field.
    """
    taken = [*(each.label for each in notes), *(each.label for each in listed)]
    highest = max((int(label) for label in taken if label.isdecimal() and len(label) <= MOST_DIGITS), default=0)
    reading = CitingNotes(labels=count(max(highest, len(taken)) + 1))
    for number, entry in enumerate(listed, start=1):
        reading.know(entry.label or str(number), entry.text, entry.title)
    for reference in references:
        reading.know_work(reference.key, reference, words(reference.fields.get("note", "")))
    for note in notes:
        reading.read(note)
    return reading if len(reading.cited) > len(notes) * MOST_OF_THEM else CitingNotes()
