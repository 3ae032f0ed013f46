"""How far the audit can be trusted: `python benchmarks/trust.py [TIMES] [FOLDER or FILE.bib ...]`.

Faults of many kinds (`faults.py`) are injected, one at a time and TIMES each, into the sample, and into other
bibliographies and folders of data that are named; the same every time. A row a kind: how often it was made, how often
a rule that is run by default noticed it, whether the place was right, and which other findings came with it that are
about something else. `--rules FILE` writes what was found by rule, for docs/rules.md.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from faults import KINDS, Files, Kind, Made, files_of

from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.lists import read_retractions
from graph.auditing.report import Report
from graph.model import Evidence, Finding
from graph.reading import parse, read
from graph.wording import unnamed

ROOT = Path(__file__).parent.parent
TIMES = 5
DAY = date(2026, 1, 1)
"""The day that age is counted from."""


@dataclass
class Tally:
    """What became of the faults of a kind."""

    made: int = 0
    found: int = 0
    placed: int = 0
    others: Counter[str] = field(default_factory=Counter)


def audited(files: Files) -> tuple[Evidence, Report]:
    """What the rules that are run by default find in files."""
    evidence = parse(files.bibliography(), files.table(), files.source_values() or None)
    retractions = None
    if files.retractions:
        with TemporaryDirectory() as folder:
            Path(folder, "list.csv").write_text(files.retractions, encoding="utf-8")
            retractions = read_retractions(Path(folder, "list.csv"))
    given = Given(as_of=DAY, retractions=retractions, article=files.article or None)
    return evidence, audit(evidence, given=given)


def mark(finding: Finding) -> tuple[str, str, str]:
    """What a finding is, wherever it stands."""
    message = unnamed(finding.message)
    return finding.code, finding.subject, "".join(each for each in message if not each.isdigit())


def new(before: Report, after: Report) -> list[Finding]:
    """The findings that a fault brought."""
    known = Counter(map(mark, before.findings))
    found = []
    for finding in after.findings:
        if known[mark(finding)] > 0:
            known[mark(finding)] -= 1
        else:
            found.append(finding)
    return found


def is_about(finding: Finding, made: Made, files: Files, evidence: Evidence) -> bool:
    """Whether a finding is about what was spoiled, or about what hangs on it."""
    at_place = finding.place.line in files.lines(made).get(finding.place.file, ())
    return finding.subject in made.subjects or at_place or finding.subject in hanging_on(made, evidence)


def hanging_on(made: Made, evidence: Evidence) -> set[str]:
    """The claims, causes and references that are tied to what was spoiled."""
    found: set[str] = set()
    for claim in evidence.claims.values():
        tied = {claim.id, *(f"reference:{each.reference}" for each in claim.citations)}
        causes = {f"cause:{cause}" for name in (claim.cause, *claim.involves) for cause in wider(name)}
        if tied & set(made.subjects) or causes & set(made.subjects):
            found |= tied | causes
    return found


def wider(cause: str) -> Iterator[str]:
    """A cause and its wider ones."""
    while cause:
        yield cause
        cause = cause.rpartition(" > ")[0]


def spoil(kind: Kind, files: Files, before: Report, random: Random, tally: Tally) -> None:
    """Make a fault, and count what is found of it."""
    if (injected := kind.inject(files, random)) is None:
        return
    spoiled, made = injected
    evidence, after = audited(spoiled)
    found = new(before, after)
    about = [each for each in found if is_about(each, made, spoiled, evidence)]
    hits = [each for each in about if each.rule in kind.rules]
    lines = spoiled.lines(made)
    tally.made += 1
    tally.found += bool(hits)
    tally.placed += any(each.place.line in lines.get(each.place.file, ()) for each in hits)
    tally.others.update(each.rule for each in found if each not in about and each not in after.follows)


def run(tables: Sequence[Evidence], libraries: Sequence[Evidence], times: int) -> dict[str, Tally]:
    """The tally of every kind; faults of claims are made in tables only."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for number, evidence in enumerate([*tables, *libraries]):
        files = files_of(evidence)
        _, before = audited(files)
        for kind in KINDS:
            if kind.of == "references" or number < len(tables):
                for time in range(times):
                    random = Random(f"{kind.name} {number} {time}")  # noqa: S311 - the same every time, not secret
                    spoil(kind, files, before, random, tallies[kind.name])
    return tallies


def rows(tallies: dict[str, Tally]) -> Iterator[tuple[str, ...]]:
    """A row a kind."""
    for kind in KINDS:
        tally = tallies[kind.name]
        others = ", ".join(f"{rule} {count}" for rule, count in tally.others.most_common(3))
        yield kind.name, " or ".join(kind.rules), *map(str, (tally.made, tally.found, tally.placed)), others


def write_rules(path: str, tallies: dict[str, Tally]) -> None:
    """Write how many faults each rule is meant for, and how many of them it or its like found."""
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for kind in KINDS:
        made[kind.rules[0]] += tallies[kind.name].made
        found[kind.rules[0]] += tallies[kind.name].found
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rule", "made", "found"])
        writer.writerows([rule, made[rule], found[rule]] for rule in sorted(made) if made[rule])


def main(arguments: Sequence[str]) -> None:
    """Print the rows."""
    arguments = list(arguments)
    into = arguments.pop(arguments.index("--rules") + 1) if "--rules" in arguments else ""
    arguments = [each for each in arguments if each != "--rules"]
    times = int(arguments.pop(0)) if arguments and arguments[0].isdecimal() else TIMES
    paths = [Path(each) for each in arguments]
    folders = [ROOT / "data", *(path for path in paths if path.is_dir())]
    tables = [read(folder / "references.bib", folder / "claims.csv") for folder in folders]
    libraries = [
        parse(path.read_text(encoding="utf-8", errors="replace"), "claim_id,cause,claim\n")
        for path in paths
        if path.is_file()
    ]
    tallies = run(tables, libraries, times)
    print("| fault | rule | made | found | placed | other findings |\n|---|---|---|---|---|---|")
    for row in rows(tallies):
        print(f"| {' | '.join(row)} |")
    possible = [tally for tally in tallies.values() if tally.made]
    every = sum(tally.found == tally.made for tally in possible)
    some = sum(tally.found > 0 for tally in possible)
    print(f"\n{len(possible)} kinds of faults, {some} of them found, {every} of them every time; ", end="")
    print(f"{sum(tally.found for tally in possible)} of {sum(tally.made for tally in possible)} faults found, ", end="")
    print(f"{sum(tally.placed for tally in possible)} with the right place")
    if into:
        write_rules(into, tallies)


if __name__ == "__main__":
    main(sys.argv[1:])
