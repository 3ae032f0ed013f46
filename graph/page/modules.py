"""The page's ES modules -> one script, as a browser loads no module from `file://`.

They are joined by form, not by grammar: `import { a, b } from "./file.js";` (or `"../folder/file.js"`) before all else,
and `export` at the beginning of a line, before a function, class or constant. What else a module could say of others or
to them is refused by `graph.page.module_forms`, which the tests ask: the reader's page is not the place to find out.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

COMMENT = re.compile(r"^ */\*\*[^*]*(?:\*(?!/)[^*]*)*\*/\n", re.MULTILINE)
"""A comment on lines of its own: a sixth of the modules, which a reader of the page has no use for."""

INDENT = re.compile(r"^ +", re.MULTILINE)
"""What lines begin with, of as little use; so a text must not go over several lines, as it would change."""

IMPORT = re.compile(
    r"\s*import (?P<names>\{\s*[\w$]+(?:,\s*[\w$]+)*,?\s*\})"
    r' from "(?P<path>\.{1,2}/(?:[\w.]+/)*(?P<file>\w+)\.js)";\n'
)
EXPORT = re.compile(
    r"^export (?=(?:(?:async )?function (?P<function>[\w$]+)\(|class (?P<class>[\w$]+) |const (?P<const>[\w$]+) = ))",
    re.MULTILINE,
)


class Module(NamedTuple):
    """A module as written, the imports with which it begins, and what it says without those and comments."""

    name: str
    code: str
    imports: tuple[re.Match[str], ...]
    body: str

    @property
    def exports(self) -> list[str]:
        """The names that it gives to others."""
        return [found["function"] or found["class"] or found["const"] for found in EXPORT.finditer(self.body)]


def join_modules(main: Path) -> str:
    """One module from `main` and all that it imports, each after what it needs, in its own scope.

    It is without comments and without what lines begin with. Raises ValueError where a module is not there, and where
    two have one name or import each other.
    """
    modules = read_modules(main)
    return "\n".join(scoped(modules[name], whole=name == main.stem) for name in in_order(modules))


def read_modules(main: Path) -> dict[str, Module]:
    """The modules by name: `main` and all that it imports, directly or not; ValueError for two of one name."""
    modules: dict[str, Module] = {}
    paths: dict[str, Path] = {}
    waiting = [main.resolve()]
    while waiting:
        path = waiting.pop()
        if paths.setdefault(path.stem, path) != path:
            raise ValueError(f"two modules are called {path.name}")
        if path.stem in modules:
            continue
        try:
            modules[path.stem] = read_module(path.stem, path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise ValueError(f"{path.name} is imported and is not there") from None
        waiting += [Path(os.path.normpath(path.parent / each["path"])) for each in modules[path.stem].imports]
    return modules


def read_module(name: str, code: str) -> Module:
    """A module with what is found in it."""
    plain = COMMENT.sub("", code)
    found = tuple(imports(plain))
    return Module(name, code, found, plain[found[-1].end() :] if found else plain)


def imports(plain: str) -> Iterator[re.Match[str]]:
    """The imports with which a module without comments begins."""
    at = 0
    while found := IMPORT.match(plain, at):
        yield found
        at = found.end()


def in_order(modules: dict[str, Module]) -> list[str]:
    """The modules' names, each after those that it imports; ValueError where some import each other."""
    needs = {name: [found["file"] for found in modules[name].imports] for name in sorted(modules)}
    try:
        return list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        raise ValueError(f"modules import each other: {' <- '.join(f'{name}.js' for name in error.args[1])}") from None


def scoped(module: Module, *, whole: bool) -> str:
    """A module as a function that gives what it exports; the `whole` that imports the others stays as it is."""
    taken = "".join(f"const {found['names']} = {found['file']}_js;\n" for found in module.imports)
    plain = taken + INDENT.sub("", EXPORT.sub("", module.body))
    names = ", ".join(module.exports)
    return plain if whole else f"const {module.name}_js = (() => {{\n{plain}\nreturn {{ {names} }};\n}})();"
