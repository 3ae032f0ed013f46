"""What a rule is: a documented generator function over the whole evidence, turned into a value.

Its docstring is its documentation everywhere: a title, *Why*, *False alarms*, and *Bad* and *Good* examples, which the
tests run through the real readers. A name names the wrong thing, so that "ignore uncited-claim" is a sentence.
A rule that needs more than the evidence asks for it by the name of a parameter, a field of `Given`; one that only
makes use of it gives the parameter None as its default.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal, NamedTuple, SupportsIndex

from graph.auditing.given import Given
from graph.docstrings import docstring
from graph.model import Cause, Citation, Claim, Evidence, Finding, Place, Problem, Reference, Severity

SECTIONS = ("Why", "False alarms", "Bad", "Good")

Subject = Claim | Citation | Reference | Cause | Problem | Place
"""What a rule can notice something about; a place stands for a whole file."""

WITH_CELLS = (Claim, Reference)
"""Those of them that have columns or fields."""

Population = Literal["claims", "references", "citations", "causes", "values", "quotes", "sentences", "files"]
"""What a rule looks at; where there is none of it, the rule is not run. `sentences` cite, in the article given."""

Profile = Literal["", "medrs", "primary"]
"""A policy that rules may belong to; the two contradict each other, so neither is the default."""


class Noticed(NamedTuple):
    """What a rule noticed about a subject; `column` names the cell or field that is meant, `place` one elsewhere."""

    subject: Subject
    message: str
    column: str = ""
    severity: Severity | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule and its documentation; `notice` looks for what it is about, and `takes` names what it is handed.

    `population` is what it looks at, and `bad` and `good` are examples, as the texts of files. Without what it `needs`
    it is not run. A `preview` rule is run only where it is selected, one of a `profile` only under that profile.
    """

    code: str
    name: str
    severity: Severity
    population: Population
    title: str
    why: str = field(repr=False)
    false_alarms: str = field(repr=False)
    bad: str = field(repr=False)
    good: str = field(repr=False)
    notice: Callable[..., Iterator[Noticed]] = field(repr=False)
    takes: tuple[str, ...] = field(default=(), repr=False)
    needs: tuple[str, ...] = ()
    preview: bool = False
    profile: Profile = ""

    def findings(self, evidence: Evidence, given: Given) -> Iterator[Finding]:
        """What the rule finds in the evidence."""
        for noticed in self.notice(evidence, **{name: getattr(given, name) for name in self.takes}):
            yield Finding(
                code=self.code,
                rule=self.name,
                severity=noticed.severity or self.severity,
                place=place_of(noticed),
                subject=getattr(noticed.subject, "id", ""),
                message=noticed.message,
            )

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        # A rule stands where its function was, so pickle, which takes functions by their names, finds the rule there.
        name = self.notice.__module__, self.notice.__name__
        return (rule_named, name) if rule_named(*name) is self else object.__reduce_ex__(self, protocol)


def rule_named(module: str, name: str) -> Rule | None:
    """The rule that a module has under this name, as a report from another process names it."""
    found = getattr(import_module(module), name, None)
    return found if isinstance(found, Rule) else None


def rule(
    code: str, severity: Severity, population: Population, *, preview: bool = False, profile: Profile = ""
) -> Callable[[Callable[..., Iterator[Noticed]]], Rule]:
    """Turn a documented generator function into a rule of the same name, written with hyphens."""

    def make(notice: Callable[..., Iterator[Noticed]]) -> Rule:
        title, sections = read_documentation(docstring(notice))
        name = notice.__name__.replace("_", "-")
        why, false_alarms, bad, good = (sections[each] for each in SECTIONS)
        _, *given = inspect.signature(notice).parameters.values()
        takes = tuple(each.name for each in given)
        needs = tuple(each.name for each in given if each.default is each.empty)
        return Rule(
            code,
            name,
            severity,
            population,
            title,
            why,
            false_alarms,
            bad,
            good,
            notice,
            takes,
            needs,
            preview,
            profile,
        )

    return make


def read_documentation(text: str) -> tuple[str, dict[str, str]]:
    """The title and the sections of a rule's docstring; KeyError where a section is missing."""
    title, *parts = re.split(r"^([A-Z][a-z ]+):\n", text, flags=re.MULTILINE)
    sections = {name: inspect.cleandoc(body) for name, body in zip(parts[::2], parts[1::2], strict=True)}
    return " ".join(title.split()), sections


def split_example(example: str) -> dict[str, str]:
    """The files of an example by name: claims.csv, then references.bib from the first line with an @ on.

    Further files follow a line `--- NAME`.
    """
    first, *others = re.split(r"^--- (\S+)\n", f"{example}\n", flags=re.MULTILINE)
    claims, mark, references = f"\n{first}".partition("\n@")
    files = {"claims.csv": claims.strip("\n"), "references.bib": mark.strip() + references}
    return files | dict(zip(others[::2], others[1::2], strict=True))


def place_of(noticed: Noticed) -> Place:
    """The place of what was noticed, at its column or field where one is named."""
    subject = noticed.subject
    if noticed.place:
        return noticed.place
    if noticed.column and isinstance(subject, WITH_CELLS):
        return subject.at(noticed.column)
    return subject if isinstance(subject, Place) else subject.place
