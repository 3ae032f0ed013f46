"""How files are named: never by where they are on this machine, and so that whoever reads a name finds the file."""

from __future__ import annotations

import base64
import gzip
import re
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from graph.cli import main
from graph.network import build_network
from graph.reading import read
from graph.reports import FORMATS
from graph.reports.places import Shown, in_repository, openable
from tests.examples import CLAIMS, REFERENCES

ORIGINAL = re.compile(rb'<script type="text/plain" id="original-[^"]+">([^<]+)<')
DATA = {
    "references.bib": REFERENCES.replace("{10.5664", "{doi:10.5664"),
    "claims.csv": CLAIMS.replace("drake2013 (p. 3)", "drake13"),
    "evidence.csv": "claim_id,reference,checked_by\nc2,roth2011,Ann\nc9,roth2011,Bob\n",
    "known.json": '[{"fingerprint": "0", "code": "CLM001", "message": "gone"}]',
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, in a repository, with evidence in data/."""
    for name, text in DATA.items():
        path = tmp_path / "secret" / "here" / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret" / ".git").touch()
    monkeypatch.chdir(tmp_path / "secret" / "here")
    return tmp_path / "secret" / "here"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("data/claims.csv", "data/claims.csv"),
        ("./data/../claims.csv", "claims.csv"),
        ("../claims.csv", "../claims.csv"),
        ("{here}/data/claims.csv", "data/claims.csv"),
        ("/elsewhere/data/claims.csv", "claims.csv"),
        ("", "claims.csv"),
    ],
)
def test_a_file_is_named_as_one_opens_it(path: str, shown: str, folder: Path) -> None:
    assert openable({"claims.csv": path.format(here=folder)}, folder)("claims.csv") == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("data/claims.csv", "here/data/claims.csv"),
        ("../claims.csv", "claims.csv"),
        ("../../claims.csv", "c.csv"),
        ("/elsewhere/claims.csv", "c.csv"),
    ],
)
def test_a_file_is_named_as_it_is_in_the_repository(path: str, shown: str, folder: Path) -> None:
    assert in_repository({"c.csv": path}, folder)("c.csv") == shown


@pytest.mark.parametrize("namer", [openable, in_repository])
def test_a_file_that_is_reached_by_a_link_is_where_it_is(namer: Callable[..., Shown], folder: Path) -> None:
    link = folder.parent.parent / "link"
    link.symlink_to(folder)
    assert namer({"c.csv": f"{link}/data/claims.csv"}, folder)("c.csv").endswith("data/claims.csv")


def test_outside_any_repository_files_are_named_as_from_here(folder: Path) -> None:
    (folder.parent / ".git").unlink()
    assert in_repository({"c.csv": "data/c.csv"}, folder)("c.csv") == "data/c.csv"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """All that a command says."""
    assert main(arguments) in {0, 1}
    return "".join(capsys.readouterr())


@pytest.mark.parametrize(
    "options", [*(["--format", name] for name in FORMATS), ["--fix", "--unsafe-fixes"], ["--diff"]]
)
@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_no_output_says_where_the_data_are_on_this_machine(
    options: list[str],
    where: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder.parent.parent / "elsewhere").mkdir()
    monkeypatch.chdir({"here": folder, "elsewhere": folder.parent.parent / "elsewhere"}[where])
    data = str(folder / "data")
    text = said(capsys, "audit", "--select", "ALL", "--data", data, "--baseline", f"{data}/known.json", *options)
    assert "secret" not in text
    if "statistics" not in options:
        assert ("references.bib" in text, "data/references.bib" in text) == (True, where == "here")


def test_what_is_handed_on_is_the_same_from_wherever_it_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = []
    for here, data in ((folder, "data"), (folder, "./data/"), (folder / "data", "."), (folder, str(folder / "data"))):
        monkeypatch.chdir(here)
        said(capsys, "build", "--data", data, "--output", str(folder / "page.html"))
        said(capsys, "audit", "--data", data, "--write-baseline", str(folder / "new.json"))
        evidence = read(*(Path(data) / name for name in ("references.bib", "claims.csv", "evidence.csv")))
        network = "\n".join(nx.generate_graphml(build_network(evidence)))
        made.append([(folder / "page.html").read_bytes(), (folder / "new.json").read_bytes(), network.encode()])
    assert made == [made[0]] * len(made)
    assert b"secret" not in b"".join(made[0])
    assert b"secret" not in b"".join(gzip.decompress(base64.b64decode(each)) for each in ORIGINAL.findall(made[0][0]))


def test_full_shows_the_cell_of_a_file_anywhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "audit", "--data", str(folder / "data"), "--select", "CLM002", "--format", "full")
    assert "--> data/claims.csv:2, supports\n  |\n2 | drake13\n" in text
