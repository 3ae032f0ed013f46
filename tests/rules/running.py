"""Running a rule on an example, written as in its documentation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from graph.auditing.articles import given_article
from graph.auditing.baseline import read_baseline
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.lists import read_journals, read_retractions
from graph.auditing.report import Report
from graph.auditing.rule import Rule, split_example
from graph.auditing.settings import Settings
from graph.auditing.texts import read_texts
from graph.model import File, Finding
from graph.reading import parse
from graph.rules import RULES
from graph.wording import unnamed

BY_NAME = {rule.name: rule for rule in RULES}
DAY = date(2026, 1, 1)
HEADER = "claim_id,cause,claim,kind,supports,mentions,measure,low,high,unit"


def audit_example(rule: Rule, example: str) -> Report:
    """Audit an example as on 1 January 2026, with all rules that are always run, and this one."""
    files = split_example(example)
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    libraries = [text for name, text in files.items() if name.startswith(("references.", "library."))]
    evidence = parse(libraries, files["claims.csv"], files.get("evidence.csv"))
    articles = [File(name, text.encode()) for name, text in files.items() if name.startswith("article.")]
    given = Given(
        as_of=DAY,
        article=given_article(articles) if articles else None,
        retractions=read_retractions("retractions.csv") if "retractions.csv" in files else None,
        journals=read_journals("journals.txt") if "journals.txt" in files else None,
        texts=read_texts(".", evidence),
        baseline=read_baseline("baseline.json") if "baseline.json" in files else None,
    )
    return audit(evidence, Settings(extend_select=(rule.code,), profile=rule.profile), given)


def findings(name: str, example: str) -> list[Finding]:
    """What the rule called `name` finds in an example; it must have been run."""
    report = audit_example(BY_NAME[name], example)
    assert BY_NAME[name] in report.checks
    return [finding for finding in report.findings if finding.rule == name]


def in_article(name: str, text: str, references: str = "") -> list[Finding]:
    """What the rule called `name` finds in an article in Markdown."""
    report = audit(parse(references, text, files=["references.bib", "article.md"]))
    return [finding for finding in report.findings if finding.rule == name]


def found(name: str, example: str) -> list[str]:
    """The messages of what it finds, without the words that stand beside ids."""
    return [unnamed(finding.message) for finding in findings(name, example)]
