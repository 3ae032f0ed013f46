"""What the commands that audit are asked for alike: by which rules, what is to be written, and when they fail."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import click
from click.core import ParameterSource

from graph.auditing.settings import FAIL_ON, PROFILES, Settings
from graph.cli.options import Adding, FileName, a_date, check_together, format_option, options_together, same_file
from graph.model import SEVERITIES, Severity
from graph.reports.context import Paint, unpainted

COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
BY_OPTION = "by --ignore"


class Wish(NamedTuple):
    """How findings are to be written, where, and which: no file is stdout, and 0 is all of them.

    With a `new_baseline` they are not shown, but noted there as known.
    """

    format: str
    file: str | None
    severity: Severity
    most: int | None
    new_baseline: str | None

    def check(self) -> None:
        """Stop where it contradicts itself."""
        check_together(self.file and self.new_baseline, "--write-baseline and --output-file do not go together")

    @property
    def terminal(self) -> bool:
        """Whether they go to a terminal."""
        return self.file is None and sys.stdout.isatty()

    @property
    def paint(self) -> Paint:
        """What gives them their colours, which no file has."""
        return paint if self.file is None else unpainted


def split_words(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an option that may be repeated, or have commas between its words."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


rule_options = options_together(
    click.option("--select", multiple=True, callback=split_words, metavar="RULES", help="Run these rules only."),
    click.option("--extend-select", multiple=True, callback=split_words, metavar="RULES", help="Run these rules too."),
    click.option("--ignore", multiple=True, callback=split_words, metavar="RULES", help="Do not run these rules."),
    click.option("--profile", type=click.Choice(PROFILES), help="Add the rules of a policy."),
    click.option(
        "--as-of", type=click.DateTime(["%Y-%m-%d"]), callback=a_date, metavar="DATE", help="Count age from here."
    ),
)
"""Which rules are run, and the day that age is counted from."""


def report_options(*formats: str) -> Adding:
    """The options of what is known, when it fails, and what is written; the last are handed on as a `Wish`."""
    added = options_together(
        click.option("--baseline", type=FileName(), metavar="FILE", help="Findings that are known already."),
        click.option(
            "--fail-on", type=click.Choice(FAIL_ON), help="The least severity that makes the exit code 1. [warning]"
        ),
        format_option(*formats),
        click.option(
            "--severity", type=click.Choice(SEVERITIES), default="info", help="Show nothing less severe than that."
        ),
        click.option("--quiet", "-q", is_flag=True, help="Show errors only: --severity error."),
        click.option(
            "--max", "most", type=click.IntRange(0), metavar="N", help="Show N findings at most; 0 is all of them."
        ),
        click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of listing them."),
        click.option("--output-file", type=FileName(), metavar="FILE", help="Write the findings there; - is stdout."),
        click.option(
            "--write-baseline",
            "new_baseline",
            type=FileName(),
            metavar="FILE",
            help="Write what is known there; - is stdout.",
        ),
    )

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        @added
        @functools.wraps(command)
        def with_wish(  # noqa: PLR0913 - click hands over each option
            *arguments: Any,
            output_format: str,
            output_file: str | None,
            severity: Severity,
            quiet: bool,
            most: int | None,
            statistics: bool,
            new_baseline: str | None,
            **options: Any,
        ) -> Any:
            check_together(statistics and is_given("output_format"), "--statistics and --format do not go together")
            shown = "statistics" if statistics else output_format
            least = only_errors(severity) if quiet else severity
            return command(*arguments, wish=Wish(shown, output_file, least, most, new_baseline), **options)

        return with_wish

    return add


def only_errors(severity: Severity) -> Severity:
    """The least severity that is shown with --quiet; stops where another one is asked for, too."""
    others = is_given("severity") and severity != "error"
    check_together(others, f"--quiet shows errors only, and --severity {severity} others, too; leave out one")
    return "error"


def is_given(name: str) -> bool:
    """Whether the user gave an option, and not its default."""
    return click.get_current_context().get_parameter_source(name) is ParameterSource.COMMANDLINE


def overridden(
    settings: Settings, *, ignore: tuple[str, ...], extend_select: tuple[str, ...], **options: Any
) -> Settings:
    """The settings with what the options say put over them; options add to the lists of ignored and further rules."""
    return replace(
        settings,
        ignore={**settings.ignore, **dict.fromkeys(ignore, BY_OPTION)},
        extend_select=(*settings.extend_select, *extend_select),
        **{name: value for name, value in options.items() if value},
    )


def renewing(settings: Settings, new_baseline: str | None) -> Settings:
    """The settings without a baseline that is written anew, whatever it says or lacks now."""
    if new_baseline and settings.baseline and same_file(new_baseline, settings.baseline):
        return replace(settings, baseline="")
    return settings


def exit_code(settings: Settings, fails: Callable[[Severity], bool]) -> int:
    """The exit code of an audit, 1 where what it found `fails` the severity that the settings name."""
    return int(settings.fail_on != "never" and fails(severity_of(settings.fail_on)))


def severity_of(word: str) -> Severity:
    """The severity that a word names."""
    return next(severity for severity in SEVERITIES if severity == word)


def paint(text: str, severity: Severity) -> str:
    """Text in the colour of a severity."""
    return click.style(text, fg=COLOURS[severity])
