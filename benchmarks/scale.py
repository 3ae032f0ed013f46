"""How long each stage takes on generated evidence, beside the barest that a user would write by hand.

    ./run python benchmarks/scale.py [REFERENCES ...] [--skews]

CPU seconds for these numbers of references, with three claims each: 1,000 and 10,000 unless told otherwise. Every
measurement has a fresh process, and the best of three counts, as machines are busy. "By hand" is bibtexparser 2 with
its own middlewares, csv, networkx, json and three checks: no decoding, no places, no problems, no page. An exponent of
1 is twice the time for twice the data. With `--skews` only reading and auditing are measured, of uneven evidence, once
for each size, and no longer than five minutes.
"""

from __future__ import annotations

import functools
import gc
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generated import CLAIMS_A_REFERENCE, SKEWS, generate

RUNS = 3
CACHE = type(functools.lru_cache(print))
"""What remembers what a function gave."""

LIMIT = 300
"""How many seconds, by the clock, one measurement of uneven evidence may take."""

USUAL = (1_000, 10_000)
OURS = ("references", "claims", "network", "audit", "page")
ROWS = ("by hand: references", "by hand: claims", "by hand: network", "by hand: checks", *OURS)
Result = TypeVar("Result")
Seconds = dict[str, float]


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.seconds: Seconds = {}

    def __call__(self, name: str, work: Callable[[], Result]) -> Result:
        """Do the work and note how long it took."""
        start = time.process_time()
        result = work()
        self.seconds[name] = time.process_time() - start
        return result


def by_hand(bib: Path, table: Path, clock: Clock) -> None:
    """What one would write in a few lines: a network, three checks, and both as JSON."""
    import csv

    import bibtexparser
    import networkx as nx

    entries = clock("by hand: references", lambda: bibtexparser.parse_file(str(bib)).entries)
    rows = clock("by hand: claims", lambda: list(csv.DictReader(table.open(encoding="utf-8", newline=""))))

    def connected() -> nx.MultiDiGraph[str]:
        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        network.add_nodes_from(entry.key for entry in entries)
        for row in rows:
            network.add_edge(row["claim_id"], row["cause"], "about")
            for key in filter(None, row["supports"].split("; ")):
                network.add_edge(key, row["claim_id"], "supports")
        return network

    network = clock("by hand: network", connected)

    def checked() -> str:
        keys = {entry.key for entry in entries}
        unsourced = [row["claim_id"] for row in rows if not row["supports"]]
        unknown = [key for row in rows for key in row["supports"].split("; ") if key and key not in keys]
        untitled = [entry.key for entry in entries if "title" not in entry.fields_dict]
        return json.dumps([unsourced, unknown, untitled, nx.node_link_data(network, edges="edges")])

    clock("by hand: checks", checked)


def audited(bib: Path, table: Path, clock: Clock) -> None:
    """Reading and auditing alone."""
    import graph

    evidence = clock("read", lambda: graph.read(bib, table))
    clock("audit", lambda: graph.audit(evidence))


def ours(bib: Path, table: Path, clock: Clock) -> None:
    """The same, and all the rest, stage by stage."""
    import networkx as nx  # noqa: F401 - neither way is charged for its import

    import graph
    from graph.collector import collector_paused
    from graph.reading.bibtex import parse_references
    from graph.reading.claims import parse_claims

    evidence = clock("read", lambda: graph.read(bib, table))
    forget()
    with collector_paused():  # as it is while all of it is read
        clock("references", lambda: parse_references(bib.read_text(encoding="utf-8")))
        clock("claims", lambda: parse_claims(table.read_text(encoding="utf-8")))
    forget()
    clock("network", lambda: graph.build_network(evidence))
    report = clock("audit", lambda: graph.audit(evidence))
    clock("page", lambda: graph.write_page(evidence, bib.parent / "evidence.html", report=report))


def forget() -> None:
    """Empty all caches, so that no stage finds what another one has worked out, nor the less the more there is."""
    for each in gc.get_objects():
        if isinstance(each, CACHE):
            each.cache_clear()


def measure_here(way: str, references: int, skew: str) -> None:
    """Measure one way in this process and print what it took."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        files = generate(Path(folder), references, CLAIMS_A_REFERENCE * references, SKEWS[skew])
        WAYS[way](*files, clock)
    clock.seconds[f"{way}: MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps(clock.seconds))


WAYS = {"hand": by_hand, "ours": ours, "audit": audited}


def measure(way: str, references: int, skew: str = "even", runs: int = RUNS, limit: float | None = None) -> Seconds:
    """The least that each stage took in some processes; TimeoutExpired where one takes longer than the limit."""
    command = [sys.executable, __file__, "--one", way, str(references), skew]
    found = [
        json.loads(
            subprocess.run(  # noqa: S603 - ourselves
                command, capture_output=True, text=True, check=True, timeout=limit
            ).stdout
        )
        for _ in range(runs)
    ]
    return {name: min(each[name] for each in found) for name in found[0]}


def print_row(name: str, values: list[float], sizes: list[int]) -> None:
    """Print what something took at each size, and how it grows."""
    steep = len(values) > 1 and min(values) > 0
    exponent = math.log(values[-1] / values[0]) / math.log(sizes[-1] / sizes[0]) if steep else math.nan
    print(f"{name:24}" + "".join(f"{value:12.2f}" for value in values) + f"{exponent:12.2f}", flush=True)


def print_sizes(sizes: list[int]) -> None:
    """Print both ways side by side, and how many times as long ours takes."""
    found = [{**measure("hand", size), **measure("ours", size)} for size in sizes]
    print(f"{'CPU seconds':24}" + "".join(f"{size:12,}" for size in sizes) + f"{'exponent':>12}")
    for name in ROWS:
        print_row(name, [each[name] for each in found], sizes)
    hand = [sum(each[name] for name in ROWS if name.startswith("by hand")) for each in found]
    network = [sum(each[f"by hand: {name}"] for name in ("references", "claims", "network")) for each in found]
    read = [each["read"] + each["network"] for each in found]
    whole = [each["read"] + each["network"] + each["audit"] + each["page"] for each in found]
    print_row("by hand, whole", hand, sizes)
    print_row("ours, whole", whole, sizes)
    for name, mine, barest in (("whole", whole, hand), ("reading and network", read, network)):
        times = "".join(f"{one / other:12.1f}" for one, other in zip(mine, barest, strict=True))
        print(f"{f'times: {name}':24}{times}")
    print_row("peak MB", [each["ours: MB"] for each in found], sizes)


def print_skews(sizes: list[int]) -> None:
    """Print how long reading and auditing take for each skew, and how that grows; or that it takes too long."""
    print(f"{'CPU seconds':34}" + "".join(f"{size:12,}" for size in sizes) + f"{'exponent':>12}")
    for skew in SKEWS:
        try:
            found = [measure("audit", size, skew, runs=1, limit=LIMIT) for size in sizes]
        except subprocess.TimeoutExpired:
            print(f"{skew:24}more than {LIMIT} s", flush=True)
        else:
            for name in ("read", "audit"):
                print_row(f"{skew:24}{name:10}", [each[name] for each in found], sizes)


def main() -> None:
    """Measure what the arguments ask for."""
    match sys.argv[1:]:
        case ["--one", way, references, skew]:
            measure_here(way, int(references), skew)
        case arguments:
            sizes = [int(each) for each in arguments if each.isdigit()] or list(USUAL)
            print_skews(sizes) if "--skews" in arguments else print_sizes(sizes)


if __name__ == "__main__":
    main()
