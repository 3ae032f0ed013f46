"""The people at the beginning of an entry of a list, in the ways that lists write them.

"Gupta R, Lee M", "Gupta R.K., Lee M.", "Gupta, R., & Lee, M.", "Gupta, R. K.; Lee, Mary", "R. Gupta and M. Lee",
"Gupta, Ravi, and Mary Lee", "Ravi K. Gupta and Mary Lee". A name fits in one way only, or long lists take for ever;
what fits in none of them has no people that are certain.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.reading.records import read_initials, read_person, with_particle
from graph.references.names import JOINING_NAMES, Name

FAMILY_WORDS = (
    "van",
    "von",
    "de",
    "der",
    "den",
    "del",
    "della",
    "di",
    "da",
    "dos",
    "la",
    "le",
    "ter",
    "te",
    "ten",
    "al",
    "el",
)
"""What a family's name may begin with."""

PARTICLE = rf"(?:(?:{'|'.join(FAMILY_WORDS)})\s+){{0,3}}"
LETTERS = r"[\w'\N{RIGHT SINGLE QUOTATION MARK}]+"
CAPITALISED = rf"[^\W\d_a-z]{LETTERS}(?:-{LETTERS})*"
FAMILY = rf"{PARTICLE}{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
GENERATION = r"(?:Jr|Sr|II|III)\b"
INITIAL = r"[^\W\d_a-z](?![a-z\u00df-\u00f6\u00f8-\u00ff'\u2019])"
"""The letter of a given name; a word that begins with one is the title's first."""

INITIALS_BEFORE = rf"(?:{INITIAL}\.[ -]?){{1,4}}"
INITIALS_BEHIND = rf"(?:{INITIALS_BEFORE}|{INITIAL}(?:[ -]?{INITIAL}){{0,3}}(?![^\W\d_]))"

IN_CAPITALS = rf"[^\W\d_a-z]{{2,30}}(?=\s) {INITIAL}(?: {INITIAL}){{1,3}}(?=[,.])"
CLOSE = rf"(?>{IN_CAPITALS}|{FAMILY} (?:-?{INITIAL}){{1,4}}(?: {GENERATION})?)"
DOTTED = rf"(?>{FAMILY} (?:{INITIAL}\.[ -]?){{1,4}}(?<! ))"
SPACED = rf"(?>{FAMILY}, {INITIALS_BEHIND}(?<! )(?:, {GENERATION}\.?)?)"
TURNED = rf"(?>{INITIALS_BEFORE} ?{PARTICLE}{CAPITALISED}(?: {GENERATION}\.?| {CAPITALISED})?)"
ONE_GIVEN = rf"(?>{PARTICLE}{CAPITALISED}(?: {CAPITALISED})?, (?:{INITIAL}\. )?{CAPITALISED}(?: {INITIAL}\.)?)"
IN_FULL = rf"(?>{PARTICLE}{CAPITALISED}(?: {CAPITALISED})?, {CAPITALISED}(?: (?:{INITIAL}\.|{CAPITALISED}))?)"
FAMILY_LAST = rf"(?>{CAPITALISED}(?: {INITIAL}\.| {CAPITALISED}){{0,2}} {CAPITALISED})"
MIDDLE = rf"(?>{CAPITALISED} (?:{INITIAL}\. ?){{1,2}}{PARTICLE}{CAPITALISED})"
"""One name: "GUPTA R K", "Gupta RK", "Gupta R. K.",
"Gupta, R. K.", "R. K. Gupta", "Gupta, Ravi K.", "Ravi K. Gupta"."""

JOINING_WORD = rf"(?:{JOINING_NAMES}|AND|&)"

CUT = r"(?P<cut>\.?(?:[,;]| ;)? (?:(?:et al|et coll|[ye] cols?|u\. ?a)\b\.*|and others\b|\u7b49))?"
JOINED = rf"(?:,? {JOINING_WORD}|,)"
JOINT = rf"(?:,? {JOINING_WORD}|,(?: \.\.\.| \N{{HORIZONTAL ELLIPSIS}})?)"

QUOTE = r"[\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}]"
GIVEN_NAME = (
    rf"\. (?:{INITIAL}\. )?{CAPITALISED}"
    rf"(?:,? (?:and|&) [^\W\d_a-z]|\. (?:1[89]|20)\d\d\b"
    rf"|, (?:[^\W_a-z]|{QUOTE}|eds?\b)| \((?:[A-Z][a-z]+ )?\d|[ .,:]{{1,2}}{QUOTE}"
    rf"|\. (?!Journal|Annals|Archives|Proceedings|The ){CAPITALISED}(?: [a-z]+){{2}})"
)
"""What follows a given name that looks like a family's: "Ann M. Lee and Bob", "Ann M. Lee, 2015"."""

