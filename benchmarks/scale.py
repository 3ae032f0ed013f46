"""How long each stage takes on generated evidence, beside the barest that a user would write by hand.

    ./run python benchmarks/scale.py [REFERENCES CLAIMS]

CPU seconds of one run, 10,000 references and 30,000 claims unless told otherwise. "By hand" is bibtexparser 2 with its
own middlewares, csv, and a loop that adds edges: no places, no problems, no rules, no page.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import bibtexparser
import networkx as nx

import graph

STUDIES = "Prevalence of restless legs among {people}: a {{Swedish}} cohort of {number} patients"
PEOPLE = ["nurses", 'Sj{\\"o}gren patients', "pregnant women", "miners", "people with {DNA} tests"]
Result = TypeVar("Result")


def generate(folder: Path, references: int, claims: int) -> tuple[Path, Path]:
    """Write a bibliography and a claims table, the same at every run."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    bib, table = folder / "references.bib", folder / "claims.csv"
    with bib.open("w", encoding="utf-8") as file:
        for number in range(references):
            title = STUDIES.format(people=chance.choice(PEOPLE), number=number)
            file.write(
                f'@article{{key{number},\n  author = {{Doe, Jane and Roe, R. and M{{\\"u}}ller, K and others}},\n'
                f"  title = {{{title}}},\n  journal = {{J Sleep}},\n  year = {{{1990 + number % 35}}},\n"
                f"  volume = {{{number % 90}}},\n  pages = {{1--9}},\n  doi = {{10.1000/sleep.{number}}},\n}}\n\n"
            )
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["claim_id", "cause", "claim", "supports", "kind", "measure", "low", "high", "unit"])
        for number in range(claims):
            keys = "; ".join(f"key{chance.randrange(references)}" for _ in range(chance.randrange(4)))
            cause = f"Area {number % 50} > Cause {number % 1000}"
            rows.writerow([f"c{number}", cause, f"Statement {number}.", keys, "frequency", "prevalence", "1", "2", "%"])
    return bib, table


def timed(name: str, work: Callable[[], Result]) -> Result:
    """Do the work and print the CPU seconds it took."""
    start = time.process_time()
    result = work()
    print(f"{name:36}{time.process_time() - start:8.2f} s", flush=True)
    return result


def by_hand(bib: Path, table: Path) -> nx.MultiDiGraph[str]:
    """The network as one would write it in a few lines."""
    library = bibtexparser.parse_file(str(bib))
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_nodes_from(entry.key for entry in library.entries)
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            network.add_edge(row["claim_id"], row["cause"], "about")
            for key in filter(None, row["supports"].split("; ")):
                network.add_edge(key, row["claim_id"], "supports")
    return network


def main() -> None:
    """Run all stages and print a table."""
    references, claims = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 30_000)  # noqa: PLR2004
    print(f"{references:,} references, {claims:,} claims")
    with tempfile.TemporaryDirectory() as name:
        bib, table = generate(Path(name), references, claims)
        timed("by hand: read and network", lambda: by_hand(bib, table))
        evidence = timed("read", lambda: graph.read(bib, table))
        report = timed("audit", lambda: graph.audit(evidence))
        timed("build_network", lambda: graph.build_network(evidence))
        page = timed("write_page", lambda: graph.write_page(evidence, Path(name) / "evidence.html", report=report))
        print(f"{'page':36}{page.stat().st_size / 1e6:8.2f} MB; {len(report.findings):,} findings")


if __name__ == "__main__":
    main()
