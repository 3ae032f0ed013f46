"""How long each rule takes, the longest first: CPU milliseconds on generated evidence, the least of three audits.

    ./run python benchmarks/rules.py [REFERENCES [SKEW]]
    ./run python benchmarks/rules.py article

10,000 references and "even" evidence unless told otherwise, with three claims each; an article has 30 references and
50 claims. What several rules ask for is charged to the first of them. The rest is what an audit does beside its rules:
it sorts what they found, leaves out what is excused, and says what follows from what.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generated import CLAIMS_A_REFERENCE, SKEWS, generate

import graph
from graph.auditing.rule import Noticed, Rule
from graph.model import Evidence

RUNS = 3
ARTICLE = (30, 50)
"""How many references and claims an article has."""

SHOWN = 25
"""How many rules are listed."""

REST, WHOLE = "the rest", "all of it"


def timed(rule: Rule, spent: Counter[str]) -> Rule:
    """A rule that notes how many milliseconds it takes."""

    def notice(*given: object, **named: object) -> Iterator[Noticed]:
        start = time.process_time_ns()
        found = [*rule.notice(*given, **named)]
        spent[rule.code] += time.process_time_ns() - start
        return iter(found)

    return replace(rule, notice=notice)


def measured(evidence: Evidence) -> dict[str, float]:
    """The milliseconds of each rule, of the rest and of all of it."""
    spent: Counter[str] = Counter()
    start = time.process_time_ns()
    graph.audit(evidence, rules=[timed(rule, spent) for rule in graph.RULES])
    whole = time.process_time_ns() - start
    times = spent | {REST: whole - spent.total(), WHOLE: whole}
    return {name: nanoseconds / 1e6 for name, nanoseconds in times.items()}


def generated(references: int, claims: int, skew: str) -> Evidence:
    """Evidence of some size."""
    with tempfile.TemporaryDirectory() as folder:
        return graph.read(*generate(Path(folder), references, claims, SKEWS[skew]))


def main(size: str = "10000", skew: str = "even") -> None:
    """Measure evidence of a size, and print what takes longest."""
    references, claims = ARTICLE if size == "article" else (int(size), CLAIMS_A_REFERENCE * int(size))
    evidence = generated(references, claims, skew)
    runs = [measured(evidence) for _ in range(RUNS)]
    least = Counter({name: min(run[name] for run in runs) for name in runs[0]})
    for name, milliseconds in least.most_common(SHOWN):
        title = next((rule.name for rule in graph.RULES if rule.code == name), "")
        print(f"{milliseconds:12,.2f}  {name:10}{title}")


if __name__ == "__main__":
    main(*sys.argv[1:])
