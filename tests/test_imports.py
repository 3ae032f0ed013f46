"""No import of the package's own modules runs in a circle, not even one that the order of imports would hide."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "graph"


def modules(package: Path) -> dict[str, ast.Module]:
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imported(module: ast.Module) -> Iterator[str]:
    """What is imported when the module is: not inside its functions, nor for type checkers only."""
    for node in module.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
            yield f"{node.module}"


def ancestors(name: str) -> set[str]:
    parts = name.split(".")
    return {".".join(parts[:end]) for end in range(1, len(parts))}


def needs(name: str, module: ast.Module, known: dict[str, ast.Module]) -> set[str]:
    """The modules that must be whole before this one; importing one runs the packages around it, too."""
    direct = {each for each in imported(module) if each in known}
    around = {each for one in direct for each in ancestors(one)}
    return (direct | around) - ancestors(name) - {name}


def circle(package: Path) -> list[str]:
    known = modules(package)
    try:
        TopologicalSorter({name: needs(name, module, known) for name, module in known.items()}).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_import_runs_in_a_circle() -> None:
    assert circle(PACKAGE) == []


@pytest.mark.parametrize(
    ("files", "is_circle"),
    [
        ({"a.py": "from toy import b", "b.py": "from toy.a import name"}, True),
        ({"a.py": "import toy.b", "b.py": "def later():\n    import toy.a"}, False),
        ({"a.py": "from toy.room.b import name", "room/b.py": "", "room/__init__.py": "import toy.a"}, True),
        ({"room/__init__.py": "from toy.room import b", "room/b.py": "import toy.room.c", "room/c.py": ""}, False),
    ],
    ids=["two modules", "inside a function", "through a package", "a package and its own modules"],
)
def test_a_circle_is_found(tmp_path: Path, files: dict[str, str], *, is_circle: bool) -> None:
    for name, text in ({"__init__.py": "import toy.a"} | files).items():
        path = tmp_path / "toy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert bool(circle(tmp_path / "toy")) == is_circle
