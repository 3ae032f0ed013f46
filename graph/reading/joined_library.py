"""A library that is being read: its references by key, of one file or of several, and what is wrong in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from graph.model import Facts, Place, Reference, Severity
from graph.reading.limits import USUAL_LIMITS, Limits
from graph.reading.noqa import read_suppressions
from graph.reading.problems import Problems
from graph.references.citing import short_citation
from graph.references.designs import IN_A_BOOK
from graph.references.dois import read_doi
from graph.references.identifiers import identifiers
from graph.references.names import Name
from graph.references.years import read_year, year_of_date
from graph.texts.forms import words
from graph.wording import count, in_parentheses

VERBATIM = frozenset({"doi", "eprint", "file", "isbn", "issn", "pmcid", "pmid", "url"})
"""Fields that hold an address or identifier, as in biblatex."""

OTHERS = "others"
"""What stands last in a list of names that is cut."""

AND = " and "
"""What stands between names."""

PEOPLE = ("author", "editor")
ORGANISATIONS = ("organization", "institution", "collaboration")
"""The fields that say who answers for a reference, the first that it has."""

SAME = ({"year", "date"}, {"journal", "journaltitle"}, {*PEOPLE, *ORGANISATIONS})
"""Fields of which a reference that has one lacks none of the others."""

NOT_CITABLE = re.compile(r"[\s,;(){}\"'#%=\\~]+")
"""What a key may not have, so that a table's cell and a BibTeX file can name it."""

A_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d(?!\d)")
LATIN_LETTERS = str.maketrans(
    {
        "\N{LATIN SMALL LETTER AE}": "ae",
        "\N{LATIN SMALL LETTER D WITH STROKE}": "d",
        "\N{LATIN SMALL LETTER ETH}": "d",
        "\N{LATIN SMALL LETTER SCHWA}": "e",
        "\N{LATIN SMALL LETTER H WITH STROKE}": "h",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
        "\N{LATIN SMALL LETTER O WITH STROKE}": "o",
        "\N{LATIN SMALL LIGATURE OE}": "oe",
        "\N{LATIN SMALL LETTER THORN}": "th",
    }
)
"""Latin letters that are no others with an accent, as a key has them."""

KEY_WORDS = 3
"""How many words of a title make a key where nobody is named."""

KEY_LETTERS = 20
"""How many letters of a word a key has where nothing may part words, as in Chinese."""


class Undefined(NamedTuple):
    """A string of BibTeX that nothing has defined: who uses it, in which line and field."""

    name: str
    owner: str
    line: int
    column: str


