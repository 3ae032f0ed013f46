"""Evidence as data frames."""

from __future__ import annotations

import doctest
import importlib
import subprocess
import sys
from importlib import util
from pathlib import Path
from typing import Any

import pytest

import graph
from graph.exports import frames as module
from graph.exports.frames import LIBRARIES, FrameLibrary
from tests.examples import sample

NAMES = ("references", "claims", "citations", "causes", "findings")


def shapes(library: FrameLibrary) -> dict[str, tuple[int, int]]:
    made = graph.frames(sample(), library=library)
    return {name: getattr(made, name).shape for name in NAMES} | {"matrix": made.claims_by_references().shape}


def test_both_libraries_have_the_same_frames() -> None:
    assert shapes("pandas") == shapes("polars")


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_library_is_chosen(library: FrameLibrary) -> None:
    kind = importlib.import_module(library).DataFrame
    assert isinstance(graph.frames(sample(), library=library).claims, kind)


def test_pandas_has_types_and_nulls() -> None:
    claims = graph.frames(sample(), library="pandas").claims
    kinds = claims.dtypes.astype(str).to_dict()
    assert [kinds[name] for name in ("claim", "low", "n", "sourced")] == ["string", "Float64", "Int64", "boolean"]
    assert claims["low"].isna().tolist() == [True, False, True, True]
    assert claims["high"].max() == 20.8


def test_polars_has_types_and_nulls() -> None:
    import polars as pl

    claims = graph.frames(sample(), library="polars").claims
    assert [claims.schema[name] for name in ("claim", "low", "n", "sourced")] == [
        pl.String(),
        pl.Float64(),
        pl.Int64(),
        pl.Boolean(),
    ]
    assert claims["low"].to_list() == [None, 10.0, None, None]


@pytest.mark.parametrize("library", LIBRARIES)
def test_frames_of_nothing_have_their_columns(library: FrameLibrary) -> None:
    made = graph.frames(graph.parse("", "claim_id,cause,claim\n"), library=library)
    assert all(len(getattr(made, name).columns) > 5 for name in NAMES)
    assert list(made.claims_by_references().columns) == ["claim_id"]


def test_findings_are_those_of_the_report_that_is_given() -> None:
    report = graph.audit(sample(), graph.Settings(select=("CLM001",)))
    assert set(graph.frames(sample(), report, "pandas").findings["code"]) == {"CLM001"}


@pytest.mark.parametrize(
    ("missing", "library", "said"),
    [
        (LIBRARIES, None, "data frames need pandas or polars, which is not installed: pip install pandas, or polars"),
        (("polars",), "polars", "data frames need polars, which is not installed: pip install polars"),
    ],
)
def test_what_is_not_installed_is_said(
    missing: tuple[str, ...], library: FrameLibrary | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: None if name in missing else name)
    with pytest.raises(ImportError) as error:
        graph.frames(sample(), library=library)
    assert str(error.value) == said


def test_without_pandas_it_is_polars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: name == "polars")
    assert graph.frames(sample()).library == "polars"


def test_an_unknown_library_is_refused() -> None:
    unknown: Any = "dask"
    with pytest.raises(ValueError, match="there are no data frames of 'dask', only of pandas and polars"):
        graph.frames(sample(), library=unknown)


def test_the_example_is_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent.parent)
    (test,) = [each for each in doctest.DocTestFinder().find(module) if each.examples]
    assert doctest.DocTestRunner().run(test).failed == 0


def test_frames_are_not_imported_until_they_are_asked_for() -> None:
    code = "import sys, graph; print([each for each in sys.modules if each.startswith(('pandas', 'graph.exports'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
