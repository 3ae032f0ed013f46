"""What an audit is asked to do: which rules, how bad each is, and why some are left out; from TOML or options.

The file is `evidence-graph.toml`, or the table `[tool.evidence-graph]` of `pyproject.toml`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, get_args

from graph.model import SEVERITIES, Evidence, Finding, Severity, UnusableError
from graph.reading.claims import cause_name
from graph.rules.rule import Profile, Rule
from graph.wording import did_you_mean, listing

PROFILES = tuple(filter(None, get_args(Profile)))
FAIL_ON = (*SEVERITIES, "never")
PATHS = ("article", "retractions", "journals", "baseline")
FILE = "evidence-graph.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an audit is asked to do; a rule is meant by its code, the beginning of a code, its name, or ALL.

    `ignore` has a reason for each rule that is left out, `causes` the same for one cause and its narrower ones.
    Paths are as a program opens them.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: Mapping[str, str] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    causes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    profile: Profile = ""
    as_of: date | None = None
    fail_on: str = "warning"
    article: str = ""
    retractions: str = ""
    journals: str = ""
    baseline: str = ""


def choose(rules: Sequence[Rule], settings: Settings) -> tuple[list[Rule], list[tuple[Rule, str]]]:
    """The rules that the settings ask for, and those they ignore, each with its reason.

    Raises UnusableError for a word that means no rule.
    """
    chosen = {rule.code for rule in rules if is_default(rule, settings.profile)}
    if settings.select:
        chosen = {rule.code for word in settings.select for rule in meant(word, rules, settings.profile)}
    chosen |= {rule.code for word in settings.extend_select for rule in meant(word, rules, settings.profile)}
    reasons = {rule.code: why for word, why in settings.ignore.items() for rule in meant(word, rules, settings.profile)}
    kept = [rule for rule in rules if rule.code in chosen - reasons.keys()]
    left = [(rule, f"ignored: {reasons[rule.code]}") for rule in rules if rule.code in chosen & reasons.keys()]
    return kept, left


def is_default(rule: Rule, profile: Profile) -> bool:
    """Whether a rule is run unless something else is said."""
    return rule.profile == profile if rule.profile else not rule.preview


def meant(word: str, rules: Iterable[Rule], profile: Profile = "") -> list[Rule]:
    """The rules that a word means: ALL (but for those of another profile), a name, a code, or the start of one.

    Raises UnusableError, with a proposal, where there is none.
    """
    rules = list(rules)
    upper = word.upper()
    if upper == "ALL":
        return [rule for rule in rules if rule.profile in {"", profile}]
    found = [rule for rule in rules if rule.name == word.lower() or (upper and rule.code.startswith(upper))]
    if not found:
        hint = did_you_mean(word, [name for rule in rules for name in (rule.name, rule.code)])
        raise UnusableError(f"no rule is meant by {word!r}{hint or '; evidence-graph rules lists them'}")
    return found


def severities(rules: Sequence[Rule], settings: Settings) -> dict[str, Severity]:
    """The severity that the settings give to some rules, by code; the most specific word wins, in any order."""
    words = sorted(settings.severity, key=lambda word: specificity(word, rules))
    return {rule.code: settings.severity[word] for word in words for rule in meant(word, rules, settings.profile)}


def specificity(word: str, rules: Iterable[Rule]) -> tuple[bool, int]:
    """How exactly a word means a rule: ALL, then the beginnings of codes by their length, then codes and names."""
    exact = any(word.lower() in {rule.name, rule.code.lower()} for rule in rules)
    return exact, 0 if word.upper() == "ALL" else len(word)


def check(settings: Settings, rules: Sequence[Rule], evidence: Evidence) -> None:
    """Raise UnusableError for a word of `severity` or `causes` that means no rule, or no cause of the evidence.

    No cause is missed where a row of the claims could not be read: the audit tells of that, and the cause may be there.
    """
    for word in (*settings.severity, *chain.from_iterable(settings.causes.values())):
        meant(word, rules)
    torn = any(problem.unread and problem.place.file == evidence.claims_file for problem in evidence.problems)
    for cause in settings.causes:
        if cause not in evidence.causes and evidence.causes and not torn:
            hint = did_you_mean(cause, evidence.causes) or f"; write it as {evidence.claims_file} does"
            raise UnusableError(f"causes: no cause is called {cause!r}{hint}")


def excused(finding: Finding, causes: Iterable[str], rules: Sequence[Rule], settings: Settings) -> str:
    """Why a finding about these causes is ignored, or an empty string."""
    for cause in causes:
        for word, reason in settings.causes.get(cause, {}).items():
            if finding.code in {rule.code for rule in meant(word, rules, settings.profile)}:
                return reason
    return ""


def find_settings(folder: Path) -> Path | None:
    """The settings file of a folder or of the nearest one above it that has one."""
    for each in (folder, *folder.parents):
        if (each / FILE).is_file():
            return each / FILE
        project = each / "pyproject.toml"
        if project.is_file() and own_table(load_toml(project)) is not None:
            return project
    return None


def read_settings(path: Path) -> Settings:
    """Read a settings file; its paths are relative to its folder.

    Raises OSError where it cannot be opened, and UnusableError for what it says wrongly.
    """
    data = load_toml(path)
    try:
        if path.name == "pyproject.toml":
            own = own_table(data)
            data = dict(mapping("tool.evidence-graph", {} if own is None else own))
        return make_settings(data, path.parent)
    except UnusableError as error:
        raise UnusableError(f"{path}: {error}") from None


def own_table(project: Mapping[str, Any]) -> Any:
    """What the data of a pyproject.toml has for this program, which should be a table; None where there is nothing."""
    tool = project.get("tool")
    return tool.get("evidence-graph") if isinstance(tool, dict) else None


def load_toml(path: Path) -> dict[str, Any]:
    """The data of a TOML file; a byte order mark, as some editors write it, is passed over."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableError(f"{path}: no TOML: {error}") from None


