"""Works and questions as a document: `python -m graph.archive.documentation > docs/archive-questions.md` writes it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from graph.archive.questions import ARCHIVE_QUESTIONS, ArchiveQuestion
from graph.archive.rules import ARCHIVE_RULES

ABOUT_WORKS = """\
# What lies across articles

Written from the questions themselves by `python -m graph.archive.documentation`. All of it is asked of a folder of
results, which `evidence-graph archive audit ROOT --into FOLDER` writes.

## Works

A *work* is what several articles' references are the same one of, whatever their keys are. References are one work by

- a DOI, PMID or arXiv number;
- their title with year and first author, with or without its subtitle: without case, marks, accents and spelling, the
  name by its consonants (Müller, Mueller, Muller). Titles of less than three words or 20 letters are those of many;
- volume, first and last page with year and first author, which knows works with short titles;

and two that are one with a third are one. An identifier or page is not believed under a title that is unlike the usual
one: likeness below 60 of 100, or below 90 where the first authors differ, too. Such references stay apart, and for an
identifier that is the finding `doi-clash`. What nothing is known of is a work of its own.

What only looks like one work is proposed, and counts as two until somebody decides:

    evidence-graph archive works results/ --proposals results/works.csv
    # write same or different into the column decision
    evidence-graph archive works results/

Proposed are titles with a likeness of 92 or more, of one year or the next, or both without one, unless both have
numbers that differ ("part 1" and "part 2", the proceedings of two years). The file `works.csv` in the
folder of the results is obeyed by `archive works` and by each `archive audit` from then on; written again, it keeps
what is decided. Another file that `--proposals` names has what is decided in both, and is obeyed only until the next
audit. A decision that cannot be obeyed is the finding `unobeyed-decision`, at its line: a reference
that is gone, another word, or two that are called different and are one by their identities or by other rows.

How well that works is measured by `benchmarks/works.py FOLDER`, where what is hidden is what is true. On 10,115 wild
entries of 558 bibliographies: of 136 pairs that share volume and pages 130 are found by title, DOI or PMID, and 6 are
proposed; of as many that are found so and have pages 130 share them (most of the others are slips in them). Of 9 pairs
with one identifier 7 are found without it, and 2 are proposed; 423 pairs are proposed in all.

## Asking

    evidence-graph archive ask results/ carriers
    evidence-graph archive ask results/ falls-with 10.1111/ane.12520
    evidence-graph archive ask results/ retracted --retractions retraction_watch.csv

A question that finds faults answers with them, line by line, as an audit does; the others in columns. `--format` is
`text` (or `table`, the same), `json` and `csv` with all columns, or `markdown`; `--max` says how many rows there may
be. `--retractions` is asked in the place of the list that the audit was given, and changes nothing.

In Python, `graph.archive.asking.ask_archive("results", "carriers")` gives the same rows as dicts.

`evidence-graph archive export results/` writes the tables as Parquet, into `results/tables/`, for pandas, DuckDB or a
cluster. Where they are no older than the results and DuckDB is installed (`pip install 'evidence-graph[archive]'`),
`archive ask` asks them; `--engine sqlite` and `--engine duckdb` choose. Each question is one text of SQL
(`graph.archive.questions`), which SQLite, DuckDB and Spark answer with the same rows, as the tests hold.
"""

ABOUT_SEVERITIES = """\
## Severities

What the questions find that find faults is in the report of `archive audit`, too, each at its file and line:
"""


def archive_document() -> str:
    """Works, all questions and their severities as Markdown."""
    table = ["| question | asks |", "|---|---|", *map(asked_row, ARCHIVE_QUESTIONS.values())]
    sections = (part for each in ARCHIVE_QUESTIONS.values() for part in asked_section(each))
    rules = [f"| {each.code} | {each.name} | {each.severity} | {each.title} {each.why} |" for each in ARCHIVE_RULES]
    severities = ["| code | name | severity | why |", "|---|---|---|---|", *rules]
    parts = [ABOUT_WORKS.strip(), "\n".join(table), *sections, ABOUT_SEVERITIES.strip(), "\n".join(severities)]
    return "\n\n".join(parts) + "\n"


def asked_row(question: ArchiveQuestion) -> str:
    """A line of the table."""
    work = " [WORK]" if question.of_work else ""
    return f"| [`{question.name}`{work}](#{question.name}) | {question.title} |"


def asked_section(question: ArchiveQuestion) -> Iterator[str]:
    """One question."""
    yield f"### {question.name}"
    yield f"{question.title} {question.more}"
    columns = f"Columns: {', '.join(f'`{name}`' for name in question.columns)}"
    more = f"; with WORK {', '.join(f'`{name}`' for name in question.of_work_columns)}" if question.of_work else ""
    yield f"{columns}{more}."


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(archive_document())
