"""Runs the tests of the page's own modules, which are written in JavaScript."""

import subprocess
from pathlib import Path

from graph.page import WEB

TESTS = sorted((Path(__file__).parent / "web").glob("*.test.js"))


def test_the_modules_of_the_page(node: Path) -> None:
    done = subprocess.run([node, "--no-warnings", "--test", *TESTS], capture_output=True, text=True, check=False)  # noqa: S603 (our own Node)
    assert done.returncode == 0, done.stdout


def test_there_are_modules_to_test() -> None:
    assert TESTS


def test_no_text_of_a_module_goes_over_lines_which_lose_their_indentation() -> None:
    lines = [line for path in WEB.glob("*.js") for line in path.read_text(encoding="utf-8").splitlines()]
    code = [line.replace('"`"', "") for line in lines if not line.lstrip().startswith(("*", "/*"))]
    assert [line for line in code if line.count("`") % 2] == []
