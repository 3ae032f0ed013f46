"""Questions in the shell, in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from graph.cli.answers import ANSWER_FORMATS, answer_columns
from graph.network.questions import QUESTIONS
from tests.cli.commands import complaint, output

pytestmark = pytest.mark.usefixtures("data")


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("unsourced", "claim:c3  Tea is milder. [Drinks > Tea]", "2 claims"),
        (
            "about drinks",
            "claim:c1  Coffee after noon shortens sleep. [Drinks > Coffee]",
            "Drinks: 3 claims, 2 sourced",
        ),
        ("involving Coffee", "claim:c3  Tea is milder.", "Drinks > Coffee: 2 claims, 2 sourced; 1 more involves it"),
        ("rests-on c2", "reference:roth2011  Prevalence of insomnia, 2011", "1 reference"),
        ("rests-on Noise", "nothing", "Noise: 1 claim, 0 sourced"),
        ("falls-with roth2011", "claim:c2  Between 10 % and 20.8 % sleep badly. [Drinks > Coffee]", "1 claim"),
        ("coverage", "cause", "Noise"),
        ("weakest", "reference  claims  sourced  says", "roth2011        1        1  Prevalence of insomnia"),
        ("timeline tea", "nothing", "Drinks > Tea: 1 claim, 0 sourced"),
        ("between tea coffee", "how    shared  path", "Drinks > Coffee: 2 claims"),
        ("candidates c3", "reference  score  words", "clark2017"),
        ("candidates c4", "nothing", "nothing"),
    ],
)
def test_ask(question: str, first: str, last: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = output(capsys, "ask", *question.split()).splitlines()
    assert lines[0].startswith(first)
    assert lines[-1].startswith(last)


@pytest.mark.parametrize("question", ["unsourced", "about Tea", "rests-on Drinks", "falls-with roth2011", "coverage"])
def test_ask_as_json(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(output(capsys, "ask", *question.split(), "--format", "json"))


def test_candidates_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = json.loads(output(capsys, "ask", "candidates", "c3", "--format", "json"))
    assert list(found) == ["label", "title", "reference", "score", "words"]
    assert (found["label"], found["words"]) == ("clark2017", ["Coffee"])


def test_a_name_that_is_unknown_gets_a_proposal(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "ask", "about", "Nose") == "no cause is called 'Nose'; did you mean 'Noise'?"


ARGUMENTS = {
    "about": "Drinks",
    "involving": "Coffee",
    "rests-on": "Drinks",
    "sources": "Drinks",
    "related": "c1",
    "between": "Tea Coffee",
    "falls-with": "roth2011",
    "candidates": "c3",
}
"""What each question is asked about here, where it has to be asked about something."""


def asked(name: str) -> list[str]:
    return ["ask", name, *ARGUMENTS.get(name, "").split()]


@pytest.mark.parametrize("name", QUESTIONS)
def test_text_is_no_wider_than_80_characters(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert max(map(len, output(capsys, *asked(name)).splitlines())) <= 80


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_table_is_the_text(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, *asked(name), "--format", "table") == output(capsys, *asked(name))


@pytest.mark.parametrize("name", QUESTIONS)
def test_csv_has_the_same_rows_as_json(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(output(capsys, *asked(name), "--format", "csv"))))
    data = json.loads(output(capsys, *asked(name), "--format", "json"))
    assert len(rows) == (len(data) if isinstance(data, list) else sum(map(len, data.values())))


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_empty_answer_has_its_columns(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data" / "claims.csv").write_text(
        "claim_id,cause,claim\nc1,Drinks,b\nc3,Tea,d\nc2,Coffee,c\n", encoding="utf-8"
    )
    columns = output(capsys, *asked(name), "--format", "csv").splitlines()[0].split(",")
    assert set(answer_columns(QUESTIONS[name])) <= set(columns)


@pytest.mark.parametrize("name", QUESTIONS)
def test_markdown_is_one_table(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, *asked(name), "--format", "markdown")
    tokens = [token.type for token in MarkdownIt("js-default").parse(text)]
    assert tokens.count("table_open") == ("nothing" not in text)


@pytest.fixture
def hostile(data: Path) -> None:
    """A claim that tries what a cell, a table and a terminal might take for their own."""
    row = '"=1+1|<b>*x*</b> \x1b[31m"'
    (data / "claims.csv").write_text(f"claim_id,cause,claim\nc1,{row},{row}\n", encoding="utf-8")


@pytest.mark.usefixtures("hostile")
def test_no_cell_is_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("unsourced", "coverage"):
        for row in csv.reader(io.StringIO(output(capsys, "ask", name, "--format", "csv"))):
            assert not any(cell.startswith("=") for cell in row)


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("output_format", ANSWER_FORMATS)
def test_what_a_terminal_would_obey_is_an_escape(output_format: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("unsourced", "coverage", "thinnest"):
        assert "\x1b" not in output(capsys, "ask", name, "--format", output_format)


@pytest.mark.usefixtures("hostile")
def test_markdown_is_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    shown = MarkdownIt("js-default", {"html": True}).render(output(capsys, "ask", "unsourced", "--format", "markdown"))
    assert "<b>" not in shown
    assert "<em>" not in shown
    assert shown.count("<td>") == 2


def test_a_name_of_two_causes_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data" / "claims.csv").write_text("claim_id,cause,claim\na,X > Z,b\nb,Y > Z,c\n", encoding="utf-8")
    assert complaint(capsys, "ask", "about", "Z").startswith("'Z' is the name of 2 causes: 'X > Z' and 'Y > Z'")


def test_wide_terminals_are_used(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    narrow = output(capsys, "ask", "unsourced")
    monkeypatch.setenv("COLUMNS", "200")
    assert len(output(capsys, "ask", "unsourced").splitlines()) < len(narrow.splitlines()) + 1
