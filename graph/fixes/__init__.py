"""Fixes: what the findings of an audit ask for, done to the user's own files, and nothing else done to them.

A round reads and audits the files, plans edits for the findings that a machine can mend, and applies them. Rounds
follow until there is nothing left to mend, because one fix can bring another finding to light: a table whose column
`claims` becomes `claim` can be read at last. So fixing a second time changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.fixes.edits import Edit, apply, without_overlaps
from graph.fixes.patch import diff
from graph.fixes.planning import FIXES, plan_fixes
from graph.model import Evidence, File
from graph.reading import read_files
from graph.rules import RULES
from graph.wording import printable
from graph.writing import clear_beside, write_all

__all__ = ["Edit", "Fixed", "diff", "fix", "mending", "messages", "plan_fixes", "write_changes"]

MAX_ROUNDS = 20
"""More than any real file needs; a rule and its fix that disagree must not go on for ever."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The files as they are when mended, the edits that were made, and the unsafe ones that were not asked for.

    The `evidence` is what is read from the files.
    """

    files: tuple[File, ...]
    edits: tuple[Edit, ...]
    left: tuple[Edit, ...]
    evidence: Evidence = field(compare=False, repr=False)


def mending(settings: Settings) -> Settings:
    """The settings without the rules of which no finding is mended, so that nobody waits for them."""
    others = (rule.code for rule in RULES if rule.name not in FIXES)
    return replace(settings, ignore={**settings.ignore, **dict.fromkeys(others, "nothing to mend")})


def fix(
    files: Sequence[File],
    audit: Callable[[Evidence], Report],
    *,
    unsafe: bool = False,
    read: Callable[[Sequence[File]], Evidence] = read_files,
    evidence: Evidence | None = None,
) -> Fixed:
    """Mend what `audit` finds in the files, of which the `evidence` may have been `read` already.

    Only findings are mended, so a rule that is ignored or suppressed leaves its part of a file alone. Unsafe edits,
    which may not be what was meant, are made only if `unsafe`. What is read from other files is left as it is.
    Nothing is written; see `write_changes`.
    """
    done: list[Edit] = []
    evidence = evidence or read(files)
    for _ in range(MAX_ROUNDS):
        edits = plan_fixes(files, evidence, audit(evidence))
        wanted = [edit for edit in edits if edit.safe or unsafe]
        settled = [without_overlaps(file, wanted) for file in files]
        if not any(settled):
            left = chain.from_iterable(without_overlaps(file, edits) for file in files)
            return Fixed(tuple(files), tuple(done), tuple(left), evidence)
        files = [apply(file, edits) for file, edits in zip(files, settled, strict=True)]
        done += chain.from_iterable(settled)
        evidence = read(files)
    return Fixed(tuple(files), tuple(done), (), evidence)


def write_changes(before: Sequence[File], after: Sequence[File]) -> list[Path]:
    """Write the files that differ, all of them or none; their paths.

    What a killed run has left is removed where nothing differs, too: that run may have come as far as the clearing up.

    Raises OSError, with the name of the file, where that cannot be done; its notes say what became of the others.
    """
    changed = [(new.path, new.data) for old, new in zip(before, after, strict=True) if new.data != old.data]
    clear_beside(file.path for file in after)
    return write_all(changed)


def messages(edits: Sequence[Edit]) -> Iterator[str]:
    """A line for each edit: place, rule, what became what."""
    for edit in edits:
        yield printable(f"{edit.place}: {edit.code} {edit.rule}: {edit.message}")
