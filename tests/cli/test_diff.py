"""The command `diff`: what it compares, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from graph.cli import main
from graph.cli.diff import Where, is_needed
from graph.reading.limits import USUAL_LIMITS
from tests.examples import CLAIMS, REFERENCES
from tests.reading.test_revisions import git

PAPER = """\
---
bibliography: ../refs.bib
---

# Coffee

It shortens sleep a lot [@drake2013].
"""


@pytest.fixture(autouse=True)
def repository(data: Path) -> None:
    """A repository with evidence and an article, whose first version is the tag v1; c2 has lost its source since."""
    assert data.is_dir()
    write({"refs.bib": REFERENCES, "paper/text.md": PAPER})
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    git("tag", "v1")
    write({"data/claims.csv": CLAIMS.replace("roth2011,,cited", ",,cited")})


def write(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def compared(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The last sentence of what the command says of these arguments."""
    assert main(["diff", *arguments, "--format", "json"]) == 0
    return str(json.loads(capsys.readouterr().out)["summary"]["text"])


def test_a_revision_is_compared_with_the_files_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert compared(capsys, "v1").startswith("support: 1 lost; claims: 1 changed;")


def test_two_revisions_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    git("commit", "-qam", "two")
    assert compared(capsys, "HEAD", "v1").startswith("support: 1 gained;")


@pytest.mark.parametrize("new", ["data", "data/claims.csv"])
def test_a_revision_has_the_path_that_the_other_side_names(new: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert compared(capsys, "v1", new).startswith("support: 1 lost;")


def test_a_bibliography_is_compared_alone(capsys: pytest.CaptureFixture[str]) -> None:
    write({"refs.bib": REFERENCES.replace("2011}", "2012}")})
    assert compared(capsys, "v1", "refs.bib") == "references: 1 changed"
    assert compared(capsys, "refs.bib", "refs.bib") == "nothing has changed"


@pytest.mark.parametrize("arguments", [("v1", "paper/text.md"), ("v1", "paper"), ("v1", "--claims", "paper/text.md")])
def test_an_article_brings_its_bibliography_from_the_revision(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    write({"refs.bib": REFERENCES.replace("drake2013", "drake2031")})
    assert compared(capsys, *arguments).startswith("support: 1 lost;")


def test_a_revision_has_the_settings_of_projects() -> None:
    where = Where("data", [], ["docs/a.md"], "", USUAL_LIMITS)
    needed = [name for name in ("docs/conf.py", "docs/setup.py") if is_needed(PurePosixPath(name), where)]
    assert needed == ["docs/conf.py"]


def test_paths_may_lead_up_and_be_absolute(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir("paper")
    for data in ("../data", str(folder / "data")):
        assert compared(capsys, "v1", "--data", data).startswith("support: 1 lost;")


def test_the_files_may_stand_in_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    write({"evidence-graph.toml": '[files]\nclaims = "paper/text.md"\nonly = "cited"\n'})
    write({"paper/text.md": PAPER + "\nThis one does not cite.\n"})
    assert compared(capsys, "v1") == "nothing has changed; 1 claim, 1 sourced"


def test_two_tables_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    write({"other.csv": CLAIMS})
    assert compared(capsys, "data/claims.csv", "other.csv", "--references", "refs.bib").startswith("support: 1 gained;")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["v1"], 0), (["v1", "--exit-code"], 1), (["data", "v1", "--exit-code"], 0), (["v1", "v1", "--exit-code"], 0)],
)
def test_the_exit_code_tells_what_is_worse_where_asked(arguments: list[str], code: int) -> None:
    assert main(["diff", *arguments]) == code


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["v2"], "v2: no such file or folder, and no revision of this repository"),
        (["--", "--upload-pack=x"], "--upload-pack=x: no such file or folder, and no revision is called so"),
        (["v1", "--claims", "new.csv"], "v1: new.csv: no such file"),
        (["v1", "new.bib"], "v1: new.bib: no such file"),
        (["v1", "--claims", "refs.bib"], "v1: refs.bib: no claim was read: it is a bibliography"),
    ],
)
def test_what_cannot_be_compared_is_one_line(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write({"new.csv": CLAIMS, "new.bib": REFERENCES})
    assert main(["diff", *arguments]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith(f"evidence-graph: error: {line}")
