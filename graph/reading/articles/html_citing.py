"""Which words of a web page are markers: links into the list of references, pandoc's `data-cites`, or plain numbers.

Links and `data-cites` say what they are. Plain numbers in brackets or superscripts count only if most of the page's
markers are written so, and never where they cannot be one: `<sup>10</sup>B` is an isotope, `m<sup>2</sup>` a unit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from typing import Literal, NamedTuple

from graph.reading.articles import A_BREAK, Cited, Marker, Run, joined_words, place_in
from graph.reading.articles.inline_citing import (
    CITED_NUMBERS,
    LINKED_NUMBERS,
    LOCATOR,
    NUMBERS,
    ONLY_CITING,
    SAID_AFTER,
    are_of_list,
    numbered_citations,
    pandoc_citations,
    tidy,
)

Form = Literal["keys", "links", "brackets", "parentheses", "superscripts", "linked superscripts"]
"""How a marker is written."""

NUMBERS_IN_BRACKETS = re.compile(rf"[\[\uff3b]\s*(?P<numbers>{LINKED_NUMBERS})\s*[\]\uff3d]")
NUMBERS_IN_PARENTHESES = re.compile(rf"\(\s*(?P<numbers>{NUMBERS.pattern})\s*\)")
BEHIND_MARKER = frozenset(".,;:)") | {""}
"""What stands behind most markers, and behind no number that begins an item: "for (1) rest and (2) sleep"."""

RANGE_SIGNS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212", "-"))
ENTRY_NUMBER = re.compile(r"\d+")
SAID_BEFORE = re.compile(
    r"\W*(?P<before>(?:but see|see also|see|cf\.?|e\.g\.,?|contra|compare|reviewed (?:in|by)"
    r"|for (?:an? )?(?:over|re)views?,? see)"
    r"(?:,? for (?:example|instance),?)?)\s",
    re.IGNORECASE,
)
LOCATED_KEY = re.compile(r"\A(@\S+) \[(.*)\]\Z")
UNIT_BEFORE = re.compile(r"(?:\d|\b(?:[munpckM]?m|[kmM]?g|s|sec|min|h|kg|km|cm|mm|ft|R|r|chi|\u03c7|x|10))\Z")
MOST_KEYS = 1000
FIRST_NUMBERS: dict[Form, frozenset[str]] = {"brackets": frozenset("1"), "superscripts": frozenset("123")}
"""What is cited where plain numbers are markers of a list that the page lacks; others have a power or two."""


class Atom(NamedTuple):
    """Words of a block with their place: of a link to `target`, of a superscript, of an element with `data-cites`.

    `address` is where a link out of the page leads.
    """

    text: str
    line: int
    column: int
    target: str = ""
    raised: int = 0
    citing: int = 0
    keys: str = ""
    address: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Its line and column."""
        return self.line, self.column


class Spot(NamedTuple):
    """A part of a block's text that may be a marker."""

    start: int
    end: int
    form: Form
    cited: tuple[Cited, ...]
    spoken: bool = False


def atoms_text(atoms: Iterable[Atom]) -> str:
    """The words of atoms on one line."""
    return joined_words("".join(atom.text for atom in atoms))


