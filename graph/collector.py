"""The garbage collector, which looks through millions of values again and again and finds nothing in them."""

from __future__ import annotations

import contextlib
import gc
import importlib
import sys
from collections.abc import Iterator
from types import ModuleType


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Hold the garbage collector, which costs a quarter of a large load."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def imported_for_good(name: str) -> ModuleType:
    """A module, of which the collector, which costs a fifth of importing, is never to look at anything again."""
    if name in sys.modules:
        return sys.modules[name]
    with collector_paused():
        module = importlib.import_module(name)
    gc.freeze()
    return module
