"""What the rules find in data, counted, and some of it drawn to be judged by hand.

    ./run python benchmarks/judging.py [--seed N] [--most N] [--rules NAME,NAME] [--counts FILE] PATH...

A path is a bibliography, which is audited without claims; an article, or the folder of its parts and its bibliography,
which is audited in the place of a table; or a folder with `claims.csv` and `references.bib`, perhaps `evidence.csv` and
the article in `article.txt`. An article's draft is audited, too, by the rules that need a table. All rules are run that
are not chosen by `--rules`, those of previews and profiles among them, counting age from 2026-01-01. A row a rule: how
much it looked at and how often it fired; then up to 20 findings of each, drawn at random, the same for a seed,
with their texts. What each is worth, a person says, in `docs/judged.csv`; `--counts` renews the rows of these rules in
`docs/counted.csv`.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

from graph.auditing.articles import GivenArticle, read_given_article
from graph.auditing.engine import audit, population_sizes
from graph.auditing.given import Given
from graph.auditing.lists import read_journals, read_retractions
from graph.auditing.rule import Rule
from graph.auditing.settings import PROFILES, Settings
from graph.drafts.files import drafted_files
from graph.model import Evidence, File, Finding
from graph.reading import parse, read, read_files
from graph.reading.article_formats import detect
from graph.rules import RULES

DAY = date(2026, 1, 1)
NO_CLAIMS = "claim_id,cause,claim\n"
LONGEST = 160
"""How many letters of a field are printed."""

Lists = dict[str, object]
OF_TABLES = ("NUM", "TAB601", "TAB602", "TAB603", "TAB604", "TAB605")
"""The rules about what only a table has; those that compare it with the article are the others that need one."""


class Found(NamedTuple):
    """A finding, the data that it is in, and these data's evidence."""

    finding: Finding
    where: str
    evidence: Evidence


class Data(NamedTuple):
    """Evidence to be audited, the article beside it, what it is called, and whether it is a draft or that article."""

    name: str
    evidence: Evidence
    article: GivenArticle | None = None
    kind: Literal["table", "article", "draft", "bibliography"] = "table"

    def has_use_for(self, rule: Rule) -> bool:
        """Whether a rule is run here: of an article and its draft each rule sees one, and nothing cites a library."""
        of_tables = rule.code.startswith(OF_TABLES) or "article" in rule.needs
        return {
            "table": True,
            "article": not of_tables,
            "draft": of_tables,
            "bibliography": not rule.code.startswith("GRF"),
        }[self.kind]


def data_at(path: Path) -> Iterator[Data]:
    """What there is to audit at a path."""
    if (path / "claims.csv").exists():
        values, article = path / "evidence.csv", path / "article.txt"
        evidence = read(path / "references.bib", path / "claims.csv", values if values.exists() else None)
        yield Data(path.name, evidence, read_given_article([article]) if article.exists() else None)
    elif path.is_dir() or detect(File(path.name, path.read_bytes(), "claims")):
        yield from article_and_draft(path)
    else:
        library = File(path.name, path.read_bytes(), "references")
        claims = File("claims.csv", NO_CLAIMS.encode(), "claims")
        yield Data(path.name, read_files([library, claims]), kind="bibliography")


def article_and_draft(path: Path) -> Iterator[Data]:
    """An article, of one file or of a folder's, in the place of a table; and its draft, beside the article."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    parts = [each for each in files if detect(File(each.name, each.read_bytes(), "claims"))]
    evidence = read([each for each in files if each not in parts], parts)
    yield Data(path.name, evidence, kind="article")
    drafted = drafted_files(evidence, set(evidence.claims), None, None)
    texts = (drafted.library.decode(), drafted.table.decode())
    yield Data(f"{path.name}, drafted", parse(*texts), read_given_article(parts), "draft")


def findings_in(data: Data, asked: Sequence[str], lists: Lists, looked_at: Counter[str]) -> Iterator[Found]:
    """What the rules find that are asked for, under each profile; adds what they looked at."""
    given = Given(as_of=DAY, article=data.article, **lists)  # type: ignore[arg-type]
    sizes = population_sizes(data.evidence, data.article)
    rules = [each for each in RULES if data.has_use_for(each) and (not asked or each.name in asked)]
    for profile in PROFILES:
        report = audit(data.evidence, Settings(select=("ALL",), profile=profile), given, rules)
        new = {rule.name for rule in report.checks if rule in rules}
        looked_at.update({rule.name: sizes[rule.population] for rule in report.checks})
        yield from (Found(each, data.name, data.evidence) for each in report.findings if each.rule in new)
        rules = [each for each in rules if each.profile]


def told(found: Found) -> str:
    """A finding with the text of what it is about."""
    finding, evidence = found.finding, found.evidence
    kind, _, key = finding.subject.partition(":")
    about = ""
    if kind == "claim" and key in evidence.claims:
        claim = evidence.claims[key]
        about = f"{claim.cause}: {claim.text} [{', '.join(each.reference for each in claim.citations)}]"
    elif kind == "reference" and key in evidence.references:
        fields = evidence.references[key].fields
        about = "; ".join(f"{name}={value[:LONGEST]}" for name, value in fields.items() if name != "abstract")
    return f"{found.where}: {finding.place}: {finding.severity}: {finding.message}" + f"\n    {about}" * bool(about)


def write_counts(path: Path, asked: Sequence[str], looked_at: Counter[str], found: dict[str, list[Found]]) -> None:
    """Write how much each rule looked at, and how often it fired; a rule that was not run keeps its row."""
    before = {row[0]: row for row in csv.reader(path.read_text(encoding="utf-8").splitlines())} if asked else {}
    new = [[each.name, each.population, str(looked_at[each.name]), str(len(found[each.name]))] for each in RULES]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rule", "of", "looked_at", "found"])
        writer.writerows(row if not asked or row[0] in asked else before.get(row[0], row) for row in new)


def arguments_of(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--seed", default="1", help="another number draws others")
    parser.add_argument("--most", type=int, default=20, help="how many are drawn of each rule")
    parser.add_argument("--rules", type=lambda names: names.split(","), default=[], help="the names of those to run")
    parser.add_argument("--counts", type=Path, help="where to write what was counted")
    parser.add_argument("--retractions", type=Path, help="a list of retractions, as the audit takes it")
    parser.add_argument("--journals", type=Path, help="a list of journals, as the audit takes it")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> None:
    """Print the counts, then the findings that are drawn."""
    asked = arguments_of(arguments)
    readers = {"retractions": read_retractions, "journals": read_journals}
    lists: Lists = {name: reader(getattr(asked, name)) for name, reader in readers.items() if getattr(asked, name)}
    looked_at: Counter[str] = Counter()
    found: dict[str, list[Found]] = defaultdict(list)
    for data in chain.from_iterable(map(data_at, asked.paths)):
        for each in findings_in(data, asked.rules, lists, looked_at):
            found[each.finding.rule].append(each)
    if asked.counts:
        write_counts(asked.counts, asked.rules, looked_at, found)
    rules = [each for each in RULES if not asked.rules or each.name in asked.rules]
    for rule in rules:
        print(f"{rule.code} {rule.name}: {len(found[rule.name]):,} in {looked_at[rule.name]:,} {rule.population}")
    for rule in (each for each in rules if found[each.name]):
        chance = random.Random(f"{rule.name} {asked.seed}")  # noqa: S311 - the same every time, not secret
        drawn = chance.sample(found[rule.name], min(asked.most, len(found[rule.name])))
        print(f"\n== {rule.name}", *map(told, drawn), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