OTHER_PEOPLE = rf" {CAPITALISED},? (?:and )?{INITIAL}\."
"""What follows where names before a comma were given ones: "Ann Lee, R. Wu, B. Day"."""

VANCOUVER = re.compile(
    rf"(?P<names>{CLOSE}(?:(?:{JOINED} {CLOSE})+|(?!{GIVEN_NAME}))){CUT}"
    r"(?: ?[.:](?!\w\.)\s*|(?<=al\.),\s+|(?<=et al); "
    r"|; (?!D[aei] |Van |Von |La |Le )(?=[A-Z][a-z]+ [a-z])|\s+(?=\(\d{4}))"
)
FAMILY_BEHIND = rf" {CAPITALISED}(?: {CAPITALISED})?(?:[.,]| (?:and|&) [^\W\d_a-z]| \()"
DOTTED_ALONE = (
    rf"(?>{FAMILY} (?:{INITIAL}\.[ -]?){{2,4}}(?<! ))(?!{FAMILY_BEHIND})"
    rf"(?=[,:]? (?:\(\d|{QUOTE}|[^\W\d_a-z\u0430-\u044f]))"
)
"""One person with several initials, behind which the year or a title begins, and no family name."""

WITH_FULL_STOPS = re.compile(rf"(?P<names>{DOTTED}(?:{JOINED} {DOTTED})+|{DOTTED_ALONE}){CUT}[,:]?\s+")
APA = re.compile(rf"(?P<names>{SPACED}(?:{JOINT} (?:{SPACED}|{TURNED}))*)(?!{OTHER_PEOPLE}){CUT},?\.?\s*")
GIVEN_NAMES = (
    rf"(?:{CAPITALISED}(?: {CAPITALISED}){{0,3}}(?: {INITIAL}(?:\.|(?= ?[;:.]))){{0,2}}"
    rf"|{INITIAL}\. {CAPITALISED}(?= ?[;:]| et al)|{INITIALS_BEHIND}(?<! ))"
)
TURNED_ROUND = rf"(?>{FAMILY}, {GIVEN_NAMES}(?:, {GENERATION}\.?)?)"
WITH_SEMICOLONS = re.compile(
    rf"(?P<names>{TURNED_ROUND}(?: ?;(?: {JOINING_WORD})? {TURNED_ROUND})+){CUT}"
    r"(?:(?:(?<=\.)|\.)\s+|\s*(?=:\s)|\s+(?=\(\d{4}))"
)
"""ACS, MDPI, ABNT, DIN: "Gupta, R. K.; Lee, Mary."."""

OF_JOURNAL = r"\. (?:[A-Z]\w{0,15} ){0,3}[A-Z]\w{0,15}(?:\.| \d)|\.? \d"
IEEE_LATER = rf"(?:,? {JOINING_WORD} {TURNED}|, {TURNED}(?!{OF_JOURNAL}))"
IEEE = re.compile(
    rf"(?P<names>(?>{TURNED}(?:{IEEE_LATER}+|(?!\. [A-Z]\w{{0,7}}\.)))){CUT}"
    r"(?:[,:.]\s+|\s+(?=[(\"\N{LEFT DOUBLE QUOTATION MARK}]))"
)
"""What goes on with another abbreviation or a volume is a journal: "J. Sleep. Res.", "J. Sleep 4"."""

CHICAGO = re.compile(
    rf"(?P<names>{ONE_GIVEN}(?:, {FAMILY_LAST})*,? (?:and|&) {FAMILY_LAST}|{ONE_GIVEN}|{IN_FULL}){CUT}"
    r"(?:(?:(?<=\.)|\.)\s+|,?\s+(?=[(\"\N{LEFT DOUBLE QUOTATION MARK}])|,\s+(?=(?:1[89]|20)\d\d[a-z]?[.,]))"
)
"""And MLA's: "Gupta, Ravi K., Ann Lee, and Bob Wu."."""

