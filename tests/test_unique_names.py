"""One name for one thing: what two modules define at their top level, one cannot search for."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_imports import PACKAGE, modules

SHARED = {
    "__all__": "Python's own",
    "PARTS": "each table that is read has its parts",
    "COLUMNS": "as PARTS",
    "REQUIRED": "as PARTS",
    "findings": "a table of that name: packed for the page, and written by Spark",
    "tables": "all tables: of evidence, and those that Spark writes",
}
"""Names that several modules have for the same of their own, and why."""


def defined(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=targets):
                named = (each for target in targets for each in ast.walk(target))
                yield from (each.id for each in named if isinstance(each, ast.Name))


FORMATS = "graph.reading.articles."
"""A format is read by itself: its modules may call what its grammar has (a heading, a part) as others do."""


def defined_twice(package: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for where, module in modules(package).items():
        if where.startswith(FORMATS):
            continue
        for name in dict.fromkeys(defined(module)):
            found[name].append(where)
    return {name: places for name, places in found.items() if len(places) > 1}


def test_no_name_is_defined_in_two_modules() -> None:
    assert {name: places for name, places in defined_twice(PACKAGE).items() if name not in SHARED} == {}


def test_no_exception_is_stale() -> None:
    assert SHARED.keys() - defined_twice(PACKAGE).keys() == set()


@pytest.mark.parametrize("text", ["def one(): ...", "class one: ...", "one = 1", "one: int = 1", "one, two = 1, 2"])
def test_a_name_defined_twice_is_found(tmp_path: Path, text: str) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(text if name == "a.py" else "one = 1", encoding="utf-8")
    assert list(defined_twice(tmp_path)) == ["one"]
