"""The commands `rules` and `explain`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from graph.archive.rules import ARCHIVE_RULES, ArchiveRule
from graph.auditing.given import MISSING
from graph.auditing.rule import Rule
from graph.cli.options import format_option, show
from graph.reports.data import to_json
from graph.rules import RULES
from graph.wording import did_you_mean

AnyRule = Rule | ArchiveRule
EVERY_RULE: tuple[AnyRule, ...] = (*RULES, *ARCHIVE_RULES)
"""The rules of the audit of an article, and those about archives."""


@click.command()
@click.argument("word", default="")
@format_option("text", "json")
def rules(word: str, output_format: str) -> None:
    """List the rules, or those of which the code or the name has WORD in it; ARC are those about archives.

    \b
    Example:
      evidence-graph rules
      evidence-graph rules CLM
      evidence-graph rules cause
    """
    chosen = [rule for rule in EVERY_RULE if word.casefold() in f"{rule.code.casefold()} {rule.name}"]
    if not chosen:
        raise click.ClickException(f"no rule has {word!r} in its code or name; 'evidence-graph rules' lists them all")
    rows = [{"code": rule.code, "name": rule.name, "severity": rule.severity, "title": rule.title} for rule in chosen]
    if output_format == "json":
        show(f"{to_json(rows, indent=2)}\n")
        return
    width = max(len(row["name"]) for row in rows)
    for row in rows:
        click.echo(f"{row['code']}  {row['name']:{width}}  {row['severity']:7}  {row['title']}")


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what the rule CODE (or name, or a part of one that no other has) notices, why, and with which examples.

    \b
    Example:
      evidence-graph explain CLM001
      evidence-graph explain uncited
    """
    rule = find_rule(code)
    click.echo(f"{rule.code} {rule.name} ({rule.severity}{when(rule)})\n\n{rule.title}")
    for heading, text in sections(rule):
        indented = "\n".join(f"    {line}".rstrip() for line in text.splitlines())
        click.echo(f"\n{heading}:\n{indented}")


def sections(rule: AnyRule) -> Iterator[tuple[str, str]]:
    """What there is to say of a rule, each part with its heading."""
    yield "Why", rule.why
    if isinstance(rule, Rule):
        yield "False alarms", rule.false_alarms
        yield "Bad", rule.bad
        yield "Good", rule.good


def when(rule: AnyRule) -> str:
    """When a rule is run, if that is not always."""
    if isinstance(rule, ArchiveRule):
        return "; only of an archive"
    needs = [MISSING[need].rpartition(" ")[2] for need in rule.needs if need in MISSING]
    parts = [
        *(["only where it is selected"] if rule.preview else []),
        *([f"only with --profile {rule.profile}"] if rule.profile else []),
        *(f"only with {need}" for need in needs),
    ]
    return "".join(f"; {part}" for part in parts)


def find_rule(code: str) -> AnyRule:
    """The rule of this code or name, or the only one that has it in its name."""
    known = {name: rule for rule in EVERY_RULE for name in (rule.code.casefold(), rule.name)}
    if rule := known.get(code.casefold()):
        return rule
    named = [rule for rule in EVERY_RULE if code.casefold() in rule.name]
    if len(named) == 1:
        return named[0]
    hint = did_you_mean(code, known) or "; 'evidence-graph rules' lists them"
    raise click.ClickException(f"no rule is called {code!r}{hint}")
