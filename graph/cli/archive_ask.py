"""The commands `archive ask`, `archive works` and `archive export`: what lies across the articles of an archive."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.archive.questions import ARCHIVE_QUESTIONS, ArchiveQuestion
from graph.auditing.lists import read_journals, read_retractions
from graph.cli.answers import answer_table
from graph.cli.options import FileName, format_option, put, show
from graph.reports.columns import CellValue, as_cells, set_in_columns
from graph.reports.data import to_json
from graph.reports.markdown import escape
from graph.wording import count, printable

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

AnswerRows = Sequence[Mapping[str, Any]]
"""The rows of an answer, each with its cells by column."""

ROWS_SHOWN = 25
"""How many rows a person is shown unless more are asked for."""

FOR_PROGRAMS = frozenset({"doi", "file", "line"})
"""The columns that people are not shown: the other formats have them."""


class QuestionName(click.Choice[str]):
    """The name of a question, which is completed with what it asks."""

    def __init__(self) -> None:
        super().__init__(tuple(ARCHIVE_QUESTIONS))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG002 - click hands over all three
        """The questions that begin so."""
        from click.shell_completion import CompletionItem

        return [
            CompletionItem(name, help=each.title)
            for name, each in ARCHIVE_QUESTIONS.items()
            if name.startswith(incomplete)
        ]


def across_text(question: ArchiveQuestion, rows: AnswerRows) -> str:
    """Faults as an audit says them, a line each, and other rows in columns that fit the terminal or 80 characters."""
    if question.rule:
        return "".join(f"{line}\n" for line in fault_lines(question, rows))
    shown = [*map(shown_across, rows)]
    return "".join(f"{line}\n" for line in set_in_columns(shown, shutil.get_terminal_size().columns))


def fault_lines(question: ArchiveQuestion, rows: AnswerRows) -> list[str]:
    """Rows as an audit says them."""
    from graph.archive.across import finding_of

    found = [finding_of(question, row) for row in rows]
    return [f"{printable(str(each.place))}: {each.severity} {each.code} {printable(each.message)}" for each in found]


def across_markdown(question: ArchiveQuestion, rows: AnswerRows) -> str:
    """Faults as a list, and other rows as a table."""
    if question.rule:
        return "".join(f"- {escape(line)}\n" for line in fault_lines(question, rows))
    return f"{answer_table([*map(shown_across, rows)])}\n" if rows else ""


def shown_across(row: Mapping[str, Any]) -> dict[str, CellValue]:
    """A row as people are shown it: where it stands in place of its article, and no title beside an article's name."""
    left_out = FOR_PROGRAMS | ({"title"} if "article" in row else set()) | ({"article"} if "file" in row else set())
    place = {"place": f"{row['file']}:{row['line']}"} if "file" in row else {}
    return {name: value for name, value in row.items() if name not in left_out} | place


def across_json(_question: ArchiveQuestion, rows: AnswerRows) -> str:
    """Rows as objects with all columns."""
    return f"{to_json([dict(row) for row in rows], indent=2)}\n"


def across_csv(question: ArchiveQuestion, rows: AnswerRows) -> str:
    """Rows with all columns, in which no cell is a formula."""
    return as_cells(list(rows[0] if rows else question.columns), rows)


ACROSS_FORMATS: Mapping[str, Callable[[ArchiveQuestion, AnswerRows], str]] = {
    "text": across_text,
    "table": across_text,
    "json": across_json,
    "csv": across_csv,
    "markdown": across_markdown,
}
"""The formats of an answer; a table is what the text is."""


LOOKED_UP_IN = {"retracted": "retractions", "listed-journals": "journals"}
"""The questions that look up a list, and what its table and the option that gives one are called."""


