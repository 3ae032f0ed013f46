"""Keys and names completed in a shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import BashComplete, CompletionItem, FishComplete, ShellComplete, ZshComplete

from graph.cli import COMPLETING, cli, main
from graph.cli.bash import QuotedBash

pytestmark = pytest.mark.usefixtures("data")


def completed(shell: type[ShellComplete], *arguments: str, begun: str = "") -> list[str]:
    items = shell(cli, {}, "evidence-graph", COMPLETING).get_completions(list(arguments), begun)
    return [item.value for item in items]


@pytest.mark.parametrize("shell", [BashComplete, ZshComplete, FishComplete])
@pytest.mark.parametrize(
    ("question", "begun", "names"),
    [
        ("about", "dr", ["Drinks", "Drinks > Coffee", "Drinks > Tea"]),
        ("falls-with", "", ["drake2013", "clark2017", "roth2011"]),
        ("candidates", "c", ["c1", "c2", "c3", "c4"]),
        ("rests-on", "N", ["Noise"]),
        ("timeline", "N", ["Noise"]),
        ("about", "x", []),
    ],
)
def test_names_are_completed(shell: type[ShellComplete], question: str, begun: str, names: list[str]) -> None:
    assert completed(shell, "ask", question, begun=begun) == names


def test_the_second_cause_is_completed() -> None:
    assert completed(ZshComplete, "ask", "between", "Noise", begun="Drinks > T") == ["Drinks > Tea"]


def test_a_claim_to_review_is_completed() -> None:
    assert completed(ZshComplete, "review", "c1", begun="c") == ["c1", "c2", "c3", "c4"]


@pytest.mark.parametrize(("option", "begun", "names"), [("--about", "N", ["Noise"]), ("--cited-by", "c4", ["c4"])])
def test_what_to_export_is_completed(option: str, begun: str, names: list[str]) -> None:
    assert completed(ZshComplete, "export", "ris", option, begun=begun) == names


@pytest.mark.parametrize(("begun", "names"), [("a", ["archive", "ask", "audit"]), ("--v", ["--version"])])
def test_a_command_is_completed(begun: str, names: list[str]) -> None:
    assert completed(ZshComplete, begun=begun) == names


def test_names_are_those_of_the_files_that_are_named(data: Path) -> None:
    data.rename(data.parent / "elsewhere")
    assert completed(ZshComplete, "ask", "about", begun="N") == []
    assert completed(ZshComplete, "ask", "about", "--data", "elsewhere", begun="N") == ["Noise"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"PK\x03\x04", b"claim_id\n", b""])
def test_broken_files_complete_to_nothing_in_silence(
    content: bytes, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "claims.csv").write_bytes(content)
    assert completed(ZshComplete, "ask", "about") == []
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("evidence-graph ask about Dr", r"plain,Drinks\ \>\ Sjögren\'s"),
        ('evidence-graph ask about "Dr', "plain,Drinks > Sjögren's"),
    ],
    ids=["without quotes", "within quotes"],
)
def test_bash_gets_names_as_they_are_typed(line: str, written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMP_WORDS", line)
    bash = QuotedBash(cli, {}, "evidence-graph", COMPLETING)
    assert bash.format_completion(CompletionItem("Drinks > Sjögren's")) == written


def test_the_script_for_bash_leaves_backslashes_alone() -> None:
    assert "read -r type value" in QuotedBash(cli, {}, "evidence-graph", COMPLETING).source_template


def test_the_command_itself_completes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv(COMPLETING, "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "evidence-graph ask about drinks")
    monkeypatch.setenv("COMP_CWORD", "3")
    with pytest.raises(SystemExit):
        main([])
    assert capsys.readouterr().out.splitlines() == [
        "plain,Drinks",
        r"plain,Drinks\ \>\ Coffee",
        r"plain,Drinks\ \>\ Tea",
    ]
