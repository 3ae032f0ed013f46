"""References -> BibTeX that reads back equal.

A value is written as plainly as may be, and read again: only what does not come back as it was is escaped further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model import Evidence, Reference
from graph.reading.bibtex import read_names
from graph.reading.joined_library import AND, ORGANISATIONS, OTHERS, PEOPLE, VERBATIM
from graph.reading.latex import decode_latex
from graph.reading.names import read_name
from graph.references.names import Name

ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""Characters that mean something in LaTeX, and how they are written; braces by name, as BibTeX counts all others."""

IN_LATEX = re.compile(r"[\\{}$&%#_~^]|(?<=-)-|(?<=`)`|(?<=')'|(?<=[?!])`|(?<=<)<|(?<=>)>|(?<=,),")
"""These characters, and the second of two that LaTeX makes one of."""

COMMAND = re.compile(r"\\(?:text[a-z]+\{\}|[&%#_$])")
RANGE = re.compile("(?<=\\d)\N{EN DASH}(?=[\\dA-Za-z])")
MARGIN = 2
"""How far a field is indented."""


def references_as_bibtex(evidence: Evidence) -> str:
    """The bibliography as BibTeX."""
    return write_bibtex(evidence.references.values())


def write_bibtex(references: Iterable[Reference]) -> str:
    """References as BibTeX, in their order, with all their fields."""
    return "\n".join(map(write_entry, references))


def write_entry(reference: Reference) -> str:
    """A reference as an entry."""
    fields = {name: field_value(name, reference) for name in reference.fields}
    width = max(map(len, fields), default=0)
    lines = (f"{' ' * MARGIN}{name:{width}} = {{{value}}},\n" for name, value in fields.items())
    return f"@{reference.type}{{{reference.key},\n{''.join(lines)}}}\n"


def field_value(name: str, reference: Reference) -> str:
    """The value of a field."""
    text = reference.fields[name]
    if name in VERBATIM:
        return escape_verbatim(text)
    if name == people_in(reference):
        return write_names(name, reference)
    value = as_latex(text)
    dashed = RANGE.sub("--", value) if name == "pages" else value
    return dashed if decode_latex(dashed) == text else value


def as_latex(text: str) -> str:
    """Text as LaTeX, in which every character stands for itself."""
    return IN_LATEX.sub(lambda each: ESCAPES.get(each.group()) or f"{{{each.group()}}}", text)


def escape_verbatim(text: str) -> str:
    """An identifier or address, which is read as it stands but for a backslash before some characters."""
    escaped = re.sub(r"\\(?=[_%&#~{}$])", r"\\\\", text)
    if is_balanced(text) and not re.search(r"\\[{}]", text):
        return escaped
    return re.sub(r"(?<!\\)[{}]", r"\\\g<0>", escaped)


def is_balanced(text: str) -> bool:
    """Whether each brace in a text has its other."""
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def people_in(reference: Reference) -> str:
    """The field that the names of a reference stand in."""
    return next((name for name in (*PEOPLE, *ORGANISATIONS) if reference.fields.get(name)), "")


def write_names(name: str, reference: Reference) -> str:
    """The names of a reference as the field `name` holds them."""
    text, wanted = reference.fields[name], (reference.facts.names, reference.et_al)
    ways = [as_latex(text), joined_names(names_in(text, reference)), joined_names(whole_names(reference))]
    equal = [way for way in ways if read_names({name: way}) == wanted]
    return next((way for way in equal if decode_latex(way) == text), (equal or ways)[0])


def joined_names(names: Iterable[str]) -> str:
    """Names as a list; what begins with a backslash stands between braces, as bibtexparser loses it beside an "and"."""
    return AND.join(COMMAND.sub(r"{}\g<0>{}", name) for name in names)


def names_in(text: str, reference: Reference) -> Iterator[str]:
    """The names in a text one by one, as they are written there, with braces where one would be read otherwise."""
    for name in reference.facts.names:
        literal = bool(name.literal) and text.startswith(name.literal)
        one = name.literal if literal else text.partition(AND)[0]
        text = text[len(one) :].removeprefix(AND)
        family_last = f"{as_latex(name.given)} {guarded(as_latex(joined_parts(name.family, name.suffix)))}"
        ways = (as_latex(one), guarded(as_latex(one)), family_last if decode_latex(family_last) == one else "")
        yield next((way for way in ways if read_name(way) == name), whole_name(name))
    if reference.et_al:
        yield OTHERS


def whole_names(reference: Reference) -> Iterator[str]:
    """The names of a reference as they are sorted."""
    yield from map(whole_name, reference.facts.names)
    if reference.et_al:
        yield OTHERS


def whole_name(name: Name) -> str:
    """A name as it is sorted, "von Family, Jr, Given", with braces where it would be read otherwise."""
    if name.literal:
        return f"{{{as_latex(name.literal)}}}"
    family, given, particle, suffix = map(as_latex, (name.family, name.given, name.particle, name.suffix))
    last = f"{particle} {family}".strip()
    ways = [joined_parts(last, suffix, given), joined_parts(unsplit(last), suffix, given)]
    before = f"{particle} " if particle else ""
    ways += [joined_parts(f"{before}{guarded(family)}", guarded(suffix), guarded(given))]
    ways += [] if given else [f"{before or '{}'}{guarded(joined_parts(family, suffix))}"]
    return next((way for way in ways if read_name(way) == name), ways[-1])


def joined_parts(*parts: str) -> str:
    """The parts of a name that it has."""
    return ", ".join(filter(None, parts))


def unsplit(text: str) -> str:
    """Words that are one to BibTeX, which splits at no space in braces."""
    return text.replace(" ", "{ }")


def guarded(text: str) -> str:
    """A part of a name in braces, where there is any."""
    return f"{{{text}}}" if text else ""
