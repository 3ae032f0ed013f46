"""What TypeScript notices of the page's modules."""

from pathlib import Path

import pytest

from tests.browser import ROOT
from tests.javascript import type_errors


@pytest.mark.parametrize(("name", "errors"), [("text", 0), ("txt", 1)])
def test_a_name_that_python_does_not_give_is_noticed(npm: Path, tmp_path: Path, name: str, errors: int) -> None:
    data = (ROOT / "graph" / "page" / "web" / "data.d.ts").as_posix()
    script = (
        f'/** @type {{(claim: import("{data}").ClaimData) => string}} */\nexport const a = (claim) => claim.{name};\n'
    )
    found = errors_of(script, npm, tmp_path)
    assert len([line for line in found if f"'{name}' does not exist" in line]) == errors


def test_what_says_no_type_is_noticed(npm: Path, tmp_path: Path) -> None:
    found = errors_of("export const a = (claim) => claim;\n", npm, tmp_path)
    assert [line for line in found if "implicitly has an 'any' type" in line]


def errors_of(script: str, npm: Path, folder: Path) -> list[str]:
    """What TypeScript says of a module with this script, as the page's are checked."""
    assert npm.is_dir()
    (folder / "tsconfig.json").write_text(f'{{"extends": "{ROOT}/tsconfig.json", "include": ["*.js"]}}')
    (folder / "a.js").write_text(script)
    return type_errors(folder)
