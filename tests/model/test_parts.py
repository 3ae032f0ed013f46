"""The model has parts, and shows all of them."""

from __future__ import annotations

import graph.model
from tests.test_imports import PACKAGE, modules
from tests.test_unique_names import defined


def test_all_that_a_part_defines_is_a_name_of_the_model() -> None:
    parts = (module for name, module in modules(PACKAGE).items() if name.startswith("graph.model."))
    assert sorted(name for part in parts for name in defined(part)) == sorted(graph.model.__all__)
