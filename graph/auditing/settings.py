"""What an audit is asked to do, as data; from TOML or options.

The file is `evidence-graph.toml`, or the table `[tool.evidence-graph]` of `pyproject.toml`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_args

from graph.auditing.rule import Profile
from graph.model import NO_ARTICLE, SEVERITIES, Article, Severity, UnusableError
from graph.reading.claims import cause_name
from graph.reading.limits import DEEPEST, Limits
from graph.reading.narrowing import ONLY
from graph.references.identifiers import is_web_address
from graph.wording import did_you_mean, listing

PROFILES = tuple(filter(None, get_args(Profile)))
FAIL_ON = (*SEVERITIES, "never")
PATHS = ("article", "retractions", "journals", "texts", "baseline")
SETTINGS_FILE = "evidence-graph.toml"
Readers = dict[str, Callable[[str, Any], Any]]
"""The functions that check and read values, by the key that each is for."""

MISPLACED = {
    **dict.fromkeys(("references", "claims", "values", "only", "section", "exclude"), "; write it under [files]"),
    **dict.fromkeys(("title", "url", "date", "text"), "; write it under [article]"),
    "tool": "; in a file of its own the settings stand without [tool.evidence-graph]",
}
"""What to do about a key that is known, but not where it stands."""

DAY = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an audit is asked to do; a rule is meant by its code, the beginning of a code, its name, or ALL.

    `select` is what is run in place of the usual rules, `extend_select` beside them; `severity` gives some another one,
    and `profile` is a policy: "medrs" or "primary". `as_of` is the date that age is counted from, without which nothing
    is too old. `graph.auditing.settings.read_settings` reads a file.
    `ignore` has a reason for each rule that is left out, `causes` the same for one cause and its narrower ones.
    Paths are as a program opens them. `references`, `claims`, `values`, `only`, `section` and, of an archive,
    `exclude` are the table [files];
    `article` is that of the article's text, and `about` says what it is called.
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
    about: Article = NO_ARTICLE
    retractions: str = ""
    journals: str = ""
    texts: str = ""
    baseline: str = ""
    references: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    values: str = ""
    only: str = "all"
    section: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)


def find_settings(folder: Path) -> Path | None:
    """The settings file of a folder or of the nearest one above it that has one."""
    for each in (folder, *folder.parents):
        if (each / SETTINGS_FILE).is_file():
            return each / SETTINGS_FILE
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
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableError(f"{path}: no TOML: {error}") from None


def make_settings(table: Mapping[str, Any], folder: Path) -> Settings:
    """Settings from the data of a file; each key is checked by a function of its own."""
    readers: Readers = {
        "select": word_list,
        "extend-select": word_list,
        "ignore": reasons,
        "severity": levels,
        "causes": reasons_by_cause,
        "profile": lambda key, value: one_of(key, value, PROFILES),
        "as-of": date_or_text,
        "fail-on": lambda key, value: one_of(key, value, FAIL_ON),
        "limits": a_limit_each,
    }
    readers |= dict.fromkeys(PATHS, lambda key, value: a_path(key, value, folder))
    named = table.get("article")
    article = article_settings(named, folder) if isinstance(named, dict) else {}
    files = file_settings(table.get("files", {}), folder)
    rest = {key: value for key, value in table.items() if key != "files" and (key != "article" or not article)}
    read = read_keys(rest, readers)
    return Settings(**{key.replace("-", "_"): value for key, value in read.items()}, **article, **files)


def file_settings(table: Any, folder: Path) -> dict[str, Any]:
    """What the table [files] says: where the bibliographies, the claims or the article, and the source values are.

    And which of the claims are looked at, and what of an archive is not.
    """
    readers: Readers = dict.fromkeys(("references", "claims"), partial(some_paths, folder=folder))
    readers["values"] = partial(a_path, folder=folder)
    readers["only"] = lambda key, value: one_of(key, value, ONLY)
    readers["section"] = some_lines
    readers["exclude"] = some_lines
    return read_keys(mapping("files", table), readers, "files.")


def read_keys(
    table: Mapping[str, Any], readers: Mapping[str, Callable[[str, Any], Any]], within: str = ""
) -> dict[str, Any]:
    """The values of a table, each read by the function for its key; `within` is the name of the table and a point."""
    for key in table:
        if key not in readers:
            hint = "" if within else MISPLACED.get(key, "")
            hint = hint or did_you_mean(key, readers) or f"; use {listing(sorted(readers))}"
            raise UnusableError(f"unknown key {within + key!r}{hint}")
    return {key: readers[key](f"{within}{key}", value) for key, value in table.items()}


def article_settings(table: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """What the table [article] says: what the article is called, and where its text is (as `article = FILE` does)."""
    readers: Readers = {"title": a_line, "url": an_address, "date": a_day, "text": partial(a_path, folder=folder)}
    read = read_keys(table, readers, "article.")
    return {"article": read.pop("text", ""), "about": Article(**read)}


def a_limit_each(key: str, value: Any) -> Limits:
    """What the table [limits] says: how large what is read may be."""
    readers: Readers = {each.name: a_limit for each in fields(Limits)}
    return Limits(**read_keys(mapping(key, value), readers, f"{key}."))


def a_limit(key: str, value: Any) -> int:
    """A number of at least 1, and a depth that Python's stack has room for."""
    most = DEEPEST if key == "limits.depth" else None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1 or (most and value > most):
        raise UnusableError(f"{key} is {value!r}; write a whole number from 1{f' to {most}' if most else ' on'}")
    return value


def mapping(key: str, value: Any) -> Mapping[str, Any]:
    """A table."""
    if not isinstance(value, dict):
        raise UnusableError(f"{key} must be a table, [{key}]")
    return value


def word_list(key: str, value: Any) -> tuple[str, ...]:
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


def date_or_text(key: str, value: Any) -> date:
    """A date, as TOML writes it or as text."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise UnusableError(f"{key} is {value!r}; write a date such as 2026-01-31") from None


def a_line(key: str, value: Any) -> str:
    """A text that is shown on one line."""
    if not isinstance(value, str) or not value.strip():
        raise UnusableError(f"{key} must be a text")
    return " ".join(value.split())


def an_address(key: str, value: Any) -> str:
    """A web address."""
    if not isinstance(value, str) or not is_web_address(value):
        raise UnusableError(f"{key} is {value!r}; write an address that begins with https://")
    return value


def a_day(key: str, value: Any) -> str:
    """A day, or a month or year where no more is known, as ISO 8601 writes it."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    try:
        date.fromisoformat(f"{text}-01-01"[:10] if DAY.fullmatch(text) else text)
    except ValueError:
        raise UnusableError(f"{key} is {value!r}; write a date such as 2026-01-31, 2026-01 or 2026") from None
    return text


def some_paths(key: str, value: Any, folder: Path) -> tuple[str, ...]:
    """A path, or a list of them."""
    return tuple(a_path(key, each, folder) for each in (value if isinstance(value, list) else [value]))


def some_lines(key: str, value: Any) -> tuple[str, ...]:
    """A heading or a pattern, or a list of them."""
    return tuple(a_line(key, each) for each in (value if isinstance(value, list) else [value]))


def a_path(key: str, value: Any, folder: Path) -> str:
    """A path, relative to the folder of the settings."""
    if not isinstance(value, str):
        raise UnusableError(f"{key} must be the name of a file or folder")
    return os.path.normpath(folder / value)
