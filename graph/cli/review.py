"""The command `review`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime

import click

from graph.cli.completing import Called
from graph.cli.options import a_date, evidence_options, refuse_stdin
from graph.model import Claim, Evidence
from graph.support.reviews import review_mark
from graph.texts.spreadsheets import FORMULA
from graph.wording import count, did_you_mean

REVIEW_COLUMNS = ("reviewed_by", "reviewed_on", "reviewed_as")


@click.command()
@click.argument("claim", nargs=-1, required=True, type=Called(["claim"]))
@click.option("--by", required=True, metavar="NAME", help="Who has reviewed them.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=a_date,
    metavar="DATE",
    help="The day of the review. [today, by this machine's clock]",
)
@evidence_options
def review(evidence: Evidence, claim: tuple[str, ...], by: str, on: date | None) -> None:
    """Note in the claims table who has reviewed each CLAIM, when, and what was there.

    CLAIM is a claim_id. Three cells of its row are written, `reviewed_by`, `reviewed_on` and `reviewed_as`, a mark of
    its text, figures and citations; the audit says when it no longer fits. No other cell is touched.

    \b
    Example:
      evidence-graph review pregnancy-04 ms-02 --by "Eva Example"
      evidence-graph review pregnancy-04 --by Eva --on 2026-01-31
    """
    from graph.fixes import write_changes
    from graph.fixes.filling import fill

    name = reviewer(by)
    day = (on or datetime.now().astimezone().date()).isoformat()
    rows: dict[str, dict[int, Mapping[str, str]]] = defaultdict(dict)
    for each in claims_called(claim, evidence):
        cells = dict(zip(REVIEW_COLUMNS, (name, day, review_mark(each)), strict=True))
        rows[each.place.file][each.place.line] = cells
    before = [file for file in evidence.files if file.role == "claims" and file.name in rows]
    refuse_stdin(before, "so nothing can be noted in it; name the claims table with --claims")
    after = [fill(file, REVIEW_COLUMNS, rows[file.name]) for file in before]
    write_changes(before, after)
    for file in before:
        click.echo(f"{file.path}: {count(len(rows[file.name]), 'claim')} reviewed by {name} on {day}")


def reviewer(by: str) -> str:
    """The name of a reviewer, on one line."""
    name = " ".join(by.split())
    if not name or not name.isprintable() or FORMULA.match(name):
        raise click.UsageError(f"--by {by!r} is no name that a table can hold")
    return name


def claims_called(keys: Iterable[str], evidence: Evidence) -> list[Claim]:
    """The claims of a table with these ids."""
    articles = evidence.named("article")
    if articles:
        cure = f"'evidence-graph draft {articles[0]}' makes one"
        raise click.ClickException(f"{articles[0]}: is an article, and a review is noted in a claims table; {cure}")
    for key in keys:
        if key not in evidence.claims:
            hint = did_you_mean(key, evidence.claims) or "; the column claim_id has their names"
            raise click.ClickException(f"no claim is called {key!r}{hint}")
    return [evidence.claims[key] for key in dict.fromkeys(keys)]
