"""The tables of an archive: what one article is as rows, and what all of them are in a database or in Parquet.

Every store has the same tables, so that one text of SQL asks them all. What is compared is a number, `id_of` a
text, which is the same on every machine: nobody hands out numbers, and parts of an archive can be put together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

Scalar = str | int | float | None
"""What a row has in a column; truth is 1 or 0, and what is missing is null."""

ScalarRow = tuple[Scalar, ...]
"""A row of a table."""

Rows = Mapping[str, Sequence[ScalarRow]]
"""The rows of tables, by the name of the table; each has a cell for each column, in the order of `ARCHIVE_TABLES`."""

ARTICLES_COLUMNS: Mapping[str, type] = {
    "article": int,
    "name": str,
    **dict.fromkeys(("title", "date", "url"), str),
    **dict.fromkeys(("claims", "sourced", "refuted", "references_read", "causes"), int),
    **dict.fromkeys(("errors", "warnings", "infos", "left_out"), int),
    "failure": str,
}
"""A row an article. `left_out` counts the entries and rows that could not be read, and `failure` says why an article
has no rows at all; it is null where it has. The counts of findings are those of their own, which follow from no other.
"""

REFERENCES_COLUMNS: Mapping[str, type] = {
    **dict.fromkeys(("article", "reference"), int),
    **dict.fromkeys(("key", "type", "citation", "title", "family"), str),
    "year": int,
    **dict.fromkeys(("journal", "printed", "issn", "doi", "pmid", "design"), str),
    **dict.fromkeys(("lowest", "cited_by", "sources", "falls"), int),
    "file": str,
    "line": int,
}
"""A row a reference, which has a number in its article. `citation` is what it is called in a line, `family` the family
name of the first author, `printed` its volume and pages, and `lowest` is the lowest of its identities; `cited_by`,
`sources` and `falls` count the claims that cite it, rest on it, and rest on nothing without it.
"""

IDENTITIES_COLUMNS: Mapping[str, type] = {
    **dict.fromkeys(("article", "reference"), int),
    "kind": str,
    **dict.fromkeys(("identity", "lowest", "title"), int),
}
"""What a reference is known by: a row for each `doi`, `pmid`, `arxiv`, `title`, `pages`, with the number of its text;
one that is known by nothing has a row of the kind `own`, whose number no other has. Each row has the `lowest` of them,
too, and the number of the title, so that works are found without looking up more.
"""

CLAIMS_COLUMNS: Mapping[str, type] = {
    **dict.fromkeys(("article", "claim"), int),
    "claim_id": str,
    "cause": int,
    "text": str,
    "wording": int,
    "state": str,
    "sourced": int,
    "kind": str,
    "compared": int,
    **dict.fromkeys(("measure", "unit", "population"), str),
    **dict.fromkeys(("value", "low", "high"), float),
    "interval": str,
    **dict.fromkeys(("section", "file"), str),
    "line": int,
}
"""A row a claim, which has a number in its article. `wording` is the number of its words without case and marks; those
whose figures may be `compared` have the same measure, unit and population, and null is a claim without an interval.
"""

CITATIONS_COLUMNS: Mapping[str, type] = {
    **dict.fromkeys(("article", "claim", "reference", "lowest"), int),
    **dict.fromkeys(("key", "stance", "basis", "locator", "file"), str),
    "line": int,
}
"""A row a citation, with the `lowest` identity of its reference; both are null where the bibliography lacks the key."""

CAUSES_COLUMNS: Mapping[str, type] = {
    **dict.fromkeys(("article", "cause"), int),
    "name": str,
    "wider": int,
    **dict.fromkeys(("claims", "sourced", "supported", "qualified", "contested", "refuted"), int),
    **dict.fromkeys(("mentioned", "unsourced", "involving", "resting_on", "independent", "part"), int),
}
"""A row a cause of an article, with its coverage; `cause` is the number of its name without case, and `resting_on`
how many references source a claim about it or involving it. `part` is 1 where it is a part that articles have
(abstract, results) and no cause of anything.
"""

FINDINGS_COLUMNS: Mapping[str, type] = {
    **dict.fromkeys(("article", "finding"), int),
    **dict.fromkeys(("code", "rule", "severity", "subject", "message", "file"), str),
    "line": int,
    **dict.fromkeys(("place_column", "follows", "suppressed_by", "reason"), str),
    "place_offset": int,
}
"""A row a finding, in the order of the article's report. `follows` is the place and code of what it follows from;
`suppressed_by` says what excuses it ("noqa", "settings"), and is null for what counts.
"""

ARCHIVE_TABLES: Mapping[str, Mapping[str, type]] = {
    "articles": ARTICLES_COLUMNS,
    "references": REFERENCES_COLUMNS,
    "identities": IDENTITIES_COLUMNS,
    "claims": CLAIMS_COLUMNS,
    "citations": CITATIONS_COLUMNS,
    "causes": CAUSES_COLUMNS,
    "findings": FINDINGS_COLUMNS,
}
"""The columns of each table of an article, with the type of what is in them."""

ACROSS_TABLES: Mapping[str, Mapping[str, type]] = {
    "works": dict.fromkeys(("work", "article", "reference"), int),
    "apart": {"article": int, "reference": int, "kind": str, "identity": int, "own": int},
    "rests": dict.fromkeys(("work", "article", "claim", "alone"), int),
    "weights": {
        "work": int,
        **dict.fromkeys(("citation", "title", "doi"), str),
        **dict.fromkeys(("year", "articles", "entries", "claims", "falls"), int),
    },
}
"""The tables that are made of those, of all articles together: see `graph.archive.works`."""

SQL_NAMES: Mapping[str, str] = {name: name for name in ARCHIVE_TABLES} | {"references": "article_references"}
"""What each table is called in SQL, where `references` is a word of the language."""


OF_ARCHIVE = 0
"""The number that findings about the archive as a whole have in the place of an article's."""


def id_of(text: str) -> int:
    """The number of a text, the same everywhere: 63 bits of BLAKE2, so of ten million texts hardly two share one."""
    return int.from_bytes(hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest()) >> 1