@dataclass(slots=True)
class Library(Problems):
    """The references and problems read so far, of `file` and the files before it.

    `strings` are BibTeX's, `undefined` are uses of others in this file, and `evaluated` the texts of values that begin
    with a string or a number. `stores` are biblatex's @xdata, which are no references but lend them fields, and `sets`
    its @set, which are the references whose keys they name. `aliases` leads from a key that is not in `references` to
    the one that it means: of the same work in an earlier file, or one that can be cited. `numbers` leads there from the
    numbers of this file's list. `shares_keys` says that this file has the keys of those before it: what an article
    shows of its bibliography.
    """

    references: dict[str, Reference] = field(default_factory=dict)
    strings: dict[str, str] = field(default_factory=dict)
    undefined: list[Undefined] = field(default_factory=list)
    evaluated: dict[str, str] = field(default_factory=dict)
    stores: dict[str, Reference] = field(default_factory=dict)
    sets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    folded: dict[str, str] = field(default_factory=dict)
    works: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    shares_keys: bool = False
    limits: Limits = USUAL_LIMITS

    def size(self) -> tuple[int, int, int, int]:
        """How much was read so far."""
        return len(self.references), len(self.strings), len(self.aliases), len(self.problems)

    def open(self, file: str) -> None:
        """Go on to the next file; what is read from it may be a work that those before it have."""
        self.works, self.phrases = {}, {}
        for reference in self.references.values():
            self.phrases[reference.key] = phrases_of(reference)
            for mark in marks_of(reference):
                self.works.setdefault(mark, reference.key)
        self.file = file

    def where(self, key: str) -> str:
        """Where a reference stands, in words, with its file where that is another one."""
        place = self.references[self.aliases.get(key, key)].place
        return f"line {place.line}" if place.file == self.file else f"line {place.line} of {place.file}"

    def add(self, reference: Reference, raw: str) -> bool:
        """Keep a reference, written as `raw`, under its key; say whether it is kept as one of its own."""
        key = reference.key
        twin = self.twin_of(reference)
        if twin and key in {*self.references, *self.aliases} - {twin.key}:
            twin = None  # the key is that of another work: nobody knows which a claim means
        if twin:
            self.join(twin, reference, raw)
        elif key in self.references or key in self.aliases:
            self.refuse(reference, raw)
        else:
            self.notice_case(reference)
            self.references[key] = reference
            return True
        return False

    def refuse(self, reference: Reference, raw: str) -> None:
        """Leave out a reference whose key another has; only one that says something else can matter to a claim."""
        used = f"key {reference.key!r} is used in {self.where(reference.key)} already"
        same = says_the_same(self.references[self.aliases.get(reference.key, reference.key)], reference)
        rest = "by an entry that says the same; delete this one" if same else "and this entry is left out; rename one"
        severity: Severity | None = "warning" if same else None
        self.report("duplicate-key", reference.place.line, f"{used}, {rest}", severity=severity, unread=1, text=raw)

    def notice_case(self, reference: Reference) -> None:
        """Report a key that differs from another only in case, unless an article has both: its own ids are no keys."""
        twin = self.folded.setdefault(reference.key.casefold(), reference.key)
        if twin != reference.key and not self.shares_keys:
            other = f"{twin!r} in {self.where(twin)}"
            message = f"key {reference.key!r} differs from {other} only in case, which BibTeX takes for the same"
            cure = "delete one" if says_the_same(self.references[twin], reference) else "rename one"
            self.report("duplicate-key", reference.place.line, f"{message}; {cure}")

    def add_all(self, references: Iterable[tuple[Reference, str]]) -> list[Reference]:
        """Keep all references of a file, each with how it is written; those that are kept as ones of their own.

        One whose key cannot be cited gets another, and one without a key the family name and the year as its key.
        """
        found = self.within(list(references))
        taken = {*self.references, *self.aliases, *(each.key for each, _ in found)}
        kept = []
        for each, raw in found:
            reference = self.with_key(each, taken)
            kept += [reference] if self.add(reference, raw) else []
            self.numbers[reference.listed] = self.aliases.get(reference.key, reference.key)
        return kept

    def within(self, found: list[tuple[Reference, str]]) -> list[tuple[Reference, str]]:
        """As many of a file's references as may be read; the others are reported."""
        if beyond := found[self.limits.entries :]:
            self.report_beyond(beyond[0][0].place.line, len(beyond))
        return found[: self.limits.entries]

    def report_beyond(self, line: int, number: int) -> None:
        """Report the references from a line on that are more than are read."""
        what = f"{count(number, 'entry')} from here on left out, as the file has more than {self.limits.entries:,}"
        self.report("unparsed-entry", line, f"{what}; split it, or set 'entries' under [limits]", unread=number)

    def with_key(self, reference: Reference, taken: set[str]) -> Reference:
        """The reference with a key that can be cited; none that is made is in `taken`, to which it is added."""
        own = reference.key
        key = NOT_CITABLE.sub("-", own).strip("-")
        if own and key == own:
            return reference
        twin = None if own else self.twin_of(reference)
        key = twin.key if twin else free_key(key or key_for(reference), taken)
        taken.add(key)
        if own:
            self.aliases.setdefault(own, key)
        return replace(reference, key=key)

    def twin_of(self, reference: Reference) -> Reference | None:
        """The reference of an earlier file that is the same work."""
        if not self.works:
            return None
        if self.shows_again(reference):
            return self.references[reference.key]
        keys = (self.works[mark] for mark in marks_of(reference) if mark in self.works)
        twin = next((twin for key in keys if is_same_work(twin := self.references[key], reference)), None)
        return twin or self.twin_in_text(reference)

    def twin_in_text(self, reference: Reference) -> Reference | None:
        """The one reference of an earlier file whose name, title and year stand in an entry that is text only."""
        note = "" if reference.title else reference.fields.get("note", "")
        text = phrase(note)
        found = [key for key, parts in self.phrases.items() if parts and all(part in text for part in parts)]
        return self.references[found[0]] if note and len(found) == 1 else None

    def shows_again(self, reference: Reference) -> bool:
        """Whether an article's own list shows a reference of its bibliography, by the key that it has there."""
        same = self.references.get(reference.key) if self.shares_keys else None
        years = A_YEAR.findall(f"{reference.year} {reference.fields.get('note', '')}")
        return same is not None and (not years or same.year[:4] in years)

    def join(self, twin: Reference, reference: Reference, raw: str) -> None:
        """Take a reference for one that an earlier file has, which gets the fields that it lacks."""
        named = f"{twin.key!r}{in_parentheses(short_citation(twin))}"
        message = f"reference {reference.key!r} is {named} in {self.where(twin.key)}; the two are read as one"
        self.report("repeated-work", reference.place.line, message, unread=1, text=raw)
        names = {"listed"} if self.shows_again(reference) else reference.fields.keys()
        self.references[twin.key] = filled(twin, reference, names)
        if reference.key != twin.key:
            self.aliases[reference.key] = twin.key


