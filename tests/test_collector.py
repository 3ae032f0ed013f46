"""The garbage collector while much is made."""

from __future__ import annotations

import gc

from graph.collector import collector_paused, imported_for_good


def test_the_collector_rests_and_goes_on() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_meanwhile_is_not_looked_through_at_once() -> None:
    gc.unfreeze()  # what a command's test may have frozen
    with collector_paused():
        made: list[list[int]] = [[] for _ in range(10_000)]
    assert len(gc.get_objects(generation=0)) < len(made)


def test_a_module_is_the_one_that_was_imported() -> None:
    assert imported_for_good("gc") is gc
