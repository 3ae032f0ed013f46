"""The pages that lead through the command, run from top to bottom as a new user would.

    ./run python -m tests.test_tutorials

writes the outputs of its commands anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import pytest
import yaml

from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.reading import read

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "five-minutes.md"
EXAMPLES = {"worked-example": ("data", date(2026, 1, 1)), "worked-example-lysis": ("samples/lysis", date(2011, 8, 2))}
TUTORIALS = (PAGE, *(ROOT / "docs" / f"{name}.md" for name in EXAMPLES))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```\n", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"`([^`\s]+\.\w+)`[^`]*:\n\n\Z")


def rendered(page: str, folder: Path) -> str:
    """The page with its files written to a folder and its commands run there, each followed by its real output."""
    shell = Shell(folder)
    parts, position = [], 0
    for block in BLOCK.finditer(page):
        language, body = block.groups()
        parts.append(page[position : block.start()])
        position = block.end()
        if language == "console":
            body = "".join(
                f"$ {command}\n{shell.run(command)}" for command in re.findall(r"^\$ (.+)$", body, re.MULTILINE)
            )
        else:
            write(folder / FILE.findall(page[: block.start()])[-1], body)
        parts.append(f"```{language}\n{body}```\n")
    return "".join([*parts, page[position:]])


def write(path: Path, text: str) -> None:
    """Write a file, in folders that may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Shell:
    """Runs commands in a folder, with the exit code of the last one at hand as in a terminal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.code = 0

    def run(self, command: str) -> str:
        """What a command writes, to stdout or stderr."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(  # noqa: S603 - our own page
            [shutil.which("bash") or "sh", "-c", f"(exit {self.code}); {command}"],
            cwd=self.folder,
            env={**os.environ, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.code = done.returncode
        return done.stdout


def files(page: str) -> dict[str, str]:
    """The files of the page by name; of one that is written twice the last."""
    found = ((FILE.findall(page[: block.start()]), block[2]) for block in BLOCK.finditer(page) if block[1] != "console")
    return {names[-1]: body for names, body in found}


@pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.stem)
def test_every_output_is_real(path: Path, tmp_path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert rendered(page, tmp_path) == page


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_worked_example_speaks_of_every_rule_that_finds_something(name: str) -> None:
    folder, day = EXAMPLES[name]
    evidence = read(ROOT / folder / "references.bib", ROOT / folder / "claims.csv")
    codes = {each.code for each in audit(evidence, given=Given(as_of=day)).findings}
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert codes == set(re.findall(r"\*\*([A-Z]{3}\d{3})", page))


def test_it_ends_in_a_clean_audit() -> None:
    assert re.search(r": 0 errors, 0 warnings, 0 info.*\n\$ echo \$\?\n0\n", PAGE.read_text(encoding="utf-8"))


def test_the_workflow_uses_inputs_of_the_action() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    workflow = yaml.safe_load(files(PAGE.read_text(encoding="utf-8"))[".github/workflows/evidence.yml"])
    (step,) = (step for step in workflow["jobs"]["audit"]["steps"] if "evidence-graph" in step["uses"])
    assert step["with"].keys() <= action["inputs"].keys()


def test_the_hook_is_one_that_there_is() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    settings = yaml.safe_load(files(PAGE.read_text(encoding="utf-8"))[".pre-commit-config.yaml"])
    assert [hook["id"] for hook in settings["repos"][0]["hooks"]] == [hook["id"] for hook in hooks]


if __name__ == "__main__":
    for each in TUTORIALS:
        with tempfile.TemporaryDirectory() as temporary:
            each.write_text(rendered(each.read_text(encoding="utf-8"), Path(temporary)), encoding="utf-8")