GIVEN_WORD = rf"(?:Md\.|{CAPITALISED}|{INITIAL}\.?(?:-?{INITIAL}\.?){{0,2}})"
GIVEN_WORDS = rf"{GIVEN_WORD}(?: {GIVEN_WORD}){{0,3}}"
SINGLE_FAMILY = rf"{CAPITALISED}, {GIVEN_WORDS}(?: (?:{'|'.join(FAMILY_WORDS)})\b){{0,3}}"
DOUBLE_FAMILY = rf"{CAPITALISED}(?: {CAPITALISED}){{1,2}}, {CAPITALISED}(?: {INITIAL}\.?){{0,2}}"
FIRST_TURNED = rf"(?>{PARTICLE}(?:{SINGLE_FAMILY}|{DOUBLE_FAMILY})(?:, {GENERATION}\.?)?)"
LATER = rf"(?>{GIVEN_WORDS} {PARTICLE}{CAPITALISED}(?: {CAPITALISED})?)"
CERTAIN_CHICAGO = re.compile(
    rf"(?P<names>{FIRST_TURNED}(?:, {LATER})*(?:,? (?:and|&) {LATER})?){CUT}\.?\s+"
    r"(?=[\"\N{LEFT DOUBLE QUOTATION MARK}]|(?:(?:1[89]|20)\d\d[a-z]?|n\.d)\.\s)"
)
"""Chicago's, told by the year or the quoted title behind them, so that given names may be any.

"Lee, M. Ann, Bo T Wu, et al. 2015."
"""

FAMILY_BEGUN = r"(?:Al|De|Del|Di|Du|El|La|Le|Ten|Ter|Van|Von)"
GIVEN_FULL = rf"(?!{FAMILY_BEGUN}\b)(?>{GIVEN_WORDS} {PARTICLE}{CAPITALISED})"
PAGED_AND_DATED = r"(?:\d(?:\([^()]*\))?:|, pages )\d[^:]*, (?:[A-Z][a-z]+ )?\d{4}\.?$"
BEFORE_VOLUME = rf"(?:(?:1[89]|20)\d\d\. )?.*(?:\d,? \([^()]*\d{{4}}\)|{PAGED_AND_DATED})"
FULL_NAMES = re.compile(
    rf"(?P<names>{GIVEN_FULL}(?:(?:, {GIVEN_FULL})*,? (?:and|&) {GIVEN_FULL})?){CUT}"
    rf"\.\s+(?={BEFORE_VOLUME})"
)
SEVERAL_FULL_NAMES = re.compile(
    rf"(?P<names>{GIVEN_FULL}(?:, {GIVEN_FULL})*,? (?:and|&) {GIVEN_FULL}){CUT}\.\s+(?=(?:1[89]|20)\d\d\. )"
)
"""Names in full before a volume at the end (BibTeX's `plain`), and several before the year (ACM)."""

FAMILY_IN_CAPITALS = rf"{PARTICLE}(?!{GENERATION})[^\W\d_a-z]{{2,30}}(?:[- ][^\W\d_a-z]{{2,30}})?"
TURNED_IN_CAPITALS = rf"(?>{FAMILY_IN_CAPITALS}, {GIVEN_WORDS})"
GIVEN_AT_LAST = (
    rf"(?:{CAPITALISED}(?: {CAPITALISED}){{0,2}}(?: {INITIAL}\.?){{0,3}}(?: {GENERATION})?"
    rf"|{INITIAL}\. {CAPITALISED}(?=\.\s)|{INITIAL}(?:\.?[ -]?{INITIAL}){{0,3}}\.?)"
)
"""The given names of the last one, behind whose initials the title begins: "M. Frans.", "M. Tea and sleep."."""

JOINING_TURNED = r",? (?:and|&|et|y|und|a|e|i|og|och) "
ALL_TURNED = re.compile(
    rf"(?P<names>{TURNED_IN_CAPITALS}(?:, {TURNED_IN_CAPITALS}){{0,40}}"
    rf"(?:{JOINING_TURNED}{FAMILY_IN_CAPITALS}, {GIVEN_AT_LAST}(?=,? et al|\.\s|(?<=\.)\s)|(?=,? et al))){CUT}\.?\s+"
)
"""People with the family's name first and in capitals, as ISO 690 has them: "GUPTA, Ravi, LEE, Ann and DAY, Bo."."""

