"""Works: what several articles' references are the same one of, and what rests on each.

References that are known by the same identity are one work, and so are those that are one with the same third. One
identity is not believed where titles say otherwise: a DOI that was copied into another entry would make two works one.
All of it is SQL but the likeness of titles, which only those of one identity are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from graph.archive.databases import Database
from graph.archive.tables import Scalar, ScalarRow, id_of
from graph.rules.duplicates import NEARLY_SAME, SOMEWHAT_ALIKE
from graph.texts.forms import words

DECIDED_COLUMNS: Mapping[str, type] = dict.fromkeys(("article", "reference", "identity"), int)
"""What a person has said is one work: references with an identity of their own."""

UNLIKE_COLUMNS: Mapping[str, type] = {"identity": int, "title": str, "family": str, "own": int}
"""Titles that are not believed to be of their identity, and the one that they get in its place."""

TITLES_SQL = """
SELECT i.identity, r.title, r.family, COUNT(*) AS number
FROM (
    SELECT identity FROM identities WHERE kind <> 'title' GROUP BY identity HAVING MIN(title) <> MAX(title)
) several
JOIN identities i ON i.identity = several.identity
JOIN article_references r ON r.article = i.article AND r.reference = i.reference
WHERE r.title <> ''
GROUP BY i.identity, r.title, r.family
ORDER BY i.identity, number DESC, r.title, r.family
"""
"""The titles of one identity that are not all the same, the usual ones first."""

APART_SQL = """
SELECT i.article, i.reference, i.kind, i.identity, u.own
FROM unlike u
JOIN identities i ON i.identity = u.identity
JOIN article_references r
    ON r.article = i.article AND r.reference = i.reference AND r.title = u.title AND r.family = u.family
"""
"""The references whose identity is not believed, and what they are known by in its place."""

MOVED_SQL = """
SELECT i.article, i.reference, MIN(COALESCE(a.own, i.identity)) AS lowest
FROM (SELECT DISTINCT article, reference FROM apart) few
JOIN identities i ON i.article = few.article AND i.reference = few.reference
LEFT JOIN apart a ON a.article = i.article AND a.reference = i.reference AND a.identity = i.identity
GROUP BY i.article, i.reference
"""
"""What is the lowest identity of these references then."""

SHARED_SQL = """
SELECT COALESCE(a.own, i.identity) AS identity, COALESCE(m.lowest, i.lowest) AS lowest
FROM (
    SELECT identity FROM identities GROUP BY identity HAVING MIN(lowest) <> MAX(lowest)
    UNION
    SELECT i.identity
    FROM moved m JOIN identities i ON i.article = m.article AND i.reference = m.reference
) several
JOIN identities i ON i.identity = several.identity
LEFT JOIN moved m ON m.article = i.article AND m.reference = i.reference
LEFT JOIN apart a ON a.article = i.article AND a.reference = i.reference AND a.identity = i.identity
UNION
SELECT d.identity, COALESCE(m.lowest, r.lowest)
FROM decided d
JOIN article_references r ON r.article = d.article AND r.reference = d.reference
LEFT JOIN moved m ON m.article = d.article AND m.reference = d.reference
UNION
SELECT identity, identity FROM decided
"""
"""The identities by which references, or what a person has said, may be one with others: by their lowest, few are."""

EDGES_SQL = """
SELECT DISTINCT s.lowest AS one, f.lowest AS other
FROM (SELECT identity, MIN(lowest) AS lowest FROM shared GROUP BY identity) f
JOIN shared s ON s.identity = f.identity
WHERE s.lowest <> f.lowest
"""
"""The lowest identities of references that are made one by another."""

NEAREST_SQL = """
SELECT identity, MIN(work) AS work
FROM (
    SELECT one AS identity, CASE WHEN one < other THEN one ELSE other END AS work FROM edges
    UNION ALL SELECT other, CASE WHEN one < other THEN one ELSE other END FROM edges
) ends
GROUP BY identity
"""
"""The lowest of each identity and those beside it."""

FARTHER_SQL = """
SELECT l.identity, COALESCE(n.work, l.work) AS work FROM labels l LEFT JOIN nearest n ON n.identity = l.work
"""
"""What is beside the lowest that was found so far may be lower."""

LEFT_SQL = """
SELECT DISTINCT a.work AS one, b.work AS other
FROM edges e JOIN nearest a ON a.identity = e.one JOIN nearest b ON b.identity = e.other
WHERE a.work <> b.work
"""
"""What is still to be made one: about half each time, as numbers are in no order, until none is left."""

WORKS_SQL = """
SELECT COALESCE(l.work, m.lowest, r.lowest) AS work, r.article, r.reference
FROM article_references r
LEFT JOIN moved m ON m.article = r.article AND m.reference = r.reference
LEFT JOIN labels l ON l.identity = COALESCE(m.lowest, r.lowest)
"""
"""The work that each reference is."""

RESTS_SQL = """
SELECT work, article, claim, CASE WHEN COUNT(*) OVER (PARTITION BY article, claim) = 1 THEN 1 ELSE 0 END AS alone
FROM (
    SELECT w.work, c.article, c.claim
    FROM citations c JOIN works w ON w.article = c.article AND w.reference = c.reference
    WHERE c.stance IN ('supports', 'qualifies')
    GROUP BY c.article, c.claim, w.work
) carried
"""
"""Which claim rests on which work, and whether it rests on no other."""

WEIGHTS_SQL = """
SELECT e.work, e.citation, e.title, e.doi, e.year, e.articles, e.entries, COALESCE(s.claims, 0) AS claims,
    COALESCE(s.falls, 0) AS falls
