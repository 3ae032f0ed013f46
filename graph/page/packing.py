"""The page's data as it is embedded: lists of like things as tables of columns, and what is large compressed.

A hundred thousand claims written one by one repeat every name, id and empty value; as columns they are a third of
the size, and a browser reads them in a third of the time. `columns.js` turns the tables back into things.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import filterfalse, pairwise, takewhile
from typing import Any

from graph.page.contract import CitationData, PageData
from graph.page.tables import ColumnParts, ColumnTable

Data = dict[str, Any]
EXACT = 10**15
"""Up to where a browser counts every number."""

LARGE = 2_000_000
"""From how many bytes on packing is to be quick: a third of the time for a sixth more."""

FEW = 2
"""Words stand in a list of their own where each is used this often on average."""

SOME = 1_000
"""Where not one of so many texts occurs twice, it is not worth the time to count the words of all."""


def packed(data: PageData) -> Data:
    """The page's data with tables in place of its lists of causes, claims, references and findings.

    They leave out what the page works out itself, or what is written in another way.

    The original files themselves stand elsewhere in the page, as most readers never ask for them.
    """
    tables = {
        "causes": table(data["causes"], {"id"}),
        "claims": table(data["claims"], {"id", "citations"}),
        "references": table(data["references"], {"id", "citation"}),
    }
    tables["claims"]["citations"] = citations(data)
    cited = around(*map(data["references"].column, ("citation", "title")))
    tables["references"]["columns"]["citation"] = {"around": "title", **cited}
    rules = [{name: value for name, value in rule.items() if name != "findings"} for rule in data["rules"]]
    originals = [{name: text for name, text in each.items() if name != "gzip"} for each in data["originals"]]
    found = {**findings(data), "audit": data["audit"]}
    rest = {name: value for name, value in data.items() if name != "audit"}
    return {**rest, **tables, "findings": found, "rules": rules, "originals": originals}


def table(rows: Sequence[Mapping[str, Any]] | ColumnTable[Any], left_out: Collection[str] = ()) -> Data:
    """A table of things that have the same names."""
    names = [name for name in (rows[0] if rows else ()) if name not in left_out]
    if isinstance(rows, ColumnTable):
        return {"length": len(rows), "columns": {name: column(rows.column(name)) for name in names}}
    return {"length": len(rows), "columns": {name: column([row[name] for row in rows]) for name in names}}


def column(values: list[Any]) -> Any:
    """Values as few exceptions from one that is empty, as numbers into few words, as their ends, or as they are.

    `columns.js` reads them.
    """
    empty = next(filterfalse(None, values), None)
    if values.count(empty) * 2 >= len(values):
        return {"mostly": empty, "but": {number: value for number, value in enumerate(values) if value != empty}}
    if set(map(type, values)) != {str}:
        return values
    if len(set(values[:SOME])) == SOME or len(words := dict.fromkeys(values)) * FEW > len(values):
        return ends(values)
    numbers = {word: number for number, word in enumerate(words)}
    return {"words": list(words), "at": [*map(numbers.__getitem__, values)]}


def ends(values: list[str]) -> Any:
    """Texts without what they all begin with, as numbers where they can be: a browser reads those in no time."""
    prefix = common_beginning(min(values), max(values))
    try:
        numbers = [int(value[len(prefix) :]) for value in values]
    except ValueError:
        return texts_in_order(values)
    exact = max(map(abs, numbers)) < EXACT and [f"{prefix}{number}" for number in numbers] == values
    return {"prefix": prefix, "rest": numbers} if exact else texts_in_order(values)


def texts_in_order(values: list[str]) -> Any:
    """Texts in their order without what each has of the one before, if that is most of them, as paths have.

    How much that is is counted as JavaScript counts.
    """
    if not all(one <= other for one, other in pairwise(values)):
        return values
    shared = [common_beginning(one, other) for one, other in pairwise(["", *values])]
    if sum(map(len, shared)) * 2 < sum(map(len, values)):
        return values
    ends_alone = [value[len(beginning) :] for value, beginning in zip(values, shared, strict=True)]
    return {"shared": [len(each.encode("utf-16-le", errors="replace")) // 2 for each in shared], "ends": ends_alone}


def common_beginning(first: str, last: str) -> str:
    """What the first and the last of sorted texts, and so all of them, begin with."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
    return first[:alike]


