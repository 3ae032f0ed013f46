"""Groups of commands of which each is imported when somebody asks for it: nobody waits for what the others need."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from graph.docstrings import docstring


class Commands(click.Group):
    """Commands by name; `places` says where each of them is, as "module:name"."""

    def __init__(self, *arguments: Any, places: Mapping[str, str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click hands it over
        """The names of all commands, as they are listed."""
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name, with its help; nothing where there is none."""
        module, _, name = self.places.get(cmd_name, "").partition(":")
        command: click.Command | None = getattr(importlib.import_module(module), name) if module else None
        if command:
            restore_help(command)
        return command


def restore_help(command: click.Command) -> None:
    """Give a command and those below it their help, which is their docstring, where `python -OO` has taken it away."""
    if command.callback and not command.help:
        command.help = docstring(command.callback)
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        restore_help(each)
