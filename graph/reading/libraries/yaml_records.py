r"""Records in YAML, a list of them or a mapping -> each as text, lists and mappings that know their lines.

    >>> from graph.reading.joined_library import Library
    >>> (record,) = yaml_records("- id: lee2015\n  issued: 2015-05\n", Library("refs.yaml"))
    >>> record.value, record.value.lines
    ({'id': 'lee2015', 'issued': '2015-05'}, {'id': 1, 'issued': 2})

PyYAML tells what begins and ends where, and no more: so every value is the text that stands there (no year becomes a
number, no day a date, no "no" a false), nothing that a file says is made or run, and a slip costs one record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.reading.joined_library import Library
from graph.wording import count

if TYPE_CHECKING:
    import yaml

NO_VALUE = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for no value, unless it is in quotation marks."""

OTHERWISE_IN_YAML = re.compile("[\x80-\x9f\u2028\u2029\ufeff]")
"""What YAML refuses, or takes for the end of a line, which it is for nothing else that reads the file."""

MOST_IN_ALIAS = 100
"""For how many values an alias may stand, so that few of them cannot say more than any memory holds."""

MOST_SLIPS = 100
"""After how many slips a file is not read on."""

CURE = "look at its indent, and put a value with a colon or a quotation mark in it into quotation marks"


class YamlMapping(dict[str, Any]):
    """A mapping, with the line in which each of its keys stands."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


class YamlRecord(NamedTuple):
    """A record: its key where it is one of a mapping, its value, how it is written, and the line it begins in."""

    key: str
    value: Any
    written: str
    line: int


class UnreadableError(Exception):
    """What stands in a line cannot be read."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Opened:
    """A list or mapping that has not ended: what is in it so far, of how many values, and the key that waits."""

    value: list[Any] | YamlMapping
    event: yaml.CollectionStartEvent
    line: int
    column: int
    size: int = 1
    key: str | None = None
    key_line: int = 0

    @property
    def awaits_key(self) -> bool:
        """Whether what comes next is a key."""
        return self.key is None and isinstance(self.value, YamlMapping)


