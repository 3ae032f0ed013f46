r"""LaTeX -> an article: one pass over the text and over what it brings in with `\input`.

What a group in braces is good for is known when it begins: words, nothing, a note, a heading. So the groups and the
environments that are open are two stacks (`latex_state`), and nothing is read twice. What commands do stands in
`latex_commands`, which words they are in `latex_words`, how they cite in `latex_citing`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from graph.model import Article, File, Reference
from graph.reading.articles import ArticleText, Comment
from graph.reading.articles.latex_citing import CITE_COMMAND, STANDARD, is_citing, is_mentioned, read_citing
from graph.reading.articles.latex_commands import LATEX_COMMANDS, close_all, open_environment, shut_environment
from graph.reading.articles.latex_list import with_written_list
from graph.reading.articles.latex_macros import (
    ENVIRONMENT,
    LONGEST_MEANING,
    OWN_COMMAND,
    SILENCED,
    Macro,
    arguments,
    expanded,
    has_words,
    in_full,
    simple_pieces,
)
from graph.reading.articles.latex_notes import with_citing_notes
from graph.reading.articles.latex_parts import LatexPart, Parts
from graph.reading.articles.latex_state import (
    SPACE_BEHIND,
    Aside,
    Group,
    LatexReading,
    after_option,
    ends_sentence,
    report_citations,
)
from graph.reading.articles.latex_words import STRUCTURAL
from graph.reading.latex import LATEX_LETTER, decode_latex, decode_letter
from graph.reading.latex_commands import sign_of
from graph.reading.problems import Problems

LATEX_SPECIAL = re.compile(r"[\\%{}$~&`'\n-]")
LATEX_TOKEN = re.compile(
    rf"""
    (?=[%\n\\{{}}$~&`'-])  # what any of them begins with, which is found much faster
    (?:%[^\n]*+\n?[ \t]*+(?P<comment>(?>(?:\n[ \t\n]*+)?))
    |(?P<paragraph>\n[ \t]*+\n\s*+)
    |(?P<linebreak>\\\\\*?(?:\[[^\]\n]{{0,30}}\])?)
    |(?P<small>{LATEX_LETTER}|\\[&%\#_]|---?|``|'')
    |\\(?P<command>verb(?![A-Za-z])|[A-Za-z@]+)\*?
    |\\(?P<symbol>[\s\S])
    |(?P<open>\{{)
    |(?P<close>\}})
    |(?P<formula>\$\$?)
    |(?P<tie>~)
    |(?P<cell>&))
    """,
    re.VERBOSE,
)
SYMBOLS = {",": " ", " ": " ", "\n": " ", ";": " ", ":": " ", ">": " ", "$": "$", "{": "{", "}": "}"}


def read_latex(file: File) -> ArticleText:
    """Read LaTeX, and the files in the article's folder that it brings in."""
    problems = Problems(file.name)
    parts = Parts(file, problems)
    preamble = "\\begin{document}" in parts.open[0].text
    reading = LatexReading(parts, problems, preamble, Aside("text", 1, 1, 0))
    while parts.open:
        read_token(reading)
    reading.left_out["code blocks"] += parts.chunks
    references = [*written_in_bibtex(file.name, reading), *reading.references]
    is_asked = not (references or reading.bibliographies)
    written, entries = (
        with_written_list(reading.passages) if is_asked and not reading.listed else (reading.passages, [])
    )
    listed_here = [*reading.listed, *entries]
    passages, listed = with_citing_notes(written, reading.noted, listed_here, is_asked=is_asked)
    return ArticleText(
        file=file.name,
        about=Article(title=reading.title, date=reading.date),
        passages=passages,
        listed=listed,
        references=tuple(references),
        bibliographies=tuple(each for each in dict.fromkeys(reading.bibliographies) if each not in reading.written),
        problems=tuple(problems.problems),
        left_out=dict(+reading.left_out),
        apart=tuple(reading.apart),
        comments=tuple(reading.comments),
        parts=tuple(parts.files),
        missing=tuple(parts.missing),
    )


def written_in_bibtex(name: str, reading: LatexReading) -> Sequence[Reference]:
    """The references of the bibliographies that the article itself has and names, each at its own line."""
    named, pieces, lines = {*reading.bibliographies}, [], 1
    for line, text in (written for each, written in reading.written.items() if each in named):
        pieces += ["\n" * (line - lines), text]
        lines = max(line, lines) + text.count("\n")
    if not pieces:
        return ()
    from graph.reading.bibtex import parse_references  # few articles have any

    references, problems = parse_references("".join(pieces), name)
    reading.problems.problems += problems
    return tuple(references.values())


def read_token(reading: LatexReading) -> None:
    """Read up to the next token, and that; at the end of a file go back to the one that brought it in."""
    part = reading.part
    match = next_token(part)
    if match is None:
        reading.keep(part.position, len(part.text))
        part.position = len(part.text)
        if len(reading.parts.open) == 1:
            reading.end_all_groups()
            close_all(reading)
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
    said = match.group().partition("\n")[0].lstrip("%")
    reading.comments.append(Comment(said, *reading.part.place(match.start()), reading.part.own_name))
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
    reading.put(decode_letter(match.group()), match.start())


def read_space(reading: LatexReading, match: re.Match[str]) -> None:
    """What is a space for a reader."""
    reading.put(" ", match.start())


def read_cell(reading: LatexReading, match: re.Match[str]) -> None:
    """What stands between the cells of a table."""
    reading.cells = reading.cells or bool(reading.environments)
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
        if ends_sentence(part.text, end, close):
            reading.stop(close)
    report_citations(reading, end, close)
    return close + len(closing)


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
    if name in reading.macros and name not in STANDARD and name not in STRUCTURAL:
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
    elif is_mentioned(reading.part.text, start, end):
        reading.keep(start, end)
    elif not reading.preamble:
        line, _ = reading.part.place(start)
        reading.unread(line, f"\\{name}", "may be a citation, but no keys in braces follow it; write a cite command")
    return citing.end if citing else end


def use_macro(reading: LatexReading, name: str, start: int, end: int) -> int:
    """What one of the author's own commands stands for, where that is simple."""
    macro = reading.meaning(name)
    if environment := ENVIRONMENT.fullmatch(macro.body):
        if environment["what"] == "begin":
            return open_environment(reading, environment["name"].strip(), start, end)
        return shut_environment(reading, environment["name"].strip(), end)
    bare = macro.body.strip().removeprefix("\\")
    if macro.body.strip().startswith("\\") and is_citing(bare):
        return cite_by_command(reading, bare, start, end)
    found = arguments(reading.part.text, end, macro.arity) if macro.arity >= 0 else None
    if cites(macro, reading.macros):
        return cite_by_macro(reading, macro, found, (start, end))
    return use_words(reading, macro, found, (start, end))


def use_words(reading: LatexReading, macro: Macro, found: tuple[list[str], int] | None, span: tuple[int, int]) -> int:
    """The words that a command stands for; one that only says how words look has those in its braces."""
    start, end = span
    body = SILENCED.sub("", macro.body)
    given = " ".join(found[0]) if found else ""
    if not macro.arity:
        reading.put(decode_latex(body), start)
    elif found and "#" not in body:
        reading.put(decode_latex(body), start)
        return reading.begin_group("silent", end, macro.arity - 1)
    elif found and len(given) <= LONGEST_MEANING and not CITE_COMMAND.search(given) and has_words(body):
        reading.put(decode_latex(in_full(expanded(Macro(body), found[0]), reading.macros)), start)
        return found[1]
    return end


def cites(macro: Macro, macros: dict[str, Macro]) -> bool:
    """Whether a command cites, itself or by another one of the author's."""
    names = OWN_COMMAND.findall(macro.body)
    own = {each: macros[each].body for each in names if each in macros and each not in STANDARD}
    return any(CITE_COMMAND.search(own[each]) if each in own else is_citing(each) for each in names)


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
    reading.put(sign_of(name) or "", start)
    end = after_option(reading.part.text, end)
    return SPACE_BEHIND.match(reading.part.text, end).end()  # type: ignore[union-attr] # it matches nothing, too


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
