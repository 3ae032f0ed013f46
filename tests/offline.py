"""Every command, run where nothing may be opened but files; what was tried all the same, as JSON.

    ./run python -m tests.offline

The commands are those that the command line has. What each needs is told by what it calls its arguments, so a new one
is run, too, or is an error here.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from itertools import product
from pathlib import Path

import click

from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.cli import cli, main
from graph.exports import EXPORTS
from tests.examples import CLAIMS, REFERENCES

NEEDED = {
    "ARTICLE": ["page.html", "paper.xml", "paper.tex"],
    "CAUSE": ["Coffee", "Tea"],
    "CAUSE|CLAIM": ["Coffee", "c1"],
    "CLAIM": ["c1"],
    "CODE": ["CLM001"],
    "FOLDER": ["results"],
    "FORMAT": [*EXPORTS],
    "OLD": ["data"],
    "QUESTION": [*ARCHIVE_QUESTIONS],
    "REFERENCE": ["roth2011"],
    "ROOT": ["data"],
    "by": ["Eva"],
}
"""What may stand for an argument or option that a command needs, by what it is called."""

FORBIDDEN = (
    *("socket.", "urllib.", "http.", "ftplib.", "ssl.", "webbrowser."),
    *("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn"),
)
"""How what Python tells of begins that opens something else than a file, or starts what might."""

ADDRESS = "http://localhost:1/"

FILES = {
    "data/references.bib": REFERENCES,
    "data/claims.csv": CLAIMS,
    "page.html": f"""
        <base href="{ADDRESS}"><link rel=stylesheet href=a.css><script src=b.js></script><img src=c.png>
        <h1>Coffee</h1><p>It is so <a href="#r1">[1]</a>.</p><ol><li id=r1><a href="{ADDRESS}">Drake C. Sleep.</a></ol>
        """,
    "paper.xml": f"""<!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "{ADDRESS}jats.dtd">
        <?xml-stylesheet href="{ADDRESS}a.xsl"?>
        <article><body><sec><title>Coffee</title><p>It is so.</p></sec></body></article>
        """,
    "paper.tex": f"""\\bibliography{{{ADDRESS}refs}}
        \\section{{Coffee}} It is \\href{{{ADDRESS}}}{{so}}. \\includegraphics{{|curl {ADDRESS}}}
        """,
}
"""Files that name addresses wherever a program might follow them."""


def commands(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """A command or those below it, with all that it needs, in each way."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            each = command.get_command(context, name)
            assert each
            yield from commands(each, (*words, name))
        return
    needed = [(each, NEEDED[each.human_readable_name]) for each in command.params if each.required]
    for values in product(*(each for _, each in needed)):
        if len({*values}) == len(values):  # what is asked about two things, no one is
            pairs = zip((each for each, _ in needed), values, strict=True)
            yield (*words, *(word for each, value in pairs for word in (*option(each), value)), *written(command))


def option(parameter: click.Parameter) -> list[str]:
    """What stands before a value."""
    return parameter.opts[:1] if isinstance(parameter, click.Option) else []


def written(command: click.Command) -> list[str]:
    """Where a command is to write that may be told, and that it starts no other process."""
    known = {name for each in command.params for name in each.opts}
    return [
        word for name, value in (("--output", "written"), ("--jobs", "1")) if name in known for word in (name, value)
    ]


def run_all() -> dict[str, object]:
    """The exit code of each command, and what was tried."""
    tried: list[str] = []

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(FORBIDDEN):
            tried.append(f"{event}{arguments}")
            raise PermissionError(event)

    sys.addaudithook(hear)
    return {"codes": {" ".join(command): run_alone(command) for command in commands(cli)}, "tried": tried}


def run_alone(command: tuple[str, ...]) -> int:
    """Run a command in a folder of its own; its exit code."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        for name, text in FILES.items():
            if command != ("init",):
                Path(name).parent.mkdir(exist_ok=True)
                Path(name).write_text(text, encoding="utf-8")
        if command[0] == "archive" and "results" in command and "data" not in command:
            main(("archive", "audit", "data", "--into", "results", "--jobs", "1"))
        return main(command)


if __name__ == "__main__":
    with redirect_stdout(sys.stderr):
        report = json.dumps(run_all(), indent=2)
    sys.stdout.write(f"{report}\n")
