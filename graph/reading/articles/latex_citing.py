r"""Commands of LaTeX that cite: `\citep[see][p. 3]{a, b}`, `\autocites{a}[5]{b}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.reading.articles import Cited
from graph.reading.articles.inline_citing import LOCATOR, tidy
from graph.reading.latex import braced, decode_latex
from graph.texts.sentences import word_set

CITE_NAME = re.compile(r"(?=[A-Za-z]*[cC]ite(?!m))[A-Za-z]++|bibentry")
CITE_COMMAND = re.compile(rf"\\(?P<name>{CITE_NAME.pattern})(?![A-Za-z@])\*?")
NOT_CITING = word_set(
    "bibcite bstctlcite cite@ citeindexfalse citeindextrue citenumfont citeprefix citeproctext citereset citestyle "
    "citetext citetrackerfalse citetrackertrue defcitealias ifciteseen mancite newcites printbibliography setcitestyle "
    "sloppycite"
)
"""Commands that have "cite" in their name and cite nothing; what is in the braces of `citetext` is text."""

STANDARD = word_set(
    "autocite cite citeproc citep citet citealp citealt citeauthor citeyear citeyearpar footcite parencite supercite "
    "textcite"
)
"""What these mean is known, whatever an author redefines them to."""

SPOKEN_NAME = re.compile(r"(?:[Tt]ext|short|full|online)?[cC]ite(?:t|A|N|NP|s|alt|author|title|t?alias)?(?:author)?")
PLAIN_NAMES = frozenset({"cite", "Cite", "cites", "Cites", "shortcite", "fullcite"})
"""The commands above that most styles put in brackets."""

LONGEST_ARGUMENT = 5000

MENTIONING = re.compile(r"\\(?:cmd|cs|string|macro|DescribeMacro|\w*Command)[ \t]?\{?\Z")
LONGEST_MENTION = 30
"""What stands before a command that is told of, and how far before it."""

GAP = r"(?>(?:[ \t]++|\n(?![ \t]*\n)|%[^\n]*\n)*)"
OPTION = r"\[(?>(?:[^\[\]{}]++|\{(?>(?:[^{}]++|\{[^{}]*+\})*)\})*)\]"
KEYS = re.compile(
    rf"{GAP}(?:<(?P<angled>[^<>{{}}\n]*+)>{GAP})?(?P<options>(?:{OPTION}{GAP}){{0,2}}){GAP}"
    rf"\{{(?P<keys>(?>(?:[^{{}}\\*]++|\*(?>(?:{OPTION}){{0,2}}))*))\}}"
)
STARRED = re.compile(rf"\*(?>(?:{OPTION}){{0,2}})\s*+(?=[^\s,])")
"""What REVTeX and mciteplus put before the key of a reference that they print with the one before."""

ALL_OF_THEM = re.compile(rf"{GAP}(?:\([^()]*+\){GAP}){{0,2}}")
COMMENT_IN_ARGUMENT = re.compile(r"(?<!\\)%[^\n]*\n?\s*")


CITEPROC_LINK = re.compile(r"\{(?:ref-)?(?P<key>[^{}\\]*+)\}" + braced(2))


class Citing(NamedTuple):
    """What a command cites, where its arguments end, and whether what it prints is a word of the sentence."""

    cited: tuple[Cited, ...]
    end: int
    spoken: bool = False


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


def is_mentioned(text: str, start: int, end: int) -> bool:
    r"""Whether a text tells of a command that stands there: `\cmd\cite`, `\string\cite`, `|\cite|`."""
    is_verbatim = text[start - 1 : start] in {"|", '"'} and text[start - 1 : start] == text[end : end + 1]
    return is_verbatim or bool(MENTIONING.search(text, max(0, start - LONGEST_MENTION), start))


def is_spoken(name: str) -> bool:
    """Whether a command prints a word of the sentence: "Kaza (2018)"."""
    return bool(SPOKEN_NAME.fullmatch(name)) and name not in PLAIN_NAMES


def cited_in(match: re.Match[str]) -> Iterator[Cited]:
    """The references of one pair of braces; what stands before is said of the first, the locator of the last."""
    options = [decode_latex(bare_argument(each)) for each in options_in(match["options"])]
    before = options[0] if len(options) > 1 else match["angled"] or ""
    locator, suffix = split_locator(options[-1] if options else "")
    written = STARRED.sub("", COMMENT_IN_ARGUMENT.sub("", match["keys"]))
    keys = [key.strip() for key in written.split(",") if key.strip()]
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
