"""What the markers of Markdown cite: keys, numbers, roles of MyST, tags of site generators and of Distill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from graph.reading.articles import Cited, Marker, Run

PANDOC_KEY = r"@(?:\{[^{}\s]{1,2000}\}|\w(?:[\w:.#$%&+?<>~/-]|\([\w.-]{1,60}\)(?=[\w-])){0,2000}(?<=[\w/]))"
CITATION_KEY = re.compile(rf"(?<![\w@./\\])-?{PANDOC_KEY}")
CROSS_REFERENCE = re.compile(
    r"-?@\{?(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|tip|nte|wrn|imp|cau|supp)[:-]",
    re.IGNORECASE,
)
"""What Quarto and pandoc-crossref write for figures, tables and the like."""

A_NUMBER = r"\d{1,4}(?:\s*[-\u2013\u2014]\s*\d{1,4})?"
NUMBERS = re.compile(rf"{A_NUMBER}(?:\s*[,;]\s*{A_NUMBER})*")
SAID = r"(?i:(?:(?:but|and|also|see|cf|e\.g|contra|compare|reviewed (?:in|by)|refs?|references?)\b\.?,?\s+){0,4})"
LOCATED = (
    r"(?:(?i:pp?|pages?|ch|chap(?:ters?)?|figs?|figures?|tab|tables?|sec(?:tions?)?|theorems?|thm|lemma|prop(?:osition)?"
    r"|def(?:inition)?|cor(?:ollary)?|app(?:endix)?|eqs?|\u0441\u0442\u0440)\b\.?|(?:S|c|\u0441|\u0421)\.|\u00a7{1,2}|\u7b2c)"
    r"\s*\w{0,3}\d[\w.]*(?:\s*[-\u2013]\s*\w+)?"
)
"""Where in a work; "S." is German, "c." Russian, often with the Latin letter, and the last Chinese."""

SOME_PAGES = r"\d{1,4}(?:\s?[-\u2013]\s?\d{1,4})?"
PAGES_ALONE = rf"(?>{SOME_PAGES}(?:,\s?{SOME_PAGES}(?![\d:])){{0,9}})"
CITED_NUMBER = re.compile(
    rf"(?P<said>{SAID})(?P<first>\d{{1,4}})(?:\s*[-\u2013\u2014]\s*(?P<last>\d{{1,4}}))?"
    rf"(?:,\s*(?P<located>{LOCATED})|:\s{{0,3}}(?P<pages>{PAGES_ALONE}))?"
)
A_CITED_NUMBER = rf"{SAID}{A_NUMBER}(?:,\s*{LOCATED}|:\s{{1,3}}{PAGES_ALONE})?"
CITED_NUMBERS = re.compile(rf"{A_CITED_NUMBER}(?:\s*[,;]\s*{A_CITED_NUMBER})*")
"""Numbers, with what may be said of each: "see 3, p. 12; 5-7", "3: 12", which without the space may be a time."""

LINKED_NUMBERS = CITED_NUMBERS.pattern.replace(r":\s{1,3}", r":\s{0,3}")
"""What may stand around numbers that are links, which are no time."""

LONG_LIST = 8
"""So many numbers in their order are more than a sentence counts up: "for (1) rest and (2) sleep"."""

IN_PARENTHESES = re.compile(rf"\((?P<numbers>{NUMBERS.pattern})\)")
BEHIND_PARENTHESES = re.compile(r"\s*(?:[.,;:)]|\Z)")
"""What stands behind most markers, and behind no number that begins an item: "for (1) rest and (2) sleep"."""

IN_BRACKETS = re.compile(rf"\[{CITED_NUMBERS.pattern}\](?![(:\[{{])")
BEFORE_RAISED = r"(?:(?<=[.,;:!?)\]\"'\u201d\u2019])|(?<=[^\W\d_]{3}))"
RAISED = re.compile(
    rf"(?=[\^<]){BEFORE_RAISED}(?:\^(?:{NUMBERS.pattern})\^|<sup>\s{{0,9}}(?:{NUMBERS.pattern})\s{{0,9}}</sup>)"
)
"""Raised numbers behind a word or a full stop: those behind a unit or before a letter are no markers ("m^3^")."""

INTO_PAGE = r"[#](?!fig|tab|sec|eq|step|app|box|alg)[^\s()\"'<>]{1,200}"
LINKED_NUMBER = re.compile(
    rf"(?=[\[<])(?:\[\[?(?P<number>\d{{1,3}})\]?\]\({INTO_PAGE}\)"
    rf"|<a\s[^<>]{{0,100}}href=[\"']{INTO_PAGE}[\"'][^<>]{{0,100}}>\s{{0,9}}\[?(?P<tagged_number>\d{{1,3}})\]?\s{{0,9}}</a>)",
    re.IGNORECASE,
)
"""A number that leads into the page: "[1](#ref1)", "<a href='#ref1'>1</a>"."""

LOCATOR = re.compile(
    r"\s*+(?:,\s*+)?(?:\{(?P<braced>[^{}]*)\}|(?P<plain>(?:(?:pp?|pages?|chap(?:ter|s)?|ch|sec(?:tion)?|fig(?:ure)?s?|tab(?:le)?s?"
    r"|vols?|volume|app(?:endix)?|para?|lines?|l|n|note|no|col|eq|theorem|thm|def|v|vv|verse|\u00a7\u00a7?|\u00b6\u00b6?)"
    r"\.?\s*+)?[ivxlcdm]*+\d[\w.]*+(?:\s*+[-\u2013,]\s*+[^\W\d]*+\d\w*+)*|(?:pp?|ch|chap)\.\s*[ivxlcdm]+\b))",
    re.IGNORECASE,
)
SAID_AFTER = re.compile(r"(?:\b\d{4}[a-z]?|n\.d\.)\s*,\s*(?P<after>.+)", re.DOTALL)
"""What stands behind a year: "2018, p. 3"."""

ONLY_CITING = re.compile(
    r"(?>(?:[\W\d_]++|\b(?:see|also|cf|eg|e|g|and|but|pp?|in|for|review|reviewed|example)(?![^\W\d_]))*)", re.IGNORECASE
)
GLUE = re.compile(r"[\s,;&.]*+(?:(?:and|or)[\s,]*+)?")

CITING_ROLE = re.compile(r"(?:foot)?cite(?::(?P<as>\w+))?")
CITED_IN_ROLE = re.compile(r"\{(?:foot)?cite[\w:]*\}`")
SPOKEN_ROLES = frozenset({"t", "ts", "ct", "cts", "alt", "alts", "author", "authors"})
ROLE_KEY = re.compile(r"(?:\{(?P<before>[^{}]*)\})?\s*(?P<key>[^\s,;{}]+)\s*(?:\{(?P<after>[^{}]*)\})?")


def pandoc_citations(inside: str) -> Iterator[Cited]:
    """The citations of a bracket of pandoc's: "see @a, p. 3; @b"."""
    found = [match for match in CITATION_KEY.finditer(inside) if not CROSS_REFERENCE.match(match.group())]
    before = inside[: found[0].start()] if found else ""
    for match, following in zip_longest(found, found[1:]):
        between = inside[match.end() : following.start() if following else len(inside)]
        after, _, prefix = between.rpartition(";") if following and ";" in between else (between, "", "")
        located = LOCATOR.match(after)
        locator = (located["braced"] or located["plain"] or "") if located else ""
        suffix = after[located.end() if located else 0 :]
        yield Cited(
            bare(match.group()),
            prefix=tidy(before),
            locator=tidy(locator),
            suffix="" if GLUE.fullmatch(suffix) else tidy(suffix),
        )
        before = prefix


