"""Collecting what a reader could not read as it was meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Place, Problem, Severity


@dataclass(slots=True)
class Problems:
    """The problems found in one file so far."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def report(  # noqa: PLR0913 - a problem has this many parts, all but three rarely used
        self,
        rule: str,
        line: int,
        message: str,
        *,
        column: str = "",
        severity: Severity | None = None,
        unread: int = 0,
        text: str = "",
        offset: int = 0,
    ) -> None:
        """Note a problem at `line`, counted from 1."""
        place = Place(self.file, line, column, offset)
        self.problems.append(
            Problem(rule=rule, place=place, message=message, severity=severity, unread=unread, text=text)
        )
