"""How often a claim's own reference is among its candidates, and how long they take.

    ./run python benchmarks/candidates.py [FOLDER]

On the sample: for each claim that a reference supports, is one of them the first candidate, or among the first three?
FOLDER is a manuscript made with Manubot: its chapters (a sentence a line), citations.tsv and references.json; what a
sentence cites is the truth, titles and authors are searched first, then journals and abstracts, too. The time is
that of a claim at 5,000 references.
"""

from __future__ import annotations

import csv
import json
import random
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import graph
from graph.network import reference_attributes
from graph.texts.retrieval import Retrieval

DATA = Path(__file__).parent.parent / "data"
REFERENCES, VOCABULARY = 5_000, 20_000
FIELDS = {"title": 12, "journal": 4, "abstract": 150}
"""How many words a made reference has in each of its fields."""

CITED = re.compile(r"@([a-z]+:[^\s;\],]+)")
MARKER = re.compile(r"\[@[^\]]*\]|@\S+")

Library = Mapping[str, Mapping[str, str]]


class Asked(NamedTuple):
    """A claim, what it is about, and the keys of the references that carry it."""

    text: str
    context: str
    truth: set[str]


def hits(name: str, library: Library, claims: Sequence[Asked]) -> None:
    """Print how many claims have one of their references among the candidates."""
    retrieval = Retrieval(library, (each.text for each in claims))
    found = [[each.reference in claim.truth for each in asked(retrieval, claim)] for claim in claims]
    first, three = (sum(any(each[:most]) for each in found) / len(claims) for most in (1, 3))
    print(f"{name:27}{len(claims):5} claims{len(library):6} references   hit@1 {first:.3f}   hit@3 {three:.3f}")


def asked(retrieval: Retrieval, claim: Asked) -> Sequence[Any]:
    """The candidates of a claim, its own references among them."""
    return retrieval.candidates(claim.text, claim.context)


def sample() -> tuple[Library, list[Asked]]:
    """The sample's references, and its claims that one of them supports."""
    evidence = graph.read(DATA / "references.bib", DATA / "claims.csv")
    library = {key: reference_attributes(each) for key, each in evidence.references.items()}
    claims = [
        Asked(each.text, labels(evidence, each), {one.reference for one in each.citations if one.stance == "supports"})
        for each in evidence.claims.values()
    ]
    return library, [claim for claim in claims if claim.truth]


def labels(evidence: graph.Evidence, claim: graph.Claim) -> str:
    """What a claim's causes are called."""
    return "; ".join(evidence.causes[name].label for name in (claim.cause, *claim.involves))


def manuscript(folder: Path) -> tuple[Library, list[Asked]]:
    """The references of a manuscript, and its sentences that cite one of them."""
    records = json.loads((folder / "references.json").read_text(encoding="utf-8"))
    library = {record["id"]: attributes(record) for record in records}
    with (folder / "citations.tsv").open(encoding="utf-8", newline="") as file:
        keys = {row["input_id"]: row["short_id"] for row in csv.DictReader(file, delimiter="\t")}
    chapters = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("[0-9]*.md"))]
    return library, [claim for text in chapters for claim in sentences(text, keys, library)]


def attributes(record: Mapping[str, Any]) -> dict[str, str]:
    """What candidates are found by of a record of CSL JSON."""
    authors = "; ".join(each.get("family", "") for each in record.get("author", []))
    names = {"title": "title", "journal": "container-title", "abstract": "abstract"}
    return {"authors": authors, **{name: record.get(field, "") for name, field in names.items()}}


def sentences(text: str, keys: Mapping[str, str], library: Library) -> Iterator[Asked]:
    """The lines of a chapter that cite, under the heading that stands above them."""
    heading = ""
    for line in text.splitlines():
        if line.startswith("#"):
            heading = line.strip("# ")
        elif truth := {keys[mark] for mark in CITED.findall(line) if mark in keys} & library.keys():
            yield Asked(MARKER.sub("", line), heading, truth)


def without(library: Library, *fields: str) -> Library:
    """A library without some of its fields."""
    return {key: {name: text for name, text in each.items() if name not in fields} for key, each in library.items()}


def generate() -> tuple[Library, list[str]]:
    """References and claims whose words are as unequally frequent as those of a language, the same at every run."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    known = [f"w{number}x" for number in range(VOCABULARY)]

    def text(length: int) -> str:
        return " ".join(chance.choices(known, weights, k=length))

    library = {f"k{n}": {name: text(length) for name, length in FIELDS.items()} for n in range(REFERENCES)}
    return library, [text(25) for _ in range(200)]


def speed(name: str, library: Library, claims: Sequence[str]) -> None:
    """Print how long it takes to read references and to find a claim's candidates."""
    start = time.process_time()
    retrieval = Retrieval(library, claims)
    made = time.process_time()
    for claim in claims:
        retrieval.candidates(claim)
    each = (time.process_time() - made) / len(claims)
    print(f"{name:39}{len(library):6} references   {made - start:.1f} s to read, {each * 1000:.2f} ms a claim")


def main() -> None:
    """Print all of it."""
    hits("sample", *sample())
    for folder in map(Path, sys.argv[1:]):
        library, claims = manuscript(folder)
        hits(f"{folder.name}, titles", without(library, "authors", "journal", "abstract"), claims)
        hits(f"{folder.name}, titles and authors", without(library, "journal", "abstract"), claims)
        hits(f"{folder.name}, abstracts, too", library, claims)
    library, texts = generate()
    speed("made, titles", without(library, "journal", "abstract"), texts)
    speed("made, an abstract each", library, texts)


if __name__ == "__main__":
    main()
