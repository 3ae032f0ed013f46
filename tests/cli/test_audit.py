"""The command `audit` and its settings."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.cli import main
from tests.cli.commands import complaint, put_evidence

REFERENCES = "@article{drake2013, title = {Caffeine}, author = {Drake, C}, year = {2013}, doi = {10.5664/jcsm.3170}}\n"
CLAIMS = "claim_id,cause,claim,supports,kind,noqa\nc1,Coffee,It keeps awake.,drake2013,,\nc2,Noise,It wakes.,,,\n"


@pytest.fixture(autouse=True)
def data(folder: Path) -> Path:
    """The folder data/ with less evidence than elsewhere."""
    return put_evidence(folder, REFERENCES, CLAIMS)


def codes(capsys: pytest.CaptureFixture[str], *options: str) -> set[str]:
    """The codes of what the audit finds."""
    assert main(["audit", "--format", "json", *options]) in {0, 1}
    return {finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]}


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select", "CLM001"], {"CLM001"}),
        (["--select", "uncited-claim,GRF402"], {"CLM001", "GRF402"}),
        (["--select", "GRF402", "--extend-select", "CLM001"], {"CLM001", "GRF402"}),
        (["--select", "CLM001,GRF402", "--ignore", "GRF"], {"CLM001"}),
    ],
)
def test_which_rules_are_run(options: list[str], found: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert codes(capsys, *options) == found


def test_ignored_rules_are_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "--ignore", "CLM001"])
    assert "ignored: by --ignore" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["evidence-graph.toml", "pyproject.toml"])
def test_a_settings_file_is_found_here_and_above(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = "[tool.evidence-graph]\n" if name == "pyproject.toml" else ""
    (folder / name).write_text(f'{table}select = ["GRF402"]\n', encoding="utf-8")
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    assert codes(capsys, "--data", "../data") == {"GRF402"}


def test_a_settings_file_can_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mine.toml").write_text('select = ["GRF402"]\n', encoding="utf-8")
    assert codes(capsys, "--config", "mine.toml") == {"GRF402"}


def test_options_go_over_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "evidence-graph.toml").write_text('select = ["GRF402"]\n', encoding="utf-8")
    assert codes(capsys, "--select", "CLM001") == {"CLM001"}


def test_a_baseline_hides_what_is_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--write-baseline", "known.json"]) == 0
    assert codes(capsys, "--baseline", "known.json") == set()
    claims = folder / "data" / "claims.csv"
    claims.write_text(CLAIMS + "c3,Noise,It is loud.,,,\n", encoding="utf-8")
    assert "CLM001" in codes(capsys, "--baseline", "known.json")


def test_a_baseline_that_is_stale_is_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "--write-baseline", "known.json"])
    (folder / "data" / "claims.csv").write_text(CLAIMS.replace("It wakes.,,", "It wakes.,drake2013,"), encoding="utf-8")
    assert "SUP904" in codes(capsys, "--baseline", "known.json")


def test_a_suppression_with_a_reason_is_granted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = CLAIMS.replace("It wakes.,,,", "It wakes.,,,uncited-claim: everybody knows; GRF402: so too")
    (folder / "data" / "claims.csv").write_text(claims, encoding="utf-8")
    assert codes(capsys, "--select", "CLM001,GRF402,SUP") == set()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--select", "uncited-clam"], "no rule is meant by 'uncited-clam'; did you mean 'uncited-claim'?"),
        (["--baseline", "none.json"], "none.json: No such file or directory"),
        (["--as-of", "soon"], "Invalid value for '--as-of'"),
        (["--config", "none.toml"], "Invalid value for '--config'"),
    ],
)
def test_complaints_are_one_line(options: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "audit", *options).startswith(message)


@pytest.mark.parametrize("option", ["--baseline", "--retractions"])
def test_a_list_that_is_none_is_a_complaint(option: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list").write_text("{}", encoding="utf-8")
    assert complaint(capsys, "audit", option, "list").startswith("list: no ")


@pytest.mark.parametrize("option", ["--output-file", "--write-baseline"])
def test_what_is_read_is_not_written_over(option: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "audit", option, "./data/claims.csv").startswith("./data/claims.csv: is read from")
    assert (folder / "data" / "claims.csv").read_text(encoding="utf-8") == CLAIMS


QUOTING = "claim_id,reference,source_quote\npreg-01,gupta2015,Coffee shortens sleep.\n"


@pytest.fixture
def texts(folder: Path) -> Path:
    """A folder with the text of one source, which a claim quotes."""
    (folder / "data" / "claims.csv").write_text("claim_id,cause,claim,supports\npreg-01,Coffee,Y,gupta2015\n", "utf-8")
    (folder / "data" / "references.bib").write_text("@article{gupta2015, title = {Coffee and sleep}}\n", "utf-8")
    (folder / "data" / "evidence.csv").write_text(QUOTING, "utf-8")
    (folder / "texts").mkdir()
    (folder / "texts" / "gupta2015.txt").write_text("We found that coffee shortens sleep.", "utf-8")
    return folder


@pytest.mark.parametrize("by", ["option", "settings"])
def test_quotes_are_looked_for_in_the_sources_texts(by: str, texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if by == "settings":
        (texts / "evidence-graph.toml").write_text('texts = "texts"\n', "utf-8")
    main(["audit", *(["--texts", "texts"] if by == "option" else [])])
    assert ", 1 source quote found, 0 not found, 0 not checked: no text" in capsys.readouterr().out


def test_without_texts_quotes_are_counted_as_not_checked(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit"])
    assert ", 0 source quotes found, 0 not found, 1 not checked: no text" in capsys.readouterr().out
    assert texts.is_dir()


@pytest.mark.parametrize("name", ["gone", "data/claims.csv"])
def test_a_folder_of_texts_that_is_none_is_a_complaint(
    name: str, texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert complaint(capsys, "audit", "--texts", name).startswith(f"{name}: ")
    assert texts.is_dir()


def test_a_source_s_text_is_not_written_over(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--texts", "texts", "--output-file", "texts/gupta2015.txt")
    assert complaint(capsys, "audit", *options).startswith("texts/gupta2015.txt: is read from")
    assert "coffee" in (texts / "texts" / "gupta2015.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ["--unsafe-fixes"],
        ["--diff", "--output-file", "o.json"],
        ["--diff", "--write-baseline", "k.json"],
        ["--write-baseline", "k.json", "--output-file", "o.json"],
        ["--quiet", "--severity", "warning"],
        ["--statistics", "--format", "json"],
    ],
)
def test_options_that_contradict_each_other(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "audit", *options).endswith("see 'evidence-graph audit --help'")


@pytest.mark.parametrize("old", [None, "damaged"])
def test_a_baseline_in_the_settings_can_be_written_first(old: str | None, folder: Path) -> None:
    (folder / "evidence-graph.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    if old:
        (folder / "known.json").write_text(old, encoding="utf-8")
    assert main(["audit", "--write-baseline", "known.json"]) == 0
    assert main(["audit"]) == 0


def test_a_rule_that_is_not_checked_makes_no_baseline_stale(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "--write-baseline", "known.json"])
    assert codes(capsys, "--baseline", "known.json", "--ignore", "CLM") == set()


def test_that_there_is_nothing_to_mend_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--fix", "--diff"]) == 0
    assert capsys.readouterr() == ("", "nothing to mend\n")


def test_what_the_baseline_knows_is_mended_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "data" / "references.bib"
    path.write_text(REFERENCES.replace("10.5664", "doi:10.5664"), encoding="utf-8")
    main(["audit", "--write-baseline", "known.json"])
    assert main(["audit", "--baseline", "known.json", "--fix", "--diff"]) == 1
    assert "+@article" in capsys.readouterr().out


def test_where_one_file_cannot_be_mended_the_other_stays_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    references, claims = REFERENCES.replace("10.5664", "doi:10.5664"), CLAIMS.replace("drake2013", "“drake2013”")
    (folder / "data" / "references.bib").write_text(references, encoding="utf-8")
    (folder / "data" / "claims.csv").write_text(claims, encoding="utf-8")
    monkeypatch.setattr(os, "replace", not_over("claims.csv"))
    assert complaint(capsys, "audit", "--fix") == (
        "data/claims.csv: Permission denied; data/references.bib was written already and is put back as it was"
    )
    after = [(folder / "data" / name).read_text(encoding="utf-8") for name in ("references.bib", "claims.csv")]
    assert after == [references, claims]


def not_over(name: str) -> Callable[[Path, Path], None]:
    """What moves a file, but not over one that is called so."""

    def replace(source: Path, target: Path) -> None:
        if target.name == name:
            raise PermissionError(13, "Permission denied")
        os.rename(source, target)  # noqa: PTH104 - what is tested moves by Path

    return replace


def test_a_finding_in_the_article_names_it_as_one_opens_it_and_shows_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "text").mkdir()
    (folder / "text" / "paper.md").write_text("It keeps awake.\n\nTea does so, too [@drake2013].\n", encoding="utf-8")
    assert main(["audit", "--article", "text/paper.md", "--select", "TXT503", "--format", "full"]) == 1
    out = capsys.readouterr().out
    assert "--> text/paper.md:3:1\n" in out
    assert "3 | Tea does so, too [@drake2013]." in out


def test_sentences_are_counted_that_the_article_cites_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.md").write_text("It keeps awake [@drake2013]. So does tea.\n", encoding="utf-8")
    assert main(["audit", "--article", "paper.md", "--select", "TXT503", "--statistics"]) == 0
    assert capsys.readouterr().out.startswith("      0  TXT503  uncovered-sentence          of 1 sentence\n")
