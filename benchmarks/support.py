"""How long it takes to know what rests on what, beside asking the network.

    ./run python benchmarks/support.py [REFERENCES CLAIMS]

CPU seconds, 10,000 references and 30,000 claims unless told otherwise. The causes nest four deep; claims involve
others, and references dispute, qualify and only mention. What takes minutes is done for a few and multiplied, which
the line says; above 100,000 claims the network is left out.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import networkx as nx

import graph
from graph import questions
from graph.model import STANCES, Cause, Citation, Claim, Evidence, Place, Reference, lineage
from graph.support import Support

PLACE = Place("claims.csv", 2)
MOST = 100_000
"""The most claims of which the network is made as well."""

FEW = 5
"""Of how many references or causes the network is asked."""

Result = TypeVar("Result")


def generate(references: int, claims: int) -> Evidence:
    """Evidence in memory, the same at every run: a cause for about 20 claims, half of all claims without citation."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    names = [cause_name(chance, number) for number in range(max(1, claims // 20))]
    made = [make_claim(chance, number, names, references) for number in range(claims)]
    causes = dict.fromkeys(each for claim in made for name in (claim.cause, *claim.involves) for each in line(name))
    keys = [f"key{number}" for number in range(references)]
    return Evidence(
        references={key: Reference(key=key, type="article", place=PLACE) for key in keys},
        claims={claim.key: claim for claim in made},
        causes={name: Cause(name, PLACE) for name in causes},
    )


def cause_name(chance: random.Random, number: int) -> str:
    """One of the causes, between one and four levels deep."""
    levels = [f"Area {number % 20}", f"Field {number % 100}", f"Group {number % 500}", f"Cause {number}"]
    return " > ".join(levels[: chance.randrange(1, 5)])


def line(name: str) -> list[str]:
    """A cause and its wider ones, from far to near."""
    return list(lineage(name))[::-1]


def make_claim(chance: random.Random, number: int, names: Sequence[str], references: int) -> Claim:
    """A claim with up to three citations; every fifth involves another cause."""
    key = f"c{number}"
    cited = [
        Citation(key, f"key{chance.randrange(references)}", chance.choices(STANCES, (12, 2, 3, 3))[0], PLACE)
        for _ in range(chance.choice((0, 0, 0, 1, 2, 3)))
    ]
    involves = (chance.choice(names),) if number % 5 == 0 else ()
    cause = chance.choice(names)
    return Claim(key=key, cause=cause, text="", place=PLACE, citations=tuple(cited), involves=involves)


def timed(name: str, work: Callable[[], Result], times: float = 1, note: str = "") -> Result:
    """Do the work and print the CPU seconds it took, or would take so many times."""
    start = time.process_time()
    result = work()
    print(f"{name:44}{(time.process_time() - start) * times:10.2f} s{note}", flush=True)
    return result


def ask_support(evidence: Evidence) -> None:
    """Ask for everything, of all references and causes."""
    support = timed("Support(evidence)", lambda: Support(evidence))
    timed("states of all claims", lambda: support.states)
    timed("sources of all claims, as numbers", lambda: support.sourcing)
    timed("falls_with, all references", lambda: [support.falls_with(key) for key in evidence.references])
    timed("rests_on, all causes", lambda: [support.rests_on(name) for name in evidence.causes])
    timed("coverage, all causes", support.coverage)
    fresh = Support(evidence)
    timed("falls_with, all references, asked first", lambda: [fresh.falls_with(key) for key in evidence.references])


def ask_network(evidence: Evidence) -> None:
    """Ask the network for the same, of a few references and causes."""
    network = timed("build_network", lambda: graph.build_network(evidence))
    references = list(evidence.references.values())[:FEW]
    causes = list(evidence.causes.values())[:: len(evidence.causes) // FEW + 1]
    times = len(evidence.references) / len(references)
    note = f"   {len(references)} of them, times {times:,.0f}"
    timed(
        "questions.falls_with, all references",
        lambda: [questions.falls_with(network, each.id) for each in references],
        times,
        note,
    )
    times = len(evidence.causes) / len(causes)
    note = f"   {len(causes)} of them, times {times:,.0f}"
    timed(
        "questions.rests_on, all causes", lambda: [questions.rests_on(network, each.id) for each in causes], times, note
    )
    timed("nx.ancestors, all causes", lambda: [nx.ancestors(network, each.id) for each in causes], times, note)
    timed("questions.coverage, all causes", lambda: questions.coverage(network))
    timed("questions.weakest, all references", lambda: questions.weakest(network))
    timed("questions.thinnest, all causes", lambda: questions.thinnest(network))


def main() -> None:
    """Ask both and print a table."""
    references, claims = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 30_000)  # noqa: PLR2004
    evidence = generate(references, claims)
    print(f"{references:,} references, {claims:,} claims, {len(evidence.causes):,} causes")
    ask_support(evidence)
    if claims <= MOST:
        ask_network(evidence)


if __name__ == "__main__":
    main()