class AskingCommand(click.Command):
    """A command whose help ends with the questions."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's own
        """Write the questions, each with what it asks."""
        with formatter.section("Questions"):
            formatter.write_dl([(name, each.title) for name, each in ARCHIVE_QUESTIONS.items()])


@click.command("ask", cls=AskingCommand)
@click.argument("folder", type=FileName())
@click.argument("question", type=QuestionName(), metavar="QUESTION")
@click.argument("work", nargs=-1)
@click.option("--retractions", type=FileName(), metavar="FILE", help="Ask this list, not the one that the audit had.")
@click.option("--journals", type=FileName(), metavar="FILE", help="Ask this list of journals, in the same way.")
@click.option(
    "--engine",
    type=click.Choice(["auto", "sqlite", "duckdb"]),
    default="auto",
    help="What to ask: the store, or what 'archive export' wrote. [duckdb where that is there and of today]",
)
@click.option("--max", "most", type=click.IntRange(0), metavar="N", help="Show N rows at most; 0 is all of them.")
@format_option(*ACROSS_FORMATS)
def run_archive_ask(  # noqa: PLR0913 - click hands over each option
    folder: str,
    question: str,
    work: tuple[str, ...],
    *,
    retractions: str | None,
    journals: str | None,
    engine: Any,
    most: int | None,
    output_format: str,
) -> None:
    """Ask what lies across the articles of an archive.

    FOLDER is where 'archive audit ROOT --into FOLDER' has put its results. WORK is a DOI, a PMID, a citation or words
    of a title, for falls-with. docs/archive-questions.md says what each question below tells.

    \b
    Example:
      evidence-graph archive ask results/ carriers
      evidence-graph archive ask results/ falls-with 10.1111/ane.12520
      evidence-graph archive ask results/ retracted --retractions retraction_watch.csv --format csv
    """
    from graph.archive.asking import ask_archive

    notices = read_retractions(retractions) if retractions else None
    listed = read_journals(journals) if journals else None
    rows = ask_archive(folder, question, " ".join(work), retractions=notices, journals=listed, engine=engine)
    if not rows and question in LOOKED_UP_IN and not (retractions or journals):
        tell_of_no_list(folder, LOOKED_UP_IN[question])
    for_people = ACROSS_FORMATS[output_format] in {across_text, across_markdown}
    limit = ROWS_SHOWN if most is None and for_people else most
    shown = rows[:limit] if limit else rows
    show(ACROSS_FORMATS[output_format](ARCHIVE_QUESTIONS[question], shown))
    if for_people:
        show(f"{count_of(rows, shown)}\n")


def tell_of_no_list(folder: str, name: str) -> None:
    """Say where there was nothing to look up that no list was given."""
    from graph.archive.store import read_store

    with closing(read_store(folder)) as store:
        if not store.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone():  # noqa: S608 - ours
            click.echo(f"there is no list to look in, as the last audit had none; give one with --{name}", err=True)


def count_of(rows: AnswerRows, shown: AnswerRows) -> str:
    """How many rows there are, and how all of them are seen."""
    if not rows:
        return "nothing"
    more = f"; {len(shown):,} are shown, --max 0 shows all" if len(shown) < len(rows) else ""
    return f"{count(len(rows), 'row')}{more}"


@click.command("works")
@click.argument("folder", type=FileName())
@click.option("--proposals", type=FileName(), metavar="FILE", help="Write the pairs that may be one work; - is stdout.")
@click.option("--decisions", type=FileName(), metavar="FILE", help="Obey what is decided there. [FOLDER/works.csv]")
def run_archive_works(folder: str, proposals: str | None, decisions: str | None) -> None:
    """Find which references of an archive's articles are the same work, and propose those that may be.

    References with one DOI, PMID, arXiv number, title or pages are one work. What only looks like one is proposed:
    write same or different into the column decision, and keep the file as FOLDER/works.csv: it is obeyed from then on,
    by 'archive audit', too. What is decided stays in the file when it is written again.

    \b
    Example:
      evidence-graph archive works results/ --proposals results/works.csv
      evidence-graph archive works results/
    """
    from graph.archive.across import bring_up_to_date
    from graph.archive.baseline import baseline_of
    from graph.archive.decisions import (
        DECISION_COLUMNS,
        DECISIONS,
        noticed_in_decisions,
        proposal_rows,
        proposed_works,
        read_decisions,
        with_further,
    )
    from graph.archive.origin import origin_of
    from graph.archive.store import read_store, whole

    if decisions and not Path(decisions).is_file():
        raise click.ClickException(f"{decisions}: no such file")
    with closing(read_store(folder, "rw")) as store:
        beside = Path(decisions or Path(folder, DECISIONS))
        usual = read_decisions(beside) if beside.is_file() else []
        further = read_decisions(proposals) if proposals and Path(proposals).is_file() else []
        said = with_further(usual, further)
        with whole(store):
            settings = origin_of(store, folder).settings
            bring_up_to_date(store, said, settings, baseline_of(settings))
        refused = [*noticed_in_decisions(store, said)]
        show(f"{works_line(store, len(said) - len(refused), len(refused))}\n")
        for each in refused:
            path = beside if any(each.place == one.place for one in usual) else proposals
            click.echo(f"{path}:{each.place.line}: not obeyed: {each.message}", err=True)
        if proposals:
            found = proposed_works(store, said)
            put(proposals, as_cells(DECISION_COLUMNS, proposal_rows(found, said)))
            click.echo(f"{count(len(found), 'pair')} to decide about", err=True)


def works_line(store: Any, obeyed: int, refused: int) -> str:
    """How many works there are, how many several articles share, and what became of a person's decisions."""
    references, works, shared = store.execute(
        "SELECT SUM(entries), COUNT(*), COALESCE(SUM(articles > 1), 0) FROM weights"
    ).fetchone()
    said = f", {count(obeyed, 'decision')} obeyed" if obeyed or refused else ""
    said += f", {refused:,} not" if refused else ""
    return (
        f"{count(references or 0, 'reference')} of {count(works, 'work')}, {shared:,} cited by several articles{said}"
    )


@click.command("export")
@click.argument("folder", type=FileName())
def run_archive_export(folder: str) -> None:
    """Write the tables of an archive as Parquet, into FOLDER/tables: for DuckDB, pandas, Spark.

    'archive ask' uses them where DuckDB is installed, until the archive changes.

    \b
    Example:
      evidence-graph archive export results/
    """
    from graph.archive.duck import write_tables
    from graph.archive.store import read_store

    with closing(read_store(folder)) as store:
        written = write_tables(store, folder)
    click.echo(f"{written[0].parent}: {count(len(written), 'table')}")
