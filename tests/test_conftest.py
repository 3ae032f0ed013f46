"""How tests are run."""

from __future__ import annotations

from hypothesis import settings


def test_an_example_may_take_long_on_a_busy_machine() -> None:
    assert settings().deadline is None
