"""The workflows: they run what the README says, pin what they use, and know no secret."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".github"
FILES = {path.name: path.read_text(encoding="utf-8") for path in (*FOLDER.rglob("*.yml"), ROOT / "action.yml")}
WORKFLOWS: dict[str, dict[str, Any]] = {path.name: yaml.safe_load(FILES[path.name]) for path in FOLDER.glob("*/*.yml")}
CI, RELEASE = WORKFLOWS["ci.yml"]["jobs"], WORKFLOWS["release.yml"]["jobs"]
PINNED = re.compile(r"uses: ([\w.-]+/[\w.-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+")
EACH = pytest.mark.parametrize("name", FILES)
EACH_JOB = pytest.mark.parametrize(
    "job", [job for each in WORKFLOWS.values() for job in each["jobs"].values()], ids=lambda job: job["runs-on"]
)


def runs(job: dict[str, Any]) -> list[str]:
    """The scripts of a job."""
    return [step["run"] for step in job["steps"] if "run" in step]


@EACH
def test_it_can_be_read(name: str) -> None:
    assert isinstance(yaml.safe_load(FILES[name]), dict)


@EACH
def test_what_it_uses_is_pinned_to_a_commit_and_says_its_version(name: str) -> None:
    assert FILES[name].count("uses: ") == len(PINNED.findall(FILES[name]))


def test_an_action_is_the_same_commit_everywhere() -> None:
    used = {pair for text in FILES.values() for pair in PINNED.findall(text)}
    assert len(used) == len(dict(used))


@EACH
def test_it_knows_no_secret(name: str) -> None:
    assert not re.search(r"secrets|token: |password", re.sub(r"id-token: ", "", FILES[name]), re.IGNORECASE)


@pytest.mark.parametrize("workflow", WORKFLOWS.values(), ids=WORKFLOWS)
def test_by_default_it_may_read_at_most(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] in ({}, {"contents": "read"})


def test_only_a_release_may_sign() -> None:
    assert all("permissions" not in job for job in CI.values())
    assert RELEASE["publish"]["permissions"] == {"id-token": "write"}


@EACH_JOB
def test_a_checkout_leaves_no_key_behind(job: dict[str, Any]) -> None:
    for step in job["steps"]:
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@EACH_JOB
def test_a_job_ends_some_time(job: dict[str, Any]) -> None:
    assert job["timeout-minutes"] <= 60


@EACH_JOB
def test_what_others_may_name_is_not_written_into_a_script(job: dict[str, Any]) -> None:
    assert not re.search(r"\$\{\{(?! matrix\.)", json.dumps(runs(job)))


def test_the_two_commands_of_the_readme_run_on_every_system_and_python() -> None:
    matrix = CI["test"]["strategy"]["matrix"]
    assert {name.split("-")[0] for name in matrix["os"]} == {"ubuntu", "macos", "windows"}
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert oldest == f">={matrix['python'][0]}"
    commands = [each.removeprefix("${{ matrix.run }} ") for each in runs(CI["test"])]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for runner in (each["run"] for each in matrix["include"]):
        assert all(f"{runner} {command}" in readme for command in commands[:2])
    assert commands[:2] == ["evidence-graph build", "pytest"]


def test_a_release_is_checked_and_says_what_it_is_made_of() -> None:
    uses = [step.get("uses", "").partition("@")[0] for step in RELEASE["build"]["steps"]]
    assert uses.count("actions/attest") == 2
    assert {".ci/run", "./run hatchling build"} <= {*runs(RELEASE["build"])}
    assert any(each.startswith(".ci/sbom ") for each in runs(RELEASE["build"]))


def test_the_lock_of_the_bill_of_materials_names_checksums_and_no_host() -> None:
    lock = (ROOT / ".ci" / "sbom.lock").read_text(encoding="utf-8")
    assert "cyclonedx-bom==" in lock
    assert "://" not in lock
    assert all(" \\\n    --hash=sha256:" in each for each in re.split(r"\n(?=\w)", lock)[1:])


def test_the_oldest_versions_that_are_tested_with_are_the_oldest_that_are_allowed() -> None:
    allowed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    bounds = {each.partition(",")[0].replace(">=", "==") for each in allowed}
    pins = re.findall(r"^(?!#)\S+", (ROOT / ".ci" / "oldest.in").read_text(encoding="utf-8"), re.MULTILINE)
    assert {each.removesuffix(".0") if each not in bounds else each for each in pins} <= bounds
    assert all(f"\n{each} \\\n" in (ROOT / ".ci" / "oldest.lock").read_text(encoding="utf-8") for each in pins)


def test_who_hosts_the_project_is_left_open_in_one_document_only() -> None:
    documents = (path for folder in (ROOT, ROOT / "docs", FOLDER) for path in folder.glob("*.*") if path.is_file())
    texts = {path.name: path.read_bytes() for path in documents}
    assert [name for name, text in texts.items() if b"OWNER" in text] == ["five-minutes.md"]
