"""The command `draft`."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from graph.cli.options import CLAIMS, REFERENCES, FileName, parts_of
from graph.drafts.table import claims_csv
from graph.exports.bibtex import references_as_bibtex
from graph.model import Claim, Evidence, File
from graph.reading import read
from graph.reading.articles import ArticleText
from graph.reading.articles.drafting import draft_claims
from graph.reading.articles.formats import detect
from graph.reading.contents import seen_in
from graph.reading.narrowing import ONLY, narrowed
from graph.wording import count, listing
from graph.writing import write_all


@click.command("draft")
@click.argument("article", type=FileName(exists=True))
@click.option(
    "--references", type=FileName(exists=True), multiple=True, metavar="FILE", help="The bibliography, or several."
)
@click.option(
    "--into",
    type=FileName(file_okay=False),
    default="data",
    show_default=True,
    metavar="FOLDER",
    help="Where to write.",
)
@click.option("--only", type=click.Choice(ONLY), default="all", show_default=True, help="Which sentences to take.")
@click.option("--section", multiple=True, metavar="HEADING", help="Take what stands under this heading only.")
def run_draft(article: str, references: tuple[str, ...], into: str, only: str, section: tuple[str, ...]) -> None:
    """Write a claims table from ARTICLE, a file or the folder of its parts: a claim for each sentence.

    The bibliography is what --references names, else what the article names. Files that are there are left alone.

    \b
    Example:
      evidence-graph draft paper.qmd
      evidence-graph draft paper.md --references refs.bib --into articles/sleep --only cited
    """
    parts = parts_of(article)
    refuse_what_is_none(parts)
    evidence = narrowed(read(references, parts), only, section)
    claims = list(evidence.claims.values())
    files = [(CLAIMS, claims_csv(claims).encode()), (REFERENCES, bibliography_of(evidence))]
    new = [(Path(into, name), data) for name, data in files if data]
    for path, _ in new:
        if path.exists():
            raise click.ClickException(f"{path}: exists already and is left alone; name another folder with --into")
    Path(into).mkdir(parents=True, exist_ok=True)
    for path in write_all(new):
        click.echo(f"{path}: written")
    click.echo(summary_of(claims, evidence, left_out(parts, evidence)))
    click.echo(f"next: evidence-graph build{'' if into == 'data' else f' --data {shlex.quote(into)}'}")


def refuse_what_is_none(parts: Iterable[str]) -> None:
    """Stop at a file that is no article, and say what it is."""
    for part in parts:
        file = File(part, Path(part).read_bytes(), "claims")
        if not detect(file):
            raise click.ClickException(
                f"{part}: is no article that can be read: {seen_in(file) or 'it is a claims table'}"
            )


def bibliography_of(evidence: Evidence) -> bytes:
    """The bibliography as BibTeX: as it is, where one such file is all there is, else written anew."""
    files = [file for file in evidence.files if file.role == "references"]
    if len(files) == 1 and files[0].name.lower().endswith(".bib") and not has_own_list(evidence):
        return files[0].data
    return references_as_bibtex(evidence).encode()


def has_own_list(evidence: Evidence) -> bool:
    """Whether a reference stands in the article itself."""
    articles = {file.name for file in evidence.files if file.role == "article"}
    return any(reference.place.file in articles for reference in evidence.references.values())


def left_out(parts: Iterable[str], evidence: Evidence) -> Counter[str]:
    """What no claim is made of."""
    found: Counter[str] = Counter()
    for article in map(read_article_file, parts):
        found += draft_claims(article, evidence.references, {}).left_out
    return found


def read_article_file(path: str) -> ArticleText:
    """An article on the disk."""
    file = File(path, Path(path).read_bytes(), "claims", path)
    found = detect(file)
    return found.read(file) if found else ArticleText(file=path)


def summary_of(claims: Sequence[Claim], evidence: Evidence, without: Counter[str]) -> str:
    """What was written, and what was not."""
    cited = [citation.reference for claim in claims for citation in claim.citations]
    unknown = sum(key not in evidence.references for key in set(cited))
    without["sentences that were not asked for"] = len(evidence.left_out)
    parts = [f"{count(len(claims), 'claim')}, {count(len(cited), 'citation')} of {count(len(set(cited)), 'reference')}"]
    if unknown:
        parts.append(f"{unknown:,} of them not in the bibliography")
    if said := listing([f"{number:,} {what}" for what, number in without.items() if number]):
        parts.append(f"left out: {said}")
    return "; ".join(parts)