@dataclass(slots=True)
class Citer:
    """Finds the markers of a page: `labels` are those of the list's entries by the names that lead to them.

    `notes` have what is cited by each note that holds nothing else, and nothing for any other note.
    """

    labels: Mapping[str, str]
    entries: int
    forms: frozenset[Form] = frozenset({"keys", "links", "linked superscripts"})
    notes: dict[str, tuple[Cited, ...]] = field(default_factory=dict)

    def learn(self, blocks: Iterable[Sequence[Atom]]) -> None:
        """Learn how most of the markers are written."""
        seen: Counter[str] = Counter()
        numbers: dict[str, set[str]] = defaultdict(set)
        parentheses: list[tuple[Spot, str]] = []
        for atoms in blocks:
            text, _ = flat(atoms)
            for spot in self.spots(atoms):
                if spot.form == "parentheses":
                    parentheses.append((spot, text[spot.end : spot.end + 1]))
                    continue
                seen[spot.form] += 1
                numbers[spot.form].update(each.key for each in spot.cited)
        if len(parentheses) > seen.total() and self.cites_by_parentheses(parentheses):
            self.forms |= {"parentheses"}
            return
        for form, first in FIRST_NUMBERS.items():
            if seen[form] and seen[form] >= max(seen.values()) and (self.entries or first <= numbers[form]):
                self.forms |= {form}

    def cites_by_parentheses(self, spots: Sequence[tuple[Spot, str]]) -> bool:
        """Whether numbers in parentheses, with what follows each, are those of a list: most of it, in its order."""
        behind = sum(following in BEHIND_MARKER for _, following in spots)
        cited = (each for spot, _ in spots for each in spot.cited)
        return are_of_list(cited, self.entries, ending=behind > len(spots) / 2)

    def add_notes(self, notes: Mapping[str, Sequence[Run | Marker]]) -> None:
        """Take in the notes of the page, by the names that lead to them."""
        for name, runs in notes.items():
            words = "".join(run.text for run in runs if isinstance(run, Run))
            cited = chain.from_iterable(run.cited for run in runs if isinstance(run, Marker))
            self.notes[name] = tuple(cited) if ONLY_CITING.fullmatch(words) else ()

    def markers(self, atoms: Sequence[Atom]) -> Iterator[Marker]:
        """The markers of a block."""
        return (run for run in self.runs(atoms) if isinstance(run, Marker))

    def runs(self, atoms: Sequence[Atom]) -> tuple[Run | Marker, ...]:
        """The words and markers of a block."""
        text, starts = flat(atoms)
        breaks = [match.start() for match in A_BREAK.finditer(text)]
        runs: list[Run | Marker] = []
        position = 0
        for spot in self.chosen(atoms):
            runs += words_of(atoms, starts, breaks, position, spot.start)
            if spot.cited:
                index = bisect_right(starts, spot.start) - 1
                place = place_in(atoms[index].place, starts[index], spot.start, breaks)
                runs.append(Marker(spot.cited, joined_words(text[spot.start : spot.end]), *place, spot.spoken))
            position = spot.end
        return (*runs, *words_of(atoms, starts, breaks, position, len(text)))

    def chosen(self, atoms: Sequence[Atom]) -> Iterator[Spot]:
        """The spots that are markers or calls of notes, none in another."""
        end = 0
        for spot in sorted(self.spots(atoms), key=lambda spot: (spot.start, -spot.end)):
            if spot.start >= end and spot.form in self.forms:
                yield spot
                end = spot.end

    def spots(self, atoms: Sequence[Atom]) -> Iterator[Spot]:
        """Everything in a block that may be a marker."""
        text, starts = flat(atoms)
        taken: list[tuple[int, int]] = []
        for spot in chain(self.keyed(atoms, starts), self.superscripts(atoms, starts, text)):
            taken.append((spot.start, spot.end))
            yield spot
        for spot in self.brackets(atoms, starts, text):
            taken.append((spot.start, spot.end))
            yield spot
        yield from self.links(atoms, starts, text, sorted(taken))

    def keyed(self, atoms: Sequence[Atom], starts: Sequence[int]) -> Iterator[Spot]:
        """The elements with `data-cites`."""
        for first, last in stretches(atoms, lambda atom: atom.citing):
            text = "".join(atom.text for atom in atoms[first:last])
            keys = atoms[first].keys.split()[:MOST_KEYS]
            spoken = (
                not text.lstrip().startswith(("(", "[")) and any(map(str.isalpha, text)) and not atoms[first].raised
            )
            yield Spot(
                starts[first], starts[last - 1] + len(atoms[last - 1].text), "keys", cited_by_keys(keys, text), spoken
            )

    def superscripts(self, atoms: Sequence[Atom], starts: Sequence[int], text: str) -> Iterator[Spot]:
        """The superscripts that are numbers, and calls of notes."""
        for first, last in stretches(atoms, lambda atom: 0 if atom.citing else atom.raised):
            start, end = starts[first], starts[last - 1] + len(atoms[last - 1].text)
            inside = text[start:end].translate(RANGE_SIGNS).strip().strip("[]()").strip(" ,;")
            called = next((atom.target for atom in atoms[first:last] if atom.target in self.notes), None)
            if called is not None:
                yield Spot(start, end, "links", self.notes[called])
                continue
            linked = self.linked(atoms[first:last])
            if linked and NUMBERS.fullmatch(inside):
                yield Spot(start, end, "linked superscripts", self.by_numbers(inside, linked))
            elif NUMBERS.fullmatch(inside) and self.is_plausible(inside) and not is_power(text, start, end):
                yield Spot(start, end, "superscripts", numbered_citations(inside))

    def brackets(self, atoms: Sequence[Atom], starts: Sequence[int], text: str) -> Iterator[Spot]:
        """The numbers in brackets, and in parentheses."""
        text = text.translate(RANGE_SIGNS)
        for match in chain(NUMBERS_IN_BRACKETS.finditer(text), NUMBERS_IN_PARENTHESES.finditer(text)):
            form: Form = "parentheses" if match.re is NUMBERS_IN_PARENTHESES else "brackets"
            first, last = bisect_right(starts, match.start()) - 1, bisect_right(starts, match.end() - 1)
            around = atoms[first:last]
            if any(
                atom.citing or atom.raised or ((atom.target or atom.address) and form == "parentheses")
                for atom in around
            ):
                continue
            linked = self.linked(atoms[first:last])
            if linked:
                cited = self.by_numbers(match["numbers"], linked)
                if {*linked.values()} <= {key for each in cited for key in (each.key, each.last)}:
                    yield Spot(*match.span(), "links", cited)
            elif CITED_NUMBERS.fullmatch(match["numbers"]) and self.is_plausible(match["numbers"]):
                yield Spot(*match.span(), form, numbered_citations(match["numbers"]))

    def links(
        self, atoms: Sequence[Atom], starts: Sequence[int], text: str, taken: Sequence[tuple[int, int]]
    ) -> Iterator[Spot]:
        """The links into the list that are no part of anything above: a name and a year, a bare number."""
        begins = [start for start, _ in taken]
        for begin, last in stretches(atoms, lambda atom: 0 if atom.citing else atom.target):
            before = bisect_right(begins, starts[begin]) - 1
            first = bisect_left(starts, taken[before][1], begin, last) if before >= 0 else begin
            if first == last:
                continue
            start, end = starts[first], starts[last - 1] + len(atoms[last - 1].text)
            target = atoms[first].target
            if target in self.labels:
                inside = "(" in text[max(0, start - 300) : start].rpartition(")")[2]
                spoken = not inside and any(map(str.isalpha, text[start:end])) and not atoms[first].raised
                yield Spot(start, end, "links", (Cited(self.labels[target]),), spoken)
            elif target in self.notes:
                yield Spot(start, end, "links", self.notes[target])

    def linked(self, atoms: Sequence[Atom]) -> dict[str, str]:
        """The labels that the numbers of some atoms lead to."""
        found = ((ENTRY_NUMBER.search(atom.text), self.labels.get(atom.target)) for atom in atoms if atom.target)
        return {match.group(): label for match, label in found if match and label}

    def by_numbers(self, inside: str, linked: Mapping[str, str]) -> tuple[Cited, ...]:
        """The citations of a marker of numbers that are links."""
        return tuple(
            replace(each, key=linked.get(each.key, each.key), last=linked.get(each.last, each.last))
            for each in numbered_citations(inside)
        )

    def is_plausible(self, inside: str) -> bool:
        """Whether numbers may be those of the list's entries."""
        most = self.entries or 999
        cited = numbered_citations(inside)
        return all(0 < int(number) <= most for each in cited for number in (each.key, each.last or each.key))


