"""What a rule is: a documented generator function over the whole evidence, turned into a value.

Its docstring is its documentation everywhere: a title, *Why*, and *Bad* and *Good* examples, which the tests run
through the real readers. A name names the wrong thing, so that "ignore uncited-claim" is a sentence.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.model import Cause, Citation, Claim, Evidence, Finding, Place, Problem, Reference, Severity

SECTIONS = ("Why", "Bad", "Good")

Subject = Claim | Citation | Reference | Cause | Problem | Place
"""What a rule can notice something about; a place stands for a whole file."""

Population = Literal["claims", "references", "citations", "causes", "files"]
"""What a rule looks at; where there is none of it, the rule is not run."""


class Noticed(NamedTuple):
    """What a rule noticed about a subject; `column` names the cell or field that is meant."""

    subject: Subject
    message: str
    column: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and its documentation; `notice` looks for what it is about."""

    code: str
    name: str
    severity: Severity
    population: Population
    title: str
    why: str
    bad: str
    good: str
    notice: Callable[[Evidence], Iterator[Noticed]]

    def findings(self, evidence: Evidence) -> Iterator[Finding]:
        """What the rule finds in the evidence."""
        for noticed in self.notice(evidence):
            yield Finding(
                code=self.code,
                rule=self.name,
                severity=noticed.severity or self.severity,
                place=place_of(noticed),
                subject=getattr(noticed.subject, "id", ""),
                message=noticed.message,
            )


def rule(
    code: str, severity: Severity, population: Population
) -> Callable[[Callable[[Evidence], Iterator[Noticed]]], Rule]:
    """Turn a documented generator function into a rule of the same name, written with hyphens."""

    def make(notice: Callable[[Evidence], Iterator[Noticed]]) -> Rule:
        title, sections = read_documentation(inspect.getdoc(notice) or "")
        name = notice.__name__.replace("_", "-")
        why, bad, good = (sections[each] for each in SECTIONS)
        return Rule(code, name, severity, population, title, why, bad, good, notice)

    return make


def read_documentation(text: str) -> tuple[str, dict[str, str]]:
    """The title and the sections of a rule's docstring; KeyError where a section is missing."""
    title, *parts = re.split(r"^(\w+):\n", text, flags=re.MULTILINE)
    sections = {name: inspect.cleandoc(body) for name, body in zip(parts[::2], parts[1::2], strict=True)}
    return " ".join(title.split()), sections


def split_example(example: str) -> tuple[str, str]:
    """An example's two files: its BibTeX, which begins at the first line with an @, and the claims table before."""
    claims, mark, references = f"\n{example}\n".partition("\n@")
    return mark.strip() + references, claims.lstrip("\n")


def place_of(noticed: Noticed) -> Place:
    """The place of what was noticed, at its column or field where one is named."""
    subject = noticed.subject
    if isinstance(subject, Place):
        return subject
    if noticed.column and isinstance(subject, Claim | Reference):
        return subject.at(noticed.column)
    return subject.place