LAST_IN_CAPITALS = rf"(?>(?:{GIVEN_WORD} ){{1,4}}?{FAMILY_IN_CAPITALS}(?=[,.]|{JOINING_TURNED}| et al))"
FIRST_OF_ALL_TURNED = re.compile(
    rf"(?P<names>{TURNED_IN_CAPITALS}(?:, {LAST_IN_CAPITALS}){{0,40}}{JOINING_TURNED}{LAST_IN_CAPITALS}){CUT}\.\s+"
)
"""The same with the first alone turned: "GUPTA, Ravi, Ann LEE and Bo DAY."."""

BOTH = rf"{FIRST_TURNED},? (?:and|&) {FIRST_TURNED}(?=\.?\s+(?:{QUOTE}|(?:1[89]|20)\d\d[a-z]?\.\s))"
BOTH_TURNED = re.compile(rf"(?P<names>{BOTH}){CUT}\.?\s+")
"""Two people with the family's name first before the year or a quoted title."""

BEFORE_BOOK = r"[^\W\d_a-z][^()]{2,300}\([^()]{3,160}, (?:1[5-9]|20)\d\d\)"
PEOPLE_IN_NOTE = re.compile(
    rf"(?P<names>{GIVEN_FULL}(?:(?:, {GIVEN_FULL})*,? (?:and|&) {GIVEN_FULL})?){CUT},\s+(?={QUOTE}|{BEFORE_BOOK})"
)
"""Names in full before a title in quotation marks or a book, as notes have them: "Ravi Gupta, Tea (Elm, 2015)"."""

GERMAN_ALONE = re.compile(rf"(?P<names>{FIRST_TURNED}){CUT}(?=:\s.{{5,2000}}(?:\bIn: |\bAufl\.| : ))")
"""One author before a colon, as DIN 1505 has it, told by what follows: "Gupta, Ravi: Tee. In: Schlaf 4"."""

HAN_NAME = r"(?:(?!\u7b49\s?[.,\uff0e\uff0c\u3002])[\u3040-\u30ff\u3400-\u9fff]){2,8}"
HAN_PEOPLE = re.compile(
    rf"(?P<names>{HAN_NAME}(?:\s?[,\uff0c\u3001]\s?{HAN_NAME})*)(?P<cut>\s?[,\uff0c\u3001]?\s?\u7b49)?"
    r"(?:\s?[.\uff0e\u3002]\s*(?=.*\[[A-Z]{1,2}(?:/[A-Z]{2})?\])|\s?(?=\(\d{4}))"
)
"""Chinese and Japanese names, told by the mark behind the title (GB/T 7714) or the year behind them (APA)."""

GIVEN_FIRST = re.compile(
    rf"(?P<names>{MIDDLE}(?:, {MIDDLE}|,? (?:and|&) (?:{MIDDLE}|{FAMILY_LAST}))*){CUT}"
    r"(?:[.,]\s+|\s+(?=[(\"\N{LEFT DOUBLE QUOTATION MARK}]))"
)
FIRST_ALONE = re.compile(rf"(?P<names>{PARTICLE}{CAPITALISED}){CUT}(?<=al)\.?,? (?=\((?:1[89]|20)\d\d)")
"""The first of several, by the family name alone: "Gupta et al. (2015)"."""

BEFORE_FAMILY = re.compile(rf"(?P<given>{INITIALS_BEFORE}) ?(?P<family>.+?)(?: (?P<suffix>{GENERATION})\.?)?")
AT_END_IN_CAPITALS = re.compile(rf"(?P<given>(?:{GIVEN_WORD} ){{1,4}}?)(?P<family>{FAMILY_IN_CAPITALS})")
BETWEEN_INITIALS = re.compile(rf"(?<= {INITIAL}) (?={INITIAL}(?: |\Z))")
BETWEEN_CLOSE = re.compile(f",? {JOINING_WORD} |, ")
BETWEEN_SPACED = re.compile(
    rf",? {JOINING_WORD} |(?:(?<=[^\W\d_a-z])|(?<=\.)(?!, {INITIAL}\.)), "
    rf"(?!{GENERATION}|(?<!\., ){INITIALS_BEHIND}(?:,| {JOINING_WORD}(?!\w)|$))"
    rf"(?:\.\.\. |\N{{HORIZONTAL ELLIPSIS}} )?|, (?={INITIALS_BEFORE} ?{CAPITALISED})"
)
BETWEEN_BOTH = re.compile(r",? (?:and|&) ")
BETWEEN_TURNED = re.compile(rf"{JOINING_TURNED}|, ")
BETWEEN_HAN = re.compile(r"\s?[,\uff0c\u3001]\s?")
BETWEEN_SEMICOLONS = re.compile(rf" ?;(?: {JOINING_WORD})? ")
BETWEEN_LATER = re.compile(rf",? {JOINING_WORD} |, (?!{GENERATION})")
BETWEEN_IN_FULL = re.compile(rf",? (?:and|&) |, (?={FAMILY_LAST}(?:,|,? (?:and|&) ))")


