"""Names."""

from __future__ import annotations

import pytest

from graph.references.names import Name


@pytest.mark.parametrize(
    ("name", "text", "short"),
    [
        (Name("Gupta", "Ravi"), "Gupta, Ravi", "Gupta"),
        (Name("Gupta"), "Gupta", "Gupta"),
        (Name("Berg", "Jan", "van der"), "van der Berg, Jan", "van der Berg"),
        (Name("King", "Martin", suffix="Jr"), "King, Jr, Martin", "King"),
        (Name(given="Ravi"), "Ravi", ""),
        (Name(literal="Smith, Jones and Sons"), "Smith, Jones and Sons", "Smith, Jones and Sons"),
    ],
)
def test_how_a_name_is_sorted_and_cited(name: Name, text: str, short: str) -> None:
    assert (str(name), name.short) == (text, short)
