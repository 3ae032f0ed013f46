r"""LaTeX -> an article: one pass over the text and over what it brings in with `\input`.

What a group in braces is good for is known when it begins: words, nothing, a note, a heading. So the groups and the
environments that are open are two stacks, and nothing is read twice. What the commands mean stands in `latex_words`,
how they cite in `latex_citing`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain

from graph.model import Article, File
from graph.reading.articles import ArticleText, Cited, Listed, Marker, Passage, PassageKind, Run, joined_words
from graph.reading.articles.inline import ONLY_CITING
from graph.reading.articles.latex_citing import (
    ANOTHER_NAME,
    CITE_COMMAND,
    GAP,
    OPTION,
    STANDARD,
    Citing,
    Macro,
    arguments,
    expanded,
    is_citing,
    read_citing,
    read_definition,
    simple_pieces,
)
from graph.reading.articles.latex_parts import LatexPart, Parts
from graph.reading.articles.latex_words import (
    ABOUT_AUTHORS,
    ARGUMENTS_OF_ENVIRONMENTS,
    BIBLIOGRAPHIES,
    CAPTIONS,
    CODE_COMMANDS,
    DEFINING,
    FOOTNOTES,
    HEADED,
    HEADING_LEVELS,
    INCLUDING,
    KINDS_OF_ENVIRONMENTS,
    LISTS_OF_REFERENCES,
    NOT_PROSE,
    SILENT_ARGUMENTS,
    SILENT_ENVIRONMENTS,
    WRITTEN_AS_IS,
)
from graph.reading.latex import SMALL, decode_latex, decode_small
from graph.reading.problems import Problems

LATEX_SPECIAL = re.compile(r"[\\%{}$~&`'\n-]")
LATEX_TOKEN = re.compile(
    rf"""
    %[^\n]*+\n?[ \t]*+(?P<comment>(?:\n[ \t]*+)*+)
    |(?P<paragraph>\n[ \t]*+\n\s*+)
    |(?P<linebreak>\\\\\*?(?:\[[^\]\n]{{0,30}}\])?)
    |(?P<small>{SMALL.pattern})
    |\\(?P<command>[A-Za-z@]+)\*?
    |\\(?P<symbol>[\s\S])
    |(?P<open>\{{)
    |(?P<close>\}})
    |(?P<formula>\$\$?)
    |(?P<tie>~)
    |(?P<cell>&)
    """,
    re.VERBOSE,
)
SPACE_BEHIND = re.compile(r"[ \t]*+(?:\n(?![ \t]*+\n)[ \t]*+)?")
NEXT_OPTION = re.compile(rf"{GAP}(?P<option>{OPTION})")
ADJACENT_OPTION = re.compile(OPTION)
LONGEST_OPTION = 2000
NEXT_GROUP = re.compile(rf"{GAP}\{{")
NAME_IN_BRACES = re.compile(rf"{GAP}\{{(?P<name>[^{{}}\\]{{0,2000}})\}}")
FILE_NAME = re.compile(rf"{GAP}(?:\{{(?P<braced>[^{{}}\n]{{1,500}})\}}|(?P<bare>[^{{}}\s\\%]{{1,500}}))")
DELIMITED = re.compile(
    r"\*?(?:\[[^\]\n]{0,200}\])?(?:\{(?P<braced>[^{}\n]{0,2000})\}|(?P<mark>[^\sA-Za-z{])(?P<code>.{0,2000}?)(?P=mark))"
)
LANGUAGE = re.compile(r"(?:\[[^\]\n]{0,200}\])?\{[^{}\n]{0,100}\}")
ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
SYMBOLS = {",": " ", " ": " ", "\n": " ", ";": " ", ":": " ", ">": " ", "$": "$", "{": "{", "}": "}"}
LONGEST_SIGN = 5
"""What a command without arguments stands for is a sign or two: "…", "LaTeX"; anything longer is no sign."""


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
    """An environment that is open, the kind of its passages, and the headings around it."""

    name: str
    kind: PassageKind
    headings: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class LatexReading:
    """What is read so far, and what is open; `words` are those of the paragraph that is open."""

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
    passages: list[Passage] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    label: str = ""
    listing: bool = False
    bibliographies: list[str] = field(default_factory=list)
    title: str = ""
    date: str = ""
    left_out: Counter[str] = field(default_factory=Counter)

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

    def keep(self, start: int, end: int) -> None:
        """Words that stand in the file just so."""
        if start < end and self.hears:
            self.target.runs.append(Run(self.part.text[start:end], *self.part.place(start)))

    def put(self, text: str, position: int) -> None:
        """Words that stand in place of what is written."""
        if text and self.hears:
            self.target.runs.append(Run(text, *self.part.place(position)))

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
        elif not self.preamble:
            self.unread(line, written, "stands in what is no prose")

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
            self.passages.append(Passage(runs, self.path, self.kind, self.part.own_name))
        self.passages += self.notes
        self.notes.clear()

    def end_entry(self, runs: tuple[Run | Marker, ...]) -> None:
        """What was read becomes an entry of the list of references."""
        text = joined_words("".join(run.text for run in runs))
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
                self.notes.append(Passage(runs, self.path, "note", self.part.own_name))
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


def read_latex(file: File) -> ArticleText:
    """Read LaTeX, and the files in the article's folder that it brings in."""
    problems = Problems(file.name)
    parts = Parts(file, problems)
    preamble = "\\begin{document}" in parts.open[0].text
    reading = LatexReading(parts, problems, preamble, Aside("text", 1, 1, 0))
    while parts.open:
        read_token(reading)
    return ArticleText(
        file=file.name,
        about=Article(title=reading.title, date=reading.date),
        passages=tuple(reading.passages),
        listed=tuple(reading.listed),
        bibliographies=tuple(dict.fromkeys(reading.bibliographies)),
        problems=tuple(problems.problems),
        left_out=dict(+reading.left_out),
        parts=tuple(parts.files),
    )


