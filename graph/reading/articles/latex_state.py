"""What is read of LaTeX so far: the paragraph that is gathered, and what it stands in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import PurePath

from graph.model import Reference
from graph.reading.articles import Cited, Comment, Listed, Marker, Passage, PassageKind, Run, joined_words
from graph.reading.articles.inline_citing import ONLY_CITING
from graph.reading.articles.latex_citing import (
    CITE_COMMAND,
    GAP,
    OPTION,
    Citing,
    is_citing,
)
from graph.reading.articles.latex_macros import Macro, in_full
from graph.reading.articles.latex_parts import LatexPart, Parts
from graph.reading.articles.listed_links import with_addresses
from graph.reading.problems import Problems

FORMULA_STOPS = re.compile(
    r"\.(?>(?:[\s}]++|\\(?:label|tag)\s*+\{[^{}]*+\}|\\(?:nonumber|notag|quad|qquad)(?![A-Za-z])|\\[,;:! \\])*)\Z"
)
"""How a displayed formula ends with which its sentence does."""

FORMULA_END = 200
"""How much of a formula's end is looked at."""

SPACE_BEHIND = re.compile(r"[ \t]*+(?:\n(?![ \t]*+\n)[ \t]*+)?")

ADJACENT_OPTION = re.compile(OPTION)

LONGEST_OPTION = 2000

NEXT_GROUP = re.compile(rf"{GAP}\{{")

ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(slots=True)
class Aside:
    """Words that are gathered apart from the paragraph around them: a note, a caption, a heading, the title."""

    what: str
    line: int
    column: int
    start: int
    runs: list[Run | Marker] = field(default_factory=list)
    level: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """What is done where a group in braces ends; `silent` counts the groups without words that follow it."""

    what: str = ""
    silent: int = 0


@dataclass(frozen=True, slots=True)
class Environment:
    """An environment that is open, the kind of its passages, the headings around it; whether it lists references.

    `interrupted` are the words of the paragraph that goes on behind it.
    """

    name: str
    kind: PassageKind
    headings: tuple[tuple[int, str], ...]
    lists: bool = False
    interrupted: list[Run | Marker] = field(default_factory=list)


