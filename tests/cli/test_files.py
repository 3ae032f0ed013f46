"""Files that a command is to read or write: standard output, and names that lead to no file."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from graph.auditing.settings import PATHS
from graph.cli import main
from tests.cli.commands import complaint

pytestmark = pytest.mark.usefixtures("data")

FULL = Path("/dev/full")


@pytest.fixture(autouse=True)
def loop(folder: Path) -> None:
    """A link that leads to itself."""
    (folder / "loop").symlink_to("loop")


@pytest.mark.parametrize(
    "to_file",
    [
        "build --output {}",
        "audit --output-file {}",
        "audit --format markdown --output-file {}",
        "audit --write-baseline {}",
    ],
)
def test_a_hyphen_is_standard_output_with_the_bytes_of_the_file(
    to_file: str, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code = main(to_file.format("file").split())
    words = capfdbinary.readouterr()
    assert main(to_file.format("-").split()) == code
    captured = capfdbinary.readouterr()
    assert captured.out == (folder / "file").read_bytes()
    assert captured.err.splitlines()[:1] == [
        line.replace(b"file: ", b"-: ") for line in (words.out + words.err).splitlines()[:1]
    ]
    assert not (folder / "-").exists()


def test_standard_output_that_changes_line_breaks_of_text_gets_those_of_the_file() -> None:
    """As on Windows."""
    code = "import sys; from graph.cli.options import put; sys.stdout.reconfigure(newline='\\r\\n'); put('-', 'é\\n')"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)  # noqa: S603 - our own code
    assert result.stdout == "é\n".encode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("build --output loop", "loop: Too many levels of symbolic links"),
        ("audit --output-file loop", "loop: Too many levels of symbolic links"),
        ("audit --write-baseline loop", "loop: Too many levels of symbolic links"),
        ("audit --article loop", "loop: Too many levels of symbolic links"),
        ("build --data loop", "loop/references.bib: no such file; name it with "),
        ("build --config loop", "Invalid value for '--config': File 'loop' does not exist; see "),
        ("init loop", "loop: File exists; name another"),
        ("build --output data", "data: Is a directory; name a file"),
        ("build --claims data", "data: no article in this folder; name a file, or write .md, "),
        ("audit --output-file data", "data: Is a directory; name a file"),
        ("build --output data/claims.csv/page.html", "data/claims.csv/page.html: Not a directory"),
        ("build --data data/claims.csv", "data/claims.csv/references.bib: no such file; name it with "),
        ("init data/claims.csv/new", "data/claims.csv/new: Not a directory"),
        (f"build --output {'n' * 256}", f"{'n' * 256}: File name too long"),
        (f"build --data {'n' * 256}", f"{'n' * 256}/claims.csv: File name too long"),
        (f"init {'n' * 256}", f"{'n' * 256}/references.bib: File name too long"),
        ("audit --baseline data", "data: Is a directory; name a file"),
        ("audit --texts data/claims.csv", "data/claims.csv: Not a directory; name a folder"),
        ("export csv -o data/claims.csv", "data/claims.csv: File exists; name another"),
        (
            "audit https://example.org/a.md",
            "Invalid value for '[FOLDER|FILE]': https://example.org/a.md is an address, ",
        ),
        ("build --output nowhere/page.html", "nowhere/page.html: No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_opened_is_a_complaint(
    arguments: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert complaint(capsys, *arguments.split()).startswith(message)
    assert Path("loop").is_symlink()


def test_a_folder_with_an_article_alone_is_told_how_it_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "text").mkdir()
    (folder / "text" / "01.intro.md").write_text("It is so.\n", encoding="utf-8")
    assert "; an article is read with --claims text; else name it with " in complaint(capsys, "audit", "text")


@pytest.mark.parametrize("arguments", [["audit", "all"], ["audit", "--claims", "all"]])
def test_a_folder_with_folders_is_told_to_be_an_archive(
    arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "all" / "one").mkdir(parents=True)
    assert "; many articles are read with 'evidence-graph archive audit all'; else name " in complaint(
        capsys, *arguments
    )


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", ["build --output", "audit --output-file", "audit --write-baseline"])
def test_a_full_disk_is_a_complaint(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, *arguments.split(), str(FULL)) == "/dev/full: No space left on device"


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", ["audit", "build -o -", "ask unsourced"])
def test_standard_output_that_is_full_is_a_complaint(arguments: str) -> None:
    with FULL.open("wb") as full:
        command = [sys.executable, "-m", "graph", *arguments.split()]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603 - our own command
    message = b"evidence-graph: error: standard output or a file: No space left on device\n"
    assert (result.returncode, result.stderr) == (2, message)


@pytest.mark.parametrize("name", ["a\0b", "\ud800", ""])
@pytest.mark.parametrize(
    "arguments",
    [
        *(f"build --{name}" for name in ("data", "references", "claims", "values", "config", "output")),
        *(f"audit --{name}" for name in (*PATHS, "output-file", "write-baseline")),
        "ask unsourced --data",
        "init",
    ],
)
def test_a_name_that_no_file_can_have_is_a_complaint(
    arguments: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = complaint(capsys, *arguments.split(), name)
    assert said.startswith("Invalid value for ")
    assert f": no file can be called {name!r}; see " in said


@pytest.mark.skipif(os.name == "nt", reason="outputs are closed in another way")
@pytest.mark.parametrize("closed", [1, 2])
def test_a_command_does_its_work_with_an_output_closed(closed: int, folder: Path) -> None:
    command = shlex.join([sys.executable, "-m", "graph", "build"])
    assert subprocess.run(f"{command} {closed}>&-", shell=True, check=False).returncode == 0  # noqa: S602 - our own command
    assert (folder / "evidence.html").exists()


@pytest.mark.parametrize("key", PATHS)
def test_a_setting_that_names_what_no_file_can_be_called_is_a_complaint(
    key: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "evidence-graph.toml").write_text(f'{key} = "a\\u0000b"\n', encoding="utf-8")
    said = complaint(capsys, "audit")
    assert said.startswith(f"{folder / 'evidence-graph.toml'}: {key}: no file can be called ")


def test_a_name_that_is_no_utf_8_is_a_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--output", os.fsdecode(b"n\xff.html")]) == 0
    assert (folder / os.fsdecode(b"n\xff.html")).exists()
    assert "n\\udcff.html: written" in capsys.readouterr().out


def test_a_folder_that_is_gone_is_a_complaint(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    said = complaint(capsys, "build", "--data", str(folder / "data"), "--output", str(folder / "page.html"))
    assert said == "the folder that you are in is no longer there; go to another one"


def next_command(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """The words of the command that a build says is the next."""
    assert main(["build", *options]) == 0
    return shlex.split(capsys.readouterr().out.splitlines()[-1])


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--data", "my data"],
        ["--references", "my data/references.bib", "--claims", "my data/claims.csv"],
        ["--references", "data/references.bib", "--references", "my data/references.bib"],
        ["--data", "my data", "--config", "mine.toml"],
    ],
)
def test_a_build_names_the_audit_of_the_same_files(
    options: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine.toml").write_text('select = ["CLM001"]\n', encoding="utf-8")
    (folder / "my data").symlink_to("data")
    words = next_command(capsys, *options, "--title", "T")
    assert words == ["next:", "evidence-graph", "audit", *options]
    assert main(words[2:]) == 1


def test_a_build_without_findings_names_no_audit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mine.toml").write_text('select = ["CLM002"]\n', encoding="utf-8")
    assert next_command(capsys, "--config", "mine.toml")[0] == "evidence.html:"


def test_an_article_with_a_list_of_its_own_is_not_given_another_bibliography(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("data/references.bib").write_text("@book{other, title = {Another}}", encoding="utf-8")
    text = "# Sleep\n\nCoffee wakes [1].\n\n## References\n\n1. Drake C. Coffee and sleep. Sleep. 2013;1:2-3.\n"
    Path("paper.md").write_text(text, encoding="utf-8")
    main(["audit", "--claims", "paper.md"])
    assert "'other'" not in capsys.readouterr().out


def test_an_article_that_names_a_bibliography_that_is_gone_is_not_given_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("paper.md").write_text("---\nbibliography: gone.bib\n---\n\nIt is so [@kaza2018].\n", encoding="utf-8")
    Path("references.bib").write_text("@book{other, title = {Another}}", encoding="utf-8")
    main(["audit", "paper.md"])
    said = capsys.readouterr().out
    assert "'gone.bib', which is not there" in said
    assert "'other'" not in said


def test_an_article_whose_bibliography_has_another_name_now_is_given_that_which_it_cites_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("paper.md").write_text("---\nbibliography: gone.bib\n---\n\nIt is so [@kaza2018].\n", encoding="utf-8")
    Path("references.bib").write_text("@book{kaza2018, title = {What a Waste}}", encoding="utf-8")
    main(["audit", "paper.md"])
    said = capsys.readouterr().out
    assert "'kaza2018'" in said
    assert "unknown-reference" not in said


def test_a_list_in_a_part_of_an_article_is_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("data/references.bib").write_text("@book{other, title = {Another}}", encoding="utf-8")
    Path("list.tex").write_text(r"\begin{thebibliography}{1}\bibitem{a} Drake C. Coffee. 2013.\end{thebibliography}")
    Path("paper.tex").write_text(r"\begin{document}Coffee wakes \cite{a}. \input{list}\end{document}", encoding="utf-8")
    main(["audit", "--claims", "paper.tex"])
    assert "'other'" not in capsys.readouterr().out
