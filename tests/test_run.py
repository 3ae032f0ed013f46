"""`run.py` sets up what is not there, and only that."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def runner(tmp_path: Path) -> ModuleType:
    """The program, in a folder where an environment is there already, as Python's own programs."""
    for name in ("run.py", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    spec = importlib.util.spec_from_file_location("runner", tmp_path / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.VENV.mkdir()
    (module.VENV / module.PROGRAMS).symlink_to(Path(sys.executable).parent)
    (module.VENV / "stamp").write_text(module.stamp(), encoding="utf-8")
    return module


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command by the program."""
    command = [sys.executable, str(folder / "run.py"), *arguments]
    return subprocess.run(command, cwd=os.sep, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own code


@pytest.mark.usefixtures("runner")
def test_a_command_is_run_with_its_exit_code_and_output(tmp_path: Path) -> None:
    done = run(tmp_path, "python", "-c", "print('here'); raise SystemExit(3)")
    assert (done.returncode, done.stdout, done.stderr) == (3, "here\n", "")


@pytest.mark.usefixtures("runner")
def test_the_environment_comes_first_on_the_path(tmp_path: Path) -> None:
    done = run(tmp_path, "python", "-c", "import os; print(os.environ['PATH'].split(os.pathsep)[0])")
    assert Path(done.stdout.strip()).parent == tmp_path / ".venv.py"


@pytest.mark.usefixtures("runner")
def test_a_command_that_there_is_not_is_one_line(tmp_path: Path) -> None:
    done = run(tmp_path, "nonsense")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("run.py: nonsense: no such command in ")


def test_without_a_command_it_says_how_it_is_used() -> None:
    done = run(ROOT, *())
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "usage: python run.py COMMAND [ARGUMENT...]")


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_an_environment_of_other_contents_is_made_again(name: str, runner: ModuleType, tmp_path: Path) -> None:
    assert runner.is_made()
    (tmp_path / name).write_text("", encoding="utf-8")
    assert not runner.is_made()


def test_an_environment_that_was_interrupted_is_made_again(runner: ModuleType) -> None:
    (runner.VENV / "stamp").unlink()
    assert not runner.is_made()


def test_what_fails_in_the_set_up_ends_it(runner: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"^run\.py: .*python.* failed; its error stands above$"):
        runner.do(sys.executable, "-c", "raise SystemExit(1)")