@dataclass(slots=True)
class LatexReading:
    """What is read so far, and what is open; `words` are those of the paragraph that is open.

    `noted` are the calls of notes that have words, which may be citations, each with its note and how both are written.
    `cells` says that these are a table's, as signs between cells stand in them; `written` are the bibliographies that
    the article itself has in it, with the line where each begins.
    """

    parts: Parts
    problems: Problems
    preamble: bool
    words: Aside
    asides: list[Aside] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    environments: list[Environment] = field(default_factory=list)
    names_open: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    headings: tuple[tuple[int, str], ...] = ()
    macros: dict[str, Macro] = field(default_factory=dict)
    meanings: dict[str, Macro] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)
    noted: list[tuple[Marker, Passage, str]] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    label: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    listing: bool = False
    cells: bool = False
    bibliographies: list[str] = field(default_factory=list)
    written: dict[str, tuple[int, str]] = field(default_factory=dict)
    title: str = ""
    date: str = ""
    left_out: Counter[str] = field(default_factory=Counter)
    apart: list[Cited] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)

    @property
    def part(self) -> LatexPart:
        """The file that is being read."""
        return self.parts.open[-1]

    @property
    def target(self) -> Aside:
        """Where words go."""
        return self.asides[-1] if self.asides else self.words

    @property
    def hears(self) -> bool:
        """Whether words are any."""
        return not self.silent and (bool(self.asides) or not self.preamble)

    @property
    def kind(self) -> PassageKind:
        """What a paragraph is here."""
        return self.environments[-1].kind if self.environments else "text"

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above what is read."""
        return tuple(text for _, text in self.headings)

    def define(self, name: str, macro: Macro) -> None:
        """A command of the author's own, which others may stand for."""
        self.macros[name] = macro
        self.meanings.clear()

    def meaning(self, name: str) -> Macro:
        """One of the author's own commands, with what others in it stand for."""
        if name not in self.meanings:
            macro = self.macros[name]
            self.meanings[name] = macro._replace(body=in_full(macro.body, self.macros))
        return self.meanings[name]

    def begin_list(self) -> None:
        """What stands in the innermost environment are the references, whatever it is called."""
        if self.environments:
            self.environments[-1] = replace(self.environments[-1], lists=True)
            self.listing = True

    def keep(self, start: int, end: int) -> None:
        """Words that stand in the file just so."""
        if start < end and self.hears:
            self.target.runs.append(Run(self.part.text[start:end], *self.part.place(start)))

    def put(self, text: str, position: int) -> None:
        """Words that stand in place of what is written."""
        if text and self.hears:
            self.target.runs.append(Run(text, *self.part.place(position)))

    def stop(self, position: int) -> None:
        """The full stop of a sentence, behind what is left out."""
        runs = self.target.runs
        if self.hears and has_words(tuple(runs)):
            if isinstance(last := runs[-1], Run):
                runs[-1] = replace(last, text=last.text.rstrip())
            self.put(".", position)

    def mark(self, citing: Citing, start: int, end: int) -> None:
        """A citation: a marker, or a problem where no sentence is."""
        written = joined_words(self.part.text[start:end])
        line, column = self.part.place(start)
        if self.asides and self.asides[-1].what in {"heading", "title", "date"}:
            self.unread(line, written, "stands in a heading, of which no claim is made")
        elif self.listing:
            self.unread(line, written, "stands in the list of references, of which no claim is made")
        elif self.hears:
            self.target.runs.append(Marker(citing.cited, written, line, column, citing.spoken))
            return
        elif not self.preamble:
            self.unread(line, written, "stands in what is no prose")
        self.apart += citing.cited

    def unread(self, line: int, written: str, why: str) -> None:
        """Report a citation that no sentence has."""
        self.problems.file = self.part.name
        self.problems.report("unread-citation", line, f"'{written}' {why}", unread=1, text=written)

    def end_paragraph(self) -> None:
        """What was read becomes a passage, with the notes behind it; an aside goes on."""
        if self.asides:
            self.put(" ", self.part.position)
            return
        runs, self.words.runs = tuple(self.words.runs), []
        if self.listing:
            self.end_entry(runs)
        elif has_words(runs):
            kind = "table" if self.cells and self.kind == "text" else self.kind
            self.passages.append(Passage(runs, self.path, kind, self.part.own_name))
        self.cells = False
        self.passages += self.notes
        self.notes.clear()

    def name_of_bibliography(self, written: str) -> str:
        """The file that is meant by a name, which may be that of the article."""
        name = written.replace("\\jobname", PurePath(self.parts.article.name).stem)
        return name if name.endswith(".bib") else f"{name}.bib"

    def keep_bibliography(self, match: re.Match[str] | None, end: int) -> None:
        """Keep the bibliography that an article writes into a file, if it is one, up to this letter."""
        if match and match["name"].strip().endswith(".bib"):
            line, _ = self.part.place(match.end())
            self.written[self.name_of_bibliography(match["name"].strip())] = (line, self.part.text[match.end() : end])

    def interrupt(self) -> list[Run | Marker]:
        """Begin what floats: the words of the paragraph around it, which goes on behind it."""
        if self.asides or self.listing:
            self.end_paragraph()
            return []
        words, self.words.runs = self.words.runs, []
        return words

    def go_on(self, interrupted: list[Run | Marker]) -> None:
        """Go on with a paragraph behind what floats in it."""
        if interrupted:
            self.words.runs = [*interrupted, Run(" ", *self.part.place(self.part.position))]

    def end_entry(self, runs: tuple[Run | Marker, ...]) -> None:
        """What was read becomes an entry of the list of references."""
        text, _ = with_addresses(joined_words("".join(run.text for run in runs)), self.links)
        self.links.clear()
        if text and self.label:
            self.listed.append(Listed(self.label, text, self.words.line, file=self.part.own_name))
        self.label = ""

    def begin_group(self, what: str, position: int, silent: int = 0) -> int:
        """Begin the group that stands here, and give where its words begin; without a group nothing happens."""
        match = NEXT_GROUP.match(self.part.text, position)
        if not match:
            return position
        self.groups.append(Group(what, silent))
        self.silent += what == "silent"
        return match.end()

    def begin_aside(self, what: str, start: int, position: int, level: int = 0) -> int:
        """Begin to gather words apart, if a group stands here and words are heard."""
        position = after_option(self.part.text, position)
        if self.silent or not NEXT_GROUP.match(self.part.text, position):
            return position
        self.asides.append(Aside(what, *self.part.place(start), start, level=level))
        return self.begin_group("aside", position)

    def end_group(self, position: int) -> int:
        """End the innermost group."""
        if not self.groups:
            return position
        group = self.groups.pop()
        if group.what == "silent":
            self.silent -= 1
            if group.silent:
                return self.begin_group("silent", after_option(self.part.text, position), group.silent - 1)
        elif group.what == "aside":
            self.end_aside(self.asides.pop(), position)
        elif group.what == "headed":
            self.end_paragraph()
            self.headings = self.headings[:-1]
        return position

    def end_aside(self, aside: Aside, position: int) -> None:
        """What was gathered becomes what it is."""
        text = joined_words("".join(run.text for run in aside.runs if isinstance(run, Run)))
        runs = tuple(aside.runs)
        match aside.what:
            case "heading":
                above = (each for each in self.headings if each[0] < aside.level)
                self.headings = (*above, (aside.level, text.rstrip(".:")))
            case "title":
                self.title = text
            case "date":
                self.date = text if ISO_DATE.fullmatch(text) else ""
            case "note" if cited := only_cited(runs, text):
                written = joined_words(self.part.text[aside.start : position])
                self.target.runs.append(Marker(cited, written, aside.line, aside.column))
            case "note" if has_words(runs):
                note = Passage(runs, self.path, "note", self.part.own_name)
                call = Marker((), "", aside.line, aside.column)
                self.target.runs.append(call)
                self.notes.append(note)
                self.noted.append((call, note, joined_words(self.part.text[aside.start : position])))
            case "caption" if has_words(runs):
                self.passages.append(Passage(runs, self.path, "caption", self.part.own_name))

    def end_all_groups(self) -> None:
        """End what an author has forgotten to close, and what a file leaves open."""
        while self.groups:
            self.end_group(self.part.position)


