"""Files that can be spoiled, as evidence and audited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from faults.files import Files
from graph.auditing.articles import given_article
from graph.auditing.baseline import read_baseline
from graph.auditing.engine import EVERYTHING_USUAL, audit
from graph.auditing.given import Given
from graph.auditing.lists import read_journals, read_retractions
from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.auditing.texts import UNSAFE, read_texts
from graph.model import Evidence, File
from graph.reading import read_files

DAY = date(2026, 1, 1)
"""The day that age is counted from."""


def evidence_of(files: Files) -> Evidence:
    """What files say."""
    with TemporaryDirectory() as folder:
        return read_files([*read_ones(files, Path(folder))])


def read_ones(files: Files, folder: Path) -> Iterator[File]:
    """The files that evidence is read from; the article is in the place of the table where there is one."""
    claims = files.manuscript or "claims.csv"
    texts = {"references.bib": files.bibliography(), "claims.csv": files.table(), **files.more}
    for name, text in texts.items():
        data = text.encode(files.saved_as.get(name, "utf-8"), errors="replace")
        if name == claims:
            (folder / name).write_bytes(data)  # an article looks for its parts in its folder
            yield File(name, data, "claims", str(folder / name))
        elif name in files.more or (name == "references.bib" and data):
            yield File(name, data, "references")
    if files.values:
        yield File("evidence.csv", files.source_values().encode(), "values")


def audited(files: Files, settings: Settings = EVERYTHING_USUAL) -> tuple[Evidence, Report]:
    """Files as evidence, and what the rules find in it."""
    evidence = evidence_of(files)
    with TemporaryDirectory() as folder:
        return evidence, audit(evidence, settings, given(files, evidence, Path(folder)))


def given(files: Files, evidence: Evidence, folder: Path) -> Given:
    """What an audit is given besides the evidence, by way of the files that a user would have."""
    written = {"retractions.csv": files.retractions, "journals.txt": files.journals, "baseline.json": files.baseline}
    written |= {f"texts/{UNSAFE.sub('_', key)}.txt": text for key, text in files.texts.items()}
    for name, text in written.items():
        if text:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return Given(
        as_of=DAY,
        article=given_article([File("article.md", files.article.encode())]) if files.article else None,
        retractions=read_retractions(folder / "retractions.csv") if files.retractions else None,
        journals=read_journals(folder / "journals.txt") if files.journals else None,
        texts=read_texts(folder / "texts", evidence) if files.texts else None,
        baseline=read_baseline(folder / "baseline.json") if files.baseline else None,
    )