def flat(atoms: Sequence[Atom]) -> tuple[str, list[int]]:
    """The text of atoms, and where each begins in it."""
    starts, position = [], 0
    for atom in atoms:
        starts.append(position)
        position += len(atom.text)
    return "".join(atom.text for atom in atoms), starts


def stretches(atoms: Sequence[Atom], of: Callable[[Atom], object]) -> Iterator[tuple[int, int]]:
    """The first atom and the one behind the last, of each stretch that is of one element."""
    for key, group in groupby(range(len(atoms)), key=lambda index: of(atoms[index])):
        if key:
            members = list(group)
            yield members[0], members[-1] + 1


def words_of(
    atoms: Sequence[Atom], starts: Sequence[int], breaks: Sequence[int], start: int, end: int
) -> Iterator[Run]:
    """The words between two letters, each with its place; `breaks` are where lines end in the text."""
    index = max(0, bisect_right(starts, start) - 1)
    while index < len(atoms) and starts[index] < end:
        atom, first = atoms[index], max(0, start - starts[index])
        if words := atom.text[first : end - starts[index]]:
            yield Run(words, *place_in(atom.place, starts[index], starts[index] + first, breaks), leads_to(atom))
        index += 1


def leads_to(atom: Atom) -> str:
    """Where words lead, in the page or out of it; an empty string for those that are no link."""
    return atom.address or (f"#{atom.target}" if atom.target else "")


def is_power(text: str, start: int, end: int) -> bool:
    """Whether a number that is raised is an isotope's, a power, or a unit's."""
    behind, before = text[end : end + 1], text[max(0, start - 8) : start]
    begins_word = not before or before[-1].isspace() or before[-1] in "([\u2013-/"
    return (begins_word and behind.isalpha()) or bool(UNIT_BEFORE.search(before))


def cited_by_keys(keys: Sequence[str], text: str) -> tuple[Cited, ...]:
    """The citations of pandoc's `data-cites`, with what its text says of each: as written, or as a reader sees it."""
    if "@" in text:
        written = tuple(pandoc_citations(LOCATED_KEY.sub(r"\1, \2", joined_words(text)).strip("[]")))
        if [each.key for each in written] == list(keys):
            return written
    parts = text.strip().strip("()[]").split(";")
    if len(parts) != len(keys):
        parts = [text] if len(keys) == 1 else [""] * len(keys)
    return tuple(cited_as_seen(key, part) for key, part in zip(keys, parts, strict=True))


def cited_as_seen(key: str, text: str) -> Cited:
    """A citation, with what a reader sees before its author and behind its year."""
    before, after = SAID_BEFORE.match(text), SAID_AFTER.search(text)
    rest = after["after"].strip("()[] \n") if after else ""
    located = LOCATOR.match(rest)
    locator = (located["braced"] or located["plain"] or "") if located else ""
    suffix = rest[located.end() if located else 0 :]
    return Cited(key, prefix=before["before"] if before else "", locator=tidy(locator), suffix=tidy(suffix))
