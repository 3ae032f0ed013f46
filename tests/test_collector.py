"""The garbage collector while much is made."""

from __future__ import annotations

import gc

from graph.collector import collector_paused, imported_for_good


def test_the_collector_rests_and_goes_on() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_module_is_the_one_that_was_imported() -> None:
    assert imported_for_good("gc") is gc