FROM (
    SELECT w.work, MAX(r.citation) AS citation, MAX(r.title) AS title, MAX(r.doi) AS doi, MAX(r.year) AS year,
        COUNT(DISTINCT CASE WHEN r.cited_by > 0 THEN r.article END) AS articles, COUNT(*) AS entries
    FROM article_references r CROSS JOIN works w
    WHERE w.article = r.article AND w.reference = r.reference
    GROUP BY w.work
) e
LEFT JOIN (SELECT work, COUNT(*) AS claims, SUM(alone) AS falls FROM rests GROUP BY work) s ON s.work = e.work
"""
"""Each work, called as its references are called (the last in the alphabet, so that words in capitals come first to
nobody), and how much rests on it: how many articles cite it, how many claims rest on it, and how many on nothing else.
"""

SCRATCH = ("unlike", "decided", "moved", "shared", "edges", "nearest", "labels")
"""The tables that are needed only until the works are known."""


class UsedTitle(NamedTuple):
    """A title of an identity, with the family name that it stands with, and how it is compared."""

    title: str
    family: str
    form: str


def unite(database: Database, decided: Iterable[ScalarRow] = ()) -> None:
    """Make the works of an archive and what rests on them: the tables `apart`, `works`, `rests` and `weights`.

    `decided` are references that are one work because a person has said so: see `DECIDED_COLUMNS`.
    """
    unite_references(database, decided)
    weigh(database)


def unite_references(database: Database, decided: Iterable[ScalarRow]) -> None:
    """Make the tables `apart` and `works`: what each reference is."""
    database.add("decided", DECIDED_COLUMNS, decided)
    database.add("unlike", UNLIKE_COLUMNS, unlike(database.rows(TITLES_SQL)))
    database.keep("apart", APART_SQL, "article, reference")
    database.keep("moved", MOVED_SQL, "article, reference")
    database.keep("shared", SHARED_SQL, "identity, lowest")
    database.keep("edges", EDGES_SQL)
    database.keep("nearest", NEAREST_SQL, "identity")
    database.keep("labels", "SELECT identity, work FROM nearest", "identity")
    while any(database.rows("SELECT one FROM edges LIMIT 1")):
        database.keep("edges", LEFT_SQL)
        database.keep("nearest", NEAREST_SQL, "identity")
        database.keep("labels", FARTHER_SQL, "identity")
    database.keep("works", WORKS_SQL, "article, reference, work", "work, article, reference")
    database.drop(SCRATCH)


def weigh(database: Database) -> None:
    """Make the tables `rests` and `weights`: what rests on each work."""
    database.keep("rests", RESTS_SQL, "work, alone, article, claim", "article, claim, work")
    database.keep("weights", WEIGHTS_SQL, "work, year")


def unlike(titles: Iterable[Sequence[Scalar]]) -> Iterator[ScalarRow]:
    """The titles that are unlike the usual one of their identity; those that are alike get one identity together."""
    for identity, rows in groupby(titles, key=lambda row: row[0]):
        firsts: list[UsedTitle] = []
        for _, title, family, _ in rows:
            here = UsedTitle(str(title), str(family), " ".join(words(str(title))))
            first = next((each for each in firsts if titles_agree(each, here)), here)
            if first is here:
                firsts.append(here)
            if first is not firsts[0]:
                yield identity, here.title, here.family, id_of(f"apart:{identity}|{first.title}|{first.family}")


def titles_agree(one: UsedTitle, other: UsedTitle) -> bool:
    """Whether two references with one identity may be one work: by their titles, or by less of them and the author."""
    from rapidfuzz import fuzz

    needed = SOMEWHAT_ALIKE if one.family == other.family or not (one.family and other.family) else NEARLY_SAME
    return not (one.form and other.form) or fuzz.token_set_ratio(one.form, other.form) >= needed
