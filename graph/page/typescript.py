"""The types of the page's data in TypeScript, by which the page's modules are checked.

`python -m graph.page.typescript > graph/page/web/data.d.ts` writes them anew, and those of an archive's page with the
name of their module: `python -m graph.page.typescript graph.archive.page.contract > graph/archive/page/web/data.d.ts`.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Literal, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from graph.model import Basis, Severity, Stance
from graph.page import contract
from graph.page.tables import ColumnTable
from graph.support import State

ABOUT_TYPES = "/** What the page shows; written by `python -m graph.page.typescript`, from {}. */\n"

NAMED_TYPES = {"Basis": Basis, "Severity": Severity, "Stance": Stance, "State": State}
"""The words among which there is a choice, by what the page calls them."""

PLAIN: dict[Any, str] = {str: "string", int: "number", float: "number", bool: "boolean", Any: "unknown"}


def typescript(module: ModuleType = contract) -> str:
    """The types of the page's data in TypeScript, from the module that says what they are."""
    tables = [interface(kind) for kind in vars(module).values() if is_typeddict(kind)]
    about = ABOUT_TYPES.format(module.__name__)
    words = [f"export type {name} = {written(kind)};" for name, kind in NAMED_TYPES.items() if module is contract]
    return "\n".join([about, *words, *(f"\n{each}" for each in tables)]).replace("\n\n\n", "\n\n") + "\n"


def interface(table: type) -> str:
    """A thing with names."""
    members = "".join(f"  {member}\n" for member in typed(table))
    return f"/** {' '.join((table.__doc__ or '').split())} */\nexport interface {table.__name__} {{\n{members}}}"


def typed(table: Any) -> Iterator[str]:
    """The names of a thing with their types; what may be missing has a question mark."""
    for name, kind in get_type_hints(table, include_extras=True).items():
        optional = not table.__total__ or get_origin(kind) is NotRequired
        yield f"{name}{'?' if optional else ''}: {type_name(kind)};"


def type_name(kind: Any) -> str:
    """What a type is called, or how it is written where it has no name."""
    return next((name for name, known in NAMED_TYPES.items() if known == kind), "") or written(kind)


def written(kind: Any) -> str:
    """How a type is written."""
    inner = get_args(kind)
    if get_origin(kind) is Literal:
        return " | ".join(map(json.dumps, inner))
    if get_origin(kind) is NotRequired:
        return type_name(inner[0])
    if get_origin(kind) in {list, ColumnTable}:
        return f"{type_name(inner[0])}[]"
    if get_origin(kind) is dict:
        return f"Record<{type_name(inner[0])}, {type_name(inner[1])}>"
    return PLAIN.get(kind) or str(kind.__name__)


if __name__ == "__main__":
    sys.stdout.write(typescript(*map(importlib.import_module, sys.argv[1:])))