class People(NamedTuple):
    """Who is named at the beginning of a line, nobody where the list is cut; how that is written, and what follows."""

    names: tuple[Name | None, ...]
    written: str
    rest: str


def people_in_line(text: str) -> People | None:
    """The people that a line begins with."""
    for pattern, parted, read in STYLES:
        if found := pattern.match(text):
            names = [*map(read, parted(found["names"])), *([None] if found["cut"] else [])]
            return People(tuple(names), found.group(), text[found.end() :].lstrip(". "))
    return None


def parted_behind_first(text: str) -> list[str]:
    """The names in "Family, Given, Given Family, and Given Family"."""
    family, _, others = text.partition(", ")
    given, *later = BETWEEN_LATER.split(others)
    return [f"{family}, {given}", *later]


def parted_in_pairs(text: str) -> list[str]:
    """The names in "FAMILY, Given, FAMILY, Given and FAMILY, Given"."""
    parts = BETWEEN_TURNED.split(text)
    return [", ".join(pair) for pair in zip(parts[::2], parts[1::2], strict=True)]


def parted_in_capitals(text: str) -> list[str]:
    """The names in "FAMILY, Given, Given FAMILY and Given FAMILY", the family's first in each."""
    family, given, *others = BETWEEN_TURNED.split(text)
    found = (AT_END_IN_CAPITALS.fullmatch(each) for each in others)
    return [f"{family}, {given}", *(f"{each['family']}, {each['given']}" for each in found if each)]


def read_close(text: str) -> Name | None:
    """The name in "Family GH" or "FAMILY G H"."""
    return read_initials(BETWEEN_INITIALS.sub("", text))


def read_with_full_stops(text: str) -> Name | None:
    """The name in "Family G. H."."""
    return read_initials(re.sub(r"\.\s+(?=\S+\Z|\S\.)", ".", text))


def read_either(text: str) -> Name | None:
    """The name in "Family, Given" or "G. H. Family"."""
    found = BEFORE_FAMILY.fullmatch(text.strip())
    if not found:
        return read_person(text)
    return with_particle(found["family"], found["given"].strip(), found["suffix"] or "")


def read_family(text: str) -> Name | None:
    """The name in "Family"."""
    return with_particle(text.strip(), "")


def read_in_full(text: str) -> Name | None:
    """The name in "Family, Given" or "Given H. Family"."""
    words = text.split()
    family = next((at for at, word in enumerate(words) if at and word in FAMILY_WORDS), len(words) - 1)
    return read_person(text) if "," in text else with_particle(" ".join(words[family:]), " ".join(words[:family]))


STYLES = (
    (HAN_PEOPLE, BETWEEN_HAN.split, read_family),
    (WITH_SEMICOLONS, BETWEEN_SEMICOLONS.split, read_person),
    (WITH_FULL_STOPS, BETWEEN_CLOSE.split, read_with_full_stops),
    (PEOPLE_IN_NOTE, BETWEEN_CLOSE.split, read_in_full),
    (ALL_TURNED, parted_in_pairs, read_person),
    (FIRST_OF_ALL_TURNED, parted_in_capitals, read_person),
    (BOTH_TURNED, BETWEEN_BOTH.split, read_person),
    (CERTAIN_CHICAGO, parted_behind_first, read_in_full),
    (SEVERAL_FULL_NAMES, BETWEEN_CLOSE.split, read_in_full),
    (FULL_NAMES, BETWEEN_CLOSE.split, read_in_full),
    (VANCOUVER, BETWEEN_CLOSE.split, read_close),
    (GERMAN_ALONE, parted_behind_first, read_in_full),
    (APA, BETWEEN_SPACED.split, read_either),
    (IEEE, BETWEEN_CLOSE.split, read_either),
    (CHICAGO, BETWEEN_IN_FULL.split, read_in_full),
    (GIVEN_FIRST, BETWEEN_CLOSE.split, read_in_full),
    (FIRST_ALONE, BETWEEN_CLOSE.split, read_family),
)
"""How lists of authors look, what parts them, and what reads one."""
