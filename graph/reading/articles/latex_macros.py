r"""An author's own commands in LaTeX: what they stand for, and what of it are words and citations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.reading.articles.latex_citing import (
    CITE_COMMAND,
    COMMENT_IN_ARGUMENT,
    GAP,
    LONGEST_ARGUMENT,
    OPTION,
    STANDARD,
    Citing,
    is_citing,
    read_citing,
)
from graph.reading.articles.latex_words import SILENT_ARGUMENTS
from graph.reading.latex import braced, decode_latex

ARGUMENT = re.compile(GAP + braced(3))
PARAMETERS = {True: r"\{[^{}]*+\}", False: rf"(?>(?:{OPTION}{GAP})*)|[^{{}}\\]*+"}
"""How parameters are declared: for xparse in braces, else as a number or as they are used."""

MACRO_DEFINITION = {
    is_xparse: re.compile(
        rf"\*?{GAP}(?:\{{{GAP}\\(?P<braced>[A-Za-z@]+){GAP}\}}|\\(?P<bare>[A-Za-z@]+)){GAP}"
        rf"(?P<parameters>{parameters}){GAP}(?P<body>{braced(4)})"
    )
    for is_xparse, parameters in PARAMETERS.items()
}
ANOTHER_NAME = re.compile(rf"{GAP}\\(?P<name>[A-Za-z@]+){GAP}=?{GAP}\\(?P<of>[A-Za-z@]+)")
WORDS_ONLY = re.compile(r"[^\\{}#$%&]*+")
WORDS_IN_FONTS = re.compile(
    r"(?>(?:[^\\@]|\\(?:bf|bfseries|em|emph|it|itshape|rm|sl|textbf|textit|textrm|textsl|xspace)(?![A-Za-z@])"
    r"|\\[^A-Za-z@]){1,300})"
)
COUNTED = re.compile(r"\[(?P<count>\d)\]\s*")
PARAMETER = re.compile(r"#([1-9])")

ENVIRONMENT = re.compile(r"\s*\\(?P<what>begin|end)\{(?P<name>[^{}\\]{1,100})\}\s*")
"""A command that only begins or ends an environment."""

OWN_COMMAND = re.compile(r"\\([A-Za-z@]+)")

SILENCED = re.compile(
    rf"\\(?:{'|'.join(name for name, count in SILENT_ARGUMENTS.items() if count == 1)})(?![A-Za-z@])\*?"
    r"(?:\[[^\[\]]*+\])?\s*+\{[^{}]*+\}"
)
"""A command that prints nothing, with its argument."""

LOOKS = re.compile(
    r"\\(?:text(?:superscript|normal|bf|it|rm|sf|up)|emph|[mh]box|ensuremath|unskip|protect|nobreak|nolinebreak|leavevmode"
    r"|xspace|normalfont|rmfamily|bfseries|itshape|upshape|tiny|scriptsize|footnotesize|small)(?![A-Za-z@])\s*+"
    r"|\\(?:textcolor|color|hspace)(?![A-Za-z@])\*?\s*+\{[^{}]*+\}|\^(?=\{)|[{}]"
)
"""What says how a citation looks, or keeps it beside a word."""

LONGEST_MEANING = 300
"""How long what a command stands for may be to be looked through for others."""

DEEPEST_MEANING = 5
"""How many commands may stand for each other, one in the other."""


class Macro(NamedTuple):
    """A command that an author has defined; `arity` is -1 where its arguments are not all in braces."""

    body: str
    arity: int = 0


def read_definition(text: str, position: int, *, is_xparse: bool) -> tuple[str, Macro, int] | None:
    """The name of the command that is defined here, what it stands for, and where the definition ends."""
    match = MACRO_DEFINITION[is_xparse].match(text, position, position + LONGEST_ARGUMENT)
    if not match:
        return None
    body = COMMENT_IN_ARGUMENT.sub("", match["body"][1:-1])
    return match["braced"] or match["bare"], Macro(body, arity_of(match["parameters"].strip())), match.end()


def arity_of(parameters: str) -> int:
    """How many arguments in braces a definition wants."""
    if counted := COUNTED.fullmatch(parameters):
        return int(counted["count"])
    if parameters.startswith("{"):
        kinds = parameters.strip("{} ").split()
        return len("".join(kinds)) if set("".join(kinds)) <= {"m"} else -1
    named = PARAMETER.findall(parameters)
    return len(named) if PARAMETER.sub("", parameters) == "" else -1


def arguments(text: str, position: int, count: int) -> tuple[list[str], int] | None:
    """So many arguments in braces, and where they end."""
    found: list[str] = []
    for _ in range(count):
        match = ARGUMENT.match(text, position, position + LONGEST_ARGUMENT)
        if not match:
            return None
        found.append(match.group().strip()[1:-1])
        position = match.end()
    return found, position


def expanded(macro: Macro, given: Sequence[str]) -> str:
    """What a command of the author's stands for, with its arguments."""
    return PARAMETER.sub(lambda match: given[int(match[1]) - 1] if int(match[1]) <= len(given) else "", macro.body)


def in_full(text: str, macros: Mapping[str, Macro]) -> str:
    """A text with what the author's own commands in it stand for; as it is where that has no end."""
    whole = text
    for _ in range(DEEPEST_MEANING):
        before, whole = whole, replaced(whole, macros)
        if before == whole:
            return whole
    return text


def replaced(text: str, macros: Mapping[str, Macro]) -> str:
    """A text with each of the author's own commands replaced once, as far as that stays short."""
    parts, position, room = [], 0, LONGEST_MEANING - len(text)
    for match in OWN_COMMAND.finditer(text) if room >= 0 else ():
        macro = macros.get(match[1]) if match[1] not in STANDARD and match.start() >= position else None
        found = arguments(text, match.end(), macro.arity) if macro and macro.arity >= 0 else None
        if macro and found and len(macro.body) <= room:
            parts += [text[position : match.start()], expanded(macro, found[0])]
            position, room = found[1], room - len(parts[-1])
    return "".join((*parts, text[position:]))


def with_own_words(text: str, macros: Mapping[str, Macro]) -> str:
    """A text with those of the author's own commands replaced that stand for words, as for the names of journals."""
    parts, position = [], 0
    for match in OWN_COMMAND.finditer(text):
        macro = macros.get(match[1]) if match.start() >= position else None
        stands_for_words = macro and WORDS_IN_FONTS.fullmatch(macro.body) and has_words(macro.body)
        found = arguments(text, match.end(), macro.arity) if macro and stands_for_words and macro.arity >= 0 else None
        if macro and found:
            parts += [text[position : match.start()], expanded(macro, found[0])]
            position = found[1]
    return "".join((*parts, text[position:]))


def has_words(body: str) -> bool:
    """Whether what a command stands for has words beside those that it is given."""
    return "\\begin" not in body and any(map(str.isalpha, decode_latex(PARAMETER.sub("", body))))


def simple_pieces(text: str) -> list[str | Citing] | None:
    """The words and citations of a text that has nothing else but how they look; nothing for a text that has."""
    pieces: list[str | Citing] = []
    position = 0
    for match in CITE_COMMAND.finditer(text):
        if match.start() < position:
            continue
        citing = read_citing(text, match["name"], match.end())
        if not is_citing(match["name"]) or citing is None:
            return None
        pieces += [LOOKS.sub("", text[position : match.start()]), citing]
        position = citing.end
    pieces.append(LOOKS.sub("", text[position:]))
    between = (piece for piece in pieces if isinstance(piece, str))
    return pieces if all(WORDS_ONLY.fullmatch(each) for each in between) else None