def has_words(runs: tuple[Run | Marker, ...]) -> bool:
    """Whether runs have more than white space."""
    return any(isinstance(run, Marker) or not run.text.isspace() for run in runs)


def only_cited(runs: tuple[Run | Marker, ...], words: str) -> tuple[Cited, ...]:
    """What a note cites that says nothing else but "see"; that is said of what it cites first."""
    if not ONLY_CITING.fullmatch(words):
        return ()
    cited = list(chain.from_iterable(run.cited for run in runs if isinstance(run, Marker)))
    if cited and not cited[0].prefix and runs and isinstance(runs[0], Run):
        first = cited[0]
        before = runs[0].text.strip(" ,\n")
        cited[0] = Cited(first.key, first.last, before, first.locator, first.suffix)
    return tuple(cited)


def report_citations(reading: LatexReading, start: int, end: int) -> None:
    """Report what looks like a citation in what is left out."""
    for match in CITE_COMMAND.finditer(reading.part.text, start, end):
        if is_citing(match["name"]) and match["name"] != "nocite":
            line, _ = reading.part.place(match.start())
            reading.unread(line, match.group(), "stands in what is no prose")


def after_option(text: str, position: int) -> int:
    """Where an argument in square brackets ends that stands here; one that cites is no option, but words."""
    match = ADJACENT_OPTION.match(text, position, position + LONGEST_OPTION)
    return match.end() if match and not CITE_COMMAND.search(match.group()) else position


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a displayed formula ends the sentence that it stands in."""
    return bool(FORMULA_STOPS.search(text, max(start, end - FORMULA_END), end))