def make_settings(table: Mapping[str, Any], folder: Path) -> Settings:
    """Settings from the data of a file; each key is checked by a function of its own."""
    readers: dict[str, Callable[[str, Any], Any]] = {
        "select": words,
        "extend-select": words,
        "ignore": reasons,
        "severity": levels,
        "causes": reasons_by_cause,
        "profile": lambda key, value: one_of(key, value, PROFILES),
        "as-of": a_date,
        "fail-on": lambda key, value: one_of(key, value, FAIL_ON),
    }
    readers |= dict.fromkeys(PATHS, lambda key, value: a_path(key, value, folder))
    for key in table:
        if key not in readers:
            raise UnusableError(
                f"unknown key {key!r}{did_you_mean(key, readers) or f'; use {listing(sorted(readers))}'}"
            )
    return Settings(**{key.replace("-", "_"): readers[key](key, value) for key, value in table.items()})


def mapping(key: str, value: Any) -> Mapping[str, Any]:
    """A table."""
    if not isinstance(value, dict):
        raise UnusableError(f"{key} must be a table, [{key}]")
    return value


def words(key: str, value: Any) -> tuple[str, ...]:
    """A list of words."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise UnusableError(f'{key} must be a list of rules, such as ["CLM", "missing-title"]')
    return tuple(value)


def reasons(key: str, value: Any) -> dict[str, str]:
    """A table of rules, each with the reason why it is ignored."""
    for rule, reason in mapping(key, value).items():
        if not isinstance(reason, str) or not reason.strip():
            raise UnusableError(f'{key}: {rule} needs a reason, such as {rule} = "the journal asks for none"')
    return dict(value)


def reasons_by_cause(key: str, value: Any) -> dict[str, dict[str, str]]:
    """A table of causes, named as the claims table names them, each with a table of rules that are ignored for it."""
    found: dict[str, dict[str, str]] = {}
    for cause, each in mapping(key, value).items():
        found.setdefault(cause_name(" ".join(cause.split())), {}).update(reasons(f"{key}.{cause}", each))
    return found


def levels(key: str, value: Any) -> dict[str, Severity]:
    """A table of rules, each with a severity."""
    return {rule: one_of(f"{key}.{rule}", level, SEVERITIES) for rule, level in mapping(key, value).items()}


def one_of(key: str, value: Any, known: Sequence[Any]) -> Any:
    """One of the words that are known."""
    if value not in known:
        raise UnusableError(f"{key} is {value!r}; use {' or '.join(known)}")
    return value


def a_date(key: str, value: Any) -> date:
    """A date, as TOML writes it or as text."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise UnusableError(f"{key} is {value!r}; write a date such as 2026-01-31") from None


def a_path(key: str, value: Any, folder: Path) -> str:
    """A path, relative to the folder of the settings."""
    if not isinstance(value, str):
        raise UnusableError(f"{key} must be the name of a file")
    return os.path.normpath(folder / value)