def listed_keys(reference: Reference, field: str) -> tuple[str, ...]:
    """The keys of other entries, or other keys of this one, that a field lists."""
    return tuple(reference.fields.get(field, "").replace(",", " ").split())


def marks_of(reference: Reference) -> Iterator[str]:
    """What a work is known by in another file: its identifiers, or else its title, year and first author."""
    yield from identifiers(reference)
    names, year = reference.facts.names, reference.facts.year.first or "undated"
    title = " ".join(words(reference.title))
    if title and names:
        yield f"title:{title} ({' '.join(words(names[0].short))} {year})"


def phrases_of(reference: Reference) -> tuple[str, ...]:
    """Year, first author and title, as they stand in an entry of a list; nothing where one of them is missing."""
    names, year = reference.facts.names, reference.facts.year.first
    parts = (str(year or ""), names[0].short if names else "", reference.title)
    return tuple(map(phrase, parts)) if all(map(words, parts)) else ()


def phrase(text: str) -> str:
    """The forms of a text's words, as they are found in those of a longer one."""
    return f" {' '.join(words(text))} "


def is_same_work(one: Reference, other: Reference) -> bool:
    """Whether two references of one mark are one work: not with two DOIs, nor as two chapters of a book."""
    doi = one.facts.doi.folded
    if doi and other.facts.doi and doi != other.facts.doi.folded:
        return False
    titles = words(one.title), words(other.title)
    chapters = one.type in IN_A_BOOK or other.type in IN_A_BOOK
    return not chapters or not all(titles) or titles[0] == titles[1]


def says_the_same(one: Reference, other: Reference) -> bool:
    """Whether two entries have the same fields and texts, whatever their keys are."""
    return (one.type, one.fields) == (other.type, other.fields)


def filled(reference: Reference, other: Reference, names: Collection[str]) -> Reference:
    """The reference with those of these fields that only the other has."""
    had = {name for group in SAME if group & reference.fields.keys() for name in group} | reference.fields.keys()
    new = {name: text for name, text in other.fields.items() if name in names and name not in had}
    whose = reference if reference.facts.names or reference.et_al else other
    return reference_from(
        reference.key,
        reference.type,
        reference.place,
        {**reference.fields, **new},
        {**{name: other.at(name) for name in new}, **reference.places},
        (whose.facts.names, whose.et_al),
    )