def read_token(reading: LatexReading) -> None:
    """Read up to the next token, and that; at the end of a file go back to the one that brought it in."""
    part = reading.part
    match = next_token(part)
    if match is None:
        reading.keep(part.position, len(part.text))
        part.position = len(part.text)
        if len(reading.parts.open) == 1:
            reading.end_all_groups()
        reading.end_paragraph()
        reading.parts.open.pop()
        return
    reading.keep(part.position, match.start())
    part.position = match.end()
    end = TOKENS[str(match.lastgroup)](reading, match)
    part.position = match.end() if end is None else end


def next_token(part: LatexPart) -> re.Match[str] | None:
    """The next token of a file."""
    position = part.position
    while special := LATEX_SPECIAL.search(part.text, position):
        if match := LATEX_TOKEN.match(part.text, special.start()):
            return match
        position = special.end()
    return None


def read_comment(reading: LatexReading, match: re.Match[str]) -> None:
    """A comment, which takes the end of its line with it; behind it a paragraph may end."""
    if match["comment"]:
        read_blank(reading, match)


def read_blank(reading: LatexReading, match: re.Match[str]) -> None:
    """A blank line ends a paragraph, and an argument without words that was never closed."""
    while reading.groups and reading.groups[-1].what == "silent":
        reading.silent -= 1
        reading.groups.pop()
    if reading.listing:
        reading.put(" ", match.start())
    else:
        reading.end_paragraph()


def read_linebreak(reading: LatexReading, match: re.Match[str]) -> None:
    """The end of a line, or of a row of a table."""
    if reading.kind == "table":
        reading.end_paragraph()
    else:
        reading.put(" ", match.start())


def read_small(reading: LatexReading, match: re.Match[str]) -> None:
    """An accent, a letter or a sign."""
    reading.put(decode_small(match.group()), match.start())