def numbered_citations(inside: str) -> tuple[Cited, ...]:
    """The citations of a marker of numbers: "3, 5-7", "see 3, p. 12"."""
    return tuple(
        Cited(
            each["first"],
            last=each["last"] or "",
            prefix=tidy(each["said"]),
            locator=each["located"] or each["pages"] or "",
        )
        for each in CITED_NUMBER.finditer(inside)
    )


def cite_by_parentheses(found: Sequence[re.Match[str]], entries: int) -> bool:
    """Whether numbers in parentheses are those of a list with so many entries."""
    behind = sum(BEHIND_PARENTHESES.match(each.string, each.end()) is not None for each in found)
    cited = chain.from_iterable(numbered_citations(each["numbers"]) for each in found)
    return are_of_list(cited, entries, ending=behind > len(found) / 2)


def are_of_list(cited: Iterable[Cited], entries: int, *, ending: bool) -> bool:
    """Whether numbers are those of a list with so many entries: most of it, in its order, and mostly `ending` a part.

    Where each of a long list is among them, they may stand anywhere in a sentence.
    """
    numbers = [each for each in chain.from_iterable(map(all_numbers, cited)) if each <= entries]
    whole = entries >= LONG_LIST and len({*numbers}) == entries
    return (whole or ending) and go_through_list(numbers, entries)


def all_numbers(cited: Cited) -> Iterable[int]:
    """The numbers that a citation of a number, or of a range, is of."""
    first, last = int(cited.key), int(cited.last or cited.key)
    return range(first, last + 1) if first <= last else (first, last)


