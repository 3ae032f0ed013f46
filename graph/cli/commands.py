"""Groups of commands of which each is imported when somebody asks for it: nobody waits for what the others need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from graph.collector import imported_for_good
from graph.docstrings import docstring

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class CommandPlace(NamedTuple):
    """Where a command is, as "module:name", and what it says of itself first, which is listed without importing it."""

    place: str
    says: str


class Commands(click.Group):
    """Commands by name; `places` says where each of them is."""

    def __init__(self, *arguments: Any, places: Mapping[str, CommandPlace], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click hands it over
        """The names of all commands, as they are listed."""
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name, with its help; nothing where there is none."""
        if cmd_name not in self.places:
            return None
        module, _, name = self.places[cmd_name].place.partition(":")
        command: click.Command = getattr(imported_for_good(module), name)
        restore_help(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write what commands there are."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.places[name].says) for name in sorted(self.places)])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """The commands that begin so, for a shell, and the options."""
        from click.shell_completion import CompletionItem

        begun = [name for name in sorted(self.places) if name.startswith(incomplete)]
        items = [CompletionItem(name, help=self.places[name].says) for name in begun]
        return [*items, *click.Command.shell_complete(self, ctx, incomplete)]


def restore_help(command: click.Command) -> None:
    """Give a command and those below it their help, which is their docstring, where `python -OO` has taken it away."""
    if command.callback and not command.help:
        command.help = docstring(command.callback)
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        restore_help(each)
