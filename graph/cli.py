"""The command `evidence-graph`: init, build, audit, ask, rules, explain.

Whatever goes wrong is
one line with place, fact and cure, and exit code 2.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph import questions
from graph.model import SEVERITIES, Evidence, Severity
from graph.network import build_network
from graph.reading import read
from graph.report import as_json, as_text, summary
from graph.rules import RULES, audit
from graph.rules.rule import Rule
from graph.wording import count, did_you_mean, printable

if TYPE_CHECKING:
    import networkx as nx

REFERENCES, CLAIMS = "references.bib", "claims.csv"
PAGE = "evidence.html"
COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 for success, 1 for findings, 2 for what cannot be done."""
    try:
        return cli.main(args=arguments, prog_name="evidence-graph", standalone_mode=False) or 0
    except click.Abort:
        return complain("stopped")
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "evidence-graph"
        return complain(f"{error.format_message().rstrip('.')}; see '{where} --help'")
    except click.ClickException as error:
        return complain(error.format_message())
    except BrokenPipeError:
        # Who reads the output has gone, as `head` does; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return complain(f"{error.filename or 'file'}: {error.strerror or error}")


def complain(message: str) -> int:
    """Write one line to stderr and return the exit code for it."""
    click.echo(f"evidence-graph: error: {printable(message)}", err=True)
    return 2


