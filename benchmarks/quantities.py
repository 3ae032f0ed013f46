"""How many sentences have figures proposed, and whether they are right.

    ./run python benchmarks/quantities.py FOLDER...

Of all articles in the folders, how many sentences have a digit, and for how many of them figures are proposed; then
some of the proposals, drawn at random but always the same, to be judged by hand. Of the sample, whose figures a person
filled in, how many are proposed just so, and each that differs.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import graph
from graph.drafts.figures import figure_cells
from graph.model import Claim, File, Quantity
from graph.reading import read_files
from graph.reading.article_formats import detect
from graph.reading.table import FIGURES
from graph.texts.quantities import proposed

DATA = Path(__file__).parent.parent / "data"
SEED, MOST_JUDGED = 1, 100
ESTIMATE = ("value", "low", "high", "interval")


def claims_in(folder: str) -> Iterator[Claim]:
    """The sentences of all articles in a folder."""
    for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
        file = File(path.name, path.read_bytes(), "claims")
        if detect(file):
            yield from read_files([file]).claims.values()


def differences(stated: Quantity, other: Quantity) -> list[str]:
    """The columns in which two quantities differ; a point may stand in `value` or in `low`."""
    named = [column for column in FIGURES if column not in ESTIMATE]
    differing = [column for column in named if getattr(stated, column) != getattr(other, column)]
    return differing if stated.estimate == other.estimate else ["estimate", *differing]


def print_sample() -> None:
    """Print how the figures of the sample compare with what is proposed from its claims."""
    claims = graph.read(DATA / "references.bib", DATA / "claims.csv").claims.values()
    quantities = [(claim, proposed(claim.text)) for claim in claims]
    stated = sum(bool(claim.quantity.estimate) for claim in claims)
    same = sum(bool(quantity) and differences(claim.quantity, quantity) == [] for claim, quantity in quantities)
    print(
        f"sample: {stated} claims with a figure, {sum(bool(each) for _, each in quantities)} proposals, {same} the same"
    )
    for claim, quantity in quantities:
        if (quantity or claim.quantity.estimate) and (found := differences(claim.quantity, quantity)):
            print(f"  {claim.key}: {', '.join(found) if quantity else 'nothing is proposed'}")


def main(folders: list[str]) -> None:
    """Print counts, proposals to judge, and the sample."""
    claims = [claim for folder in folders for claim in claims_in(folder)]
    drafted = [(claim, cells) for claim in claims if (cells := figure_cells(claim))]
    digits = sum(any(sign.isdigit() for sign in claim.text) for claim in claims)
    print(f"{len(claims):,} sentences, {digits:,} with a digit, {len(drafted):,} proposals")
    for claim, cells in random.Random(SEED).sample(drafted, min(MOST_JUDGED, len(drafted))):  # noqa: S311 - no secret
        print(
            f"  {', '.join(f'{column} {cell}' for column, cell in cells.items() if column != 'figures')}: {claim.text}"
        )
    print_sample()


if __name__ == "__main__":
    main(sys.argv[1:])