def read_space(reading: LatexReading, match: re.Match[str]) -> None:
    """What is a space for a reader."""
    reading.put(" ", match.start())


def read_cell(reading: LatexReading, match: re.Match[str]) -> None:
    """What stands between the cells of a table."""
    reading.put(" " if reading.kind == "table" else "&", match.start())


def read_symbol(reading: LatexReading, match: re.Match[str]) -> int | None:
    """A command of one sign; two of them begin formulas."""
    symbol = match["symbol"]
    if symbol in "([":
        return read_formula(reading, match.start(), match.end(), "\\)" if symbol == "(" else "\\]")
    reading.put(SYMBOLS.get(symbol, ""), match.start())
    return None


def read_dollars(reading: LatexReading, match: re.Match[str]) -> int | None:
    """A formula between dollar signs."""
    return read_formula(reading, match.start(), match.end(), match.group())


def read_formula(reading: LatexReading, start: int, end: int, closing: str) -> int | None:
    """A formula: in a sentence it stays as it is written, displayed it is left out; a lone dollar is a dollar."""
    part = reading.part
    close = part.find_closing(closing, end)
    if close < 0:
        reading.put("$" if closing == "$" else "", start)
        return None
    if closing in {"$", "\\)"}:
        reading.keep(start, close + len(closing))
    else:
        reading.left_out["formulas"] += 1
    report_citations(reading, end, close)
    return close + len(closing)


def report_citations(reading: LatexReading, start: int, end: int) -> None:
    """Report what looks like a citation in what is left out."""
    for match in CITE_COMMAND.finditer(reading.part.text, start, end):
        if is_citing(match["name"]) and match["name"] != "nocite":
            line, _ = reading.part.place(match.start())
            reading.unread(line, match.group(), "stands in what is no prose")


def read_open(reading: LatexReading, match: re.Match[str]) -> None:
    """A group that does nothing."""
    del match
    reading.groups.append(Group())


def read_close(reading: LatexReading, match: re.Match[str]) -> int:
    """The end of a group."""
    return reading.end_group(match.end())


def read_command(reading: LatexReading, match: re.Match[str]) -> int | None:
    """A command: one of the author's own, one that cites, one that is known, or any other."""
    name, start, end = match["command"], match.start(), match.end()
    if name in reading.macros and name not in STANDARD:
        return use_macro(reading, name, start, end)
    if is_citing(name):
        return cite_by_command(reading, name, start, end)
    if name in LATEX_COMMANDS:
        return LATEX_COMMANDS[name](reading, name, start, end)
    return read_unknown(reading, name, start, end)


def cite_by_command(reading: LatexReading, name: str, start: int, end: int) -> int:
    """A citation; what is not understood is reported, and its words are kept."""
    citing = read_citing(reading.part.text, name, end)
    if name == "nocite":
        keys = [each.key for each in citing.cited if each.key != "*"] if citing else []
        reading.left_out["references listed without being cited"] += len(keys)
    elif citing:
        reading.mark(citing, start, citing.end)
    elif not reading.preamble:
        line, _ = reading.part.place(start)
        reading.unread(line, f"\\{name}", "may be a citation, but no keys in braces follow it; write a cite command")
    return citing.end if citing else end


def use_macro(reading: LatexReading, name: str, start: int, end: int) -> int:
    """What one of the author's own commands stands for, where that is simple."""
    macro = reading.macros[name]
    bare = macro.body.strip().removeprefix("\\")
    if macro.body.strip().startswith("\\") and is_citing(bare):
        return cite_by_command(reading, bare, start, end)
    found = arguments(reading.part.text, end, macro.arity) if macro.arity >= 0 else None
    if cites(macro, reading.macros):
        return cite_by_macro(reading, macro, found, (start, end))
    if not macro.arity:
        reading.put(decode_latex(macro.body), start)
        return end
    if found and "#" not in macro.body:
        reading.put(decode_latex(macro.body), start)
        return reading.begin_group("silent", end, macro.arity - 1)
    return end


