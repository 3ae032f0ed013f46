"""Which changes of the rules no test notices: `python benchmarks/mutations.py [NUMBER [MODULE ...]] [--seed SEED]`.

A mutation changes one place of a module of `graph/rules/`: a comparison, a condition, `and` for `or`, a number. So many
of them, drawn the same way for the same seed, are made in a copy of the project, one at a time, and the tests of the
rules are run, those of the module first; what all of them let pass is printed with its place.

The tests run in forks of a process that has what they need from others, so this wants Linux or macOS.
"""

from __future__ import annotations

import ast
import os
import shutil
import signal
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import playwright.sync_api  # noqa: F401 - half a second that no fork then needs
import pytest

ROOT = Path(__file__).parent.parent
NUMBER = 100
EXAMPLES = [f"tests/rules/test_{name}.py" for name in ("rules", "near_misses", "messages")]
TESTS = ("tests/rules", "tests/references")
LONGEST = 600
"""How many seconds tests may take: a mutation may make a loop that does not end."""
COPIED = ("graph", "tests", "data", "samples", "docs", "pyproject.toml", "README.md")
OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def changed(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What a node may be changed to, and in which way."""
    new = deepcopy(node)
    match new:
        case ast.Compare(ops=[op]):
            new.ops = [OPPOSITE[type(op)]()]
            yield f"{type(op).__name__} is {type(new.ops[0]).__name__}", new
        case ast.BoolOp(op=op):
            new.op = ast.And() if isinstance(op, ast.Or) else ast.Or()
            yield f"{type(op).__name__} is {type(new.op).__name__}", new
            for position in range(len(new.values)):
                fewer = deepcopy(node)
                del fewer.values[position]  # type: ignore[attr-defined] - it is the same kind of node
                yield f"part {position + 1} is dropped", fewer if len(new.values) > 2 else fewer.values[0]  # type: ignore[attr-defined]  # noqa: PLR2004
        case ast.UnaryOp(op=ast.Not()):
            yield "not is dropped", new.operand
        case ast.Constant(value=bool()):
            yield "the opposite", ast.Constant(not new.value)
        case ast.Constant(value=int()):
            yield "one more", ast.Constant(new.value + 1)
        case ast.IfExp():
            yield "always", new.body
            yield "never", new.orelse


class Mutation(ast.NodeTransformer):
    """Changes the node at one position of a walk, in one of the ways that it can be changed."""

    def __init__(self, position: int, way: int) -> None:
        self.position, self.way, self.seen, self.said = position, way, -1, ""

    def visit(self, node: ast.AST) -> ast.AST:
        """The node, or what it is changed to."""
        self.seen += 1
        if self.seen == self.position:
            self.said, new = list(changed(node))[self.way]
            self.said = f"{getattr(node, 'lineno', 0)}: {self.said} in {ast.unparse(node)}"
            return new
        return self.generic_visit(node)


def mutations(path: Path) -> list[tuple[Path, int, int]]:
    """Every mutation of a module: where in the walk, and in which way."""
    found: list[tuple[Path, int, int]] = []
    counter = -1

    def walk(node: ast.AST) -> None:
        nonlocal counter
        counter += 1
        found.extend((path, counter, way) for way, _ in enumerate(changed(node)))
        for child in ast.iter_child_nodes(node):
            walk(child)

    walk(ast.parse(path.read_text(encoding="utf-8")))
    return found


def survives(path: Path, position: int, way: int, copy: Path) -> str:
    """What is changed where no test notices; an empty string where one does."""
    target = copy / path.relative_to(ROOT)
    source = target.read_text(encoding="utf-8")
    mutation = Mutation(position, way)
    tree = ast.fix_missing_locations(mutation.visit(ast.parse(source)))
    target.write_text(ast.unparse(tree), encoding="utf-8")
    first = [each for each in (f"tests/rules/test_{path.stem}.py", *EXAMPLES) if (copy / each).exists()]
    rest = (*TESTS, *(f"--ignore={each}" for each in first))
    alive = all(passes(copy, each) for each in first) and passes(copy, *rest)
    target.write_text(source, encoding="utf-8")
    return f"{path.relative_to(ROOT)}:{mutation.said}" if alive else ""


def passes(copy: Path, *tests: str) -> bool:
    """Whether these tests of a copy of the project pass."""
    child = os.fork()
    if not child:
        try:
            signal.alarm(LONGEST)
            os.chdir(copy)
            sys.path[:0] = [str(copy)]
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os._exit(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests]))
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def copy_project(folder: Path) -> None:
    """Copy the project, and see that its tests pass; what they leave compiled is used, but nothing mutated is."""
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    if not passes(folder, *TESTS):
        sys.exit("the tests fail as it is; mend that first")
    sys.dont_write_bytecode = True  # two mutations within a second would be taken for one


def main() -> None:
    """Print the mutations that no test notices, and how many that are of how many."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("number", type=int, nargs="?", default=NUMBER)
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    paths = sorted((ROOT / "graph" / "rules").glob("*.py"))
    every = [each for path in paths if not given.modules or path.stem in given.modules for each in mutations(path)]
    drawn = Random(given.seed).sample(every, min(given.number, len(every)))  # noqa: S311 - nothing secret
    alive = 0
    with TemporaryDirectory() as folder:
        copy_project(Path(folder))
        for path, position, way in drawn:
            if said := survives(path, position, way, Path(folder)):
                alive += 1
                print(said, flush=True)
    print(f"{alive} of {len(drawn)} mutations, drawn from {len(every):,}, are noticed by no test")


if __name__ == "__main__":
    main()
