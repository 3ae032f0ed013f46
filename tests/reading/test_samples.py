from pathlib import Path

import pytest

import graph
from graph.model import UnusableError
from graph.reading.samples import SAMPLES, sample, sample_folder


def test_the_sample_is_read_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(sample().claims) == 106


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_what_its_files_give(name: str) -> None:
    folder = sample_folder(name)
    assert sample(name) == graph.read(folder / "references.bib", folder / "claims.csv")


def test_a_sample_names_no_folder_of_the_machine() -> None:
    assert [(file.name, file.path) for file in sample().files] == [("references.bib", ""), ("claims.csv", "")]


def test_an_unknown_sample_is_refused_in_one_line() -> None:
    with pytest.raises(UnusableError, match=r"^no sample is called 'lysi'; did you mean 'lysis'\?$"):
        sample("lysi")
