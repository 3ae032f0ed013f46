"""Files as they are when something went wrong with them."""

from __future__ import annotations

import random
from collections.abc import Iterator


def damaged(data: bytes, times: int = 200) -> Iterator[bytes]:
    """Some bytes cut off or with three that are wrong, in so many ways, which are the same on each run."""
    choose = random.Random(9)  # noqa: S311 - the same on each run
    for _ in range(times):
        found = bytearray(data[: choose.randrange(len(data))] if choose.random() < 0.3 else data)
        for _ in range(min(3, len(found))):
            found[choose.randrange(len(found))] = choose.randrange(256)
        yield bytes(found)
