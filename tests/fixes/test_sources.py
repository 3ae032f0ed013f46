"""What edits are planned from."""

from __future__ import annotations

from graph.fixes.sources import Sources
from graph.model import Place
from graph.reading import parse
from tests.fixes.mending import REFERENCES, TABLE, files


def test_a_place_in_another_file_has_no_cell() -> None:
    sources = Sources(files(REFERENCES, TABLE), parse(REFERENCES, TABLE))
    assert sources.cell(Place("claims.csv", 2, "supports")) is not None
    assert sources.cell(Place("evidence.csv", 2, "supports")) is None
