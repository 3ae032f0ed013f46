"""The page's ES modules -> one script, as a browser loads no module from `file://`.

They are joined by form, not by grammar: `import { a, b } from "./file.js";` (or `"../folder/file.js"`) before all else,
and `export` at the beginning of a line, before a function, class or constant. Whatever else a module can say of others
or to them is refused here, as it would be a dead page in the reader's browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

COMMENT = re.compile(r"^ */\*\*[^*]*(?:\*(?!/)[^*]*)*\*/\n", re.MULTILINE)
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
NOT_A_BREAK = re.compile(r"[^\n]")
JS_NAME = re.compile(r"[\w$]+")
MODULE_WORD = re.compile(r"\b(?:import|export)\b")
STATEMENT = re.compile(r"^[^\s)}\]].*?(?=^[^\s)}\]]|\Z)", re.MULTILINE | re.DOTALL)
"""What begins at the beginning of a line, and ends where the next does."""

AWAIT = re.compile(r"(?P<inside>\basync\b)|\bawait\b")


@dataclass(frozen=True, slots=True)
class Module:
    """A module as written and with blanks in place of comments, the imports with which it begins, and its exports."""

    name: str
    code: str
    plain: str
    imports: tuple[re.Match[str], ...]
    exports: tuple[str, ...]

    @property
    def begin(self) -> int:
        """Where its imports end."""
        return self.imports[-1].end() if self.imports else 0


def join_modules(main: Path) -> str:
    """One module from `main` and all that it imports, each after what it needs, in its own scope.

    It is without comments and without what lines begin with.

    Raises ValueError, which names file and line, where a module imports or exports in a form that is not understood.
    """
    modules = read_modules(main)
    for module in modules.values():
        check_forms(module)
        check_waiting(module, whole=module.name == main.stem)
        check_texts(module)
    for module in modules.values():
        check_names(module, modules)
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
        if not path.is_file():
            raise ValueError(f"{path.name} is imported and is not there")
        modules[path.stem] = read_module(path.stem, path.read_text(encoding="utf-8"))
        waiting += [(path.parent / found["path"]).resolve() for found in modules[path.stem].imports]
    return modules


def read_module(name: str, code: str) -> Module:
    """A module with what is found in it."""
    plain = COMMENT.sub(blank, code)
    exports = [found["function"] or found["class"] or found["const"] for found in EXPORT.finditer(code)]
    return Module(name, code, plain, tuple(imports(plain)), tuple(exports))


def imports(plain: str) -> Iterator[re.Match[str]]:
    """The imports with which a module without comments begins."""
    at = 0
    while found := IMPORT.match(plain, at):
        yield found
        at = found.end()


def check_forms(module: Module) -> None:
    """Refuse what imports or exports otherwise: even in a text, as what is a text is not told apart."""
    rest = EXPORT.sub(blank, module.plain[module.begin :])
    if found := MODULE_WORD.search(rest):
        refuse(module, module.begin + found.start(), "is an import or export in a form that is not joined")


def check_names(module: Module, modules: dict[str, Module]) -> None:
    """Refuse an import of a name that the other module does not export."""
    for found in module.imports:
        for missing in set(JS_NAME.findall(found["names"])).difference(modules[found["file"]].exports):
            refuse(module, found.end() - 1, f"imports {missing}, which {found['file']}.js does not export")


def check_waiting(module: Module, *, whole: bool) -> None:
    """Refuse an `await` outside an async function, except in the main module."""
    for statement in [] if whole or "await" not in module.plain else STATEMENT.finditer(module.plain):
        found = AWAIT.search(statement[0])
        if found and not found["inside"]:
            refuse(module, statement.start() + found.start(), "awaits outside an async function")


def check_texts(module: Module) -> None:
    """Refuse a text between backticks that goes over several lines."""
    at = 0
    for line in STRING.sub(blank, module.plain).split("\n"):
        if line.count("`") % 2:
            refuse(module, at, "has a text that goes over several lines")
        at += len(line) + 1


def refuse(module: Module, at: int, why: str) -> None:
    """Raise ValueError for what stands at a place of a module."""
    line = module.code.count("\n", 0, at)
    raise ValueError(f"{module.name}.js:{line + 1}: {module.code.splitlines()[line].strip()!r} {why}")


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
    plain = taken + EXPORT.sub("", INDENT.sub("", COMMENT.sub("", module.code[module.begin :])))
    names = ", ".join(module.exports)
    return plain if whole else f"const {module.name}_js = (() => {{\n{plain}\nreturn {{ {names} }};\n}})();"


def blank(found: re.Match[str]) -> str:
    """As many blank characters in as many lines, so that what comes behind keeps its place."""
    return NOT_A_BREAK.sub(" ", found[0])
