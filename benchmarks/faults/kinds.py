"""What a kind of fault is, and what kinds of faults are made with."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from random import Random

from faults.files import Entry, Files, Made
from graph.auditing.settings import Settings
from graph.rules import RULES

Spoil = Callable[[Files, Random], Made | None]
Prepare = Callable[[Files], None]
BY_NAME = {rule.name: rule for rule in RULES}


@dataclass(frozen=True)
class Kind:
    """A kind of fault: what it is called, the rules of which one should notice it, and what makes it.

    `prepare` gives the files what they need for it, without a fault.
    """

    name: str
    rules: tuple[str, ...]
    spoil: Spoil
    of: str
    prepare: Prepare

    @property
    def selected(self) -> tuple[str, ...]:
        """Those of its rules that are run only where they are selected."""
        return tuple(name for name in self.rules if BY_NAME[name].preview)

    @property
    def settings(self) -> Settings:
        """The settings that its rules are run under."""
        return Settings(extend_select=self.selected, profile=BY_NAME[self.rules[0]].profile)

    def inject(self, files: Files, random: Random) -> tuple[Files, Made] | None:
        """Prepared files with one such fault, and what was spoiled; none where nothing can be."""
        spoiled = deepcopy(files)
        made = self.spoil(spoiled, random)
        return (spoiled, made) if made else None


KINDS: list[Kind] = []


def as_they_are(files: Files) -> None:
    """Give files nothing that they do not have."""


def kind(*rules: str, of: str, prepare: Prepare = as_they_are) -> Callable[[Spoil], Spoil]:
    """Add a kind of fault that one of these rules should notice."""

    def add(spoil: Spoil) -> Spoil:
        KINDS.append(Kind(spoil.__name__.replace("_", " "), rules, spoil, of, prepare))
        return spoil

    return add


def fixed(name: str) -> Random:
    """Chance that is the same for a name, so that asking whether it can be changed is no change."""
    return Random(name)  # noqa: S311 - not secret


def one_of(entries: Sequence[Entry], random: Random) -> Entry | None:
    """One of the entries, if there are any."""
    return random.choice(entries) if entries else None


def having(files: Files, *names: str) -> list[Entry]:
    """The entries that have all of these fields."""
    return [entry for entry in files.entries if all(entry.fields.get(name) for name in names)]


def reference(entry: Entry) -> Made:
    """An entry that was spoiled."""
    return Made((f"reference:{entry.key}",))


def change_field(files: Files, random: Random, name: str, change: Callable[[str], str]) -> Made | None:
    """Change a field of one of the entries that have it."""
    entry = one_of([each for each in having(files, name) if change(each.fields[name]) != each.fields[name]], random)
    if entry is None:
        return None
    entry.fields[name] = change(entry.fields[name])
    return reference(entry)


def some_rows(files: Files, *columns: str) -> list[int]:
    """The numbers of the rows that have all of these cells."""
    return [number for number, row in enumerate(files.rows) if all(row.get(column) for column in columns)]


def claim(files: Files, number: int) -> Made:
    """A row that was spoiled."""
    return Made((f"claim:{files.rows[number]['claim_id']}",))


def change_row(
    files: Files, random: Random, numbers: Sequence[int], change: Callable[[dict[str, str]], bool]
) -> Made | None:
    """Change the first of these rows, in any order, that can be; `change` says whether it can."""
    for number in random.sample(numbers, len(numbers)):
        row = dict(files.rows[number])
        if change(row):
            files.rows[number] = row
            ensure(files, *row)
            return claim(files, number)
    return None


def change_cell(files: Files, random: Random, column: str, change: Callable[[str], str], *others: str) -> Made | None:
    """Change a cell of one of the rows that have it, and these others."""
    numbers = [
        each
        for each in some_rows(files, column, *others)
        if change(files.rows[each][column]) != files.rows[each][column]
    ]
    if not numbers:
        return None
    number = random.choice(numbers)
    files.rows[number][column] = change(files.rows[number][column])
    return claim(files, number)


def ensure(files: Files, *columns: str) -> None:
    """Add columns that the table lacks."""
    files.columns += [column for column in columns if column not in files.columns]


def keys_in(cell: str) -> list[str]:
    """The keys of a cell, without their locators."""
    return [key for part in cell.split(";") if (key := part.partition("(")[0].strip())]


def lower_first(text: str) -> str:
    """A sentence as it goes on behind other words, without its full stop; what may be a name keeps its capital."""
    text = text.strip().rstrip(".")
    return text[0].lower() + text[1:] if OPENING.match(text) else text


OPENING = re.compile(
    r"(?:An?|The|Th(?:is|ese|ose)|It|In|Of|On|About|Between|Some|Many|Most|Both|There|After|Before|Among|When|If|As|People"
    r"|Women|Men|Children|Patients)\b"
)
"""Words that begin a sentence and are no names."""


def plain_title(entry: Entry) -> str:
    """The title of an entry as a person would type it."""
    return re.sub(r"[{}\\$]", "", entry.fields.get("title", "")).strip().rstrip(".")


def swapped(text: str, random: Random, pattern: str = r"[A-Za-z]{2}") -> str:
    """Text with two letters swapped, not the first of a word."""
    places = [
        each.start()
        for each in re.finditer(rf"(?<=[A-Za-z])(?={pattern})", text)
        if text[each.start()] != text[each.start() + 1]
    ]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def without_numbers(fields: dict[str, str]) -> None:
    """Leave out what tells two publications apart."""
    for name in ("doi", "pmid", "pmcid", "volume", "number", "pages", "url", "eprint"):
        fields.pop(name, None)
