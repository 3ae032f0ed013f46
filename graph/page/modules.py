"""The page's ES modules -> one script, as a browser loads no module from `file://`.

They are joined by form, not by grammar: `import { a, b } from "./file.js";` (or `"../folder/file.js"`) before all else,
and `export` at the beginning of a line, before a function, class or constant. Whatever else a module can say of others
or to them is refused here, as it would be a dead page in the reader's browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

COMMENT = re.compile(r"^ */\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
"""A comment on lines of its own: a sixth of the modules, which a reader of the page has no use for."""

INDENT = re.compile(r"^ +", re.MULTILINE)
"""What lines begin with, of as little use; so a text must not go over several lines, as it would change."""

STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')

IMPORT = re.compile(
    r"\s*import (?P<names>\{\s*[\w$]+(?:,\s*[\w$]+)*,?\s*\})"
    r' from "(?P<path>\.{1,2}/(?:[\w.]+/)*(?P<file>\w+)\.js)";\n'
)
EXPORT = re.compile(
    r"^export (?=(?:(?:async )?function (?P<function>[\w$]+)\(|class (?P<class>[\w$]+) |const (?P<const>[\w$]+) = ))",
    re.MULTILINE,
)
JS_NAME = re.compile(r"[\w$]+")
MODULE_WORD = re.compile(r"\b(?:import|export)\b")
STATEMENT = re.compile(r"^[^\s)}\]].*?(?=^[^\s)}\]]|\Z)", re.MULTILINE | re.DOTALL)
"""What begins at the beginning of a line, and ends where the next does."""

AWAIT = re.compile(r"(?P<inside>\basync\b)|\bawait\b")


def join_modules(main: Path) -> str:
    """One module from `main` and all that it imports, each after what it needs, in its own scope.

    It is without comments and without what lines begin with.

    Raises ValueError, which names file and line, where a module imports or exports in a form that is not understood.
    """
    codes = read_modules(main)
    for name, code in codes.items():
        check_forms(name, code)
        check_waiting(name, code, whole=name == main.stem)
        check_texts(name, code)
    for name in codes:
        check_names(name, codes)
    return "\n".join(scoped(name, codes[name], whole=name == main.stem) for name in in_order(codes))


def read_modules(main: Path) -> dict[str, str]:
    """The modules by name: `main` and all that it imports, directly or not; ValueError for two of one name."""
    codes: dict[str, str] = {}
    paths: dict[str, Path] = {}
    waiting = [main.resolve()]
    while waiting:
        path = waiting.pop()
        if paths.setdefault(path.stem, path) != path:
            raise ValueError(f"two modules are called {path.name}")
        if path.stem in codes:
            continue
        if not path.is_file():
            raise ValueError(f"{path.name} is imported and is not there")
        codes[path.stem] = path.read_text(encoding="utf-8")
        waiting += [(path.parent / found["path"]).resolve() for found in imports(codes[path.stem])]
    return codes


def imports(code: str) -> Iterator[re.Match[str]]:
    """The imports with which a module begins."""
    code = COMMENT.sub(blank, code)
    at = 0
    while found := IMPORT.match(code, at):
        yield found
        at = found.end()


def imports_end(code: str) -> int:
    """Where the imports with which a module begins end."""
    return max((found.end() for found in imports(code)), default=0)


def exports(code: str) -> list[str]:
    """The names that a module exports."""
    return [found["function"] or found["class"] or found["const"] for found in EXPORT.finditer(code)]


def check_forms(name: str, code: str) -> None:
    """Refuse what imports or exports otherwise: even in a text, as what is a text is not told apart."""
    begin = imports_end(code)
    rest = EXPORT.sub(blank, COMMENT.sub(blank, code)[begin:])
    if found := MODULE_WORD.search(rest):
        refuse(name, code, begin + found.start(), "is an import or export in a form that is not joined")


def check_names(name: str, codes: dict[str, str]) -> None:
    """Refuse an import of a name that the other module does not export."""
    for found in imports(codes[name]):
        for missing in set(JS_NAME.findall(found["names"])) - set(exports(codes[found["file"]])):
            refuse(name, codes[name], found.end() - 1, f"imports {missing}, which {found['file']}.js does not export")


def check_waiting(name: str, code: str, *, whole: bool) -> None:
    """Refuse an `await` outside an async function, except in the main module."""
    for statement in [] if whole else STATEMENT.finditer(COMMENT.sub(blank, code)):
        found = AWAIT.search(statement[0])
        if found and not found["inside"]:
            refuse(name, code, statement.start() + found.start(), "awaits outside an async function")


def check_texts(name: str, code: str) -> None:
    """Refuse a text between backticks that goes over several lines."""
    plain = STRING.sub(blank, COMMENT.sub(blank, code))
    for line in re.finditer(r"^.*$", plain, re.MULTILINE):
        if line[0].count("`") % 2:
            refuse(name, code, line.start(), "has a text that goes over several lines")


def refuse(name: str, code: str, at: int, why: str) -> None:
    """Raise ValueError for what stands at a place of a module."""
    line = code.count("\n", 0, at)
    raise ValueError(f"{name}.js:{line + 1}: {code.splitlines()[line].strip()!r} {why}")


def in_order(codes: dict[str, str]) -> list[str]:
    """The modules' names, each after those that it imports; ValueError where some import each other."""
    needs = {name: [found["file"] for found in imports(codes[name])] for name in sorted(codes)}
    try:
        return list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        raise ValueError(f"modules import each other: {' <- '.join(f'{name}.js' for name in error.args[1])}") from None


def scoped(name: str, code: str, *, whole: bool) -> str:
    """A module as a function that gives what it exports; the `whole` that imports the others stays as it is."""
    taken = "".join(f"const {found['names']} = {found['file']}_js;\n" for found in imports(code))
    plain = taken + EXPORT.sub("", INDENT.sub("", COMMENT.sub("", code[imports_end(code) :])))
    return plain if whole else f"const {name}_js = (() => {{\n{plain}\nreturn {{ {', '.join(exports(code))} }};\n}})();"


def blank(found: re.Match[str]) -> str:
    """As many blank characters in as many lines, so that what comes behind keeps its place."""
    return re.sub(r"[^\n]", " ", found[0])
