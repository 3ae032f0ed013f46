r"""Commands of LaTeX that cite (`\citep[see][p. 3]{a, b}`, `\autocites{a}[5]{b}`), and an author's own shorthands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.reading.articles import Cited
from graph.reading.articles.inline_citing import LOCATOR, tidy
from graph.reading.latex import decode_latex
from graph.texts.sentences import word_set

CITE_NAME = re.compile(r"(?=[A-Za-z]*[cC]ite)[A-Za-z]++|bibentry")
CITE_COMMAND = re.compile(rf"\\(?P<name>{CITE_NAME.pattern})(?![A-Za-z@])\*?")
NOT_CITING = word_set(
    "bibcite cite@ citeindexfalse citeindextrue citenumfont citeprefix citeproctext citereset citestyle citetext "
    "citetrackerfalse citetrackertrue ifciteseen mancite newcites printbibliography setcitestyle sloppycite"
)
"""Commands that have "cite" in their name and cite nothing; what is in the braces of `citetext` is text."""

STANDARD = word_set(
    "autocite cite citeproc citep citet citealp citealt citeauthor citeyear citeyearpar footcite parencite supercite "
    "textcite"
)
"""What these mean is known, whatever an author redefines them to."""

SPOKEN_NAME = re.compile(r"(?:[Tt]ext|short|full|online)?[cC]ite(?:t|A|N|NP|s|alt|author|title|alias)?(?:author)?")
PLAIN_NAMES = frozenset({"cite", "Cite", "cites", "Cites", "shortcite", "fullcite"})
"""The commands above that most styles put in brackets."""

LONGEST_ARGUMENT = 5000

GAP = r"(?:[ \t]|\n(?![ \t]*\n)|%[^\n]*\n)*+"
OPTION = r"\[(?:[^\[\]{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\]"
KEYS = re.compile(
    rf"{GAP}(?:<(?P<angled>[^<>{{}}\n]*+)>{GAP})?(?P<options>(?:{OPTION}{GAP}){{0,2}}){GAP}\{{(?P<keys>[^{{}}\\]*+)\}}"
)
ALL_OF_THEM = re.compile(rf"{GAP}(?:\([^()]*+\){GAP}){{0,2}}")
COMMENT_IN_ARGUMENT = re.compile(r"(?<!\\)%[^\n]*\n?\s*")


def braced(depth: int) -> str:
    """The pattern of what stands in braces, with braces in it down to a depth."""
    inside = r"[^{}\\]++|\\[\s\S]"
    pattern = rf"\{{(?:{inside})*+\}}"
    for _ in range(depth):
        pattern = rf"\{{(?:{inside}|{pattern})*+\}}"
    return pattern


ARGUMENT = re.compile(GAP + braced(3))
CITEPROC_LINK = re.compile(r"\{(?:ref-)?(?P<key>[^{}\\]*+)\}" + braced(2))
PARAMETERS = {True: r"\{[^{}]*+\}", False: rf"(?:{OPTION}{GAP})*+|[^{{}}\\]*+"}
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
COUNTED = re.compile(r"\[(?P<count>\d)\]\s*")
PARAMETER = re.compile(r"#([1-9])")


class Citing(NamedTuple):
    """What a command cites, where its arguments end, and whether what it prints is a word of the sentence."""

    cited: tuple[Cited, ...]
    end: int
    spoken: bool = False


class Macro(NamedTuple):
    """A command that an author has defined; `arity` is -1 where its arguments are not all in braces."""

    body: str
    arity: int = 0


def is_citing(name: str) -> bool:
    """Whether a command cites, going by its name."""
    return bool(CITE_NAME.fullmatch(name)) and name not in NOT_CITING


def read_citing(text: str, name: str, position: int) -> Citing | None:
    """What the command `name` cites, whose arguments begin at `position`; nothing where they are not understood."""
    if "volcite" in name:
        return None
    if name == "citeproc":
        match = CITEPROC_LINK.match(text, position, position + LONGEST_ARGUMENT)
        return Citing((Cited(match["key"]),), match.end(), spoken=True) if match else None
    several = name.endswith("cites")
    end = ALL_OF_THEM.match(text, position, position + LONGEST_ARGUMENT).end() if several else position  # type: ignore[union-attr]
    cited: list[Cited] = []
    while (match := KEYS.match(text, end, end + LONGEST_ARGUMENT)) and (several or not cited):
        cited += cited_in(match)
        end = match.end()
    return Citing(tuple(cited), end, is_spoken(name)) if cited else None


def is_spoken(name: str) -> bool:
    """Whether a command prints a word of the sentence: "Kaza (2018)"."""
    return bool(SPOKEN_NAME.fullmatch(name)) and name not in PLAIN_NAMES


def cited_in(match: re.Match[str]) -> Iterator[Cited]:
    """The references of one pair of braces; what stands before is said of the first, the locator of the last."""
    options = [decode_latex(bare_argument(each)) for each in options_in(match["options"])]
    before = options[0] if len(options) > 1 else match["angled"] or ""
    locator, suffix = split_locator(options[-1] if options else "")
    keys = [key.strip() for key in COMMENT_IN_ARGUMENT.sub("", match["keys"]).split(",") if key.strip()]
    for number, key in enumerate(keys, start=1):
        is_last = number == len(keys)
        yield Cited(
            key,
            prefix=tidy(before) if number == 1 else "",
            locator=locator if is_last else "",
            suffix=suffix if is_last else "",
        )


def options_in(text: str) -> list[str]:
    """The arguments in square brackets, without these."""
    return [match.group()[1:-1] for match in re.finditer(OPTION, text)]


def bare_argument(text: str) -> str:
    """An argument without comments, and without braces around all of it."""
    return COMMENT_IN_ARGUMENT.sub("", text).strip()


def split_locator(text: str) -> tuple[str, str]:
    """Where in a reference something stands, and what else is said behind it."""
    match = LOCATOR.match(text)
    locator = (match["braced"] or match["plain"] or "") if match else ""
    return tidy(locator), tidy(text[match.end() if match else 0 :])


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


def simple_pieces(text: str) -> list[str | Citing] | None:
    """The words and citations of a text that has nothing else; nothing for a text that has."""
    pieces: list[str | Citing] = []
    position = 0
    for match in CITE_COMMAND.finditer(text):
        if match.start() < position:
            continue
        citing = read_citing(text, match["name"], match.end())
        if not is_citing(match["name"]) or citing is None:
            return None
        pieces += [text[position : match.start()], citing]
        position = citing.end
    pieces.append(text[position:])
    between = (piece for piece in pieces if isinstance(piece, str))
    return pieces if all(WORDS_ONLY.fullmatch(each) for each in between) else None
