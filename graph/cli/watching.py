"""Watching: a page is built again whenever something that it was made from changes."""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.auditing.settings import SETTINGS_FILE, Settings, find_settings
from graph.cli.complaining import complain
from graph.cli.options import STDOUT, claims_and_folder, here, put
from graph.model import Evidence, UnusableError
from graph.reading.folders import CLAIMS, FOLDER_LIBRARIES, SHEETS, VALUES, joined
from graph.writing import remove

if TYPE_CHECKING:
    from collections.abc import Generator

    from graph.page.watched import Watched

IN_FOLDER = [*FOLDER_LIBRARIES, *(f"{Path(name).stem}{end}" for name in (CLAIMS, VALUES) for end in (".csv", *SHEETS))]
"""What is looked for in a folder of evidence, and may be put there later."""

Stamps = dict[str, tuple[int, ...]]
"""What changes when a file does, by its path: when it was written, how long and which it is; nothing of none."""

TICK = 50_000_000
"""How far the clock of files may be behind, in nanoseconds."""

Wait = Callable[[Collection[Path]], "Generator[object, None, None]"]
"""Gives something whenever anything may have changed in folders."""


@dataclass(frozen=True, slots=True)
class Built:
    """A page that was built: what writes it as text, watched or not, and the files and folders it was made from."""

    render: Callable[[Watched | None], str]
    inputs: tuple[str, ...]


Build = Callable[["Watched | None"], Built]
"""Reads everything anew, writes the page, and says what it was made from."""


def watch_option(command: Callable[..., Built]) -> Callable[..., None]:
    """Add the option to build again and again: the command is run anew each time, and told how it is `watched`."""

    @click.option(
        "--watch", is_flag=True, help="Build again when an input changes, until Ctrl-C; the open page reloads."
    )
    @functools.wraps(command)
    def with_watch(*, watch: bool, output: str, **options: Any) -> None:
        def build(watched: Watched | None) -> Built:
            return command(output=output, watched=watched, **options)

        if not watch:
            build(None)
        elif output == STDOUT:
            raise click.UsageError("--watch writes a file again and again; name one with --output")
        else:
            keep_building(build, output, waiter())

    return with_watch


def keep_building(build: Build, output: str, wait: Wait) -> None:
    """Build the page, and again after each change, until the user ends that; what is left is an ordinary page."""
    from graph.page.watched import Watched

    begun = time.time_ns()
    first = last = build(Watched(output))
    try:
        for last in rebuilt(build, first, begun, output, wait):  # noqa: B007 - the last one is written below
            pass
    except KeyboardInterrupt:
        click.echo(f"\n{output}: an ordinary page again", err=True)
    finally:
        put(output, last.render(None))
        remove(Watched(output).beside)


def rebuilt(build: Build, last: Built, begun: int, output: str, wait: Wait) -> Iterator[Built]:
    """What is built after each change since the last one was `begun`; what is wrong is said, and waits for the next."""
    from graph.page.watched import Watched

    own = (output, Watched(output).beside)
    seen = before(begun, stamps(last.inputs, own))
    click.echo("watching; Ctrl-C ends", err=True)
    while True:
        seen = changed(last.inputs, own, seen, wait)
        try:
            last = build(Watched(output))
        except (click.ClickException, UnusableError, OSError) as error:
            complain(error)
        else:
            # What has changed while it was read is built once more.
            seen = {path: seen.get(path, stamp) for path, stamp in stamps(last.inputs, own).items()}
            yield last


def before(begun: int, found: Stamps) -> Stamps:
    """The stamps of what has not changed since a moment; times to come are those of another clock."""
    now = time.time_ns()
    return {path: stamp for path, stamp in found.items() if not stamp or not begun - TICK <= stamp[0] <= now}


def changed(inputs: Collection[str], own: Collection[str], seen: Stamps, wait: Wait) -> Stamps:
    """The stamps of inputs once they differ from those `seen`; whatever else happens beside them is nothing."""
    with closing(wait(folders(inputs))) as wake:
        while (now := stamps(inputs, own)) == seen:
            next(wake)
    return now


def waiter() -> Wait:
    """What waits for the system to tell of a change, or one line that says what is missing."""
    try:
        from watchfiles import watch
    except ImportError:
        message = "--watch needs watchfiles, which is not installed; pip install 'evidence-graph[watch]'"
        raise click.ClickException(message) from None
    return lambda folders: watch(*folders, watch_filter=None, recursive=False, yield_on_timeout=True)


def made_from(evidence: Evidence, settings: Settings) -> tuple[str, ...]:
    """The files and folders that a page is made from, those among them that are not there yet, but looked for."""
    asked = click.get_current_context().params
    own, folder = claims_and_folder(asked["folder"], asked["data"])
    named = [
        *own,
        *asked["claims"],
        *settings.claims,
        asked["config"] or find_settings(here()),
        SETTINGS_FILE,
        "pyproject.toml",
    ]
    looked_for = [joined(folder, name) for name in IN_FOLDER]
    lists = [settings.article, settings.retractions, settings.journals, settings.texts, settings.baseline]
    paths = (os.fspath(path) for path in (*named, *looked_for, *lists) if path)
    return tuple(dict.fromkeys([*(file.path for file in evidence.files), *paths]))


def stamps(inputs: Iterable[str], own: Collection[str]) -> Stamps:
    """The stamps of files, and of those in folders, without what the command itself writes."""
    mine = {*map(os.path.realpath, own)}
    paths = (each for path in inputs for each in (path, *in_folder(path)))
    return {path: stamp(path) for path in paths if os.path.realpath(path) not in mine}


def in_folder(path: str) -> list[str]:
    """The files in a folder but for hidden ones; none in a file."""
    return [each.path for each in os.scandir(path) if not each.name.startswith(".")] if Path(path).is_dir() else []


def stamp(path: str) -> tuple[int, ...]:
    """What changes when a file does; nothing for a folder, whose files have their own."""
    try:
        found = Path(path).stat()
    except OSError:
        return ()
    return () if Path(path).is_dir() else (found.st_mtime_ns, found.st_size, found.st_ino)


def folders(inputs: Iterable[str]) -> set[Path]:
    """The folders in which inputs may change: a file that is replaced is another one."""
    paths = [Path(os.path.realpath(path)) for path in inputs]
    return {folder for path in paths for folder in (path, path.parent) if folder.is_dir()}
