"""Names as BibTeX and biblatex write them -> names in their parts.

bibtexparser splits a list at its "and"s, and a name at its commas and blanks. What it takes apart wrongly is settled
before: letters that LaTeX writes with a blank or a "~" in them, and the many ways to say that a list is cut.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from bibtexparser.middlewares.names import NameParts, parse_single_name_into_parts, split_multiple_persons_names

from graph.reading.latex import LATEX_LETTER, closing, decode_latex, decode_letter
from graph.references.names import Name

BETWEEN_NAMES = re.compile(r"\sand\s", re.IGNORECASE)
BRACE_OR_BACKSLASH = re.compile(r"[{}\\]")

BARE_LETTER = re.compile(rf"\{{\s*({LATEX_LETTER.pattern})\s*\}}|({LATEX_LETTER.pattern})")
"""A letter in LaTeX; with the braces of its own, as the library takes what stands in braces for a small letter."""

CUT_LIST = re.compile(r"(?:^|[\s,])\{?(?:others|et\.?[\s~]+al(?:ii|ia|iae)?\.?)\}?\.?$", re.IGNORECASE)
"""What says that a list is cut, as a name of its own or at the end of the last one."""

NAMED_PART = re.compile(
    r"\s*(family|given|prefix|suffix|\w{1,10}-i|useprefix)\s*=\s*((?:[^{},]|\{(?:[^{}]|\{[^{}]*\})*\})*)(?:,|$)"
)
"""A part of a name in biblatex's long form, "family=Doe, given=Jane" (biblatex 3.20, section 2.3.4 of its manual)."""


def read_people(text: str) -> tuple[tuple[Name, ...], bool]:
    """The names of a list, and whether it is cut."""
    if "\\" in text:
        text = BARE_LETTER.sub(lambda match: decode_letter(match[1] or match[2]), text.replace("\\ ", " "))
    found = list(map(one_of_people, parted(without_and(text))))
    return tuple(name for name, _ in found if name), any(cut for _, cut in found)


def parted(text: str) -> list[str]:
    """The names of a list, each as it is written; what stands in braces is no list."""
    return split_multiple_persons_names(text) if BRACE_OR_BACKSLASH.search(text) else BETWEEN_NAMES.split(text)


@functools.lru_cache(maxsize=10_000)  # an author stands in many entries
def one_of_people(text: str) -> tuple[Name | None, bool]:
    """The name of one of a list, if it is one, and whether it says that the list is cut."""
    person = without_and(text)
    whole = CUT_LIST.sub("", person).rstrip(" ,")
    return read_name(whole) if whole else None, CUT_LIST.search(person) is not None


def without_and(text: str) -> str:
    """Names without an "and" that nobody stands before or behind."""
    words = text.split()
    kept = [position for position, word in enumerate(words) if word.lower() != "and"]
    return " ".join(words[kept[0] : kept[-1] + 1]) if kept else ""


def read_name(text: str) -> Name:
    """The name of a person in its parts, or of an organisation, which stands in braces as a whole."""
    if text[:1] == "{" and closing(text, 0) == len(text):
        return Name(literal=decode_latex(text))
    named = {part: decode_latex(value) for part, value in parts_by_name(text)}
    if named:
        return Name(*(named.get(part, "") for part in ("family", "given", "prefix", "suffix")))
    parts = parse_single_name_into_parts(text, strict=False)
    first, von = first_and_von(text, parts)
    family, _, suffix = ", ".join(filter(None, (decoded(parts.last), decoded(parts.jr)))).partition(", ")
    return Name(family, decoded(first), decoded(von), suffix)  # some write {Coughran, Jr.}


def first_and_von(text: str, parts: NameParts) -> tuple[list[str], list[str]]:
    """The given names and what stands before the family name: "van Oosten" has no given one, "k. d. Lang" has two."""
    words = [*parts.first, *parts.von]
    if "," not in text and all(each.islower() and each.replace(".", "").isalpha() for each in words):
        return [each for each in words if "." in each], [each for each in words if "." not in each]
    return parts.first, parts.von


def decoded(words: list[str]) -> str:
    """Words of a name as plain text."""
    return decode_latex(" ".join(words))


def parts_by_name(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a name in the long form; nothing where any of it is not in that form."""
    found = list(NAMED_PART.finditer(text)) if "=" in text else []
    if "".join(each.group() for each in found) == text and "family" in {each[1] for each in found}:
        yield from ((each[1], each[2].strip()) for each in found)
