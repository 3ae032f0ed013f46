"""LaTeX -> plain text, as far as bibliographies use it.

A value is read once, from left to right. What a command means stands in tables (`graph.reading.latex_commands`). Of
one that no table has, the argument stays, and where it has none the name: what a text says must not vanish because a
program does not know a word of it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Mapping

from graph.reading.latex_commands import (
    ACCENTS,
    ACCENTS_OF_FONTS,
    ALONE,
    ARGUMENTS,
    DOTLESS,
    LATEX_LETTERS,
    NOTHING,
    sign_of,
)
from graph.reading.limits import USUAL_LIMITS

MAX_NESTING = USUAL_LIMITS.depth
"""How deep groups and arguments may stand in each other, unless more or less is asked for."""

TOKEN = re.compile(
    r"\\(?:verb\*?|path)(?P<delimiter>[^\s\w{*])(?P<verbatim>.*?)(?:(?P=delimiter)|\Z)"
    r"|\\(?P<name>[A-Za-z]+)\*?"
    r"|\\(?P<sign>.)"
    r"|(?P<text>[^\\{}$~^_`'?!-]+)"
    r"|(?P<mark>---?|``|''|[?!]`|.)",
    re.DOTALL,
)
MARKS = {
    "--": "\N{EN DASH}",
    "---": "\N{EM DASH}",
    "``": "\N{LEFT DOUBLE QUOTATION MARK}",
    "''": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "?`": "\N{INVERTED QUESTION MARK}",
    "!`": "\N{INVERTED EXCLAMATION MARK}",
    "~": " ",
}
"""Characters that LaTeX makes another one of."""

IN_DOLLARS = re.compile(
    r"\$\$(?P<displayed>.+?)\$\$|\$(?!\s)(?P<inline>\d(?:[^$\\]|\\.)*(?<!\s)(?=\$(?!\d))|(?!\d)(?:[^$\\]|\\.)+(?<!\s)(?=\$))\$",
    re.DOTALL,
)
"""A formula, told from prices: no blank within its dollars, and no number on both sides of the last."""

CONDITION = re.compile(r"\\if[a-z]*\b(?:(?!\\if|\\fi).)*?\\else\b(?P<last>(?:(?!\\if|\\fi).)*)\\fi\b", re.DOTALL)
"""What a bibliography leaves to its style, "short name or long name"; the long one stands last."""

OPTION = re.compile(r"\s*\[([^\[\]]*)\]")
ARGUMENT = re.compile(r"\s*\{(?!\s*\})")
ADDRESS_IN_BRACES = re.compile(r"\s*\{((?:[^{}\\]|\\.)*)\}", re.DOTALL)
HEXADECIMAL = "0123456789ABCDEF"
BY_NUMBER = re.compile(r"""\s*(['"]?)([0-9A-F]{1,4})\s?""")
IN_A_FONT = re.compile(r"""\s*(?:'([0-7]{1,4})|"([0-9A-F]{1,4})|([0-9]{1,4}))\s?""")
"""The number of a sign in a font: octal, hexadecimal or decimal."""

NUMBER_BASES = (0, 8, 16, 10)

SPACES = frozenset(" ,;:>\\\n\t")
"""Signs that are white space behind a backslash."""

RAISED = str.maketrans("0123456789+-\N{MINUS SIGN}=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
DEGREE = "∘"
ORDINALS = frozenset({"st", "nd", "rd", "th"})


ACCENTED = r"(?:\{\s*(?:[A-Za-z]|\\[ij])\s*\}|[A-Za-z]|\\[ij](?![^\W\d_])\s*)"
LATEX_LETTER = (
    rf"""(?:\\["'`^~=.]\s*{ACCENTED}"""
    rf"""|\\[uvHckdr](?:\s+|(?=\{{)){ACCENTED}"""
    r"""|\\(?:ss|ae|AE|oe|OE|aa|AA|[oOlLij])(?:\{\}|(?![^\W\d_])\s*))"""
)
"""A letter with an accent, or one of its own."""


SIGN = r"\\[%&_#]"
IN_BRACES = (
    rf"""[^{{}}\\$]++|{SIGN}|\\["'`^~=.](?:[A-Za-z]|\{{[A-Za-z]\}}|\\[ij](?=\}}))|\\[uvHckdr]\{{[A-Za-z]\}}"""
    r"|\\(?:ss|ae|AE|oe|OE|aa|AA|[oOlLij])(?=\})"
)
PIECE = re.compile(
    rf"""({SIGN}"""
    r"""|\\["'`^~=.](?:[A-Za-z]|\{(?:[A-Za-z]|\\[ij])\})|\\[uvHckdr]\{[A-Za-z]\}"""
    rf"|\{{(?>(?:{IN_BRACES}|\{{(?>(?:{IN_BRACES})*)\}})*)\}}"
    r"|\$(?![\s\d$])(?>(?:[^$\\{}]++|\\[A-Za-z]+|\{[^$\\{}]*\})+)(?<!\s)\$"
    r"|---?|``|''|\?`|!`|~|\\|\{|\}|\$)"  # none begins with a set, as the search is slower then
)
"""What LaTeX means otherwise than as it stands, and the same wherever it is: no command in it reaches further."""

OPEN = frozenset("\\{}$")
"""What is left where a command, a brace or a formula reaches further than a piece."""


SHORT_VALUE = 50
"""How many characters a value may have that is read once for all entries which have it, as titles seldom have."""


class TooDeepError(ValueError):
    """A text in which more stands in each other than anybody writes."""


def decode_latex(value: str) -> str:
    """Plain text for LaTeX, on one line; a text that nests too deep stays as it is written."""
    try:
        return read_latex(value)
    except TooDeepError:
        return value


def read_latex(value: str, deepest: int = MAX_NESTING) -> str:
    """Plain text for LaTeX, on one line; raises TooDeepError."""
    if value.isalnum():
        return value
    return read_short(value, deepest) if len(value) <= SHORT_VALUE else read_any(value, deepest)


@functools.lru_cache(maxsize=2**12)
def read_short(value: str, deepest: int) -> str:
    """Plain text for a value that many entries may have: a journal, pages, a month."""
    return read_any(value, deepest)


def read_any(value: str, deepest: int) -> str:
    """Plain text for LaTeX of any length."""
    pieces = PIECE.split(value)  # text stands at even places, what LaTeX means at odd ones
    if OPEN.isdisjoint(pieces[1::2]):
        pieces[1::2] = [decoded_piece(each, deepest) for each in pieces[1::2]]
        return without_needless_blanks("".join(pieces))
    plain = CONDITION.sub(r"{\g<last>}", value) if r"\else" in value else value
    return without_needless_blanks(Decoder(plain, deepest=deepest).text())


def without_needless_blanks(text: str) -> str:
    """A text without line breaks and needless blanks; nearly all have none, which is seen in half the time."""
    is_one = text.isprintable() and "  " not in text and text.strip() == text
    return text if is_one else " ".join(text.split())


@functools.lru_cache(maxsize=2**16)
def decoded_piece(piece: str, deepest: int) -> str:
    """Plain text for a piece of a value; there are few different ones, so each is read once."""
    return Decoder(piece, deepest=deepest).text()


@functools.lru_cache(maxsize=10_000)
def decode_letter(value: str) -> str:
    """A single letter; there are few of them, so each is decoded once."""
    return decode_latex(value)


def braced(depth: int) -> str:
    """The pattern of what stands in braces, with braces in it down to a depth."""
    inside = r"[^{}\\]++|\\[\s\S]"
    pattern = rf"\{{(?>(?:{inside})*)\}}"
    for _ in range(depth):
        pattern = rf"\{{(?>(?:{inside}|{pattern})*)\}}"
    return pattern


BRACE_OR_QUOTE = re.compile(r'\\\\|\\[{}"]|[{}"]')


def closing(value: str, start: int) -> int:
    """The position after the brace or quote that closes the one at `start`."""
    quoted, depth = value[start] == '"', 0
    for mark in BRACE_OR_QUOTE.finditer(value, start + quoted):
        depth += {"{": 1, "}": -1}.get(mark.group(), 0)
        if depth == 0 and mark.group() == ('"' if quoted else "}"):
            return mark.end()
    return len(value)


def group_at(text: str, start: int) -> str:
    """What stands in the braces that begin at a place."""
    return text[start + 1 : closing(text, start) - 1]


class Decoder:
    """Reads one value; `position` is how far it has come, `depth` how many groups and arguments it is in.

    No more than `deepest` of these may stand in each other.
    """

    def __init__(self, value: str, *, math: bool = False, deepest: int = MAX_NESTING) -> None:
        self.value, self.math, self.deepest = value, math, deepest
        self.depth = self.position = 0

    def text(self) -> str:
        """The text from here to the brace that closes what one is in, or to the end."""
        pieces = []
        while (token := TOKEN.match(self.value, self.position)) is not None:
            self.position = token.end()
            if token.group() == "}" and self.depth:
                break
            pieces.append(self.meaning(token))
        return "".join(pieces)

    def meaning(self, token: re.Match[str]) -> str:
        """What a token stands for, with the arguments that follow it."""
        match token.lastgroup:
            case "text" | "verbatim":
                return token[token.lastgroup]
            case "name":
                return self.command(token["name"])
            case "sign":
                return self.sign(token["sign"])
            case _:
                return self.mark(token["mark"])

    def mark(self, mark: str) -> str:
        """What a character, or some that LaTeX takes for one, stands for."""
        match mark:
            case "{":
                return self.inner()
            case "}" | "\\":  # a brace that nothing opens, and what is left of a blank at the end
                return ""
            case "$":
                return self.formula()
            case "^" if self.math:
                return self.raised()
            case "_" if self.math:
                return self.argument()
        return MARKS.get(mark, mark)

    def sign(self, sign: str) -> str:
        """What a character behind a backslash stands for."""
        if sign in ACCENTS:
            return self.accented(sign)
        if sign in "()[]":
            self.math = sign in "(["
            return ""
        return " " if sign in SPACES else "" if sign in NOTHING else sign

    def command(self, name: str) -> str:
        """What a command stands for."""
        if name in ACCENTS:
            return self.accented(name)
        if name in ARGUMENTS:
            return self.with_arguments(name, *ARGUMENTS[name])
        if name in READ_HERE:
            return READ_HERE[name](self)
        if name in LATEX_LETTERS or name in NOTHING:
            self.skip_space()
        known = "" if name in NOTHING else sign_of(name)
        return known if known is not None else "" if ARGUMENT.match(self.value, self.position) else name

    def with_arguments(self, name: str, count: int, form: str) -> str:
        """What becomes of a command's arguments; where some are missing, the others stay, or its name."""
        self.option()
        arguments = [self.argument() for _ in range(count) if self.has_argument()]
        return form.format(*arguments) if len(arguments) == count else "".join(arguments) or name

    def has_argument(self) -> bool:
        """Whether anything comes that could be an argument."""
        self.skip_space()
        return self.value[self.position : self.position + 1] not in {"", "}"}

    def inner(self) -> str:
        """The text of a group or argument of which the brace is read."""
        self.deeper()
        math, text = self.math, self.text()
        self.math = math
        self.depth -= 1
        return text

    def deeper(self) -> None:
        """Go one group or argument deeper."""
        self.depth += 1
        if self.depth > self.deepest:
            raise TooDeepError

    def argument(self) -> str:
        """The argument that comes next: a group, a command with its own, or a character."""
        self.skip_space()
        token = TOKEN.match(self.value, self.position)
        if token is None or token.group() == "}":
            return ""
        if token.lastgroup == "text":
            self.position += 1
            return token.group()[0]
        self.deeper()
        self.position = token.end()
        text = self.meaning(token)
        self.depth -= 1
        return text

    def option(self) -> str:
        """The argument in square brackets that comes next, if one does."""
        found = OPTION.match(self.value, self.position)
        self.position = found.end() if found else self.position
        return found[1] if found else ""

    def skip_space(self) -> None:
        """Go on to what is no white space."""
        while self.position < len(self.value) and self.value[self.position].isspace():
            self.position += 1

    def accented(self, mark: str) -> str:
        """A letter with its accent, or the accent itself."""
        text = self.argument()
        letter = DOTLESS.get(text[:1], text[:1])
        if letter.isalpha() or (letter and mark.isalpha()):
            return unicodedata.normalize("NFC", f"{letter}{ACCENTS[mark]}{text[1:]}")
        return f"{ALONE.get(mark, '')}{text}"

    def raised(self) -> str:
        """What stands above the line, on it where nothing else can be meant."""
        return above(self.argument(), math=self.math)

    def root(self) -> str:
        """A root."""
        return f"{self.option().translate(RAISED)}√{in_brackets(self.argument())}"

    def character(self) -> str:
        """A character by its number, in TeX's way to write one: 126, '176 or "7E."""
        found = BY_NUMBER.match(self.value, self.position)
        if not found:
            return "char"
        self.position = found.end()
        base = {"'": 8, '"': 16}.get(found[1], 10)
        character = chr(int(found[2], base)) if set(found[2]) <= set(HEXADECIMAL[:base]) else "\0"
        return character if character.isprintable() else found.group()

    def formula(self) -> str:
        """The formula that begins with the dollar that is read, or the dollar itself."""
        found = IN_DOLLARS.match(self.value, self.position - 1)
        if not found or self.math:
            return "$"
        self.position = found.end()
        return Decoder(found["displayed"] or found["inline"], math=True, deepest=self.deepest).text()

    def accent_of_font(self) -> str:
        """A letter with the accent that has a number in TeX's own fonts: 23, '27 or "17 is a ring."""
        found = IN_A_FONT.match(self.value, self.position)
        number = int(found[found.lastindex or 0], NUMBER_BASES[found.lastindex or 0]) if found else 0
        mark = ACCENTS_OF_FONTS.get(number)
        if not found or not mark:
            return "accent"
        self.position = found.end()
        return self.accented(mark)

    def address(self) -> str:
        """The address that comes next, which is not LaTeX but may be escaped as if it were."""
        found = ADDRESS_IN_BRACES.match(self.value, self.position)
        if not found:
            return self.argument()
        self.position = found.end()
        return re.sub(r"\\([_%&#~{}$])", r"\1", found[1])


READ_HERE: Mapping[str, Callable[[Decoder], str]] = {
    "textsuperscript": Decoder.raised,
    "sp": Decoder.raised,
    "textsubscript": Decoder.argument,
    "sb": Decoder.argument,
    "sqrt": Decoder.root,
    "char": Decoder.character,
    "accent": Decoder.accent_of_font,
    "url": Decoder.address,
    "nolinkurl": Decoder.address,
}
"""Commands that do more with what follows them than a form can say."""


def above(text: str, *, math: bool = True) -> str:
    """A text as it is written above the line, on it where nothing else can be meant."""
    if text == DEGREE:
        return "°"
    if all(ord(each) in RAISED for each in text):
        return text.translate(RAISED)
    plain = not math or text in ORDINALS or (len(text) == 1 and not text.isalnum())
    return text if plain else f"^{in_brackets(text)}"


def in_brackets(text: str) -> str:
    """A text that something before it belongs to as a whole."""
    return f"({text})" if len(text) > 1 else text
