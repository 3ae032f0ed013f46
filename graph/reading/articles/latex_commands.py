"""The commands of LaTeX that say what a text is: environments, headings, items, lists, files, definitions."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.reading.articles.latex_citing import GAP, OPTION
from graph.reading.articles.latex_macros import ANOTHER_NAME, Macro, read_definition, with_own_words
from graph.reading.articles.latex_state import (
    LONGEST_OPTION,
    NEXT_GROUP,
    SPACE_BEHIND,
    Environment,
    LatexReading,
    after_option,
    ends_sentence,
    report_citations,
)
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
from graph.reading.latex import decode_latex
from graph.reading.printed.items import LONGEST_ITEM, item_at, read_item

NEXT_OPTION = re.compile(rf"{GAP}(?P<option>{OPTION})")

NAME_IN_BRACES = re.compile(rf"{GAP}\{{(?P<name>[^{{}}\\]{{0,2000}})\}}")

NAMES_OF_BIBLIOGRAPHIES = re.compile(rf"{GAP}\{{(?P<name>(?>(?:[^{{}}\\]|\\jobname(?![A-Za-z])){{0,2000}}))\}}")

FILE_WRITTEN = re.compile(rf"{GAP}(?:{OPTION}{GAP})?\{{(?P<name>[^{{}}\n]{{1,300}})\}}")
"""What file `filecontents` writes."""

ADDRESS_IN_BRACES = re.compile(rf"{GAP}\{{(?P<address>[^{{}}]{{0,2000}})\}}")
ESCAPED = re.compile(r"\\([%#&_~])")
"""What an address has a backslash before in LaTeX."""

FILE_NAME = re.compile(rf"{GAP}(?:\{{(?P<braced>[^{{}}\n]{{1,500}})\}}|(?P<bare>[^{{}}\s\\%]{{1,500}}))")

DELIMITED = re.compile(
    r"\*?(?:\[[^\]\n]{0,200}\])?(?:\{(?P<braced>[^{}\n]{0,2000})\}|(?P<mark>[^\sA-Za-z{])(?P<code>.{0,2000}?)(?P=mark))"
)

LANGUAGE = re.compile(r"(?:\[[^\]\n]{0,200}\])?\{[^{}\n]{0,100}\}")

Command = Callable[[LatexReading, str, int, int], int]
"""What reads a command: its name, where it begins, and where its name ends; it gives where its arguments end."""


def begin_environment(reading: LatexReading, _: str, start: int, end: int) -> int:
    """The beginning of an environment."""
    match = NAME_IN_BRACES.match(reading.part.text, end)
    if not match:
        return end
    return open_environment(reading, match["name"].strip(), start, match.end())


def open_environment(reading: LatexReading, written: str, start: int, position: int) -> int:
    """The beginning of an environment of this name, whose arguments come next."""
    name = written.rstrip("*")
    if name == "document":
        reading.end_all_groups()
        reading.preamble = False
        return position
    if name in NOT_PROSE:
        return skip_environment(reading, written, start, position)
    kind = KINDS_OF_ENVIRONMENTS.get(name, reading.kind)
    lists = name in LISTS_OF_REFERENCES
    interrupted = reading.interrupt() if KINDS_OF_ENVIRONMENTS.get(name) == "caption" else []
    reading.end_paragraph()
    reading.environments.append(Environment(name, kind, reading.headings, lists, interrupted))
    reading.names_open[name] += 1
    reading.silent += name in SILENT_ENVIRONMENTS
    reading.listing = reading.listing or lists
    if name in HEADED:
        reading.headings = (*reading.headings, (len(HEADING_LEVELS), HEADED[name]))
    position = after_option(reading.part.text, position)
    count = ARGUMENTS_OF_ENVIRONMENTS.get(written, ARGUMENTS_OF_ENVIRONMENTS.get(name, 0))
    return reading.begin_group("silent", position, count - 1) if count else position


def skip_environment(reading: LatexReading, name: str, start: int, position: int) -> int:
    """An environment that is no prose; one without an end is no environment."""
    end = f"\\end{{{name}}}"
    own = [f"\\{each}" for each, macro in reading.macros.items() if macro.body.strip() == end]
    ends = [(found, found + len(each)) for each in (end, *own) if (found := reading.part.find(each, position)) >= 0]
    if not ends:
        return position
    begin, (close, position) = position, min(ends)
    if name.rstrip("*") == "filecontents":
        reading.keep_bibliography(FILE_WRITTEN.match(reading.part.text, begin), close)
    what = NOT_PROSE[name.rstrip("*")]
    if what and not reading.preamble:
        reading.left_out[what] += 1
    if what == "formulas" and ends_sentence(reading.part.text, start, close):
        reading.stop(close)
    if name.rstrip("*") not in WRITTEN_AS_IS:
        report_citations(reading, start, close)
    elif what:
        reading.end_paragraph()
    return position


def end_environment(reading: LatexReading, _: str, __: int, end: int) -> int:
    """The end of an environment, and of those in it that were not closed."""
    match = NAME_IN_BRACES.match(reading.part.text, end)
    return shut_environment(reading, match["name"].strip(), match.end()) if match else end


def shut_environment(reading: LatexReading, written: str, position: int) -> int:
    """The end of an environment of this name."""
    name = written.rstrip("*")
    if name == "document":
        reading.end_all_groups()
        return len(reading.part.text)
    if reading.names_open[name]:
        reading.end_paragraph()
        while close_innermost(reading) != name:
            pass
    return position


def close_innermost(reading: LatexReading) -> str:
    """Close the innermost environment, and give its name."""
    closed = reading.environments.pop()
    reading.names_open[closed.name] -= 1
    reading.silent -= closed.name in SILENT_ENVIRONMENTS
    reading.listing = reading.listing and not closed.lists
    reading.go_on(closed.interrupted)
    if closed.name in HEADED:
        reading.headings = closed.headings
    return closed.name


def close_all(reading: LatexReading) -> None:
    """Close the environments that an author has forgotten to close."""
    while reading.environments:
        reading.end_paragraph()
        close_innermost(reading)


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
    """The beginning of an entry of the list of references, or all of it, where signs part it."""
    item = item_at(reading.part.text, start)
    if not item:
        return end
    reading.end_paragraph()
    if not reading.listing:
        reading.begin_list()
    if item.is_footnote:
        return item.end
    line = reading.part.place(start)[0]
    key = item.key.removeprefix("ref-")
    before = reading.references[-1].facts.names if reading.references else ()
    printed = item._replace(key=key, text=with_own_words(item.text[: LONGEST_ITEM + 1], reading.macros))
    if reference := read_item(printed, reading.part.name, line=line, before=before):
        reading.references.append(reference)
        return item.end
    reading.label = key
    reading.words.line = line
    return item.end - len(item.text)


def read_link(reading: LatexReading, _: str, __: int, end: int) -> int:
    """Where a link leads, which an entry of the list keeps; its words follow."""
    position = after_option(reading.part.text, end)
    match = ADDRESS_IN_BRACES.match(reading.part.text, position)
    if not match:
        return reading.begin_group("silent", position)
    if reading.listing:
        reading.links.append(("", ESCAPED.sub(r"\1", match["address"]).strip()))
    return match.end()


def read_bibliographies(reading: LatexReading, _: str, __: int, end: int) -> int:
    """The bibliographies that the article names."""
    position = after_option(reading.part.text, end)
    match = NAMES_OF_BIBLIOGRAPHIES.match(reading.part.text, position)
    names = [each.strip() for each in match["name"].split(",") if each.strip()] if match else []
    reading.bibliographies += map(reading.name_of_bibliography, names)
    return match.end() if match else position


def read_definition_command(reading: LatexReading, name: str, __: int, end: int) -> int:
    """A command of the author's own."""
    found = read_definition(reading.part.text, end, is_xparse=name.endswith("DocumentCommand"))
    if not found:
        return end
    own, macro, position = found
    reading.define(own, macro)
    return position


def read_let(reading: LatexReading, _: str, __: int, end: int) -> int:
    """Another name of a command."""
    match = ANOTHER_NAME.match(reading.part.text, end)
    if not match:
        return end
    reading.define(match["name"], reading.macros.get(match["of"], Macro(f"\\{match['of']}")))
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
    "bib": read_entry_command,
    "bibitem": read_entry_command,
    "href": read_link,
    "let": read_let,
    "iffalse": skip_false,
}
"""What reads a command that is known."""