def cites(macro: Macro, macros: dict[str, Macro]) -> bool:
    """Whether a command cites, itself or by another one of the author's."""
    names = re.findall(r"\\([A-Za-z@]+)", macro.body)
    return any(is_citing(each) or (each in macros and CITE_COMMAND.search(macros[each].body)) for each in names)


def cite_by_macro(
    reading: LatexReading, macro: Macro, found: tuple[list[str], int] | None, span: tuple[int, int]
) -> int:
    """A citation by one of the author's own commands: its words and markers, or a problem."""
    start, end = span
    pieces = simple_pieces(expanded(macro, found[0])) if found else None
    if pieces is None or found is None:
        line, _ = reading.part.place(start)
        why = "may hold a citation, but does more than cite; write the cite command itself"
        reading.unread(line, reading.part.text[start:end], why)
        return end
    for piece in pieces:
        if isinstance(piece, str):
            reading.put(piece.replace("~", " "), start)
        elif piece.cited:
            reading.mark(piece, start, found[1])
    return found[1]


def read_unknown(reading: LatexReading, name: str, start: int, end: int) -> int:
    """Any other command: a sign, or nothing itself; what is in braces behind it are words like others."""
    sign = decode_small(f"\\{name}")
    if sign.isprintable() and len(sign.strip()) <= LONGEST_SIGN and "\\" not in sign:
        reading.put(sign, start)
    end = after_option(reading.part.text, end)
    return SPACE_BEHIND.match(reading.part.text, end).end()  # type: ignore[union-attr] # it matches nothing, too


def after_option(text: str, position: int) -> int:
    """Where an argument in square brackets ends that stands here; one that cites is no option, but words."""
    match = ADJACENT_OPTION.match(text, position, position + LONGEST_OPTION)
    return match.end() if match and not CITE_COMMAND.search(match.group()) else position


Command = Callable[[LatexReading, str, int, int], int]
"""What reads a command: its name, where it begins, and where its name ends; it gives where its arguments end."""


def begin_environment(reading: LatexReading, _: str, start: int, end: int) -> int:
    """The beginning of an environment."""
    match = NAME_IN_BRACES.match(reading.part.text, end)
    if not match:
        return end
    written, position = match["name"].strip(), match.end()
    name = written.rstrip("*")
    if name == "document":
        reading.end_all_groups()
        reading.preamble = False
        return position
    if name in NOT_PROSE:
        return skip_environment(reading, written, start, position)
    reading.end_paragraph()
    kind = KINDS_OF_ENVIRONMENTS.get(name, reading.kind)
    reading.environments.append(Environment(name, kind, reading.headings))
    reading.names_open[name] += 1
    reading.silent += name in SILENT_ENVIRONMENTS
    reading.listing = reading.listing or name in LISTS_OF_REFERENCES
    if name in HEADED:
        reading.headings = (*reading.headings, (len(HEADING_LEVELS), HEADED[name]))
    position = after_option(reading.part.text, position)
    count = ARGUMENTS_OF_ENVIRONMENTS.get(written, ARGUMENTS_OF_ENVIRONMENTS.get(name, 0))
    return reading.begin_group("silent", position, count - 1) if count else position


def skip_environment(reading: LatexReading, name: str, start: int, position: int) -> int:
    """An environment that is no prose; one without an end is no environment."""
    end = f"\\end{{{name}}}"
    close = reading.part.find(end, position)
    if close < 0:
        return position
    what = NOT_PROSE[name.rstrip("*")]
    if what and not reading.preamble:
        reading.left_out[what] += 1
    if name.rstrip("*") not in WRITTEN_AS_IS:
        report_citations(reading, start, close)
    elif what:
        reading.end_paragraph()
    return close + len(end)


