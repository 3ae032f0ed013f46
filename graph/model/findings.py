"""What is wrong: a problem of reading, a finding of a rule, an error where nothing can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from graph.model.places import Place

Severity = Literal["error", "warning", "info"]
"""How much a finding matters, the worst first."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


class UnusableError(ValueError):
    """Something beside the evidence that cannot be used (settings, a list, a baseline): one line, with its cure."""


class NotInstalledError(UnusableError, ImportError):
    """Something that is asked for needs a library that is not there: one line, with its cure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read as meant; the rule called `rule` reports it, perhaps with another `severity`.

    `unread` counts the entries or rows that it kept out of the evidence, and `text` is how they are written.
    """

    rule: str
    place: Place
    message: str
    severity: Severity | None = None
    unread: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a rule noticed; `subject` is the id of a node in the network, or empty for a whole file.

    `code` and `rule` are the rule's code and name ("CLM001", "uncited-claim"), and `message` says fact and cure.
    """

    code: str
    rule: str
    severity: Severity
    place: Place
    subject: str
    message: str

    def __hash__(self) -> int:
        place = self.place  # all of it takes three times as long
        return hash((self.code, place.line, place.offset, self.subject, self.message))
