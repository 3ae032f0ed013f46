"""What a module of the page may say of others and to them; whatever else would be a dead page in a reader's browser."""

from __future__ import annotations

import re
from pathlib import Path

from graph.page.modules import COMMENT, EXPORT, Module, imports, read_modules

STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
NOT_A_BREAK = re.compile(r"[^\n]")
JS_NAME = re.compile(r"[\w$]+")
MODULE_WORD = re.compile(r"\b(?:import|export)\b")
STATEMENT = re.compile(r"^[^\s)}\]].*?(?=^[^\s)}\]]|\Z)", re.MULTILINE | re.DOTALL)
"""What begins at the beginning of a line, and ends where the next does."""

AWAIT = re.compile(r"(?P<inside>\basync\b)|\bawait\b")


def check_modules(main: Path) -> None:
    """Raise ValueError, which names file and line, where a module says what `join_modules` does not understand."""
    modules = read_modules(main)
    plain_codes = {name: COMMENT.sub(blank, module.code) for name, module in modules.items()}
    for name, module in modules.items():
        check_forms(module, plain_codes[name])
    for name, module in modules.items():
        plain = plain_codes[name]
        check_names(module, plain, modules)
        check_waiting(module, plain, whole=name == main.stem)
        check_texts(module, plain)


def check_forms(module: Module, plain: str) -> None:
    """Refuse what imports or exports otherwise: even in a text, as what is a text is not told apart."""
    begin = max((found.end() for found in imports(plain)), default=0)
    if found := MODULE_WORD.search(EXPORT.sub(blank, plain[begin:])):
        refuse(module, begin + found.start(), "is an import or export in a form that is not joined")


def check_names(module: Module, plain: str, modules: dict[str, Module]) -> None:
    """Refuse an import of a name that the other module does not export."""
    for found in imports(plain):
        for missing in set(JS_NAME.findall(found["names"])).difference(modules[found["file"]].exports):
            refuse(module, found.end() - 1, f"imports {missing}, which {found['file']}.js does not export")


def check_waiting(module: Module, plain: str, *, whole: bool) -> None:
    """Refuse an `await` outside an async function, except in the main module."""
    for statement in [] if whole else STATEMENT.finditer(plain):
        found = AWAIT.search(statement[0])
        if found and not found["inside"]:
            refuse(module, statement.start() + found.start(), "awaits outside an async function")


def check_texts(module: Module, plain: str) -> None:
    """Refuse a text between backticks that goes over several lines."""
    at = 0
    for line in STRING.sub(blank, plain).split("\n"):
        if line.count("`") % 2:
            refuse(module, at, "has a text that goes over several lines")
        at += len(line) + 1


def refuse(module: Module, at: int, why: str) -> None:
    """Raise ValueError for what stands at a place of a module."""
    line = module.code.count("\n", 0, at)
    raise ValueError(f"{module.name}.js:{line + 1}: {module.code.splitlines()[line].strip()!r} {why}")


def blank(found: re.Match[str]) -> str:
    """As many blank characters in as many lines, so that what comes behind keeps its place."""
    return NOT_A_BREAK.sub(" ", found[0])
