"""The garbage collector while much is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from graph.collector import MANY_VALUES, collector_paused, imported_for_good


@pytest.fixture
def frozen() -> Iterator[int]:
    """How many values a host has frozen."""
    gc.freeze()
    yield gc.get_freeze_count()
    gc.unfreeze()


def test_the_collector_rests_and_goes_on() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_many_values_are_not_looked_at_as_young_ones() -> None:
    with collector_paused():
        made = [[number] for number in range(2 * MANY_VALUES)]
    assert len(made) == 2 * MANY_VALUES
    assert gc.get_count()[0] < MANY_VALUES


def test_what_a_host_has_frozen_stays_frozen(frozen: int) -> None:
    with collector_paused():
        made = [[number] for number in range(2 * MANY_VALUES)]
    assert len(made) == 2 * MANY_VALUES
    assert gc.get_freeze_count() >= frozen - MANY_VALUES


def test_a_module_is_the_one_that_was_imported() -> None:
    assert imported_for_good("gc") is gc
