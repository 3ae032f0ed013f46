"""The garbage collector, which looks through millions of values again and again and finds nothing in them."""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

MANY_VALUES = 20_000
"""How many values are more than the collector sees through in some milliseconds."""


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Hold the garbage collector, which costs a quarter of a large load; then much is not its first task."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if gc.get_count()[0] > MANY_VALUES:
                take_for_old()
            gc.enable()


def take_for_old() -> None:
    """Let the collector take all that is alive for old, which it seldom looks at; what a host has frozen stays so."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def imported_for_good(name: str) -> ModuleType:
    """A module, taken for old at once by the collector, which costs a fifth of importing."""
    if name in sys.modules:
        return sys.modules[name]
    with collector_paused():
        module = importlib.import_module(name)
        take_for_old()
    return module


def no_last_look() -> None:
    """Have Python end without it: what is left goes back to the system as a whole."""
    atexit.register(gc.freeze)
