"""LaTeX -> plain text, as far as bibliographies use it.

pylatexenc knows all of LaTeX and takes its time. Most of what bibliographies need is accents and braces, so these are
decoded one by one and remembered; only a value with anything else goes to pylatexenc as a whole.
"""

from __future__ import annotations

import contextlib
import functools
import re

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import get_default_latex_context_db as get_walker_context_db

ACCENTED = r"(?:\{\s*(?:[A-Za-z]|\\[ij])\s*\}|[A-Za-z]|\\[ij](?![^\W\d_])\s*)"
SMALL = re.compile(
    rf"""\\["'`^~=.]\s*{ACCENTED}"""
    rf"""|\\[uvHckdr](?:\s+|(?=\{{)){ACCENTED}"""
    r"""|\\(?:ss|ae|AE|oe|OE|aa|AA|[oOlL])(?:\{\}|(?![^\W\d_])\s*)"""
    r"""|\\[&%#_]|---?|``|''"""
)
"""Accents, letters and signs that are decoded alone."""

SIGNS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
"""Signs that pylatexenc does not know, or takes for another."""

SORTING = re.compile(r"\\(?:noopsort|sortnoop)\s*\{[^{}]*\}", re.IGNORECASE)
"""What only sorts: "{\\noopsort{1973c}}1981" is printed as 1981."""

BARE_PERCENT = re.compile(r"(?<!\\)%")


def decode_latex(value: str) -> str:
    """Plain text for LaTeX, on one line; text that cannot be decoded stays as it is written."""
    if value.isalnum():  # numbers, words, most parts of names: nothing in them is LaTeX
        return value
    value = SORTING.sub("", value) if "\\" in value else value
    text = SMALL.sub(lambda match: decode_small(match.group()), value)
    if "\\" in text or "$" in text:
        text = decode_whole(value)
    else:
        text = text.replace("{", "").replace("}", "").replace("~", " ")
    return " ".join(text.split())


@functools.lru_cache(maxsize=10_000)
def decode_small(value: str) -> str:
    """A single accent, letter or sign; there are few of them, so each is decoded once."""
    return decode_whole(value)


def decode_whole(value: str) -> str:
    """The text of a whole value, by pylatexenc."""
    with contextlib.suppress(ValueError, IndexError, RecursionError):
        # A bare % begins a comment in LaTeX; in a bibliography it is a per cent sign somebody forgot to escape.
        return str(decoder().latex_to_text(BARE_PERCENT.sub(r"\\%", value), latex_context=walker_context()))
    return value


@functools.cache
def decoder() -> LatexNodes2Text:
    """The LaTeX decoder: math stays as it is written, and a URL gets no angle brackets."""
    context = get_default_latex_context_db()
    signs = [MacroTextSpec(name, simplify_repl=sign) for name, sign in SIGNS.items()]
    context.add_context_category("ours", prepend=True, macros=[MacroTextSpec("url", simplify_repl="%s"), *signs])
    return LatexNodes2Text(latex_context=context, math_mode="verbatim")


@functools.cache
def walker_context() -> object:
    """What the decoder knows of LaTeX's commands; making it anew for each value costs a sixth of the time."""
    return get_walker_context_db()
