"""The hook of pre-commit and the action of GitHub: they mean options that there are, and what they run does run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import click
import pytest
import yaml

from graph.cli import cli
from graph.reading.article_formats import ARTICLE_FORMATS
from graph.reading.projects import SETTINGS_FILES
from tests.examples import REFERENCES

ROOT = Path(__file__).parent.parent
HOOKS = {each["id"]: each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
HOOK, MANUSCRIPT_HOOK = HOOKS["evidence-graph"], HOOKS["evidence-graph-manuscript"]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
AUDIT = STEPS["Audit"]
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")

SOURCED = "claim_id,cause,claim,supports\nc1,Coffee,Coffee shortens sleep.,drake2013\n"
UNSOURCED = "claim_id,cause,claim,supports\nc1,Coffee,Coffee shortens sleep.,\n"
MANUSCRIPT = "# Coffee\n\nCoffee shortens sleep [@drake2013].\nIt shortens dreams [@drake].\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a bibliography, and the command on the path."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    Path("data").mkdir()
    Path("data/references.bib").write_text(REFERENCES, encoding="utf-8")
    return tmp_path


def run(command: list[str], claims: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command over a claims table."""
    Path("data/claims.csv").write_text(claims, encoding="utf-8")
    return subprocess.run(  # noqa: S603 - our own command
        command, env={**os.environ, **variables}, capture_output=True, encoding="utf-8", check=False
    )