def reference_from(  # noqa: PLR0913, PLR0917 - what a reference is made of
    key: str,
    kind: str,
    place: Place,
    fields: Mapping[str, str],
    places: Mapping[str, Place],
    people: tuple[tuple[Name, ...], bool],
) -> Reference:
    """A reference from its fields under their BibTeX names; `people` are its names, and whether their list is cut."""
    year = fields.get("year") or year_of_date(fields.get("date", ""))
    return Reference(
        key=key,
        type=kind,
        place=place,
        title=fields.get("title", ""),
        facts=Facts(names=people[0], year=read_year(year), doi=read_doi(fields.get("doi", ""))),
        et_al=people[1],
        journal=fields.get("journal") or fields.get("journaltitle", ""),
        url=fields.get("url", ""),
        design=fields.get("design", ""),
        group=fields.get("group", ""),
        listed=fields.get("listed", ""),
        noqa=tuple(read_suppressions(fields["noqa"], places.get("noqa", place))) if "noqa" in fields else (),
        fields=fields,
        places=places,
    )


def write_people(names: Iterable[Name], *, et_al: bool) -> str:
    """Names as a field holds them: "van der Berg, Jan and others"."""
    return AND.join([*map(str, names), *([OTHERS] if et_al else [])])


def as_field(name: str, text: str) -> str:
    """A value as a field holds it: on one line, and an identifier without what BibTeX cannot have around it."""
    line = " ".join(text.split())
    return line.strip("{} ").rstrip("\\{} ") if name in VERBATIM else line


def key_for(reference: Reference) -> str:
    """A key from the family name and the year, with its letter if it has one: "gupta2015", "gupta2015b".

    Without a name it is from the first words of the title; where nothing is known but an identifier it is that.
    """
    names = reference.facts.names
    texts = (reference.title, reference.journal, reference.fields.get("note", ""))
    if not (names or any(texts)) and (known := next(identifiers(reference), "")):
        return NOT_CITABLE.sub("-", known.removeprefix("doi:").replace(":", "", 1))
    who = [names[0].short] if names else next(filter(None, (*texts, reference.type))).split()
    year = reference.facts.year.first
    dated = f"{year}{reference.fields.get('extradate', '')}" if year else ""
    return ("-".join(in_key(who)[:KEY_WORDS]) or "source") + dated


def in_key(words: Iterable[str]) -> list[str]:
    """Words as they stand in a key: in plain letters, which any program takes; where none has any, in their own."""
    words = [*words]
    plain = [*filter(None, map(plain_letters, words))]
    return plain if any(map(str.isalpha, "".join(plain))) else [*filter(None, map(own_letters, words))]


def plain_letters(text: str) -> str:
    """A word in small Latin letters and digits, without accents."""
    spelled = text.casefold().translate(LATIN_LETTERS)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return "".join(re.findall(r"[a-z0-9-]+", plain)).strip("-")


def own_letters(text: str) -> str:
    """The beginning of a word in its small letters, whatever script it is in."""
    return "".join(re.findall(r"\w+", unicodedata.normalize("NFC", text.lower())))[:KEY_LETTERS]


def free_key(key: str, taken: Collection[str]) -> str:
    """The key, or where it is taken the key with a letter: "gupta2015a", "gupta2015b".

    The end of those that are taken is searched for by halves, as thousands may have one name and year.
    """
    if key not in taken:
        return key
    low, high = 0, 1
    while f"{key}{in_letters(high)}" in taken:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if f"{key}{in_letters(middle)}" in taken else (low, middle)
    return f"{key}{in_letters(high)}"


def in_letters(number: int) -> str:
    """A number from 1 on as letters: a, b, ..., z, aa, ab, ..."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
