"""What the disk lists below a root."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.archive.auditing import audit_archive
from graph.archive.walking import walked
from graph.auditing.settings import Settings
from tests.archive.archives import asked, write_files

FILES = ("a.md", "drafts/a.md", "drafts/b.md", "x/drafts/c.md", "x/[1].md", "x/Drafts.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path / "root", dict.fromkeys(FILES, "It is."))


def listed(root: Path, *exclude: str) -> list[str]:
    """The paths of all files below a root but for what is excluded."""
    return [folder.join(name) for folder in walked(str(root), exclude).folders for name in folder.files]


@pytest.mark.parametrize(
    ("pattern", "left_out"),
    [
        ("drafts", {"drafts/a.md", "drafts/b.md", "x/drafts/c.md"}),
        ("drafts/", {"drafts/a.md", "drafts/b.md", "x/drafts/c.md"}),
        ("/drafts", {"drafts/a.md", "drafts/b.md"}),
        ("x/drafts", {"x/drafts/c.md"}),
        ("./drafts/*.md", {"drafts/a.md", "drafts/b.md"}),
        ("a.md", {"a.md", "drafts/a.md"}),
        ("*/a.md", {"drafts/a.md"}),
        ("[[]1].md", {"x/[1].md"}),
        ("", set()),
        ("/", set()),
    ],
)
def test_what_is_excluded_is_not_listed(pattern: str, left_out: set[str], root: Path) -> None:
    assert {*FILES} - {*listed(root, pattern)} == left_out


def test_several_patterns_exclude_what_any_of_them_does(root: Path) -> None:
    assert listed(root, "drafts", "x") == ["a.md"]


def test_an_article_that_is_excluded_later_is_forgotten(root: Path, tmp_path: Path) -> None:
    audit_archive(root, tmp_path / "out")
    audited = audit_archive(root, tmp_path / "out", Settings(exclude=("drafts", "x")))
    assert (audited.unchanged, audited.gone) == (1, 5)
    assert asked(tmp_path / "out", "SELECT name FROM articles") == ["a.md"]