def end_environment(reading: LatexReading, _: str, __: int, end: int) -> int:
    """The end of an environment, and of those in it that were not closed."""
    match = NAME_IN_BRACES.match(reading.part.text, end)
    name = match["name"].strip().rstrip("*") if match else ""
    if name == "document":
        reading.end_all_groups()
        return len(reading.part.text)
    if reading.names_open[name]:
        reading.end_paragraph()
        while close_innermost(reading) != name:
            pass
    return match.end() if match else end


def close_innermost(reading: LatexReading) -> str:
    """Close the innermost environment, and give its name."""
    closed = reading.environments.pop()
    reading.names_open[closed.name] -= 1
    reading.silent -= closed.name in SILENT_ENVIRONMENTS
    reading.listing = reading.listing and closed.name not in LISTS_OF_REFERENCES
    if closed.name in HEADED:
        reading.headings = closed.headings
    return closed.name


def read_heading_command(reading: LatexReading, name: str, start: int, end: int) -> int:
    """A heading; it ends all that was left open."""
    if not NEXT_GROUP.match(reading.part.text, after_option(reading.part.text, end)):
        return end
    reading.end_all_groups()
    reading.end_paragraph()
    return reading.begin_aside("heading", start, end, HEADING_LEVELS[name])


def read_headed(reading: LatexReading, name: str, _: int, end: int) -> int:
    r"""A command whose argument stands under a heading of its own: `\abstract{...}`."""
    if not NEXT_GROUP.match(reading.part.text, end):
        return end
    reading.end_paragraph()
    reading.headings = (*reading.headings, (len(HEADING_LEVELS), HEADED[name]))
    return reading.begin_group("headed", end)


def read_silent(reading: LatexReading, name: str, _: int, end: int) -> int:
    """A command with arguments that are no words."""
    return reading.begin_group("silent", after_option(reading.part.text, end), SILENT_ARGUMENTS[name] - 1)


def read_about(reading: LatexReading, _: str, __: int, end: int) -> int:
    """A command whose argument is about the article or its authors."""
    return reading.begin_group("silent", after_option(reading.part.text, end))


def read_title_command(reading: LatexReading, name: str, start: int, end: int) -> int:
    """The article's title or date."""
    return reading.begin_aside(name, start, end)


def read_footnote(reading: LatexReading, _: str, start: int, end: int) -> int:
    """A note."""
    return reading.begin_aside("note", start, end)


def read_caption_command(reading: LatexReading, name: str, start: int, end: int) -> int:
    """A caption."""
    if name == "captionof" and (match := NAME_IN_BRACES.match(reading.part.text, end)):
        end = match.end()
    return reading.begin_aside("caption", start, end)


def read_item_command(reading: LatexReading, _: str, start: int, end: int) -> int:
    """The beginning of an item; that of a description begins with what it describes."""
    reading.end_paragraph()
    match = NEXT_OPTION.match(reading.part.text, end, end + LONGEST_OPTION)
    if not match:
        return SPACE_BEHIND.match(reading.part.text, end).end()  # type: ignore[union-attr] # as above
    if reading.environments and "desc" in reading.environments[-1].name:
        term = decode_latex(match["option"][1:-1]).rstrip(":.")
        reading.put(f"{term}: " if term else "", start)
        report_citations(reading, match.start(), match.end())
    return match.end()


def read_entry_command(reading: LatexReading, _: str, start: int, end: int) -> int:
    """The beginning of an entry of the list of references."""
    reading.end_paragraph()
    option = NEXT_OPTION.match(reading.part.text, end, end + LONGEST_OPTION)
    position = option.end() if option else end
    match = NAME_IN_BRACES.match(reading.part.text, position)
    reading.label = match["name"].strip().removeprefix("ref-") if match else ""
    reading.words.line = reading.part.place(start)[0]
    return match.end() if match else position


