"""What of TypeScript's complaints is excused."""

from pathlib import Path

import pytest

from tests.browser import ROOT
from tests.javascript import LOOSE, type_errors, unexcused

NEEDED = [f"graph/page/web/{name}.js(1,1): error TS7006: Parameter 'x' implicitly has an 'any' type." for name in LOOSE]


def test_what_loose_modules_leave_open_is_excused() -> None:
    assert unexcused(NEEDED) == []


@pytest.mark.parametrize(
    "error",
    [
        "graph/page/web/list.js(1,1): error TS7006: Parameter 'x' implicitly has an 'any' type.",
        "graph/page/web/panel.js(1,1): error TS2339: Property 'x' does not exist on type 'Claim'.",
        "error TS18003: No inputs were found in config file.",
    ],
)
def test_nothing_else_is_excused(error: str) -> None:
    assert unexcused([*NEEDED, "  Further words.", error, "  Its own."]) == [error, "  Its own."]


def test_a_module_that_needs_no_excuse_is_named() -> None:
    assert unexcused(NEEDED[1:]) == [f"{next(iter(LOOSE))}.js says all its types: take it out of LOOSE"]


@pytest.mark.parametrize(("name", "errors"), [("text", 0), ("txt", 1)])
def test_a_name_that_python_does_not_give_is_noticed(npm: Path, tmp_path: Path, name: str, errors: int) -> None:
    assert npm.is_dir()
    data = (ROOT / "graph" / "page" / "web" / "data.d.ts").as_posix()
    (tmp_path / "tsconfig.json").write_text(f'{{"extends": "{ROOT}/tsconfig.json", "include": ["*.js"]}}')
    (tmp_path / "a.js").write_text(
        f'/** @type {{(claim: import("{data}").ClaimData) => string}} */\nexport const a = (claim) => claim.{name};\n'
    )
    assert len([line for line in type_errors(tmp_path) if f"'{name}' does not exist" in line]) == errors
