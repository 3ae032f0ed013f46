"""The samples that come with the package: real articles, each with its claims and its references."""

from __future__ import annotations

from pathlib import Path

from graph.model import Evidence, File, Role, UnusableError
from graph.reading import FILES, read_files
from graph.wording import did_you_mean, listing

PACKAGE = Path(__file__).parent.parent

SAMPLES = {
    "rls": "causes of restless legs syndrome, with sources that the text does not cite",
    "lysis": "what makes the lysis times of phage lambda scatter, with every citation marked",
}
"""The names of the samples, and what is in them."""


def sample(name: str = "rls") -> Evidence:
    """The evidence of a sample, to try things on: "rls" or "lysis"; no file is needed for it.

    Raises UnusableError, a ValueError, where no sample is called so.

    >>> import graph
    >>> graph.sample()
    <Evidence: 106 claims, 21 references, 35 causes, 0 problems>
    """
    folder = sample_folder(name)
    roles: tuple[Role, ...] = ("references", "claims")
    return read_files([File(FILES[role], (folder / FILES[role]).read_bytes(), role) for role in roles])


def sample_folder(name: str) -> Path:
    """The folder of a sample: inside the installed package, or beside it in a checkout."""
    if name not in SAMPLES:
        hint = did_you_mean(name, SAMPLES) or f"; there are {listing([*SAMPLES])}"
        raise UnusableError(f"no sample is called {name!r}{hint}")
    installed = PACKAGE / "samples"
    beside = PACKAGE.parent / ("data" if name == "rls" else f"samples/{name}")
    return installed / name if installed.exists() else beside
