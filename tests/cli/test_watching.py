"""`build --watch`, without waiting: what the system would tell of a change is told by the test."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Collection, Generator
from pathlib import Path

import pytest

from graph.cli import main, watching
from graph.cli.watching import Built
from graph.page.watched import Watched

PAGE, BESIDE = Path("evidence.html"), Path("evidence.html.version.js")
Change = Callable[[], object]

pytestmark = pytest.mark.usefixtures("data")


def watch(monkeypatch: pytest.MonkeyPatch, changes: Collection[Change], *arguments: str) -> int:
    """Build and watch while the changes happen one after the other, then stop it as Ctrl-C does; the exit code."""
    left = [*changes]

    def wait(_folders: Collection[Path]) -> Generator[object, None, None]:
        while left:
            yield left.pop(0)()
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "waiter", lambda: wait)
    return main(["build", "--watch", *arguments])


def write(name: str, text: str) -> Change:
    """Write a text into a file."""
    return lambda: Path(name).write_text(text, encoding="utf-8")


def pages(monkeypatch: pytest.MonkeyPatch, *changes: Change) -> list[str]:
    """What stands beside the page before each of the changes, and before the end."""
    seen: list[str] = []

    def noting(change: Change) -> Change:
        def noted() -> None:
            seen.append(BESIDE.read_text(encoding="utf-8"))
            change()

        return noted

    assert watch(monkeypatch, [*map(noting, changes), noting(lambda: None)]) == 0
    return seen


ROW = "claim_id,cause,claim\nnew,Coffee,Coffee keeps people awake.\n"
CHANGES = [
    ("data/claims.csv", ROW),
    ("data/references.bib", "@misc{other, title = {Other}}"),
    ("data/evidence.csv", "claim_id,reference\n"),
    ("evidence-graph.toml", 'as-of = "2026-01-31"\n'),
]


def test_a_change_of_any_input_builds_the_page_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = pages(monkeypatch, *(write(*change) for change in CHANGES))
    assert len(set(seen)) == len(CHANGES) + 1


def test_what_the_settings_name_is_watched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "texts").mkdir()
    (folder / "evidence-graph.toml").write_text('texts = "texts"\n', encoding="utf-8")
    before, after = pages(monkeypatch, write("texts/gupta2015.txt", "Its text."))
    assert before != after


def test_what_is_no_input_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = pages(monkeypatch, write("data/notes.txt", "a note"))
    assert before == after


def test_a_new_row_is_in_the_page_that_is_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert watch(monkeypatch, [write("data/claims.csv", ROW)]) == 0
    assert "Coffee keeps people awake." in (folder / PAGE).read_text(encoding="utf-8")


def test_a_part_of_an_article_is_watched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "main.tex").write_text("\\documentclass{article}\\begin{document}\\input{part}\\end{document}", "utf-8")
    (folder / "part.tex").write_text("Tea keeps people awake.", encoding="utf-8")
    change = write("part.tex", "Coffee keeps people awake.")
    assert watch(monkeypatch, [change], "--claims", "main.tex") == 0
    assert "Coffee keeps" in (folder / PAGE).read_text(encoding="utf-8")


def test_a_broken_input_is_told_and_watched_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = [write("data/claims.csv", ""), write("data/claims.csv", ROW)]
    assert watch(monkeypatch, changes) == 0
    assert "evidence-graph: error: data/claims.csv: no claim was read: it is empty" in capsys.readouterr().err
    assert "Coffee keeps people awake." in (folder / PAGE).read_text(encoding="utf-8")


def test_what_is_left_is_the_page_of_a_build_without_watching(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert watch(monkeypatch, []) == 0
    left = (folder / PAGE).read_bytes()
    assert main(["build"]) == 0
    assert (folder / PAGE).read_bytes() == left
    assert not BESIDE.exists()


def test_an_input_that_is_broken_when_it_ends_leaves_the_last_good_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert watch(monkeypatch, [write("data/claims.csv", "")]) == 0
    assert "nonce" not in (folder / PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "-"], "--watch writes a file again and again; name one with --output"),
        (["--claims", "-"], "<stdin>: is no file, so it cannot be watched; name a file"),
    ],
)
def test_what_cannot_be_watched_is_said(
    arguments: list[str], message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("data/claims.csv").open(encoding="utf-8") as table:
        monkeypatch.setattr(sys, "stdin", table)
        assert watch(monkeypatch, [], *arguments) == 2
    assert message in capsys.readouterr().err


def test_without_watchfiles_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert main(["build", "--watch"]) == 2
    assert capsys.readouterr().err == (
        "evidence-graph: error: --watch needs watchfiles, which is not installed; pip install 'evidence-graph[watch]'\n"
    )
    assert not PAGE.exists()


def test_the_system_tells_of_a_change_and_ctrl_c_ends_well(folder: Path) -> None:
    command = [sys.executable, "-c", "import sys; from graph.cli import main; sys.exit(main())", "build", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, text=True) as running:  # noqa: S603 - our own code
        assert running.stdout
        assert running.stderr
        try:
            while "watching" not in running.stderr.readline():
                assert running.poll() is None
            written = [line for line in (running.stdout.readline(), running.stdout.readline()) if "written" in line]
            write(os.fspath(folder / "data" / "claims.csv"), ROW)()
            written += [line for line in (running.stdout.readline(), running.stdout.readline()) if "written" in line]
            running.send_signal(signal.SIGINT)
            assert (len(written), running.wait(timeout=60)) == (2, 0)
        finally:
            running.kill()
    assert "nonce" not in (folder / PAGE).read_text(encoding="utf-8")


def test_what_changes_while_the_first_page_is_built_is_built_once_more(folder: Path) -> None:
    built: list[str] = []

    def build(_watched: Watched | None) -> Built:
        built.append(Path("input").read_text(encoding="utf-8") if built else "")
        if len(built) == 1:
            write("input", "changed")()
        return Built(lambda _: "page", ("input",))

    def wait(_folders: Collection[Path]) -> Generator[object, None, None]:
        raise KeyboardInterrupt
        yield

    watching.keep_building(build, str(folder / PAGE), wait)
    assert built == ["", "changed"]
