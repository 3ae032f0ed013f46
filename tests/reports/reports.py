"""Reports for tests of the outputs."""

from __future__ import annotations

from dataclasses import replace

from graph.auditing.engine import audit
from graph.auditing.report import Report, Suppressed
from graph.auditing.settings import Settings
from graph.model import Cause, Finding, Place, Severity
from graph.reading import parse
from graph.reports.context import Context
from graph.rules import RULES
from tests.examples import CLAIMS, REFERENCES, sample

UNCITED = next(rule for rule in RULES if rule.name == "uncited-claim")
OTHER = next(rule for rule in RULES if rule.name == "unused-reference")

HOSTILE = [
    "\x1b[31mred\x1b[0m\x07\x9b31m",
    "\r\n::error file=x::owned\n##[error]owned",
    "]]><!-- & --><script>alert(1)</script><img src=x onerror=alert(1)>",
    "a | b \\| c ` d `` e *f* _g_ ~h~ $i$ [j](https://evil.example) ![k](https://evil.example/k.png)",
    "@octocat #1 GH-1 https://evil.example www.evil.example me@evil.example",
    '=HYPERLINK("https://evil.example")',
    "@SUM(1)",
    "\t+1",
    "-1+1",
    "＝1",
    "\N{RIGHT-TO-LEFT OVERRIDE}gpj\N{ZERO WIDTH SPACE}\N{LINE SEPARATOR}\N{BOM}",
    "\x00\x08\x7f\ufffe\N{REPLACEMENT CHARACTER}%0A,:",
    "`" * 3 + "\n</details>\n# Heading\n| a | b |",
]
"""Text that means something to a terminal, a workflow, a browser, a renderer of Markdown or a spreadsheet."""


def finding(message: str = "a message", severity: Severity = "warning", **parts: str) -> Finding:
    """A finding in the sample."""
    place = Place(parts.get("file", "claims.csv"), 5, parts.get("column", ""))
    subject = parts.get("subject", "claim:c4")
    return Finding(
        code=UNCITED.code, rule=UNCITED.name, severity=severity, place=place, subject=subject, message=message
    )


def report(*findings: Finding, suppressed: tuple[Suppressed, ...] = (), reason: str = "no list: --list") -> Report:
    """A report of findings by one rule, with another that was not run."""
    return Report(
        findings=findings,
        suppressed=suppressed,
        checks=(UNCITED,),
        not_run=((OTHER, reason),),
        claims=4,
        references=3,
        causes=4,
    )


def hostile_report(text: str) -> Report:
    """A report that says `text` wherever the text of users can get."""
    found = finding(text, file=f"{text}.csv", column=text, subject=f"claim:{text}")
    again = finding(text, severity="error", file=text, column=text, subject=f"cause:{text}")
    return report(found, again, suppressed=(Suppressed(found, "noqa", text),), reason=text)


def hostile_context(text: str) -> Context:
    """What formats use beside that report."""
    evidence = sample()
    causes = {**evidence.causes, text: Cause(text, Place(text, 1))}
    return Context(replace(evidence, causes=causes), cell=lambda _: text)


def audited() -> tuple[Report, Context]:
    """The audit of the sample, in which one rule is ignored and one finding excused."""
    lines = [f"{line}," for line in CLAIMS.splitlines()]
    lines[0] += "noqa"
    lines[4] += "uncited-claim: everybody knows it"
    evidence = parse(REFERENCES, "\n".join(lines))
    return audit(evidence, Settings(ignore={"no-intext-citations": "the journal has none"})), Context(evidence)


def large_context() -> Context:
    """What formats use beside a report about far more claims than it has findings."""
    evidence = sample()
    claim = next(iter(evidence.claims.values()))
    return Context(replace(evidence, claims={f"c{number}": claim for number in range(10_000)}))
