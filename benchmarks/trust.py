"""How far the audit can be trusted: `python benchmarks/trust.py [TIMES] [FOLDER or FILE.bib ...]`.

Faults of many kinds (`faults/`) are injected, one at a time and TIMES each, into the samples, and into other
bibliographies and folders of data that are named; the same every time. A row a kind: how often it was made, how often
a rule that is meant for it noticed it, whether the place was right, and which other findings came with it that are
about something else. `--rules FILE` writes what was found by rule, for docs/rules.md; `--only WORD` makes only the
kinds that have it in their names or rules, and shows what was missed.
"""

from __future__ import annotations

import csv
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from random import Random

from faults import KINDS, Files, Kind, Made, files_of
from faults.auditing import audited
from faults.kinds import BY_NAME, Prepare

from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.model import Evidence, Finding
from graph.reading import parse, read
from graph.wording import unnamed

ROOT = Path(__file__).parent.parent
TIMES, BATCH = 5, 10


@dataclass
class Tally:
    """What became of the faults of a kind."""

    made: int = 0
    found: int = 0
    placed: int = 0
    others: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count what became of more faults of the kind."""
        self.made += other.made
        self.found += other.found
        self.placed += other.placed
        self.others += other.others
        self.missed += other.missed


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


def spoil(kind: Kind, files: Files, before: Report, random: Random) -> Tally:
    """Make a fault, and count what is found of it."""
    if (injected := kind.inject(files, random)) is None:
        return Tally()
    spoiled, made = injected
    evidence, after = audited(spoiled, kind.settings)
    found = new(before, after)
    about = [each for each in found if is_about(each, made, spoiled, evidence)]
    hits = [each for each in about if each.rule in kind.rules]
    lines = spoiled.lines(made)
    return Tally(
        made=1,
        found=bool(hits),
        placed=any(each.place.line in lines.get(each.place.file, ()) for each in hits),
        others=Counter(each.rule for each in found if each not in about and each not in after.follows),
        missed=[] if hits else [str(made)],
    )


def prepared_of(evidence: Evidence, prepare: Prepare, settings: Settings) -> tuple[Files, Report]:
    """Files with what a kind of fault needs, and what is found in them as they are."""
    files = files_of(evidence)
    prepare(files)
    return files, audited(files, settings)[1]


def run(tables: int, times: int, kinds: Sequence[Kind], numbered: tuple[int, Evidence]) -> dict[str, Tally]:
    """The tally of every kind in some evidence; faults of claims are made in tables only, which come first."""
    number, evidence = numbered
    prepared = cache(lambda prepare, selected, profile: prepared_of(evidence, prepare, settings[selected, profile]))
    settings = {(kind.selected, kind.settings.profile): kind.settings for kind in kinds}
    tallies = {kind.name: Tally() for kind in kinds}
    for kind in kinds:
        if kind.of == "references" or number < tables:
            files, before = prepared(kind.prepare, kind.selected, kind.settings.profile)
            for time in range(times):
                random = Random(f"{kind.name} {number} {time}")  # noqa: S311 - the same every time, not secret
                tallies[kind.name].add(spoil(kind, files, before, random))
    return tallies


def run_all(
    kinds: Sequence[Kind], tables: Sequence[Evidence], libraries: Sequence[Evidence], times: int
) -> dict[str, Tally]:
    """The tally of every kind in all evidence; what is done at a time is small, so that all processors have work."""
    tallies = {kind.name: Tally() for kind in kinds}
    batches = [kinds[start : start + BATCH] for start in range(0, len(kinds), BATCH)]
    work = [(batch, each) for each in enumerate([*tables, *libraries]) for batch in batches]
    with ProcessPoolExecutor() as pool:
        for found in pool.map(partial(run, len(tables), times), *zip(*work, strict=True)):
            for name, tally in found.items():
                tallies[name].add(tally)
    return tallies


def told(kind: Kind) -> str:
    """The rules of a kind, with when those are run that are not run by default."""
    rules = [f"{each} (preview)" if BY_NAME[each].preview else each for each in kind.rules]
    profile = kind.settings.profile
    return " or ".join(rules) + (f" (profile {profile})" if profile else "")


def rows(kinds: Sequence[Kind], tallies: dict[str, Tally]) -> Iterator[tuple[str, ...]]:
    """A row a kind."""
    for kind in kinds:
        tally = tallies[kind.name]
        others = ", ".join(f"{rule} {count}" for rule, count in tally.others.most_common(3))
        yield kind.name, told(kind), *map(str, (tally.made, tally.found, tally.placed)), others


def write_rules(path: Path, kinds: Sequence[Kind], tallies: dict[str, Tally]) -> None:
    """Write how many faults each rule is meant for, and how many of them it or its like found."""
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for kind in kinds:
        made[kind.rules[0]] += tallies[kind.name].made
        found[kind.rules[0]] += tallies[kind.name].found
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rule", "made", "found"])
        writer.writerows([rule, made[rule], found[rule]] for rule in sorted(made) if made[rule])


def main(arguments: Sequence[str]) -> None:
    """Print the rows."""
    options = read_options(arguments)
    folders = [ROOT / "data", ROOT / "samples" / "lysis", *filter(Path.is_dir, options.paths)]
    tables = [read(folder / "references.bib", folder / "claims.csv") for folder in folders]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in options.paths if path.is_file()]
    kinds = [kind for kind in KINDS if options.only in f"{kind.name} {kind.rules}"]
    libraries = [parse(text, "claim_id,cause,claim\n") for text in texts]
    tallies = run_all(kinds, tables, libraries, options.times)
    print("| fault | rule | made | found | placed | other findings |\n|---|---|---|---|---|---|")
    for row in rows(kinds, tallies):
        print(f"| {' | '.join(row)} |")
    print(f"\n{summary(tallies.values())}")
    if options.only:
        print(*(f"missed: {kind.name}: {each}" for kind in kinds for each in tallies[kind.name].missed), sep="\n")
    if options.rules:
        write_rules(options.rules, kinds, tallies)


def read_options(arguments: Sequence[str]) -> Namespace:
    """What is asked for; the first number is how many times."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("times", nargs="?", type=int, default=TIMES)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rules", type=Path)
    parser.add_argument("--only", default="")
    return parser.parse_intermixed_args(arguments)


def summary(tallies: Iterable[Tally]) -> str:
    """All kinds in one sentence."""
    possible = [tally for tally in tallies if tally.made]
    every = sum(tally.found == tally.made for tally in possible)
    some = sum(tally.found > 0 for tally in possible)
    made, found, placed = (sum(getattr(tally, name) for tally in possible) for name in ("made", "found", "placed"))
    kinds = f"{len(possible)} kinds of faults, {some} of them found, {every} of them every time"
    return f"{kinds}; {found:,} of {made:,} faults found, {placed:,} with the right place"


if __name__ == "__main__":
    main(sys.argv[1:])
