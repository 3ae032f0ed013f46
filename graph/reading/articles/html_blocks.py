"""What is read of HTML so far: blocks of words, what holds for them, and the headings above them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urljoin

from graph.reading.articles import HEADING_NUMBER, Comment, PassageKind, is_reference_heading
from graph.reading.articles.html_citing import Atom, atoms_text
from graph.reading.articles.linked_works import page_at
from graph.reading.articles.scanning import Scanned
from graph.reading.problems import Problems
from graph.references.identifiers import is_web_address

FURTHER_READING = re.compile(r"(?:additional|further|recommended|suggested) reading\W*", re.IGNORECASE)

BOX = re.compile(r".{0,60}\b(?:newsletters?|(?:in|to) your inbox)\b.{0,20}", re.IGNORECASE)
"""The heading of a box that asks a reader to have letters sent."""

BOXES = frozenset({"div", "section", "li"})
LEFT_OUT = 2
"""How what is in an element is skipped, headings and all."""

DEEPEST_HEADING = 6

LONGEST_HEADING = 40

ANCHOR_SIGNS = frozenset("\u00b6#\u00a7\U0001f517")
"""What a heading shows that links to itself."""

TERM_LABEL = re.compile(r"\[?(?P<label>\w[\w+:.-]{0,40})\]?(?:\s*\([\d,\s]*\))?")
"""A term that is the label of an entry, perhaps with the places that it is cited at."""


class Inside(NamedTuple):
    """What holds inside an element, and is handed on to those in it; numbers tell elements of a kind apart."""

    name: str = ""
    skip: int = 0
    kind: PassageKind = "text"
    level: int = 0
    is_title: bool = False
    in_list: bool = False
    notes: bool = False
    term: bool = False
    items: int = 0
    entry: int = 0
    number: str = ""
    body: int = 0
    target: str = ""
    raised: int = 0
    citing: int = 0
    keys: str = ""
    is_bibtex: bool = False
    is_linked_data: bool = False
    address: str = ""
    begun: int = 0


@dataclass(slots=True)
class HtmlBlock:
    """Words that run on, what holds for them, and the headings above them; `ids` are the names that lead here."""

    inside: Inside
    headings: tuple[HtmlHeading, ...]
    atoms: list[Atom] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    @property
    def is_listed(self) -> bool:
        """Whether its element or its heading says that it is of the list of references."""
        return self.inside.in_list or self.further or any(is_reference_heading(each.text) for each in self.headings)

    @property
    def below_list(self) -> tuple[HtmlHeading, ...]:
        """The headings between that of the list of references and the block."""
        lists = [at for at, each in enumerate(self.headings) if is_list_heading(each.text)]
        return self.headings[lists[-1] + 1 :] if lists else ()

    @property
    def further(self) -> bool:
        """Whether it is what the article only recommends."""
        return any(FURTHER_READING.fullmatch(each.text) for each in self.headings)


@dataclass(frozen=True, slots=True)
class HtmlHeading:
    """A heading; `number` tells two of the same text apart."""

    level: int
    text: str
    number: int
    is_title: bool = False


@dataclass(slots=True)
class HtmlReading:
    """What is read so far, and what is open.

    `addresses` are what the page says of its own, the best one first. `around` are the blocks that a note stands in the
    middle of; `bibtex` is what the page has of it, with its lines. A page `is_template` if it has a header.
    """

    scanned: Scanned
    problems: Problems
    stack: list[Inside] = field(default_factory=lambda: [Inside()])
    names_open: Counter[str] = field(default_factory=Counter)
    counters: list[int] = field(default_factory=list)
    serial: int = 0
    block: HtmlBlock | None = None
    around: list[HtmlBlock | None] = field(default_factory=list)
    bibliographies: list[str] = field(default_factory=list)
    bibtex: list[tuple[int, str]] = field(default_factory=list)
    blocks: list[HtmlBlock] = field(default_factory=list)
    path: tuple[HtmlHeading, ...] = ()
    all_headings: list[HtmlHeading] = field(default_factory=list)
    in_headings: list[HtmlBlock] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    term: list[Atom] = field(default_factory=list)
    page_title: list[str] = field(default_factory=list)
    in_page_title: bool = False
    date: str = ""
    addresses: list[str] = field(default_factory=list)
    after_break: bool = False
    button: list[Atom] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    comments: list[Comment] = field(default_factory=list)
    is_template: bool = False

    def next_serial(self) -> int:
        """A number that no element had."""
        self.serial += 1
        return self.serial

    def is_own(self, address: str) -> bool:
        """Whether an address is the page's own, as links into it have it in a page that a browser has saved."""
        return any(page_at(urljoin(own, address)) == page_at(own) for own in self.addresses if is_web_address(own))

    def add(self, text: str, position: int) -> None:
        """Words."""
        inside = self.stack[-1]
        if self.names_open["button"]:
            self.button.append(Atom(text, *self.scanned.place(position)))
        if inside.skip or (self.block is None and not text.strip()) or (inside.target and text.strip() in ANCHOR_SIGNS):
            return
        if self.block is None:
            if inside.kind != "item" or inside.term:
                self.end_term()
            self.block = HtmlBlock(inside, self.path, self.term, self.ids)
            self.ids, self.term = [], []
        place = self.scanned.place(position)
        atom = Atom(text, *place, inside.target, inside.raised, inside.citing, inside.keys, inside.address)
        self.block.atoms.append(atom)

    def end_button(self) -> None:
        """What a button shows or hides is the list of references, where it says so; any other is left out."""
        text = atoms_text(self.button)
        if is_reference_heading(text):
            self.end_block()
            self.add_heading(HtmlBlock(Inside(), self.path, self.button), text)
        self.button = []

    def begin_aside(self) -> None:
        """Begin a note in the middle of a sentence."""
        self.around.append(self.block)
        self.block = None

    def end_aside(self) -> None:
        """Go on with the sentence that a note stands in."""
        self.end_block()
        self.block = self.around.pop()

    def end_term(self) -> None:
        """A term that nothing describes stands alone."""
        if self.term:
            self.blocks.append(HtmlBlock(self.stack[-1]._replace(kind="item"), self.path, self.term))
        self.term = []

    def end_block(self) -> None:
        """Words run on no further: what was gathered is a heading, a term, or a block."""
        block, self.block = self.block, None
        if block is None:
            return
        text = atoms_text(block.atoms)
        plain = block.inside.kind == "text" and len(text) <= LONGEST_HEADING
        if block.inside.level or (plain and (is_list_heading(text) or self.ends_list(block))):
            self.add_heading(block, text)
        elif block.inside.term:
            self.term = term_of(block, text)
            self.ids = [*block.ids, *self.ids]
        else:
            self.blocks.append(block)

    def ends_list(self, block: HtmlBlock) -> bool:
        """Whether a paragraph is a heading in bold letters, behind a list whose heading is a paragraph, too."""
        is_bold = block.inside.name in {"strong", "b"} and len(block.atoms) == 1
        return is_bold and block.is_listed and self.path[-1].level == DEEPEST_HEADING

    def is_in_box(self, block: HtmlBlock) -> bool:
        """Whether a heading is the first thing in an element of its own, which is left out from there on."""
        at = next((at for at, each in enumerate(self.stack) if each.level > 1 and each == block.inside), 0)
        around = self.stack[at - 1] if at else Inside()
        if not self.seen or around.name not in BOXES or around.begun != self.seen:
            return False
        self.stack[at - 1] = around._replace(skip=LEFT_OUT)
        self.left_out["menus, banners and the like"] += 1
        return True

    @property
    def seen(self) -> int:
        """How many blocks and headings were read so far."""
        return len(self.blocks) + len(self.all_headings)

    def add_heading(self, block: HtmlBlock, text: str) -> None:
        """A heading, which ends all of its level and below."""
        if BOX.fullmatch(text) and self.is_in_box(block):
            return
        level = block.inside.level or DEEPEST_HEADING
        heading = HtmlHeading(level, HEADING_NUMBER.sub("", text), self.next_serial(), block.inside.is_title)
        self.path = (*(each for each in self.path if each.level < level), heading)
        self.all_headings.append(heading)
        self.in_headings.append(block)


def is_list_heading(text: str) -> bool:
    """Whether a heading is that of the list of references, or of what the article only recommends."""
    return is_reference_heading(text) or FURTHER_READING.fullmatch(text) is not None


def term_of(block: HtmlBlock, text: str) -> list[Atom]:
    """A term as it stands before what describes it; that of an entry or a note is its label."""
    line, column = block.atoms[0].line, block.atoms[0].column
    label = TERM_LABEL.fullmatch(text) if block.inside.notes or block.is_listed else None
    return (
        [Atom(f"[{label['label'].rstrip('.')}] ", line, column)] if label else [*block.atoms, Atom(": ", line, column)]
    )
