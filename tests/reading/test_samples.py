import csv
from pathlib import Path

import pytest

import graph
from graph.model import UnusableError
from graph.reading import parse
from graph.reading.samples import ARCHIVE, SAMPLES, sample, sample_files, sample_folder


def table(path: Path) -> list[dict[str, str]]:
    return [*csv.DictReader(path.read_text(encoding="utf-8").splitlines())]


def test_the_sample_is_read_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(sample().claims) == 106


@pytest.mark.parametrize("name", sorted(SAMPLES.keys() - {ARCHIVE}))
def test_a_sample_is_what_its_files_give(name: str) -> None:
    folder = sample_folder(name)
    assert sample(name) == graph.read(folder / "references.bib", folder / "claims.csv")


def test_a_sample_names_no_folder_of_the_machine() -> None:
    assert [(file.name, file.path) for file in sample().files] == [("references.bib", ""), ("claims.csv", "")]


def test_an_unknown_sample_is_refused_in_one_line() -> None:
    with pytest.raises(UnusableError, match=r"^no sample is called 'lysi'; did you mean 'lysis'\?$"):
        sample("lysi")


def test_the_archive_is_no_evidence_of_one_article() -> None:
    with pytest.raises(UnusableError, match=r"^the sample 'archive' is many articles"):
        sample(ARCHIVE)


def test_the_archive_has_a_row_for_each_article() -> None:
    folder = sample_folder(ARCHIVE)
    named = [row["article"] for row in table(folder / "articles.csv")]
    assert named == sorted({path.parent.as_posix() for path in sample_files(ARCHIVE)} - {"."})


def test_what_is_invented_in_the_archive_says_so() -> None:
    """Entries with the prefix of examples, 10.5555, and the works that the list of retractions names."""
    folder = sample_folder(ARCHIVE)
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.bib")]
    references = [each for text in texts for each in parse(text, "").references.values()]
    invented = {each.title for each in references if each.facts.doi.bare.startswith("10.5555/")}
    retracted = {row["Title"] for row in table(folder / "retractions.csv")}
    assert retracted <= invented
    assert {title.partition(":")[0] for title in invented} == {"Demonstration entry"}
