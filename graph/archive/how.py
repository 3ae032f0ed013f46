"""How an archive is to be audited, how far that is, and what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

TIME_LIMIT = 60.0
"""The seconds that one article may take."""


@dataclass(slots=True)
class Progress:
    """How far an audit of an archive is: how many articles of how many are done, and how many of these failed."""

    articles: int = 0
    done: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """What an audit of an archive did: how many articles there are, were read now, were known already, are gone.

    `stopped` says that it was ended before all were read; what was read is in the store.
    """

    articles: int
    read: int
    unchanged: int
    gone: int
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToRead:
    """How an archive's articles are read: in so many processes, each article in so many seconds at most.

    With `verify` a file is known again by what is in it, and not by its size and time. `method` is how processes are
    started, as `multiprocessing` calls it; `tell` is told how far it is, after each article.
    """

    jobs: int = 1
    time_limit: float = TIME_LIMIT
    verify: bool = False
    method: str | None = None
    tell: Callable[[Progress], object] = field(default=lambda _: None)


USUALLY = HowToRead()