def evidence_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say where the evidence is, and hand the command what was read from there."""

    @click.option("--data", default="data", metavar="FOLDER", show_default=True, help="Where both files are.")
    @click.option("--references", type=click.Path(), metavar="FILE", help=f"The BibTeX file. [FOLDER/{REFERENCES}]")
    @click.option("--claims", type=click.Path(), metavar="FILE", help=f"The claims table. [FOLDER/{CLAIMS}]")
    @functools.wraps(command)
    def with_evidence(*, data: str, references: str | None, claims: str | None, **options: Any) -> Any:
        return command(load(data, references, claims), **options)

    return with_evidence


def format_option(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the choice of an output format; the first is the default."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to write it.",
    )


def load(data: str, references: str | None, claims: str | None) -> Evidence:
    """Read the evidence, or say in one line what is missing."""
    paths = (references or os.path.join(data, REFERENCES), claims or os.path.join(data, CLAIMS))  # noqa: PTH118 - keeps "data/" as typed
    for path in paths:
        if not Path(path).exists():
            cure = "name it with --data, --references or --claims, or try 'evidence-graph init' for a sample"
            raise click.ClickException(f"{path}: no such file; {cure}")
    return read(*paths)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="evidence-graph", message="%(version)s")
def cli() -> None:
    """See which claims rest on which references, and which rest on nothing.

    \b
    Example:
      evidence-graph init       a sample in data/
      evidence-graph build      evidence.html from data/
      evidence-graph audit      what lacks a source
    """


@cli.command()
@click.argument("folder", default="data", type=click.Path(file_okay=False))
def init(folder: str) -> None:
    """Put a sample into FOLDER: a real article's references and claims.

    \b
    Example:
      evidence-graph init
      evidence-graph build
    """
    for name in (REFERENCES, CLAIMS):
        target = Path(folder, name)
        if target.exists():
            raise click.ClickException(f"{target}: exists already and is left alone; name another folder")
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name in (REFERENCES, CLAIMS):
        shutil.copyfile(sample() / name, Path(folder, name))
        click.echo(f"{Path(folder, name)}: written")
    where = "" if folder == "data" else f" --data {folder}"
    click.echo(f"next: evidence-graph build{where}")


def sample() -> Path:
    """The folder of the sample: inside the installed package, or beside it in a checkout."""
    package = Path(str(resources.files("graph")))
    installed = package / "sample"
    return installed if installed.exists() else package.parent / "data"


@cli.command()
@evidence_options
@click.option("--output", "-o", default=PAGE, show_default=True, metavar="FILE", help="The page to write.")
@click.option("--title", metavar="TEXT", help="The page's title.")
def build(evidence: Evidence, output: str, title: str | None) -> None:
    """Write the page, one HTML file to open offline, and print the audit's summary.

    \b
    Example:
      evidence-graph build
      evidence-graph build --data articles/sleep --output sleep.html --title "Sleep"
    """
    from graph.page import write_page

    report = audit(evidence)
    page = write_page(evidence, output, report=report, title=title)
    click.echo(summary(report))
    click.echo(f"{page}: written, {count(round(page.stat().st_size / 1000), 'kB').rstrip('s')}; open it in a browser")


@cli.command("audit")
@evidence_options
@format_option("text", "json")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="warning",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
def run_audit(evidence: Evidence, output_format: str, fail_on: str) -> int:
    """Report what lacks a source, and what else is wrong with claims and references.

    The exit code is 0 for nothing at or above --fail-on, 1 for findings, 2 for what cannot be read.

    \b
    Example:
      evidence-graph audit
      evidence-graph audit --format json --fail-on error
    """
    report = audit(evidence)
    show(as_json(report) if output_format == "json" else as_text(report, paint))
    return int(fail_on in SEVERITIES and report.fails(severity_of(fail_on)))


def severity_of(word: str) -> Severity:
    """The severity that a word names."""
    return next(severity for severity in SEVERITIES if severity == word)


def paint(text: str, severity: Severity) -> str:
    """Text in the colour of a severity."""
    return click.style(text, fg=COLOURS[severity])


def show(text: str) -> None:
    """Write to stdout; colours only on a terminal, and not where NO_COLOR is set."""
    click.echo(text, nl=False, color=False if os.environ.get("NO_COLOR") else None)


@cli.group()
def ask() -> None:
    """Ask a question of the evidence.

    \b
    Example:
      evidence-graph ask unsourced
      evidence-graph ask rests-on Pregnancy
    """


@ask.command("unsourced")
@evidence_options
@format_option("text", "json")
def ask_unsourced(evidence: Evidence, output_format: str) -> None:
    """Which claims does no reference support, dispute or qualify?

    \b
    Example:
      evidence-graph ask unsourced
    """
    network = build_network(evidence)
    answer(network, questions.unsourced(network), output_format)


@ask.command("about")
@click.argument("cause")
@evidence_options
@format_option("text", "json")
def ask_about(evidence: Evidence, cause: str, output_format: str) -> None:
    """Which claims are about CAUSE or one of its narrower causes?

    \b
    Example:
      evidence-graph ask about "Rheumatic disease"
    """
    network = build_network(evidence)
    answer(network, questions.about(network, named(network, cause, "cause")), output_format)


@ask.command("rests-on")
@click.argument("subject")
@evidence_options
@format_option("text", "json")
def ask_rests_on(evidence: Evidence, subject: str, output_format: str) -> None:
    """Which references does SUBJECT, a cause or a claim, rest on?

    \b
    Example:
      evidence-graph ask rests-on Pregnancy
      evidence-graph ask rests-on iron-04
    """
    network = build_network(evidence)
    answer(network, questions.rests_on(network, named(network, subject, "cause", "claim")), output_format)


@ask.command("falls-with")
@click.argument("reference")
@evidence_options
@format_option("text", "json")
def ask_falls_with(evidence: Evidence, reference: str, output_format: str) -> None:
    """Which claims and causes lose their last source if REFERENCE goes?

    \b
    Example:
      evidence-graph ask falls-with gupta2015
    """
    network = build_network(evidence)
    fall = questions.falls_with(network, named(network, reference, "reference"))
    answer(network, [*fall.claims, *fall.causes], output_format)


@ask.command("coverage")
@evidence_options
@format_option("text", "json")
def ask_coverage(evidence: Evidence, output_format: str) -> None:
    """How much of what is said about each cause is sourced?

    \b
    Example:
      evidence-graph ask coverage
    """
    rows = [asdict(row) for row in questions.coverage(build_network(evidence))]
    show(to_json(rows) if output_format == "json" else "".join(f"{line}\n" for line in table(rows)))


def named(network: nx.MultiDiGraph[str], name: str, *kinds: str) -> str:
    """The node of one of `kinds` that is called `name`, or one line that says there is none."""
    try:
        return questions.find(network, name, kinds)
    except LookupError as error:
        raise click.ClickException(str(error.args[0])) from None


def answer(network: nx.MultiDiGraph[str], nodes: Iterable[str], output_format: str) -> None:
    """Write nodes, a line each, and how many there are; as JSON with all their attributes."""
    found = [{"id": node, **network.nodes[node]} for node in nodes]
    if output_format == "json":
        show(to_json(found))
        return
    for node in found:
        click.echo(printable(line_of(node)))
    kinds = [node["kind"] for node in found]
    totals = [count(kinds.count(kind), kind) for kind in ("claim", "cause", "reference") if kind in kinds]
    click.echo(", ".join(totals) or "nothing")


def line_of(node: dict[str, Any]) -> str:
    """A node as one line: its id and what it says."""
    if node["kind"] == "claim":
        return f"{node['id']}: {node['text']} [{node['cause']}]"
    if node["kind"] == "reference":
        return f"{node['id']}: {node['title'] or '(no title)'}{', ' + node['year'] if node['year'] else ''}"
    return str(node["id"])


def table(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Rows as aligned text; the first column is text, the others are numbers."""
    if not rows:
        return ["nothing"]
    cells = [list(rows[0]), *([printable(str(value)) for value in row.values()] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in cells
    ]


def to_json(value: Any) -> str:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@cli.command()
@format_option("text", "json")
def rules(output_format: str) -> None:
    """List the rules of the audit.

    \b
    Example:
      evidence-graph rules
    """
    rows = [{"code": rule.code, "name": rule.name, "severity": rule.severity, "title": rule.title} for rule in RULES]
    if output_format == "json":
        show(to_json(rows))
        return
    for row in rows:
        click.echo(f"{row['code']}  {row['name']:24}{row['severity']:9}{row['title']}")


@cli.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what the rule CODE (or name) notices, why, and with which examples.

    \b
    Example:
      evidence-graph explain CLM001
      evidence-graph explain uncited-claim
    """
    rule = find_rule(code)
    click.echo(f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.title}")
    for heading, text in (("Why", rule.why), ("Bad", rule.bad), ("Good", rule.good)):
        indented = "\n".join(f"    {line}".rstrip() for line in text.splitlines())
        click.echo(f"\n{heading}:\n{indented}")


def find_rule(code: str) -> Rule:
    """The rule of this code or name."""
    known = {name: rule for rule in RULES for name in (rule.code.casefold(), rule.name)}
    if rule := known.get(code.casefold()):
        return rule
    hint = did_you_mean(code, known) or "; 'evidence-graph rules' lists them"
    raise click.ClickException(f"no rule is called {code!r}{hint}")