def around(texts: Iterable[str], inside: Iterable[str]) -> Data:
    """What stands in texts before and after another that they hold; all of it before, where they do not hold it."""
    parts = [text.partition(inner) if inner else (text, "", "") for text, inner in zip(texts, inside, strict=True)]
    after = [end if found else None for _, found, end in parts]
    return {"before": column([before for before, _, _ in parts]), "after": column(after)}


def citations(data: PageData) -> Data:
    """All claims' citations in one table, with how many each claim has; a known reference is its number."""
    numbers = {reference: number for number, reference in enumerate(data["references"].column("id"))}
    cites: ColumnParts[CitationData] = data["claims"].column("citations")
    cited = [*map(numbers.get, cites.rows.column("reference"), cites.rows.column("label"))]
    return {"counts": cites.counts, "cited": cited, **table(cites.rows, {"reference", "label", "known"})}


def findings(data: PageData) -> Data:
    """The findings in a table: a subject is its number among all things, and stands for its place."""
    places = places_of(data)
    numbers = {thing: number for number, thing in enumerate(places)}
    rows = data["findings"]
    subjects = rows.column("subject")
    found = table(rows, {"subject", "place"})
    if rows:
        near = map(places.get, subjects)
        elsewhere = ["" if each == place else each for each, place in zip(rows.column("place"), near, strict=True)]
        found["columns"]["place"] = column(elsewhere)
    return {"subjects": [*map(numbers.get, subjects, subjects)], **found}


def places_of(data: PageData) -> dict[str, str | None]:
    """The places of causes, claims and references, by their ids; a cause has none."""
    claims, references = (
        dict(zip(*map(data[kind].column, ("id", "place")), strict=True)) for kind in ("claims", "references")
    )
    return {**{cause["id"]: None for cause in data["causes"]}, **claims, **references}


def in_lines(tables: Data) -> list[bytes]:
    """Packed data as lines of JSON: what is large in its tables stands in lines of its own, so that it can wait."""
    lines: list[bytes] = []

    def later(value: Any) -> dict[str, int]:
        lines.append(as_line(value))
        return {"line": len(lines)}

    def thin(table: Data) -> Data:
        columns = {name: later(column) for name, column in table["columns"].items()}
        large: Data = {name: later(table[name]) for name in ("counts", "cited", "subjects", "audit") if name in table}
        return {**table, "columns": columns, **large}

    head = {**tables, **{name: thin(tables[name]) for name in ("causes", "claims", "references", "findings")}}
    head["claims"]["citations"] = thin(tables["claims"]["citations"])
    return [as_line(head), *lines]


def as_line(data: Any) -> bytes:
    """Data as a line of JSON; half of a letter, which no browser reads, becomes a question mark."""
    return compact_json(data).encode("utf-8", errors="replace")


def compact_json(data: Any) -> str:
    """Data as JSON, without blanks and in one line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def compressed(lines: Sequence[bytes]) -> str:
    """Lines, compressed and written in letters that mean nothing in HTML; nowhere are they all held as one text."""
    packer = zlib.compressobj(level_for(sum(map(len, lines))))
    ends = [b"", *[b"\n"] * (len(lines) - 1)]
    parts = [packer.compress(part) for both in zip(ends, lines, strict=True) for part in both]
    return base64.b64encode(b"".join([*parts, packer.flush()])).decode("ascii")


def level_for(size: int) -> int:
    """How hard zlib tries to make so many bytes few."""
    return 6 if size < LARGE else 3
