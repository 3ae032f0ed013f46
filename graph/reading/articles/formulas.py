"""A formula in XML -> its words on one line, whether it is written in TeX, in MathML or in letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from graph.reading.articles.elements import Node, Words
from graph.reading.latex import above, decode_latex, in_brackets

TEX_DOCUMENT = re.compile(r"\\begin\s*\{document\}(.*?)(?:\\end\s*\{document\}|\Z)", re.DOTALL)
"""Publishers keep a formula as a whole document of LaTeX, with its packages."""

TEX_COLUMN = re.compile(r"(?<!\\)&")

SHOWS_NOTHING = frozenset({"annotation", "annotation-xml", "mphantom", "mprescripts", "none"})

INVISIBLE = re.compile("[\N{FUNCTION APPLICATION}\N{INVISIBLE TIMES}\N{INVISIBLE SEPARATOR}\N{INVISIBLE PLUS}]")


def plain_text(node: Node) -> str:
    """All words in an element on one line, its formulas among them."""
    return " ".join("".join(plain_parts(node)).split())


def plain_parts(node: Node) -> Iterator[str]:
    """As `plain_text`, piece by piece; of several ways to write the same, the first that has words."""
    match local_name(node):
        case "alternatives":
            yield next(filter(None, map(plain_text, node.elements())), "")
        case "tex-math":
            yield tex_text(node.text)
        case "math":
            yield INVISIBLE.sub("", mathml_text(node))
        case _:
            for each in node.children:
                yield from [each.text] if isinstance(each, Words) else plain_parts(each)


def local_name(node: Node) -> str:
    """The name of an element without a prefix, which MathML has or has not."""
    return node.tag.rpartition(":")[2]


def tex_text(tex: str) -> str:
    """Plain text for a formula in TeX, with dollar signs around it or without."""
    document = TEX_DOCUMENT.search(tex)
    formula = TEX_COLUMN.sub(" ", document[1] if document else tex).strip().strip("$").strip()
    return decode_latex(f"${formula}$") if formula else ""


def mathml_text(node: Node) -> str:
    """Plain text for an element of MathML; white space between elements means nothing."""
    name = local_name(node)
    parts = [mathml_text(each) for each in node.elements()]
    if name in SHOWS_NOTHING:
        return ""
    if name in SPACED:
        return f" {''.join(parts)} "
    if name == "mfenced":
        return f"{node.attributes.get('open', '(')}{', '.join(parts)}{node.attributes.get('close', ')')}"
    if form := FORMS.get((name, len(parts))):
        return form(*parts)
    if name == "mtext":
        return " ".join(re.split(r"\s+", "".join(each.text for each in node.children if isinstance(each, Words))))
    return "".join(parts) or node.text


SPACED = frozenset({"mspace", "mtd", "mtr"})
"""Elements of MathML that keep what stands around them apart."""


def grouped(text: str) -> str:
    """What stands above or below a line of fraction, in brackets where it is more than a number or a name."""
    return text if text.replace(".", "").isalnum() else in_brackets(text)


FORMS: Mapping[tuple[str, int], Callable[..., str]] = {
    ("mfrac", 2): lambda over, under: f"{grouped(over)}/{grouped(under)}",
    ("mroot", 2): lambda text, index: f"{above(index)}\N{SQUARE ROOT}{in_brackets(text)}",
    ("msqrt", 1): lambda text: f"\N{SQUARE ROOT}{in_brackets(text)}",
    ("msubsup", 3): lambda text, low, high: f"{text}{low}{above(high)}",
    ("msup", 2): lambda text, high: f"{text}{above(high)}",
}
"""How an element of MathML with so many parts is written on one line; others are their parts, one behind the other."""
