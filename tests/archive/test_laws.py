"""What holds of any archive: read again it is as if read anew, and every engine gives the same answers."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.archive.auditing import audit_archive
from graph.archive.databases import SqlDatabase
from graph.archive.decisions import DECISIONS
from graph.archive.formats import archive_jsonl
from graph.archive.how import HowToRead
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.reports import ArchiveReport, View
from graph.archive.store import read_store
from graph.auditing.engine import EVERYTHING_USUAL
from graph.auditing.settings import Settings
from graph.model import UnusableError
from tests.archive.archives import write_files
from tests.archive.stored import entry, in_duckdb

IRON, SLEEP = "Iron deficiency and restless legs", "Caffeine and sleep in young adults"
BIBS = (entry("k1", IRON, "10.1000/1"), entry("k1", SLEEP, "10.1000/1") + entry("k2", IRON), "@article{k1,")
HEADER = "claim_id,cause,claim,supports,disputes,measure,low,high\n"
TABLES = (
    f"{HEADER}c1,Iron,Low iron makes the legs restless.,k1,,prevalence,10,20\nc2,Sleep,Tea is no cure.,,,,,\n",
    f"{HEADER}c1,Iron,Low iron makes the legs restless.,k2,,prevalence,30,40\nc1,Iron,Low iron.,,k1,,,\n",
    "PK\x03\x04",
)
PAPERS = ("# Iron\n\nLow iron makes the legs restless [@k1].\n", "# Iron\n\nTea is no cure [@k2].\n")
LATEX = (
    "\\documentclass{article}\\begin{document}\\section{Iron}Iron helps. \\input{more}\\input{body.inc}\\end{document}"
)
NAMED = tuple(f"---\nbibliography: {name}\n---\n{PAPERS[0]}" for name in ("own.bib", "own.bibtex", "../.refs/own.bib"))
IN_SET = "<article><front><article-id pub-id-type='pmc'>{}</article-id></front><body><p>{}</p></body></article>\n"
SETS = tuple(
    f"<pmc-articleset>{''.join(IN_SET.format(*each) for each in numbered)}</pmc-articleset>"
    for numbered in (
        [(1, "Tea is no cure."), (2, "Low iron.")],
        [(2, "Low iron.")],
        [(1, "Tea is none."), (1, "It is.")],
    )
)
LISTED = ("article,date,desk\na,2001,News\nb/p.md,2011-05,Home\n", "article,desk\na,Home\ngone,Home\n")
DECIDED = "decision,article_1,key_1,article_2,key_2\n"

FILES: Mapping[str, tuple[str, ...]] = {
    "articles.csv": LISTED,
    "references.bib": BIBS,
    "claims.csv": ("article,claim_id,cause,claim,supports\nx,c1,Iron,Tea is no cure.,k1\ny,c1,Iron,Tea.,\n",),
    "a/claims.csv": TABLES,
    "a/references.bib": BIBS,
    "A/claims.csv": TABLES,
    "b/p.md": (*PAPERS, *NAMED, ""),
    "b/p.html": ("<h1>Iron</h1><p>Low iron makes the legs restless.</p>",),
    "b/own.bib": BIBS,
    "b/own.bibtex": BIBS,
    ".refs/own.bib": BIBS,
    "b/q.md": PAPERS,
    "b/_quarto.yml": ("bibliography: ../lib/all.bib\n", "bibliography: own.bib\n"),
    "lib/all.bib": BIBS,
    "c/main.tex": (LATEX,),
    "c/more.tex": ("Tea is no cure.\n", "Tea is none.\n"),
    "c/body.inc": ("Low iron makes the legs restless.\n", "It does.\n"),
    "c/set.xml": SETS,
    "d/01.one.md": PAPERS,
    "d/02.two.md": PAPERS,
    "d/references.bib": BIBS,
}
"""The files that an archive may have, each with what may be in it."""

DECISIONS_MADE = (
    "",
    f"{DECIDED}same,a,k1,b/p.md,k1\n",
    f"{DECIDED}different,a,k1,b/p.md,k1\nsame,a,k2,gone,k1\nmaybe,a,k1,x,k1\n",
)
SETTINGS = (
    EVERYTHING_USUAL,
    Settings(ignore={"CLM001": "known"}),
    Settings(only="cited"),
    Settings(exclude=("b", "c/*.xml")),
)

States = list[tuple[dict[str, str], Settings, str]]


def files() -> st.SearchStrategy[dict[str, str]]:
    """The files of an archive, some of those that there may be."""
    drawn = {name: st.sampled_from(texts) for name, texts in FILES.items()}
    return st.fixed_dictionaries({}, optional=drawn)


states = st.lists(
    st.tuples(files(), st.sampled_from(SETTINGS), st.sampled_from(DECISIONS_MADE)), min_size=2, max_size=4
)


def put(root: Path, files: Mapping[str, str], time: int) -> None:
    """Have these files below a folder and no others; those that are other ones are of this time."""
    root.mkdir(exist_ok=True)
    for path in [each for each in root.rglob("*") if each.is_file()]:
        name = path.relative_to(root).as_posix()
        if name not in files:
            path.unlink()
    for folder in sorted((each for each in root.rglob("*") if each.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    for name, text in files.items():
        path = root / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            write_files(root, {name: text})
            os.utime(path, ns=(time, time))


def audit(root: Path, into: Path, settings: Settings, decisions: str) -> str:
    """Audit an archive, or say why that cannot be done."""
    (into / DECISIONS).unlink(missing_ok=True)
    write_files(into, {DECISIONS: decisions} if decisions else {})
    try:
        audit_archive(root, into, settings, how=HowToRead())
    except UnusableError as error:
        return str(error)
    return ""


def contents(into: Path) -> tuple[dict[str, list[Any]], str]:
    """All that a store has, in one order, and the report of it."""
    with closing(read_store(str(into))) as store:
        names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = {name: sorted(store.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608 - its own
        tables["kept"] = [row for row in tables["kept"] if row[1]]  # an empty value is none
        tables["files"] = [
            (*row[:3], row[4]) for row in tables["files"]
        ]  # a table in the root is known without its time
        return tables, "".join(archive_jsonl(ArchiveReport(store, View(shown=str))))


@settings(max_examples=15)
@given(states)
def test_an_archive_that_is_audited_again_is_as_one_audited_anew(states: States) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, again, anew = (Path(folder, name) for name in ("root", "again", "anew"))
        for time, (files, chosen, decisions) in enumerate(states, 1):
            put(root, files, time)
            said = audit(root, again, chosen, decisions)
        assert said == audit(root, anew, chosen, decisions)
        if not said:
            assert contents(again) == contents(anew)


@settings(max_examples=15)
@given(files(), st.sampled_from(DECISIONS_MADE))
def test_every_engine_gives_the_same_answers(files: dict[str, str], decisions: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, into = Path(folder, "root"), Path(folder, "into")
        put(root, files, 1)
        if not audit(root, into, EVERYTHING_USUAL, decisions):
            with closing(read_store(str(into))) as store:
                assert answers(SqlDatabase(store)) == answers(in_duckdb(store))


def answers(database: SqlDatabase) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of all questions."""
    return {name: [tuple(row) for row in database.rows(each.sql)] for name, each in ARCHIVE_QUESTIONS.items()}
