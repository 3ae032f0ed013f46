"""Files as they were at a revision."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from graph.model import UnusableError
from graph.reading.revisions import revision_checked_out


def git(*arguments: str) -> None:
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], check=True, capture_output=True)  # noqa: S603, S607 - our own words


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose file was "old" at the tag v1 and is "new", with a link beside it."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    Path("sub").mkdir()
    Path("sub/a.csv").write_text("old", encoding="utf-8")
    Path("sub/link.csv").symlink_to("/etc/passwd")
    git("add", ".")
    git("commit", "-qm", "one")
    git("tag", "v1")
    Path("sub/a.csv").write_text("new", encoding="utf-8")
    return tmp_path


def all_of(_path: PurePosixPath) -> bool:
    return True


def test_files_are_as_they_were(repository: Path) -> None:
    with revision_checked_out("v1", all_of):
        assert Path("sub/a.csv").read_text(encoding="utf-8") == "old"
        assert not Path.cwd().is_relative_to(repository)
    assert Path.cwd() == repository
    assert Path("sub/a.csv").read_text(encoding="utf-8") == "new"


def test_paths_lead_on_from_the_folder_that_one_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("sub")
    with revision_checked_out("HEAD", lambda path: str(path) == "a.csv"):
        assert Path("a.csv").read_text(encoding="utf-8") == "old"


def test_only_what_is_wanted_is_there() -> None:
    with revision_checked_out("v1", lambda path: path.name != "a.csv"):
        assert not Path("sub").exists()


def test_a_link_is_no_file() -> None:
    with revision_checked_out("v1", all_of):
        assert os.listdir("sub") == ["a.csv"]  # noqa: PTH208 - only names


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with revision_checked_out("v1", all_of):
        copy = Path.cwd()
    assert not copy.exists()
    assert sorted(each.name for each in tmp_path.iterdir()) == [".git", "sub"]


def test_no_filter_of_the_repository_runs(tmp_path: Path) -> None:
    Path(".gitattributes").write_text("*.csv filter=evil diff=evil\n", encoding="utf-8")
    for key in ("filter.evil.smudge", "diff.evil.textconv"):
        git("config", key, f"touch {tmp_path}/ran")
    git("add", ".gitattributes")
    git("commit", "-qm", "two")
    with revision_checked_out("HEAD", all_of):
        assert Path("sub/a.csv").read_text(encoding="utf-8") == "old"
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "name",
    ["v2", "", "-h", "--upload-pack=touch ran", "--output=ran", "HEAD:sub", "HEAD~7", "v1 v1", "v1\nv1", "v1;ls"],
)
def test_what_is_no_revision_is_one_line(name: str) -> None:
    with (
        pytest.raises(UnusableError, match="no such file or folder, and no revision"),
        revision_checked_out(name, all_of),
    ):
        pass
    assert not Path("ran").exists()


def test_outside_of_a_repository_that_is_said(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("bare"))
    with (
        pytest.raises(UnusableError, match="can be read here: not a git repository"),
        revision_checked_out("v1", all_of),
    ):
        pass


def test_without_git_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnusableError, match="git is not installed"), revision_checked_out("v1", all_of):
        pass
