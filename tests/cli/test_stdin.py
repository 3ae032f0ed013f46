"""Standard input in the place of a file, and a folder in the place of --data."""

from __future__ import annotations

import io
import json
import shlex
import sys
from pathlib import Path

import pytest

from graph.cli import main
from tests.cli.commands import complaint
from tests.examples import CLAIMS, REFERENCES

pytestmark = pytest.mark.usefixtures("data")

ARTICLE = "# Sleep\n\nCoffee keeps people awake [@kaza2018].\n"


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Something to pipe texts into commands with."""
    return monkeypatch


def pipe(piped: pytest.MonkeyPatch, text: str) -> None:
    """Have the next command read a text from standard input."""
    piped.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def found(capsys: pytest.CaptureFixture[str], arguments: str) -> list[tuple[str, str, str]]:
    """The files, codes and subjects of what an audit finds."""
    assert main(["audit", *shlex.split(arguments), "--format", "json", "--fail-on", "never"]) == 0
    return [(each["file"], each["code"], each["subject"]) for each in json.loads(capsys.readouterr().out)["findings"]]


@pytest.mark.parametrize(
    ("option", "name", "text"), [("claims", "claims.csv", CLAIMS), ("references", "references.bib", REFERENCES)]
)
def test_a_hyphen_is_standard_input_which_has_a_name_in_places(
    option: str, name: str, text: str, piped: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = sorted((file.replace(f"data/{name}", "<stdin>"), code, of) for file, code, of in found(capsys, ""))
    pipe(piped, text)
    assert sorted(found(capsys, f"--{option} -")) == expected
    assert any(file == "<stdin>" for file, _, _ in expected)


def test_what_standard_input_is_its_content_says(piped: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pipe(piped, ARTICLE)
    assert ("<stdin>", "CLM002") in [(file, code) for file, code, _ in found(capsys, "--claims -")]


def test_a_page_hands_back_what_standard_input_gave_under_a_name_for_a_file(
    folder: Path, piped: pytest.MonkeyPatch
) -> None:
    pipe(piped, CLAIMS)
    assert main(["build", "--claims", "-"]) == 0
    assert ">stdin</button>" in (folder / "evidence.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("audit --claims - --references -", "standard input can be read only once; name a file in the place of "),
        ("audit --claims - --claims -", "standard input can be read only once; "),
        ("audit --claims - --fix", "<stdin>: is no file, so nothing can be mended in it; name a file, or look "),
        ("review c1 --by Eva --claims -", "<stdin>: is no file, so nothing can be noted in it; name the claims "),
        ("build nowhere", "nowhere: no such folder or file; name it with "),
        ("build data/references.bib", "data/references.bib: no claim was read: it is a bibliography "),
        ("build other.bib", "other.bib: no claim was read: it is a bibliography "),
        ("audit data --data data", "a folder or file and --data say the same; leave one of them out; see "),
    ],
)
def test_what_cannot_be_read_or_written_is_said_in_one_line(
    arguments: str, message: str, piped: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe(piped, CLAIMS)
    Path("other.bib").write_text(Path("data", "references.bib").read_text(encoding="utf-8"), encoding="utf-8")
    assert complaint(capsys, *arguments.split()).startswith(message)


def test_nothing_on_standard_input_is_said(piped: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pipe(piped, "")
    assert complaint(capsys, "build", "--claims", "-").startswith("<stdin>: no claim was read: it is empty; ")


def test_a_folder_is_named_without_an_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = found(capsys, "--data data")
    (folder / "data").rename(folder / "other")
    assert found(capsys, "other") == [(file.replace("data/", "other/"), code, of) for file, code, of in expected]


def test_a_table_is_named_without_an_option_and_has_beside_it_what_belongs_to_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = found(capsys, "--data data")
    (folder / "data").rename(folder / "other")
    renamed = [(file.replace("data/", "other/"), code, of) for file, code, of in expected]
    assert found(capsys, "other/claims.csv") == renamed


def test_an_article_is_named_without_an_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.md").write_text(ARTICLE, encoding="utf-8")
    assert found(capsys, "paper.md") == found(capsys, "--claims paper.md --data .")


def test_standard_input_is_named_without_an_option(
    piped: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe(piped, CLAIMS)
    expected = found(capsys, "--claims -")
    pipe(piped, CLAIMS)
    assert found(capsys, "-") == expected


def test_a_folder_goes_over_the_files_of_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "evidence-graph.toml").write_text('[files]\nclaims = "gone.csv"\n', encoding="utf-8")
    assert found(capsys, "data")


def test_the_next_command_has_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "data", "--only", "cited"]) == 0
    assert "next: evidence-graph audit data --only cited\n" in capsys.readouterr().out