@dataclass(slots=True)
class YamlReader:
    """Puts records together from the events of PyYAML.

    `anchors` are the values that aliases may stand for, and their sizes. `begun` is the line of the record that is
    being read, or 0. `root` is the list or mapping of records, once it has begun.
    """

    library: Library
    lines: list[str]
    anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    open: list[Opened] = field(default_factory=list)
    root: Opened | None = None
    begun: int = 0

    def records(self, first: int) -> Iterator[YamlRecord]:
        """The records from the line on before which there are so many others; raises UnreadableError."""
        import yaml

        self.open, self.begun = [], 0
        for event in events("\n" * first + "\n".join(self.lines[first:]) + "\n"):
            match event:
                case yaml.CollectionStartEvent():
                    self.start(event)
                case yaml.CollectionEndEvent():
                    ended = self.open.pop()
                    self.name(ended.event.anchor, ended.value, ended.size)
                    last = line_at(event.end_mark) - (not ended.event.flow_style)
                    yield from self.put(ended.value, ended.size, ended.line, last)
                case yaml.ScalarEvent():
                    text = "" if not event.style and event.value in NO_VALUE else event.value
                    self.name(event.anchor, text, 1)
                    yield from self.put(text, 1, line_at(event.start_mark), line_at(event.end_mark))
                case yaml.AliasEvent():
                    yield from self.put(*self.known(event), line_at(event.start_mark), line_at(event.end_mark))

    def start(self, event: yaml.CollectionStartEvent) -> None:
        """A list or a mapping begins."""
        import yaml

        line, column = line_at(event.start_mark), event.start_mark.column if event.start_mark else 0
        if len(self.open) > self.library.limits.depth:
            raise UnreadableError(f"it is nested more than {self.library.limits.depth} deep", line)
        begun = Opened(YamlMapping() if isinstance(event, yaml.MappingStartEvent) else [], event, line, column)
        if not self.open:
            self.root = begun
        elif len(self.open) == 1 and not self.begun:
            self.begun = line
        self.open.append(begun)

    def put(self, value: Any, size: int, line: int, last: int) -> Iterator[YamlRecord]:
        """Put a value, which stands in these lines, where it belongs: a record of its own, or into what is open."""
        into = self.open[-1] if self.open else None
        if into and into.awaits_key:
            if not isinstance(value, str):
                raise UnreadableError("a list or mapping stands in the place of a key", line)
            into.key, into.key_line = value, line
            self.begun = line if len(self.open) == 1 else self.begun
        elif into:
            key, line = (into.key, into.key_line) if into.key is not None else ("", line)
            into.key = None
            if len(self.open) == 1:
                self.begun = 0
                yield YamlRecord(key, value, "\n".join(self.lines[line - 1 : last]).rstrip(), line)
            else:
                into.size += size
                self.add(into.value, key, value, line)

    def add(self, values: list[Any] | YamlMapping, key: str, value: Any, line: int) -> None:
        """Add a value to those of a list, or to those of a mapping by its key."""
        if isinstance(values, list):
            values.append(value)
        elif key in values:
            message = f"{key!r} stands here again, and in line {values.lines[key]} first, which is read; delete one"
            self.library.report("unparsed-entry", line, message)
        else:
            values[key], values.lines[key] = value, line

    def name(self, anchor: str | None, value: Any, size: int) -> None:
        """Keep a value that aliases may stand for."""
        if anchor:
            self.anchors[anchor] = value, size

    def known(self, alias: yaml.AliasEvent) -> tuple[Any, int]:
        """What an alias stands for, and its size."""
        name, line = alias.anchor, line_at(alias.start_mark)
        if name not in self.anchors:
            raise UnreadableError(f"*{name} stands for what nothing before it is called", line)
        if self.anchors[name][1] > MOST_IN_ALIAS:
            raise UnreadableError(f"*{name} stands for more than {MOST_IN_ALIAS} values; write them out", line)
        return self.anchors[name]

    def next_record(self, line: int) -> int:
        """Behind how many lines a record may begin after that in a line: one as far to the right as the first."""
        found = (number for number in range(line, len(self.lines)) if self.begins_record(self.lines[number]))
        return next(found, len(self.lines))

    def begins_record(self, line: str) -> bool:
        """Whether a record may begin in a line; where they stand in brackets, nobody can tell."""
        if self.root is None or self.root.event.flow_style:
            return False
        column = self.root.column
        begins = line[column : column + 2].rstrip()
        is_item = begins == "-" if isinstance(self.root.value, list) else begins.strip("#-. ") == begins != ""
        return is_item and not line[:column].strip()


def yaml_records(text: str, library: Library) -> Iterator[YamlRecord]:
    """The records that a text has in a list or a mapping, in their order; what cannot be read is reported."""
    reader = YamlReader(library, OTHERWISE_IN_YAML.sub(" ", text).split("\n"))
    first, slips = 0, 0
    while first < len(reader.lines):
        try:
            yield from reader.records(first)
        except UnreadableError as slip:
            slips += 1
            line = min(reader.begun or slip.line, len(reader.lines))
            first = reader.next_record(line) if slips < MOST_SLIPS else len(reader.lines)
            report(slip, line, first, reader)
        else:
            return


def report(slip: UnreadableError, line: int, last: int, reader: YamlReader) -> None:
    """Report what is lost from a line on to the last that is passed over; what belongs to no record costs none."""
    lost = reader.lines[line - 1 : last]
    begins = bool(reader.begun) or reader.root is None or any(map(reader.begins_record, lost[:1]))
    unread = begins + sum(map(reader.begins_record, lost[1:]))
    which = "this entry" if begins else "this line"
    which += f", and {count(unread - begins, 'entry')} behind it," if unread > begins else ""
    message = f"{which} cannot be read: {slip}"
    reader.library.report("unparsed-entry", line, message, unread=unread, text="\n".join(lost).rstrip())


def events(text: str) -> Iterator[yaml.Event]:
    """What begins and ends in a text; raises UnreadableError."""
    import yaml  # most libraries are in other formats

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where it was built
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.YAMLError as error:
        line = line_of(error)
        raise UnreadableError(f"line {line} is no YAML; {CURE}", line) from None


def line_of(error: yaml.YAMLError) -> int:
    """The line to look at: of a value that does not end, where it begins."""
    import yaml

    begins = getattr(error, "context_mark", None) if isinstance(error, yaml.scanner.ScannerError) else None
    return line_at(begins or getattr(error, "problem_mark", None))


def line_at(mark: Any) -> int:
    """The line of a mark, counted from 1."""
    return int(mark.line) + 1 if mark else 1