def go_through_list(numbers: Iterable[int], entries: int) -> bool:
    """Whether numbers are cited as those of a list are: from the first one on, each next in its order, most of them."""
    order = [*dict.fromkeys(numbers)]
    return 1 in order and order == sorted(order) and len(order) > 1 and entries >= len(order) >= entries / 2


def role_citations(inside: str) -> Iterator[Cited]:
    """The citations of a role of MyST, with what is said before and behind each: "{see}a{p. 3}, b"."""
    for each in ROLE_KEY.finditer(inside):
        located = LOCATOR.fullmatch(each["after"] or "")
        after = tidy(each["after"] or "")
        yield Cited(
            each["key"],
            prefix=tidy(each["before"] or ""),
            locator=after if located else "",
            suffix="" if located else after,
        )


def bare(key: str) -> str:
    """A key without what says that it is one."""
    return key.removeprefix("-").removeprefix("@").removeprefix("{").removesuffix("}")


def tidy(text: str) -> str:
    """Words on one line, without the commas and semicolons around them."""
    return " ".join(text.split()).strip(" ,;")


TAG_OF_TEMPLATE = re.compile(
    r"\{(?:%-?|\{[<%])\s*(?:cite\w*|fullcite|reference|quote)\s(?P<said>(?:[^%{}<>]|%(?!\})){1,1000}?)-?(?:%\}|/?[>%]\}\})"
)
"""How Jekyll's scholar and shortcodes of Hugo cite: "{% cite a b -l 3 %}", "{{< cite "a" >}}"."""

TAG_OF_DISTILL = re.compile(
    r"<dt?-cite\s[^<>]{0,40}?key\s*=\s*(?:\"(?P<double>[^\"<>]*)\"|'(?P<single>[^'<>]*)')[^<>]*>"
)
CITING_TAG = re.compile(rf"(?=[{{<])(?:{TAG_OF_TEMPLATE.pattern}|{TAG_OF_DISTILL.pattern})")
LINK_OF_TAG = re.compile(
    r"\{%-?\s*cite_details\s+(?P<key>[^\s,%]+)(?:(?:\s*,|\s+(?:--text|-t)\s)\s*(?P<words>[^%]{1,300}?)\s*-?%\})?"
)
"""A link to a reference with words of its own: "{% cite_details a --text latest work %}"."""

TAG_WORD = re.compile(r"\"[^\"]*\"|'[^']*'|[^\s,;]+")
NAMED_KEY = re.compile(r"(?P<name>\w+)=(?P<value>\S+)")
OPTIONS_OF_TAG = {"-l": "locator", "--locator": "locator", "-p": "prefix", "--prefix": "prefix"}
OPTIONS_ALONE = frozenset({"-A", "--suppress_author", "-c", "--cited", "-C", "--cited_in_order"})
"""Options of Jekyll's scholar with nothing behind them; all others have a value."""


def tag_citations(match: re.Match[str]) -> tuple[Cited, ...]:
    """The citations of a `CITING_TAG`."""
    said = match["said"]
    if said is None:
        keys = (match["double"] or match["single"] or "").split(",")
        return tuple(Cited(key.strip()) for key in keys if key.strip())
    shown = LINK_OF_TAG.match(match.group())
    keys, options = words_of_tag(shown["key"] if shown else said)
    located = [*options["locator"], *[""] * len(keys)]
    before = [*options["prefix"], *[""] * len(keys)]
    return tuple(Cited(*each) for each in zip(keys, [""] * len(keys), before, located, strict=False))


def words_of_tag(said: str) -> tuple[list[str], dict[str, list[str]]]:
    """The keys of a tag, and the values of the options that matter."""
    keys: list[str] = []
    options: dict[str, list[str]] = {"locator": [], "prefix": [], "": []}
    words = (match.group() for match in TAG_WORD.finditer(said))
    for word in words:
        if word.startswith("-"):
            value = "" if word in OPTIONS_ALONE else next(words, "")
            options[OPTIONS_OF_TAG.get(word, "")].append(value.strip("\"'"))
        elif named := NAMED_KEY.fullmatch(word):
            keys += [named["value"].strip("\"'")] if named["name"] in {"key", "id"} else []
        else:
            bare_word = word.strip("\"'")
            (options["locator"] if " " in bare_word else keys).append(bare_word)
    return [key for key in keys if key], options


def cited_alone(runs: Sequence[Run | Marker]) -> tuple[Cited, ...]:
    """What runs cite that hold nothing else, but words such as "see"."""
    words = "".join(run.text for run in runs if isinstance(run, Run))
    cited = chain.from_iterable(run.cited for run in runs if isinstance(run, Marker))
    return tuple(cited) if ONLY_CITING.fullmatch(words) else ()
