"""The wheel has all that an installation needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from graph.reading.samples import SAMPLES, sample_files, sample_folder

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own code
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command in a folder; the checkout is not looked at."""
    command = [sys.executable, "-P", "-m", "graph", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


def test_the_web_files_and_the_samples_are_in_it(installed: Path) -> None:
    web = {path.name for path in (ROOT / "graph" / "page" / "web").iterdir()}
    assert {path.name for path in (installed / "graph" / "page" / "web").iterdir()} == web
    assert {path.name for path in (installed / "graph" / "samples").iterdir()} == SAMPLES.keys()
    for name in SAMPLES:
        folder = sample_folder(name)
        for file in sample_files(name):
            assert (installed / "graph" / "samples" / name / file).read_bytes() == (folder / file).read_bytes()


def test_an_empty_folder_is_offered_the_sample(installed: Path, tmp_path: Path) -> None:
    result = run(installed, tmp_path, "build")
    assert (result.returncode, result.stdout) == (2, "")
    assert "evidence-graph init" in result.stderr


def test_the_sample_is_built(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "init").returncode == 0
    assert run(installed, tmp_path, "build").returncode == 0
    assert "Pregnancy" in (tmp_path / "evidence.html").read_text(encoding="utf-8")


def test_the_other_sample_is_built(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "init", "--sample", "lysis").returncode == 0
    assert run(installed, tmp_path, "build").returncode == 0
    assert "Energy poison KCN" in (tmp_path / "evidence.html").read_text(encoding="utf-8")


def test_a_sample_is_at_hand_in_python(installed: Path, tmp_path: Path) -> None:
    code = "import graph; print(graph.__file__, graph.sample(), graph.sample('lysis')._repr_html_())"
    command = [sys.executable, "-P", "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    assert result.stdout.startswith(f"{installed}")
    assert "106 claims" in result.stdout
    assert "200 claims" in result.stdout