def read_bibliographies(reading: LatexReading, _: str, __: int, end: int) -> int:
    """The bibliographies that the article names."""
    position = after_option(reading.part.text, end)
    match = NAME_IN_BRACES.match(reading.part.text, position)
    names = [each.strip() for each in match["name"].split(",") if each.strip()] if match else []
    reading.bibliographies += [name if name.endswith(".bib") else f"{name}.bib" for name in names]
    return match.end() if match else position


def read_definition_command(reading: LatexReading, name: str, __: int, end: int) -> int:
    """A command of the author's own."""
    found = read_definition(reading.part.text, end, is_xparse=name.endswith("DocumentCommand"))
    if not found:
        return end
    own, macro, position = found
    reading.macros[own] = macro
    return position


def read_let(reading: LatexReading, _: str, __: int, end: int) -> int:
    """Another name of a command."""
    match = ANOTHER_NAME.match(reading.part.text, end)
    if not match:
        return end
    reading.macros[match["name"]] = reading.macros.get(match["of"], Macro(f"\\{match['of']}"))
    return match.end()


def read_part(reading: LatexReading, name: str, start: int, end: int) -> int:
    """Another file, which is read here."""
    match = FILE_NAME.match(reading.part.text, end)
    if not match:
        return end
    folder = f"{(match['braced'] or '').strip()}/" if "import" in name else ""
    if folder and not (match := FILE_NAME.match(reading.part.text, match.end())):
        return end
    reading.end_paragraph()
    reading.part.position = match.end()
    line, _ = reading.part.place(start)
    reading.parts.bring_in(folder + (match["braced"] or match["bare"]).strip(), line)
    return match.end()


def read_code_command(reading: LatexReading, name: str, _: int, end: int) -> int:
    """Code in a sentence, which stays as it is written."""
    text = reading.part.text
    if name == "mintinline" and (language := LANGUAGE.match(text, end)):
        end = language.end()
    match = DELIMITED.match(text, end)
    if not match:
        return end
    reading.keep(*match.span("code" if match["mark"] else "braced"))
    return match.end()


def read_paragraph_command(reading: LatexReading, _: str, __: int, end: int) -> int:
    """The end of a paragraph."""
    reading.end_paragraph()
    return end


def skip_false(reading: LatexReading, _: str, __: int, end: int) -> int:
    """What an author has switched off."""
    close = reading.part.find("\\fi", end)
    return end if close < 0 else close + len("\\fi")


TOKENS: dict[str, Callable[[LatexReading, re.Match[str]], int | None]] = {
    "comment": read_comment,
    "paragraph": read_blank,
    "linebreak": read_linebreak,
    "small": read_small,
    "command": read_command,
    "symbol": read_symbol,
    "open": read_open,
    "close": read_close,
    "formula": read_dollars,
    "tie": read_space,
    "cell": read_cell,
}
"""What reads a token; it gives where reading goes on, if that is elsewhere than behind it."""

LATEX_COMMANDS: dict[str, Command] = {
    **dict.fromkeys(SILENT_ARGUMENTS, read_silent),
    **dict.fromkeys(ABOUT_AUTHORS, read_about),
    **dict.fromkeys(HEADING_LEVELS, read_heading_command),
    **dict.fromkeys(HEADED, read_headed),
    **dict.fromkeys(("title", "date"), read_title_command),
    **dict.fromkeys(FOOTNOTES, read_footnote),
    **dict.fromkeys(CAPTIONS, read_caption_command),
    **dict.fromkeys(BIBLIOGRAPHIES, read_bibliographies),
    **dict.fromkeys(DEFINING, read_definition_command),
    **dict.fromkeys(INCLUDING, read_part),
    **dict.fromkeys(CODE_COMMANDS, read_code_command),
    **dict.fromkeys(("par", "newline@"), read_paragraph_command),
    "begin": begin_environment,
    "end": end_environment,
    "item": read_item_command,
    "bibitem": read_entry_command,
    "let": read_let,
    "iffalse": skip_false,
}
"""What reads a command that is known."""
