"""Runs the tests of the page's own modules, which are written in JavaScript."""

import subprocess
from pathlib import Path

TESTS = sorted((Path(__file__).parent / "web").glob("*.test.js"))


def test_the_modules_of_the_page(node: Path) -> None:
    done = subprocess.run([node, "--no-warnings", "--test", *TESTS], capture_output=True, text=True, check=False)  # noqa: S603 (our own Node)
    assert done.returncode == 0, done.stdout


def test_there_are_modules_to_test() -> None:
    assert TESTS
