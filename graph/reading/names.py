"""Names as BibTeX and biblatex write them -> names in their parts.

A list is split at its "and"s, and a name at its commas and blanks. Where braces or commands are in the way, that is
done by bibtexparser, which would do the same with all others. What it takes apart wrongly is settled before: letters
that LaTeX writes with a blank or a "~" in them, and the many ways to say that a list is cut.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from graph.reading.latex import LATEX_LETTER, closing, decode_latex, decode_letter
from graph.references.names import Name

BETWEEN_NAMES = re.compile(r"\sand\s", re.IGNORECASE)
BRACE_OR_BACKSLASH = re.compile(r"[{}\\]")
BRACED = re.compile(r"\{(?:[^{}\\]|\{[^{}\\]*\})*\}")
BLANKS_OF_NAMES = re.compile(r"[ ~\r\n\t]+")

BARE_LETTER = re.compile(rf"\{{\s*{LATEX_LETTER}\s*\}}|{LATEX_LETTER}")
"""A letter in LaTeX; with the braces of its own, as the library takes what stands in braces for a small letter."""

CUT_LIST = re.compile(r"(?:^|[\s,])\{?(?:others|et\.?[\s~]+al(?:ii|ia|iae)?\.?)\}?\.?$", re.IGNORECASE)
"""What says that a list is cut, as a name of its own or at the end of the last one."""

NAMED_PART = re.compile(
    r"(?<![^,])\s*+(family|given|prefix|suffix|\w{1,10}-i|useprefix)\s*+=\s*+"
    r"((?>(?:[^{},]++|\{(?>(?:[^{}]++|\{[^{}]*+\})*)\})*))(?:,|$)"
)
"""A part of a name in biblatex's long form, "family=Doe, given=Jane" (biblatex 3.20, section 2.3.4 of its manual)."""


class NameWords(NamedTuple):
    """The words of a name, as BibTeX calls its parts."""

    first: Sequence[str] = ()
    von: Sequence[str] = ()
    last: Sequence[str] = ()
    jr: Sequence[str] = ()


def read_people(text: str) -> tuple[tuple[Name, ...], bool]:
    """The names of a list, and whether it is cut."""
    if "\\" in text:
        text = BARE_LETTER.sub(lambda match: decode_letter(match.group()), text.replace("\\ ", " "))
    found = list(map(one_of_people, parted(without_and(text))))
    return tuple(name for name, _ in found if name), any(cut for _, cut in found)


def parted(text: str) -> list[str]:
    """The names of a list, each as it is written; what stands in braces is no list."""
    if not BRACE_OR_BACKSLASH.search(text):
        return BETWEEN_NAMES.split(text)
    plain = BRACED.sub(lambda braced: "x" * len(braced.group()), text)
    if BRACE_OR_BACKSLASH.search(plain):
        from bibtexparser.middlewares.names import split_multiple_persons_names

        return split_multiple_persons_names(text)
    ands = [found.span() for found in BETWEEN_NAMES.finditer(plain)]
    return [text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *ands, (len(text), 0)])]


@functools.lru_cache(maxsize=10_000)  # an author stands in many entries
def one_of_people(text: str) -> tuple[Name | None, bool]:
    """The name of one of a list, if it is one, and whether it says that the list is cut."""
    person = without_and(text)
    whole = CUT_LIST.sub("", person).rstrip(" ,")
    return read_name(whole) if whole else None, CUT_LIST.search(person) is not None


def without_and(text: str) -> str:
    """Names without an "and" that nobody stands before or behind."""
    words = text.split()
    while words and words[-1].lower() == "and":
        words.pop()
    first = next((position for position, word in enumerate(words) if word.lower() != "and"), 0)
    return " ".join(words[first:])


def read_name(text: str) -> Name:
    """The name of a person in its parts, or of an organisation, which stands in braces as a whole."""
    if text[:1] == "{" and closing(text, 0) == len(text):
        return Name(literal=decode_latex(text))
    named = {part: decode_latex(value) for part, value in parts_by_name(text)}
    if named:
        return Name(*(named.get(part, "") for part in ("family", "given", "prefix", "suffix")))
    words = name_words(text)
    first, von = first_and_von(text, words)
    family, _, suffix = ", ".join(filter(None, (decoded(words.last), decoded(words.jr)))).partition(", ")
    return Name(family, decoded(first), decoded(von), suffix)  # some write {Coughran, Jr.}


def name_words(text: str) -> NameWords:
    """The words of a name by their parts."""
    if BRACE_OR_BACKSLASH.search(text):
        from bibtexparser.middlewares.names import parse_single_name_into_parts

        parts = parse_single_name_into_parts(text, strict=False)
        return NameWords(parts.first, parts.von, parts.last, parts.jr)
    sections = [[*filter(None, BLANKS_OF_NAMES.split(each))] for each in in_sections(text)]
    if not sections[-1]:
        sections.pop()
    if len(sections) < 2:  # noqa: PLR2004 - no comma parts it
        return by_small_words(*sections) if sections else NameWords()
    last, jr, first = sections[0], sections[1:-1], sections[-1]
    behind = max((position for position, word in enumerate(last[:-1], start=1) if is_small(word)), default=0)
    return NameWords(first, last[:behind], last[behind:], jr[0] if jr else ())


def in_sections(text: str) -> list[str]:
    """What the first two commas of a name part; others are as good as blanks."""
    *sections, rest = text.split(",", maxsplit=2)
    return [*sections, rest.replace(",", " ")]


def by_small_words(words: Sequence[str]) -> NameWords:
    """The words of "First von Last": the small ones say where the last name begins; it has one word at least."""
    end = len(words) - 1
    small = [position for position, word in enumerate(words[:-1]) if is_small(word)]
    if len(words) < 3 or not small:  # noqa: PLR2004 - two are the first name and the last, whatever they look like
        return NameWords(words[:end], (), words[end:])
    behind = end if is_small(words[end]) else small[-1] + 1
    return NameWords(words[: small[0]], words[small[0] : behind], words[behind:])


def is_small(word: str) -> bool:
    """Whether the first letter of a word, if it has any, is no capital."""
    letter = next(filter(str.isalpha, word), "")
    return letter != "" and not letter.isupper()


def first_and_von(text: str, parts: NameWords) -> tuple[Sequence[str], Sequence[str]]:
    """The given names and what stands before the family name: "van Oosten" has no given one, "k. d. Lang" has two."""
    words = [*parts.first, *parts.von]
    if "," not in text and all(each.islower() and each.replace(".", "").isalpha() for each in words):
        return [each for each in words if "." in each], [each for each in words if "." not in each]
    return parts.first, parts.von


def decoded(words: Sequence[str]) -> str:
    """Words of a name as plain text."""
    return decode_latex(" ".join(words))


def parts_by_name(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a name in the long form; nothing where any of it is not in that form."""
    found = list(NAMED_PART.finditer(text)) if "=" in text else []
    if "".join(each.group() for each in found) == text and "family" in {each[1] for each in found}:
        yield from ((each[1], each[2].strip()) for each in found)