def run_audit_step(table: str, /, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's script as GitHub does, with the inputs' defaults in its variables, and these inputs."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash")
    given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
    variables = {name: given[INPUT.fullmatch(value)[1]] for name, value in AUDIT["env"].items()}  # type: ignore[index]
    return run([bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", AUDIT["run"]], table, **variables)


def options_in(text: str) -> Iterator[tuple[str, str]]:
    """The subcommands of evidence-graph in a text, each with the long options behind it."""
    for command, rest in re.findall(r"evidence-graph (\w+)(.*)", text):
        yield from ((command, option) for option in re.findall(r"(?<!\S)--[a-z-]+", rest))


@pytest.mark.parametrize(
    ("command", "option"),
    [option for text in (*(hook["entry"] for hook in HOOKS.values()), AUDIT["run"]) for option in options_in(text)],
)
def test_the_options_are_those_of_the_command(command: str, option: str) -> None:
    parameters = cast("click.Command", cli.get_command(click.Context(cli), command)).params
    assert option in {name for parameter in parameters for name in parameter.opts}


@pytest.mark.parametrize(("claims", "code"), [(SOURCED, 0), (UNSOURCED, 1)])
def test_the_hook_runs(claims: str, code: int) -> None:
    assert run([*shlex.split(HOOK["entry"]), "--select", "CLM001"], claims).returncode == code


@pytest.mark.parametrize(
    ("file", "matches"),
    [
        ("data/references.bib", True),
        ("claims.csv", True),
        ("evidence-graph.toml", True),
        ("docs/evidence-graph.toml", True),
        ("my-evidence-graph.toml", False),
        ("notes.bib.txt", False),
        ("README.md", False),
    ],
)
def test_the_hook_runs_when_the_evidence_changes(file: str, *, matches: bool) -> None:
    assert bool(re.search(HOOK["files"], file)) == matches


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_says_what_pre_commit_asks_for(hook: dict[str, Any]) -> None:
    assert hook.keys() >= {"id", "name", "entry", "language"}
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)


@pytest.mark.parametrize("name", sorted(SETTINGS_FILES))
def test_the_hook_for_manuscripts_runs_when_the_settings_of_a_project_change(name: str) -> None:
    assert re.search(MANUSCRIPT_HOOK["files"], f"book/{name}")


@pytest.mark.parametrize("suffix", [suffix for each in ARTICLE_FORMATS for suffix in each.suffixes])
def test_the_hook_for_manuscripts_runs_when_an_article_changes(suffix: str) -> None:
    assert re.search(MANUSCRIPT_HOOK["files"], f"text/paper{suffix}")


@pytest.mark.parametrize(
    ("file", "matches"),
    [
        ("Paper.Rmd", True),
        ("refs.bib", True),
        ("library.json", True),
        ("library.ris", True),
        ("evidence-graph.toml", True),
        ("pyproject.toml", False),
        ("plot.py", False),
        ("paper.tex.orig", False),
    ],
)
def test_the_hook_for_manuscripts_runs_when_its_evidence_changes(file: str, *, matches: bool) -> None:
    assert bool(re.search(MANUSCRIPT_HOOK["files"], file)) == matches


@pytest.mark.parametrize(
    ("settings", "args"),
    [
        ("", ["--claims", "paper.qmd", "--references", "data/references.bib"]),
        ('[files]\nclaims = "paper.qmd"\nreferences = ["data/references.bib"]\n', []),
    ],
    ids=["args", "settings"],
)
def test_the_hook_for_manuscripts_finds_at_their_lines(settings: str, args: list[str]) -> None:
    Path("paper.qmd").write_text(MANUSCRIPT, encoding="utf-8")
    Path("evidence-graph.toml").write_text(settings, encoding="utf-8")
    done = run([*shlex.split(MANUSCRIPT_HOOK["entry"]), *args, "--select", "CLM002"], SOURCED)
    assert (done.returncode, done.stdout.partition(" unknown-reference")[0]) == (1, "paper.qmd:4:20: error CLM002")


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_no_input_is_written_into_a_script(step: dict[str, Any]) -> None:
    assert "${{" not in step.get("run", "")


def test_every_input_is_used_and_described() -> None:
    used = {name for step in STEPS.values() for name in INPUT.findall(json.dumps(step))}
    assert used == ACTION["inputs"].keys()
    assert all(each["description"] and "default" in each for each in ACTION["inputs"].values())


def test_the_action_annotates_and_fails() -> None:
    done = run_audit_step(UNSOURCED)
    assert "::warning file=data/claims.csv,line=2,title=CLM001 uncited-claim::" in done.stdout
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(("inputs", "code"), [({"fail-on": "never"}, 0), ({"args": "--select NUM\n --ignore\tCLM"}, 0)])
def test_the_action_takes_inputs(inputs: dict[str, str], code: int) -> None:
    assert run_audit_step(UNSOURCED, **inputs).returncode == code


def test_the_action_takes_another_folder_and_format() -> None:
    Path("my data").symlink_to("data")
    done = run_audit_step(UNSOURCED, data="my data", format="json")
    assert json.loads(done.stdout)["findings"][0]["file"].startswith("my data/")


def test_the_action_reads_a_manuscript_in_parts() -> None:
    Path("my text").mkdir()
    Path("my text/1 a.md").write_text(MANUSCRIPT, encoding="utf-8")
    Path("my text/2.md").write_text("Tea shortens sleep [@reyner].\n", encoding="utf-8")
    Path("more.bib").write_text(REFERENCES.replace("drake2013", "reyner"), encoding="utf-8")
    files = {"claims": "my text/1 a.md\n  my text/2.md\n", "references": "data/references.bib\n\nmore.bib\n"}
    done = run_audit_step(SOURCED, args="--select CLM002", **files)
    first, summary = done.stdout.splitlines()
    assert first.startswith("::error file=my text/1 a.md,line=4,col=20,title=CLM002")
    assert "3 claims, 3 references" in summary


def test_the_action_reads_what_the_settings_name() -> None:
    Path("paper.qmd").write_text(MANUSCRIPT, encoding="utf-8")
    Path("evidence-graph.toml").write_text('[files]\nclaims = "paper.qmd"\n', encoding="utf-8")
    assert "file=paper.qmd,line=4," in run_audit_step(SOURCED).stdout


def test_the_action_writes_sarif_though_it_fails() -> None:
    done = run_audit_step(UNSOURCED, sarif="out.sarif")
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (done.returncode, "::warning" in done.stdout) == (1, True)


@pytest.mark.parametrize("name", ["data", "claims", "references", "args", "fail-on", "format", "sarif"])
def test_an_input_is_never_run(name: str) -> None:
    run_audit_step(UNSOURCED, **{name: '"; touch pwned; $(touch pwned) `touch pwned` * \n touch pwned\n'})
    assert not list(Path().glob("**/pwned"))


def test_the_action_installs_its_own_checkout(folder: Path) -> None:
    python = folder / "python"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    done = run(
        ["bash", "-c", STEPS["Install evidence-graph"]["run"]],
        SOURCED,
        PATH=f"{folder}{os.pathsep}{os.environ['PATH']}",
        GITHUB_ACTION_PATH="/a checkout",
    )
    assert done.stdout.splitlines()[-1] == "/a checkout"
    assert done.stdout.startswith("-m\npip\ninstall\n")
